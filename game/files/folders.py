"""Where the user's settings and kept work are."""

import os
from pathlib import Path

VARIABLE = "KERNELSCOPE_DATA"


def data_folder() -> Path:
    """Return the user's data folder for this program, which may not exist yet.

    The environment variable KERNELSCOPE_DATA names another one, for tests and for lessons on shared computers.
    """
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).absolute()
    import platformdirs  # here: where the variable is set, the start need not wait for it

    return Path(platformdirs.user_data_dir("kernelscope", appauthor=False)).absolute()
