"""What the build says when something is missing, and what its recipe names."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
import sysconfig
from pathlib import Path

import pytest

import build
from bundle import environment

ROOT = Path(__file__).parents[2]
SPEC = (ROOT / "packaging" / "kernelscope.spec").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "told"), [("_tkinter", "python3-tk"), ("objdump", "binutils"), ("shared", "libpython3.")]
)
def test_what_the_build_lacks_is_said_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "argv", ["build.py"])
    monkeypatch.setattr(importlib.util, "find_spec", lambda module: None if module == name else object())
    monkeypatch.setattr(shutil, "which", lambda command: None if command == name else command)
    libraries = {"LIBDIR": str(tmp_path), "INSTSONAME": "libpython3.none.so" if name == "shared" else "own.so"}
    (tmp_path / "own.so").touch()
    monkeypatch.setattr(sysconfig, "get_config_var", libraries.get)
    monkeypatch.setattr(environment, "make", lambda: pytest.fail("it begins all the same"))
    assert build.main() == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1


def test_every_file_that_the_recipe_names_is_there() -> None:
    for name in re.findall(r'HERE / \(?"([^"]+)"', SPEC) + re.findall(r'else "(kernelscope\.\w+)"', SPEC):
        assert (ROOT / "packaging" / name).is_file()
    for name in re.findall(r'ROOT / "([^"]+)"', SPEC):
        assert name == "build" or (ROOT / name).exists()


def test_a_folder_is_as_large_as_its_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(1_200_000))
    assert build.megabytes(tmp_path) == build.megabytes(tmp_path / "a") == "1.2 MB"
