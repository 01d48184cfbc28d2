"""The source image is painted under a later layer: no layer's maps are worked out twice for it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from game.core import chain_results as of_chain
from game.core import source_painted as of_source
from game.core import updates
from game.core.chain_results import chain_results, handed_on
from game.core.result import Result, result_of
from game.core.scenario import Scenario
from game.core.source_painted import source_painted
from game.core.updates import updated
from tests.networks import four_layers, six_layers


def painted(result: Result, cells: list[tuple[int, int]], value: float) -> Result:
    """Return the result of a painted source image, as the session makes it."""
    count = 3
    scenario = source_painted(result, cells, (value,) * count)
    return handed_on(result, updated(result, scenario))


@pytest.mark.parametrize("focus", range(4))
def test_layers_before_the_one_in_focus_are_worked_out_once(focus: int, monkeypatch: pytest.MonkeyPatch) -> None:
    result, worked = result_of(four_layers(focus)), list[Scenario]()
    chain_results(result)

    def counted(work: Callable[[Result, Scenario], Result]) -> Callable[[Result, Scenario], Result]:
        return lambda known, scenario: worked.append(scenario) or work(known, scenario)  # type: ignore[func-returns-value]

    for module in (of_chain, of_source):
        monkeypatch.setattr(module, "updated", counted(updates.updated))
    if focus:
        after = painted(result, [(3, 3)], 0.5)
        chain_results(after)
        assert len(worked) == 3, "each but the one in focus, which the session itself works out"


@pytest.mark.parametrize("focus", [1, 3, 5])
def test_what_is_taken_is_what_would_be_worked_out_anew(focus: int) -> None:
    result = result_of(six_layers(focus))
    for cell, value in (((9, 9), 0.5), ((30, 2), 0.25), ((9, 9), 0.1)):
        source_painted(result, [(1, 1)], (0.9,) * 3)  # a stroke that comes to nothing leaves nothing behind
        result = painted(result, [cell], value)
        anew = chain_results(result_of(result.scenario))
        for one, other in zip(chain_results(result).results, anew.results, strict=True):
            assert np.array_equal(one.sums, other.sums)
            assert all(map(np.array_equal, one.maps, other.maps))
