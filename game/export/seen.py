"""What the pixels of a ready piece show, as marks: blocks of one colour, an outline, or else the pixels themselves."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pygame

from .marks import AnyMark, Bitmap, Box, Outlines
from .tracing import outlines

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

MOST_BLOCKS = 12_000
"""Blocks of one colour beyond which a picture is a photo, and stays one."""
SOFT = 0.5
"""The share of half-transparent pixels, of all that are seen, beyond which a piece has no outline to be drawn along."""
ALIKE = 6
"""Levels by which the colours of a piece of one colour may differ: those of pixels that are hardly seen are rounded."""


def marks_of(surface: pygame.Surface, premultiplied: bool = False) -> tuple[AnyMark, ...]:
    """Return what a surface shows; `premultiplied`: its colours are multiplied by how opaque they are."""
    wide, high = surface.get_size()
    if not wide or not high:
        return ()
    if not surface.get_flags() & pygame.SRCALPHA:
        return _blocks(_colours(surface)) or (_bitmap(surface),)
    alpha = pygame.surfarray.array_alpha(surface).T
    if not alpha.any():
        return ()
    colours = _colours(surface)
    if premultiplied:
        colours = _divided(colours, alpha)
    one = _one_colour(colours, alpha)
    if one is not None:
        return _of_one_colour(one, alpha) or (_bitmap(surface, colours, alpha),)
    if ((alpha == 0) | (alpha == 255)).all():
        return _blocks(colours, alpha > 0) or (_bitmap(surface, colours, alpha),)
    return (_bitmap(surface, colours, alpha),)


def _colours(surface: pygame.Surface) -> Pixels:
    found: Pixels = pygame.surfarray.array3d(surface).transpose(1, 0, 2)
    return found


def _divided(colours: Pixels, alpha: Pixels) -> Pixels:
    """Return the colours that were multiplied by how opaque they are."""
    whole = np.maximum(alpha, 1).astype(np.float64)[:, :, None]
    found: Pixels = np.clip(np.rint(colours.astype(np.float64) * 255 / whole), 0, 255).astype(np.uint8)
    return found


def _one_colour(colours: Pixels, alpha: Pixels) -> tuple[int, int, int] | None:
    """Return the colour of all that is seen, None where there are several."""
    told = colours[alpha > 127] if (alpha > 127).any() else colours[alpha == alpha.max()]
    if (told.max(axis=0).astype(int) - told.min(axis=0)).max() > ALIKE:
        return None
    red, green, blue = np.median(told, axis=0).astype(int).tolist()
    return red, green, blue


def _of_one_colour(colour: tuple[int, int, int], alpha: Pixels) -> tuple[AnyMark, ...]:
    """Return a piece of one colour as blocks where it has sharp edges, else along its outlines; () for a soft one."""
    most = int(alpha.max())
    if ((alpha == 0) | (alpha == most)).all():
        flat = np.broadcast_to(np.array(colour, np.uint8), (*alpha.shape, 3))
        return _blocks(flat, alpha > 0, most / 255)
    partly = np.count_nonzero((alpha > 0.03 * most) & (alpha < 0.97 * most))
    if partly > 400 and partly > SOFT * np.count_nonzero(alpha):
        return ()
    return (Outlines(outlines(alpha / most), colour, most / 255),)


def _blocks(colours: Pixels, seen: NDArray[np.bool_] | None = None, opaque: float = 1.0) -> tuple[AnyMark, ...]:
    """Return rectangles of one colour each, as few as rows and columns of cells make; () for too many."""
    high, wide = colours.shape[:2]
    codes = (colours.astype(np.int64) @ np.array([65536, 256, 1])).astype(np.int64)
    codes = codes if seen is None else np.where(seen, codes, -1)
    rows = [0, *(np.flatnonzero((codes[1:] != codes[:-1]).any(axis=1)) + 1).tolist(), high]
    found: list[AnyMark] = []
    for top, bottom in pairwise(rows):
        line = codes[top]
        edges = [0, *(np.flatnonzero(line[1:] != line[:-1]) + 1).tolist(), wide]
        if len(found) + len(edges) > MOST_BLOCKS:
            return ()
        for left, right in pairwise(edges):
            code = int(line[left])
            if code >= 0:
                colour = code >> 16, code >> 8 & 255, code & 255
                found.append(Box(left, top, right - left, bottom - top, 0.0, colour, alpha=opaque))
    return tuple(found)


def _bitmap(surface: pygame.Surface, colours: Pixels | None = None, alpha: Pixels | None = None) -> Bitmap:
    """Return a surface as a PNG, in colours that are not multiplied."""
    if colours is not None and alpha is not None:
        whole = np.dstack((colours, alpha))
        surface = pygame.image.frombuffer(np.ascontiguousarray(whole).tobytes(), surface.get_size(), "RGBA")
    data = io.BytesIO()
    pygame.image.save(surface, data, "piece.png")
    return Bitmap(0, 0, *surface.get_size(), data.getvalue(), sharp=alpha is None)
