"""Networks as programs: those in NumPy are run, and print the maps; those for PyTorch are read line by line."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from unittest.mock import patch

import numpy as np
import pytest

from game.core.chain_results import chain_results
from game.core.chained import focused, of_layers
from game.core.layers import Convolution
from game.core.padding import Padding
from game.core.pooling import Pooling
from game.core.result import result_of
from game.core.scenario import startup
from game.core.transposed import TransposedConvolution
from game.files.chain_text import network_numpy, network_pytorch
from game.files.errors import FileProblem
from game.files.exported import Exported
from game.handout.moodle import moodle_file
from game.handout.plain_text import text_file
from game.handout.python_program import python_file
from tests.core.chains import CASES, chained, layer_of

SHARES = of_layers(
    startup(),
    (
        Convolution(np.full((4, 1, 3, 3), 0.5), padding=Padding(1, 1, 1, 1), activation="relu"),
        Pooling("max", (2, 2)),
        Convolution(np.full((3, 4, 4, 4), 0.25), [1, 2, 3], activation="softmax"),
    ),
    2,
)


def printed(program: str, *arguments: str) -> np.ndarray:
    """Run a program, and return the numbers that it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), patch.object(sys, "argv", ["program", *arguments]):
        exec(compile(program, "program", "exec"), {"__name__": "__main__"})
    found = re.findall(r"-?\d+\.?\d*(?:e[-+]?\d+)?", out.getvalue())
    return np.array(list(map(float, found)))


@pytest.mark.parametrize("number", range(0, len(CASES), 3))
def test_numpy_makes_the_maps_of_pytorch(number: int) -> None:
    case = CASES[number]
    scenario = chained(np.array(case["input"], float), tuple(map(layer_of, case["layers"])), 0)
    found = printed(network_numpy(scenario))
    np.testing.assert_allclose(found, np.ravel(case["maps"][-1]), rtol=0, atol=1e-9)


@pytest.mark.parametrize("focus", [0, 1, 2])
def test_an_exported_program_prints_what_is_on_screen_and_any_layer(focus: int) -> None:
    scenario = focused(SHARES, focus)
    program = python_file(Exported(scenario)).decode()
    expected = chain_results(result_of(scenario)).outputs
    np.testing.assert_allclose(printed(program), np.ravel(expected[focus]), rtol=0, atol=1e-9)
    for number in (1, 2, 3):
        np.testing.assert_allclose(printed(program, str(number)), np.ravel(expected[number - 1]), rtol=0, atol=1e-9)


def test_pytorch_has_a_sequence_with_the_weights() -> None:
    program = network_pytorch(SHARES)
    compile(program, "program", "exec")
    for line in (
        "model = nn.Sequential(",
        "    nn.Conv2d(1, 4, (3, 3), padding=(1, 1)),",
        "    nn.ReLU(),",
        "    nn.MaxPool2d((2, 2)),",
        "    nn.Conv2d(4, 3, (4, 4)),",
        "    nn.Softmax(dim=1),",
        ").double()",
        "    model[3].bias[:] = torch.tensor([1, 2, 3], dtype=torch.float64)",
    ):
        assert line in program.splitlines()
    assert "    model[0].weight[:] = torch.tensor(" in program


def test_what_pytorch_has_no_module_for_is_a_module_of_its_own() -> None:
    layers = (
        Convolution(np.ones((2, 1, 2, 2)), padding=Padding(1, 0, 0, 1, "reflect")),
        TransposedConvolution(np.ones((2, 1, 3, 3)), padding=Padding(1, 0, 0, 0), activation="tanh"),
        Pooling("average", (3, 3), padding=Padding(2, 0, 0, 0), count_include_pad=False),
        Pooling("max", None),
    )
    program = network_pytorch(of_layers(startup(), layers, 0))
    compile(program, "program", "exec")
    assert (
        "    nn.ReflectionPad2d((0, 1, 1, 0)),\n    nn.Conv2d(1, 2, (2, 2)),\n    Layer2(),\n    Layer3(),\n" in program
    )
    assert "class Layer2(nn.Module):\n    def forward(self, images):\n" in program
    assert program.count("images = image[None]") == 0


def test_questions_say_what_they_do_not_hold() -> None:
    with pytest.raises(FileProblem, match="export_shares"):
        moodle_file(Exported(SHARES))
    assert b"cloze" in moodle_file(Exported(focused(SHARES, 0)))


def test_a_text_says_which_layer_it_is_of() -> None:
    text = text_file(Exported(SHARES)).decode()
    assert "Layer 3 of the 3 of a network" in text
    assert "softmax, of the sums of all maps: 0.24" in text or "softmax, of the sums of all maps: 0.09" in text
