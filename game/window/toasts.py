"""The toasts as a column, the newest lowest: how large it is. Where it stands is for the view to say."""

from __future__ import annotations

from ..session.interface import Toast
from ..ui.frame import BODY, Frame
from ..ui.geometry import Rect
from ..ui.widgets.bubble import ToastWidget, toast_of
from ..value import Value

GROUND = "sheet ground"
"""The name of what fills the window under a sheet and what is said beside it: a toast may lie on it."""


LEAST_SHEET = 140
"""Units of the height of a sheet's head and of two lines, which toasts leave."""


class Column(Value):
    """Toasts below each other, their right edges in line, around the point 0, 0 as their top left."""

    toasts: tuple[ToastWidget, ...]
    size: tuple[int, int]

    def at(self, place: Rect) -> tuple[ToastWidget, ...]:
        """Return the toasts with the column's top left at that of a place."""
        return tuple(toast.changed(rect=toast.rect.moved(place.x, place.y)) for toast in self.toasts)


def column(toasts: tuple[Toast, ...], frame: Frame, width: int) -> Column:
    """Return toasts, at most so wide."""
    layout = frame.layout
    shown = [
        toast_of(frame.type, toast.number, toast.sentence, toast.warning, layout.text, frame.size(BODY), width).changed(
            share=toast.share
        )
        for toast in toasts
    ]
    wide, gap, y = max((toast.rect.w for toast in shown), default=0), layout.px(8), 0
    placed: list[ToastWidget] = []
    for toast in shown:
        rect = Rect(wide - toast.rect.w, y, *toast.rect[2:])
        placed.append(toast.changed(rect=rect, mood=frame.mood(toast.name)))
        y = rect.bottom + gap
    return Column(tuple(placed), (wide, max(0, y - gap)))


def room_below(toasts: tuple[Toast, ...], frame: Frame) -> int:
    """Return the height that a sheet over the whole window leaves to the toasts at its foot; 0 while there are none.

    A toast that would leave the sheet too little to be read or closed waits until that is closed.
    """
    if not toasts:
        return 0
    width, height = frame.layout.size
    gap = frame.px(8)
    high = [column(toasts[-count:], frame, width - 2 * gap).size[1] for count in (3, 2, 1)]
    room = next((each for each in high if each < height // 3), high[-1]) + 2 * gap
    return room if height - room >= frame.px(LEAST_SHEET) else 0
