"""Files of version 2: every case of PyTorch is one, and what is wrong with one is said by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from game import command_line
from game.core.counts import with_channel_count, with_filter_set
from game.core.errors import ConvolutionError, OutOfRange
from game.core.named import image_called
from game.core.padding import Padding
from game.core.scenario import Scenario, startup
from game.core.traced import Traced
from game.files.errors import FileProblem
from game.files.kept_work import KeptWork
from game.files.layer_file import read_layers
from game.files.opening import open_path
from game.files.scenario_file import (
    OpenedScenario,
    is_of_version_1,
    read_scenario,
    scenario_in,
    to_json,
    write_scenario,
)
from game.files.scenario_parts import recognised
from game.words.sentences import sentence_for
from tests.core.test_layers import CONVOLUTIONS
from tests.core.test_operations import CUT_AWAY, OTHERS

from .examples import layered, parse_scenario, plain

PLAIN: dict[str, Any] = {
    "kernelscope": 2,
    "image": [[0, 1, 0], [1, 1, 1], [0, 1, 0]],
    "layers": [{"operation": "convolution", "weights": [[[[1, 2], [3, 4]]]], "padding": [1, 1, 0, 0]}],
}


def file_of(case: dict[str, Any]) -> dict[str, Any]:
    """Return a case of the references as a file: its input as the image, the rest as one layer."""
    layer = {key: value for key, value in case.items() if key not in ("input", "output")}
    return {"kernelscope": 2, "image": case["input"], "layers": [layer]}


def written(folder: Path, found: object) -> Path:
    path = folder / "layers.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def with_layer(**values: Any) -> dict[str, Any]:
    """Return the plain file with other values in its layer."""
    return {**PLAIN, "layers": [{**PLAIN["layers"][0], **values}]}


def test_every_convolution_of_pytorch_is_a_file_whose_maps_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for case in CONVOLUTIONS:
        assert command_line.main([str(written(tmp_path, file_of(case))), "--print-output"]) == 0
        printed, expected = json.loads(capsys.readouterr().out), np.array(case["output"])
        maps = np.array(printed["output"])
        expected = expected[0] if len(expected) == 1 else expected
        assert printed["output_size"] == list(expected.shape)
        np.testing.assert_allclose(maps, expected, rtol=0, atol=1e-9)


def test_every_other_layer_of_pytorch_is_a_file_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, case in enumerate(OTHERS):
        status = command_line.main([str(written(tmp_path, file_of(case))), "--print-output"])
        printed = capsys.readouterr()
        if number == CUT_AWAY:
            assert (status, "cuts off more columns" in printed.err) == (command_line.FAILED, True)
            continue
        expected = np.array(case["output"])
        expected = expected[0] if len(expected) == 1 else expected
        np.testing.assert_allclose(np.array(json.loads(printed.out)["output"]), expected, rtol=0, atol=1e-9)


POOL: dict[str, Any] = {"operation": "max pooling", "kernel_size": [2, 2]}
STAMP: dict[str, Any] = {"operation": "transposed convolution", "weights": [[[[1, 2], [3, 4]]]]}


def over(**layer: Any) -> dict[str, Any]:
    """Return a file of an image of 3 × 3 and one layer."""
    return {**PLAIN, "layers": [layer]}


def test_what_is_missing_in_pooling_and_stamps_is_as_pytorch_has_it(tmp_path: Path) -> None:
    image = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 17]]
    made = {}
    for name, layer in {
        "max": POOL,
        "average": {**POOL, "operation": "average pooling"},
        "whole": {"operation": "average pooling", "kernel_size": "image"},
        "stamps": {**STAMP, "stride": [2, 2]},
    }.items():
        opened = read_layers(written(tmp_path, {**over(**layer), "image": image}))
        assert opened is not None
        made[name] = opened.maps()[0].tolist()
    assert made["max"] == [[6, 8], [14, 17]]
    assert made["average"] == [[3.5, 5.5], [11.5, 13.75]]
    assert made["whole"] == [[137 / 16]]
    assert made["stamps"][:2] == [[1, 2, 2, 4, 3, 6, 4, 8], [3, 4, 6, 8, 9, 12, 12, 16]]


def test_layers_of_all_kinds_follow_each_other(tmp_path: Path) -> None:
    opened = read_layers(written(tmp_path, {**PLAIN, "layers": [*PLAIN["layers"], POOL, STAMP, POOL]}))
    assert opened is not None
    (once,) = read_layers(written(tmp_path, PLAIN)).maps()  # type: ignore[union-attr]
    assert opened.maps().tolist() == [[[float(4 * once[:2].max() + 2 * once[2:].max())]]], "the largest of all stamps"


def test_the_window_says_that_maps_are_too_large(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        open_path(written(tmp_path, {**PLAIN, "layers": [{**STAMP, "stride": [8, 8]}] * 3}), startup())
    assert caught.value.key == "file_layers_only"


def test_a_plain_file_of_version_2_opens_as_any_other(tmp_path: Path) -> None:
    opened = open_path(written(tmp_path, {**PLAIN, "name": "Cross", "position": 2.5}), startup())
    assert isinstance(opened, OpenedScenario)
    scenario = opened.scenario
    assert (scenario.name, scenario.padding, opened.position) == ("Cross", (1, 0), 2.5)
    assert (scenario.kernel.tolist(), scenario.image_size) == ([[1, 2], [3, 4]], (3, 3))


def test_layers_follow_each_other(tmp_path: Path) -> None:
    two = {"operation": "convolution", "weights": [[[[10]]]], "bias": [5], "activation": "relu"}
    opened = read_layers(written(tmp_path, {**PLAIN, "layers": [*PLAIN["layers"], two]}))
    assert opened is not None
    once = read_layers(written(tmp_path, PLAIN))
    assert once is not None
    assert opened.maps().tolist() == (once.maps() * 10 + 5).tolist()


COLOUR: dict[str, Any] = {
    **PLAIN,
    "image": [PLAIN["image"], [[-1, 2.5, 0]] * 3, [[0, 0, -0.0]] * 3, [[999, -999, 0.1]] * 3],
    "white": 3,
    "seed": 7,
    "order": "cell by cell",
    "position": 3.25,
    "view": {"name": "flat"},
    "layers": [
        {
            "operation": "convolution",
            "weights": [[[[1, 2]], [[-3, 0.1]]], [[[0, 1]], [[1, -0.0]]]],
            "bias": [0.5, -2],
            "groups": 2,
            "stride": [1, 2],
            "dilation": [1, 2],
            "padding": [0, 1, 2, 0],
            "padding_mode": "reflect",
            "padding_value": 4,
            "activation": "leaky relu",
        }
    ],
}


def test_channels_filters_and_all_of_a_layer_open_in_the_window(tmp_path: Path) -> None:
    opened = open_path(written(tmp_path, COLOUR), startup())
    assert isinstance(opened, OpenedScenario)
    scenario, layer = opened.scenario, opened.scenario.layer
    assert scenario.tensor.tolist() == COLOUR["image"]
    assert layer.weights.tolist() == COLOUR["layers"][0]["weights"]
    assert (layer.bias.tolist(), layer.groups, layer.activation) == ([0.5, -2], 2, "leaky relu")
    assert (layer.stride, layer.dilation) == ((1, 2), (1, 2))
    assert layer.padding == Padding(0, 1, 2, 0, "reflect", 4)
    assert (scenario.white, scenario.seed, scenario.order) == (3, 7, "cell by cell")
    assert (opened.position, opened.view) == (3.25, {"name": "flat"})


def test_a_position_may_be_on_the_map_of_every_filter(tmp_path: Path) -> None:
    steps = scenario_of(COLOUR).steps
    assert open_path(written(tmp_path, {**COLOUR, "position": steps}), startup()).position == steps  # type: ignore[union-attr]
    with pytest.raises(OutOfRange):
        open_path(written(tmp_path, {**COLOUR, "position": steps + 1}), startup())


def test_every_convolution_of_pytorch_that_the_window_shows_opens_and_comes_back() -> None:
    for case in CONVOLUTIONS:
        found = file_of(case)
        scenario = scenario_of(found)
        assert same(scenario_of(json.loads(to_json(scenario))), scenario)
        np.testing.assert_allclose(
            Traced(scenario.tensor, scenario.layer).maps, np.array(case["output"]), rtol=0, atol=1e-9
        )


def scenario_of(found: dict[str, Any]) -> Scenario:
    """Return the scenario of a file's JSON."""
    return scenario_in(found, "a file").scenario


def same(one: Scenario, other: Scenario) -> bool:
    """Tell whether two scenarios are the same, bit by bit."""
    numbers = (
        (one.tensor, other.tensor),
        (one.layer.weights, other.layer.weights),
    )
    return one == other and all(mine.tobytes() == theirs.tobytes() for mine, theirs in numbers)


@settings(max_examples=150)
@given(layered())
def test_every_scenario_comes_back_with_every_bit_of_its_numbers(scenario: Scenario) -> None:
    text = to_json(scenario, scenario.steps / 3, {"name": "stack"})
    opened = parse_scenario(text)
    assert same(opened.scenario, recognised(scenario))
    assert (opened.position, opened.view) == (scenario.steps / 3, {"name": "stack"})
    assert json.loads(text)["kernelscope"] == (1 if is_of_version_1(scenario) else 2)


PLAIN_1 = parse_scenario(plain()).scenario
BEYOND_1: dict[str, dict[str, Any]] = {
    "two channels": {"image": (PLAIN_1.image, PLAIN_1.image), "kernel": np.ones((1, 2, 2, 2))},
    "two filters": {"kernel": np.ones((2, 1, 2, 2)), "bias": [0, 0]},
    "a bias": {"bias": [1e-9]},
    "an activation": {"activation": "relu"},
    "another mode": {"padding": Padding(1, 1, 0, 0, "replicate")},
    "sides that differ": {"padding": Padding(1, 0, 0, 0)},
    "a value that is kept for another mode": {"padding": Padding(1, 1, 0, 0, value=2)},
    "more padding than 8": {"padding": Padding(9, 9, 0, 0)},
    "a negative pixel": {"image": -PLAIN_1.image},
    "a pixel over white": {"white": 0.5},
    "a white over 255": {"white": 256},
    "a name that is new": {"image_name": "flag"},
    "a set of filters": {"kernel_name": "edges in four directions"},
}


def test_version_1_is_written_where_it_can_say_all() -> None:
    assert json.loads(to_json(PLAIN_1))["kernelscope"] == 1
    assert "order" not in json.loads(to_json(PLAIN_1))
    other = PLAIN_1.varied(order="cell by cell", stride=(2, 2), padding=(8, 0))
    assert json.loads(to_json(other))["kernelscope"] == 1
    assert scenario_of(json.loads(to_json(other))) == other


@pytest.mark.parametrize("name", BEYOND_1)
def test_version_2_is_written_where_version_1_could_not_say_all(name: str) -> None:
    scenario = PLAIN_1.varied(**BEYOND_1[name])
    found = json.loads(to_json(scenario))
    assert found["kernelscope"] == 2
    assert same(scenario_of(found), recognised(scenario))


def test_names_come_back_with_what_they_stand_for() -> None:
    scenario = with_channel_count(startup(), 3)
    image = image_called("landscape", 3, scenario.image_size, 1)
    coloured = with_filter_set(scenario.varied(image=tuple(image), image_name="landscape"), "random filters")
    back = scenario_of(json.loads(to_json(coloured)))
    assert (back.image_name, back.kernel_name) == ("landscape", "random filters")
    assert back == coloured


def test_the_largest_scenario_can_be_opened_again(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    image = tuple(random.uniform(-999, 999, (16, 64, 64)))
    scenario = Scenario(image, random.uniform(-999, 999, (16, 16, 15, 15)), bias=random.uniform(-1, 1, 16))
    path = tmp_path / "large.json"
    write_scenario(path, scenario)
    assert same(read_scenario(path).scenario, scenario)


def test_kept_and_last_work_have_channels_and_filters(tmp_path: Path) -> None:
    scenario = scenario_of(COLOUR)
    with KeptWork(tmp_path) as kept:
        assert kept.start() == (None, None)
        kept.save(scenario, 2.5)
    with KeptWork(tmp_path) as kept:
        opened, problem = kept.start()
        assert opened is not None
        assert (opened.scenario, opened.position, problem) == (scenario, 2.5, None)
    with KeptWork(tmp_path) as kept:
        assert kept.start(fresh=True) == (None, None)
        assert [work.opened.scenario for work in kept.last_works()] == [scenario]


SEVERAL = (
    {**PLAIN, "layers": PLAIN["layers"] * 2},
    with_layer(activation="softmax"),
)


@pytest.mark.parametrize("found", SEVERAL)
def test_several_layers_and_shares_open_and_are_computed(tmp_path: Path, found: dict[str, Any]) -> None:
    path = written(tmp_path, found)
    assert isinstance(open_path(path, startup()), OpenedScenario)
    opened = read_layers(path)
    assert opened is not None
    assert np.isfinite(opened.maps()).all()


THREE = [PLAIN["image"]] * 3
WRONG: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "an unknown operation": (with_layer(operation="fold"), ("fold", "convolution")),
    "an unknown mode": (with_layer(padding_mode="mirror"), ("mirror", "reflect")),
    "an unknown activation": (with_layer(activation="gelu"), ("gelu", "tanh")),
    "an unknown key": (with_layer(strides=[1, 1]), ("layers[0].strides", "stride")),
    "groups that do not divide": (
        {**PLAIN, "image": THREE, "layers": [{**PLAIN["layers"][0], "groups": 2, "weights": [[[[1]]], [[[1]]]]}]},
        ("2 groups", "1, 3"),
    ),
    "reflect over n − 1": (with_layer(padding_mode="reflect", padding=[3, 0, 0, 0]), ("top", "at most 2")),
    "circular over n": (with_layer(padding_mode="circular", padding=[0, 0, 0, 4]), ("right", "at most 3")),
    "weights for other channels": ({**PLAIN, "image": THREE}, ("[1, 1, 2, 2]", "[1, 3, 2, 2]")),
    "17 filters": (with_layer(weights=[[[[1]]]] * 17), ("filters", "16", "17")),
    "a missing row in a channel": ({**PLAIN, "image": [THREE[0], THREE[0][:2], THREE[0]]}, ("channel 2",)),
    "a ragged channel": ({**PLAIN, "image": [THREE[0], [[1, 2, 3], [1, 2], [1, 2, 3]]]}, ("channel 2",)),
    "a ragged kernel": (with_layer(weights=[[[[1, 2], [3, 4]]], [[[1, 2], [3]]]]), ("filter 2, channel 1",)),
    "a word in the weights": (with_layer(weights=[[[["1"]]]]), ("weights", "number")),
    "true in the weights": (with_layer(weights=[[[[1, True]]]]), ("weights", "number")),
    "weights nested too deep": (with_layer(weights=[[[[[1]]]]]), ("weights", "filters of channels")),
    "weights nested too little": (with_layer(weights=[[[1]]]), ("weights", "filters of channels")),
    "too few sides": (with_layer(padding=[1, 2, 3]), ("padding", "top, bottom, left, right")),
    "a bias for nobody": (with_layer(bias=[1, 2]), ("one bias",)),
    "half a stride": (with_layer(stride=[1.5, 1]), ("stride", "whole")),
    "no layers at all": ({key: PLAIN[key] for key in ("kernelscope", "image")}, ("layers", "image")),
    "no weights": ({**PLAIN, "layers": [{"operation": "convolution"}]}, ("layers[0].weights",)),
    "no layers": ({**PLAIN, "layers": []}, ("1 to 6", "0")),
    "seven layers": ({**PLAIN, "layers": PLAIN["layers"] * 7}, ("1 to 6", "7")),
    "a pixel of 1000": ({**PLAIN, "image": [[1000]]}, ("pixel", "999")),
    "17 channels": ({**PLAIN, "image": [PLAIN["image"]] * 17}, ("channels", "16", "17")),
    "pooling without a size": (over(operation="max pooling"), ("layers[0].kernel_size",)),
    "a pool as large as a word": (over(**{**POOL, "kernel_size": "picture"}), ("kernel_size", "[rows, columns]")),
    "a pool's padding over its limit": (over(**POOL, padding=[2, 0, 0, 0]), ("top padding", "0 to 1", "2")),
    "a pool that does not fit": (over(**{**POOL, "kernel_size": [4, 1]}), ("4 rows", "only 3")),
    "a window without pixels": (
        over(**{**POOL, "kernel_size": [1, 2]}, padding=[0, 0, 1, 1], dilation=[1, 4], stride=[1, 4]),
        ("Window 1", "columns", "no pixel"),
    ),
    "a pool's stride over its size": (over(**POOL, stride=[9, 1]), ("stride", "1 to 8", "9")),
    "a pool's activation": (over(**POOL, activation="relu"), ("relu", "none")),
    "a pool's weights": (over(**POOL, weights=[[[[1]]]]), ("layers[0].weights", "kernel_size")),
    "ceil as a number": (over(**POOL, ceil_mode=1), ("ceil_mode", "true or false")),
    "output padding of a whole stride": (over(**STAMP, output_padding=[1, 0]), ("output padding", "0", "1")),
    "more cut off than there is": (over(**STAMP, padding=[2, 2, 0, 0]), ("rows", "would have 0", "at least 1")),
    "stamps for other channels": ({**over(**STAMP), "image": THREE}, ("[1, 1, 2, 2]", "[3, 1, 2, 2]", "channels, f")),
    "stamps in groups that do not divide": (over(**STAMP, groups=2), ("2 groups", "there may be 1")),
    "a padding mode for stamps": (over(**STAMP, padding_mode="reflect"), ("padding_mode", "output_padding")),
    "softmax before the end": (
        {**PLAIN, "layers": [{**PLAIN["layers"][0], "activation": "softmax"}, PLAIN["layers"][0]]},
        ("softmax", "last"),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_by_name_with_what_is_allowed(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found, said = WRONG[name]
    path = written(tmp_path, found)
    with pytest.raises((FileProblem, ConvolutionError)) as caught:
        read_layers(path)
    sentence = sentence_for(caught.value)
    assert all(part in sentence for part in said), sentence
    assert command_line.main([str(path), "--print-output"]) == command_line.FAILED
    assert capsys.readouterr().err == f"{sentence}\n"


def test_a_bias_that_is_no_finite_number_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in (float("nan"), float("inf")):
        path = written(tmp_path, with_layer(bias=[number]))
        assert command_line.main([str(path), "--print-output"]) == command_line.FAILED
        assert "only finite numbers are allowed" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["image", "weights"])
def test_however_deep_a_file_is_nested_it_is_refused_in_a_sentence(
    tmp_path: Path, key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    deep = json.dumps({**PLAIN, "image": "X"} if key == "image" else with_layer(weights="X"))
    path = tmp_path / "deep.json"
    path.write_text(deep.replace('"X"', "[" * 700 + "1" + "]" * 700), encoding="utf-8")
    assert command_line.main([str(path), "--print-output"]) == command_line.FAILED
    assert "nested" in capsys.readouterr().err


def test_a_version_that_is_yet_to_come_is_refused_with_the_newest_that_is_known(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        open_path(written(tmp_path, {**PLAIN, "kernelscope": 3}), startup())
    assert (caught.value.key, caught.value.values()["known"]) == ("file_newer", 2)
