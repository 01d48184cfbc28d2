"""A picture that is yet to come, of which nobody sees anything before it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pygame

from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from .compositor import paint, places_of

if TYPE_CHECKING:
    from ..ui.widgets.base import Widget
    from .compositor import Look, Widgets


class Prepared:
    """Parts of a picture, drawn a few at a time on a surface of their own.

    Where the picture turns out to be what is to be shown in a part, that is copied; what moves is drawn as ever. While
    it is drawn here, its texts and pieces get ready, and so it is drawn faster then, too.
    """

    def __init__(self, canvas: Canvas, widgets: Widgets, parts: Iterable[Rect]) -> None:
        self.look: Look = (canvas.theme, canvas.surface.get_size())
        self._canvas = canvas.onto(pygame.Surface(canvas.surface.get_size()))
        self._widgets = widgets
        self._places = places_of(widgets)
        self._left = list(parts)
        self._ready: list[pygame.Rect] = []

    def go_on(self, most: int) -> bool:
        """Draw as many parts as have about so many widgets; tell whether others are left."""
        while self._left and most > 0:
            part = self._left.pop()
            most -= len(pygame.Rect(part).collidelistall(self._places))
            paint(self._canvas, self._widgets, (part,), self._places)
            self._ready.append(pygame.Rect(part))
        return bool(self._left)

    def copied(self, surface: pygame.Surface, part: pygame.Rect, widgets: list[Widget]) -> bool:
        """Copy a part to a surface, if it is drawn here; tell so. widgets: all that are to be seen in it, in order."""
        if not any(ready.contains(part) for ready in self._ready):
            return False
        if [self._widgets[index] for index in part.collidelistall(self._places)] != widgets:
            return False
        surface.set_clip(None)
        surface.blit(self._canvas.surface, part, part)
        return True
