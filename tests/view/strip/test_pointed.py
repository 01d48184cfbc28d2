"""Pointing into the strip: a pixel of its image, a cell of its maps, a class of its shares, lit in all layers."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chain_results import chain_results
from game.core.chained import of_layers, source_of
from game.core.layers import Convolution
from game.core.pooling import Pooling
from game.core.receptive import alone, fields_of
from game.core.result import result_of
from game.core.scenario import Scenario
from game.core.transposed import TransposedConvolution
from game.input.intent import Cell, Control, GridName
from game.input.mode_intents import Question
from game.session.state import State
from game.ui.widgets.base import Widget
from game.view.marks import LinkFrame
from game.view.strip.field import FieldMarks, blocks_of, fields_in
from game.view.strip.maps import MapsCard
from game.view.strip.shares import SharesCard
from game.view.strip.source import SourceCard
from tests.networks import SEVEN, at_end, digit_reader, four_layers
from tests.picture import window
from tests.view.predicting import asking

SIZE = (1366, 768)
LAYERS = (
    Convolution(np.ones((1, 1, 3, 3))),
    Pooling("max", (2, 2)),
    TransposedConvolution(np.ones((1, 1, 2, 2)), stride=(2, 2)),
)


def down_and_up(focus: int) -> Scenario:
    """Return a convolution, a pooling and a transposed convolution over 8 × 8."""
    return of_layers(Scenario(SEVEN, np.ones((1, 1))), LAYERS, focus)


def card_of(shown: State, name: str) -> Widget:
    return next(widget for widget in window(shown, SIZE).widgets if widget.name == name)


def pointing(shown: State, name: str, point: tuple[float, float]) -> tuple[list[FieldMarks], list[LinkFrame]]:
    """Return the marks in the strip, and on the large grids, with the pointer on a point of a card."""
    interface = shown.interface.changed(hover=Control(name), pointer=point)
    widgets = window(shown.changed(interface=interface), SIZE).widgets
    marks = [each for each in widgets if isinstance(each, FieldMarks)]
    return marks, [each for each in widgets if isinstance(each, LinkFrame) and each.name.startswith("field ")]


def pixel_point(shown: State, row: int, column: int) -> tuple[float, float]:
    card = card_of(shown, "layer image")
    assert isinstance(card, SourceCard)
    assert card.grid is not None
    return card.grid.block(row, column, 1, 1).moved(*card.rect[:2]).centre


def cell_point(shown: State, number: int, cell: tuple[int, int, int]) -> tuple[float, float]:
    card = card_of(shown, f"layer {number}")
    assert isinstance(card, MapsCard)
    return card.grids[cell[0]].block(cell[1], cell[2], 1, 1).moved(*card.rect[:2]).centre


@pytest.mark.parametrize("focus", range(3))
def test_a_pixel_of_the_strips_image_lights_what_it_feeds_in_every_later_layer(focus: int) -> None:
    shown = at_end(down_and_up(focus))
    marks, large = pointing(shown, "layer image", pixel_point(shown, 2, 5))
    fed = fields_of(LAYERS, (1, 8, 8), 0, alone((0, 2, 5)))
    assert [mark.name for mark in marks] == ["field layer image", "field layer 1", "field layer 2", "field layer 3"]
    assert [mark.feeds for mark in marks] == [False, True, True, True]
    for number, field in enumerate(fed[1:], 1):
        card = card_of(shown, f"layer {number}")
        assert isinstance(card, MapsCard)
        blocks = [
            card.grids[0].block(*first, *size).moved(*card.rect[:2]).inset(-2) for first, size in blocks_of(field)
        ]
        assert list(marks[number].frames) == blocks
    names = {mark.name.rsplit(" ", 1)[0] for mark in large}
    assert names == {"field image", "field output"}


def test_the_large_grids_show_the_part_of_the_layer_in_focus() -> None:
    shown = at_end(digit_reader(1))
    _, large = pointing(shown, "layer image", pixel_point(shown, 2, 5))
    image, output = (each for each in large)
    assert (image.first, image.size) == ((1, 4), (3, 3))
    assert (output.first, output.size) == ((0, 2), (2, 2))
    place = window(shown, SIZE).places.image
    assert image.rect.holds(place.block(1, 4, 3, 3))


def test_a_cell_of_a_closed_layers_map_lights_its_field_back_to_the_image_and_on() -> None:
    shown = at_end(digit_reader(0))
    marks, large = pointing(shown, "layer 2", cell_point(shown, 2, (0, 1, 2)))
    assert {mark.name: mark.feeds for mark in marks} == {
        "field layer image": False,
        "field layer 1": False,
        "field layer 2": False,
        "field layer 3": True,
    }
    (image,) = (each for each in large if each.name == "field image 0")
    assert (image.first, image.size) == ((1, 3), (4, 4))
    assert not [each for each in large if each.name.startswith("field output")], "another map is in front"


def test_a_class_lights_all_of_the_image() -> None:
    shown = at_end(digit_reader(0))
    card = card_of(shown, "layer 3")
    assert isinstance(card, SharesCard)
    marks, _ = pointing(shown, "layer 3", card.columns[7].share.moved(*card.rect[:2]).centre)
    source = card_of(shown, "layer image")
    assert isinstance(source, SourceCard)
    assert source.grid is not None
    assert marks[0].frames == (source.grid.rect.moved(*source.rect[:2]).inset(-2),)
    assert len(marks[-1].frames) == 1


def test_a_pixel_in_colour_is_that_of_all_its_channels() -> None:
    shown = at_end(four_layers(0))
    marks, _ = pointing(shown, "layer image", pixel_point(shown, 0, 0))
    assert len(marks) == 5


def test_between_cards_and_while_a_question_is_open_nothing_is_lit() -> None:
    shown = at_end(digit_reader(0))
    card = card_of(shown, "layer image")
    assert pointing(shown, "layer image", (card.rect.x + 1, card.rect.y + 1)) == ([], [])
    asked = asking(Question.PATCH, 5.0, digit_reader(0))
    marks, large = pointing(asked, "layer image", pixel_point(asked, 2, 5))
    assert (marks, large) == ([], [])


def test_cells_of_the_layer_in_focus_that_are_not_made_yet_light_nothing() -> None:
    from tests.picture import state

    begun = state(digit_reader(1), 3.0)
    assert pointing(begun, "layer 2", cell_point(begun, 2, (2, 0, 0))) == ([], [])
    assert pointing(begun, "layer 2", cell_point(begun, 2, (0, 0, 0)))[0]


@pytest.mark.parametrize("cell", [(0, 0), (3, 2), (5, 5)])
def test_a_cell_of_a_transposed_layer_is_made_of_the_pixel_that_was_stamped_there(cell: tuple[int, int]) -> None:
    result = result_of(down_and_up(2))
    found = fields_in(result, Cell(GridName.OUTPUT, *cell))
    assert found is not None
    assert found.fields == fields_of(LAYERS, (1, 8, 8), len(LAYERS), alone((0, *cell)))
    down, across = result.scenario.layer.chosen_stride
    pixel = fields_in(result, Cell(GridName.IMAGE, 1 * down, 2 * across))
    assert pixel is not None
    assert pixel.fields[2] == alone((0, 1, 2))
    assert (pixel.fields[3].rows, pixel.fields[3].columns) == ((2, 3), (4, 5))
    assert fields_in(result, Cell(GridName.IMAGE, 1, 0)) is None, "a zero between pixels is fed by nothing"
    assert len(chain_results(result).outputs) == len(LAYERS)
    assert source_of(result.scenario).shape == (1, 8, 8)
