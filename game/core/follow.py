"""Kernels as large as the image, which they follow: each weight has its pixel. This is called fully connected.

A layer says so by its `whole_image`. Kernels of it may be larger than others, up to the largest image with numbers.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from .errors import ConvolutionError, DoesNotApply, LayerDoesNotFit
from .grid import Pair, Shape, frozen
from .layers import Convolution, check_whole_image
from .limits import WHOLE_WEIGHTS, Range
from .named import kernel_name_of, weights_called
from .operations import Operation
from .output_size import kernel_extent
from .tensors import Filters, dimensions_of


def followed(weights: Filters, size: Pair, name: str, seed: int) -> Filters:
    """Return kernels in the size of another image, each weight on the pixel that it has; new ones are 0.

    Those that are what their name stands for stay so, where it makes sense in that size. Raises WholeImageTooLarge.
    """
    filters, channels, rows, columns = map(int, np.shape(weights))
    if (rows, columns) == size:
        return weights
    check_whole_image((filters, channels, *size))
    named = renamed(weights, size, name, seed)
    if named is not None:
        return named
    found = np.zeros((filters, channels, *size))
    rows, columns = min(rows, size[0]), min(columns, size[1])
    found[..., :rows, :columns] = weights[..., :rows, :columns]
    return frozen(found)


def renamed(weights: Filters, size: Pair, name: str, seed: int) -> Filters | None:
    """Return what a name stands for in another size, if the weights are what it stands for in theirs; else None."""
    filters, channels, rows, columns = map(int, np.shape(weights))
    now, then = (_of_name(name, (filters, channels), each, seed) for each in ((rows, columns), size))
    return then if now is not None and np.array_equal(now, weights) else None


def _of_name(name: str, shape: Pair, size: Pair, seed: int) -> Filters | None:
    """Return the weights of a name; None without a name, and where there are none of this size."""
    if not name:
        return None
    try:
        return frozen(weights_called(name, shape, size, seed))
    except DoesNotApply:
        return None


def follow_image(given: dict[str, Any], values: dict[str, Any]) -> None:
    """Let the kernels that a scenario is made of follow its image; given: all that it is made of, changed here.

    values: what of that is another. Kernels of another size that are given by themselves are as large as they are, and
    follow no longer. Raises WholeImageTooLarge.
    """
    if given["pooling"] is not None or given["transposed"]:
        given["whole_image"] = False  # the windows of a pooling say it themselves
        return
    image, weights = given["image"], given["kernel"]
    size = np.shape(image[0] if isinstance(image, tuple) else image)[-2:]
    if np.shape(weights)[-2:] == size or "whole_image" in values:
        return
    if "kernel" in values and "image" not in values:
        given["whole_image"] = False
        return
    all_of_them = weights if dimensions_of(weights) == 4 else np.asarray(weights)[np.newaxis, np.newaxis]
    given["kernel"] = followed(all_of_them, (int(size[0]), int(size[1])), given["kernel_name"], given["seed"])


def following(layers: tuple[Operation, ...], shape: Shape, seed: int, first: int = 0) -> tuple[Operation, ...]:
    """Return the layers of a chain over an image of a shape: kernels as large as what comes to them follow it.

    The very same layers where nothing changes. first: which layer the first of them is, from 0. Raises LayerDoesNotFit
    for kernels that would be too large; whatever else does not fit is said by whoever checks it.
    """
    found = list(layers)
    for place, layer in enumerate(layers):
        if not any(isinstance(each, Convolution) and each.whole_image for each in layers[place:]):
            break
        try:
            found[place] = own = _over(layer, (shape[1], shape[2]), seed)
        except ConvolutionError as problem:
            raise LayerDoesNotFit(first + place + 1, *shape, problem) from problem
        try:
            own.check(shape)
        except ConvolutionError:
            break
        shape = own.output_shape(shape)
    return layers if all(one is other for one, other in zip(found, layers, strict=True)) else tuple(found)


def _over(layer: Operation, size: Pair, seed: int) -> Operation:
    if not isinstance(layer, Convolution) or not layer.whole_image or layer.kernel_size == size:
        return layer
    return _remade(layer, weights=followed(layer.weights, size, kernel_name_of(layer.weights, seed), seed))


def saying_as(layer: Operation, like: Operation) -> Operation:
    """Return a layer whose kernels follow the image if those of another one do, and not if they do not."""
    if not isinstance(layer, Convolution) or not isinstance(like, Convolution):
        return layer
    return layer if layer.whole_image == like.whole_image else _remade(layer, whole_image=like.whole_image)


def _remade(layer: Convolution, **own: Any) -> Convolution:
    return type(layer)(**{name: layer.__dict__[name] for name in layer.names} | own)


def image_range(layer: Convolution, axis: int, limits: Range) -> Range:
    """Return the lengths that an image can have on an axis under kernels as large as it is, all else as it is.

    limits: those of any image. There is one at least: that which it has.
    """
    now = layer.kernel_size
    most = WHOLE_WEIGHTS // (layer.filters * int(layer.weights.shape[1]) * now[1 - axis])
    around, dilation = sum(layer.padding.sides[axis]), layer.dilation[axis]
    fitting = [
        length
        for length in range(int(limits.low), min(int(limits.high), most) + 1)
        if kernel_extent(length, dilation) <= length + around
    ]
    return Range(min(fitting), max(fitting)) if fitting else Range(now[axis], now[axis])
