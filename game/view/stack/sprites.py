"""Small ready pieces that lie in a plane: faces of cells, outlines, letters, shadows. Each is made once a shape.

A piece's middle is the middle of what it shows, so it is put there by one point. Its colours are premultiplied.
"""

from __future__ import annotations

from math import ceil

import numpy as np
import pygame

from ...ui import shapes
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.patterns import draw_pattern
from ...ui.plane import Plane, Point
from ...ui.themes import Colour
from ..numbers import NumberLook
from ..turned_numbers import letters
from .laying import CLEAR, turned

PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED
DENSE = 2  # how much finer letters and patterns are before they are laid
SMALL = 16_000  # pixels of a piece that is drawn four times as large, and averaged; larger ones twice


def shape_of(plane: Plane, share: float = 1.0) -> Plane:
    """Return a plane as its cells look wherever they are, larger or smaller: to 1/100 pixel, so that pieces return."""
    (ax, ay), (bx, by) = plane.across, plane.down
    return Plane(0.0, 0.0, (round(ax * share, 2), round(ay * share, 2)), (round(bx * share, 2), round(by * share, 2)))


def about(shape: Plane, rows: float, columns: float, x: float = 0.0, y: float = 0.0) -> Plane:
    """Return a plane of this shape in which the middle of so many cells, from (0, 0) on, is at a point."""
    middle = shape.point(rows / 2, columns / 2)
    return shape.moved(x - middle[0], y - middle[1])


def put(canvas: Canvas, sprite: pygame.Surface, x: float, y: float, alpha: int = 255) -> None:
    """Draw a piece with its middle at a point."""
    width, height = sprite.get_size()
    if alpha < 255:
        sprite = sprite.copy()
        sprite.fill((alpha, alpha, alpha, alpha), special_flags=pygame.BLEND_RGBA_MULT)
    canvas.surface.blit(sprite, (round(x - width / 2), round(y - height / 2)), special_flags=PREMULTIPLIED)


def half_size(shape: Plane, rows: float, columns: float, margin: float) -> tuple[int, int]:
    """Return half of the width and height of what holds a block of cells with a margin."""
    whole = about(shape, rows, columns).bounds(0, 0, rows, columns, margin)
    return max(-whole.x, whole.right), max(-whole.y, whole.bottom)


def _polygons(
    shape: Plane, rows: float, columns: float, margin: float, parts: list[tuple[float, tuple[int, ...]]]
) -> pygame.Surface:
    """Return blocks in one another, each so many pixels smaller on every side than the cells, its colour or a hole."""
    half = half_size(shape, rows, columns, margin)
    times = 4 if 4 * half[0] * half[1] <= SMALL else 2
    large = pygame.Surface((2 * half[0] * times, 2 * half[1] * times), pygame.SRCALPHA)
    large.fill(CLEAR)
    plane = about(shape, rows, columns, *half)
    high, wide = plane.depths
    for inset, colour in parts:
        row, column = inset / high, inset / wide
        if 2 * row >= rows or 2 * column >= columns:
            continue
        quad = plane.quad(row, column, rows - 2 * row, columns - 2 * column)
        pygame.draw.polygon(large, colour, [(x * times - 0.5, y * times - 0.5) for x, y in quad])
    return pygame.transform.smoothscale(large, (2 * half[0], 2 * half[1]))


def mask(canvas: Canvas, shape: Plane, inset: float, rows: float = 1, columns: float = 1) -> pygame.Surface:
    """Return a white block of cells, `inset` pixels smaller on every side."""
    key = ("stack mask", shape, rows, columns, inset)
    return canvas.kept(key, lambda: _polygons(shape, rows, columns, 1, [(inset, (255, 255, 255))]))


def face(
    canvas: Canvas, shape: Plane, colour: Colour, inset: float, rows: float = 1, columns: float = 1
) -> pygame.Surface:
    """Return a filled block of cells, `inset` pixels smaller on every side."""

    def tinted() -> pygame.Surface:
        sprite = mask(canvas, shape, inset, rows, columns).copy()
        sprite.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
        return sprite

    return canvas.kept(("stack face", shape, rows, columns, inset, colour), tinted)


def ring(
    canvas: Canvas, shape: Plane, colour: Colour, rows: float, columns: float, thickness: float, out: float = 0.0
) -> pygame.Surface:
    """Return the outline of a block of cells, `thickness` wide, its outer edge `out` pixels outside of the block."""
    thickness, out = round(thickness, 1), round(out, 1)
    key = ("stack ring", shape, colour, rows, columns, thickness, out)
    parts: list[tuple[float, tuple[int, ...]]] = [(-out, colour), (thickness - out, CLEAR)]
    return canvas.kept(key, lambda: _polygons(shape, rows, columns, max(out, 0) * 4 + 2, parts))


def shadow(canvas: Canvas, shape: Plane, rows: float, columns: float, blur: float) -> pygame.Surface:
    """Return a soft shadow of a block of cells, reaching `blur` pixels in and out; it is made small, and stretched."""
    blur = max(2.0, round(blur))

    def make() -> pygame.Surface:
        width, height = half_size(shape, rows, columns, 2 * blur)
        step = max(1, round(blur / 3))
        across, down = ceil(width / step), ceil(height / step)
        plane = about(shape, rows, columns)
        x = (np.arange(2 * across) + 0.5 - across)[:, None] * step - plane.x
        y = (np.arange(2 * down) + 0.5 - down)[None, :] * step - plane.y
        (ax, ay), (bx, by), (high, wide) = plane.across, plane.down, plane.depths
        row, column = (ax * y - ay * x) / plane.area, (by * x - bx * y) / plane.area
        inside = np.minimum(np.minimum(row, rows - row) * high, np.minimum(column, columns - column) * wide)
        part = np.clip(inside / (2 * blur) + 0.5, 0, 1)
        small = shapes.painted(part * part * (3 - 2 * part), (0, 0, 0), canvas.theme.shadow / 255).premul_alpha()
        return pygame.transform.smoothscale(small, (2 * across * step, 2 * down * step))

    return canvas.kept(("stack shadow", shape, rows, columns, blur), make)


def lying(canvas: Canvas, shape: Plane, words: str, look: NumberLook, texels: int, colour: Colour) -> pygame.Surface:
    """Return words that lie in a plane whose cells have so many texels."""

    def make() -> pygame.Surface:
        flat = letters(canvas, words, look.size * DENSE, look.quarters, colour)
        texture = pygame.Surface((flat.get_width() + 2, flat.get_height() + 2), pygame.SRCALPHA)
        texture.fill((*colour, 0))
        texture.blit(flat, (1, 1))
        return turned(texture.premul_alpha(), shape, texels * DENSE)

    return canvas.kept(("stack lying", shape, words, look, texels, colour), make)


def patterned(
    canvas: Canvas, shape: Plane, texels: int, hue: str, share: float, colour: Colour, clear: tuple[int, int]
) -> pygame.Surface:
    """Return the pattern of a cell, as it lies in a plane whose cells have so many texels; its middle stays clear."""

    def make() -> pygame.Surface:
        texture = pygame.Surface((texels + 2, texels + 2), pygame.SRCALPHA)
        texture.fill(CLEAR)
        draw_pattern(canvas.onto(texture), Rect(1, 1, texels, texels), 0, hue, share, colour, clear)
        return turned(texture.premul_alpha(), shape, texels)

    return canvas.kept(("stack pattern", shape, texels, hue, round(share, 3), colour, clear), make)


def draw_lines(
    canvas: Canvas, area: Rect, lines: list[tuple[Point, Point]], strokes: tuple[tuple[Colour, int], ...]
) -> None:
    """Draw antialiased lines in an area, each stroke (colour, width) over all of them.

    Not on the window itself: where a line is cut off there decides how it is rounded, and so what is drawn anew.
    """
    if lines and area.w and area.h:
        canvas.surface.blit(sheet_of(area, lines, strokes), area[:2], special_flags=PREMULTIPLIED)


def sheet_of(area: Rect, lines: list[tuple[Point, Point]], strokes: tuple[tuple[Colour, int], ...]) -> pygame.Surface:
    """Return a picture of lines in an area, for one that is drawn again and again."""
    sheet = pygame.Surface(area[2:], pygame.SRCALPHA)
    sheet.fill(CLEAR)
    for colour, width in strokes:
        for (from_x, from_y), (to_x, to_y) in lines:
            ends = (from_x - area.x, from_y - area.y), (to_x - area.x, to_y - area.y)
            pygame.draw.aaline(sheet, colour, *ends, width)
    return sheet


def dashes(canvas: Canvas, colour: Colour, thickness: int, dash: int, length: int) -> pygame.Surface:
    """Return an upright dashed line, at least so long; one is kept for all lengths."""
    whole = -(-length // 512) * 512

    def make() -> pygame.Surface:
        line = pygame.Surface((thickness, whole), pygame.SRCALPHA)
        line.fill(CLEAR)
        for y in range(0, whole, 2 * dash):
            line.fill((*colour, 255), (0, y, thickness, dash))
        return line

    return canvas.kept(("stack dashes", colour, thickness, dash, whole), make)
