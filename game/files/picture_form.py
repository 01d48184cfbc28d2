"""The form in which a picture is printed by the process that reads it, and what limits it; it needs no numpy.

What that process prints is either a picture or a problem; `picture.py` checks and reads it.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..core.grid import Pair
    from .errors import FileProblem

KEPT = 1024
"""Pixels that the longer side of a picture keeps at most."""
MOST_PIXELS = 64 * 1000 * 1000
"""Pixels that a picture may have."""
LONGEST_SIDE = 100_000
CLIPBOARD = "clipboard"
"""What stands in the place of a file's name in what is said of a picture on the clipboard."""
LONGEST_ANSWER = KEPT * KEPT * 3 + 65_536
"""Bytes that the process may print."""
HEADER = struct.Struct(">4sBBBHHII")
"""How it begins: PICTURE, channels, bytes of a number, whether it was drawn, rows, columns, and those of its own."""
PICTURE, PROBLEM = b"KSP1", b"KSX1"


def printed(pixels: bytes, shape: tuple[int, int, int], wide: int, size: Pair, drawn: bool = False) -> bytes:
    """Return a picture as it is printed: pixels row by row, numbers of `wide` bytes, the highest first.

    `shape` is (rows, columns, channels); `size` the (rows, columns) that the picture has itself.
    """
    rows, columns, channels = shape
    return HEADER.pack(PICTURE, channels, wide, drawn, rows, columns, *size) + pixels


def packed_problem(problem: FileProblem) -> bytes:
    """Return a problem as it is printed."""
    return PROBLEM + json.dumps([problem.key, problem.values()]).encode("ascii")
