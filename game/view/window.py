"""The whole window as widgets from the bottom to the top, and what lies under a point of it."""

from __future__ import annotations

from ..input.targets import CardBorder, Cell, Control, GridName, Target
from ..play.moment import Moment
from ..ui.geometry import Rect
from ..ui.stage import GridPlace, Stage
from ..ui.widgets.base import Widget
from ..value import Value

COVERS = ("tour", "top bar", "rail", "transport", "dot ground", "keypad")  # panels over, or beside, the stage


class Window(Value):
    """What is in the window. Widgets before `modal_from` lie under an open sheet or list and take no pointer."""

    widgets: tuple[Widget, ...]
    modal_from: int
    places: Stage
    moment: Moment
    card: Rect  # the card's outer edge
    border: int  # how far its border reaches inward, in device pixels

    def widget_at(self, x: float, y: float) -> Widget | None:
        """Return the topmost widget that answers the pointer at a point; grids are none."""
        for index in range(len(self.widgets) - 1, self.modal_from - 1, -1):
            widget = self.widgets[index]
            if (widget.focusable or widget.captures) and widget.hit(x, y):
                return widget
        return None

    def named(self, name: str | None) -> Widget | None:
        """Return the widget of that name, if it is there and not under an open sheet or list."""
        for widget in self.widgets[self.modal_from :]:
            if widget.name == name:
                return widget
        return None

    def target_at(self, x: float, y: float) -> Target | None:
        """Return what a hand points at: a control, else the card's border, else a cell."""
        widget = self.widget_at(x, y)
        if widget is not None:
            return Control(widget.name)
        if self._covered(x, y):
            return None
        if self._on_border(x, y):
            return CardBorder()
        for grid, place in self.grids():
            cell = place.at(x, y)
            if cell is not None:
                return Cell(grid, *cell)
        return None

    def pixel_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the image's pixel under a point, whatever floats above it; None in the padding and outside."""
        cell = self.places.image.at(x, y)
        if cell is None:
            return None
        rows, columns = (
            self.places.image.rows + 2 * self.places.image.first[0],
            self.places.image.columns + 2 * self.places.image.first[1],
        )
        return cell if 0 <= cell[0] < rows and 0 <= cell[1] < columns else None

    def grids(self) -> tuple[tuple[GridName, GridPlace], ...]:
        """Return the four grids with their places."""
        places = self.places
        return (
            (GridName.IMAGE, places.image),
            (GridName.KERNEL, places.kernel),
            (GridName.PRODUCTS, places.products),
            (GridName.OUTPUT, places.output),
        )

    def cell_rect(self, cell: Cell) -> Rect:
        """Return where a cell stands."""
        return dict(self.grids())[cell.grid].cell(cell.row, cell.column)

    def _covered(self, x: float, y: float) -> bool:
        if self.modal_from:
            return True
        return any(widget.name in COVERS and widget.rect.contains(x, y) for widget in self.widgets)

    def _on_border(self, x: float, y: float) -> bool:
        return self.card.contains(x, y) and not self.card.inset(self.border).contains(x, y)
