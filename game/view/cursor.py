"""The ring around the cell that has the cursor."""

from __future__ import annotations

from ..ui.canvas import Canvas
from ..ui.widgets.base import Widget
from .frame import StillFrame
from .window import Window


class CellCursor(Widget, kw_only=True):
    """A ring in `now`, with a line of the ground's colour on both sides, so that it is seen on any cell."""

    radius: float

    def draw(self, canvas: Canvas) -> None:
        """Draw the ring around the cell."""
        thick = max(2, self.px(3))
        canvas.outline(self.rect, self.radius + 4, canvas.theme.ground, thick + 3)
        canvas.outline(self.rect.inset(1), self.radius + 3, canvas.theme.now, thick)
        canvas.outline(self.rect.inset(thick + 1), self.radius, canvas.theme.ground, 2)


def cell_cursor(frame: StillFrame, window: Window) -> tuple[Widget, ...]:
    """Return the ring, if a cell has the cursor."""
    cursor = frame.still.interface.cursor
    if cursor is None:
        return ()
    stack = window.of(cursor.side).stack
    if stack is not None:
        from .stack.marks import cursor_on

        return cursor_on(dict(stack.grids)[cursor.grid], cursor.row, cursor.column, frame.unit)
    cell = window.cell_rect(cursor)
    radius = window.place_of(cursor).radius
    return (CellCursor(name="cell cursor", rect=cell.inset(-5), unit=frame.unit, radius=radius),)
