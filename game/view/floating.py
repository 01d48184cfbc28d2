"""What is said over the window: toasts, and the bubble about what is asked for. They lie on nothing that is read."""

from __future__ import annotations

from ..input.targets import Cell, Control
from ..ui.frame import SMALL, Frame
from ..ui.geometry import Rect
from ..ui.panels.toasts import column
from ..ui.placing import Rects, placed
from ..ui.widgets.base import Widget
from ..ui.widgets.bubble import Bubble, ToastWidget, bubble_of
from .bubbles import bubble_lines
from .builder import side_frame
from .window import Window

WIDTHS = (760, 520, 380, 260)
"""How wide toasts may be, in units: the first width at which they find a place."""
FLOATING = ("hint", "callout bubble")
"""What may point at something already, and is read."""


def toasts(frame: Frame, clear: Rects) -> tuple[Widget, ...]:
    """Return the toasts, the newest lowest: at the right foot of the stage, else where nothing is read.

    Where there is no room for all the newest are shown; where there is none, none until what is open closes.
    """
    said = frame.state.interface.toasts
    layout, px = frame.layout, frame.layout.px
    for most in range(len(said), 0, -1):
        for units in WIDTHS:
            found = column(frame, min(px(units), layout.size[0] - 2 * px(8)), most)
            for room in (layout.stage.inset(px(16), px(8)), layout.whole.inset(px(8))):
                wanted = Rect(room.right - found.size[0], room.bottom - found.size[1], *found.size)
                place = placed(found.size, wanted, room, clear, ways=())
                if place.h:
                    return found.at(place)
    return ()


def bubble(frame: Frame, window: Window, clear: Rects) -> Bubble | None:
    """Return the bubble about what is asked for; none where nothing can be said, or where it has no room."""
    interface, target = frame.state.interface, frame.asked
    if interface.entry is not None or frame.layout.tiny or (isinstance(target, Cell) and window.modal_from):
        return None
    lines, near = _about(frame, window, target)
    if not lines:
        return None
    whole = frame.layout.whole.inset(4)
    found = bubble_of(frame.type, lines, frame.size(SMALL), frame.layout.text, frame.layout.size[0])
    floating = (each.rect for each in window.widgets if each.name in FLOATING or isinstance(each, ToastWidget))
    place = placed(found.rect[2:], near, whole, (*clear, *floating, near), round(10 * frame.layout.text))
    return found.changed(rect=place) if place.h else None


def _about(frame: Frame, window: Window, target: object) -> tuple[tuple[str, ...], Rect]:
    """Return what is said about a target, and where that is."""
    if isinstance(target, Cell):
        lines = bubble_lines(side_frame(frame, target.side).state, window.of(target.side).moment, target)
        return lines, window.cell_rect(target)
    widget = window.named(target.name) if isinstance(target, Control) else None
    if widget is None or not widget.tooltip:
        return (), frame.layout.whole
    return tuple(widget.tooltip.split("\n")), widget.visible
