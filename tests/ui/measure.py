"""Where text stands: a canvas that draws nothing and notes the inked rectangle of every line it is asked for.

Every text of the window goes through `Canvas.text`, so this measures what is drawn, not what a widget says of itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

import pygame

from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.themes import Colour
from game.ui.typeface import digit_height
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Area
from game.view.window import Window
from tests.picture import new_canvas, typeface

PARTS = ("stage", "dot ground", "transport", "top bar", "rail", "tour", "sheet")
GRIDS = ("grid image", "grid kernel", "grid products", "grid output")
GRIDS_OF_BOTH = (*GRIDS, *(f"{name} b" for name in GRIDS))  # in Compare
MOVING = ("card", "patch", "making", "flight", "marks ", "patch frame", "cell cursor")  # beginnings of names


class Line(NamedTuple):
    """A line of text, or an icon: what it says, its ink's rectangle, its size and colour, and its widget's name."""

    text: str
    rect: Rect
    size: int
    colour: Colour
    widget: str


class MeasuringCanvas(Canvas):
    """Notes lines of text, and draws nothing."""

    lines: list[Line]
    widget: str

    def fill(self, rect: Rect, colour: Colour) -> None:
        """Draw nothing."""

    def rounded(self, rect: Rect, radius: float, colour: Colour, alpha: int = 255) -> None:
        """Draw nothing."""

    def outline(self, rect: Rect, radius: float, colour: Colour, thickness: float = 2, alpha: int = 255) -> None:
        """Draw nothing."""

    def passing(self, rect: Rect, radius: float, colour: Colour, alpha: int = 255) -> None:
        """Draw nothing."""

    def line(self, pieces: Iterable[tuple[str, Colour, bool]], x: int, y: float, size: int) -> None:
        """Note each piece as a line of its own."""
        for text, colour, bold in pieces:
            x += self.text(text, x, y, size, colour, bold)

    def numbers(self, cells: Iterable[tuple[str, float, float, Colour]], size: int, outlined: bool = False) -> None:
        """Note each number."""
        for text, x, y, ground in cells:
            self.number(text, x, y, size, ground, outlined)

    def dashed(self, rect: Rect, colour: Colour, thickness: float, dash: float) -> None:
        """Draw nothing."""

    def shadow(self, rect: Rect, radius: float, blur: int, alpha: int = 255) -> None:
        """Draw nothing."""

    def icon(self, name: str, rect: Rect, colour: Colour | None) -> None:
        """Note where the icon would be: it is read like a word."""
        side = min(rect.w, rect.h)
        if side > 0:
            self.lines.append(Line(f"({name})", rect.centred(side, side), side, colour or (0, 0, 0), self.widget))

    def kept(self, key: tuple[object, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Return a small surface in the place of what would take long to make."""
        del key, make
        return pygame.Surface((1, 1))

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: int,
        colour: Colour,
        bold: bool = False,
        align: float = 0.0,
        alpha: int = 255,
        rim: Colour | None = None,
    ) -> int:
        """Note where the line's ink would be, and return its width."""
        del alpha, rim
        if not text:
            return 0
        width, ink = inked(text, size, bold)
        left = round(x - width * align)
        top = round(y + digit_height(size) / 2) - self.type.ascent(size, bold)
        seen = ink.moved(left, top).overlap(Rect(*self.surface.get_clip()))
        if seen.w and seen.h:
            self.lines.append(Line(text, seen, size, colour, self.widget))
        return width


@lru_cache(maxsize=8192)
def inked(text: str, size: int, bold: bool) -> tuple[int, Rect]:
    """Return the width of a rendered line and the rectangle of its ink in it."""
    rendered = typeface().render(text, size, bold, (255, 255, 255))
    return rendered.get_width(), Rect(*rendered.get_bounding_rect(min_alpha=64))


def lines_of(widget: Widget, theme: str = "night") -> list[Line]:
    """Return the lines that a widget writes."""
    plain = new_canvas((1, 1), theme)
    measuring = MeasuringCanvas(_boundless(), plain.theme, plain.type, plain.cache, [], widget.name)
    widget.draw(measuring)
    return measuring.lines


@lru_cache(maxsize=1)
def _boundless() -> pygame.Surface:
    """Return a surface as large as any window, for those who ask where they may draw; nothing is drawn on it."""
    return pygame.Surface((4096, 4096), depth=8)


class Place(NamedTuple):
    """A widget with the part of the window that it belongs to, and what it writes."""

    part: str
    widget: Widget
    lines: list[Line]


def places_of(window: Window) -> list[Place]:
    """Return the widgets that write in the window, grids left out, with the part each stands in."""
    part = ""
    found = []
    for index, widget in enumerate(window.widgets):
        if isinstance(widget, Area) and widget.name in PARTS:
            part = widget.name
        if widget.name in GRIDS_OF_BOTH or widget.name.startswith(MOVING):
            continue
        if index >= window.modal_from > 0 and part != "sheet":
            part = "over"
        found.append(Place(part, widget, lines_of(widget)))
    return found


def crowded(rects: list[tuple[str, Rect]]) -> list[tuple[str, str]]:
    """Return the pairs of names whose rectangles share a pixel."""
    return [
        (name, other)
        for index, (name, rect) in enumerate(rects)
        for other, second in rects[index + 1 :]
        if rect.meets(second)
    ]
