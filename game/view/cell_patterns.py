"""The patterns in the cells of a grid, which tell a value where hues do not; imported in a theme that has them."""

from __future__ import annotations

from collections.abc import Sequence

from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.place import GridPlace
from .colours import Colours
from .numbers import NumberLook, fits


def draw_patterns(
    canvas: Canvas,
    place: GridPlace,
    texts: Sequence[str],
    shares: Sequence[float],
    hue: str,
    colours: Colours,
    look: NumberLook,
    alpha: int = 255,
) -> None:
    """Draw the pattern of each cell, in row order, around its number."""
    side, before = place.side - place.gap, place.gap // 2
    grounds = colours.reshape(-1, 3).tolist()
    for index, (text, share, (red, green, blue)) in enumerate(zip(texts, shares, grounds, strict=True)):
        row, column = divmod(index, place.columns)
        clear = clear_for(canvas.type, text, look.size) if fits(canvas.type, text, look, place) else (0, 0)
        clear = clear[::-1] if look.quarters % 2 else clear
        face = Rect(place.edge(column) + before, place.edge(row) + before, side, side)
        draw_pattern(canvas, face, place.radius, hue, share, (red, green, blue), clear, alpha)
