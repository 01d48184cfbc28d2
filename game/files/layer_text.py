"""How a scenario is written in version 2: its channels, and its layer. `layer_file` reads it back, number by number."""

from __future__ import annotations

import json
from typing import Any

from ..core.kept_picture import KeptPicture
from ..core.layers import Convolution
from ..core.limits import IMAGE_SIZE
from ..core.padding import SIDES
from ..core.pooling import Pooling
from ..core.scenario import Scenario
from ..core.spread import in_pytorch
from .scenario_parts import lists_text, number_text, object_text, of_all_layers, quantity_text

LISTED = int(IMAGE_SIZE.high)
"""The longest side of an image that is written as lists of numbers; a larger one is packed."""


def layered_values(scenario: Scenario) -> dict[str, str]:
    """Return what version 2 has beside the name, as text by its keys; one channel is a list of rows, as before."""
    image: Any = scenario.pixels[0] if len(scenario.pixels) == 1 else scenario.pixel_tensor
    values = {"image": lists_text(image.tolist(), 2)} if max(scenario.pixel_size) <= LISTED else _packed(scenario)
    if scenario.picture is not None:
        values |= _picture_values(scenario, scenario.picture)
    values |= {each.key: quantity_text(each, getattr(scenario, each.key)) for each in of_all_layers()}
    layer = scenario.layer
    if layer.is_transposed:
        said = _transposed_values(layer)
    else:
        said = _layer_values(layer) if layer.pooling is None else _pooling_values(layer.pooling)
    return values | {"layers": f"[\n    {object_text(said, 4)}\n  ]"}


def _packed(scenario: Scenario) -> dict[str, str]:
    from .packed_numbers import image_text  # most images are small

    return {"image": image_text(scenario.pixel_tensor)}


def _picture_values(scenario: Scenario, picture: KeptPicture) -> dict[str, str]:
    from .packed_numbers import picture_text  # most images are of no picture

    return {"resolution": str(max(scenario.pixel_size)), "picture": picture_text(picture)}


def _layer_values(layer: Convolution) -> dict[str, str]:
    """Return the keys of a layer, all of them: a file is read by people too."""
    padding = layer.padding
    return {
        "operation": json.dumps("convolution"),
        "weights": lists_text(layer.weights.tolist(), 6),
        "bias": lists_text(layer.bias.tolist(), 6),
        "stride": json.dumps(layer.stride),
        "padding": json.dumps([getattr(padding, side) for side in SIDES]),
        "padding_mode": json.dumps(padding.mode),
        "padding_value": number_text(padding.value),
        "dilation": json.dumps(layer.dilation),
        "groups": str(layer.groups),
        "activation": json.dumps(layer.activation),
    }


def _transposed_values(layer: Convolution) -> dict[str, str]:
    """Return the keys of a transposed convolution; its weights are laid out as PyTorch has them."""
    weights, padding = in_pytorch(layer.chosen_weights, layer.groups), layer.chosen_padding
    said = _layer_values(layer) | {
        "operation": json.dumps("transposed convolution"),
        "weights": lists_text(weights.tolist(), 6),
        "stride": json.dumps(layer.chosen_stride),
        "padding": json.dumps([getattr(padding, side) for side in SIDES]),
        "output_padding": json.dumps(layer.output_padding),
    }
    return {key: value for key, value in said.items() if key not in ("padding_mode", "padding_value")}


def _pooling_values(pooling: Pooling) -> dict[str, str]:
    """Return the keys of a pooling; a stride that follows the kernel's size is left out, for that says so."""
    stride = {} if pooling.stride is None else {"stride": json.dumps(pooling.stride)}
    return {
        "operation": json.dumps(pooling.operation),
        "kernel_size": json.dumps("image" if pooling.kernel_size is None else pooling.kernel_size),
        **stride,
        "padding": json.dumps([getattr(pooling.padding, side) for side in SIDES]),
        "dilation": json.dumps(pooling.dilation),
        "ceil_mode": json.dumps(pooling.ceil_mode),
        "count_include_pad": json.dumps(pooling.count_include_pad),
    }
