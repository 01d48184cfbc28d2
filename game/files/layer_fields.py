"""The layers of a scenario file of version 2: which operations there are, and their keys.

    {"kernelscope": 2, "image": rows, or a list of channels, "white": 1, "layers": [{"operation": "convolution", …}]}

The names and shapes are PyTorch's; padding is [top, bottom, left, right]. Whatever is unknown in a layer is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from ..core.errors import NotATensor, UnknownName
from ..core.grid import Pair, check_values, checked_pair, checked_whole
from ..core.layers import Convolution
from ..core.limits import CHANNELS, PICTURE_SIZE, PIXEL
from ..core.operations import Operation
from ..core.padding import Padding
from ..core.pooling import Kind, Pooling
from ..core.tensors import Tensor, checked_tensor
from ..core.transposed import TransposedConvolution
from .errors import FileProblem, shown
from .fields import Fields, Reader, Unfit, grid_of, is_number, listed, number, pair, text, truth, whole

MOST_LAYERS = 6
IMAGE = "image"
"""What a size of kernels or windows says that is as large as the image."""
_SLIDING = ("stride", "padding", "dilation")
_WEIGHTED = ("weights", "bias", "groups", "activation")
_POOLING = ("kernel_size", "ceil_mode", "count_include_pad", "activation")
OPERATIONS: dict[str, frozenset[str]] = {
    "convolution": frozenset({*_WEIGHTED, *_SLIDING, "padding_mode", "padding_value", "kernel_size"}),
    "transposed convolution": frozenset({*_WEIGHTED, *_SLIDING, "output_padding"}),
    "max pooling": frozenset({*_POOLING, *_SLIDING}),
    "average pooling": frozenset({*_POOLING, *_SLIDING}),
}
"""The keys of each operation."""


def image_in(fields: Fields) -> Tensor:
    """Return the image: a list of rows is one channel, a list of such lists several, or an object: it is packed.

    Raises FileProblem and the errors of `core`.
    """
    if isinstance(fields.found.get("image"), dict):
        from .packed_numbers import image_of  # most images are lists

        return image_of(fields.inner("image", fields.found["image"]))
    values = fields.take("image", listed)
    several = values and isinstance(values[0], list) and values[0] and isinstance(values[0][0], list)
    image = tensor_of(values, "image", 3) if several else checked_tensor([grid_of(values, "image")], "image", 3)
    checked_whole(image.shape[0], "channels", CHANNELS)
    checked_pair(image.shape[1:], "image size", PICTURE_SIZE)
    check_values(image, "pixel", PIXEL)
    return image


def tensor_of(values: object, quantity: str, dimensions: int) -> Tensor:
    """Return lists nested so deep, with numbers in them, as a tensor, or raise NotATensor; true is no number."""
    leaves = [values]
    for _ in range(dimensions):  # no deeper, however deep a file is nested
        lists = [each for each in leaves if isinstance(each, list)]
        if len(lists) < len(leaves):
            raise NotATensor(quantity, "wrong depth")
        leaves = [leaf for each in lists for leaf in each]
    if any(isinstance(leaf, list) for leaf in leaves):
        raise NotATensor(quantity, "wrong depth")
    if not all(is_number(leaf) for leaf in leaves):
        raise NotATensor(quantity, "not numbers")
    return checked_tensor(values, quantity, dimensions)  # type: ignore[arg-type]  # lists of numbers, as was seen


def layers_in(fields: Fields) -> tuple[Operation, ...]:
    """Return the layers of a file. Raises FileProblem and the errors of `core`."""
    found = fields.take("layers", listed)
    if not 1 <= len(found) <= MOST_LAYERS:
        raise FileProblem("file_layers", path=shown(fields.path), count=len(found), most=MOST_LAYERS)
    return tuple(layer_in(fields.inner(f"layers[{place}]", value)) for place, value in enumerate(found))


def layer_in(fields: Fields) -> Operation:
    """Return a layer. Raises FileProblem and the errors of `core`."""
    operation = fields.take("operation", text)
    if operation not in OPERATIONS:
        raise UnknownName("operation", operation, tuple(OPERATIONS))
    for key in fields.found:
        if key != "operation" and key not in OPERATIONS[operation]:
            allowed = tuple(sorted(OPERATIONS[operation]))
            raise FileProblem("file_key_unknown", path=shown(fields.path), name=fields.field(key), allowed=allowed)
    return _READERS[operation](fields)


def _convolution(fields: Fields) -> Convolution:
    weights, whole = fields.take("weights", lambda values: tensor_of(values, "weights", 4)), _is_whole(fields)
    said = _weighted(fields) | {"padding": _padding(fields), "whole_image": whole}
    return Convolution(weights, _bias(fields, len(weights)), **said)


def _is_whole(fields: Fields) -> bool:
    """Tell whether the kernels are said to be as large as the image; of any other size the weights say it alone."""
    if "kernel_size" not in fields:
        return False
    return fields.take("kernel_size", _image)


def _image(value: object) -> bool:
    if value != IMAGE:
        raise Unfit("word image")
    return True


def _transposed(fields: Fields) -> TransposedConvolution:
    weights = fields.take("weights", lambda values: tensor_of(values, "weights", 4))
    said = _weighted(fields)
    bias = _bias(fields, weights.shape[1] * said["groups"])
    cut, more = Padding(*fields.take("padding", _sides, [0.0] * 4)), fields.take("output_padding", pair, (0, 0))
    return TransposedConvolution(weights, bias, padding=cut, output_padding=more, **said)


def _bias(fields: Fields, filters: int) -> Tensor:
    return np.array(fields.take("bias", _numbers, [0.0] * filters), float)


def _weighted(fields: Fields) -> dict[str, Any]:
    """Return what both kinds of convolutions have beside weights, bias and padding."""
    return {
        "stride": fields.take("stride", pair, (1, 1)),
        "dilation": fields.take("dilation", pair, (1, 1)),
        "groups": fields.take("groups", whole, 1),
        "activation": fields.take("activation", text, "none"),
    }


def _pooling(kind: Kind, fields: Fields) -> Pooling:
    """Return a pooling. It has no activation, and may say so."""
    if (activation := fields.take("activation", text, "none")) != "none":
        raise UnknownName("activation", activation, ("none",))
    return Pooling(
        kind,
        fields.take("kernel_size", _window),
        fields.take("stride", pair) if "stride" in fields else None,
        Padding(*fields.take("padding", _sides, [0.0] * 4)),
        fields.take("dilation", pair, (1, 1)),
        fields.take("ceil_mode", truth, False),
        fields.take("count_include_pad", truth, True),
    )


def _window(value: object) -> Pair | None:
    """Return the size of a window; None: as large as the image."""
    return None if value == IMAGE else pair(value)


_READERS: dict[str, Callable[[Fields], Operation]] = {
    "convolution": _convolution,
    "transposed convolution": _transposed,
    "max pooling": partial(_pooling, "max"),
    "average pooling": partial(_pooling, "average"),
}


def _padding(fields: Fields) -> Padding:
    sides = fields.take("padding", _sides, [0.0] * 4)
    mode: Any = fields.take("padding_mode", text, "zeros")
    return Padding(*sides, mode=mode, value=fields.take("padding_value", number, 0.0))


def _numbers_of(count: int | None, wanted: str) -> Reader[list[float]]:
    """Return the reader of a list of numbers, of so many where a count is given."""

    def read(value: object) -> list[float]:
        if not isinstance(value, list) or count not in (None, len(value)):
            raise Unfit(wanted)
        return [number(each) for each in value]

    return read


_numbers, _sides = _numbers_of(None, "list"), _numbers_of(4, "four sides")
