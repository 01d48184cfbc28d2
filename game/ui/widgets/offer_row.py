"""A row of the Open sheet: small pictures of what it opens, its name, and where it is or when it was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from ..cache import Same
from ..canvas import Canvas
from ..geometry import Rect
from ..offers import Thumbnail
from ..themes import BLACK, WHITE, Colour, Theme
from .button import Button

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLOURED = 3
"""Dimensions of a small picture in colour."""
RULED = 7
"""Device pixels of a cell from which on there are lines between cells."""
PICTURES = 2
"""Small pictures that a row has at most, the icon among them."""


class OfferRow(Button, kw_only=True):
    """A framed button of two lines with small pictures before them.

    places: for small pictures, that every row of a list keeps, so that the words of all stand under each other.
    """

    detail: str = ""
    detail_size: int = 18
    thumbnails: tuple[Thumbnail, ...] = ()
    places: int = PICTURES

    def _content(self, canvas: Canvas, face: Rect, ink: Colour) -> None:
        side = face.h - self.px(14)
        x = face.x + self.px(10)
        for thumbnail in self.thumbnails[:PICTURES]:
            draw_thumbnail(canvas, thumbnail, Rect.of(x, face.y + (face.h - side) / 2, side, side))
            x += side + self.px(8)
        if self.icon and len(self.thumbnails) < PICTURES:
            canvas.icon(self.icon, Rect.of(x, face.y, side, face.h).centred(side * 0.6, side * 0.6), ink)
        places = self.places if self.thumbnails or self.icon else 0
        left = face.x + self.px(14) + places * (side + self.px(8))
        room, middle = face.right - self.px(14) - left, face.centre[1]
        apart = self.size * 0.62
        title = canvas.type.shortened(self.label, self.size, True, room)
        detail = canvas.type.shortened(self.detail, self.detail_size, False, room)
        canvas.text(title, left, middle - (apart if detail else 0), self.size, ink, True)
        canvas.text(detail, left, middle + apart, self.detail_size, canvas.theme.dim)


def draw_thumbnail(canvas: Canvas, thumbnail: Thumbnail, place: Rect, ruled: bool = False) -> None:
    """Draw a small picture as large as it fits into its place, its cells square; ruled: with lines between these."""
    rows, columns = thumbnail.shades.shape[:2]
    inner, theme = thumbnail_rect(thumbnail, place), canvas.theme
    width, height, pitch = inner.w, inner.h, min(place.h / rows, place.w / columns)

    def make() -> pygame.Surface:
        cells = pygame.surfarray.make_surface(_colours(thumbnail, theme).swapaxes(0, 1))
        small = pygame.transform.scale(cells, (width, height)).convert()
        if ruled and pitch >= RULED:
            for index in range(1, columns):
                pygame.draw.line(
                    small, theme.edge, (round(index * width / columns), 0), (round(index * width / columns), height)
                )
            for index in range(1, rows):
                pygame.draw.line(
                    small, theme.edge, (0, round(index * height / rows)), (width, round(index * height / rows))
                )
        return small

    canvas.surface.blit(canvas.kept(("thumbnail", Same(thumbnail), width, height, theme, ruled), make), inner[:2])
    canvas.outline(inner, 0, theme.edge, 1)


def thumbnail_rect(thumbnail: Thumbnail, place: Rect) -> Rect:
    """Return where a small picture is drawn in its place."""
    rows, columns = thumbnail.shades.shape[:2]
    pitch = min(place.h / rows, place.w / columns)
    height, width = (max(1, round(pitch * side)) for side in (rows, columns))
    return place.centred(width, height)


def block_in(whole: Rect, size: tuple[int, int], block: tuple[int, int, int, int]) -> Rect:
    """Return where cells are of a grid of a size that fills a place: first row and column, and how many of both."""
    (rows, columns), (row, column, high, wide) = size, block
    x, y = round(column * whole.w / columns), round(row * whole.h / rows)
    right, bottom = round((column + wide) * whole.w / columns), round((row + high) * whole.h / rows)
    return Rect(whole.x + x, whole.y + y, right - x, bottom - y)


def _colours(thumbnail: Thumbnail, theme: Theme) -> NDArray[np.uint8]:
    """Return the colours of the cells, shape (rows, columns, 3)."""
    if thumbnail.shades.ndim == COLOURED:
        return np.round(255 * thumbnail.shades).astype(np.uint8)
    shades = np.clip(thumbnail.shades, -1, 1)[..., np.newaxis]
    ends = (theme.neutral, getattr(theme, thumbnail.hue)) if thumbnail.hue else (BLACK, WHITE)
    zero, hue, below = (np.array(colour, dtype=float) for colour in (*ends, theme.negative))
    mixed: NDArray[np.float64] = zero + np.abs(shades) * (np.where(shades < 0, below, hue) - zero)
    return np.round(mixed).astype(np.uint8)
