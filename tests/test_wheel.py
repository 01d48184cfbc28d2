"""What the project says of itself; building and installing the wheel is a command, ``tests.tools.wheel_check``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from game.version import VERSION

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


def test_the_program_needs_six_packages_and_no_more(project: dict[str, Any]) -> None:
    names = {requirement.split(">")[0].strip() for requirement in project["dependencies"]}
    assert names == {"numpy", "pillow", "platformdirs", "pygame-ce", "reportlab", "segno"}


def test_every_licence_that_the_wheel_carries_exists(project: dict[str, Any]) -> None:
    assert [name for name in project["license-files"] if not (ROOT / name).is_file()] == []
    assert set(project["license-files"]) == {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "LICENSE", *ROOT.glob("assets/*/LICENSE.txt"))
    }


def test_the_change_log_begins_with_this_version() -> None:
    headings = [line for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line[:3] == "## "]
    assert headings[0].startswith(f"## [{VERSION}]")
