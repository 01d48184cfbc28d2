"""The output feature map: the cells that stand, the one being made, and the legend of their shades."""

from __future__ import annotations

import numpy as np
import pygame

from ..core.grid import Grid
from ..core.result import apart
from ..play.moment import Moment
from ..session.boards import Board
from ..ui import shapes
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import LEVELS, clear_for, draw_pattern
from ..ui.place import GridPlace
from ..ui.themes import Colour, ink, mix, shade
from ..ui.typeface import SMALLEST_NUMBER
from ..ui.widgets.base import Widget
from ..words.texts import text
from .colours import shade_colours
from .numbers import NumberLook, fits, shown
from .runs import run_of
from .still import empty_surface, shaded_surface


class Output(Widget, kw_only=True):
    """The map with its first `made` cells; a value beyond a locked scale is clipped and marked."""

    place: GridPlace
    board: Board
    made: int
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Draw the full rows, the begun row, and the rest as empty cells."""
        place = self.place
        full = shaded_surface(canvas, place, self.board, "output", self.look)
        rows, over = divmod(self.made, place.columns)
        x, y, width, height = place.rect
        split = rows * place.pitch
        if self.made < place.rows * place.columns:
            canvas.surface.blit(empty_surface(canvas, place), (x, y + split), (0, split, width, height - split))
        canvas.surface.blit(full, (x, y), (0, 0, width, split))
        if over:
            canvas.surface.blit(full, (x, y + split), (0, split, over * place.pitch, place.pitch))
        if self.board.clipped:
            values = self.board.grid.ravel()[: self.made]
            mark_clipped(canvas, place, values, self.board.magnitude)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the cells that have come or gone."""
        if not isinstance(before, Output) or before.changed(made=self.made, board=self.board) != self:
            return super().changes(before)
        if before.board != self.board:
            return super().changes(before) if before.made != self.made else self._values_changed(before)
        return run_of(self.place, min(before.made, self.made), max(before.made, self.made))

    def _values_changed(self, before: Output) -> tuple[Rect, ...]:
        """Return where cells have other values, as while an image is painted."""
        then, now = before.board, self.board
        alike = then.changed(values=now.values, widest=now.widest, known=now.known, since=now.since) == now
        if not alike or then.grid.shape != now.grid.shape:
            return super().changes(before)
        return self.place.block_of(apart(then.grid, now.grid, now.since))


def mark_clipped(canvas: Canvas, place: GridPlace, values: Grid, magnitude: float) -> None:
    """Mark the cells, from the first one on in row order, whose values are beyond the scale."""
    flat = values.ravel()
    for index in np.flatnonzero(np.abs(flat) > magnitude).tolist():
        _draw_mark(canvas, place.cell(*divmod(index, place.columns)), float(flat[index]), magnitude)


def _draw_mark(canvas: Canvas, face: Rect, value: float, magnitude: float) -> None:
    """Draw ▲ or ▼ in the corner of a cell whose value is beyond the scale."""
    theme = canvas.theme
    colour = ink(shade(value, magnitude, theme.output, theme))
    size = max(5, round(face.w * 0.16))
    key = ("mark", size, value > 0, colour)
    sprite = canvas.kept(key, lambda: shapes.painted(shapes.triangle_mask(size, value > 0), colour))
    canvas.surface.blit(sprite, (face.right - size - max(1, size // 3), face.y + max(1, size // 3)))


class Making(Widget, kw_only=True):
    """The output cell that is being made: the sum of what has arrived, then its green."""

    place: GridPlace
    cell: tuple[int, int]
    value: float
    shown_sum: float | None
    reveal: float
    pop: float
    magnitude: float
    look: NumberLook
    secret: bool = False  # it is a "?"

    def draw(self, canvas: Canvas) -> None:
        """Draw ground, number and the outline of `now`."""
        theme, place = canvas.theme, self.place
        home = place.cell(*self.cell)
        face = home.centred(home.w * self.pop, home.h * self.pop)
        colour = mix(theme.now_quiet, shade(self.value, self.magnitude, theme.output, theme), self.reveal)
        canvas.rounded(face, place.radius, colour)
        value = self.value if self.reveal > 0 else self.shown_sum
        self._pattern(canvas, face, colour)
        if self.secret and place.pitch >= SMALLEST_NUMBER:
            canvas.text(text("predict.hidden"), *face.centre, round(place.pitch * 0.5), theme.now_text, True, 0.5)
        if value is not None:
            words = shown(value, self.look.decimals)
            if fits(canvas.type, words, self.look, place):
                canvas.number(words, *face.centre, self.look.size, colour, self.look.outlined)
        if self.reveal > 0.5 and abs(self.value) > self.magnitude:
            _draw_mark(canvas, face, self.value, self.magnitude)
        thickness = max(2, round(place.pitch * 0.045))
        canvas.outline(face.inset(-1), place.radius + 1, theme.now, thickness)

    def _pattern(self, canvas: Canvas, face: Rect, colour: Colour) -> None:
        """Let the pattern come with the green."""
        if self.reveal <= 0 or not self.magnitude:
            return
        clear = clear_for(canvas.type, shown(self.value, self.look.decimals), self.look.size)
        share, alpha = self.value / self.magnitude, round(255 * self.reveal)
        draw_pattern(canvas, face, self.place.radius, "output", share, colour, clear, alpha)


def making_of(moment: Moment, board: Board, place: GridPlace, look: NumberLook) -> Making | None:
    """Return the cell that is being made at a moment, None at the end."""
    if moment.cell is None:
        return None
    return Making(
        name="making",
        rect=place.cell(*moment.cell).inset(-round(place.pitch * 0.12) - 3),
        place=place,
        cell=moment.cell,
        value=float(board.grid[moment.cell]),
        shown_sum=moment.shown_sum,
        reveal=moment.reveal,
        pop=moment.pop,
        magnitude=board.magnitude,
        look=look,
    )


def secret_of(cell: tuple[int, int], place: GridPlace, look: NumberLook) -> Making:
    """Return the cell that is being made while nobody may know its value; not even the widget does."""
    return Making(
        name="making",
        rect=place.cell(*cell).inset(-round(place.pitch * 0.12) - 3),
        place=place,
        cell=cell,
        value=0.0,
        shown_sum=None,
        reveal=0.0,
        pop=1.0,
        magnitude=1.0,
        look=look,
        secret=True,
    )


class BlankOutput(Widget, kw_only=True):
    """The output of unknown size: one blank panel with a "?"."""

    radius: float
    size: int

    def draw(self, canvas: Canvas) -> None:
        """Draw the panel."""
        canvas.rounded(self.rect, self.radius, canvas.theme.now_quiet)
        canvas.outline(self.rect, self.radius, canvas.theme.now, self.px(3))
        canvas.text(text("predict.hidden"), *self.rect.centre, self.size, canvas.theme.now_text, True, 0.5)


class Legend(Widget, kw_only=True):
    """The scale of the output's shades: 0 … M, or −M … M when anything is negative."""

    magnitude: float
    signed: bool
    low: str
    high: str
    words: str
    size: int

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and its three labels."""
        bar = Rect(self.rect.x, self.rect.y, self.rect.w, self.px(16))
        canvas.surface.blit(self._bar(canvas, bar), bar[:2])
        y = bar.bottom + self.px(20)
        low = canvas.text(self.low, bar.x, y, self.size, canvas.theme.text, True)
        high = canvas.text(self.high, bar.right, y, self.size, canvas.theme.text, True, 1)
        room = bar.w - low - high - self.px(20)
        if canvas.type.width(self.words, self.size, False) <= room:
            middle = bar.x + low + (bar.w - low - high) / 2
            canvas.text(self.words, middle, y, self.size, canvas.theme.dim, False, 0.5)
        if self.signed:
            canvas.fill(Rect.of(bar.centre[0] - 1, bar.y, 2, bar.h + 4), canvas.theme.edge)

    def _bar(self, canvas: Canvas, bar: Rect) -> pygame.Surface:
        def make() -> pygame.Surface:
            values = np.linspace(-1.0 if self.signed else 0.0, 1.0, bar.w)[None, :]
            colours = shade_colours(values, 1.0 if self.magnitude else 0.0, canvas.theme.output, canvas.theme)
            small = pygame.surfarray.make_surface(np.ascontiguousarray(colours.transpose(1, 0, 2)))
            whole = pygame.transform.scale(small, bar[2:]).convert()
            if self.magnitude:
                self._bar_patterns(canvas.onto(whole), bar)
            return whole

        return canvas.kept(("legend", bar.w, bar.h, self.signed, bool(self.magnitude)), make)

    def _bar_patterns(self, canvas: Canvas, bar: Rect) -> None:
        """Draw the patterns of the scale's parts over the bar, in a theme that has any."""
        parts = range(-LEVELS if self.signed else 0, LEVELS)
        for index, part in enumerate(parts):
            left, right = bar.w * index // len(parts), bar.w * (index + 1) // len(parts)
            share = (part + 1 if part >= 0 else part) / LEVELS
            colour = shade(share, 1.0, canvas.theme.output, canvas.theme)
            draw_pattern(canvas, Rect(left, 0, right - left, bar.h), 0, "output", share, colour)
