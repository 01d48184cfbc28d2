"""A picture as it comes out of the process that reads it: its pixels, at most 1024 on the longer side, and its size.

What that process prints is either a picture or a problem. Both are in one simple form, and all of it is checked: a
damaged file may have made another program of what reads it.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.grid import Pair
from ..value import Value
from .errors import FileProblem
from .picture_form import CLIPBOARD as CLIPBOARD  # these are told apart for who has no numpy
from .picture_form import HEADER, LONGEST_SIDE, PICTURE, PROBLEM, printed
from .picture_form import KEPT as KEPT
from .picture_form import LONGEST_ANSWER as LONGEST_ANSWER
from .picture_form import MOST_PIXELS as MOST_PIXELS
from .picture_form import packed_problem as packed_problem

PROBLEMS = (
    *("file_missing", "file_is_a_folder", "file_not_regular", "file_unreadable", "file_too_large", "package_missing"),
    *("picture_damaged", "picture_too_large", "picture_not_read", "clipboard_empty"),
)
"""What can be wrong with a picture."""


class NoPictureError(ValueError):
    """The bytes are neither a picture nor a problem in the form that is printed."""


class Picture(Value):
    """A picture, upright, over white where it was transparent.

    pixels   rows × columns × channels: red, green and blue, or gray alone; uint8, or uint16 of 16-bit gray
    size     (rows, columns) that it has itself, upright
    drawn    whether it was drawn from lines, so that it had no pixels of its own; text in it was not drawn
    """

    pixels: NDArray[Any]
    size: Pair
    drawn: bool = False

    @property
    def in_colour(self) -> bool:
        """Whether it has three channels."""
        return bool(self.pixels.shape[2] == 3)

    @property
    def white(self) -> int:
        """The number that stands for white: 255, or 65535."""
        return int(np.iinfo(self.pixels.dtype).max)


def packed(picture: Picture) -> bytes:
    """Return a picture as it is printed."""
    rows, columns, channels = picture.pixels.shape
    wide = picture.pixels.itemsize
    pixels = picture.pixels.astype(f">u{wide}").tobytes()
    return printed(pixels, (rows, columns, channels), wide, picture.size, picture.drawn)


def unpacked(data: bytes) -> Picture:
    """Return the picture that was printed. Raises the FileProblem that was, and NoPictureError for what is neither."""
    if data.startswith(PROBLEM):
        raise _problem(data[len(PROBLEM) :])
    if len(data) < HEADER.size:
        raise NoPictureError
    start, channels, wide, drawn, rows, columns, *size = HEADER.unpack_from(data)
    if start != PICTURE or (channels, wide) not in ((1, 1), (3, 1), (1, 2)) or drawn not in (0, 1):
        raise NoPictureError
    if not (1 <= rows <= KEPT and 1 <= columns <= KEPT and rows <= size[0] and columns <= size[1]):
        raise NoPictureError
    if max(size) > LONGEST_SIDE or len(data) - HEADER.size != rows * columns * channels * wide:
        raise NoPictureError
    kind: Any = np.uint8 if wide == 1 else np.uint16
    pixels = np.frombuffer(data, f">u{wide}", offset=HEADER.size).astype(kind).reshape(rows, columns, channels)
    return Picture(pixels, (size[0], size[1]), bool(drawn))


def _problem(data: bytes) -> FileProblem:
    """Return the problem that was printed. Raises NoPictureError for what is none."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NoPictureError from error
    if not isinstance(found, list) or len(found) != 2 or found[0] not in PROBLEMS or not isinstance(found[1], dict):
        raise NoPictureError
    if not all(isinstance(value, str | int) for value in found[1].values()):
        raise NoPictureError
    return FileProblem(found[0], **found[1])
