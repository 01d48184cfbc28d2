"""The facts of how a network reads the digits that are held back: how many, which not, and what it takes them for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ...core.grid import Grid
from ...files.digits import own_digits
from ...value import Single
from ..digit_scores import scores_of_scenario, why_no_digits
from ..interface import DigitsLook
from ..predict import Secrecy, tells_all

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ...learning.scores import Scores
    from ..state import StillState

PAGE, BESIDE = 12, 6
"""Digits of a page: of the misread ones, and of a cell of the confusion, which stands beside them."""
SECRET = "digits.not.secret"
"""The sentence that says that what the network reads would tell too much now."""


class DigitFacts(Single):
    """Of a digit: its number among the held-back ones, its pixels 0 … 1, what it is, what it is read as, the share."""

    number: int
    pixels: Grid
    kind: int
    read: int
    share: float


class DigitsFacts(Single):
    """Of the sheet.

    why: the name of the sentence that says why there is nothing to tell, or None.
    right, count: how many are read right, of how many.
    look: what is shown, its page being one that there is. digits: those of the page. first: the first of them, from 1.
    found: how many there are on all pages. pages: how many of these, at least 1.
    confusion: how many of each kind are read as each, (kinds, kinds), rows being what they are.
    """

    why: str | None = None
    right: int = 0
    count: int = 0
    look: DigitsLook = DigitsLook()
    digits: tuple[DigitFacts, ...] = ()
    first: int = 1
    found: int = 0
    pages: int = 1
    confusion: tuple[tuple[int, ...], ...] = ()


def digits_facts(state: StillState, secrecy: Secrecy) -> DigitsFacts:
    """Return the facts; while something is asked that they would tell, only why they are not told."""
    scores = scores_of_scenario(state.scenario) if tells_all(secrecy, state.scenario) else None
    if scores is not None:
        return _facts(scores, state.interface.digits)
    return _without(why_no_digits(state.scenario) or SECRET)


@lru_cache(maxsize=8)
def _without(why: str) -> DigitsFacts:
    return DigitsFacts(why)


@lru_cache(maxsize=2)
def _facts(scores: Scores, look: DigitsLook) -> DigitsFacts:
    """Return the facts of a look at what a network says; the very same ones while both are the same."""
    numbers, each = _numbers(scores, look), BESIDE if look.confusion else PAGE
    pages = max(1, -(-len(numbers) // each))
    page = min(look.page, pages - 1)
    begin = page * each
    return DigitsFacts(
        right=scores.right,
        count=len(scores.kinds),
        look=look.changed(page=page),
        digits=tuple(_digit(scores, int(number)) for number in numbers[begin : begin + each]),
        first=begin + 1,
        found=len(numbers),
        pages=pages,
        confusion=tuple(tuple(map(int, row)) for row in scores.confusion),
    )


def _numbers(scores: Scores, look: DigitsLook) -> NDArray[np.int64]:
    """Return which digits are shown: of what was read wrong the surest first, of what was read right the least sure."""
    if not look.confusion:
        found = np.flatnonzero(scores.read != scores.kinds)
    elif look.pair is None:
        return np.zeros(0, np.int64)
    else:
        kind, read = look.pair
        found = np.flatnonzero((scores.kinds == kind) & (scores.read == read))
    shares = scores.shares[scores.read[found], found]
    right = look.pair is not None and look.pair[0] == look.pair[1]
    order: NDArray[np.int64] = found[np.argsort(shares if right else -shares, kind="stable")]
    return order


def _digit(scores: Scores, number: int) -> DigitFacts:
    digits, read = own_digits(), int(scores.read[number])
    pixels = digits.pixels[digits.held_back[number]]
    return DigitFacts(number, pixels, int(scores.kinds[number]), read, float(scores.shares[read, number]))


def largest_mistakes(facts: DigitsFacts) -> int:
    """Return how many digits the fullest cell beside the diagonal has."""
    rows = enumerate(facts.confusion)
    return max((count for row, counts in rows for column, count in enumerate(counts) if row != column), default=0)
