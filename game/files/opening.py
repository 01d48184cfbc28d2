"""Opening whatever somebody names or drops: its content says what it is, whatever its name says.

A picture, by how it begins (`picture_kinds.py`); else JSON: with the key "kernelscope_tour" a tour, with
"kernelscope_shelf" a shelf, with any other a scenario. What is wrong with a tour or a shelf is said in its own words.
"""

from __future__ import annotations

from pathlib import Path

from ..core.errors import ConvolutionError
from ..core.grid import Grid, Pair
from ..core.scenario import Scenario
from .errors import FileProblem, shown
from .picture_header import is_picture
from .picture_kinds import HEAD, kind_of
from .scenario_file import LIMIT, OpenedScenario, scenario_in
from .shelf import Shelf
from .strict_json import decoded, parsed, read_bytes, read_head
from .tour import Tour

_NEVER_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\r\f"))

THUMBNAIL = (24, 24)
"""(rows, columns) of the small picture of a picture."""
_LARGEST_FILE, _MOST_PIXELS = 1024 * 1024, 4_000_000  # of what is looked into for a small picture: a list has many


def open_path(path: Path, present: Scenario, size: Pair | None = None) -> OpenedScenario | Tour | Shelf:
    """Return what the file holds: a scenario, a tour, a shelf, or the present scenario with a picture as its image.

    A picture's longer side is 64 at most, or it is averaged down to a `size`; see `picture_image`. It is waited for,
    20 seconds at most: the window asks `holds_picture` first. Raises FileProblem ("file_unknown_kind" and those of
    `scenario_file`, `tour_file`, `shelf_file` and `picture`) and the errors of `core`, as when the kernel does not fit
    on a very small picture.
    """
    if not holds_picture(path):
        return _written(path)
    from .picture_image import with_picture  # here: what is opened is mostly no picture
    from .picture_reading import PictureReading

    return OpenedScenario(with_picture(present, PictureReading(path).wait(), path, size), None, {}, is_picture=True)


def holds_picture(path: Path) -> bool:
    """Tell whether the file is a picture, rather than a text. Raises FileProblem, "file_unknown_kind" for neither."""
    head = read_head(path, HEAD)
    if kind_of(head):
        return True
    if _is_binary(head):
        raise FileProblem("file_unknown_kind", path=shown(path))
    return False


def looked_into(path: Path) -> Scenario | Tour | Shelf | Grid | None:
    """Return what a file holds, for a small picture of it: a scenario, a tour, a shelf, or a picture's pixels.

    None for what is large, damaged, or none of these: it is only looked at, and opening it says what is wrong.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return None
        if not is_picture(read_head(path, HEAD)):
            found = _written(path)
            return found.scenario if isinstance(found, OpenedScenario) else found
        from .pictures import read_picture

        return read_picture(path, THUMBNAIL, always=True, most_pixels=_MOST_PIXELS)
    except (FileProblem, ConvolutionError, OSError, ValueError):
        return None


def _written(path: Path) -> OpenedScenario | Tour | Shelf:
    """Return the scenario, the tour or the shelf of a file in JSON."""
    data = read_bytes(path, LIMIT)
    found = parsed(decoded(data, path), path)
    if isinstance(found, dict) and "kernelscope_shelf" in found:
        from .shelf_file import shelf_in  # here and below: shelves and tours are rarely opened

        return shelf_in(found, path)
    if not isinstance(found, dict) or "kernelscope_tour" not in found:
        return scenario_in(found, path)
    from . import tour_file

    if len(data) > tour_file.LIMIT:
        raise FileProblem("file_too_large", path=shown(path), size=len(data), limit=tour_file.LIMIT)
    return tour_file.tour_in(found, path)


def _is_binary(head: bytes) -> bool:
    """Say whether these first bytes are of no text; one in UTF-16 or UTF-32 is text, in an encoding that is refused."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    return any(byte in _NEVER_IN_TEXT for byte in head)
