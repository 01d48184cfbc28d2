"""Painting the source image of a network while a later layer is in focus: the maps before that one follow."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .chain_results import chain_results, worked_ahead
from .chained import source_of, white_of_maps
from .grid import Grid, Pair, checked_real
from .limits import PIXEL
from .result import Result
from .scenario import Scenario
from .updates import updated


def source_painted(result: Result, cells: Iterable[Pair], values: tuple[float, ...]) -> Scenario:
    """Return the scenario of a result whose source image has other pixels: a value for each channel, −999 … 999.

    Cells (row, column) outside the image are left out; where nothing changes it is the very same scenario. Of the maps
    before the layer in focus only what the pixels feed is new. Raises OutOfRange.
    """
    pairs = zip(source_of(result.scenario).channels, values, strict=True)
    channels = tuple(_painted(channel, cells, checked_real(value, "pixel", PIXEL)) for channel, value in pairs)
    return source_repainted(result, channels)


def source_repainted(result: Result, channels: tuple[Grid, ...]) -> Scenario:
    """Return the scenario of a result whose source image is another of the same size, with pixels in range."""
    scenario, chain = result.scenario, result.scenario.chain
    source = source_of(scenario)
    if chain is None or chain.source is None or all(map(_is, channels, source.channels)):
        return scenario
    maps, first = channels, list[Result]()
    for known in chain_results(result).results[: chain.focus]:
        first.append(updated(known, known.scenario.over(maps)))
        maps = first[-1].maps
    worked_ahead(result, tuple(first))
    other = scenario.over(maps)
    painted = chain.changed(source=source.changed(channels=channels))
    other.__dict__.update(chain=painted, white=white_of_maps(maps))
    return other


def _painted(channel: Grid, cells: Iterable[Pair], value: float) -> Grid:
    """Return a channel with a value in some pixels; the very same one where they have it already."""
    rows, columns = channel.shape
    inside = [(row, column) for row, column in cells if 0 <= row < rows and 0 <= column < columns]
    if all(channel[cell] == value for cell in inside):
        return channel
    painted = channel.copy()
    painted[tuple(np.transpose(inside))] = value
    painted.flags.writeable = False
    return painted


def _is(one: Grid, other: Grid) -> bool:
    return one is other
