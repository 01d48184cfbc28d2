"""What follows from a scenario, worked out once: the output feature map and what the window says about it."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from ..value import Single
from .arithmetic import Arithmetic
from .axes import Counts
from .coverage import Uncovered, axes_of, coverage, uncovered
from .grid import Grid, Region, frozen, region_apart
from .layer_sums import arithmetic_of, sums_of
from .padding import padded
from .resize import edited
from .scenario import Edit, Scenario
from .tensors import Tensor


class Since(Single):
    """Where a result differs from the one before, whose image and output are given: in no other pixels and cells.

    channel, filter: which were in front then; of others it says nothing.
    """

    image: Grid
    pixels: Region
    output: Grid
    cells: Region
    channel: int
    filter: int


class Result(Single):
    """A scenario with its maps; what costs time and is not always shown is worked out when it is asked for.

    sums: of all filters, bias included and before the activation, shape (filters, rows, columns), read-only.
    padded: all channels with their padding. latest: known where it was made from another one.
    """

    scenario: Scenario
    sums: Tensor
    padded: Tensor
    arithmetic: Arithmetic  # how products and sums are computed, in the maps and in every step
    latest: Since | None = None

    @cached_property
    def maps(self) -> tuple[Grid, ...]:
        """What the activation makes of the sums: a map for each filter."""
        layer, made = self.scenario.layer, self.sums
        if layer.pooling is not None and layer.pooling.kind == "average":  # the largest of each window stand there
            from .pooling import pooled  # a first picture has a convolution

            made = pooled(self.scenario.tensor, layer.pooling)
        elif layer.activation != "none":
            from .activations import ACTIVATIONS  # a first picture has none

            made = ACTIVATIONS[layer.activation].function(made)
        return tuple(frozen(each) for each in made)

    @property
    def since(self) -> Since | None:
        """Where it differs from the one before, if that is known of what is in front."""
        known, front = self.latest, self.scenario
        return known if known is not None and (known.channel, known.filter) == (front.channel, front.filter) else None

    @property
    def output(self) -> Grid:
        """The map of the filter in front."""
        return self.maps[self.scenario.filter]

    @property
    def steps(self) -> int:
        """How many steps the walk has."""
        return self.output.size * len(self.sums)

    @cached_property
    def _others(self) -> dict[tuple[int, int], Result]:
        """The results of the same scenario with other channels and filters in front."""
        return {(self.scenario.channel, self.scenario.filter): self}

    def at(self, channel: int, number: int) -> Result:
        """Return the same result with this channel and this filter in front, each time the same one."""
        found = self._others.get((channel, number))
        if found is None:
            found = Result(self.scenario.at(channel, number), self.sums, self.padded, self.arithmetic, self.latest)
            shared = ("_others", "maps", "padded_images", "coverage", "uncovered", "setting", "edited")
            _ = self.maps, self.padded_images
            found.__dict__.update({name: self.__dict__[name] for name in shared if name in self.__dict__})
            self._others[channel, number] = found
        return found

    @cached_property
    def magnitude(self) -> float:
        """The largest magnitude in all maps: relative intensity is a cell's value ÷ this."""
        return float(max(np.abs(each).max() for each in self.maps))

    @cached_property
    def setting(self) -> tuple[object, ...]:
        """All of the scenario but its single pixels and weights: two of the same setting differ in these alone.

        It can be compared, and be a key; whether image and kernel are still the named ones belongs to it.
        """
        scenario = self.scenario
        names = scenario.name, scenario.image_name, scenario.kernel_name, scenario.seed, self.edited
        layer = scenario.layer
        return (scenario.walk, scenario.white, len(scenario.channels), *layer.settings, *names)

    @cached_property
    def edited(self) -> tuple[bool, bool]:
        """Whether image and kernel differ from the named ones that they came from."""
        return edited(self.scenario)

    @cached_property
    def kernel_magnitude(self) -> float:
        """The largest magnitude in all kernels."""
        return float(np.abs(self.scenario.layer.weights).max())

    @cached_property
    def padded_images(self) -> tuple[Grid, ...]:
        """Each channel with its padding, read-only."""
        return tuple(frozen(each) for each in self.padded)

    @property
    def padded_image(self) -> Grid:
        """The channel in front with its padding, read-only."""
        return self.padded_images[self.scenario.channel]

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
    whole = padded(scenario.tensor, scenario.layer.padding)
    how = _arithmetic(scenario, whole)
    return Result(scenario, _sums(scenario, whole, how), whole, how)


def _arithmetic(scenario: Scenario, whole: Tensor) -> Arithmetic:
    """Return how the numbers of a scenario are computed; `whole`: its padded channels."""
    layer = scenario.layer
    if layer.is_transposed:  # also of pixels that the walk does not meet: what they stamp is cut off, but it is seen
        return arithmetic_of(scenario.tensor, layer)
    if layer.pooling is None:
        return arithmetic_of(whole, layer)
    from .windows import arithmetic_of_windows

    return arithmetic_of_windows(scenario.tensor, layer.pooling)


def _sums(scenario: Scenario, whole: Tensor, how: Arithmetic) -> Tensor:
    """Return the sums of all cells of a scenario, or what stands for them in a pooling."""
    layer = scenario.layer
    if layer.is_transposed:
        from .spread import Spread, sums_of_stamps

        assert isinstance(layer, Spread)
        return sums_of_stamps(scenario.pixel_tensor, layer, how)
    if layer.pooling is None:
        return sums_of(whole, layer, how)
    from .windows import gathered

    return gathered(scenario.tensor, layer.pooling)


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
    A changed weight feeds every cell of its map; whatever else has changed makes all maps new, and so does another way
    of computing. The maps are the same, bit for bit, as if they had been worked out anew. What is in front stays there.

    edit: what has led from one scenario to the other, where it is known; else it is searched for.
    """
    before = result.scenario
    if edit is not None:
        return _edited(result, scenario, edit)
    if scenario is before:
        return result
    if not _same_walk(before, scenario):
        return result_of(scenario)
    pairs = zip(before.channels, scenario.channels, strict=True)
    apart_in = [place for place, (old, new) in enumerate(pairs) if old is not new and not np.array_equal(old, new)]
    if not apart_in:
        return _same_maps(result, scenario)
    if len(apart_in) > 1:
        return result_of(scenario)
    (channel,) = apart_in
    region = region_apart(before.channels[channel], scenario.channels[channel])
    # The search is told what it has found: in which channel, and where.
    return _edited(
        result, scenario, Edit(scenario.at(channel, scenario.filter), "image", region or (slice(0), slice(0)))
    )


def _edited(result: Result, scenario: Scenario, edit: Edit) -> Result:
    """Return the result after an edit, whose own scenario says which channel and filter it was made in.

    Of two sides that are compared the other one may have fewer filters: there its last one is in front.
    """
    layer, channel = scenario.layer, edit.scenario.channel
    if edit.grid == "kernel" and layer.pooling is not None:  # the other side's weights: a pooling has none
        return _same_maps(result, scenario)
    number = min(edit.scenario.filter, layer.filters - 1)
    whole = result.padded if edit.grid == "kernel" else padded(scenario.tensor, layer.padding)
    how = _arithmetic(scenario, whole)
    if how != result.arithmetic:
        return Result(scenario, _sums(scenario, whole, how), whole, how)
    sums = (result.sums if layer.pooling is None else _sums(scenario, whole, how)).copy()
    since = None
    if edit.grid == "kernel":
        only = layer.of_filter(number)
        lanes = layer.channels_of(number)
        sums[number] = sums_of(whole[lanes.start : lanes.stop], only, how)[0]
    else:
        fed = _fed_range(scenario, edit.region)
        if layer.pooling is None and all(part.stop > part.start for part in fed):
            seeing = layer.seeing(channel)
            sums[seeing.start : seeing.stop, fed[0], fed[1]] = _block(whole, scenario, seeing, how, fed)
        pixels, output = result.scenario.channels[channel], result.maps[number]
        since = Since(pixels, edit.region, output, fed, channel, number)
    sums.flags.writeable = False
    return _kept(result, Result(scenario, sums, whole, how, since))


def _same_maps(result: Result, scenario: Scenario) -> Result:
    """Return the result of a scenario that makes the same maps."""
    same = Result(scenario, result.sums, result.padded, result.arithmetic)
    same.__dict__["maps"] = result.maps
    return _kept(result, same)


def _block(whole: Tensor, scenario: Scenario, seeing: range, how: Arithmetic, fed: Region) -> Tensor:
    """Return a block of cells of the filters that see a channel: those of its group."""
    layer = scenario.layer
    lanes = layer.channels_of(seeing.start)
    return sums_of(whole[lanes.start : lanes.stop], layer.of_filters(seeing), how, fed)


def _kept(before: Result, after: Result) -> Result:
    """Let a result keep what follows from the walk alone."""
    found = {name: before.__dict__[name] for name in OF_THE_WALK if name in before.__dict__}
    after.__dict__.update(found)
    return after


def _same_walk(before: Scenario, after: Scenario) -> bool:
    """Say whether nothing but pixels differs, or names, seed and white, on which no output depends."""
    return before.walk == after.walk and before.layer.same_but_slide(after.layer)


def _fed_range(scenario: Scenario, pixels: Region) -> Region:
    """Return a block of output cells that holds all whose patches reach into a block of pixels."""
    rows, columns = axes_of(scenario)
    return (
        rows.fed_range(pixels[0].start, pixels[0].stop - 1),
        columns.fed_range(pixels[1].start, pixels[1].stop - 1),
    )
