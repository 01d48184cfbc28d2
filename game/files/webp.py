"""The size that a WebP says to have, read before Pillow opens it: for that it takes memory for all of its pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..core.grid import Pair

_PLACES = {b"VP8X": 24, b"VP8 ": 26, b"VP8L": 21}
"""Where the size stands, by the name of the first part: extended, lossy, lossless."""


def claimed_size(data: bytes) -> Pair | None:
    """Return the (rows, columns) of a WebP; None where the file ends before it or is of no known kind."""
    name = data[12:16]
    at = _PLACES.get(name, len(data))
    sizes = data[at : at + (6 if name == b"VP8X" else 4)]
    if len(sizes) < 4 or (name == b"VP8X" and len(sizes) < 6):
        return None
    if name == b"VP8X":
        columns, rows = (int.from_bytes(sizes[start : start + 3], "little") + 1 for start in (0, 3))
        return rows, columns
    both = int.from_bytes(sizes, "little")
    if name == b"VP8L":
        return (both >> 14 & 0x3FFF) + 1, (both & 0x3FFF) + 1
    return both >> 16 & 0x3FFF, both & 0x3FFF
