"""The numbers of where a cell comes from: where digits have room, quieter beside the field."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import of_layers
from game.core.layers import Convolution
from game.core.scenario import Scenario
from game.input.intent import Cell, GridName
from game.input.layer_intents import ToggleTrace
from game.input.walk_intents import NextStop
from game.session.reduce import reduce
from game.session.state import State
from game.ui.stage_present import NUMBER
from game.ui.typeface import SMALLEST_NUMBER
from game.view.numbers import NumberLook
from game.view.trace.grids import TraceGrid
from tests.networks import at_end, digit_reader
from tests.picture import new_canvas, pixels, window
from tests.view.trace.test_view import lit

FULL_HD = (1920, 1080)


def of_a_cell(**interface: bool) -> State:
    """Return the trace of a cell of the pooling, lit to the image."""
    shown = reduce(at_end(digit_reader(1), **interface), ToggleTrace(Cell(GridName.OUTPUT, 1, 2)))
    return lit(shown)


def grid(shown: State, number: int, size: tuple[int, int] = FULL_HD) -> TraceGrid:
    found = next(widget for widget in window(shown, size).widgets if widget.name == f"trace {number}")
    assert isinstance(found, TraceGrid)
    return found


def drawn(widget: TraceGrid, theme: str) -> np.ndarray:
    canvas = new_canvas(FULL_HD, theme)
    widget.draw(canvas)
    return pixels(canvas.surface).astype(int)


def strength(widget: TraceGrid, theme: str = "night") -> np.ndarray:
    """Return how much the number of each cell stands out of it, 0 where it has none."""
    apart = np.abs(drawn(widget, theme) - drawn(widget.changed(look=NumberLook(0, 0)), theme)).max(axis=2)
    place = widget.grid.place
    assert place is not None
    found = np.zeros(widget.grid.size, int)
    for row, column in np.ndindex(found.shape):
        x, y, wide, high = place.cell(row, column)
        found[row, column] = apart[y : y + high, x : x + wide].max()
    return found


@pytest.mark.parametrize("theme", ["night", "daylight", "high contrast"])
def test_every_cell_has_its_number_and_those_of_the_field_are_louder(theme: str) -> None:
    for number in (0, 1, 2):
        whole = grid(of_a_cell(), number)
        assert whole.field is not None
        found, field = strength(whole, theme), np.ix_(whole.field.rows, whole.field.columns)
        assert (found > 30).all()
        loudest = found[field].max()
        found[field] = 0
        assert loudest > found.max()


def test_until_a_level_is_lit_all_its_numbers_are_quiet() -> None:
    shown = of_a_cell()
    assert strength(grid(lit(shown, 0), 0)).max() < strength(grid(shown, 0)).max()


def test_what_is_not_made_yet_has_no_number() -> None:
    whole = grid(of_a_cell(), 2)
    found = strength(whole.changed(made=5)).ravel()
    assert (found[:5] > 0).all()
    assert not found[5:].any()


@pytest.mark.parametrize("size", [FULL_HD, (1366, 768), (1024, 768), (800, 600)])
@pytest.mark.parametrize("presenting", [True, False])
def test_digits_are_as_large_as_in_other_grids_or_there_are_none(size: tuple[int, int], presenting: bool) -> None:
    shown = of_a_cell(presenting=presenting)
    for number in range(3):
        look, unit = grid(shown, number, size).look, window(shown, size).frame.layout.unit
        least = max(SMALLEST_NUMBER, NUMBER * unit - 1) if presenting else SMALLEST_NUMBER
        assert look.size == 0 or look.size >= least
    assert grid(shown, 2, size).look.size, "16 cells of a pooling have room everywhere"


def test_decimals_are_those_that_a_person_has_chosen() -> None:
    shown = of_a_cell()
    chosen = shown.changed(settings=shown.settings.changed(decimals=1))
    assert (grid(shown, 0).look.decimals, grid(chosen, 0).look.decimals) == (2, 1)


def test_pixels_in_colour_have_none() -> None:
    layers = (Convolution(np.ones((2, 3, 2, 2))), Convolution(np.ones((2, 2, 1, 1))))
    colours = tuple(np.eye(4) * share for share in (0.25, 0.5, 1.0))
    scenario = of_layers(Scenario(colours, np.ones((1, 3, 1, 1))), layers, 1)
    shown = lit(reduce(at_end(scenario), NextStop()))
    assert not grid(shown, 0).look.size
    assert grid(shown, 1).look.size
