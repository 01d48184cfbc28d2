"""Numbers are read out of whatever people have; what is refused is named, and nothing is lost in silence."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from game.core.errors import ConvolutionError, OutOfRange
from game.core.grid import Grid
from game.files.grid_text import format_grid
from game.files.tensor_text import format_tensor
from game.reading.errors import NotRead
from game.reading.text import read_numbers
from game.words.sentences import sentence
from tests.files.examples import grids

from .cases import CASES, REFUSED, SAID
from .mutations import mutated, numbers_in

SIZES = st.tuples(st.integers(1, 12), st.integers(1, 12))
GRIDS = SIZES.flatmap(lambda size: grids(size[0], size[1], -999, 999))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_that_people_have_is_read(text: str, expected: Any) -> None:
    found = read_numbers(text).values
    assert found.tolist() == expected
    assert not np.signbit(found[found == 0]).any()
    assert not found.flags.writeable


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_what_cannot_be_read_is_refused_with_its_place_and_sign(text: str, said: str) -> None:
    with pytest.raises(NotRead) as caught:
        read_numbers(text)
    assert said in sentence(caught.value.key, **caught.value.values())


@pytest.mark.parametrize(("text", "said"), SAID)
def test_what_is_not_plain_is_said(text: str, said: str) -> None:
    assert read_numbers(text).said == said


@pytest.mark.parametrize(
    ("text", "quantity"),
    [("\n\n".join(["1 2\n3 4"] * 17), "channels"), (repr([[[[1, 2]], [[3, 4]]]] * 17), "filters")],
)
def test_more_than_sixteen_are_refused(text: str, quantity: str) -> None:
    with pytest.raises(OutOfRange) as caught:
        read_numbers(text)
    assert (caught.value.quantity, caught.value.value) == (quantity, 17)


@settings(max_examples=60)
@given(GRIDS)
def test_a_grid_in_every_form_is_read_back(grid: Grid) -> None:
    rows = grid.tolist()
    lines = [[repr(value) for value in row] for row in rows]
    with np.printoptions(threshold=10_000, floatmode="unique"):
        forms = [format_grid(grid), repr(rows), str(grid), repr(grid), f"np.array({rows}, dtype=float)"]
    forms += ["\n".join(between.join(row) for row in lines) for between in (" ", "\t", ", ", ",")]
    forms += [
        "[" + "; ".join(" ".join(row) for row in lines) + "]",
        "{" + ", ".join("{" + ", ".join(row) + "}" for row in lines) + "}",
        r"\begin{bmatrix}" + r" \\ ".join(" & ".join(row) for row in lines) + r"\end{bmatrix}",
        "\n".join("| " + " | ".join(row) + " |" for row in lines),
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in lines)
        + "</table>",
        f"matrix(c({', '.join(cell for row in lines for cell in row)}), nrow={len(rows)}, byrow=TRUE)",
        f"{grid.shape[1]}x{grid.shape[0]}: {','.join(cell for row in lines for cell in row)}",
        f"(Mat_<double>({len(rows)},{len(rows[0])}) << {', '.join(cell for row in lines for cell in row)})",
    ]
    for form in forms:
        assert np.array_equal(read_numbers(form).values, grid), form


@settings(max_examples=60)
@given(SIZES, st.lists(st.integers(2, 4), min_size=1, max_size=2), st.data())
def test_channels_and_filters_are_read_back(size: tuple[int, int], counts: list[int], data: st.DataObject) -> None:
    flat = data.draw(grids(int(np.prod(counts)) * size[0], size[1], -999, 999))
    values = flat.reshape(*counts, *size)
    forms = [repr(values.tolist()), f"tensor({values.tolist()})"] if size[1] > 1 or len(counts) > 1 else []
    for form in [*forms, format_tensor(values)]:
        assert np.array_equal(read_numbers(form).values, values)


THREE = np.round(np.random.default_rng(0).random((3, 256, 256)), 4)
LONG_LIST = str(THREE.tolist())
ROWS = [["\t".join(map(str, row)) for row in grid] for grid in THREE.tolist()]


@pytest.mark.parametrize(
    ("begin", "over", "end", "said"),
    [
        ("", "", "", ""),
        ("", "Map {}:", "", "headings left out"),
        ("", ", , {}\n", "", ""),
        ("", "ans(:,:,{}) =\n", "", ""),
        ("", "# channel {}", "", "comments left out"),
        ("", "Channel {}", "", "text around left out"),
        ("np.array(", None, ", dtype=np.float32)", ""),
        ("image = np.array(", None, ") / 2", "divided by 2"),
        ("tensor(", None, ", device='cuda:0')", ""),
        ('{"image": ', None, "}", ""),
        ("float k[3][256][256] = ", None, ";", ""),
    ],
)
def test_three_of_the_largest_grids_are_read_with_what_stands_around(
    begin: str, over: str | None, end: str, said: str
) -> None:
    text = (
        LONG_LIST
        if over is None
        else "\n\n".join("\n".join([over.format(number), *rows]) for number, rows in enumerate(ROWS, 1))
    )
    text = text.replace("[", "{").replace("]", "}") if begin.startswith("float") else text
    found = read_numbers(begin + text + end)
    assert np.array_equal(found.values, THREE / (2 if said.startswith("divided") else 1))
    assert found.said == said


def test_a_large_text_with_more_than_labels_in_it_is_refused_at_the_sign() -> None:
    with pytest.raises(NotRead) as caught:
        read_numbers("\n".join([*ROWS[0][:3], "x" + ROWS[0][3], *ROWS[0][4:]]))
    assert caught.value.place[1:] == (4, 1)


MADE = st.sampled_from(("eye", "ones", "zeros", "full", "arange", "outer", "tile", "diag"))


@settings(max_examples=100)
@given(MADE, SIZES, st.integers(-9, 9), st.integers(1, 16))
def test_arrays_that_are_named_are_those_that_numpy_makes(
    name: str, size: tuple[int, int], value: int, divisor: int
) -> None:
    rows, columns = size
    row, other = (np.arange(float(length)) * 3 - value for length in size)
    made: dict[str, tuple[str, Grid]] = {
        "eye": (f"np.eye({rows}, {columns})", np.eye(rows, columns)),
        "ones": (f"np.ones(({rows}, {columns}))", np.ones(size)),
        "zeros": (f"zeros({rows}, {columns})", np.zeros(size)),
        "full": (f"torch.full(({rows}, {columns}), {value}.)", np.full(size, float(value))),
        "arange": (
            f"np.arange({rows * columns}).reshape({rows}, {columns})",
            np.arange(float(rows * columns)).reshape(size),
        ),
        "outer": (f"np.outer({row.tolist()}, {other.tolist()})", np.outer(row, other)),
        "tile": (f"np.tile({[row.tolist()]}, ({columns}, 1))", np.tile(row, (columns, 1))),
        "diag": (f"np.diag({row.tolist()})", np.diag(row)),
    }
    text, expected = made[name]
    assert np.array_equal(read_numbers(f"k = {text} / {divisor}").values, expected / divisor)


@settings(max_examples=100)
@given(
    st.lists(st.lists(st.integers(0, 99_999_999), min_size=2, max_size=2), min_size=2, max_size=5),
    st.sampled_from((".,", ",.", "' ", " ,")),
    st.sampled_from("\t|"),
)
def test_thousands_are_read_as_the_locale_writes_them(numbers: list[list[int]], signs: str, between: str) -> None:
    between_thousands, point = signs[0], signs[1].strip() or "."

    def written(number: int) -> str:
        return f"{number / 100:,.2f}".translate(str.maketrans(",.", between_thousands + point))

    rows: list[list[int]] = [[123_456_700, 0], *numbers]
    text = "\n".join(between.join(written(number) for number in row) for row in rows)
    assert np.array_equal(read_numbers(text).values, np.array(rows, dtype=float) / 100)


@settings(max_examples=50)
@given(st.integers(1, 6), st.integers(1, 6), st.integers(1, 65_535), st.sampled_from("123"), st.data())
def test_pictures_that_are_texts_are_read_as_files_of_them_are(
    rows: int, columns: int, white: int, kind: str, data: st.DataObject
) -> None:
    white = 1 if kind == "1" else white
    channels = 3 if kind == "3" else 1
    count = rows * columns * channels
    pixels = data.draw(st.lists(st.integers(0, white), min_size=count, max_size=count))
    head = f"P{kind}\n{columns} {rows}\n" + (f"{white}\n" if kind != "1" else "")
    found = read_numbers(head + " ".join(map(str, pixels))).values
    with Image.open(io.BytesIO((head + " ".join(map(str, pixels))).encode())) as image:
        levels = np.asarray(image).astype(float)
    expected = levels / (65_535 if image.mode.startswith("I") else 1 if image.mode == "1" else 255)
    expected = np.moveaxis(expected, -1, 0) if channels > 1 else expected
    assert np.allclose(found, expected, rtol=0, atol=0.5 / 255 + 1e-9)


def test_mutations_of_the_cases_are_read_or_refused_and_lose_no_number_in_silence() -> None:
    for seed in range(3000):
        text = mutated(seed)
        try:
            found = read_numbers(text)
        except ConvolutionError:
            continue  # nothing is lost: it was refused
        assert found.said or found.values.size >= numbers_in(text), (seed, text)
