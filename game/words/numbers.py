"""How numbers are written and read. Only true values are shown, and a rounded one never passes for zero."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, ClassVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

MINUS = "−"
NEARLY_ZERO = "≈0"
"""Stands for every number that is not zero but would be rounded to it."""

EXACTNESS = 1e-12
"""How far a number may lie from what is shown and count as exact, times the larger of 1 and its size.

A computer's binary 0.1 + 0.2 is 4e-17 beside the 0.30 of a person; that is no reason to write ≈.
"""

AUTOMATIC = 2
"""Decimals of numbers that are no integers, where nobody has chosen others."""

_NUMBER = r"[+\-−]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+\-−]?[0-9]+)?"
_ENTRY = rf"\s*({_NUMBER})\s*(?:/\s*({_NUMBER})\s*)?"  # compiled when it is first used, not at each start
_LONGEST_ENTRY = 100
"""Characters; nobody types more, and what is pasted by mistake need not be read."""


class NotANumber(ValueError):  # noqa: N818 - it says what is wrong; "Error" at its end would add nothing
    """A text that is no finite number. `key` and `values()` name the sentence and its facts, as core's errors do."""

    key: ClassVar[str] = "not_a_number"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def values(self) -> dict[str, object]:
        """Return the facts of this error by name."""
        return {"text": self.text}


def decimals_of(grid: ArrayLike, chosen: int | None = None) -> int:
    """Return with how many decimals a grid's numbers are shown: 0 if all are integers, else 2.

    Or at most the chosen ones: as many of them as show every number exactly, or all when even these do not.
    """
    values = np.asarray(grid, dtype=np.float64)
    if np.array_equal(values, np.trunc(values)):
        return 0
    if chosen is None:
        return AUTOMATIC
    allowed = EXACTNESS * np.maximum(1.0, np.abs(values))
    exact = (fewer for fewer in range(chosen) if np.all(np.abs(np.round(values, fewer) - values) <= allowed))
    return next(exact, chosen)


def number(value: float, decimals: int) -> str:
    """Return a finite value, rounded to `decimals`, or fewer when it is large.

    From 100 on one decimal at most, from 1,000 on none, from 100,000 on as 1.2e5; it is the rounded value that
    counts, so 99.996 is "100.0". Exactly halves go as binary numbers do: to the nearest, ties to even.
    """
    magnitude = abs(float(value))
    digits = _digits(magnitude, decimals)
    if value != 0 and not digits.strip("0."):
        return NEARLY_ZERO
    return MINUS + digits if value < 0 else digits


def _digits(magnitude: float, decimals: int) -> str:
    """Return the digits of a number from 0 on, with as many decimals as its size leaves room for."""
    for below, most in ((100.0, decimals), (1_000.0, 1), (100_000.0, 0)):
        digits = f"{magnitude:.{min(most, decimals)}f}"
        if float(digits) < below:
            return digits
    return _plain_exponent(f"{magnitude:.1e}")


def _plain_exponent(digits: str) -> str:
    """Return 1.2e+05 as 1.2e5, and 1e-09 as 1e−9."""
    mantissa, letter, exponent = digits.partition("e")
    return f"{mantissa}e{int(exponent)}".replace("-", MINUS) if letter else digits.replace("-", MINUS)


def full(value: float) -> str:
    """Return a finite value with all its digits: the shortest text that reads back as the very same number."""
    if value == 0:
        return "0"
    return _plain_exponent(repr(float(value)).removesuffix(".0"))


def shows_exactly(value: float, decimals: int) -> bool:
    """Say whether `number` shows the value itself (written with =) and not a rounded one (written with ≈)."""
    text = number(value, decimals)
    if text == NEARLY_ZERO:
        return False
    return abs(float(text.replace(MINUS, "-")) - value) <= EXACTNESS * max(1.0, abs(value))


def parse_number(text: str) -> float:
    """Return the finite number that a person typed; raise NotANumber for anything else.

    Understood: "." and "," before decimals, a sign (+, - or −), an exponent, a fraction such as 1/9, spaces around.
    """
    found = re.fullmatch(_ENTRY, text) if len(text) <= _LONGEST_ENTRY else None
    if found is None:
        raise NotANumber(text)
    above, below = _value(found[1]), _value(found[2] or "1")
    value = above / below if below else math.nan
    if not math.isfinite(value):
        raise NotANumber(text)
    return value + 0.0  # −0 becomes 0


def _value(text: str) -> float:
    return float(text.replace(",", ".").replace(MINUS, "-"))


def pair_text(pair: tuple[int, int]) -> str:
    """Return a stride or a padding: one number where rows and columns have the same, else as a size."""
    return str(pair[0]) if pair[0] == pair[1] else size_text(pair)


def size_text(size: tuple[int, int]) -> str:
    """Return a size, rows before columns, as in "8 × 8"."""
    return f"{size[0]} × {size[1]}"
