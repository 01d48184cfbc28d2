"""What stands before and behind numbers is peeled off, layer by layer."""

from __future__ import annotations

import re

from .draft import Draft
from .heads import HEADS
from .lists import is_list
from .peels import Peel
from .tails import TAILS

_LOOK = 600
"""Characters at an end in which something to peel off is looked for."""
_ROUNDS = 12


def peeled(draft: Draft) -> None:
    """Take off all that programs and people write before and behind numbers."""
    if is_list(draft.text):
        draft.text = draft.text.rstrip("; \n")  # of a table it would be an empty cell
    for _ in range(_ROUNDS):
        before = draft.text
        for peel in HEADS:
            found = peel.pattern.match(draft.text)
            if found is not None and found.end() < len(draft.text):
                _told(draft, peel, found)
                draft.text = draft.text[found.end() :]
        for peel in TAILS:
            _cut_tail(draft, peel)
        _without_lone_parts(draft)
        if draft.text == before:
            return


def _cut_tail(draft: Draft, peel: Peel) -> None:
    start = max(0, len(draft.text) - _LOOK)
    found = peel.pattern.search(draft.text[start:])
    if found is not None and (start or found.start()):
        _told(draft, peel, found)
        draft.text = draft.text[: start + found.start()]


def _told(draft: Draft, peel: Peel, found: re.Match[str]) -> None:
    if peel.tells is not None:
        peel.tells(draft, found)


_PAIRS = {"(": ")", "{": "}", "[": "]"}


def _without_lone_parts(draft: Draft) -> None:
    """Take off a brace or parenthesis at the end whose partner was peeled off at the begin."""
    text = draft.text.rstrip()
    for opening, closing in _PAIRS.items():
        if text.endswith(closing) and text.count(closing) == text.count(opening) + 1:
            draft.text = text[:-1]
            return
