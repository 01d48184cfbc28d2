"""The spotlight, its marks, and the blank screen: what a talk lays over the picture."""

from __future__ import annotations

import pygame

from ..play.easing import clamp
from ..session.interface import FADE_SECONDS
from ..ui import shapes
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.themes import BLACK
from ..ui.widgets.base import Widget
from ..ui.widgets.label import draw_veil
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
            return shapes.painted(1 - hole, BLACK, DIM / 255)

        x, y = self.point[0] - radius, self.point[1] - radius
        square = Rect(x, y, 2 * radius, 2 * radius)
        whole = self.rect
        for part in (
            Rect(whole.x, whole.y, whole.w, max(0, y - whole.y)),
            Rect(whole.x, square.bottom, whole.w, max(0, whole.bottom - square.bottom)),
            Rect(whole.x, max(y, whole.y), max(0, x - whole.x), square.overlap(whole).h),
            Rect(square.right, max(y, whole.y), max(0, whole.right - square.right), square.overlap(whole).h),
        ):
            draw_veil(canvas, part, BLACK, DIM)
        canvas.surface.blit(canvas.kept(("spotlight", radius), make), square[:2])


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
    interface, layout = frame.still.interface, frame.layout
    widgets: list[Widget] = []
    if interface.spotlit:
        x, y = frame.shown.pointer or layout.whole.centre
        radius = max(40, round(RADIUS * layout.unit))
        widgets.append(Spotlight(name="spotlight", rect=layout.whole, point=(round(x), round(y)), radius=radius))
    side = max(24, round(64 * layout.unit))
    for index, mark in enumerate(interface.marks):
        left = 1 - (frame.shown.now - mark.since) / FADE_SECONDS
        rect = Rect.of(mark.x - side / 2, mark.y - side / 2, side, side)
        strength = int(clamp(left) * 255)
        widgets.append(MarkRing(name=f"mark {index} {mark.since:.3f}", rect=rect, strength=strength))
    return tuple(widgets)
