"""Lives: some hundreds of deeds from one start, at random or read from a file, with all that is checked."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from game.value import Value

from .checks import Broken, Checks
from .deeds import Deed
from .depths import look
from .files import fill
from .hands import Hands
from .program import Program

EVERY = 100
"""Events from one look into the depths to the next."""
LENGTHS = (100, 300, 300, 600, 600, 1000, 1500)
LONGEST = 5000  # of somebody who only paints: a history of 500 entries


class Failure(Value):
    """What has gone wrong: which check, or which exception where; the whole story; and all deeds up to it."""

    which: str
    story: str
    deeds: tuple[Deed, ...]


class World:
    """A place for lives: each one gets a folder of its own, with the same files in it."""

    def __init__(self) -> None:
        memory = Path("/dev/shm")
        place = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
        self._temporary = tempfile.TemporaryDirectory(prefix="kernelscope-fuzz-", dir=place)
        self.folder = Path(self._temporary.name)
        fill(self.folder / "files")
        self.events = 0

    def close(self) -> None:
        """Remove all folders."""
        self._temporary.cleanup()

    def random(self, chance: random.Random, most: int) -> Failure | None:
        """Live at random for at most so many events; return what went wrong."""

        def deeds(program: Program) -> Iterator[Deed]:
            hands = Hands(chance, program)
            yield hands.start()
            end = self.events + min(LONGEST if hands.paints else chance.choice(LENGTHS), most)
            for number in itertools.count():
                due = min(self.events + EVERY, end)
                while self.events < due:
                    yield hands.next()
                yield Deed("look", amount=number % 2)
                if due == end:
                    return

        return self._lived(deeds)

    def again(self, given: Iterable[Deed]) -> Failure | None:
        """Do the given deeds; return what went wrong."""
        return self._lived(lambda _: iter(given))

    def _lived(self, deeds: Callable[[Program], Iterator[Deed]]) -> Failure | None:
        own = self.folder / "life"
        shutil.copytree(self.folder / "files", own / "files", symlinks=True)
        program, checks, done = Program(own), Checks(), list[Deed]()
        try:
            for deed in deeds(program):
                done.append(deed)
                self._does(program, checks, deed)
        except Exception as error:
            return Failure(_which(error), traceback.format_exc(limit=-12), tuple(done))
        finally:
            program.end()
            shutil.rmtree(own)
        return Failure("left", "A process that was started goes on.", tuple(done)) if _goes_on() else None

    def _does(self, program: Program, checks: Checks, deed: Deed) -> None:
        if deed.kind == "look":
            look(program, compare=not deed.amount)
            return
        for events in program.happens(deed):
            checks.after(program)
            self.events += events


def _goes_on() -> bool:
    """Tell whether a process that was started is there, be it ended and nobody has asked how; False on Windows."""
    if sys.platform == "win32":
        return False
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:  # there is none
        return False
    return True


def _which(error: Exception) -> str:
    """Return a name for a failure, by which the same one is known again after some deeds were left out."""
    if isinstance(error, Broken):
        return str(error).split(":", 1)[0]
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if "/game/" in frame.filename] or frames
    return f"{type(error).__name__} in {Path(inside[-1].filename).name}, {inside[-1].name}"
