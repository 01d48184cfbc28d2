"""Drawing on a surface in a theme: antialiased shapes, text, icons. Everything drawn often is kept ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from math import floor
from typing import TYPE_CHECKING

import pygame

from ..value import Value
from . import shapes
from .cache import Followed, SurfaceCache
from .geometry import Rect
from .large_shapes import ONE_PIECE, draw_outline, draw_rounded, ground_of
from .themes import WHITE, Colour, Theme, ink, rim
from .typeface import Typeface, rim_width

if TYPE_CHECKING:
    from .described import Shapes

STRETCH = 16
"""Device pixels that a processor writes at once. A filling is written past its caches in such pieces: one that does not
begin with one takes up to ten times as long, and so what lies before the first is filled by itself."""
TALL = 8
"""Rows from which on that is worth it."""


class Canvas(Value):
    """A surface with the theme, the typeface and the store of ready pieces to draw on it with.

    Lengths are device pixels; radii and thicknesses count to a tenth of one, so that ready pieces are met again and a
    picture does not depend on what was drawn before it. No state is kept between calls but the store of surfaces.
    """

    surface: pygame.Surface
    theme: Theme
    type: Typeface
    cache: SurfaceCache

    def onto(self, surface: pygame.Surface) -> Canvas:
        """Return the same tools for another surface."""
        return Canvas(surface, self.theme, self.type, self.cache)

    def fill(self, rect: Rect, colour: Colour) -> None:
        """Fill a rectangle with square corners, as far as it lies in the clip."""
        x, y, width, height = self.surface.get_clip().clip(rect)
        before = -x % STRETCH
        if 0 < before < width and height >= TALL:
            self.surface.fill(colour, (x, y, before, height))
            x, width = x + before, width - before
        self.surface.fill(colour, (x, y, width, height))

    def rounded(self, rect: Rect, radius: float, colour: Colour, alpha: int = 255) -> None:
        """Fill a rectangle with round, antialiased corners."""
        if rect.w <= 0 or rect.h <= 0:
            return
        radius = round(radius, 1)
        if rect.w * rect.h > 90_000 and alpha == 255:
            corner = 2 * (int(radius) + 2)
            draw_rounded(self.surface, rect, self._rounded(corner, corner, radius, colour), colour, self.fill)
            return
        self.put(self._rounded(rect.w, rect.h, radius, colour), rect[:2], alpha)

    def _rounded(self, width: int, height: int, radius: float, colour: Colour) -> pygame.Surface:
        """Return a rounded rectangle: a white one that is kept for each size, tinted."""

        def tinted() -> pygame.Surface:
            key = ("white", width, height, radius)
            white = self.cache.get(key, lambda: shapes.rounded(width, height, radius, WHITE))
            sprite = white.copy()
            sprite.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
            return sprite

        return self.cache.get(("rounded", width, height, radius, colour), tinted)

    def passing(self, rect: Rect, radius: float, colour: Colour, alpha: int = 255) -> None:
        """Fill as `rounded` does, in a colour that hardly comes again: no sprite of that colour is kept."""
        x, y, width, height = rect
        if width <= 0 or height <= 0:
            return
        if width * height > 90_000:
            self.rounded(rect, radius, colour, alpha)
            return
        radius = round(radius, 1)
        sprite = self._passing(width, height, radius)
        sprite.fill(WHITE, special_flags=pygame.BLEND_RGB_MAX)
        sprite.fill(colour, special_flags=pygame.BLEND_RGB_MULT)
        self.put(sprite, (x, y), alpha)

    def passing_all(self, faces: Iterable[tuple[Rect, Colour]], radius: float) -> None:
        """Fill rectangles of one size as `passing` does, each in its colour: many at once cost less so."""
        sprite, surface, radius = None, self.surface, round(radius, 1)
        for (x, y, width, height), colour in faces:
            if sprite is None:
                if width <= 0 or height <= 0:
                    return
                sprite = self._passing(width, height, radius)
            sprite.fill(WHITE, None, pygame.BLEND_RGB_MAX)
            sprite.fill(colour, None, pygame.BLEND_RGB_MULT)
            surface.blit(sprite, (x, y))

    def _passing(self, width: int, height: int, radius: float) -> pygame.Surface:
        """Return a white rounded rectangle, which is tinted each time it is used."""
        key = ("passing", width, height, radius)
        return self.cache.get(key, lambda: shapes.rounded(width, height, radius, WHITE))

    def tile(self, rect: Rect, colour: Colour, sheet: pygame.Surface) -> None:
        """Draw a small cell with an outline, as `rounded` and `outline` do, in a colour that hardly comes again.

        `sheet` is that of its size; see `sheet`.
        """
        x, y, width, height = rect
        face = (0, 0, width, height)
        sheet.fill(WHITE, face, pygame.BLEND_RGB_MAX)
        sheet.fill(colour, face, pygame.BLEND_RGB_MULT)
        self.surface.blit(sheet, (x, y), face)
        self.surface.blit(sheet, (x, y), (width, 0, width, height))

    def sheet(self, width: int, height: int, radius: float, line: Colour, thickness: float) -> pygame.Surface:
        """Return what tiles of a size are drawn from: a white cell, and beside it its outline."""
        radius = round(radius, 1)
        key = ("tile", width, height, radius, line, thickness)
        return self.cache.get(key, partial(self._sheet, width, height, radius, line, thickness))

    def _sheet(self, width: int, height: int, radius: float, line: Colour, thickness: float) -> pygame.Surface:
        sheet = pygame.Surface((2 * width, height), pygame.SRCALPHA)
        sheet.fill((*line, 0))
        sheet.blit(shapes.rounded(width, height, radius, WHITE), (0, 0))
        self.onto(sheet).outline(Rect(width, 0, width, height), radius, line, thickness)
        return sheet

    def outline(self, rect: Rect, radius: float, colour: Colour, thickness: float = 2, alpha: int = 255) -> None:
        """Draw the outline of a rounded rectangle, inside its edge."""
        if rect.w <= 0 or rect.h <= 0:
            return
        radius, thickness = round(radius, 1), round(thickness, 1)
        edge = int(max(radius, thickness)) + 2  # how far a corner reaches along the sides
        if alpha < 255 or min(rect.w, rect.h) <= 2 * edge + 32:
            self.put(self._ring(rect.w, rect.h, radius, colour, thickness), rect[:2], alpha)
            return

        def long(surface: pygame.Surface, at: Rect) -> pygame.Surface:
            ring = self._ring(2 * edge + 1, 2 * edge + 1, radius, colour, thickness)
            return draw_outline(surface, at, ring, colour, thickness)

        if rect.w * rect.h > ONE_PIECE:
            long(self.surface, rect)
            return
        key = ("long outline", rect.w, rect.h, radius, colour, thickness)
        self.put(self.cache.get(key, lambda: long(ground_of(rect, colour), Rect(0, 0, rect.w, rect.h))), rect[:2])

    def _ring(self, width: int, height: int, radius: float, colour: Colour, thickness: float) -> pygame.Surface:
        """Return the outline of a rounded rectangle as one piece."""
        key = ("outline", width, height, radius, colour, thickness)
        return self.cache.get(key, lambda: shapes.ring(width, height, radius, thickness, colour))

    def dashed(self, rect: Rect, colour: Colour, thickness: float, dash: float) -> None:
        """Draw a dashed outline, inside the edge."""
        thickness, dash = round(thickness, 1), round(dash, 1)
        key = ("dashed", rect.w, rect.h, colour, thickness, dash)
        sprite = self.cache.get(
            key, lambda: shapes.painted(shapes.dashed_mask(rect.w, rect.h, thickness, dash), colour)
        )
        self.surface.blit(sprite, rect[:2])

    def shadow(self, rect: Rect, radius: float, blur: int, alpha: int = 255) -> None:
        """Draw a soft shadow around and under a rectangle."""
        if blur < 1 or alpha < 2:
            return
        radius = round(radius, 1)
        area = rect.inset(-blur)
        key = ("shadow", area.w, area.h, radius, blur, self.theme.shadow)
        sprite = self.cache.get(
            key,
            lambda: shapes.shadow(area.w, area.h, radius, blur, self.theme.shadow / 255),
        )
        self.put(sprite, area[:2], alpha)

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
        """Draw one line; `y` is the middle of its capitals, `align` 0 left, ½ centred, 1 right. Return its width.

        `rim` is the colour of an outline around it.
        """
        if not text:
            return 0
        top = self._top(y, size, bold)
        if rim is None:
            sprite, wide = self._low(text, size, bold, colour), 0
            top += sprite.get_offset()[1]
        else:
            outlined = ("text", text, size, bold, colour, rim)
            sprite = self.cache.get(outlined, lambda: self.type.outlined(text, size, bold, colour, rim))
            wide = rim_width(size)
        width = sprite.get_width() - 2 * wide
        left = floor(x - width * align + 0.5) - wide
        self.put(sprite, (left, top - wide), alpha)
        return width

    def line(self, pieces: Iterable[tuple[str, Colour, bool]], x: int, y: float, size: int) -> None:
        """Draw pieces of text, colour and weight one after another from x; `y` is the middle of their capitals."""
        tops, sprites = {bold: self._top(y, size, bold) for bold in (False, True)}, []
        met: dict[tuple[str, Colour, bool], pygame.Surface] = {}  # signs come again and again
        for piece in pieces:
            sprite, (text, colour, bold) = met.get(piece), piece
            if sprite is None:
                sprite = met[piece] = self._low(text, size, bold, colour)
            sprites.append((sprite, (x, tops[bold] + sprite.get_offset()[1])))
            x += sprite.get_width()
        self.surface.fblits(sprites)

    def _low(self, text: str, size: int, bold: bool, colour: Colour) -> pygame.Surface:
        """Return a text without the empty rows above and below it: a part, of which `get_offset` says where it is."""
        # On a surface with alpha empty rows leave their colour, which is seen when that is turned.
        name, make = ("text", self.type.render) if self.surface.get_flags() & pygame.SRCALPHA else ("low", self._cut)
        return self.cache.get((name, text, size, bold, colour), partial(make, text, size, bold, colour))

    def _cut(self, text: str, size: int, bold: bool, colour: Colour) -> pygame.Surface:
        whole = self.type.render(text, size, bold, colour)
        _, top, _, height = whole.get_bounding_rect()
        return whole.subsurface((0, top, whole.get_width(), height)) if height else whole

    def _top(self, y: float, size: int, bold: bool) -> int:
        """Return where a text begins of which y is the middle of the capitals: the same whatever it says."""
        half, ascent = self.type.lift(size, bold)
        return floor(y + half) - ascent

    def number(
        self, text: str, x: float, y: float, size: int, ground: Colour, outlined: bool = False, alpha: int = 255
    ) -> None:
        """Write a number in the middle of a cell of a colour, in black or white, whichever contrasts more.

        With less than 7:1 it has a thin outline of the other: where it is `outlined`, and in a theme of high contrast.
        """
        edge = rim(ground) if outlined or self.theme.patterned else None
        self.text(text, x, y, size, ink(ground), True, 0.5, alpha, edge)

    def numbers(self, cells: Iterable[tuple[str, float, float, Colour]], size: int, outlined: bool = False) -> None:
        """Write numbers as `number` does, each with its middle and its cell's colour: many at once cost less so."""
        if outlined or self.theme.patterned:
            for text, x, y, ground in cells:
                self.number(text, x, y, size, ground, outlined)
            return
        pieces, (below, above) = [], self.type.lift(size, True)
        for text, x, y, ground in cells:
            sprite = self._low(text, size, True, ink(ground))
            top = floor(y + below) - above + sprite.get_offset()[1]
            pieces.append((sprite, (floor(x - sprite.get_width() * 0.5 + 0.5), top)))
        self.surface.fblits(pieces)

    def icon(self, name: str, rect: Rect, colour: Colour | None) -> None:
        """Draw an icon as large as fits, in the middle of the rectangle; None leaves it its own colours."""
        size = min(rect.w, rect.h)
        if size < 1:
            return
        sprite = self.cache.get(("icon", name, size, colour), lambda: shapes.icon(name, size, colour))
        self.surface.blit(sprite, rect.centred(size, size)[:2])

    def kept(self, key: tuple[object, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Return a surface of the caller's, kept under a key together with the theme's name."""
        return self.cache.get((self.theme.name, *key), make)

    def keeps(self, key: tuple[object, ...]) -> bool:
        """Tell whether a surface of the caller's is kept: it is for the speed alone, and changes no picture."""
        return self.cache.holds((self.theme.name, *key))

    def followed(
        self,
        key: tuple[object, ...],
        thing: Followed,
        make: Callable[[], pygame.Surface],
        mend: Callable[[object, pygame.Surface], bool],
    ) -> pygame.Surface:
        """Return a picture of the caller's that is mended where its thing has changed; see `SurfaceCache.follow`."""
        return self.cache.follow((self.theme.name, *key), thing, make, mend)

    def described(self, piece: pygame.Surface, _say: Callable[[], Iterable[Shapes]]) -> pygame.Surface:
        """Return a ready piece, of which `say` tells what shapes it shows; here only its pixels count."""
        return piece

    def put(self, sprite: pygame.Surface, corner: tuple[int, int], alpha: int = 255) -> None:
        """Copy a sprite to a place, as a whole as transparent as `alpha` says."""
        if alpha >= 255:
            self.surface.blit(sprite, corner)
            return
        sprite.set_alpha(alpha)
        self.surface.blit(sprite, corner)
        sprite.set_alpha(255)  # not None: that would switch off the alpha of its single pixels too
