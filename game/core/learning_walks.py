"""One gradient as what it is: a list of products, a walk of the error map over the image, the error map's stamps.

Source: V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning", arXiv:1603.07285, §4.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..value import Single
from .counts import white_over
from .gradients import Gradients
from .grid import Grid, Pair
from .limits import CHANNELS, KERNEL_SIZE, PICTURE_SIZE, PIXEL
from .padding import Padding
from .scenario import Scenario
from .tensors import Tensor


class Terms(Single):
    """How the gradient of one weight comes about: factor × the sum of delta × pixel, one for each cell of its map.

    delta, pixels, products   shape (rows, columns) of the map; the pixel under the weight when the cell is made
    total                     the sum of the products
    gradient                  factor × total
    """

    delta: Grid
    pixels: Grid
    products: Grid
    factor: float
    total: float
    gradient: float


class GradientWalk(Single):
    """A gradient ÷ factor, as the output of a scenario, which has no pixels that no patch reads.

    apart       (rows, columns) from one number of the error map to the next: the stride of what learns
    padded      whether what stands around the image is part of the image there
    """

    scenario: Scenario
    factor: float
    apart: Pair = (1, 1)
    padded: bool = False


def terms_of(slopes: Gradients, number: int, channel: int, weight: Pair) -> Terms:
    """Return the terms of a weight: of which filter, which channel of its group, (row, column); all from 0."""
    objective = slopes.objective
    first = objective.layer.channels_of(number).start
    met = next(met for at, met in objective.sliding.taps() if at == weight)
    delta, pixels = slopes.delta[number], objective.padded[met][first + channel]
    products = delta * pixels
    total = float(products.sum())
    return Terms(delta, pixels, products, objective.factor, total, objective.factor * total)


def weights_walk(slopes: Gradients, number: int) -> GradientWalk | None:
    """Return the walk whose maps are the gradients of a filter's kernels, one for each channel that it sees.

    The image is the image, its padding around it, and the kernel of each channel is the delta map of the filter; its
    weights stand a stride apart, and it slides by the dilation. None where the map is no kernel: larger than 15 × 15,
    or with numbers beyond ±999.
    """
    objective, delta = slopes.objective, slopes.delta[number]
    layer, most = objective.layer, int(KERNEL_SIZE.high)
    if max(delta.shape) > most or not _are_pixels(delta):
        return None
    channels = layer.channels_of(number)
    reach = [
        step * (cells - 1) + gap * (length - 1) + 1
        for step, cells, gap, length in zip(layer.stride, delta.shape, layer.dilation, layer.kernel_size, strict=True)
    ]
    pixels, around = objective.image[channels.start : channels.stop], layer.padding
    rest = [there - read for there, read in zip(objective.padded.shape[1:], reach, strict=True)]
    inside = around.bottom >= rest[0] and around.right >= rest[1]
    if inside:
        sides = around.top, around.bottom - rest[0], around.left, around.right - rest[1]
        around = Padding(*sides, around.mode, around.value)
    else:
        pixels, around = objective.padded[channels.start : channels.stop, : reach[0], : reach[1]], Padding()
        if max(reach) > PICTURE_SIZE.high:
            return None
    kernels = np.repeat(delta[None, None], len(channels), axis=0)
    settings: dict[str, Any] = {
        "stride": layer.dilation,
        "dilation": layer.stride,
        "padding": around,
        "groups": len(channels),
    }
    scenario = Scenario(tuple(pixels), kernels, white_over(float(pixels.max())), **settings)
    return GradientWalk(scenario, objective.factor, layer.stride, not inside)


def image_walk(slopes: Gradients) -> GradientWalk | None:
    """Return the walk whose maps are the gradient of the image: each delta stamps the kernels of its filter.

    None where that is not all: where padding repeats pixels, or where deltas are beyond ±999, and so no pixels.
    """
    objective, layer = slopes.objective, slopes.objective.layer
    weights = slopes.layer_weights
    if layer.padding.repeats or not _are_pixels(slopes.delta) or not _are_pixels(weights):
        return None
    if layer.channels > CHANNELS.high or max(slopes.delta.shape[1:]) > PICTURE_SIZE.high:
        return None
    groups, (filters, each, *size) = layer.groups, weights.shape
    kernels = weights.reshape(groups, filters // groups, each, *size).swapaxes(1, 2).reshape(groups * each, -1, *size)
    read = [
        (cells - 1) * step + extent
        for cells, step, extent in zip(slopes.delta.shape[1:], layer.stride, layer.kernel_extent, strict=True)
    ]
    more = tuple(there - length for there, length in zip(objective.padded.shape[1:], read, strict=True))
    sides = Padding(layer.padding.top, layer.padding.bottom, layer.padding.left, layer.padding.right)
    settings: dict[str, Any] = {"stride": layer.stride, "dilation": layer.dilation, "padding": sides, "groups": groups}
    channels = tuple(slopes.delta)
    scenario = Scenario(
        channels,
        kernels,
        white_over(float(np.abs(slopes.delta).max())),
        **settings,
        transposed=True,
        output_padding=more,
    )
    return GradientWalk(scenario, objective.factor)


def _are_pixels(numbers: Tensor) -> bool:
    """Say whether all numbers can be pixels, and weights."""
    return bool(np.abs(numbers).max() <= PIXEL.high)
