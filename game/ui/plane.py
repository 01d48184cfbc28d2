"""Where the cells of a plane that floats in space are in the window. The projection is orthographic.

All planes are level, so each is an affine map from (row, column) to the window, and going higher moves a plane straight
up in the window. From above, what is higher is never hidden by what is lower: that is all of the painter's order.
"""

from __future__ import annotations

from math import ceil, cos, floor, hypot, radians, sin

from ..value import Value
from .geometry import Rect
from .place import GridPlace

Point = tuple[float, float]


class Plane(Value):
    """A grid's plane in the window: x, y is where (row 0, column 0) is; one column and one row further, in pixels."""

    x: float
    y: float
    across: Point
    down: Point

    def point(self, row: float, column: float) -> Point:
        """Return where a place of the plane is in the window."""
        return (
            self.x + column * self.across[0] + row * self.down[0],
            self.y + column * self.across[1] + row * self.down[1],
        )

    def place(self, x: float, y: float) -> Point:
        """Return which (row, column), as real numbers, is at a point of the window: the inverse of `point`."""
        dx, dy = x - self.x, y - self.y
        (across_x, across_y), (down_x, down_y) = self.across, self.down
        area = self.area
        return (across_x * dy - across_y * dx) / area, (down_y * dx - down_x * dy) / area

    @property
    def area(self) -> float:
        """The area of one cell, in square pixels; positive as long as the plane is seen from above."""
        return self.across[0] * self.down[1] - self.across[1] * self.down[0]

    @property
    def pitch(self) -> float:
        """A cell's side before it is tilted, in pixels."""
        return hypot(self.across[0], self.down[0])

    @property
    def depths(self) -> Point:
        """How far, in pixels, the two sides of a row lie apart, and those of a column."""
        return self.area / max(0.01, hypot(*self.across)), self.area / max(0.01, hypot(*self.down))

    def moved(self, dx: float, dy: float) -> Plane:
        """Return the plane moved in the window; one that rises moves up."""
        return Plane(self.x + dx, self.y + dy, self.across, self.down)

    def toward(self, other: Plane, share: float) -> Plane:
        """Return the plane a share (0 … 1) of the way to another."""
        x, y = between((self.x, self.y), (other.x, other.y), share)
        return Plane(x, y, between(self.across, other.across, share), between(self.down, other.down, share))

    def quad(self, row: float, column: float, rows: float = 1, columns: float = 1) -> tuple[Point, ...]:
        """Return the four corners of a block: top left, top right, bottom right, bottom left."""
        return (
            self.point(row, column),
            self.point(row, column + columns),
            self.point(row + rows, column + columns),
            self.point(row + rows, column),
        )

    def bounds(self, row: float, column: float, rows: float = 1, columns: float = 1, margin: float = 0) -> Rect:
        """Return the smallest rectangle of whole pixels that holds a block, with a margin around it."""
        return bounds_of(self.quad(row, column, rows, columns), margin)

    def reaches(self, rect: Rect, corner: Point, size: Point) -> bool:
        """Tell whether a block of cells, with the space of one cell around it, meets a rectangle of the window."""
        first = corner[0] - 1, corner[1] - 1
        sides = size[0] + 2, size[1] + 2
        places = [self.place(x, y) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)]
        # Of two convex figures that are apart, a line along a side of one lies between.
        apart = any(
            max(place[axis] for place in places) < first[axis]
            or min(place[axis] for place in places) > first[axis] + sides[axis]
            for axis in (0, 1)
        )
        return not apart and self.bounds(*first, *sides).meets(rect)


def between(first: Point, second: Point, share: float) -> Point:
    """Return the point a share (0 … 1) of the way from the first to the second."""
    return first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share


def bounds_of(points: tuple[Point, ...], margin: float = 0) -> Rect:
    """Return the smallest rectangle of whole pixels that holds some points, with a margin around them."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = floor(min(xs) - margin), floor(min(ys) - margin)
    return Rect(left, top, ceil(max(xs) + margin) - left, ceil(max(ys) + margin) - top)


def flat(place: GridPlace) -> Plane:
    """Return the plane of a grid as it lies in the Flat view."""
    x, y = place.corner(0, 0)
    return Plane(x, y, (float(place.pitch), 0.0), (0.0, float(place.pitch)))


def seen(turn: float, tilt: float, pitch: float, middle: Point, at: Point) -> Plane:
    """Return a plane as a camera sees it: turned about the upright axis and tilted, both in degrees.

    `pitch` is a cell's side in pixels, before it is tilted; the plane's `middle` (row, column) is `at` in the window.
    """
    angle, squash = radians(turn), sin(radians(tilt))
    across = (pitch * cos(angle), -pitch * sin(angle) * squash)
    down = (pitch * sin(angle), pitch * cos(angle) * squash)
    x = at[0] - middle[1] * across[0] - middle[0] * down[0]
    y = at[1] - middle[1] * across[1] - middle[0] * down[1]
    return Plane(x, y, across, down)


def extent(rows: float, columns: float, turn: float, tilt: float) -> Point:
    """Return the width and height in the window of a grid whose cells are 1 wide."""
    angle = radians(turn)
    swing, stretch = abs(sin(angle)), abs(cos(angle))
    return columns * stretch + rows * swing, (columns * swing + rows * stretch) * sin(radians(tilt))


def middle_of(plane: Plane, corner: Point, rows: float, columns: float) -> Point:
    """Return where the middle of a block of cells is in the window."""
    return plane.point(corner[0] + rows / 2, corner[1] + columns / 2)
