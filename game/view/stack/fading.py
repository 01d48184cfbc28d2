"""Widgets on the way between the Flat view and the Stack view: as faint as they should be."""

from __future__ import annotations

from ...ui.canvas import Canvas
from ...ui.geometry import EMPTY, Rect
from ...ui.widgets.base import Widget

Widgets = tuple[Widget, ...]


class Faded(Widget, kw_only=True):
    """Other widgets, drawn so faintly; they answer nothing."""

    inner: Widgets
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


def faded(name: str, inner: Widgets, opacity: float) -> Widgets:
    """Return widgets as faint as they should be: themselves, or nothing, at the ends."""
    if opacity >= 1 or not inner:
        return inner
    if opacity <= 0:
        return ()
    rect = EMPTY
    for widget in inner:
        rect = rect.union(widget.visible)
    return (Faded(name=name, rect=rect, inner=inner, opacity=round(opacity, 3)),)
