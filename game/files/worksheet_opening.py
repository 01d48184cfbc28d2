"""Opening the file of a worksheet, with the lesson whose scenes it counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .beside import file_beside
from .errors import FileProblem, shown
from .lesson_file import scenarios_of
from .scenario_parts import LIMIT
from .strict_json import read_json
from .worksheet_file import lesson_of, worksheet_in

if TYPE_CHECKING:
    from .worksheet_plan import Plan


def read_worksheet(path: Path) -> Plan:
    """Return the worksheet in a file. Raises FileProblem as `strict_json.read_json` and `opened_worksheet` do."""
    return opened_worksheet(read_json(path, LIMIT), path)


def opened_worksheet(found: object, path: Path) -> Plan:
    """Return the worksheet of JSON that was read; the lesson that it names lies beside its file, or below it.

    Raises FileProblem: "worksheet_path", those of `lesson_file` and of `worksheet_file`.
    """
    name = lesson_of(found, path)
    if name is None:
        return worksheet_in(found, path)
    lesson = file_beside(path, name)
    if lesson is None:
        raise FileProblem("worksheet_path", path=shown(path), field="lesson", name=shown(name, 80))
    return worksheet_in(found, path, scenarios_of(lesson))
