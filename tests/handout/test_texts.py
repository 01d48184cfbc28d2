"""What is exported as text shows the grids and the equation of the cell in work; no title is a command in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from game.core.operations import maps_of
from game.core.scenario import Scenario, startup
from game.files.exported import Exported
from game.handout.csv_text import csv_file
from game.handout.latex import escaped as latex_escaped
from game.handout.latex import latex_file
from game.handout.markdown import markdown_file
from game.handout.plain_text import text_file
from game.handout.sheet import sheet_of
from game.handout.worked import worked
from game.reading.text import read_numbers
from game.words.handout_texts import HANDOUT_TEXTS
from tests.core.scenarios import random_layered, random_pooling, random_scenario, random_transposed

from .examples import GROUPED, SCENARIOS, STAMPED, TITLES

ROOM = Path(__file__).resolve().parents[2] / "game" / "handout"
THIRDS = startup().changed(image=np.full((4, 4), 1 / 3), kernel=np.array([[1.0, -2.0]]))


@pytest.mark.parametrize("name", SCENARIOS)
def test_csv_holds_the_maps_exactly_one_below_another(name: str) -> None:
    scenario = SCENARIOS[name]
    parts = csv_file(Exported(scenario)).decode().strip("\n").split("\n\n")
    found = [[list(map(float, line.split(","))) for line in part.splitlines()] for part in parts]
    assert found == maps_of(scenario.tensor, scenario.layer).tolist()


def test_csv_is_read_back_as_channels() -> None:
    maps = maps_of(GROUPED.tensor, GROUPED.layer)
    assert np.array_equal(read_numbers(csv_file(Exported(GROUPED)).decode()).values, maps)


@pytest.mark.parametrize("make", [random_scenario, random_layered, random_pooling, random_transposed])
def test_what_a_cell_is_worked_out_of_makes_its_value(make: Callable[..., Scenario]) -> None:
    chance = np.random.default_rng(9)
    for _ in range(40):
        scenario = make(chance)
        maps = maps_of(scenario.tensor, scenario.layer)
        number, *cell = (int(chance.integers(length)) for length in maps.shape)
        found = worked(scenario, number, (cell[0], cell[1]))
        assert found.value == maps[number, cell[0], cell[1]]
        pixels = [pixel for lane in found.lanes for pixel in lane.pixels]
        if scenario.layer.pooling is not None:
            made = sum(pixels) / found.counted if found.counted else max(pixels)
            assert made == pytest.approx(found.value, abs=1e-9)
            continue
        weights = [weight for lane in found.lanes for weight in lane.weights]
        products = sum(pixel * weight for pixel, weight in zip(pixels, weights, strict=True))
        assert products + found.bias == pytest.approx(found.total, rel=1e-9, abs=1e-9)
        assert sum(lane.total for lane in found.lanes) + found.bias == pytest.approx(found.total, rel=1e-9, abs=1e-9)


def test_the_text_of_a_small_scenario_is_this_one() -> None:
    scenario = startup().changed(
        image=np.array([[0.0, 1, 2], [3, 4, 5]]), kernel=np.array([[1.0, -2.0]]), white=5.0, bias=[1.0], name="Small"
    )
    shown = scenario.changed(padding=(0, 0), stride=(1, 1), activation="relu")
    assert text_file(Exported(shown, 2.5)).decode() == SMALL


SMALL = """\
Small
=====

Convolution: 1 channel, 1 filter of 1 × 2, 2 weights
Stride 1, padding 0, bias 1, activation relu.
Numbers are rounded as Kernelscope shows them; ≈0 is a number that is not 0.

Source image, 2 × 3
0  1  2
3  4  5

Kernel, 1 × 2
 1  −2

Output feature map, 2 × 2
0  0
0  0

Output cell in row 2, column 1
3 × 1 + 4 × (−2) = −5
Sum with the bias: −5 + 1 = −4
relu(−4) = 0
"""


def test_a_rounded_equation_has_another_sign() -> None:
    (_, line) = sheet_of(Exported(THIRDS.changed(padding=(0, 0), stride=(1, 1)))).equation
    assert line == "0.33 × 1 + 0.33 × (−2) ≈ −0.33"


def test_the_cell_in_work_follows_the_position_and_the_order() -> None:
    first = sheet_of(Exported(GROUPED)).equation[0]
    assert first == "Output cell in row 1, column 1 of map 1"
    assert sheet_of(Exported(STAMPED, 1.5)).equation[0] == "Output cell in row 1, column 1 of map 2"
    rows, columns = GROUPED.output_size
    last = sheet_of(Exported(GROUPED, float(GROUPED.steps))).equation[0]
    assert last == f"Output cell in row {rows}, column {columns} of map 4"


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_table_of_markdown_has_rows_of_one_length(name: str) -> None:
    text = markdown_file(Exported(SCENARIOS[name])).decode()
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    sheet = sheet_of(Exported(SCENARIOS[name]))
    assert len(tables) == len(sheet.tables)
    for table, grid in zip(tables, sheet.tables, strict=True):
        rows = [line.strip("|").split("|") for line in table.splitlines()]
        assert {len(row) for row in rows} == {len(grid.rows[0]) + 1}
        assert [[cell.strip() for cell in row[1:]] for row in rows[2:]] == [list(row) for row in grid.rows]


@pytest.mark.parametrize("title", TITLES)
def test_no_title_is_a_mark_of_markdown(title: str) -> None:
    first = markdown_file(Exported(startup().named(title))).decode().splitlines()[0]
    assert first.startswith("# ")
    assert not re.search(r"(?<!\\)[`*_\[\]|!#$]|[<>]", first[2:])


@pytest.mark.parametrize("title", TITLES)
def test_no_title_is_a_command_of_latex(title: str) -> None:
    text = latex_file(Exported(startup().named(title))).decode()
    plain = latex_file(Exported(startup().named("x"))).decode()
    assert text.count("\n") == plain.count("\n")
    commands = set(re.findall(r"\\[a-zA-Z]+", text))
    assert not commands & {"\\input", "\\immediate", "\\write"}
    assert text.count("\\end{document}") == 1
    assert text.count("{") == text.count("}")


def test_every_sign_that_means_something_to_latex_is_escaped() -> None:
    assert latex_escaped("50% & #1_a^2~{}$\\") == (
        r"50\% \& \#1\_a\textasciicircum{}2\textasciitilde{}\{\}\$\textbackslash{}"
    )


@pytest.mark.parametrize("name", SCENARIOS)
def test_matrices_of_latex_hold_the_numbers_shown(name: str) -> None:
    text = latex_file(Exported(SCENARIOS[name])).decode()
    matrices = re.findall(r"\\begin\{bmatrix\}\n(.*?)\n\\end\{bmatrix\}", text, re.DOTALL)
    for matrix, table in zip(matrices, sheet_of(Exported(SCENARIOS[name])).tables, strict=True):
        found = [row.split(" & ") for row in matrix.split(" \\\\\n")]
        assert found == [[number.replace("−", "-").replace("≈", "\\approx ") for number in row] for row in table.rows]
    columns = re.search(r"MaxMatrixCols\}\{(\d+)\}", text)
    assert columns is not None
    assert int(columns[1]) >= max(len(row.split(" & ")) for matrix in matrices for row in matrix.split("\n"))


def test_every_word_that_is_handed_out_is_there_and_used() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    for name in HANDOUT_TEXTS:
        asked = (f'"{name}"', f"'{name}'", f'"{name.split(".")[0]}.{{')
        family = name.split(".")[0] in ("what", "mode", "then", "question", "ask")
        assert any(text in source for text in asked) or (family and f"{name.split('.')[0]}.{{" in source), name
