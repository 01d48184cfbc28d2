"""Which paddings a layer may have over an image: how much on each side, which modes, and the amounts with a name."""

from __future__ import annotations

from functools import lru_cache

from .errors import ConvolutionError, KernelDoesNotFit, OutOfRange, OutputTooSmall
from .grid import Pair, Shape
from .layers import Convolution
from .limits import Range
from .padding import AMOUNTS, MODES, SIDES, Mode, Padding
from .pooling import Pooling

USUAL = 8
"""A side may have as much as this whatever the kernel is, and d·(k − 1), "full", where that is more."""


def side_range(layer: Convolution, size: Pair, side: str) -> Range:
    """Return what one side's padding may be over an image of that size, with all else as it is.

    It may be as large as the mode can fill, and has to be so large that the kernel fits.
    """
    if layer.pooling is not None:
        return _side_of_windows(layer.pooling, (layer.channels, *size), side)
    axis, padding = SIDES.index(side) // 2, layer.chosen_padding
    now: int = getattr(padding, side)
    if layer.is_transposed:
        return Range(0, max(now, min(_most(layer, size[axis], axis, "zeros"), now + _made(layer, size)[axis] - 1)))
    needed = layer.kernel_extent[axis] - padding.padded_size(size)[axis] + now
    return Range(max(0, needed), max(now, _most(layer, size[axis], axis, padding.mode)))


@lru_cache(maxsize=64)
def _side_of_windows(pooling: Pooling, shape: Shape, side: str) -> Range:
    """Return the same of a pooling: the values around the present one with which each window meets a pixel."""
    now, most = getattr(pooling.padding, side), pooling.window(shape[1:])[SIDES.index(side) // 2] - 1
    found = {now}
    for values in (range(now - 1, -1, -1), range(now + 1, most + 1)):
        for value in values:
            try:
                pooling.changed(padding=pooling.padding.changed(**{side: value})).check(shape)
            except ConvolutionError:
                break
            found.add(value)
    return Range(min(found), max(found))


def _most(layer: Convolution, length: int, axis: int, mode: Mode) -> int:
    """Return how much one side of an axis may have in a mode."""
    most = max(USUAL, layer.kernel_extent[axis] - 1)
    return min(most, {"reflect": length - 1, "circular": length}.get(mode, most))


def check_padding(layer: Convolution, size: Pair, padding: Padding) -> None:
    """Raise OutOfRange, PaddingTooLarge or KernelDoesNotFit where a layer cannot have that padding over an image.

    Of a pooling WindowWithoutPixels, too.
    """
    if layer.pooling is not None:
        layer.pooling.changed(padding=padding).check((layer.channels, *size))
        return
    padding.check(size)
    for index, side in enumerate(SIDES):
        most = max(USUAL, layer.kernel_extent[index // 2] - 1)
        if getattr(padding, side) > max(most, getattr(layer.chosen_padding, side)):  # what a file has may stay
            raise OutOfRange(f"{side} padding", getattr(padding, side), 0, most)
    if layer.is_transposed:
        _check_cut(layer, size, padding)
        return
    available = padding.padded_size(size)
    for axis, extent, there in zip(("rows", "columns"), layer.kernel_extent, available, strict=True):
        if extent > there:
            raise KernelDoesNotFit(axis, extent, there)


def _made(layer: Convolution, size: Pair) -> Pair:
    """Return (rows, columns) of the maps that a transposed convolution makes of an image of that size."""
    rows, columns = (
        (length - 1) * stride + extent - sum(sides) + more
        for length, stride, extent, sides, more in zip(
            size,
            layer.chosen_stride,
            layer.kernel_extent,
            layer.chosen_padding.sides,
            layer.output_padding,
            strict=True,
        )
    )
    return rows, columns


def _check_cut(layer: Convolution, size: Pair, padding: Padding) -> None:
    """Raise OutputTooSmall where so much is cut off the maps of a transposed convolution that nothing is left."""
    sides = zip(padding.sides, layer.chosen_padding.sides, strict=True)
    for axis, made, (cut, before) in zip(("rows", "columns"), _made(layer, size), sides, strict=True):
        if made + sum(before) - sum(cut) < 1:
            raise OutputTooSmall(axis, made + sum(before) - sum(cut))


def named_amount(layer: Convolution, size: Pair, name: str) -> Padding:
    """Return the layer's padding with the amounts of a name of `padding.AMOUNTS`; its mode may not have so much."""
    amount = AMOUNTS[name]
    (top, bottom), (left, right) = (
        amount(length, kernel, stride, dilation)
        for length, kernel, stride, dilation in zip(size, layer.kernel_size, layer.stride, layer.dilation, strict=True)
    )
    return Padding(top, bottom, left, right, layer.padding.mode, layer.padding.value)


def problems(layer: Convolution, size: Pair) -> dict[str, ConvolutionError]:
    """Return what keeps the layer from having a mode, or an amount, of that name over an image now."""
    found: dict[str, ConvolutionError] = {}
    if layer.is_transposed:  # it has neither
        return found
    modes = () if layer.pooling is not None else MODES  # no number stands around what is pooled
    choices: dict[str, Padding] = {mode: layer.padding.changed(mode=mode) for mode in modes}
    choices |= {name: named_amount(layer, size, name) for name in AMOUNTS}
    for name, padding in choices.items():
        try:
            check_padding(layer, size, padding)
        except ConvolutionError as problem:
            found[name] = problem
    return found
