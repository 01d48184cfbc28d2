"""The one reader of numbers: a text of any origin becomes a grid, channels or filters."""

from __future__ import annotations

import numpy as np

from .code import peeled
from .draft import Draft
from .errors import NotRead
from .flat import flat_words
from .lists import Tree, is_list, tree_of
from .markup import without_markup
from .numbers import Numbers
from .shaping import numbers_from
from .signs import plain_signs
from .tables import tree_of_table, without_labels

LIMIT = 4_000_000
"""Characters; sixteen of the largest grids take about 1,400,000 in full precision."""
MOST_PARTS = 1_000_000
"""Numbers, signs and spaces between them; what has more is refused before it is taken apart."""


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
    draft = Draft(plain_signs(text))
    tree = _tree(draft)
    if "%" in draft.text:
        draft.say("percent")
    return numbers_from(tree, draft)


def _tree(draft: Draft) -> Tree:
    """Return the words of the numbers as lists, by the notation that they are in."""
    words = flat_words(draft)
    if words is None:
        without_markup(draft)
        without_labels(draft)
        words = flat_words(draft)
    if words is None:
        peeled(draft)
        words = flat_words(draft)
    if words is not None:
        return list(words)
    if not draft.text.strip():
        raise NotRead("empty")
    return tree_of(draft.text) if is_list(draft.text) else tree_of_table(draft)


def _parts(text: str) -> int:
    """Return about how many numbers and signs between them a text has, in a hundredth of the time to find them."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    within = (codes > ord("*")) & (codes != ord(",")) & (codes != ord(";")) & (codes != ord("[")) & (codes != ord("]"))
    return int(np.count_nonzero(within[1:] != within[:-1])) + int(np.count_nonzero(~within & (codes > ord(" "))))
