"""What may be peeled off a text at one of its ends, and what it tells of the numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from .draft import Draft, scaled_by
from .number_text import NUMBER


class Peel(NamedTuple):
    """Something at one end of a text: what it is, how it is recognised, and what it tells."""

    what: str
    pattern: re.Pattern[str]
    tells: Callable[[Draft, re.Match[str]], None] | None = None


_NO_NUMBERS = re.compile(
    r"\[\s?\d{0,6}\s?\]|\[{1,4}[A-Za-z]\w{0,20}(?:; ?\d{1,6}\]){1,4}|<[\w:<>, ]{0,120}>|\[[^\[\]\d]{0,60}\]"
)
"""Lengths and types in a name of C, C++ or Rust; other digits in it are numbers."""


def shaped(draft: Draft, found: re.Match[str]) -> None:
    """Remember the lengths in brackets behind a name of C."""
    lengths = tuple(int(length) for length in re.findall(r"\[\s?(\d{1,6})\s?\]", found[0]))
    name = _NO_NUMBERS.sub(" ", found[0])
    if re.search(r"(?<!\w)\d", name):
        draft.say("around" if "[" in name else "label")
    draft.shape = lengths if len(lengths) > 1 else draft.shape


def reshaped(draft: Draft, found: re.Match[str]) -> None:
    """Remember the shape of a call."""
    lengths = tuple(int(length) for length in re.findall(r"-?\d{1,6}", found[1]))
    draft.shape = lengths or draft.shape
    draft.by_column = found[2] == "F"


def turned(draft: Draft, _: re.Match[str]) -> None:
    """Turn rows into columns."""
    draft.turned = not draft.turned


def transposed(draft: Draft, _: re.Match[str]) -> None:
    """Turn rows into columns as Python does it, where a single row stays as it is."""
    draft.transposed = not draft.transposed


def filters_last(draft: Draft, _: re.Match[str]) -> None:
    """Remember that filters are the last length."""
    draft.filters_last = True


def columns_named(draft: Draft, found: re.Match[str]) -> None:
    """Take the names off the columns, each of which is a list."""
    draft.turned = not draft.turned
    draft.say("header")
    names = (
        r"([{,]\s{0,99})[\"'][^\"'\n]{0,60}[\"']\s?:"
        if found[0].endswith("(")
        else r"([(,]\s{0,99})[\w.]{1,60}\s?=(?!=)"
    )
    draft.text = draft.text[: found.end()] + re.sub(names, r"\1", draft.text[found.end() :])


def lengthened(draft: Draft, _: re.Match[str]) -> None:
    """Take off the place of a new length of 1, behind the array in the same call."""
    draft.text = re.sub(r"\s?,\s?(?:axis\s?=\s?|dim\s?=\s?)?-?\d\s?\)(?=[\s)]*\Z)", "", draft.text)


def times(draft: Draft, found: re.Match[str]) -> None:
    """Multiply by what was found."""
    scaled_by(draft, found[1], below=False)


def divided(draft: Draft, found: re.Match[str]) -> None:
    """Divide by what was found."""
    scaled_by(draft, found[1], below=True)


def left_out(draft: Draft, _: re.Match[str]) -> None:
    """Say that something around was left out."""
    draft.say("around")


def negative(draft: Draft, _: re.Match[str]) -> None:
    """Take the minus for all numbers."""
    scaled_by(draft, "-1", below=False)


def by_sum(draft: Draft, _: re.Match[str]) -> None:
    """Divide by the sum of all numbers."""
    draft.by_sum = True


def by_sign(draft: Draft, found: re.Match[str]) -> None:
    """Divide or multiply, by the sign that was found."""
    scaled_by(draft, found[2], below=found[1] == "/")


FACTOR = rf"(?:{NUMBER}[fF]?(?:\s?\.?/\s?{NUMBER}[fF]?)?)"
"""A number, or one divided by another."""
DIVISOR = r"(?:divisor|scale|divided? by|normali[sz]ation)"
"""Words before what all numbers are divided by."""
