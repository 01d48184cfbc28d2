"""Kernels as large as the image: they follow it, each weight on its pixel, alone and in a network."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import (
    focused,
    layers_of,
    of_layers,
    with_layer_added,
    with_layer_copied,
    with_layer_moved,
    with_layer_removed,
)
from game.core.counts import with_channel_count, with_filter_count, with_groups, with_output
from game.core.errors import KernelIsNotTheImage, LayerDoesNotFit, OutOfRange, WholeImageTooLarge
from game.core.grid import Pair
from game.core.kernels import make
from game.core.layers import Convolution
from game.core.limits import IMAGE_SIZE, WHOLE_WEIGHTS
from game.core.named import kernel_name_of
from game.core.operation_change import operation_of, with_operation
from game.core.operations import maps_of
from game.core.padding import Padding, padding_of
from game.core.pooling import Pooling
from game.core.resize import allowed, kernel_edited, reseed, with_own_kernel, with_pair
from game.core.result import result_of
from game.core.scenario import Scenario, startup
from game.core.whole_image import with_whole_image, without_whole_image

SIZES = ((1, 1), (2, 7), (8, 8), (15, 15), (16, 15), (28, 28), (64, 64))


def own(size: Pair = (4, 5), filters: int = 1, channels: int = 1) -> Scenario:
    """Return a scenario with weights of nobody's name that are as large as its image."""
    count = filters * channels * size[0] * size[1]
    weights = np.arange(1.0, count + 1).reshape(filters, channels, *size) / 64
    image = tuple(np.full(size, 0.25 + channel) for channel in range(channels))
    return Scenario(image, weights, white=32, whole_image=True)


@pytest.mark.parametrize("size", SIZES)
def test_the_map_is_one_sum_over_all_pixels(size: Pair) -> None:
    scenario = own(size, 3, 2)
    maps = maps_of(scenario.tensor, scenario.layer)
    expected = (scenario.layer.weights * scenario.tensor).sum(axis=(1, 2, 3))
    assert maps.shape == (3, 1, 1)
    assert np.allclose(maps[:, 0, 0], expected, rtol=1e-12)
    assert [each[0, 0] for each in result_of(scenario).maps] == maps[:, 0, 0].tolist()
    assert scenario.layer.is_fully_connected


@pytest.mark.parametrize("size", [(4, 6), (6, 4), (3, 3), (1, 1), (20, 31), (64, 2)])
def test_each_weight_keeps_its_pixel_and_new_ones_are_0(size: Pair) -> None:
    before = own((4, 5), 2, 2)
    after = with_pair(before, "image size", size)
    rows, columns = min(size[0], 4), min(size[1], 5)
    expected = np.zeros((2, 2, *size))
    expected[..., :rows, :columns] = before.layer.weights[..., :rows, :columns]
    assert after.kernel_size == after.image_size == size
    assert np.array_equal(after.layer.weights, expected)
    assert after.output_size == (1, 1)


@pytest.mark.parametrize("name", ["random", "random signed", "integers", "ones", "box blur", "identity"])
def test_kernels_by_name_stay_what_their_name_stands_for(name: str) -> None:
    scenario = Scenario(np.ones((3, 3)), make(name, (3, 3), 1), kernel_name=name, whole_image=True)
    for size in ((5, 5), (21, 9), (64, 64), (3, 3)):
        scenario = with_pair(scenario, "image size", size)
        fits = name != "identity" or size != (64, 64)
        assert kernel_edited(scenario) is not fits
        assert not fits or np.array_equal(scenario.kernel, make(name, size, 1))
        if not fits:
            return
        assert kernel_name_of(scenario.layer.weights, 1) == name


def test_a_mean_stays_a_mean_of_all_pixels() -> None:
    scenario = with_whole_image(startup().with_kernel(make("box blur", (3, 3), 1), "box blur"))
    for size in ((8, 8), (30, 40)):
        scenario = with_pair(scenario, "image size", size)
        assert result_of(scenario).output[0, 0] == pytest.approx(scenario.image.mean())


def test_a_random_kernel_is_rolled_again_and_grows_with_its_image() -> None:
    scenario = with_whole_image(with_pair(startup(), "image size", (20, 20)))
    assert (scenario.kernel_name, scenario.kernel_size) == ("random", (20, 20))
    larger = with_pair(scenario, "image size", (24, 30))
    assert np.array_equal(larger.kernel[:20, :20], scenario.kernel), "it goes on at the right and below"
    assert not np.array_equal(reseed(scenario).kernel, scenario.kernel)
    assert reseed(scenario).layer.whole_image


def test_filters_of_one_seed_differ_in_each_kernel_however_large() -> None:
    scenario = with_filter_count(with_whole_image(with_pair(startup(), "image size", (17, 4))), 3)
    first, second, third = (kernels[0] for kernels in scenario.layer.weights)
    assert not np.array_equal(first, second)
    assert not np.array_equal(second, third)


def test_it_begins_with_the_kernel_in_the_middle_and_nothing_around_the_image() -> None:
    scenario = startup().changed(kernel=np.array([[1.0, 2], [3, 4]]), kernel_name="", dilation=(3, 2), padding=(2, 2))
    whole = with_whole_image(scenario.changed(padding=Padding(2, 2, 2, 2, "constant", 5.0)))
    assert (whole.kernel_size, whole.dilation, whole.stride) == ((8, 8), (1, 1), scenario.stride)
    assert (whole.layer.padding.sides, whole.layer.padding.value) == (((0, 0), (0, 0)), 5.0)
    expected = np.zeros((8, 8))
    expected[3:5, 3:5] = scenario.kernel
    assert np.array_equal(whole.kernel, expected)


@pytest.mark.parametrize(("size", "half"), [((8, 8), (4, 4)), ((7, 1), (4, 1)), ((64, 40), (15, 15))])
def test_without_it_the_middle_is_left(size: Pair, half: Pair) -> None:
    before = own(size)
    after = without_whole_image(before)
    assert (after.kernel_size, after.layer.whole_image) == (half, False)
    assert (after.kernel > 0).all()
    assert with_pair(after, "image size", (64, 64)).kernel_size == half


def test_a_kernel_of_its_own_size_follows_no_longer() -> None:
    scenario = own((20, 28))
    assert with_pair(scenario, "kernel size", (20, 28)) is scenario
    for asked, found in (((5, 5), (5, 5)), ((5, 28), (5, 15)), ((20, 3), (15, 3))):
        smaller = with_pair(scenario, "kernel size", asked)
        assert (smaller.kernel_size, smaller.layer.whole_image) == (found, False)
    pasted = with_own_kernel(scenario, np.ones((3, 3)))
    assert (pasted.kernel_size, pasted.layer.whole_image) == ((3, 3), False)
    same = with_own_kernel(scenario, np.full((20, 28), 0.5))
    assert (same.kernel_size, same.layer.whole_image) == ((20, 28), True)
    with pytest.raises(OutOfRange):
        with_own_kernel(scenario, np.ones((16, 3)))


def test_a_weight_that_is_set_leaves_all_else() -> None:
    edit = own((20, 20)).weighed(19, 0, 7.0)
    assert edit is not None
    assert edit.scenario.layer.whole_image
    assert edit.scenario.kernel[19, 0] == 7.0


def test_it_is_part_of_what_a_layer_is() -> None:
    whole = own()
    plain = whole.changed(whole_image=False)
    assert whole != plain
    assert whole.layer != plain.layer
    assert whole.varied(whole_image=True) is whole
    assert whole.varied(whole_image=False) == plain
    assert not whole.is_plain
    assert plain.is_plain


def test_channels_filters_and_groups_change_with_it() -> None:
    scenario = own((4, 5), 2)
    more = with_channel_count(scenario, 4)
    assert more.layer.weights.shape == (2, 4, 4, 5)
    grouped = with_groups(more, 2)
    assert (grouped.layer.whole_image, grouped.layer.is_fully_connected) == (True, False)
    used = with_output(with_pair(own((6, 6)).changed(padding=(1, 1)), "stride", (2, 2)), (np.ones((2, 2)),))
    assert (used.kernel_size, used.layer.whole_image) == ((2, 2), True)


def test_with_padding_it_is_not_called_fully_connected() -> None:
    padded = own((4, 4)).changed(padding=(1, 1))
    assert (padded.output_size, padded.layer.is_fully_connected) == ((3, 3), False)
    assert own((4, 4)).layer.is_fully_connected
    assert not own((4, 4)).changed(whole_image=False).layer.is_fully_connected


def test_weights_of_another_size_are_refused() -> None:
    with pytest.raises(KernelIsNotTheImage) as caught:
        Scenario(np.ones((4, 5)), np.ones((3, 3)), whole_image=True)
    assert caught.value.values() == {"rows": 3, "columns": 3, "image_rows": 4, "image_columns": 5}
    with pytest.raises(KernelIsNotTheImage):
        own().changed(kernel=np.ones((2, 2)), whole_image=True)


@pytest.mark.parametrize(("filters", "channels", "size"), [(1, 1, (65, 1)), (16, 2, (46, 45)), (16, 16, (17, 16))])
def test_larger_ones_are_refused(filters: int, channels: int, size: Pair) -> None:
    image = tuple(np.ones(size) for _ in range(channels))
    with pytest.raises(WholeImageTooLarge):
        Scenario(image, np.ones((filters, channels, *size)), whole_image=True)
    plain = Scenario(image, np.ones((filters, channels, 1, 1)))
    with pytest.raises(WholeImageTooLarge):
        with_whole_image(plain)
    small = with_whole_image(plain.changed(image=tuple(np.ones((4, 4)) for _ in range(channels))))
    with pytest.raises(WholeImageTooLarge):
        small.changed(image=image)


def test_the_image_may_be_as_large_as_its_kernels_can_be() -> None:
    single, many = own((8, 8)), own((8, 8), 16, 16)
    assert allowed(single, "image size", 0) == IMAGE_SIZE
    assert allowed(many, "image size", 0) == (1, WHOLE_WEIGHTS // (16 * 16 * 8)) == (1, 32)
    assert allowed(many.changed(image=tuple(np.ones((8, 16)) for _ in range(16))), "image size", 0) == (1, 16)
    spread = own((3, 3)).changed(padding=(2, 2), dilation=(2, 2))
    assert allowed(spread, "image size", 1) == (1, 5)
    assert allowed(own((28, 28)), "kernel size", 0) == (1, 15)
    for length in (1, 5):
        assert with_pair(spread, "image size", (length, length)).kernel_size == (length, length)


@pytest.mark.parametrize("kind", ["max", "average"])
def test_kernels_and_windows_as_large_as_the_image_become_each_other(kind: str) -> None:
    pooled = with_operation(own((20, 28), 2, 2), f"{kind} pooling")
    assert pooled.layer.pooling == Pooling(kind)
    back = with_operation(pooled, "convolution")
    assert (back.layer.whole_image, back.kernel_size, back.layer.groups) == (True, (20, 28), 2)
    means = [channel.mean() for channel in back.channels]
    assert [grid[0, 0] for grid in result_of(back).maps] == pytest.approx(means)


def test_a_window_over_a_large_picture_becomes_a_kernel_of_its_own_size() -> None:
    picture = Scenario(np.ones((70, 80)), np.ones((1, 1)), pooling=Pooling("max"))
    found = with_operation(picture, "convolution")
    assert (found.layer.whole_image, found.kernel_size) == (False, (15, 15))


def test_a_transposed_convolution_has_none() -> None:
    stamps = with_operation(own((20, 28)), "transposed convolution")
    assert (operation_of(stamps), stamps.layer.whole_image, stamps.kernel_size) == (
        "transposed convolution",
        False,
        (15, 15),
    )
    assert not with_operation(stamps, "convolution").layer.whole_image


def network(focus: int = 0) -> Scenario:
    """Return 2 filters, max pooling, and 3 filters as large as its maps, over an image of 8 × 8."""
    layers = (
        Convolution(np.arange(18.0).reshape(2, 1, 3, 3), padding=padding_of(1, 1)),
        Pooling("max", (2, 2)),
        Convolution(np.arange(1.0, 97.0).reshape(3, 2, 4, 4), whole_image=True),
    )
    return of_layers(startup(), layers, focus)


def last(scenario: Scenario) -> Convolution:
    layer = layers_of(scenario)[-1]
    assert isinstance(layer, Convolution)
    return layer


@pytest.mark.parametrize(("size", "maps"), [((12, 8), (6, 4)), ((4, 6), (2, 3)), ((2, 2), (1, 1))])
def test_a_later_layer_follows_what_comes_to_it(size: Pair, maps: Pair) -> None:
    before = last(network()).weights
    after = last(with_pair(network(), "image size", size))
    rows, columns = min(maps[0], 4), min(maps[1], 4)
    assert after.kernel_size == maps
    assert np.array_equal(after.weights[..., :rows, :columns], before[..., :rows, :columns])
    assert not after.weights[..., rows:, :].any()


def test_it_follows_stride_padding_filters_and_the_layers_before() -> None:
    assert last(network().varied(padding=(0, 0))).kernel_size == (3, 3)
    assert last(network().varied(stride=(2, 2))).kernel_size == (2, 2)
    assert last(with_filter_count(network(), 5)).weights.shape == (3, 5, 4, 4)
    assert last(network(1).varied(pooling=Pooling("max", (4, 2)))).kernel_size == (2, 4)
    assert last(with_layer_removed(network(1))).kernel_size == (8, 8)
    assert last(with_layer_copied(network(1))).kernel_size == (2, 2)
    assert last(with_layer_added(network(1))).kernel_size == (4, 4)
    with pytest.raises(LayerDoesNotFit):
        with_layer_moved(network(2), -1)  # nothing is left to pool of its one value
    before_both = with_layer_moved(with_layer_removed(network(1)), 1)
    assert [each.kernel_size for each in layers_of(before_both)] == [(8, 8), (3, 3)]


def test_which_layer_is_in_focus_changes_nothing() -> None:
    for focus in range(3):
        assert layers_of(focused(network(), focus)) == layers_of(network())
    in_focus = focused(network(), 2)
    assert in_focus.layer.is_fully_connected
    assert in_focus.kernel_size == in_focus.image_size == (4, 4)


def test_two_behind_each_other_both_follow() -> None:
    layers = (*layers_of(network()), Convolution(np.ones((2, 3, 1, 1)), whole_image=True))
    found = layers_of(of_layers(startup(), layers, 0).varied(padding=(3, 3)))
    assert [each.kernel_size for each in found[2:]] == [(6, 6), (1, 1)]


def test_a_layer_that_would_be_too_large_is_named() -> None:
    wide = with_pair(network().varied(stride=(8, 8), padding=(8, 8)), "image size", (64, 64))
    assert last(wide).kernel_size == (5, 5)
    with pytest.raises(LayerDoesNotFit) as caught:
        of_layers(startup(), (Convolution(np.ones((1, 1, 1, 1))), *layers_of(network())[2:]), 0)
    assert caught.value.layer == 2
    shallow = of_layers(
        startup(), (Convolution(np.ones((1, 1, 1, 1))), Convolution(np.ones((1, 1, 8, 8)), whole_image=True)), 0
    )
    with pytest.raises(LayerDoesNotFit) as caught:
        with_pair(shallow, "image size", (64, 64)).varied(padding=(1, 1))
    assert isinstance(caught.value.problem, WholeImageTooLarge)
