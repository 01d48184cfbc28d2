"""How far maps have become what they are to be: the goal of a puzzle, of which the maps alone are known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .chain_results import chain_results
from .chained import layers_of, source_of
from .grid import Grid
from .operations import chained_maps
from .result import Result
from .scenario import Scenario
from .tensors import Tensor

NEAR = 1e-6
"""How far a value may be from that of the goal, as a share of the goal's, or of 1 where that is larger."""

Agreeing = NDArray[np.bool_]


def agreeing(maps: Sequence[Grid], goal: Tensor) -> Agreeing | None:
    """Return which cells have the goal's values, shape (maps, rows, columns); None where the sizes differ.

    goal: the maps that are wanted, of the same shape.
    """
    if len(maps) != len(goal) or maps[0].shape != goal.shape[1:]:
        return None
    close = np.abs(np.stack(maps) - goal) <= NEAR * np.maximum(1.0, np.abs(goal))
    return np.asarray(close, dtype=np.bool_)


def is_met(maps: Sequence[Grid], goal: Tensor) -> bool:
    """Tell whether all cells agree."""
    found = agreeing(maps, goal)
    return found is not None and bool(found.all())


def goal_scale(goal: Tensor) -> tuple[float, bool]:
    """Return the end of the scale that shades a goal, and the map that is to become it; and whether it has a sign."""
    return float(np.abs(goal).max()) or 1.0, bool((goal < 0).any())


def aimed_maps(result: Result) -> tuple[Grid, ...]:
    """Return the maps that become a goal: those of the layer, of a network those of its last one."""
    return result.maps if result.scenario.chain is None else chain_results(result).outputs[-1]


def maps_made(scenario: Scenario) -> Tensor:
    """Return the same of a scenario without a result, worked out anew; shape (maps, rows, columns)."""
    return chained_maps(np.stack(source_of(scenario).channels), layers_of(scenario))[-1]
