"""Where the user's settings and kept work are."""

import os
import sys
from pathlib import Path

VARIABLE = "KERNELSCOPE_DATA"
PORTABLE = "portable"
"""A file of this name beside a built program: settings and work are kept beside it too, as on a stick."""


def data_folder() -> Path:
    """Return the user's data folder for this program, which may not exist yet.

    The environment variable KERNELSCOPE_DATA names another one, for tests and for lessons on shared computers; a built
    program beside which a file `portable` lies keeps all in the folder `data` beside it.
    """
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).absolute()
    if getattr(sys, "frozen", False):  # a program of its own, built by `packaging/build.py`
        beside = Path(sys.executable).parent
        if (beside / PORTABLE).exists():
            return beside / "data"
    import platformdirs  # here: where the variable is set, the start need not wait for it

    return Path(platformdirs.user_data_dir("kernelscope", appauthor=False)).absolute()
