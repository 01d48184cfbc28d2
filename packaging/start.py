"""What the program without Python starts with."""

import sys

from kernelscope.entry import main

sys.exit(main())
