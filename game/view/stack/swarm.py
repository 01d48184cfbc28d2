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
from ...ui.patterns import LEAST_OF_SMALL, LEVELS, SMALL
from ...ui.plane import Plane
from ...ui.themes import BLACK, WHITE, Theme, luminance
from .sprites import PREMULTIPLIED, mask, patterned

ACROSS = 64
"""Pieces side by side on the sheet on which they are tinted."""
MANY = 40
"""Cells from which on they are drawn at once, where no number is written on them."""

SPARE = 4
"""Device pixels around a cell for what is rounded, and for its pattern."""

Whole = NDArray[np.intp]
Placed = tuple[pygame.Surface, tuple[int, int]]


class Swarm(NamedTuple):
    """Cells from the lowest to the highest: how high, where their middles are, their colours (cells, 3) and alphas.

    marks: which pattern each carries; see `marks_of`.
    """

    heights: Grid
    y: Grid
    x: Grid
    colours: Grid
    alphas: Grid
    marks: Whole

    def picked(self, which: slice | Whole) -> Swarm:
        """Return some of them."""
        places = self.heights[which], self.y[which], self.x[which]
        return Swarm(*places, self.colours[which], self.alphas[which], self.marks[which])

    def ordered(self) -> Swarm:
        """Return them from the lowest to the highest, of equal ones the farthest first."""
        return self.picked(np.lexsort((self.y, self.heights)))

    def parted(self) -> tuple[Swarm, Swarm]:
        """Return those below the card, and those on it."""
        first = int(np.searchsorted(self.heights, 1.0))
        return self.picked(slice(0, first)), self.picked(slice(first, None))

    def draw(self, canvas: Canvas, shape: Plane, inset: float, ring: pygame.Surface | None = None) -> None:
        """Draw what is seen of them, `inset` pixels smaller than their squares, each with a ring around it, if any."""
        one = mask(canvas, shape, inset, 1, 1)
        seen = self.picked(self._seen(canvas, (one if ring is None else ring).get_size()))
        if not len(seen.x):
            return
        pieces = _tinted(canvas, one, (shape, inset), seen.colours, seen.alphas)
        layers: list[list[Placed]] = [list(zip(pieces, seen.corners(one.get_size()), strict=True))]
        if ring is not None:
            layers.append([(ring, corner) for corner in seen.corners(ring.get_size())])
        if not seen.marks.any():
            each = layers[0] if ring is None else [one for cell in zip(*layers, strict=True) for one in cell]
            canvas.surface.fblits(each, PREMULTIPLIED)
            return
        cells = zip(*layers, seen.patterns(canvas, shape), strict=True)
        canvas.surface.fblits([one for cell in cells for one in cell if one is not None], PREMULTIPLIED)

    def patterns(self, canvas: Canvas, shape: Plane) -> list[Placed | None]:
        """Return the pattern of each with the corner at which it is drawn; None where it carries none."""
        marks = self.marks.tolist()
        drawn = {mark: pattern_of(canvas, shape, mark) for mark in set(marks) if mark}
        corners = {mark: self.corners(piece.get_size()) for mark, piece in drawn.items()}
        return [(drawn[mark], corners[mark][index]) if mark else None for index, mark in enumerate(marks)]

    def corners(self, size: tuple[int, int]) -> list[tuple[int, int]]:
        """Return where pieces of that size begin, as `sprites.put` places them."""
        left, top = (np.rint(at - side / 2).astype(int) for at, side in zip((self.x, self.y), size, strict=True))
        return list(zip(left.tolist(), top.tolist(), strict=True))

    def _seen(self, canvas: Canvas, size: tuple[int, int]) -> Whole:
        """Return which of them may be seen in the part of the surface that is drawn."""
        clip = canvas.surface.get_clip()
        wide, high = size[0] / 2 + SPARE, size[1] / 2 + SPARE
        across = (self.x > clip.left - wide) & (self.x < clip.right + wide)
        return np.flatnonzero(across & (self.y > clip.top - high) & (self.y < clip.bottom + high))


HUES = "kernel", "product"
_RED = np.array([luminance((value, 0, 0)) for value in range(256)])
_GREEN = np.array([luminance((0, value, 0)) for value in range(256)])
_BLUE = np.array([luminance((0, 0, value)) for value in range(256)])


def marks_of(theme: Theme, hue: str, shares: Grid, colours: Grid, texels: int) -> Whole:
    """Return which pattern cells of these shares and colours carry, as a number; 0: none.

    texels: the side of a cell's picture before it is laid. The number tells hue and sign, weight, ink and texels.
    """
    if not theme.patterned or hue not in HUES:
        return np.zeros(len(shares), np.intp)
    levels = np.ceil(np.minimum(1.0, np.abs(shares)) * LEVELS).astype(np.intp)
    if texels < SMALL:
        levels[np.abs(shares) < LEAST_OF_SMALL] = 0
    red, green, blue = colours.astype(np.intp).T
    light = _RED[red] + _GREEN[green] + _BLUE[blue] + 0.05
    dark = light / 0.05 >= (luminance(WHITE) + 0.05) / light
    kinds = HUES.index(hue) * 2 + (shares < 0)
    return np.where(levels > 0, ((texels * 4 + kinds) * (LEVELS + 1) + levels) * 2 + dark, 0)


def pattern_of(canvas: Canvas, shape: Plane, mark: int) -> pygame.Surface:
    """Return the pattern of such a number, as it lies in a plane."""
    rest, dark = divmod(mark, 2)
    rest, level = divmod(rest, LEVELS + 1)
    texels, kind = divmod(rest, 4)
    share = level / LEVELS * (-1 if kind % 2 else 1)
    return patterned(canvas, shape, texels, HUES[kind // 2], share, WHITE if dark else BLACK, (0, 0))


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
