"""The spotlight, its marks, and the blank screen: what a talk lays over the picture."""

from __future__ import annotations

import numpy as np
import pygame

from ..session.interface import FADE_SECONDS
from ..ui import shapes
from ..ui.canvas import Canvas
from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area
from .frame import ShownFrame

RADIUS = 170  # units around the pointer that stay bright
DIM = 200  # of 255


class Spotlight(Widget, kw_only=True):
    """Everything but the surroundings of a point is dimmed; nothing of it takes the pointer."""

    point: tuple[int, int]
    radius: int

    def draw(self, canvas: Canvas) -> None:
        """Draw a dark square with a soft round hole around the point, and plain dark around the square."""
        radius = self.radius

        def make() -> pygame.Surface:
            hole = shapes.shadow_mask(2 * radius, 2 * radius, radius * 0.8, max(2, radius // 8))
            return shapes.painted(1 - hole, (0, 0, 0), DIM / 255)

        def plain() -> pygame.Surface:
            surface = pygame.Surface((256, 256)).convert()
            surface.fill((0, 0, 0))
            surface.set_alpha(DIM)
            return surface

        hole, dark = canvas.kept(("spotlight", radius), make), canvas.kept(("spotlight dark",), plain)
        x, y = self.point[0] - radius, self.point[1] - radius
        square = Rect(x, y, 2 * radius, 2 * radius)
        whole = self.rect
        for part in (
            Rect(whole.x, whole.y, whole.w, max(0, y - whole.y)),
            Rect(whole.x, square.bottom, whole.w, max(0, whole.bottom - square.bottom)),
            Rect(whole.x, max(y, whole.y), max(0, x - whole.x), square.overlap(whole).h),
            Rect(square.right, max(y, whole.y), max(0, whole.right - square.right), square.overlap(whole).h),
        ):
            self._fill(canvas, dark, part)
        canvas.surface.blit(hole, square[:2])

    @staticmethod
    def _fill(canvas: Canvas, dark: pygame.Surface, part: Rect) -> None:
        for x in range(part.x, part.right, 256):
            for y in range(part.y, part.bottom, 256):
                canvas.surface.blit(dark, (x, y), (0, 0, min(256, part.right - x), min(256, part.bottom - y)))


class MarkRing(Widget, kw_only=True):
    """A mark that fades."""

    strength: int  # 0 … 255

    def draw(self, canvas: Canvas) -> None:
        """Draw a ring and a dot."""
        canvas.outline(self.rect, self.rect.w / 2, canvas.theme.now, max(3, self.rect.w // 12), self.strength)
        dot = self.rect.centred(self.rect.w // 4, self.rect.w // 4)
        canvas.rounded(dot, dot.w / 2, canvas.theme.now, self.strength)


def spotlight(frame: ShownFrame) -> tuple[Widget, ...]:
    """Return the spotlight and the marks, if there are any."""
    interface, layout, shown = frame.still.interface, frame.layout, frame.shown
    widgets: list[Widget] = []
    if interface.spotlit:
        x, y = shown.pointer or layout.whole.centre
        radius = max(40, round(RADIUS * layout.unit))
        widgets.append(Spotlight(name="spotlight", rect=layout.whole, point=(round(x), round(y)), radius=radius))
    side = max(24, round(64 * layout.unit))
    for index, mark in enumerate(interface.marks):
        left = 1 - (shown.now - mark.since) / FADE_SECONDS
        rect = Rect.of(mark.x - side / 2, mark.y - side / 2, side, side)
        strength = int(np.clip(left, 0, 1) * 255)
        widgets.append(MarkRing(name=f"mark {index} {mark.since:.3f}", rect=rect, strength=strength))
    return tuple(widgets)


def blank(colour: str, frame: Frame) -> Area:
    """Return the blank screen: one area of black or white over everything."""
    return Area(name="blank", rect=frame.layout.whole, role=f"blank_{colour}")
