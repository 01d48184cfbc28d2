"""Marking pixels with the pointer, while Predict asks which ones the kernel covers next."""

from __future__ import annotations

from ..input.event_types import PointerDown, PointerMove
from ..input.intent import Cell, GridName, Intent
from ..input.mode_intents import MarkPixel
from ..session.state import State
from ..view.window import Window

LEFT = 1


def first_mark(state: State, window: Window, event: PointerDown) -> MarkPixel | None:
    """Return the mark that a press makes, or takes away; None when it means something else."""
    if event.button != LEFT or event.shift or window.modal_from:
        return None
    target = window.target_at(event.x, event.y)
    if not isinstance(target, Cell) or target.grid is not GridName.IMAGE:
        return None
    pixel = (target.row, target.column)
    return MarkPixel(pixel, pixel not in state.predict.marked)


def further_marks(state: State, window: Window, event: PointerMove, on: bool) -> tuple[Intent, ...]:
    """Return the marks of the pixels that a drag has come to."""
    pixels = dict.fromkeys(window.first.place(GridName.IMAGE).at(*place) for place in event.places)
    marked = state.predict.marked
    return tuple(MarkPixel(pixel, on) for pixel in pixels if pixel is not None and (pixel in marked) is not on)
