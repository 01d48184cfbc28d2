"""The grids of a trace: what the cell is made of stays bright and has frames, all else is dimmed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...core.grid import Pair
from ...core.receptive import Field
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.themes import WHITE, Colour, shade
from ...ui.widgets.base import Widget
from ..colours import Colours, mixed_colours, pixel_colours, small_colours
from ..lanes.small import SmallGrid, small_surface
from ..numbers import NumberLook, fits, share_words, shown, written_so

DIMMED = 0.78
"""How much of the ground is in what is not lit."""
QUIET = 185
"""Of 255: how opaque a number is in what is not lit; in a theme of high contrast as any other."""


class TraceGrid(Widget, kw_only=True):
    """The image, or the map in front of a layer.

    channels: one grid, or three of an image in colour. pixels: they are those of the image. full: the value with the
    full hue. made: how many cells stand. field: the part that is lit, None before it is reached. blocks: its blocks.
    look: how the numbers of the cells are written, with size 0 where they are not.
    """

    grid: SmallGrid
    channels: tuple[Same, ...]
    pixels: bool
    full: float
    made: int
    field: Field | None
    blocks: tuple[tuple[Pair, Pair], ...]
    thick: int
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Draw all cells, those that are not lit dimmed, and a frame around each block of those that are."""
        lit = self._lit()
        colours = self._colours(canvas, lit)
        canvas.surface.blit(small_surface(canvas, self.grid, colours), self.grid.rect[:2])
        if self.look.size:
            self._write(canvas, colours, lit)
        for first, size in self.blocks:
            block = self.grid.block(*first, *size)
            canvas.outline(block.inset(-self.thick - 1), 3, canvas.theme.ground, self.thick + 2)
            canvas.outline(block.inset(-self.thick), 3, canvas.theme.now, self.thick)

    def _lit(self) -> NDArray[np.bool_]:
        """Return which cells are lit."""
        lit = np.zeros(self.grid.size, bool)
        if self.field is not None and not self.field.is_empty:
            lit[np.ix_(self.field.rows, self.field.columns)] = True
        return lit

    def _write(self, canvas: Canvas, colours: Colours, lit: NDArray[np.bool_]) -> None:
        """Write the numbers of the cells that stand, in those that are not lit as quiet words are."""
        place, look = self.grid.place, self.look
        if place is None:
            return
        alpha = 255 if canvas.theme.patterned else QUIET
        cells: list[tuple[str, float, float, Colour]] = []
        values = self.channels[0].thing.ravel().tolist()[: self.made]
        for index, value in enumerate(values):
            (row, column), words = divmod(index, place.columns), written_so(value, look)
            if not fits(canvas.type, words, look, place):
                continue
            x, y = place.cell(row, column).centre
            if lit[row, column]:
                red, green, blue = colours[row, column].tolist()
                cells.append((words, x, y, (red, green, blue)))
            else:
                canvas.text(words, x, y, look.size, canvas.theme.dim, False, 0.5, alpha)
        canvas.numbers(cells, look.size, look.outlined)

    def _colours(self, canvas: Canvas, lit: NDArray[np.bool_]) -> Colours:
        theme, values = canvas.theme, [each.thing for each in self.channels]
        if len(values) > 1:
            colours = mixed_colours(values, self.full)
        elif self.pixels:
            colours = pixel_colours(values[0], self.full, WHITE, theme.negative)
        else:
            colours = small_colours(values[0], self.full, theme.output, theme)
        found: Colours = colours.copy()
        found.reshape(-1, 3)[self.made :] = theme.raised
        ground = np.array(theme.ground, np.float64)
        dimmed = np.rint(found + (ground - found) * DIMMED).astype(np.uint8)
        found[~lit] = dimmed[~lit]
        return found


class TraceClasses(Widget, kw_only=True):
    """The classes of a last layer, one under another: number, cell, value. lit: those that are made of, or made.

    values: None where one does not stand. row: device pixels of the height of one. shares: they are that.
    size: font size.
    """

    values: tuple[float | None, ...]
    magnitude: float
    lit: frozenset[int]
    row: int
    shares: bool
    size: int

    def cell(self, index: int) -> Rect:
        """Return the cell of a class."""
        x, y, width, _ = self.rect
        side = self.row - max(2, self.row // 8)
        return Rect(x + round(1.6 * self.size), y + index * self.row, min(2 * side, width // 2), side)

    def draw(self, canvas: Canvas) -> None:
        """Draw all of them."""
        theme = canvas.theme
        for index, value in enumerate(self.values):
            lit, cell = index in self.lit, self.cell(index)
            colour = theme.text if lit else theme.dim
            ground = theme.raised if value is None else shade(value, self.magnitude, theme.output, theme)
            canvas.text(str(index), self.rect.x, cell.centre[1], self.size, colour, lit)
            canvas.rounded(cell, 3, ground)
            if lit:
                thick = max(2, self.row // 12)
                canvas.outline(cell.inset(-thick), 4, theme.now, thick)
            if value is not None:
                words = share_words(value) if self.shares else shown(value, 2)
                canvas.text(words, cell.right + self.size // 2, cell.centre[1], self.size, colour, lit)
