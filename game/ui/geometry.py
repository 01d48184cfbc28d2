"""Rectangles in device pixels, as small immutable values with total methods."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor
from typing import NamedTuple

import pygame


class Rect(NamedTuple):
    """A rectangle: left, top, width and height in whole device pixels. Width and height are never negative."""

    x: int
    y: int
    w: int
    h: int

    @classmethod
    def of(cls, x: float, y: float, w: float, h: float) -> Rect:
        """Return the nearest whole rectangle, edges rounded so that neighbours still touch.

        Halves go up, not to even: else a line one pixel wide would vanish at every other place.
        """
        left, top = floor(x + 0.5), floor(y + 0.5)
        return cls(left, top, max(0, floor(x + w + 0.5) - left), max(0, floor(y + h + 0.5) - top))

    @property
    def right(self) -> int:
        """The first column to the right that is outside."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row below that is outside."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        """The middle as (x, y)."""
        return self.x + self.w / 2, self.y + self.h / 2

    def contains(self, x: float, y: float) -> bool:
        """Tell whether the point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def holds(self, other: Rect) -> bool:
        """Tell whether the other rectangle lies wholly inside."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def meets(self, other: Rect) -> bool:
        """Tell whether the two share at least one pixel."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def overlap(self, other: Rect) -> Rect:
        """Return what both share; empty (width or height 0) when they do not meet."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(left, top, max(0, right - left), max(0, bottom - top))

    def union(self, other: Rect) -> Rect:
        """Return the smallest rectangle that holds both; an empty one adds nothing."""
        if not (other.w and other.h):
            return self
        if not (self.w and self.h):
            return other
        left, top = min(self.x, other.x), min(self.y, other.y)
        return Rect(left, top, max(self.right, other.right) - left, max(self.bottom, other.bottom) - top)

    def inset(self, dx: float, dy: float | None = None) -> Rect:
        """Return the rectangle made smaller on every side (larger when negative)."""
        dy = dx if dy is None else dy
        return Rect.of(self.x + dx, self.y + dy, max(0, self.w - 2 * dx), max(0, self.h - 2 * dy))

    def moved(self, dx: float, dy: float) -> Rect:
        """Return the rectangle moved, its size kept."""
        return Rect(round(self.x + dx), round(self.y + dy), self.w, self.h)

    def centred(self, w: float, h: float) -> Rect:
        """Return a rectangle of that size with the same middle."""
        return Rect(round(self.x + (self.w - w) / 2), round(self.y + (self.h - h) / 2), round(w), round(h))

    def kept_inside(self, other: Rect) -> Rect:
        """Return the rectangle pushed into the other; where it is too large, it starts at the other's edge."""
        x = max(other.x, min(self.x, other.right - self.w))
        y = max(other.y, min(self.y, other.bottom - self.h))
        return Rect(x, y, self.w, self.h)


EMPTY = Rect(0, 0, 0, 0)


NEAR = 12_000
"""Device pixels that are sooner drawn without need than that a rectangle more is drawn: what each costs besides."""


def merged(rects: Iterable[Rect], whole: Rect) -> list[Rect]:
    """Return few rectangles that cover what lies of all these in the whole, with no two of them meeting."""
    result: list[pygame.Rect] = []
    for rect in rects:
        joined = pygame.Rect(rect).clip(whole)
        if not (joined.w and joined.h):
            continue
        while (found := _near(joined, result)) is not None:
            joined.union_ip(result.pop(found))
        result.append(joined)
    return [Rect(*rect) for rect in result]


def _near(rect: pygame.Rect, others: list[pygame.Rect]) -> int | None:
    """Return the index of a rectangle that meets this one, or lies so near that both are better drawn at once."""
    met = rect.collidelist(others)
    if met >= 0:
        return met
    width, height = rect.size
    area = width * height + NEAR
    # Between two that lie apart there is at least the gap times the smaller one's side: no farther can one be near.
    across, down = NEAR // height + 1, NEAR // width + 1
    around = pygame.Rect(rect.x - across, rect.y - down, width + 2 * across, height + 2 * down)
    for index in around.collidelistall(others):
        other = others[index]
        both = rect.union(other)
        if both.w * both.h <= area + other.w * other.h:
            return index
    return None


def beside(anchor: Rect, width: int, height: int, window: Rect) -> Rect:
    """Return a place below the anchor, else above it, else wherever the window has room."""
    inner = window.inset(4)
    x = anchor.x if anchor.x + width <= inner.right else anchor.right - width
    below = Rect(x, anchor.bottom + 4, width, height)
    if below.bottom <= inner.bottom:
        return below.kept_inside(inner)
    above = Rect(x, anchor.y - 4 - height, width, height)
    return (above if above.y >= inner.y else below).kept_inside(inner)
