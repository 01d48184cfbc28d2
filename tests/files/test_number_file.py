"""Files of numbers are known by their content, whatever their names say; what is a scenario stays one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.core.scenario import startup
from game.files.errors import FileProblem
from game.files.number_file import LARGEST, FoundNumbers
from game.files.opening import looked_into, open_path
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence

GRID = [[1.0, 2.0], [3.0, -0.5]]


def found_in(path: Path) -> FoundNumbers:
    found = open_path(path, startup())
    assert isinstance(found, FoundNumbers)
    return found


def values_in(path: Path) -> list[object]:
    numbers = found_in(path).numbers
    assert numbers is not None
    values: list[object] = numbers.values.tolist()
    return values


def refused(path: Path) -> tuple[str, str]:
    with pytest.raises(FileProblem) as caught:
        open_path(path, startup())
    words = sentence(caught.value.key, **caught.value.values())
    assert words != FALLBACK
    assert path.name in words
    return caught.value.key, words


@pytest.mark.parametrize("name", ["k.txt", "k.csv", "k.json", "k.npy", "k", "k.png"])
@pytest.mark.parametrize(
    "text",
    [
        "1 2\n3 -0.5\n",
        "1,2\n3,-0.5",
        "1;2\r\n3;-0,5\r\n",
        "1\t2\n3\t-0.5",
        "[[1, 2], [3, -0.5]]",
        "[[1. 2.]\n [3. -.5]]",
    ],
)
def test_a_text_of_numbers_is_one_under_any_name(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    assert values_in(tmp_path / name) == GRID


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
def test_texts_are_read_in_the_encodings_that_programs_write(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "k.txt").write_bytes("1\u00a02\n3\u00a0-0.5\n".encode(encoding))
    assert values_in(tmp_path / "k.txt") == GRID


def test_utf_16_and_utf_32_are_read_in_both_orders_of_its_bytes(tmp_path: Path) -> None:
    wide = (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be")
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), *wide):
        (tmp_path / "k.txt").write_bytes(mark + "1 2\n3 -0.5".encode(encoding))
        assert values_in(tmp_path / "k.txt") == GRID


@pytest.mark.parametrize("name", ["k.npy", "k.txt", "k.json"])
def test_an_array_is_one_under_any_name(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        np.save(file, np.array(GRID))
    assert values_in(tmp_path / name) == GRID


def test_an_archive_of_one_array_is_that_array_and_one_of_several_is_a_choice(tmp_path: Path) -> None:
    np.savez(tmp_path / "one.npz", k=np.array(GRID))
    assert values_in(tmp_path / "one.npz") == GRID
    np.savez_compressed(tmp_path / "two.npz", a=np.eye(3), k=np.array(GRID))
    found = found_in(tmp_path / "two.npz")
    assert found.numbers is None
    assert found.shades is None
    assert found.array_names == ("a", "k")
    chosen = found.chosen("k").numbers
    assert chosen is not None
    assert chosen.values.tolist() == GRID
    with pytest.raises(FileProblem) as caught:
        found.chosen("b")
    assert caught.value.key == "array_name"


def test_an_object_of_several_lists_is_a_choice_and_of_one_that_one(tmp_path: Path) -> None:
    path = tmp_path / "layer.json"
    path.write_text('{"weight": [[1, 2], [3, -0.5]], "bias": [0.5, 1], "name": "x", "odd": [[1], [2, 3]]}', "utf-8")
    found = found_in(path)
    assert found.numbers is None
    assert [(each.name, each.shape, each.kind) for each in found.arrays] == [
        ("weight", (2, 2), ""),
        ("bias", (1, 2), ""),
    ]
    chosen = found.chosen("weight")
    assert chosen.numbers is not None
    assert chosen.numbers.values.tolist() == GRID
    assert chosen.title == "layer.json:weight"
    path.write_text('{"weight": [[1, 2], [3, -0.5]], "bias": null}', "utf-8")
    numbers = found_in(path).numbers
    assert numbers is not None
    assert numbers.values.tolist() == GRID
    assert numbers.said == "only “weight” read"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"1 2\n3 x", "file_numbers"),
        (b"1 2 3\n4 5", "file_numbers"),
        (b"hello", "file_unknown_kind"),
        (b"<p>7</p>", "file_unknown_kind"),
        (b'{"a": 7}', "file_no_scenario"),
        (b'{"a": 7', "file_cut_off"),
        (b"\n \n", "file_empty"),
        (b"1\0 2\0", "file_unknown_kind"),
        (b"1 " * 3000 + b"\0", "file_not_text"),
        (b"\x93NUMPY\x01\x00", "array_damaged"),
        (b"PK\x03\x04", "array_damaged"),
    ],
)
def test_what_holds_no_numbers_says_so_with_its_name(tmp_path: Path, data: bytes, key: str) -> None:
    (tmp_path / "a file").write_bytes(data)
    assert refused(tmp_path / "a file")[0] == key


@pytest.mark.parametrize("text", ['{"kernelscope": 1, "image": [[1, 2]]}', '[{"kernelscope": 1}]', '{"kernelscope'])
def test_what_has_the_key_of_the_program_is_never_read_as_numbers(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(FileProblem) as caught:
        open_path(tmp_path / "a.json", startup())
    assert caught.value.key in ("file_key_missing", "file_no_scenario", "file_cut_off")


def test_a_file_of_arrays_that_is_very_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.npz").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(LARGEST + 1)
    key, words = refused(tmp_path / "a.npz")
    assert key == "file_too_large"
    assert "32 MB" in words


def test_the_open_sheet_has_small_pictures_of_numbers(tmp_path: Path) -> None:
    (tmp_path / "k.csv").write_text("0,2\n-4,1", encoding="utf-8")
    shades = looked_into(tmp_path / "k.csv")
    assert isinstance(shades, np.ndarray)
    assert shades.tolist() == [[0, 0.5], [-1, 0.25]]
    np.save(tmp_path / "c.npy", np.ones((3, 2, 2)))
    shades = looked_into(tmp_path / "c.npy")
    assert isinstance(shades, np.ndarray)
    assert shades.tolist() == [[1, 1], [1, 1]]
    np.savez(tmp_path / "two.npz", a=np.eye(3), k=np.eye(2))
    assert looked_into(tmp_path / "two.npz") is None
    (tmp_path / "bad.npy").write_bytes(b"\x93NUMPY")
    assert looked_into(tmp_path / "bad.npy") is None
