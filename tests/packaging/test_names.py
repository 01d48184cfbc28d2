"""What the built program is called, and which version Windows shows."""

from __future__ import annotations

import ast
import configparser
from typing import Any

import pytest

from bundle import desktop, environment, names
from game.version import VERSION


@pytest.mark.parametrize(
    ("system", "machine", "name"),
    [
        ("linux", "x86_64", f"Kernelscope-{VERSION}-linux-x86_64.tar.gz"),
        ("win32", "AMD64", f"Kernelscope-{VERSION}-windows-amd64.zip"),
        ("darwin", "arm64", f"Kernelscope-{VERSION}-macos-arm64.zip"),
    ],
)
def test_the_archive_is_called_after_version_system_and_machine(system: str, machine: str, name: str) -> None:
    assert names.archive_name(system, machine) == name


def test_the_version_resource_says_the_version_of_the_project() -> None:
    calls = [node for node in ast.walk(ast.parse(names.version_resource())) if isinstance(node, ast.Call)]
    said: dict[str, Any] = {}
    for call in calls:
        values = [ast.literal_eval(one) for one in call.args if isinstance(one, ast.Constant)]
        if isinstance(call.func, ast.Name) and call.func.id == "StringStruct":
            said[values[0]] = values[1]
        said.update(
            {one.arg: ast.literal_eval(one.value) for one in call.keywords if one.arg in ("filevers", "prodvers")}
        )
    numbers = tuple(int(part) for part in VERSION.split("."))
    assert said["filevers"] == said["prodvers"] == (*numbers, *[0] * (4 - len(numbers)))
    assert said["FileVersion"] == said["ProductVersion"] == VERSION
    assert said["ProductName"] == "Kernelscope"
    assert said["LegalCopyright"].startswith("Copyright (c) ")


def test_the_entry_in_the_menu_names_the_command_the_icon_and_the_window() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(desktop.entry())
    entry = parser["Desktop Entry"]
    assert (entry["Type"], entry["Name"], entry["Icon"]) == ("Application", "Kernelscope", "kernelscope")
    assert entry["Exec"] == "kernelscope %f"
    assert entry["StartupWMClass"] == "kernelscope"
    assert entry["Categories"].endswith(";")


def test_the_environment_of_the_build_has_what_the_program_needs_and_pyinstaller_only() -> None:
    wanted = {requirement.split(">")[0] for requirement in environment.requirements()}
    assert wanted == {"numpy", "pillow", "platformdirs", "pygame-ce", "pyinstaller", "reportlab", "segno"}
