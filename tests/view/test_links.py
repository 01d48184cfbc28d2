"""Hover links in three directions, held against looking at every patch of the walk."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.intent import Cell, GridName
from game.view.marks import LinkFrame
from game.view.pencil import Marks
from tests.picture import scenario, scenarios, state, window

Pair = tuple[int, int]
NAMES = ("start-up", "20 x 5, stride 3", "5 x 20", "stride 4, kernel 2", "dilated", "1 x 1")


def under(shown: Scenario, cell: Pair) -> dict[Pair, Pair]:
    """Return the pixels (image coordinates) under each weight while an output cell is made: weight → pixel."""
    return {
        (u, v): (
            cell[0] * shown.stride[0] + u * shown.dilation[0] - shown.padding[0],
            cell[1] * shown.stride[1] + v * shown.dilation[1] - shown.padding[1],
        )
        for u in range(shown.kernel_size[0])
        for v in range(shown.kernel_size[1])
    }


def patches(shown: Scenario) -> dict[Pair, dict[Pair, Pair]]:
    return {
        (row, column): under(shown, (row, column))
        for row in range(shown.output_size[0])
        for column in range(shown.output_size[1])
    }


def marks(shown: Scenario, cell: Cell, position: float = 0.7) -> dict[str, set[Pair]]:
    made = window(state(shown, min(position, shown.steps - 0.5), hover=cell), (1366, 768))
    return {
        widget.name.removeprefix("marks "): set(widget.cells) for widget in made.widgets if isinstance(widget, Marks)
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_pixel_shows_the_output_cells_that_it_feeds(name: str) -> None:
    shown = scenarios()[name]
    walk = patches(shown)
    rows, columns = shown.padded_size
    for row, column in np.ndindex(rows, columns):
        at = (row - shown.padding[0], column - shown.padding[1])
        expected = {cell for cell, patch in walk.items() if at in patch.values()}
        assert marks(shown, Cell(GridName.IMAGE, *at)).get("feeds", set()) == expected, at


@pytest.mark.parametrize("name", NAMES)
def test_a_pixel_shows_the_weight_over_it_now(name: str) -> None:
    shown = scenarios()[name]
    for step in range(0, shown.steps, 3):
        patch = under(shown, (step // shown.output_size[1], step % shown.output_size[1]))
        over = {pixel: weight for weight, pixel in patch.items()}
        for at in [*over, (0, 0)]:
            found = marks(shown, Cell(GridName.IMAGE, *at), step + 0.7).get("weight over", set())
            assert found == ({over[at]} if at in over else set()), (step, at)


@pytest.mark.parametrize("name", NAMES)
def test_a_weight_shows_every_pixel_that_it_ever_meets(name: str) -> None:
    shown = scenarios()[name]
    walk = patches(shown)
    for u, v in np.ndindex(*shown.kernel_size):
        expected = {patch[u, v] for patch in walk.values()}
        assert marks(shown, Cell(GridName.KERNEL, u, v))["meets"] == expected


@pytest.mark.parametrize("name", NAMES)
def test_an_output_cell_shows_its_patch(name: str) -> None:
    shown = scenarios()[name]
    for cell, patch in patches(shown).items():
        made = window(state(shown, 0.7, hover=Cell(GridName.OUTPUT, *cell)), (1366, 768))
        frame = next(widget for widget in made.widgets if isinstance(widget, LinkFrame))
        squares = [made.places.image.square(*pixel) for pixel in patch.values()]
        whole = squares[0]
        for square in squares[1:]:
            whole = whole.union(square)
        assert frame.rect.holds(whole)
        assert whole.inset(-4).holds(frame.rect)


def test_a_product_shows_its_weight_and_its_pixel() -> None:
    shown = scenarios()["dilated"]
    patch = under(shown, (0, 2))
    for at, pixel in patch.items():
        found = marks(shown, Cell(GridName.PRODUCTS, *at), 2.7)
        assert found["of weight"] == {at}
        assert found["of pixel"] == {pixel}


def test_the_cursor_links_as_the_pointer_does() -> None:
    shown = scenario()
    cell = Cell(GridName.IMAGE, 2, 2)
    by_key = window(state(shown, 0.7, cursor=cell), (1366, 768))
    by_hand = window(state(shown, 0.7, hover=cell), (1366, 768))

    def found(made: object) -> list[Marks]:
        return [widget for widget in getattr(made, "widgets", ()) if isinstance(widget, Marks)]

    assert found(by_key) == found(by_hand)
