"""Kinds of pictures, known by how their files begin, whatever these are called."""

from __future__ import annotations

import re

HEAD = 4096
"""Bytes from which the kind is told."""
ENDINGS = (
    *(".png", ".apng", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"),
    *(".pnm", ".ppm", ".pgm", ".pbm", ".svg", ".ico", ".tga"),
)
"""How the names of such files mostly end."""
SVG = "SVG"
"""The kind that is drawn from lines."""
_STARTS: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("JPEG", re.compile(rb"\xff\xd8\xff")),
    ("WEBP", re.compile(rb"RIFF....WEBP", re.DOTALL)),
    ("GIF", re.compile(rb"GIF8[79]a")),
    # Any text may begin with BM; of a picture the size of its own head follows, a small number.
    ("BMP", re.compile(rb"BM.{12}[\x0c-\x7c]\x00\x00\x00", re.DOTALL)),
    ("TIFF", re.compile(rb"II[\x2a\x2b]\x00|MM\x00[\x2a\x2b]")),
    ("PPM", re.compile(rb"P[1-6][ \t\r\n]*(\s|#)")),
    # What follows are few bytes: how many pictures an icon has, and of the first a byte that is 0.
    ("ICO", re.compile(rb"\x00\x00\x01\x00[\x01-\xff]\x00...\x00", re.DOTALL)),
    # A Targa has no sign of its own, but few numbers that its head may have.
    (
        "TGA",
        re.compile(
            rb".(?:\x00[\x02\x03\x0a\x0b]\x00{5}|\x01[\x01\x09].{4}[\x18\x20])"
            rb".{4}(?!\x00\x00)..(?!\x00\x00)..[\x01\x08\x10\x18\x20][\x00-\x3f]",
            re.DOTALL,
        ),
    ),
    (SVG, re.compile(rb"(\xef\xbb\xbf)?\s*(<(\?xml|!--|!DOCTYPE\s+svg).*?)?<svg[\s>]", re.DOTALL)),
)

PILLOW = tuple(kind for kind, _ in _STARTS if kind != SVG)
"""Those that Pillow reads here; it knows some forty more, one of which starts another program."""


_REFUSED: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("HEIC", re.compile(rb"....ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)", re.DOTALL)),
    ("AVIF", re.compile(rb"....ftypavi[fs]", re.DOTALL)),
    ("JPEG 2000", re.compile(rb"\x00\x00\x00\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51")),
    ("JPEG XL", re.compile(rb"\xff\x0a|\x00\x00\x00\x0cJXL ")),
    ("PSD", re.compile(rb"8BPS\x00\x01")),
)
"""Kinds that are known and not read: nothing here reads them, or what does has had many faults."""


def refused_kind_of(head: bytes) -> str:
    """Return the kind of picture that a file with this beginning is, if it is one that is not read; else ""."""
    return next((kind for kind, start in _REFUSED if start.match(head)), "")


def kind_of(head: bytes) -> str:
    """Return the kind of picture that a file with this beginning is, as Pillow calls it, or SVG; "" for none."""
    return next((kind for kind, start in _STARTS if start.match(head)), "")
