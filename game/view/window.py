"""The whole window as widgets from the bottom to the top, and what lies under a point of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input.intent import CardBorder, Cell, Control, GridName, Side, Target
from ..play.moment import Moment
from ..ui.geometry import Rect
from ..ui.place import Place
from ..ui.stage import Stage
from ..ui.widgets.base import Widget
from ..value import Value
from .frame import ShownFrame

if TYPE_CHECKING:
    from .stack.places import StackPlaces

COVERS = frozenset(("tour", "top bar", "rail", "transport", "dot ground", "keypad"))
"""Panels over, or beside, the stage."""


class WindowSide(Value):
    """One side, or the only one, as hands meet it.

    card: its outer edge. border: how far its border reaches inward, in device pixels.
    stack: where its layers are in the Stack view; None in the Flat view. under: the grid on which the card lies.
    painted: so many rows and columns of pixels are painted also where the card's border lies on them.
    """

    side: Side
    places: Stage
    moment: Moment
    card: Rect
    border: int
    stack: StackPlaces | None = None
    under: GridName = GridName.IMAGE
    painted: tuple[int, int] = (0, 0)

    def grids(self) -> tuple[tuple[GridName, Place], ...]:
        """Return the grids with their places; in the Stack view the products have no place of their own."""
        return tuple((grid, self.place(grid)) for grid in GridName)

    def place(self, grid: GridName) -> Place:
        """Return the place of a grid."""
        found: Place = getattr(self.stack or self.places, grid.value)
        return found

    def meets(self, x: float, y: float) -> bool:
        """Tell whether a point is on a grid or the card; in the Stack view, in the pane."""
        if self.stack is not None:
            return self.stack.clip.contains(x, y)
        return self.card.contains(x, y) or any(place.at(x, y) is not None for _, place in self.grids())

    def target_at(self, x: float, y: float) -> Target | None:
        """Return the card's border, or the cell, that a point meets."""
        found = self._target(x, y)
        cell = self.place(GridName.IMAGE).at(x, y) if isinstance(found, CardBorder) else None
        if cell is not None and 0 <= cell[0] < self.painted[0] and 0 <= cell[1] < self.painted[1]:
            return Cell(GridName.IMAGE, *cell, self.side)
        return found

    def _target(self, x: float, y: float) -> Target | None:
        """Return what a point meets, the card's border before the pixels under it."""
        if self.stack is not None:
            return self.stack.target(x, y)
        if self.card.contains(x, y) and not self.card.inset(self.border).contains(x, y):
            return CardBorder(self.side)
        cells = ((grid, place.at(x, y)) for grid, place in self.grids())
        return next((Cell(grid, *cell, self.side) for grid, cell in cells if cell is not None), None)


class Window(Value):
    """What is in the window, and the frame that it was made from.

    Widgets before `modal_from` lie under an open sheet or list and take no pointer.
    """

    widgets: tuple[Widget, ...]
    modal_from: int
    frame: ShownFrame
    sides: tuple[WindowSide, ...]

    @property
    def first(self) -> WindowSide:
        """Side A, or the only one."""
        return self.sides[0]

    @property
    def places(self) -> Stage:
        """The places of side A, or of the only one."""
        return self.first.places

    def of(self, side: Side) -> WindowSide:
        """Return a side; the only one, when there are not two."""
        return self.sides[-1 if side is Side.B else 0]

    def side_at(self, x: float, y: float) -> Side:
        """Return the side on whose image, or card, a point is; side A where it is on neither.

        In the Stack view it is the side in whose pane the point is.
        """
        return next((part.side for part in self.sides if part.meets(x, y)), Side.A)

    def widget_at(self, x: float, y: float) -> Widget | None:
        """Return the topmost widget that answers the pointer at a point; grids are none."""
        for widget in reversed(self.widgets[self.modal_from :]):
            if (widget.focusable or widget.captures) and widget.hit(x, y):
                return widget
        return None

    def named(self, name: str | None) -> Widget | None:
        """Return the widget of that name, if it is there and not under an open sheet or list."""
        if name is None:
            return None
        return next((widget for widget in self.widgets[self.modal_from :] if widget.name == name), None)

    def target_at(self, x: float, y: float) -> Target | None:
        """Return what a hand points at: a control, else the card's border, else a cell."""
        widget = self.widget_at(x, y)
        if widget is not None:
            return Control(widget.name)
        if self.covered(x, y):
            return None
        targets = (part.target_at(x, y) for part in self.sides)
        return next((target for target in targets if target is not None), None)

    def pixel_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the image's pixel under a point, whatever floats above it; None in the padding and outside."""
        for part in self.sides:
            place = part.place(GridName.IMAGE)
            if (cell := place.at(x, y)) is not None:
                rows, columns = self.frame.still.of(part.side).result.scenario.image_size
                return cell if 0 <= cell[0] < rows and 0 <= cell[1] < columns else None
        return None

    def place_of(self, cell: Cell) -> Place:
        """Return the place of the grid that a cell is in."""
        return self.of(cell.side).place(cell.grid)

    def cell_rect(self, cell: Cell) -> Rect:
        """Return where a cell stands."""
        return self.place_of(cell).cell(cell.row, cell.column)

    def covered(self, x: float, y: float) -> bool:
        """Tell whether a panel, or what is open, lies over a point of the stage."""
        return self.modal_from > 0 or any(
            widget.name in COVERS and widget.rect.contains(x, y) for widget in self.widgets
        )
