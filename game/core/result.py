"""What follows from a scenario, worked out once: the output feature map and what the window says about it."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from ..value import Single
from .arithmetic import IN_ROW_ORDER, Arithmetic, Counting, counting_of
from .axes import Counts
from .coverage import Uncovered
from .grid import Ends, Grid, Region, ends_around, ends_of_each, frozen, magnitude_of, region_apart
from .known import OF_ALL_WEIGHTS, OF_NAMES, Known, Slide
from .layer_sums import arithmetic_of, arithmetic_with, padded_channel, sums_of, unchanging
from .scenario import Scenario
from .tensors import Tensor

OF_PIXELS = ("image_ends", "padded_ends", "counting")
"""What follows from the pixels of all channels, whichever is in front, and whatever the filters are."""
OF_ALL = (*OF_PIXELS, "maps", "map_ends", "magnitude")
"""What follows from the numbers of all channels and filters."""


class Since(Single):
    """Where a result differs from the one before, whose image and output are given: in no other pixels and cells.

    channel, filter: which were in front then; of others it says nothing. scale: of all maps before, 0 where not known.
    """

    image: Grid
    pixels: Region
    output: Grid
    cells: Region
    channel: int
    filter: int
    scale: float = 0.0


class Result(Known):
    """A scenario with its maps; what costs time and is not always shown is worked out when it is asked for.

    sums: of all filters, bias included and before the activation, shape (filters, rows, columns), read-only.
    padded_images: each channel with its padding, read-only; a channel that has none is the scenario's own grid.
    latest: known where it was made from another one.
    """

    sums: Tensor
    padded_images: tuple[Grid, ...]
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
        return tuple(
            made if not made.flags.writeable else map(frozen, made)
        )  # sums are not copied: nobody changes them

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

    @cached_property
    def beside(self) -> dict[str, Single]:
        """What others keep with a result, whatever is in front: those of a network the results of all its layers."""
        return {}

    def at(self, channel: int, number: int) -> Result:
        """Return the same result with this channel and this filter in front, the same one until `release`."""
        if (channel, number) == (self.scenario.channel, self.scenario.filter):
            return self
        found = self._others.get((channel, number))
        if found is None:
            found = Result(
                self.scenario.at(channel, number), self.sums, self.padded_images, self.arithmetic, self.latest
            )
            shared = ("_others", "beside", "slide", "setting", *OF_ALL, *OF_NAMES, *OF_ALL_WEIGHTS)
            _ = self.maps, self.map_ends, self.image_ends, self.padded_ends, self.slide, self.beside
            found.__dict__.update({name: self.__dict__[name] for name in shared if name in self.__dict__})
            self._others[channel, number] = found
        return found

    def release(self) -> None:
        """Let the others go, when another result has come: they hold each other, and maps of pictures are large."""
        self._others.clear()

    @cached_property
    def magnitude(self) -> float:
        """The largest magnitude in all maps: relative intensity is a cell's value ÷ this."""
        return magnitude_of(ends_around(self.map_ends))

    @cached_property
    def map_ends(self) -> tuple[Ends, ...]:
        """The least and the largest value of each map."""
        return ends_of_each(self.maps)

    @cached_property
    def image_ends(self) -> tuple[Ends, ...]:
        """The least and the largest pixel of each channel."""
        return ends_of_each(self.scenario.channels)

    @cached_property
    def padded_ends(self) -> tuple[Ends, ...]:
        """The same of each channel with its padding."""
        if self.padded_images[0] is self.scenario.channels[0]:  # all have padding, or none
            return self.image_ends
        return ends_of_each(self.padded_images)

    @cached_property
    def scale(self) -> float:
        """Which value has the full hue in all maps: the largest magnitude, of a large picture often less."""
        if not self.scenario.is_pictured:
            return self.magnitude
        from .map_scale import picture_scale  # few images are large pictures

        return picture_scale(self.maps, self.magnitude, 0.0 if self.latest is None else self.latest.scale)

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
    def counting(self) -> Counting:
        """Of which parts the pixels are, and what stands around them."""
        return counting_of(self.scenario.channels, fill_of(self.scenario))

    @property
    def padded(self) -> Tensor:
        """All channels with their padding in one, shape (channels, rows, columns)."""
        return np.stack(self.padded_images)

    @property
    def padded_image(self) -> Grid:
        """The channel in front with its padding, read-only."""
        return self.padded_images[self.scenario.channel]

    @cached_property
    def slide(self) -> Slide:
        """What follows from sizes and settings alone: the same object while pixels and weights are painted."""
        return Slide(self.scenario)

    @property
    def coverage(self) -> Counts:
        """How many patches cover each pixel of the padded image."""
        return self.slide.coverage

    @property
    def uncovered(self) -> Uncovered:
        """The pixels of the padded image that no patch covers."""
        return self.slide.uncovered


def result_of(scenario: Scenario) -> Result:
    """Work out everything anew."""
    images = tuple(padded_channel(channel, scenario.layer.padding) for channel in scenario.channels)
    return anew(scenario, images, arithmetic_in(scenario, images))


def anew(scenario: Scenario, images: tuple[Grid, ...], how: Arithmetic) -> Result:
    """Return the result whose sums are all worked out anew."""
    return Result(scenario, unchanging(sums_in(scenario, images, how)), images, how)


def same_step(before: Result, after: Result, step: int) -> bool:
    """Tell whether a step has the same numbers in two results: it has the same kernel over the same pixels.

    step: from 0; past the end, the last one. A transposed convolution, whose steps may be stamps, is not looked into.
    """
    one, other, images = before.scenario, after.scenario, (before.padded_image, after.padded_image)
    if one.layer is not other.layer or before.arithmetic != after.arithmetic or one.layer.is_transposed:
        return False
    if images[0].shape != images[1].shape:
        return False
    cell = divmod(min(step, before.output.size - 1), before.output.shape[1])
    pixels, same = one.patch(cell, images[0]), (one.channel, one.filter) == (other.channel, other.filter)
    return same and pixels.tobytes() == other.patch(cell, images[1]).tobytes()


def apart(old: Grid, new: Grid, since: Since | None) -> Region | None:
    """Return a block that holds all cells in which two grids of one shape differ; searched for where it is not known.

    since: what is known of the result that has the new grid.
    """
    if since is not None and old is since.image:
        return since.pixels
    return since.cells if since is not None and old is since.output else region_apart(old, new)


def fill_of(scenario: Scenario) -> float:
    """Return what stands around the pixels that a sum meets; 0 where nothing does, which is made of any parts."""
    layer = scenario.layer
    return 0.0 if layer.is_transposed or not any(map(any, layer.padding.sides)) else layer.padding.fill


def arithmetic_in(
    scenario: Scenario,
    images: tuple[Grid, ...],
    parts: float | None = None,
    ends: tuple[Ends, ...] | None = None,
    before: Arithmetic = IN_ROW_ORDER,
) -> Arithmetic:
    """Return how the numbers of a scenario are computed.

    images: its padded channels. parts: that pixels, and what is around them, are known to be made of; 0 for none.
    ends: the least and the largest number of each channel that a kernel meets, where they are known.
    before: how they were before pixels were painted, and nothing else has changed.
    """
    layer = scenario.layer
    if layer.pooling is not None:
        from .windows import arithmetic_of_windows

        return arithmetic_of_windows(scenario.tensor, layer.pooling)
    # In a transposed convolution also pixels count that the walk does not meet: what they stamp is cut, but it is seen.
    met = scenario.channels if layer.is_transposed else images
    return arithmetic_of(np.stack(met), layer) if parts is None else arithmetic_with(parts, met, layer, ends, before)


def sums_in(scenario: Scenario, images: tuple[Grid, ...], how: Arithmetic) -> Tensor:
    """Return the sums of all cells of a scenario, or what stands for them in a pooling."""
    layer = scenario.layer
    if layer.is_transposed:
        from .spread import Spread, sums_of_stamps

        assert isinstance(layer, Spread)
        return sums_of_stamps(scenario.pixel_tensor, layer, how)
    if layer.pooling is None:
        return sums_of(np.stack(images), layer, how)
    from .windows import gathered

    return gathered(scenario.tensor, layer.pooling)
