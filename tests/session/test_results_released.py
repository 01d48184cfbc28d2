"""A stroke makes a result for each of its frames; those before go at once, for those of pictures are large."""

from __future__ import annotations

import gc
import weakref

import numpy as np

from game.core.scenario import Scenario
from game.files.settings import Settings
from game.input.scenario_intents import Paint
from game.session.reduce import reduce
from game.session.state import new_state


def test_results_before_an_edit_go_without_a_search_for_what_is_not_used_any_more() -> None:
    numbers = np.random.default_rng(1)
    scenario = Scenario(tuple(numbers.integers(0, 256, (3, 20, 20)) / 255), numbers.integers(-9, 10, (4, 3, 3, 3)) / 10)
    state = new_state(scenario, Settings(), 5.0, False)
    seen = []
    gc.disable()
    try:
        for column in range(20):
            others = [state.result.at(channel, number) for channel in range(3) for number in range(4)]
            assert state.result.at(1, 2) is state.result.at(1, 2)
            seen += [weakref.ref(each) for each in others]
            del others
            state = reduce(state, Paint(((3, column),), 0.5))
        alive = sum(one() is not None for one in seen)
    finally:
        gc.enable()
    assert alive <= 12, "no more than those of one or two frames, which are remembered elsewhere"
