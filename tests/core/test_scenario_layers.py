"""A scenario with channels and filters: what is in front, what a change keeps, and its result after edits."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.counts import depthwise, with_channel_count, with_filter_count, with_filter_set, with_groups
from game.core.errors import GroupsDoNotDivide, PaddingTooLarge, WrongShape
from game.core.padding import Padding
from game.core.resize import reseed_to, with_pair
from game.core.result import result_of
from game.core.scenario import Scenario, startup
from game.core.traced import Traced
from game.core.updates import updated

MODES = ("zeros", "constant", "reflect", "replicate", "circular")


def layered(random: np.random.Generator, channels: int = 4, filters: int = 6, groups: int = 2) -> Scenario:
    """Return a scenario of whole numbers with groups, biases, an activation, and a padding of four different sides."""
    return Scenario(
        random.integers(-3, 9, (channels, 7, 6)).astype(float),
        random.integers(-3, 4, (filters, channels // groups, 3, 2)).astype(float),
        white=8,
        stride=(2, 1),
        padding=Padding(1, 2, 0, 3, str(random.choice(MODES)), 2.0),
        bias=random.integers(-2, 3, filters).astype(float),
        groups=groups,
        activation="leaky relu",
    )


@pytest.fixture(name="random")
def _random() -> np.random.Generator:
    return np.random.default_rng(13)


def test_what_is_in_front_is_the_channel_and_the_kernel_of_the_filter_for_it(random: np.random.Generator) -> None:
    scenario = layered(random)
    front = scenario.at(3, 4)
    assert np.array_equal(front.image, scenario.tensor[3])
    assert np.array_equal(front.kernel, scenario.layer.weights[4, 1]), "filters 4 … 6 see channels 3 and 4"
    assert front == scenario
    assert front.sees
    assert not scenario.at(0, 5).sees
    assert front.at(0, 0).channels is scenario.channels


def test_a_painted_pixel_changes_its_own_channel_and_keeps_the_grids_of_the_others(random: np.random.Generator) -> None:
    scenario = layered(random)
    edit = scenario.at(2, 0).painted([(1, 1)], 5.5)
    assert edit is not None
    assert edit.scenario.tensor[2, 1, 1] == 5.5
    assert [one is other for one, other in zip(edit.scenario.channels, scenario.channels, strict=True)] == [
        True,
        True,
        False,
        True,
    ]


def test_every_edit_gives_the_maps_that_working_all_out_anew_gives(random: np.random.Generator) -> None:
    for _ in range(60):
        scenario = layered(random)
        result = result_of(scenario)
        front = scenario.at(int(random.integers(4)), int(random.integers(6)))
        row, column = (int(random.integers(length)) for length in scenario.image_size)
        edit = front.painted([(row, column)], 7.0) if random.random() < 0.5 else front.weighed(0, 1, -2.0)
        if edit is None:
            continue
        after = updated(result, edit.scenario.at(0, 0), edit)
        assert np.array_equal(after.sums, result_of(edit.scenario).sums)
        assert np.array_equal(np.array(after.maps), Traced(edit.scenario.tensor, edit.scenario.layer).maps)


def test_a_result_has_one_other_for_each_channel_and_filter_in_front(random: np.random.Generator) -> None:
    result = result_of(layered(random))
    other = result.at(1, 2)
    assert other is result.at(1, 2)
    assert other.at(0, 0) is result
    assert np.array_equal(other.output, result.maps[2])
    assert np.array_equal(other.padded_image, result.padded[1])
    assert other.magnitude == result.magnitude == max(abs(each).max() for each in result.maps)


def test_sizes_seeds_and_counts_keep_what_stands(random: np.random.Generator) -> None:
    scenario = layered(random)
    larger = with_pair(scenario, "image size", (9, 8))
    assert np.array_equal(larger.tensor[:, :7, :6], scenario.tensor)
    assert np.array_equal(
        with_pair(scenario, "kernel size", (5, 4)).layer.weights[..., 1:4, 1:3], scenario.layer.weights
    )
    assert reseed_to(scenario, 9).tensor.tolist() == scenario.tensor.tolist(), "nothing of it is random"
    more = with_channel_count(scenario, 5)
    assert (len(more.channels), more.layer.groups, more.layer.weights.shape[:2]) == (5, 1, (6, 5))
    assert np.array_equal(more.layer.weights[:, :2], scenario.layer.weights)
    fewer = with_filter_count(scenario, 4)
    assert (fewer.layer.filters, fewer.layer.groups, fewer.layer.bias.tolist()) == (
        4,
        2,
        scenario.layer.bias[:4].tolist(),
    )
    assert with_groups(scenario, 1).layer.weights.shape[:2] == (6, 4)
    assert depthwise(scenario).layer.weights.shape[:2] == (8, 1)
    with pytest.raises(GroupsDoNotDivide):
        with_groups(scenario, 3)


def test_today_s_numbers_stay_when_channels_and_filters_come() -> None:
    one = startup()
    three = with_filter_count(with_channel_count(one, 3), 4)
    assert np.array_equal(three.image, one.image)
    assert np.array_equal(three.kernel, one.kernel)
    assert np.array_equal(with_channel_count(with_filter_count(three, 1), 1).kernel, one.kernel)
    assert with_channel_count(with_filter_count(three, 1), 1) == one
    assert with_filter_set(with_channel_count(one, 3), "edges in four directions").layer.filters == 4


def test_what_cannot_be_is_refused(random: np.random.Generator) -> None:
    scenario = layered(random)
    with pytest.raises(PaddingTooLarge):
        scenario.varied(padding=Padding(7, 0, 0, 0, "reflect"))
    with pytest.raises(WrongShape):
        scenario.varied(kernel=np.ones((2, 2)))
    with pytest.raises(WrongShape):
        scenario.varied(image=tuple(scenario.channels[:2]))


def test_where_an_edit_has_changed_something_is_known_of_its_own_channel_alone(random: np.random.Generator) -> None:
    result = result_of(layered(random))
    edit = result.scenario.at(2, 3).painted([(1, 1)], 7.0)
    assert edit is not None
    after = updated(result, edit.scenario.at(0, 0), edit)
    assert after.since is None
    assert after.at(1, 3).since is None
    assert after.at(2, 3).since is not None
