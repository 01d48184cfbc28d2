"""What is seen of where a cell comes from: image and layers side by side, lit back, and a sentence a class can read."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import of_layers
from game.core.layers import Convolution
from game.core.scenario import Scenario
from game.core.transposed import TransposedConvolution
from game.input.intent import Cell, GridName
from game.input.layer_intents import ToggleTrace
from game.input.walk_intents import NextStop
from game.session.reduce import reduce
from game.session.state import State
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.view.trace.grids import TraceClasses, TraceGrid
from tests.networks import SEVEN, at_end, digit_reader, four_layers
from tests.picture import picture, pixels, window

SIZES = [(1920, 1080), (1366, 768), (1024, 768), (800, 600)]


def lit(shown: State, lit: int | None = None) -> State:
    """Return a state with a field lit so many layers back; None: to the image."""
    trace = shown.interface.trace
    assert trace is not None
    changed = trace.changed(lit=trace.level if lit is None else lit)
    return shown.changed(interface=shown.interface.changed(trace=changed))


def sevens(presenting: bool = True) -> State:
    return reduce(at_end(digit_reader(2), presenting=presenting), NextStop())


def widgets(shown: State, size: tuple[int, int] = (1366, 768)) -> dict[str, Widget]:
    return {widget.name: widget for widget in window(shown, size).widgets}


def said(shown: State, size: tuple[int, int] = (1366, 768)) -> str:
    found = widgets(shown, size)
    lines = [found[name] for name in ("trace sentence", "trace sentence on") if name in found]
    return " ".join(line.text for line in lines if isinstance(line, Label))


def test_image_and_layers_stand_side_by_side_in_the_place_of_the_walk() -> None:
    found = widgets(lit(sevens()))
    grids = [found[f"trace {number}"] for number in range(4)]
    assert [type(grid) for grid in grids] == [TraceGrid, TraceGrid, TraceGrid, TraceClasses]
    assert [grid.rect.x for grid in grids] == sorted(grid.rect.x for grid in grids)
    assert "grid output" not in found
    assert window(lit(sevens()), (1366, 768)).target_at(*grids[0].rect.centre) is None, "no hidden grid is met"


def test_the_sentence_follows_the_layer_that_is_lit_and_ends_with_the_image() -> None:
    shown = sevens()
    name = shown.interface.trace.cell[0] if shown.interface.trace else -1
    assert said(lit(shown, 0)) == f"Output “{name}”: where does it come from?"
    assert said(lit(shown, 1)) == f"Output “{name}” is made of 4 × 4 cells of layer 2, in 4 maps"
    assert said(lit(shown, 2)) == f"Output “{name}” is made of 8 × 8 cells of layer 1, in 4 maps"
    assert said(lit(shown)) == f"Output “{name}” sees 8 × 8 pixels of the image: all of it"


def test_a_cell_that_is_no_class_is_called_by_its_place() -> None:
    shown = lit(reduce(at_end(digit_reader(1)), ToggleTrace(Cell(GridName.OUTPUT, 1, 2))))
    number = shown.result.scenario.filter + 1
    assert said(shown) == (
        f"The cell in row 2, column 3 of map {number} of layer 2 sees 4 × 4 of the image’s 8 × 8 pixels"
    )


def test_what_is_made_of_nothing_says_so() -> None:
    layers = (Convolution(np.ones((1, 1, 1, 1))), TransposedConvolution(np.ones((1, 1, 1, 1)), stride=(2, 2)))
    between = reduce(
        at_end(of_layers(Scenario(SEVEN, np.ones((1, 1))), layers, 1)), ToggleTrace(Cell(GridName.OUTPUT, 1, 1))
    )
    assert said(lit(between)) == "The cell in row 2, column 2 of layer 2 is made of no pixel of the image"
    assert said(lit(between, 1)) == "The cell in row 2, column 2 of layer 2 is made of no cell of layer 1"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("presenting", [True, False])
def test_all_has_room_and_the_class_can_read_the_sentence(size: tuple[int, int], presenting: bool) -> None:
    for shown in (lit(sevens(presenting)), lit(reduce(at_end(four_layers(3), presenting=presenting), NextStop()))):
        found = widgets(shown, size)
        stage = window(shown, size).frame.layout
        traced = [widget for name, widget in found.items() if name.startswith("trace ") and "sentence" not in name]
        for widget in traced:
            assert stage.stage.inset(-2).holds(widget.rect), widget.name
        label = found["trace sentence"]
        assert isinstance(label, Label)
        assert label.size >= (size[1] // 24 if presenting else 12)
        width = window(shown, size).frame.type.width(label.text, label.size, True)
        assert width <= label.rect.w


def test_what_the_cell_is_made_of_is_bright_and_all_else_dimmed() -> None:
    shown = reduce(at_end(digit_reader(1), presenting=True), ToggleTrace(Cell(GridName.OUTPUT, 1, 2)))
    image = widgets(lit(shown))["trace 0"]
    assert isinstance(image, TraceGrid)
    colours = pixels(picture(lit(shown), (1366, 768)))
    dark = pixels(picture(lit(shown, 0), (1366, 768)))

    def of(row: int, column: int, found: np.ndarray) -> int:
        cell = image.grid.block(row, column, 1, 1)
        x, y = cell.x + cell.w // 6, cell.y + cell.h // 6  # beside its number
        return int(found[y, x].sum())

    assert SEVEN[3, 5] == SEVEN[1, 1] == 1
    assert of(3, 5, colours) == 3 * 255, "rows 2 to 5, columns 4 to 7 are lit"
    assert of(1, 1, colours) < 3 * 100
    assert of(3, 5, dark) < 3 * 100, "it is not reached yet"


@pytest.mark.parametrize("theme", ["night", "daylight", "high contrast"])
def test_it_is_drawn_in_every_theme(theme: str) -> None:
    shown = lit(sevens())
    themed = shown.changed(settings=shown.settings.changed(theme=theme))
    assert pixels(picture(themed, (800, 600))).std() > 5
