"""Sets of filters by name, and what new filters and new channels of filters hold."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core import filter_sets, filters, kernels
from game.core.arithmetic import decimal_parts
from game.core.channel_streams import random_kernel
from game.core.errors import DoesNotApply, OutOfRange, UnknownName
from game.core.layers import Convolution
from game.core.tensors import Filters, Tensor
from game.core.traced import Traced

SIZES = [(rows, columns) for rows in (1, 2, 3, 4, 5, 14, 15) for columns in (1, 2, 3, 4, 8, 15)]
COUNTS = (1, 2, 3, 4, 16)


@pytest.mark.parametrize("name", filter_sets.NAMES)
def test_a_set_is_a_layer_wherever_nothing_speaks_against_it(name: str) -> None:
    for size in SIZES:
        for count in COUNTS:
            if filter_sets.reason_against(name, count, size) is None:
                weights = filter_sets.make(name, count, size, 7, filters=5)
                assert weights.shape == (filter_sets.filters_of(name, count, 5), count, *size)
                assert not weights.flags.writeable
                assert Convolution(weights).channels == count
                assert decimal_parts(weights) or max(size) > 4
                assert not np.signbit(weights[weights == 0]).any()
            else:
                with pytest.raises(DoesNotApply) as caught:
                    filter_sets.make(name, count, size, 7)
                assert caught.value.name == name


@pytest.mark.parametrize(
    ("name", "count", "size", "reason"),
    [
        ("gray", 3, (3, 3), None),
        ("gray", 1, (3, 3), "only 3 channels"),
        ("gray", 3, (2, 3), "odd sizes only"),
        ("red against green", 4, (3, 3), "only 3 channels"),
        ("red against green", 3, (1, 1), None),
        ("edges in four directions", 3, (3, 1), "too small"),
        ("edges in four directions", 16, (2, 2), None),
        ("blur a channel", 3, (1, 1), "too small"),
        ("blur a channel", 3, (1, 2), None),
        ("random filters", 16, (15, 15), None),
    ],
)
def test_reasons_against_a_set(name: str, count: int, size: tuple[int, int], reason: str | None) -> None:
    assert filter_sets.reason_against(name, count, size) == reason


def test_unknown_names_and_counts_out_of_range_are_refused() -> None:
    for ask, allowed in (
        (lambda: filter_sets.make("cat", 3, (3, 3), 1), filter_sets.NAMES),
        (lambda: filter_sets.filters_of("sharpen", 3, 1), filter_sets.NAMES),
        (lambda: filters.make("cat", (1, 1, 3, 3), 1), filters.NAMES),
    ):
        with pytest.raises(UnknownName) as caught:
            ask()
        assert (caught.value.kind, caught.value.allowed) == ("kernel", allowed)
    assert not set(filter_sets.NAMES) & set(kernels.NAMES)
    for ask_any in (
        lambda: filter_sets.make("random filters", 3, (3, 3), 1, filters=17),
        lambda: filters.make("random", (1, 17, 3, 3), 1),
        lambda: filter_sets.make("gray", 17, (3, 3), 1),
        lambda: filters.with_filters(np.ones((1, 1, 2, 2)), np.zeros(1), 17, 1, "", 1),
        lambda: filters.with_filters(np.ones((1, 1, 2, 2)), np.zeros(1), 1, 0, "", 1),
    ):
        with pytest.raises(OutOfRange):
            ask_any()


def test_edges_are_the_four_sobel_kernels_and_positive_where_their_side_is_lighter() -> None:
    names = [f"sobel {side}" for side in ("right", "left", "top", "bottom")]
    for number, name in enumerate(names):
        found = filter_sets.make("edges in four directions", 2, (3, 3), 1)[number]
        assert np.array_equal(found, [kernels.make(name, (3, 3), 1)] * 2)
    step = np.repeat([[0.0, 0, 1, 1]], 4, axis=0)
    for number, picture in enumerate((step, step[:, ::-1], step.T[::-1], step.T)):
        for side in (2, 3, 4):
            weights = filter_sets.make("edges in four directions", 1, (side, side), 1)
            assert weights[number].sum() == 0
            assert Traced(picture[None], Convolution(weights)).maps[number].max() > 0


def test_sets_about_colour_answer_to_colours() -> None:
    colours = {"red": (1.0, 0, 0), "green": (0, 1.0, 0), "blue": (0, 0, 1.0), "white": (1.0, 1, 1), "gray": (0.5,) * 3}

    def answers(name: str, size: tuple[int, int]) -> dict[str, float]:
        layer = Convolution(filter_sets.make(name, 3, size, 1))
        flat = {called: np.ones((3, *size)) * np.array(colour)[:, None, None] for called, colour in colours.items()}
        return {called: float(Traced(image, layer).maps[0, 0, 0]) for called, image in flat.items()}

    assert answers("gray", (3, 3)) == {"red": 0.299, "green": 0.587, "blue": 0.114, "white": 1, "gray": 0.5}
    assert answers("red against green", (2, 2)) == {"red": 4, "green": -4, "blue": 0, "white": 0, "gray": 0}


def test_a_channel_is_blurred_alone() -> None:
    weights = filter_sets.make("blur a channel", 3, (3, 3), 1)
    for number, channel in np.ndindex(3, 3):
        expected = kernels.make("gaussian", (3, 3), 1) if number == channel else np.zeros((3, 3))
        assert np.array_equal(weights[number, channel], expected)
    assert filter_sets.make("blur a channel", 2, (2, 2), 1)[1, 1].tolist() == [[0.25, 0.25], [0.25, 0.25]]


@pytest.mark.parametrize("name", filters.RANDOM)
def test_random_filters_go_on_from_the_kernel_of_that_name(name: str) -> None:
    single = filter_sets.RANDOM.get(name, name)
    large = filters.make(name, (16, 16, 15, 15), 5)
    assert np.array_equal(large[0, 0], kernels.make(single, (15, 15), 5))
    assert np.array_equal(filters.make(name, (3, 2, 15, 15), 5), large[:3, :2])
    assert np.array_equal(filters.make(name, (16, 16, 3, 4), 5), large[:, :, 6:9, 5:9])
    assert len({kernel.tobytes() for kernel in large.reshape(256, -1)}) == 256
    assert not np.array_equal(large[1], filters.make(name, (2, 16, 15, 15), 6)[1])


def test_streams_of_filters_never_change() -> None:
    assert filters.make("small integer filters", (2, 2, 2, 2), 1).tolist() == [
        [[[0, -1], [0, 0]], [[2, 2], [1, -1]]],
        [[[0, 2], [0, 2]], [[1, -1], [1, 1]]],
    ]
    assert filters.make("random filters", (2, 1, 1, 2), 1)[1].tolist() == [[[-0.22, -0.75]]]


def test_a_single_kernel_is_the_same_for_every_channel_and_filter_and_sets_have_so_many() -> None:
    sobel = kernels.make("sobel top", (3, 3), 1)
    assert all(np.array_equal(kernel, sobel) for kernel in filters.make("sobel top", (2, 3, 3, 3), 1).reshape(6, 3, 3))
    edges = filter_sets.make("edges in four directions", 3, (3, 3), 1)
    assert np.array_equal(filters.make("edges in four directions", (2, 3, 3, 3), 1), edges[:2])
    assert filters.reason_against("edges in four directions", (5, 3, 3, 3)) == "fewer filters"
    assert filters.reason_against("gray", (1, 2, 3, 3)) == "only 3 channels"
    assert filters.reason_against("sharpen", (1, 2, 2, 2)) == "only 3×3"
    with pytest.raises(DoesNotApply):
        filters.make("gray", (2, 3, 3, 3), 1)


@pytest.mark.parametrize("name", filters.NAMES)
@pytest.mark.parametrize("channels", [1, 3])
def test_each_set_and_each_kernel_is_recognised(name: str, channels: int) -> None:
    if name in filter_sets.NAMES and filter_sets.reason_against(name, channels, (3, 3)):
        return
    count = filter_sets.filters_of(name, channels, 2) if name in filter_sets.NAMES else 2
    weights = filters.make(name, (count, channels, 3, 3), 9)
    same = {"random signed": "random filters", "integers": "small integer filters"}
    if count == channels == 1:
        same["blur a channel"] = "gaussian"
    assert filters.recognise(weights, 9) == same.get(name, name)
    changed = weights.copy()
    changed[-1, -1, -1, -1] += 0.001
    assert filters.recognise(changed, 9) == ""


def test_one_kernel_is_recognised_as_ever_and_a_part_of_a_set_not_at_all() -> None:
    for name in kernels.NAMES:
        assert filters.recognise(kernels.make(name, (3, 3), 9)[None, None], 9) == name
    assert filters.recognise(filters.make("edges in four directions", (3, 3, 3, 3), 1), 1) == ""
    assert filters.recognise(filters.make("random", (2, 2, 3, 3), 9), 8) == ""


def kept(weights: Filters, channels: int, count: int, name: str, bias: Tensor | None = None) -> Filters:
    """Return the weights for so many channels and filters, those that were there being the same."""
    biases = np.arange(1.0, len(weights) + 1) if bias is None else bias
    found, new_bias = filters.with_filters(weights, biases, channels, count, name, 5)
    assert found.shape == (count, channels, *weights.shape[2:])
    both, shared = min(count, len(weights)), min(channels, weights.shape[1])
    assert np.array_equal(found[:both, :shared], weights[:both, :shared])
    assert new_bias.tolist() == [*biases[:both], *[0.0] * (count - both)]
    assert not found.flags.writeable
    assert not new_bias.flags.writeable
    return found


@pytest.mark.parametrize("name", filters.RANDOM)
def test_new_kernels_of_a_random_name_go_on_from_the_seed(name: str) -> None:
    single = filter_sets.RANDOM.get(name, name)
    one = kernels.make(single, (3, 3), 5)[None, None]
    edited = one.copy()
    edited[0, 0, 0, 0] = 9.5
    for weights in (one, edited):
        grown = kept(weights, 3, 4, name)
        for number, channel in np.ndindex(4, 3):
            if number or channel:
                assert np.array_equal(grown[number, channel], random_kernel(single, (number, channel), (3, 3), 5))
        assert np.array_equal(kept(kept(grown, 1, 2, name), 3, 4, name), grown)


def test_a_kernel_by_name_is_itself_for_a_new_channel_and_new_filters_are_others() -> None:
    sobel = kernels.make("sobel right", (3, 3), 5)
    for name in ("sobel right", ""):
        grown = kept(sobel[None, None], 3, 1, name)
        assert all(np.array_equal(kernel, sobel) for kernel in grown[0])
        grown = kept(grown, 3, 3, name)
        assert np.array_equal(grown[1:], filters.make("integers", (3, 3, 3, 3), 5)[1:])
    blur = kernels.make("box blur", (3, 3), 5)
    assert np.array_equal(
        kept(blur[None, None], 1, 2, "box blur")[1], filters.make("random signed", (2, 1, 3, 3), 5)[1]
    )


def test_among_random_filters_one_that_was_chosen_by_name_stays_that_kernel() -> None:
    weights = filters.make("random", (2, 1, 3, 3), 5).copy()
    weights[1, 0] = kernels.make("sharpen", (3, 3), 5)
    grown = kept(weights, 2, 2, "random")
    assert np.array_equal(grown[1, 1], weights[1, 0])
    assert np.array_equal(grown[0, 1], random_kernel("random", (0, 1), (3, 3), 5))


def test_a_random_filter_that_looks_like_a_kernel_by_name_goes_on_from_its_seed() -> None:
    name = "small integer filters"
    for seed in range(100):
        weights = filters.make(name, (2, 16, 1, 1), seed)
        if weights[1, 0, 0, 0] == 1 != weights[0, 0, 0, 0]:  # an identity by chance
            grown, _ = filters.with_filters(weights[:, :1], np.zeros(2), 16, 2, name, seed)
            assert np.array_equal(grown, weights)
            return
    pytest.fail("no seed makes an identity")


def test_a_filter_with_another_kernel_for_each_channel_is_not_one_kernel() -> None:
    weights = np.array([[kernels.make("sobel right", (3, 3), 5), kernels.make("sobel top", (3, 3), 5)]])
    grown = kept(weights, 3, 1, "")
    assert np.array_equal(grown[0, 2], random_kernel("integers", (0, 2), (3, 3), 5))


def test_own_weights_get_new_ones_of_their_kind() -> None:
    whole = kept(np.array([[[[5.0, -7], [2, 4]]]]), 2, 2, "")
    assert np.array_equal(whole.ravel()[4:], filters.make("integers", (2, 2, 2, 2), 5).ravel()[4:])
    broken = kept(np.array([[[[5.5, -7], [2, 4]]]]), 2, 2, "sobel right")
    assert np.array_equal(broken.ravel()[4:], filters.make("random signed", (2, 2, 2, 2), 5).ravel()[4:])


def test_a_set_gets_back_what_it_had_lost() -> None:
    name = "edges in four directions"
    edges = filter_sets.make(name, 3, (3, 3), 5)
    fewer = kept(edges, 1, 2, name)
    assert np.array_equal(kept(fewer, 3, 4, name), edges)
    assert np.array_equal(kept(edges, 3, 6, name)[4:], filters.make("integers", (6, 3, 3, 3), 5)[4:])
    blur = filter_sets.make("blur a channel", 2, (3, 3), 5)
    assert np.array_equal(kept(blur, 4, 4, "blur a channel"), filter_sets.make("blur a channel", 4, (3, 3), 5))


def test_a_set_of_red_green_and_blue_has_nothing_for_a_fourth_channel() -> None:
    gray = filter_sets.make("gray", 3, (3, 3), 5)
    grown = kept(gray, 4, 2, "gray")
    assert not grown[0, 3].any()
    assert grown[1, 3].any()
    assert np.array_equal(kept(kept(gray, 2, 1, "gray"), 3, 1, "gray"), gray)


def test_of_weights_that_were_learned_no_random_field_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(name: str, *rest: Any) -> Any:
        made.append(name)
        return random_kernel(name, *rest)

    monkeypatch.setattr(filters, "random_kernel", counted)
    drawn = filters.make("random signed", (2, 2, 3, 3), 9)
    assert filters.recognise_filter(drawn, 1, 9) == "random signed"
    made.clear()
    assert filters.recognise_filter(drawn + 0.00123, 1, 9) == ""
    assert not made
