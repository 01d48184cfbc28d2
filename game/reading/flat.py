"""Numbers in one row with a shape beside them: ImageMagick's kernels, OpenCV's and R's matrices."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import NamedTuple

from .draft import Draft
from .errors import NotRead

Words = list[str]
_VALUES = r"([^()\[\]{}<>=:]*)"


class Flat(NamedTuple):
    """A notation: what it is, how it is recognised, and what of a match are the words of its numbers."""

    what: str
    pattern: re.Pattern[str]
    read: Callable[[Draft, re.Match[str]], Words]


def flat_words(draft: Draft) -> Words | None:
    """Return the words of numbers that stand in one row, the shape of which is known then; None where it is not so.

    Raises NotRead ("count") where there are more or fewer than the shape says.
    """
    for notation in NOTATIONS:
        found = notation.pattern.fullmatch(draft.text.strip().rstrip(";"))
        if found is not None:
            words = notation.read(draft, found)
            check_count(draft, len(words))
            return words
    return None


def check_count(draft: Draft, count: int) -> None:
    """Raise NotRead ("count") where so many numbers do not fill the shape."""
    if math.prod(draft.shape) != count:
        raise NotRead("count", found=count, needed=math.prod(draft.shape))


def words_in(text: str) -> Words:
    """Return what commas and spaces part; an empty place between commas is an empty word."""
    return re.split(r"\s*,\s*|\s+", text.strip().rstrip(",").strip()) if text.strip() else []


def _magick(draft: Draft, found: re.Match[str]) -> Words:
    """Read a kernel of ImageMagick: width × height, and "nan" or "-" where nothing is."""
    draft.shape = (int(found[2] or found[1]), int(found[1]))
    words = words_in(found[3])
    absent = sum(word.lower() in ("nan", "-") for word in words)
    if absent:
        draft.say("absent" if absent == 1 else "absent.many", count=absent)
    return ["0" if word.lower() in ("nan", "-") else word for word in words]


def _opencv(draft: Draft, found: re.Match[str]) -> Words:
    draft.shape = (int(found[1]), int(found[2]))
    return words_in(found[3])


def _r_matrix(draft: Draft, found: re.Match[str]) -> Words:
    """Read R's matrix(c(…), nrow = …, ncol = …, byrow = …), which goes down the columns unless it is told."""
    words = words_in(found[1])
    named = dict(re.findall(r"(nrow|ncol|byrow)\s*=\s*(\w+)", found[2]))
    given = iter(re.findall(r",\s*(\w+)(?=\s*(?:,|$))", found[2]))
    rows, columns = (int(named.get(name) or next(given, "0")) for name in ("nrow", "ncol"))
    by_row = named.get("byrow") or next(given, "FALSE")
    if not rows and not columns:
        rows = len(words)
    draft.shape = (rows or _shared(len(words), columns), columns or _shared(len(words), rows))
    draft.by_column = by_row not in ("TRUE", "T")
    return words


def _shared(count: int, among: int) -> int:
    return -(-count // among) if among else 1


def _r_array(draft: Draft, found: re.Match[str]) -> Words:
    """Read R's array(c(…), dim = c(rows, columns, channels, filters))."""
    draft.shape = tuple(int(length) for length in re.findall(r"\d+", found[2]))
    draft.by_column = True
    return words_in(found[1])


_SIZE = r"(\d{1,4})"
NOTATIONS = (
    Flat(
        "ImageMagick",
        re.compile(
            rf"['\"]?{_SIZE}(?:[x*]{_SIZE})?(?:[+-]\d{{1,4}}[+-]\d{{1,4}})?[@<>^]{{0,2}}\s{{0,9}}:([^:()\[\]{{}}]*?)['\"]?"
        ),
        _magick,
    ),
    Flat(
        "OpenCV",
        re.compile(rf"\(?\s*(?:cv::)?Mat_\s?<\s?\w+\s?>\s?\(\s?{_SIZE}\s?,\s?{_SIZE}\s?\)\s*<<\s*{_VALUES}\)?"),
        _opencv,
    ),
    Flat(
        "R", re.compile(rf"matrix\s?\(\s*(?:data\s?=\s?)?c\({_VALUES}\)((?:\s*,\s*[\w .=]{{1,40}})*)\s*\)"), _r_matrix
    ),
    Flat(
        "R, of more dimensions",
        re.compile(rf"array\s?\(\s*(?:data\s?=\s?)?c\({_VALUES}\)\s*,\s*(?:dim\s?=\s?)?c\(([\d,\s]{{1,40}})\)\s*\)"),
        _r_array,
    ),
)
"""In ImageMagick the width stands first, everywhere else the rows."""
