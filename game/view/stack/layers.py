"""The layers that keep still while the walk goes on: pictures of their boards as in the Flat view, which are laid."""

from __future__ import annotations

from math import ceil, floor

import numpy as np
import pygame

from ...core.result import Result
from ...session.boards import Board
from ...ui import shapes
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.widgets.base import Widget
from ...value import narrowed
from ..coverage import coverage_picture
from ..image_picture import image_picture
from ..numbers import NumberLook
from ..output import mark_clipped
from ..still import cell_mask, empty_ring, shaded_picture
from .laying import CLEAR, Block, block_of, cells_seen, joined, laid, turned
from .lettering import Writing, texels_of
from .places import LaidGrid
from .sprites import PREMULTIPLIED, put

MOST = 2_200_000  # texels of a texture
COARSER = 0.7  # how many of the texels a cell has while the camera moves


class Layer(Widget, kw_only=True):
    """A signed board that lies in its plane, with nothing between its cells.

    `fine`: it keeps still, and is worth more samples.
    """

    place: LaidGrid
    board: Board
    writing: Writing
    fine: bool

    @property
    def what(self) -> tuple[object, ...]:
        """What its flat picture depends on besides its size and the look of its numbers."""
        return "shaded", Same(self.board.grid), self.board.magnitude, self.board.key.role, self.board.map_look

    def flat(self, canvas: Canvas, cells: Block, look: NumberLook) -> pygame.Surface:
        """Return a flat picture of some cells."""
        (row, column), magnitude, seen = cells.first, self.board.magnitude, self.board.map_look
        part = self.board.grid[row : row + cells.rows, column : column + cells.columns]
        picture = shaded_picture(canvas, cells, part, magnitude, self.board.key.role.value, look, True, map_look=seen)
        mark_clipped(canvas.onto(picture), cells.changed(first=(0, 0)), part, magnitude, seen)
        whole = picture.convert_alpha()
        mask = np.rint(255 * cell_mask(cells)).astype(np.uint8)
        pygame.surfarray.pixels_alpha(whole)[:] = np.tile(mask, (cells.columns, cells.rows))
        return whole.premul_alpha()

    def texture(self, canvas: Canvas) -> pygame.Surface:
        """Return the flat picture with a clear border, as which all looks that lies outside."""
        block = self.block
        look = self.writing.on(block.side)

        def make() -> pygame.Surface:
            picture = self.flat(canvas, block, look)
            width, height = picture.get_size()
            texture = pygame.Surface((width + 2, height + 2), pygame.SRCALPHA)
            texture.fill(CLEAR)
            flags = PREMULTIPLIED if picture.get_flags() & pygame.SRCALPHA else 0
            texture.blit(picture, (1, 1), special_flags=flags)
            return texture

        return canvas.kept(("texture", *self.what, block, look), make)

    def laid(self, canvas: Canvas) -> pygame.Surface:
        """Return what is seen of it, as it lies."""
        key = ("laid", *self.what, self.writing, *self._lies)
        return canvas.kept(key, lambda: laid(self.texture(canvas), self.block, self.place, self.rect))

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture; while the camera moves, lay it anew: fast where it is all seen, else what is."""
        if self.fine:
            canvas.surface.blit(self.laid(canvas), self.rect[:2], special_flags=PREMULTIPLIED)
            return
        texture, block = self.texture(canvas), self.block
        width, height = texture.get_size()
        if width**2 + height**2 > LARGE or self.place.pitch > block.pitch * NEAR:
            seen = laid(texture, block, self.place, self.rect, 1)
            canvas.surface.blit(seen, self.rect[:2], special_flags=PREMULTIPLIED)
            return
        (row, column), (rows, columns) = block.first, (block.rows / 2, block.columns / 2)
        put(canvas, turned(texture, self.place, block.pitch), *self.place.point(row + rows, column + columns))

    @property
    def _lies(self) -> tuple[object, ...]:
        """What it depends on how it is seen."""
        return self.block, self.place, self.rect

    @property
    def block(self) -> Block:
        """The whole grid, or, where that would be too many texels, what is seen of it."""
        (row, column), rows, columns = self.place.first, self.place.rows, self.place.columns
        texels = self.writing.texels if self.fine else texels_of(self.place.pitch * COARSER)
        if rows * columns * texels**2 <= MOST:
            return block_of(row, column, rows, columns, texels)
        if not self.fine:
            return block_of(row, column, rows, columns, max(6, int((MOST / (rows * columns)) ** 0.5)))
        rect = self.rect
        corners = [self.place.place(x, y) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)]
        top, bottom = _clamped([place[0] for place in corners], row, rows)
        left, right = _clamped([place[1] for place in corners], column, columns)
        count = max(1, (bottom - top) * (right - left))
        return block_of(top, left, bottom - top, right - left, min(texels, max(6, int((2 * MOST / count) ** 0.5))))


LARGE = 1_100_000  # pixels of a texture that is turned, and has room at every turn
NEAR = 1.3  # pixels a texel from which only the part of a texture is laid that is seen


def _clamped(places: list[float], first: int, count: int) -> tuple[int, int]:
    low = min(max(floor(min(places)), first), first + count - 1)
    return low, max(low + 1, min(ceil(max(places)), first + count))


class ImageLayer(Layer, kw_only=True):
    """The source image, or how many patches cover each pixel. Nothing is below it, so it has the ground around it."""

    result: Result
    covered: bool

    @property
    def what(self) -> tuple[object, ...]:
        """What its flat picture depends on."""
        scenario = self.result.scenario
        return "image", Same(scenario.image), scenario.full, scenario.walk, self.covered, self.board.hatched

    def flat(self, canvas: Canvas, cells: Block, look: NumberLook) -> pygame.Surface:
        """Return a flat picture of some pixels, padding among them."""
        if self.covered:
            return coverage_picture(canvas, cells, self.result, self.board, look)
        return image_picture(canvas, cells, self.result, look, self.board.hatched)


class EmptyLayer(Layer, kw_only=True):
    """A board of which no cell stands: outlines, and nothing in them."""

    @property
    def what(self) -> tuple[object, ...]:
        """What its flat picture depends on."""
        return ("empty",)

    def flat(self, canvas: Canvas, cells: Block, look: NumberLook) -> pygame.Surface:
        """Return the outlines."""
        del look
        return shapes.tiled(empty_ring(canvas, cells), cells.columns, cells.rows).premul_alpha()


class OutputLayer(Layer, kw_only=True):
    """The map with its first `made` cells; through the others one sees what is below."""

    made: int

    @property
    def _halves(self) -> tuple[Layer, Layer]:
        """All cells as they stand, and as empty ones."""
        return narrowed(self, Layer), narrowed(self, EmptyLayer)

    def texture(self, canvas: Canvas) -> pygame.Surface:
        """Return the cells that stand, and the empty ones, in one flat picture."""
        block, (full, empty) = self.block, (half.texture(canvas) for half in self._halves)

        def make() -> pygame.Surface:
            both = empty.copy()
            for cells in block.run(0, self._before(block)):
                area = cells.moved(1, 1)  # of the border
                both.fill(CLEAR, area)
                both.blit(full, area[:2], area)
            return both

        return canvas.kept(("stack output", Same(full), block, self.made), make)

    def laid(self, canvas: Canvas) -> pygame.Surface:
        """Return the same as it lies."""
        block, (full, empty) = self.block, self._halves
        count = self._before(block)
        if count in (0, block.rows * block.columns):
            return (full if count else empty).laid(canvas)

        def both() -> pygame.Surface:
            cells = canvas.kept(("laid cells", *self._lies), lambda: cells_seen(block, self.place, self.rect))
            return joined(full.laid(canvas), empty.laid(canvas), cells, count)

        return canvas.kept(("laid output", *full.what, self.writing, *self._lies, count), both)

    def _before(self, block: Block) -> int:
        """Return how many cells of the block stand; those of a part of the grid are not all there are."""
        row, column = divmod(self.made, self.place.columns)
        (first, left), cells = block.first, block.rows * block.columns
        return min(max(0, (row - first) * block.columns + min(max(column - left, 0), block.columns)), cells)
