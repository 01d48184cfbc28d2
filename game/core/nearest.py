"""Where the walk goes on when the scenario has changed: to the step whose patch is nearest to the present one."""

import math

from .convolution import patch_corner
from .grid import Pair
from .scenario import Scenario


def cell_of(scenario: Scenario, step: int) -> Pair:
    """Return the output cell (row, column) that a step makes; steps count from 0, row by row."""
    row, column = divmod(step, scenario.output_size[1])
    return row, column


def step_of(scenario: Scenario, cell: Pair) -> int:
    """Return the step that makes this output cell."""
    return cell[0] * scenario.output_size[1] + cell[1]


def nearest_step_to(scenario: Scenario, corner: tuple[float, float]) -> int:
    """Return the step whose patch's top left on the image is nearest to a point (row, column); ties: the earlier.

    The squared distance is the rows' share plus the columns', so each axis is decided for itself.
    """
    row, column = (
        _nearest_place(corner[axis] + scenario.padding[axis], scenario.stride[axis], scenario.output_size[axis])
        for axis in (0, 1)
    )
    return step_of(scenario, (row, column))


def nearest_step(before: Scenario, step: int, after: Scenario) -> int:
    """Return the step of the new scenario that is nearest to a step of the old one; the end (step N) stays the end."""
    if step >= before.steps:
        return after.steps
    return nearest_step_to(after, patch_corner(before, cell_of(before, step)))


def leading_step(leader: Scenario, follower: Scenario, cell: Pair) -> int:
    """Return the step of the leader at which a follower, which stands on the nearest patch, makes a cell of its own.

    Where there is none, the one whose patch is nearest to the cell's; ties: the earlier.
    """
    row, column = (_leading_place(leader, follower, axis, cell[axis]) for axis in (0, 1))
    return step_of(leader, (row, column))


def _leading_place(leader: Scenario, follower: Scenario, axis: int, wanted: int) -> int:
    """Return the place of the leader on an axis that leads the follower to the wanted place."""
    stride, padding = follower.stride[axis], follower.padding[axis]
    target = wanted * stride - padding

    def badness(place: int) -> tuple[bool, int, int]:
        corner = place * leader.stride[axis] - leader.padding[axis]
        followed = _nearest_place(corner + padding, stride, follower.output_size[axis])
        return followed != wanted, abs(corner - target), place

    return min(range(leader.output_size[axis]), key=badness)


def _nearest_place(distance: float, stride: int, places: int) -> int:
    """Return which of the places 0, stride, 2·stride … is nearest; half way between two it is the first of them."""
    return min(max(math.ceil(distance / stride - 0.5), 0), places - 1)
