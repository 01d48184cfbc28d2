"""What follows from a scenario, worked out once: the output feature map and what the window says about it."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from ..value import Single
from .arithmetic import Arithmetic
from .convolution import arithmetic, output_map, padded_image
from .coverage import Counts, Uncovered, coverage, uncovered
from .grid import Grid, Region, frozen, region_apart
from .resize import edited
from .scenario import Edit, Scenario


class Since(Single):
    """Where a result differs from the one before, whose image and output are given: in no other pixels and cells."""

    image: Grid
    pixels: Region
    output: Grid
    cells: Region


class Result(Single):
    """A scenario with its output feature map; what costs time and is not always shown is worked out when asked for."""

    scenario: Scenario
    output: Grid
    arithmetic: Arithmetic  # how products and sums are computed, in the map and in every step
    since: Since | None = None  # known where it was made from another one

    @cached_property
    def magnitude(self) -> float:
        """The largest magnitude in the map: relative intensity is a cell's value ÷ this."""
        return float(np.abs(self.output).max())

    @cached_property
    def setting(self) -> tuple[object, ...]:
        """All of the scenario but its single pixels and weights: two of the same setting differ in these alone.

        It can be compared, and be a key; whether image and kernel are still the named ones belongs to it.
        """
        scenario = self.scenario
        names = scenario.name, scenario.image_name, scenario.kernel_name, scenario.seed, self.edited
        return (scenario.walk, scenario.white, *names)

    @cached_property
    def edited(self) -> tuple[bool, bool]:
        """Whether image and kernel differ from the named ones that they came from."""
        return edited(self.scenario)

    @cached_property
    def kernel_magnitude(self) -> float:
        """The largest magnitude in the kernel."""
        return float(np.abs(self.scenario.kernel).max())

    @cached_property
    def padded_image(self) -> Grid:
        """The image with its padding, read-only."""
        return frozen(padded_image(self.scenario))

    @cached_property
    def coverage(self) -> Counts:
        """How many patches cover each pixel of the padded image."""
        return coverage(self.scenario)

    @cached_property
    def uncovered(self) -> Uncovered:
        """The pixels of the padded image that no patch covers."""
        return uncovered(self.scenario)


def result_of(scenario: Scenario) -> Result:
    """Work out everything anew."""
    how = arithmetic(scenario)
    return Result(scenario, output_map(scenario, how), how)


def apart(old: Grid, new: Grid, since: Since | None) -> Region | None:
    """Return a block that holds all cells in which two grids of one shape differ; searched for where it is not known.

    since: what is known of the result that has the new grid.
    """
    if since is not None and old is since.image:
        return since.pixels
    return since.cells if since is not None and old is since.output else region_apart(old, new)


OF_THE_WALK = ("coverage", "uncovered")
"""What follows from sizes, stride, padding and dilation alone, and stays while pixels are painted."""


def updated(result: Result, scenario: Scenario, edit: Edit | None = None) -> Result:
    """Return the result of a changed scenario; where only some pixels differ, only the cells that they feed are new.

    Those cells are computed afresh, never by adding differences, so errors do not pile up however long one paints.
    A changed weight feeds every output cell, so after one the whole map is new; and so it is where the numbers are from
    now on computed in another way. The map is the same, bit for bit, as if it had been worked out anew.

    edit: what has led from one scenario to the other, where it is known; else it is searched for.
    """
    before = result.scenario
    if scenario is before:
        return result
    if not _same_walk(before, scenario) if edit is None else edit.grid == "kernel":
        return result_of(scenario)
    pixels = region_apart(before.image, scenario.image) if edit is None else edit.region
    if pixels is None:
        return Result(scenario, result.output, result.arithmetic)
    how = arithmetic(scenario)
    if how != result.arithmetic:
        return Result(scenario, output_map(scenario, how), how)
    rows, columns = (_fed_range(scenario, axis, part.start, part.stop - 1) for axis, part in enumerate(pixels))
    if not rows or not columns:
        rows = columns = range(0)
    cells = slice(rows.start, rows.stop), slice(columns.start, columns.stop)
    since = Since(before.image, pixels, result.output, cells)
    found = Result(scenario, _with_block(result, scenario, rows, columns), how, since)
    found.__dict__.update({name: result.__dict__[name] for name in OF_THE_WALK if name in result.__dict__})
    return found


def _same_walk(before: Scenario, after: Scenario) -> bool:
    """Say whether nothing but pixels differs, or names, seed and white, on which no output depends."""
    return before.walk == after.walk and np.array_equal(before.kernel, after.kernel)


def _fed_range(scenario: Scenario, axis: int, first: int, last: int) -> range:
    """Return the output rows or columns whose patches reach into the image rows or columns first … last.

    A patch reaches from r·stride to r·stride + extent − 1 on the padded image.
    """
    stride, padding = scenario.stride[axis], scenario.padding[axis]
    past = first + padding - scenario.kernel_extent[axis]  # a patch that starts here or earlier ends too early
    return range(max(0, past // stride + 1), min(scenario.output_size[axis], (last + padding) // stride + 1))


def _with_block(result: Result, scenario: Scenario, rows: range, columns: range) -> Grid:
    """Return the map with one block of cells computed anew from the pixels under their patches."""
    if not rows:
        return result.output
    top, left = rows.start * scenario.stride[0], columns.start * scenario.stride[1]
    bottom = rows[-1] * scenario.stride[0] + scenario.kernel_extent[0]
    right = columns[-1] * scenario.stride[1] + scenario.kernel_extent[1]
    pixels = padded_image(scenario)[top:bottom, left:right]
    changed = result.output.copy()
    changed[rows.start : rows.stop, columns.start : columns.stop] = result.arithmetic.output(
        pixels, scenario.kernel, scenario.stride, scenario.dilation
    )
    return frozen(changed)
