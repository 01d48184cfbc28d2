"""Numbers in one row with a shape beside them: ImageMagick's kernels, OpenCV's and R's matrices."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import NamedTuple

from .draft import Draft
from .errors import NotRead
from .made_arrays import MOST_MADE

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
    words = words_in(found[4])
    if not found[3] and (len(words) != int(found[2]) ** 2 or len(words) < 2):
        return None  # a row with a label, or a range of R or Julia
    draft.shape = (int(found[3] or found[2]), int(found[2]))
    if "scale" in (found[1] or "") or any(map(str.isdigit, (found[1] or "") + (found[5] or ""))):
        draft.say("around")
    absent = sum(word.lower() in ("nan", "-") for word in words)
    if absent:
        draft.say("absent" if absent == 1 else "absent.many", count=absent)
    return ["0" if word.lower() in ("nan", "-") else word for word in words]


def _opencv(draft: Draft, found: re.Match[str]) -> Words:
    draft.shape = (int(found[1]), int(found[2]))
    return words_in(found[3])


_R_OPTION = re.compile(r"[a-zA-Z]\w* ?= ?\w+|\w+")
_R_TRUTHS = {"TRUE": True, "T": True, "FALSE": False, "F": False}


def _r_matrix(draft: Draft, found: re.Match[str]) -> Words:
    """Read R's matrix(c(…), nrow = …, ncol = …, byrow = …), which goes down the columns unless it is told."""
    words = words_in(found[1] or found[2])
    named = dict(re.findall(r"([a-zA-Z]\w*) ?= ?(\w+)", found[3]))
    given = iter(re.findall(r",\s*(\w+)(?=\s*(?:,|$))", found[3]))
    rows, columns = (_length(named.pop(name, "") or next(given, "0")) for name in ("nrow", "ncol"))
    by_row = named.pop("byrow", "") or next(given, "FALSE")
    known = all(_R_OPTION.fullmatch(part.strip()) for part in found[3].split(",")[1:])
    if named or not known or by_row not in _R_TRUTHS or next(given, None) is not None:
        raise NotRead("sign", sign=found[3].strip(", ")[:40])
    if not rows and not columns:
        rows = len(words)
    draft.shape = (rows or _shared(len(words), columns), columns or _shared(len(words), rows))
    draft.by_column = not _R_TRUTHS[by_row]
    if len(words) == 1 and 1 < math.prod(draft.shape) <= MOST_MADE:
        return words * math.prod(draft.shape)  # R repeats what is too short
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


def _shader(draft: Draft, found: re.Match[str]) -> Words:
    """Read a matrix of GLSL or HLSL row by row, as it is seen; GLSL itself fills columns, so it is said."""
    rows = int(found[1] or found[2])
    draft.shape = (rows, int(found[3] or rows))
    if found[1]:
        draft.say("by row")
    return words_in(found[4])


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


_SIZE = r"(\d{1,4})"
_GAP = r"\s{0,99}"
NOTATIONS = (
    Flat(
        "ImageMagick",
        re.compile(
            rf"((?:[-\w \t]{{0,80}}|[^\n]{{0,200}}?(?:Convolve|Correlate)\s{{1,9}})['\"])?"
            rf"{_SIZE}(?:[x*]{_SIZE})?(?:[+-]\d{{1,4}}[+-]\d{{1,4}})?[@<>^]{{0,2}}"
            r"\s{0,9}:([^:()\[\]{}'\"]*)(['\"][^'\"\n]{0,80})?"
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
            rf"matrix\s?\({_GAP}(?:data\s?=\s?)?(?:c\({_VALUES}\)|([-+\d./eE]{{1,40}}))"
            rf"((?:{_GAP},{_GAP}[\w.]+ ?=? ?\w*){{0,4}}){_GAP}\)"
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
        "shaders",
        re.compile(
            rf"(?:const |static ){{0,2}}(?:(?:mat[2-4] \w{{1,40}} ?= ?)?mat([2-4])\s?\("
            rf"|float([2-4])x([2-4])(?: \w{{1,40}} ?= ?(?:float[2-4]x[2-4])?)?\s?[({{]){_VALUES}[)}}]"
        ),
        _shader,
    ),
    Flat(
        "spreadsheets with decimal commas",
        re.compile(r"=?\s?\{([-+\d.,eE\s\\;]*)\}"),
        _by_backslashes,
    ),
)
"""In ImageMagick the width stands first, everywhere else the rows."""
