"""Reading pictures with Pillow, which only the process of `decoder.py` does: pixels upright, over white, and small."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..core.averaging import Numbers, Shares, fitting, shares
from ..core.grid import Pair
from . import webp
from .errors import FileProblem, shown
from .picture import CLIPBOARD, LONGEST_SIDE, MOST_PIXELS, Picture, packed, packed_problem
from .picture_kinds import HEAD, SVG, kind_of
from .strict_json import read_bytes, read_head

if TYPE_CHECKING:
    from PIL.Image import Image

LIMIT = 50 * 1000 * 1000
"""Bytes that a picture's file may have at most."""
MOST_BYTES = 400 * 1000 * 1000
"""Bytes that its pixels may take."""
_BAND = 1_000_000  # pixels that are turned to numbers at a time: a large picture would take gigabytes
_ORIENTATION = 0x0112  # of Exif: how the camera was held
_ON_ITS_SIDE = (5, 6, 7, 8)
_GRAY = ("1", "L")
_DEEP = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")
"""Modes of more than 8 bits: gray of 16, whole numbers as Pillow reads them from PGM, and fractions."""
_BYTES = {"1": 1, "L": 1, "P": 1, "LA": 4, "I;16": 2, "I;16B": 2}


def answer(path: str, longest: int) -> bytes:
    """Return what is printed: a file's picture, "" for the clipboard's, or what is wrong with it (`picture.py`)."""
    try:
        return packed(read(Path(path), longest) if path else pasted(longest))
    except FileProblem as problem:
        return packed_problem(problem)
    except ImportError as error:
        return packed_problem(FileProblem("package_missing", name=error.name or "Pillow"))
    except MemoryError:
        return packed_problem(FileProblem("picture_not_read", path=shown(path or CLIPBOARD), reason="memory"))


def read(path: Path, longest: int) -> Picture:
    """Return the picture of a file, its longer side `longest` pixels at most, each the mean of its area.

    Raises FileProblem: as `read_bytes`, "picture_too_large" (with rows and columns) or "picture_damaged"; MemoryError;
    and ImportError without Pillow.
    """
    data = read_bytes(path, LIMIT)
    kind = kind_of(data[:HEAD])
    try:
        with warnings.catch_warnings(action="ignore"):  # what is only odd is nobody's concern
            return _decoded(data, kind, longest, shown(path))
    except (FileProblem, ImportError, MemoryError):
        raise
    except Exception as error:  # what Pillow raises about damaged files is of every kind
        raise FileProblem("picture_damaged", path=shown(path)) from error


def pasted(longest: int) -> Picture:
    """Return the picture that is on the clipboard. Raises FileProblem "clipboard_empty" where there is none.

    Further "picture_too_large" and "picture_damaged"; MemoryError; ImportError without Pillow.
    """
    from . import clipboard

    found = clipboard.picture(lambda image: _check(image.size[::-1], _BYTES.get(image.mode, 4), CLIPBOARD))
    if found is None:
        raise FileProblem("clipboard_empty")
    if isinstance(found, str):  # a file was copied; it may be anything
        if not kind_of(read_head(Path(found), HEAD)):
            raise FileProblem("clipboard_empty")
        return read(Path(found), longest)
    try:
        found.load()
        return small(found, longest)
    except (ImportError, MemoryError):
        raise
    except Exception as error:
        raise FileProblem("picture_damaged", path=CLIPBOARD) from error


def _decoded(data: bytes, kind: str, longest: int, path: str) -> Picture:
    if not kind:
        raise FileProblem("picture_damaged", path=path)
    if kind == SVG:
        return _drawn(data, longest, path)
    if kind == "WEBP" and (claimed := webp.claimed_size(data)) is not None:
        _check(claimed, 4, path)
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # the size is looked at here, before anything is decoded
    with Image.open(io.BytesIO(data), formats=(kind,)) as image:
        _check((image.height, image.width), _BYTES.get(image.mode, 4), path)
        if kind == "PNG":
            image.verify()  # all checksums: loading does not look at those of the pixels
    with Image.open(io.BytesIO(data), formats=(kind,)) as image:
        image.load()
        return small(image, longest)


def _drawn(data: bytes, longest: int, path: str) -> Picture:
    from .svg import claimed_size, drawn

    if (claimed := claimed_size(data)) is not None:
        _check(claimed, 4, path)
    return small(drawn(data, longest), longest).changed(drawn=True)


def _check(size: Pair, bytes_each: int, path: str) -> None:
    """Raise FileProblem for a picture of monstrous dimensions, before anything is decoded."""
    rows, columns = size
    if rows * columns > min(MOST_PIXELS, MOST_BYTES // bytes_each) or max(size) > LONGEST_SIDE:
        raise FileProblem(
            "picture_too_large",
            path=path,
            rows=rows,
            columns=columns,
            most_pixels=MOST_PIXELS,
            longest_side=LONGEST_SIDE,
        )


def small(image: Image, longest: int) -> Picture:
    """Return a picture of Pillow's as one of ours. Raises ValueError where it is not to be known what is white."""
    (columns, rows), turned = image.size, _turned(image)
    deep = image.mode in _DEEP
    if image.mode in ("I", "F"):
        found: Any = image.getextrema()
        if not (found[0] >= 0 and found[1] <= (1 if image.mode == "F" else 65_535)):
            raise ValueError
    means = _means(image, fitting((rows, columns), longest))
    white, kind = (65_535, np.uint16) if deep else (255, np.uint8)
    pixels = _upright(np.clip(np.rint(means), 0, white).astype(kind), turned)
    if pixels.shape[2] == 3 and (pixels == pixels[:, :, :1]).all():
        pixels = pixels[:, :, :1]
    size = (columns, rows) if turned in _ON_ITS_SIDE else (rows, columns)
    return Picture(np.ascontiguousarray(pixels), size)


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
    if mode in _DEEP:
        numbers = np.asarray(part, dtype=np.float32)
        return (np.nan_to_num(numbers) * 65_535 if mode == "F" else numbers)[:, :, np.newaxis]
    if whole.has_transparency_data:
        stored = np.asarray(part.convert("RGBA")).astype(np.float32)
        covered = stored[:, :, 3:] / np.float32(255)
        found: Numbers = stored[:, :, :3] * covered + (255 - stored[:, :, 3:])
        return found
    found = np.asarray(part.convert("L" if mode in _GRAY else "RGB"))
    return found[:, :, np.newaxis] if found.ndim == 2 else found


def _turned(image: Image) -> int:
    """Return how the camera was held, 1 … 8 as Exif has it; 1 where nothing sensible is said."""
    try:
        found: Any = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # a damaged note about the picture is no damage to the picture
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _upright(pixels: Numbers, turned: int) -> Numbers:
    """Return the pixels upright, for each of the eight orientations of Exif."""
    if turned in _ON_ITS_SIDE:
        pixels = pixels.swapaxes(0, 1)
    if turned in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return pixels[:, ::-1] if turned in (2, 3, 6, 7) else pixels
