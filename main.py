"""Start Kernelscope from its folder, without installing it: ``python main.py``. See ``python main.py --help``."""

import sys

if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - this is what older ones should be told
        sys.exit("Kernelscope needs Python 3.11 or newer.")
    from game.entry import main

    sys.exit(main())
