"""Laying a flat picture of cells into the window as its plane lies.

A texture has `texels` by `texels` texels for a cell and a border of one texel around; what lies outside of it has the
border's colour. Colours are premultiplied by their alpha, so that transparent edges keep their hue when they are
averaged. There are two ways: `laid` asks for each sample of the window which texel it sees, exactly; `turned` turns
the whole texture and shortens its depth, which is several times as fast, and right to half a pixel.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, degrees, hypot

import numpy as np
import pygame
from numpy.typing import NDArray

from ...ui.geometry import Rect
from ...ui.place import GridPlace
from ...ui.plane import Plane

Pixels = NDArray[np.uint32]
Indices = NDArray[np.int32]

BITS = 14  # of a texel's fraction
SAMPLES = 2  # a pixel, across and down
BAND = 2**17  # samples that are worked out at once


CLEAR = (0, 0, 0, 0)
PLAIN = 16  # texels of a cell below which cells touch: lines finer than pixels would shimmer


class Block(GridPlace):
    """The place of some of a grid's cells on its texture, but for the border; `pitch`: how many texels a cell has."""

    @property
    def gap(self) -> int:
        """Texels between two cells."""
        return gap_of(self.side)


def block_of(row: int, column: int, rows: int, columns: int, texels: int) -> Block:
    """Return a block of cells, each so many texels wide."""
    return Block(0, 0, texels, rows, columns, (row, column))


def gap_of(texels: int) -> int:
    """Return the texels between two cells."""
    return 0 if texels < PLAIN else max(1, round(texels * 0.035))


def laid(texture: pygame.Surface, block: Block, plane: Plane, area: Rect, samples: int = SAMPLES) -> pygame.Surface:
    """Return what a texture fills of an area of the window, as a surface of that size."""
    whole = pygame.Surface(area[2:], pygame.SRCALPHA)
    source = pixels_of(texture)
    for band in _bands(area, samples):
        across, down = _texels_seen(block, plane, band, samples)
        down *= source.shape[1]
        places = np.add(down, across, dtype=np.intp)  # the only kind of index that is taken without a copy
        part = whole.subsurface((0, band.y - area.y, *band[2:]))
        seen = part if samples == 1 else pygame.Surface(places.shape[::-1], pygame.SRCALPHA)
        np.take(source.reshape(-1), places, out=pixels_of(seen), mode="clip")
        if seen is not part:
            pygame.transform.smoothscale(seen, band[2:], part)
    return whole


def _bands(area: Rect, samples: int) -> Iterator[Rect]:
    """Yield an area from top to bottom in bands of few samples: those of a whole window would be 60 MB of numbers."""
    rows = max(1, BAND // (max(1, area.w) * samples**2))
    return (Rect(area.x, top, area.w, min(rows, area.bottom - top)) for top in range(area.y, area.bottom, rows))


def _texels_seen(block: Block, plane: Plane, area: Rect, samples: int) -> tuple[Indices, Indices]:
    """Return the texel's column and row for each sample, on the border for what lies outside."""
    found = []
    x = area.x + (np.arange(area.w * samples) + 0.5) / samples - plane.x
    y = area.y + (np.arange(area.h * samples) + 0.5) / samples - plane.y
    texels, scale = block.pitch, block.pitch / plane.area
    ways = (
        (plane.down[1], -plane.down[0], block.first[1], block.columns),
        (-plane.across[1], plane.across[0], block.first[0], block.rows),
    )
    for by_x, by_y, first, count in ways:
        along = _fixed(x * (by_x * scale) + (1 - first * texels))[None, :]
        texel: Indices = along + _fixed(y * (by_y * scale))[:, None]
        texel >>= BITS
        np.maximum(texel, 0, out=texel)
        np.minimum(texel, count * texels + 1, out=texel)
        found.append(texel)
    return found[0], found[1]


def _fixed(values: NDArray[np.floating]) -> Indices:
    """Return numbers with their fraction as whole numbers; what is far outside is as far as can be told."""
    most = 2.0 ** (30 - BITS) - 1
    fixed: Indices = (np.clip(values, -most, most) * 2.0**BITS).astype(np.int32)
    return fixed


def pixels_of(surface: pygame.Surface) -> Pixels:
    """Return a surface's pixels, shape (height, width), for reading and writing; it is locked while they live."""
    array: Pixels = pygame.surfarray.pixels2d(surface).T
    return array


def turned(texture: pygame.Surface, plane: Plane, texels: float) -> pygame.Surface:
    """Return a texture as it lies in a plane, its middle in the middle of the piece."""
    pitch = hypot(plane.across[0], plane.down[0])
    piece = pygame.transform.rotate(texture, degrees(atan2(plane.down[0], plane.across[0])))
    scale = pitch / texels
    squash = plane.area / pitch**2
    size = max(1, round(piece.get_width() * scale)), max(1, round(piece.get_height() * scale * squash))
    return pygame.transform.smoothscale(piece, size)


def cells_seen(block: Block, plane: Plane, area: Rect) -> pygame.Surface:
    """Return a surface whose pixels are the numbers of the cells, in row order, that are seen there."""
    whole = pygame.Surface(area[2:], pygame.SRCALPHA)
    cells = block.changed(pitch=1)
    for band in _bands(area, 1):
        across, down = _texels_seen(cells, plane, band, 1)
        np.clip(across - 1, 0, block.columns - 1, out=across)
        np.clip(down - 1, 0, block.rows - 1, out=down)
        top = band.y - area.y
        pixels_of(whole)[top : top + band.h] = down * block.columns + across
    return whole


def joined(first: pygame.Surface, rest: pygame.Surface, cells: pygame.Surface, count: int) -> pygame.Surface:
    """Return the first `count` cells of one picture, and the others of another of the same size."""
    both = rest.copy()
    np.copyto(pixels_of(both), pixels_of(first), where=pixels_of(cells) < count)
    return both
