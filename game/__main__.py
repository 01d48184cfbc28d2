"""``python -m kernelscope`` starts the program where the installed command is not on the path."""

import sys

from .command_line import main

if __name__ == "__main__":
    sys.exit(main())
