"""What is said over the window: toasts, and the bubble about what is asked for. They lie on nothing that is read."""

from __future__ import annotations

from ..input.intent import Cell, Control, in_formula
from ..session.interface import Toast
from ..ui.frame import SMALL, Frame
from ..ui.geometry import Rect
from ..ui.placing import Rects, placed
from ..ui.widgets.base import Widget
from ..ui.widgets.bubble import Bubble, ToastWidget, bubble_of
from ..ui.widgets.label import Runs
from ..window.toasts import column
from .bubbles import bubble_lines
from .clear import worded
from .frame import ShownFrame
from .window import Window

WIDTHS = (760, 520, 380, 260)
"""How wide toasts may be, in units: the first of those at which they stand nearest to their corner."""
FAR = 420  # units that a bubble stands away from what it speaks of at most, for the sake of words
FLOATING = ("hint", "callout bubble")
"""What may point at something already, and is read."""


def toasts(said: tuple[Toast, ...], clear: Rects, frame: Frame) -> tuple[Widget, ...]:
    """Return the toasts, the newest lowest: at the right foot of the stage, else where nothing is read.

    Where there is no room for all the newest are shown; where there is none, none until what is open closes.
    """
    layout = frame.layout
    rooms = layout.stage.inset(layout.px(16), layout.px(8)), layout.whole.inset(layout.px(8))
    for most in range(len(said), 0, -1):
        columns = [column(said[-most:], frame, min(layout.px(units), rooms[1].w)) for units in WIDTHS]
        for room in rooms:
            corner = room.right, room.bottom
            places = [(found, _nearest(found.size, corner, room, clear)) for found in columns]
            free = [(found, place) for found, place in places if place.h]
            if free:
                found, place = min(free, key=lambda each: _far(each[1], corner))
                return found.at(place)
    return ()


def _nearest(size: tuple[int, int], corner: tuple[int, int], room: Rect, clear: Rects) -> Rect:
    """Return the place of that size that is nearest to a right lower corner; an empty one where there is none."""
    return placed(size, Rect(corner[0] - size[0], corner[1] - size[1], *size), room, clear, ways=())


def _far(place: Rect, corner: tuple[int, int]) -> int:
    """Return how far a place is from a corner."""
    return (corner[0] - place.right) ** 2 + (corner[1] - place.bottom) ** 2


def bubble(frame: ShownFrame, window: Window, clear: Rects) -> Bubble | None:
    """Return the bubble about what is asked for; none where nothing can be said, or where it has no room."""
    interface, target = frame.still.interface, frame.asked
    if interface.entry is not None or frame.layout.tiny or (isinstance(target, Cell) and window.modal_from):
        return None
    lines, near = _about(frame, window, target)
    if not lines:
        return None
    whole = frame.layout.whole.inset(4)
    found = bubble_of(frame.type, lines, frame.size(SMALL), frame.unit, frame.layout.size[0])
    floating = tuple(each.rect for each in window.widgets if each.name in FLOATING or isinstance(each, ToastWidget))
    terms = tuple(each.rect for each in window.widgets if isinstance(each, Runs)) if in_formula(target) else ()
    barred = (*clear, *floating, *terms, near)
    for free in ((*barred, *worded(window)), barred):
        place = placed(found.rect[2:], near, whole, free, round(10 * frame.unit))
        if place.h and _far(place, (near.right, near.bottom)) <= round(FAR * frame.unit) ** 2:
            return found.changed(rect=place)
    return found.changed(rect=place) if place.h else None


def _about(frame: ShownFrame, window: Window, target: object) -> tuple[tuple[str, ...], Rect]:
    """Return what is said about a target, and where that is."""
    if isinstance(target, Cell):
        moment = window.of(target.side).moment
        lines = bubble_lines(frame.still.of(target.side), moment, target, frame.still.alone)
        return lines, window.cell_rect(target)
    widget = window.named(target.name) if isinstance(target, Control) else None
    if widget is None or not widget.tooltip:
        return (), frame.layout.whole
    return tuple(widget.tooltip.split("\n")), widget.visible
