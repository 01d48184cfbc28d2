"""Minutes of use of everything: ``python -m tests.bench.use MINUTES`` prints the pages in memory after each minute.

The minutes are the program's own: frames of 1/60 s, drawn as fast as they can be. Hands press every key of the table,
click and drag everywhere, resize the window, and open scenes of all shelves, all chosen by a seeded chance. What is
kept is more in a larger window: a minute ends in one as large as the bare program's. Files are written only where a
click does so.
"""

import os
import sys

from game.later_parts import DIGESTS, leave_out
from game.numpy_parts import import_numpy
from game.pygame_parts import import_pygame


def main() -> None:
    """Begin as the program itself does, and use it."""
    os.environ.update(SDL_VIDEODRIVER="dummy", OPENBLAS_NUM_THREADS="1")
    leave_out(DIGESTS)
    import_numpy()
    import_pygame()
    from .using import use

    use(int(sys.argv[1]))


if __name__ == "__main__":
    main()
