"""Antialiased shapes as alpha masks, computed from their distance to the outline.

pygame's own round corners are stepped. Here the coverage of a pixel is ½ minus its signed distance to the shape,
clipped to 0 … 1, which is exact on straight edges and very near it on arcs (the usual signed distance of a
rounded box: Inigo Quilez, "2D distance functions").
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pygame

from .resources import asset
from .themes import WHITE, Colour

if TYPE_CHECKING:
    from numpy.typing import NDArray

Mask: TypeAlias = "NDArray[np.float64]"


def _clipped(values: Mask) -> Mask:
    """Return the values kept within 0 … 1."""
    kept: Mask = np.minimum(np.maximum(values, 0), 1)
    return kept


def rounded_mask(width: int, height: int, radius: float, inset: float = 0.0) -> Mask:
    """Return the coverage (width × height, 0 … 1) of a rounded rectangle that fills the area less `inset`."""
    radius = max(0.0, min(radius, width / 2, height / 2) - inset)
    across, down = _beyond(inset + radius, width), _beyond(inset + radius, height)
    outside = np.hypot(np.maximum(across, 0)[:, None], np.maximum(down, 0)[None, :])
    inside = np.minimum(np.maximum(across[:, None], down[None, :]), 0)
    distance = outside + inside - radius
    return _mirrored(_clipped(0.5 - distance), width, height)


def _beyond(start: float, length: int) -> Mask:
    """Return how far before a place the pixels of a side's first half are, that in the middle included."""
    return start - 0.5 - np.arange((length + 1) // 2, dtype=np.float64)


def ring_mask(width: int, height: int, radius: float, thickness: float) -> Mask:
    """Return the coverage of the outline of a rounded rectangle, `thickness` wide, inside its edge."""
    return _clipped(rounded_mask(width, height, radius) - rounded_mask(width, height, radius, thickness))


def dashed_mask(width: int, height: int, thickness: float, dash: float) -> Mask:
    """Return an outline of dashes: as many whole dashes and gaps on each side as come nearest to `dash`."""
    ring = ring_mask(width, height, thickness, thickness)
    across, down = _dashes(width, dash), _dashes(height, dash)
    depth = int(np.ceil(thickness))
    mask = np.zeros_like(ring)
    mask[:, :depth] = ring[:, :depth] * across[:, None]
    mask[:, height - depth :] = ring[:, height - depth :] * across[:, None]
    mask[:depth] = np.maximum(mask[:depth], ring[:depth] * down[None, :])
    mask[width - depth :] = np.maximum(mask[width - depth :], ring[width - depth :] * down[None, :])
    return mask


def _dashes(length: int, dash: float) -> Mask:
    """Return on (1) and off (0) along a side that starts and ends with half a dash, so that corners are drawn."""
    count = max(1, round(length / (2 * dash)))
    period = length / count
    phase = np.mod(np.arange(length) + 0.5 + period / 4, period)
    return _clipped(period / 4 + 0.5 - np.abs(phase - period / 4))


def hatch_mask(width: int, height: int, spacing: float, thickness: float, offset: int = 0) -> Mask:
    """Return diagonal lines, rising to the right, over the whole area."""
    x, y = np.meshgrid(np.arange(width), np.arange(height), indexing="ij")
    phase = np.mod(x + y + offset, spacing) - spacing / 2
    return _clipped(thickness / 2 + 0.5 - np.abs(phase) / np.sqrt(2))


def shadow_mask(width: int, height: int, radius: float, blur: float) -> Mask:
    """Return a soft shadow of a rounded rectangle that is `blur` smaller than the area on every side."""
    across, down = _beyond(blur + radius, width), _beyond(blur + radius, height)
    outside = np.hypot(np.maximum(across, 0)[:, None], np.maximum(down, 0)[None, :])
    fall = _clipped(1 - (outside - radius + blur) / (2 * blur))
    return _mirrored(fall * fall * (3 - 2 * fall), width, height)


def _mirrored(quarter: Mask, width: int, height: int) -> Mask:
    """Return a mask of which the top left quarter is given, the middle lines included."""
    half = np.concatenate((quarter, quarter[: width // 2][::-1]))
    return np.concatenate((half, half[:, : height // 2][:, ::-1]), axis=1)


def triangle_mask(size: int, up: bool) -> Mask:
    """Return a small antialiased triangle (the font has none) that marks a value beyond the scale."""
    x, y = np.meshgrid(np.arange(size) + 0.5, np.arange(size) + 0.5, indexing="ij")
    y = y if up else size - y
    return _clipped(0.5 + (y - 2 * np.abs(x - size / 2)) / np.sqrt(5)) * _clipped(size - y + 0.5)


def painted(mask: Mask, colour: Colour, strength: float = 1.0, columns: int = 1, rows: int = 1) -> pygame.Surface:
    """Return a surface of one colour whose alpha is the mask times `strength` (0 … 1), so many times side by side."""
    surface = pygame.Surface(mask.shape, pygame.SRCALPHA)
    surface.fill((*colour, 0))
    alpha = pygame.surfarray.pixels_alpha(surface)
    alpha[:] = np.rint(mask * (255 * strength)).astype(np.uint8)
    del alpha  # the surface stays locked as long as the array lives
    return surface if columns == rows == 1 else tiled(surface, columns, rows)


def rounded(width: int, height: int, radius: float, colour: Colour) -> pygame.Surface:
    """Return a rounded rectangle in one colour."""
    small = _rounded(*_ends(width, height, radius), radius)
    return _stretched(painted(small, colour), width, height)


def ring(width: int, height: int, radius: float, thickness: float, colour: Colour) -> pygame.Surface:
    """Return the outline of a rounded rectangle in one colour, inside its edge."""
    small = _ring(*_ends(width, height, max(radius, thickness)), radius, thickness)
    return _stretched(painted(small, colour), width, height)


def shadow(width: int, height: int, radius: float, blur: float, strength: float) -> pygame.Surface:
    """Return a soft black shadow; see `shadow_mask`."""
    small = shadow_mask(*_ends(width, height, radius + blur), radius, blur)
    return _stretched(painted(small, (0, 0, 0), strength), width, height)


_rounded, _ring = lru_cache(64)(rounded_mask), lru_cache(64)(ring_mask)
"""Small ones: the same few corners are drawn again and again, in other sizes and colours."""


def _ends(width: int, height: int, reach: float) -> tuple[int, int]:
    """Return the size of a shape's ends alone and one row and column between, which all others are like."""
    most = 2 * ceil(reach) + 3
    return min(width, most), min(height, most)


def _stretched(small: pygame.Surface, width: int, height: int) -> pygame.Surface:
    """Return a picture as large as wanted: corners as they are, the middle row and column drawn out between them.

    Most of a large shape is the same along its sides and within: this costs a tenth of working out each pixel.
    """
    return _wider(_wider(small, width, 0), height, 1)


def _wider(small: pygame.Surface, length: int, axis: int) -> pygame.Surface:
    """Return a picture drawn out along one axis (0: across, 1: down) between its two halves."""
    size = list(small.get_size())
    half, more = size[axis] // 2, length - size[axis]
    if more <= 0:
        return small
    before, middle, after = ([0, 0, *size] for _ in range(3))
    before[2 + axis], middle[axis], middle[2 + axis], after[axis] = half, half, 1, half + 1
    size[axis] = length
    between, end = [0, 0, *size], [0, 0]
    between[axis], between[2 + axis], end[axis] = half, more + 1, half + more + 1
    whole = pygame.Surface(size, pygame.SRCALPHA)
    whole.blit(small, (0, 0), before)
    whole.blit(small, end, after)
    pygame.transform.scale(small.subsurface(middle), between[2:], whole.subsurface(between))
    return whole


def tiled(one: pygame.Surface, columns: int, rows: int) -> pygame.Surface:
    """Return a picture so many times side by side, and one below the other, in its own format."""
    width, height = one.get_size()
    whole = pygame.Surface((columns * width, rows * height), one.get_flags() & pygame.SRCALPHA, one)
    one.set_alpha(None)  # copied, for there is nothing below to blend with
    whole.fblits([(one, (column * width, 0)) for column in range(columns)])
    line = whole.subsurface((0, 0, columns * width, height)).copy()
    whole.fblits([(line, (0, row * height)) for row in range(1, rows)])
    one.set_alpha(255)
    return whole


def icon(name: str, size: int, colour: Colour | None) -> pygame.Surface:
    """Return an icon in one colour; None leaves it its own ones."""
    drawn = pygame.image.load_sized_svg(asset("icons", f"{name}.svg"), (size, size)).convert_alpha()
    if colour is None:
        return drawn
    drawn.fill(WHITE, special_flags=pygame.BLEND_RGB_MAX)
    drawn.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return drawn
