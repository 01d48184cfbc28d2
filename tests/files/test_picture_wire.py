"""What the process that reads a picture prints is a picture or a problem, and all of it is checked."""

from __future__ import annotations

import contextlib
import struct
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.files.errors import FileProblem
from game.files.picture import KEPT, PROBLEMS, NoPictureError, Picture, packed, packed_problem, unpacked
from game.words.error_texts import ERROR_TEXTS

PICTURE = Picture(np.arange(24, dtype=np.uint8).reshape(2, 4, 3), (20, 40))
DEEP = Picture(np.array([[[0], [256], [65_535]]], dtype=np.uint16), (1, 3), True)


@pytest.mark.parametrize("picture", [PICTURE, DEEP])
def test_a_picture_comes_back_as_it_was(picture: Picture) -> None:
    found = unpacked(packed(picture))
    assert found.pixels.dtype == picture.pixels.dtype
    assert (found.pixels == picture.pixels).all()
    assert (found.size, found.drawn) == (picture.size, picture.drawn)


def test_a_problem_comes_back_as_it_was() -> None:
    problem = FileProblem("picture_too_large", path="ü\n\ud800.png", rows=9, columns=10**9)
    with pytest.raises(FileProblem) as caught:
        unpacked(packed_problem(problem))
    assert (caught.value.key, caught.value.values()) == (problem.key, problem.values())


def test_every_problem_has_its_sentence() -> None:
    assert set(PROBLEMS) <= {key.split("/")[0] for key in ERROR_TEXTS}


def test_what_is_cut_off_or_goes_on_is_neither() -> None:
    whole = packed(PICTURE)
    for wrong in (*(whole[:length] for length in range(len(whole))), whole + b"\0"):
        with pytest.raises(NoPictureError):
            unpacked(wrong)


def head(**fields: Any) -> bytes:
    """Return a picture with something else in its head, and as many pixels as that says."""
    usual = {"start": b"KSP1", "channels": 3, "wide": 1, "drawn": 0, "rows": 2, "columns": 4, "high": 20, "broad": 40}
    found = {**usual, **fields}
    count = min(found["rows"] * found["columns"] * found["channels"] * found["wide"], 10**7)
    return struct.pack(">4sBBBHHII", *found.values()) + bytes(count)


@pytest.mark.parametrize(
    "fields",
    [
        *({"channels": channels} for channels in (0, 2, 4, 255)),
        *({"wide": wide} for wide in (0, 2, 3, 4)),
        *({"channels": 1, "wide": wide} for wide in (0, 4, 8)),
        *({"rows": rows} for rows in (0, KEPT + 1, 65_535)),
        *({"columns": columns} for columns in (0, KEPT + 1)),
        *({"high": high} for high in (0, 1, 100_001, 2**32 - 1)),
        *({"broad": broad} for broad in (0, 3, 100_001)),
        {"drawn": 2},
        {"start": b"KSP2"},
    ],
)
def test_a_head_that_says_what_cannot_be_is_refused(fields: dict[str, Any]) -> None:
    assert unpacked(head()).size == (20, 40)
    with pytest.raises(NoPictureError):
        unpacked(head(**fields))


@pytest.mark.parametrize(
    "words",
    [
        "",
        "1",
        "[]",
        "{}",
        '["picture_damaged"]',
        '["picture_damaged", []]',
        '["unexpected", {}]',
        '[["picture_damaged"], {}]',
        '["picture_damaged", {"path": ["a"]}]',
        '["picture_damaged", {"path": 1.5}]',
        "[" * 100_000,
        '["picture_damaged", {}',
    ],
)
def test_a_problem_that_is_none_is_refused(words: str) -> None:
    with pytest.raises(NoPictureError):
        unpacked(b"KSX1" + words.encode())


@settings(max_examples=200)
@given(st.sampled_from([b"", b"KSP1", b"KSX1"]), st.binary(max_size=300))
def test_any_bytes_are_a_picture_a_problem_or_refused(start: bytes, rest: bytes) -> None:
    with contextlib.suppress(NoPictureError, FileProblem):
        assert isinstance(unpacked(start + rest), Picture)
