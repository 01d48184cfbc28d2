"""How the Stack view's numbers look: lying in their cells' plane where they can be read, else facing the viewer."""

from __future__ import annotations

from functools import lru_cache
from math import atan2, pi

from ...session.boards import Board
from ...ui.canvas import Canvas
from ...ui.patterns import clear_for
from ...ui.plane import Plane, Point
from ...ui.themes import Colour, ink
from ...ui.typeface import SMALLEST_NUMBER, Typeface
from ..frame import StillFrame
from ..numbers import NumberLook, share_words, widest
from ..places import smallest_number
from .laying import gap_of
from .sprites import lying, patterned, put

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
def _largest(typeface: Typeface, words: str, texels: int) -> int:
    return typeface.largest(words, WIDE * texels, True, int(HIGH * texels))


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
        size = round(self.size * texels / self.texels)
        return NumberLook(size, self.decimals, quarters=self.quarters, shares=self.shares)

    def put(self, canvas: Canvas, shape: Plane, at: Point, words: str, ground: Colour) -> None:
        """Write a number with its middle at a point, on a cell of that colour."""
        if self.size:
            put(canvas, lying(canvas, shape, words, self, self.texels, ink(ground)), *at)
        elif self.facing:
            canvas.text(words, *at, self.facing, ink(ground), True, 0.5)

    def pattern(
        self, canvas: Canvas, shape: Plane, at: Point, hue: str, words: str, share: float, ground: Colour, alpha: int
    ) -> None:
        """Draw the pattern of a share of the scale on a cell whose middle is at a point, in a theme that has any."""
        if not canvas.theme.patterned or not share:
            return
        clear = clear_for(canvas.type, words, self.size)
        if self.facing:  # those lie in no plane: a round place in the middle is kept for them
            side = round(self.texels * 0.6)
            clear = side, side
        if self.quarters % 2:
            clear = clear[1], clear[0]
        put(canvas, patterned(canvas, shape, self.texels, hue, share, ground, clear), *at, alpha)


def writing_on(frame: StillFrame, board: Board, plane: Plane) -> Writing:
    """Return how the numbers of a board are written on a plane."""
    return writing_in(frame.type, smallest_number(frame), board, plane)


def writing_in(typeface: Typeface, least: int, board: Board, plane: Plane) -> Writing:
    """Return the same in a typeface; least: the smallest font size of a number in Present, 0 in the window."""
    smallest = least or SMALLEST_NUMBER
    words, texels = widest(typeface, board.widest, board.decimals), texels_of(plane.pitch)
    if board.shares:  # one that would be rounded to 1 may be wider
        words = max(words, share_words(float(board.widest.max()), board.decimals), key=len)
    size = _largest(typeface, words, texels)
    lying_size = size if size * (plane.area / plane.pitch) / texels >= smallest else 0
    facing = 0 if lying_size else _facing(typeface, words, plane, smallest)
    return Writing(
        lying_size,
        board.decimals,
        quarters=quarters_of(plane),
        texels=texels,
        facing=facing,
        shares=board.shares,
    )


def _facing(typeface: Typeface, words: str, plane: Plane, smallest: int) -> int:
    """Return the largest font size at which words that face the viewer stand within a cell, 0 for none."""
    for size in range(max(smallest, int(plane.pitch * HIGH)), smallest - 1, -1):
        half_width, half_height = typeface.width(words, size, True) / 2, size * 0.36
        (ax, ay), (bx, by) = plane.across, plane.down
        column = (abs(by) * half_width + abs(bx) * half_height) / plane.area
        row = (abs(ay) * half_width + abs(ax) * half_height) / plane.area
        if max(row, column) <= 0.5:
            return size
    return 0
