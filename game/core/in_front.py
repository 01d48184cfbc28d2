"""What follows from the fields of a scenario: what is in front, what the filter there sees, and how far it walks."""

from __future__ import annotations

from .grid import Grid, Pair
from .layers import Convolution
from .quantities import stored


class InFront:
    """What stands beside the fields of a scenario: which channel and filter are in front, what is theirs, all sizes."""

    channels: tuple[Grid, ...]
    layer: Convolution
    channel: int
    filter: int
    image: Grid
    kernel: Grid
    stride: Pair
    padding: Pair
    dilation: Pair

    @property
    def lanes(self) -> range:
        """The channels that the filter in front sees."""
        return self.layer.channels_of(self.filter)

    @property
    def sees(self) -> bool:
        """Whether the filter in front sees the channel in front."""
        return self.channel in self.lanes

    @property
    def is_single(self) -> bool:
        """Whether there is one channel and one filter: what is in front is all."""
        return len(self.channels) == self.layer.filters == 1

    @property
    def is_plain(self) -> bool:
        """Whether that is so, and there is no bias, no activation, and zeros alike on both sides of an axis."""
        layer = self.layer
        return self.is_single and not layer.bias.any() and layer.activation == "none" and layer.padding.pair is not None

    @property
    def image_size(self) -> Pair:
        """(rows, columns) of the image."""
        rows, columns = self.channels[0].shape
        return rows, columns

    @property
    def kernel_size(self) -> Pair:
        """(rows, columns) of the kernel."""
        rows, columns = self.kernel.shape
        return rows, columns

    @property
    def padded_size(self) -> Pair:
        """(rows, columns) of the image with its padding on both sides: n + 2p."""
        return self.layer.padding.padded_size(self.image_size)

    @property
    def kernel_extent(self) -> Pair:
        """(rows, columns) that the kernel reaches over, gaps of the dilation included: d·(k − 1) + 1."""
        return self.layer.kernel_extent

    @property
    def output_size(self) -> Pair:
        """(rows, columns) of each output feature map: ⌊(padded − extent) ÷ stride⌋ + 1, see `output_size`."""
        (rows, columns), (down, across), (step_down, step_right) = self.padded_size, self.kernel_extent, self.stride
        return (rows - down) // step_down + 1, (columns - across) // step_right + 1

    @property
    def walk(self) -> tuple[object, ...]:
        """All that says where the patches lie, and what they meet where no pixel is.

        The sizes, each pair that is a field, the padding of each side, and the pooling if it is one.
        """
        pairs = (getattr(self, each.key) for each in stored("pair"))
        return self.image_size, self.kernel_size, *pairs, self.layer.padding, self.layer.pooling

    @property
    def map_steps(self) -> int:
        """How many steps make one map: one for each of its cells."""
        rows, columns = self.output_size
        return rows * columns

    @property
    def steps(self) -> int:
        """How many steps the walk has: one for each cell of each map."""
        return self.map_steps * self.layer.filters
