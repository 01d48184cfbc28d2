"""The whole window as widgets from the bottom to the top, and what lies under a point of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input.targets import CardBorder, Cell, Control, GridName, Side, Target
from ..play.moment import Moment
from ..ui.geometry import Rect
from ..ui.stage import Place, Stage
from ..ui.widgets.base import Widget
from ..value import Value

if TYPE_CHECKING:
    from .stack.places import StackPlaces

COVERS = ("tour", "top bar", "rail", "transport", "dot ground", "keypad")  # panels over, or beside, the stage


class Beside(Value):
    """Side B of Compare, as hands meet it: its places, its moment, its card's outer edge and border."""

    places: Stage
    moment: Moment
    card: Rect
    border: int
    stack: StackPlaces | None = None


class Window(Value):
    """What is in the window. Widgets before `modal_from` lie under an open sheet or list and take no pointer."""

    widgets: tuple[Widget, ...]
    modal_from: int
    places: Stage
    moment: Moment
    card: Rect  # the card's outer edge
    border: int  # how far its border reaches inward, in device pixels
    beside: Beside | None = None  # side B; all else is side A's, or the only one's
    stack: StackPlaces | None = None  # where the layers are in the Stack view; None in the Flat view

    def sides(self) -> tuple[tuple[Side, Window | Beside], ...]:
        """Return the sides that are in the window."""
        return ((Side.A, self),) if self.beside is None else ((Side.A, self), (Side.B, self.beside))

    def of(self, side: Side) -> Window | Beside:
        """Return a side; the only one, when there are not two."""
        return self.beside if side is Side.B and self.beside is not None else self

    def side_at(self, x: float, y: float) -> Side:
        """Return the side on whose image, or card, a point is; side A where it is on neither.

        In the Stack view it is the side in whose pane the point is.
        """
        for side, part in self.sides():
            if part.stack is not None:
                if part.stack.clip.contains(x, y):
                    return side
                continue
            if part.card.contains(x, y) or any(place.at(x, y) is not None for _, place in grids_of(part)):
                return side
        return Side.A

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
        if self.covered(x, y):
            return None
        for side, part in self.sides():
            target = part.stack.target(x, y) if part.stack is not None else _flat_target(part, side, x, y)
            if target is not None:
                return target
        return None

    def pixel_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the image's pixel under a point, whatever floats above it; None in the padding and outside."""
        for _, part in self.sides():
            place = part.places.image if part.stack is None else dict(part.stack.grids)[GridName.IMAGE]
            cell = place.at(x, y)
            if cell is not None:
                rows, columns = place.rows + 2 * place.first[0], place.columns + 2 * place.first[1]
                return cell if 0 <= cell[0] < rows and 0 <= cell[1] < columns else None
        return None

    @property
    def image(self) -> Place:
        """The image's place."""
        return dict(self.grids())[GridName.IMAGE]

    def grids(self) -> tuple[tuple[GridName, Place], ...]:
        """Return the grids of side A, or of the only one; in the Stack view the products have no place of their own."""
        return grids_of(self)

    def place_of(self, cell: Cell) -> Place:
        """Return the place of the grid that a cell is in."""
        return dict(grids_of(self.of(cell.side)))[cell.grid]

    def cell_rect(self, cell: Cell) -> Rect:
        """Return where a cell stands."""
        return self.place_of(cell).cell(cell.row, cell.column)

    def covered(self, x: float, y: float) -> bool:
        """Tell whether a panel, or what is open, lies over a point of the stage."""
        if self.modal_from:
            return True
        return any(widget.name in COVERS and widget.rect.contains(x, y) for widget in self.widgets)


def grids_of(part: Window | Beside) -> tuple[tuple[GridName, Place], ...]:
    """Return the grids of a side with their places."""
    if part.stack is not None:
        return part.stack.grids
    places = part.places
    return (
        (GridName.IMAGE, places.image),
        (GridName.KERNEL, places.kernel),
        (GridName.PRODUCTS, places.products),
        (GridName.OUTPUT, places.output),
    )


def _flat_target(part: Window | Beside, side: Side, x: float, y: float) -> Target | None:
    """Return the card's border, or the cell, that a point of a side in the Flat view meets."""
    if _on_border(part, x, y):
        return CardBorder(side)
    for grid, place in grids_of(part):
        cell = place.at(x, y)
        if cell is not None:
            return Cell(grid, *cell, side)
    return None


def _on_border(part: Window | Beside, x: float, y: float) -> bool:
    return part.card.contains(x, y) and not part.card.inset(part.border).contains(x, y)
