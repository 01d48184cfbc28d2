"""The trial of a built program, run on three systems, tells one that works from one that does not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import try_program

ROOT = Path(__file__).parents[2]
PROGRAM = str(ROOT / "main.py")


OTHER_SIZE = r"pathlib.Path(sys.argv[2]).write_bytes(b'\x89PNG\r\n\x1a\n    IHDR' + bytes([0, 0, 3, 32, 0, 0, 2, 87]))"
"""It makes a picture of 800 × 599."""


def stand_in(folder: Path, body: str) -> list[str]:
    """Return the command of a program that does something else than ours."""
    path = folder / "program.py"
    path.write_text(f"import os, pathlib, sys, time\n{body}\n", encoding="utf-8")
    return [sys.executable, str(path)]


def test_the_program_itself_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert try_program.main([sys.executable, PROGRAM]) == 0
    trials = ("prints", "reads", "pictures", "worksheets", "hands_out", "starts")
    assert capsys.readouterr().out.splitlines() == [f"{trial}: well" for trial in trials]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "sys.exit(3)",
        "print('{}')",
        "print('[1]')",
        "print('{\"output_size\": [9, 9]}')",
        "print('½')",
        "os.abort()",
    ],
)
def test_one_that_prints_another_output_or_none_fails(tmp_path: Path, body: str) -> None:
    assert try_program.prints(stand_in(tmp_path, body), tmp_path) != ""
    assert try_program.reads(stand_in(tmp_path, body), tmp_path) != ""


@pytest.mark.parametrize(
    "body",
    [
        "sys.exit(3)",
        "pathlib.Path(sys.argv[2]).write_bytes(b'')",
        "pathlib.Path(sys.argv[2]).write_bytes(b'GIF89a')",
        OTHER_SIZE,
    ],
)
def test_one_that_makes_no_picture_fails(tmp_path: Path, body: str) -> None:
    assert try_program.pictures(stand_in(tmp_path, body), tmp_path) != ""


@pytest.mark.parametrize("body", ["sys.exit(3)", "pathlib.Path(sys.argv[2]).write_bytes(b'%PDF-')"])
def test_one_that_writes_no_worksheet_or_no_key_fails(tmp_path: Path, body: str) -> None:
    assert try_program._fault(try_program.worksheets, stand_in(tmp_path, body), tmp_path) != ""


@pytest.mark.parametrize("body", ["sys.exit(3)", "", "print('=')"])
def test_one_that_hands_out_nothing_fails(tmp_path: Path, body: str) -> None:
    assert try_program.hands_out(stand_in(tmp_path, body), tmp_path) != ""


def test_one_that_ends_by_itself_fails(tmp_path: Path) -> None:
    assert "status 3" in try_program.starts(stand_in(tmp_path, "sys.exit(3)"), tmp_path)


def test_one_that_keeps_nothing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(try_program, "PATIENCE", 0.3)
    assert "kept nothing" in try_program.starts(stand_in(tmp_path, "time.sleep(60)"), tmp_path)


def test_one_that_never_answers_fails_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(try_program, "PATIENCE", 0.3)
    assert try_program.main(stand_in(tmp_path, "time.sleep(60)")) == 1
    assert capsys.readouterr().out.count("well") == 0


@pytest.mark.parametrize("missing", ["nowhere", "no where/at all"])
def test_one_that_is_not_there_fails_with_a_word(missing: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert try_program.main([missing]) == 1
    assert capsys.readouterr().out.count("FileNotFoundError") == 6
    assert try_program.main([]) == 2


def test_a_path_from_here_is_one_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(sys.executable).parent)
    assert try_program.main([f"./{Path(sys.executable).name}", PROGRAM]) == 0
