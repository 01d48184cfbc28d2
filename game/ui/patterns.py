"""Patterns that tell kernel, product, output and negative apart without any hue: for the theme High contrast.

A weight is hatched, a product dotted, an output cell cross-hatched; an error is dotted, for no product is beside it;
whatever is negative has level lines. The larger the value, the heavier the pattern; zero has none. The middle of a
cell, where its number stands, is left free.
"""

from __future__ import annotations

from math import ceil

import numpy as np
import pygame

from . import shapes
from .canvas import Canvas
from .geometry import Rect
from .themes import Colour, ink
from .typeface import Typeface, digit_height

KINDS = {"kernel": "hatch", "product": "dots", "output": "cross-hatch", "error": "dots", "negative": "lines"}
LEVELS = 4  # of heaviness
STRENGTH = 0.8  # how opaque a pattern is
SMALLEST = 8  # device pixels; below it positive cells have no pattern, and negative ones a single line
SMALL = 12  # below it what is all but zero has no pattern: its line, or ring, would be as heavy as of the largest
LEAST_OF_SMALL = 0.5 / LEVELS
"""The share of the scale from which a cell under SMALL has a pattern."""

Size = tuple[int, int]


def pattern_mask(width: int, height: int, kind: str, level: int) -> shapes.Mask:
    """Return the coverage (width × height, 0 … 1) of a pattern, 1 … LEVELS heavy."""
    side = min(width, height)
    if side < SMALLEST:
        return _bar(width, height) if kind == "lines" else np.zeros((width, height))
    spacing = min(13.0, max(4.0, side / 7))
    thickness = spacing * (0.06 + 0.1 * level)
    if kind == "hatch":
        return shapes.hatch_mask(width, height, spacing * 1.4, thickness)
    if kind == "cross-hatch":
        rising = shapes.hatch_mask(width, height, spacing * 1.7, thickness * 0.8)
        return np.maximum(rising, shapes.hatch_mask(width, height, spacing * 1.7, thickness * 0.8)[:, ::-1])
    if kind == "dots":
        return _dots(width, height, spacing * 1.1, thickness * 0.5 + 0.4)
    return _lines(width, height, spacing * 1.1, thickness)


def _bar(width: int, height: int) -> shapes.Mask:
    """Return one level line through the middle of a very small cell."""
    mask = np.zeros((width, height))
    thick = max(1, height // 3)
    mask[:, (height - thick) // 2 : (height - thick) // 2 + thick] = 1.0
    return mask


def _lines(width: int, height: int, spacing: float, thickness: float) -> shapes.Mask:
    y = np.arange(height) + 0.5 - height / 2
    off = np.abs(np.mod(y + spacing / 2, spacing) - spacing / 2)
    return np.tile(np.clip(thickness / 2 + 0.5 - off, 0, 1), (width, 1))


def _dots(width: int, height: int, spacing: float, radius: float) -> shapes.Mask:
    """Return dots in rows that are shifted by half of their distance."""
    x, y = np.meshgrid(np.arange(width) + 0.5 - width / 2, np.arange(height) + 0.5 - height / 2, indexing="ij")
    row = np.floor(y / spacing + 0.5)
    across = np.mod(x + row * spacing / 2 + spacing / 2, spacing) - spacing / 2
    mask: shapes.Mask = np.clip(radius + 0.5 - np.hypot(across, y - row * spacing), 0, 1)
    return mask


def level_of(share: float) -> int:
    """Return how heavy the pattern of a share of the scale is; what exceeds it is as heavy as its end."""
    return ceil(min(1.0, abs(share)) * LEVELS)


def kind_of(hue: str, share: float) -> str:
    """Return the pattern of a cell of a grid."""
    return KINDS["negative" if share < 0 else hue]


def clear_for(typeface: Typeface, text: str, size: int) -> Size:
    """Return the room in the middle of a cell that a number needs, and a little around it; (0, 0) without one."""
    if not text or not size:
        return 0, 0
    return typeface.width(text, size, True) + max(4, round(size * 0.3)), round(digit_height(size) * 1.9)


def draw_pattern(
    canvas: Canvas,
    face: Rect,
    radius: float,
    hue: str,
    share: float,
    ground: Colour,
    clear: Size = (0, 0),
    alpha: int = 255,
) -> None:
    """Draw the pattern of a value, as a share −1 … 1 of its scale, over a cell of that colour, in a theme that has any.

    `clear` is the size of the middle that stays free.
    """
    level = level_of(share)
    if min(face.w, face.h) < SMALL and abs(share) < LEAST_OF_SMALL:
        return
    if not canvas.theme.patterned or not level or alpha < 8 or face.w < 2 or face.h < 2:
        return
    kind, colour = kind_of(hue, share), ink(ground)
    clear = min(clear[0], face.w), min(clear[1], face.h)
    if kind == "lines" and clear[0]:
        clear = face.w, clear[1]  # a level line beside a number would be read as a minus
    radius = round(radius, 1)

    def make() -> pygame.Surface:
        # Only where the cell is opaque: at its soft corners two layers would differ on a cell that is drawn ahead.
        opaque = shapes.rounded_mask(face.w, face.h, radius) >= 1
        mask = pattern_mask(face.w, face.h, kind, level) * opaque
        return shapes.painted(mask * (1 - _plate(face, clear)), colour, STRENGTH)

    sprite = canvas.kept(("pattern", face.w, face.h, radius, kind, level, clear, colour), make)
    sprite.set_alpha(alpha)
    canvas.surface.blit(sprite, face[:2])


def _plate(face: Rect, clear: Size) -> shapes.Mask:
    """Return the coverage of what stays free in the middle."""
    mask = np.zeros((face.w, face.h))
    width, height = clear
    if width and height:
        x, y = (face.w - width) // 2, (face.h - height) // 2
        radius = min(width, height) / 5 if width < face.w else 0.0
        mask[x : x + width, y : y + height] = shapes.rounded_mask(width, height, radius)
    return mask
