"""Pooling and the transposed convolution, held against PyTorch, ONNX, and what they are by their definitions."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from game.core.errors import KernelDoesNotFit, OutOfRange, OutputTooSmall, WindowWithoutPixels
from game.core.layers import Convolution
from game.core.operations import Operation, maps_of
from game.core.padding import AMOUNTS, Padding
from game.core.pooling import Pooling, winner
from game.core.tensors import Tensor
from game.core.traced import Traced
from game.core.transposed import TransposedConvolution, transposed_sums

from .test_layers import LAYERS, NODES

OTHERS = [case for case in LAYERS if case["operation"] != "convolution"]
POOLS = {"AveragePool": "average", "GlobalAveragePool": "average", "MaxPool": "max", "GlobalMaxPool": "max"}
OF_NODES = [node for node in NODES if node["operation"] != "Conv"]
NOTHING_IN_IT = Padding()


def layer_of(case: dict[str, Any]) -> Operation:
    padding, stride, dilation = Padding(*case["padding"]), tuple(case["stride"]), tuple(case["dilation"])
    if case["operation"] == "transposed convolution":
        more = tuple(case["output_padding"])
        return TransposedConvolution(
            case["weights"], case["bias"], stride, padding, more, dilation, case["groups"], case["activation"]
        )
    kind, size = case["operation"].split()[0], tuple(case["kernel_size"])
    return Pooling(kind, size, stride, padding, dilation, case["ceil_mode"], case.get("count_include_pad", True))


CUT_AWAY = 59
"""A transposed convolution whose padding cuts three columns off the two that there are.

The reference has one column all the same: what slicing up to −1 leaves of two. By the formula of the size it has −1.
"""


@pytest.mark.parametrize("number", [number for number in range(len(OTHERS)) if number != CUT_AWAY])
def test_layers_of_pytorch(number: int) -> None:
    case = OTHERS[number]
    image, layer, expected = np.array(case["input"], float), layer_of(case), np.array(case["output"])
    assert layer.output_shape(image.shape) == expected.shape
    np.testing.assert_allclose(maps_of(image, layer), expected, rtol=0, atol=1e-9)


def test_the_reference_that_cuts_off_more_than_there_is() -> None:
    case = OTHERS[CUT_AWAY]
    image, layer = np.array(case["input"], float), layer_of(case)
    with pytest.raises(OutputTooSmall) as caught:
        maps_of(image, layer)
    assert (caught.value.axis, caught.value.length) == ("columns", -1)
    assert isinstance(layer, TransposedConvolution)
    (top, bottom), (left, _) = layer.padding.sides
    uncut = maps_of(image, layer.changed(padding=Padding(top, bottom, left, 0)))
    np.testing.assert_allclose(uncut[:, :, :-1], np.array(case["output"]), rtol=0, atol=1e-9)


def pooling_of(node: dict[str, Any], size: tuple[int, ...]) -> Pooling:
    given = node["attributes"]
    if node["operation"].startswith("Global"):
        return Pooling(POOLS[node["operation"]], None)
    kernel, stride = tuple(given["kernel_shape"]), tuple(given.get("strides", (1, 1)))
    dilation = tuple(given.get("dilations", (1, 1)))
    top, left, bottom, right = given.get("pads", (0, 0, 0, 0))
    if given.get("auto_pad", "NOTSET") == "SAME_UPPER":
        every = zip(size, kernel, stride, dilation, strict=True)
        (top, bottom), (left, right) = (AMOUNTS["same"](*each) for each in every)
    ceil, counted = bool(given.get("ceil_mode", 0)), bool(given.get("count_include_pad", 0))
    kind: Any = POOLS[node["operation"]]
    return Pooling(kind, kernel, stride, Padding(top, bottom, left, right), dilation, ceil, counted)


def transposed_of(node: dict[str, Any], size: tuple[int, ...]) -> TransposedConvolution:
    given, weights = node["attributes"], np.array(node["inputs"][1], float)
    stride, dilation = tuple(given.get("strides", (1, 1))), tuple(given.get("dilations", (1, 1)))
    more, (top, left, bottom, right) = tuple(given.get("output_padding", (0, 0))), given.get("pads", (0, 0, 0, 0))
    natural = TransposedConvolution(weights, None, stride, NOTHING_IN_IT, (0, 0), dilation, given.get("group", 1))
    whole = natural.whole_size((size[0], size[1]))
    if given.get("auto_pad") == "SAME_UPPER":  # n × stride, the odd one is cut off at the end
        cuts = [length - n * step for length, n, step in zip(whole, size, stride, strict=True)]
        (top, left), (bottom, right) = ([cut // 2 for cut in cuts], [cut - cut // 2 for cut in cuts])
    if "output_shape" in given:
        more = tuple(wanted - length for wanted, length in zip(given["output_shape"], whole, strict=True))
    return natural.changed(padding=Padding(top, bottom, left, right), output_padding=more)


@pytest.mark.parametrize("node", OF_NODES, ids=lambda node: node["name"])
def test_layers_of_onnx(node: dict[str, Any]) -> None:
    images = [np.array(image, float) for image in node["inputs"][0]]
    for image, expected in zip(images, node["output"], strict=True):
        size = image.shape[1:]
        pools = node["operation"] in POOLS
        layer: Operation = pooling_of(node, size) if pools else transposed_of(node, size)
        np.testing.assert_allclose(maps_of(image, layer), np.array(expected), rtol=1e-4, atol=1e-4)


def test_all_nodes_are_asked() -> None:
    assert len(NODES) == 35
    assert {node["operation"] for node in OF_NODES} == {"ConvTranspose", *POOLS}


def transposed_at_random(random: np.random.Generator) -> tuple[Tensor, TransposedConvolution]:
    """Return an image and a transposed convolution of it, every setting drawn at random; its map may be empty."""
    groups = int(random.integers(1, 3))
    each, own = (int(random.integers(1, 3)) for _ in range(2))
    kernel, stride, dilation = (tuple(map(int, random.integers(1, 4, 2))) for _ in range(3))
    most = [max(pair) for pair in zip(stride, dilation, strict=True)]
    weights = random.integers(-9, 10, (groups * each, own, *kernel))
    image = random.integers(-9, 10, (groups * each, *random.integers(1, 6, 2))).astype(float)
    if random.random() < 0.3:
        image = image / 7  # no decimals: added up in the order of the stamps
    layer = TransposedConvolution(
        weights,
        random.integers(-5, 6, groups * own),
        stride,
        Padding(*map(int, random.integers(0, 4, 4))),
        tuple(int(random.integers(0, limit)) for limit in most),
        dilation,
        groups,
    )
    return image, layer


def spread(image: Tensor, layer: TransposedConvolution) -> Tensor:
    """Return the maps in the other way: zeros between the pixels and around them, under the kernels turned round."""
    channels, rows, columns = image.shape
    (down, across), (tall, wide) = layer.stride, layer.kernel_size
    apart = np.zeros((channels, (rows - 1) * down + 1, (columns - 1) * across + 1))
    apart[:, ::down, ::across] = image
    reach = ((tall - 1) * layer.dilation[0], (wide - 1) * layer.dilation[1])
    more = layer.output_padding
    around = [(0, 0), *((amount, amount + after) for amount, after in zip(reach, more, strict=True))]
    each = channels // layer.groups
    grouped = layer.weights.reshape(layer.groups, each, -1, tall, wide).transpose(0, 2, 1, 3, 4)
    turned = grouped.reshape(layer.filters, each, tall, wide)[:, :, ::-1, ::-1]
    walked = Convolution(turned, layer.bias, dilation=layer.dilation, groups=layer.groups)
    whole = Traced(np.pad(apart, around), walked).sums
    (top, bottom), (left, right) = layer.padding.sides
    return whole[:, top : whole.shape[1] - bottom, left : whole.shape[2] - right]


def test_stamps_and_spread_agree() -> None:
    random, refused = np.random.default_rng(14), 0
    for _ in range(10_000):
        image, layer = transposed_at_random(random)
        if min(layer.output_shape(image.shape)) < 1:
            with pytest.raises(OutputTooSmall):
                maps_of(image, layer)
            refused += 1
            continue
        found = maps_of(image, layer)
        assert found.shape == layer.output_shape(image.shape)
        np.testing.assert_allclose(found, spread(image, layer), rtol=0, atol=1e-9)
    assert 0 < refused < 5_000


def test_a_cell_is_stamped_in_the_order_of_the_pixels() -> None:
    random = np.random.default_rng(3)
    for _ in range(50):
        image, weights = random.normal(size=(2, 4, 3)), random.normal(size=(2, 1, 3, 2))
        layer = TransposedConvolution(weights, [0.1], (2, 1))
        walked = np.full(layer.whole_size((4, 3)), 0.1)
        for channel in range(2):
            for row in range(4):
                for column in range(3):
                    walked[2 * row : 2 * row + 3, column : column + 2] += (
                        image[channel, row, column] * weights[channel, 0]
                    )
        assert np.array_equal(transposed_sums(image, layer)[0], walked), "bit for bit"


def test_decimals_are_stamped_exactly() -> None:
    image, weights = np.array([[[0.1, 0.2], [0.7, 0.3]]]), np.array([[[[0.3, -0.6], [0.1, 0.9]]]])
    found = transposed_sums(image, TransposedConvolution(weights, [0.1]))[0]
    tenths = [Fraction(1, 10) * n for n in (1, 2, 7, 3)]
    middle = tenths[0] * Fraction(9, 10) + tenths[1] * Fraction(1, 10) - tenths[2] * Fraction(6, 10)
    assert found[1, 1] == float(middle + tenths[3] * Fraction(3, 10) + Fraction(1, 10))


def pooled_by_hand(image: Tensor, layer: Pooling) -> Tensor:
    """Return what pooling is by its definition: window by window, place by place."""
    channels, *size = image.shape
    window = layer.kernel_size or (size[0], size[1])
    stride = layer.stride or window
    shape = layer.output_shape((channels, size[0], size[1]))
    found = np.empty(shape)
    for channel, row, column in np.ndindex(*shape):
        met, counted = [], 0
        for down, across in np.ndindex(*window):
            at = row * stride[0] + down * layer.dilation[0] - layer.padding.top
            beside = column * stride[1] + across * layer.dilation[1] - layer.padding.left
            inside = 0 <= at < size[0] and 0 <= beside < size[1]
            if inside:
                met.append(image[channel, at, beside])
            padded = at < size[0] + layer.padding.bottom and beside < size[1] + layer.padding.right
            counted += padded if layer.count_include_pad else inside
        found[channel, row, column] = max(met) if layer.kind == "max" else sum(met) / counted
    return found


def pooling_at_random(random: np.random.Generator) -> tuple[Tensor, Pooling]:
    size, kernel = (tuple(map(int, random.integers(1, 8, 2))) for _ in range(2))
    sides = [int(random.integers(0, kernel[axis])) for axis in (0, 0, 1, 1)]
    stride, dilation = (tuple(map(int, random.integers(1, 4, 2))) for _ in range(2))
    image = random.integers(-99, 100, (int(random.integers(1, 3)), *size)) / (10 if random.random() < 0.7 else 7)
    steps = stride if random.random() < 0.8 else None
    kind: Any = ("max", "average")[int(random.integers(2))]
    ceil, counted = (bool(random.integers(2)) for _ in range(2))
    whole = None if random.random() < 0.1 else kernel
    return image, Pooling(kind, whole, steps, Padding(*sides), dilation, ceil, counted)


def test_pooling_is_what_its_definition_says() -> None:
    random, refused = np.random.default_rng(41), 0
    for _ in range(3_000):
        image, layer = pooling_at_random(random)
        try:
            found = maps_of(image, layer)
        except (KernelDoesNotFit, WindowWithoutPixels, OutOfRange):
            refused += 1
            continue
        assert np.isfinite(found).all(), "neither −∞ nor 0 ÷ 0 ever leaves a layer"
        np.testing.assert_allclose(found, pooled_by_hand(image, layer), rtol=0, atol=1e-12)
    assert 100 < refused < 1_800


def test_the_first_of_equal_winners_in_reading_order() -> None:
    image = np.array([[1.0, 5, 5], [5, 5, 0], [0, 5, 5]])
    layer = Pooling("max", (2, 2), (1, 1), Padding(1, 0, 0, 0))
    assert [winner(image, layer, cell) for cell in ((0, 0), (1, 0), (2, 1))] == [(0, 1), (0, 1), (1, 1)]


def test_the_mean_of_decimals_is_the_nearest_number() -> None:
    found = maps_of(np.array([[[0.1, 0.2, 0.3]]]), Pooling("average", None))
    assert found.item() == float(Fraction(6, 10) / 3), "0.2, and not what 0.1 + 0.2 + 0.3 gives"


def test_a_window_without_pixels_is_refused() -> None:
    image = np.ones((1, 1, 4))
    with pytest.raises(WindowWithoutPixels) as caught:
        maps_of(image, Pooling("max", (2, 1), (1, 1), Padding(1, 1, 0, 0), (2, 1)))
    assert (caught.value.axis, caught.value.window) == ("rows", 1)


@pytest.mark.parametrize("layer", [Pooling("max", (2, 2), padding=Padding(2, 0, 0, 0)), Pooling("average", (9, 2))])
def test_pools_that_do_not_fit_are_refused(layer: Pooling) -> None:
    with pytest.raises((OutOfRange, KernelDoesNotFit)):
        maps_of(np.ones((2, 4, 4)), layer)


@pytest.mark.parametrize("more", [(2, 0), (0, 3), (-1, 0)])
def test_output_padding_of_a_whole_stride_is_refused(more: tuple[int, int]) -> None:
    with pytest.raises(OutOfRange):
        TransposedConvolution([[[[1.0]]]], stride=(2, 1), dilation=(1, 3), output_padding=more)
