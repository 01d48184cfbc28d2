"""A text on its way to numbers: what is left of it, what was found out about it, and rules that carry it on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from .number_text import number_of
from .numbers import Remark


class Draft:
    """A text as it is being taken apart; each rule leaves less of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shape: tuple[int, ...] = ()
        """Lengths that the text itself says; () if it says none."""
        self.by_column = False
        """Whether a shape is filled column by column, as R and MATLAB do."""
        self.in_brackets = False
        """Whether lists in brackets say how many lengths there are."""
        self.pixels = False
        """Whether the innermost lists are those of pixels, as Python writes colours: in parentheses within brackets."""
        self.turned = False
        """Whether rows are to become columns."""
        self.transposed = False
        """The same as Python does it, where a single row stays as it is."""
        self.filters_last = False
        """Whether four lengths are those of rows, columns, channels and filters, as in TensorFlow."""
        self.factors: list[tuple[float, bool]] = []
        """Numbers that all others are multiplied by, or (True) divided by."""
        self.by_sum = False
        """Whether all numbers are divided by their sum."""
        self.remarks: list[Remark] = []

    def say(self, key: str, **fields: object) -> None:
        """Remember that something was done; once is enough."""
        remark = Remark(key, tuple(fields.items()))
        if remark not in self.remarks:
            self.remarks.append(remark)


class Rule(NamedTuple):
    """What is recognised in a text, what it turns into, and what is said when numbers go with it."""

    what: str
    pattern: re.Pattern[str]
    turned: str | Callable[[re.Match[str]], str] = ""
    remark: str = ""


def carried_out(draft: Draft, rules: Iterable[Rule]) -> None:
    """Apply each rule all over the text; where one with a remark takes a number away, that is said."""
    for rule in rules:
        if not rule.remark:
            draft.text = rule.pattern.sub(rule.turned, draft.text)
            continue
        lost: list[str] = []

        def noted(found: re.Match[str], rule: Rule = rule, lost: list[str] = lost) -> str:
            if any(map(str.isdigit, found[0])):
                lost.append(found[0])
            return found.expand(rule.turned) if isinstance(rule.turned, str) else rule.turned(found)

        draft.text = rule.pattern.sub(noted, draft.text)
        if lost:
            draft.say(rule.remark)


def scaled_by(draft: Draft, word: str, *, below: bool) -> None:
    """Remember a factor (`below`: a divisor); 1/9 divides by 9, which is more exact than a product with 0.111."""
    above, slash, under = re.sub(r"\s", "", word).partition("/")
    one = number_of(above)
    if slash and one == 1 and not below and number_of(under):
        draft.factors.append((number_of(under) or 1.0, True))
        return
    value = number_of(above + slash + under)
    if value is not None:
        draft.factors.append((value, below))
