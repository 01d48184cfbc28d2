"""The patches of a scenario: what each step covers, and where the walk goes on when the scenario has changed."""

from __future__ import annotations

import math

import numpy as np

from .arithmetic import Arithmetic
from .grid import Grid, Pair, frozen
from .layer_sums import arithmetic_of
from .padding import padded
from .scenario import Scenario


def padded_image(scenario: Scenario) -> Grid:
    """Return the channel in front with its padding, shape `padded_size`."""
    whole: Grid = padded(scenario.image[np.newaxis], scenario.layer.padding)[0]
    return whole


def patch_corner(scenario: Scenario, cell: Pair) -> Pair:
    """Return the image's (row, column) under the kernel's top left weight when it makes this output cell.

    Row and column are output cell × stride − padding: negative where the kernel stands in the padding.
    """
    return (
        cell[0] * scenario.stride[0] - scenario.padding[0],
        cell[1] * scenario.stride[1] - scenario.padding[1],
    )


def patch_places(scenario: Scenario, cell: Pair) -> list[Pair]:
    """Return where each weight lies when the kernel makes this output cell (image coordinates), row by row."""
    top, left = patch_corner(scenario, cell)
    (rows, columns), (down, across) = scenario.kernel_size, scenario.dilation
    return [(top + row * down, left + column * across) for row in range(rows) for column in range(columns)]


def patch(scenario: Scenario, cell: Pair) -> Grid:
    """Return the pixels that the kernel covers when it makes this output cell, in the kernel's shape."""
    return scenario.patch(cell, padded_image(scenario))


def arithmetic(scenario: Scenario) -> Arithmetic:
    """Return how this scenario's products and sums are computed."""
    return arithmetic_of(padded(scenario.tensor, scenario.layer.padding), scenario.layer)


def products(scenario: Scenario, cell: Pair) -> Grid:
    """Return pixel × weight for each weight of the kernel in front, in its shape."""
    return arithmetic(scenario).products(patch(scenario, cell), scenario.kernel)


def output_map(scenario: Scenario) -> Grid:
    """Return the whole output feature map of the filter in front, shape `output_size`, read-only."""
    from .operations import maps_of  # the window has a `Result`

    maps = maps_of(scenario.tensor, scenario.layer)
    return frozen(maps[scenario.filter])


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
    """Return the step of the new scenario that is nearest to one of the old; the end of its map stays the end."""
    if step >= before.map_steps:
        return after.map_steps
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
