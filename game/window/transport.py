"""The transport under the grids: play and steps, the scrubber, the speed and the loop."""

from __future__ import annotations

from ..input.intent import Intent
from ..input.interface_intents import OpenPopup, ToggleRail
from ..input.walk_intents import Faster, Slower, StepBack, StepForward, ToEnd, ToggleLoop, TogglePlay, ToStart
from ..play.phases import FAST, SPEEDS, Phase, phase_at, shares_of
from ..session.predict import position_shown, secrecy_of
from ..ui.frame import BODY, LABEL, Frame
from ..ui.geometry import Rect
from ..ui.layout import MENU_FOLDED, SMALL_TRANSPORT, transport_side
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area, Label
from ..ui.widgets.scrubber import MARGIN, Scrubber, Ticks
from ..ui.widgets.stepper import Stepper
from ..words.texts import text


def transport(frame: Frame) -> tuple[Widget, ...]:
    """Return the widgets of the transport that stand still, folded to what there is room for."""
    layout, bar = frame.layout, frame.layout.transport
    ground = Area(name="transport", rect=bar, unit=layout.text, role="ground", line_at="top")
    if layout.tiny:
        return ground, _play(frame, bar.centred(bar.h * 0.8, bar.h * 0.8))
    if layout.alone:
        return ground, *_folded(frame, bar)
    if layout.fold >= SMALL_TRANSPORT:
        return ground, *_small(frame, bar)
    return ground, *_whole(frame, bar)


def line_place(frame: Frame) -> Rect:
    """Return where step, phase and scrubber stand, between the steps' buttons and the speed."""
    px, bar = frame.layout.px, frame.layout.transport
    extras = len(_extras(frame))
    if frame.layout.fold >= SMALL_TRANSPORT:
        side = min(max(44, px(56)), bar.h)
        start = bar.x + px(20) + side + px(16)
        return Rect(start, bar.y, bar.right - px(14) - extras * side - px(10) - start, bar.h)
    side, play_side = _sides(frame)
    start = bar.x + px(34) + 4 * side + play_side + 5 * px(10) + px(16)
    speed_x = bar.right - px(20) - side - px(8) - px(148) - extras * (side + px(4))
    return Rect(start, bar.y + px(14), speed_x - px(20) - start, bar.h - px(20))


def _sides(frame: Frame) -> tuple[int, int]:
    """Return the sides of a step's button and of the play button."""
    return transport_side(frame.layout.transport, frame.layout.text), frame.layout.px(72)


def _whole(frame: Frame, bar: Rect) -> tuple[Widget, ...]:
    px = frame.layout.px
    middle = bar.y + round(bar.h * 0.5)
    side, play_side = _sides(frame)
    x = bar.x + px(34)
    buttons: list[Widget] = []
    for name, icon, words, intent, width in _steps(frame, side, play_side):
        place = Rect(x, round(middle - width / 2), width, width)
        button = _play(frame, place) if name == "play" else _button(frame, name, icon, words, intent, place)
        buttons.append(button)
        x += width + px(10)
    extras = _extras(frame)
    right = bar.right - px(20)
    loop = Rect(right - side, round(middle - side / 2), side, side)
    speed_width = px(148)
    speed = Rect(loop.x - px(8) - speed_width, round(middle - px(22)), speed_width, px(44))
    if extras:
        shift = len(extras) * (side + px(4))
        loop, speed = loop.moved(-shift, 0), speed.moved(-shift, 0)
    places = [Rect(right - (side + px(4)) * (len(extras) - k) + px(4), loop.y, side, side) for k in range(len(extras))]
    return (
        *buttons,
        *(() if secrecy_of(frame.state).size else (_ticks(frame, line_place(frame)),)),
        _speed(frame, speed),
        _loop(frame, loop),
        *(_button(frame, *extra, place) for extra, place in zip(extras, places, strict=True)),
    )


def _small(frame: Frame, bar: Rect) -> tuple[Widget, ...]:
    px = frame.layout.px
    side = min(max(44, px(56)), bar.h)
    play = Rect(bar.x + px(20), round(bar.centre[1] - side / 2), side, side)
    extras = _extras(frame)
    left = bar.right - px(14) - len(extras) * side
    places = [Rect(left + k * side, play.y, side, side) for k in range(len(extras))]
    buttons = (_button(frame, *extra, place) for extra, place in zip(extras, places, strict=True))
    return _play(frame, play), *buttons


def _folded(frame: Frame, bar: Rect) -> tuple[Widget, ...]:
    """Return what is left where there is no walk: the buttons behind which bar and rail are folded."""
    return _small(frame, bar)[1:]


def _extras(frame: Frame) -> tuple[tuple[str, str, str, Intent], ...]:
    """Return the buttons that stand here when the top bar is folded: menu and rail."""
    if frame.layout.fold < MENU_FOLDED:
        return ()
    return (
        ("menu", "menu", text("bar.menu"), OpenPopup("menu")),
        ("show rail", "sliders-horizontal", text("bar.rail"), ToggleRail()),
    )


def _steps(frame: Frame, side: int, play_side: int) -> tuple[tuple[str, str, str, Intent, int], ...]:
    del frame
    return (
        ("to start", "skip-back", text("transport.start"), ToStart(), side),
        ("step back", "step-back", text("transport.back"), StepBack(), side),
        ("play", "", "", TogglePlay(), play_side),
        ("step forward", "step-forward", text("transport.forward"), StepForward(), side),
        ("to end", "skip-forward", text("transport.end"), ToEnd(), side),
    )


def _button(frame: Frame, name: str, icon: str, words: str, intent: Intent, place: Rect) -> Button:
    return Button(
        name=name,
        rect=place,
        unit=frame.layout.text,
        mood=frame.mood(name),
        tooltip=frame.tip(words, intent),
        intents=(intent,),
        icon=icon,
    )


def _play(frame: Frame, place: Rect) -> Button:
    playing = frame.state.playback.playing
    return Button(
        name="play",
        rect=place,
        unit=frame.layout.text,
        mood=frame.mood("play"),
        tooltip=frame.tip(text("transport.pause" if playing else "transport.play"), TogglePlay()),
        intents=(TogglePlay(),),
        icon="pause" if playing else "play",
        style="primary",
    )


def _loop(frame: Frame, place: Rect) -> Button:
    return Button(
        name="loop",
        rect=place,
        unit=frame.layout.text,
        mood=frame.mood("loop"),
        tooltip=frame.tip(text("transport.loop"), ToggleLoop()),
        intents=(ToggleLoop(),),
        icon="repeat" if frame.state.playback.loop else "repeat-off",  # not by colour alone
        on=frame.state.playback.loop,
    )


def speed_words(index: int) -> str:
    """Return a speed as it is shown: "1×", or "fast"."""
    speed = SPEEDS[index]
    return text("speed.fast") if speed == FAST else f"{speed:g}×"


def _speed(frame: Frame, place: Rect) -> Stepper:
    index = frame.state.playback.speed
    tip = "\n".join(
        (
            text("transport.speed"),
            frame.tip(text("transport.faster"), Faster()),
            frame.tip(text("transport.slower"), Slower()),
        )
    )
    return Stepper(
        name="speed",
        rect=place,
        unit=frame.layout.text,
        mood=frame.mood("speed"),
        tooltip=tip,
        shown=speed_words(index),
        less=(Slower(),),
        more=(Faster(),),
        size=frame.size(LABEL),
        at_low=index == 0,
        at_high=index == len(SPEEDS) - 1,
    )


def step_and_phase(frame: Frame, place: Rect, now: tuple[str, str]) -> tuple[Widget, ...]:
    """Return the words of `where` over the scrubber; a folded transport has none."""
    if frame.layout.tiny or frame.layout.alone or frame.layout.fold >= SMALL_TRANSPORT:
        return ()
    px = frame.layout.px
    size = frame.size(BODY)
    step, phase = now
    top = Rect(place.x, place.y, place.w, px(34))
    phase_width = frame.type.width(phase, size, True)
    room = top.w - px(24) - phase_width - px(16)
    margin = px(MARGIN)
    return (
        Label(
            name="step",
            rect=Rect(top.x + margin, top.y, max(0, room), top.h),
            text=frame.type.shortened(step, size, True, max(0, room)),
            size=size,
            bold=True,
        ),
        Label(
            name="phase",
            rect=Rect(top.right - margin - phase_width, top.y, phase_width, top.h),
            text=phase,
            size=size,
            role="product_text",
            bold=True,
            align=1,
        ),
    )


def _ticks(frame: Frame, rect: Rect) -> Ticks:
    px, state = frame.layout.px, frame.state
    margin = px(MARGIN)
    y = rect.y + px(34) + px(36)
    return Ticks(
        name="ticks",
        rect=Rect(rect.x + margin, y, rect.w - 2 * margin, px(11)),
        unit=frame.layout.text,
        steps=state.steps,
        columns=state.scenario.output_size[1],
    )


def where(frame: Frame) -> tuple[str, str]:
    """Return the step, as "Step 6 of 16", and the phase's name."""
    state = frame.state
    playback, steps = state.playback, state.steps
    position = position_shown(state)
    step, secret = int(position), secrecy_of(state).size
    if step >= steps and not secret:
        return text("transport.done", steps=steps), text("phase.done")
    phase: Phase = phase_at(position - step, shares_of(playback.brisk))[0]
    if secret:
        return text("transport.step.hidden", step=step + 1), text(f"phase.{phase.value}")
    return text("transport.step", step=step + 1, steps=steps), text(f"phase.{phase.value}")


def scrubber(frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return the scrubber; the smallest window has none."""
    state, layout = frame.state, frame.layout
    if layout.tiny or layout.alone:
        return ()
    whole = layout.fold < SMALL_TRANSPORT
    return (
        Scrubber(
            name="scrubber",
            rect=Rect(place.x, place.y + layout.px(34), place.w, layout.px(44)) if whole else place,
            unit=layout.text,
            mood=frame.mood("scrubber"),
            tooltip=text("transport.scrub"),
            position=0.0 if secrecy_of(state).size else state.playback.position,
            steps=1 if secrecy_of(state).size else state.steps,
        ),
    )
