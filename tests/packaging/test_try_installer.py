"""The trial of the installer, with a stand-in for what only Windows has."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import try_installer
import try_program

ENTRY = "Microsoft/Windows/Start Menu/Programs/Kernelscope.lnk"


class Windows:
    """Windows, as far as the trial sees it: it installs and takes away, unless it fails at something."""

    def __init__(self, folder: Path, fails: str) -> None:
        self.program, self.entry = folder / "Programs/Kernelscope/Kernelscope.exe", folder / "Data" / ENTRY
        self.fails = fails
        self.told: list[list[str]] = []

    def run(self, command: list[str], *, check: bool) -> subprocess.CompletedProcess[bytes]:
        """Do what the Windows installer does."""
        assert not check
        self.told.append(command)
        what, log = command[1], Path(command[-1])
        if self.fails == what:
            log.write_text("what Windows wrote down", encoding="utf-16")
            return subprocess.CompletedProcess(command, 1603)
        for path in (self.program, self.entry):
            if what == "/i" and self.fails != path.name:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch()
            elif what == "/x" and self.fails != f"rest of {path.name}":
                path.unlink(missing_ok=True)
        if what == "/x" and self.program.parent.is_dir() and not self.program.exists():
            self.program.parent.rmdir()
        return subprocess.CompletedProcess(command, 0)


def tried(folder: Path, monkeypatch: pytest.MonkeyPatch, fails: str = "") -> tuple[int, Windows]:
    """Try an installer on a Windows that fails at something, and return the status and that Windows."""
    windows = Windows(folder, fails)
    monkeypatch.setenv("PROGRAMFILES", str(folder / "Programs"))
    monkeypatch.setenv("PROGRAMDATA", str(folder / "Data"))
    monkeypatch.setattr(subprocess, "run", windows.run)
    monkeypatch.setattr(
        try_program, "main", lambda command: int(fails == "program" or command != [str(windows.program)])
    )
    return try_installer.main([str(folder / "Kernelscope.msi")]), windows


def test_it_is_installed_silently_tried_and_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, windows = tried(tmp_path, monkeypatch)
    assert status == 0
    assert [command[:5] for command in windows.told] == [
        ["msiexec", what, str(tmp_path / "Kernelscope.msi"), "/qn", "/norestart"] for what in ("/i", "/x")
    ]
    assert capsys.readouterr().out == "installed, tried and taken away\n"


@pytest.mark.parametrize(
    "fails",
    ["/i", "/x", "program", "Kernelscope.exe", "Kernelscope.lnk", "rest of Kernelscope.exe", "rest of Kernelscope.lnk"],
)
def test_each_thing_that_fails_is_noticed_and_it_is_taken_away_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    status, windows = tried(tmp_path, monkeypatch, fails)
    assert status == 1
    assert [command[1] for command in windows.told] == ["/i", "/x"]


def test_what_windows_wrote_down_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tried(tmp_path, monkeypatch, "/i")
    assert "what Windows wrote down\nmsiexec /i ended with 1603\n" in capsys.readouterr().out
    assert try_installer.main([]) == 2
