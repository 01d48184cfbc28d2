"""The layer held against PyTorch, ONNX, numpy.pad with a direct sum, and exact fractions."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import row_order
from game.core.activations import ACTIVATIONS
from game.core.arithmetic import IN_ROW_ORDER
from game.core.axes import axis_of
from game.core.layer_sums import sums_of
from game.core.layers import ACTIVATION_NAMES, Convolution, divisors
from game.core.padding import AMOUNTS, MODES, NOTHING, Padding, padding_of
from game.core.tensors import Tensor
from game.core.traced import Traced

pad: Any = np.pad
"""For which type checkers know no mode by its name."""
REFERENCES = Path(__file__).parent / "references"
LAYERS: list[dict[str, Any]] = json.loads((REFERENCES / "layers.json").read_text())["cases"]
NODES: list[dict[str, Any]] = json.loads((REFERENCES / "onnx_node_tests.json").read_text())["cases"]
CONVOLUTIONS = [case for case in LAYERS if case["operation"] == "convolution"]
NUMPY_MODES = {
    "zeros": "constant",
    "constant": "constant",
    "reflect": "reflect",
    "replicate": "edge",
    "circular": "wrap",
}


def layer_of(case: dict[str, Any]) -> Convolution:
    padding = Padding(*case["padding"], mode=case["padding_mode"], value=case["padding_value"])
    stride, dilation = tuple(case["stride"]), tuple(case["dilation"])
    return Convolution(case["weights"], case["bias"], stride, padding, dilation, case["groups"], case["activation"])


@pytest.mark.parametrize("number", range(len(CONVOLUTIONS)))
def test_convolutions_of_pytorch(number: int) -> None:
    case = CONVOLUTIONS[number]
    traced = Traced(np.array(case["input"], float), layer_of(case))
    expected = np.array(case["output"])
    assert traced.maps.shape == expected.shape == traced.layer.output_shape(traced.image.shape)
    np.testing.assert_allclose(traced.maps, expected, rtol=0, atol=1e-9)


@pytest.mark.parametrize("node", [node for node in NODES if node["operation"] == "Conv"], ids=lambda node: node["name"])
def test_convolutions_of_onnx(node: dict[str, Any]) -> None:
    given = node["attributes"]
    (image,), weights = node["inputs"][0], np.array(node["inputs"][1], float)
    image, stride = np.array(image, float), tuple(given.get("strides", (1, 1)))
    dilation = tuple(given.get("dilations", (1, 1)))
    top, left, bottom, right = given.get("pads", (0, 0, 0, 0))
    if (how := given.get("auto_pad", "NOTSET")) != "NOTSET":
        name = {"SAME_UPPER": "same", "SAME_LOWER": "same lower", "VALID": "valid"}[how]
        (top, bottom), (left, right) = (
            AMOUNTS[name](image.shape[axis + 1], weights.shape[axis + 2], stride[axis], dilation[axis])
            for axis in (0, 1)
        )
    padding = Padding(top, bottom, left, right)
    layer = Convolution(weights, None, stride, padding, dilation, given.get("group", 1))
    np.testing.assert_allclose(Traced(image, layer).maps, np.array(node["output"])[0], rtol=0, atol=1e-9)


def made_up(random: np.random.Generator) -> tuple[Tensor, Convolution]:
    """Return an image and a layer that fits it, every setting drawn at random."""
    groups = int(random.integers(1, 4))
    each, filters = int(random.integers(1, 3)), groups * int(random.integers(1, 3))
    size = random.integers(1, 8, 2)
    kernel, stride, dilation = (tuple(map(int, random.integers(1, most, 2))) for most in (4, 4, 4))
    mode = MODES[int(random.integers(len(MODES)))]
    most = {"reflect": size - 1, "circular": size}.get(mode, np.array((4, 4)))
    need = [max(0, step * (length - 1) + 1 - n) for n, length, step in zip(size, kernel, dilation, strict=True)]
    sides = [int(random.integers(0, most[axis] + 1)) for axis in (0, 0, 1, 1)]
    for axis in (0, 1):
        lacking = need[axis] - sides[2 * axis] - sides[2 * axis + 1]
        if lacking > 0:
            kernel = tuple(1 if place == axis else length for place, length in enumerate(kernel))
    scale = 1 if random.random() < 0.3 else 100
    image = np.rint(random.uniform(-9, 9, (groups * each, *size)) * scale) / scale
    weights = np.rint(random.uniform(-9, 9, (filters, each, *kernel)) * scale) / scale
    if random.random() < 0.3:
        weights = weights / 9
    bias = np.rint(random.uniform(-9, 9, filters) * scale) / scale
    padding = Padding(*sides, mode=mode, value=round(random.uniform(-3, 3), 1))
    return image, Convolution(weights, bias, stride, padding, dilation, groups)


def direct(image: Tensor, layer: Convolution) -> Tensor:
    """Return the sums by numpy.pad and one cell after the other."""
    padding = layer.padding
    how: dict[str, Any] = {"constant_values": padding.fill} if padding.mode in ("zeros", "constant") else {}
    padded = pad(image, ((0, 0), *padding.sides), NUMPY_MODES[padding.mode], **how)
    each, shared = layer.weights.shape[1], layer.filters // layer.groups
    (rows, columns), (down, across) = layer.kernel_size, layer.dilation
    _, high, wide = layer.output_shape(image.shape)
    found = np.empty((layer.filters, high, wide))
    for number, row, column in np.ndindex(found.shape):
        first, top, left = number // shared * each, row * layer.stride[0], column * layer.stride[1]
        patch = padded[
            first : first + each,
            top : top + down * (rows - 1) + 1 : down,
            left : left + across * (columns - 1) + 1 : across,
        ]
        found[number, row, column] = (patch * layer.weights[number]).sum() + layer.bias[number]
    return found


def test_random_layers_equal_numpy_pad_and_a_direct_sum() -> None:
    random = np.random.default_rng(13)
    for _ in range(10_000):
        image, layer = made_up(random)
        np.testing.assert_allclose(Traced(image, layer).sums, direct(image, layer), rtol=0, atol=1e-9)


def test_a_block_of_cells_and_every_single_cell_have_the_bits_of_the_whole_map() -> None:
    random = np.random.default_rng(14)
    for _ in range(600):
        image, layer = made_up(random)
        traced = Traced(image, layer)
        number, row, column = (int(random.integers(length)) for length in traced.sums.shape)
        block = slice(row, traced.sums.shape[1]), slice(column, column + 1)
        found = sums_of(traced.padded, layer, traced.arithmetic, block)
        assert found.tobytes() == traced.sums[:, *block].tobytes()
        value = traced.sums[number, row, column]
        assert traced.column(number, (row, column))[-1] == value, "the column addition ends at the cell's value"
        assert traced.products(number, (row, column)).shape == layer.weights[number].shape


def test_decimals_are_summed_without_any_error() -> None:
    random = np.random.default_rng(15)
    for _ in range(300):
        image, weights, bias = (
            np.rint(random.uniform(-9, 9, shape) * 100) / 100 for shape in ((3, 4, 4), (2, 3, 2, 2), (2,))
        )
        traced = Traced(image, Convolution(weights, bias, padding=padding_of(1, 1, "reflect")))
        assert traced.arithmetic.exact
        exact = [
            [Fraction(str(number)) for number in part.ravel().tolist()]
            for part in (traced.patch(1, (2, 3)), weights[1])
        ]
        total = sum(map(Fraction.__mul__, *exact)) + Fraction(str(bias[1].item()))
        assert traced.sums[1, 2, 3] == float(total)


@pytest.mark.parametrize("mode", MODES)
def test_the_table_of_an_axis_tells_what_is_read_and_what_feeds(mode: Any) -> None:
    """Held against counting: an image of ones but for one pixel, whose output cells are those that differ."""
    random = np.random.default_rng(16)
    for _ in range(200):
        length, kernel, stride, dilation = (int(random.integers(1, most)) for most in (9, 5, 4, 4))
        most = {"reflect": length - 1, "circular": length}.get(mode, 4)
        before, after = (int(random.integers(0, most + 1)) for _ in range(2))
        axis = axis_of(length, kernel, stride, dilation, before, after, mode)
        if not axis.outputs:
            continue
        times = np.zeros(length, int)
        for place in range(length):
            one = np.zeros(length)
            one[place] = 1
            how: dict[str, Any] = {} if mode not in ("zeros", "constant") else {"constant_values": 0}
            padded = pad(one, (before, after), NUMPY_MODES[mode], **how)
            sums = [
                padded[output * stride : output * stride + dilation * (kernel - 1) + 1 : dilation].sum()
                for output in range(axis.outputs)
            ]
            assert axis.fed_by(place) == np.flatnonzero(sums).tolist()
            times[place] = round(sum(sums))
        assert axis.coverage.tolist() == times.tolist()
        read = {output * stride + weight * dilation for output in range(axis.outputs) for weight in range(kernel)}
        unread = set(range(before + length + after)) - read
        assert set(np.flatnonzero(axis.left_over).tolist()) == {place for place in unread if place > max(read)}
        assert set(np.flatnonzero(axis.skipped).tolist()) == {place for place in unread if place < max(read)}
        assert axis.touched(0) == [int(axis.padded[output * stride]) for output in range(axis.outputs)]
        assert set(axis.taps.ravel().tolist()) <= {NOTHING, *range(length)}


@pytest.mark.parametrize(
    ("bias", "exact", "value"), [(0.715, True, 6.715), (-0.000001, True, 5.999999), (1 / 3, False, 6 + 1 / 3)]
)
def test_a_bias_of_more_decimals_is_counted_too_and_one_of_none_is_added_last(
    bias: float, exact: bool, value: float
) -> None:
    traced = Traced(np.array([[[2.0]], [[4.0]]]), Convolution([[[[1]], [[1]]]], [bias]))
    assert (traced.arithmetic.exact, traced.sums.item()) == (exact, value)


@given(st.integers(1, 64), st.integers(1, 15), st.integers(1, 8), st.integers(1, 8))
def test_amounts_of_padding_with_a_name(length: int, kernel: int, stride: int, dilation: int) -> None:
    setting = length, kernel, stride, dilation
    assert AMOUNTS["valid"](*setting) == (0, 0)
    before, after = AMOUNTS["same"](*setting)
    assert 0 <= after - before <= 1, "the odd one stands after"
    assert AMOUNTS["same lower"](*setting) == (after, before)
    if dilation * (kernel - 1) + 1 >= stride:  # else a stride leaps further than any padding reaches
        assert axis_of(*setting, before, after).outputs == -(-length // stride)
    outputs = axis_of(length, kernel, 1, dilation, *AMOUNTS["full"](*setting)).outputs
    assert outputs == length + dilation * (kernel - 1)


def test_groups_are_the_common_divisors() -> None:
    assert divisors(4, 6) == (1, 2)
    layer = Convolution(np.ones((6, 2, 1, 1)), groups=2)
    assert [list(layer.channels_of(number)) for number in range(6)] == [[0, 1]] * 3 + [[2, 3]] * 3


def test_the_sigmoid_does_not_overflow() -> None:
    with np.errstate(all="raise", under="ignore"):
        traced = Traced(np.array([[[-999.0, 999.0]]]), Convolution([[[[999]]]], activation="sigmoid"))
        assert traced.maps.tolist() == [[[0.0, 1.0]]]


def test_every_activation_that_a_layer_may_have_is_there() -> None:
    assert tuple(ACTIVATIONS) == ACTIVATION_NAMES


def test_a_kernel_as_large_as_its_image_sums_in_row_order_as_one_over_a_larger_image_does() -> None:
    """Held against a sum of Python's floats, one product after the other, and against the way of all other sizes."""
    chance = np.random.default_rng(5)
    image, weights, bias = chance.normal(size=(3, 5, 5)), chance.normal(size=(6, 3, 4, 2)), chance.normal(size=6)
    layer = Convolution(weights, bias, dilation=(1, 2))
    alone = sums_of(image[:, :4, :3], layer, IN_ROW_ORDER)
    assert alone.shape == (6, 1, 1)
    assert np.array_equal(alone[:, 0, 0], sums_of(image, layer, IN_ROW_ORDER)[:, 0, 0])
    for number, kernel in enumerate(weights):
        total = 0.0
        for channel in range(3):
            own = 0.0
            for row in range(4):
                for column in range(2):
                    own += float(kernel[channel, row, column]) * float(image[channel, row, 2 * column])
            total += own
        assert alone[number, 0, 0] == total + bias[number]


@pytest.mark.parametrize("seed", range(40))
def test_few_products_made_at_once_are_added_in_the_same_order_as_many(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where products are −0: each way has all bits of the other."""
    chance = np.random.default_rng(seed)
    filters, channels, rows, columns, *steps = chance.integers(1, 4, 8).tolist()
    weights = chance.normal(size=(filters, channels, rows, columns)) * chance.choice([-0.0, 1.0], rows)[:, None]
    bias = chance.normal(size=filters) if seed % 2 else np.full(filters, -0.0)
    layer = Convolution(weights, bias, stride=tuple(steps[:2]), dilation=tuple(steps[2:]))
    image = chance.normal(size=(channels, *(chance.integers(0, 7, 2) + layer.kernel_extent)))
    at_once = sums_of(image, layer, IN_ROW_ORDER)
    monkeypatch.setattr(row_order, "FEW", 0)
    assert at_once.tobytes() == sums_of(image, layer, IN_ROW_ORDER).tobytes()
    assert at_once.shape == sums_of(image, layer, IN_ROW_ORDER).shape
