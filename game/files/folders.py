"""Where the user's settings and kept work are."""

import os
import sys
from pathlib import Path

VARIABLE = "KERNELSCOPE_DATA"
PORTABLE = "portable"
"""The file that makes a program without a Python of its own keep everything beside itself, as on a memory stick."""


def data_folder() -> Path:
    """Return the user's data folder for this program, which may not exist yet.

    The environment variable KERNELSCOPE_DATA names another one, for tests and for lessons on shared computers.
    """
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).absolute()
    beside = _program_folder()
    if beside is not None and (beside / PORTABLE).exists():
        return beside / "data"
    import platformdirs  # here: where the folder is known already, the start need not wait for it

    return Path(platformdirs.user_data_dir("kernelscope", appauthor=False)).absolute()


def _program_folder() -> Path | None:
    """Return the folder that a frozen program lies in, on a Mac the one that its app lies in; else None."""
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable).absolute()
    if sys.platform == "darwin" and program.parent.name == "MacOS":  # Kernelscope.app/Contents/MacOS/Kernelscope
        return program.parents[3]
    return program.parent
