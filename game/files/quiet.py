"""Silence for libraries that write on standard error by themselves, beside the one sentence that is said."""

import contextlib
import os
import sys
from collections.abc import Iterator

_STANDARD_ERROR = 2


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Let what is written on the process's standard error go nowhere for a while; without one there is nothing to do.

    Libraries in C do not ask `sys.stderr`: it is the stream of the process itself that is turned away.
    """
    with contextlib.ExitStack() as afterwards:
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stderr.flush()
        with contextlib.suppress(OSError):  # it is closed, or no more files can be opened
            kept = os.dup(_STANDARD_ERROR)
            afterwards.callback(os.close, kept)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            afterwards.callback(os.close, nowhere)
            os.dup2(nowhere, _STANDARD_ERROR)
            afterwards.callback(os.dup2, kept, _STANDARD_ERROR)
        yield
