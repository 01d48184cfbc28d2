"""Kernels by name, at every size, and the actions on a kernel."""

import numpy as np
import pytest

from game.core import images, kernels
from game.core.convolution import output_map
from game.core.errors import DoesNotApply, OutOfRange, UnknownName
from game.core.scenario import Scenario

SIZES = [(rows, columns) for rows in range(1, 16) for columns in range(1, 16)]
SIGNED_OF_SEED_ONE = [[0.92, 0.28, 0.36]]
INTEGERS_OF_SEED_ONE = [[2.0, 2.0, 0.0, 0.0, 0.0, 1.0, -1.0]]
ONLY_THREE = ["sharpen", "outline", "emboss", "sobel right", "sobel left", "sobel top", "sobel bottom"]


@pytest.mark.parametrize("name", kernels.NAMES)
def test_kernel_has_its_size_wherever_nothing_speaks_against_it(name: str) -> None:
    for size in SIZES:
        if kernels.reason_against(name, size) is None:
            kernel = kernels.make(name, size, 7)
            Scenario(np.zeros((15, 15)), kernel)
            assert kernel.shape == size
            assert kernel.dtype == np.float64
        else:
            with pytest.raises(DoesNotApply) as caught:
                kernels.make(name, size, 7)
            assert caught.value.values() == {"name": name, "reason": kernels.reason_against(name, size)}


@pytest.mark.parametrize("name", ONLY_THREE)
def test_edge_kernels_are_only_three_by_three(name: str) -> None:
    for size in SIZES:
        assert kernels.reason_against(name, size) == (None if size == (3, 3) else "only 3×3")


def test_kernels_with_a_middle_need_odd_sizes() -> None:
    for name in ("identity", "gaussian"):
        assert kernels.reason_against(name, (4, 3)) == "odd sizes only"
        assert kernels.reason_against(name, (3, 4)) == "odd sizes only"
        assert kernels.reason_against(name, (3, 5)) is None
    assert kernels.reason_against("box blur", (1, 1)) == "too small"
    assert kernels.reason_against("gaussian", (1, 1)) == "too small"
    assert kernels.reason_against("identity", (1, 1)) is None


def test_every_kernel_can_be_made_at_the_startup_size() -> None:
    assert all(kernels.reason_against(name, (3, 3)) is None for name in kernels.NAMES)


def test_unknown_names_and_sizes_are_refused() -> None:
    with pytest.raises(UnknownName) as caught:
        kernels.make("cat", (3, 3), 1)
    assert (caught.value.kind, caught.value.allowed) == ("kernel", kernels.NAMES)
    with pytest.raises(OutOfRange):
        kernels.make("ones", (65, 1), 1)
    with pytest.raises(UnknownName):
        kernels.act("melt", np.ones((3, 3)))
    with pytest.raises(UnknownName):
        kernels.action_reason("melt", np.ones((3, 3)))


def test_standard_kernels_have_their_standard_weights() -> None:
    weights = {name: kernels.make(name, (3, 3), 1).astype(int).tolist() for name in ONLY_THREE}
    assert weights == {
        "sharpen": [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
        "outline": [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
        "emboss": [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]],
        "sobel right": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
        "sobel left": [[1, 0, -1], [2, 0, -2], [1, 0, -1]],
        "sobel top": [[1, 2, 1], [0, 0, 0], [-1, -2, -1]],
        "sobel bottom": [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
    }
    assert (kernels.make("gaussian", (3, 3), 1) * 16).tolist() == [[1, 2, 1], [2, 4, 2], [1, 2, 1]]


def test_sobel_is_positive_on_an_edge_whose_bright_side_it_names() -> None:
    edge = np.array([[0.0, 0, 1, 1]] * 4)
    sides = {"right": edge, "left": edge[:, ::-1], "bottom": edge.T, "top": edge.T[::-1]}
    for side, image in sides.items():
        assert output_map(Scenario(image, kernels.make(f"sobel {side}", (3, 3), 1))).min() == 4


def test_blurs_sum_to_one_and_are_symmetric_at_every_size() -> None:
    for name in ("box blur", "gaussian"):
        for size in SIZES:
            if kernels.reason_against(name, size) is None:
                kernel = kernels.make(name, size, 1)
                assert abs(kernel.sum() - 1) < 1e-12
                assert np.array_equal(kernel, kernel[::-1, ::-1])
    gaussian = kernels.make("gaussian", (5, 7), 1)
    assert gaussian.argmax() == 5 * 7 // 2
    assert np.allclose(gaussian[2] / gaussian[2, 3] * 20, [1, 6, 15, 20, 15, 6, 1])


def test_identity_repeats_the_image() -> None:
    image = images.make("noise", (6, 7), 1)
    scenario = Scenario(image, kernels.make("identity", (3, 5), 1), padding=(1, 2))
    assert np.array_equal(output_map(scenario), image)


@pytest.mark.parametrize(("name", "low", "high"), [("random", 0, 1), ("random signed", -1, 1), ("integers", -1, 2)])
def test_random_kernels_stay_in_their_range_and_fill_it(name: str, low: int, high: int) -> None:
    weights = np.concatenate([kernels.make(name, (15, 15), seed).ravel() for seed in range(40)])
    assert (weights.min(), weights.max()) == (low, high)
    assert np.array_equal(weights, np.round(weights, 0 if name == "integers" else 2))


@pytest.mark.parametrize("name", kernels.RANDOM)
def test_larger_random_kernel_keeps_the_middle_of_the_smaller_one(name: str) -> None:
    field = kernels.make(name, (15, 15), 4)
    for rows, columns in SIZES:
        top, left = (15 - rows) // 2, (15 - columns) // 2
        expected = field[top : top + rows, left : left + columns]
        assert np.array_equal(kernels.make(name, (rows, columns), 4), expected)


def test_random_stream_never_changes() -> None:
    assert kernels.make("random", (3, 3), 1).tolist() == [[0.46, 0.1, 0.77], [0.73, 0.29, 0.05], [0.13, 0.3, 0.59]]
    assert kernels.make("random signed", (1, 3), 1).tolist() == SIGNED_OF_SEED_ONE
    assert kernels.make("integers", (1, 7), 1).tolist() == INTEGERS_OF_SEED_ONE


def test_image_and_kernels_of_a_seed_are_independent() -> None:
    image = images.make("noise", (64, 64), 1).ravel()[:225]
    fields = [image, *(kernels.make(name, (15, 15), 1).ravel() for name in kernels.RANDOM)]
    correlation = np.corrcoef(fields) - np.eye(4)
    assert np.abs(correlation).max() < 0.25


def test_each_named_kernel_is_recognised_by_its_weights() -> None:
    for name in kernels.NAMES:
        assert kernels.recognise(kernels.make(name, (3, 3), 9), 9) == name
    assert kernels.recognise(kernels.make("random", (3, 3), 9), 8) == ""
    assert kernels.recognise(np.array([[1.0, 2.0]]), 1) == ""


def test_turn_is_by_180_degrees() -> None:
    kernel = np.array([[1.0, 2, 3], [4, 5, 6]])
    assert kernels.act("turn", kernel).tolist() == [[6, 5, 4], [3, 2, 1]]
    assert np.array_equal(kernels.act("turn", kernels.act("turn", kernel)), kernel)


def test_clear_leaves_zeros_in_the_same_size() -> None:
    assert kernels.act("clear", np.ones((2, 3))).tolist() == [[0, 0, 0]] * 2


def test_sum_to_one_divides_by_the_sum() -> None:
    assert kernels.act("sum to one", np.array([[1.0, 2, 1]])).tolist() == [[0.25, 0.5, 0.25]]
    assert kernels.act("sum to one", np.array([[-1.0, -3]])).tolist() == [[0.25, 0.75]]


@pytest.mark.parametrize(
    ("weights", "reason"),
    [
        ([[1, -1]], "sum is zero"),
        ([[0, 0]], "sum is zero"),
        ([[1, -0.9999]], "weights too large"),
        ([[0.1, 0.2, -0.3]], "sum is zero"),
        ([[999, -998]], None),
        ([[2, -1]], None),
    ],
)
def test_sum_to_one_is_refused_where_it_makes_no_sense(weights: list[list[float]], reason: str | None) -> None:
    kernel = np.array(weights, dtype=float)
    assert kernels.action_reason("sum to one", kernel) == reason
    assert kernels.action_reason("turn", kernel) is kernels.action_reason("clear", kernel) is None
    if reason is None:
        assert abs(kernels.act("sum to one", kernel).sum() - 1) < 1e-9
    else:
        with pytest.raises(DoesNotApply):
            kernels.act("sum to one", kernel)
