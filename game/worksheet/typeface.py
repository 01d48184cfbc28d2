"""How wide texts are in the typeface that is printed, read from its own tables; and which signs it has.

Source: the OpenType specification, tables "head", "hhea", "hmtx" and "cmap" (format 4).
"""

from __future__ import annotations

import struct
from functools import lru_cache

from ..assets import ASSETS
from ..value import Single
from ..words.plain import plain

_FOLDER = ASSETS / "fonts"

FILES = {False: _FOLDER / "IBMPlexSans-Regular.ttf", True: _FOLDER / "IBMPlexSans-SemiBold.ttf"}
"""The files of the typeface: regular, and bold."""
MM = 25.4 / 72
"""Millimetres of a point."""
ASCENT, DESCENT = 0.78, 0.22
"""How far letters and digits reach above and below their line, as shares of their size."""
INSTEAD = "?"


class Typeface(Single):
    """The advance widths of a typeface's signs, as shares of its size, by their code points."""

    widths: dict[int, float]

    def width(self, words: str, size: float) -> float:
        """Return how wide a text is in millimetres, in a size in points."""
        return sum(self.widths.get(ord(sign), 0.6) for sign in words) * size * MM

    def harmless(self, words: str) -> str:
        """Return a text in one line of signs that the typeface has; others become "?"."""
        return "".join(sign if ord(sign) in self.widths else INSTEAD for sign in plain(words))


@lru_cache(maxsize=2)
def typeface(bold: bool) -> Typeface:
    """Return the typeface, read once."""
    data = FILES[bold].read_bytes()
    tables = {}
    for place in range(struct.unpack_from(">H", data, 4)[0]):
        name, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * place)
        tables[name] = offset
    (units,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    (count,) = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
    advances = struct.unpack_from(f">{2 * count}H", data, tables[b"hmtx"])[::2]
    glyphs = _glyphs(data, tables[b"cmap"])
    return Typeface({sign: advances[min(glyph, count - 1)] / units for sign, glyph in glyphs.items()})


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Return the glyph of each sign, from the subtable for Windows and Unicode."""
    for place in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * place)
        if (platform, encoding) == (3, 1) and struct.unpack_from(">H", data, cmap + offset)[0] == 4:
            return _segments(data, cmap + offset)
    raise ValueError("the typeface has no table of Unicode signs")


def _segments(data: bytes, table: int) -> dict[int, int]:
    segments = struct.unpack_from(">H", data, table + 6)[0] // 2
    at = table + 14
    ends = struct.unpack_from(f">{segments}H", data, at)
    starts = struct.unpack_from(f">{segments}H", data, at + 2 * segments + 2)
    deltas = struct.unpack_from(f">{segments}H", data, at + 4 * segments + 2)
    offsets_at = at + 6 * segments + 2
    offsets = struct.unpack_from(f">{segments}H", data, offsets_at)
    found = {}
    for place, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for sign in range(start, end + 1):
            glyph = sign
            if offset:
                (glyph,) = struct.unpack_from(">H", data, offsets_at + 2 * place + offset + 2 * (sign - start))
            glyph = (glyph + delta) % 65536 if glyph or not offset else 0
            if glyph and sign != 0xFFFF:
                found[sign] = glyph
    return found
