"""Where the user's settings and kept work are."""

import os
from pathlib import Path

import platformdirs

VARIABLE = "KERNELSCOPE_DATA"


def data_folder() -> Path:
    """Return the user's data folder for this program, which may not exist yet.

    The environment variable KERNELSCOPE_DATA names another one, for tests and for lessons on shared computers.
    """
    chosen = os.environ.get(VARIABLE)
    return Path(chosen or platformdirs.user_data_dir("kernelscope", appauthor=False)).absolute()
