"""The strip shows every layer of a network: its maps, those of the one in focus as far as they are made, and shares."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chain_results import chain_results
from game.input.intent import Cell, GridName
from game.input.mode_intents import Question
from game.session.front import fronted
from game.session.state import State
from game.ui.layout import Layout
from game.ui.widgets.label import Label
from game.view.lanes.small import SmallGrid
from game.view.strip.card import StripCard
from game.view.strip.field import FieldMarks
from game.view.strip.maps import MapsCard
from game.view.strip.shares import SharesCard
from game.view.strip.source import SourceCard
from tests.networks import at_end, digit_reader, four_layers
from tests.picture import frame, new_canvas, picture, pixels, state, window
from tests.view.predicting import asking

SIZE = (1366, 768)


def cards(shown: State, size: tuple[int, int] = SIZE) -> list[StripCard]:
    return [widget for widget in window(shown, size).widgets if isinstance(widget, StripCard)]


def layout(shown: State, size: tuple[int, int] = SIZE) -> Layout:
    return frame(shown, size).layout


def test_a_card_stands_for_the_image_and_for_each_layer_in_their_order() -> None:
    found = cards(state(digit_reader(1)))
    words = [(card.name, card.number, card.words, card.chosen) for card in found]
    assert words == [
        ("layer image", "", "Image", False),
        ("layer 1", "1", "Convolution, ReLU", False),
        ("layer 2", "2", "Max pooling", True),
        ("layer 3", "3", "Fully connected, softmax", False),
    ]
    assert [card.rect.x for card in found] == sorted(card.rect.x for card in found)
    band = layout(state(digit_reader(1))).strip
    assert all(band.holds(card.rect) for card in found)


def test_one_layer_has_no_strip_and_keeps_its_whole_stage() -> None:
    assert not cards(state())
    plain, chained = layout(state()), layout(state(digit_reader()))
    assert not plain.strip.h
    assert chained.stage.y == plain.stage.y + chained.strip.h
    assert chained.stage.bottom == plain.stage.bottom


def test_the_layer_in_focus_shows_all_its_maps_and_others_at_most_four() -> None:
    closed, opened = cards(state(four_layers(0)))[3], cards(state(four_layers(2)))[3]
    assert isinstance(closed, MapsCard)
    assert isinstance(opened, MapsCard)
    assert (len(closed.grids), closed.more) == (4, "+12")
    assert (len(opened.grids), opened.more) == (16, "")


def test_maps_of_the_layer_in_focus_are_shown_as_far_as_they_are_made() -> None:
    (_, first, second, _) = cards(fronted(state(digit_reader(0), 70.4)))
    assert isinstance(first, MapsCard)
    assert isinstance(second, MapsCard)
    assert first.made == (64, 6, 0, 0)
    assert first.front == 1
    assert second.made == (16,) * 4


def test_cells_that_are_not_made_are_empty_in_the_picture() -> None:
    shown = fronted(state(digit_reader(0), 70.4))
    first = cards(shown)[1]
    assert isinstance(first, MapsCard)
    canvas = new_canvas(SIZE)
    first.draw(canvas)
    for index, (grid, made) in enumerate(zip(first.grids, first.made, strict=True)):
        place = SmallGrid(grid.rect.moved(*first.rect[:2]), grid.size)
        empty = [canvas.surface.get_at(_middle(place, cell))[:3] == canvas.theme.raised for cell in range(64)]
        assert empty == [cell >= made for cell in range(64)], index


def _middle(place: SmallGrid, cell: int) -> tuple[int, int]:
    x, y = place.block(*divmod(cell, place.size[1]), 1, 1).centre
    return round(x), round(y)


def test_sums_stand_one_after_the_other_and_the_shares_when_all_do() -> None:
    last = cards(fronted(state(digit_reader(2), 7.4)))[3]
    results = chain_results(state(digit_reader(2)).result)
    assert isinstance(last, SharesCard)
    assert last.sums == (*(float(each[0, 0]) for each in results.sums[2][:7]), None, None, None)
    assert last.shares == (None,) * 10
    assert (last.front, last.best) == (7, None)
    over = cards(at_end(digit_reader(2)))[3]
    assert isinstance(over, SharesCard)
    known = np.exp(np.array(over.sums, float))
    np.testing.assert_allclose(np.array(over.shares, float), known / known.sum(), atol=1e-12)
    assert over.best == int(np.argmax(known))
    assert over.front is None


def test_shares_of_a_closed_last_layer_stand_up_and_name_the_largest() -> None:
    last = cards(state(digit_reader(0)))[3]
    assert isinstance(last, SharesCard)
    assert last.upright
    assert last.best is not None
    assert last.aside.startswith(f"{last.best}: 0.")


def test_what_a_question_keeps_secret_is_secret_here_and_in_every_layer_behind() -> None:
    (_, first, second, last) = cards(asking(Question.VALUE, 5.0, digit_reader(0)))
    assert isinstance(first, MapsCard)
    assert isinstance(second, MapsCard)
    assert isinstance(last, SharesCard)
    assert first.made[0] <= 5
    assert second.values is None
    assert last.sums == last.shares == (None,) * 10


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768), (800, 600)])
def test_the_grids_keep_a_third_of_the_height_and_maps_have_room(size: tuple[int, int]) -> None:
    found = layout(state(digit_reader(2)), size)
    assert found.strip_pictures
    assert found.stage.h >= size[1] / 3


def test_words_twice_as_large_and_talks_leave_room_for_names_alone() -> None:
    large = state(digit_reader(2), settings={"scale": 200})
    for shown, size in ((large, SIZE), (state(digit_reader(2), presenting=True), (1024, 768))):
        assert not layout(shown, size).strip_pictures
        assert all(type(card) is StripCard for card in cards(shown, size)[1:])


def test_cards_move_along_so_that_the_one_in_focus_is_seen_whole() -> None:
    for focus in range(4):
        found = cards(state(four_layers(focus)), (800, 600))
        card = next(card for card in found if card.chosen)
        assert card.clip is not None
        assert card.clip.holds(card.rect)


def test_maps_that_come_to_a_later_layer_are_called_so_and_shaded_in_the_green_of_maps() -> None:
    shown = at_end(digit_reader(2))
    labels = {widget.name: widget.text for widget in window(shown, SIZE).widgets if isinstance(widget, Label)}
    assert labels["title image"] == "Maps 1–4"
    assert labels["size image"] == "map 1 of 4, 4 × 4"
    assert labels["step filter"] == "layer 3, filter 10: digit 9"
    place = window(shown, SIZE).places.image
    values, colours = shown.result.scenario.image, pixels(picture(shown, SIZE))
    row, column = np.unravel_index(values.argmax(), values.shape)
    rect = place.cell(int(row), int(column))
    red, green, blue = colours[rect.y + 5, rect.x + 5].tolist()
    assert green > red > blue


def test_a_cell_that_is_pointed_at_lights_what_it_is_made_of_and_what_it_feeds() -> None:
    shown = at_end(digit_reader(1), hover=Cell(GridName.OUTPUT, 1, 2))
    marks = {widget.name: widget for widget in window(shown, SIZE).widgets if isinstance(widget, FieldMarks)}
    assert {name: mark.feeds for name, mark in marks.items()} == {
        "field layer image": False,
        "field layer 1": False,
        "field layer 2": False,
        "field layer 3": True,
    }
    source = next(card for card in cards(shown) if isinstance(card, SourceCard))
    assert source.grid is not None
    block = source.grid.block(1, 3, 4, 4).moved(*source.rect[:2])  # rows 2 … 3, columns 4 … 5, and one around each
    assert marks["field layer image"].frames == (block.inset(-2),)
    assert len(marks["field layer 1"].frames) == 1
    assert len(marks["field layer 3"].frames) == 10


@pytest.mark.parametrize("size", [(1920, 1080), SIZE, (1024, 768)])
def test_a_talk_tells_the_class_apart_from_the_layers_name(size: tuple[int, int]) -> None:
    before, last = (
        next(each for each in cards(shown.changed(interface=shown.interface.changed(presenting=True)), size)[::-1])
        for shown in (state(digit_reader(2), 7.5), at_end(digit_reader(2)))
    )
    assert (before.words, before.aside) == ("Fully connected, softmax", "")
    assert (last.words, last.answers, last.rect) == ("Fully connected, softmax", True, before.rect)
    assert last.aside.startswith(("0: ", "1: ", "2: ", "3: ", "4: ", "5: ", "6: ", "7: ", "8: ", "9: "))
    face = frame(at_end(digit_reader(2)), size).type
    taken = face.width(last.number, last.size, True) + last.size // 2 + face.width(last.words, last.size, True)
    free = last.rect.w - taken - face.width(last.aside, last.aside_size, True) - 2 * last.px(14)
    assert free >= last.size // 2


def test_the_answer_is_as_bright_as_the_class_that_it_names() -> None:
    ended = at_end(digit_reader(2), presenting=True)
    answers = cards(ended)[-1]
    found, other = new_canvas(SIZE), new_canvas(SIZE)
    answers.draw(found)
    answers.changed(answers=False).draw(other)
    colour = found.theme.output_text
    count = [int((pixels(each.surface) == np.array(tuple(colour)[:3])).all(axis=2).sum()) for each in (found, other)]
    assert count[0] > 10 > count[1]
