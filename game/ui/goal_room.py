"""The room that the goal of a puzzle takes under the output."""

from __future__ import annotations

from .layout import MARGIN, TOP, Layout
from .stage import LEGEND

LINE, GAP = 34, 8
"""Units of a line of words, and between the map and the lines above and below it."""
AROUND = 40
"""Units that are free above and below all of it."""


def room_of_goal(layout: Layout, wanted: int, rows: int) -> float:
    """Return the units that a goal of so many rows takes under an output, if both shall have cells of one size."""
    words, whole = 2 * (LINE + GAP) + AROUND, layout.stage.h / layout.text - TOP - MARGIN - LEGEND
    return max(words, (whole - words) * wanted / (wanted + rows) + words)
