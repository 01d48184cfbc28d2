"""The output feature map: the cells that stand, the one being made, and the legend of their shades."""

from __future__ import annotations

import numpy as np
import pygame

from ..core.grid import Grid
from ..core.result import apart
from ..input.intent import Intent
from ..play.choices import HUES, MAGNITUDE
from ..session.boards import Board
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import LEVELS, draw_pattern
from ..ui.place import GridPlace
from ..ui.themes import looking, shade
from ..ui.widgets.base import Answer, Widget
from .colours import shade_colours
from .making import draw_clipped
from .numbers import NumberLook
from .pencil import Pencil
from .still import LINED, blit_run, empty_surface, scaled, shaded_surface


class Output(Widget, kw_only=True):
    """The map with its first `made` cells; a value beyond a locked scale is clipped and marked."""

    place: GridPlace
    board: Board
    made: int
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Draw the cells that stand, and the rest as empty ones."""
        place, surface, count = self.place, canvas.surface, self.place.rows * self.place.columns
        blit_run(surface, shaded_surface(canvas, place, self.board, "output", self.look), place, 0, self.made)
        if self.made < count:
            blit_run(surface, empty_surface(canvas, place), place, self.made, count)
        if self.board.clipped:
            values = self.board.grid.ravel()[: self.made]
            mark_clipped(canvas, place, values, self.board.magnitude, self.board.map_look)
        if self.board.map_look != HUES and place.pitch < LINED:
            canvas.outline(place.rect, 0, canvas.theme.padding, 1)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the cells that have come or gone."""
        if not isinstance(before, Output) or before.changed(made=self.made, board=self.board) != self:
            return super().changes(before)
        if before.board != self.board:
            return super().changes(before) if before.made != self.made else self._values_changed(before)
        return self.place.run(min(before.made, self.made), max(before.made, self.made))

    def _values_changed(self, before: Output) -> tuple[Rect, ...]:
        """Return where cells have other values, as while an image is painted."""
        then, now = before.board, self.board
        alike = then.changed(values=now.values, widest=now.widest, known=now.known, since=now.since) == now
        if not alike or then.grid.shape != now.grid.shape:
            return super().changes(before)
        return self.place.block_of(apart(then.grid, now.grid, now.since))


def mark_clipped(canvas: Canvas, place: GridPlace, values: Grid, magnitude: float, map_look: str) -> None:
    """Mark the cells, from the first one on in row order, whose values are beyond the scale."""
    flat, pencil = values.ravel(), Pencil(place)
    for index in np.flatnonzero(np.abs(flat) > magnitude).tolist():
        draw_clipped(canvas, pencil.corner(divmod(index, place.columns)), float(flat[index]), magnitude, map_look)


RING = 4  # units around the shades of the legend that its ring takes


class Legend(Widget, kw_only=True):
    """The scale of the output's shades: 0 … M, or −M … M when anything is negative. A click changes how they look.

    intents: what goes to the next look; none while the scale is fixed.
    """

    magnitude: float
    signed: bool
    map_look: str
    intents: tuple[Intent, ...]
    low: str
    high: str
    words: str
    size: int

    yields = True

    @property
    def focusable(self) -> bool:  # type: ignore[override]  # fixed, it is only looked at
        """Whether it takes the ring: not where a click does nothing."""
        return bool(self.intents)

    @property
    def bar(self) -> Rect:
        """Where the shades are; the ring has room around them."""
        around = self.px(RING)
        return Rect(self.rect.x + around, self.rect.y + around, self.rect.w - 2 * around, self.px(16))

    @property
    def below_zero(self) -> bool:
        """Whether the scale begins below 0."""
        return self.signed and self.map_look != MAGNITUDE

    def activate(self) -> Answer:
        """Go to the next look."""
        return self.intents

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and its three labels."""
        bar = self.bar
        canvas.surface.blit(self._bar(canvas, bar), bar[:2])
        if self.map_look != HUES or self.mood.hovered:
            canvas.outline(bar, 0, canvas.theme.text if self.mood.hovered else canvas.theme.edge, 1)
        y = bar.bottom + self.px(20)
        low = canvas.text(self.low, bar.x, y, self.size, canvas.theme.text, True)
        high = canvas.text(self.high, bar.right, y, self.size, canvas.theme.text, True, 1)
        room = bar.w - low - high - self.px(20)
        if canvas.type.width(self.words, self.size, False) <= room:
            middle = bar.x + low + (bar.w - low - high) / 2
            canvas.text(self.words, middle, y, self.size, canvas.theme.dim, False, 0.5)
        if self.below_zero:
            canvas.fill(Rect.of(bar.centre[0] - 1, bar.y, 2, bar.h + 4), canvas.theme.edge)
        self.draw_focus(canvas, bar.inset(-self.px(RING)), self.px(5))

    def _bar(self, canvas: Canvas, bar: Rect) -> pygame.Surface:
        def make() -> pygame.Surface:
            theme = looking(canvas.theme, self.map_look)
            values = np.linspace(-1.0 if self.below_zero else 0.0, 1.0, bar.w)[None, :]
            colours = shade_colours(values, 1.0 if self.magnitude else 0.0, theme.output, theme)
            whole = scaled(colours, bar[2:])
            if self.magnitude:
                self._bar_patterns(canvas.onto(whole), bar)
            return whole

        return canvas.kept(("legend", bar.w, bar.h, self.below_zero, bool(self.magnitude), self.map_look), make)

    def _bar_patterns(self, canvas: Canvas, bar: Rect) -> None:
        """Draw the patterns of the scale's parts over the bar, in a theme that has any."""
        theme, parts = looking(canvas.theme, self.map_look), range(-LEVELS if self.below_zero else 0, LEVELS)
        for index, part in enumerate(parts):
            left, right = bar.w * index // len(parts), bar.w * (index + 1) // len(parts)
            share = (part + 1 if part >= 0 else part) / LEVELS
            colour = shade(share, 1.0, theme.output, theme)
            draw_pattern(canvas, Rect(left, 0, right - left, bar.h), 0, "output", share, colour)
