"""What the flags about an export of pictures say; imported where one is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .core.limits import Range
from .exports import check_ending
from .files.errors import FileProblem, shown
from .flag_texts import WHOLE, matched, name, whole
from .value import Value

if TYPE_CHECKING:
    from .flags import Flags

STILL = (".png", ".svg")
"""Endings of files that hold one picture: of the position that is shown."""
MOVING = (".gif", ".mp4", ".webm", ".pdf")
"""Endings of files that hold several steps."""
PARTS = ("stage", "window", "image", "kernel", "products", "output")
"""What can be drawn: the grids with their line, all of the window, or one grid."""
WIDTH = Range(200, 4096)
"""Pixels of a picture's width."""
ABOUT = ("steps", "what", "width")
"""The flags that belong to --export."""


class ExportAsked(Value):
    """What is written where: a part of the window, pixels of width (None: as usual), and steps from 1 (or None)."""

    path: Path
    what: str = "stage"
    width: int | None = None
    steps: tuple[int, int] | None = None


def export_asked(found: Flags) -> ExportAsked | None:
    """Return what is to be exported as pictures, None for nothing, and for a file of another kind.

    Raises FileProblem, also for a kind of file that there is not, UnknownName or OutOfRange.
    """
    kind = "" if found.export is None else check_ending(found.export, STILL + MOVING)
    if kind not in STILL + MOVING:
        given = next((each for each in ABOUT if getattr(found, each) is not None), None)
        if given is not None:
            raise FileProblem("flag_needs_export", flag=f"--{given}", allowed=STILL + MOVING)
        return None
    if found.steps is not None and kind in STILL:
        raise FileProblem("export_no_steps", path=shown(found.export or ""), allowed=MOVING)
    return ExportAsked(
        Path(found.export or ""),
        "stage" if found.what is None else name(found.what, "part", PARTS),
        None if found.width is None else whole("--width", found.width, "picture width", WIDTH),
        None if found.steps is None else _steps(found.steps),
    )


def _steps(text: str) -> tuple[int, int]:
    """Return "3..5" as (3, 5), and "3" as (3, 3)."""
    met = matched(rf"({WHOLE})(?:\.\.({WHOLE}))?", "--steps", text, "steps")
    return int(met[1]), int(met[2] or met[1])
