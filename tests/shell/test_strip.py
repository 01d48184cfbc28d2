"""Hands at the strip of a network: a click and keys bring a layer into focus, the brush paints the source image."""

from __future__ import annotations

import numpy as np

from game.core.chain_results import chain_results
from game.core.chained import layers_of, of_layers, source_of
from game.core.result import result_of
from game.view.strip.card import StripCard
from game.view.strip.shares import SharesCard
from game.view.strip.source import SourceCard
from tests.networks import digit_reader, four_layers
from tests.shell.hands import Person, Point


def image(person: Person) -> SourceCard:
    found = person.widget("layer image")
    assert isinstance(found, SourceCard)
    return found


def at(person: Person, row: int, column: int) -> Point:
    """Return the middle of a pixel of the source image in the strip."""
    card = image(person)
    assert card.grid is not None
    return card.grid.block(row, column, 1, 1).moved(*card.rect[:2]).centre


def focus(person: Person) -> int:
    return person.state.scenario.number


def test_a_click_brings_a_layer_into_focus_and_no_undo_takes_it_back() -> None:
    person = Person(digit_reader())
    assert focus(person) == 1
    person.clicks("layer 3")
    assert focus(person) == 3
    assert not person.state.history.can_undo
    person.clicks("layer 2")
    assert focus(person) == 2


def test_tab_stops_at_the_strip_once_arrows_go_on_and_enter_chooses() -> None:
    person = Person(digit_reader())
    person.focuses("layer image")
    person.keys("Right", "Right", "Enter")
    assert (person.state.interface.focus, focus(person)) == ("layer 2", 2)
    person.keys("Tab")
    assert not (person.state.interface.focus or "").startswith("layer ")


def test_a_stroke_on_the_image_paints_the_source_and_all_maps_follow_while_it_goes_on() -> None:
    person = Person(digit_reader(2), position=10.0)
    before = source_of(person.state.scenario).channels[0]
    person.presses(at(person, 0, 0))
    shares = [card.shares for card in [person.widget("layer 3")] if isinstance(card, SharesCard)]
    person.moves(at(person, 0, 4))
    shares += [card.shares for card in [person.widget("layer 3")] if isinstance(card, SharesCard)]
    person.releases(at(person, 0, 4))
    after = source_of(person.state.scenario).channels[0]
    assert np.argwhere(before != after).tolist() == [[0, column] for column in range(5)]
    assert set(after[0, :5].tolist()) == {1.0}
    assert shares[0] != shares[1]
    anew = chain_results(result_of(of_layers(person.state.scenario, layers_of(person.state.scenario), 2)))
    for made, known in zip(anew.outputs, chain_results(person.state.result).outputs, strict=True):
        assert all(map(np.array_equal, made, known))
    person.keys("Ctrl+Z")
    assert np.array_equal(source_of(person.state.scenario).channels[0], before)
    assert focus(person) == 3


def test_the_right_button_erases_and_beside_the_image_nothing_is_painted() -> None:
    person = Person(digit_reader(1))
    person.clicks(at(person, 1, 3), button=3)
    source = source_of(person.state.scenario).channels[0]
    assert source[1, 3] == 0
    card = image(person).rect
    person.drags((card.x + 3.0, card.bottom - 3.0), (card.x + 3.0, card.y + 3.0))
    assert np.array_equal(source_of(person.state.scenario).channels[0], source)


def test_with_the_first_layer_in_focus_it_is_the_image_on_the_stage_that_is_painted() -> None:
    person = Person(digit_reader())
    person.clicks(at(person, 7, 7))
    assert person.state.scenario.image[7, 7] == 1
    person.keys("Ctrl+Z")
    assert person.state.scenario.image[7, 7] == 0


def test_a_colour_image_is_painted_in_all_channels_with_the_white_of_the_image() -> None:
    person = Person(four_layers(2))
    person.clicks(at(person, 5, 5))
    assert [float(channel[5, 5]) for channel in source_of(person.state.scenario).channels] == [1.0] * 3


def test_the_wheel_moves_the_cards_along_where_they_have_no_room() -> None:
    person = Person(four_layers(), size=(800, 600))
    left = person.widget("layer 1").rect.x
    person.turns("layer 1", -3)
    assert person.widget("layer 1").rect.x < left
    person.turns("layer 2", 30)
    assert person.widget("layer image").rect.x > 0


def test_u_tells_where_the_class_comes_from_that_is_pointed_at_in_the_strip() -> None:
    person = Person(digit_reader(), position=9.0)
    card = person.widget("layer 3")
    assert isinstance(card, SharesCard)
    person.moves(card.columns[5].number.moved(*card.rect[:2]).centre)
    person.keys("U")
    trace = person.state.interface.trace
    assert trace is not None
    assert (trace.level, trace.cell) == (3, (5, 0, 0))


def test_in_present_the_strip_says_what_is_read_in_whichever_layer_the_walk_is() -> None:
    person = Person(digit_reader(), position=256.0)
    person.keys("F5")
    card = person.widget("layer 3")
    assert isinstance(card, StripCard)
    assert (card.words, card.aside) == ("Fully connected, softmax", "3: 0.48")
    person.keys("P")
    secret = person.widget("layer 3")
    assert isinstance(secret, StripCard)
    assert ":" not in secret.words + secret.aside
