"""Compare: the same view twice, once for each side, with heads that say what differs and one walk for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..play.moment import Moment
from ..ui.frame import BODY
from ..ui.geometry import Rect
from ..ui.layout import ONE_LINE
from ..ui.stage_compare import INSIDE, Pane
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area
from ..words.texts import text
from .compare_words import flat_words, pane_head
from .dot_product import DotProduct, Line, term_in_line, written
from .flat import grids_view, terms_of
from .frame import ShownFrame, StillFrame
from .lens import needs_lens, page_in_line
from .places import looks_in, panes_of
from .present import inside_of, progress
from .window import on_side

if TYPE_CHECKING:
    from .stack.places import StackPlaces
    from .window import WindowSide


def compare_view(frame: ShownFrame, sides: tuple[WindowSide, ...]) -> tuple[Widget, ...]:
    """Return everything on the stage, from the bottom to the top, and both dot products."""
    panes = panes_of(frame)
    ground = Area(name="stage", rect=frame.layout.whole, role="ground")
    both = [
        widget
        for pane, side in zip(panes, sides, strict=True)
        for widget in _side(frame.of(side.side), pane, side.moment, side.stack)
    ]
    if frame.layout.tiny:
        return ground, *both
    present = frame.layout.presenting
    below = (*_lines(frame, panes, sides), progress(frame)) if present else _dots(frame, panes, sides)
    return (ground, *both, *below)


def _side(frame: ShownFrame, pane: Pane, moment: Moment, stack: StackPlaces | None) -> tuple[Widget, ...]:
    """Return what stands in a pane, of a frame that draws its side; all but the head is called as of that side."""
    if stack is None:
        _, *grids = grids_view(frame, moment, pane.places, looks_in(frame, pane.places))
        there = (widget for widget in grids if widget.rect.w or not frame.layout.tiny)
        inside = (*(() if frame.layout.tiny else flat_words(frame, pane)), *there)
    else:
        from .compare_stack import stack_side  # a whole view of its own: not before it is wanted

        inside = stack_side(frame, pane, moment, stack)
    own = tuple(widget.changed(name=on_side(widget.name, pane.side)) for widget in inside)
    return own if frame.layout.tiny else (*pane_head(frame, pane), *own)


def _under(frame: StillFrame, panes: tuple[Pane, Pane], place: Rect) -> Rect:
    """Return a place under the panes from where the words in them begin to where they end."""
    both = panes[0].rect.union(panes[1].rect).inset(frame.px(INSIDE), 0)
    return Rect(both.x, place.y, both.w, place.h)


def _dots(frame: StillFrame, panes: tuple[Pane, Pane], sides: tuple[WindowSide, ...]) -> tuple[Widget, ...]:
    """Return the dot products of both sides on their card: below each other, or where there is one line beside."""
    place, px = frame.layout.dot, frame.px
    if not place.h:
        return ()
    inner = _under(frame, panes, place).inset(0, px(6))
    ground = Area(
        name="dot ground", rect=inner.inset(-px(INSIDE), -px(6)), unit=frame.unit, role="panel", radius=px(10)
    )
    gap = px(28)
    one_line = frame.layout.fold >= ONE_LINE
    if one_line:
        wide = (inner.w - gap) // 2
        rects = (Rect(inner.x, inner.y, wide, inner.h), Rect(inner.right - wide, inner.y, wide, inner.h))
    else:
        high = inner.h // 2
        rects = (Rect(inner.x, inner.y, inner.w, high), Rect(inner.x, inner.bottom - high, inner.w, high))
    size = frame.size(BODY)
    lines = tuple(
        widget
        for side, rect in zip(sides, rects, strict=True)
        for widget in _dot(frame.of(side.side), side.moment, rect, size)
    )
    return ground, *lines


def _dot(frame: StillFrame, moment: Moment, rect: Rect, size: int, line: Line | None = None) -> tuple[Widget, ...]:
    """Return a side's letter and its dot product on one line."""
    side = frame.side.side
    letter = text(f"compare.{side.value}")
    head = round(size * 1.5)
    inside = Rect(rect.x + head, rect.y, rect.w - head, rect.h)
    lines = (line,) if line is not None else written(frame.type, terms_of(frame, moment), size, inside.w, 1)
    dot = (DotProduct(name=on_side("dot product", side), rect=inside, lines=lines, size=size),)
    return (
        frame.label(on_side("dot title", side), Rect(rect.x, rect.y, head, rect.h), letter, size, bold=True),
        *dot,
        *term_in_line(frame.type, dot, moment.term if line is None else None, moment.flight.size),
    )


def _lines(frame: ShownFrame, panes: tuple[Pane, Pane], sides: tuple[WindowSide, ...]) -> tuple[Widget, ...]:
    """Return the dot products of both sides in Present: as large as ever, the lens where a grid has no numbers."""
    size, inner = round(frame.layout.unit * 46), _under(frame, panes, inside_of(frame))
    high = inner.h // 2
    found: list[Widget] = []
    for index, (pane, side) in enumerate(zip(panes, sides, strict=True)):
        own, moment, line = frame.of(side.side), side.moment, None
        rect = Rect(inner.x, inner.y + index * high, inner.w, high)
        if _lacks_numbers(own, pane, side.stack):
            line = page_in_line(own, moment, terms_of(own, moment), size, rect.w - round(size * 1.5))
        found.extend(_dot(own, moment, rect, size, line))
    return tuple(found)


def _lacks_numbers(frame: StillFrame, pane: Pane, stack: StackPlaces | None) -> bool:
    """Tell whether a grid of a side has no room for its numbers, so that its line is the lens."""
    if stack is None:
        return needs_lens(looks_in(frame, pane.places))
    from .stack.parts import lacks_numbers

    return lacks_numbers(frame, stack)
