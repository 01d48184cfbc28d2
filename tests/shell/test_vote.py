"""The vote by keys alone, and by pointer; its table is copied as text."""

from __future__ import annotations

import pygame
import pytest

from game.session.vote import COUNTED, TOLD, VOTES
from tests.voting import DRAWN, vote_of

from .hands import Person


def voting() -> Person:
    person = Person(DRAWN, size=(1024, 768))
    person.keys("F5", "Q")
    return person


def test_a_vote_is_taken_by_keys_alone() -> None:
    person = voting()
    for hands in ("12", "5", "3", "1"):
        person.types(hands)
        person.keys("Enter")
    assert vote_of(person.state).stage == COUNTED
    person.keys("Page Up")
    person.types("4")
    person.keys("Down")
    person.types("9")
    person.keys("Backspace")
    person.types("14")
    person.keys("Tab")
    person.types("+++-")
    person.keys("Tab")
    person.types("+")
    person.keys("Page Down", "Up", "Up")
    assert vote_of(person.state).counts == ((12, 5, 3, 1), (4, 14, 2, 1))
    assert vote_of(person.state).chosen == 1
    person.keys("Page Down")
    assert vote_of(person.state).stage == TOLD
    person.keys("Page Down")
    assert person.state.interface.sheet == VOTES
    person.keys("Page Down")
    assert person.state.interface.sheet is None
    assert person.state.interface.presenting


def test_v_votes_again_and_does_not_turn_the_view() -> None:
    person = voting()
    person.keys("Page Down", "V")
    assert len(vote_of(person.state).counts) == 2
    assert not person.state.interface.stacked


def test_escape_leaves_the_vote_and_then_present() -> None:
    person = voting()
    person.keys("Escape")
    assert person.state.interface.vote is None
    assert person.state.interface.presenting
    person.keys("Escape")
    assert not person.state.interface.presenting


@pytest.mark.parametrize("touch", [False, True])
def test_answers_and_signs_are_clicked(touch: bool) -> None:
    person = voting()
    person.clicks("answer C", touch=touch)
    assert vote_of(person.state).chosen == 2
    person.clicks("more B", touch=touch)
    person.clicks("more B", touch=touch)
    person.clicks("fewer B", touch=touch)
    assert vote_of(person.state).hands == (0, 1, 0, 0)
    person.keys("Page Down")
    assert person.window.named("more B") is None


def test_the_table_is_copied_with_tabs(monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", texts.append)
    person = voting()
    person.types("+")
    person.keys("Page Down", "Ctrl+C", "Page Down", "Page Down", "Ctrl+C")
    assert len(texts) == 2
    assert "right" not in texts[0]
    assert [len(row.split("\t")) for row in texts[1].split("\n")] == [7] * 5


def test_nothing_beneath_a_vote_is_met_by_the_pointer() -> None:
    person = voting()
    before = person.state.scenario
    for x in range(10, 1024, 60):
        for y in range(10, 768, 60):
            person.clicks((float(x), float(y)))
    assert person.state.scenario is before
    assert person.state.interface.vote is not None


def test_another_key_of_the_walk_does_nothing_in_a_vote() -> None:
    person = voting()
    before = person.state
    person.keys("Space", "Right", "Home", "End", "R", "P", "D", "C", "Ctrl+Z", "G", "Insert", "Ctrl+S")
    assert person.state.playback.position == before.playback.position
    assert person.state.interface.vote == before.interface.vote
    assert person.state.interface.sheet is None
