"""An exported program prints, when it is run, the maps that are on screen; no title is run with it."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from game.core.operations import maps_of
from game.core.pooling import Pooling
from game.core.scenario import Scenario, startup
from game.core.tensors import Tensor
from game.files.exported import Exported
from game.handout.python_program import python_file
from tests.core.scenarios import random_layered, random_pooling, random_transposed

from .examples import SCENARIOS, TITLES

HAS_TORCH = importlib.util.find_spec("torch") is not None
LIBRARIES = ("numpy", "scipy", *(("pytorch",) if HAS_TORCH else ()))


def ran(scenario: Scenario, library: str, folder: Path) -> Tensor:
    """Return the maps that the program prints in a process of its own."""
    path = folder / "a program.py"
    path.write_bytes(python_file(Exported(scenario)))
    arguments = [] if library == "numpy" else [library]
    done = subprocess.run(
        [sys.executable, "-W", "error", str(path), *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    numbers = re.findall(r"-?\d+\.?\d*(?:e[-+]\d+)?", done.stdout)
    return np.array([float(number) for number in numbers])


@pytest.mark.parametrize("name", ["three channels", "groups", "stamps", "max in ceil mode", "average of pixels only"])
def test_each_library_prints_the_maps_of_each_operation(name: str, tmp_path: Path) -> None:
    scenario = SCENARIOS[name]
    expected = maps_of(scenario.tensor, scenario.layer).ravel()
    for library in LIBRARIES:
        np.testing.assert_allclose(ran(scenario, library, tmp_path), expected, rtol=1e-12, atol=1e-9)


def test_any_layer_is_made_by_scipy_and_by_numpy(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = np.random.default_rng(5)
    made = [make(chance) for make in (random_layered, random_pooling, random_transposed) for _ in range(20)]
    for scenario in (*SCENARIOS.values(), *made):
        program = compile(python_file(Exported(scenario)), "exported", "exec")
        for library in LIBRARIES:
            if library == "pytorch" and b"with_pytorch" not in python_file(Exported(scenario)):
                continue
            monkeypatch.setattr(sys, "argv", ["exported", library])
            found: dict[str, Tensor] = {}
            with np.printoptions():
                exec(program, found)
            np.testing.assert_allclose(found["maps"], maps_of(scenario.tensor, scenario.layer), rtol=1e-9, atol=1e-9)
    capsys.readouterr()


@pytest.mark.parametrize("title", TITLES)
def test_a_title_stays_a_comment(title: str, tmp_path: Path) -> None:
    scenario = startup()
    plain = ast.dump(ast.parse(python_file(Exported(scenario.named("")))))
    assert ast.dump(ast.parse(python_file(Exported(scenario.named(title))))) == plain
    if title == TITLES[2]:  # what Python itself would read as an encoding
        assert ran(scenario.named(title), "numpy", tmp_path).size == 16


def test_an_average_with_dilation_says_that_pytorch_has_none() -> None:
    scenario = startup().changed(pooling=Pooling("average", (2, 2), dilation=(2, 2)))
    program = python_file(Exported(scenario)).decode()
    assert "with_pytorch" not in program
    assert "PyTorch has no function for average pooling with dilation" in program


def test_the_numbers_stand_there_once_and_exactly() -> None:
    scenario = startup().changed(kernel=np.array([[1 / 3, -0.1]]))
    program = python_file(Exported(scenario)).decode()
    assert program.count("0.3333333333333333") == 1
    assert "All numbers are exact" in program
