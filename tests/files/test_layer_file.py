"""Files of version 2: every case of PyTorch is one, and what is wrong with one is said by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game import command_line
from game.core.errors import ConvolutionError
from game.core.scenario import startup
from game.files.errors import FileProblem
from game.files.layer_file import read_layers
from game.files.opening import open_path
from game.files.scenario_file import OpenedScenario
from game.words.sentences import sentence_for
from tests.core.test_layers import CONVOLUTIONS, LAYERS

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


def test_operations_that_are_not_there_yet_are_refused_by_name(tmp_path: Path) -> None:
    for case in LAYERS:
        if case["operation"] == "convolution":
            continue
        with pytest.raises(FileProblem) as caught:
            read_layers(written(tmp_path, file_of(case)))
        assert case["operation"] in sentence_for(caught.value)


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


MORE = (
    {**PLAIN, "image": [PLAIN["image"]] * 2, "layers": [{"operation": "convolution", "weights": [[[[1]], [[2]]]]}]},
    with_layer(weights=[[[[1]]], [[[2]]]]),
    with_layer(bias=[0.5]),
    with_layer(activation="relu"),
    with_layer(padding=[1, 0, 0, 0]),
    with_layer(padding_mode="reflect"),
    {**PLAIN, "layers": PLAIN["layers"] * 2},
)


@pytest.mark.parametrize("found", MORE)
def test_what_one_kernel_cannot_show_is_not_opened_but_computed(tmp_path: Path, found: dict[str, Any]) -> None:
    path = written(tmp_path, found)
    with pytest.raises(FileProblem) as caught:
        open_path(path, startup())
    assert caught.value.key == "file_layers_only"
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
    "no layers": ({**PLAIN, "layers": []}, ("1 to 6", "0")),
    "seven layers": ({**PLAIN, "layers": PLAIN["layers"] * 7}, ("1 to 6", "7")),
    "a pixel of 1000": ({**PLAIN, "image": [[1000]]}, ("pixel", "999")),
    "17 channels": ({**PLAIN, "image": [PLAIN["image"]] * 17}, ("channels", "16", "17")),
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
