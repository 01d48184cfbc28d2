"""A canvas that keeps what is drawn on it as marks, so that each drawer's picture can be had without its pixels.

Drawers call the canvas' own methods, which say what is meant; ready pieces that they copy are taken for what was drawn
on them by a canvas of the same record, and what their pixels show besides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import floor
from typing import Any
from weakref import WeakKeyDictionary

import pygame

from ..ui.cache import SurfaceCache
from ..ui.canvas import Canvas
from ..ui.described import Shapes
from ..ui.geometry import Rect
from ..ui.themes import Colour, Theme, ink, rim
from ..ui.typeface import Typeface, rim_width
from .marks import AnyMark, Box, Group, Shade, Words
from .said import marks_said
from .seen import marks_of


class Record:
    """What was drawn on each surface so far; those that are gone are forgotten."""

    def __init__(self) -> None:
        self._drawn: WeakKeyDictionary[pygame.Surface, list[AnyMark]] = WeakKeyDictionary()
        self._seen: WeakKeyDictionary[pygame.Surface, tuple[AnyMark, ...]] = WeakKeyDictionary()

    def begun(self, surface: pygame.Surface) -> list[AnyMark]:
        """Return the list to which is added what is drawn on a surface; at first it has what its pixels show."""
        if surface not in self._drawn:
            self._drawn[surface] = list(marks_of(surface))
        return self._drawn[surface]

    def describe(self, surface: pygame.Surface, shapes: Iterable[Shapes]) -> None:
        """Take what a piece is said to show in the place of its pixels."""
        self._drawn[surface] = [mark for each in shapes for mark in marks_said(each)]

    def shown(self, surface: pygame.Surface, premultiplied: bool) -> Sequence[AnyMark]:
        """Return what a ready piece shows."""
        if surface in self._drawn:
            return self._drawn[surface]
        if surface not in self._seen:
            self._seen[surface] = marks_of(surface, premultiplied)
        return self._seen[surface]


class RecordingSurface(pygame.Surface):
    """A surface that takes what is copied to it as marks; it has a size and a clipping rectangle, and no picture.

    `below` is the surface that it stands for: what is drawn is drawn there, too, for its pixels may be looked at.
    """

    def __init__(
        self, size: tuple[int, int], marks: list[AnyMark], record: Record, below: pygame.Surface | None = None
    ) -> None:
        super().__init__(size, 0, 8)
        self.marks, self.record, self.below = marks, record, below

    def add(self, mark: AnyMark, reach: Rect) -> None:
        """Add a mark that lies in a rectangle; what the clipping rectangle cuts off of it is not seen."""
        clip = Rect(*self.get_clip())
        if clip.holds(reach):
            self.marks.append(mark)
        elif clip.meets(reach):
            self.marks.append(Group((mark,), clip=(*clip,)))

    def blit(self, source: pygame.Surface, dest: Any = (0, 0), area: Any = None, special_flags: int = 0) -> pygame.Rect:
        """Take what a ready piece shows, or an area of it."""
        if self.below is not None:
            self.below.blit(source, dest, area, special_flags)
        shown = self.record.shown(source, bool(special_flags & pygame.BLEND_PREMULTIPLIED))
        whole = Rect(0, 0, *source.get_size())
        part = whole if area is None else whole.overlap(Rect(*map(int, pygame.Rect(area))))
        left, top = round(dest[0]), round(dest[1])
        at = Rect(left, top, part.w, part.h)
        seen = at.overlap(Rect(*self.get_clip()))
        if shown and seen.w and seen.h:
            alpha = source.get_alpha()
            moved = left - part.x, top - part.y
            clip = None if seen == at and part == whole else (seen.x - moved[0], seen.y - moved[1], seen.w, seen.h)
            self.marks.append(Group(tuple(shown), *moved, clip, 1.0 if alpha is None else alpha / 255))
        return pygame.Rect(at)

    def fblits(self, blit_sequence: Iterable[Any], special_flags: int = 0) -> None:
        """Take many pieces."""
        for source, dest in blit_sequence:
            self.blit(source, dest, None, special_flags)

    def fill(self, color: Any, rect: Any = None, special_flags: int = 0) -> pygame.Rect:
        """Take a rectangle of one colour."""
        if self.below is not None:
            self.below.fill(color, rect, special_flags)
        clip = Rect(*self.get_clip())
        area = (clip if rect is None else Rect(*map(int, pygame.Rect(rect)))).overlap(clip)
        if area.w and area.h:
            red, green, blue = pygame.Color(color)[:3]
            self.marks.append(Box(*area, 0.0, (red, green, blue)))
        return pygame.Rect(area)


class RecordingCanvas(Canvas):
    """A canvas whose surface records, and whose shapes and words are kept as such."""

    surface: pygame.Surface
    theme: Theme
    type: Typeface
    cache: SurfaceCache
    record: Record

    def _on(self) -> RecordingSurface:
        if not isinstance(self.surface, RecordingSurface):
            raise TypeError("a recording canvas needs a recording surface")
        return self.surface

    def described(self, piece: pygame.Surface, say: Callable[[], Iterable[Shapes]]) -> pygame.Surface:
        """Return a ready piece, and keep what it shows."""
        self.record.describe(piece, say())
        return piece

    def _below(self) -> Canvas | None:
        """Return a canvas on the surface that this one stands for."""
        below = self._on().below
        return None if below is None else Canvas(below, self.theme, self.type, self.cache)

    def onto(self, surface: pygame.Surface) -> Canvas:
        """Return the same tools for another surface, of which all that is drawn is kept, too."""
        inner = RecordingSurface(surface.get_size(), self.record.begun(surface), self.record, surface)
        return RecordingCanvas(inner, self.theme, self.type, self.cache, self.record)

    def fill(self, rect: Rect, colour: Colour) -> None:
        """Keep a filled rectangle: in one piece, or a seam could be seen."""
        self.surface.fill(colour, rect)

    def rounded(self, rect: Rect, radius: float, colour: Colour, alpha: int = 255) -> None:
        """Keep a filled rectangle."""
        if (below := self._below()) is not None:
            below.rounded(rect, radius, colour, alpha)
        if rect.w > 0 and rect.h > 0:
            self._on().add(Box(*rect, _arc(rect, radius), colour, alpha=alpha / 255), rect)

    def passing(self, rect: Rect, radius: float, colour: Colour, alpha: int = 255) -> None:
        """Keep a filled rectangle."""
        self.rounded(rect, radius, colour, alpha)

    def passing_all(self, faces: Iterable[tuple[Rect, Colour]], radius: float) -> None:
        """Keep filled rectangles."""
        for rect, colour in faces:
            self.rounded(rect, radius, colour)

    def outline(self, rect: Rect, radius: float, colour: Colour, thickness: float = 2, alpha: int = 255) -> None:
        """Keep a line inside the edge of a rectangle."""
        if (below := self._below()) is not None:
            below.outline(rect, radius, colour, thickness, alpha)
        if rect.w > 0 and rect.h > 0:
            half = min(thickness, rect.w, rect.h) / 2
            inner = rect.x + half, rect.y + half, rect.w - 2 * half, rect.h - 2 * half
            arc = max(0.0, _arc(rect, radius) - half)
            self._on().add(Box(*inner, arc, None, colour, 2 * half, alpha / 255), rect)

    def dashed(self, rect: Rect, colour: Colour, thickness: float, dash: float) -> None:
        """Keep a dashed line inside the edge of a rectangle."""
        if (below := self._below()) is not None:
            below.dashed(rect, colour, thickness, dash)
        half = thickness / 2
        inner = rect.x + half, rect.y + half, rect.w - thickness, rect.h - thickness
        self._on().add(Box(*inner, 0.0, None, colour, thickness, dash=dash), rect)

    def shadow(self, rect: Rect, radius: float, blur: int, alpha: int = 255) -> None:
        """Keep a shadow."""
        if (below := self._below()) is not None:
            below.shadow(rect, radius, blur, alpha)
        if blur >= 1 and alpha >= 2:
            strength = self.theme.shadow / 255 * alpha / 255
            self._on().add(Shade(*rect, _arc(rect, radius), blur, strength), rect.inset(-blur))

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
        """Keep a line of text; return its width."""
        if not text:
            return 0
        if (found := self._below()) is not None:
            found.text(text, x, y, size, colour, bold, align, alpha, rim)
        width = self.type.width(text, size, bold)
        left, below = floor(x - width * align + 0.5), self.type.lift(size, bold)[0]
        edge = 0 if rim is None else rim_width(size)
        baseline = floor(y + below)
        words = Words(text, left, baseline, width, size, bold, colour, alpha / 255, rim, 2 * edge, align)
        high = round(size * 0.72)
        self._on().add(words, Rect(left - edge, baseline - high, width + 2 * edge, high + edge))
        return width

    def line(self, pieces: Iterable[tuple[str, Colour, bool]], x: int, y: float, size: int) -> None:
        """Keep pieces of text one after another."""
        for text, colour, bold in pieces:
            x += self.text(text, x, y, size, colour, bold)

    def numbers(self, cells: Iterable[tuple[str, float, float, Colour]], size: int, outlined: bool = False) -> None:
        """Keep numbers in their cells."""
        for text, x, y, ground in cells:
            edge = rim(ground) if outlined or self.theme.patterned else None
            self.text(text, x, y, size, ink(ground), True, 0.5, 255, edge)

    def tile(self, rect: Rect, colour: Colour, sheet: pygame.Surface) -> None:
        """Keep a small cell with its outline."""
        self.rounded(rect, 0.0, colour)
        self.surface.blit(sheet, rect[:2], (rect.w, 0, rect.w, rect.h))


def _arc(rect: Rect, radius: float) -> float:
    return max(0.0, min(round(radius, 1), rect.w / 2, rect.h / 2))
