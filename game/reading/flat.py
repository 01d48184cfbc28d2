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
    read: Callable[[Draft, re.Match[str]], Words | None]


def flat_words(draft: Draft) -> Words | None:
    """Return the words of numbers that stand in one row, the shape of which is known then; None where it is not so.

    Raises NotRead ("count") where there are more or fewer than the shape says.
    """
    for notation in NOTATIONS:
        found = notation.pattern.fullmatch(draft.text.strip().rstrip(";"))
        words = None if found is None else notation.read(draft, found)
        if words is not None:
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


def _magick(draft: Draft, found: re.Match[str]) -> Words | None:
    """Read a kernel of ImageMagick: width × height, and "nan" or "-" where nothing is."""
    words = words_in(found[3])
    if not found[2] and (len(words) != int(found[1]) ** 2 or len(words) < 2):
        return None  # a row with a label, or a range of R or Julia
    draft.shape = (int(found[2] or found[1]), int(found[1]))
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
    rows, columns = (_length(named.get(name) or next(given, "0")) for name in ("nrow", "ncol"))
    by_row = named.get("byrow") or next(given, "FALSE")
    if not rows and not columns:
        rows = len(words)
    draft.shape = (rows or _shared(len(words), columns), columns or _shared(len(words), rows))
    draft.by_column = by_row not in ("TRUE", "T")
    return words


def _length(word: str) -> int:
    """Return a length as a whole number; a name, or a number that nothing is as long as, is refused."""
    if re.fullmatch(r"\d{1,6}", word) is None:
        raise NotRead("sign", sign=word)
    return int(word)


def _shared(count: int, among: int) -> int:
    return -(-count // among) if among else 1


def _r_array(draft: Draft, found: re.Match[str]) -> Words:
    """Read R's array(c(…), dim = c(rows, columns, channels, filters))."""
    draft.shape = tuple(int(length) for length in re.findall(r"\d+", found[2]))
    draft.by_column = True
    return words_in(found[1])


def _filled(draft: Draft, found: re.Match[str]) -> Words:
    """Read ones and zeros of NumPy, PyTorch and MATLAB, where one length in parentheses is that of both sides."""
    lengths = [int(length) for length in re.findall(r"\d{1,4}", found[3])]
    if len(lengths) == 1:
        lengths = lengths * 2 if not found[1] else [1, *lengths]
    draft.shape = tuple(lengths)
    count = math.prod(lengths)
    if count > MOST_FILLED:
        raise NotRead("too many")
    return ["1" if found[2] == "ones" else "0"] * count


def _filled_with(draft: Draft, found: re.Match[str]) -> Words:
    """Read `full` of NumPy and PyTorch: one number at all places."""
    draft.shape = tuple(int(length) for length in re.findall(r"\d{1,4}", found[1]))
    count = math.prod(draft.shape)
    if count > MOST_FILLED:
        raise NotRead("too many")
    return [found[2]] * count


def _by_backslashes(draft: Draft, found: re.Match[str]) -> Words | None:
    """Read a constant of spreadsheets where commas are decimal: backslashes part columns, semicolons rows."""
    if "\\" not in found[1]:
        return None
    rows = [row.split("\\") for row in found[1].split(";")]
    if any(len(row) != len(rows[0]) for row in rows):
        odd = next(place for place, row in enumerate(rows) if len(row) != len(rows[0]))
        raise NotRead("ragged", (0, odd + 1, 0), found=len(rows[odd]), needed=len(rows[0]))
    draft.shape = (len(rows), len(rows[0]))
    return [cell.strip() for row in rows for cell in row]


MOST_FILLED = 70_000
"""Numbers that a text may ask for without writing them; the largest grid has 65,536."""
_SIZE = r"(\d{1,4})"
_GAP = r"\s{0,99}"
NOTATIONS = (
    Flat(
        "ImageMagick",
        re.compile(
            rf"(?:[-\w \t]{{0,80}}['\"])?{_SIZE}(?:[x*]{_SIZE})?(?:[+-]\d{{1,4}}[+-]\d{{1,4}})?[@<>^]{{0,2}}"
            r"\s{0,9}:([^:()\[\]{}]*?)['\"]?"
        ),
        _magick,
    ),
    Flat(
        "OpenCV",
        re.compile(rf"\(?{_GAP}(?:cv::)?Mat_\s?<\s?\w+\s?>\s?\(\s?{_SIZE}\s?,\s?{_SIZE}\s?\){_GAP}<<{_VALUES}\)?"),
        _opencv,
    ),
    Flat(
        "R",
        re.compile(
            rf"matrix\s?\({_GAP}(?:data\s?=\s?)?c\({_VALUES}\)((?:{_GAP},{_GAP}[\w.]+ ?=? ?\w*){{0,4}}){_GAP}\)"
        ),
        _r_matrix,
    ),
    Flat(
        "R, of more dimensions",
        re.compile(
            rf"(?:array|structure)\s?\({_GAP}(?:data\s?=\s?)?c\({_VALUES}\){_GAP},{_GAP}(?:\.?[dD]im\s?=\s?)?c\(([\d,L\s]{{1,40}})\){_GAP}\)"
        ),
        _r_array,
    ),
    Flat(
        "ones and zeros",
        re.compile(
            r"((?:np|numpy|torch|tf|jnp)\.)?(ones|zeros)\(\s?([\[(]?[\d, ]{1,40}[\])]?)(?:,\s{0,9}[\w.=' ]{1,40})?\s?\)"
        ),
        _filled,
    ),
    Flat(
        "one number everywhere",
        re.compile(
            rf"(?:(?:np|numpy|torch|tf|jnp)\.)?(?:full|fill)\({_GAP}[\[(]([\d, ]{{1,40}})[\])]{_GAP},{_GAP}"
            rf"(?:fill_value\s?=\s?)?([-+\d./eE]{{1,40}}){_GAP}(?:,\s{{0,9}}[\w.=' ]{{1,40}})?\)"
        ),
        _filled_with,
    ),
    Flat(
        "spreadsheets with decimal commas",
        re.compile(r"=?\s?\{([-+\d.,eE\s\\;]*)\}"),
        _by_backslashes,
    ),
)
"""In ImageMagick the width stands first, everywhere else the rows."""
