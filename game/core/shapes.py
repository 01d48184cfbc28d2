"""The images that are plain shapes, in 0 (black) and 1 (light), at any size; `images` has their names."""

import numpy as np

from .grid import Grid


def ramp(rows: int, columns: int) -> Grid:
    """Draw a ramp from black at the left to light at the right, in equal steps."""
    return np.tile(np.linspace(0, 1, columns), (rows, 1))


def _band(side: int, bands: int) -> int:
    """Return how wide a band is when so many fit in a side; at least one pixel."""
    return max(1, side // bands)


def _light_where_even(index: Grid) -> Grid:
    """Return 1 where the number of the band is even (the first is 0), else 0."""
    return 1.0 - index % 2


def checkerboard(rows: int, columns: int) -> Grid:
    """Draw squares as on a chess board: eight along the shorter side, the top left one light."""
    row, column = np.indices((rows, columns)) // _band(min(rows, columns), 8)
    return _light_where_even((row + column).astype(np.float64))


def stripes_across(rows: int, columns: int) -> Grid:
    """Draw level stripes, each a quarter of the height, the top one light."""
    row, _ = np.indices((rows, columns)).astype(np.float64)
    return _light_where_even(row // _band(rows, 4))


def stripes_down(rows: int, columns: int) -> Grid:
    """Draw upright stripes, each a quarter of the width, the left one light."""
    return stripes_across(columns, rows).T


def stripes_diagonal(rows: int, columns: int) -> Grid:
    """Draw stripes that rise to the right, a quarter of the shorter side wide across and down, at least two pixels.

    One pixel wide they would be a checkerboard.
    """
    row, column = np.indices((rows, columns)).astype(np.float64)
    return _light_where_even((row + column) // max(2, _band(min(rows, columns), 4)))


def _from_middle(rows: int, columns: int) -> tuple[Grid, Grid]:
    """Return how far each pixel's centre lies below and to the right of the image's middle, in pixels."""
    row, column = np.indices((rows, columns)).astype(np.float64)
    return row - (rows - 1) / 2, column - (columns - 1) / 2


def disc(rows: int, columns: int) -> Grid:
    """Fill a light disc in the middle, 0.86 of the shorter side across; round in every image, however long.

    With 0.8 of it, some small discs would be squares.
    """
    down, right = _from_middle(rows, columns)
    return (down**2 + right**2 <= (0.43 * min(rows, columns)) ** 2).astype(np.float64)


def cross(rows: int, columns: int) -> Grid:
    """Draw an upright cross in the middle, its bars a quarter of the shorter side wide and 0.8 of it long."""
    down, right = (np.abs(distance) for distance in _from_middle(rows, columns))
    side = min(rows, columns)
    half_width, half_length = max(0.5, side / 8), 0.4 * side
    upright = (right <= half_width) & (down <= half_length)
    level = (down <= half_width) & (right <= half_length)
    return (upright | level).astype(np.float64)


def single_pixel(rows: int, columns: int) -> Grid:
    """Light one pixel in the middle; in an even side, the first of the two middle ones."""
    image = np.zeros((rows, columns))
    image[(rows - 1) // 2, (columns - 1) // 2] = 1
    return image


def square(rows: int, columns: int) -> Grid:
    """Fill a light square in the middle, about two thirds of the shorter side wide, with black around it."""
    down, right = (np.abs(distance) for distance in _from_middle(rows, columns))
    side = min(rows, columns)
    half = side / 2 - max(1, round(side / 6))
    return ((down < half) & (right < half)).astype(np.float64)
