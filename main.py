"""Start Kernelscope from its folder, without installing it: ``python main.py``. See ``python main.py --help``."""

import gc
import sys

if __name__ == "__main__":
    gc.disable()  # what starts makes no garbage, and looking for it takes a tenth of the start; the window enables it
    if sys.version_info < (3, 11):  # noqa: UP036 - this is what older ones should be told
        sys.exit("Kernelscope needs Python 3.11 or newer.")
    try:
        from game.command_line import main
    except ModuleNotFoundError as error:
        sys.stderr.write(f"Kernelscope needs the package {error.name}; the README's first command installs it.\n")
        sys.exit(2)
    sys.exit(main())
