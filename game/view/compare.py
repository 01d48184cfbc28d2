"""Compare: the same view twice, once for each side, with heads that say what differs and one walk for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.result import Result
from ..core.scenario import Scenario
from ..input.intent import Side
from ..input.mode_intents import FocusSide
from ..play.moment import Moment
from ..session.facts.around import letter_of
from ..session.naming import named, walk_words
from ..ui.arranged import BAND
from ..ui.frame import BODY, HEADING, SMALL
from ..ui.geometry import Rect
from ..ui.layout import ONE_LINE
from ..ui.stage_compare import INSIDE, Pane
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area
from ..ui.widgets.side import PaneOutline, SideHead
from ..words.numbers import size_text
from ..words.texts import text
from .bare_grids import grids_view
from .dot_product import Terms, written
from .flat import ground, terms_of
from .frame import ShownFrame, StillFrame, on_side
from .lens import needs_lens, page_in_line
from .output import legend
from .places import looks_in, panes_of
from .present import inside_of, progress
from .titles import bare_titles
from .window import WindowSide
from .written_lines import on_lines, term_in_line

if TYPE_CHECKING:
    from ..session.facts.layers import Lanes

TITLE_GAP = 6  # units between a title and its grid, whose rings reach out of their cells
SUM_SHARE = 0.48  # of a side's line, for the sum of its channels


def compare_view(frame: ShownFrame, sides: tuple[WindowSide, ...]) -> tuple[Widget, ...]:
    """Return everything on the stage, from the bottom to the top, and both dot products."""
    each = [(frame.of(side.side), pane, side) for pane, side in zip(panes_of(frame), sides, strict=True)]
    stage = (ground(frame), *(widget for one in each for widget in _side(*one)))
    if frame.layout.tiny:
        return stage
    return (*stage, *_dots(frame, each), *((progress(frame),) if frame.layout.presenting else ()))


def _side(frame: ShownFrame, pane: Pane, side: WindowSide) -> tuple[Widget, ...]:
    """Return what stands in a pane, of a frame that draws its side; all but the head is called as of that side."""
    inside = () if _floats(frame, side) else _flat(frame, pane, side, _lanes(frame, side.moment))
    if side.stack is not None:
        from .stack.view import rising  # a whole view of its own: not before it is wanted

        inside = rising(frame, side.moment, side.stack, inside)
    own = tuple(widget.changed(name=on_side(widget.name, pane.side)) for widget in inside)
    return own if frame.layout.tiny else (*_head(frame, pane), *own)


def _lanes(frame: ShownFrame, moment: Moment) -> Lanes | None:
    """Return the lanes of the side that a frame draws; None where it has one kernel over one channel."""
    if frame.side.layer is None:
        return None
    from .lanes.now import shown_lanes  # here and in what is made of them: few compare layers

    return shown_lanes(frame.side, moment, frame.shown.lanes[list(Side).index(frame.side.side)])


def _head(frame: StillFrame, pane: Pane) -> tuple[Widget, ...]:
    """Return the line around a pane, and its head, which says what differs."""
    side, size, focused = pane.side.value, frame.size(BODY), frame.still.focus is pane.side
    name, letter = f"side {side}", text(f"compare.{side}")
    room = pane.head.w - pane.head.h - frame.px(14)
    other = next((one.result for one in frame.still.sides if one.side is not pane.side), None)
    said = settings_words(frame.side.result, other)
    fitting = (words for words in said if frame.type.width(words, size, False) <= room)
    return (
        PaneOutline(name=f"pane {side}", rect=pane.rect, unit=frame.unit, focused=focused),
        SideHead(
            name=name,
            rect=pane.head,
            unit=frame.unit,
            mood=frame.mood(name),
            about=frame.tip(text("compare.head.tip", side=letter), None if focused else FocusSide()),
            side=pane.side,
            letter=letter,
            letter_size=frame.size(HEADING),
            words=next(fitting, ""),
            size=size,
            focused=focused,
        ),
    )


def settings_words(result: Result, other: Result | None = None) -> tuple[str, ...]:
    """Return what a side is set to, in words from the fullest to the shortest; every number is named.

    other: that of the other side; nothing is left out in which this one differs from it while another thing is said,
    and where all has no room, only that is said.
    """
    scenario, own, its = result.scenario, _settings(result), () if other is None else _settings(other)
    if other is not None:
        own = *own, *_apart(scenario, other.scenario)
    kernel, size, *walk = own
    values = {"kernel": kernel, "size": size, "walk": " · ".join(walk), "output": size_text(scenario.output_size)}
    differing = [words for words in own if words not in its] if its else []
    hows = ("", *(how for how, left_out in ((".name", size), (".short", kernel)) if left_out not in differing))
    full = tuple(text(f"compare.setting{how}", **values) for how in hows)
    few = (text("compare.setting.differing", words=" · ".join(differing), **values),) if differing else ()
    said = (*full, *few, text("compare.setting.least", **values))
    if scenario.is_single:
        return said
    front = {"channel": letter_of(scenario.channel, scenario), "filter": scenario.filter + 1}
    key = "compare.front" if scenario.layer.pooling is None else "compare.front.pooled"
    return (*(text(key, words=words, **front) for words in full), *said[1:])


def _apart(scenario: Scenario, other: Scenario) -> tuple[str, ...]:
    """Return what is said of a side only where the other one has it otherwise: activation, and counted padding."""
    layer, its = scenario.layer, other.layer.pooling
    words = [text("activation.shown", name=text(f"activation.{layer.activation}"))]
    words = words if layer.activation != other.layer.activation else []
    pooling = layer.pooling
    if pooling is not None and its is not None and pooling.count_include_pad != its.count_include_pad:
        words.append(text(f"switch.count padding.{'on' if pooling.count_include_pad else 'off'}"))
    return tuple(words)


def _settings(result: Result) -> tuple[str, ...]:
    """Return the name of a side's kernel, its size, and how it slides."""
    scenario = result.scenario
    return _operation(result), size_text(scenario.kernel_size), *walk_words(scenario)


def _operation(result: Result) -> str:
    """Return what a side's kernel is called, or its pooling."""
    pooling = result.scenario.layer.pooling
    if pooling is not None:
        return text(f"operation.{pooling.operation}")
    return named("kernel", result.scenario.kernel_name, result.edited[1])


def _flat(frame: ShownFrame, pane: Pane, side: WindowSide, parts: Lanes | None) -> tuple[Widget, ...]:
    """Return the grids of a side in the Flat view, with their titles and the legend, and the sum of its channels."""
    places = pane.places
    grids = tuple(widget for widget in _grids(frame, pane, side, parts) if widget.rect.w)
    if frame.layout.tiny:
        return grids
    titles = bare_titles(
        frame,
        places,
        frame.size(SMALL),
        frame.px(BAND) - frame.px(TITLE_GAP),
        frame.px(TITLE_GAP),
        covered=False,
        pooled=frame.side.result.scenario.layer.pooling is not None,
        right=pane.rect.right - frame.px(6),
        maps=frame.side.result.scenario.maps_before,
    )
    maps = _maps(frame, parts, pane.maps)
    return (*titles, *legend(frame, places.legend), *grids, *maps, *_sum(frame, parts, pane.line))


def _grids(frame: ShownFrame, pane: Pane, side: WindowSide, parts: Lanes | None) -> tuple[Widget, ...]:
    """Return the grids of a side with all that moves on them: stamps, or a walk with what the other's stamp feeds."""
    if frame.side.stamps is not None:
        from .stamp.compare import stamp_grids  # few layers have stamps

        return stamp_grids(frame, side.moment, pane.places)
    stands = None
    if parts is not None:
        from .lanes.pooled import stands_of

        stands = stands_of(parts.column)
    grids = grids_view(frame, side.moment, side.places, looks_in(frame, side.places), stands)
    if frame.shown.stamp is None:
        return grids
    from .stamp.compare import fed_by

    return (*grids, *fed_by(frame, frame.shown.stamp, side.places))


def _maps(frame: StillFrame, parts: Lanes | None, row: Rect) -> tuple[Widget, ...]:
    """Return the small maps of a side in a row, where it has several filters."""
    if parts is None or not row.h:
        return ()
    from .lanes.compare_maps import side_maps

    return side_maps(frame, parts, row)


def _sum(frame: StillFrame, parts: Lanes | None, place: Rect) -> tuple[Widget, ...]:
    """Return the sum of a side's channels in a place, where it has several."""
    if parts is None or not place.h:
        return ()
    from .lanes.compare_sum import side_sum

    return side_sum(frame, parts, place)


def _dots(frame: ShownFrame, each: list[tuple[ShownFrame, Pane, WindowSide]]) -> tuple[Widget, ...]:
    """Return the dot products of both sides, from where the words in the panes begin to where they end.

    They stand below each other or, where there is one line, beside; in the window on their card. `each`: both sides in
    their panes, with the frames from which they are drawn.
    """
    presenting, px = frame.layout.presenting, frame.px
    place = inside_of(frame) if presenting else frame.layout.dot.inset(0, px(6))
    if not place.h:
        return ()
    both = each[0][1].rect.union(each[1][1].rect).inset(px(INSIDE), 0)
    high = place.h - place.h % 2 if presenting else place.h  # in Present one line right under the other
    inner = Rect(both.x, place.y, both.w, high)
    beside = frame.layout.fold >= ONE_LINE and not presenting
    wide, high = ((inner.w - px(28)) // 2, inner.h) if beside else (inner.w, inner.h // 2)
    rects = Rect(inner.x, inner.y, wide, high), Rect(inner.right - wide, inner.bottom - high, wide, high)
    lines = [widget for (own, _, side), rect in zip(each, rects, strict=True) for widget in _dot(own, side, rect)]
    if presenting:
        return tuple(lines)
    rect = inner.inset(-px(INSIDE), -px(6))
    return Area(name="dot ground", rect=rect, unit=frame.unit, role="panel", radius=px(10)), *lines


def _dot(frame: ShownFrame, side: WindowSide, rect: Rect) -> tuple[Widget, ...]:
    """Return a side's letter and its dot product on one line; in Present it is the lens where a grid has no numbers.

    Beside a stack, whose pane has no line for it, the sum of the channels ends the line.
    """
    presenting, moment, parts = frame.layout.presenting, side.moment, _lanes(frame, side.moment)
    size = round(frame.layout.unit * 46) if presenting else frame.size(BODY)
    head, letter = round(size * 1.5), text(f"compare.{side.side.value}")
    inside = Rect(rect.x + head, rect.y, rect.w - head, rect.h)
    end = inside._replace(x=inside.right, w=0, h=0)
    if frame.side.stamps is not None:
        from .stamp.compare import stamp_dot  # few layers have stamps

        label = frame.label("dot title", Rect(rect.x, rect.y, head, rect.h), letter, size, bold=True)
        return label, *stamp_dot(frame, moment, inside, size)
    terms = _terms(frame, moment, parts)
    paged = presenting and _lacks_numbers(frame, side)
    if parts is not None and _floats(frame, side) and not paged:  # a page of the lens takes the whole line
        end = inside._replace(x=round(inside.right - inside.w * SUM_SHARE), w=round(inside.w * SUM_SHARE))
        inside = inside._replace(w=end.x - size - inside.x)
    page = (page_in_line(frame, moment, terms, size, inside.w),) if paged else ()
    lines = page or written(frame.type, terms, size, inside.w, 1)
    dot = (on_lines(frame.type, inside, lines, size, on_side("dot product", side.side)),)
    return (
        frame.label(on_side("dot title", side.side), Rect(rect.x, rect.y, head, rect.h), letter, size, bold=True),
        *(one.changed(name=on_side(one.name, side.side)) for one in _sum(frame, parts, end)),
        *dot,
        *term_in_line(frame.type, dot, None if paged else _term(frame, moment, parts), moment.flight.size),
    )


def _terms(frame: StillFrame, moment: Moment, parts: Lanes | None) -> Terms:
    """Return the terms of a side's dot product; those of a lane are written as all lanes are."""
    if parts is None:
        return terms_of(frame, moment)
    if parts.column.pooling:
        from .lanes.pooled import side_terms

        return side_terms(frame, moment, parts.column)
    terms = terms_of(frame, moment)
    from .lanes.compare_sum import decimals_of_side

    return terms.changed(decimals=decimals_of_side(frame, parts))


def _term(frame: StillFrame, moment: Moment, parts: Lanes | None) -> int | None:
    """Return the term that is in work, or of a pooling the pixel that has won."""
    if parts is None or not parts.column.pooling:
        return moment.term
    from .lanes.pooled import term_now

    return term_now(frame.side, frame.side.result, moment)


def _floats(frame: StillFrame, side: WindowSide) -> bool:
    """Tell whether a side is all a stack, and nothing of the Flat view is left of it."""
    return side.stack is not None and frame.still.interface.rise >= 1


def _lacks_numbers(frame: StillFrame, side: WindowSide) -> bool:
    """Tell whether a grid of a side has no room for its numbers."""
    if side.stack is None:
        return needs_lens(looks_in(frame, side.places))
    from .stack.parts import lacks_numbers

    return lacks_numbers(frame, side.stack)
