"""Drawing SVG, which has no pixels of its own, in the process that reads pictures: SDL does it, at the wanted size."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

    from ..core.grid import Pair

_ROOT = re.compile(rb"<svg\b[^>]*>")
_SIDE = rb"\s%s\s*=\s*[\"']\s*\+?([0-9.]{1,30}(?:[eE][+-]?[0-9]{1,3})?)\s*(?:px)?\s*[\"']"
_END = re.compile(rb"</svg\s*>|<svg\b[^>]*/>")


def claimed_size(data: bytes) -> Pair | None:
    """Return the (rows, columns) in pixels that an SVG says to have; None where it does not say it in pixels."""
    root = _ROOT.search(data)
    sides = [None if root is None else re.search(_SIDE % name, root[0]) for name in (b"height", b"width")]
    try:
        rows, columns = (round(float(side[1])) for side in sides if side is not None)
    except (ValueError, OverflowError):  # one of them is missing, or no number
        return None
    return max(rows, 1), max(columns, 1)


def drawn(data: bytes, longest: int) -> Image:
    """Return an SVG as a picture of Pillow's whose longer side is `longest` pixels, in its proportions.

    Texts and pictures in it are not drawn. Raises ValueError for one that is cut off, pygame.error for a damaged one.
    """
    if _END.search(data) is None:
        raise ValueError
    import pygame
    from PIL import Image

    surface = pygame.image.load_sized_svg(io.BytesIO(data), (longest, longest))
    return Image.frombytes("RGBA", surface.get_size(), pygame.image.tobytes(surface, "RGBA"))
