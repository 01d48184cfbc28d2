"""What comes and goes while the layers rise: the Flat view's own words, and the kernel that becomes the card."""

from __future__ import annotations

import pygame

from ...core.result import Result
from ...session.boards import kernel_scale
from ...ui.canvas import Canvas
from ...ui.geometry import EMPTY, Rect
from ...ui.plane import Plane
from ...ui.widgets.base import Widget
from .laying import Block, turned
from .lettering import Writing
from .sprites import PREMULTIPLIED
from .textures import shaded_texture


class Faded(Widget, kw_only=True):
    """Other widgets, drawn so faintly; they answer nothing."""

    inner: tuple[Widget, ...]
    opacity: float

    def draw(self, canvas: Canvas) -> None:
        """Draw them, and what was there before over them."""
        surface = canvas.surface
        part = self.rect.overlap(Rect(0, 0, *surface.get_size()))
        if not (part.w and part.h):
            return
        before = surface.subsurface(part).copy()
        clip = Rect(*surface.get_clip())
        for widget in self.inner:
            surface.set_clip(widget.visible.overlap(part).overlap(clip))
            widget.draw(canvas)
        surface.set_clip(clip)
        before.set_alpha(round(255 * (1 - self.opacity)))
        surface.blit(before, part[:2])


def faded(name: str, inner: tuple[Widget, ...], opacity: float) -> tuple[Widget, ...]:
    """Return widgets as faint as they should be: themselves, or nothing, at the ends."""
    if opacity >= 1 or not inner:
        return inner
    if opacity <= 0:
        return ()
    rect = EMPTY
    for widget in inner:
        rect = rect.union(widget.visible)
    return (Faded(name=name, rect=rect, inner=inner, opacity=round(opacity, 3)),)


class KernelOnItsWay(Widget, kw_only=True):
    """The Flat view's kernel grid as it flies to the card, and fades."""

    plane: Plane
    result: Result
    writing: Writing
    opacity: float

    def draw(self, canvas: Canvas) -> None:
        """Draw the grid as it lies now."""
        rows, columns = self.result.scenario.kernel_size
        block = Block(0, 0, rows, columns, self.writing.texels)
        kernel, scale = self.result.scenario.kernel, kernel_scale(self.result.kernel_magnitude)
        texture = shaded_texture(canvas, block, kernel, scale, "kernel", self.writing.on(self.writing.texels))
        piece = turned(texture, self.plane, block.texels)
        alpha = round(255 * self.opacity)
        piece.fill((alpha, alpha, alpha, alpha), special_flags=pygame.BLEND_RGBA_MULT)
        x, y = self.plane.point(rows / 2, columns / 2)
        place = round(x - piece.get_width() / 2), round(y - piece.get_height() / 2)
        canvas.surface.blit(piece, place, special_flags=PREMULTIPLIED)
