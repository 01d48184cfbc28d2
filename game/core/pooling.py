"""Max and average pooling: the largest pixel of each window, or the mean of its pixels, in every channel alike.

Sources: PyTorch, ``torch.nn.MaxPool2d`` and ``AvgPool2d`` (section "Shape"); ONNX, ``AveragePool`` (with dilation).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal, TypeAlias

import numpy as np

from ..value import Value
from .arithmetic import EXACT_BELOW, pixel_parts
from .axes import Axis
from .errors import KernelDoesNotFit, OutOfRange, WindowWithoutPixels
from .grid import Grid, Pair, Shape, checked_pair, frozen
from .limits import KERNEL_SIZE, PICTURE_SIZE, Range
from .output_size import kernel_extent
from .padding import NOTHING, SIDES, Padding, padding_of, sources_of
from .quantities import QUANTITIES
from .tensors import Tensor

Kind: TypeAlias = Literal["max", "average"]


class Pooling(Value):
    """Windows that slide over each channel by itself and leave one number of each.

    kernel_size        (rows, columns) 1 … 15 of a window; None: as large as the image, whose size it follows
    stride             (rows, columns); None: the window's size, so that windows stand side by side
    padding            its sides, each less than the window's; nothing is in it: no pixel wins there, and an average
                       counts it as zeros, or not at all
    dilation           (rows, columns)
    ceil_mode          whether a last window that reaches over the end is kept: it starts inside the image or before it
    count_include_pad  whether an average is divided by the places in the padding too; those beyond it never count

    Making one raises the errors of `core`; whether it fits an image, `check` tells.
    """

    kind: Kind
    kernel_size: Pair | None = None
    stride: Pair | None = None
    padding: Padding = Padding()
    dilation: Pair = (1, 1)
    ceil_mode: bool = False
    count_include_pad: bool = True

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        fields, longest = self.__dict__, PICTURE_SIZE.high
        fields["dilation"] = QUANTITIES["dilation"].valid(self.dilation)
        if self.kernel_size is not None:
            fields["kernel_size"] = checked_pair(self.kernel_size, "kernel size", KERNEL_SIZE)
            longest = float(max(self.kernel_size))
        if self.stride is not None:
            low, high = QUANTITIES["stride"].range
            fields["stride"] = checked_pair(self.stride, "stride", Range(low, max(high, longest)))

    @property
    def operation(self) -> str:
        """What it is called in files and lists: "max pooling" or "average pooling"."""
        return f"{self.kind} pooling"

    def over(self, said: dict[str, Any]) -> Pooling:
        """Return the pooling with what is said of a layer's kernel, stride, padding and dilation, if anything is.

        said: the kernel by its weights, whose last two dimensions are its size; the padding as rows and columns, or as
        a `Padding`. Raises the errors of `core`.
        """
        found: dict[str, Any] = {name: said[name] for name in ("stride", "dilation") if name in said}
        if "kernel" in said:
            rows, columns = np.shape(said["kernel"])[-2:]
            found["kernel_size"] = (rows, columns)
        if "padding" in said:
            around = said["padding"]
            found["padding"] = around if isinstance(around, Padding) else padding_of(*around)
        return self.changed(**found) if found else self

    def window(self, size: Pair) -> Pair:
        """Return (rows, columns) of its windows over an image of that size."""
        return size if self.kernel_size is None else self.kernel_size

    def axes(self, size: Pair) -> tuple[Axis, Axis]:
        """Return the rows and the columns of this layer over an image of that size."""
        window = self.window(size)
        stride = window if self.stride is None else self.stride
        rows, columns = (
            pooled_axis(length, kernel, step, dilation, *sides, self.ceil_mode)
            for length, kernel, step, dilation, sides in zip(
                size, window, stride, self.dilation, self.padding.sides, strict=True
            )
        )
        return rows, columns

    def output_shape(self, shape: Shape) -> Shape:
        """Return (maps, rows, columns) of what it makes of an image of that shape: a map for each channel."""
        rows, columns = self.axes(shape[1:])
        return shape[0], rows.outputs, columns.outputs

    def check(self, shape: Shape) -> None:
        """Raise OutOfRange, KernelDoesNotFit or WindowWithoutPixels if it cannot take such an image."""
        size = shape[1:]
        window, available = self.window(size), self.padding.padded_size(size)
        for place, side in enumerate(SIDES):
            most, amount = window[place // 2] - 1, getattr(self.padding, side)
            if amount > most:
                raise OutOfRange(f"{side} padding", amount, 0, most)
        for at, axis in enumerate(self.axes(size)):
            name = ("rows", "columns")[at]
            if not axis.outputs:
                raise KernelDoesNotFit(name, kernel_extent(window[at], self.dilation[at]), available[at])
            blind = np.flatnonzero((axis.taps == NOTHING).all(axis=1))
            if len(blind):
                raise WindowWithoutPixels(name, int(blind[0]) + 1)

    def counts(self, size: Pair) -> Grid:
        """Return by how many places an average is divided, for each cell: shape (rows, columns) of the output."""
        rows, columns = (self._counted(axis) for axis in self.axes(size))
        return frozen(np.multiply.outer(rows, columns))

    def _counted(self, axis: Axis) -> Grid:
        if not self.count_include_pad:
            return frozen((axis.taps != NOTHING).sum(axis=1))
        first, reads = np.arange(axis.outputs) * axis.stride, np.arange(axis.taps.shape[1]) * axis.dilation
        return frozen((np.add.outer(first, reads) < len(axis.padded)).sum(axis=1))


@lru_cache(maxsize=256)
def pooled_axis(length: int, kernel: int, stride: int, dilation: int, before: int, after: int, ceil: bool) -> Axis:
    """Return the axis of windows over a source; it has no outputs where not even the first one fits.

    With `ceil` the last window may reach over the end, but starts inside the source or before it (PyTorch).
    """
    padded = sources_of(length, before, after, "zeros")
    over = stride - 1 if ceil else 0
    outputs = max(0, (len(padded) - kernel_extent(kernel, dilation) + over) // stride + 1)
    if ceil and (outputs - 1) * stride >= length + before:
        outputs -= 1
    read = np.add.outer(np.arange(outputs) * stride, np.arange(kernel) * dilation)
    beyond = max(0, int(read.max(initial=0)) + 1 - len(padded))
    taps = np.concatenate((padded, np.full(beyond, NOTHING)))[read]
    for array in (taps, padded):
        array.flags.writeable = False
    return Axis(length, taps, padded, before, stride, dilation)


def pooled(image: Tensor, layer: Pooling) -> Tensor:
    """Return the maps that pooling makes of an image. Raises the errors of `Pooling.check`."""
    channels, *size = image.shape
    layer.check((channels, size[0], size[1]))
    rows, columns = layer.axes((size[0], size[1]))
    if layer.kind == "max":
        across = _met(image, columns, 2, -np.inf).max(axis=-1)
        return frozen(_met(across, rows, 1, -np.inf).max(axis=-1))
    counts, parts = layer.counts((size[0], size[1])), parts_of(image, layer.window((size[0], size[1])))
    # Sums in whole parts are divided once, by parts and counts together.
    return frozen(_sums(image, rows, columns, parts) / ((parts or 1.0) * counts))


def window_sums(image: Tensor, layer: Pooling) -> Tensor:
    """Return the sum of the pixels in each window, shape (channels, rows, columns); raises as `pooled` does."""
    channels, *size = image.shape
    layer.check((channels, size[0], size[1]))
    parts = parts_of(image, layer.window((size[0], size[1])))
    return frozen(_sums(image, *layer.axes((size[0], size[1])), parts) / (parts or 1.0))


def _sums(image: Tensor, rows: Axis, columns: Axis, parts: float) -> Tensor:
    """Return the sums of all windows in whole parts; where there are none, of the pixels in reading order."""
    if not parts:
        return _in_row_order(image, rows, columns)
    across = _met(np.rint(image * parts), columns, 2, 0.0).sum(axis=-1)
    sums: Tensor = _met(across, rows, 1, 0.0).sum(axis=-1) + 0.0  # never −0, as in a walk that begins at 0
    return sums


def winner(image: Grid, layer: Pooling, cell: Pair) -> Pair:
    """Return (row, column) of the pixel that wins a cell of max pooling: of equal ones the first in reading order."""
    rows, columns = layer.axes((image.shape[0], image.shape[1]))
    down, across = rows.taps[cell[0]], columns.taps[cell[1]]
    down, across = down[down != NOTHING], across[across != NOTHING]
    row, column = divmod(int(image[np.ix_(down, across)].argmax()), len(across))
    return int(down[row]), int(across[column])


def _met(image: Tensor, axis: Axis, along: int, nothing: float) -> Tensor:
    """Return what each window meets along an axis, as a last dimension more; `nothing` where no pixel stands."""
    shape = list(image.shape)
    shape[along] = 1
    whole = np.concatenate((image, np.full(shape, nothing)), axis=along)  # NOTHING, −1, reads what stands last
    met: Tensor = np.moveaxis(np.take(whole, axis.taps, axis=along), along + 1, -1)
    return met


def _in_row_order(image: Tensor, rows: Axis, columns: Axis) -> Tensor:
    """Return the sums of all windows, their pixels added one after the other in reading order."""
    whole = np.pad(image, ((0, 0), (0, 1), (0, 1)))
    sums = np.zeros((len(image), rows.outputs, columns.outputs))
    for down in rows.taps.T:
        for across in columns.taps.T:
            sums += whole[:, down[:, None], across[None, :]]
    return sums


def parts_of(image: Tensor, window: Pair) -> float:
    """Return the whole parts that pixels are counted in, 0 where there are none or a sum would be too large."""
    parts = pixel_parts(image)
    most = float(np.abs(image).max()) * window[0] * window[1] * parts
    return parts if most < EXACT_BELOW else 0.0
