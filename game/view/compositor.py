"""Drawing the window: all of it at first, then only the rectangles in which something is different."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from ..ui.canvas import Canvas
from ..ui.geometry import Rect, merged
from ..ui.themes import Theme
from ..ui.widgets.base import Widget


class Compositor:
    """Remembers which widgets are on the surface, and draws what has changed since.

    Widgets are frozen: one that equals the one of the same name before it looks the same.
    """

    def __init__(self) -> None:
        self._shown: dict[str, Widget] = {}
        self._look: tuple[Theme, tuple[int, int]] | None = None

    def forget(self) -> None:
        """Draw everything the next time, as after the surface was lost."""
        self._look = None

    def draw(self, canvas: Canvas, widgets: tuple[Widget, ...]) -> list[Rect]:
        """Bring the surface to show these widgets; return the rectangles that were drawn, none of them meeting."""
        new = {widget.name: widget for widget in widgets}
        whole = Rect(0, 0, *canvas.surface.get_size())
        look = (canvas.theme, canvas.surface.get_size())
        changed = [whole] if look != self._look else self._changes(new, whole)
        paint(canvas, widgets, changed)
        self._shown, self._look = new, look
        return changed

    def _changes(self, new: dict[str, Widget], whole: Rect) -> list[Rect]:
        rects: list[Rect] = []
        for name, widget in new.items():
            before = self._shown.get(name)
            if before is widget or before == widget:
                continue
            if before is None:
                rects.append(widget.visible)
            elif type(before) is not type(widget):
                rects += (before.visible, widget.visible)
            else:
                rects += widget.changes(before)
        rects.extend(widget.visible for name, widget in self._shown.items() if name not in new)
        return merged(rects, whole)


def paint(canvas: Canvas, widgets: tuple[Widget, ...], rects: Iterable[Rect]) -> None:
    """Draw the parts of the widgets that lie in rectangles."""
    surface = canvas.surface
    places = [widget.rect if widget.clip is None else widget.visible for widget in widgets]
    for rect in map(pygame.Rect, rects):
        for index in rect.collidelistall(places):
            surface.set_clip(rect.clip(places[index]))  # no widget can leave traces where it does not stand
            widgets[index].draw(canvas)
    surface.set_clip(None)
