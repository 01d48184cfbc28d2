"""Measuring and rendering text in the one bundled family, IBM Plex Sans."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin

import pygame

from ..words.plain import plain
from .resources import asset
from .themes import Colour

SMALLEST_NUMBER = 13  # font size in pixels at which a digit is 9 device pixels high
RIM_COPIES = 16  # of a text, around it, which together are its outline
_CAPITAL = 0.698  # height of a digit as a share of the font size


class Typeface:
    """The family in two weights, at any size in device pixels. Digits all have the same width.

    Whatever comes here can be drawn: what a font refuses, or breaks a line at, is made harmless.
    """

    def __init__(self) -> None:
        self.font = lru_cache(maxsize=24)(self._load)  # 0.2 MB each, with what it has drawn
        self.width = lru_cache(maxsize=2048)(self._measure)
        self.lift = lru_cache(maxsize=64)(self._lift)

    def _load(self, size: int, bold: bool) -> pygame.font.Font:
        name = "IBMPlexSans-SemiBold.ttf" if bold else "IBMPlexSans-Regular.ttf"
        return pygame.font.Font(asset("fonts", name), max(1, size))

    def _measure(self, text: str, size: int, bold: bool) -> int:
        return self.font(size, bold).size(text if text.isprintable() else plain(text, unbroken=True))[0]

    def _lift(self, size: int, bold: bool) -> tuple[float, int]:
        """Return how far below the middle of its capitals a text's baseline is, to be rounded down, and its ascent."""
        return digit_height(size) / 2 + 0.5, self.ascent(size, bold)

    def render(self, text: str, size: int, bold: bool, colour: Colour) -> pygame.Surface:
        """Return the antialiased text on a transparent ground."""
        drawn = text if text.isprintable() else plain(text, unbroken=True)
        return self.font(size, bold).render(drawn, True, colour)

    def outlined(self, text: str, size: int, bold: bool, colour: Colour, rim: Colour) -> pygame.Surface:
        """Return the text with a thin, even outline, which reaches `rim_width(size)` pixels further on every side."""
        inner, outer = self.render(text, size, bold, colour), self.render(text, size, bold, rim)
        wide = rim_width(size)
        surface = pygame.Surface((inner.get_width() + 2 * wide, inner.get_height() + 2 * wide), pygame.SRCALPHA)
        surface.fill((*rim, 0))
        for turn in range(RIM_COPIES):
            angle = 2 * pi * turn / RIM_COPIES
            surface.blit(outer, (round(wide + wide * cos(angle)), round(wide + wide * sin(angle))))
        surface.blit(inner, (wide, wide))
        return surface

    def ascent(self, size: int, bold: bool) -> int:
        """Return the pixels from the top of a rendered text to its baseline."""
        return self.font(size, bold).get_ascent()

    def largest(self, widest: str, width: float, bold: bool, high: int) -> int:
        """Return the largest font size up to `high` at which the text is at most `width` wide (0 when none is)."""
        if high < 1 or width <= 0:
            return 0
        size = min(high, int(high * width / max(1, self.width(widest, high, bold))) + 1)
        while size > 0 and self.width(widest, size, bold) > width:
            size -= 1
        return size

    def wrapped(self, text: str, size: int, bold: bool, width: int) -> tuple[str, ...]:
        """Return the text broken at spaces into lines that fit; a single word that is too long is broken anywhere."""
        lines: list[str] = []
        for paragraph in text.split("\n"):
            if self.width(paragraph, size, bold) <= width:
                lines.append(paragraph)
                continue
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if line and self.width(longer, size, bold) > width:
                    lines.append(line)
                    line = word
                else:
                    line = longer
                while len(line) > 1 and self.width(line, size, bold) > width:
                    cut = self._cut(line, size, bold, width)
                    lines.append(line[:cut])
                    line = line[cut:]
            lines.append(line)
        return tuple(lines)

    def _cut(self, line: str, size: int, bold: bool, width: int) -> int:
        cut = len(line) - 1
        while cut > 1 and self.width(line[:cut], size, bold) > width:
            cut -= 1
        return cut

    def shortened(self, text: str, size: int, bold: bool, width: int) -> str:
        """Return the text, its end replaced by an ellipsis when it is wider than `width`."""
        if self.width(text, size, bold) <= width:
            return text
        while text and self.width(text + "…", size, bold) > width:
            text = text[:-1]
        return text.rstrip() + "…"


@lru_cache(maxsize=1)
def typeface_of_pictures() -> Typeface:
    """Return the one that is used for all that is drawn beside the window.

    Each has fonts of megabytes, and what is remembered of one, such as how large a number may be, keeps it alive.
    """
    return Typeface()


def rim_width(size: int) -> int:
    """Return how thick the outline of a text is in pixels: thin, so that it does not fill the digits."""
    return max(1, round(size / 24))


def digit_height(size: int) -> float:
    """Return how many pixels high a digit is at a font size."""
    return size * _CAPITAL
