"""How numbers are written and read. Only true values are shown, and a rounded one never passes for zero."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

MINUS = "−"
LEAST = MINUS + "∞"
"""Below every number: what stands around an image of which the largest pixels are taken."""
NEARLY_ZERO = "≈0"
"""Stands for every number that is not zero but would be rounded to it."""

EXACTNESS = 1e-12
"""How far a number may lie from what is shown and count as exact, times the larger of 1 and its size.

A computer's binary 0.1 + 0.2 is 4e-17 beside the 0.30 of a person; that is no reason to write ≈.
"""

DIGITS = 15
"""Digits of a decimal that a float64 always holds."""

FEW, NEAR_HALF = 99.0, 1e-4
"""Numbers that are written with all their decimals; how far from a half, in the last place, is away from it."""

SAMPLES = 24
"""The first numbers of a grid, which are looked at before all are."""

REMEMBERED = 256
"""Numbers up to which a grid's decimals are remembered."""

AUTOMATIC = 2
"""Decimals of numbers that are no integers, where nobody has chosen others."""

_NUMBER = r"[+\-−]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+\-−]?[0-9]+)?"
_ENTRY = rf"\s*({_NUMBER})\s*(?:/\s*({_NUMBER})\s*)?"  # compiled when it is first used, not at each start
# Digits, signs and the space as East Asian keyboards type them.
_FULL_WIDTH = {sign + 0xFEE0: sign for sign in range(0x21, 0x7F)} | {0x3000: 0x20}
_LONGEST_ENTRY = 100
"""Characters; nobody types more, and what is pasted by mistake need not be read."""


class NotANumber(ValueError):  # noqa: N818 - it says what is wrong; "Error" at its end would add nothing
    """A text that is no finite number. `key` and `values()` name the sentence and its facts, as core's errors do."""

    key: ClassVar[str] = "not_a_number"

    def values(self) -> dict[str, object]:
        """Return the facts of this error by name."""
        return {"text": self.args[0]}


def decimals_of(grid: ArrayLike, chosen: int | None = None) -> int:
    """Return with how many decimals a grid's numbers are shown: 0 if all are integers, else 2.

    Or at most the chosen ones: as many of them as show every number exactly, or all when even these do not.
    """
    values = np.asarray(grid, dtype=np.float64)
    return _decimals_of_few(values.tobytes(), chosen) if values.size <= REMEMBERED else _decimals_of(values, chosen)


@lru_cache(maxsize=256)
def _decimals_of_few(values: bytes, chosen: int | None) -> int:
    """Return the same of few numbers; remembered, for weights and scales are asked again and again."""
    return _decimals_of(np.frombuffer(values), chosen)


def _decimals_of(values: NDArray[np.float64], chosen: int | None) -> int:
    first = values.ravel()[:SAMPLES].tolist()  # mostly one of the first few is none already
    if all(one.is_integer() or math.isinf(one) for one in first) and _are_integers(values):
        return 0
    if chosen is None:
        return AUTOMATIC
    allowed = EXACTNESS * np.maximum(1.0, np.abs(values))
    exact = (fewer for fewer in range(chosen) if np.all(np.abs(np.round(values, fewer) - values) <= allowed))
    return next(exact, chosen)


def _are_integers(values: NDArray[np.float64]) -> bool:
    return bool((values == np.trunc(values)).all())


def number(value: float, decimals: int) -> str:
    """Return a value, rounded to `decimals`, or fewer when it is large. Of infinite ones there is −∞ alone.

    From 100 on one decimal at most, from 1,000 on none, from 100,000 on as 1.2e5; it is the rounded value that
    counts, so 99.996 is "100.0". What is rounded is the decimal of `decimal_of`, exactly halves away from zero, as one
    does by hand: 0.715 is 0.72, although the binary number that stands for it is a little less.
    """
    magnitude = abs(value)
    if magnitude < FEW and abs(magnitude * 10.0**decimals % 1 - 0.5) > NEAR_HALF:
        text = f"{magnitude:.{decimals}f}"  # the same, five times as fast: away from halves both ways of rounding agree
        return (MINUS + text if value < 0 else text) if text.strip("0.") or not value else NEARLY_ZERO
    if value == -math.inf:
        return LEAST
    whole, places = decimal_of(value)
    digits, kept = _rounded(whole, places, decimals)
    if whole and not digits:
        return NEARLY_ZERO
    text = _written(digits, kept) if kept >= 0 else f"{digits // 10}.{digits % 10}e{1 - kept}"
    return MINUS + text if value < 0 and whole else text


def decimal_of(value: float) -> tuple[int, int]:
    """Return the decimal that a value's magnitude is taken for, as (whole, places): whole ÷ 10^places.

    It is the shortest one that reads back as the very same number, with 15 digits at the most, which is what a float64
    holds of every decimal: the 17 digits of 0.7150000000000001 come from adding up, not from anybody's numbers.
    """
    mantissa, _, exponent = repr(abs(float(value))).partition("e")
    before, _, after = mantissa.partition(".")
    whole, places = int(before + after), len(after) - int(exponent or 0)
    spare = len(str(whole)) - DIGITS
    return (_without(whole, spare), places - spare) if spare > 0 else (whole, places)


def _without(whole: int, places: int) -> int:
    """Return a whole number without its last places, rounded half up."""
    if places <= 0:
        return whole * int(10**-places)
    return (whole + 5 * int(10 ** (places - 1))) // int(10**places)


def _rounded(whole: int, places: int, decimals: int) -> tuple[int, int]:
    """Return the decimal with as many decimals as its size leaves room for; two digits of it from 100,000 on."""
    for below, most in ((100, decimals), (1_000, 1), (100_000, 0)):
        kept = min(most, decimals)
        digits = _without(whole, places - kept)
        if digits < below * 10**kept:
            return digits, kept
    spare = len(str(whole)) - 2
    digits = _without(whole, spare)
    return (digits, places - spare) if digits < 100 else (digits // 10, places - spare - 1)


def _written(digits: int, decimals: int) -> str:
    """Return the text of digits of which the last ones are decimals."""
    text = str(digits).rjust(decimals + 1, "0")
    return f"{text[:-decimals]}.{text[-decimals:]}" if decimals else text


def full(value: float) -> str:
    """Return a value with all its digits: the shortest text that reads back as the very same number; or −∞."""
    if value in (0, -math.inf):
        return LEAST if value else "0"
    mantissa, letter, exponent = repr(float(value)).removesuffix(".0").partition("e")
    written = f"{mantissa}e{int(exponent)}" if letter else mantissa  # not 1.2e+05 but 1.2e5, not 1e-09 but 1e-9
    return written.replace("-", MINUS)


def precise(value: float) -> str:
    """Return a computed value with all digits of its decimal (see `decimal_of`), none of them noise."""
    whole, places = decimal_of(value)
    return full(float(f"{'-' if value < 0 else ''}{whole}e{-places}"))


@lru_cache(maxsize=4096)
def shows_exactly(value: float, decimals: int) -> bool:
    """Say whether `number` shows the value's whole decimal (see `decimal_of`) and not a rounded one.

    Remembered, since a walk asks of the same pixels and weights again and again.
    """
    if value == -math.inf:
        return True
    whole, places = decimal_of(value)
    digits, kept = _rounded(whole, places, decimals)
    return _without(digits, kept - places) == whole if places >= kept else digits == _without(whole, places - kept)


def is_decimal(value: float) -> bool:
    """Say whether a value is a decimal that `precise` writes whole: one of fewer digits than a float64 holds."""
    return len(str(decimal_of(value)[0])) < DIGITS


def equals(*shown: bool) -> str:
    """Return the sign between the sides of an equation: "=" where all that stands in it is shown exactly, else "≈"."""
    return "=" if all(shown) else "≈"


def half_width(text: str) -> str:
    """Return a text whose digits, signs and spaces are those of every keyboard, where they were full-width ones."""
    return text.translate(_FULL_WIDTH)


def parse_number(text: str) -> float:
    """Return the finite number that a person typed; raise NotANumber for anything else.

    Understood: "." and "," before decimals, a sign (+, - or −), an exponent, a fraction such as 1/9, spaces around;
    all of it full-width too.
    """
    found = re.fullmatch(_ENTRY, half_width(text)) if len(text) <= _LONGEST_ENTRY else None
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
