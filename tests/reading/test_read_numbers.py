"""Numbers are read out of whatever people have; what is refused is named, and nothing is lost in silence."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_mutations_of_the_cases_are_read_or_refused_and_lose_no_number_in_silence() -> None:
    for seed in range(3000):
        text = mutated(seed)
        try:
            found = read_numbers(text)
        except ConvolutionError:
            continue  # nothing is lost: it was refused
        assert found.said or found.values.size >= numbers_in(text), (seed, text)
