"""Files of kernels as large as the image: `"kernel_size": "image"` beside weights of that size."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.chained import layers_of, of_layers
from game.core.errors import KernelIsNotTheImage, LayerDoesNotFit, WholeImageTooLarge
from game.core.layers import Convolution
from game.core.resize import with_pair
from game.core.scenario import Scenario, startup
from game.core.whole_image import with_whole_image
from game.files.code_text import headline_of, numpy_text, pytorch_text
from game.files.errors import FileProblem
from game.files.opening import open_path
from game.files.own_reader import READER, reader_layers, reader_like
from game.files.scenario_file import write_scenario
from game.files.scenario_parts import OpenedScenario
from game.words.sentences import sentence_for
from tests.networks import digit_reader


def opened(path: Path) -> Scenario:
    found = open_path(path, startup())
    assert isinstance(found, OpenedScenario)
    return found.scenario


def file_of(folder: Path, *layers: dict[str, Any]) -> Path:
    said = {"kernelscope": 2, "image": [[1, 2], [3, 4]], "white": 4, "layers": layers}
    path = folder / "file.json"
    path.write_text(json.dumps(said))
    return path


def whole(rows: int = 2, columns: int = 2, **more: Any) -> dict[str, Any]:
    weights = np.arange(1, rows * columns + 1).reshape(1, 1, rows, columns).tolist()
    return {"operation": "convolution", "kernel_size": "image", "weights": weights, **more}


@pytest.mark.parametrize("size", [(2, 3), (8, 8), (28, 20), (64, 64)])
def test_it_is_written_and_read_back(tmp_path: Path, size: tuple[int, int]) -> None:
    scenario = with_whole_image(with_pair(startup(), "image size", size))
    path = tmp_path / "whole.json"
    write_scenario(path, scenario)
    assert json.loads(path.read_text())["layers"][0]["kernel_size"] == "image"
    assert opened(path) == scenario
    assert opened(path).layer.whole_image


def test_a_plain_layer_does_not_say_its_size(tmp_path: Path) -> None:
    path = tmp_path / "plain.json"
    write_scenario(path, startup().changed(bias=[1.0]))
    assert "kernel_size" not in json.loads(path.read_text())["layers"][0]


def test_a_file_by_hand_follows_the_image_from_then_on(tmp_path: Path) -> None:
    scenario = opened(file_of(tmp_path, whole()))
    assert scenario.output_size == (1, 1)
    assert with_pair(scenario, "image size", (3, 2)).kernel.tolist() == [[1, 2], [3, 4], [0, 0]]


@pytest.mark.parametrize(
    ("layers", "error", "words"),
    [
        (
            [whole(2, 3)],
            KernelIsNotTheImage,
            "A kernel as large as the image needs 2 × 2 weights here, not 2 × 3.",
        ),
        (
            [{"operation": "max pooling", "kernel_size": "image"}, whole()],
            LayerDoesNotFit,
            "1 × 1 (1 of them): A kernel as large as the image needs 1 × 1 weights here, not 2 × 2",
        ),
        ([whole(1, 65)], WholeImageTooLarge, "A kernel as large as the image has at most 64 × 64 weights"),
        (
            [whole(kernel_size=[2, 2])],
            FileProblem,
            '“layers[0].kernel_size” of a convolution can only be "image"; of any other size the weights say it alone.',
        ),
        (
            [whole(operation="transposed convolution")],
            FileProblem,
            "“layers[0].kernel_size” means nothing; there are activation, bias",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(
    tmp_path: Path, layers: list[dict[str, Any]], error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as caught:
        opened(file_of(tmp_path, *layers))
    assert words in sentence_for(caught.value)


def test_the_shipped_reader_says_it_and_one_that_does_not_is_the_same_reader() -> None:
    last = reader_layers()[-1]
    assert isinstance(last, Convolution)
    assert last.is_fully_connected
    plain = (*reader_layers()[:2], Convolution(last.weights, last.bias, activation="softmax"))
    assert plain != reader_layers()
    assert reader_like(plain) == plain
    assert reader_like(reader_layers()) == reader_layers()
    assert reader_like(plain[:2]) == reader_layers()
    assert len(layers_of(opened(READER))) == 3


def test_what_is_copied_says_what_it_is_called() -> None:
    scenario = with_whole_image(startup())
    image, layer = scenario.tensor, scenario.layer
    words = "Convolution as large as the image, fully connected: 1 channel, 1 filter of 8 × 8, 64 weights"
    assert headline_of(image, layer) == words
    assert words in numpy_text(image, layer)
    assert words in pytorch_text(image, layer)


def test_copied_numpy_makes_the_same_map(capsys: pytest.CaptureFixture[str]) -> None:
    scenario = with_whole_image(with_pair(startup(), "image size", (20, 17)))
    exec(compile(numpy_text(scenario.tensor, scenario.layer), "copied", "exec"), {})
    assert float(capsys.readouterr().out.strip("[] \n")) == pytest.approx((scenario.image * scenario.kernel).sum())


def test_a_network_is_kept_with_what_follows(tmp_path: Path) -> None:
    path = tmp_path / "reader.json"
    for focus in range(3):
        write_scenario(path, digit_reader(focus))
        assert layers_of(opened(path)) == layers_of(digit_reader(focus))
    larger = with_pair(of_layers(digit_reader(), layers_of(digit_reader()), 0), "image size", (12, 12))
    write_scenario(path, larger)
    assert layers_of(opened(path))[-1] == layers_of(larger)[-1]
