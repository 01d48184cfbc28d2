"""A notation of numbers in one row with a shape beside them, and what all of these have in common."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from .draft import Draft

Words = list[str]
VALUES = r"([^()\[\]{}<>=:]*)"


class Flat(NamedTuple):
    """A notation: what it is, how it is recognised, and what of a match are the words of its numbers."""

    what: str
    pattern: re.Pattern[str]
    read: Callable[[Draft, re.Match[str]], Words | None]


def words_in(text: str) -> Words:
    """Return what commas and spaces part; an empty place between commas is an empty word."""
    return re.split(r"\s*,\s*|\s+", text.strip().rstrip(",").strip()) if text.strip() else []


SIZE = r"(\d{1,4})"
GAP = r"\s{0,99}"
QUOTE = r"[\"']?"
