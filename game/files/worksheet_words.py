"""What the author of a worksheet wrote: other words in the place of the usual ones, and questions with answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from ..words.plain import plain
from ..words.worksheet_texts import WORKSHEET_TEXTS
from .errors import FileProblem, shown
from .fields import Fields, text
from .tour_fields import StopFields

LONGEST_LINE, LONGEST_ANSWER, LONGEST_TEXT = 200, 60, 400
MOST_LINES = 12
BLANK = re.compile("_{3,}")
_BRACES = re.compile(r"\{([^{}]*)\}")
_FREE = ("name_line", "name_line.key")
"""Texts whose blanks have no answers."""
_LIKE = 5
"""Names that are told in the place of one that there is not."""


def lines_of(fields: StopFields) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the lines of a question: words with blanks, and an answer for each blank.

    Raises FileProblem: "worksheet_lines" for no list of a few, "worksheet_blanks" where a blank has no answer.
    """
    found = fields.found.get("lines", [])
    if not isinstance(found, list) or len(found) > MOST_LINES:
        raise fields.problem("worksheet_lines", "lines", limit=f"{MOST_LINES}")
    return tuple(_line(fields.inner(f"lines {place}", line)) for place, line in enumerate(found, 1))


def _line(fields: StopFields) -> tuple[str, tuple[str, ...]]:
    fields.only(("words", "answers"))
    words = fields.line("words", LONGEST_LINE, needed=True)
    listed = fields.found.get("answers", [])
    if not isinstance(listed, list):
        raise fields.problem("worksheet_answers", "answers")
    inner = fields.inner("answers", {f"{place}": answer for place, answer in enumerate(listed, 1)})
    answers = tuple(inner.line(key, LONGEST_ANSWER, needed=True) for key in inner.found)
    blanks = len(BLANK.findall(words))
    if blanks != len(answers):
        raise fields.problem("worksheet_blanks", "answers", count=len(answers), blanks=blanks)
    return words, answers


def own_words(fields: StopFields, key: str, words: str, names: Iterable[str]) -> None:
    """Raise FileProblem "worksheet_braces" where words have something in braces that the usual ones have not."""
    known = _braces_of(*(WORKSHEET_TEXTS[name] for name in names))
    for name in _braces_of(words):
        if name not in known:
            raise fields.problem("worksheet_braces", key, name=shown(name, 40), allowed=_listed(known))


def own_texts(fields: Fields) -> Mapping[str, str]:
    """Return the texts that stand in the place of the usual ones, by their names.

    Raises FileProblem: "worksheet_text" for a name that there is not, "worksheet_text_long", "worksheet_text_braces",
    "worksheet_text_blanks" where the answers would not fit the blanks.
    """
    inner = fields.inner("texts", fields.found.get("texts", {}))
    return {name: _own_text(inner, name) for name in inner.found}


def _own_text(fields: Fields, name: str) -> str:
    path = shown(fields.path)
    if name not in WORKSHEET_TEXTS:
        like = get_close_matches(name, WORKSHEET_TEXTS, _LIKE, 0.0)
        raise FileProblem("worksheet_text", path=path, name=shown(name, 40), allowed=tuple(like))
    words, usual = plain(fields.take(name, text), " ", unbroken=True), WORKSHEET_TEXTS[name]
    if len(words) > LONGEST_TEXT:
        raise FileProblem("worksheet_text_long", path=path, name=name, count=len(words), limit=f"{LONGEST_TEXT}")
    known = _braces_of(usual)
    for each in _braces_of(words):
        if each not in known:
            allowed = _listed(known)
            raise FileProblem("worksheet_text_braces", path=path, name=name, what=shown(each, 40), allowed=allowed)
    blanks, count = len(BLANK.findall(usual)), len(BLANK.findall(words))
    if name not in _FREE and blanks != count:
        raise FileProblem("worksheet_text_blanks", path=path, name=name, blanks=blanks, count=count)
    return words


def _braces_of(*texts: str) -> tuple[str, ...]:
    """Return what stands in braces, each once."""
    return tuple(dict.fromkeys(name for words in texts for name in _BRACES.findall(words)))


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"{{{name}}}" for name in names) or "–"
