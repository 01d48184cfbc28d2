"""A picture for gestures to happen in: the four grids side by side, with square cells, and the card on the image."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.core.scenario import Pair, Scenario, startup
from game.input.intent import CardBorder, Cell, Control, GridName, Target
from game.input.pointer import Sight
from tests.core.edits import with_pixels

CELL = 20.0
IMAGE_X, KERNEL_X, PRODUCTS_X, OUTPUT_X, RAIL_X = 100.0, 400.0, 600.0, 800.0, 1000.0
TOP = 100.0


def centre(grid: GridName, row: int, column: int) -> tuple[float, float]:
    """Return the middle of a cell."""
    left = {
        GridName.IMAGE: IMAGE_X,
        GridName.KERNEL: KERNEL_X,
        GridName.PRODUCTS: PRODUCTS_X,
        GridName.OUTPUT: OUTPUT_X,
    }[grid]
    return left + (column + 0.5) * CELL, TOP + (row + 0.5) * CELL


@dataclass(frozen=True)
class FakeScene:
    """A scene with cells of 20 pixels. `card` is a corner in image coordinates; its border is 3 pixels wide."""

    scenario: Scenario = field(default_factory=startup)
    brush: float = 1.0
    soft: bool = False
    colour: tuple[float, ...] = ()
    unit: float = 1.0
    card: tuple[float, float] = (-9.0, -9.0)
    sight: Sight | None = None

    def painted(self, cells: tuple[Pair, ...], value: float) -> FakeScene:
        """Return the scene after some pixels were painted."""
        return replace(self, scenario=with_pixels(self.scenario, cells, value))

    def target_at(self, x: float, y: float) -> Target | None:
        """Return what is at a point."""
        if self._on_border(x, y):
            return CardBorder()
        if x >= RAIL_X:
            return Control("stride")
        for grid, left, size, around in (
            (GridName.IMAGE, IMAGE_X, self.scenario.image_size, self.scenario.padding),
            (GridName.KERNEL, KERNEL_X, self.scenario.kernel_size, (0, 0)),
            (GridName.PRODUCTS, PRODUCTS_X, self.scenario.kernel_size, (0, 0)),
            (GridName.OUTPUT, OUTPUT_X, self.scenario.output_size, (0, 0)),
        ):
            row, column = int((y - TOP) // CELL), int((x - left) // CELL)
            if -around[0] <= row < size[0] + around[0] and -around[1] <= column < size[1] + around[1]:
                return Cell(grid, row, column)
        return None

    def is_open(self, x: float, y: float) -> bool:
        """Say whether the point is left of the rail and below the bar."""
        return 0 <= x < RAIL_X and y >= TOP - CELL

    def pixel_at(self, x: float, y: float) -> Pair | None:
        """Return the pixel at a point."""
        row, column = int((y - TOP) // CELL), int((x - IMAGE_X) // CELL)
        rows, columns = self.scenario.image_size
        return (row, column) if 0 <= row < rows and 0 <= column < columns else None

    def spot_at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point is in image coordinates."""
        return (y - TOP) / CELL, (x - IMAGE_X) / CELL

    def _on_border(self, x: float, y: float) -> bool:
        row, column = self.spot_at(x, y)
        down, across = row - self.card[0], column - self.card[1]
        rows, columns = self.scenario.kernel_size
        inside = 0 <= down <= rows and 0 <= across <= columns
        edge = min(down, rows - down, across, columns - across) * CELL
        return inside and edge <= 3
