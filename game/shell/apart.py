"""A job that a process of its own does: all the memory that it takes goes with that, and no frame waits for it.

The process gets the job on its standard input, prints the share that is done, a line each time, and what comes of it.
Job and answer are pickled: each is from the program to itself. Where the process ends, however, nothing half written
stays of it.
"""

from __future__ import annotations

import contextlib
import copyreg
import io
import pickle
import sys
from pathlib import Path
from types import MappingProxyType
from typing import IO

from ..core.errors import ConvolutionError
from ..files import decoder
from ..files.atomic import remove_leftovers_of
from ..files.errors import FileProblem, shown
from ..files.helper import Helper
from ..input.window_intents import Complain
from .saving import complaint
from .sharing_jobs import Files, Going, Job

FLAG = "--hand-out"
"""What the program is started with to be this process."""
LONGEST = 64 * 1024 * 1024
"""Bytes that it may print: worksheets are a tenth of one of them."""
ANSWER = b"=\n"
"""The line after which its answer begins."""
_START = (
    "import sys; place = sys.argv.pop(1); place in sys.path or sys.path.insert(0, place); "
    "from importlib import import_module; sys.exit(import_module(sys.argv.pop(1)).main())"
)


def command() -> list[str]:
    """Return the command that starts the process."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    root, package = Path(__file__).parents[2], __name__.partition(".")[0]
    # -P: what lies in the folder that the program was started in is no library.
    return [sys.executable, "-P", "-c", _START, str(root), f"{package}.entry", FLAG]


def _read_only(table: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(table)  # its own class has no name by which it could be found


class _Packer(pickle.Pickler):
    """Packs read-only tables, too, which Python itself does not."""

    dispatch_table = copyreg.dispatch_table | {MappingProxyType: lambda table: (_read_only, (dict(table),))}


def packed(job: Job) -> bytes:
    """Return a job as bytes of which `pickle` makes it again. Raises what that raises where a part can't be packed."""
    found = io.BytesIO()
    _Packer(found, pickle.HIGHEST_PROTOCOL).dump(job)
    return found.getvalue()


class Apart:
    """A job that is being done; `path` is where it writes. Ask with `poll` now and then."""

    def __init__(self, job: Job, path: Path) -> None:
        """Begin it. Raises OSError or ValueError where no process can be started."""
        self._path = path
        self.helper = Helper(command(), decoder.environment(), LONGEST, packed(job))

    def poll(self) -> float | Files | Complain:
        """Return the share that is done, 0 … 1, while it goes on; then its files, or what was wrong."""
        if not self.helper.finished:
            return _share(self.helper.so_far())
        remove_leftovers_of(self.helper.process.pid, self._path)
        _, said, answer = self.helper.printed().partition(ANSWER)
        if not said:  # it was killed, or the system had no memory for it
            return complaint(FileProblem("export_ended", path=shown(self._path)))
        with contextlib.suppress(EOFError, pickle.UnpicklingError):
            found: Files | Complain = pickle.loads(answer)
            return found
        return complaint(FileProblem("export_ended", path=shown(self._path)))

    def close(self) -> None:
        """End it; nothing comes of it then."""
        self.helper.end()
        remove_leftovers_of(self.helper.process.pid, self._path)


def apart(job: Job, path: Path) -> Apart | None:
    """Begin a job that writes to a path in a process of its own; None where that can't be: then it is done here."""
    try:
        return Apart(job, path)
    except (OSError, ValueError):  # of a system that has no more processes, or starts none
        return None
    except (TypeError, AttributeError, pickle.PicklingError):  # of what can't be packed
        return None


def _share(printed: bytes) -> float:
    """Return the last share that was printed whole; 0 where something else stands there, as what a library prints."""
    lines = printed.partition(ANSWER)[0].rsplit(b"\n", 2)
    with contextlib.suppress(IndexError, ValueError):
        return min(max(float(lines[-2]), 0.0), 1.0)
    return 0.0


def _done(going: Going, say: IO[bytes]) -> Files:
    """Do a job, and say how far it is; return its files."""
    while True:
        try:
            share = next(going)
        except StopIteration as end:
            found: Files = end.value
            return found
        say.write(f"{share:.3f}\n".encode())
        say.flush()


def do_what_is_told(told: IO[bytes], say: IO[bytes]) -> None:
    """Be the process: do the job, and print how far it is and what comes of it."""
    job: Job = pickle.load(told)
    try:
        with contextlib.closing(job()) as going:  # where nobody listens any more, nothing half written stays
            answer: Files | Complain = _done(going, say)
    except (FileProblem, ConvolutionError) as problem:
        answer = complaint(problem)
    say.write(ANSWER + pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
    say.flush()
