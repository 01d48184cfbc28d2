"""The stamps of a transposed convolution: in which order they are laid, and where.

Source: V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning", arXiv:1603.07285, §4; PyTorch,
``torch.nn.ConvTranspose2d``.

Each pixel lays the whole kernel, times its value, onto the map, s further on for each pixel further on; what meets is
added. Padding then cuts rows and columns off. A map begins at its bias; map by map, channel by channel, and pixel by
pixel in reading order, all stamps are laid. After the last one the map is that of the layer, bit for bit.
"""

from __future__ import annotations

from ..value import Value
from .grid import Pair, Region
from .scenario import Scenario


class Stamp(Value):
    """One stamp: onto which filter's map, of which channel, and of which pixel (row, column); all from 0."""

    filter: int
    channel: int
    pixel: Pair


def stamp_at(scenario: Scenario, step: int) -> Stamp:
    """Return the stamp of a step, 0 … N − 1; past the end, the last one."""
    rows, columns = scenario.pixel_size
    number, left = divmod(min(max(step, 0), scenario.stamps - 1), scenario.map_stamps)
    lane, pixel = divmod(left, rows * columns)
    return Stamp(number, scenario.layer.channels_of(number)[lane], divmod(pixel, columns))


def step_of(scenario: Scenario, stamp: Stamp) -> int:
    """Return the step at which a stamp is laid, from 0. Its filter must see its channel."""
    rows, columns = scenario.pixel_size
    lane = scenario.layer.channels_of(stamp.filter).index(stamp.channel)
    row, column = stamp.pixel
    return stamp.filter * scenario.map_stamps + lane * rows * columns + row * columns + column


def whole_size(scenario: Scenario) -> Pair:
    """Return (rows, columns) of a map before anything is cut off: what stamps reach, and what output padding adds."""
    (rows, columns), (down, across) = scenario.pixel_size, scenario.layer.chosen_stride
    kept, (high, wide) = kept_of(scenario), scenario.kernel_extent
    return max(kept[0].stop, (rows - 1) * down + high), max(kept[1].stop, (columns - 1) * across + wide)


def kept_of(scenario: Scenario) -> Region:
    """Return the rows and columns of the whole map that are left when padding has been cut off."""
    padding, (rows, columns) = scenario.layer.chosen_padding, scenario.output_size
    return slice(padding.top, padding.top + rows), slice(padding.left, padding.left + columns)


def corner_of(scenario: Scenario, pixel: Pair) -> Pair:
    """Return where on the whole map the stamp of a pixel has its top left."""
    (row, column), (down, across) = pixel, scenario.layer.chosen_stride
    return row * down, column * across


def cells_of(scenario: Scenario, pixel: Pair) -> Region:
    """Return the cells of the whole map under a stamp's weights; between them are the gaps of the dilation."""
    (top, left), (rows, columns) = corner_of(scenario, pixel), scenario.kernel_extent
    down, across = scenario.dilation
    return slice(top, top + rows, down), slice(left, left + columns, across)


def meeting(scenario: Scenario, cell: Pair) -> tuple[Pair, ...]:
    """Return the pixels whose stamps meet in a cell of the map, in reading order; it counts from what is kept."""
    kept, found = kept_of(scenario), []
    for axis, count in enumerate(scenario.pixel_size):
        at = cell[axis] + kept[axis].start
        parts = (cells_of(scenario, (place, place))[axis] for place in range(count))
        found.append([place for place, part in enumerate(parts) if at in range(part.start, part.stop, part.step)])
    return tuple((row, column) for row in found[0] for column in found[1])
