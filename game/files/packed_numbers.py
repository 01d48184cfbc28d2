"""Numbers packed in scenario files: large images, and the picture that is kept with one.

    {"size": [rows, columns], "channels": 3, "bits": 8, "packed": "…"}

`packed` is base64 (RFC 4648) of zlib (RFC 1950) of the numbers, row by row, in a row pixel by pixel, and of a pixel
channel by channel; those of several bytes have the highest first. bits: 8, whole numbers v of an image's pixels
v ÷ 255; 16, of pixels v ÷ 65535; 64, the pixels themselves as float64 (IEEE 754).
A picture may have a `name`, that of its file, and `own`, the [rows, columns] that it had there.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.arithmetic import is_counted
from ..core.grid import Pair, check_values, checked_pair, checked_whole, frozen
from ..core.kept_picture import KINDS, KeptPicture
from ..core.limits import CHANNELS, KEPT_SIZE, PICTURE_SIZE, PIXEL, Range
from ..core.tensors import Tensor
from .errors import FileProblem, shown
from .fields import Fields, pair, text, whole

_TYPES = {8: ">u1", 16: ">u2", 64: ">f8"}
_WHITE = {8: 255.0, 16: 65_535.0}
_QUICK, _SMALL = 1, 6
"""Levels of zlib: an image is packed again and again, the picture once."""
_PIECE = 48 * 1024
"""Bytes that are packed at a time; of threes, for base64 makes four signs of three bytes."""
LONGEST_NAME = 255
OWN_SIZE = Range(1, 1_000_000)
"""Rows, and columns, that a picture may have had before it was kept."""


def image_of(fields: Fields, allowed: Range = PIXEL, quantity: str = "pixel") -> Tensor:
    """Return a packed image, shape (channels, rows, columns), or other numbers like it, of the range that is allowed.

    Raises FileProblem and the errors of `core`.
    """
    numbers = _numbers(fields, "image size", PICTURE_SIZE, _TYPES)
    bits = numbers.dtype.itemsize * 8
    image = numbers if bits not in _WHITE else numbers / _WHITE[bits]
    found = frozen(np.moveaxis(image.astype(np.float64), 2, 0))
    check_values(found, quantity, allowed)
    return found


def picture_of(fields: Fields) -> KeptPicture:
    """Return the picture of a file. Raises FileProblem and OutOfRange."""
    numbers = _numbers(fields, "picture size", KEPT_SIZE, (8, 16))
    kind = np.uint8 if numbers.dtype.itemsize == 1 else np.uint16
    if (numbers.shape[2], np.dtype(kind).name) not in KINDS:
        raise FileProblem("file_packed", path=shown(fields.path), name=fields.inside, reason="kind")
    name, own = fields.take("name", text, ""), fields.take("own", pair, numbers.shape[:2])
    known = checked_pair(own, "picture size", OWN_SIZE)
    return KeptPicture(numbers.astype(kind), " ".join(name.split())[:LONGEST_NAME], known)


def _numbers(fields: Fields, quantity: str, sides: Range, allowed: Any) -> NDArray[Any]:
    """Return the numbers of an object, shape (rows, columns, channels); no more is unpacked than it says there are."""
    size = checked_pair(fields.take("size", pair), quantity, sides)
    channels = checked_whole(fields.take("channels", whole), "channels", CHANNELS)
    bits = fields.take("bits", whole)
    if bits not in allowed:
        raise FileProblem("file_packed", path=shown(fields.path), name=fields.field("bits"), reason="bits")
    shape = *size, channels
    count = size[0] * size[1] * channels * (bits // 8)
    return np.frombuffer(_unpacked(fields, count), _TYPES[bits]).reshape(shape)


def _unpacked(fields: Fields, count: int) -> bytes:
    """Return so many bytes. Raises FileProblem, "file_packed", where there are more or fewer, or it is damaged."""
    path, name = shown(fields.path), fields.field("packed")
    try:
        found = zlib.decompressobj()
        data = found.decompress(base64.b64decode(fields.take("packed", text), validate=True), count + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise FileProblem("file_packed", path=path, name=name, reason="damaged") from error
    if len(data) != count:
        raise FileProblem("file_packed", path=path, name=name, reason="count")
    if not found.eof or found.unused_data:
        raise FileProblem("file_packed", path=path, name=name, reason="damaged")
    return data


def image_text(image: Tensor) -> str:
    """Return an image as text of a file, exactly: in 8 or 16 bits where its pixels are levels of such."""
    bits = next((bits for bits, white in _WHITE.items() if _is_of_levels(image, white)), 64)
    numbers = np.rint(image * _WHITE[bits]) if bits in _WHITE else image
    return _packed(np.moveaxis(numbers, 0, 2), bits, _QUICK)


def _is_of_levels(image: Tensor, white: float) -> bool:
    """Tell whether all pixels are 0 … 1 in whole parts of so many, none of them −0."""
    lowest, highest = float(image.min()), float(image.max())
    return lowest >= 0 and highest <= 1 and is_counted(image, white) and not np.signbit(image).any()


@lru_cache(maxsize=2)
def picture_text(picture: KeptPicture) -> str:
    """Return a picture as text of a file. It is packed once: what is kept is written at each stroke."""
    told = {"name": picture.name} if picture.name else {}
    own = {"own": picture.own} if picture.own != picture.size else {}
    return _packed(picture.pixels, picture.pixels.itemsize * 8, _SMALL, told | own)


def _packed(numbers: NDArray[Any], bits: int, level: int, told: dict[str, Any] | None = None) -> str:
    rows, columns, channels = numbers.shape
    size: Pair = rows, columns
    head = json.dumps({"size": size, "channels": channels, "bits": bits, **(told or {})})
    packed = "".join(_pieces(np.ascontiguousarray(numbers.astype(_TYPES[bits])).tobytes(), level))
    return f'{head[:-1]}, "packed": "{packed}"}}'


def _pieces(data: bytes, level: int) -> Iterator[str]:
    """Return what makes the base64 of the zlib of the data, piece by piece.

    base64 holds the interpreter as long as it takes, and zlib gives it up: in turns nobody waits for a whole picture.
    """
    view, compressor, left = memoryview(data), zlib.compressobj(level), b""
    for start in range(0, len(view), _PIECE):
        left += compressor.compress(view[start : start + _PIECE])
        whole = len(left) // 3 * 3
        yield binascii.b2a_base64(left[:whole], newline=False).decode("ascii")
        left = left[whole:]
    ending = memoryview(left + compressor.flush())
    for start in range(0, len(ending), _PIECE):
        yield binascii.b2a_base64(ending[start : start + _PIECE], newline=False).decode("ascii")
