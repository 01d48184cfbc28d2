"""Grids of random numbers and sizes are read back out of the prints, drawings and tables of programs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.grid import Grid
from game.reading.text import read_numbers
from tests.files.examples import grids

GRIDS = st.tuples(st.integers(2, 7), st.integers(2, 7)).flatmap(lambda size: grids(*size, -999, 999))
PARTS = ("⎡", "⎤"), ("⎢", "⎥"), ("⎣", "⎦")
Words = list[list[str]]
Form = Callable[[Words], str]


def _drawn(words: Words, beside: str = "", behind: str = "") -> str:
    """Return rows between tall brackets, a name or factor before the row in the middle and something behind it."""
    cells = [max(map(len, column)) for column in zip(*words, strict=True)]
    lines = []
    for place, row in enumerate(words):
        first, last = PARTS[0] if not place else PARTS[2] if place == len(words) - 1 else PARTS[1]
        inner = "  ".join(word.rjust(width) for word, width in zip(row, cells, strict=True))
        at = place == len(words) // 2
        lines.append(f"{beside if at else ' ' * len(beside)}{first}{inner}{last}{behind if at else ''}")
    return "\n".join(lines)


def _in_parts(words: Words) -> str:
    """Return a matrix as R prints it, two columns at a time."""
    parts = []
    for start in range(0, len(words[0]), 2):
        shown = range(start, min(start + 2, len(words[0])))
        parts.append("     " + " ".join(f"[,{column + 1}]" for column in shown))
        parts += [
            f"[{row},] " + " ".join(words[row - 1][column] for column in shown) for row in range(1, len(words) + 1)
        ]
    return "\n".join(parts)


def _pandas(words: Words) -> str:
    """Return a table as pandas prints it where it is wider than the line, two columns at a time."""
    parts = []
    for start in range(0, len(words[0]), 2):
        shown = range(start, min(start + 2, len(words[0])))
        more = "  \\" if shown[-1] + 1 < len(words[0]) else ""
        lines = ["   " + "  ".join(map(str, shown)) + more]
        parts.append(
            "\n".join([*lines, *(f"{row}  " + "  ".join(cells[at] for at in shown) for row, cells in enumerate(words))])
        )
    return "\n\n".join(parts)


def _rows(words: Words, between: str, before: str = "", behind: str = "", join: str = "\n") -> str:
    return join.join(before + between.join(row) + behind for row in words)


FORMS: dict[str, Form] = {
    "drawn": _drawn,
    "drawn with a name": lambda words: _drawn(words, "K = "),
    "drawn with ASCII": lambda words: _rows(words, " ", "[ ", " ]", "\n[   ]\n"),
    "R in parts": _in_parts,
    "pandas in parts": _pandas,
    "Julia": lambda words: (
        f"{len(words)}×{len(words[0])} adjoint(::Matrix{{Float64}}) with eltype Float64:\n{_rows(words, '  ', ' ')}"
    ),
    "Julia's columns": lambda words: "[" + ";; ".join("; ".join(column) for column in zip(*words, strict=True)) + "]",
    "PyTorch in C++": lambda words: f"{_rows(words, '  ', ' ')}\n[ CPUDoubleType{{{len(words)},{len(words[0])}}} ]",
    "MediaWiki": lambda words: '{| class="wikitable"\n|-\n' + _rows(words, " || ", "| ", "", "\n|-\n") + "\n|}",
    "Jira": lambda words: _rows(words, "|", "|", "|"),
    "BBCode": lambda words: "[table]" + _rows(words, "[/td][td]", "[tr][td]", "[/td][/tr]", "") + "[/table]",
    "Word": lambda words: "[■(" + _rows(words, "&", join="@") + ")]",
    "numbered": lambda words: "\n".join(f"{place}: {' '.join(row)}" for place, row in enumerate(words, 1)),
    "bullets": lambda words: _rows(words, " ", "* "),
    "a fence among words": lambda words: "Here it is:\n```text\n" + _rows(words, " ") + "\n```\nUse it.",
    "typed and printed": lambda words: ">>> k * 5\n" + _rows(words, " "),
    "strings in lists": lambda words: (
        "[" + ", ".join("[" + ", ".join(f"'{word}'" for word in row) + "]" for row in words) + "]"
    ),
    "columns by name": lambda words: (
        "pd.DataFrame({"
        + ", ".join(f"'c{at}': [{', '.join(column)}]" for at, column in enumerate(zip(*words, strict=True)))
        + "})"
    ),
    "a file of OpenCV": lambda words: (
        f"rows: {len(words)}\ncols: {len(words[0])}\ndt: d\ndata: [ {_rows(words, ', ', join=', ')} ]"
    ),
    "Matrix Market": lambda words: (
        "%%MatrixMarket matrix array real general\n"
        + f"{len(words)} {len(words[0])}\n"
        + "\n".join("\n".join(column) for column in zip(*words, strict=True))
    ),
    "J": lambda words: f"{len(words)} {len(words[0])} $ " + _rows(words, " ", join=" "),
    "Lisp": lambda words: "'(" + _rows(words, " ", "(", ")", " ") + ")",
    "a shader's vectors": lambda words: _rows(words, ", ", "vec2(", ")", ", "),
}


@settings(max_examples=40)
@given(GRIDS)
@pytest.mark.parametrize("name", sorted(set(FORMS) - {"a shader's vectors"}))
def test_a_grid_is_read_back_out_of(name: str, grid: Grid) -> None:
    words = [[repr(float(value)) for value in row] for row in grid.tolist()]
    text = FORMS[name](words)
    assert np.array_equal(read_numbers(text).values, grid), text


@settings(max_examples=60)
@given(GRIDS, st.integers(2, 99), st.sampled_from(("1/{} ⋅ ", "{} * ", "-", "K = 1/{} ")), st.booleans())
def test_what_stands_beside_a_drawn_matrix_is_for_all_of_it(grid: Grid, factor: int, beside: str, behind: bool) -> None:
    words = [[repr(value) for value in row] for row in grid.tolist()]
    if len(words) == 2:
        words, grid = [*words, words[0]], np.vstack([grid, grid[:1]])
    found = read_numbers(_drawn(words, beside.format(factor), f" / {factor}" if behind else ""))
    expected = grid * -1 if beside == "-" else grid * factor if "*" in beside else grid / factor
    expected = expected / factor if behind else expected
    assert np.allclose(found.values, expected, rtol=1e-14)
    assert found.said


@settings(max_examples=60)
@given(GRIDS, st.sampled_from((("[", "\n", "]"), ("[", "; ", "]"), ("[[", "] [", "]]"))))
def test_decimal_commas_in_brackets_are_read_where_spaces_part(grid: Grid, signs: tuple[str, str, str]) -> None:
    grid = np.round(grid, 2)
    begin, between, end = signs
    text = begin + between.join(" ".join(f"{value:.2f}".replace(".", ",") for value in row) for row in grid) + end
    found = read_numbers(text)
    assert np.array_equal(found.values, grid + 0.0)
    assert found.said == "with decimal commas"


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(1, 5)), min_size=1, max_size=5), st.integers(1, 5))
def test_rows_that_count_are_those_that_matlab_makes(starts: list[tuple[int, int]], count: int) -> None:
    rows = [[start + step * place for place in range(count)] for start, step in starts]
    text = "; ".join(f"{row[0]}:{step}:{row[-1]}" for row, (_, step) in zip(rows, starts, strict=True))
    assert read_numbers(f"[{text}]").values.tolist() == rows


@settings(max_examples=60)
@given(GRIDS)
def test_a_kernel_is_divided_by_its_sum_where_the_program_does(grid: Grid) -> None:
    grid = np.abs(grid) + 1
    for last in ("k = k / k.sum()", "k /= np.sum(k)"):
        found = read_numbers(f"k = np.array({grid.tolist()})\n{last}").values
        assert np.allclose(found, grid / grid.sum(), rtol=1e-14)


@pytest.mark.parametrize("width", [2, 3, 4])
def test_rows_that_slashes_part_are_rows_and_apart_fractions_are_fractions(width: int) -> None:
    rows = np.arange(1.0, width * 3 + 1).reshape(3, width)
    text = " / ".join(" ".join(f"{value:g}" for value in row) for row in rows)
    assert np.array_equal(read_numbers(text).values, rows)
    fractions = "  ".join(f"{value:g} / 8" for value in rows[0])
    assert np.array_equal(read_numbers(fractions).values, rows[:1] / 8)
