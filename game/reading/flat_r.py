"""Matrices and arrays that R makes of one row of numbers."""

from __future__ import annotations

import math
import re

from .draft import Draft
from .errors import NotRead
from .flat_form import GAP, VALUES, Flat, Words, words_in
from .made_arrays import MOST_MADE

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


IN_R = (
    Flat(
        "R",
        re.compile(
            rf"matrix\s?\({GAP}(?:data\s?=\s?)?(?:c\({VALUES}\)|([-+\d./eE]{{1,40}}))"
            rf"((?:{GAP},{GAP}[\w.]+ ?=? ?\w*){{0,4}}){GAP}\)"
        ),
        _r_matrix,
    ),
    Flat(
        "R, of more dimensions",
        re.compile(
            rf"(?:array|structure)\s?\({GAP}(?:data\s?=\s?)?c\({VALUES}\){GAP},{GAP}"
            rf"(?:\.?[dD]im\s?=\s?)?c\(([\d,L\s]{{1,40}})\)"
            rf"(?:{GAP},{GAP}\.?[dD]im[nN]ames\s?=\s?list\([^()\n]{{0,200}}"
            rf"(?:c\([^()\n]{{0,200}}\)[^()\n]{{0,9}}){{0,2}}\))?{GAP}\)"
        ),
        _r_array,
    ),
)
