"""The map of a layer: a circle for each channel and each filter, and an arrow for each kernel between them."""

from __future__ import annotations

from itertools import product
from math import hypot

import pygame

from ..canvas import Canvas
from ..geometry import Rect
from ..themes import Colour, mix
from .base import Widget

BETWEEN_GROUPS = 0.5  # of the distance of two circles, that is free between two groups besides
WIDE, LARGEST = 0.86, 46.0  # how large a circle is: of that distance; units at most
FROM_EACH_OTHER = 1.7  # circles stand no further from each other than this, in their size
MOST_HEADS = 6  # quiet arrows that meet in a circle have heads up to so many; more are quieter, too

Pairs = tuple[tuple[int, int], ...]
"""Kernels: the channel and the filter of each."""


class KernelMap(Widget, kw_only=True):
    """Channels at the left, filters at the right, and between them an arrow for each kernel.

    letters: of the channels. groups: how many they are shared out to, a divisor of channels and filters.
    filter: the one in front. channel: the one that is in work under it now; None while none is.
    """

    letters: tuple[str, ...]
    filters: int
    groups: int
    filter: int
    channel: int | None = None

    @property
    def between(self) -> float:
        """What is free between two groups, in distances of circles; nothing where no side has two circles of one."""
        return BETWEEN_GROUPS if max(self._count(0), self._count(1)) > self.groups else 0.0

    @property
    def longest(self) -> float:
        """How many circles one below the other the longer side takes, with what is free between groups."""
        return max(self._last(0), self._last(1)) + 1

    @property
    def kernels(self) -> Pairs:
        """All kernels, channel and filter: each filter sees the channels of its group."""
        return tuple(
            pair
            for pair in product(range(len(self.letters)), range(self.filters))
            if self._group(0, pair[0]) == self._group(1, pair[1])
        )

    @property
    def diameter(self) -> int:
        """How large the circles are, in device pixels."""
        return max(3, min(self.px(LARGEST), int(min(self._step(0), self._step(1)) * WIDE)))

    def circle(self, side: int, index: int) -> Rect:
        """Return where the circle of a channel (side 0) or of a filter (side 1) is."""
        size = self.diameter
        step = min(self._step(side), size * FROM_EACH_OTHER)
        middle = self.rect.y + self.rect.h / 2 + (self._place(side, index) - self._last(side) / 2) * step
        x = self.rect.x if side == 0 else self.rect.right - size
        return Rect.of(x, middle - size / 2, size, size)

    def _count(self, side: int) -> int:
        return self.filters if side else len(self.letters)

    def _group(self, side: int, index: int) -> int:
        return index * self.groups // self._count(side)

    def _place(self, side: int, index: int) -> float:
        """Return how many distances of circles one stands below the first."""
        return index + self.between * self._group(side, index)

    def _last(self, side: int) -> float:
        return self._place(side, self._count(side) - 1)

    def _step(self, side: int) -> float:
        return self.rect.h / (self._last(side) + 1)

    def draw(self, canvas: Canvas) -> None:
        """Draw the quiet arrows, then the live filter's and the live kernel's, and the circles."""
        theme = canvas.theme
        many = len(self.letters) > MOST_HEADS * self.groups
        quiet = mix(theme.raised, theme.edge, 0.3 if many else 0.6)
        seen = tuple(pair for pair in self.kernels if pair[1] == self.filter)
        now = tuple(pair for pair in seen if pair[0] == self.channel)
        self._arrows(canvas, self.kernels, quiet, 1.4, heads=not many)
        self._arrows(canvas, seen, theme.text, 2.4)
        self._arrows(canvas, now, theme.now, 3.6)
        met = {channel for channel, _ in seen}
        for index, letter in enumerate(self.letters):
            self._circle(canvas, self.circle(0, index), letter, index in met, index == self.channel and bool(now))
        for index in range(self.filters):
            self._circle(canvas, self.circle(1, index), str(index + 1), index == self.filter, False)

    def _circle(self, canvas: Canvas, place: Rect, words: str, bright: bool, now: bool) -> None:
        """Draw a circle with its letter; a bright one is in the text's colour, the others are quiet."""
        theme = canvas.theme
        canvas.rounded(place, place.h / 2, theme.raised)
        line = theme.now if now else theme.text if bright else theme.edge
        canvas.outline(place, place.h / 2, line, max(1, self.px(3 if bright else 1.5)))
        size = canvas.type.largest("16", place.w * 0.7, True, int(place.h * 0.56))
        canvas.text(words, *place.centre, size, theme.text if bright else theme.dim, True, 0.5)

    def _arrows(self, canvas: Canvas, pairs: Pairs, colour: Colour, units: float, heads: bool = True) -> None:
        """Draw the arrows of kernels, from channel to filter."""
        thick, (left, top, *size) = max(1, round(units * self.unit)), self.rect
        circles = ((self.circle(0, channel), self.circle(1, number)) for channel, number in pairs)
        ways = tuple((start.moved(-left, -top), end.moved(-left, -top)) for start, end in circles)

        def make() -> pygame.Surface:
            sheet = pygame.Surface(size, pygame.SRCALPHA)
            sheet.fill((*colour, 0))
            for way in ways:
                _draw_arrow(sheet, *way, colour, thick, heads)
            return sheet

        canvas.surface.blit(canvas.kept(("kernel map", ways, colour, thick, *size), make), (left, top))


def _draw_arrow(sheet: pygame.Surface, start: Rect, end: Rect, colour: Colour, thick: int, headed: bool) -> None:
    """Draw an arrow between the rims of two circles: its shaft, and its head, if it has one, with smooth edges."""
    (x0, y0), (x1, y1), radius = start.centre, end.centre, start.w / 2
    length = hypot(x1 - x0, y1 - y0) or 1.0
    along, across = (x1 - x0) / length, (y1 - y0) / length
    head = min(4.0 * thick + 2, end.w * 0.4) if headed else 0.0
    wing = head * 0.45
    tip = x1 - along * (radius + 1), y1 - across * (radius + 1)
    base = tip[0] - along * head, tip[1] - across * head
    pygame.draw.aaline(sheet, colour, (x0 + along * radius, y0 + across * radius), base, thick)
    if not headed:
        return
    points = [tip, (base[0] - across * wing, base[1] + along * wing), (base[0] + across * wing, base[1] - along * wing)]
    pygame.draw.polygon(sheet, colour, points)
    pygame.draw.aalines(sheet, colour, True, points)
