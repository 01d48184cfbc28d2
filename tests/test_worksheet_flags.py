"""--worksheet and the flags that belong to it: which files are written, all of them or none, and what is said."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from game.command_line import main
from game.files import atomic
from game.files.atomic import write_together
from game.files.errors import FileProblem
from game.files.tour_file import LESSONS


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def complaint(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    return lines[0]


def test_a_worksheet_and_its_key_are_written(tmp_path: Path) -> None:
    assert main(["--worksheet", str(tmp_path / "sheet.pdf")]) == 0
    assert names(tmp_path) == ["sheet-key.pdf", "sheet.pdf"]
    first = PdfReader(tmp_path / "sheet.pdf").pages[0]
    assert float(first.mediabox.height) == pytest.approx(297 * 72 / 25.4, abs=0.05)
    assert "Kernelscope · sheet, version A, seed 1" in first.extract_text()


def test_versions_paper_and_exercises_can_be_chosen(tmp_path: Path) -> None:
    words = ["--versions", "2", "--paper", "Letter", "--blocks", "size, strides", "--seed", "9"]
    assert main(["--worksheet", str(tmp_path / "s.pdf"), *words]) == 0
    assert names(tmp_path) == ["s-A.pdf", "s-B.pdf", "s-key.pdf"]
    (page,) = PdfReader(tmp_path / "s-B.pdf").pages
    assert float(page.mediabox.width) == pytest.approx(215.9 * 72 / 25.4, abs=0.05)
    text = page.extract_text()
    assert "version B, seed 9" in text
    assert text.index("How large") < text.index("With which strides")
    assert "Source image" not in text


def test_what_a_photo_loses_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pixels = np.random.default_rng(5).integers(0, 256, (90, 120), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "photo.png")
    words = ["--image", str(tmp_path / "photo.png"), "--worksheet", str(tmp_path / "photo.pdf"), "--blocks", "map"]
    assert main(words) == 0
    assert capsys.readouterr().out == "The image of 48 × 64 pixels is 8 × 8 on the worksheet.\n"


def test_what_is_wrong_is_said_in_one_sentence_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "s.pdf")
    said = {
        ("--worksheet", str(tmp_path / "s.txt")): "a file that ends in .pdf",
        ("--worksheet", path, "--versions", "5"): "from 1 to 4, not 5",
        ("--worksheet", path, "--paper", "a5"): "there are a4, letter",
        ("--worksheet", path, "--blocks", "map,sums"): "there are map, cell, coverage, strides, size, mistake",
        ("--worksheet", path, "--kernel-size", "9", "--image-size", "20"): "kernels of 7 × 7 at most",
        ("--worksheet", path, "--operation", "transposed-convolution", "--blocks", "strides"): "makes no sense",
        ("--worksheet", str(tmp_path / "nowhere" / "s.pdf")): "its folder does not exist",
        ("--versions", "2"): "--versions is about worksheets",
        ("--paper", "a4"): "--paper is about worksheets",
        ("--blocks", "map"): "--blocks is about worksheets",
    }
    for words, sentence in said.items():
        assert sentence in complaint(capsys, *words)
    assert names(tmp_path) == []


def test_a_full_disk_leaves_no_file_of_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "s-A.pdf").write_bytes(b"old")
    real, calls = os.fsync, []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "full")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    words = ["--worksheet", str(tmp_path / "s.pdf"), "--versions", "2", "--blocks", "size"]
    assert "the disk is full" in complaint(capsys, *words)
    assert names(tmp_path) == ["s-A.pdf"]
    assert (tmp_path / "s-A.pdf").read_bytes() == b"old"


def test_files_that_could_be_replaced_come_back_when_a_later_one_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, three = (tmp_path / name for name in ("1", "2", "3"))
    one.write_bytes(b"old")
    three.write_bytes(b"held")
    real = atomic.patiently

    def held(deed: object) -> object:
        method = getattr(deed, "func", None)
        if getattr(method, "__self__", None) == three:
            raise OSError(errno.EACCES, "held by a viewer")
        return real(deed)  # type: ignore[arg-type]

    monkeypatch.setattr(atomic, "patiently", held)
    with pytest.raises(FileProblem):
        write_together({one: b"new", two: b"new", three: b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"1": b"old", "3": b"held"}


def test_files_that_are_there_are_replaced_together(tmp_path: Path) -> None:
    one, two = tmp_path / "1", tmp_path / "2"
    one.write_bytes(b"old")
    one.chmod(0o640)
    write_together({one: b"new", two: b"other"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"1": b"new", "2": b"other"}
    assert one.stat().st_mode & 0o777 == 0o640


def test_a_worksheet_file_and_a_lesson_say_what_is_written(tmp_path: Path) -> None:
    lesson = LESSONS["lesson-2"]
    sheet = str(lesson.with_name("lesson-2-worksheet.json"))
    assert main(["--worksheet", str(tmp_path / "a.pdf"), sheet]) == 0
    assert main(["--worksheet", str(tmp_path / "b.pdf"), str(lesson)]) == 0
    more = ["--tour", "lesson-2", "--versions", "1", "--paper", "letter"]
    assert main(["--worksheet", str(tmp_path / "c.pdf"), *more]) == 0
    first = ["a-A.pdf", "a-B.pdf", "a-key.pdf", "b-A.pdf", "b-B.pdf", "b-key.pdf"]
    assert names(tmp_path) == [*first, "c-key.pdf", "c.pdf"]
    texts = [PdfReader(tmp_path / name).pages[0].extract_text() for name in ("a-B.pdf", "b-B.pdf")]
    assert texts[0].replace(" a,", "") == texts[1].replace(" b,", "")
    assert "Stride and padding" in texts[0]
    assert float(PdfReader(tmp_path / "c.pdf").pages[0].mediabox.width) == pytest.approx(215.9 * 72 / 25.4, abs=0.05)
    assert main(["--worksheet", str(tmp_path / "d.pdf"), sheet, "--seed", "5"]) == 0
    assert "version A, seed 5" in PdfReader(tmp_path / "d-A.pdf").pages[0].extract_text()


def test_what_cannot_go_with_a_worksheet_file_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "s.pdf")
    sheet = str(LESSONS["lesson-2"].with_name("lesson-2-worksheet.json"))
    said = {
        ("--worksheet", path, sheet, "--stride", "2"): "of other flags only --seed, --versions and --paper",
        ("--worksheet", path, sheet, "--blocks", "map"): "of other flags only --seed, --versions and --paper",
        ("--worksheet", path, "--tour", "colour"): "“colour” names no worksheet",
        ("--worksheet", path, "--tour"): "names no worksheet",
        ("--worksheet", str(tmp_path / "s.txt"), sheet): "a file that ends in .pdf",
        ("--print-output", sheet): "is a worksheet; --worksheet FILE.pdf makes it",
    }
    for words, sentence in said.items():
        assert sentence in complaint(capsys, *words)
    assert names(tmp_path) == []
