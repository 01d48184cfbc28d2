"""The flags of a transposed convolution: its operation, its output padding, and what it does not have."""

from __future__ import annotations

import json

import numpy as np
import pytest

from game.command_line import main
from game.core.padding import Padding

from .test_layer_flags import made

START = "--operation transposed-convolution"


@pytest.mark.parametrize(
    ("line", "stride", "padding", "more", "size"),
    [
        ("", (2, 2), Padding(1, 1, 1, 1), (0, 0), (15, 15)),
        ("--output-padding 1", (2, 2), Padding(1, 1, 1, 1), (1, 1), (16, 16)),
        ("--output-padding 1x0 --stride 3", (3, 3), Padding(1, 1, 1, 1), (1, 0), (23, 22)),
        ("--padding 1,0,2,0", (2, 2), Padding(1, 0, 2, 0), (0, 0), (16, 15)),
        ("--padding 0x2 --image-size 3 --kernel-size 5", (2, 2), Padding(0, 0, 2, 2), (0, 0), (9, 5)),
        ("--filters 2 --channels 3 --groups 1 --dilation 2", (2, 2), Padding(1, 1, 1, 1), (0, 0), (17, 17)),
    ],
)
def test_settings_are_those_of_the_stamps(
    line: str, stride: tuple[int, int], padding: Padding, more: tuple[int, int], size: tuple[int, int]
) -> None:
    scenario = made(f"{START} {line}")
    layer = scenario.layer
    assert layer.is_transposed
    assert (layer.chosen_stride, layer.chosen_padding, layer.output_padding) == (stride, padding, more)
    assert scenario.output_size == size


def test_flags_stand_on_top_of_one_that_is_there() -> None:
    base = made(f"{START} --output-padding 1")
    scenario = made("--image-size 4", base)
    assert scenario.layer.is_transposed
    assert scenario.pixel_size == (4, 4)
    assert np.array_equal(scenario.layer.chosen_weights, base.layer.chosen_weights)
    assert not made("--operation convolution", base).layer.is_transposed


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("--output-padding 1", "--output-padding belongs to transposed convolution"),
        ("--operation max-pooling --output-padding 1", "--output-padding belongs to transposed convolution"),
        (f"{START} --padding same", "--padding same belongs to"),
        (f"{START} --padding-mode reflect", "--padding-mode belongs to convolution"),
        (f"{START} --ceil", "--ceil belongs to"),
        (f"{START} --output-padding 2", "utput padding"),
        (f"{START} --output-padding x", "--output-padding needs"),
        (f"{START} --image-size 1 --kernel-size 1 --padding 1", "at least 1"),
    ],
)
def test_what_it_cannot_be_is_said_in_one_sentence(line: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = line.replace(START, "").split()
    if START in line:
        arguments = ["--operation", "transposed convolution", *arguments]
    assert main([*arguments, "--print-output"]) != 0
    said = capsys.readouterr().err.strip()
    assert words in said
    assert "\n" not in said


def test_its_map_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    line = ["--operation", "transposed convolution", "--image-size", "2", "--kernel-size", "2", "--padding", "0"]
    assert main([*line, "--image", "ones", "--kernel", "ones", "--stride", "1", "--print-output"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == {"output_size": [3, 3], "output": [[1.0, 2.0, 1.0], [2.0, 4.0, 2.0], [1.0, 2.0, 1.0]]}
