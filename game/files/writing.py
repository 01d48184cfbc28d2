"""Writing what is large without letting anybody wait: in a thread, which says in the end what was wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable

from .errors import FileProblem


class Writing:
    """Something that is being written. Ask whether it has `finished` now and then, and then `wait` for what was wrong.

    Packing gives the interpreter up for most of its time, so that frames go on meanwhile.
    """

    def __init__(self, write: Callable[[], None]) -> None:
        """Begin to write. The process does not end before it has ended too."""
        self._write = write
        self._problem: FileProblem | None = None
        self._thread = threading.Thread(target=self._written)
        self._thread.start()

    @property
    def finished(self) -> bool:
        """Whether it has ended."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Wait until it has ended. Raises the FileProblem that there was."""
        self._thread.join()
        if self._problem is not None:
            raise self._problem

    def _written(self) -> None:
        try:
            self._write()
        except FileProblem as problem:
            self._problem = problem
