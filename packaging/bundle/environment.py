"""An environment of the build's own, so that nothing of the person's comes into the program."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from .names import BUILD, project

FOLDER = BUILD / "environment"
GROUP = "packaging"
"""The optional group of pyproject.toml that holds the tools of the build."""


def python() -> Path:
    """Return the environment's Python."""
    return FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def requirements() -> list[str]:
    """Return the packages that the program needs, and those that the build does."""
    found = project()
    needed, groups = found["dependencies"], found["optional-dependencies"]
    assert isinstance(needed, list)
    assert isinstance(groups, dict)
    return [*needed, *groups[GROUP]]


def make() -> None:
    """Make the environment anew from the Python that runs, and install into it what is needed."""
    base = Path(sys.base_prefix)
    print(f"An environment for the build, with the Python in {base} …", flush=True)
    venv.create(FOLDER, clear=True, with_pip=True, symlinks=sys.platform != "win32")
    quietly = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-warn-script-location"]
    subprocess.run([python(), *quietly, *requirements()], check=True)
