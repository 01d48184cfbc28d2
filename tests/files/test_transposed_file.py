"""Transposed convolutions in files: they come back as they were written, in the work that is kept too."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from game.core.errors import ConvolutionError
from game.core.result import result_of
from game.core.scenario import startup
from game.core.spread import Spread
from game.files.errors import FileProblem
from game.files.kept_work import KeptWork
from game.files.opening import open_path
from game.files.scenario_file import OpenedScenario, is_of_version_1, read_scenario, to_json, write_scenario
from game.words.sentences import sentence_for
from tests.core.scenarios import random_transposed

LAYER = {"operation": "transposed convolution", "weights": [[[[1, 2], [3, 4]]]]}


def test_random_ones_are_read_as_they_were_written(tmp_path: Path) -> None:
    random = np.random.default_rng(11)
    for number in range(150):
        scenario, path = random_transposed(random).named(f"Number {number}"), tmp_path / "transposed.json"
        write_scenario(path, scenario, scenario.steps / 2)
        opened = read_scenario(path)
        assert opened.position == scenario.steps / 2
        assert opened.scenario.varied(image_name="", kernel_name="") == scenario
        assert to_json(opened.scenario) == to_json(scenario)
        assert not is_of_version_1(opened.scenario)


def test_the_weights_of_a_file_are_laid_out_as_pytorch_has_them(tmp_path: Path) -> None:
    path = tmp_path / "stamps.json"
    weights = np.arange(24.0).reshape(2, 3, 2, 2)  # channels, filters, rows, columns
    fields = {"kernelscope": 2, "image": [[[1]], [[0]]], "layers": [LAYER | {"weights": weights.tolist()}]}
    path.write_text(json.dumps(fields), encoding="utf-8")
    opened = open_path(path, startup())
    assert isinstance(opened, OpenedScenario)
    assert np.array_equal(np.array(result_of(opened.scenario).maps), weights[0]), "the only pixel stamps what is there"


def test_kept_work_brings_one_back(tmp_path: Path) -> None:
    scenario = random_transposed(np.random.default_rng(3))
    with KeptWork(tmp_path) as kept:
        kept.start()
        kept.save(scenario, 0.5, {})
    with KeptWork(tmp_path) as kept:
        opened, problem = kept.start()
    assert problem is None
    assert opened is not None
    assert isinstance(opened.scenario.layer, Spread)
    assert (opened.scenario.varied(image_name="", kernel_name=""), opened.position) == (scenario, 0.5)


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        ({"output_padding": [1, 0]}, "The output padding must be 0, not 1."),
        ({"stride": [2, 2], "output_padding": [0, 2]}, "The output padding must be from 0 to 1, not 2."),
        ({"padding": [2, 2, 0, 0]}, "output"),
        ({"padding_mode": "reflect"}, "padding_mode"),
        ({"weights": [[[1, 2], [3, 4]]]}, "weights"),
    ],
)
def test_what_cannot_be_is_one_sentence(tmp_path: Path, layer: dict[str, object], words: str) -> None:
    path = tmp_path / "stamps.json"
    path.write_text(json.dumps({"kernelscope": 2, "image": [[1, 2]], "layers": [LAYER | layer]}), encoding="utf-8")
    with pytest.raises((FileProblem, ConvolutionError)) as caught:
        open_path(path, startup())
    said = sentence_for(caught.value)
    assert words in said, said
    assert said.count(". ") == 0
