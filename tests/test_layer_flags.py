"""The flags about a layer: channels, filters, groups, bias, activation, and every kind of padding."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.command_line import main
from game.core import colour_images, filter_sets
from game.core.named import image_called, weights_called
from game.core.padding import Padding
from game.core.scenario import ORDERS, Order, Scenario, startup
from game.core.traced import Traced
from game.files.scenario_file import write_scenario
from game.flag_parser import parsed
from game.flags import plainly, scenario_flags
from game.words.error_texts import FALLBACK


def made(line: str, base: Scenario | None = None) -> Scenario:
    """Return what flags make of a scenario, the start-up one if none is given."""
    return scenario_flags(parsed(line.split())).applied_to(startup() if base is None else base)


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """Return what --print-output prints."""
    assert main([*words, "--print-output"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_channels_filters_and_groups_are_as_many_as_are_asked_for() -> None:
    scenario = made("--channels 4 --filters 6 --groups 2")
    assert (len(scenario.channels), scenario.layer.weights.shape, scenario.layer.groups) == (4, (6, 2, 3, 3), 2)
    assert np.array_equal(scenario.channels[0], startup().image)
    assert np.array_equal(scenario.layer.weights[0, 0], startup().kernel)
    assert scenario.tensor.tolist() == image_called("noise", 4, (8, 8), 1).tolist()


def test_all_of_it_is_taken_together_with_other_sizes_and_another_seed() -> None:
    scenario = made("--channels 3 --filters 2 --image-size 5x6 --kernel-size 2 --seed 9 --stride 1")
    assert scenario.tensor.tolist() == image_called("noise", 3, (5, 6), 9).tolist()
    assert scenario.layer.weights.tolist() == weights_called("random", (2, 3), (2, 2), 9).tolist()


def test_fewer_channels_and_filters_keep_the_first() -> None:
    wide = made("--channels 6 --filters 6 --groups 3")
    narrow = made("--channels 2 --filters 2", wide)
    assert (len(narrow.channels), narrow.layer.weights.shape, narrow.layer.groups) == (2, (2, 2, 3, 3), 1)
    assert np.array_equal(narrow.tensor, wide.tensor[:2])
    assert np.array_equal(narrow.layer.weights[0], wide.layer.weights[0])


@pytest.mark.parametrize("name", colour_images.NAMES)
def test_every_colour_image_can_be_named_and_has_three_channels(name: str) -> None:
    scenario = made(f"--image {name.replace(' ', '-')}")
    assert (len(scenario.channels), scenario.image_name) == (3, name)
    assert scenario.tensor.tolist() == image_called(name, 3, (8, 8), 1).tolist()
    assert scenario.white == colour_images.white_of(name)
    assert len(made(f"--image {name.replace(' ', '-')} --channels 4").channels) == 4


def test_a_gray_image_is_put_into_every_channel_that_there_is() -> None:
    scenario = made("--image ramp", made("--channels 2"))
    assert len(scenario.channels) == 2
    assert np.array_equal(scenario.channels[0], scenario.channels[1])


@pytest.mark.parametrize("name", filter_sets.NAMES)
def test_every_set_of_filters_can_be_named_and_says_how_many_there_are(name: str) -> None:
    scenario = made(f"--kernel {name.replace(' ', '-')} --channels 3")
    assert scenario.kernel_name == name
    count = filter_sets.filters_of(name, 3, 1)
    assert scenario.layer.weights.tolist() == weights_called(name, (count, 3), (3, 3), 1).tolist()


def test_the_first_filters_of_a_set_can_be_asked_for() -> None:
    name = next(name for name in filter_sets.NAMES if filter_sets.filters_of(name, 3, 1) == 4)
    assert made(f"--kernel {name.replace(' ', '-')} --channels 3 --filters 2").layer.filters == 2


def test_bias_and_activation_are_those_of_all_filters() -> None:
    layer = made("--filters 3 --bias -1.5 --activation leaky-relu").layer
    assert (layer.bias.tolist(), layer.activation) == ([-1.5] * 3, "leaky relu")


@pytest.mark.parametrize("order", ORDERS)
def test_the_order_of_the_walk_is_as_it_is_asked_for(order: Order) -> None:
    assert made(f"--filters 2 --order {order.replace(' ', '-')}").order == order
    other = startup().varied(order=order)
    assert made("--filters 2", other).order == order


@pytest.mark.parametrize(
    ("line", "padding"),
    [
        ("--padding 2", Padding(2, 2, 2, 2)),
        ("--padding 2x1", Padding(2, 2, 1, 1)),
        ("--padding 1,2,3,4", Padding(1, 2, 3, 4)),
        ("--padding valid", Padding()),
        ("--padding same --stride 1 --kernel-size 2", Padding(0, 1, 0, 1)),
        ("--padding SAME_lower --stride 1 --kernel-size 2", Padding(1, 0, 1, 0)),
        ("--padding same-lower --stride 1 --kernel-size 4x3", Padding(2, 1, 1, 1)),
        ("--padding full --kernel-size 7x2 --dilation 2", Padding(12, 12, 2, 2)),
        ("--padding 12,0,3,4 --kernel-size 7 --dilation 2", Padding(12, 0, 3, 4)),
        ("--padding-mode reflect", Padding(1, 1, 1, 1, "reflect")),
        ("--padding 2 --padding-mode circular", Padding(2, 2, 2, 2, "circular")),
        ("--padding-value -2", Padding(1, 1, 1, 1, "constant", -2)),
        ("--padding-value 3 --padding-mode zeros", Padding(1, 1, 1, 1, "zeros", 3)),
    ],
)
def test_padding_of_every_kind(line: str, padding: Padding) -> None:
    assert made(line).layer.padding == padding


def test_the_mode_of_a_file_stays_when_only_the_amount_is_asked_for() -> None:
    base = startup().varied(padding=Padding(1, 0, 0, 2, "replicate", 5))
    assert made("--padding 2", base).layer.padding == Padding(2, 2, 2, 2, "replicate", 5)
    assert made("--padding-mode zeros", base).layer.padding == Padding(1, 0, 0, 2, "zeros", 5)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("--channels 0", ("channels", "1 to 16", "not 0")),
        ("--channels 17", ("channels", "1 to 16", "not 17")),
        ("--channels two", ("--channels", "1 to 16", "“two”")),
        ("--filters 17", ("filters", "1 to 16", "not 17")),
        ("--groups 17", ("groups", "1 to 16", "not 17")),
        ("--channels 3 --filters 3 --groups 2", ("2 groups", "channels", "1, 3")),
        ("--channels 3 --filters 4 --groups 3", ("3 groups", "filters", "1, 2, 4")),
        ("--groups 2", ("2 groups", "there may be 1 ")),
        ("--bias nan", ("--bias", "−999 to 999", "“nan”")),
        ("--bias 1000", ("bias", "−999 to 999", "1000")),
        ("--activation gelu", ("“gelu”", "none, relu, leaky relu, sigmoid, tanh")),
        ("--activation softmax", ("“softmax”", "none, relu, leaky relu, sigmoid, tanh")),
        ("--order by-heart", ("“by-heart”", "map by map, cell by cell")),
        ("--padding 1,2,3", ("“1,2,3”", "top, bottom, left, right", "same-lower")),
        ("--padding 1,2,3,4,5", ("“1,2,3,4,5”", "top, bottom, left, right")),
        ("--padding much", ("“much”", "valid, same")),
        ("--padding 9,0,0,0", ("top padding", "0 to 8", "9")),
        ("--padding 0,0,0,-1", ("right padding", "0 to 8", "−1")),
        ("--padding 9 --padding-mode zeros", ("padding", "0 to 8", "9")),
        ("--padding-mode mirror", ("“mirror”", "zeros, constant, reflect, replicate, circular")),
        ("--padding 8 --padding-mode reflect", ("top padding of 8", "“reflect”", "at most 7")),
        ("--padding 0,0,5,0 --image-size 4 --padding-mode circular", ("left padding of 5", "at most 4")),
        ("--padding-value x", ("--padding-value", "−999 to 999", "“x”")),
        ("--padding-value 1000", ("padding value", "−999 to 999", "1000")),
        ("--kernel red-against-green", ("“red against green”", "three channels")),
        ("--kernel red-against-green --channels 3 --filters 2", ("“red against green”", "fewer filters")),
        ("--image flags", ("“flags”", "noise", "flag")),
        ("--kernel nobody", ("“nobody”", "box blur", *filter_sets.NAMES)),
    ],
)
def test_whatever_is_wrong_is_one_sentence_with_what_is_allowed(
    capsys: pytest.CaptureFixture[str], line: str, parts: tuple[str, ...]
) -> None:
    assert main([*line.split(), "--print-output"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert said.err.strip() != FALLBACK
    assert all(part in said.err for part in parts), said.err


def test_one_map_is_printed_as_ever_and_several_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    one = printed(capsys, "--channels", "3")
    assert (one["output_size"], np.shape(one["output"])) == ([4, 4], (4, 4))
    several = printed(capsys, "--channels", "3", "--filters", "2", "--padding-mode", "replicate")
    assert several["output_size"] == [2, 4, 4]
    scenario = made("--channels 3 --filters 2 --padding-mode replicate")
    assert several["output"] == Traced(scenario.tensor, scenario.layer).maps.tolist()


def test_the_flags_go_on_top_of_a_file_of_channels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = made("--channels 3 --filters 2")
    path = tmp_path / "colour.json"
    write_scenario(path, base)
    plainly_printed = printed(capsys, str(path))
    assert plainly_printed["output"] == Traced(base.tensor, base.layer).maps.tolist()
    changed = made("--filters 3 --stride 1", base)
    again = printed(capsys, str(path), "--filters", "3", "--stride", "1")
    assert again["output"] == Traced(changed.tensor, changed.layer).maps.tolist()


def test_a_plain_line_is_read_as_the_parser_reads_it() -> None:
    words = "--channels 3 --filters 2 --groups 1 --bias 1 --activation relu --order cell-by-cell"
    words += " --padding-mode reflect --padding-value 2"
    assert plainly(words.split()) == parsed(words.split())


def test_a_padding_that_is_a_pair_needs_no_more_than_before() -> None:
    assert scenario_flags(parsed(["--padding", "2x1"])).quantities == {"padding": (2, 1)}
    assert not scenario_flags(parsed(["--padding", "2x1"])).layer
