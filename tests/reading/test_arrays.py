"""Arrays of NumPy: what is read is what NumPy reads, and what is no plain array of numbers says why."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from game.reading.array_problems import ArrayProblem
from game.reading.arrays import arrays_in, numbers_in
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence

KINDS = ("?", "i1", "u1", "<i2", ">i2", "<u2", ">u2", "<i4", ">i4", "<i8", ">i8", ">u8", "<f2", ">f2", "<f4", ">f4")


def npy(array: Any, version: tuple[int, int] | None = None) -> bytes:
    held = io.BytesIO()
    np.lib.format.write_array(held, np.asanyarray(array), version)
    return held.getvalue()


def npz(members: Mapping[str, Any], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content if isinstance(content, bytes) else npy(content))
    return held.getvalue()


def with_header(text: str, body: bytes = b"") -> bytes:
    words = text.encode()
    return b"\x93NUMPY\x01\x00" + len(words).to_bytes(2, "little") + words + body


def problem_of(data: bytes, name: str = "") -> ArrayProblem:
    def read() -> None:
        arrays_in(data)
        numbers_in(data, name)

    with pytest.raises(ArrayProblem) as caught:
        read()
    problem = caught.value
    words = sentence(problem.key, path="x.npy", **problem.values())
    assert words != FALLBACK
    assert "{" not in words
    return problem


def values_of(array: NDArray[Any]) -> NDArray[np.float64]:
    values: NDArray[np.float64] = numbers_in(npy(array)).values
    assert values.dtype == np.float64
    assert not values.flags.writeable
    return values


@pytest.mark.parametrize("kind", [*KINDS, "<f8", ">f8"])
@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("shape", [(2, 3), (3, 4, 5), (2, 3, 4, 5)])
def test_every_kind_and_order_has_the_values_that_numpy_reads(kind: str, order: Any, shape: tuple[int, ...]) -> None:
    chance = np.random.default_rng(3)
    array = np.array(chance.uniform(0, 100, shape).astype(kind), order=order)
    assert np.array_equal(values_of(array), array.astype(np.float64))


@pytest.mark.parametrize("version", [(1, 0), (2, 0), (3, 0)])
def test_every_version_of_the_format_is_read(version: tuple[int, int]) -> None:
    array = np.arange(6.0).reshape(2, 3)
    assert np.array_equal(numbers_in(npy(array, version)).values, array)


@pytest.mark.parametrize(
    ("shape", "taken", "remark"),
    [
        ((), (1, 1), ""),
        ((5,), (1, 5), ""),
        ((1, 5), (1, 5), ""),
        ((5, 1), (5, 1), ""),
        ((1, 1, 3, 4), (3, 4), "dimensions of 1 left out of 1 × 1 × 3 × 4"),
        ((3, 4, 1, 1), (3, 4, 1, 1), ""),
        ((5, 3, 4, 1), (5, 3, 4), "dimensions of 1 left out of 5 × 3 × 4 × 1"),
        ((1, 3, 4, 1), (3, 4), "dimensions of 1 left out of 1 × 3 × 4 × 1"),
        ((1, 2, 3, 4), (2, 3, 4), "dimensions of 1 left out of 1 × 2 × 3 × 4"),
        ((1, 1, 1, 2, 2, 3, 4, 1), (2, 2, 3, 4), "dimensions of 1 left out of 1 × 1 × 1 × 2 × 2 × 3 × 4 × 1"),
        ((2, 1, 3, 4), (2, 1, 3, 4), ""),
        ((784,), (28, 28), "784 numbers in one row read as 28 × 28"),
    ],
)
def test_dimensions_of_1_are_left_out_and_said(shape: tuple[int, ...], taken: tuple[int, ...], remark: str) -> None:
    array = np.arange(np.prod(shape)).reshape(shape)
    numbers = numbers_in(npy(array))
    assert np.array_equal(numbers.values, array.reshape(taken))
    assert numbers.values.shape == taken
    assert numbers.said == remark


def test_an_image_with_its_colours_last_has_them_as_channels() -> None:
    array = np.arange(20 * 17 * 3).reshape(20, 17, 3)
    numbers = numbers_in(npy(array))
    assert np.array_equal(numbers.values, array.transpose(2, 0, 1))
    assert numbers.said == "colours last, read as channels"
    few = np.arange(16 * 17 * 3).reshape(16, 17, 3)
    assert np.array_equal(numbers_in(npy(few)).values, few), "these may be channels"


@pytest.mark.parametrize(
    ("array", "reason"),
    [
        (np.ones((2, 2)) * 1j, "complex"),
        (np.array([["a", "b"]]), "texts"),
        (np.array([[b"a"]]), "texts"),
        (np.array([["2026-01-01"]], dtype="M8[D]"), "dates"),
        (np.zeros(2, dtype=[("a", "f4"), ("b", "i4")]), "records"),
        (np.zeros((2, 2), dtype="V2"), "unknown"),
    ],
)
def test_what_are_no_real_numbers_is_refused_by_its_name(array: Any, reason: str) -> None:
    problem = problem_of(npy(array))
    assert (problem.key, problem.values()["reason"]) == ("array_kind", reason)


def test_a_pickle_is_refused_and_never_run() -> None:
    ran: list[int] = []

    class Bad:
        def __reduce__(self) -> tuple[Any, ...]:
            return ran.append, (1,)

    held = io.BytesIO()
    np.save(held, np.array([[Bad()]], dtype=object), allow_pickle=True)
    assert problem_of(held.getvalue()).values()["reason"] == "objects"
    assert not ran


@pytest.mark.parametrize(
    ("shape", "key"),
    [
        ((0, 3), "array_empty"),
        ((2, 2, 2, 2, 2), "array_dimensions"),
        ((257, 2), "array_too_large"),
        ((2, 257), "array_too_large"),
        ((17, 2, 2), "array_too_large"),
        ((2, 17, 2, 2), "array_too_large"),
        ((17, 2, 2, 2), "array_too_large"),
        ((785,), "array_too_large"),
    ],
)
def test_shapes_that_nothing_can_have_are_refused(shape: tuple[int, ...], key: str) -> None:
    assert problem_of(npy(np.zeros(shape, dtype=np.uint8))).key == key


@pytest.mark.parametrize(("value", "words"), [(np.nan, "NaN"), (np.inf, "infinity"), (-np.inf, "−infinity")])
def test_what_is_not_finite_is_named_with_its_place(value: float, words: str) -> None:
    array = np.zeros((2, 3, 4))
    array[1, 2, 3] = value
    assert problem_of(npy(array)).values() == {"text": words, "row": 3, "column": 4}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x93NUMPY", "cut off"),
        (b"\x93NUMPY\x01", "cut off"),
        (b"\x93NUMPY\x01\x00v", "cut off"),
        (b"\x93NUMPY\x09\x00v\x00{}", "header"),
        (npy(np.ones((2, 2)))[:-1], "cut off"),
        (npy(np.ones((2, 2)))[:40], "cut off"),
        (npy(np.ones((2, 2))) + b"\0", "longer"),
        (with_header("{'descr': '<f8', 'fortran_order': False}", bytes(8)), "header"),
        (with_header("{'descr': '<f8', 'fortran_order': 1, 'shape': (1,)}", bytes(8)), "header"),
        (with_header("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}", bytes(8)), "header"),
        (with_header("{'descr': '<f8', 'fortran_order': False, 'shape': (" + "1," * 65 + ")}", bytes(8)), "header"),
        (with_header("{'descr': '<f8', 'fortran_order': False, 'shape': (" + "9" * 99 + ",)}", bytes(8)), "header"),
        (with_header("(" * 9000), "header"),
        (with_header("x" * 20_000), "header"),
        (b"", "no array"),
        (b"PK", "archive"),
        (npz({"a.npy": np.ones((2, 2))})[:-30], "archive"),
        (npz({"a.npy": b"no array"}), "no array"),
        (npz({"a.npy": np.ones((2, 2))}, zipfile.ZIP_LZMA), "archive"),
        (npz({"a.npy": np.ones((2, 2))}, zipfile.ZIP_BZIP2), "archive"),
    ],
)
def test_damage_is_said_with_its_reason(data: bytes, reason: str) -> None:
    problem = problem_of(data, "a")
    assert (problem.key, problem.values()["reason"]) == ("array_damaged", reason)


def test_a_byte_of_a_member_that_has_changed_is_found() -> None:
    data = bytearray(npz({"a.npy": np.ones((2, 2))}, zipfile.ZIP_STORED))
    at = bytes(data).index(np.ones(1).tobytes())
    data[at] ^= 1
    assert problem_of(bytes(data), "a").values()["reason"] == "archive"


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_arrays_of_an_archive_are_listed_in_their_order_and_each_is_read(compression: int) -> None:
    members: dict[str, Any] = {
        "edge.npy": np.arange(6).reshape(2, 3),
        "name.npy": np.array("x"),
        "readme.txt": b"hello",
        "deep/er.npy": np.ones((1, 3, 3), dtype=np.float32),
    }
    data = npz(members, compression)
    assert [(each.name, each.shape, each.kind) for each in arrays_in(data)] == [
        ("edge", (2, 3), "int64"),
        ("deep/er", (1, 3, 3), "float32"),
    ]
    assert np.array_equal(numbers_in(data, "edge").values, members["edge.npy"])
    assert np.array_equal(numbers_in(data, "deep/er").values, np.ones((3, 3)))
    assert problem_of(data, "none").key == "array_name"


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"a.txt": b"1 2"}, "no arrays"),
        ({"xl/workbook.xml": b"<x/>"}, "spreadsheet"),
        ({"content.xml": b"<x/>"}, "spreadsheet"),
        ({"model/data.pkl": b"x"}, "pytorch"),
    ],
)
def test_an_archive_without_arrays_says_what_it_is(members: dict[str, bytes], reason: str) -> None:
    problem = problem_of(npz(members))
    assert (problem.key, problem.values()["reason"]) == ("archive_empty", reason)


def test_an_archive_of_other_kinds_alone_says_what_is_wrong_with_the_first() -> None:
    assert problem_of(npz({"a.npy": np.ones((2, 2)) * 1j})).values()["reason"] == "complex"


def test_an_archive_of_very_many_members_is_refused_unread() -> None:
    data = npz({f"{number}.npy": b"" for number in range(1001)}, zipfile.ZIP_STORED)
    assert problem_of(data).key == "archive_members"


@pytest.mark.parametrize("shape", [(4, 4), (30_000, 10_000)])
def test_a_bomb_is_never_inflated_beyond_its_shape(shape: tuple[int, int]) -> None:
    header = str({"descr": "<f8", "fortran_order": False, "shape": shape})
    data = npz({"a.npy": with_header(header, bytes(50_000_000))})
    tracemalloc.start()
    try:
        problem = problem_of(data, "a")
        assert tracemalloc.get_traced_memory()[1] < 2_000_000 + len(data)
    finally:
        tracemalloc.stop()
    assert problem.key == ("array_damaged" if shape == (4, 4) else "array_too_large")
