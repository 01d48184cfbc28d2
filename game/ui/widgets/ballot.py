"""What a class votes with: grids of numbers to look at, answers with their bars, and a tick."""

from __future__ import annotations

from ..canvas import Canvas
from ..geometry import Rect
from ..themes import BLACK, HUES, WHITE, Colour, Theme, gray, mix, shade
from .base import Widget
from .button import Button

SMALLEST = 9
"""Device pixels of the smallest numbers that are written in cells."""

GAP, ROUND = 0.027, 0.06
"""Shares of a cell: the gap between two, and the radius of its corners."""

QUIET = 0.6
"""How much of an edge's colour is in the bars of the first of two rounds."""

BESIDE = 12
"""Lengths of the drawing between a bar and its number."""


class NumberGrid(Widget, kw_only=True):
    """A grid of numbers on their shades.

    values, texts: in rows. size: of the numbers, in device pixels; 0: none are written. pitch: of cells.
    white: the value that is drawn white of pixels; 0 of weights, whose scale ends at magnitude. channel: the index of a
    hue of `HUES` that pixels have; −1 for gray.
    """

    values: tuple[tuple[float, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    size: int
    pitch: int
    white: float = 0.0
    magnitude: float = 1.0
    channel: int = -1

    def draw(self, canvas: Canvas) -> None:
        """Draw the cells, then their numbers."""
        gap = max(1, round(self.pitch * GAP))
        side, radius = self.pitch - gap, round(self.pitch * ROUND, 1)
        for row, values in enumerate(self.values):
            for column, value in enumerate(values):
                cell = Rect(self.rect.x + column * self.pitch, self.rect.y + row * self.pitch, side, side)
                face = self._face(value, canvas.theme)
                canvas.rounded(cell, radius, face)
                canvas.outline(cell, radius, canvas.theme.line, 1)
                if self.size >= SMALLEST:
                    canvas.number(self.texts[row][column], *cell.centre, self.size, face)

    def _face(self, value: float, theme: Theme) -> Colour:
        if not self.white:
            return shade(value, self.magnitude, theme.kernel, theme)
        if value < 0 and value != float("-inf"):
            return mix(BLACK, theme.negative, min(1.0, -value / self.white))
        hue = WHITE if self.channel < 0 else HUES[self.channel]
        return mix(BLACK, hue, gray(value, self.white)[0] / 255)


class AnswerRow(Button, kw_only=True):
    """An answer: its letter, its words, and the bars of one round or two, the first one gray where there are two.

    lines: the words, one below the other. chosen: it has the ring. bars: (hands, device pixels) of each round; () while
    hands are counted. answer_size, small: of the answer's letters, and of the numbers. left: where the words end and
    bars begin, in device pixels from the left. pixel: the device pixels of a length of the drawing. told: whether it is
    right, None before that is told.
    """

    lines: tuple[str, ...]
    chosen: bool
    bars: tuple[tuple[int, int], ...]
    answer_size: int
    small: int
    left: int
    pixel: float
    told: bool | None = None

    def draw(self, canvas: Canvas) -> None:
        """Draw ground, letter, words, bars, and the ring or the tick."""
        theme, place = canvas.theme, self.rect
        radius = self._long(16)
        canvas.rounded(place, radius, theme.hovered if self.mood.hovered else theme.panel)
        right = bool(self.told)
        edge = theme.output_text if right else theme.text if self.chosen else theme.edge
        canvas.outline(place, radius, edge, self._long(3 if right or self.chosen else 1.3))
        ink = theme.faint if self.told is False else theme.text
        side = self._long(48)
        box = Rect(place.x + self._long(12), place.y + (place.h - side) // 2, side, side)
        canvas.rounded(box, self._long(8), theme.raised)
        canvas.outline(box, self._long(8), theme.line, self._long(1.3))
        canvas.text(self.label, *box.centre, self._long(34), ink, True, 0.5)
        self._words(canvas, box.right, ink)
        self._bars(canvas, place, ink)
        if right:
            side = self._long(44)
            tick = Rect(place.right - side - self._long(16), place.y, side, place.h).centred(side, side)
            canvas.icon("check", tick, theme.output_text)

    def _long(self, length: float) -> int:
        """Return a length of the drawing in device pixels."""
        return max(1, round(length * self.pixel))

    def _words(self, canvas: Canvas, left: int, ink: Colour) -> None:
        """Write one short line in the middle of its column, several from the left."""
        step = self.answer_size * 1.15
        top = self.rect.centre[1] - step * (len(self.lines) - 1) / 2
        end = self.rect.x + self.left
        for index, line in enumerate(self.lines):
            wide = canvas.type.width(line, self.answer_size, True)
            x = left + max(self._long(16), (end - left - wide) / 2) if len(self.lines) == 1 else left + self._long(16)
            canvas.text(line, x, top + index * step, self.answer_size, ink, True)

    def _bars(self, canvas: Canvas, place: Rect, ink: Colour) -> None:
        theme = canvas.theme
        high, gap = self._long(18), self._long(8)
        top = place.y + (place.h - len(self.bars) * high - (len(self.bars) - 1) * gap) // 2
        for index, (hands, long) in enumerate(self.bars):
            gray_bar = index + 1 < len(self.bars)
            bar = Rect(place.x + self.left, top + index * (high + gap), max(self._long(3), long), high)
            colour = mix(theme.panel, theme.edge, QUIET) if gray_bar else theme.accent
            canvas.rounded(bar, self._long(4), mix(theme.panel, colour, 0.4) if self.told is False else colour)
            words = theme.dim if gray_bar and self.told is not False else ink
            canvas.text(str(hands), bar.right + self._long(BESIDE), bar.centre[1], self.small, words, True)
