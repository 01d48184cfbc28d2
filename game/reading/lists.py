"""Numbers in brackets of any kind, nested, with rows that commas, semicolons or line ends part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from .errors import NotRead

Tree: TypeAlias = "str | Sequence[Tree]"
"""A word, or what one pair of brackets holds."""
TOKEN = re.compile(r"[\[({]|[\])}]|[,;\n]|[^\s\[\](){},;]+")
PARTNERS = {"]": "[", ")": "(", "}": "{"}
DEEPEST = 12
"""Brackets within brackets; more than four lengths mean something only if all others are 1."""
WRAPPED = 48
"""Characters of a line from which on NumPy or PyTorch may have broken it for its length."""


_LONG = 20_000
"""Characters from which on it is worth while to try the fast way."""
_LISTS_OF_LISTS = re.compile(r"\s*\[\s*\[[\d.eE+,\[\]\s-]*")


class _Open:
    """A pair of brackets that is not closed yet."""

    def __init__(self, bracket: str, start: int) -> None:
        self.bracket, self.start = bracket, start
        self.items: list[Tree] = []
        self.marks: list[tuple[str, int]] = []
        """What parts rows or cells, and how many items stand before it."""


def tree_of(text: str) -> Tree:
    """Return the lists that a text holds; several one after another are a list of them.

    Raises NotRead: "brackets" for those that are not closed, "deep", "mixed", "sign" for an empty text in brackets.
    """
    plain = _plain_tree(text)
    if plain is not None:
        return plain
    root = _Open("", 0)
    stack = [root]
    for found in TOKEN.finditer(text):
        token, top = found[0], stack[-1]
        if token in "[({":
            if len(stack) > DEEPEST:
                raise NotRead("deep")
            stack.append(_Open(token, found.end()))
        elif token in PARTNERS:
            if top.bracket != PARTNERS[token]:
                raise NotRead("brackets", sign=token)
            stack.pop()
            stack[-1].items.append(_closed(top, len(stack) == 1, text[top.start : found.start()]))
        elif token in ",;\n":
            top.marks.append((token, len(top.items)))
        else:
            top.items.append(token)
    if len(stack) > 1:
        raise NotRead("brackets", sign=stack[-1].bracket)
    return root.items[0] if len(root.items) == 1 else root.items


def _plain_tree(text: str) -> Tree | None:
    """Return long lists of lists in JSON, taken apart in a tenth of the time; None for all else."""
    if len(text) < _LONG or _LISTS_OF_LISTS.fullmatch(text) is None:
        return None
    import json  # few texts are so long

    try:
        found: Tree = json.loads(text, parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        return None
    return found


def _closed(part: _Open, outermost: bool, within: str) -> Tree:
    """Return what a pair of brackets holds, as a list; as several rows where something parts them."""
    words = [item for item in part.items if isinstance(item, str)]
    if len(words) < len(part.items):
        if words:
            raise NotRead("shortened" if set(words[0]) == {"."} else "mixed", sign=words[0])
        alone = part.bracket == "(" and len(part.items) == 1
        return part.items[0] if alone else part.items
    rows = _rows(part, words, outermost, within)
    return rows if len(rows) > 1 else rows[0] if rows else []


def _rows(part: _Open, words: list[str], outermost: bool, within: str) -> list[Tree]:
    """Return the rows of words in one pair of brackets."""
    if any(mark == ";" for mark, _ in part.marks):
        return _split(part, words, ";\n")
    if not outermost or "\n" not in within:
        return _split(part, words, "")
    rows = _split(part, words, "\n")
    even = len({len(row) for row in rows}) == 1
    lines = [line for line in within.split("\n") if line.strip()]
    if even or min(map(len, lines[:-1]), default=0) < WRAPPED or len(rows[-1]) > len(rows[0]):
        return rows
    return [list(words)]


def _split(part: _Open, words: list[str], ends: str) -> list[Tree]:
    """Return the words parted at some marks; an empty place between two commas is an empty word."""
    rows: list[Tree] = []
    row: list[Tree] = []
    taken, comma = 0, True
    for mark, count in [*part.marks, ("end", len(words))]:
        row += words[taken:count]
        comma = comma and count == taken
        if mark == "," and comma:
            row.append("")
        if (mark in ends or mark == "end") and row:
            rows.append(row)
            row = []
        comma = mark == "," or (comma and mark == "\n") or mark in ends
        taken = count
    return rows


def is_list(text: str) -> bool:
    """Tell whether a text has brackets around its numbers."""
    return any(bracket in text for bracket in "[{(")
