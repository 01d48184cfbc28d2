"""Outlines of rounded rectangles: short ones as one sprite, long ones from corners and sides."""

from __future__ import annotations

import pygame

from . import shapes
from .cache import SurfaceCache
from .geometry import Rect
from .themes import Colour

ONE_PIECE = 16_384
"""Device pixels up to which an outline is kept as one piece, however long its sides are."""


def outline_of(
    cache: SurfaceCache, width: int, height: int, radius: float, colour: Colour, thickness: float, whole: bool
) -> pygame.Surface | None:
    """Return an outline of that size as one piece; None for a large one, which `draw_outline` draws.

    Radius and thickness count to a tenth of a device pixel. `whole`: in one piece, whatever its size.
    """
    if whole or min(width, height) <= 2 * _edge(radius, thickness) + 32:
        key = ("outline", width, height, radius, colour, thickness)
        return cache.get(key, lambda: shapes.ring(width, height, radius, thickness, colour))
    if width * height > ONE_PIECE:
        return None
    key = ("long outline", width, height, radius, colour, thickness)
    return cache.get(key, lambda: _long(cache, width, height, radius, colour, thickness))


def _edge(radius: float, thickness: float) -> int:
    """Return how far a corner reaches along the sides."""
    return int(max(radius, thickness)) + 2


def _long(
    cache: SurfaceCache, width: int, height: int, radius: float, colour: Colour, thickness: float
) -> pygame.Surface:
    """Return a long outline as one piece."""
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    draw_outline(surface, cache, Rect(0, 0, width, height), radius, colour, thickness)
    return surface


def draw_outline(
    surface: pygame.Surface, cache: SurfaceCache, rect: Rect, radius: float, colour: Colour, thickness: float
) -> None:
    """Draw a long outline from a small ring: four corners, and the sides stretched between them."""
    edge = _edge(radius, thickness)
    size = 2 * edge + 1
    key = ("outline", size, size, radius, colour, thickness)
    ring = cache.get(key, lambda: shapes.ring(size, size, radius, thickness, colour))
    for x, from_x in ((rect.x, 0), (rect.right - edge, edge + 1)):
        for y, from_y in ((rect.y, 0), (rect.bottom - edge, edge + 1)):
            surface.blit(ring, (x, y), (from_x, from_y, edge, edge))
    whole = max(1, int(thickness))
    for x in (rect.x, rect.right - whole):
        surface.fill(colour, (x, rect.y + edge, whole, rect.h - 2 * edge))
    for y in (rect.y, rect.bottom - whole):
        surface.fill(colour, (rect.x + edge, y, rect.w - 2 * edge, whole))
