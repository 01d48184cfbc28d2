"""The digits that a network learns from: 1,797 pictures of 8 × 8 pixels, written by 43 people (`assets/digits`).

The file is a line that names it and its version, and then, packed by zlib (RFC 1950), the digit of each picture and,
picture by picture, its pixels row by row: a byte each, 0 … 16. Beside it stands, as text, the list of the pictures that
are held back: their numbers from 0, of which no network ever learns, so that they can tell how well it reads.

`python -m tests.tools.digits FILE` makes both from the table that scikit-learn ships.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..assets import ASSETS
from ..value import Single
from .errors import FileProblem, shown
from .strict_json import read_bytes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..core.grid import Grid

FOLDER = ASSETS / "digits"
COUNT, HELD_BACK, KINDS, SIDE = 1797, 360, 10, 8
"""How many pictures there are, how many of them are held back, the digits 0 … 9, and how long a picture's sides are."""
DARKEST = 16
"""The largest number of a pixel in the file: all of 4 × 4 points that were scanned have ink."""
_HEAD = b"kernelscope digits 1\n"
_LIMIT = 256 * 1024


class Digits(Single):
    """All digits.

    pixels      0 … 1, shape (pictures, rows, columns), read-only
    kinds       which digit each picture is, 0 … 9
    learned     the numbers of the pictures that are learned from
    held_back   the numbers of the others
    """

    pixels: Grid
    kinds: NDArray[np.int64]
    learned: NDArray[np.int64]
    held_back: NDArray[np.int64]


@lru_cache(maxsize=1)
def own_digits() -> Digits:
    """Return the digits that come with the program, which are read once. Raises FileProblem as `read_digits`."""
    return read_digits(FOLDER)


def read_digits(folder: Path) -> Digits:
    """Return the digits of a folder. Raises FileProblem: "digits_damaged", or as `read_bytes` does."""
    packed, listed = folder / "digits.bin", folder / "held-back.txt"
    kinds, levels = _unpacked(packed)
    held_back = _numbers(listed)
    away = np.zeros(COUNT, bool)
    away[held_back] = True
    learned, pixels = np.flatnonzero(~away), levels.reshape(COUNT, SIDE, SIDE) / DARKEST
    for array in (pixels, kinds, learned, held_back):
        array.flags.writeable = False
    return Digits(pixels, kinds, learned, held_back)


def _unpacked(path: Path) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Return the digit of each picture, and all pixels 0 … 16, one after the other."""
    data, size = read_bytes(path, _LIMIT), COUNT * (1 + SIDE * SIDE)
    if not data.startswith(_HEAD):
        raise FileProblem("digits_damaged", path=shown(path))
    try:
        found = zlib.decompressobj()
        numbers = np.frombuffer(found.decompress(data[len(_HEAD) :], size + 1), np.uint8)
    except zlib.error as error:
        raise FileProblem("digits_damaged", path=shown(path)) from error
    kinds, levels = numbers[:COUNT], numbers[COUNT:]
    whole = len(numbers) == size and found.eof and not found.unused_data
    if not whole or kinds.max() >= KINDS or levels.max() > DARKEST:
        raise FileProblem("digits_damaged", path=shown(path))
    return kinds.astype(np.int64), levels


def _numbers(path: Path) -> NDArray[np.int64]:
    """Return the numbers of the pictures that are held back, in their order."""
    words = read_bytes(path, _LIMIT).split()
    listed = sorted({int(word) for word in words if word.isdigit() and int(word) < COUNT})
    if not len(words) == len(listed) == HELD_BACK:
        raise FileProblem("digits_damaged", path=shown(path))
    return np.array(listed, np.int64)


def packed_digits(kinds: NDArray[np.uint8], levels: NDArray[np.uint8]) -> bytes:
    """Return what such a file holds, of the digit of each picture and of all pixels 0 … 16."""
    return _HEAD + zlib.compress(kinds.tobytes() + levels.tobytes(), 9)
