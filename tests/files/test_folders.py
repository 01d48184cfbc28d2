"""Where kept work and settings go."""

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
