"""The picture that an image was made of, kept with it, and the image that it is at a resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ..value import Value
from .averaging import averaged, fitting
from .errors import NotAGrid
from .grid import Grid, Pair, checked_pair, frozen
from .limits import KEPT_SIZE, RESOLUTION, Range

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST_RESOLUTION = 64
KINDS = ((1, "uint8"), (3, "uint8"), (1, "uint16"))
"""How many channels there may be, and the numbers that each may have."""


class KeptPicture(Value):
    """A picture as it was opened: pixels of uint8, or of uint16 where it is gray in 16 bits, read-only.

    pixels   rows × columns × channels (1 or 3), at most 1024 on the longer side. Equal ones are mostly the very same:
             scenarios share it. Raises NotAGrid, or OutOfRange for a size that cannot be.
    name     what its file was called, without its folder; "" where it was pasted
    own      the (rows, columns) that it had before it was kept; if none are given, those of the pixels
    """

    pixels: NDArray[Any]
    name: str
    own: Pair

    def __init__(self, pixels: NDArray[Any], name: str = "", own: Pair | None = None) -> None:
        if pixels.ndim != 3 or (pixels.shape[2], pixels.dtype.name) not in KINDS:
            raise NotAGrid("picture", "not numbers" if pixels.ndim == 3 else "not two-dimensional")
        checked_pair(pixels.shape[:2], "picture size", KEPT_SIZE)
        kept = pixels.copy()  # a view's own numbers may change
        kept.flags.writeable = False
        super().__init__(kept, name, own or (int(kept.shape[0]), int(kept.shape[1])))

    def __eq__(self, other: object) -> bool:
        if self is other or not isinstance(other, KeptPicture):
            return self is other
        if (self.name, self.own) != (other.name, other.own):
            return False
        one, another = self.pixels, other.pixels
        return one.dtype == another.dtype and np.array_equal(one, another)

    def __hash__(self) -> int:
        return hash((self.pixels.shape, self.pixels.dtype.name))

    @property
    def size(self) -> Pair:
        """Its (rows, columns)."""
        return int(self.pixels.shape[0]), int(self.pixels.shape[1])

    @property
    def channels(self) -> int:
        """Three of red, green and blue, or one of gray."""
        return int(self.pixels.shape[2])

    @property
    def white(self) -> int:
        """The number that stands for white: 255, or 65535."""
        return int(np.iinfo(self.pixels.dtype).max)

    @property
    def resolutions(self) -> Range:
        """Which resolutions there are: 8 … 256, and never more than the picture has itself."""
        longest = max(self.size)
        return Range(min(RESOLUTION.low, longest), min(RESOLUTION.high, longest))

    @property
    def first_resolution(self) -> int:
        """The resolution that it is shown in at first: 64, or its own."""
        return int(self.resolutions.nearest(FIRST_RESOLUTION))

    def size_at(self, resolution: int) -> Pair:
        """Return the (rows, columns) of its image at a resolution, in its proportions."""
        return fitting(self.size, resolution)

    def image_in(self, size: Pair) -> tuple[Grid, ...]:
        """Return its channels in a size that is not larger than its own, 0 (black) … 1 (white).

        Each pixel is the mean of its area, as the nearest of the picture's own levels: v ÷ 255 (or ÷ 65535), so that
        `arithmetic` counts it exactly. Half way between two levels it is the even one.
        """
        levels = np.rint(averaged(self.pixels, size))
        return tuple(frozen(levels[:, :, channel] / self.white) for channel in range(self.channels))
