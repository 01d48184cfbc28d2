"""The one reader of numbers: a text of any origin becomes a grid, channels or filters."""

from __future__ import annotations

import re

import numpy as np

from .code import without_code
from .draft import Draft
from .drawn import without_drawing
from .ends import peeled
from .errors import NotRead
from .fences import inside_fence, without_typing
from .flat import flat_words
from .labels import without_labels
from .lists import DEEPEST, Tree, is_list, tree_of
from .makers import written_out
from .markup import without_markup
from .numbers import Numbers, Remark
from .objects import only_list
from .pnm import picture_of
from .prints import without_prints
from .shaping import MOST, numbers_from
from .signs import plain_signs
from .spelled import spelled_out, with_points
from .tables import tree_of_table
from .thousands import without_marks

LIMIT = 4 * 1024 * 1024
"""Bytes; sixteen grids of 256 × 256 take about so many."""
RICH = 300_000
"""Characters up to which something may stand around the numbers; what is longer is a table, or lists, and no more."""
MOST_PARTS = 300_000
"""Numbers, signs and spaces between them; what has more is refused before it is taken apart."""
MOST_PLAIN_PARTS = 3 * MOST
"""The same of numbers that are written as plainly as can be, which are taken apart ten times as fast."""
MOST_ROWS = 70_000
"""Lines, and lists; the numbers of the largest grid in one column are so many."""


LONGEST_RUN = 60
"""Spaces, or empty lines, that are one gap as well as any more would be."""
_SPACES, _LINES = re.compile(f" {{{LONGEST_RUN},}}"), re.compile(f"\n{{{LONGEST_RUN},}}")
_PLAIN = re.compile(r"[\d.eE+,\s-]*")
_PLAIN_PARTS = re.compile(r"[\d.eE+,;\[\]\s-]*")
_RICH = re.compile(r"(?<![\d.])[eE]|--|-\s|\.\.")
"""What needs a closer look, though its signs are those of plain numbers."""


_PIXELS = re.compile(r"\s{0,99}\[\s{0,99}\[\s{0,99}\(")
_WORDS_MAKE = ("sign", "mixed", "ragged", "grids", "brackets")
"""What is wrong with a text where words stand around its numbers."""


def read_numbers(text: str) -> Numbers:
    """Return the numbers that a text holds, from whatever program it was copied.

    Understood are tables with tabs, commas, semicolons, bars or spaces, lists in brackets of all kinds, and what
    programs write around and between them; `Numbers` says what of it was not plain. Every number of the text is read,
    or a remark says what was left out. Raises NotRead, or OutOfRange for more than 16 channels or filters.
    """
    if len(text) > LIMIT or (not text.isascii() and len(text.encode("utf-8", "surrogatepass")) > LIMIT):
        raise NotRead("too long")
    if not text.strip("\ufeff\0 \t\r\n"):
        raise NotRead("empty")
    plain = _without_long_runs(plain_signs(text))
    plain, fenced = inside_fence(plain) if len(plain) <= RICH else (plain, False)
    picture = picture_of(plain)
    if picture is not None:
        return picture
    draft = Draft(plain)
    if fenced:
        draft.say("around")
    if len(plain) > RICH:
        from .large import without_surroundings  # few texts are so long

        without_surroundings(draft)
    _check_size(draft.text)
    try:
        return _numbers(draft)
    except NotRead as problem:
        found = _numbers_among_words(plain) if problem.reason in _WORDS_MAKE and len(plain) <= RICH else None
        if found is None:
            raise
        return found


def _numbers(draft: Draft) -> Numbers:
    tree = _tree(draft)
    if "%" in draft.text:
        draft.say("percent")
    return numbers_from(tree, draft)


def _numbers_among_words(text: str) -> Numbers | None:
    """Return the numbers that words stand around, which is said; None where there are none, or several."""
    from .around import inner_texts  # few texts have words around

    for inner in inner_texts(text):
        try:
            found = _numbers(Draft(inner))
        except NotRead:
            continue
        return found.changed(remarks=(*found.remarks, Remark("around")))
    return None


def _check_size(text: str) -> None:
    """Raise NotRead, "too many" for more than any image can hold or "deep", before the text is taken apart."""
    if any(bracket * (DEEPEST + 1) in text for bracket in "[({"):
        raise NotRead("deep")
    plain = _PLAIN_PARTS.fullmatch(text) is not None
    if max(map(text.count, "\n[({")) > MOST_ROWS or _parts(text) > (MOST_PLAIN_PARTS if plain else MOST_PARTS):
        raise NotRead("too many")


def _tree(draft: Draft) -> Tree:
    """Return the words of the numbers as lists, by the notation that they are in."""
    if len(draft.text) > RICH or (_PLAIN.fullmatch(draft.text) and not _RICH.search(draft.text)):
        return _bare_tree(draft)
    without_marks(draft)
    spelled_out(draft)
    only_list(draft)
    without_drawing(draft)
    without_typing(draft)
    written_out(draft)
    words = flat_words(draft)
    if words is None:
        without_markup(draft)
        without_prints(draft)
        without_labels(draft)
        draft.text = _without_long_runs(draft.text)
        words = flat_words(draft)
    if words is None:
        peeled(draft)
        words = flat_words(draft)
    if words is None:
        without_code(draft)
        peeled(draft)
    if words is not None:
        return list(words)
    if not draft.text.strip():
        raise NotRead("empty")
    return _bare_tree(draft)


def _bare_tree(draft: Draft) -> Tree:
    """Return the words of numbers that nothing stands around."""
    draft.in_brackets = is_list(draft.text)
    with_points(draft)
    draft.pixels = _PIXELS.match(draft.text) is not None
    return tree_of(draft.text) if draft.in_brackets else tree_of_table(draft)


def _without_long_runs(text: str) -> str:
    """Return a text in which long runs of spaces, or of empty lines, are shorter ones that mean the same."""
    short = _SPACES.sub(" " * LONGEST_RUN, text) if " " * LONGEST_RUN in text else text
    if short.count("\n") < LONGEST_RUN:
        return short
    return _LINES.sub("\n\n", re.sub(r" +\n", "\n", short))


def _parts(text: str) -> int:
    """Return about how many numbers and signs between them a text has, in a hundredth of the time to find them."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    within = (codes > ord("*")) & (codes != ord(",")) & (codes != ord(";")) & (codes != ord("[")) & (codes != ord("]"))
    return int(np.count_nonzero(within[1:] != within[:-1])) + int(
        np.count_nonzero(~within & (codes != ord(" ")) & (codes != ord("\n")))
    )
