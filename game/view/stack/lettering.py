"""How the Stack view's numbers look: lying in their cells' plane where they can be read, else facing the viewer."""

from __future__ import annotations

from functools import lru_cache
from math import atan2, pi

from ...core.grid import Grid
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.patterns import clear_for
from ...ui.plane import Plane
from ...ui.themes import Colour, ink
from ...ui.typeface import SMALLEST_NUMBER, Typeface
from ..numbers import NumberLook, widest
from .sprites import lying, patterned, put
from .textures import gap_of

STEPS = (6, 8, 11, 16, 22, 32, 45, 64, 90, 128, 181, 256, 362, 512, 724, 1024)
"""Texels of a cell: few sizes, so that a texture is met again while the camera goes nearer."""
DENSE = 1.25  # texels a pixel, at least
WIDE = 0.86  # of a cell, that the widest number may take
HIGH = 0.45  # font size as a share of a cell, at most


def texels_of(pitch: float) -> int:
    """Return how many texels a cell gets that is so many pixels wide."""
    return next((step for step in STEPS if step >= pitch * DENSE), STEPS[-1])


def gap_in(plane: Plane) -> float:
    """Return the device pixels between a cell's square and what is filled of it."""
    texels = texels_of(plane.pitch)
    return gap_of(texels) * plane.pitch / texels / 2


def quarters_of(plane: Plane) -> int:
    """Return by how many quarters words are turned in their plane, so that they are never upside down."""
    return -round(atan2(plane.down[0], plane.across[0]) * 2 / pi) % 4


@lru_cache(maxsize=256)
def _largest(typeface: Same, words: str, texels: int) -> int:
    found: int = typeface.thing.largest(words, WIDE * texels, True, int(HIGH * texels))  # type: ignore[attr-defined]
    return found


class Writing(NumberLook):
    """How the numbers of a board are written: `size` is in texels, 0 where they do not lie.

    texels: of a cell. facing: font size where they do not lie; 0 none.
    """

    texels: int = 1
    facing: int = 0

    @property
    def is_there(self) -> bool:
        """Whether any numbers are written."""
        return bool(self.size or self.facing)

    def on(self, texels: int) -> NumberLook:
        """Return how they are written on a texture whose cells have so many texels."""
        return NumberLook(round(self.size * texels / self.texels), self.decimals, quarters=self.quarters)

    def put(self, canvas: Canvas, shape: Plane, x: float, y: float, words: str, ground: Colour) -> None:
        """Write a number with its middle at a point, on a cell of that colour."""
        if self.size:
            put(canvas, lying(canvas, shape, words, self, self.texels, ink(ground)), x, y)
        elif self.facing:
            canvas.text(words, x, y, self.facing, ink(ground), True, 0.5)


NOTHING_WRITTEN = Writing(0, 0)


def writing_of(
    typeface: Typeface,
    grid: Grid,
    decimals: int,
    plane: Plane,
    smallest: int = 0,
    words: str = "",
) -> Writing:
    """Return how a grid's numbers are written on a plane; `words`: the widest one, where that is known."""
    smallest = smallest or SMALLEST_NUMBER
    words = words or widest(typeface, grid, decimals)
    pitch, high = plane.pitch, plane.area / plane.pitch
    texels = texels_of(pitch)
    size = _largest(Same(typeface), words, texels)
    lying_size = size if size * high / texels >= smallest else 0
    facing = 0 if lying_size else _facing(typeface, words, plane, pitch, smallest)
    return Writing(lying_size, decimals, False, quarters_of(plane), texels, facing)


def _facing(typeface: Typeface, words: str, plane: Plane, pitch: float, smallest: int) -> int:
    """Return the largest font size at which words that face the viewer stand within a cell, 0 for none."""
    for size in range(max(smallest, int(pitch * HIGH)), smallest - 1, -1):
        half_width, half_height = typeface.width(words, size, True) / 2, size * 0.36
        (ax, ay), (bx, by) = plane.across, plane.down
        column = (abs(by) * half_width + abs(bx) * half_height) / plane.area
        row = (abs(ay) * half_width + abs(ax) * half_height) / plane.area
        if max(row, column) <= 0.5:
            return size
    return 0


def put_pattern(
    canvas: Canvas,
    shape: Plane,
    writing: Writing,
    hue: str,
    words: str,
    share: float,
    colour: Colour,
    x: float,
    y: float,
    alpha: int = 255,
) -> None:
    """Draw the pattern of a share of the scale on a cell whose middle is at a point, in a theme that has any."""
    if not canvas.theme.patterned or not share:
        return
    clear: tuple[int, int] = clear_for(canvas.type, words, writing.size)
    if writing.facing:  # those lie in no plane: a round place in the middle is kept for them
        side = round(writing.texels * 0.6)
        clear = side, side
    if writing.quarters % 2:
        clear = clear[1], clear[0]
    put(canvas, patterned(canvas, shape, writing.texels, hue, share, colour, clear), x, y, alpha)
