"""Cells in the air that carry no numbers, all at once: a kernel as large as its image has thousands of them.

They look as `cells.Piece` draws them one by one, to the pixel: it is the same piece, tinted for many in one go.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pygame
from numpy.typing import NDArray

from ...core.grid import Grid
from ...ui import shapes
from ...ui.canvas import Canvas
from ...ui.plane import Plane
from .sprites import PREMULTIPLIED, mask

ACROSS = 64
"""Pieces side by side on the sheet on which they are tinted."""
MANY = 40
"""Cells from which on they are drawn at once, where no number is written on them."""

Whole = NDArray[np.intp]


class Swarm(NamedTuple):
    """Cells from the lowest to the highest: how high, where their middles are, their colours (cells, 3) and alphas."""

    heights: Grid
    y: Grid
    x: Grid
    colours: Grid
    alphas: Grid

    def picked(self, which: slice | Whole) -> Swarm:
        """Return some of them."""
        return Swarm(*(values[which] for values in self))

    def ordered(self) -> Swarm:
        """Return them from the lowest to the highest, of equal ones the farthest first."""
        return self.picked(np.lexsort((self.y, self.heights)))

    def parted(self) -> tuple[Swarm, Swarm]:
        """Return those below the card, and those on it."""
        first = int(np.searchsorted(self.heights, 1.0))
        return self.picked(slice(0, first)), self.picked(slice(first, None))

    def draw(self, canvas: Canvas, shape: Plane, inset: float, over: pygame.Surface | None = None) -> None:
        """Draw what is seen of them, `inset` pixels smaller than their squares, each with a piece over it, if any."""
        one = mask(canvas, shape, inset, 1, 1)
        reach = one if over is None else over
        seen = self.picked(self._seen(canvas, reach.get_size()))
        if not len(seen.x):
            return
        pieces = _tinted(canvas, one, (shape, inset), seen.colours, seen.alphas)
        drawn = list(zip(pieces, seen.corners(one.get_size()), strict=True))
        if over is not None:
            corners = zip(drawn, seen.corners(over.get_size()), strict=True)
            drawn = [each for below, corner in corners for each in (below, (over, corner))]
        canvas.surface.fblits(drawn, PREMULTIPLIED)

    def corners(self, size: tuple[int, int]) -> list[tuple[int, int]]:
        """Return where pieces of that size begin, as `sprites.put` places them."""
        left, top = (np.rint(at - side / 2).astype(int) for at, side in zip((self.x, self.y), size, strict=True))
        return list(zip(left.tolist(), top.tolist(), strict=True))

    def _seen(self, canvas: Canvas, size: tuple[int, int]) -> Whole:
        """Return which of them may be seen in the part of the surface that is drawn."""
        clip = canvas.surface.get_clip()
        wide, high = size[0] / 2 + 1, size[1] / 2 + 1
        across = (self.x > clip.left - wide) & (self.x < clip.right + wide)
        return np.flatnonzero(across & (self.y > clip.top - high) & (self.y < clip.bottom + high))


def _tinted(
    canvas: Canvas, one: pygame.Surface, key: tuple[object, ...], colours: Grid, alphas: Grid
) -> list[pygame.Surface]:
    """Return a piece in many colours, as so many parts of one sheet."""
    (width, height), count = one.get_size(), len(alphas)
    rows = 1 << (-(-count // ACROSS) - 1).bit_length()  # of few sizes, so that the sheet of masks returns
    masks = canvas.kept(("stack masks", *key, rows), lambda: shapes.tiled(one, ACROSS, rows))
    filled = np.zeros((rows * ACROSS, 4), np.uint8)
    filled[:count, :3], filled[:count, 3] = colours, 255
    sheet = _spread(filled, masks)
    sheet.blit(masks, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    if (alphas < 255).any():
        filled[:count] = alphas[:, None]
        sheet.blit(_spread(filled, masks), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    areas = (divmod(index, ACROSS) for index in range(count))
    return [sheet.subsurface((column * width, row * height, width, height)) for row, column in areas]


def _spread(values: NDArray[np.uint8], masks: pygame.Surface) -> pygame.Surface:
    """Return a sheet as large as the masks, each place of a piece filled with its red, green, blue and alpha."""
    rows = len(values) // ACROSS
    small = pygame.Surface((ACROSS, rows), pygame.SRCALPHA)
    pygame.surfarray.pixels3d(small)[:] = values[:, :3].reshape(rows, ACROSS, 3).swapaxes(0, 1)
    pygame.surfarray.pixels_alpha(small)[:] = values[:, 3].reshape(rows, ACROSS).T
    return pygame.transform.scale(small, masks.get_size())
