"""Scenarios after an edit, for tests that do not ask where it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.core.scenario import Pair, Scenario


def with_pixels(scenario: Scenario, cells: Iterable[Pair], value: float) -> Scenario:
    """Return the scenario with pixels painted; itself where nothing has changed."""
    edit = scenario.painted(cells, value)
    return scenario if edit is None else edit.scenario


def with_weight(scenario: Scenario, row: int, column: int, value: float) -> Scenario:
    """Return the scenario with a weight set; itself where nothing has changed."""
    edit = scenario.weighed(row, column, value)
    return scenario if edit is None else edit.scenario
