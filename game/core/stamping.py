"""What stands on the maps of a transposed convolution before and after each of its stamps."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..value import Single
from .arithmetic import distinct
from .axes import Counts
from .grid import Grid, Pair, frozen
from .result import Result
from .scenario import Scenario
from .spread import Spread, stamped
from .stamp_counts import axis_counts
from .stamps import Stamp, kept_of, whole_size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]


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
    def counts(self) -> Counts:
        """How many stamps of one channel meet in each cell of the whole map, read-only."""
        found = np.outer(self._rows, self._columns)
        found.flags.writeable = False
        return found

    @cached_property
    def _rows(self) -> Counts:
        return axis_counts(self.scenario, 0, range(self.scenario.pixel_size[0]))

    @cached_property
    def _columns(self) -> Counts:
        return axis_counts(self.scenario, 1, range(self.scenario.pixel_size[1]))

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
        """Return what stands on a filter's map when its first `count` stamps have been laid, 0 … `map_stamps`.

        Remembered for the last few: what one stamp leaves, the next finds.
        """
        return _standing(self, number, count)

    def made(self, number: int, count: int) -> Standing:
        """Return the same, worked out anew."""
        rows, columns = self.scenario.pixel_size
        lanes = self.layer.channels_of(number)
        lane, laid = divmod(count, rows * columns)
        if lane == len(lanes):
            lane, laid = lane - 1, rows * columns
        how, bias = self.result.arithmetic, float(self.layer.bias[number])
        parts = self._channels_before(number, lane) + self._laid(number, lane, laid)
        met = self.counted(laid)
        never = self.counts == 0
        found = Standing(
            sums=how.in_ones((parts + how.in_parts(bias)) + 0.0),
            begun=(met > 0) | never | (lane > 0),
            finished=never | ((met == self.counts) & (lane == len(lanes) - 1)),
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

    def counted(self, laid: int) -> Counts:
        """Return how many of the first stamps of a channel have met each cell: of whole rows of pixels, and of one."""
        scenario, (row, more) = self.scenario, divmod(laid, self.scenario.pixel_size[1])
        whole = np.outer(axis_counts(scenario, 0, range(row)), self._columns)
        if not more:
            return whole
        begun = np.outer(axis_counts(scenario, 0, range(row, row + 1)), axis_counts(scenario, 1, range(more)))
        return whole + begun

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
        """The least and the greatest number that any partial sum of any map can be, or somewhat more; shape (1, 2).

        In a cell those weights meet that lie a multiple of the stride apart. None of their products is beyond that of
        the least or the greatest pixel of their channel, and none may have come yet. So it costs nothing with large
        images, whose pixels a stroke changes in every frame.
        """
        axes = zip(self.layer.kernel_size, self.layer.dilation, self.layer.chosen_stride, strict=True)
        down, across = (_meeting(count, step, stride) for count, step, stride in axes)
        ends = np.array([(pixels.min(), pixels.max()) for pixels in self.scenario.pixels])
        found = []
        for number, kernels in enumerate(self.layer.chosen_weights):
            lanes = self.layer.channels_of(number)
            low, high = ends[lanes.start : lanes.stop, :, None, None].swapaxes(0, 1)
            products = kernels * low, kernels * high
            least, most = np.minimum(*products).clip(max=0), np.maximum(*products).clip(min=0)
            below, above = ((down @ each @ across.T).sum(axis=0) for each in (least, most))
            found.append(self.layer.bias[number] + np.array([below.min(), above.max()]))
        return frozen(np.array([[min(each[0] for each in found), max(each[1] for each in found)]]))


def stamping_of(result: Result) -> Stamping:
    """Return the stamps of a result, whichever channel and filter are in front; remembered for the last few."""
    return _stamping(result.at(0, 0))


@lru_cache(maxsize=4)
def _stamping(result: Result) -> Stamping:
    return Stamping(result)


def _meeting(count: int, step: int, stride: int) -> Grid:
    """Return which of an axis' weights meet in one cell: a row of 1 and 0 for each set of them."""
    rests = np.arange(count) * step % stride
    found: Grid = (rests[None, :] == distinct(rests)[:, None]).astype(np.float64)
    return found


@lru_cache(maxsize=4)
def _standing(stamping: Stamping, number: int, count: int) -> Standing:
    return stamping.made(number, count)
