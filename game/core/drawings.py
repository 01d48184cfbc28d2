"""The two images that are drawings, a digit and an arrow: by strokes from 8 × 8 on, pixel by pixel below."""

from itertools import pairwise

import numpy as np

from .grid import Grid

Point = tuple[float, float]
"""(row, column) in a drawing of 8 × 8 units; (0, 0) is the centre of its top left unit, (7, 7) of its bottom right."""

DRAWING_SIDE = 8
DIGIT: tuple[Point, ...] = (
    (1.9, 2.0),
    (1.2, 2.7),
    (1.0, 3.5),
    (1.2, 4.3),
    (1.9, 5.0),
    (2.7, 5.0),
    (3.5, 4.4),
    (6.0, 2.0),
    (6.0, 5.2),
)
"""A handwritten 2: over the arc, down the slope, along the foot."""
ARROW_SHAFT: tuple[Point, ...] = ((6.0, 1.0), (1.5, 5.5))
ARROW_HEAD: tuple[Point, ...] = ((1.0, 2.0), (1.0, 6.0), (5.0, 6.0))
HALF_WIDTH = 0.5
"""Half a stroke's width in units: at 8 × 8 a stroke is one pixel wide."""
SMALL_DIGIT = (
    ".##.",
    "#..#",
    "..#.",
    ".#..",
    "####",
)
SMALL_ARROW = (
    ".####",
    "...##",
    "..#.#",
    ".#..#",
    "#....",
)


def digit(rows: int, columns: int) -> Grid:
    """Draw a light 2 on black in the middle."""
    return _drawn(rows, columns, SMALL_DIGIT, DIGIT)


def arrow(rows: int, columns: int) -> Grid:
    """Draw a light arrow to the top right on black in the middle."""
    return _drawn(rows, columns, SMALL_ARROW, ARROW_SHAFT, ARROW_HEAD)


def _placed(rows: int, columns: int, lines: tuple[str, ...]) -> Grid:
    """Put a small drawing in the middle of a black image, each "#" a light pixel; strokes this thin would blur."""
    drawing = np.array([[float(sign == "#") for sign in line] for line in lines])
    top, left = (rows - drawing.shape[0]) // 2, (columns - drawing.shape[1]) // 2
    image = np.zeros((rows, columns))
    image[top : top + drawing.shape[0], left : left + drawing.shape[1]] = drawing
    return image


def _drawn(rows: int, columns: int, small: tuple[str, ...], *strokes: tuple[Point, ...]) -> Grid:
    """Draw strokes with soft edges, in multiples of 0.01; where there is no room for them, the small drawing.

    A pixel is light within half a stroke's width, and fades out over one pixel around it: its value is
    0.5 + (half width − distance of its centre to the nearest stroke), in pixels, held in 0 … 1.
    """
    if min(rows, columns) < DRAWING_SIDE:
        return _placed(rows, columns, small)
    scale = min(rows, columns) / DRAWING_SIDE
    # The middle of the drawing comes on the middle of the image.
    row, column = np.indices((rows, columns)).astype(np.float64)
    middle = (DRAWING_SIDE - 1) / 2
    unit_row = (row - (rows - 1) / 2) / scale + middle
    unit_column = (column - (columns - 1) / 2) / scale + middle
    distances = [_distance(unit_row, unit_column, start, end) for stroke in strokes for start, end in pairwise(stroke)]
    nearest: Grid = np.minimum.reduce(distances)
    return (0.5 + (HALF_WIDTH - nearest) * scale).clip(0, 1).round(2)


def _distance(row: Grid, column: Grid, start: Point, end: Point) -> Grid:
    """Return how far each point lies from the straight stroke between two points."""
    down, right = end[0] - start[0], end[1] - start[1]
    # How far along the stroke the nearest point lies: 0 at its start, 1 at its end.
    along = ((row - start[0]) * down + (column - start[1]) * right) / (down * down + right * right)
    along = np.clip(along, 0, 1)
    missed_down, missed_right = row - start[0] - along * down, column - start[1] - along * right
    # Not np.hypot: squares and roots are rounded alike on every machine, so the drawings are the same everywhere.
    distance: Grid = np.sqrt(missed_down**2 + missed_right**2)
    return distance
