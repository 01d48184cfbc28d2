"""The one reader of numbers: a text of any origin becomes a grid, channels or filters."""

from __future__ import annotations

import re

import numpy as np

from .code import without_code
from .draft import Draft
from .ends import peeled
from .errors import NotRead
from .flat import flat_words
from .labels import without_labels
from .lists import Tree, is_list, tree_of
from .markup import without_markup
from .numbers import Numbers
from .shaping import numbers_from
from .signs import plain_signs
from .tables import tree_of_table

LIMIT = 2_000_000
"""Characters; the largest grid takes about 1,400,000 in full precision."""
RICH = 300_000
"""Characters up to which something may stand around the numbers; what is longer is a table, or lists, and no more."""
MOST_PARTS = 300_000
"""Numbers, signs and spaces between them; what has more is refused before it is taken apart."""


LONGEST_RUN = 60
"""Spaces, or empty lines, that are one gap as well as any more would be."""
_RUN = re.compile(rf" {{{LONGEST_RUN},}}|\n(?:[ ]*\n){{{LONGEST_RUN},}}")


def read_numbers(text: str) -> Numbers:
    """Return the numbers that a text holds, from whatever program it was copied.

    Understood are tables with tabs, commas, semicolons, bars or spaces, lists in brackets of all kinds, and what
    programs write around and between them; `Numbers` says what of it was not plain. Every number of the text is read,
    or a remark says what was left out. Raises NotRead, or OutOfRange for more than 16 channels or filters.
    """
    if len(text) > LIMIT:
        raise NotRead("too long")
    if not text.strip("\ufeff\0 \t\r\n"):
        raise NotRead("empty")
    if _parts(text) > MOST_PARTS:
        raise NotRead("too long")
    draft = Draft(_RUN.sub(_shortened, plain_signs(text)))
    tree = _tree(draft)
    if "%" in draft.text:
        draft.say("percent")
    return numbers_from(tree, draft)


def _tree(draft: Draft) -> Tree:
    """Return the words of the numbers as lists, by the notation that they are in."""
    if len(draft.text) > RICH:
        return _bare_tree(draft)
    words = flat_words(draft)
    if words is None:
        without_markup(draft)
        without_labels(draft)
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
    return tree_of(draft.text) if draft.in_brackets else tree_of_table(draft)


def _shortened(run: re.Match[str]) -> str:
    """Return a long run of spaces or line ends as a shorter one that means the same."""
    return "\n\n" if "\n" in run[0] else " " * LONGEST_RUN


def _parts(text: str) -> int:
    """Return about how many numbers and signs between them a text has, in a hundredth of the time to find them."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    within = (codes > ord("*")) & (codes != ord(",")) & (codes != ord(";")) & (codes != ord("[")) & (codes != ord("]"))
    return int(np.count_nonzero(within[1:] != within[:-1])) + int(
        np.count_nonzero(~within & (codes != ord(" ")) & (codes != ord("\n")))
    )
