"""What stands around an image: how much on each side, and what it is.

Sources: PyTorch, ``torch.nn.Conv2d`` (``padding_mode``) and ``torch.nn.ConstantPad2d``; the modes are those of
``numpy.pad``: "constant", "reflect", "edge" (here "replicate") and "wrap" (here "circular").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

import numpy as np

from ..value import Value
from .errors import PaddingTooLarge, check_known
from .grid import Pair, checked_real, checked_whole
from .limits import PADDING_SIDE, PIXEL
from .output_size import kernel_extent
from .tensors import Tensor

if TYPE_CHECKING:
    from numpy.typing import NDArray

Mode: TypeAlias = Literal["zeros", "constant", "reflect", "replicate", "circular"]
MODES: tuple[Mode, ...] = get_args(Mode)
Sources: TypeAlias = "NDArray[np.int64]"
"""Places of an axis by their index; `NOTHING` where none of the image's pixels stands."""
NOTHING = -1
SIDES = ("top", "bottom", "left", "right")


class Padding(Value):
    """Rows and columns around an image, and what stands in them.

    zeros, constant   a 0, or the value
    reflect           the image mirrored at its outermost pixel, which is not repeated: at most n − 1 on a side
    replicate         the outermost pixel
    circular          the image again, from its other side: at most n on a side

    Making one raises NotWhole, NotFinite, OutOfRange or UnknownName.
    """

    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0
    mode: Mode = "zeros"
    value: float = 0.0

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        check_known("padding mode", self.mode, MODES)
        fields = self.__dict__
        for side in SIDES:
            fields[side] = checked_whole(fields[side], f"{side} padding", PADDING_SIDE)
        fields["value"] = checked_real(self.value, "padding value", PIXEL)

    @property
    def sides(self) -> tuple[Pair, Pair]:
        """How much stands before and after the image along each axis: (top, bottom), (left, right)."""
        return (self.top, self.bottom), (self.left, self.right)

    @property
    def alike(self) -> Pair | None:
        """(rows, columns) where both sides of each axis are alike, else None."""
        return (self.top, self.left) if self.top == self.bottom and self.left == self.right else None

    @property
    def pair(self) -> Pair | None:
        """The same where zeros stand there, as in version 1; else None."""
        return self.alike if self.mode == "zeros" else None

    @property
    def fill(self) -> float:
        """What stands where no pixel of the image does: 0, but for the value of "constant"."""
        return self.value if self.mode == "constant" else 0.0

    @property
    def repeats(self) -> bool:
        """Whether pixels of the image stand in it."""
        return self.mode in ("reflect", "replicate", "circular")

    def padded_size(self, size: Pair) -> Pair:
        """Return (rows, columns) of an image of this size with its padding."""
        return size[0] + self.top + self.bottom, size[1] + self.left + self.right

    def sources(self, size: Pair) -> tuple[Sources, Sources]:
        """Return which row, and which column, of an image of this size stands at each of the padded image.

        Raises PaddingTooLarge where the mode has no pixel for a place.
        """
        self.check(size)
        rows, columns = (
            sources_of(length, *amounts, self.mode) for length, amounts in zip(size, self.sides, strict=True)
        )
        return rows, columns

    def check(self, size: Pair) -> None:
        """Raise PaddingTooLarge where this much cannot stand around an image of this size."""
        if self.mode not in ("reflect", "circular"):
            return
        for side, length in zip(SIDES, (size[0], size[0], size[1], size[1]), strict=True):
            most = length - 1 if self.mode == "reflect" else length
            if getattr(self, side) > most:
                raise PaddingTooLarge(side, self.mode, getattr(self, side), most)


def padding_of(rows: int, columns: int, mode: Mode = "zeros", value: float = 0.0) -> Padding:
    """Return as much above as below, and as much on the left as on the right."""
    return Padding(rows, rows, columns, columns, mode, value)


def padded(image: Tensor, padding: Padding) -> Tensor:
    """Return every channel with what stands around it."""
    size = image.shape[1], image.shape[2]
    if padding.mode in ("zeros", "constant") and min(map(min, padding.sides)) >= 0:  # several times as fast
        whole = np.full((len(image), *padding.padded_size(size)), padding.fill)
        whole[:, padding.top : padding.top + size[0], padding.left : padding.left + size[1]] = image
        return whole
    rows, columns = padding.sources(size)
    found = image[:, rows[:, None], columns[None, :]]
    found[:, (rows[:, None] == NOTHING) | (columns[None, :] == NOTHING)] = padding.fill
    return found


def sources_of(length: int, before: int, after: int, mode: Mode) -> Sources:
    """Return which of `length` places stands at each place of an axis with so much before and after it."""
    places = np.arange(-before, length + after)
    if mode == "replicate":
        return np.clip(places, 0, length - 1)
    if mode == "circular":
        return places % length
    if mode == "reflect":
        mirrored = np.abs(places)
        return np.where(mirrored < length, mirrored, 2 * (length - 1) - mirrored)
    return np.where((places >= 0) & (places < length), places, NOTHING)


def valid(_length: int, _kernel: int, _stride: int, _dilation: int) -> Pair:
    """Return (before, after) of "valid" along one axis: nothing."""
    return 0, 0


def same(length: int, kernel: int, stride: int, dilation: int) -> Pair:
    """Return (before, after) with which the output has ⌈n ÷ s⌉ places: max((⌈n÷s⌉ − 1)·s + d(k−1) + 1 − n, 0) in all.

    The odd one stands after, as in PyTorch (at stride 1) and TensorFlow. Source: TensorFlow, ``tf.nn``, "SAME".
    """
    total = max((-(-length // stride) - 1) * stride + kernel_extent(kernel, dilation) - length, 0)
    return total // 2, total - total // 2


def same_lower(length: int, kernel: int, stride: int, dilation: int) -> Pair:
    """Return the same with the odd one before. Source: ONNX, ``Conv``, ``auto_pad = SAME_LOWER``."""
    before, after = same(length, kernel, stride, dilation)
    return after, before


def full(_length: int, kernel: int, _stride: int, dilation: int) -> Pair:
    """Return (before, after) with which the kernel meets the image at every place that it can: d(k − 1) on both."""
    return (kernel_extent(kernel, dilation) - 1,) * 2


AMOUNTS = {"valid": valid, "same": same, "same lower": same_lower, "full": full}
"""How much padding has a name, along one axis: (length, kernel, stride, dilation) to (before, after)."""
