"""Kinds of pictures, known by how their files begin, whatever these are called."""

from __future__ import annotations

import re

HEAD = 4096
"""Bytes from which the kind is told."""
ENDINGS = (
    *(".png", ".apng", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"),
    *(".pnm", ".ppm", ".pgm", ".pbm", ".svg"),
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
    (SVG, re.compile(rb"(\xef\xbb\xbf)?\s*(<(\?xml|!--|!DOCTYPE\s+svg).*?)?<svg[\s>]", re.DOTALL)),
)

PILLOW = tuple(kind for kind, _ in _STARTS if kind != SVG)
"""Those that Pillow reads here; it knows some forty more, one of which starts another program."""


def kind_of(head: bytes) -> str:
    """Return the kind of picture that a file with this beginning is, as Pillow calls it, or SVG; "" for none."""
    return next((kind for kind, start in _STARTS if start.match(head)), "")
