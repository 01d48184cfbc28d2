"""What a text code of version 3 holds of a network: the source image, and its layers one after another."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..core.chained import focus_of, layers_of, of_layers, source_of, weights_in_order
from ..core.layers import Convolution
from ..core.limits import LAYERS
from ..core.operations import Operation
from ..core.pooling import Pooling
from ..core.scenario import Scenario
from ..core.spread import in_pytorch
from ..core.transposed import TransposedConvolution
from ..files.errors import FileProblem
from ..files.fields import Fields
from ..files.scenario_parts import OpenedScenario, opened, recognised, tidy_name
from . import code_fields as fields
from .packing import Packer, Unpacker

OF_ALL = ("white", "seed", "name", "order", "position", "view", "learning")
OF_A_LAYER = tuple(name for name in fields.FIELDS if name not in OF_ALL)
"""What may be left out of all, and of each layer, in the order in which it is written."""


def write(packer: Packer, held: OpenedScenario) -> None:
    """Write all of a network, which of its layers is in focus, its position and its view."""
    source, layers = source_of(held.scenario), layers_of(held.scenario)
    said = fields.said_of_all(held, source.white)
    packer.wholes((len(layers), focus_of(held.scenario), *source.shape, _bits(OF_ALL, said)))
    _write_said(packer, OF_ALL, said)
    packer.grid(np.stack(source.channels))
    for layer in layers:
        _write_layer(packer, layer)


def _write_layer(packer: Packer, layer: Operation) -> None:
    said = fields.said_of_layer(layer)
    operation = layer.operation if isinstance(layer, Pooling) else fields.OPERATIONS[not isinstance(layer, Convolution)]
    packer.wholes((fields.OPERATIONS.index(operation), _bits(OF_A_LAYER, said)))
    if isinstance(layer, Pooling):
        packer.wholes(layer.kernel_size or ())
        _write_said(packer, OF_A_LAYER, said)
        return
    packer.wholes((layer.filters, *layer.kernel_size))
    _write_said(packer, OF_A_LAYER, said)
    packer.grid(weights_in_order(layer))


def _bits(names: tuple[str, ...], said: dict[str, Any]) -> int:
    """Return which of the fields are said, the first as the lowest bit."""
    return sum(1 << place for place, name in enumerate(names) if name in said)


def _write_said(packer: Packer, names: tuple[str, ...], said: dict[str, Any]) -> None:
    for name in names:
        if name in said:
            fields.write_field(packer, name, said[name])


def read(packed: Unpacker, version: int) -> OpenedScenario:
    """Return what was written. Raises FileProblem "code_damaged" and the errors of `core`."""
    count, focus = packed.whole(int(LAYERS.high)), packed.whole(int(LAYERS.high) - 1)
    if not focus < count > 1:
        raise FileProblem("code_damaged")
    channels, *size = fields.counts(packed, fields.IMAGE_SHAPE)
    said = _read_said(packed, _read_bits(packed, OF_ALL), 0)
    image = packed.grid((channels, *size))
    layers, maps = [], channels
    for _ in range(count):
        layer = _read_layer(packed, maps)
        layers.append(layer)
        maps = maps if isinstance(layer, Pooling) else layer.filters
    packed.end()
    named = {name: said[name] for name in ("white", "seed", "order") if name in said}
    plain = Scenario(tuple(image), np.ones((1, channels, 1, 1)), name=tidy_name(said.get("name", "")), **named)
    network = of_layers(recognised(plain), tuple(layers), focus)
    if "learning" in said:
        network = network.varied(learning=said["learning"])
    where: dict[str, object] = {name: said[name] for name in ("position", "view") if name in said}
    return opened(Fields(where, f"KS{version}-"), network)


def _read_layer(packed: Unpacker, channels: int) -> Operation:
    """Return a layer over so many channels."""
    operation = fields.OPERATIONS[packed.whole(len(fields.OPERATIONS) - 1)]
    names = _read_bits(packed, OF_A_LAYER)
    if operation.endswith("pooling"):
        window = None if "whole_image" in names else fields.counts(packed, fields.WINDOW_SHAPE)
        said = _read_said(packed, names, 0)
        return fields.pooling_said(operation, None if window is None else (window[0], window[1]), said)
    filters, *kernel = fields.counts(packed, fields.weights_shape(names))
    said = _read_said(packed, names, filters)
    groups = said.get("groups", 1)
    if not groups or channels % groups:
        raise FileProblem("code_damaged")
    weights = packed.grid((filters, channels // groups, *kernel))
    of_both = ("bias", "stride", "dilation", "groups", "activation")
    own = {name: said[name] for name in of_both if name in said} | {"padding": fields.padding_said(said)}
    if operation == fields.OPERATIONS[0]:
        return Convolution(weights, **own, **fields.whole_image(names))
    return TransposedConvolution(in_pytorch(weights, groups), **own, output_padding=said.get("output_padding", (0, 0)))


def _read_bits(packed: Unpacker, names: tuple[str, ...]) -> tuple[str, ...]:
    bits = packed.whole((1 << len(names)) - 1)
    return tuple(name for place, name in enumerate(names) if bits >> place & 1)


def _read_said(packed: Unpacker, names: tuple[str, ...], filters: int) -> dict[str, Any]:
    return {name: fields.read_field(packed, name, filters) for name in names}
