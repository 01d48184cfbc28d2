"""The exercises with numbers: fill in the map, work out one cell, find the mistake."""

from __future__ import annotations

import numpy as np

from ..core.arithmetic import distinct
from ..core.grid import Grid, Pair, frozen
from ..core.result import result_of
from ..core.scenario import Scenario
from ..words.numbers import MINUS
from .cell_terms import cell_asked, terms_and_lines
from .figures import blank, cells_of, filled, given, size_lines
from .kind import Kind, on_paper
from .sheet import Block, Figure
from .small_numbers import chosen, exercise, parts_of
from .wording import Wording, begun, setting_of, written

SMALLER = 5
"""Rows, and columns, of the image under a map in which a mistake is to be found: all of it has to be looked at."""


class Asked:
    """What the exercises of one version have in common: kind, seed, version, words; whether the padding is drawn.

    size: whether a map's size is asked, too. told: whether its author has written the task.
    """

    def __init__(
        self, kind: Kind, seed: int, version: str, wording: Wording, *, padding: bool, size: bool, told: bool
    ) -> None:
        self.kind, self.seed, self.version, self.wording = kind, seed, version, wording
        self.padding, self.size, self.told = padding, size, told

    def name(self, what: str) -> str:
        """Return what a random number of this version grows from, beside the seed."""
        return f"{what} {self.version}"


def map_block(asked: Asked, number: int) -> Block:
    """Return the exercise in which the output is filled in, and its size worked out."""
    del number
    kind, wording = asked.kind, asked.wording
    scenario = exercise(asked.kind, asked.seed, "map", asked.version)
    answer = result_of(scenario).output
    more = tuple(1 + chosen(2, asked.seed, asked.name(f"more {axis}")) for axis in ("rows", "columns"))
    grids = given(scenario, kind, wording, padding=asked.padding)
    output = blank(wording.of("output.blank"), answer, (more[0], more[1]))
    if not asked.size:
        output = blank(wording.of("output"), answer, (0, 0))
    said = setting_of(kind, wording)
    name = f"map.{kind.operation}" if asked.size else f"fill.{kind.operation}"
    task = wording.of(name, setting=said, then=_then(scenario, kind, wording))
    lines = size_lines(kind, wording) if asked.size else ()
    return Block("map", begun(task), scenario, (*grids, output), lines=lines)


def cell_block(asked: Asked, map_number: int) -> Block:
    """Return the exercise about one cell, of the map of exercise `map_number`; 0: it has grids of its own."""
    kind, wording = asked.kind, asked.wording
    scenario = exercise(kind, asked.seed, "map" if map_number else "cell", asked.version)
    row, column = cell_asked(scenario, kind, asked.seed, asked.version)
    of = wording.of("cell.of", number=map_number) if map_number else ""
    task = wording.first(f"cell.{kind.operation}", "cell", row=row + 1, column=column + 1, of=of)
    if not map_number and not asked.told:
        task = f"{begun(setting_of(kind, wording))}. {task}"
    terms, lines = terms_and_lines(scenario, kind, (row, column), wording)
    grids = () if map_number else given(scenario, kind, wording, padding=asked.padding)
    return Block("cell", task, scenario, grids, terms, lines)


def mistake_block(asked: Asked, number: int) -> Block:
    """Return the exercise with a finished map of which one cell is wrong."""
    del number
    kind, wording = on_paper(asked.kind, min(SMALLER, max(asked.kind.size)), drawn=asked.padding), asked.wording
    scenario = exercise(kind, asked.seed, "mistake", asked.version)
    right = result_of(scenario).output
    cell = _wrong_cell(asked, right)
    shown = right.copy()
    shown[cell] = _slip(scenario, kind, cell, asked)
    grids = given(scenario, kind, wording, padding=asked.padding)
    output = Figure(wording.of("output"), cells_of(frozen(shown)), ringed=(cell,))
    then, setting = _then(scenario, kind, wording), setting_of(kind, wording)
    task = wording.first(f"mistake.{kind.operation}", "mistake", setting=setting, then=then)
    line = filled(wording.of("mistake.line"), (cell[0] + 1, cell[1] + 1, float(right[cell])))
    return Block("mistake", begun(task), scenario, (*grids, output), lines=(line,))


def _wrong_cell(asked: Asked, right: Grid) -> Pair:
    row, column = divmod(chosen(right.size, asked.seed, asked.name("wrong cell")), right.shape[1])
    return row, column


def _slip(scenario: Scenario, kind: Kind, cell: Pair, asked: Asked) -> float:
    """Return a wrong number as people come to it: a term left out, a sign lost, or the cell beside it."""
    right = result_of(scenario).output
    value = float(right[cell])
    terms, _ = terms_and_lines(scenario, kind, cell, asked.wording)
    last = [float(fill.answers[-1].replace(MINUS, "-")) for group in terms for fill in group.fills]
    if kind.operation == "max pooling":
        slips = [each for each in last if each != value]
    elif kind.operation == "average pooling":
        slips = [float(each) for each in distinct(right)]
    else:
        slips = [value - each for each in last]
        slips += [] if kind.relu else [-value]
    slips = [each for each in slips if written(each) != written(value) and (each >= 0 or not kind.relu)]
    slips = slips or [float(each) for each in distinct(right) if written(each) != written(value)]
    slips = slips or [value + parts_of(kind)]
    return slips[chosen(len(slips), asked.seed, asked.name("slip"))]


def _then(scenario: Scenario, kind: Kind, wording: Wording) -> str:
    """Return what is to be done beside the sums."""
    bias = written(float(scenario.layer.bias[0]))
    found = wording.of("then.bias", bias=bias) if kind.biased else ""
    if kind.relu:
        found += wording.of("then.relu")
    output = result_of(scenario).output
    return found + (wording.of("then.rounded") if (output != np.rint(output)).any() else "")
