"""Ranges of numbers, from low to high, and those that are asked for beside the table of `quantities`."""

from typing import NamedTuple


class Range(NamedTuple):
    """The numbers from low to high, both included."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Say whether the value lies in the range."""
        return self.low <= value <= self.high

    def nearest(self, value: float) -> float:
        """Return the number of the range that is nearest to the value."""
        return min(max(value, self.low), self.high)


IMAGE_SIZE = Range(1, 64)
"""Rows, and columns, that a slider or a name makes an image with."""
PICTURE_SIZE = Range(1, 256)
"""Rows, and columns, of any image: of a picture, or of numbers that were opened or pasted."""
KEPT_SIZE = Range(1, 1024)
"""Rows, and columns, that are kept of a picture."""
RESOLUTION = Range(8, PICTURE_SIZE.high)
"""Pixels of the longer side of an image that a picture is shown as; of a smaller one, its own."""
KERNEL_SIZE = Range(1, 15)
"""Rows, and columns, of the kernel."""
WHOLE_WEIGHTS = 65_536
"""Weights that a convolution as large as its image may have: those of 16 filters over 64 × 64 pixels."""
WEIGHT = Range(-999, 999)
WHITE = Range(0.01, 999)
"""The pixel value that is drawn white. Random pixels are multiples of 0.01, so less than that shows nothing."""
SEED = Range(0, 2**32 - 1)
"""Seeds are written on a blackboard; ten digits are enough."""
PIXEL = Range(-999, 999)
"""A pixel of an image, and what stands in a constant padding."""
COMPUTED = Range(-1e300, 1e300)
"""A number that a layer has made: any that is finite, and whose sums are."""
BIAS = Range(-999, 999)
CHANNELS = Range(1, 16)
"""Of an image."""
FILTERS = Range(1, 16)
LAYERS = Range(1, 6)
"""Of a network."""
PADDING_SIDE = Range(0, 112)
"""Of one side, at most: 8 · (15 − 1), which is "full" for the largest kernel and dilation."""
LARGEST_WITH_NUMBERS = 32
"""Pixels of the longer side of a kept picture's image up to which it is shown as numbers are."""
