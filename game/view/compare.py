"""Compare: the same view twice, once for each side, with heads that say what differs and one walk for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input.targets import Side
from ..play.moment import Moment
from ..ui.frame import BODY
from ..ui.geometry import Rect
from ..ui.layout import ONE_LINE
from ..ui.stage_compare import Pane
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area
from ..words.texts import text
from .card import border, card_rect
from .compare_words import flat_words, on_side, pane_head, pane_looks
from .dot_product import DotProduct, Line, written
from .flat import grids_view, terms_of
from .frame import StateFrame, StillFrame
from .lens import needs_lens, page_in_line
from .places import panes_of
from .present import inside_of, progress
from .window import Beside

if TYPE_CHECKING:
    from .stack.places import StackPlaces


def compare_view(
    frame: StateFrame, moments: tuple[Moment, Moment], stacks: tuple[StackPlaces, StackPlaces] | None = None
) -> tuple[Widget, ...]:
    """Return everything on the stage, from the bottom to the top, and both dot products.

    stacks: the places of both sides in the Stack view; None in the Flat view.
    """
    panes = panes_of(frame)
    ground = Area(name="stage", rect=frame.layout.whole, role="ground")
    sides = [
        widget
        for pane, moment, stack in zip(panes, moments, stacks or (None, None), strict=True)
        for widget in _side(frame.of(pane.side), pane, moment, stack)
    ]
    if frame.layout.tiny:
        return ground, *sides
    present = frame.layout.presenting
    below = (*_lines(frame, panes, moments, stacks), progress(frame)) if present else _dots(frame, moments)
    return (ground, *sides, *below)


def beside(frame: StillFrame, moment: Moment, stack: StackPlaces | None) -> Beside:
    """Return where side B stands in the window, for hands."""
    side = frame.of(Side.B)
    places = panes_of(frame)[1].places
    card = card_rect(places.image, moment, side.state.result, frame.unit)
    return Beside(places, moment, card, max(border(places.image) + 3, 7), stack)


def _side(frame: StateFrame, pane: Pane, moment: Moment, stack: StackPlaces | None) -> tuple[Widget, ...]:
    """Return what stands in a pane, of a frame that is drawn from its side."""
    if stack is not None:
        from .compare_stack import stack_side  # a whole view of its own: not before it is wanted

        return stack_side(frame, pane, moment, stack)
    _, *grids = grids_view(frame, moment, pane.places, pane_looks(frame, pane.places))
    own = tuple(widget.changed(name=on_side(widget.name, pane.side)) for widget in grids)
    if frame.layout.tiny:
        return tuple(widget for widget in own if widget.rect.w)
    return (*pane_head(frame, pane), *flat_words(frame, pane), *own)


def _dots(frame: StillFrame, moments: tuple[Moment, Moment]) -> tuple[Widget, ...]:
    """Return the dot products of both sides on their card: below each other, or where there is one line beside."""
    place, px = frame.layout.dot, frame.px
    if not place.h:
        return ()
    ground = Area(name="dot ground", rect=place, unit=frame.unit, role="panel", radius=px(10))
    inner = place.inset(px(24), px(6))
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
        for side, moment, rect in zip(Side, moments, rects, strict=True)
        for widget in _dot(frame.of(side), side, moment, rect, size)
    )
    return ground, *lines


def _dot(
    frame: StillFrame, side: Side, moment: Moment, rect: Rect, size: int, line: Line | None = None
) -> tuple[Widget, ...]:
    """Return a side's letter and its dot product on one line."""
    letter = text(f"compare.{side.value}")
    head = round(size * 1.5)
    inside = Rect(rect.x + head, rect.y, rect.w - head, rect.h)
    lines = (line,) if line is not None else written(frame.type, terms_of(frame, moment), size, inside.w, 1)
    return (
        frame.label(on_side("dot title", side), Rect(rect.x, rect.y, head, rect.h), letter, size, bold=True),
        DotProduct(name=on_side("dot product", side), rect=inside, lines=lines, size=size),
    )


def _lines(
    frame: StateFrame,
    panes: tuple[Pane, Pane],
    moments: tuple[Moment, Moment],
    stacks: tuple[StackPlaces, StackPlaces] | None,
) -> tuple[Widget, ...]:
    """Return the dot products of both sides in Present: as large as ever, the lens where a grid has no numbers."""
    size, inner = round(frame.layout.unit * 46), inside_of(frame)
    high = inner.h // 2
    found: list[Widget] = []
    for index, (pane, moment) in enumerate(zip(panes, moments, strict=True)):
        side = frame.of(pane.side)
        rect = Rect(inner.x, inner.y + index * high, inner.w, high)
        line = None
        if _lacks_numbers(side, pane, None if stacks is None else stacks[index]):
            line = page_in_line(side, moment, terms_of(side, moment), size, rect.w - round(size * 1.5))
        found.extend(_dot(side, pane.side, moment, rect, size, line))
    return tuple(found)


def _lacks_numbers(frame: StillFrame, pane: Pane, stack: StackPlaces | None) -> bool:
    """Tell whether a grid of a side has no room for its numbers, so that its line is the lens."""
    if stack is None:
        return needs_lens(pane_looks(frame, pane.places))
    from .compare_stack import lacks_numbers

    return lacks_numbers(frame, stack)
