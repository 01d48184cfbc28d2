"""What lies on single cells of a layer: rings and dots of links, the ring of the cursor, marked pixels; and lines."""

from __future__ import annotations

from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Plane, Point, bounds_of
from ...ui.themes import mix
from ...ui.widgets.base import Widget
from .laid_grid import LaidGrid
from .lettering import pitch_of
from .sprites import Shape, draw_lines, face, put, ring, shape_of

SMALL = 10  # pixels of a cell under which a mark fills it


class Marks(Widget, kw_only=True):
    """Outlines on blocks of cells (row, column, rows, columns) in `now` between two of the ground, or dots."""

    plane: Plane
    blocks: tuple[tuple[float, float, float, float], ...]
    strong: bool = True
    out: float = 0.0  # how far outside of the cells

    def draw(self, canvas: Canvas) -> None:
        """Draw a mark on each block."""
        pitch, theme, shape = pitch_of(self.plane), canvas.theme, shape_of(self.plane)
        thickness = max(2.0, min(4.0, pitch * 0.06))
        for row, column, rows, columns in self.blocks:
            at = self.plane.point(row + rows / 2, column + columns / 2)
            if pitch < SMALL and rows == columns == 1:
                put(canvas, face(canvas, shape, theme.now, 0), *at)
            elif self.strong:
                put(canvas, ring(canvas, shape, theme.ground, rows, columns, thickness + 2, self.out + 1), *at)
                put(canvas, ring(canvas, shape, theme.now, rows, columns, thickness, self.out), *at)
            else:
                self._dot(canvas, shape, row, column)

    def _dot(self, canvas: Canvas, shape: Shape, row: float, column: float) -> None:
        """Draw a small mark in a cell's corner, which leaves the number free."""
        small = shape_of(shape.plane(), 0.2)
        at = self.plane.point(row + 0.16, column + 0.84)
        put(canvas, face(canvas, small, canvas.theme.ground, -1.5), *at)
        put(canvas, face(canvas, small, canvas.theme.now, 0), *at)


class Lines(Widget, kw_only=True):
    """Fine lines from layer to layer, each on a wider one in the ground's colour."""

    lines: tuple[tuple[Point, Point], ...]

    def draw(self, canvas: Canvas) -> None:
        """Draw the lines."""
        theme = canvas.theme
        colour = theme.now if len(self.lines) <= FEW else mix(theme.ground, theme.now, 0.7)
        draw_lines(canvas, self.rect, list(self.lines), ((theme.ground, 3), (colour, 1)))


FEW = 9


def lines_of(name: str, lines: tuple[tuple[Point, Point], ...], clip: Rect) -> tuple[Widget, ...]:
    """Return the lines between points; nothing when there are none."""
    if not lines:
        return ()
    rect = bounds_of(tuple(point for line in lines for point in line), 4).overlap(clip)
    return (Lines(name=name, rect=rect, lines=lines),)


def marks_of(name: str, grid: LaidGrid, cells: tuple[tuple[int, int], ...], strong: bool = True) -> tuple[Widget, ...]:
    """Return marks on cells of a grid."""
    if not cells or not grid.there:
        return ()
    blocks = tuple((row * grid.steps[0], column * grid.steps[1], 1.0, 1.0) for row, column in cells)
    return block_marks(name, grid, blocks, strong)


def block_marks(
    name: str, grid: LaidGrid, blocks: tuple[tuple[float, float, float, float], ...], strong: bool = True
) -> tuple[Widget, ...]:
    """Return marks around blocks of cells, given in the plane's rows and columns."""
    points = tuple(point for block in blocks for point in grid.plane.quad(*block))
    rect = bounds_of(points, 12).overlap(grid.clip)
    return (Marks(name=f"marks {name}", rect=rect, plane=grid.plane, blocks=blocks, strong=strong),)


class PlaneCursor(Widget, kw_only=True):
    """The ring around the cell that has the cursor, with a line of the ground's colour on both sides."""

    plane: Plane
    row: float
    column: float

    def draw(self, canvas: Canvas) -> None:
        """Draw the ring."""
        shape, theme, thick = shape_of(self.plane), canvas.theme, max(2, self.px(3))
        at = self.plane.point(self.row + 0.5, self.column + 0.5)
        put(canvas, ring(canvas, shape, theme.ground, 1, 1, thick + 4, thick + 2), *at)
        put(canvas, ring(canvas, shape, theme.now, 1, 1, thick, thick), *at)


def cursor_on(grid: LaidGrid, row: int, column: int, unit: float) -> tuple[Widget, ...]:
    """Return the ring around a cell of a grid."""
    if not grid.there:
        return ()
    place = row * grid.steps[0], column * grid.steps[1]
    rect = grid.plane.bounds(*place, 1, 1, 8 + 12 * unit).overlap(grid.clip)
    return (PlaneCursor(name="cell cursor", rect=rect, unit=unit, plane=grid.plane, row=place[0], column=place[1]),)


class PlaneMarked(Widget, kw_only=True):
    """The pixels that a person has marked as covered next; wrong ones are crossed out once that is told."""

    plane: Plane
    cells: tuple[tuple[int, int], ...]
    wrong: frozenset[tuple[int, int]]

    def draw(self, canvas: Canvas) -> None:
        """Draw the marks."""
        theme, pitch, shape = canvas.theme, pitch_of(self.plane), shape_of(self.plane)
        thick = max(2.0, pitch * 0.08)
        for cell in self.cells:
            at = self.plane.point(cell[0] + 0.5, cell[1] + 0.5)
            if pitch < SMALL:
                put(canvas, face(canvas, shape, theme.negative if cell in self.wrong else theme.now, 0), *at)
                continue
            put(canvas, ring(canvas, shape, theme.ground, 1, 1, thick + 2, 0), *at)
            put(canvas, ring(canvas, shape, theme.now, 1, 1, thick, -1), *at)
            if cell in self.wrong:
                side = round(pitch * 0.36)
                plate = Rect.of(at[0], at[1], 0, 0).centred(side + 4, side + 4)
                canvas.rounded(plate, plate.h / 2, theme.ground)
                canvas.icon("x", plate.centred(side, side), theme.negative_text)


def marked_on(
    grid: LaidGrid, cells: tuple[tuple[int, int], ...], wrong: frozenset[tuple[int, int]]
) -> tuple[Widget, ...]:
    """Return the marks of pixels."""
    points = tuple(point for cell in cells for point in grid.plane.quad(*cell))
    rect = bounds_of(points, 3).overlap(grid.clip)
    return (PlaneMarked(name="marked pixels", rect=rect, plane=grid.plane, cells=cells, wrong=wrong),)
