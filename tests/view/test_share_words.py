"""A share that is rounded to 1 says that it is less, wherever it is written; one that is 1 is 1."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import of_layers
from game.core.layers import Convolution
from game.core.scenario import Scenario
from game.input.intent import Cell, GridName
from game.input.layer_intents import ToggleTrace
from game.input.walk_intents import Scrub
from game.session.reduce import reduce
from game.session.shown import shown as shown_of
from game.session.state import State
from game.ui.place import GridPlace
from game.view.making import Making
from game.view.numbers import look_of, share_look, share_words
from game.view.output import Legend, Output
from game.view.stack.lettering import writing_on
from game.view.still import texts_of
from game.view.strip.card import StripCard
from game.view.trace.grids import TraceGrid
from tests.networks import at_end
from tests.picture import frame, typeface, window
from tests.shell.hands import Person
from tests.training import reader


@pytest.mark.parametrize(
    ("share", "words"),
    [(1.0, "1.00"), (0.99999, ">0.99"), (0.995, ">0.99"), (0.9949, "0.99"), (0.5, "0.50"), (0.0, "0.00"), (1e-9, "≈0")],
)
def test_only_a_whole_share_is_written_as_1(share: float, words: str) -> None:
    assert share_words(share) == words


def test_with_more_decimals_it_is_told_as_long_as_it_is_not_1() -> None:
    assert share_words(0.9987, 4) == "0.9987"
    assert share_words(0.99999, 4) == ">0.99"


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768), (1920, 1080)])
def test_in_present_the_name_of_the_last_layer_has_room_for_what_it_reads(size: tuple[int, int]) -> None:
    person = Person(reader(2), size)
    person.keys("F5")
    before = person.widget("layer 3")
    person.keys("End")
    card = person.widget("layer 3")
    assert isinstance(card, StripCard)
    assert card.aside == "7: >0.99"
    assert card.rect == before.rect
    width = person.window.frame.type.width
    assert width(f"3  {card.words}", card.size, True) + width(card.aside, card.aside_size, True) < card.rect.w


def shares(*sums: float) -> State:
    """Return the end of the walk of a last layer of two classes over pixels whose second map has these sums."""
    layers = Convolution(np.ones((1, 1, 1, 1))), Convolution(np.array([[[[0.0]]], [[[1.0]]]]), activation="softmax")
    image = np.array([sums])
    return at_end(of_layers(Scenario(image, np.ones((1, 1)), white=max(1.0, *sums)), layers, 1))


def output(shown: State, size: tuple[int, int] = (1366, 768)) -> Output:
    found = next(widget for widget in window(shown, size).widgets if widget.name == "grid output")
    assert isinstance(found, Output)
    return found


def test_the_cells_of_the_map_say_it_as_well_and_have_room_for_it() -> None:
    for size in ((800, 600), (1366, 768), (1920, 1080)):
        found = output(shares(0.0, 12.0), size)
        assert texts_of(found.board.grid, found.look) == ["0.50", ">0.99"]
        wide = typeface().width(">0.99", found.look.size, True)
        assert 0 < wide <= found.place.pitch - found.place.gap


def test_where_none_would_be_rounded_to_1_the_numbers_are_as_large_as_others() -> None:
    found = output(shares(0.0, 2.0))
    assert texts_of(found.board.grid, found.look) == ["0.50", "0.88"]
    assert found.look == look_of(typeface(), found.board.grid, found.place, 2).changed(shares=True)


def test_where_it_has_no_room_numbers_stay_rounded() -> None:
    grid, place = np.array([[0.5, 0.999]]), GridPlace(0, 0, 34, 1, 2)
    plain = look_of(typeface(), grid, place, 2)
    assert plain.size
    assert share_look(typeface(), grid, place, plain) == plain


def test_the_end_of_the_scale_is_such_a_share() -> None:
    for stacked in (False, True):
        shown = shares(0.0, 12.0)
        shown = shown.changed(interface=shown.interface.changed(stacked=stacked, rise=float(stacked)))
        found = next(widget for widget in window(shown, (1366, 768)).widgets if isinstance(widget, Legend))
        assert (found.low, found.high) == ("0", ">0.99")


def test_while_sums_stand_they_are_numbers_as_all_others() -> None:
    before = reduce(shares(0.0, 12.0), Scrub(3.2))
    assert not output(before).look.shares
    half = reduce(shares(0.0, 0.9987), Scrub(3.2))
    assert texts_of(output(half).board.grid, output(half).look) == ["0.00", "1.00"], "a sum of 0.9987"


def test_in_space_and_where_it_comes_from_it_is_said_too() -> None:
    shown = shares(0.0, 12.0)
    stacked = shown.changed(interface=shown.interface.changed(stacked=True, rise=1.0))
    board = shown_of(stacked).still.sides[0].boards.output
    places = window(stacked, (1366, 768)).first.stack
    assert places is not None
    writing = writing_on(frame(stacked, (1366, 768)), board, places.output)
    assert writing.shares
    assert writing.on(64).shares
    assert texts_of(board.grid, writing) == ["0.50", ">0.99"]
    traced = reduce(shown, ToggleTrace(Cell(GridName.OUTPUT, 0, 1)))
    grid = next(widget for widget in window(traced, (1366, 768)).widgets if widget.name == "trace 2")
    assert isinstance(grid, TraceGrid)
    assert grid.look.shares


def test_in_present_and_in_the_cell_that_is_revealed_too() -> None:
    shown = shares(0.0, 12.0)
    told = shown.changed(interface=shown.interface.changed(presenting=True))
    assert texts_of(output(told).board.grid, output(told).look) == ["0.50", ">0.99"]
    revealed = reduce(shown, Scrub(3.97))
    made = next(widget for widget in window(revealed, (1366, 768)).widgets if isinstance(widget, Making))
    assert made.reveal
    assert made.words == ">0.99"
