"""The shares of a network's last layer in space: a plate for each class, its share a column that stands on it."""

from __future__ import annotations

import pygame

from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Point, bounds_of, middle_of
from ...ui.themes import Colour, ink, mix, shade
from ...ui.typeface import Typeface
from ...ui.widgets.base import Widget
from ..frame import StillFrame
from ..numbers import NEARLY_ONE, share_words, shown
from ..strip.cards import Classes
from .chain_places import LevelPlaces
from .chain_room import ChainRoom
from .chain_standing import COLUMN, LABEL, rising, sight_of
from .places import LaidGrid
from .sprites import face, put, ring, shape_of

INSET = 0.16
"""Of a plate, that is free around its column."""
SIDES = (0.72, 0.5)
"""How bright the two sides of a column are that are seen, as shares of its top."""
LARGEST, SMALLEST = 30, 9
"""Font sizes of the numbers, in device pixels; what has no room in the smallest is not written."""
TOLD = 0.005
"""The least share whose number is written: what is less would be the same word over most plates."""
TIMES = 2
"""How much larger a column is drawn before it is averaged."""


class Plate(Widget, kw_only=True):
    """A class: its plate, its number, its sum as long as there is no share, and then the column of its share.

    high: device pixels of a whole share. sum, share: None where it does not stand, or nobody may know it. front: it is
    being made; then its cell is drawn by the walk, and is no plate. fonts: of its number, the sum and the share.
    """

    place: LaidGrid
    high: float
    index: int
    sum: float | None
    share: float | None
    magnitude: float
    decimals: int
    front: bool
    best: bool
    fonts: tuple[int, int, int]

    def draw(self, canvas: Canvas) -> None:
        """Draw the plate, what stands on it, and its number before it."""
        theme, shape, at = canvas.theme, shape_of(self.place), middle_of(self.place, (0, 0), 1, 1)
        stands = self.sum is not None or self.share is not None
        if not self.front or self.share is not None:
            ground = theme.neutral
            if self.share is None and self.sum is not None:
                ground = shade(self.sum, self.magnitude, theme.output, theme)
            put(canvas, face(canvas, shape, ground if stands else theme.raised, 0), *at)
            put(canvas, ring(canvas, shape, theme.edge, 1, 1, 1), *at)
            if self.share is None and self.sum is not None and self.fonts[1]:
                canvas.text(shown(self.sum, self.decimals), *at, self.fonts[1], ink(ground), True, 0.5)
        top = at[1] if self.share is None else self._column(canvas, self.share)
        colour = theme.now_text if self.front else theme.output_text if self.best else theme.text
        if self.fonts[0]:
            low = max(y for _, y in self.place.quad(0, 0)) + self.fonts[0] * 0.62
            canvas.text(str(self.index), at[0], low, self.fonts[0], colour, True, 0.5)
        if self.share is not None and self.fonts[2] and (self.best or self.share >= TOLD):
            words, y = share_words(self.share), top - self.fonts[2] * 0.62
            canvas.text(words, at[0], y, self.fonts[2], colour, self.best, 0.5)

    def _column(self, canvas: Canvas, share: float) -> float:
        """Draw the column of a share; return where its top is."""
        base = self.place.quad(INSET, INSET, 1 - 2 * INSET, 1 - 2 * INSET)
        high, theme = self.high * share, canvas.theme
        top = tuple((x, y - high) for x, y in base)
        area = bounds_of((*base, *top), 2).overlap(self.rect)
        if area.w and area.h and high >= 1:
            draw_column(canvas, area, base, top, theme.output)
        return min(y for _, y in top)


def draw_column(canvas: Canvas, area: Rect, base: tuple[Point, ...], top: tuple[Point, ...], colour: Colour) -> None:
    """Draw a column between two squares: the two sides that are seen from above, and its top.

    A side is seen where its edge of the base runs to the left on the screen: the corners go round clockwise.
    """
    sheet = pygame.Surface((area.w * TIMES, area.h * TIMES), pygame.SRCALPHA)
    shades = iter(SIDES)
    for number, (x, _) in enumerate(base):
        after = (number + 1) % len(base)
        if base[after][0] < x:
            side = mix((0, 0, 0), colour, next(shades, SIDES[-1]))
            _fill(sheet, area, (base[number], base[after], top[after], top[number]), side)
    _fill(sheet, area, top, colour)
    canvas.surface.blit(
        pygame.transform.smoothscale(sheet.premul_alpha(), area[2:]), area[:2], None, pygame.BLEND_PREMULTIPLIED
    )


def _fill(sheet: pygame.Surface, area: Rect, corners: tuple[Point, ...], colour: Colour) -> None:
    pygame.draw.polygon(sheet, colour, [((x - area.x) * TIMES, (y - area.y) * TIMES) for x, y in corners])


def plates(
    frame: StillFrame, division: ChainRoom, one: LevelPlaces, classes: Classes, live: bool
) -> tuple[Widget, ...]:
    """Return the plates of all classes of the last layer; live: it is the layer in focus."""
    side = division.home.side
    high = COLUMN * side * rising(sight_of(frame, division.room.picture))
    sums, known = classes.sums, [abs(value) for value in classes.sums if value is not None]
    pitch = division.pitch(one.level) * frame.still.interface.camera.zoom
    decimals, fonts = fonts_of(frame.type, pitch * WIDE, LABEL * side * frame.still.interface.camera.zoom, known)
    best, front = classes.best, None if all(classes.stands) else one.level.front
    return tuple(
        Plate(
            name=f"plate {index}",
            rect=_reach(grid, high, fonts).overlap(grid.clip),
            place=grid,
            high=high,
            index=index,
            sum=sums[index],
            share=classes.shares[index],
            magnitude=frame.side.boards.output.magnitude if live else max(known, default=0.0),
            decimals=decimals,
            front=live and at == front,
            best=index == best,
            fonts=fonts,
        )
        for at, (index, grid) in enumerate(zip(one.level.shown, one.grids, strict=True))
    )


WIDE = 1.35
"""Of a plate's side, that its numbers may be wide."""


def _reach(place: LaidGrid, high: float, fonts: tuple[int, int, int]) -> Rect:
    """Return what holds a plate with its column and its numbers."""
    rect = place.bounds(0, 0, 1, 1, 4)
    above, beside = round(high + fonts[2] * 1.4), max(0, round(fonts[2] * 1.6) - rect.w // 2)
    return Rect(rect.x - beside, rect.y - above, rect.w + 2 * beside, rect.h + above + round(fonts[0] * 1.4))


def fonts_of(face_of: Typeface, wide: float, high: float, sums: list[float]) -> tuple[int, tuple[int, int, int]]:
    """Return with how many decimals sums are written, and the font sizes of a class's number, its sum and its share.

    wide, high: device pixels that each of them may take.
    """
    most = int(min(LARGEST, high * 0.8))
    number = most if most >= SMALLEST else 0
    share = _largest(face_of, share_words(NEARLY_ONE), wide, most)
    for decimals in (2, 1, 0):
        texts = {shown(-value, decimals) for value in sums} or {"0"}
        size = min(_largest(face_of, words, wide * 0.68, LARGEST) for words in texts)
        if size:
            return decimals, (number, size, share)
    return 0, (number, 0, share)


def _largest(face_of: Typeface, words: str, wide: float, most: int) -> int:
    size = face_of.largest(words, int(wide), True, most)
    return size if size >= SMALLEST else 0
