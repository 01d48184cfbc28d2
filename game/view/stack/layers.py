"""The layers that keep still while the walk goes on: the source image and the output feature map."""

from __future__ import annotations

from math import ceil, floor

import pygame

from ...core.result import Result
from ...session.boards import Board
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.plane import Plane
from ...ui.widgets.base import Widget
from .laying import Block, cells_seen, joined, laid, turned
from .lettering import Writing, texels_of
from .sprites import PREMULTIPLIED
from .textures import CLEAR, coverage_texture, empty_texture, image_texture, shaded_texture

MOST = 2_200_000  # texels of a texture
COARSER = 0.7  # how many of the texels a cell has while the camera moves


class Layer(Widget, kw_only=True):
    """A grid that lies in its plane. `fine`: it keeps still, and is worth more samples."""

    plane: Plane
    first: tuple[int, int]
    size: tuple[int, int]
    writing: Writing
    fine: bool

    @property
    def block(self) -> Block:
        """The whole grid, or, where that would be too many texels, what is seen of it."""
        row, column, (rows, columns) = *self.first, self.size
        texels = self.writing.texels if self.fine else texels_of(self.plane.pitch * COARSER)
        if rows * columns * texels**2 <= MOST:
            return Block(row, column, rows, columns, texels)
        if not self.fine:
            return Block(row, column, rows, columns, max(6, int((MOST / (rows * columns)) ** 0.5)))
        rect = self.rect
        corners = [self.plane.place(x, y) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)]
        top, bottom = _clamped([place[0] for place in corners], row, rows)
        left, right = _clamped([place[1] for place in corners], column, columns)
        count = max(1, (bottom - top) * (right - left))
        return Block(top, left, bottom - top, right - left, min(texels, max(6, int((2 * MOST / count) ** 0.5))))

    def draw_turned(self, canvas: Canvas, texture: pygame.Surface) -> None:
        """Draw a texture while the camera moves: fast where it is all seen, else the part that is."""
        block = self.block
        width, height = texture.get_size()
        if width**2 + height**2 > LARGE or self.plane.pitch > block.texels * NEAR:
            canvas.surface.blit(
                laid(texture, block, self.plane, self.rect, 1), self.rect[:2], special_flags=PREMULTIPLIED
            )
            return
        piece = turned(texture, self.plane, block.texels)
        x, y = self.plane.point(block.row + block.rows / 2, block.column + block.columns / 2)
        place = round(x - piece.get_width() / 2), round(y - piece.get_height() / 2)
        canvas.surface.blit(piece, place, special_flags=PREMULTIPLIED)


LARGE = 1_100_000  # pixels of a texture that is turned, and has room at every turn
NEAR = 1.3  # pixels a texel from which only the part of a texture is laid that is seen


def _clamped(places: list[float], first: int, count: int) -> tuple[int, int]:
    low = min(max(floor(min(places)), first), first + count - 1)
    return low, max(low + 1, min(ceil(max(places)), first + count))


class ImageLayer(Layer, kw_only=True):
    """The source image, or how many patches cover each pixel. Nothing is below it, so it has the ground around it."""

    result: Result
    board: Board
    coverage: bool = False
    hatched: bool = True  # not while that is to be predicted

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture; while the camera moves, lay it anew."""
        if not self.fine:
            self.draw_turned(canvas, self._texture(canvas))
            return
        result, block = self.result, self.block
        key = (
            Same(result.scenario.image),
            result.scenario.white,
            result.scenario.walk,
            self.coverage,
            self.hatched,
            block,
            self.writing,
        )
        make = lambda: laid(self._texture(canvas), block, self.plane, self.rect)  # noqa: E731
        picture = canvas.kept(("laid image", *key, self.plane, self.rect), make)
        canvas.surface.blit(picture, self.rect[:2], special_flags=PREMULTIPLIED)

    def _texture(self, canvas: Canvas) -> pygame.Surface:
        block = self.block
        look = self.writing.on(block.texels)
        if self.coverage:
            return coverage_texture(canvas, block, self.result, self.board, look)
        return image_texture(canvas, block, self.result, look, self.hatched)


class OutputLayer(Layer, kw_only=True):
    """The map with its first `made` cells; through the others one sees what is below."""

    board: Board
    made: int

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture; while the camera moves, lay it anew."""
        if self.fine:
            canvas.surface.blit(self._picture(canvas), self.rect[:2], special_flags=PREMULTIPLIED)
        else:
            self.draw_turned(canvas, self._texture(canvas))

    def _full(self, canvas: Canvas) -> pygame.Surface:
        look = self.writing.on(self.block.texels)
        return shaded_texture(canvas, self.block, self.board.grid, self.board.magnitude, "output", look)

    def _texture(self, canvas: Canvas) -> pygame.Surface:
        """Return the cells that stand, and the empty ones, in one flat picture."""
        block, full = self.block, self._full(canvas)

        def make() -> pygame.Surface:
            both = empty_texture(canvas, block).copy()
            rows, rest = divmod(self._before(block), block.columns)
            width, split = block.size[0], rows * block.texels + 1
            for area in ((0, 0, width, split), (0, split, rest * block.texels + 1, block.texels)):
                both.fill(CLEAR, area)
                both.blit(full, area[:2], area)
            return both

        return canvas.kept(("stack output", Same(full), block, self.made), make)

    def _picture(self, canvas: Canvas) -> pygame.Surface:
        block, place = self.block, (self.block, self.plane, self.rect)
        made_key = ("laid output", Same(self.board.grid), self.board.magnitude, self.writing, *place)
        empty_key = ("laid empty", *place)
        count = self._before(block)

        def full() -> pygame.Surface:
            return laid(self._full(canvas), block, self.plane, self.rect)

        def empty() -> pygame.Surface:
            return laid(empty_texture(canvas, block), block, self.plane, self.rect)

        def both() -> pygame.Surface:
            cells = canvas.kept(("laid cells", *place), lambda: cells_seen(block, self.plane, self.rect))
            return joined(canvas.kept(made_key, full), canvas.kept(empty_key, empty), cells, count)

        if count in (0, block.rows * block.columns):
            return canvas.kept(made_key, full) if count else canvas.kept(empty_key, empty)
        return canvas.kept((*made_key, count), both)

    def _before(self, block: Block) -> int:
        """Return how many cells of the block stand; those of a part of the grid are not all there are."""
        row, column = divmod(self.made, self.size[1])
        if row >= block.row + block.rows:
            return block.rows * block.columns
        if row < block.row:
            return 0
        return (row - block.row) * block.columns + min(max(column - block.column, 0), block.columns)
