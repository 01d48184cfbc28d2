"""How large grids can be that share a place: one search for all, in which the image comes first.

The window, Present and Compare ask here. What stands beside the image has a largest size at which it looks well; where
there is less room it gets smaller, until it is hardly larger than the image.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from math import floor

from ..value import Single, Value
from .geometry import Rect
from .place import COARSE, Pair

Pitches = tuple[int, int, int]
"""Those of image, kernel and output; products have the kernel's."""


class Shape(Value):
    """The sizes that decide the stage: (rows, columns) of the padded image, the kernel and the output."""

    image: Pair
    kernel: Pair
    output: Pair
    padding: Pair


def fit(width: float, height: float, size: Pair, cap: float = 1e9) -> int:
    """Return the largest whole pitch at which a grid of that size fits."""
    return max(1, int(min(width / size[1], height / size[0], cap)))


def fill(width: float, height: float, size: Pair) -> float:
    """Return the pitch at which a grid of that size fills a room: a whole one, or a real one where cells are small."""
    whole = fit(width, height, size)
    if whole >= COARSE:
        return whole
    # The longer side is a whole number of device pixels, and so nothing is left of the room.
    return max(1e-3, min(floor(width) / size[1], floor(height) / size[0], COARSE - 1e-3))


def fitting(most: int, fits: Callable[[int], bool]) -> int:
    """Return the largest of the sizes 1 … most that fits; 0 where none does."""
    return bisect_left(range(1, most + 1), True, key=lambda size: not fits(size))


class Columns(Single):
    """Image, kernel over products, and output beside each other, each at least as wide as its words.

    gaps: between the columns. between: from the kernel to the products. tallest: the image's pitch when only the height
    limits it. others: the pitches of kernel and output beside an image, from 1, all at ease, to 0, as small as can be.
    share: of what is free, before the kernel, and before the output once more.
    """

    area: Rect
    shape: Shape
    words: tuple[float, float, float]
    gaps: tuple[float, float]
    between: float
    tallest: int
    others: Callable[[int, float], Pair]
    share: float

    @property
    def room(self) -> float:
        """What all three columns may take."""
        return self.area.w - sum(self.gaps)

    def widths(self, pitches: Pitches) -> tuple[float, ...]:
        """Return the columns' widths at these pitches: the grids', or what their words need."""
        sizes = self.shape.image, self.shape.kernel, self.shape.output
        return tuple(max(pitch * size[1], least) for pitch, size, least in zip(pitches, sizes, self.words, strict=True))

    def largest(self, ease: float) -> Pitches:
        """Return the pitches with the largest image that has room at an ease; one of 0 where none has."""

        def fits(image: int) -> bool:
            return sum(self.widths((image, *self.others(image, ease)))) <= self.room

        image = fitting(self.tallest, fits)
        return image, *self.others(image, ease)

    def best(self, eases: tuple[float, ...], enough: Callable[[int], float]) -> Pitches:
        """Return the pitches at the most ease at which the image is large enough, measured by the largest it can be."""
        least = enough(self.largest(0.0)[0])
        found = (self.largest(ease) for ease in (*eases, 0.0))
        return next((pitches for pitches in found if pitches[0] >= max(1, least)), (1, 1, 1))

    def corners(self, pitches: Pitches) -> tuple[tuple[float, float], ...]:
        """Return where image, kernel, products and output begin."""
        (x, y, _, _), (first, second, third) = self.area, self.widths(pitches)
        free = max(0.0, self.room - first - second - third) * self.share
        kernel = x + first + self.gaps[0] + free
        output = kernel + second + self.gaps[1] + free
        return (x, y), (kernel, y), (kernel, y + pitches[1] * self.shape.kernel[0] + self.between), (output, y)
