"""The scenario of a tour's stop: image and kernel as numbers, or by name with a size, and what is done with them."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..core.activations import OF_A_SUM
from ..core.filter_sets import NAMES as SETS
from ..core.filter_sets import filters_of
from ..core.grid import Pair, frozen
from ..core.images import NAMES as GRAY
from ..core.layers import check_groups
from ..core.limits import BIAS, CHANNELS, FILTERS, IMAGE_SIZE, KERNEL_SIZE, SEED, WHITE, Range
from ..core.named import image_called, image_names, kernel_names, weights_called, white_called
from ..core.operation_change import CONVOLUTION, OPERATIONS, POOLINGS, TRANSPOSED
from ..core.padding import padding_of
from ..core.pooling import Pooling
from ..core.quantities import QUANTITIES, stored
from ..core.scenario import Scenario
from ..core.tensors import Filters, Tensor, dimensions_of
from .fields import grid_of, real_in, truth
from .layer_fields import tensor_of
from .tour_fields import StopFields

WINDOW_STRIDE = Range(1, KERNEL_SIZE.high)
"""The stride of a pooling, which may be as large as its window."""
_DEEP = {"image": 3, "kernel": 4}
"""How deep the lists of numbers are nested that hold all channels, or all filters; rows alone are two deep."""


_OF_A_POOLING = ("ceil_mode", "count_include_pad")
_OF_FILTERS = ("kernel", "filters", "bias", "groups", "activation")
_OF_A_TRANSPOSED = ("output_padding",)
OUTPUT_PADDING = Range(0, max(QUANTITIES[name].range.high for name in ("stride", "dilation")) - 1)
"""What an output padding can be at all: less than stride or dilation."""


def scenario_fields() -> tuple[str, ...]:
    """Return the fields that the scenario of a stop can have."""
    of_grids = ("image", "image_size", "channels", "kernel", "kernel_size", "filters")
    own = ("bias", "groups", "activation", "operation", *_OF_A_POOLING, *_OF_A_TRANSPOSED)
    return (*of_grids, *own, *(each.key for each in stored()))


def _not_of(operation: str) -> tuple[str, ...]:
    """Return the fields that an operation has not."""
    if operation in POOLINGS:
        return _OF_FILTERS + _OF_A_TRANSPOSED
    return _OF_A_POOLING if operation == TRANSPOSED else _OF_A_POOLING + _OF_A_TRANSPOSED


def scenario_of(fields: StopFields) -> Scenario:
    """Return the scenario of a stop. Raises FileProblem, which names the stop and the field."""
    if "scenario" not in fields:
        raise fields.missing("scenario")
    inner = fields.inner("scenario", fields.found["scenario"])
    inner.only(scenario_fields())
    seed = inner.whole("seed", SEED)
    seed = 1 if seed is None else seed
    said: dict[str, Any]
    image, image_name = _image(inner, seed)
    operation = inner.one_of("operation", inner.found.get("operation", CONVOLUTION), OPERATIONS)
    inner.only(key for key in scenario_fields() if key not in _not_of(operation))
    if operation in POOLINGS:
        said = {"seed": seed, "image_name": image_name, "white": _white(inner, image_name)}
        setting, pixels = _pooling(inner), tuple(map(frozen, image))

        def made() -> Scenario:
            return Scenario(pixels, np.ones((1, 1)), pooling=Pooling(POOLINGS[operation], **setting), **said)

        return fields.made("scenario", made)
    groups = inner.whole("groups", CHANNELS) or 1
    inner.made("groups", lambda: check_groups("channels", len(image), groups))
    weights, kernel_name = _weights(inner, len(image) // groups, seed)
    said = {"seed": seed, "groups": groups, "bias": _bias(inner, len(weights)), "white": _white(inner, image_name)}
    if "activation" in inner:
        said["activation"] = inner.one_of("activation", inner.found["activation"], OF_A_SUM)
    said |= {each.key: inner.pair(each.key, each.range) for each in stored("pair") if each.key in inner}
    if operation == TRANSPOSED:
        said["transposed"] = True
    if "output_padding" in inner:
        said["output_padding"] = inner.pair("output_padding", OUTPUT_PADDING)
    said |= {"image_name": image_name, "kernel_name": kernel_name}
    return fields.made("scenario", lambda: Scenario(tuple(map(frozen, image)), weights, **said))


def _white(fields: StopFields, image_name: str) -> float:
    """Return the pixel value that is white: that of a named image where nothing is said."""
    return fields.number("white", WHITE, white_called(image_name) if image_name else 1.0)


def _pooling(fields: StopFields) -> dict[str, Any]:
    """Return what a stop says of its pooling: the window at least; all else is as PyTorch has it."""
    if "kernel_size" not in fields:
        raise fields.missing("kernel_size")
    ranges = {"kernel_size": KERNEL_SIZE, "stride": WINDOW_STRIDE, "dilation": QUANTITIES["dilation"].range}
    said: dict[str, Any] = {key: fields.pair(key, allowed) for key, allowed in ranges.items() if key in fields}
    said |= {key: fields.take(key, truth) for key in _OF_A_POOLING if key in fields}
    if "padding" in fields:
        said["padding"] = padding_of(*fields.pair("padding", QUANTITIES["padding"].range))
    return said


def _image(fields: StopFields, seed: int) -> tuple[Tensor, str]:
    """Return all channels and their name, "" for those that are written out; a colour image has three at least."""
    named = _named(fields, "image", image_names(), IMAGE_SIZE, "channels", CHANNELS)
    if named is None:
        return _written(fields, "image"), ""
    name, size, count = named
    channels = count or (1 if name in GRAY else 3)
    return fields.made("image", lambda: image_called(name, channels, size, seed)), name


def _weights(fields: StopFields, seen: int, seed: int) -> tuple[Filters, str]:
    """Return the weights of all filters and their name; a set says itself how many it has, where that is not said."""
    named = _named(fields, "kernel", kernel_names(), KERNEL_SIZE, "filters", FILTERS)
    if named is None:
        return _written(fields, "kernel"), ""
    name, size, count = named
    filters = count or (filters_of(name, seen, 1) if name in SETS else 1)
    return fields.made("kernel", lambda: weights_called(name, (filters, seen), size, seed)), name


def _named(
    fields: StopFields, kind: str, names: tuple[str, ...], sizes: Range, counted: str, counts: Range
) -> tuple[str, Pair, int | None] | None:
    """Return the name of an image or a kernel, its size, and how many there are of it if that is said.

    None where it is written out: then nothing of this may be said, for its numbers tell it.
    """
    if kind not in fields:
        raise fields.missing(kind)
    value, size_key = fields.found[kind], f"{kind}_size"
    if isinstance(value, str):
        return fields.one_of(kind, value, names), fields.pair(size_key, sizes), fields.whole(counted, counts)
    for key in (size_key, counted):
        if key in fields:
            raise fields.problem("tour_size_known", key)
    return None


def _written(fields: StopFields, kind: str) -> Tensor | Filters:
    """Return what is written as numbers, all channels or all filters; rows alone are one of them."""
    values, deep = fields.found[kind], _DEEP[kind]
    if dimensions_of(values) == deep:
        return fields.made(kind, lambda: tensor_of(values, kind, deep))
    grid = fields.made(kind, lambda: grid_of(values, kind))
    return np.reshape(grid, (*(1,) * (deep - 2), *grid.shape))


def _bias(fields: StopFields, filters: int) -> list[float]:
    """Return the bias of each filter: a list, or one number for all; 0 where nothing is said."""
    value, read = fields.found.get("bias", 0.0), real_in(BIAS, "bias")
    numbers = value if isinstance(value, list) else [value] * filters
    return fields.made("bias", lambda: [read(each) for each in numbers])
