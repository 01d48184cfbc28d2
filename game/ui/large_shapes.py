"""Large rounded rectangles: filled, and as outlines: the corners of a small piece, and plain rectangles between."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from .geometry import Rect
from .themes import Colour

Fill = Callable[[Rect, Colour], None]

ONE_PIECE = 16_384
"""Device pixels up to which an outline is kept as one piece, however long its sides are."""


def draw_rounded(surface: pygame.Surface, rect: Rect, small: pygame.Surface, colour: Colour, fill: Fill) -> None:
    """Fill a large area: its corners from a small one of the same roundness, the rest as rectangles, by `fill`."""
    size = small.get_width()
    corner = size // 2
    for x, from_x in ((rect.x, 0), (rect.right - corner, corner)):
        for y, from_y in ((rect.y, 0), (rect.bottom - corner, corner)):
            surface.blit(small, (x, y), (from_x, from_y, corner, corner))
    fill(Rect(rect.x + corner, rect.y, rect.w - size, rect.h), colour)
    surface.fill(colour, (rect.x, rect.y + corner, corner, rect.h - size))
    surface.fill(colour, (rect.right - corner, rect.y + corner, corner, rect.h - size))


def ground_of(rect: Rect, colour: Colour) -> pygame.Surface:
    """Return what a long outline that is kept as one piece is drawn on: nothing is seen of it."""
    surface = pygame.Surface((rect.w, rect.h), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    return surface


def draw_outline(
    surface: pygame.Surface, rect: Rect, ring: pygame.Surface, colour: Colour, thickness: float
) -> pygame.Surface:
    """Draw a long outline from a small ring: four corners, and the sides stretched between them."""
    edge = ring.get_width() // 2
    for x, from_x in ((rect.x, 0), (rect.right - edge, edge + 1)):
        for y, from_y in ((rect.y, 0), (rect.bottom - edge, edge + 1)):
            surface.blit(ring, (x, y), (from_x, from_y, edge, edge))
    whole = max(1, int(thickness))
    for x in (rect.x, rect.right - whole):
        surface.fill(colour, (x, rect.y + edge, whole, rect.h - 2 * edge))
    for y in (rect.y, rect.bottom - whole):
        surface.fill(colour, (rect.x + edge, y, rect.w - 2 * edge, whole))
    return surface
