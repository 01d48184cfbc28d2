"""What is added in a cell of the map: "10 + 2", on one line or on two, and the room that it needs."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from ...core.stamps import cells_of
from ...play.stamp_moment import StampStep
from ...session.facts.stamps import StampSide
from ...ui.place import GridPlace
from ...ui.typeface import SMALLEST_NUMBER, Typeface
from ...value import Value
from ...words.numbers import MINUS
from ..card_faces import Decimals
from ..dot_product import factor
from ..numbers import DENSE_WIDTH, NumberLook, shown, widest

PLUS = " + "
TALLER = 1.25
"""How much larger digits have to be on two lines than on one, to be written so."""
HIGH, TALK_HIGH = 0.34, 0.43
"""Of a cell: the largest font size on two lines, in the window and in Present."""
GAP = 4
"""Device pixels, at least, that the gap between cells takes of a large one."""


class TermsLook(Value):
    """How "10 + 2" is written in a cell: its font size, and whether it takes two lines."""

    size: int
    two: bool = False


@lru_cache(maxsize=4)
def terms_on(side: StampSide, step: StampStep, decimals: Decimals) -> tuple[str, ...]:
    """Return what is added under each weight, in row order: "10 + 2", or a product alone where nothing stands yet."""
    if step.numbers is None:
        return ()
    cells, places = cells_of(side.scenario, step.stamp.pixel), side.boards.output.decimals
    sums, begun = step.before.sums[cells].ravel().tolist(), step.before.begun[cells].ravel().tolist()
    products = step.numbers.products.ravel().tolist()
    return tuple(
        shown(total, places) + PLUS + factor(product, decimals[2]) if there or total else shown(product, decimals[2])
        for total, there, product in zip(sums, begun, products, strict=True)
    )


def lines_of(words: str) -> tuple[str, str]:
    """Return what stands on the upper and on the lower line of "10 + 2"; of "10 + (−2)" the lower one is "− 2"."""
    before, _, product = words.partition(PLUS)
    if product.startswith(f"({MINUS}"):
        return before, f"{MINUS} {product[2:-1]}"
    return before, PLUS.lstrip() + product


def _longest(typeface: Typeface, side: StampSide) -> tuple[str, tuple[str, str]]:
    """Return as long a "10 + 2" as any of a side's can be, on one line and on two."""
    ends = ((one.widest, one.decimals) for one in (side.boards.output, side.boards.products))
    before, product = (widest(typeface, *end) for end in ends)
    below = float(side.boards.products.widest.min()) < 0
    two = before, PLUS.lstrip() + product.removeprefix(MINUS)
    return PLUS.join((before, f"({product})" if below else product)), two


@lru_cache(maxsize=8)
def terms_look(
    typeface: Typeface, side: StampSide, place: GridPlace, look: NumberLook, least: int = 0
) -> TermsLook | None:
    """Return how "10 + 2" is written in a cell of the map; None where it has no room, or there are no numbers.

    least: the least font size in Present; 0 in the window.
    """
    (longest, lines), room = _longest(typeface, side), (place.pitch - place.gap) * DENSE_WIDTH
    one = typeface.largest(longest, room, True, look.size)
    two = min(typeface.largest(line, room, True, look.size) for line in lines)
    two = min(two, int(place.pitch * (TALK_HIGH if least else HIGH)))
    found = TermsLook(two, two=True) if two > TALLER * one else TermsLook(one)
    return found if found.size >= max(least, SMALLEST_NUMBER) else None


def terms_cell(typeface: Typeface, side: StampSide, size: int) -> int:
    """Return the least cell of the map, in device pixels, in which Present writes "10 + 2" in a font size."""
    longest, lines = _longest(typeface, side)
    one, two = (
        max(typeface.width(line, size, True) for line in each) / DENSE_WIDTH + GAP for each in ((longest,), lines)
    )
    return ceil(min(one, max(two, size / TALK_HIGH)))
