"""A vote leaks nothing: until the answer is told, nothing that is seen, said or copied depends on which one it is."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

from game.core.scenario import Scenario, startup
from game.files.tour import Question
from game.input.vote_intents import AskVote, GoOnVoting, VoteAgain
from game.session.predict import OF_A_VOTE, secrecy_of
from game.session.shown import shown as gathered
from game.session.state import State
from game.shell.copying import copy
from game.ui.themes import THEMES
from tests.layers import three_channels
from tests.picture import window
from tests.pooling import CEILED
from tests.voting import DRAWN, FIRST, TWICE, done, in_lesson, presented, vote_of

from .predicting import MODES, copied, drawn, otherwise, same, with_interface

STAGES = ((AskVote(),), (AskVote(), *FIRST), (AskVote(), *FIRST, VoteAgain()), TWICE)
SIZES = ((1024, 768), (800, 600))


def another_is_right(shown: State) -> State:
    """Return the state in which another answer is the right one."""
    vote = vote_of(shown)
    return with_interface(shown, vote=vote.changed(right=((vote.right or 0) + 1) % len(vote.answers)))


@pytest.mark.parametrize("scenario", [DRAWN, three_channels(), CEILED], ids=["one", "three", "pooling"])
@pytest.mark.parametrize("stage", STAGES, ids=["asked", "closed", "again", "twice"])
def test_which_answer_is_right_is_seen_nowhere(scenario: Scenario, stage: tuple[Any, ...]) -> None:
    for size in SIZES:
        asked = done(presented(scenario, 2.9), *stage)
        same(asked, another_is_right(asked), size)


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_seen_once_it_is_told(theme: str) -> None:
    told = done(presented(theme=theme), *TWICE, GoOnVoting())
    with pytest.raises(AssertionError):
        same(told, another_is_right(told))


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_no_value_of_the_map_is_seen_whatever_else_is_open(mode: dict[str, Any]) -> None:
    for at in (0.3, 2.95, 4.0):
        asked = with_interface(done(presented(startup(), at), AskVote()), **mode)
        same(asked, otherwise(asked))


@pytest.mark.parametrize("kind", ["value", "size", "weights"])
def test_boards_moments_and_facts_hold_nothing_that_would_tell(kind: str) -> None:
    asked = done(in_lesson(DRAWN, Question(kind), 0.99), AskVote())
    assert secrecy_of(asked) == OF_A_VOTE
    found = gathered(asked)
    assert found.still.interface.vote is not None
    assert found.still.interface.vote.right is None
    (side,) = found.still.sides
    assert side.boards.output.values is None
    assert not side.sized
    assert not side.counted
    assert found.moments[0].shown_sum is None
    assert (found.position, found.steps, found.lanes) == (0.0, 1, (None,))


def test_what_can_be_copied_tells_nothing_before_and_the_answer_after(monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []
    asked = done(presented(), *TWICE)
    assert "7" not in copied(asked, monkeypatch).replace("?", "").split()
    monkeypatch.setattr(pygame.scrap, "put_text", texts.append)
    for shown in (asked, another_is_right(asked), done(asked, GoOnVoting())):
        copy(shown, window(shown, SIZES[0]))
    assert texts[0] == texts[1]
    assert "right" not in texts[0]
    assert sum("right" in line for line in texts[2].split("\n")) == 1


def test_all_that_is_written_are_the_question_the_numbers_and_the_answers() -> None:
    asked = done(presented(), AskVote())
    _, texts, _ = drawn(asked)
    vote = vote_of(asked)
    assert vote.words in texts
    for answer in vote.answers:
        written = [each for each in texts if each == answer]
        cells = [
            each
            for lane in vote.shown.lanes
            for grid in (lane.patch, lane.kernel or ())
            for row in grid
            for each in row
        ]
        hands = 4 if answer == "0" else 0
        assert len(written) == 1 + hands + sum(f"{value:g}".replace("-", "−") == answer for value in cells)


def test_nothing_is_secret_any_more_once_the_vote_is_over() -> None:
    shown = done(presented(), *TWICE, GoOnVoting())
    assert secrecy_of(shown) != OF_A_VOTE
    assert secrecy_of(done(shown, GoOnVoting())) != OF_A_VOTE
