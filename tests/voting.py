"""Votes to be drawn and looked into: scenes in Present, and what hands do in them."""

from __future__ import annotations

import numpy as np

from game.core.scenario import Scenario
from game.files.tour import Question, Stop, Tour
from game.input.intent import Intent
from game.input.vote_intents import AskVote, CountDigit, GoOnVoting, NextAnswer, PickAnswer, VoteAgain
from game.session.reduce import reduce
from game.session.state import State
from game.session.tour import tour_begun
from game.session.vote import Vote
from tests.picture import state

DRAWN = Scenario(
    np.array([[2, 1, 0, 1], [0, 3, 1, 2], [1, 2, 2, 0], [3, 0, 1, 1]], dtype=np.float64),
    np.array([[1, -1, 0], [0, 2, 1], [-1, 0, 1]], dtype=np.float64)[None, None],
    white=3.0,
    bias=np.array([-2.0]),
    activation="relu",
    seed=5,
)
"""The patch and the kernel of the design's picture: their products sum to 9."""


def presented(scenario: Scenario = DRAWN, position: float = 0.3, **settings: object) -> State:
    """Return a scenario in Present."""
    return state(scenario, position, settings=dict(settings), presenting=True)


def in_lesson(scenario: Scenario, question: Question | None, position: float = 0.0) -> State:
    """Return the first of two scenes of a lesson in Present; it asks this."""
    scene = Stop("The first scene", "", scenario, position=position, question=question)
    lesson = Tour("A lesson", (scene, scene.changed(title="The second scene", question=None)), is_lesson=True)
    return tour_begun(presented(), lesson)


def done(shown: State, *intents: Intent) -> State:
    """Return the state after intents."""
    for intent in intents:
        shown = reduce(shown, intent)
    return shown


def vote_of(shown: State) -> Vote:
    """Return the vote that is open."""
    assert shown.interface.vote is not None
    return shown.interface.vote


def counting(*hands: int) -> tuple[Intent, ...]:
    """Return how hands are counted, one answer after another, by keys."""
    found: list[Intent] = []
    for count in hands:
        found += [*(CountDigit(digit) for digit in str(count)), NextAnswer()]
    return tuple(found)


FIRST, SECOND = counting(12, 5, 3, 1), counting(4, 14, 2, 1)
TWICE = (AskVote(), *FIRST, VoteAgain(), *SECOND, PickAnswer(1))
"""Both rounds of the design's picture, before the right answer is told."""
TOLD = (*TWICE, GoOnVoting())
