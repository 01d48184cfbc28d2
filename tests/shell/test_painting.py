"""Painting by hand: a stroke paints, the eraser, the right button and a key erase, and the image can be emptied."""

from __future__ import annotations

import numpy as np
import pytest

from game.core import images
from game.core.scenario import startup
from game.ui.widgets.button import Button
from game.view.output import Legend
from tests.picture import picture, scenario, state, window
from tests.session.hands import entries, sentences
from tests.ui.test_layout import SIZES

from .hands import Person, pixel

CORNERS = ((1, 1), (1, 6), (6, 6), (6, 1))
BOX = [
    (row, column)
    for row in range(8)
    for column in range(8)
    if {row, column} & {1, 6} and {row, column} <= {*range(1, 7)}
]


def painter(size: tuple[int, int] = (1366, 768)) -> Person:
    """Return a person before an empty image, the card lifted over its last pixel."""
    shown = scenario("empty", kernel="ones", kernel_size=(1, 1))
    return Person(shown, size=size, position=float(shown.steps))


def lit(person: Person) -> list[tuple[int, int]]:
    """Return the pixels that are not 0, row by row."""
    return [(row, column) for row, column in np.argwhere(person.state.scenario.image).tolist()]


def draws_a_box(person: Person, button: int = 1, touch: bool = False) -> None:
    """Draw the four sides of a box, each from the corner where the one before has ended."""
    for index, corner in enumerate(CORNERS):
        person.drags(pixel(*corner), pixel(*CORNERS[(index + 1) % 4]), button=button, touch=touch)
        person.waits(1)


@pytest.mark.parametrize("touch", [False, True])
def test_a_box_drawn_side_by_side_keeps_its_corners(touch: bool) -> None:
    person = painter()
    draws_a_box(person, touch=touch)
    assert lit(person) == BOX
    assert entries(person.state) == 5, "each side is one entry"
    person.keys("Ctrl+Z")
    assert lit(person) == [(row, column) for row, column in BOX if column != 1 or row in (1, 6)]


@pytest.mark.parametrize("way", ["right button", "eraser", "key"])
def test_a_box_is_erased_side_by_side_too(way: str) -> None:
    person = painter()
    draws_a_box(person)
    if way == "eraser":
        person.clicks("eraser")
    elif way == "key":
        person.keys("X")
    draws_a_box(person, button=3 if way == "right button" else 1)
    assert lit(person) == []


@pytest.mark.parametrize("touch", [False, True])
def test_a_tap_on_a_pixel_that_has_the_brushs_value_changes_nothing(touch: bool) -> None:
    person = painter()
    person.clicks(pixel(3, 4))
    person.keys("Ctrl+Z", "Ctrl+Y")
    person.clicks(pixel(5, 5))
    person.keys("Ctrl+Z")
    history = person.state.history
    person.waits(1)
    person.clicks(pixel(3, 4), touch=touch)
    assert (lit(person), person.state.history) == ([(3, 4)], history)
    person.keys("Ctrl+Y")
    assert lit(person) == [(3, 4), (5, 5)], "what was undone can still be redone"


def test_the_eraser_stays_in_the_hand_until_it_is_put_down() -> None:
    person = Person(scenario("ones", size=(8, 8), kernel_size=(1, 1)), position=64.0)
    person.clicks("eraser")
    person.clicks(pixel(1, 1))
    person.drags(pixel(3, 3), pixel(3, 5), touch=True)
    assert person.state.scenario.image.sum() == 60
    person.clicks("eraser")
    person.drags(pixel(3, 3), pixel(3, 5))
    assert person.state.scenario.image.sum() == 63


@pytest.mark.parametrize("way", ["slider", "Shift+click", "key"])
def test_who_chooses_a_value_paints_with_it(way: str) -> None:
    person = Person(scenario("ramp", kernel_size=(1, 1)), position=64.0)
    person.clicks("eraser")
    if way == "slider":
        person.focuses("brush")
        person.keys("Left")
    elif way == "Shift+click":
        person.clicks(pixel(3, 3), shift=True)
    else:
        person.set(cursor=pixel(3, 3))
        person.keys("I", "Escape")
    person.clicks(pixel(0, 0))
    assert person.state.scenario.image[0, 0] == person.state.brush > 0


def test_with_the_cursor_in_the_image_x_uses_what_is_in_the_hand() -> None:
    person = painter()
    person.set(cursor=pixel(2, 2))
    person.keys("X", "X")
    assert lit(person) == [(2, 2)]
    person.keys("Escape", "X")
    person.set(cursor=pixel(2, 2))
    person.keys("X")
    assert lit(person) == []


def test_the_key_says_which_of_the_two_it_has_taken() -> None:
    person = painter((800, 600))  # the button is folded away with the rail
    person.keys("X")
    assert ["eraser is on" in words for words in sentences(person.state)] == [True]
    person.keys("X")
    assert ["brush again" in words for words in sentences(person.state)] == [True]


def test_the_button_shows_that_the_eraser_is_in_the_hand_and_says_no_more() -> None:
    person = painter()
    person.clicks("eraser")
    button = person.widget("eraser")
    assert isinstance(button, Button)
    assert (button.on, sentences(person.state)) == (True, [])
    person.clicks("eraser")
    assert getattr(person.widget("eraser"), "on", None) is False


def test_the_button_follows_the_key_wherever_the_pointer_is() -> None:
    person = painter()
    person.moves(pixel(2, 2))
    for on in (True, False, True):
        person.keys("X")
        assert getattr(person.widget("eraser"), "on", None) is on


def test_what_can_be_cleared_follows_the_painting() -> None:
    shown = scenario("empty", kernel="ones", kernel_size=(1, 1)).with_image(np.zeros((8, 8)))  # of no name
    person = Person(shown, position=64.0)
    assert not person.widget("image clear").mood.enabled
    for button in (1, 3):
        person.clicks(pixel(2, 2), button=button)
        assert person.widget("image clear").mood.enabled is (button == 1)


def test_the_image_is_cleared_by_its_button_and_then_there_is_nothing_left_to_clear() -> None:
    person = Person()
    person.clicks("image clear")
    assert lit(person) == []
    button = person.widget("image clear")
    assert not button.mood.enabled
    assert "every pixel is 0 already" in button.tooltip
    person.clicks("image clear")
    assert entries(person.state) == 2
    person.keys("Ctrl+Z")
    assert person.state.scenario == startup()
    assert person.widget("image clear").mood.enabled


def test_the_empty_image_is_chosen_from_the_list() -> None:
    person = Person()
    person.focuses("image")
    person.keys("Enter", *["Down"] * images.NAMES.index("empty"), "Enter")
    assert (lit(person), person.state.scenario.image_name) == ([], "empty")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["empty", "noise"])
def test_eraser_and_clear_have_room_beside_the_brush(name: str, size: tuple[int, int]) -> None:
    made = window(state(scenario(name), rail_open=True), size)
    pairs = [(made.named("brush"), made.named("eraser")), (made.named("eraser"), made.named("image clear"))]
    for wide, button in pairs:
        if wide is None or button is None:
            assert size[0] < 480 or size[1] < 360
            continue
        assert not wide.rect.meets(button.rect)
        assert button.rect.w >= 24
        assert abs(wide.rect.centre[1] - button.rect.centre[1]) <= 1


@pytest.mark.parametrize("position", [0.1, 20.42, 20.78, 36.0])
def test_an_empty_image_is_walked_over_in_zeros(position: float) -> None:
    shown = state(scenario("empty"), position)
    assert picture(shown, (1366, 768))
    legend = window(shown, (1366, 768)).named("legend")
    assert isinstance(legend, Legend)
    assert (legend.low, legend.high, legend.signed) == ("0", "0", False)
