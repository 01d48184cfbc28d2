"""The confusion: a table of how many of each kind are read as each, rows being what they are, with sums at its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.grid import Pair
from ...input.interface_intents import ShowDigits
from ..canvas import Canvas
from ..geometry import Rect
from ..themes import Colour, Theme, mix
from .base import Answer, Widget

if TYPE_CHECKING:
    from ...input.event_types import KeyDown

STEPS = {"Left": (0, -1), "Right": (0, 1), "Up": (-1, 0), "Down": (1, 0)}
LEAST = 0.3
"""How much of its hue a cell has at least that is not empty."""
WORDS = 0.46
"""The size of the numbers, in the pitch of the cells."""


class Confusion(Widget, kw_only=True):
    """The table. A click, or an arrow, chooses a cell; a click on the one that is chosen lets it go.

    counts: shape (kinds, kinds). most: of the fullest cell beside the diagonal. pair: the cell that is chosen.
    every: the word that stands over the sums.
    """

    counts: tuple[tuple[int, ...], ...]
    most: int
    pair: Pair | None
    every: str

    focusable = True

    @property
    def kinds(self) -> int:
        """How many kinds there are."""
        return len(self.counts)

    @property
    def pitch(self) -> int:
        """How far it is from cell to cell, in device pixels: one more for the heads, and one for the sums."""
        return min(self.rect.w, self.rect.h) // (self.kinds + 2)

    def cell(self, row: int, column: int) -> Rect:
        """Return where a cell is; −1 are the heads, and the number of kinds is where the sums are."""
        pitch = self.pitch
        return Rect(self.rect.x + (column + 1) * pitch, self.rect.y + (row + 1) * pitch, pitch, pitch)

    def cell_at(self, x: float, y: float) -> Pair | None:
        """Return which cell a point is in, without heads and sums."""
        row, column = int((y - self.rect.y) // self.pitch) - 1, int((x - self.rect.x) // self.pitch) - 1
        return (row, column) if 0 <= row < self.kinds and 0 <= column < self.kinds else None

    def release(self, x: float, y: float) -> Answer:
        """Choose the cell under the pointer, or let it go."""
        cell = self.cell_at(x, y) if self.hit(x, y) else None
        if cell is None:
            return ()
        return (ShowDigits(confusion=True, pair=None if cell == self.pair else cell),)

    def key(self, event: KeyDown) -> Answer | None:
        """Choose the cell beside, at first the upper left one; beyond the ends there is none."""
        if event.control or event.shift or event.key not in STEPS:
            return None
        if self.pair is None:
            return (ShowDigits(confusion=True, pair=(0, 0)),)
        row, column = (at + by for at, by in zip(self.pair, STEPS[event.key], strict=True))
        inside = 0 <= row < self.kinds and 0 <= column < self.kinds
        return (ShowDigits(confusion=True, pair=(row, column)),) if inside else ()

    def draw(self, canvas: Canvas) -> None:
        """Draw heads, cells, sums, and the rings of the chosen cell and of the keys."""
        theme, kinds = canvas.theme, range(self.kinds)
        self._write(canvas, -1, self.kinds, self.every, theme.dim)
        self._write(canvas, self.kinds, -1, self.every, theme.dim)
        for kind in kinds:
            self._write(canvas, kind, -1, str(kind), theme.source, True)
            self._write(canvas, -1, kind, str(kind), theme.output_text, True)
            self._write(canvas, kind, self.kinds, str(sum(self.counts[kind])), theme.dim)
            self._write(canvas, self.kinds, kind, str(sum(row[kind] for row in self.counts)), theme.dim)
            for column in kinds:
                self._cell(canvas, kind, column)
        self._write(canvas, self.kinds, self.kinds, str(sum(map(sum, self.counts))), theme.text, True)
        if self.pair is not None:
            canvas.outline(self.cell(*self.pair), self.px(3), theme.text, max(2, self.px(3)))
        ringed = self.rect if self.pair is None else self.cell(*self.pair).inset(-self.px(3))
        self.draw_focus(canvas, ringed, self.px(6))

    def _cell(self, canvas: Canvas, row: int, column: int) -> None:
        """Draw a cell in its hue, and how many there are; of an empty one the outline alone."""
        place, count = self.cell(row, column), self.counts[row][column]
        face = place.inset(1)
        if not count:
            canvas.outline(face, 0, canvas.theme.line, 1)
            return
        colour = self._colour(canvas.theme, row, column, count)
        canvas.fill(face, colour)
        canvas.number(str(count), *place.centre, self._size(canvas, str(count), True), colour)

    def _colour(self, theme: Theme, row: int, column: int, count: int) -> Colour:
        """Return the hue of what is read right by its share of the row, of mistakes by the largest one."""
        hue, whole = (theme.output, sum(self.counts[row])) if row == column else (theme.error, self.most)
        return mix(theme.neutral, hue, LEAST + (1 - LEAST) * count / max(1, whole))

    def _write(self, canvas: Canvas, row: int, column: int, words: str, colour: Colour, bold: bool = False) -> None:
        canvas.text(words, *self.cell(row, column).centre, self._size(canvas, words, bold), colour, bold, 0.5)

    def _size(self, canvas: Canvas, words: str, bold: bool) -> int:
        """Return the font size of words in a cell."""
        return canvas.type.largest(words, self.pitch * 0.84, bold, round(self.pitch * WORDS))
