"""A layer: what is done to the channels of an image, to make maps of them.

Source: PyTorch, ``torch.nn.Conv2d``. A filter has a kernel for each channel of its group and one bias; it makes one
map. With g groups the first filters see the first channels only, and so on: channels and filters divide by g.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from ..value import Value
from .axes import Axis, axis_of
from .errors import (
    GroupsDoNotDivide,
    KernelDoesNotFit,
    KernelIsNotTheImage,
    NotFinite,
    WholeImageTooLarge,
    WrongShape,
    check_known,
)
from .grid import Grid, Pair, Shape, check_values, checked_pair, checked_whole
from .limits import BIAS, CHANNELS, FILTERS, IMAGE_SIZE, KERNEL_SIZE, WEIGHT, WHOLE_WEIGHTS
from .output_size import kernel_extent
from .padding import Padding
from .quantities import QUANTITIES
from .tensors import Filters, Tensor, checked_tensor

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from .pooling import Pooling

ACTIVATION_NAMES = ("none", "relu", "leaky relu", "sigmoid", "tanh", "softmax")
"""Those of `activations.ACTIVATIONS`, which a layer without one does not need."""


class Convolution(Value):
    """Filters that slide over the channels of an image.

    weights      −999 … 999, shape (filters, channels of a group, rows, columns)
    bias         −999 … 999, one for each filter; all 0 if None is given
    stride, dilation      (rows, columns)
    groups       how many groups channels and filters are shared out to; each channel alone is "depthwise"
    activation   one of `ACTIVATION_NAMES`
    whole_image  whether the kernels are as large as the image, which they follow: then they may be larger than 15 × 15

    Making one raises the errors of `core`; whether it fits an image, `check` tells.
    """

    weights: Filters
    bias: Tensor
    stride: Pair = (1, 1)
    padding: Padding = Padding()
    dilation: Pair = (1, 1)
    groups: int = 1
    activation: str = "none"
    whole_image: bool = False

    def __init__(self, weights: ArrayLike, bias: ArrayLike | None = None, *values: Any, **named: Any) -> None:
        checked = checked_weights(weights)
        super().__init__(checked, checked_bias(bias, len(checked)), *values, **named)
        fields = self.__dict__
        checked_whole(self.filters, "filters", FILTERS)
        if self.whole_image:
            check_whole_image(checked.shape)
        else:
            checked_pair(self.kernel_size, "kernel size", KERNEL_SIZE)
        fields["stride"] = QUANTITIES["stride"].valid(self.stride)
        fields["dilation"] = QUANTITIES["dilation"].valid(self.dilation)
        fields["groups"] = checked_whole(self.groups, "groups", CHANNELS)
        check_known("activation", self.activation, ACTIVATION_NAMES)
        check_groups("filters", self.filters, self.groups)

    @property
    def filters(self) -> int:
        """How many filters there are, and so maps."""
        return int(self.weights.shape[0])

    @property
    def channels(self) -> int:
        """How many channels the image has to have."""
        return int(self.weights.shape[1]) * self.groups

    @property
    def kernel_size(self) -> Pair:
        """(rows, columns) of each kernel."""
        return int(self.weights.shape[2]), int(self.weights.shape[3])

    @cached_property
    def kernel_extent(self) -> Pair:
        """(rows, columns) that a kernel reaches over, gaps of the dilation included: d·(k − 1) + 1."""
        (rows, columns), (down, across) = self.kernel_size, self.dilation
        return kernel_extent(rows, down), kernel_extent(columns, across)

    @property
    def is_fully_connected(self) -> bool:
        """Whether each filter has a weight for every pixel of all channels, and makes one value of them."""
        return self.whole_image and self.groups == 1 and self.padding.sides == ((0, 0), (0, 0))

    @property
    def pooling(self) -> Pooling | None:
        """The pooling whose windows these are; None: a convolution (see `windows.Windows`)."""
        return None

    @property
    def is_transposed(self) -> bool:
        """Whether it is a transposed convolution, as a walk over the spread image (see `spread.Spread`)."""
        return False

    @property
    def chosen_padding(self) -> Padding:
        """The padding as it was set: all of it, but where windows reach over the end, or stamps are cut."""
        return self.padding

    @property
    def chosen_stride(self) -> Pair:
        """The stride as it was set: that of the walk, but where stamps are set down."""
        return self.stride

    @property
    def output_padding(self) -> Pair:
        """(rows, columns) less that are cut off a transposed convolution's map; else (0, 0)."""
        return 0, 0

    @property
    def chosen_weights(self) -> Filters:
        """The weights as they were set: those of the walk, but where kernels are turned."""
        return self.weights

    def pixels(self, channels: tuple[Grid, ...]) -> tuple[Grid, ...]:
        """Return the pixels of the channels that it walks over: all of them, but where zeros stand between."""
        return channels

    def spread(self, channels: tuple[Grid, ...]) -> tuple[Grid, ...]:
        """Return the channels that it walks over of given ones: these, but where zeros stand between their pixels."""
        return channels

    def is_pixel(self, row: int, column: int) -> bool:
        """Say whether a pixel stands at a place of the image, and no zero between pixels."""
        del row, column
        return True

    @cached_property
    def kernels(self) -> tuple[tuple[Grid, ...], ...]:
        """Each filter's kernels, one for each channel of its group."""
        return tuple(tuple(filter_) for filter_ in self.weights)

    def with_kernel(self, number: int, place: int, kernel: Grid) -> Convolution:
        """Return the layer with another kernel, of the same size, for a channel of a filter's group; not checked."""
        weights = self.weights.copy()
        weights[number, place] = kernel
        weights.flags.writeable = False
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__ | {"weights": weights})
        kernels = [list(each) for each in self.kernels]
        kernels[number][place] = weights[number, place]
        other.__dict__["kernels"] = tuple(map(tuple, kernels))
        return other

    @property
    def settings(self) -> tuple[object, ...]:
        """All but the single weights and biases: two of the same settings differ in these alone."""
        return self.weights.shape, self.groups, self.activation, self.whole_image

    def same_but_slide(self, other: Convolution) -> bool:
        """Say whether filters, groups, biases and activation are the same."""
        if self is other:
            return True
        same = self.settings == other.settings and np.array_equal(self.bias, other.bias)
        return same and (self.weights is other.weights or np.array_equal(self.weights, other.weights))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Convolution):
            return NotImplemented
        slide = self.stride, self.padding, self.dilation
        return slide == (other.stride, other.padding, other.dilation) and self.same_but_slide(other)

    # Arrays have no hash, and equal layers would need equal ones.
    __hash__ = None  # type: ignore[assignment]

    def of_filters(self, numbers: range) -> Convolution:
        """Return the layer of some filters of one group alone, over the channels of that group."""
        other = object.__new__(type(self))
        part = slice(numbers.start, numbers.stop)
        own = {"weights": self.weights[part], "bias": self.bias[part], "groups": 1}
        other.__dict__.update(self.__dict__ | own)
        other.__dict__.pop("kernels", None)
        return other

    def of_filter(self, number: int) -> Convolution:
        """Return the layer of one filter alone, over the channels of its group."""
        return self.of_filters(range(number, number + 1))

    def seeing(self, channel: int) -> range:
        """Return the filters that see a channel: those of its group."""
        group, each = channel // int(self.weights.shape[1]), self.filters // self.groups
        return range(group * each, (group + 1) * each)

    def channels_of(self, number: int) -> range:
        """Return the channels that a filter sees: those of its group."""
        each = int(self.weights.shape[1])
        first = number // (self.filters // self.groups) * each
        return range(first, first + each)

    def axes(self, size: Pair) -> tuple[Axis, Axis]:
        """Return the rows and the columns of this layer over an image of that size."""
        rows, columns = (
            axis_of(length, kernel, stride, dilation, *sides, self.padding.mode)
            for length, kernel, stride, dilation, sides in zip(
                size, self.kernel_size, self.stride, self.dilation, self.padding.sides, strict=True
            )
        )
        return rows, columns

    def output_shape(self, shape: Shape) -> Shape:
        """Return (maps, rows, columns) of what it makes of an image of that shape."""
        rows, columns = self.axes(shape[1:])
        return self.filters, rows.outputs, columns.outputs

    def check(self, shape: Shape) -> None:
        """Raise an error if it cannot take such an image.

        GroupsDoNotDivide, WrongShape, KernelIsNotTheImage, PaddingTooLarge or KernelDoesNotFit.
        """
        channels, *size = shape
        check_groups("channels", channels, self.groups)
        if channels != self.channels:
            found = tuple(map(int, self.weights.shape))
            raise WrongShape("weights", found, (self.filters, channels // self.groups, *self.kernel_size))
        if self.whole_image and self.kernel_size != (size[0], size[1]):
            raise KernelIsNotTheImage(*self.kernel_size, *size)
        self.padding.check((size[0], size[1]))
        available = self.padding.padded_size((size[0], size[1]))
        for axis, extent, there in zip(("rows", "columns"), self.kernel_extent, available, strict=True):
            if extent > there:
                raise KernelDoesNotFit(axis, extent, there)


def checked_weights(weights: ArrayLike) -> Filters:
    """Return the weights of a layer, read-only. Raises NotATensor, NotFinite or OutOfRange."""
    checked = checked_tensor(weights, "weights", 4)
    check_values(checked, "weight", WEIGHT)
    return checked


def check_whole_image(shape: tuple[int, ...]) -> None:
    """Raise WholeImageTooLarge unless kernels as large as the image may have weights of this shape.

    They may be as large as an image with numbers can be made, and so many in all.
    """
    count, side = math.prod(shape), int(IMAGE_SIZE.high)
    if max(shape[2:]) > side or count > WHOLE_WEIGHTS:
        raise WholeImageTooLarge(int(shape[2]), int(shape[3]), count, side, WHOLE_WEIGHTS)


def checked_bias(bias: ArrayLike | None, filters: int) -> Tensor:
    """Return one bias for each filter, read-only. Raises WrongShape, NotFinite or OutOfRange."""
    found = np.zeros(filters) if bias is None else np.asarray(bias)
    if found.shape != (filters,):
        raise WrongShape("bias", tuple(map(int, found.shape)), (filters,))
    if found.dtype.kind not in "iuf":
        raise NotFinite("bias")
    values = np.array(found, np.float64)
    check_values(values, "bias", BIAS)
    values.flags.writeable = False
    return values


def check_groups(quantity: str, count: int, groups: int) -> None:
    """Raise GroupsDoNotDivide unless so many channels or filters can be shared out evenly."""
    if count % groups:
        raise GroupsDoNotDivide(quantity, count, groups, divisors(count))


def divisors(*counts: int) -> tuple[int, ...]:
    """Return the numbers that divide all of them, in order: how many groups there may be."""
    return tuple(each for each in range(1, min(counts) + 1) if not any(count % each for count in counts))
