"""Hands on the four grids and on the card, through the whole way from an event to the next window."""

from __future__ import annotations

import os

import numpy as np
import pygame
import pytest

from game.core.convolution import patch_corner
from game.core.scenario import Scenario
from game.files.grid_text import format_grid
from game.input.event_types import FocusLost
from game.input.intent import CardBorder, Cell, GridName
from game.ui.geometry import Rect
from game.ui.widgets.entry_field import EntryField
from game.ui.widgets.select import PopupList
from tests.picture import scenario
from tests.training import reader

from .hands import Person, output, pixel, weight


def blank(size: tuple[int, int] = (16, 16)) -> Scenario:
    """Return an image of zeros, under a kernel that is mostly out of the way."""
    return scenario(size=size, kernel="ones", kernel_size=(1, 1)).changed(image=np.zeros(size), image_name="")


def at_end(shown: Scenario, size: tuple[int, int] = (1366, 768)) -> Person:
    """Return a person with the walk at its end, the card lifted over the last pixel."""
    return Person(shown, size=size, position=float(shown.steps))


# Painting


def test_a_press_paints_the_pixel_with_the_brush() -> None:
    person = at_end(blank())
    person.clicks(pixel(3, 4))
    assert person.state.scenario.image[3, 4] == 1
    assert person.state.scenario.image.sum() == 1


def test_the_right_button_erases() -> None:
    person = at_end(scenario("ones", size=(8, 8), kernel_size=(1, 1)))
    person.drags(pixel(2, 2), pixel(2, 5), button=3)
    assert person.state.scenario.image[2, 2:6].sum() == 0
    assert person.state.scenario.image.sum() == 60


@pytest.mark.parametrize("ends", [((0, 0), (15, 13)), ((15, 0), (0, 14)), ((7, 0), (7, 15)), ((12, 15), (3, 0))])
def test_a_fast_drag_paints_without_gaps(ends: tuple[tuple[int, int], tuple[int, int]]) -> None:
    person = at_end(blank())
    person.drags(pixel(*ends[0]), pixel(*ends[1]))
    painted = [(row, column) for row, column in np.argwhere(person.state.scenario.image == 1).tolist()]
    assert ends[0] in painted
    assert ends[1] in painted
    reached, waiting = {ends[0]}, [ends[0]]
    while waiting:
        row, column = waiting.pop()
        for at in painted:
            if at not in reached and max(abs(at[0] - row), abs(at[1] - column)) == 1:
                reached.add(at)
                waiting.append(at)
    assert reached == set(painted), "the stroke has a gap"


def test_a_stroke_that_leaves_the_image_and_comes_back_paints_only_pixels() -> None:
    person = at_end(blank())
    place = person.window.places.image
    person.drags(pixel(0, 3), (place.x - 300.0, place.y - 300.0), pixel(5, 0))
    assert person.state.scenario.image.shape == (16, 16)
    assert person.state.scenario.image[5, 0] == 1


def test_a_stroke_is_one_undo_entry() -> None:
    person = at_end(blank())
    before = person.state.scenario
    person.drags(pixel(1, 1), pixel(1, 9), pixel(9, 9))
    person.keys("Ctrl+Z")
    assert person.state.scenario is before


def test_a_stroke_ends_when_the_window_loses_the_focus() -> None:
    person = at_end(blank())
    person.presses(pixel(1, 1))
    person.happens(FocusLost())
    person.moves(pixel(1, 9))
    assert person.state.scenario.image.sum() == 1
    assert person.state.working is None


def test_shift_and_click_pick_the_value_up_as_the_brush() -> None:
    person = at_end(scenario("ramp", kernel_size=(1, 1)))
    before = person.state.scenario
    person.clicks(pixel(2, 3), shift=True)
    assert person.state.brush == before.image[2, 3]
    assert person.state.scenario is before


def test_a_double_click_opens_the_number_and_takes_back_its_first_press() -> None:
    person = at_end(scenario("ramp", kernel_size=(1, 1)))
    before = person.state.scenario
    person.clicks(pixel(2, 3))
    assert person.state.scenario != before
    person.clicks(pixel(2, 3))
    assert person.state.scenario == before
    assert person.state.interface.entry is not None
    assert person.state.interface.entry.target == pixel(2, 3)
    assert not person.state.history.can_redo
    person.types("0.5")
    person.keys("Enter")
    assert person.state.scenario.image[2, 3] == 0.5


def test_two_slow_clicks_are_no_double_click() -> None:
    person = at_end(blank())
    person.clicks(pixel(2, 3))
    person.waits(0.6)
    person.clicks(pixel(2, 3))
    assert person.state.interface.entry is None


def test_padding_takes_no_paint_and_explains_itself() -> None:
    person = Person(position=16.0)
    before = person.state.scenario
    person.clicks(pixel(-1, 0))
    assert person.state.scenario is before
    person.waits(0.5)
    bubble = next(widget for widget in person.window.widgets if widget.name == "bubble")
    assert "Padding pixel: always 0" in getattr(bubble, "lines", ())


def test_inside_the_card_the_pointer_reaches_the_pixels_below() -> None:
    person = Person(scenario(size=(8, 8)), position=3.2)
    row, column = patch_corner(person.state.scenario, (0, 3))
    person.clicks(pixel(row + 1, column + 1))
    assert person.state.scenario.image[row + 1, column + 1] == 1


# Weights


def test_a_click_on_a_weight_opens_its_number() -> None:
    person = Person()
    person.clicks(weight(1, 2))
    person.types("-3/4")
    person.keys("Enter")
    assert person.state.scenario.kernel[1, 2] == -0.75


def test_a_drag_up_or_down_changes_a_weight() -> None:
    person = Person()
    before = float(person.state.scenario.kernel[1, 1])
    x, y = person.middle(weight(1, 1))
    person.drags((x, y), (x, y - 20), (x, y - 40))
    up = float(person.state.scenario.kernel[1, 1])
    assert up > before
    person.drags((x, y), (x, y + 40), (x, y + 80))
    assert person.state.scenario.kernel[1, 1] < up
    person.keys("Ctrl+Z")
    assert person.state.scenario.kernel[1, 1] == up


# The card


def test_dragging_the_cards_border_moves_the_walk_to_the_nearest_patch_and_pauses() -> None:
    person = Person(scenario(size=(10, 10)), position=0.5, playing=True)
    card = person.window.first.card
    grip = (card.x + 1.0, card.centre[1])
    pitch = person.window.places.image.pitch
    person.presses(grip)
    person.moves((grip[0] + 3.3 * pitch, grip[1] + 4.2 * pitch))
    assert not person.state.playback.playing
    assert int(person.state.playback.position) == 4 * 8 + 3
    person.moves((grip[0] + 500 * pitch, grip[1] + 500 * pitch))
    assert int(person.state.playback.position) == 63
    person.releases((grip[0], grip[1]))
    assert person.state.history.can_undo is False


def test_the_dragged_card_lies_on_the_patch_of_its_step() -> None:
    person = Person(position=0.5)
    card = person.window.first.card
    pitch = person.window.places.image.pitch
    person.drags((card.x + 1.0, card.centre[1]), (card.x + 1.0 + 4 * pitch, card.centre[1] + 2 * pitch))
    moment = person.window.first.moment
    assert moment.cell == (1, 2)
    assert moment.card == patch_corner(person.state.scenario, (1, 2))


# The output


@pytest.mark.parametrize("row", range(4))
@pytest.mark.parametrize("column", range(4))
def test_a_click_on_an_output_cell_goes_there_with_its_products_standing(row: int, column: int) -> None:
    person = Person(playing=True)
    person.clicks(output(row, column))
    moment = person.window.first.moment
    assert moment.cell == (row, column)
    assert moment.blended.all()
    assert not (moment.flight > 0).any()
    assert not person.state.playback.playing


def test_enter_on_an_output_cell_does_the_same() -> None:
    clicked, entered = Person(), Person()
    clicked.clicks(output(0, 2))
    entered.set(cursor=output(0, 0))
    entered.keys("Right", "Right", "Enter")
    assert entered.state.playback == clicked.state.playback


# The cell cursor


def test_a_cell_that_has_the_cursor_takes_a_number_paint_erase_and_pick_up() -> None:
    person = at_end(scenario("ramp", kernel_size=(1, 1)))
    person.set(cursor=pixel(3, 3))
    person.keys("Right", "Down")
    assert person.state.interface.cursor == pixel(4, 4)
    person.types("0")
    person.types(".25")
    person.keys("Enter")
    assert person.state.scenario.image[4, 4] == 0.25
    person.keys("I", "Delete")
    assert person.state.scenario.image[4, 4] == 0
    person.keys("X")
    assert person.state.scenario.image[4, 4] == 0.25
    person.keys("Escape")
    assert person.state.interface.cursor is None


def test_the_cursor_stays_inside_its_grid() -> None:
    person = Person()
    person.set(cursor=weight(0, 0))
    person.keys("Left", "Up", *["Right"] * 5, *["Down"] * 5)
    assert person.state.interface.cursor == weight(2, 2)


# The wheel


def test_the_wheel_changes_a_cell_only_after_a_rest() -> None:
    person = at_end(blank())
    person.moves(pixel(2, 2))
    person.turns(pixel(2, 2), 1)
    assert person.state.scenario.image.sum() == 0
    person.waits(0.4)
    person.turns(pixel(2, 2), 1)
    assert person.state.scenario.image[2, 2] == 1, "all values are integers here"
    assert person.state.scenario.image.sum() == 1


def test_the_wheel_changes_a_weight_by_little_and_with_shift_by_less() -> None:
    person = Person()
    before = float(person.state.scenario.kernel[0, 1])
    person.moves(weight(0, 1))
    person.waits(0.4)
    person.turns(weight(0, 1), -1)
    assert person.state.scenario.kernel[0, 1] == pytest.approx(before - 0.05)
    person.turns(weight(0, 1), 1, shift=True)
    assert person.state.scenario.kernel[0, 1] == pytest.approx(before - 0.04)
    person.keys("Ctrl+Z")
    assert person.state.scenario.kernel[0, 1] == before


# Touch


def test_a_long_press_opens_the_menu_and_paints_nothing() -> None:
    person = at_end(blank())
    before = person.state.scenario
    person.presses(pixel(4, 4), touch=True)
    person.waits(0.6)
    assert person.state.interface.popup == "cell menu"
    person.releases(pixel(4, 4), touch=True)
    assert person.state.scenario is before
    assert person.state.interface.popup == "cell menu"


def menu_row(person: Person, index: int) -> tuple[float, float]:
    found = next(widget for widget in person.window.widgets if isinstance(widget, PopupList))
    return found.rect.centre[0], found.rect.y + found.px(6) + (index + 0.5) * found.row_height


def test_the_menu_opens_the_number_with_keys_on_screen_that_type_it() -> None:
    person = at_end(blank())
    person.presses(pixel(4, 4), touch=True)
    person.waits(0.6)
    person.releases(pixel(4, 4), touch=True)
    person.clicks(menu_row(person, 0), touch=True)
    keys = {name for name in person.names() if name.startswith("key ")}
    assert {f"key {sign}" for sign in "0123456789./−←×✓"} == keys
    for sign in "0.75":
        person.clicks(f"key {sign}", touch=True)
    person.clicks("key ←", touch=True)
    person.clicks("key ✓", touch=True)
    assert person.state.scenario.image[4, 4] == 0.7
    assert "entry" not in person.names()


def test_the_menu_picks_up_and_erases() -> None:
    person = at_end(scenario("ramp", kernel_size=(1, 1)))
    value = float(person.state.scenario.image[2, 3])
    for index in (1, 2):
        person.presses(pixel(2, 3), touch=True)
        person.waits(0.6)
        person.releases(pixel(2, 3), touch=True)
        person.clicks(menu_row(person, index), touch=True)
    assert person.state.brush == value
    assert person.state.scenario.image[2, 3] == 0


def test_the_keys_on_screen_are_large_enough_for_a_finger_and_in_the_window() -> None:
    for size in ((800, 600), (1366, 768), (1080, 1920)):
        person = at_end(blank(), size)
        for cell in (pixel(0, 0), pixel(15, 15), weight(0, 0)):
            person.set(entry=None)
            person.presses(cell, touch=True)
            person.waits(0.6)
            person.releases(cell, touch=True)
            person.clicks(menu_row(person, 0), touch=True)
            keys = [widget for widget in person.window.widgets if widget.name.startswith("key ")]
            field = next(widget for widget in person.window.widgets if isinstance(widget, EntryField))
            assert len(keys) == 16
            for key in keys:
                assert min(key.rect.w, key.rect.h) >= 44
                assert Rect(0, 0, *size).holds(key.rect)
                assert not key.rect.meets(field.rect), f"{key.name} lies over the number"


def test_a_tap_paints_once_the_finger_lifts() -> None:
    person = at_end(blank())
    person.presses(pixel(4, 4), touch=True)
    assert person.state.scenario.image.sum() == 0
    person.releases(pixel(4, 4), touch=True)
    assert person.state.scenario.image[4, 4] == 1


# Copy and paste


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the clipboard: its last text is what it holds."""
    held = [""]
    monkeypatch.setattr(pygame.scrap, "put_text", held.append)
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: held[-1])
    monkeypatch.setenv("PATH", os.devnull)  # there is no way to a picture on the system's clipboard
    return held


def test_copy_puts_the_grid_under_the_pointer_on_the_clipboard_in_full(clipboard: list[str]) -> None:
    person = Person(position=5.7)
    grids = {
        pixel(0, 0): person.state.scenario.image,
        weight(0, 0): person.state.scenario.kernel,
        output(0, 0): person.state.result.output,
        Cell(GridName.PRODUCTS, 0, 0): person.window.first.moment.products,
    }
    for cell, grid in grids.items():
        person.moves(cell)
        person.keys("Ctrl+C")
        assert grid is not None
        assert clipboard[-1] == format_grid(grid)


def test_a_copied_image_pasted_elsewhere_is_the_same_image(clipboard: list[str]) -> None:
    del clipboard
    first, second = Person(scenario(size=(5, 7), kernel_size=(2, 2))), Person()
    first.moves(pixel(0, 0))
    first.keys("Ctrl+C")
    second.moves(pixel(0, 0))
    second.keys("Ctrl+V")
    assert second.state.scenario.image_size == (5, 7)
    assert np.array_equal(second.state.scenario.image, first.state.scenario.image)
    second.keys("Ctrl+Z")
    assert second.state.scenario.image_size == (8, 8)


def test_a_paste_goes_to_the_kernel_where_the_cursor_or_the_pointer_is_on_it(clipboard: list[str]) -> None:
    clipboard.append("1 0 -1\n2 0 -2\n1 0 -1")
    person = Person()
    person.moves(weight(0, 0))
    person.keys("Ctrl+V")
    assert person.state.scenario.kernel.tolist() == [[1, 0, -1], [2, 0, -2], [1, 0, -1]]


def test_what_was_done_to_a_pasted_text_is_said_with_its_size_in_one_toast(clipboard: list[str]) -> None:
    clipboard.append("1/16 * [1 2 1; 2 4 2; 1 2 1]")
    person = Person()
    person.moves(weight(0, 0))
    person.keys("Ctrl+V")
    assert [toast.sentence for toast in person.state.interface.toasts] == ["Pasted 3 × 3, divided by 16."]
    clipboard.append("a b c\n2 4 1\n6 8 1\n1 1 1")
    person.moves(pixel(0, 0))
    person.keys("Ctrl+V")
    assert person.state.scenario.image.tolist() == [[2, 4, 1], [6, 8, 1], [1, 1, 1]]
    assert person.state.interface.toasts[-1].sentence == "Pasted 3 × 3, header left out."


@pytest.mark.parametrize("text", ["-0.42\t1.3\n0.7\t-1.1", "0 1000 0\n1 1 1\n0 1 0"])
def test_nothing_is_said_to_be_pasted_where_a_number_is_out_of_range(clipboard: list[str], text: str) -> None:
    clipboard.append(text)
    person = Person()
    person.moves(pixel(0, 0))
    person.keys("Ctrl+V")
    toasts = person.state.interface.toasts
    assert len(toasts) == 1
    assert toasts[0].warning == (not toasts[0].sentence.startswith("Pasted"))


@pytest.mark.parametrize("text", ["", "no grid at all", "1 2\n3", "nan 1\n2 3"])
def test_a_paste_that_is_no_grid_gives_a_sentence_and_changes_nothing(clipboard: list[str], text: str) -> None:
    clipboard.append(text)
    person = Person()
    before = person.state.scenario
    person.keys("Ctrl+V")
    assert person.state.scenario is before
    assert [toast for toast in person.state.interface.toasts if toast.warning]


def test_a_paste_of_bytes_that_are_no_text_gives_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        return b"\xff\xfe".decode()  # so does pygame where another program offers such bytes as text

    monkeypatch.setattr(pygame.scrap, "get_text", fail)
    monkeypatch.setenv("PATH", os.devnull)
    person = Person()
    person.keys("Ctrl+V")
    assert [toast for toast in person.state.interface.toasts if toast.warning]


def test_a_paste_into_an_open_number_is_typed_into_it(clipboard: list[str]) -> None:
    clipboard.append("0.125")
    person = Person()
    person.clicks(weight(0, 0))
    person.keys("Ctrl+V", "Enter")
    assert person.state.scenario.kernel[0, 0] == 0.125


def test_between_the_keys_on_screen_a_finger_does_nothing() -> None:
    person = Person()
    weight = Cell(GridName.KERNEL, 1, 1)
    person.presses(weight, touch=True)
    person.releases(weight, touch=True)
    before = person.state
    one, other = person.widget("key 7").rect, person.widget("key 8").rect
    gap = ((one.right + other.x) / 2, one.centre[1])
    assert one.right < gap[0] < other.x
    person.presses(gap, touch=True)
    person.releases(gap, touch=True)
    assert person.state.interface.entry == before.interface.entry
    assert person.state.scenario is before.scenario


@pytest.mark.parametrize("settled", ["paste", "undo"])
def test_what_was_said_of_a_paste_goes_with_the_next_good_one_and_with_an_undo(
    clipboard: list[str], settled: str
) -> None:
    person = Person()
    person.moves(weight(0, 0))
    clipboard.append("1 2 1\n2 4 2\n1 2 1")
    person.keys("Ctrl+V")
    person.controller.complain("The disk is full.")
    for bad in ("hello", "1 2\n3", "1 2000"):
        clipboard.append(bad)
        person.keys("Ctrl+V")
        assert sum(toast.of_paste for toast in person.state.interface.toasts) == 1
    clipboard.append("3 2 1\n2 4 2\n1 2 1")
    person.keys("Ctrl+V" if settled == "paste" else "Ctrl+Z")
    said = [toast for toast in person.state.interface.toasts if toast.warning]
    assert [toast.sentence for toast in said] == ["The disk is full."]


def test_on_what_a_network_reads_a_stroke_begins_under_the_cards_border_too() -> None:
    person = Person(reader(), position=27.5)
    card, place = person.window.first.card, person.window.places.image
    grip = (card.x + 1.0, place.cell(2, 2).centre[1])
    before = person.state.playback.position
    person.drags(grip, (grip[0], grip[1] + 3 * place.pitch))
    at = place.at(*grip)
    assert at is not None
    assert (person.state.scenario.image[2:6, at[1]] == 1).all()
    assert person.state.playback.position == before


def test_on_the_padding_around_it_the_cards_border_is_held() -> None:
    person = Person(reader(), position=0.5)
    card = person.window.first.card
    grip = (card.x + 1.0, card.centre[1])
    assert person.window.target_at(*grip) == CardBorder()
    person.drags(grip, (grip[0] + 2.2 * person.window.places.image.pitch, grip[1]))
    assert int(person.state.playback.position) == 2


def test_the_eraser_is_no_hand_for_the_card() -> None:
    person = Person(scenario(size=(10, 10)), position=0.5)
    card = person.window.first.card
    grip = (card.right - 1.0, card.centre[1])
    assert person.window.target_at(*grip) == CardBorder()
    person.keys("X")
    assert isinstance(person.window.target_at(*grip), Cell)
