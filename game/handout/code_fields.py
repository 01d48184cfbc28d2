"""What a text code holds of a scenario of one layer, field by field, and how it is made of it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..core.activations import OF_A_SUM
from ..core.chain import operation_of_layer
from ..core.layers import ACTIVATION_NAMES, Convolution
from ..core.limits import CHANNELS, FILTERS, IMAGE_SIZE, KERNEL_SIZE, PADDING_SIDE, SEED
from ..core.operations import Operation
from ..core.padding import MODES, SIDES, Padding
from ..core.pooling import Pooling
from ..core.scenario import ORDERS, Scenario
from ..core.transposed import TransposedConvolution
from ..files.errors import FileProblem
from ..files.fields import Fields
from ..files.scenario_parts import LONGEST_NAME, OpenedScenario, opened, tidy_name
from .code_view import read_view, write_view
from .packing import Packer, Unpacker

OPERATIONS = ("convolution", "transposed convolution", "max pooling", "average pooling")
FIELDS = (
    *("white", "seed", "name", "order", "position", "view", "stride", "padding", "padding_mode", "dilation"),
    *("groups", "bias", "activation", "output_padding", "whole_image", "ceil_mode", "pixels_only"),
    "learning",
)
"""What may be left out, in the order in which it is written; the first is the lowest bit of what is said."""
OF_VERSION_1 = 17
"""So many of the fields, and all activations but softmax, are those of the first version."""
IMAGE_SHAPE = CHANNELS.high, IMAGE_SIZE.high, IMAGE_SIZE.high
WINDOW_SHAPE = KERNEL_SIZE.high, KERNEL_SIZE.high
"""The most channels, rows and columns of an image; rows and columns of a window."""
_LISTS: dict[str, tuple[str, ...]] = {"order": ORDERS, "activation": ACTIVATION_NAMES}
_MOST = 2**16
"""More than any size, stride or padding is."""


def version_of(scenario: Scenario) -> int:
    """Return the least version of codes that can say all of a scenario."""
    if scenario.chain is not None:
        return 3
    return 2 if scenario.learning is not None or scenario.layer.activation not in OF_A_SUM else 1


def write(packer: Packer, held: OpenedScenario) -> None:
    """Write all of a scenario of one layer, its position and its view."""
    scenario, found = held.scenario, _said(held)
    pooling = scenario.layer.pooling
    operation = pooling.operation if pooling else OPERATIONS[scenario.layer.is_transposed]
    packer.whole(OPERATIONS.index(operation))
    packer.whole(sum(1 << FIELDS.index(name) for name in found))
    packer.wholes((len(scenario.pixels), *scenario.pixel_size))
    if pooling is None:
        packer.wholes((scenario.layer.filters, *scenario.layer.kernel_size))
    elif pooling.kernel_size is not None:
        packer.wholes(pooling.kernel_size)
    for name in FIELDS:
        if name in found:
            write_field(packer, name, found[name])
    packer.grid(scenario.pixel_tensor)
    if pooling is None:
        packer.grid(scenario.layer.chosen_weights)


def _said(held: OpenedScenario) -> dict[str, Any]:
    """Return the fields that are not as usual."""
    scenario = held.scenario
    return said_of_all(held, scenario.white) | said_of_layer(operation_of_layer(scenario.layer))


def said_of_all(held: OpenedScenario, white: float) -> dict[str, Any]:
    """Return the fields that are of no layer and not as usual; white: that of the source image."""
    scenario = held.scenario
    found: dict[str, tuple[Any, object]] = {
        "white": (white, 1.0),
        "seed": (scenario.seed, 1),
        "name": (tidy_name(scenario.name), ""),
        "order": (scenario.order, ORDERS[0]),
        "position": (held.position, None),
        "view": (held.view, {}),
        "learning": (scenario.learning, None),
    }
    return {name: value for name, (value, usual) in found.items() if value != usual}


def said_of_layer(layer: Operation) -> dict[str, Any]:
    """Return the fields of a layer that are not as usual."""
    pooled = isinstance(layer, Pooling)
    found: dict[str, tuple[Any, object]] = {
        "stride": (layer.stride, None if pooled else (1, 1)),
        "padding": (tuple(getattr(layer.padding, side) for side in SIDES), (0, 0, 0, 0)),
        "padding_mode": ((layer.padding.mode, layer.padding.value), ("zeros", 0.0)),
        "dilation": (layer.dilation, (1, 1)),
    }
    if isinstance(layer, Pooling):
        found["whole_image"] = layer.kernel_size is None, False
        found["ceil_mode"] = layer.ceil_mode, False
        found["pixels_only"] = not layer.count_include_pad, False
    else:
        found["groups"], found["activation"] = (layer.groups, 1), (layer.activation, "none")
        if isinstance(layer, Convolution):
            found["whole_image"] = layer.whole_image, False
        if isinstance(layer, TransposedConvolution):
            found["output_padding"] = layer.output_padding, (0, 0)
        if layer.bias.any() or np.signbit(layer.bias).any():
            found["bias"] = layer.bias, None
    return {name: value for name, (value, usual) in found.items() if name == "bias" or value != usual}


def write_field(packer: Packer, name: str, value: Any) -> None:
    """Write one field."""
    if name in ("white", "position"):
        packer.real(value)
    elif name in ("seed", "groups"):
        packer.whole(value)
    elif name == "name":
        packer.text(value)
    elif name in ("stride", "padding", "dilation", "output_padding"):
        packer.wholes(value)
    elif name in _LISTS:
        packer.whole(_LISTS[name].index(value))
    elif name == "padding_mode":
        packer.whole(MODES.index(value[0]))
        packer.real(value[1])
    elif name == "view":
        write_view(packer, value)
    elif name == "bias":
        packer.grid(value)
    elif name == "learning":
        from .code_learning import write_learning  # here and below: few learn

        write_learning(packer, value)


def read(packed: Unpacker, version: int) -> OpenedScenario:
    """Return what was written in a version. Raises FileProblem "code_damaged" and the errors of `core`."""
    operation = OPERATIONS[packed.whole(len(OPERATIONS) - 1)]
    bits = packed.whole((1 << (len(FIELDS) if version > 1 else OF_VERSION_1)) - 1)
    names = [name for place, name in enumerate(FIELDS) if bits >> place & 1]
    channels, *size = counts(packed, IMAGE_SHAPE)
    is_pooling, filters, kernel = operation.endswith("pooling"), 1, [1, 1]
    if not is_pooling:
        filters, *kernel = counts(packed, weights_shape(names))
    elif "whole_image" not in names:
        kernel = counts(packed, WINDOW_SHAPE)
    said = {name: read_field(packed, name, filters) for name in names}
    image = packed.grid((channels, *size))
    if is_pooling:
        window = None if "whole_image" in said else (kernel[0], kernel[1])
        layer: dict[str, Any] = {"kernel": np.ones((1, 1)), "pooling": pooling_said(operation, window, said)}
    else:
        groups = said.get("groups", 1)
        if not groups or channels % groups:
            raise FileProblem("code_damaged")
        weights = packed.grid((filters, channels // groups, *kernel))
        layer = _weighted(weights, operation == OPERATIONS[1], said) | whole_image(names)
    packed.end()
    of_all = {name: said[name] for name in ("white", "seed", "order", "learning") if name in said}
    scenario = Scenario(tuple(image), name=tidy_name(said.get("name", "")), **of_all, **layer)
    return opened(
        Fields({name: said[name] for name in ("position", "view") if name in said}, f"KS{version}-"), scenario
    )


def weights_shape(names: Sequence[str]) -> tuple[float, ...]:
    """Return the most filters, rows and columns of a kernel, which may be as large as the image."""
    side = IMAGE_SIZE if "whole_image" in names else KERNEL_SIZE
    return FILTERS.high, side.high, side.high


def whole_image(names: Sequence[str]) -> dict[str, Any]:
    """Return what a layer with weights is told of kernels as large as the image."""
    return {"whole_image": True} if "whole_image" in names else {}


def counts(packed: Unpacker, most: tuple[float, ...]) -> list[int]:
    """Read some counts, none of which is 0. Raises FileProblem "code_damaged"."""
    found = [packed.whole(int(each)) for each in most]
    if not all(found):
        raise FileProblem("code_damaged")
    return found


def read_field(packed: Unpacker, name: str, filters: int) -> Any:
    """Read one field; filters: how many biases there are."""
    if name in ("white", "position"):
        return packed.real()
    if name == "name":
        return packed.text(4 * LONGEST_NAME)
    if name in ("stride", "dilation", "output_padding", "padding"):
        return tuple(packed.wholes(4, int(PADDING_SIDE.high)) if name == "padding" else packed.wholes(2, _MOST))
    if name in _LISTS:
        return _LISTS[name][packed.whole(len(_LISTS[name]) - 1)]
    if name == "padding_mode":
        return MODES[packed.whole(len(MODES) - 1)], packed.real()
    if name == "view":
        return read_view(packed)
    if name == "bias":
        return packed.grid((filters,))
    if name == "learning":
        from .code_learning import read_learning

        return read_learning(packed)
    return packed.whole(int(SEED.high)) if name in ("seed", "groups") else True


def padding_said(said: dict[str, Any]) -> Padding:
    """Return the padding that some fields say."""
    mode, value = said.get("padding_mode", ("zeros", 0.0))
    return Padding(*said.get("padding", ()), mode=mode, value=value)


def pooling_said(operation: str, window: tuple[int, int] | None, said: dict[str, Any]) -> Pooling:
    """Return the pooling that some fields say; window: (rows, columns), or None: as large as the image."""
    return Pooling(
        "max" if operation == OPERATIONS[2] else "average",
        window,
        said.get("stride"),
        padding_said(said),
        said.get("dilation", (1, 1)),
        "ceil_mode" in said,
        "pixels_only" not in said,
    )


def _weighted(weights: Any, transposed: bool, said: dict[str, Any]) -> dict[str, Any]:
    names = ("stride", "dilation", "bias", "groups", "activation")
    found = {name: said[name] for name in names if name in said} | {"kernel": weights, "padding": padding_said(said)}
    if not transposed:
        return found
    return found | {"transposed": True, "output_padding": said.get("output_padding", (0, 0))}
