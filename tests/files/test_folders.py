"""Where kept work and settings go."""

import sys
from pathlib import Path

import pytest

from game.files.folders import data_folder


def test_the_data_folder_is_the_users_own_and_named_after_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KERNELSCOPE_DATA", raising=False)
    folder = data_folder()
    assert folder.is_absolute()
    assert folder.name == "kernelscope"


def test_the_environment_can_name_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERNELSCOPE_DATA", str(tmp_path / "other"))
    assert data_folder() == tmp_path / "other"
    assert not (tmp_path / "other").exists()
    monkeypatch.setenv("KERNELSCOPE_DATA", "")
    assert data_folder().name == "kernelscope"


def test_a_built_program_keeps_all_beside_it_where_it_is_portable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KERNELSCOPE_DATA", raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Kernelscope"))
    (tmp_path / "portable").touch()
    assert data_folder() != tmp_path / "data"  # a Python beside which such a file lies is no program of ours
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert data_folder() == tmp_path / "data"
    (tmp_path / "portable").unlink()
    assert data_folder().name == "kernelscope"
