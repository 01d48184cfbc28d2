"""What the program would miss: a module that was left out, though something that is in it imports it at its start."""

from __future__ import annotations

import re
from pathlib import Path

_LINE = re.compile(r"^(?P<kind>excluded|missing) module named (?P<module>[^ ]+) - imported by (?P<importers>.*)$")
_IMPORTER = re.compile(r"(?P<name>[\w.]+) \((?P<how>[^)]*)\)")
OWN = "game"


def missed(report: Path) -> list[str]:
    """Return a line for each module that PyInstaller's report says is not there though it is needed.

    A module is needed by whatever imports it when it is imported itself and does not cope without; our own modules need
    what they import later, too. What PyInstaller just did not find it can only judge where it is ours: packages name
    much that is no module.
    """
    found = map(_LINE.match, report.read_text(encoding="utf-8").splitlines())
    return sorted(
        f"{name} needs {line['module'].strip(chr(39))}"
        for line in found
        if line is not None
        for name, how in _IMPORTER.findall(line["importers"])
        if _needs(name, set(how.split(", ")), excluded=line["kind"] == "excluded")
    )


def _needs(name: str, ways: set[str], *, excluded: bool) -> bool:
    if ways & {"conditional", "optional"}:
        return False
    return name.split(".")[0] == OWN or (excluded and "top-level" in ways)
