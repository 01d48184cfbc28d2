"""Painting on a fine raster: shapes are how far points are inside them, so that their edges are smooth."""

from __future__ import annotations

import numpy as np

from .noise import Reals, smooth

Colour = tuple[float, ...]

LETTERS = {
    "A": ".###. #...# #...# ##### #...# #...# #...#", "B": "####. #...# #...# ####. #...# #...# ####.",
    "C": ".#### #.... #.... #.... #.... #.... .####", "E": "##### #.... #.... ####. #.... #.... #####",
    "F": "##### #.... #.... ####. #.... #.... #....", "I": "##### ..#.. ..#.. ..#.. ..#.. ..#.. #####",
    "K": "#...# #..#. #.#.. ##... #.#.. #..#. #...#", "L": "#.... #.... #.... #.... #.... #.... #####",
    "M": "#...# ##.## #.#.# #.#.# #...# #...# #...#", "O": ".###. #...# #...# #...# #...# #...# .###.",
    "R": "####. #...# #...# ####. #.#.. #..#. #...#", "S": ".#### #.... #.... .###. ....# ....# ####.",
    "T": "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..", "U": "#...# #...# #...# #...# #...# #...# .###.",
    "W": "#...# #...# #...# #.#.# #.#.# ##.## #...#", "Y": "#...# #...# .#.#. ..#.. ..#.. ..#.. ..#..",
}  # fmt: skip
"""Letters of five by seven places."""


class Canvas:
    """A raster of a picture's rows, or of a band of them, `finer` points across each pixel.

    x, y: where its points are, in pixels of the picture. pixels: their colours, shape (rows, columns, 3), 0 … 1.
    """

    def __init__(self, size: tuple[int, int], finer: int, band: range | None = None) -> None:
        """Make it black."""
        self.size, self.finer, self.band = size, finer, band or range(size[0])
        down = (np.arange(self.band.start * finer, self.band.stop * finer) + 0.5) / finer
        self.x, self.y = np.meshgrid((np.arange(size[1] * finer) + 0.5) / finer, down)
        self.pixels = np.zeros((*self.x.shape, 3))

    def part(self, left: float, top: float, right: float, bottom: float) -> Canvas:
        """Return the points of a rectangle as a canvas: what is painted on it is painted here."""
        rows = self._within(self.y[:, 0] if self.y.size else self.y.ravel(), top, bottom)
        columns = self._within(self.x[0] if self.x.size else self.x.ravel(), left, right)
        found = Canvas.__new__(Canvas)
        found.size, found.finer, found.band = self.size, self.finer, self.band
        found.x, found.y, found.pixels = (each[rows, columns] for each in (self.x, self.y, self.pixels))
        return found

    @staticmethod
    def _within(places: Reals, low: float, high: float) -> slice:
        """Return which of rising places are between two, and one pixel around them."""
        return slice(int(np.searchsorted(places, low - 1)), int(np.searchsorted(places, high + 1)))

    def filled(self, inside: Reals) -> Reals:
        """Return how much of a shape is at each point, 0 … 1, where points are so far inside of it."""
        return np.clip(inside * self.finer + 0.5, 0.0, 1.0)

    def lay(self, share: Reals, colour: Reals) -> None:
        """Lay a colour, or one for each point, over what is there, where there is so much of it."""
        self.pixels += (colour - self.pixels) * share[..., None]

    def bar(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """Paint an upright rectangle."""
        on = self.part(left, top, right, bottom)
        inside = np.minimum(np.minimum(on.x - left, right - on.x), np.minimum(on.y - top, bottom - on.y))
        on.lay(on.filled(inside), np.array(colour))

    def shadow(self, left: float, top: float, right: float, bottom: float) -> None:
        """Darken a rectangle, most at its top."""
        on = self.part(left, top, right, bottom)
        inside = np.minimum(on.x - left, right - on.x)
        fall = smooth(bottom, top, on.y) * (on.y >= top)
        on.lay(on.filled(inside) * fall * 0.42, np.zeros(3))

    def wedge(self, middle: float, top: float, half: float, high: float, colour: Colour) -> None:
        """Paint a triangle that points up."""
        on = self.part(middle - half, top, middle + half, top + high)
        inside = np.minimum((on.y - top) * half / high - np.abs(on.x - middle), top + high - on.y)
        on.lay(on.filled(inside), np.array(colour))

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Paint a disc."""
        on = self.part(x - radius, y - radius, x + radius, y + radius)
        on.lay(on.filled(radius - np.hypot(on.x - x, on.y - y)), np.array(colour))


def lettered(canvas: Canvas, words: str, middle: float, top: float, pitch: float, colour: Colour) -> None:
    """Write words about a middle; `pitch`: the pixels of a place of a letter, of which it has five by seven."""
    left = middle - (6 * len(words) - 1) * pitch / 2
    for index, letter in enumerate(words):
        for row, line in enumerate(LETTERS[letter].split()):
            for column in (place for place, sign in enumerate(line) if sign == "#"):
                x, y = left + (6 * index + column) * pitch, top + row * pitch
                canvas.bar(x - 0.02, y - 0.02, x + pitch + 0.02, y + pitch + 0.02, colour)


def pixels_of(canvas: Canvas) -> Reals:
    """Return the picture, each pixel the mean of its points, shape (rows, columns, 3)."""
    (rows, columns), finer = (len(canvas.band), canvas.size[1]), canvas.finer
    found: Reals = np.clip(canvas.pixels, 0, 1).reshape(rows, finer, columns, finer, 3).mean(axis=(1, 3))
    return found
