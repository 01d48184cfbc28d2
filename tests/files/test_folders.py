"""Where kept work and settings go."""

import sys
from pathlib import Path

import pytest

from game.files.errors import FileProblem, shown
from game.files.folders import PORTABLE, data_folder
from game.files.kept_work import KeptWork
from game.words.sentences import sentence

PLACES = [
    ("linux", "Kernelscope"),
    ("win32", "Kernelscope.exe"),
    ("darwin", "Kernelscope.app/Contents/MacOS/Kernelscope"),
]


@pytest.fixture
def own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KERNELSCOPE_DATA", raising=False)


def freeze(monkeypatch: pytest.MonkeyPatch, folder: Path, system: str = "linux", program: str = "Kernelscope") -> None:
    """Make this process look like a program without a Python, in this folder."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "executable", str(folder / program))


@pytest.mark.usefixtures("own_folder")
def test_the_data_folder_is_the_users_own_and_named_after_the_program() -> None:
    folder = data_folder()
    assert folder.is_absolute()
    assert folder.name == "kernelscope"


def test_the_environment_can_name_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERNELSCOPE_DATA", str(tmp_path / "other"))
    assert data_folder() == tmp_path / "other"
    assert not (tmp_path / "other").exists()
    monkeypatch.setenv("KERNELSCOPE_DATA", "")
    assert data_folder().name == "kernelscope"


@pytest.mark.usefixtures("own_folder")
@pytest.mark.parametrize(("system", "program"), PLACES)
def test_a_program_with_a_file_portable_beside_it_keeps_everything_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, program: str
) -> None:
    freeze(monkeypatch, tmp_path, system, program)
    assert not data_folder().is_relative_to(tmp_path)
    (tmp_path / PORTABLE).touch()
    assert data_folder() == tmp_path / "data"


def test_the_environment_is_stronger_than_the_file_portable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    freeze(monkeypatch, tmp_path)
    (tmp_path / PORTABLE).touch()
    monkeypatch.setenv("KERNELSCOPE_DATA", str(tmp_path / "other"))
    assert data_folder() == tmp_path / "other"


@pytest.mark.usefixtures("own_folder")
def test_a_file_portable_beside_a_python_makes_nothing_portable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python3"))
    (tmp_path / PORTABLE).touch()
    assert not data_folder().is_relative_to(tmp_path)


@pytest.mark.usefixtures("own_folder")
def test_a_portable_folder_that_cannot_be_written_is_said_once_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    freeze(monkeypatch, tmp_path)
    (tmp_path / PORTABLE).touch()

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    opened, problem = KeptWork(data_folder()).start()
    assert opened is None
    assert isinstance(problem, FileProblem)
    assert (problem.key, problem.values()["path"]) == ("work_not_kept", shown(tmp_path / "data"))
    assert "no permission" in sentence(problem.key, **problem.values())
