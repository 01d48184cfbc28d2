"""Run exported programs with PyTorch where it is installed: ``python -m tests.tools.exported_pytorch --count 100``.

Status 0 when it makes the same maps as the program for every operation; 2 without PyTorch.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import sys
from collections import Counter

import numpy as np

from game.core.operations import maps_of
from game.core.scenario import Scenario
from game.files.exported import Exported
from game.handout.python_program import python_file
from tests.core.scenarios import random_layered, random_pooling, random_scenario, random_transposed
from tests.handout.examples import SCENARIOS


def main() -> int:
    """Run what is asked for, say how it went, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.exported_pytorch", description="Exported programs.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100, help="how many scenarios at random of each operation (100)")
    found = parser.parse_args()
    if importlib.util.find_spec("torch") is None:
        print("PyTorch is not installed.")
        return 2
    chance, seen = np.random.default_rng(found.seed), Counter[str]()
    makers = (random_scenario, random_layered, random_pooling, random_transposed)
    for scenario in (*SCENARIOS.values(), *(make(chance) for make in makers for _ in range(found.count))):
        pooling = scenario.layer.pooling
        operation = pooling.operation if pooling else f"{'transposed ' * scenario.layer.is_transposed}convolution"
        seen[f"{operation}, {_outcome(scenario)}"] += 1
    print("\n".join(f"{times:6d} x {name}" for name, times in sorted(seen.items())))
    return 0


def _outcome(scenario: Scenario) -> str:
    """Run the program of a scenario; raise where its maps differ."""
    program = python_file(Exported(scenario)).decode()
    if "def with_pytorch" not in program:
        return "not in PyTorch"
    names: dict[str, object] = {}
    before, sys.argv = sys.argv, ["exported", "pytorch"]
    try:
        with contextlib.redirect_stdout(io.StringIO()), np.printoptions():
            exec(compile(program, "exported", "exec"), names)
    finally:
        sys.argv = before
    expected = maps_of(scenario.tensor, scenario.layer)
    np.testing.assert_allclose(np.asarray(names["maps"]), expected, rtol=1e-9, atol=1e-8)
    return "the same"


if __name__ == "__main__":
    sys.exit(main())
