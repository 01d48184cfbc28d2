"""Receptive fields against brute force: which source pixels change a cell, and which cells a pixel changes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.errors import ConvolutionError
from game.core.layers import Convolution
from game.core.operations import Operation, chained_maps
from game.core.padding import MODES, Padding
from game.core.pooling import Pooling
from game.core.receptive import Field, alone, fields_of
from game.core.tensors import Tensor
from game.core.transposed import TransposedConvolution
from tests.core.chains import random_chain


def linear(layer: Operation) -> Operation:
    """Return the layer with weights of 1, so that whatever it reads changes what it makes; a pooling takes means."""
    if isinstance(layer, Pooling):
        return Pooling("average", layer.kernel_size, layer.stride, layer.padding, layer.dilation, layer.ceil_mode)
    own = {"weights": np.ones_like(layer.weights), "bias": np.zeros(layer.filters), "activation": "none"}
    return type(layer)(**{name: layer.__dict__[name] for name in layer.names} | own)


def places(field: Field) -> set[tuple[int, int, int]]:
    return {(c, r, x) for c in field.channels for r in field.rows for x in field.columns}


def changed(
    image: Tensor, layers: tuple[Operation, ...], pixel: tuple[int, int, int]
) -> list[set[tuple[int, int, int]]]:
    """Return which cells of each layer are others when a pixel is another."""
    other = image.copy()
    other[pixel] += 1
    pairs = zip(chained_maps(image, layers), chained_maps(other, layers), strict=True)
    return [{(c, r, x) for c, r, x in np.argwhere(np.abs(one - two) > 1e-9).tolist()} for one, two in pairs]


def around(cells: set[tuple[int, int, int]]) -> set[tuple[int, int, int]]:
    """Return all cells of the rows and columns of some: fields are whole rows and columns."""
    if not cells:
        return set()
    one, two, three = (sorted({cell[axis] for cell in cells}) for axis in range(3))
    return {(c, r, x) for c in one for r in two for x in three}


@pytest.mark.parametrize("seed", range(14))
def test_what_a_pixel_feeds_is_what_changes_with_it(seed: int) -> None:
    image, random_layers = random_chain(np.random.default_rng(seed), 1 + seed % 5)
    layers = tuple(map(linear, random_layers))
    chance = np.random.default_rng(seed + 100)
    for _ in range(4):
        pixel = tuple(int(chance.integers(length)) for length in image.shape)
        fields = fields_of(layers, image.shape, 0, alone(pixel))  # type: ignore[arg-type]
        assert places(fields[0]) == {pixel}
        for field, cells in zip(fields[1:], changed(image, layers, pixel), strict=True):  # type: ignore[arg-type]
            assert places(field) == around(cells)


@pytest.mark.parametrize("seed", range(14))
def test_what_a_cell_is_made_of_is_what_changes_it(seed: int) -> None:
    image, random_layers = random_chain(np.random.default_rng(seed), 1 + seed % 5)
    layers = tuple(map(linear, random_layers))
    last = chained_maps(image, layers)[-1]
    chance = np.random.default_rng(seed + 200)
    cell = tuple(int(chance.integers(length)) for length in last.shape)
    fields = fields_of(layers, image.shape, len(layers), alone(cell))  # type: ignore[arg-type]
    assert len(fields) == len(layers) + 1
    feeding = {pixel for pixel in np.ndindex(image.shape) if cell in changed(image, layers, pixel)[-1]}
    assert places(fields[0]) == around(feeding)
    assert places(fields[-1]) == {cell}


def test_a_field_grows_layer_by_layer() -> None:
    layers = (Convolution(np.ones((2, 1, 3, 3)), padding=Padding(1, 1, 1, 1)), Pooling("max", (2, 2)))
    image, maps, cell = fields_of(layers, (1, 8, 8), len(layers), alone((1, 0, 2)))
    assert (cell.channels, cell.rows, cell.columns) == ((1,), (0,), (2,))
    assert (maps.channels, maps.rows, maps.columns) == ((1,), (0, 1), (4, 5))
    assert (image.rows, image.columns) == ((0, 1, 2), (3, 4, 5, 6))


def test_shares_are_made_of_all_channels_and_stamps_of_what_reaches_them() -> None:
    shares = Convolution(np.ones((4, 1, 1, 1)), groups=2, activation="softmax")
    assert fields_of((shares,), (2, 3, 3), 1, alone((0, 1, 1)))[0].channels == (0, 1)
    stamps = TransposedConvolution(np.ones((1, 1, 2, 2)), stride=(3, 3))
    assert fields_of((stamps,), (1, 2, 2), 1, alone((0, 2, 2)))[0].is_empty, "no stamp meets it"
    assert fields_of((stamps,), (1, 2, 2), 1, alone((0, 3, 4)))[0] == Field((0,), (1,), (1,))


KINDS = ("convolution", "transposed", "max", "average")


def spaced_layer(chance: np.random.Generator, kind: str, channels: int) -> Operation:
    """Return a layer with stride, dilation, padding on each side, groups and output padding drawn at random."""
    size, stride, dilation = (tuple(map(int, chance.integers(1, 4, 2))) for _ in range(3))
    sides = [int(each) for each in chance.integers(0, 2, 4)]
    if kind in ("max", "average"):
        return Pooling(kind, size, stride, Padding(*sides), dilation, bool(chance.integers(2)))
    groups = int(chance.choice([each for each in (1, 2) if channels % each == 0]))
    filters = 2 * groups
    named: dict[str, Any] = {"stride": stride, "dilation": dilation, "groups": groups}
    if kind == "transposed":
        more = tuple(int(chance.integers(max(pair))) for pair in zip(stride, dilation, strict=True))
        weights = np.ones((channels, filters // groups, *size))
        return TransposedConvolution(weights, padding=Padding(*sides), output_padding=more, **named)
    around = Padding(*sides, mode=MODES[int(chance.integers(len(MODES)))], value=0.5)
    return Convolution(np.ones((filters, channels // groups, *size)), padding=around, **named)


def spaced_chain(seed: int) -> tuple[Tensor, tuple[Operation, ...]]:
    """Return an image and four layers, one of each kind in an order at random, that fit one another."""
    chance = np.random.default_rng(seed)
    while True:
        image = chance.normal(size=(int(chance.integers(1, 3)), *map(int, chance.integers(5, 9, 2))))
        over, layers = image.shape, []
        try:
            for kind in chance.permutation(KINDS):
                layers.append(spaced_layer(chance, str(kind), over[0]))
                layers[-1].check(over)
                over = layers[-1].output_shape(over)
        except ConvolutionError:
            continue
        if max(over) <= 24:
            return image, tuple(layers)


@pytest.mark.parametrize("seed", range(10))
def test_fields_go_both_ways_from_any_layer_through_strides_dilation_and_every_padding(seed: int) -> None:
    image, random_layers = spaced_chain(seed)
    layers = tuple(map(linear, random_layers))
    shape = image.shape[0], image.shape[1], image.shape[2]
    chance = np.random.default_rng(seed + 300)
    level = int(chance.integers(1, 4))
    maps = chained_maps(image, layers)
    cell = tuple(int(chance.integers(length)) for length in maps[level - 1].shape)
    fields = fields_of(layers, shape, level, alone(cell))  # type: ignore[arg-type]
    feeding = {pixel for pixel in np.ndindex(image.shape) if cell in changed(image, layers[:level], pixel)[-1]}
    assert places(fields[0]) == around(feeding)
    behind = changed(maps[level - 1], layers[level:], cell)  # type: ignore[arg-type]
    assert [places(field) for field in fields[level + 1 :]] == list(map(around, behind))
    assert places(fields[level]) == {cell}


def test_a_field_of_several_channels_is_the_union_of_theirs() -> None:
    image, layers = spaced_chain(21)
    shape = image.shape[0], image.shape[1], image.shape[2]
    every = tuple(range(shape[0]))
    together = fields_of(layers, shape, 0, Field(every, (2,), (3,)))
    for channel in every:
        for one, whole in zip(fields_of(layers, shape, 0, alone((channel, 2, 3))), together, strict=True):
            assert places(one) <= places(whole)
