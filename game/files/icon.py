"""The sizes that an icon's pictures say to have: Pillow looks at its list alone, and decodes whatever stands there."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..core.grid import Pair

_PNG = b"\x89PNG\r\n\x1a\n"
_ENTRY = struct.Struct("<8xII")
"""Of a picture in the list: its bytes, and where they begin."""


def claimed_size(data: bytes) -> Pair:
    """Return the most rows, and the most columns, that any picture of an icon says to have; (1, 1) where none does."""
    rows = columns = 1
    for number in range(int.from_bytes(data[4:6], "little")):
        entry = data[6 + 16 * number : 22 + 16 * number]
        if len(entry) < _ENTRY.size:
            break
        _, start = _ENTRY.unpack(entry)
        high, wide = _size(data[start : start + 24])
        rows, columns = max(rows, high), max(columns, wide)
    return rows, columns


def _size(head: bytes) -> Pair:
    """Return what the head of a PNG says, or that of a bitmap, whose rows are those of picture and mask."""
    if head.startswith(_PNG) and len(head) == 24:
        columns, rows = struct.unpack(">II", head[16:])
        return rows, columns
    if len(head) < 12:
        return 1, 1
    columns, rows = struct.unpack("<ii", head[4:12])
    return abs(rows) // 2, abs(columns)
