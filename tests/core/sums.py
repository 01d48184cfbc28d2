"""The sums of a step on their way, for the tests that hold a map against them."""

from __future__ import annotations

from game.core.convolution import arithmetic, patch
from game.core.grid import Grid, Pair
from game.core.scenario import Scenario


def running_sums(scenario: Scenario, cell: Pair) -> Grid:
    """Return the sums of the first 1, 2, 3 … products in row order; the last one is the output cell's value."""
    return arithmetic(scenario).running_sums(patch(scenario, cell), scenario.kernel)
