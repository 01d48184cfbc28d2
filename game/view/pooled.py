"""What a pooling's windows show: the pixels as they are, what stands where there is none, and which pixel wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..core.convolution import patch_corner
from ..core.grid import Pair
from ..core.pooling import Pooling, winner
from ..core.result import Result
from ..core.scenario import Scenario
from ..play.moment import Moment
from ..words.numbers import number
from ..words.texts import text

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEVER = -np.inf
"""What stands in the padding of max pooling: every pixel is larger."""


def is_pixel(scenario: Scenario, at: Pair) -> bool:
    """Tell whether a place of the image, from 0, is a pixel and no padding."""
    return all(0 <= place < size for place, size in zip(at, scenario.image_size, strict=True))


def is_counted(scenario: Scenario, pooling: Pooling, at: Pair) -> bool:
    """Tell whether an average counts a place: a pixel, or a 0 of the padding as it is set, where that counts."""
    if is_pixel(scenario, at):
        return True
    return pooling.count_include_pad and not is_beyond(scenario, at)


def is_beyond(scenario: Scenario, at: Pair) -> bool:
    """Tell whether a place is neither a pixel nor in the padding as it is set: windows of ceil mode reach it."""
    sides = zip(at, scenario.image_size, scenario.layer.chosen_padding.sides, strict=True)
    return not all(-before <= place < size + after for place, size, (before, after) in sides)


def padding_text(scenario: Scenario, pooling: Pooling, at: Pair) -> str:
    """Return what is written at a place in the padding: −∞, the 0 that is counted, or a dash where nothing is."""
    if pooling.kind == "max":
        return number(NEVER, 0)
    return "0" if is_counted(scenario, pooling, at) else text("pooling.nothing")


def places_of(scenario: Scenario, cell: Pair) -> tuple[Pair, ...]:
    """Return the places of the image that the window of an output cell covers, in reading order."""
    (top, left), (down, across), (rows, columns) = (
        patch_corner(scenario, cell),
        scenario.dilation,
        scenario.kernel_size,
    )
    return tuple((top + row * down, left + column * across) for row in range(rows) for column in range(columns))


def counted_terms(scenario: Scenario, cell: Pair) -> tuple[int, ...]:
    """Return which places of a window stand in the line, in reading order: all that are compared, or counted."""
    pooling, places = scenario.layer.pooling, places_of(scenario, cell)
    if pooling is None or pooling.kind == "max":
        return tuple(range(len(places)))
    return tuple(index for index, at in enumerate(places) if is_counted(scenario, pooling, at))


def winning(result: Result, moment: Moment) -> tuple[Pair, Pair, int] | None:
    """Return the pixel that has won the cell being made: its place in the window, in the image, and in reading order.

    None for an average, and until all have been compared.
    """
    pooling = result.scenario.layer.pooling
    if pooling is None or pooling.kind != "max" or moment.cell is None or moment.arrived < moment.flight.size:
        return None
    pixel = winner(result.scenario.image, pooling, moment.cell)
    index = places_of(result.scenario, moment.cell).index(pixel)
    return divmod(index, result.scenario.kernel_size[1]), pixel, index


def inside(scenario: Scenario, cell: Pair) -> NDArray[np.bool_]:
    """Return which places of a window are pixels, in the window's shape."""
    found = [is_pixel(scenario, at) for at in places_of(scenario, cell)]
    return np.array(found, dtype=np.bool_).reshape(scenario.kernel_size)


def nothing_in(scenario: Scenario, cell: Pair) -> tuple[str, ...]:
    """Return what is written at the places of a window where no pixel stands, in reading order; "" for a pixel."""
    pooling, places = scenario.layer.pooling, places_of(scenario, cell)
    if pooling is None:
        return ("",) * len(places)
    return tuple("" if is_pixel(scenario, at) else padding_text(scenario, pooling, at) for at in places)
