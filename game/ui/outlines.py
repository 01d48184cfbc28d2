"""Outlines of rounded rectangles: short ones as one sprite, long ones from corners and sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from . import shapes
from .geometry import Rect

if TYPE_CHECKING:
    from .canvas import Canvas
    from .themes import Colour

ONE_PIECE = 16_384
"""Device pixels up to which an outline is kept as one piece, however long its sides are."""


def draw_outline(canvas: Canvas, rect: Rect, radius: float, colour: Colour, thickness: float, alpha: int) -> None:
    """Draw an outline inside the edge of a rectangle; radius and thickness count to a tenth of a device pixel."""
    if rect.w <= 0 or rect.h <= 0:
        return
    if min(rect.w, rect.h) <= 2 * _edge(radius, thickness) + 32 or alpha < 255:
        key = ("outline", rect.w, rect.h, radius, colour, thickness)
        mask = shapes.ring_mask
        sprite = canvas.cache.get(key, lambda: shapes.painted(mask(rect.w, rect.h, radius, thickness), colour))
        canvas.put(sprite, rect[:2], alpha)
    elif rect.w * rect.h > ONE_PIECE:
        _draw_long(canvas, rect, radius, colour, thickness)
    else:
        key = ("long outline", rect.w, rect.h, radius, colour, thickness)
        canvas.put(canvas.cache.get(key, lambda: _long(canvas, rect, radius, colour, thickness)), rect[:2])


def _edge(radius: float, thickness: float) -> int:
    """Return how far a corner reaches along the sides."""
    return int(max(radius, thickness)) + 2


def _long(canvas: Canvas, rect: Rect, radius: float, colour: Colour, thickness: float) -> pygame.Surface:
    """Return a long outline as one piece."""
    surface = pygame.Surface(rect[2:], pygame.SRCALPHA)
    surface.fill((*colour, 0))
    _draw_long(canvas.onto(surface), Rect(0, 0, rect.w, rect.h), radius, colour, thickness)
    return surface


def _draw_long(canvas: Canvas, rect: Rect, radius: float, colour: Colour, thickness: float) -> None:
    """Draw a long outline from a small ring: four corners, and the sides stretched between them."""
    edge, surface = _edge(radius, thickness), canvas.surface
    size = 2 * edge + 1
    key = ("outline", size, size, radius, colour, thickness)
    ring = canvas.cache.get(key, lambda: shapes.painted(shapes.ring_mask(size, size, radius, thickness), colour))
    for x, from_x in ((rect.x, 0), (rect.right - edge, edge + 1)):
        for y, from_y in ((rect.y, 0), (rect.bottom - edge, edge + 1)):
            surface.blit(ring, (x, y), (from_x, from_y, edge, edge))
    whole = max(1, int(thickness))
    for x in (rect.x, rect.right - whole):
        surface.fill(colour, (x, rect.y + edge, whole, rect.h - 2 * edge))
    for y in (rect.y, rect.bottom - whole):
        surface.fill(colour, (rect.x + edge, y, rect.w - 2 * edge, whole))
