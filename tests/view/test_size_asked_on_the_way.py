"""While the size is asked, where the walk stood before is kept, and not seen."""

from __future__ import annotations

import pytest

from game.core.scenario import startup
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.session.reduce import reduce
from game.session.state import State
from tests.picture import state

from .predicting import same


def asked(position: float, stacked: bool) -> State:
    shown = state(startup(), position, stacked=stacked)
    return reduce(reduce(shown, TogglePredict()), ChooseQuestion(Question.SIZE))


@pytest.mark.parametrize("stacked", [False, True])
def test_it_looks_the_same_wherever_the_walk_stood(stacked: bool) -> None:
    there = asked(5.3, stacked)
    assert there.playback.position == 5.3
    same(asked(0.0, stacked), there)
