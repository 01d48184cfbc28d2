"""What a file says is to be learned: read, written, kept, and refused by name where it is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.chained import focused, layers_of, with_layer_added
from game.core.errors import ConvolutionError
from game.core.learning import Learning
from game.core.learning_targets import hidden_target, with_target
from game.core.scenario import Scenario, startup
from game.files.errors import FileProblem
from game.files.kept_work import KeptWork
from game.files.lesson_file import read_led
from game.files.lesson_text import scenario_object, scene_of, write_lesson
from game.files.scenario_file import is_of_version_1, read_scenario, scenario_in, to_json, write_scenario
from game.files.shelf_file import read_shelf
from game.files.tour import Tour
from game.words.sentences import sentence_for
from tests.layers import layer

TARGET = [[[0.0, 1.0], [2.0, 3.5]]]
FILE: dict[str, Any] = {
    "kernelscope": 2,
    "image": [[0, 1, 0], [1, 1, 1], [0, 1, 0]],
    "layers": [{"operation": "convolution", "weights": [[[[1, 2], [3, 4]]]]}],
    "learning": {"target": TARGET, "loss": "sum of squared errors", "learning_rate": 0.5, "momentum": 0.9},
}


def with_learning(**values: Any) -> dict[str, Any]:
    return {**FILE, "learning": {**FILE["learning"], **values}}


def with_layer(**values: Any) -> dict[str, Any]:
    return {**FILE, "layers": [{**FILE["layers"][0], **values}]}


def learner() -> Scenario:
    plain = startup()
    return with_target(plain, hidden_target(plain))


def back(scenario: Scenario) -> Scenario:
    return scenario_in(json.loads(to_json(scenario)), "file").scenario


def test_it_is_read_as_it_stands() -> None:
    expected = Learning(TARGET, "sum of squared errors", 0.5, 0.9, True)
    assert scenario_in(FILE, "file").scenario.learning == expected
    fewer = {**FILE, "learning": {"target": TARGET}}
    assert scenario_in(fewer, "file").scenario.learning == Learning(TARGET, "mean squared error", 0.1, 0.0, True)
    assert scenario_in(with_learning(bias=False), "file").scenario.learning == expected.changed(bias=False)


def test_what_is_written_is_read_back_bit_for_bit(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    several = layer(2, 3, (6, 6), activation="none")
    shares = random.dirichlet([1, 1, 1], (4, 4)).transpose(2, 0, 1)
    cases = (
        learner(),
        several.changed(learning=Learning(random.normal(size=(3, 4, 4)), learning_rate=1 / 3, momentum=0.7)),
        several.changed(activation="softmax", learning=Learning(shares, "cross entropy", bias=False)),
    )
    for scenario in cases:
        path = tmp_path / "file.json"
        write_scenario(path, scenario)
        found = read_scenario(path).scenario
        assert found == scenario
        assert found.learning == scenario.learning != None  # noqa: E711 - none of them is without
        assert not is_of_version_1(scenario)
    assert '"learning"' not in to_json(startup())


def test_a_network_keeps_it_whatever_layer_is_in_focus() -> None:
    network = with_layer_added(startup())
    network = network.changed(learning=Learning(np.zeros((1, *network.output_size))))
    for number in (0, 1):
        found = back(focused(network, number))
        assert found.learning == network.learning
        assert len(layers_of(found)) == 2


def test_a_large_target_is_packed() -> None:
    scenario = startup().changed(image=np.zeros((150, 150)), kernel=np.ones((2, 2)), stride=(1, 1), padding=(0, 0))
    target = np.random.default_rng(2).normal(scale=2000, size=(1, 149, 149))
    scenario = scenario.changed(learning=Learning(target))
    text = to_json(scenario)
    assert "packed" in json.loads(text)["learning"]["target"]
    assert back(scenario).learning == scenario.learning


def test_kept_work_has_it(tmp_path: Path) -> None:
    scenario = learner()
    with KeptWork(tmp_path) as kept:
        kept.start()
        kept.save(scenario, 3.0)
    with KeptWork(tmp_path) as kept:
        opened, problem = kept.start()
    assert problem is None
    assert opened is not None
    assert opened.scenario.learning == scenario.learning


def test_a_scene_of_a_shelf_has_it_and_its_other_side_has_not(tmp_path: Path) -> None:
    scene = {"name": "one", "title": "One", "scenario": FILE, "compare": {"stride": [2, 2]}}
    shelf = {"kernelscope_shelf": 1, "name": "Shelf", "source": "tests", "scenes": [scene]}
    path = tmp_path / "shelf.json"
    path.write_text(json.dumps(shelf), encoding="utf-8")
    found = read_shelf(path).scenes[0]
    assert found.opened is not None
    assert found.opened.scenario.learning is not None
    assert found.other is not None
    assert found.other.learning is None


def test_a_scene_of_a_lesson_has_it_and_is_written_with_it(tmp_path: Path) -> None:
    scenario = learner()
    scene = scene_of("It learns", scenario_object(scenario), None)
    assert scene.scenario.learning == scenario.learning
    lesson = Tour("Learning", (scene,))
    path = tmp_path / "lesson.json"
    write_lesson(path, lesson, with_scenes=True)
    assert read_led(path).stops[0].scenario.learning == scenario.learning


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (with_learning(target=[[[0, 1, 2]]]), "The target has the shape [1, 1, 3]; the output is [1, 2, 2]"),
        (with_learning(target=[[[0], [1, 2]]]), "In the target, all grids must have one size"),
        (with_learning(target=[[0, 1], [2, 3]]), "The target must be nested lists"),
        (with_learning(target=[[["a", 1], [2, 3]]]), "In the target something is no finite number"),
        (with_learning(target=[]), "The target"),
        (with_learning(target={"size": [2, 2]}), "learning.target.channels"),
        ({**FILE, "learning": {"loss": "mean squared error"}}, "learning.target"),
        (with_learning(loss="hinge"), "There is no loss called “hinge”; there are mean squared error, sum of squared"),
        (with_learning(loss="cross entropy"), "The loss “cross entropy” needs the activation softmax"),
        (with_learning(learning_rate=0), "The learning rate must be from 1e−12 to 1000, not 0."),
        (with_learning(learning_rate=-0.1), "The learning rate must be from 1e−12 to 1000, not −0.1."),
        (with_learning(learning_rate=1e300), "The learning rate must be from 1e−12 to 1000, not 1e300."),
        (with_learning(learning_rate="fast"), "learning.learning_rate"),
        (with_learning(momentum=1), "The momentum must be from 0 to 0.999, not 1."),
        (with_learning(bias=1), "“learning.bias” must be true or false"),
        (with_learning(rate=1), "learning.rate"),
        ({**FILE, "learning": [1]}, "“learning” must be an object"),
        (with_layer(operation="transposed convolution", weights=[[[[1]]]]), "The target has the shape"),
        ({**FILE, "layers": [{"operation": "max pooling", "kernel_size": [2, 2], "stride": [1, 1]}]}, "has no weights"),
    ],
)
def test_a_slip_is_one_sentence_that_names_it(found: dict[str, Any], words: str) -> None:
    with pytest.raises((FileProblem, ConvolutionError)) as caught:
        scenario_in(found, "file.json")
    said = sentence_for(caught.value)
    assert words in said
    assert said.endswith(".")


def test_shares_that_are_none_are_refused_with_their_place() -> None:
    odd = {**with_layer(activation="softmax"), "learning": {"target": TARGET, "loss": "cross entropy"}}
    with pytest.raises(ConvolutionError) as caught:
        scenario_in(odd, "file.json")
    assert sentence_for(caught.value) == "The target's share at row 2, column 1 is 2; it must be from 0 to 1."


def test_a_single_transposed_convolution_learns_only_without_a_window() -> None:
    odd = {**with_layer(operation="transposed convolution", weights=[[[[1]]]])}
    odd["learning"] = {"target": [[[0] * 3] * 3]}
    with pytest.raises(ConvolutionError) as caught:
        scenario_in(odd, "file.json")
    assert "kernelscope --print-output learning" in sentence_for(caught.value)


def test_version_1_has_no_such_key() -> None:
    plain = {"kernelscope": 1, "image": [[0]], "kernel": [[1]], "stride": [1, 1], "padding": [0, 0]}
    assert scenario_in({**plain, "learning": FILE["learning"]}, "file").scenario.learning is None
