"""What the program prints. Standard output and standard error may be missing, closed, full, or of few letters."""

import contextlib
import errno
import os
import sys
from typing import TextIO

from .files.errors import FileProblem, reason_of

_CLOSED = OSError(errno.EBADF, os.strerror(errno.EBADF))


def keep_places() -> None:
    """Fill the places of standard streams that are closed: a file of ours would take one, and libraries write there."""
    with contextlib.suppress(OSError):
        while (place := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
        os.close(place)


def say(line: str) -> None:
    """Print a line on standard output. Raises FileProblem "file_unwritable" where that cannot be.

    Who stops reading has seen enough: that is no problem.
    """
    error = _written(sys.stdout, line)
    if error is not None and not _has_left(error):
        raise FileProblem("file_unwritable", path="standard output", reason=reason_of(error)) from error


def complain(line: str) -> bool:
    """Print a line on standard error, and tell whether that could be done; there is nobody to complain to about it."""
    return _written(sys.stderr, line) is None


def _written(stream: TextIO | None, line: str) -> OSError | None:
    """Write a line at once, and return what went wrong. Letters that the stream does not know become "?"."""
    if stream is None or stream.closed:
        return _CLOSED
    letters = f"{line}\n".replace("\n", os.linesep).encode(stream.encoding or "utf-8", "replace")
    try:
        _write_all(stream, letters)
    except OSError as error:
        _silence(stream)
        return error
    return None


def _write_all(stream: TextIO, letters: bytes) -> None:
    """Write all bytes. A text stream without a buffer (``python -u``) writes what there is room for, and is content."""
    layer = getattr(stream, "buffer", None)
    if layer is None:  # one in memory
        stream.write(letters.decode(stream.encoding or "utf-8"))
        return
    while letters:
        taken = layer.write(letters)
        if not taken:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        letters = letters[taken:]
    layer.flush()


def _silence(stream: TextIO) -> None:
    """Let what the stream still holds go nowhere, as Python's page on SIGPIPE advises: it would complain at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _has_left(error: OSError) -> bool:
    """Tell whether somebody has stopped reading; Windows says that in a way of its own."""
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)
