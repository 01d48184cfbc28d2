"""Texts from outside become one line that can be drawn and printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.words.plain import plain


@given(st.text(st.characters(codec=None)))
def test_whatever_the_text_is_it_becomes_one_line_that_can_be_printed(text: str) -> None:
    line = plain(text)
    assert line.isprintable()
    line.encode()
    assert len(line) == len(text)


@pytest.mark.parametrize("sign", ["\n", "\r", "\t", "\0", "\x1b", "\x85", "\udcff", "\u202e", "\u2066", "\u2028"])
def test_what_cannot_be_drawn_has_a_sign_instead(sign: str) -> None:
    assert plain(f"a{sign}b") == "a?b"
    assert plain(f"a{sign}b", "") == "ab"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_every_kind_of_space_is_a_space(space: str) -> None:
    assert plain(f"10.00{space}AM.png") == "10.00 AM.png"


def test_a_text_of_our_own_keeps_the_spaces_where_no_line_breaks() -> None:
    assert plain("1\u00a0–\u00a064\n", unbroken=True) == "1\u00a0–\u00a064?"


def test_letters_of_all_languages_stay() -> None:
    assert plain("Übung 1 – Фильтр – 畳み込み") == "Übung 1 – Фильтр – 畳み込み"
