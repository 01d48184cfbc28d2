"""The flags of a pooling: its operation, its sizes as those of a convolution, ceil mode and count padding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.command_line import main
from game.core.named import image_called
from game.core.padding import Padding
from game.core.pooling import Pooling, pooled
from game.core.scenario import Scenario, startup
from game.files.scenario_file import write_scenario
from game.flag_parser import parsed
from game.flags import plainly
from game.words.error_texts import FALLBACK

from .test_layer_flags import made, printed

BASE = Scenario(
    np.arange(36.0).reshape(6, 6), np.ones((1, 1)), white=35, pooling=Pooling("average", (2, 2), padding=Padding(1))
)
"""A pooling with a padding above alone."""


@pytest.mark.parametrize(
    ("line", "pooling"),
    [
        ("", Pooling("max", (3, 3))),
        ("--kernel-size 2", Pooling("max", (2, 2))),
        ("--kernel-size 4x2 --stride 1", Pooling("max", (4, 2), (1, 1))),
        ("--kernel-size image", Pooling("max")),
        ("--kernel-size IMAGE --padding 1", Pooling("max", padding=Padding(1, 1, 1, 1))),
        ("--padding 1x2", Pooling("max", (3, 3), padding=Padding(1, 1, 2, 2))),
        ("--padding 1,0,2,0", Pooling("max", (3, 3), padding=Padding(1, 0, 2, 0))),
        ("--padding same", Pooling("max", (3, 3), padding=Padding(0, 1, 0, 1))),
        ("--padding same --stride 1", Pooling("max", (3, 3), (1, 1), Padding(1, 1, 1, 1))),
        ("--padding full", Pooling("max", (3, 3), padding=Padding(2, 2, 2, 2))),
        ("--dilation 2x1", Pooling("max", (3, 3), dilation=(2, 1))),
        ("--ceil", Pooling("max", (3, 3), ceil_mode=True)),
        ("--image-size 2", Pooling("max", (2, 2))),
    ],
)
def test_sizes_stride_padding_and_dilation_are_the_poolings(line: str, pooling: Pooling) -> None:
    scenario = made(f"--operation max-pooling {line}")
    assert scenario.layer.pooling == pooling
    assert scenario.kernel_name == ""
    if "--image-size" not in line:
        assert np.array_equal(scenario.image, startup().image)


@pytest.mark.parametrize(("word", "counts"), [("yes", True), ("no", False), ("No", False)])
def test_whether_an_average_counts_the_padding(word: str, counts: bool) -> None:
    found = made(f"--operation average-pooling --count-padding {word}").layer.pooling
    assert found == Pooling("average", (3, 3), count_include_pad=counts)


def test_channels_images_seeds_and_order_go_with_it() -> None:
    scenario = made("--operation max-pooling --channels 3 --seed 7 --image-size 5x6 --order cell-by-cell")
    assert scenario.tensor.tolist() == image_called("noise", 3, (5, 6), 7).tolist()
    assert (scenario.order, scenario.layer.filters) == ("cell by cell", 3)
    colour = made("--operation average-pooling --image landscape --kernel-size 2")
    assert (len(colour.channels), colour.image_name, colour.steps) == (3, "landscape", 48)


def test_flags_go_on_top_of_a_pooling_and_what_they_leave_open_stays() -> None:
    assert made("--ceil", BASE).layer.pooling == BASE.layer.pooling.changed(ceil_mode=True)  # type: ignore[union-attr]
    other = made("--operation max-pooling --kernel-size 3", BASE).layer.pooling
    assert other == Pooling("max", (3, 3), padding=Padding(1))
    assert made("--stride 1", BASE).layer.pooling == Pooling("average", (2, 2), (1, 1), Padding(1))
    assert made("--image noise", BASE).layer.pooling == BASE.layer.pooling
    assert made("--seed 3 --padding 0", BASE).layer.pooling == Pooling("average", (2, 2))


def test_a_convolution_takes_the_place_of_a_pooling() -> None:
    scenario = made("--operation convolution --kernel sobel-right --kernel-size 3 --stride 1", BASE)
    assert scenario.layer.pooling is None
    assert (scenario.kernel_name, scenario.stride) == ("sobel right", (1, 1))
    assert made("--operation convolution --filters 2").layer.filters == 2
    assert made("--operation convolution") == startup()


def test_what_is_printed_is_what_is_pooled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, "--operation", "average-pooling", "--kernel-size", "2", "--stride", "1", "--channels", "2")
    image = image_called("noise", 2, (8, 8), 1)
    assert found["output_size"] == [2, 7, 7]
    assert found["output"] == pooled(image, Pooling("average", (2, 2), (1, 1))).tolist()
    path = tmp_path / "pooling.json"
    write_scenario(path, BASE)
    on_top = printed(capsys, str(path), "--ceil", "--stride", "4")
    wanted: Any = BASE.layer.pooling
    assert on_top["output"] == pooled(BASE.tensor, wanted.changed(ceil_mode=True, stride=(4, 4)))[0].tolist()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "--operation min-pooling",
            "no operation called “min-pooling”; there are convolution, transposed convolution, max pooling",
        ),
        ("--operation max-pooling --padding 3", "The top padding must be from 0 to 2, not 3."),
        ("--operation max-pooling --padding 9", "The padding must be from 0 to 8, not 9."),
        ("--operation max-pooling --padding=0,0,-1,0", "The left padding must be from 0 to"),
        ("--operation max-pooling --kernel-size 9", "The kernel needs 9 rows"),
        ("--operation max-pooling --kernel-size 16", "The kernel size must be from 1 to 15, not 16."),
        ("--operation max-pooling --kernel-size whole", "--kernel-size needs whole numbers"),
        ("--operation max-pooling --image-size 2 --kernel-size 2 --dilation 3 --padding 1", "would meet no pixel"),
        ("--operation average-pooling --count-padding maybe", "--count-padding needs yes or no, not “maybe”."),
        ("--operation max-pooling --count-padding no", "--count-padding belongs to average pooling"),
        ("--operation max-pooling --bias 1", "--bias belongs to convolution, and the operation is max pooling."),
        ("--operation max-pooling --kernel ones", "--kernel belongs to convolution"),
        ("--operation max-pooling --filters 2", "--filters belongs to convolution"),
        ("--operation max-pooling --groups 1", "--groups belongs to convolution"),
        ("--operation average-pooling --activation relu", "--activation belongs to convolution"),
        ("--operation max-pooling --padding-mode reflect", "--padding-mode belongs to convolution"),
        ("--operation max-pooling --padding-value 1", "--padding-value belongs to convolution"),
        ("--ceil", "--ceil belongs to max or average pooling, and the operation is convolution."),
        ("--count-padding yes", "--count-padding belongs to average pooling"),
        (
            "--operation transposed-convolution --kernel-size image",
            "--kernel-size image belongs to convolution or pooling, and the operation is transposed convolution.",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(capsys: pytest.CaptureFixture[str], line: str, words: str) -> None:
    assert main([*line.split(), "--print-output"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert said.err.strip() != FALLBACK
    assert words in said.err


def test_a_plain_line_is_read_as_the_parser_reads_it() -> None:
    words = "--operation max-pooling --ceil --count-padding yes --kernel-size image --padding 1"
    assert plainly(words.split()) == parsed(words.split())
