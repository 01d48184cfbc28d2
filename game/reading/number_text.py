"""One number as it is written anywhere: by hand, by Fortran, C, R, with a fraction or a percent sign."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

NUMBER = r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eEdD][+-]?\d+)?"
"""What one is, in signs of every keyboard; a comma is a decimal comma here."""
_SUFFIX = r"(?:[fFlLd]|[uU][lL]{0,2}|[lL]{2}|_?(?:f32|f64|[iu](?:8|16|32|64|size)))?"
_WORD = re.compile(rf"({NUMBER}){_SUFFIX}(?:(?<!,)\.?//?({NUMBER}){_SUFFIX})?(%)?")
_HEXADECIMAL = re.compile(r"([+-]?)0[xX]([0-9a-fA-F]{1,16})[uUlL]{0,3}")
_PLAIN = re.compile(r"[\deE.+\n-]*")
"""Signs of which `float` makes the same numbers as `number_of` does, and no others."""
_LONGEST = 400
"""Characters of one number; the exact decimal of a float64 may have 330 before the point."""


TRUTHS = {
    **dict.fromkeys(("true", "True", "TRUE", ".true.", ".TRUE.", "WAHR", "VRAI", "VERDADERO", "VERO", "WAAR"), 1.0),
    **dict.fromkeys(("false", "False", "FALSE", ".false.", ".FALSE.", "FALSCH", "FAUX", "FALSO", "ONWAAR"), 0.0),
}
"""What programs print, and spreadsheets of several languages have, in the place of 1 and 0."""
_MIXED = re.compile(r"([+-]?)(\d{1,9}) (\d{1,9})/(\d{1,9})")
"""A whole number and a fraction in one cell, as spreadsheets show 1 1/2."""


def number_of(word: str) -> float | None:
    """Return the finite number that a word is, with −0 as 0; None where it is none."""
    found = _WORD.fullmatch(word) if len(word) <= _LONGEST else None
    if found is None:
        return TRUTHS[word] if word in TRUTHS else _mixed(word) if " " in word else _hexadecimal(word)
    value = _real(found[1])
    if found[2] is not None:
        below = _real(found[2])
        value = value / below if below else math.nan
    if found[3]:
        value /= 100
    return value + 0.0 if math.isfinite(value) else None


def _mixed(word: str) -> float | None:
    """Return a whole number and a fraction below 1 as one number."""
    found = _MIXED.fullmatch(word) if len(word) <= 40 else None
    if found is None or not 0 < int(found[3]) < int(found[4]) or not int(found[2]):
        return None
    value = int(found[2]) + int(found[3]) / int(found[4])
    return -value if found[1] == "-" else value


def _hexadecimal(word: str) -> float | None:
    """Return a whole number that C and its kin write as 0x1F."""
    found = _HEXADECIMAL.fullmatch(word) if len(word) <= 24 else None
    return None if found is None else float(int(found[1] + found[2], 16)) + 0.0


def plain_values(words: Sequence[str]) -> list[float] | None:
    """Return the numbers of many words in a tenth of the time of `number_of`; None where one is not plainly written."""
    whole = "\n".join(words)
    if "," in whole and "." not in whole:  # decimal commas
        whole = whole.replace(",", ".")
        words = whole.split("\n")
    if _PLAIN.fullmatch(whole) is None or max(map(len, words), default=0) > _LONGEST:
        return None
    try:
        values = list(map(float, words))
    except ValueError:
        return None
    return values if math.isfinite(sum(values)) or all(map(math.isfinite, values)) else None


def _real(digits: str) -> float:
    return float(digits.replace(",", ".").replace("d", "e").replace("D", "e"))
