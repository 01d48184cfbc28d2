"""The digits that networks learn from: they are those of the source, and what is damaged is said in one sentence."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import numpy as np
import pytest

from game.files.digits import FOLDER, own_digits, read_digits
from game.files.errors import FileProblem
from game.words.sentences import sentence_for
from tests.tools import digits as tool

FIRST = (
    *(0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0, 0, 3, 15, 2, 0, 11, 8, 0, 0, 4, 12, 0, 0, 8, 8, 0),
    *(0, 5, 8, 0, 0, 9, 8, 0, 0, 4, 11, 0, 1, 12, 7, 0, 0, 2, 14, 5, 10, 12, 0, 0, 0, 0, 6, 13, 10, 0, 0, 0),
)
"""The first line of the table, a 0; below how many there are of each digit, as the set's description has it."""
COUNTS = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
SUM = 561718
"""All pixels of the table, 0 … 16, added up."""


def copied(folder: Path) -> Path:
    for name in ("digits.bin", "held-back.txt"):
        (folder / name).write_bytes((FOLDER / name).read_bytes())
    return folder


def refused(folder: Path) -> str:
    with pytest.raises(FileProblem) as found:
        read_digits(folder)
    assert found.value.key == "digits_damaged"
    return sentence_for(found.value)


def test_the_digits_are_those_of_the_source() -> None:
    digits = own_digits()
    assert digits.pixels.shape == (1797, 8, 8)
    assert (digits.pixels[0].ravel() * 16 == FIRST).all()
    assert digits.kinds[0] == 0
    assert np.bincount(digits.kinds).tolist() == COUNTS
    assert digits.pixels.sum() * 16 == SUM
    assert not digits.pixels.flags.writeable


def test_of_each_digit_a_fifth_is_held_back_and_nothing_held_back_is_learned() -> None:
    digits = own_digits()
    assert len(digits.held_back) == 360
    assert sorted([*digits.held_back, *digits.learned]) == list(range(1797))
    counts = np.bincount(digits.kinds[digits.held_back])
    assert (np.abs(counts - np.array(COUNTS) * 360 / 1797) < 1).all()


def test_they_take_no_more_room_than_they_need() -> None:
    assert (FOLDER / "digits.bin").stat().st_size < 46_000


@pytest.mark.parametrize("place", [3, 25, 20_000, -1])
def test_a_damaged_file_is_refused_with_one_sentence(tmp_path: Path, place: int) -> None:
    packed = copied(tmp_path) / "digits.bin"
    data = bytearray(packed.read_bytes())
    data[place] ^= 0x10
    packed.write_bytes(bytes(data))
    sentence = refused(tmp_path)
    assert "digits.bin" in sentence
    assert sentence.count(". ") == 0


@pytest.mark.parametrize("change", ["shorter", "longer", "pixel", "digit"])
def test_numbers_that_cannot_be_are_refused(tmp_path: Path, change: str) -> None:
    packed = copied(tmp_path) / "digits.bin"
    head, body = packed.read_bytes().split(b"\n", 1)
    numbers = bytearray(zlib.decompress(body))
    if change == "shorter":
        del numbers[-1]
    elif change == "longer":
        numbers.append(0)
    else:
        numbers[-1 if change == "pixel" else 0] = 17 if change == "pixel" else 10
    packed.write_bytes(head + b"\n" + zlib.compress(bytes(numbers)))
    refused(tmp_path)


@pytest.mark.parametrize("first", ["", "4 7", "0 0 7", "0 4 7 8", "0 4 x", "0 4 1797"])
def test_a_list_that_is_not_of_360_digits_is_refused(tmp_path: Path, first: str) -> None:
    listed = copied(tmp_path) / "held-back.txt"
    listed.write_text(listed.read_text(encoding="ascii").replace("0 4 7", first, 1), encoding="ascii")
    assert "held-back.txt" in refused(tmp_path)


def test_a_file_that_is_missing_is_said_as_any_other(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as found:
        read_digits(tmp_path)
    assert found.value.key == "file_missing"


def test_the_files_are_those_that_their_tool_makes_of_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digits = own_digits()
    table = np.column_stack([digits.pixels.reshape(1797, 64) * 16, digits.kinds])
    lines = "\n".join(",".join(str(int(number)) for number in row) for row in table)
    (tmp_path / "digits.csv.gz").write_bytes(gzip.compress(lines.encode()))
    monkeypatch.setattr(tool, "FOLDER", tmp_path)
    assert tool.main([str(tmp_path / "digits.csv.gz")]) == 0
    assert (tmp_path / "held-back.txt").read_bytes() == (FOLDER / "held-back.txt").read_bytes()
    made, shipped = (folder / "digits.bin" for folder in (tmp_path, FOLDER))
    assert zlib.decompress(made.read_bytes()[21:]) == zlib.decompress(shipped.read_bytes()[21:])
