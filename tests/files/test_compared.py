"""What a scenario is compared with stands in its file, as in a lesson's scene; files without it open as ever."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from game.core.chained import focused, with_layer_added
from game.core.errors import ConvolutionError
from game.core.pooling import Pooling
from game.core.scenario import Scenario, startup
from game.files.errors import FileProblem
from game.files.last_work import last_work, last_works, set_aside
from game.files.scenario_file import read_scenario, scenario_in, to_json, write_scenario
from game.files.scenario_parts import OpenedScenario, recognised

RGB = Scenario(tuple(np.arange(75.0).reshape(3, 5, 5) / 75), np.ones((2, 3, 2, 2)))
NETWORK = focused(with_layer_added(with_layer_added(startup())), 1)
PAIRS = {
    "stride": (startup(), startup().changed(stride=(3, 1))),
    "kernel": (startup(), startup().changed(kernel=np.array([[1.0, -2.0]]), dilation=(2, 2))),
    "pooling": (startup(), startup().changed(pooling=Pooling("max", (2, 2)), kernel_name="")),
    "convolution": (startup().changed(pooling=Pooling("average", (2, 2)), kernel_name=""), startup()),
    "transposed": (RGB, RGB.changed(transposed=True, stride=(2, 2))),
    "filters": (RGB, RGB.changed(kernel=np.ones((1, 3, 1, 1)), bias=np.array([0.5]), activation="relu")),
    "network": (NETWORK, NETWORK.changed(stride=(2, 2))),
}


@pytest.mark.parametrize("name", PAIRS)
def test_both_sides_come_back_exactly(name: str, tmp_path: Path) -> None:
    scenario, other = map(recognised, PAIRS[name])
    write_scenario(tmp_path / "a.json", scenario, 1.5, {"name": "flat"}, other=other)
    found = read_scenario(tmp_path / "a.json")
    assert (found.scenario, found.position) == (scenario, 1.5)
    assert found.other is not None
    assert found.other.layer == other.layer
    assert found.other == other


def test_what_is_not_compared_has_no_such_key_and_what_is_keeps_its_version() -> None:
    assert "compare" not in json.loads(to_json(startup()))
    written = json.loads(to_json(startup(), other=startup().changed(stride=(2, 2))))
    assert written["kernelscope"] == 1
    assert written["compare"]["operation"] == "convolution"
    assert written["compare"]["stride"] == [2, 2]
    del written["compare"]
    assert scenario_in(written, "a.json").other is None


@pytest.mark.parametrize(
    ("layer", "key"),
    [
        ([], "file_wrong_type"),
        ({}, "file_key_missing"),
        ({"operation": "convolution"}, "file_key_missing"),
        ({"operation": "max pooling", "kernel_size": [2, 2], "strid": 1}, "file_key_unknown"),
        ({"operation": "convolution", "weights": [[[[1]], [[1]]]]}, "wrong_shape"),
    ],
)
def test_a_damaged_side_is_refused(layer: object, key: str) -> None:
    found = json.loads(to_json(startup())) | {"compare": layer}
    with pytest.raises((FileProblem, ConvolutionError)) as caught:
        scenario_in(found, "a.json")
    assert isinstance(caught.value, FileProblem | ConvolutionError)
    assert caught.value.key == key


def test_last_work_holds_both_sides_and_each_pair_once(tmp_path: Path) -> None:
    other, folder = startup().changed(stride=(2, 2)), tmp_path / "last"
    for beside in (None, other, None, other):
        path = tmp_path / "work.json"
        write_scenario(path, startup(), other=beside)
        set_aside(path, folder, OpenedScenario(read_scenario(path).scenario, None, {}, other=read_scenario(path).other))
    found = [work.opened.other for work in last_works(folder)]
    assert len(found) == 2
    assert sum(each is not None and each.stride == (2, 2) for each in found) == 1
    assert last_work(next(folder.glob("*.json"))) is not None
