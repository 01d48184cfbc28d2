"""Pictures of Pillow's made smaller by area with numpy, where `decoding.py` cannot have it done by whole pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ..core.averaging import Numbers, Shares, fitting, shares
from .pillow_modes import DEEP, GRAY, ON_ITS_SIDE

if TYPE_CHECKING:
    from PIL.Image import Image

    from ..core.grid import Pair

_BAND = 1_000_000  # pixels that are turned to numbers at a time: a large picture would take gigabytes


def averaged_pixels(image: Image, longest: int, turned: int) -> Numbers:
    """Return a picture's pixels upright, its longer side `longest` at most, shape (rows, columns, 1 or 3).

    They are over white where it was transparent, uint8, or uint16 of more bits; one channel where three are the same.
    `turned` is how the camera was held, 1 … 8 as Exif has it.
    Raises ValueError where it is not to be known what is white.
    """
    columns, rows = image.size
    deep = image.mode in DEEP
    if image.mode in ("I", "F"):
        found: Any = image.getextrema()
        if not (found[0] >= 0 and found[1] <= (1 if image.mode == "F" else 65_535)):
            raise ValueError
    means = _means(image, fitting((rows, columns), longest))
    white, kind = (65_535, np.uint16) if deep else (255, np.uint8)
    pixels = _upright(np.clip(np.rint(means), 0, white).astype(kind), turned)
    if pixels.shape[2] == 3 and (pixels == pixels[:, :, :1]).all():
        pixels = pixels[:, :, :1]
    return np.ascontiguousarray(pixels)


def _means(image: Image, size: Pair) -> Numbers:
    """Return the means of the pixels over size[0] × size[1] areas, shape (rows, columns, 1 or 3)."""
    columns, rows = image.size
    down, across = shares(rows, size[0], np.float32), shares(columns, size[1], np.float32)
    step = max(1, _BAND * size[0] // (rows * columns))
    bands = (_band(image, down, across, top, min(top + step, size[0])) for top in range(0, size[0], step))
    return np.concatenate(list(bands))


def _band(image: Image, down: Shares, across: Shares, first: int, last: int) -> Numbers:
    """Return the means of some rows of areas."""
    needed, top, bottom = down.between(first, last)
    values = _values(image.crop((0, top, image.width, bottom)), image)
    return across.means(needed.means(values, 0), 1)


def _values(part: Image, whole: Image) -> Numbers:
    """Return the pixels of a part as numbers, 0 … 255 or … 65535, shape (rows, columns, 1 or 3)."""
    mode = whole.mode
    if mode in DEEP:
        numbers = np.asarray(part, dtype=np.float32)
        return (np.nan_to_num(numbers) * 65_535 if mode == "F" else numbers)[:, :, np.newaxis]
    if whole.has_transparency_data:
        stored = np.asarray(part.convert("RGBA")).astype(np.float32)
        covered = stored[:, :, 3:] / np.float32(255)
        found: Numbers = stored[:, :, :3] * covered + (255 - stored[:, :, 3:])
        return found
    found = np.asarray(part.convert("L" if mode in GRAY else "RGB"))
    return found[:, :, np.newaxis] if found.ndim == 2 else found


def _upright(pixels: Numbers, turned: int) -> Numbers:
    """Return the pixels upright, for each of the eight orientations of Exif."""
    if turned in ON_ITS_SIDE:
        pixels = pixels.swapaxes(0, 1)
    if turned in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return pixels[:, ::-1] if turned in (2, 3, 6, 7) else pixels
