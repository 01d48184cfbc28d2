"""The transport under the grids: play and steps, the scrubber, the speed and the loop."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ..input.walk_intents import Faster, Slower, StepBack, StepForward, ToEnd, ToggleLoop, TogglePlay, ToStart
from ..play.phases import FAST, SPEEDS
from ..play.playback import BY_ROW
from ..session.facts.around import TransportFacts, WhereFacts
from ..ui.frame import BODY, LABEL, Frame
from ..ui.geometry import Rect
from ..ui.layout import LEAST_SCRUBBER, MENU_FOLDED, SMALL_TRANSPORT, Layout, between_edges, transport_side
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area
from ..ui.widgets.scrubber import MARGIN, Scrubber, Ticks
from ..ui.widgets.switch import Stepper
from ..words.texts import text
from .actions import Action, action_button, menu_action, rail_action
from .class_words import with_class


def transport(facts: TransportFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the widgets of the transport that stand still, folded to what there is room for."""
    layout, bar = frame.layout, frame.layout.transport
    widgets: list[Widget] = [Area(name="transport", rect=bar, unit=frame.unit, role="ground", line_at="top")]
    made = {action.name: action for action in _actions(facts)}
    for name, place in places(layout).items():
        if name == "speed":
            widgets.append(_speed(facts, frame, place))
        elif name in made:
            widgets.append(action_button(frame, made[name], place, "primary" if name == "play" else "plain"))
        elif name != "step" and not _small(layout) and facts.steps is not None:
            widgets.append(_ticks(facts.steps, frame, place))
    return tuple(widgets)


def _actions(facts: TransportFacts) -> tuple[Action, ...]:
    """Return what the buttons do: menu and rail stand here when the top bar is folded."""
    words, icon = ("transport.pause", "pause") if facts.playing else ("transport.play", "play")
    loop = "repeat" if facts.loop else "repeat-off"  # not by colour alone
    return (
        Action("to start", "skip-back", text("transport.start"), ToStart()),
        Action("step back", "step-back", text("transport.back"), StepBack()),
        Action("play", icon, text(words), TogglePlay()),
        Action("step forward", "step-forward", text("transport.forward"), StepForward()),
        Action("to end", "skip-forward", text("transport.end"), ToEnd()),
        Action("loop", loop, text("transport.loop"), ToggleLoop(), on=facts.loop),
        menu_action(),
        rail_action(),
    )


SPEED, STEP_WORDS = 148, 180
"""Units of the width of the speed, and of the step's words in the small transport."""
STEPS = ("to start", "step back", "play", "step forward", "to end")
"""Play between the buttons of the steps, from the left."""
AFTER_PLAY = ("play", "step back", "step forward", "to start", "to end")
"""In the small transport: play at the edge, and after it as many of the others as there is room for."""


def _small(layout: Layout) -> bool:
    """Tell whether it is one row of large buttons; without a walk it holds what bar and rail are folded behind."""
    return layout.alone or layout.fold >= SMALL_TRANSPORT


@lru_cache(maxsize=8)
def places(layout: Layout) -> Mapping[str, Rect]:
    """Return where each part stands that has room; "line": where step, phase and scrubber do.

    Buttons begin and end where their icons stand at the edges: beside its icon is a quarter of a button.
    """
    px, bar, small = layout.px, layout.transport, _small(layout)
    if layout.tiny:
        return {"play": bar.centred(bar.h * 0.8, bar.h * 0.8)}
    edges = between_edges(bar, layout.text)
    side = min(max(44, px(56)), bar.h) if small else transport_side(bar, layout.text)
    gap = 0 if small else px(4)
    right = edges.right + side // 4
    ending = ("menu", "show rail") if layout.fold >= MENU_FOLDED else ()
    end = right - len(ending) * (side + gap)
    found: dict[str, Rect] = {}
    if small:
        top = round(bar.centre[1] - side / 2)
        if not layout.alone:
            found = _in_a_row(layout, Rect(edges.x, top, end - px(10) - edges.x, side))
    else:
        middle, x = bar.y + round(bar.h * 0.5), edges.x - side // 4
        for name in STEPS:
            wide = px(72) if name == "play" else side
            found[name] = Rect(x, round(middle - wide / 2), wide, wide)
            x += wide + px(10)
        start = x + px(16)
        top = round(middle - side / 2)
        loop = Rect(end - side, top, side, side)
        speed = Rect(loop.x - px(8) - px(148), round(middle - px(22)), px(148), px(44))
        line = Rect(start, bar.y + px(14), speed.x - px(20) - start, bar.h - px(20))
        found |= {"line": line, "speed": speed, "loop": loop}
    found |= {name: Rect(end + gap + k * (side + gap), top, side, side) for k, name in enumerate(ending)}
    return found


def _in_a_row(layout: Layout, row: Rect) -> dict[str, Rect]:
    """Return the parts of the small transport: play, the scrubber, and as many others as leave it its room."""
    px, side, bar = layout.px, row.h, layout.transport
    least = px(LEAST_SCRUBBER) + px(16)
    told, ending = px(STEP_WORDS), px(SPEED) + px(8) + side  # each with a gap before it
    spare = row.w - side - least
    names = next((names for names in (AFTER_PLAY, AFTER_PLAY[:3]) if (len(names) - 1) * side <= spare), ("play",))
    spare -= (len(names) - 1) * side
    found = {name: Rect(row.x + index * side, row.y, side, side) for index, name in enumerate(names)}
    end = row.right
    if names == AFTER_PLAY and ending + px(10) <= spare:
        spare -= ending + px(10)
        found["loop"] = Rect(end - side, row.y, side, side)
        found["speed"] = Rect(end - ending, round(bar.centre[1] - px(22)), px(SPEED), px(44))
        end -= ending + px(10)
    if told + px(10) <= spare:
        found["step"] = Rect(end - told, bar.y, told, bar.h)
        end -= told + px(10)
    start = row.x + len(names) * side + px(16)
    found["line"] = Rect(start, bar.y, end - start, bar.h)
    return found


def speed_words(index: int) -> str:
    """Return a speed as it is shown: "1×", "fast", or the pace of a long walk, "by rows"."""
    if index >= BY_ROW:
        return text("speed.rows" if index == BY_ROW else "speed.maps")
    speed = SPEEDS[index]
    return text("speed.fast") if speed == FAST else f"{speed:g}×"


def _speed(facts: TransportFacts, frame: Frame, place: Rect) -> Stepper:
    faster, slower = (text("transport.faster"), Faster()), (text("transport.slower"), Slower())
    return Stepper(
        **frame.met("speed", place),
        about=frame.tips((text("transport.speed"), None), faster, slower),
        shown=speed_words(facts.speed),
        less=(Slower(),),
        more=(Faster(),),
        size=frame.size(LABEL),
        at_low=facts.speed == 0,
        at_high=facts.speed == facts.fastest,
    )


def _ticks(steps: tuple[int, int], frame: Frame, line: Rect) -> Ticks:
    px = frame.px
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


def filter_words(facts: WhereFacts) -> str:
    """Return which filter's map is being made, in a network of which layer; "" where there is one.

    A pooling has no filters, but maps.
    """
    layer = text("transport.layer", layer=facts.layer) if facts.layer else ""
    if facts.filter is None:
        return layer
    number, count = facts.filter
    made = text("transport.map", map=number, count=count)
    if facts.classes:
        made = with_class(text("lanes.filter", filter=number), facts.classes, number - 1)
    elif not facts.pooling:
        made = text("transport.filter", filter=number, count=count)
    return text("transport.layer.filter", layer=facts.layer, filter=made) if layer else made


def step_and_phase(facts: WhereFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the words of where the walk is, over the scrubber; a folded transport has the step's, if they fit."""
    if _small(frame.layout):
        return _step_alone(facts, frame)
    px, size, place, (step, phase) = frame.px, frame.size(BODY), places(frame.layout)["line"], where_words(facts)
    if facts.lane:
        phase = text("phase.lane", phase=phase, channel=facts.lane)
    width, margin = frame.type.width(phase, size, True), px(MARGIN)
    room = max(0, place.w - px(24) - width - px(16))
    left, right = Rect(place.x + margin, place.y, room, px(34)), place.right - margin - width
    return (
        frame.label("step", left, frame.type.shortened(step, size, True, room), size, bold=True),
        *_filter(facts, frame, left._replace(w=right - left.x), frame.type.width(step, size, True), size),
        frame.label("phase", Rect(right, place.y, width, px(34)), phase, size, "product_text", bold=True, align=1),
    )


def _step_alone(facts: WhereFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the words of the step in the small transport, where they have room."""
    place, words = places(frame.layout).get("step"), where_words(facts)[0]
    if place is None:
        return ()
    size = frame.type.largest(words, place.w, True, frame.size(BODY))
    return (frame.label("step", place, frame.type.shortened(words, size, True, place.w), size, bold=True),)


def _filter(facts: WhereFacts, frame: Frame, line: Rect, after: int, size: int) -> tuple[Widget, ...]:
    """Return which filter's map is being made, of several, where it has room between other words.

    line: from where these begin to where the phase does, so many pixels of which the step's words take.
    """
    words = filter_words(facts)
    if not words:
        return ()
    width = frame.type.width(words, size, False)
    gap = min(frame.px(28), (line.w - after - width) // 2)
    if gap < frame.px(12):
        return ()
    return (frame.label("step filter", Rect(line.x + after + gap, line.y, width, line.h), words, size, "kernel_text"),)


def scrubber(steps: int, frame: Frame) -> tuple[Scrubber, ...]:
    """Return the scrubber at the start of the walk; the smallest window has none, nor has an image alone."""
    place = places(frame.layout).get("line")
    if place is None:
        return ()
    if not _small(frame.layout):
        place = Rect(place.x, place.y + frame.px(34), place.w, frame.px(44))
    return (Scrubber(**frame.met("scrubber", place), about=text("transport.scrub"), position=0.0, steps=steps),)
