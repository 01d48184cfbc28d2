"""The colour images that are drawn, shape (3, rows, columns), channels red, green, blue, pixels 0 … 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .grid import Grid
from .tensors import Tensor

if TYPE_CHECKING:
    from .axes import Mask

Colour = tuple[float, float, float]
"""Red, green and blue of one pixel."""

DISC_CENTRES = ((-0.18, 0.0), (0.12, -0.18), (0.12, 0.18))
"""Of the red, the green and the blue disc: down and right of the image's middle, in shorter sides."""
DISC_RADIUS = 0.3
SKY: tuple[Colour, Colour] = (0.3, 0.6, 1.0), (0.8, 0.9, 1.0)
"""At the top, and at the horizon."""
SUN: Colour = (1.0, 0.9, 0.2)
FAR_HILL: Colour = (0.3, 0.5, 0.4)
MEADOW: Colour = (0.4, 0.7, 0.2)
WALL: Colour = (0.9, 0.9, 0.8)
ROOF: Colour = (0.8, 0.2, 0.1)
HOUSE_FROM = 12
"""Rows and columns that there have to be for the house: in fewer it would be a dot."""
STRIPES: tuple[Colour, ...] = ((0.0, 0.0, 1.0), (1.0, 1.0, 1.0), (1.0, 0.0, 0.0))


def discs(rows: int, columns: int) -> Tensor:
    """Fill a red, a green and a blue disc that overlap, as three lamps do: two give yellow, cyan or magenta, all white.

    Each channel is one disc of 0 and 1.
    """
    row, column = np.indices((rows, columns)).astype(np.float64)
    side = min(rows, columns)
    found = np.zeros((3, rows, columns))
    for channel, (down, right) in enumerate(DISC_CENTRES):
        below, beside = row - (rows - 1) / 2 - down * side, column - (columns - 1) / 2 - right * side
        # At least the pixels around the centre, which the smallest images would not reach.
        found[channel] = below**2 + beside**2 <= max(DISC_RADIUS * side, 0.72) ** 2
    return found


def landscape(rows: int, columns: int) -> Tensor:
    """Draw a sky that grows lighter to the horizon, the sun, a far hill, and a meadow with a red-roofed house.

    Where there are few pixels the house is left out. Pixels are multiples of 0.01.
    """
    down, right = _shares(rows, columns)
    top, horizon = (np.array(colour)[:, None, None] for colour in SKY)
    found: Tensor = top + (horizon - top) * np.minimum(down / 0.6, 1.0)
    side = min(rows, columns)
    _fill(found, SUN, ((down - 0.2) * rows) ** 2 + ((right - 0.75) * columns) ** 2 <= max(0.13 * side, 0.72) ** 2)
    # Hills are parabolas and no waves: their numbers are the same on every machine.
    _fill(found, FAR_HILL, down >= 0.4 + 0.8 * (right - 0.3) ** 2)
    meadow = 0.62 + 0.25 * (right - 0.85) ** 2
    _fill(found, MEADOW, down >= meadow)
    if side >= HOUSE_FROM:
        _house(found, down, right)
    return found.round(2)


def _house(found: Tensor, down: Grid, right: Grid) -> None:
    """Put a house into a landscape: a wall, and a roof that grows wider downwards."""
    beside = np.abs(right - 0.3)
    _fill(found, WALL, (beside <= 0.11) & (down >= 0.58) & (down <= 0.78))
    _fill(found, ROOF, (beside <= (down - 0.42) * 0.95) & (down <= 0.58))


def _fill(found: Tensor, colour: Colour, where: Mask) -> None:
    """Give all pixels of an area one colour."""
    found[:, where] = np.array(colour)[:, None]


def _shares(rows: int, columns: int) -> tuple[Grid, Grid]:
    """Return how far down, and how far right, the middle of each pixel lies, in shares of the image 0 … 1."""
    row, column = np.indices((rows, columns)).astype(np.float64)
    return (row + 0.5) / rows, (column + 0.5) / columns


def flag(rows: int, columns: int) -> Tensor:
    """Draw three upright stripes, blue, white and red: each pixel of each channel is 0 or 1."""
    stripe = (np.arange(columns) * 3 + 1) // columns
    row = np.array(STRIPES).T[:, stripe]
    return np.repeat(row[:, None, :], rows, axis=1)


def ramps(rows: int, columns: int) -> Tensor:
    """Draw red that rises to the right, green that rises downwards, and blue that falls with both.

    Pixels are multiples of 0.01; red and green go from 0 to 1, blue from 1 to 0.
    """
    red = np.tile(np.linspace(0, 1, columns), (rows, 1))
    green = np.tile(np.linspace(0, 1, rows)[:, None], (1, columns))
    return np.array((red, green, 1 - (red + green) / 2)).round(2)
