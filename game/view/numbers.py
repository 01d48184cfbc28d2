"""How large a grid's numbers are written, and which of them fit into their cells."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..core.grid import Grid
from ..ui.cache import Same
from ..ui.stage import GridPlace
from ..ui.typeface import SMALLEST_NUMBER, Typeface
from ..value import Value
from ..words.numbers import decimals_of, number

SHARE = 0.335  # font size as a share of a cell, where the cell is large


class NumberLook(Value):
    """Font size in device pixels (0: no numbers), decimals, and whether numbers of weak contrast are outlined."""

    size: int
    decimals: int
    outlined: bool = False


@lru_cache(maxsize=16384)
def shown(value: float, decimals: int) -> str:
    """Return a number as the window writes it; remembered, since a walk writes the same ones again and again."""
    return number(value, decimals)


TIGHT = 40  # pitch under which numbers may fill their cells: small ones are better than none
LARGEST = 1.67  # times the smallest number is large enough for anybody
PRESENT_SHARE = 0.5  # the same in Present, where the width decides


def room(place: GridPlace) -> int:
    """Return the width that a number may take in a cell."""
    margin = 1 if place.pitch < TIGHT else 2 * int(place.pitch * 0.06)
    return place.pitch - place.gap - margin


def widest(typeface: Typeface, grid: Grid, decimals: int) -> str:
    """Return the text of the grid that takes most room; remembered for the last few grids.

    Digits and signs are all equally wide and a point is half as wide, so only the few longest have to be measured.
    """
    return _widest(Same(typeface), Same(grid), decimals)


@lru_cache(maxsize=16)
def _widest(typeface_key: Same, grid_key: Same, decimals: int) -> str:
    typeface, grid = typeface_key.thing, grid_key.thing
    if not isinstance(typeface, Typeface) or not isinstance(grid, np.ndarray):
        raise TypeError("the keys stand for a typeface and a grid")
    texts = {shown(value, decimals) for value in set(grid.ravel().tolist())}
    most = max(_length(text) for text in texts)
    longest = sorted(text for text in texts if _length(text) == most)
    return max(longest[:MEASURED], key=lambda text: typeface.width(text, SMALLEST_NUMBER, True))


MEASURED = 4


def _length(text: str) -> float:
    return len(text) - 0.5 * text.count(".")


def look_of(typeface: Typeface, grid: Grid, place: GridPlace, decimals: int | None = None) -> NumberLook:
    """Return the look of a grid's numbers: as large as the widest allows, never with digits under 9 pixels.

    Where the widest does not fit even at that size there are none: a grid of which only the short numbers are
    written looks as if the others were empty.
    """
    decimals = decimals_of(grid) if decimals is None else decimals
    if place.pitch < SMALLEST_NUMBER:
        return NumberLook(0, decimals)
    high = max(SMALLEST_NUMBER, int(place.pitch * SHARE))
    size = typeface.largest(widest(typeface, grid, decimals), room(place), True, high)
    return NumberLook(size if size >= SMALLEST_NUMBER else 0, decimals)


def present_look_of(
    typeface: Typeface, grid: Grid, place: GridPlace, smallest: int, decimals: int | None = None
) -> NumberLook:
    """Return the look of a grid's numbers in Present: as large as the widest allows, or none under `smallest`."""
    decimals = decimals_of(grid) if decimals is None else decimals
    high = min(int(place.pitch * PRESENT_SHARE), round(smallest * LARGEST))
    if high < smallest:
        return NumberLook(0, decimals, outlined=True)
    size = typeface.largest(widest(typeface, grid, decimals), place.pitch - place.gap - 1, True, high)
    return NumberLook(size if size >= smallest else 0, decimals, outlined=True)


def fits(typeface: Typeface, text: str, look: NumberLook, place: GridPlace) -> bool:
    """Tell whether a text of the grid is written in its cell."""
    return look.size > 0 and typeface.width(text, look.size, True) <= place.pitch - place.gap
