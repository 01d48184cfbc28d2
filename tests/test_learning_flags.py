"""Updates and what they print, on the command line: held against PyTorch, and refused with one sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game import command_line
from game.core.errors import OutOfRange

from .core.learners import TRACES
from .core.test_gradients import assert_near

EDGES: dict[str, Any] = {
    "kernelscope": 2,
    "image": [[1, 1, 0, 0, 0, 0, 1, 1]] * 6,
    "layers": [{"operation": "convolution", "weights": [[[[0, 0]]]]}],
    "learning": {
        "target": [[[0, 1, 0, 0, 0, -1, 0]] * 6],
        "loss": "sum of squared errors",
        "learning_rate": 0.03,
        "bias": False,
    },
}
"""The textbook's: A. Zhang et al., "Dive into Deep Learning", §7.2."""


def file_of_trace(trace: dict[str, Any]) -> dict[str, Any]:
    of_layer = ("groups", "weights", "bias", "stride", "padding", "padding_mode", "dilation", "activation")
    learning = {key: trace[key] for key in ("target", "loss", "learning_rate", "momentum")}
    layer = {"operation": "convolution", **{key: trace[key] for key in of_layer}}
    return {"kernelscope": 2, "image": trace["input"], "layers": [layer], "learning": {**learning, "bias": True}}


def with_learning(**values: Any) -> dict[str, Any]:
    return {**EDGES, "learning": {**EDGES["learning"], **values}}


def written(folder: Path, found: object) -> str:
    path = folder / "learning.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert command_line.main(arguments) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert command_line.main(arguments) == 2
    said = capsys.readouterr()
    assert not said.out
    assert said.err.count("\n") == 1
    return said.err.strip()


@pytest.mark.parametrize("number", range(len(TRACES)))
def test_what_is_printed_is_what_pytorch_has_learned(
    number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trace = TRACES[number]
    file = written(tmp_path, file_of_trace(trace))
    found = printed(capsys, file, "--updates", "6", "--print-output", "learning")
    assert_near(found["losses"], [update["loss"] for update in trace["updates"]], 1e-9)
    (layer,) = found["layers"]
    assert_near(layer["weights"], trace["updates"][-1]["weights"], 1e-9)
    assert_near(layer["bias"], trace["updates"][-1]["bias"], 1e-9)


def test_the_kernel_of_the_textbook_is_learned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, EDGES)
    found = printed(capsys, file, "--print-output", "learning", "--updates", "6")
    assert [round(loss, 3) for loss in found["losses"]] == [12, 4.915, 2.013, 0.825, 0.338, 0.138]
    assert printed(capsys, file, "--print-output", "learning") == {
        "losses": [],
        "layers": [{"weights": [[[[0, 0]]]], "bias": [0]}],
    }
    maps = printed(capsys, file, "--updates", "100", "--print-output")
    assert_near(maps["output"], EDGES["learning"]["target"][0], 1e-9)
    assert printed(capsys, file, "--print-output")["output"][0] == [0] * 7


def test_flags_on_top_of_a_file_change_what_learns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, EDGES)
    found = printed(capsys, file, "--updates", "1", "--print-output", "learning", "--activation", "tanh")
    assert found["losses"] == [12]
    assert_near(found["layers"][0]["weights"], [[[[0.36, -0.36]]]], 1e-12)
    assert "learning" in refused(capsys, file, "--updates", "1", "--print-output", "--stride", "2")


def test_all_layers_of_a_file_learn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    random = np.random.default_rng(1)
    first = {"operation": "convolution", "weights": random.normal(size=(4, 1, 3, 3)).tolist(), "activation": "relu"}
    last = {"operation": "convolution", "weights": random.normal(size=(3, 4, 2, 2)).tolist(), "activation": "softmax"}
    up = {"operation": "transposed convolution", "weights": random.normal(size=(4, 4, 1, 1)).tolist()}
    file = written(
        tmp_path,
        {
            "kernelscope": 2,
            "image": random.random((6, 6)).tolist(),
            "layers": [first, {"operation": "max pooling", "kernel_size": [2, 2]}, up, last],
            "learning": {"target": [[[0]], [[1]], [[0]]], "loss": "cross entropy", "learning_rate": 0.05},
        },
    )
    found = printed(capsys, file, "--updates", "60", "--print-output", "learning")
    assert found["losses"][-1] < found["losses"][0] / 10
    own = ["bias", "weights"]
    assert [sorted(layer) for layer in found["layers"]] == [own, [], own, own]
    shares = printed(capsys, file, "--updates", "60", "--print-output")["output"]
    assert shares[1][0][0] > 0.5
    layers = printed(capsys, file, "--updates", "60", "--print-output", "layers")["layers"]
    assert layers[-1]["output"] == shares


def test_numbers_that_are_no_longer_finite_stop_it_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, with_learning(learning_rate=30))
    assert refused(capsys, file, "--updates", "600", "--print-output", "learning") == (
        "With a learning rate of 30, the numbers are no longer finite after update 58; a smaller rate may do."
    )
    assert len(printed(capsys, file, "--updates", "57", "--print-output", "learning")["losses"]) == 57
    assert max(printed(capsys, file, "--updates", "10", "--print-output")["output"][0]) > 1e9


@pytest.mark.parametrize("count", ["-1", "1000001", "x", "1.5"])
def test_a_number_of_updates_that_cannot_be_is_refused(
    count: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(capsys, written(tmp_path, EDGES), f"--updates={count}", "--print-output", "learning")
    assert "updates" in said
    assert "1000000" in said


def test_without_anything_to_learn_it_says_what_is_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, {key: value for key, value in EDGES.items() if key != "learning"})
    for arguments in ((file, "--updates", "1", "--print-output"), (file, "--print-output", "learning")):
        assert "version 2 with the key learning" in refused(capsys, *arguments)
    assert "--updates needs" in refused(capsys, "--updates", "1")
    assert "--print-output learning needs" in refused(capsys, "--print-output", "learning")


def test_the_window_shows_what_was_learned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    request = command_line._request(command_line._flags([written(tmp_path, EDGES), "--updates", "100"]))
    assert request.scenario is not None
    assert_near(request.scenario.layer.weights, [[[[1, -1]]]], 1e-9)
    assert request.scenario.learning is not None
    grown = written(tmp_path, with_learning(learning_rate=30))
    assert "weight must be from −999 to 999" in refused(capsys, grown, "--updates", "20", "--screenshot", "x.png")


def test_no_layer_of_a_network_is_shown_with_weights_that_no_file_could_hold(tmp_path: Path) -> None:
    layers = [
        {"operation": "max pooling", "kernel_size": [1, 1]},
        {"operation": "convolution", "weights": [[[[1]]]]},
    ]
    learning = {"target": [[[9000]]], "learning_rate": 0.2}
    file = written(tmp_path, {"kernelscope": 2, "image": [[1]], "layers": layers, "learning": learning})
    with pytest.raises(OutOfRange):
        command_line._request(command_line._flags([file, "--updates", "9"]))
