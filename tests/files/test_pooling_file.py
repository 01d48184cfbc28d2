"""A file with one pooling opens in the window, and is written back as it was, number by number."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game import command_line
from game.core.errors import ConvolutionError
from game.core.padding import Padding
from game.core.pooling import Pooling, pooled
from game.core.scenario import Scenario, startup
from game.files.errors import FileProblem
from game.files.kept_work import KeptWork
from game.files.opening import open_path
from game.files.scenario_file import OpenedScenario, is_of_version_1, read_scenario, to_json, write_scenario
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence_for
from tests.core.scenarios import random_pooling

from .examples import parse_scenario

IMAGE = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 17]]
LAYER: dict[str, Any] = {"operation": "max pooling", "kernel_size": [2, 2]}


def file_of(**layer: Any) -> str:
    """Return the text of a file of one pooling; None takes a key away."""
    found = {key: value for key, value in {**LAYER, **layer}.items() if value is not None}
    return json.dumps({"kernelscope": 2, "image": IMAGE, "white": 17, "layers": [found]})


@pytest.mark.parametrize(
    ("layer", "pooling"),
    [
        ({}, Pooling("max", (2, 2))),
        ({"operation": "average pooling"}, Pooling("average", (2, 2))),
        ({"kernel_size": "image"}, Pooling("max")),
        ({"stride": [1, 2]}, Pooling("max", (2, 2), (1, 2))),
        ({"stride": [2, 2]}, Pooling("max", (2, 2), (2, 2))),
        ({"padding": [1, 0, 0, 1]}, Pooling("max", (2, 2), padding=Padding(1, 0, 0, 1))),
        ({"dilation": [1, 2]}, Pooling("max", (2, 2), dilation=(1, 2))),
        ({"ceil_mode": True}, Pooling("max", (2, 2), ceil_mode=True)),
        ({"count_include_pad": False}, Pooling("max", (2, 2), count_include_pad=False)),
    ],
)
def test_each_key_is_read_and_written_back_as_it_was(layer: dict[str, Any], pooling: Pooling) -> None:
    scenario = parse_scenario(file_of(**layer)).scenario
    assert scenario.layer.pooling == pooling
    assert (scenario.kernel_name, scenario.tensor.tolist()) == ("", [IMAGE])
    again = json.loads(to_json(scenario))
    assert again["kernelscope"] == 2
    usual = {"dilation": [1, 1], "padding": [0] * 4, "ceil_mode": False, "count_include_pad": True}
    assert again["layers"] == [usual | LAYER | layer], "a stride that was not said is not said"


def test_random_poolings_are_read_as_they_were_written(tmp_path: Path) -> None:
    random = np.random.default_rng(11)
    for number in range(150):
        scenario, path = random_pooling(random).named(f"Number {number}"), tmp_path / "pooling.json"
        write_scenario(path, scenario, scenario.steps / 2)
        opened = read_scenario(path)
        assert opened.position == scenario.steps / 2
        assert opened.scenario.varied(image_name="") == scenario
        assert to_json(opened.scenario) == to_json(scenario)
        assert not is_of_version_1(opened.scenario)


def test_kept_work_brings_a_pooling_back(tmp_path: Path) -> None:
    scenario = parse_scenario(file_of(kernel_size="image", ceil_mode=True)).scenario
    with KeptWork(tmp_path) as kept:
        kept.start()
        kept.save(scenario, 0.5, {})
    with KeptWork(tmp_path) as kept:
        opened, problem = kept.start()
    assert problem is None
    assert opened is not None
    assert (opened.scenario, opened.position) == (scenario, 0.5)


def test_a_picture_or_another_image_is_pooled_as_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "pooling.json"
    path.write_text(file_of(), encoding="utf-8")
    opened = open_path(path, startup())
    assert isinstance(opened, OpenedScenario)
    assert opened.scenario.with_image(np.eye(6)).layer.pooling == Pooling("max", (2, 2))


def test_what_is_printed_of_a_file_is_what_the_window_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    random, path = np.random.default_rng(12), tmp_path / "pooling.json"
    for _ in range(20):
        scenario = random_pooling(random)
        write_scenario(path, scenario)
        for flags in ([], ["--order", "cell-by-cell"]):  # without flags the file is computed, with them the scenario
            assert command_line.main([str(path), *flags, "--print-output"]) == 0
            printed = np.array(json.loads(capsys.readouterr().out)["output"])
            assert scenario.layer.pooling is not None
            expected = pooled(scenario.tensor, scenario.layer.pooling)
            assert np.array_equal(printed, expected[0] if len(expected) == 1 else expected)


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        ({"kernel_size": None}, "“layers[0].kernel_size”"),
        ({"kernel_size": "all"}, "must be a pair"),
        ({"kernel_size": [2, 16]}, "The kernel size must be from 1 to 15, not 16."),
        ({"kernel_size": [5, 2]}, "The kernel needs 5 rows"),
        ({"padding": [2, 0, 0, 0]}, "The top padding must be from 0 to 1, not 2."),
        ({"padding": [0, 0, 0, -1]}, "The right padding must be from 0 to"),
        ({"padding": [1, 1]}, "four numbers: [top, bottom, left, right]"),
        ({"stride": [0, 1]}, "The stride must be from 1 to 8, not 0."),
        ({"dilation": [5, 1], "padding": [1, 1, 0, 0]}, "would meet no pixel"),
        ({"ceil_mode": 1}, "must be true or false"),
        ({"operation": "min pooling"}, "There is no operation called “min pooling”"),
        ({"operation": "pooling"}, "There is no operation called “pooling”"),
        ({"bias": [1]}, "“layers[0].bias” means nothing"),
        ({"activation": "relu"}, "There is no activation called “relu”"),
    ],
)
def test_wrong_values_are_refused_in_one_sentence(layer: dict[str, Any], words: str) -> None:
    with pytest.raises((FileProblem, ConvolutionError)) as caught:
        parse_scenario(file_of(**layer))
    said = sentence_for(caught.value)
    assert said != FALLBACK
    assert words in said


def test_a_scenario_that_pools_is_never_written_in_version_1() -> None:
    scenario = Scenario(np.eye(4), np.ones((1, 1)), pooling=Pooling("average", (1, 1)))
    assert json.loads(to_json(scenario))["kernelscope"] == 2
