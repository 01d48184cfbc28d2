"""How a scenario is written in version 2: its image, and its layers. `layer_file` reads it back, number by number."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from ..core.chained import focus_of, layers_of, source_of
from ..core.kept_picture import KeptPicture
from ..core.layers import Convolution
from ..core.limits import IMAGE_SIZE
from ..core.operations import Operation
from ..core.padding import SIDES, Padding
from ..core.pooling import Pooling
from ..core.scenario import Scenario
from ..core.tensors import Tensor
from ..core.transposed import TransposedConvolution
from .scenario_parts import lists_text, number_text, object_text, of_all_layers, quantity_text

LISTED = int(IMAGE_SIZE.high)
"""The longest side of an image that is written as lists of numbers; a larger one is packed."""


def layered_values(scenario: Scenario) -> dict[str, str]:
    """Return what version 2 has beside the name, as text by its keys; one channel is a list of rows, as before."""
    source = source_of(scenario)
    pixels: Any = source.channels[0] if len(source.channels) == 1 else np.stack(source.channels)
    longest = max(source.shape[1:])
    values = {"image": lists_text(pixels.tolist(), 2)} if longest <= LISTED else _packed(np.stack(source.channels))
    if source.picture is not None:
        values |= _picture_values(longest, source.picture)
    like = scenario.__dict__ | {"white": source.white}
    values |= {each.key: quantity_text(each, like[each.key]) for each in of_all_layers()}
    if focus_of(scenario):
        values["layer"] = str(focus_of(scenario))
    layers = ",\n    ".join(object_text(_values_of(layer), 4) for layer in layers_of(scenario))
    return values | {"layers": f"[\n    {layers}\n  ]"} | _learning_values(scenario)


def other_text(other: Scenario) -> str:
    """Return side B as a file has it: of a network the layer in focus, for all others are those of side A."""
    return object_text(_values_of(layers_of(other)[focus_of(other)]), 2)


def _learning_values(scenario: Scenario) -> dict[str, str]:
    if scenario.learning is None:
        return {}
    from .learning_fields import learning_text  # few are to learn anything

    return {"learning": learning_text(scenario.learning)}


def _values_of(layer: Operation) -> dict[str, str]:
    """Return the keys of a layer."""
    return _pooling_values(layer) if isinstance(layer, Pooling) else _layer_values(layer)


def _packed(pixels: Tensor) -> dict[str, str]:
    from .packed_numbers import image_text  # most images are small

    return {"image": image_text(pixels)}


def _picture_values(resolution: int, picture: KeptPicture) -> dict[str, str]:
    from .packed_numbers import picture_text  # most images are of no picture

    return {"resolution": str(resolution), "picture": picture_text(picture)}


def _layer_values(layer: Convolution | TransposedConvolution) -> dict[str, str]:
    """Return the keys of a layer, all of them: a file is read by people too.

    The size of the kernels is said where they follow the image; else it is that of the weights, which are laid out as
    PyTorch has them.
    """
    operation = "transposed convolution"
    size, around, cut = dict[str, str](), dict[str, str](), dict[str, str]()
    if isinstance(layer, TransposedConvolution):
        cut = {"output_padding": json.dumps(layer.output_padding)}
    else:
        operation, padding = "convolution", layer.padding
        size = {"kernel_size": json.dumps("image")} if layer.whole_image else {}
        around = {"padding_mode": json.dumps(padding.mode), "padding_value": number_text(padding.value)}
    return {
        "operation": json.dumps(operation),
        **size,
        "weights": lists_text(layer.weights.tolist(), 6),
        "bias": lists_text(layer.bias.tolist(), 6),
        "stride": json.dumps(layer.stride),
        "padding": _sides_text(layer.padding),
        **around,
        "dilation": json.dumps(layer.dilation),
        "groups": str(layer.groups),
        "activation": json.dumps(layer.activation),
        **cut,
    }


def _sides_text(padding: Padding) -> str:
    return json.dumps([getattr(padding, side) for side in SIDES])


def _pooling_values(pooling: Pooling) -> dict[str, str]:
    """Return the keys of a pooling; a stride that follows the kernel's size is left out, for that says so."""
    stride = {} if pooling.stride is None else {"stride": json.dumps(pooling.stride)}
    return {
        "operation": json.dumps(pooling.operation),
        "kernel_size": json.dumps("image" if pooling.kernel_size is None else pooling.kernel_size),
        **stride,
        "padding": _sides_text(pooling.padding),
        "dilation": json.dumps(pooling.dilation),
        "ceil_mode": json.dumps(pooling.ceil_mode),
        "count_include_pad": json.dumps(pooling.count_include_pad),
    }
