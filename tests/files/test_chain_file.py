"""Files of several layers: all of PyTorch's chains open, are printed and come back; what cannot be is one sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game import command_line
from game.core.chain_results import chain_results
from game.core.chained import focus_of, focused, layers_of, source_of
from game.core.result import result_of
from game.core.scenario import Scenario, startup
from game.files.opening import open_path
from game.files.scenario_file import OpenedScenario, scenario_in, to_json
from tests.core.chains import CASES, layer_of

POOL = {"operation": "max pooling", "kernel_size": [2, 2], "stride": [1, 1]}
CONVOLUTION = {"operation": "convolution", "weights": [[[[1, 0], [0, -1]]]]}
SHARES = {"operation": "convolution", "weights": [[[[1]]], [[[2]]]], "activation": "softmax"}
IMAGE = [[0, 1, 2, 3, 1], [1, 0, 0, 2, 1], [1, 1, 1, 0, 0], [3, 2, 1, 0, 1], [0, 0, 1, 1, 2]]


def network(*layers: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kernelscope": 2, "image": IMAGE, "white": 3, "layers": list(layers), **more}


def written(folder: Path, content: dict[str, Any]) -> Path:
    path = folder / "network.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def scenario_of(content: dict[str, Any]) -> Scenario:
    return scenario_in(content, "a file").scenario


@pytest.mark.parametrize("number", range(len(CASES)))
def test_chains_of_pytorch_open_and_come_back(number: int) -> None:
    case = CASES[number]
    focus = number % len(case["layers"])
    whole = {"kernelscope": 2, "image": case["input"], "white": 1, "layers": case["layers"], "layer": focus}
    scenario = scenario_of(whole)
    assert (focus_of(scenario), layers_of(scenario)) == (focus, tuple(map(layer_of, case["layers"])))
    for expected, maps in zip(case["maps"], chain_results(result_of(scenario)).outputs, strict=True):
        np.testing.assert_allclose(np.array(maps), np.array(expected), rtol=0, atol=1e-9)
    again = scenario_of(json.loads(to_json(scenario)))
    assert again == scenario
    assert again.chain == scenario.chain


def test_the_maps_of_all_layers_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for case in CASES[:6]:
        path = written(tmp_path, {"kernelscope": 2, "image": case["input"], "layers": case["layers"]})
        assert command_line.main([str(path), "--print-output", "layers"]) == 0
        printed = json.loads(capsys.readouterr().out)
        assert list(printed) == ["layers"]
        for found, expected in zip(printed["layers"], case["maps"], strict=True):
            assert found["output_size"] == list(np.shape(expected))
            np.testing.assert_allclose(np.array(found["output"]), np.array(expected), rtol=0, atol=1e-9)
        assert command_line.main(["--print-output", str(path)]) == 0
        last = json.loads(capsys.readouterr().out)["output"]
        np.testing.assert_allclose(np.array(last, float).ravel(), np.array(case["maps"][-1]).ravel(), rtol=0, atol=1e-9)


def test_flags_are_about_the_layer_in_focus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, network(CONVOLUTION, POOL))
    assert command_line.main([str(path), "--layer", "1", "--bias", "5", "--print-output", "layers"]) == 0
    first, second = json.loads(capsys.readouterr().out)["layers"]
    assert np.min(first["output"]) > 0
    assert second["output_size"] == [1, 3, 3]
    assert command_line.main(["--stride", "1", "--print-output", "layers"]) == 0
    assert [layer["output_size"] for layer in json.loads(capsys.readouterr().out)["layers"]] == [[1, 8, 8]]


def test_position_focus_and_names_are_kept(tmp_path: Path) -> None:
    opened = open_path(
        written(tmp_path, network(CONVOLUTION, POOL, layer=1, position=8.5, name="Two", seed=7)), startup()
    )
    assert isinstance(opened, OpenedScenario)
    scenario = opened.scenario
    assert (opened.position, focus_of(scenario), scenario.name, scenario.seed) == (8.5, 1, "Two", 7)
    assert (scenario.steps, source_of(scenario).white) == (9, 3)
    kept = json.loads(to_json(scenario, 8.5))
    assert (kept["layer"], kept["position"], kept["white"], kept["image"]) == (1, 8.5, 3, IMAGE)
    assert "layer" not in json.loads(to_json(focused(scenario, 0)))


def test_a_picture_stays_with_the_network() -> None:
    content = {"kernelscope": 2, "picture": "blocks", "resolution": 32, "layers": [POOL, POOL, POOL], "layer": 2}
    scenario = scenario_of(content)
    assert scenario.picture is None
    assert source_of(scenario).picture is not None
    again = scenario_of(json.loads(to_json(scenario)))
    assert again == scenario
    assert focused(again, 0).picture is not None


def test_one_layer_with_softmax_opens() -> None:
    scenario = scenario_of(network(SHARES))
    assert scenario.chain is None
    np.testing.assert_allclose(sum(result_of(scenario).maps), np.ones((5, 5)), atol=1e-15)
    assert scenario_of(json.loads(to_json(scenario))) == scenario


LARGE = {"operation": "transposed convolution", "weights": [[[[1]]]], "stride": [8, 8]}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (network(*[POOL] * 4, CONVOLUTION), "Layer 5 gets maps of 1 × 1 (1 of them): The kernel needs 2 rows"),
        (network(*[POOL] * 7), "must have 1 to 6 layers, not 7"),
        (network(), "must have 1 to 6 layers, not 0"),
        (network(SHARES, POOL), "“layers[0].activation” is softmax, which only the last layer may have"),
        (network(POOL, SHARES, CONVOLUTION), "“layers[1].activation” is softmax"),
        (network(SHARES | {"activation": "none"}, CONVOLUTION), "Layer 2 gets maps of 5 × 5 (2 of them): The weights"),
        (network(POOL, layer=1), "“layer” must be from 0 to 0, not 1"),
        (network(POOL, POOL, layer=-1), "“layer” must be from 0 to 1, not −1"),
        (network(POOL, POOL, layer="2"), "“layer” has the wrong type; a whole number is needed"),
        (network(POOL, POOL, layer=1, position=10), "position must be from 0 to 9, not 10"),
        (network(LARGE, LARGE), "the maps of layer 2 are larger than the 256 × 256 that the window shows"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: dict[str, Any], words: str
) -> None:
    assert command_line.main([str(written(tmp_path, content)), "--screenshot", str(tmp_path / "no.png")]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
    assert not (tmp_path / "no.png").exists()
