"""Reading pictures with Pillow, which only the process of `decoder.py` does: pixels upright, over white, and small."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import icon, webp
from .errors import FileProblem, shown
from .picture_form import CLIPBOARD, LONGEST_SIDE, MOST_PIXELS, packed_problem, printed
from .picture_kinds import HEAD, SVG, kind_of
from .pillow_modes import BYTES, DEEP, ON_ITS_SIDE, PLAIN
from .strict_json import read_bytes, read_head
from .whole_means import of_whole_pixels, whole_factor

if TYPE_CHECKING:
    from PIL.Image import Image

    from ..core.grid import Pair

LIMIT = 50 * 1000 * 1000
"""Bytes that a picture's file may have at most."""
MOST_BYTES = 400 * 1000 * 1000
"""Bytes that its pixels may take."""
_ORIENTATION = 0x0112  # of Exif: how the camera was held


def answer(path: str, longest: int) -> bytes:
    """Return what is printed: a file's picture, "" for the clipboard's, or what is wrong with it (`picture.py`)."""
    try:
        return read(Path(path), longest) if path else pasted(longest)
    except FileProblem as problem:
        return packed_problem(problem)
    except ImportError as error:
        return packed_problem(FileProblem("package_missing", name=error.name or "Pillow"))
    except MemoryError:
        return packed_problem(FileProblem("picture_not_read", path=shown(path or CLIPBOARD), reason="memory"))


def read(path: Path, longest: int) -> bytes:
    """Return a file's picture as it is printed, its longer side `longest` pixels at most, each the mean of its area.

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


def pasted(longest: int) -> bytes:
    """Return the picture that is on the clipboard, as it is printed.

    Raises FileProblem "clipboard_empty" where there is none, "picture_too_large" and "picture_damaged"; MemoryError;
    ImportError without Pillow.
    """
    from . import clipboard

    found = clipboard.picture(lambda image: _check(image.size[::-1], BYTES.get(image.mode, 4), CLIPBOARD))
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


def _decoded(data: bytes, kind: str, longest: int, path: str) -> bytes:
    if not kind:
        raise FileProblem("picture_damaged", path=path)
    if kind == SVG:
        return _drawn(data, longest, path)
    if kind == "WEBP" and (claimed := webp.claimed_size(data)) is not None:
        _check(claimed, 4, path)
    if kind == "ICO":
        _check(icon.claimed_size(data), 4, path)
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # the size is looked at here, before anything is decoded
    with Image.open(io.BytesIO(data), formats=(kind,)) as image:
        _check((image.height, image.width), BYTES.get(image.mode, 4), path)
        if kind == "PNG":
            image.verify()  # all checksums: loading does not look at those of the pixels
    with Image.open(io.BytesIO(data), formats=(kind,)) as image:
        image.load()
        return small(image, longest)


def _drawn(data: bytes, longest: int, path: str) -> bytes:
    from .svg import claimed_size, drawn

    if (claimed := claimed_size(data)) is not None:
        _check(claimed, 4, path)
    return small(drawn(data, longest), longest, drawn=True)


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


def small(image: Image, longest: int, *, drawn: bool = False) -> bytes:
    """Return a picture of Pillow's as it is printed, upright and small, each pixel the mean of its area.

    Raises ValueError where it is not to be known what is white.
    """
    (columns, rows), turned = image.size, _turned(image)
    size = (columns, rows) if turned in ON_ITS_SIDE else (rows, columns)
    factor = whole_factor((rows, columns), longest)
    summed = image.mode in PLAIN or (factor == 1 and image.mode not in DEEP)
    if factor and summed and not image.has_transparency_data:
        return of_whole_pixels(image, factor, turned, size, drawn)
    from .area_means import averaged_pixels  # numpy takes as long as a large photo, and hardly one needs it

    pixels = averaged_pixels(image, longest, turned)
    wide = pixels.itemsize
    return printed(pixels.astype(f">u{wide}").tobytes(), pixels.shape, wide, size, drawn)


def _turned(image: Image) -> int:
    """Return how the camera was held, 1 … 8 as Exif has it; 1 where nothing sensible is said."""
    try:
        found: Any = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # a damaged note about the picture is no damage to the picture
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1
