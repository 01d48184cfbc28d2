"""What a PNG or JPEG says of itself, read without decoding it, so that nothing monstrous or cut off is decoded.

Formats: W3C, "Portable Network Graphics (PNG) Specification"; ITU-T T.81 (JPEG), annex B; CIPA DC-008 (Exif).
"""

import re
import struct
import zlib

from ..value import Value

PNG_START = b"\x89PNG\r\n\x1a\n"
JPEG_START = b"\xff\xd8\xff"
_PNG_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits of a sample, by the kind of colours."""
_PNG_WAYS = ([0, 0, 0], [0, 0, 1])
"""Compression, filter, and whether it is interlaced."""
_NOT_NEEDED = 0x20  # the bit of a chunk's name that makes its first letter small: a decoder may leave it out
_JPEG_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_JPEG_BARE = {0x01, *range(0xD0, 0xD9)}  # markers without a length
# In the compressed part, FF is followed by 00 (it was data), by a restart marker, or by another FF (a filling).
_JPEG_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_ORIENTATION = 0x0112
_MOST_SCANS = 100  # of a JPEG: programs write about ten, and each one is decoded over the whole picture,
_MOST_PASSED = 1_500_000_000  # so a large one may have fewer; these are its pixels, times its scans


class DamagedPictureError(ValueError):
    """The bytes are no whole PNG or JPEG."""


class Header(Value):
    """What the beginning says.

    rows, columns    as stored
    whole            whether the file goes on to its end
    orientation      how a camera was held (Exif, 1 … 8)
    inks             whether the four colours are those of printing
    """

    kind: str
    rows: int
    columns: int
    whole: bool
    orientation: int = 1
    inks: bool = False


def is_picture(head: bytes) -> bool:
    """Say whether a file that begins with these bytes is a PNG or a JPEG."""
    return head.startswith((PNG_START, JPEG_START))


def header_of(data: bytes) -> Header:
    """Return the header of a PNG or JPEG. Raises DamagedPictureError when even that cannot be read."""
    try:
        if data.startswith(PNG_START):
            return _png(data)
        if data.startswith(JPEG_START):
            return _jpeg(data)
    except (struct.error, IndexError) as error:  # the bytes end too early
        raise DamagedPictureError from error
    raise DamagedPictureError


def _png(data: bytes) -> Header:
    """Read the first chunk for the size, then check that the others follow, whole, up to the last."""
    length, name, columns, rows, depth, kind, *ways = struct.unpack_from(">I4sIIBBBBB", data, len(PNG_START))
    if name != b"IHDR" or length != 13 or rows == 0 or columns == 0:
        raise DamagedPictureError
    if depth not in _PNG_DEPTHS.get(kind, ()) or ways not in _PNG_WAYS:
        raise DamagedPictureError
    return Header("png", rows, columns, _png_is_whole(data))


def _png_is_whole(data: bytes) -> bool:
    """Say whether every chunk is there, up to the end chunk, with right checksums where it is needed for the picture.

    The decoder would see a wrong one too, but not without a line of its own on standard error.
    """
    at, has_pixels = len(PNG_START), False
    while at + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        if end + 4 > len(data):
            return False
        needed = not name[0] & _NOT_NEEDED
        if needed and zlib.crc32(memoryview(data)[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            return False
        has_pixels = has_pixels or name == b"IDAT"
        if name == b"IEND":
            return has_pixels
        at = end + 4
    return False


def _jpeg(data: bytes) -> Header:
    """Go from marker to marker up to the frame header; then look whether the compressed part has an end."""
    at, orientation = 2, 1
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:  # fillings
            at += 1
        if data[at] != 0xFF:
            raise DamagedPictureError
        marker = data[at + 1]
        if marker in _JPEG_FRAMES:
            rows, columns, colours = struct.unpack_from(">HHB", data, at + 5)
            if rows == 0 or columns == 0:
                raise DamagedPictureError
            return Header("jpeg", rows, columns, _jpeg_is_whole(data, at, rows * columns), orientation, colours == 4)
        if marker == 0xE1:
            orientation = _orientation(data[at + 4 : at + 2 + _jpeg_length(data, at)], orientation)
        at += 2 if marker in _JPEG_BARE else 2 + _jpeg_length(data, at)


def _jpeg_length(data: bytes, at: int) -> int:
    """Return the length of the segment whose marker is here, the two bytes of the length included."""
    (length,) = struct.unpack_from(">H", data, at + 2)
    if length < 2:
        raise DamagedPictureError
    return int(length)


def _jpeg_is_whole(data: bytes, at: int, pixels: int) -> bool:
    """Say whether, from the marker here on, there is compressed data, not too often, and then the end marker."""
    scans, most = 0, max(1, min(_MOST_SCANS, _MOST_PASSED // pixels))
    while True:
        found = _JPEG_MARKER.search(data, at)
        if found is None:
            return False
        marker = data[found.start() + 1]
        if marker == 0xD9:
            return scans > 0
        scans += marker == 0xDA
        if scans > most or found.start() + 4 > len(data):
            return False
        at = found.start() + 2 + _jpeg_length(data, found.start())


def _orientation(segment: bytes, otherwise: int) -> int:
    """Return the orientation that an Exif segment names, 1 … 8, or `otherwise` if it names none."""
    if not segment.startswith(b"Exif\0\0"):
        return otherwise
    tiff = segment[6:]
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (at,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, at)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(order + "HHIH", tiff, entry)
            if tag == _ORIENTATION and 1 <= value <= 8:
                return int(value)
    except struct.error:  # a damaged note about the picture is no damage to the picture
        pass
    return otherwise
