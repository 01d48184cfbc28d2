"""Writing a picture as a PNG that is as small as it can be without loss.

Every row of a PNG may be told as what differs from its neighbours, which is what all writers choose for colours. That
suits photos. A window has the same words and cells again and again, and what is as it was before is told shortest when
it is told as it is.
"""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
from numpy.typing import NDArray
from PIL import Image

EIGHT_BITS, COLOURS = 8, 2
"""Of a channel; that a pixel is red, green and blue."""


def smallest(pixels: NDArray[np.uint8]) -> bytes:
    """Return the smallest file for pixels of shape (height, width, 3)."""
    usual = io.BytesIO()
    Image.fromarray(pixels).save(usual, "PNG", optimize=True)
    return min(as_it_is(pixels), usual.getvalue(), key=len)


def as_it_is(pixels: NDArray[np.uint8]) -> bytes:
    """Return a PNG whose rows are told as they are."""
    height, width, _ = pixels.shape
    rows = np.zeros((height, 1 + 3 * width), np.uint8)  # each row begins with 0: nothing is subtracted
    rows[:, 1:] = pixels.reshape(height, 3 * width)
    head = struct.pack(">IIBBBBB", width, height, EIGHT_BITS, COLOURS, 0, 0, 0)
    packed = min((_packed(rows.tobytes(), level) for level in (8, 9)), key=len)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _packed(data: bytes, memory: int) -> bytes:
    packing = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, memory)
    return packing.compress(data) + packing.flush()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
