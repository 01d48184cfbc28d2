"""The transport under the grids: play and steps, the scrubber, the speed and the loop."""

from __future__ import annotations

from ..input.intent import Intent
from ..input.interface_intents import OpenPopup, ToggleRail
from ..input.walk_intents import Faster, Slower, StepBack, StepForward, ToEnd, ToggleLoop, TogglePlay, ToStart
from ..play.phases import FAST, SPEEDS
from ..session.facts.around import TransportFacts, WhereFacts
from ..ui.frame import BODY, LABEL, Frame
from ..ui.geometry import Rect
from ..ui.layout import MENU_FOLDED, SMALL_TRANSPORT, between_edges, transport_side
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area
from ..ui.widgets.scrubber import MARGIN, Scrubber, Ticks
from ..ui.widgets.switch import Stepper
from ..words.texts import text

STEPS: tuple[tuple[str, str, str, Intent], ...] = (
    ("to start", "skip-back", "transport.start", ToStart()),
    ("step back", "step-back", "transport.back", StepBack()),
    ("step forward", "step-forward", "transport.forward", StepForward()),
    ("to end", "skip-forward", "transport.end", ToEnd()),
)
"""The buttons around play: the control, its icon, its words, and what it asks for."""


def transport(facts: TransportFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the widgets of the transport that stand still, folded to what there is room for."""
    layout, bar = frame.layout, frame.layout.transport
    ground = Area(name="transport", rect=bar, unit=frame.unit, role="ground", line_at="top")
    if layout.tiny:
        return ground, _play(facts, frame, bar.centred(bar.h * 0.8, bar.h * 0.8))
    if layout.alone:
        return ground, *_small(facts, frame, bar)[1:]  # without a walk: what bar and rail are folded behind
    if layout.fold >= SMALL_TRANSPORT:
        return ground, *_small(facts, frame, bar)
    return ground, *_whole(facts, frame, bar)


def line_place(frame: Frame) -> Rect:
    """Return where step, phase and scrubber stand, between the steps' buttons and the speed."""
    px, bar = frame.px, frame.layout.transport
    extras = len(_extras(frame))
    if frame.layout.fold >= SMALL_TRANSPORT:
        side = min(max(44, px(56)), bar.h)
        start, right = between_edges(bar, frame.unit).x + side + px(16), _edges(frame, side)[1]
        return Rect(start, bar.y, right - extras * side - px(10) - start, bar.h)
    side, play_side = _sides(frame)
    left, right = _edges(frame, side)
    start = left + 4 * side + play_side + 5 * px(10) + px(16)
    speed_x = right - side - px(8) - px(148) - extras * (side + px(4))
    return Rect(start, bar.y + px(14), speed_x - px(20) - start, bar.h - px(20))


def _edges(frame: Frame, side: int) -> tuple[int, int]:
    """Return where buttons begin and end whose icons stand at the edges: beside its icon is a quarter of a button."""
    place = between_edges(frame.layout.transport, frame.unit)
    return place.x - side // 4, place.right + side // 4


def _sides(frame: Frame) -> tuple[int, int]:
    """Return the sides of a step's button and of the play button."""
    return transport_side(frame.layout.transport, frame.unit), frame.px(72)


def _whole(facts: TransportFacts, frame: Frame, bar: Rect) -> tuple[Widget, ...]:
    px, middle = frame.px, bar.y + round(bar.h * 0.5)
    side, extras = _sides(frame)[0], _extras(frame)
    left, right = _edges(frame, side)
    shift = len(extras) * (side + px(4))
    loop = Rect(right - side - shift, round(middle - side / 2), side, side)
    speed_width = px(148)
    speed = Rect(loop.x - px(8) - speed_width, round(middle - px(22)), speed_width, px(44))
    places = [Rect(right - (side + px(4)) * (len(extras) - k) + px(4), loop.y, side, side) for k in range(len(extras))]
    return (
        *_walk(facts, frame, left, middle),
        *(() if facts.steps is None else (_ticks(facts.steps, frame),)),
        _speed(facts, frame, speed),
        _loop(facts, frame, loop),
        *(_button(frame, *extra, place) for extra, place in zip(extras, places, strict=True)),
    )


def _walk(facts: TransportFacts, frame: Frame, x: int, middle: int) -> tuple[Button, ...]:
    """Return play between the buttons of the steps, from the left."""
    side, play_side = _sides(frame)
    buttons: list[Button] = []
    for step in (*STEPS[:2], None, *STEPS[2:]):
        width = play_side if step is None else side
        place = Rect(x, round(middle - width / 2), width, width)
        if step is None:
            buttons.append(_play(facts, frame, place))
        else:
            name, icon, words, intent = step
            buttons.append(_button(frame, name, icon, text(words), intent, place))
        x += width + frame.px(10)
    return tuple(buttons)


def _small(facts: TransportFacts, frame: Frame, bar: Rect) -> tuple[Widget, ...]:
    px = frame.px
    side = min(max(44, px(56)), bar.h)
    play = Rect(between_edges(bar, frame.unit).x, round(bar.centre[1] - side / 2), side, side)
    extras = _extras(frame)
    left = _edges(frame, side)[1] - len(extras) * side
    places = [Rect(left + k * side, play.y, side, side) for k in range(len(extras))]
    buttons = (_button(frame, *extra, place) for extra, place in zip(extras, places, strict=True))
    return _play(facts, frame, play), *buttons


def _extras(frame: Frame) -> tuple[tuple[str, str, str, Intent], ...]:
    """Return the buttons that stand here when the top bar is folded: menu and rail."""
    if frame.layout.fold < MENU_FOLDED:
        return ()
    return (
        ("menu", "menu", text("bar.menu"), OpenPopup("menu")),
        ("show rail", "sliders-horizontal", text("bar.rail"), ToggleRail()),
    )


def _button(frame: Frame, name: str, icon: str, words: str, intent: Intent, place: Rect) -> Button:
    return frame.button(name, place, intent, tip=frame.tip(words, intent), icon=icon)


def _play(facts: TransportFacts, frame: Frame, place: Rect) -> Button:
    words, icon = ("transport.pause", "pause") if facts.playing else ("transport.play", "play")
    return frame.button(
        "play", place, TogglePlay(), tip=frame.tip(text(words), TogglePlay()), icon=icon, style="primary"
    )


def _loop(facts: TransportFacts, frame: Frame, place: Rect) -> Button:
    icon = "repeat" if facts.loop else "repeat-off"  # not by colour alone
    tip = frame.tip(text("transport.loop"), ToggleLoop())
    return frame.button("loop", place, ToggleLoop(), tip=tip, icon=icon, on=facts.loop)


def speed_words(index: int) -> str:
    """Return a speed as it is shown: "1×", or "fast"."""
    speed = SPEEDS[index]
    return text("speed.fast") if speed == FAST else f"{speed:g}×"


def _speed(facts: TransportFacts, frame: Frame, place: Rect) -> Stepper:
    faster, slower = (text("transport.faster"), Faster()), (text("transport.slower"), Slower())
    return Stepper(
        name="speed",
        rect=place,
        unit=frame.unit,
        mood=frame.mood("speed"),
        about=frame.tips((text("transport.speed"), None), faster, slower),
        shown=speed_words(facts.speed),
        less=(Slower(),),
        more=(Faster(),),
        size=frame.size(LABEL),
        at_low=facts.speed == 0,
        at_high=facts.speed == len(SPEEDS) - 1,
    )


def _ticks(steps: tuple[int, int], frame: Frame) -> Ticks:
    px, line = frame.px, line_place(frame)
    rect = Rect(line.x + px(MARGIN), line.y + px(34) + px(36), line.w - 2 * px(MARGIN), px(11))
    return Ticks(name="ticks", rect=rect, unit=frame.unit, steps=steps[0], columns=steps[1])


def where_words(facts: WhereFacts) -> tuple[str, str]:
    """Return the step, as "Step 6 of 16", and the phase's name."""
    phase = text(f"phase.{facts.phase}")
    if facts.phase == "done":
        return text("transport.done", steps=facts.steps), phase
    if facts.steps is None:
        return text("transport.step.hidden", step=facts.step), phase
    return text("transport.step", step=facts.step, steps=facts.steps), phase


def step_and_phase(facts: WhereFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the words of where the walk is, over the scrubber; a folded transport has none."""
    if frame.layout.tiny or frame.layout.alone or frame.layout.fold >= SMALL_TRANSPORT:
        return ()
    px, size, place, (step, phase) = frame.px, frame.size(BODY), line_place(frame), where_words(facts)
    width, margin = frame.type.width(phase, size, True), px(MARGIN)
    room = max(0, place.w - px(24) - width - px(16))
    left, right = Rect(place.x + margin, place.y, room, px(34)), place.right - margin - width
    return (
        frame.label("step", left, frame.type.shortened(step, size, True, room), size, bold=True),
        frame.label("phase", Rect(right, place.y, width, px(34)), phase, size, "product_text", bold=True, align=1),
    )


def scrubber(steps: int, frame: Frame) -> tuple[Scrubber, ...]:
    """Return the scrubber at the start of the walk; the smallest window has none."""
    layout, place = frame.layout, line_place(frame)
    if layout.tiny or layout.alone:
        return ()
    whole = layout.fold < SMALL_TRANSPORT
    return (
        Scrubber(
            name="scrubber",
            rect=Rect(place.x, place.y + frame.px(34), place.w, frame.px(44)) if whole else place,
            unit=frame.unit,
            mood=frame.mood("scrubber"),
            about=text("transport.scrub"),
            position=0.0,
            steps=steps,
        ),
    )
