"""What belongs to a cell of a layer, against reading it place by place: through padding that repeats, and groups."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.result import Result, result_of
from game.core.scenario import Pair, Scenario
from game.input.intent import Cell, GridName
from game.input.walk_intents import GoToFilter
from game.play.moment import Moment, moment
from game.session.formula_links import Framed
from game.session.links import Links, Mark, links_of
from game.view.bubbles import bubble_lines
from tests.core.scenarios import random_layered
from tests.core.test_coverage import Read
from tests.picture import side_of
from tests.session.hands import after, fresh

LAYERS = [random_layered(np.random.default_rng(seed), largest=7) for seed in range(300)]


def marked(links: Links, name: str) -> set[Pair]:
    """Return the cells that have the marks of a name, or lie in its frame."""
    found: set[Pair] = set()
    for mark in links.marks:
        if mark.name == name and isinstance(mark, Mark):
            found |= set(mark.cells)
        elif mark.name == name and isinstance(mark, Framed):
            (top, left), (rows, columns) = mark.first, mark.size
            found |= {(top + row, left + column) for row in range(rows) for column in range(columns)}
    return found


def linked(result: Result, grid: GridName, at: Pair) -> Links:
    return links_of(Cell(grid, *at), result.scenario, None, told=True)


def seen(scenario: Scenario) -> Result:
    """Return the result with the last filter in front, and the first of its channels."""
    number = scenario.layer.filters - 1
    return result_of(scenario).at(scenario.layer.channels_of(number).start, number)


def test_a_pixel_lights_all_cells_that_it_feeds_wherever_it_is_repeated() -> None:
    for layer in LAYERS:
        read, result, (above, left) = Read(layer), seen(layer), layer.padding
        for row, column in np.ndindex(read.size):
            fed = {cell for cell, _, _ in read.reads.get(read.pixels[row][column], [])}
            links = linked(result, GridName.IMAGE, (row - above, column - left))
            assert marked(links, "feeds") | marked(links, "fed frame") == fed


def test_a_cell_lights_its_pixels_also_those_that_the_padding_repeats() -> None:
    for layer in LAYERS:
        read, result, (above, left), (rows, columns) = Read(layer), seen(layer), layer.padding, layer.image_size
        for cell in np.ndindex(layer.output_size):
            links = linked(result, GridName.OUTPUT, cell)
            repeated = set()
            for pixel, reads in read.reads.items():
                for made, _, place in reads:
                    at = place[0] - above, place[1] - left
                    outside = not (0 <= at[0] < rows and 0 <= at[1] < columns)
                    if made == cell:
                        assert at in marked(links, "patch frame")
                        if outside and layer.layer.padding.mode not in ("zeros", "constant"):
                            repeated.add(pixel)
            assert marked(links, "repeated") == repeated


def test_a_weight_lights_its_places_and_the_pixels_that_stand_there() -> None:
    for layer in LAYERS:
        read, result, (above, left) = Read(layer), seen(layer), layer.padding
        met: dict[Pair, set[Pair]] = {}
        repeats = layer.layer.padding.mode not in ("zeros", "constant")
        for pixel, reads in read.reads.items():
            for _, weight, place in reads:
                at = place[0] - above, place[1] - left
                met.setdefault(weight, set()).update((at, pixel) if repeats else (at,))
        for weight, places in met.items():
            assert marked(linked(result, GridName.KERNEL, weight), "meets") == places


@pytest.mark.parametrize("grid", [GridName.IMAGE, GridName.KERNEL, GridName.OUTPUT])
def test_a_channel_that_the_filter_does_not_see_has_no_links(grid: GridName) -> None:
    grouped = Scenario(np.ones((2, 4, 4)), np.ones((2, 1, 2, 2)), groups=2)
    result = result_of(grouped)
    assert linked(result.at(0, 0), grid, (1, 1)).marks[1:]
    assert not linked(result.at(1, 0), grid, (1, 1)).marks[1:]
    state = fresh(grouped)
    unseen = side_of(state.changed(result=result.at(1, 0)))
    if grid is GridName.IMAGE:
        lines = bubble_lines(unseen, moment_of(result.at(1, 0)), Cell(grid, 1, 1))
        assert lines[-1] == "feeds none: filter 1 does not see this channel"


def test_the_bubble_of_a_cell_says_what_it_is_made_of() -> None:
    image, weights = np.ones((3, 4, 4)), np.ones((2, 3, 2, 2))
    layer = Scenario(image, weights, bias=[0, 2], activation="relu")
    said = {}
    for number in (0, 1):
        state = after(fresh(layer), GoToFilter(number))
        own = state.changed(result=state.result.at(0, number))
        said[number] = bubble_lines(side_of(own), moment_of(own.result), Cell(GridName.OUTPUT, 0, 0))[2]
    assert said == {
        0: "sum of 12 products, then ReLU, made in step 1",
        1: "sum of 12 products and the bias, then ReLU, made in step 10",
    }


def moment_of(result: Result) -> Moment:
    """Return the moment of the third step, settled."""
    return moment(result, 2.4, brisk=False, reduced_motion=False)
