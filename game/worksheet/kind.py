"""The kind of exercise that a scenario is: its operation and sizes, made small enough for paper, without its pixels."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np

from ..core.errors import ConvolutionError
from ..core.grid import Pair
from ..core.operation_change import CONVOLUTION, TRANSPOSED, operation_of
from ..core.output_size import AxisFacts
from ..core.padding import Padding
from ..core.pooling import Pooling
from ..core.scenario import Scenario
from ..core.tensors import Filters, Tensor
from ..files.errors import FileProblem
from ..value import Single
from ..words.numbers import size_text

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

MOST = 8
"""Rows, and columns, of an image on paper, if its kernel needs no more."""
MOST_WINDOW, MOST_OF_CHANNELS = 6, 6
"""The same where the window of a pooling is as large as the image, and where there are several channels."""
MOST_OUTPUT = 12
MOST_PADDED = 18
"""Rows, and columns, of an image, with its padding if that is drawn: cells of 9 mm across a page."""
MOST_KERNEL = 7
MOST_CHANNELS = 3
LARGEST_PIXEL = 99
SMALL = 9
"""The largest magnitude of a weight or a bias that is taken from the scenario."""


class Kind(Single):
    """What the exercises of a worksheet have in common.

    size, kernel    (rows, columns); a window as large as the image has the kernel None
    channels        how many there are; a pooling has one
    weights, bias   the scenario's own, shape (1, channels, rows, columns), where they are small and whole; else None
    pixels          the scenario's own, shape (channels, rows, columns), where they are taken as they are; else None
    biased          whether a bias is added
    relu            whether a sum below 0 becomes 0
    """

    operation: str
    size: Pair
    kernel: Pair | None
    channels: int
    stride: Pair
    padding: Padding
    dilation: Pair
    output_padding: Pair
    ceil: bool
    count_padding: bool
    weights: Filters | None
    biased: bool
    bias: int | None
    relu: bool
    pixels: Tensor | None = None

    @property
    def is_pooling(self) -> bool:
        """Whether it compares or averages, and so has no weights."""
        return self.operation not in (CONVOLUTION, TRANSPOSED)

    @property
    def is_transposed(self) -> bool:
        """Whether each pixel stamps the kernel."""
        return self.operation == TRANSPOSED

    @property
    def window(self) -> Pair:
        """(rows, columns) of the kernel, or of the window."""
        return self.size if self.kernel is None else self.kernel

    def axes(self) -> tuple[AxisFacts, AxisFacts]:
        """Return the numbers of the output size, for rows and columns."""
        rows, columns = (
            AxisFacts(
                self.size[at],
                *self.padding.sides[at],
                self.window[at],
                self.dilation[at],
                self.stride[at],
                ceil=self.ceil,
                output_padding=self.output_padding[at] if self.is_transposed else None,
            )
            for at in (0, 1)
        )
        return rows, columns

    def outputs(self) -> Pair:
        """Return (rows, columns) of the output; 0 where it cannot be."""
        rows, columns = (
            axis.outputs if self.is_transposed or axis.quotient.numerator >= 0 else 0 for axis in self.axes()
        )
        return rows, columns

    def scenario(self, image: ArrayLike, weights: ArrayLike | None = None, bias: int = 0) -> Scenario:
        """Return the scenario with these pixels (channels, rows, columns) and weights. Raises the errors of `core`."""
        white = max(1.0, float(np.max(image)))
        if self.is_pooling:
            kind = "max" if self.operation.startswith("max") else "average"
            stride, dilation = self.stride, self.dilation
            pooling = Pooling(kind, self.kernel, stride, self.padding, dilation, self.ceil, self.count_padding)
            return Scenario(np.asarray(image), np.ones((1, 1)), white, pooling=pooling)
        more: dict[str, Any] = {"transposed": True, "output_padding": self.output_padding} if self.is_transposed else {}
        return Scenario(
            np.asarray(image),
            np.asarray(weights),
            white,
            self.stride,
            self.padding,
            self.dilation,
            bias=[float(bias)],
            activation="relu" if self.relu else "none",
            **more,
        )

    def works(self) -> bool:
        """Say whether there is such a layer over such an image."""
        try:
            self.scenario(np.zeros((self.channels, *self.size)), np.zeros((1, self.channels, *self.window)))
        except ConvolutionError:
            return False
        return True


def kind_of(scenario: Scenario, own_kernel: bool = True) -> Kind:
    """Return the kind of a scenario as it is, whatever its size: of the filter in front and the first channels."""
    layer, pooling = scenario.layer, scenario.layer.pooling
    channels = 1 if pooling is not None else min(len(scenario.lanes), MOST_CHANNELS)
    own = layer.chosen_weights[scenario.filter : scenario.filter + 1, :channels] if own_kernel else None
    bias = float(layer.bias[scenario.filter])
    padding = layer.chosen_padding
    if not (padding.value.is_integer() and abs(padding.value) <= SMALL):
        padding = padding.changed(value=1.0)
    return Kind(
        operation=operation_of(scenario),
        size=scenario.pixel_size,
        kernel=scenario.kernel_size if pooling is None else pooling.kernel_size,
        channels=channels,
        stride=layer.chosen_stride,
        padding=padding,
        dilation=scenario.dilation,
        output_padding=layer.output_padding,
        ceil=pooling is not None and pooling.ceil_mode,
        count_padding=pooling is None or pooling.count_include_pad,
        weights=own if pooling is None and own is not None and _is_small(own) else None,
        biased=bias != 0,
        bias=int(bias) if _is_small(np.array([bias])) else None,
        relu=layer.activation == "relu",
    )


def _is_small(weights: Tensor) -> bool:
    return bool(weights.any() and (weights == np.rint(weights)).all() and np.abs(weights).max() <= SMALL)


def with_image(kind: Kind, scenario: Scenario) -> Kind:
    """Return the kind with the scenario's own pixels. Raises FileProblem "worksheet_image" where they have no room."""
    pixels = np.stack(scenario.pixels[: kind.channels])
    if max(kind.size) > MOST_OUTPUT or (pixels != np.rint(pixels)).any() or np.abs(pixels).max() > LARGEST_PIXEL:
        raise FileProblem("worksheet_image", most=MOST_OUTPUT)
    return kind.changed(pixels=pixels)


def on_paper(kind: Kind, most: int = MOST, *, drawn: bool = False) -> Kind:
    """Return the kind with an image that has room on paper: its own size, or the largest shorter one.

    drawn: with its padding. As many rows and columns are left over as before. Raises FileProblem: "worksheet_kernel"
    where the kernel has no room, "worksheet_size" where no image has that is large enough for it.
    """
    if kind.kernel is not None and max(kind.kernel) > MOST_KERNEL:
        raise FileProblem("worksheet_kernel", size=size_text(kind.kernel), most=MOST_KERNEL)
    if kind.pixels is not None:
        if not _has_room(kind, drawn=drawn):
            raise FileProblem("worksheet_size", most=MOST_PADDED)
        return kind
    most = min(most, MOST_WINDOW) if kind.kernel is None else most
    pairs = list(product(_lengths(kind, 0), _lengths(kind, 1)))
    largest_first = sorted((size for size in pairs if max(size) <= most), key=sum, reverse=True)
    smallest_first = sorted((size for size in pairs if max(size) > most), key=sum)
    for size in (*largest_first, *smallest_first):
        other = resized(kind, size)
        if _has_room(other, drawn=drawn) and other.works():
            return other
    raise FileProblem("worksheet_size", most=MOST_PADDED)


def _lengths(kind: Kind, at: int) -> list[int]:
    """Return the lengths that an axis may have: its own, and shorter ones that divide alike."""
    own, step = kind.size[at], 1 if kind.is_transposed or kind.kernel is None else kind.stride[at]
    return [length for length in range(1, min(own, MOST_PADDED) + 1) if (own - length) % step == 0]


def resized(kind: Kind, size: Pair) -> Kind:
    """Return the kind over an image of another size; windows as large as the image that step by their size go on so."""
    stride = size if kind.kernel is None and kind.stride == kind.size else kind.stride
    return kind.changed(size=size, stride=stride, pixels=None)


def _has_room(kind: Kind, *, drawn: bool) -> bool:
    outputs = kind.outputs()
    padded = kind.padding.padded_size(kind.size) if drawn and not kind.is_transposed else kind.size
    return min(outputs) >= 1 and max(outputs) <= MOST_OUTPUT and max(padded) <= MOST_PADDED
