"""The program of the process that reads pictures: where it begins, and what it may take.

Whoever reads a picture in the window's own process lets a file decide how long the window stands, how much memory is
taken, and, where a library has a fault, what is done. So this process reads one picture, prints it in a simple form
(`picture.py`) and ends. Nothing of Pillow is imported anywhere else.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

FLAG = "--decode"
"""What a program without a Python of its own is started with to be this process; two arguments follow."""
SECONDS = 20
"""Seconds that reading a picture may take."""
MEMORY = 1_500 * 1024 * 1024
"""Bytes of addresses that it may take, where the system can be told."""
_START = (
    "import sys; place = sys.argv[1]; place in sys.path or sys.path.insert(0, place); "
    "from importlib import import_module; sys.exit(import_module(sys.argv[2]).main(sys.argv[3:]))"
)


def is_asked(arguments: list[str]) -> bool:
    """Tell whether a command line asks for this process, rather than for the program."""
    return len(arguments) == 3 and arguments[0] == FLAG


def command(path: str, longest: int) -> list[str]:
    """Return the command that reads a file's picture, "" for the clipboard's, of at most `longest` pixels a side."""
    wanted = [str(longest), path]
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG, *wanted]
    # -P: what lies in the folder that the program was started in is no library.
    return [sys.executable, "-P", "-c", _START, str(Path(__file__).parents[2]), __name__, *wanted]


def environment() -> dict[str, str]:
    """Return what to start it with: no screen, and no threads that would wait by spinning."""
    own = {"SDL_VIDEODRIVER": "dummy", "OPENBLAS_NUM_THREADS": "1", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    return {**os.environ, **own}


def main(arguments: list[str]) -> int:
    """Read the picture that the arguments name, print it or what is wrong with it, and return the status."""
    limit_itself()
    from .decoding import answer  # here, so that the program looks whether it is this process at no cost

    printed = answer(arguments[1], int(arguments[0]))
    sys.stdout.buffer.write(printed)
    sys.stdout.flush()
    return 0


def limit_itself() -> None:
    """Let the system end this process when it takes too long or too much, where it can; on Windows it is memory."""
    if sys.platform == "win32":
        from .job import limit_memory  # it is for this process alone

        with contextlib.suppress(OSError, AttributeError):
            limit_memory(MEMORY)
        return
    with contextlib.suppress(ImportError, AttributeError, OSError, ValueError):  # some systems have none of it
        import resource
        import signal

        signal.alarm(SECONDS + 1)  # nobody may be there to end it
        for name, most in (("RLIMIT_CORE", 0), ("RLIMIT_CPU", SECONDS), ("RLIMIT_AS", MEMORY)):
            with contextlib.suppress(AttributeError, OSError, ValueError):
                kind = getattr(resource, name)
                _, hard = resource.getrlimit(kind)
                lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
                resource.setrlimit(kind, (lowest, lowest))
