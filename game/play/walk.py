"""The order in which a walk makes the cells of all maps, and where in a map it is at a position."""

from __future__ import annotations

from ..core.scenario import Scenario
from .easing import clamp
from .phases import TOLERANCE


def place_of(scenario: Scenario, position: float) -> tuple[int, float]:
    """Return which filter's map is being made at a position, and how far the walk is in that map alone.

    At the end it is the last filter, and the end of its map.
    """
    each, filters = scenario.map_steps, scenario.layer.filters
    position = clamp(position, 0.0, scenario.steps)
    step = int(position + TOLERANCE)
    if filters == 1:
        return 0, position
    if step >= scenario.steps:
        return filters - 1, float(each)
    number, cell = (step % filters, step // filters) if _by_cell(scenario) else divmod(step, each)
    return number, cell + (position - step)


def position_of(scenario: Scenario, number: int, local: float) -> float:
    """Return the position at which the walk is so far in a filter's map; its end is the begin of what comes next."""
    each, filters = scenario.map_steps, scenario.layer.filters
    if filters == 1 or not _by_cell(scenario):
        return number * each + local
    cell = min(int(local + TOLERANCE), each - 1)
    return cell * filters + number + (local - cell)


def made_of(scenario: Scenario, position: float) -> tuple[int, ...]:
    """Return how many cells of each map stand at a position, in row order; the one in the making does not."""
    step = int(clamp(position, 0.0, scenario.steps) + TOLERANCE)
    each, filters = scenario.map_steps, scenario.layer.filters
    if _by_cell(scenario):
        whole, more = divmod(step, filters)
        return tuple(whole + (number < more) for number in range(filters))
    return tuple(min(max(step - number * each, 0), each) for number in range(filters))


def _by_cell(scenario: Scenario) -> bool:
    return scenario.order == "cell by cell"
