"""`--kernel-size image`: the kernels of a convolution are as large as the image."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.command_line import main
from game.core.kernels import make
from game.core.padding import Padding
from game.core.scenario import Scenario, startup
from game.core.whole_image import with_whole_image
from game.words.error_texts import FALLBACK

from .test_layer_flags import made, printed

OWN = Scenario(np.ones((4, 5)), np.arange(20.0).reshape(4, 5), white=20, whole_image=True)


@pytest.mark.parametrize(
    ("line", "size"), [("", (8, 8)), ("--image-size 20x28", (20, 28)), ("--image-size 64 --seed 7", (64, 64))]
)
def test_it_is_as_large_as_the_image_that_is_asked_for(line: str, size: tuple[int, int]) -> None:
    scenario = made(f"--kernel-size image {line}")
    assert (scenario.kernel_size, scenario.image_size, scenario.output_size) == (size, size, (1, 1))
    assert scenario.layer.is_fully_connected
    assert np.array_equal(scenario.kernel, make("random", size, scenario.seed))


def test_nothing_is_around_the_image_unless_it_is_asked_for() -> None:
    assert made("--kernel-size image").layer.padding == Padding()
    assert made("--kernel-size IMAGE --padding 2").output_size == (3, 3)
    assert made("--kernel-size image --padding 1,0,0,0").output_size == (1, 1)
    assert made("--kernel-size image --padding valid --padding-mode reflect").layer.padding.mode == "reflect"
    assert made("--kernel-size image --dilation 2 --padding 8 --image-size 3").dilation == (2, 2)
    assert made("--kernel-size image", startup().changed(dilation=(2, 2))).dilation == (1, 1)


def test_it_goes_with_names_channels_and_filters() -> None:
    scenario = made("--kernel-size image --kernel ones --image landscape --image-size 30x20 --filters 3 --groups 3")
    assert scenario.layer.weights.shape == (3, 1, 30, 20)
    assert (scenario.layer.weights == 1).all()
    assert scenario.kernel_name == "ones"
    assert made("--operation convolution --kernel-size image").layer.whole_image
    assert made("--operation max-pooling --kernel-size image").layer.pooling is not None


def test_what_is_so_stays_so_until_a_size_is_asked_for() -> None:
    assert made("--image-size 6x2", OWN).kernel.tolist() == [[0, 1], [5, 6], [10, 11], [15, 16], [0, 0], [0, 0]]
    assert made("--image noise --stride 1", OWN).layer.whole_image
    smaller = made("--kernel-size 2x3", OWN)
    assert (smaller.kernel_size, smaller.layer.whole_image) == ((2, 3), False)
    assert made("--kernel-size image", OWN) == OWN
    assert made("--kernel-size image", OWN.changed(padding=(1, 1))).output_size == (3, 3)


def test_its_output_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    found = printed(capsys, "--kernel-size", "image", "--image-size", "20")
    scenario = with_whole_image(made("--image-size 20"))
    assert found["output_size"] == [1, 1]
    assert found["output"][0][0] == pytest.approx((scenario.image * scenario.kernel).sum())
    (tmp_path / "image.txt").write_text("1 2\n3 4")
    (tmp_path / "kernel.txt").write_text("1 10\n100 1000".replace("1000", "-1"))
    files = ("--image", str(tmp_path / "image.txt"), "--kernel", str(tmp_path / "kernel.txt"))
    assert printed(capsys, *files, "--kernel-size", "image")["output"] == [[317.0]]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "--kernel-size image --image-size 64 --filters 16 --channels 2",
            "65536 in all; here it would be 64 × 64, and",
        ),
        ("--kernel-size image --kernel sobel-right", "“sobel right” exists only with 3 rows and 3 columns."),
        ("--kernel-size image --dilation 2", "The kernel needs 15 rows"),
        ("--kernel-size image --kernel {file}", "A kernel as large as the image needs 8 × 8 weights here, not 1 × 3."),
    ],
)
def test_what_is_wrong_is_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str, words: str
) -> None:
    (tmp_path / "own.txt").write_text("1 2 3")
    assert main([*line.format(file=tmp_path / "own.txt").split(), "--print-output"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert said.err.strip() != FALLBACK
    assert words in said.err
