"""What follows from the fields of a scenario: what is in front, what the filter there sees, and how far it walks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .grid import Grid, Pair, ends_around, ends_of, frozen, magnitude_of
from .layers import Convolution
from .limits import IMAGE_SIZE, LARGEST_WITH_NUMBERS
from .quantities import stored
from .tensors import Tensor

if TYPE_CHECKING:
    from .chain import Chain
    from .kept_picture import KeptPicture


IN_COLOUR = 3
"""Channels of an image in colour."""


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
    picture: KeptPicture | None
    white: float
    chain: Chain | None

    @property
    def is_of_maps(self) -> bool:
        """Whether the channels are the maps of the layer before, in a network, and no image of anybody's."""
        return self.chain is not None and self.chain.focus > 0

    @property
    def source_white(self) -> float:
        """The white of the image that is painted: of a network the source's, whichever layer is in focus."""
        source = None if self.chain is None else self.chain.source
        return self.white if source is None else source.white

    @property
    def source_pixels(self) -> tuple[Grid, ...]:
        """The channels of the image that is painted, as they were given."""
        source = None if self.chain is None else self.chain.source
        return self.pixels if source is None else source.channels

    @property
    def maps_before(self) -> int:
        """How many maps of the layer before the channels are; 0 where they are an image's."""
        return len(self.channels) if self.is_of_maps else 0

    @property
    def number(self) -> int:
        """Which layer of a network it is, from 1; 0 where it is the only one."""
        return 0 if self.chain is None else self.chain.focus + 1

    @property
    def in_colour(self) -> bool:
        """Whether the channels are red, green and blue."""
        return len(self.channels) == IN_COLOUR and not self.is_of_maps

    @cached_property
    def full(self) -> float:
        """The pixel that has its full colour: white; of maps their largest magnitude, so that all are told apart."""
        return magnitude_of(ends_around(tuple(map(ends_of, self.channels)))) if self.is_of_maps else self.white

    @property
    def lanes(self) -> range:
        """The channels that the filter in front sees."""
        return self.layer.channels_of(self.filter)

    @property
    def sees(self) -> bool:
        """Whether the filter in front sees the channel in front."""
        return self.channel in self.lanes

    @cached_property
    def pixels(self) -> tuple[Grid, ...]:
        """The channels without what stands between their pixels under a transposed convolution."""
        return self.layer.pixels(self.channels)

    @cached_property
    def tensor(self) -> Tensor:
        """All channels in one, shape (channels, rows, columns), read-only."""
        return frozen(self.channels) if len(self.channels) > 1 else self.image[np.newaxis]

    @property
    def is_pictured(self) -> bool:
        """Whether the image is looked at as a picture: it is larger than a slider makes one, or a photo with detail."""
        most = IMAGE_SIZE.high if self.picture is None else LARGEST_WITH_NUMBERS
        return max(self.pixel_size) > most

    @property
    def place(self) -> int:
        """Which of its filter's kernels is in front; the first where the filter does not see the channel in front."""
        return self.channel - self.lanes.start if self.sees else 0

    @property
    def chosen_kernel(self) -> Grid:
        """The kernel in front as it was set: that of a transposed convolution is turned while it walks."""
        if not self.layer.is_transposed:
            return self.kernel
        kernel: Grid = self.layer.chosen_weights[self.filter, self.place]
        return kernel

    @property
    def pixel_tensor(self) -> Tensor:
        """All pixels as they were given, shape (channels, rows, columns), read-only."""
        return frozen(self.pixels) if self.layer.is_transposed else self.tensor

    @property
    def pixel_size(self) -> Pair:
        """(rows, columns) of the image as it was given: without what stands between its pixels."""
        rows, columns = self.pixels[0].shape
        return rows, columns

    def chosen(self, key: str) -> Pair:
        """Return a pair of the table of quantities, by its key, as it was set.

        Padding: (rows, columns), what is above and on the left.
        """
        if key == "image_size":
            return self.pixel_size
        if key == "padding":
            return self.layer.chosen_padding.top, self.layer.chosen_padding.left
        found: Pair = self.layer.chosen_stride if key == "stride" else getattr(self, key)
        return found

    @property
    def is_single(self) -> bool:
        """Whether there is one channel and one filter: what is in front is all."""
        return len(self.channels) == self.layer.filters == 1

    @property
    def is_plain(self) -> bool:
        """Whether that is so, and there is no bias, no activation, and zeros alike on both sides of an axis.

        A kernel as large as the image is not plain: it follows the image.
        """
        layer = self.layer
        plain = not layer.is_transposed and layer.padding.pair is not None
        plain = plain and not layer.whole_image
        return self.is_single and plain and not layer.bias.any() and layer.activation == "none"

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

    @cached_property
    def walk(self) -> tuple[object, ...]:
        """All that says where the patches lie, and what they meet where no pixel is.

        The sizes, each pair that is a field, the padding of each side, and the pooling if it is one.
        """
        pairs = (getattr(self, each.key) for each in stored("pair"))
        chosen = self.layer.chosen_stride, self.layer.chosen_padding if self.layer.is_transposed else None
        return self.image_size, self.kernel_size, *pairs, self.layer.padding, self.layer.pooling, *chosen

    def patch(self, cell: Pair, padded: Grid) -> Grid:
        """Return what the kernel covers of a padded channel when it makes this output cell: a view, in its shape."""
        top, left = cell[0] * self.stride[0], cell[1] * self.stride[1]
        (rows, columns), (down, across) = self.kernel_extent, self.dilation
        return padded[top : top + rows : down, left : left + columns : across]

    @cached_property
    def map_steps(self) -> int:
        """How many steps make one map: one for each of its cells."""
        rows, columns = self.output_size
        return rows * columns

    @cached_property
    def steps(self) -> int:
        """How many steps the walk has: one for each cell of each map."""
        return self.map_steps * self.layer.filters

    @cached_property
    def map_stamps(self) -> int:
        """How many stamps of a transposed convolution make one map: one for each pixel that its filter sees."""
        rows, columns = self.pixel_size
        return rows * columns * len(self.layer.channels_of(0))

    @cached_property
    def stamps(self) -> int:
        """How many stamps make all maps of a transposed convolution."""
        return self.map_stamps * self.layer.filters


def put_in_front(scenario: InFront, channel: int, number: int) -> None:
    """Set what stands beside the fields, while a scenario is being made; afterwards it is frozen."""
    layer, fields = scenario.layer, scenario.__dict__
    lanes = layer.channels_of(number)
    kernel = layer.kernels[number][channel - lanes.start if channel in lanes else 0]
    fields.update(channel=channel, filter=number, image=scenario.channels[channel], kernel=kernel)
    fields.update(stride=layer.stride, dilation=layer.dilation, padding=(layer.padding.top, layer.padding.left))
