"""What stands on the maps of a transposed convolution before and after each of its stamps."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..value import Single
from .grid import Grid, Pair, frozen
from .result import Result
from .scenario import Scenario
from .spread import Spread, stamped
from .stamps import Stamp, kept_of, whole_size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Counts = NDArray[np.int64]


class Standing(Single):
    """What stands on the whole map of a filter when so many of its stamps have been laid; all of shape `whole_size`.

    sums: what has been added up, the bias included. begun: a stamp has come, or none ever does. finished: the last one
    has; the number is that of the map. The cells that are cut off have numbers as well.
    """

    sums: Grid
    begun: Flags
    finished: Flags


class Stamping(Single):
    """What all stamps of a result follow from; what is worked out for a map, or a channel of it, is kept."""

    result: Result

    @property
    def scenario(self) -> Scenario:
        """The scenario whose stamps they are."""
        return self.result.scenario

    @cached_property
    def layer(self) -> Spread:
        """The transposed convolution. Raises TypeError where the scenario has another layer: that has no stamps."""
        if not isinstance(self.scenario.layer, Spread):
            raise TypeError("only a transposed convolution has stamps")
        return self.scenario.layer

    @cached_property
    def size(self) -> Pair:
        """(rows, columns) of the whole map."""
        return whole_size(self.scenario)

    @cached_property
    def counts(self) -> tuple[Counts, Counts]:
        """How often the stamps of one channel meet in a row and in a column of the whole map; crossed, in a cell."""
        rows, columns = self.scenario.pixel_size
        return self._met(0, range(rows)), self._met(1, range(columns))

    def _met(self, axis: int, pixels: range) -> Counts:
        """Return how often stamps of these rows (axis 0) or columns of pixels meet each one of the whole map."""
        reach = np.arange(self.layer.kernel_size[axis]) * self.layer.dilation[axis]
        places = np.add.outer(np.array(pixels, np.int64) * self.layer.chosen_stride[axis], reach).ravel()
        return np.bincount(places, minlength=self.size[axis])

    @cached_property
    def _pixels(self) -> Grid:
        return self.result.arithmetic.pixels(self.scenario.pixel_tensor)

    @cached_property
    def _weights(self) -> Grid:
        return self.result.arithmetic.weights(self.layer.chosen_weights)

    @cached_property
    def _before(self) -> dict[tuple[int, int], Grid]:
        return {}

    def kernel(self, stamp: Stamp) -> Grid:
        """Return the kernel of a stamp as it was set, read-only, each time the same one."""
        return self._kernels[stamp.filter][stamp.channel - self.layer.channels_of(stamp.filter).start]

    @cached_property
    def _kernels(self) -> tuple[tuple[Grid, ...], ...]:
        return tuple(tuple(frozen(kernel) for kernel in kernels) for kernels in self.layer.chosen_weights)

    def standing(self, number: int, count: int) -> Standing:
        """Return what stands on a filter's map when its first `count` stamps have been laid, 0 … `map_stamps`."""
        rows, columns = self.scenario.pixel_size
        lanes = self.layer.channels_of(number)
        lane, laid = divmod(count, rows * columns)
        if lane == len(lanes):
            lane, laid = lane - 1, rows * columns
        how, bias = self.result.arithmetic, float(self.layer.bias[number])
        parts = self._channels_before(number, lane) + self._laid(number, lane, laid)
        met, of_a_channel = self._counted(laid), np.outer(*self.counts)
        never = of_a_channel == 0
        found = Standing(
            sums=how.in_ones((parts + how.in_parts(bias)) + 0.0),
            begun=(met > 0) | never | (lane > 0),
            finished=never | ((met == of_a_channel) & (lane == len(lanes) - 1)),
        )
        for grid in (found.sums, found.begun, found.finished):
            grid.flags.writeable = False
        return found

    def activated(self, number: int) -> Standing:
        """Return a filter's map with all its stamps, and what the activation makes of it where it is kept."""
        found = self.standing(number, self.scenario.map_stamps)
        if self.layer.activation == "none":
            return found
        values = found.sums.copy()
        values[kept_of(self.scenario)] = self.result.maps[number]
        return Standing(frozen(values), found.begun, found.finished)

    def _counted(self, laid: int) -> Counts:
        """Return how many of the first stamps of a channel have met each cell: of whole rows of pixels, and of one."""
        row, columns = divmod(laid, self.scenario.pixel_size[1])
        whole = np.outer(self._met(0, range(row)), self.counts[1])
        own = self._met(0, range(row, row + 1)) if columns else np.zeros_like(self.counts[0])
        return whole + np.outer(own, self._met(1, range(columns)))

    def _channels_before(self, number: int, lane: int) -> Grid | float:
        """Return what the channels before a lane have left on a filter's map, in parts, without bias."""
        if lane == 0:
            return 0.0
        key = number, lane
        if key not in self._before:
            rows, columns = self.scenario.pixel_size
            before = self._channels_before(number, lane - 1)
            self._before[key] = before + self._laid(number, lane - 1, rows * columns)
        return self._before[key]

    def _laid(self, number: int, lane: int, laid: int) -> Grid:
        """Return the sum of a lane's first stamps, in parts; each cell adds them up in the order in which they come."""
        pixels, columns = self._pixels[self.layer.channels_of(number)[lane]], self.scenario.pixel_size[1]
        some = np.where(np.arange(pixels.size).reshape(-1, columns) < laid, pixels, 0.0)
        return stamped(some, self._weights[number, lane], self.layer, self.size)

    @cached_property
    def extremes(self) -> Grid:
        """Numbers that no partial sum of any map goes beyond, the least and the greatest of each; shape (1, n).

        They are those of all products below 0, and of all above 0, that meet in a cell.
        """
        how, found = self.result.arithmetic, list[Grid]()
        for number, bias in enumerate(how.in_parts(self.layer.bias).tolist()):
            found.extend(how.in_ones(bias + sign * self._reach(number, sign) + 0.0) for sign in (-1.0, 1.0))
        return frozen(np.array([[ends.min() if index % 2 == 0 else ends.max() for index, ends in enumerate(found)]]))

    def _reach(self, number: int, sign: float) -> Grid:
        """Return the magnitude of all products of one sign that meet in each cell of a filter's map, in parts."""
        total = np.zeros(self.size)
        for channel, kernel in zip(self.layer.channels_of(number), self._weights[number], strict=True):
            for side in (1.0, -1.0):
                pixels, weights = np.maximum(side * self._pixels[channel], 0.0), np.maximum(side * sign * kernel, 0.0)
                total += stamped(pixels, weights, self.layer, self.size)
        return total
