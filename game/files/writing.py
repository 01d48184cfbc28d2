"""Writing without letting anybody wait: in a thread, which says in the end what was wrong."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

from .errors import FileProblem

_TURN = 0.0005
"""Seconds after which the thread lets a frame go on that asks; mostly these are 5 ms, of which a frame has three."""


class Writing:
    """Something that is being written. Ask whether it has `finished` now and then, and then `wait` for what was wrong.

    Packing gives the interpreter up for most of its time, so that frames go on meanwhile.
    """

    def __init__(self, write: Callable[[], None], packs: bool = False) -> None:
        """Begin to write; `packs`: it has to work for that. The process does not end before it has ended too."""
        self._write, self._packs = write, packs
        self._problem: FileProblem | None = None
        self._thread = threading.Thread(target=self._written)
        self._thread.start()

    @property
    def finished(self) -> bool:
        """Whether it has ended."""
        return not self._thread.is_alive()

    @property
    def failed(self) -> bool:
        """Whether it has ended without having written."""
        return self.finished and self._problem is not None

    def wait(self) -> None:
        """Wait until it has ended. Raises the FileProblem that there was."""
        self._thread.join()
        if self._problem is not None:
            raise self._problem

    def _written(self) -> None:
        before = sys.getswitchinterval()
        if self._packs:
            sys.setswitchinterval(_TURN)
        try:
            self._write()
        except FileProblem as problem:
            self._problem = problem
        finally:
            if self._packs:
                sys.setswitchinterval(before)


class Beside:
    """What is written beside the frames, one thing after the other; `key` is that of what can be wrong with it."""

    def __init__(self, key: str) -> None:
        self.key = key
        self._writing: Writing | None = None

    @property
    def busy(self) -> bool:
        """Whether it is not known by now what became of the last one."""
        return self._writing is not None

    @property
    def failed(self) -> bool:
        """Whether the last one could not be written, and nobody has asked yet."""
        return self._writing is not None and self._writing.failed

    def begin(self, write: Callable[[], None], packs: bool = False) -> None:
        """Begin to write the next one; the last has to be settled."""
        self._writing = Writing(write, packs)

    def settled(self, waits: bool) -> bool:
        """Say whether nothing is being written; `waits`: until it is so. Raises the FileProblem of the last one."""
        if self._writing is None:
            return True
        if not waits and not self._writing.finished:
            return False
        writing, self._writing = self._writing, None
        writing.wait()
        return True
