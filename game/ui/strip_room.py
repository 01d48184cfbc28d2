"""The room of the strip of a chain's layers above the stage: how high it is, and what the stage is left with."""

from __future__ import annotations

from functools import lru_cache

from .geometry import Rect
from .layout import Layout, grids_height

FULL, LOW, NAMES = 171, 126, 52
"""Units of height: with large small maps, with smaller ones, with names alone."""
LEAST_GRIDS, LEAST_WITH_GOAL = 0.33, 0.42
"""The share of the window's height that small maps leave to the grids under them; the same with a puzzle's target."""
TALK_NAMES = 50
"""Units of height in Present."""


@lru_cache(maxsize=16)
def with_strip(found: Layout, goal: bool = False) -> Layout:
    """Return a division of the window with the strip above its stage, which gives up the room for it.

    goal: the target of a puzzle stands among the grids.
    The smallest window, and a source image that has the stage for itself, have none.
    """
    if found.tiny or found.alone:
        return found
    stage, text = found.stage, found.text
    if found.presenting:
        return _under(found, round(TALK_NAMES * text), pictures=False)
    least = (LEAST_WITH_GOAL if goal else LEAST_GRIDS) * found.size[1]
    for units in (FULL, LOW):
        high = round(units * text)
        if grids_height(stage._replace(h=stage.h - high), text) >= least:
            return _under(found, high, pictures=True)
    return _under(found, min(round(NAMES * text), stage.h // 4), pictures=False)


def _under(found: Layout, high: int, pictures: bool) -> Layout:
    x, y, width, height = found.stage
    return found.changed(
        strip=Rect(x, y, width, high),
        stage=Rect(x, y + high, width, max(0, height - high)),
        strip_pictures=pictures,
    )
