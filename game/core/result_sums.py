"""The numbers that a result is made of: padded channels, how sums are computed, the sums of all cells or a block."""

from __future__ import annotations

import numpy as np

from .arithmetic import IN_ROW_ORDER, Arithmetic
from .grid import Ends, Grid, Region, frozen
from .layer_sums import arithmetic_of, arithmetic_with, sums_of, under
from .padding import Padding, padded
from .scenario import Scenario
from .slide import Slide
from .tensors import Tensor


def padded_channel(channel: Grid, around: Padding) -> Grid:
    """Return a channel with its padding, read-only; itself where it has none."""
    return frozen(padded(channel[None], around)[0]) if any(map(any, around.sides)) else channel


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


def block_of(images: tuple[Grid, ...], scenario: Scenario, seeing: range, how: Arithmetic, fed: Region) -> Tensor:
    """Return a block of cells of the filters that see a channel: those of its group."""
    layer = scenario.layer
    return sums_of(stacked(images, layer.channels_of(seeing.start), under(layer, fed)), layer.of_filters(seeing), how)


def stacked(images: tuple[Grid, ...], lanes: range, block: Region = (slice(None), slice(None))) -> Tensor:
    """Return some channels in one, or a block of each."""
    return np.stack([images[channel][block] for channel in lanes])


def fed_range(slide: Slide, pixels: Region) -> Region:
    """Return a block of output cells that holds all whose patches reach into a block of pixels."""
    rows, columns = slide.axes
    return (
        rows.fed_range(pixels[0].start, pixels[0].stop - 1),
        columns.fed_range(pixels[1].start, pixels[1].stop - 1),
    )


def unchanging(sums: Tensor) -> Tensor:
    """Return the sums when nothing of them is to be changed any more."""
    sums.flags.writeable = False
    return sums
