"""Opening whatever somebody names or drops: its content says what it is, whatever its name says.

A picture, by how it begins (`picture_kinds.py`), and arrays of NumPy, by their first bytes; else text: JSON with the
key "kernelscope_tour" is a tour, with "kernelscope_lesson" a lesson, which is one too, with "kernelscope_shelf" a
shelf, with "kernelscope_worksheet" a worksheet, which is made and not opened, with "kernelscope" a scenario; any
other text is read as numbers. What is wrong with each is said in its own words.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ..core.errors import ConvolutionError
from ..core.grid import Grid, Pair
from ..core.scenario import Scenario
from .errors import FileProblem, shown
from .picture_header import is_picture
from .picture_kinds import HEAD, kind_of, refused_kind_of
from .scenario_file import LIMIT, OpenedScenario, scenario_in
from .scenario_parts import check_size
from .shelf import Shelf
from .strict_json import decoded, parsed, read_bytes, read_head
from .tour import Tour

if TYPE_CHECKING:
    from .number_file import FoundNumbers

NUMBER_ENDINGS = (".txt", ".csv", ".tsv", ".md", ".tex", ".m", ".npy", ".npz")
"""How the names of files of numbers mostly end, beside JSON."""
_ARRAYS = (b"\x93NUMPY", b"PK\x03\x04", b"PK\x05\x06")
"""Begin an array of NumPy, and an archive of such."""
_OWN = rb'"kernelscope(_tour|_lesson|_shelf|_worksheet)?"'
"""The keys that tell the program's own files."""
_NEVER_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\r\f"))

THUMBNAIL = (24, 24)
"""(rows, columns) of the small picture of a picture."""
_LARGEST_FILE, _MOST_PIXELS = 1024 * 1024, 4_000_000  # of what is looked into for a small picture: a list has many


Opened: TypeAlias = "OpenedScenario | Tour | Shelf | FoundNumbers"
"""What a file may hold; a picture is a scenario, the present one with another image."""


def open_path(path: Path, present: Scenario, size: Pair | None = None) -> Opened:
    """Return what the file holds: a scenario, a tour, a shelf, numbers, or the present scenario with a picture.

    A picture's longer side is 64 at most, or it is averaged down to a `size`; see `picture_image`. It is waited for,
    20 seconds at most: the window asks `holds_picture` first. Raises FileProblem ("file_unknown_kind" and those of
    `scenario_file`, `tour_file`, `shelf_file`, `number_file` and `picture`) and the errors of `core`, as when the
    kernel does not fit on a very small picture.
    """
    if not holds_picture(path):
        return _written(path)
    from .picture_image import with_picture  # here: what is opened is mostly no picture
    from .picture_reading import PictureReading

    return OpenedScenario(with_picture(present, PictureReading(path).wait(), path, size), None, {}, is_picture=True)


def holds_picture(path: Path) -> bool:
    """Tell whether the file is a picture, rather than a text.

    Raises FileProblem, "file_unknown_kind" for neither, and "picture_kind" for a kind of picture that is not read.
    """
    head = read_head(path, HEAD)
    if kind_of(head):
        return True
    if kind := refused_kind_of(head):
        raise FileProblem("picture_kind", path=shown(path), kind=kind)
    if _is_binary(head):
        raise FileProblem("file_unknown_kind", path=shown(path))
    return False


def looked_into(path: Path) -> Scenario | Tour | Shelf | Grid | None:
    """Return what a file holds, for a small picture of it: a scenario, a tour, a shelf, or pixels or numbers as shades.

    None for what is large, damaged, or none of these: it is only looked at, and opening it says what is wrong.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return None
        if not is_picture(read_head(path, HEAD)):
            found = _written(path)
            if isinstance(found, OpenedScenario):
                return found.scenario
            return found if isinstance(found, Tour | Shelf) else found.shades
        from .pictures import read_picture

        return read_picture(path, THUMBNAIL, always=True, most_pixels=_MOST_PIXELS)
    except (FileProblem, ConvolutionError, OSError, ValueError):
        return None


def _written(path: Path) -> Opened:
    """Return the scenario, the tour or the shelf of a file in JSON, or the numbers of a text or of arrays."""
    if read_head(path, len(_ARRAYS[0])).startswith(_ARRAYS):
        from .number_file import array_file  # here and below: few files are numbers, and few shelves and tours

        return array_file(path)
    data = read_bytes(path, LIMIT)
    if re.search(_OWN, data) is None:
        return _numbers(data, path)
    check_size(data, path)
    found = parsed(decoded(data, path), path)
    if isinstance(found, dict) and "kernelscope_shelf" in found:
        from .shelf_file import shelf_in

        return shelf_in(found, path)
    if isinstance(found, dict) and "kernelscope_lesson" in found:
        from .lesson_file import lesson_in

        return lesson_in(found, path)
    if isinstance(found, dict) and "kernelscope_worksheet" in found:
        raise FileProblem("worksheet_opened", path=shown(path))
    if not isinstance(found, dict) or "kernelscope_tour" not in found:
        return scenario_in(found, path)
    from . import tour_file

    if len(data) > tour_file.LIMIT:
        raise FileProblem("file_too_large", path=shown(path), size=len(data), limit=tour_file.LIMIT)
    return tour_file.tour_in(found, path)


def _numbers(data: bytes, path: Path) -> FoundNumbers:
    """Return the numbers of a text; what is wrong with an object of JSON, or a text without any, is said as before.

    Raises FileProblem: "file_numbers", "file_unknown_kind" for a text without digits and for mark-up, those of
    `text_of`, `parsed` and `scenario_in`, and "file_not_text" for a file of the program's own in another encoding.
    """
    from .number_file import numbers_of, text_of

    text = text_of(data, path)
    if re.search(_OWN, text.encode("utf-8", "replace")) is not None:
        raise FileProblem("file_not_text", path=shown(path))
    try:
        return numbers_of(text, path)
    except FileProblem as problem:
        begin = text.lstrip("\ufeff \t\r\n")[:1]
        if begin == "{":
            from .number_object import object_of

            if (found := object_of(text, path)) is not None:
                return found
            scenario_in(parsed(text, path), path)  # which says what a scenario has
        if begin == "<" or re.search(r"\d", text) is None:
            raise FileProblem("file_unknown_kind", path=shown(path)) from problem
        raise


def _is_binary(head: bytes) -> bool:
    """Say whether these first bytes are of no text and no array; one in UTF-16 or UTF-32 is text."""
    if head.startswith(_ARRAYS):
        return False
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    return any(byte in _NEVER_IN_TEXT for byte in head)
