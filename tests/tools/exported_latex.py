"""Set exported documents with LaTeX where it is installed: ``python -m tests.tools.exported_latex --count 5``.

Status 0 when pdfLaTeX sets every one without an error, inside its margins; 1 for one that it does not; 2 without it.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from game.core.scenario import Scenario
from game.files.exported import Exported
from game.handout.latex import latex_file
from tests.core.scenarios import random_layered, random_pooling, random_scenario, random_transposed
from tests.handout.examples import SCENARIOS, TITLES

PROGRAM = "pdflatex"


def faults_of(document: bytes, folder: Path) -> list[str]:
    """Set a document, `document.pdf` in the folder; return what LaTeX complains of, and what is too wide."""
    (folder / "document.tex").write_bytes(document)
    command = [PROGRAM, "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "document.tex"]
    found = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)
    lines = found.stdout.decode("utf-8", "replace").splitlines()
    wrong = [line for line in lines if line.startswith(("!", "Overfull"))]
    return wrong or ([] if found.returncode == 0 else lines[-3:])


def main() -> int:
    """Set what is asked for, say what is wrong, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.exported_latex", description="Exported documents.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=5, help="how many scenarios at random of each kind (5)")
    asked = parser.parse_args()
    if shutil.which(PROGRAM) is None:
        print("LaTeX is not installed.")
        return 2
    chance = np.random.default_rng(asked.seed)
    makers = (random_scenario, random_layered, random_pooling, random_transposed)
    plain = SCENARIOS["one kernel"]
    scenarios: list[Scenario] = [*SCENARIOS.values(), *(plain.named(title) for title in TITLES)]
    scenarios += [make(chance) for make in makers for _ in range(asked.count)]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, scenario in enumerate(scenarios):
            for line in faults_of(latex_file(Exported(scenario)), Path(folder)):
                print(f"{number}: {line}")
                wrong += 1
    print(f"{len(scenarios)} documents, {wrong} complaints")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
