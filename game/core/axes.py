"""One axis of a layer: which place of its source each weight reads, for every output place.

All that a layer does along an axis is in one table. What feeds a cell, what a pixel feeds, how often it is read, what
no patch ever sees: these ask the table, whatever stands in the padding, and know no mode.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from ..value import Single
from .padding import NOTHING, Mode, Sources, sources_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

Counts: TypeAlias = "NDArray[np.int64]"
Mask: TypeAlias = "NDArray[np.bool_]"


class Axis(Single):
    """An axis of the source, `length` places long, read by `taps`, shape (outputs, weights).

    taps[output, weight] is the place of the source that the weight reads for this output, or `NOTHING` where a number
    stands that is none of its pixels. `padded`, the places of the padded source, says which of the source each repeats.
    """

    length: int
    taps: Sources
    padded: Sources
    before: int
    stride: int
    dilation: int

    @property
    def outputs(self) -> int:
        """How many places the output has."""
        return len(self.taps)

    @cached_property
    def end(self) -> int:
        """Where the last patch ends on the padded source."""
        return (self.outputs - 1) * self.stride + (int(self.taps.shape[1]) - 1) * self.dilation + 1

    @cached_property
    def coverage(self) -> Counts:
        """How many times each place of the source is read; what reflect and circular repeat counts each time."""
        met = self.taps[self.taps != NOTHING]
        return np.bincount(met, minlength=self.length).astype(np.int64)

    @cached_property
    def padded_coverage(self) -> Counts:
        """How many times each place of the padded source is read, where it stands."""
        first = np.arange(self.outputs) * self.stride
        read = np.add.outer(first, np.arange(self.taps.shape[1]) * self.dilation).ravel()
        return np.bincount(read, minlength=len(self.padded))[: len(self.padded)].astype(np.int64)

    @cached_property
    def left_over(self) -> Mask:
        """Which places of the padded source lie after the last patch."""
        return np.arange(len(self.padded)) >= self.end

    @cached_property
    def skipped(self) -> Mask:
        """Which places before that no patch reads: between patches, or in the gaps of the dilation."""
        skipped: Mask = ~self.left_over & (self.padded_coverage == 0)
        return skipped

    def fed_by(self, place: int) -> list[int]:
        """Return the outputs that read a place of the source, wherever it stands or is repeated."""
        return list(self._readers.get(place, ()))

    @cached_property
    def _readers(self) -> dict[int, list[int]]:
        """The outputs that read each place of the source, in order."""
        found: dict[int, list[int]] = {}
        for output, read in enumerate(self.taps.tolist()):
            for place in dict.fromkeys(read):  # what is repeated may be read twice
                found.setdefault(place, []).append(output)
        return found

    def source(self, place: int) -> int:
        """Return which place of the source stands at a place, negative before it; `NOTHING` where none does."""
        at = place + self.before
        return int(self.padded[at]) if 0 <= at < len(self.padded) else NOTHING

    def read_at(self, place: int) -> list[int]:
        """Return the outputs that read what stands at this place, negative before the source; no place it repeats."""
        offsets = place + self.before - np.arange(self.outputs) * self.stride
        reach = (int(self.taps.shape[1]) - 1) * self.dilation
        met = (offsets >= 0) & (offsets <= reach) & (offsets % self.dilation == 0)
        return np.flatnonzero(met).tolist()

    def touched(self, weight: int) -> list[int]:
        """Return the place of the source that this weight reads for each output, `NOTHING` in a constant's padding."""
        return [int(place) for place in self.taps[:, weight]]


@lru_cache(maxsize=256)
def axis_of(
    length: int, kernel: int, stride: int, dilation: int, before: int = 0, after: int = 0, mode: Mode = "zeros"
) -> Axis:
    """Return the axis of a kernel that slides over a padded source; it has no outputs where the kernel does not fit.

    The kernel's weight u at output r reads place r·stride + u·dilation of the padded source (PyTorch, ``Conv2d``).
    """
    padded = sources_of(length, before, after, mode)
    outputs = max(0, (len(padded) - dilation * (kernel - 1) - 1) // stride + 1)
    read = np.add.outer(np.arange(outputs) * stride, np.arange(kernel) * dilation)
    taps = padded[read]
    for array in (taps, padded):
        array.flags.writeable = False
    return Axis(length, taps, padded, before, stride, dilation)
