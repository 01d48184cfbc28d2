"""The table of keys by context: no collisions, none between a context and what it lets through, none needs AltGr."""

from __future__ import annotations

from collections import Counter

import pytest

from game.input.contexts import THROUGH, Where, reaches
from game.input.key_table import BINDINGS
from game.words.texts import text
from tests.tools.keys_table import table

from .layouts import NAMED, press, stroke_of, without_altgr
from .reserved import RESERVED

DIGITS = tuple("0123456789")
ARROWS = ("Left", "Right", "Up", "Down")

SHADOWED: dict[Where, set[str]] = {
    Where.ANYWHERE: set(),
    Where.PREDICT: {"0", "-", "Enter"},
    Where.VOTE: set(),
    Where.VOTES: {"Escape"},
    Where.CELL: {*ARROWS, "0", "-", "Enter", "Escape", "X"},
    Where.ENTRY: set(),
    Where.LIST: set(),
    Where.SHEET: set(),
    Where.MAP: set(),
    Where.HELP: set(),
    Where.GALLERY: set(),
    Where.LEAVING: {"Escape"},
    Where.NUMBERS: set(),
    Where.SHARE: set(),
    Where.BLANK: set(),
}
"""What a context means otherwise than everywhere, of the keys that would reach it; all else there is a mistake."""


def keys_of(where: Where) -> list[str]:
    return [key for binding in BINDINGS if binding.where is where for key in binding.keys]


@pytest.mark.parametrize("where", Where, ids=lambda where: where.name)
def test_no_key_stands_twice_in_a_context_and_none_is_kept_for_later_there(where: Where) -> None:
    counted = Counter(keys_of(where))
    assert max(counted.values()) == 1
    later = [key for key in RESERVED if reaches(where, key)]
    assert not set(later) & set(counted)
    assert len(set(RESERVED)) == len(RESERVED)


@pytest.mark.parametrize("where", Where, ids=lambda where: where.name)
def test_a_context_takes_only_those_keys_from_everywhere_that_are_meant(where: Where) -> None:
    everywhere = {key for key in keys_of(Where.ANYWHERE) if reaches(where, key)}
    assert (set(keys_of(where)) & everywhere if where is not Where.ANYWHERE else set()) == SHADOWED[where]


def test_every_context_says_what_reaches_past_it_and_names_keys_that_there_are() -> None:
    assert set(THROUGH) == set(Where)
    functions = {f"F{number}" for number in range(1, 13)}
    for through in THROUGH.values():
        assert through is None or through - functions <= set(keys_of(Where.ANYWHERE))


@pytest.mark.parametrize("layout", ["German", "French", "Polish", "Spanish", "US"])
def test_no_key_of_the_table_and_none_kept_for_later_needs_altgr(layout: str) -> None:
    made = without_altgr(layout)
    for chord in (*(key for where in Where for key in keys_of(where)), *RESERVED):
        key = "+" if chord.endswith("+") else chord.rsplit("+", 1)[-1]
        assert key in NAMED or key.startswith("F") or key.lower() in made, chord
        assert press(layout, chord) is not None, chord


def test_what_needs_altgr_is_known_as_such() -> None:
    assert stroke_of("German", "@") is None
    assert stroke_of("French", "#") is None
    assert stroke_of("Spanish", "{") is None
    assert stroke_of("Polish", "ż") is None


def test_the_printed_table_has_every_context_and_every_key() -> None:
    printed = table()
    for where in Where:
        assert text(where.value) in printed
    for binding in BINDINGS:
        assert text(binding.words) in printed
    assert "Ctrl+Shift+Z, Ctrl+Y" in printed
