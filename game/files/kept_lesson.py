"""The lesson that is being made, kept on its own in the data folder until it is begun anew: nothing has to be saved."""

from __future__ import annotations

import contextlib
from pathlib import Path

from .atomic import put_aside
from .errors import FileProblem, not_kept
from .lesson_file import read_lesson
from .lesson_text import write_lesson
from .tour import Tour

NAME = "lesson.json"


def keep_lesson(folder: Path, lesson: Tour) -> None:
    """Keep a lesson, whole or not at all; one without scenes is forgotten. Raises "work_not_kept"."""
    if lesson.stops:
        try:
            write_lesson(folder / NAME, lesson, with_scenes=True)
        except (FileProblem, OSError) as error:
            raise not_kept("work_not_kept", folder, error) from error
        return
    with contextlib.suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)


def kept_lesson(folder: Path) -> Tour | None:
    """Return the lesson that was kept; None where there is none, or none that can be read: that file is put aside."""
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        return read_lesson(path)
    except FileProblem:
        put_aside(path, folder)
        return None
