"""Where each start of the program begins: the installed command, ``python -m`` and ``main.py``."""

import gc
import os
import sys

from .files import dialog_window


def main() -> int:
    """Be the program, or the file dialog of a program that has no Python beside it; return the exit status."""
    if dialog_window.is_asked(sys.argv[1:]):
        return dialog_window.main(sys.argv[2:])
    from .printing import complain, keep_places  # here and below: the dialog needs none of it

    keep_places()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's others wait by spinning, and sums here are small
    gc.disable()  # what starts makes no garbage, and looking for it takes a tenth of the start; the window enables it
    try:
        from .command_line import main as run
    except ModuleNotFoundError as error:
        complain(f"Kernelscope needs the package {error.name}; the README's first command installs it.")
        return 2
    return run()
