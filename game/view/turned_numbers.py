"""Numbers that are turned by quarters in their cells, for a grid that is seen from another side."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.themes import Colour, ink
from .numbers import NumberLook


def write_turned(canvas: Canvas, cells: Iterable[tuple[str, float, float, Colour]], look: NumberLook) -> None:
    """Write what cells say, each around its middle (x, y) and as is read best on the colour of its ground."""
    for text, x, y, ground in cells:
        sprite = letters(canvas, text, look.size, look.quarters, ink(ground))
        canvas.surface.blit(sprite, Rect.of(x, y, 0, 0).centred(*sprite.get_size())[:2])


def letters(canvas: Canvas, text: str, size: int, quarters: int, colour: Colour) -> pygame.Surface:
    """Return words, as high as their capitals and turned by quarters."""

    def make() -> pygame.Surface:
        sprite = canvas.type.render(text, size, True, colour)
        high = round(size * 0.72)
        top = canvas.type.ascent(size, True) - high
        whole = Rect(0, top, sprite.get_width(), high).inset(0, -round(size * 0.06) - 1)
        cut = sprite.subsurface(whole.overlap(Rect(0, 0, *sprite.get_size()))).copy()
        return pygame.transform.rotate(cut, 90 * quarters)

    return canvas.cache.get(("letters", text, size, quarters, colour), make)
