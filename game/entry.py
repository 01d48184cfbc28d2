"""Where each start of the program begins: the installed command, ``python -m`` and ``main.py``."""

import gc
import os
import sys

from .files import dialog_window

READS_A_PICTURE = "--decode"  # `decoder.FLAG`; that is not imported for it, as hardly a start is one of these

WRITES_FILES = "--hand-out"  # `shell.apart.FLAG`


def main() -> int:
    """Be the program, or what it starts of itself; return the exit status.

    That is what writes the files that are handed out, and, where the program has no Python beside it, its file dialog
    and the process that reads a picture.
    """
    if sys.argv[1:2] == [READS_A_PICTURE]:
        from .files import decoder

        return decoder.main(sys.argv[2:]) if decoder.is_asked(sys.argv[1:]) else 2
    if dialog_window.is_asked(sys.argv[1:]):
        return dialog_window.main(sys.argv[2:])
    if sys.argv[1:] == [WRITES_FILES]:
        return _write_files()
    from .printing import complain, keep_places  # here and below: those need none of it

    keep_places()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's others wait by spinning, and sums here are small
    gc.disable()  # what starts makes no garbage, and looking for it takes a tenth of the start; the window enables it
    try:
        from .later_parts import DIGESTS, leave_out
        from .numpy_parts import import_numpy

        leave_out(DIGESTS)
        import_numpy()
        from .command_line import main as run
    except ModuleNotFoundError as error:
        complain(f"Kernelscope needs the package {error.name}; the README's first command installs it.")
        return 2
    return run()


def _write_files() -> int:
    """Be the process that writes a file for the window."""
    from .later_parts import DIGESTS, leave_out
    from .numpy_parts import import_numpy
    from .pygame_parts import import_pygame

    leave_out(DIGESTS)
    import_numpy()
    import_pygame()
    from .app import hand_out

    return hand_out()
