"""Opening whatever somebody names or drops: its content says what it is, whatever its name says."""

from pathlib import Path

from ..core.grid import Pair
from ..core.scenario import Scenario
from .errors import FileProblem, shown
from .picture_header import is_picture
from .reading import read_head
from .scenario_file import OpenedScenario, read_scenario, tidy_name

_HEAD = 256
_NEVER_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\r\f"))


def open_path(path: Path, present: Scenario, size: Pair | None = None) -> OpenedScenario:
    """Return what the file holds: a scenario, or the present one with a picture as its image.

    A picture is averaged down to the present image's size, or keeps its own if both its sides are at most 64; with a
    `size` it is averaged down to that. Raises FileProblem ("file_unknown_kind" and those of `scenario_file` and
    `pictures`) and the errors of `core`, as when the kernel does not fit on a very small picture.
    """
    head = read_head(path, _HEAD)
    if not is_picture(head):
        if _is_binary(head):
            raise FileProblem("file_unknown_kind", path=shown(path))
        return read_scenario(path)
    # Imported here, because pygame comes with it, and a scenario can be read without a screen library.
    from .pictures import read_picture

    image = read_picture(path, size or present.image_size, always=size is not None)
    return OpenedScenario(present.with_image(image, white=1.0).named(tidy_name(path.stem)), None, {})


def is_picture_file(path: Path) -> bool:
    """Say whether the file is a PNG or JPEG by its first bytes. Raises FileProblem as `reading.read_head`."""
    return is_picture(read_head(path, _HEAD))


def _is_binary(head: bytes) -> bool:
    """Say whether these first bytes are of no text; one in UTF-16 or UTF-32 is text, in an encoding that is refused."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    return any(byte in _NEVER_IN_TEXT for byte in head)
