"""A module that the program would miss is found in PyInstaller's report."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle.missing import missed

BY = "imported by"
EXCLUDED, MISSING = "excluded module named", "missing module named"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"{EXCLUDED} decimal - {BY} fractions (top-level), ast (delayed)", "fractions needs decimal"),
        (f"{EXCLUDED} decimal - {BY} fractions (delayed)", ""),
        (f"{EXCLUDED} mixer - {BY} pygame (optional)", ""),
        (f"{EXCLUDED} mixer - {BY} pygame (top-level, optional)", ""),
        (f"{EXCLUDED} numpy.typing - {BY} game.core.grid (conditional)", ""),
        (f"{EXCLUDED} 'numpy.typing' - {BY} game.view.sprites (top-level)", "game.view.sprites needs numpy.typing"),
        (f"{EXCLUDED} http - {BY} game.files.strict_json (delayed)", "game.files.strict_json needs http"),
        (f"{MISSING} platformdirs - {BY} game.files.folders (delayed)", "game.files.folders needs platformdirs"),
        (f"{MISSING} numpy._core.add - {BY} numpy.linalg._linalg (top-level)", ""),
        (f"{MISSING} winreg - {BY} game.files.lock (conditional)", ""),
        ("This file lists modules PyInstaller was not able to find.", ""),
    ],
)
def test_what_is_needed_and_not_there_is_named_with_what_needs_it(tmp_path: Path, line: str, found: str) -> None:
    report = tmp_path / "warn.txt"
    report.write_text(f"\n{line}\n", encoding="utf-8")
    assert missed(report) == ([found] if found else [])
