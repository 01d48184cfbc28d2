"""A transposed convolution as a walk over the spread image: the same numbers, and what is set stays what was set."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.convolution import output_map
from game.core.coverage import cells_fed_by
from game.core.errors import ConvolutionError, OutOfRange, OutputTooSmall
from game.core.layer_sums import sums_of
from game.core.operation_change import OPERATIONS, TRANSPOSED, operation_of, with_operation
from game.core.operations import maps_of
from game.core.padding import Padding
from game.core.resize import allowed, with_pair
from game.core.result import result_of
from game.core.scenario import Scenario, of_names, startup
from game.core.spread import of_pytorch
from game.core.transposed import TransposedConvolution, transposed_sums
from game.core.updates import updated
from game.play.moment import numbers_of
from tests.core.test_operations import CUT_AWAY, OTHERS, layer_of

SETTINGS = 3_000
OF_THE_CASE = ("bias", "stride", "padding", "output_padding", "dilation", "groups", "activation")
TRANSPOSED_CASES = [number for number, case in enumerate(OTHERS) if case["operation"] == TRANSPOSED]


def random_spread(rng: np.random.Generator) -> tuple[Scenario, np.ndarray[Any, Any], np.ndarray[Any, Any]] | None:
    """Return any transposed convolution with the image and weights it was made of, or None where it is refused."""
    groups, decimal = int(rng.integers(1, 4)), rng.random() < 0.5
    channels, filters = groups * int(rng.integers(1, 3)), groups * int(rng.integers(1, 3))
    stride, dilation = ((int(rng.integers(1, 5)), int(rng.integers(1, 5))) for _ in range(2))
    more = tuple(int(rng.integers(0, max(pair))) for pair in zip(stride, dilation, strict=True))
    weights = rng.normal(size=(filters, channels // groups, *map(int, rng.integers(1, 5, 2))))
    image = rng.normal(size=(channels, *map(int, rng.integers(1, 6, 2))))
    if decimal:
        weights, image = np.round(weights, 2), np.round(image, 2)
    try:
        scenario = Scenario(
            tuple(image),
            weights,
            stride=stride,
            padding=Padding(*map(int, rng.integers(0, 5, 4))),
            dilation=dilation,
            groups=groups,
            bias=np.round(rng.normal(size=filters), 1),
            transposed=True,
            output_padding=more,
        )
    except OutputTooSmall:
        return None
    return scenario, image, weights


def test_the_walk_over_the_spread_image_makes_what_the_stamps_make() -> None:
    rng, met = np.random.default_rng(15), 0
    for _ in range(SETTINGS):
        found = random_spread(rng)
        if found is None:
            continue
        (scenario, image, weights), met = found, met + 1
        layer, result = scenario.layer, result_of(scenario)
        assert np.array_equal(of_pytorch(layer.transposed), weights)  # type: ignore[attr-defined]  # it is a Spread
        expected = transposed_sums(image, layer.transposed)  # type: ignore[attr-defined]
        assert np.allclose(result.sums, expected, rtol=0, atol=1e-9)
        assert (layer.filters, *scenario.output_size) == expected.shape
        assert np.array_equal(result.sums, sums_of(result.padded, layer, result.arithmetic)), "bit for bit"
        step = int(rng.integers(expected[0].size))
        numbers = numbers_of(result, step)
        assert numbers is not None
        if len(image) // layer.groups == 1:
            last = result.arithmetic.in_parts(numbers.sums[-1:]) + result.arithmetic.in_parts(layer.bias[:1])
            assert result.arithmetic.in_ones(last)[0] == result.sums[0].flat[step]
        assert scenario.changed() == scenario
        assert np.array_equal(scenario.pixel_tensor, image)
    assert met > SETTINGS / 2


def test_a_stroke_and_a_weight_change_what_they_are_said_to_feed() -> None:
    rng = np.random.default_rng(16)
    for _ in range(300):
        found = random_spread(rng)
        if found is None:
            continue
        scenario, before = found[0], result_of(found[0])
        down, across = scenario.layer.chosen_stride
        pixel = tuple(
            int(rng.integers(length)) * step for length, step in zip(found[1].shape[1:], (down, across), strict=True)
        )
        for edit in (scenario.painted([pixel], 7.5), scenario.weighed(0, 0, 7.5)):  # type: ignore[list-item]
            assert edit is not None
            after = updated(before, edit.scenario, edit)
            assert np.array_equal(np.array(after.maps), np.array(result_of(edit.scenario).maps))
            if edit.grid == "image":
                differ = {tuple(map(int, cell)) for cell in np.argwhere((after.sums != before.sums).any(axis=0))}
                assert differ <= set(cells_fed_by(edit.scenario, pixel))  # type: ignore[arg-type]


def test_zeros_between_pixels_cannot_be_painted() -> None:
    scenario = Scenario([[1, 2], [3, 4]], [[1, 1]], stride=(2, 2), white=4, transposed=True)
    assert scenario.painted([(0, 1), (1, 1)], 3) is None
    edit = scenario.painted([(0, 1), (0, 2)], 3)
    assert edit is not None
    assert edit.scenario.pixels[0].tolist() == [[1, 3], [3, 4]]


@pytest.mark.parametrize("number", [number for number in TRANSPOSED_CASES if number != CUT_AWAY])
def test_maps_are_those_of_pytorch(number: int) -> None:
    case = OTHERS[number]
    layer = layer_of(case)
    assert isinstance(layer, TransposedConvolution)
    scenario = Scenario(
        tuple(np.array(case["input"], float)),
        of_pytorch(layer),
        white=999,
        transposed=True,
        **{name: getattr(layer, name) for name in OF_THE_CASE},
    )
    np.testing.assert_allclose(np.array(result_of(scenario).maps), np.array(case["output"]), rtol=0, atol=1e-9)


def test_every_operation_becomes_every_other_and_keeps_the_image() -> None:
    rng = np.random.default_rng(17)
    for size, kernel in (((8, 8), (3, 3)), ((1, 5), (1, 4)), ((2, 2), (2, 2)), ((12, 7), (5, 2))):
        start = of_names("noise", size, "random", kernel, padding=tuple(map(int, rng.integers(0, 3, 2))))
        for first in OPERATIONS:
            for second in OPERATIONS:
                one = with_operation(start, first)
                other = with_operation(one, second)
                assert (operation_of(one), operation_of(other)) == (first, second)
                assert np.array_equal(other.pixel_tensor, start.tensor)


def test_a_convolution_becomes_transposed_and_is_itself_again() -> None:
    start = startup()
    transposed = with_operation(start, TRANSPOSED)
    assert transposed.output_size == (15, 15)  # (8 − 1) · 2 − 1 − 1 + (3 − 1) + 1
    assert (transposed.chosen("stride"), transposed.chosen("padding")) == ((2, 2), (1, 1))
    assert np.array_equal(transposed.chosen_kernel, start.kernel)
    assert with_operation(transposed, "convolution") == start


@pytest.mark.parametrize("quantity", ["image size", "kernel size", "stride", "padding", "dilation"])
def test_sliders_go_as_far_as_a_transposed_convolution_can_be_made(quantity: str) -> None:
    rng = np.random.default_rng(18)
    for _ in range(60):
        found = random_spread(rng)
        if found is None:
            continue
        scenario, axis = found[0], int(rng.integers(2))
        if quantity == "padding":
            scenario = scenario.varied(padding=Padding(1, 1, 1, 1)) if min(scenario.output_size) > 9 else scenario
        low, high = allowed(scenario, quantity, axis)
        for value, fits in ((low, True), (high, True), (low - 1, False), (high + 1, False)):
            pair = list(scenario.chosen(quantity.replace(" ", "_")))
            pair[axis] = int(value)
            try:
                made = with_pair(scenario, quantity, (pair[0], pair[1]))
            except ConvolutionError:
                assert not fits or quantity == "padding", (quantity, value)
            else:
                assert fits, (quantity, value, made.output_size)


def test_what_a_transposed_convolution_cannot_be_is_refused() -> None:
    with pytest.raises(OutputTooSmall):
        Scenario([[1, 2]], [[1, 1]], padding=Padding(1, 0, 0, 0), transposed=True)
    with pytest.raises(OutOfRange):
        Scenario([[1, 2]], [[1, 1]], stride=(2, 2), transposed=True, output_padding=(2, 0))


def test_maps_of_a_walking_layer_are_those_of_the_window() -> None:
    rng = np.random.default_rng(19)
    for _ in range(100):
        found = random_spread(rng)
        if found is not None:
            scenario = found[0]
            assert np.allclose(maps_of(scenario.tensor, scenario.layer), np.array(result_of(scenario).maps))
            assert np.allclose(output_map(scenario), result_of(scenario).output)
