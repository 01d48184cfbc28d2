"""How large the numbers of a grid, and of the card, are written, and which of them fit into their cells."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

import numpy as np

from ..core.grid import Grid
from ..ui.cache import Same
from ..ui.place import GridPlace
from ..ui.typeface import SMALLEST_NUMBER, Typeface
from ..value import Value
from ..words.numbers import MINUS, number
from ..words.texts import text

SHARE = 0.55  # font size as a share of a cell, where the numbers are short


class NumberLook(Value):
    """Font size in device pixels (0: no numbers), decimals, and whether numbers of weak contrast are outlined.

    quarters: of a turn to the left by which they are turned in their cells, where their grid is seen from another side.
    shares: they are shares of 1.
    """

    size: int
    decimals: int
    outlined: bool = False
    quarters: int = 0
    shares: bool = False


@lru_cache(maxsize=4096)
def shown(value: float, decimals: int) -> str:
    """Return a number as the window writes it; remembered, since a walk writes the same ones again and again."""
    return number(value, decimals)


NEARLY_ONE = 0.995
"""The least share that is rounded to 1."""


def share_words(share: float, decimals: int = 2) -> str:
    """Return a share with so many decimals; what would be rounded to 1 says that it is less."""
    written = shown(share, decimals)
    return text("share.nearly") if NEARLY_ONE <= share < 1 and float(written) >= 1 else written


def written_so(value: float, look: NumberLook) -> str:
    """Return a number as a grid of that look has it."""
    return share_words(value, look.decimals) if look.shares else shown(value, look.decimals)


MOST_WIDTH = 0.8  # of a cell's side, that the widest number of a grid takes
TIGHT = 40  # pitch under which numbers may fill their cells: small ones are better than none
DENSE_WIDTH = 0.9  # the same in Present, and on the card: there digits have to be large, too
LEAST = 0.85  # of Present's smallest number: the card repeats what Kernel and Products show in large


def room(place: GridPlace) -> int:
    """Return the width that a number may take in a cell."""
    margin = 1 if place.pitch < TIGHT else 2 * int(place.pitch * 0.06)
    return place.side - place.gap - margin


def widest(typeface: Typeface, grid: Grid, decimals: int) -> str:
    """Return the text of the grid that takes most room; remembered for the last few grids.

    Digits and signs are all equally wide and a point is half as wide, so only the longest may have to be measured, and
    of those that differ in nothing else one.
    """
    return _widest(typeface, Same(grid), decimals)


@lru_cache(maxsize=64)
def _widest(typeface: Typeface, grid: Same, decimals: int) -> str:
    numbers = grid.thing.ravel()
    ends = float(numbers.min()), float(numbers.max())
    values = set(ends) if told_by_ends(numbers.size, ends) else set(numbers.tolist())
    texts = {shown(value, decimals) for value in values}
    most = max(_length(text) for text in texts)
    longest = sorted((text for text in texts if _length(text) == most), reverse=True)
    kinds = tuple({text.translate(ALIKE): text for text in longest}.values())
    return kinds[0] if len(kinds) == 1 else max(kinds, key=lambda text: typeface.width(text, SMALLEST_NUMBER, True))


def told_by_ends(count: int, ends: tuple[float, float]) -> bool:
    """Tell whether the least and the largest of so many numbers are looked at alone: no other is written wider.

    Up to there what is farther from 0 is no shorter, and a picture has hundreds of thousands.
    """
    return count > MANY and max(map(abs, ends)) < LEAST_SHORTENED


FEW = 256  # numbers up to which they are compared themselves, and not which array they are in
MANY = 4096  # numbers up to which the texts of all are compared
LEAST_SHORTENED = 99.0  # hardly less than where numbers begin to have fewer decimals
ALIKE = str.maketrans(dict.fromkeys(f"123456789{MINUS}", "0"))


def _length(text: str) -> float:
    return len(text) - 0.5 * text.count(".")


def gap_of(typeface: Typeface, size: int) -> int:
    """Return the least distance of numbers in cells beside each other: a quarter of a digit."""
    return ceil(typeface.width("0", size, True) / 4)


def largest_in(typeface: Typeface, text: str, pitch: int, least: int, high: int, share: float) -> int:
    """Return the font size, `least` … `high`, at which a grid's widest number takes at most its share of a cell.

    At the least one it may take more, as far as numbers still stand apart; 0 where they would not.
    """
    if high < least:
        return 0
    size = typeface.largest(text, pitch * share, True, high)
    if size >= least:
        return size
    return least if typeface.width(text, least, True) + gap_of(typeface, least) <= pitch else 0


def look_of(typeface: Typeface, grid: Grid, place: GridPlace, decimals: int, smallest: int = 0) -> NumberLook:
    """Return the look of a grid's numbers: as large as the widest allows, never with digits under 9 pixels.

    Where the widest does not fit even at that size there are none: a grid of which only the short numbers are
    written looks as if the others were empty. `smallest`: the least font size in Present; 0 in the window.
    """
    if grid.size <= FEW:
        return _look_of_few(typeface, grid.tobytes(), place, decimals, smallest)
    return _look_of(typeface, Same(grid), place, decimals, smallest)


@lru_cache(maxsize=64)
def _look_of(typeface: Typeface, same: Same, place: GridPlace, decimals: int, smallest: int) -> NumberLook:
    """Return the same; remembered, for most grids stay while one is painted, or learns."""
    return _look(typeface, same.thing, place, decimals, smallest)


@lru_cache(maxsize=64)
def _look_of_few(typeface: Typeface, numbers: bytes, place: GridPlace, decimals: int, smallest: int) -> NumberLook:
    """Return the same of few numbers, as ends and kernels are: they are the same ones while others are painted."""
    return _look(typeface, np.frombuffer(numbers), place, decimals, smallest)


def _look(typeface: Typeface, grid: Grid, place: GridPlace, decimals: int, smallest: int) -> NumberLook:
    least, high = smallest or SMALLEST_NUMBER, int(place.pitch * SHARE)
    if not smallest and place.pitch >= least:
        high = max(least, high)
    if high < least:
        return NumberLook(0, decimals, outlined=smallest > 0)
    share = DENSE_WIDTH if smallest else MOST_WIDTH
    ends = (shown(float(end), decimals) for end in (grid.min(), grid.max()))
    if not all(largest_in(typeface, text, place.side, least, high, share) for text in ends):
        return NumberLook(0, decimals, outlined=smallest > 0)  # the widest of all has no room then, whichever it is
    size = largest_in(typeface, widest(typeface, grid, decimals), place.side, least, high, share)
    return NumberLook(size, decimals, outlined=smallest > 0)


def share_look(typeface: Typeface, grid: Grid, place: GridPlace, look: NumberLook, smallest: int = 0) -> NumberLook:
    """Return the look of shares from that of plain numbers: smaller where one would be rounded to 1, and says less.

    Where that has no room they stay plain numbers. smallest: as for `look_of`.
    """
    widest = share_words(float(grid.max()), look.decimals)
    if not look.size or len(widest) <= len(shown(float(grid.max()), look.decimals)):
        return look.changed(shares=True)
    share = DENSE_WIDTH if smallest else MOST_WIDTH
    size = largest_in(typeface, widest, place.side, smallest or SMALLEST_NUMBER, look.size, share)
    return look.changed(size=size, shares=True) if size else look


def fits(typeface: Typeface, text: str, look: NumberLook, place: GridPlace) -> bool:
    """Tell whether a text of the grid is written in its cell."""
    return look.size > 0 and typeface.width(text, look.size, True) <= place.pitch - place.gap


def card_look(
    typeface: Typeface, image: NumberLook, place: GridPlace, texts: tuple[str, ...], smallest: int
) -> NumberLook:
    """Return the look of the card's numbers: that of the pixels, smaller where one of these texts is wider than theirs.

    Where one does not fit even at the smallest size the card has none: cells without a number beside others that have
    one look empty.
    """
    least = max(SMALLEST_NUMBER, round(smallest * LEAST))
    sizes = (largest_in(typeface, text, place.side, least, image.size, DENSE_WIDTH) for text in texts)
    return image.changed(size=min(sizes))


def pair_size(
    typeface: Typeface, look: NumberLook, place: GridPlace, weight: str, smallest: int = 0, decimals: int = 2
) -> int:
    """Return the font size of "pixel × weight" on two lines in a cell; 0 where it would be under the smallest.

    `weight` is the widest one.
    """
    smallest = smallest or SMALLEST_NUMBER
    longest = "× −0." + "0" * max(decimals, 2), f"× {weight}"
    size = min(round(look.size * 0.8), int(place.pitch * 0.27))
    while size >= smallest and max(typeface.width(text, size, True) for text in longest) > min(
        room(place) + 4, place.pitch - gap_of(typeface, size)
    ):
        size -= 1
    return size if size >= smallest and look.size else 0
