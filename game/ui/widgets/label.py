"""Areas, lines, words and runs of coloured words, which are only looked at; and numbers in these that can be met."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import pygame

from ..canvas import Canvas
from ..geometry import Rect
from ..themes import BLACK, WHITE, Colour, Theme
from .base import Widget
from .stepping import Stepping

PLAIN: dict[str, Colour] = {"blank_black": BLACK, "blank_white": WHITE}  # the same in every theme


def colour_of(theme: Theme, role: str) -> Colour:
    """Return the colour that a theme gives to a name."""
    colour: Colour = PLAIN.get(role) or getattr(theme, role)
    return colour


class Area(Widget, kw_only=True):
    """A plain or rounded area of one colour, with an optional line along one side."""

    role: str
    radius: float = 0.0
    line_at: str = ""  # "", "top", "bottom", "left" or "all"
    line_role: str = "line"

    opaque = True

    def hides(self, part: Rect) -> bool:
        """Tell whether it does: everywhere but in round corners."""
        if not self.radius:
            return self.rect.holds(part)
        round_ = int(self.radius) + 2
        return self.rect.inset(round_, 0).holds(part) or self.rect.inset(0, round_).holds(part)

    def draw(self, canvas: Canvas) -> None:
        """Draw the area, then its line."""
        colour = colour_of(canvas.theme, self.role)
        if self.radius:
            canvas.rounded(self.rect, self.radius, colour)
        else:
            canvas.fill(self.rect, colour)
        line, (x, y, w, h), thin = colour_of(canvas.theme, self.line_role), self.rect, self.px(1.3)
        sides = {"top": (x, y, w, thin), "bottom": (x, y + h - thin, w, thin), "left": (x, y, thin, h)}
        if self.line_at == "all":
            canvas.outline(self.rect, self.radius, line, thin)
        elif self.line_at:
            canvas.fill(Rect(*sides[self.line_at]), line)


class Scrim(Widget, kw_only=True):
    """A veil over the window, under an open sheet."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the ground's colour, half transparent, over all."""
        draw_veil(canvas, self.rect, canvas.theme.ground, 170)


def draw_veil(canvas: Canvas, rect: Rect, colour: Colour, alpha: int) -> None:
    """Draw a half transparent colour over a part of the window, in tiles of one that is kept."""
    if not alpha:
        return

    def make() -> pygame.Surface:
        surface = pygame.Surface((256, 256)).convert()
        surface.fill(colour)
        surface.set_alpha(alpha)
        return surface

    veil = canvas.kept(("veil", colour, alpha), make)
    for x in range(rect.x, rect.right, 256):
        for y in range(rect.y, rect.bottom, 256):
            canvas.surface.blit(veil, (x, y), (0, 0, min(256, rect.right - x), min(256, rect.bottom - y)))


REACH = 0.75
"""Of a font's size, from the middle of the capitals up and down: nothing of a line of words reaches so far."""


@lru_cache(maxsize=512)
def band(place: Rect, y: float, size: int, lines: float = 0.0) -> Rect:
    """Return the part of a place in which words are; y is the middle of their capitals. It is remembered.

    lines: device pixels from the middle of the first of several lines to that of the last, y being between the two.
    """
    reach = size * REACH + 1 + lines / 2
    return place.overlap(Rect.of(place.x, y - reach, place.w, 2 * reach))


class Label(Widget, kw_only=True):
    """One line of words, in the vertical middle of its place."""

    text: str
    size: int  # font size in device pixels
    role: str = "text"
    bold: bool = False
    align: float = 0.0

    @property
    def drawn_on(self) -> tuple[Rect, ...]:
        """Where it draws."""
        return (band(self.visible, self.rect.centre[1], self.size),)

    def draw(self, canvas: Canvas) -> None:
        """Draw the line."""
        x = self.rect.x + self.rect.w * self.align
        colour = colour_of(canvas.theme, self.role)
        canvas.text(self.text, x, self.rect.centre[1], self.size, colour, self.bold, self.align)


class Explained(Label, kw_only=True):
    """Words that say more where they are pointed at."""

    captures = True


class Picture(Widget, kw_only=True):
    """An icon that is only looked at; without a role it keeps its own colours."""

    icon: str
    role: str = "dim"

    def draw(self, canvas: Canvas) -> None:
        """Draw the icon."""
        canvas.icon(self.icon, self.rect, colour_of(canvas.theme, self.role) if self.role else None)


class Run(NamedTuple):
    """A piece of a line in one colour. `part`: which number of the output size's formula it is; "" for none."""

    text: str
    role: str = "text"
    bold: bool = True
    part: str = ""


def at_margin(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return a line that goes on from another, without the space of the sign that it begins with."""
    return (runs[0]._replace(text=runs[0].text.lstrip()), *runs[1:]) if runs else runs


class Runs(Widget, kw_only=True):
    """A line made of runs, one after another."""

    runs: tuple[Run, ...]
    size: int

    @property
    def drawn_on(self) -> tuple[Rect, ...]:
        """Where it draws."""
        return (band(self.visible, self.rect.centre[1], self.size),)

    def draw(self, canvas: Canvas) -> None:
        """Draw the runs from the left."""
        draw_runs(canvas, self.runs, self.rect.x, self.rect.centre[1], self.size)


def draw_runs(canvas: Canvas, runs: tuple[Run, ...], x: int, y: float, size: int) -> None:
    """Draw runs one after another from the left; `y` is the middle of their capitals."""
    colours = {role: colour_of(canvas.theme, role) for role in {run.role for run in runs}}
    canvas.line([(text, colours[role], bold) for text, role, bold, _ in runs], x, y, size)


class Term(Stepping, kw_only=True):
    """The ground of a number that is written over it."""

    stepped = "formula"

    def draw(self, canvas: Canvas) -> None:
        """Draw a line under the number; a ground and a ring while it is met."""
        x, _, w, _ = self.rect
        if self.mood.hovered:
            canvas.rounded(self.rect, self.px(6), canvas.theme.hovered)
        edge = self.px(4)
        canvas.fill(Rect(x + edge, self.rect.bottom - self.px(5), w - 2 * edge, self.px(1.5)), canvas.theme.edge)
        self.draw_focus(canvas, self.rect, self.px(6))
