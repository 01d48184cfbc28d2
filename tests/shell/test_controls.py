"""Every widget works by pointer and by key."""

from __future__ import annotations

import numpy as np
import pytest

from game.files.settings import Settings
from game.input.intent import Control
from game.play.phases import SPEEDS
from game.ui.geometry import Rect
from game.ui.offers import Offer, Offers
from game.ui.widgets.button import Button
from game.ui.widgets.scrubber import Scrubber, Ticks
from game.ui.widgets.select import PopupList
from game.ui.widgets.slider import Slider
from game.ui.widgets.switch import Stepper
from game.window.scrolling import Scrolled
from game.words.glossary import TERMS
from game.words.texts import text
from tests.picture import new_canvas, pixels, scenario, scenarios

from .hands import Person, Point, pixel

# Sliders


def slider(person: Person, name: str) -> Slider:
    found = person.widget(name)
    assert isinstance(found, Slider)
    return found


def on_track(person: Person, name: str, value: float) -> Point:
    found = slider(person, name)
    return found.place(value), found.track.centre[1]


def test_pressing_a_slider_sets_it_to_the_place_that_was_pressed() -> None:
    person = Person()
    person.clicks(on_track(person, "stride", 3))
    assert person.state.scenario.stride == (3, 3)


def test_a_dragged_slider_changes_the_picture_at_once() -> None:
    person = Person()
    person.presses(on_track(person, "image size", 8))
    person.moves(on_track(person, "image size", 20))
    assert person.state.scenario.image_size == (20, 20)
    assert slider(person, "image size").value == 20


def test_dragging_a_slider_wildly_and_back_loses_nothing() -> None:
    person = Person()
    person.clicks(pixel(7, 7))
    before = person.state.scenario
    ways = [on_track(person, "image size", value) for value in (8, 2, 60, 1, 33, 3, 8)]
    person.drags(*ways)
    assert person.state.scenario == before


def test_a_sliders_drag_is_one_undo_entry() -> None:
    person = Person()
    before = person.state.scenario
    person.drags(*(on_track(person, "padding", value) for value in (1, 2, 5, 7, 4)))
    assert person.state.scenario.padding == (4, 4)
    person.keys("Ctrl+Z")
    assert person.state.scenario == before


def test_a_drag_goes_on_outside_the_slider_and_outside_the_window() -> None:
    person = Person()
    person.presses(on_track(person, "stride", 2))
    person.moves((person.window.places.image.x, 5.0), (5000.0, -200.0))
    assert person.state.scenario.stride == (8, 8)
    person.releases((5000.0, -200.0))
    assert person.state.working is None


def test_the_knob_stops_where_the_track_is_hatched() -> None:
    person = Person(scenario(size=(5, 5), kernel_size=(3, 3)))
    kernel = slider(person, "kernel size")
    assert kernel.allowed == (1, 5)
    assert [kernel.value_at(kernel.place(value)) for value in (1, 4, 5, 6, 15)] == [1, 4, 5, 5, 5]
    person.drags(on_track(person, "kernel size", 3), on_track(person, "kernel size", 15))
    assert person.state.scenario.kernel_size == (5, 5)
    person.drags(on_track(person, "image size", 5), on_track(person, "image size", 1))
    assert person.state.scenario.image_size == (5, 5)


def test_the_hatched_part_of_the_track_is_drawn_otherwise() -> None:
    from tests.picture import picture, pixels

    person = Person(scenario(size=(5, 5), kernel_size=(3, 3)))
    track = slider(person, "kernel size").track
    shown = pixels(picture(person.state, (1366, 768)))[track.y + track.h // 2]
    free, hatched = shown[track.x + track.w // 4 : track.x + track.w // 4 + 8], shown[track.right - 60 : track.right]
    assert len(np.unique(free, axis=0)) == 1
    assert len(np.unique(hatched, axis=0)) > 2


def test_the_tooltip_tells_why_the_knob_stops() -> None:
    person = Person(scenario(size=(5, 5), kernel_size=(3, 3)))
    assert "Up to 5" in slider(person, "kernel size").tooltip
    assert "fit" in slider(person, "kernel size").tooltip


def test_clicking_a_sliders_number_opens_it_and_enter_takes_what_is_typed() -> None:
    person = Person()
    person.clicks(slider(person, "image size").number_rect.centre)
    assert "entry" in person.names()
    person.types("12")
    person.keys("Enter")
    assert person.state.scenario.image_size == (12, 12)
    assert "entry" not in person.names()


def test_escape_leaves_the_number_as_it_was() -> None:
    person = Person()
    before = person.state.scenario
    person.clicks(slider(person, "stride").number_rect.centre)
    person.types("7")
    person.keys("Escape")
    assert person.state.scenario is before
    assert "entry" not in person.names()


def test_a_typed_value_that_is_not_allowed_gives_a_sentence_and_changes_nothing() -> None:
    person = Person()
    before = person.state.scenario
    for wrong in ("0", "99", "many", "2.5"):
        person.clicks(slider(person, "stride").number_rect.centre)
        person.types(wrong)
        person.keys("Enter")
        assert person.state.scenario is before, wrong
        assert [name for name in person.names() if name.startswith("toast ")], wrong
        person.keys("Escape")


@pytest.mark.parametrize(("key", "change"), [("Right", 1), ("Up", 1), ("Left", -1), ("Down", -1)])
def test_arrows_change_a_focused_slider(key: str, change: int) -> None:
    person = Person()
    person.focuses("stride")
    person.keys(key)
    assert person.state.scenario.stride == (2 + change, 2 + change)


def test_home_and_end_go_to_a_sliders_ends() -> None:
    person = Person()
    person.focuses("padding")
    person.keys("End")
    assert person.state.scenario.padding == (8, 8)
    person.keys("Home")
    assert person.state.scenario.padding == (0, 0)


def test_shift_moves_the_brush_in_finer_steps() -> None:
    person = Person()
    person.focuses("brush")
    person.keys("Left")
    assert person.state.brush == 0.95
    person.keys("Shift+Left")
    assert person.state.brush == 0.94


def test_enter_opens_the_number_of_a_focused_slider() -> None:
    person = Person()
    person.focuses("kernel size")
    person.keys("Enter")
    assert person.state.interface.entry is not None
    assert person.state.interface.entry.target == Control("kernel size")


def test_a_slider_takes_the_wheel_only_while_it_has_the_focus() -> None:
    person = Person(size=(1920, 1080))
    person.turns(on_track(person, "stride", 5), 1)
    assert person.state.scenario.stride == (2, 2)
    person.focuses("stride")
    person.turns(on_track(person, "stride", 5), 1)
    assert person.state.scenario.stride == (3, 3)


# Chains


def test_a_chain_takes_rows_and_columns_apart_and_each_has_a_slider_then() -> None:
    person = Person()
    person.clicks("padding chain")
    person.clicks(on_track(person, "padding columns", 3))
    assert person.state.scenario.padding == (1, 3)
    person.clicks(on_track(person, "padding rows", 0))
    assert person.state.scenario.padding == (0, 3)


def test_enter_on_a_chain_does_the_same_as_a_click() -> None:
    person = Person()
    person.focuses("stride chain")
    person.keys("Enter")
    assert {"stride rows", "stride columns"} <= set(person.names())
    person.keys("Enter")
    assert "stride" in person.names()


# Buttons and toggles


@pytest.mark.parametrize("name", ["loop", "play"])
def test_a_button_acts_by_click_and_by_enter_alike(name: str) -> None:
    clicked, entered = Person(), Person()
    clicked.clicks(name)
    entered.focuses(name)
    entered.keys("Enter")
    assert clicked.state.settings == entered.state.settings
    assert clicked.state.playback == entered.state.playback
    assert (clicked.state.settings, clicked.state.playback) != (Person().state.settings, Person().state.playback)


def test_a_button_acts_on_release_and_not_when_the_hand_has_left_it() -> None:
    person = Person()
    person.presses("coverage")
    assert not person.state.interface.coverage
    person.moves("play")
    person.releases("play")
    assert not person.state.interface.coverage
    assert not person.state.playback.playing
    person.clicks("coverage")
    assert person.state.interface.coverage


def test_a_button_shows_hover_press_and_focus() -> None:
    person = Person()
    person.moves("coverage")
    assert person.widget("coverage").mood.hovered
    person.presses("coverage")
    assert person.widget("coverage").mood.pressed
    person.releases("coverage")
    assert not person.widget("coverage").mood.pressed
    person.focuses("coverage")
    assert person.widget("coverage").mood.focused


def test_a_disabled_button_does_nothing_and_says_why() -> None:
    person = Person()
    undo = person.widget("undo")
    assert not undo.mood.enabled
    assert "nothing to undo" in undo.tooltip
    before = person.state.history
    person.clicks("undo")
    person.focuses("undo")
    person.keys("Enter")
    assert person.state.history is before


def test_a_tooltip_has_the_shortcut() -> None:
    person = Person()
    assert "(Ctrl+Z)" in person.widget("undo").tooltip
    assert "(Space)" in person.widget("play").tooltip
    assert "(C)" in person.widget("coverage").tooltip


def test_every_button_explains_itself() -> None:
    person = Person()
    assert not [one.name for one in person.window.widgets if isinstance(one, Button) and not one.tooltip]


def test_a_bubble_appears_only_after_the_pointer_has_rested() -> None:
    person = Person()
    person.rests("help", 0.3)
    assert "bubble" not in person.names()
    person.waits(0.2)
    assert "bubble" in person.names()
    person.moves("save")
    assert "bubble" not in person.names()


def test_undo_and_redo_buttons_go_back_and_forth() -> None:
    person = Person()
    before = person.state.scenario
    person.clicks(on_track(person, "stride", 4))
    after = person.state.scenario
    person.clicks("undo")
    assert person.state.scenario is before
    person.clicks("redo")
    assert person.state.scenario is after


def test_the_dice_roll_what_is_random_again() -> None:
    person = Person()
    before = person.state.scenario
    person.clicks("menu")
    person.clicks(row_of(person, text("bar.seed", seed=before.seed)))
    assert not np.array_equal(person.state.scenario.image, before.image)
    assert not np.array_equal(person.state.scenario.kernel, before.kernel)


# Steppers


def test_a_stepper_acts_on_its_two_buttons_and_not_between_them() -> None:
    person = Person()
    speed = person.widget("speed")
    assert isinstance(speed, Stepper)
    person.clicks(speed.plus.centre)
    assert SPEEDS[person.state.playback.speed] == 2
    person.clicks(speed.minus.centre)
    person.clicks(speed.minus.centre)
    assert SPEEDS[person.state.playback.speed] == 0.5
    person.clicks(speed.rect.centre)
    assert SPEEDS[person.state.playback.speed] == 0.5


def test_a_focused_stepper_takes_left_and_right() -> None:
    person = Person()
    person.focuses("speed")
    person.keys("Right", "Right", "Left")
    assert SPEEDS[person.state.playback.speed] == 2


def test_a_stepper_stops_at_its_ends() -> None:
    person = Person()
    person.focuses("speed")
    person.keys(*["Right"] * 12)
    assert person.state.playback.speed == len(SPEEDS) - 1
    person.keys(*["Left"] * 12)
    assert person.state.playback.speed == 0


# Selects and their lists


def opened(person: Person) -> PopupList:
    found = [widget for widget in person.window.widgets if isinstance(widget, PopupList)]
    assert len(found) == 1
    return found[0]


def row_of(person: Person, words: str) -> Point:
    shown = opened(person)
    index = next(number for number, item in enumerate(shown.items) if item.words == words)
    return shown.rect.centre[0], shown.rect.y + shown.px(6) + (index + 0.5) * shown.row_height - shown.offset


def test_a_click_opens_a_list_and_a_click_on_a_row_chooses_it() -> None:
    person = Person()
    person.clicks("image")
    person.clicks(row_of(person, "Ramp"))
    assert person.state.scenario.image_name == "ramp"
    assert person.state.interface.popup is None


def test_a_list_is_opened_moved_and_chosen_from_by_keys() -> None:
    person = Person()
    person.focuses("kernel")
    person.keys("Enter")
    names = [item.words for item in opened(person).items]
    person.keys("Home", *["Down"] * names.index("Outline"), "Enter")
    assert person.state.scenario.kernel_name == "outline"
    assert person.state.interface.focus == "kernel"


def test_the_down_arrow_opens_a_list_too() -> None:
    person = Person()
    person.focuses("image")
    person.keys("Down")
    assert person.state.interface.popup == "image"


def test_escape_closes_a_list_and_chooses_nothing() -> None:
    person = Person()
    before = person.state.scenario
    person.clicks("image")
    person.keys("Down", "Down", "Escape")
    assert person.state.interface.popup is None
    assert person.state.scenario is before


def test_a_click_beside_a_list_closes_it_and_does_nothing_else() -> None:
    person = Person()
    before = person.state.scenario
    person.clicks("image")
    person.clicks(pixel(0, 0))
    assert person.state.interface.popup is None
    assert person.state.scenario is before


def test_a_disabled_row_does_nothing_and_says_why() -> None:
    person = Person(scenario(size=(8, 8), kernel_size=(4, 4)))
    person.clicks("kernel")
    item = next(one for one in opened(person).items if one.words == "Outline")
    assert item.reason
    person.clicks(row_of(person, "Outline"))
    assert person.state.scenario.kernel_name == "random"
    assert person.state.interface.popup == "kernel"
    names = [one.words for one in opened(person).items]
    person.keys("Home", *["Down"] * names.index("Outline"), "Enter")
    assert person.state.scenario.kernel_name == "random"


def test_a_press_that_is_dragged_along_a_list_chooses_where_it_is_let_go() -> None:
    person = Person()
    person.clicks("image")
    person.drags(row_of(person, "Ramp"), row_of(person, "Checkerboard"), row_of(person, "Disc"))
    assert person.state.scenario.image_name == "disc"


def test_the_wheel_scrolls_a_list_that_is_higher_than_the_window() -> None:
    person = Person(size=(640, 370))
    person.set(popup="kernel")
    shown = opened(person)
    assert shown.most_offset > 0, "the list fits: make the window lower"
    person.turns(shown.rect.centre, -3)
    assert opened(person).offset > 0
    person.turns(opened(person).rect.centre, 30)
    assert opened(person).offset == 0


def test_the_row_of_a_list_under_the_pointer_is_highlighted_without_a_press() -> None:
    person = Person()
    person.set(popup="kernel")
    shown = opened(person)
    for index in (3, 1):
        person.moves((shown.rect.centre[0], shown.rect.y + shown.px(6) + (index + 0.5) * shown.row_height))
        assert opened(person).highlighted == index


def test_the_highlight_stays_in_view_while_arrows_move_it() -> None:
    person = Person(size=(640, 400))
    person.set(popup="kernel")
    for key in (*["Down"] * 13, *["Up"] * 13, "End", "Home"):
        person.keys(key)
        shown = opened(person)
        top = shown.rect.y + shown.px(6) + shown.highlighted * shown.row_height - shown.offset
        assert shown.rect.y <= top
        assert top + shown.row_height <= shown.rect.bottom, key


# The scrubber


def test_the_scrubber_goes_to_any_instant_and_pauses() -> None:
    person = Person(playing=True)
    scrubber = person.widget("scrubber")
    assert isinstance(scrubber, Scrubber)
    track, y = scrubber.track, scrubber.track.centre[1]
    person.presses((track.x + track.w * 0.5, y))
    assert person.state.playback.position == pytest.approx(8, abs=0.1)
    assert not person.state.playback.playing
    person.moves((track.x + track.w * 0.25, y), (track.x - 500.0, y))
    assert person.state.playback.position == 0
    person.moves((track.right + 500.0, y))
    person.releases((track.right + 500.0, y))
    assert person.state.playback.position == 16


def test_a_focused_scrubber_moves_by_up_and_down_and_steps_by_left_and_right() -> None:
    person = Person(position=3.0)
    person.focuses("scrubber")
    person.keys("Up", "Up")
    assert person.state.playback.position == pytest.approx(3.1)
    person.keys("Down")
    assert person.state.playback.position == pytest.approx(3.05)
    person.keys("Left")
    assert person.state.playback.position == 3.0


@pytest.mark.parametrize(("steps", "columns", "expected"), [(16, 4, (1, 4)), (400, 40, (40, 0)), (4000, 4, (0, 0))])
def test_ticks_are_one_a_step_else_one_a_row_else_none(steps: int, columns: int, expected: tuple[int, int]) -> None:
    assert Ticks(name="ticks", rect=Rect(0, 0, 400, 11), steps=steps, columns=columns).marks() == expected


@pytest.mark.parametrize(("steps", "columns"), [(1, 5), (16, 4), (23, 5), (66, 5), (67, 5), (330, 40)])
def test_all_ticks_stand_where_each_of_them_would_alone(steps: int, columns: int) -> None:
    ticks, canvas = Ticks(name="ticks", rect=Rect(0, 0, 401, 11), steps=steps, columns=columns), new_canvas((401, 11))
    expected = canvas.surface.copy()
    every, long_every = ticks.marks()
    for step in range(0, steps + 1, every):
        long = not long_every or step % long_every == 0 or step == steps
        expected.fill(canvas.theme.edge, Rect.of(399 * step / steps, 0, 2, 11 if long else 6))
    ticks.draw(canvas)
    assert np.array_equal(pixels(canvas.surface), pixels(expected))


# Transport


def test_the_transport_steps_and_goes_to_the_ends() -> None:
    person = Person(position=5.0)
    person.clicks("step back")
    assert person.state.playback.position == 4.0
    person.clicks("step forward")
    person.waits(3)
    assert person.state.playback.position == 5.0
    person.clicks("to end")
    assert person.state.playback.position == 16
    person.clicks("to start")
    assert person.state.playback.position == 0


def test_play_plays_and_pauses() -> None:
    person = Person()
    person.clicks("play")
    person.waits(1.2)
    assert person.state.playback.position == pytest.approx(0.5, abs=0.02)
    person.clicks("play")
    person.waits(1.2)
    assert person.state.playback.position == pytest.approx(0.5, abs=0.02)


# Sheets and scrolled areas


def test_help_opens_by_button_and_keys_and_closes_by_escape_cross_and_a_click_beside_it() -> None:
    person = Person()
    for opening in ("help", "F1"):
        person.keys(opening) if opening == "F1" else person.clicks(opening)
        assert person.state.interface.sheet == "help"
        person.keys("Escape")
        assert person.state.interface.sheet is None
    person.types("?")
    person.clicks("close sheet")
    assert person.state.interface.sheet is None
    person.types("?")
    person.clicks((2.0, 2.0))
    assert person.state.interface.sheet is None


def scroller(person: Person) -> Scrolled:
    return next(widget for widget in reversed(person.window.widgets) if isinstance(widget, Scrolled))


def test_a_sheet_scrolls_by_wheel_and_by_keys() -> None:
    person = Person(size=(800, 600))
    person.keys("F1")
    middle = scroller(person).rect.centre
    person.turns(middle, -2)
    assert scroller(person).offset > 0
    person.turns(middle, 10)
    assert scroller(person).offset == 0
    person.keys("Page Down")
    assert scroller(person).offset > 100
    person.keys("End")
    assert scroller(person).offset == scroller(person).most
    person.keys("Home")
    assert scroller(person).offset == 0


def test_keys_of_the_walk_do_nothing_under_an_open_sheet_that_takes_them() -> None:
    person = Person(position=3.0)
    person.keys("F1", "End")
    assert person.state.playback.position == 3.0


def test_the_last_line_of_the_help_can_be_scrolled_into_view() -> None:
    person = Person(size=(800, 600))
    person.keys("F1", "End")
    lines = [getattr(widget, "text", "") for widget in person.window.widgets]
    assert TERMS[-1].word in lines


def with_a_high_rail() -> Person:
    """Return a person at a window whose rail has more than fits: rows and columns have sliders of their own."""
    person = Person(size=(1366, 768))
    person.set(linked=frozenset())
    return person


def test_the_rail_scrolls_where_it_is_higher_than_its_place() -> None:
    person = with_a_high_rail()
    before = person.widget("stride rows").rect.y
    person.turns(person.middle("stride rows"), -2)
    assert person.widget("stride rows").rect.y < before
    person.turns((1300.0, 400.0), 50)
    assert person.widget("stride rows").rect.y == before


def test_a_control_that_is_scrolled_out_of_sight_takes_no_press() -> None:
    person = with_a_high_rail()
    person.turns((1300.0, 400.0), -50)
    hidden = [one for one in person.window.widgets if one.clip is not None and not one.visible.h and one.focusable]
    assert hidden
    for widget in hidden:
        found = person.window.widget_at(*widget.rect.centre)
        assert found is None or found.name != widget.name


def test_the_folded_rail_unfolds_by_its_button_and_its_controls_work() -> None:
    person = Person(size=(800, 600))
    assert "stride" not in person.names()
    person.clicks("show rail")
    person.focuses("stride")  # Tab brings it into sight
    person.clicks(on_track(person, "stride", 1))
    assert person.state.scenario.stride == (1, 1)
    person.clicks("show rail")
    assert "stride" not in person.names()


def test_the_folded_menu_has_the_actions_of_the_bar() -> None:
    person = Person(size=(800, 600), settings=Settings(scale=200))
    person.clicks("menu")
    words = [item.words for item in opened(person).items]
    assert {"Undo", "Redo", "Open", "Save", "Next theme: Night, Daylight, High contrast"} <= set(words)
    person.clicks(row_of(person, "Next theme: Night, Daylight, High contrast"))
    assert person.state.settings.theme == "daylight"


def test_what_was_set_aside_is_offered_and_opens_by_a_click() -> None:
    from game.input.interface_intents import OpenSheet
    from game.input.scenario_intents import ReplaceScenario

    person = Person()
    other = scenarios()["integers"]
    person.controller._documents.offers = Offers((Offer("Lesson 3", "2026-01-02 10:00", (ReplaceScenario(other),)),))
    person.controller.dispatch((OpenSheet("open"),))
    person.controller.built()
    person.clicks("Last work 0")
    assert person.state.scenario is other
    assert person.state.interface.sheet is None
    person.keys("Ctrl+Z")
    assert person.state.scenario != other


# Settings of the view


def test_text_size_and_motion_are_set_by_pointer_and_key() -> None:
    person = Person(size=(1920, 1080))
    person.clicks("menu")
    person.clicks(row_of(person, text("bar.view")))
    scale = person.widget("scale")
    assert isinstance(scale, Stepper)
    person.clicks(scale.plus.centre)
    assert person.state.settings.scale == 125
    person.focuses("scale")
    person.keys("Left", "Left")
    assert person.state.settings.scale == 75
    person.clicks("view motion")
    assert person.state.settings.reduced_motion
    person.focuses("view theme")
    person.keys("Enter")
    assert person.state.settings.theme == "daylight"
    person.keys("Escape")
    assert person.state.interface.popup is None


def test_the_scale_follows_ctrl_plus_minus_and_zero() -> None:
    person = Person()
    person.keys("Ctrl++")
    assert person.state.settings.scale == 125
    person.keys("Ctrl+-", "Ctrl+-")
    assert person.state.settings.scale == 75
    person.keys("Ctrl+0")
    assert person.state.settings.scale == 100


# Toasts


def toasts(person: Person) -> list[str]:
    return [name for name in person.names() if name.startswith("toast ")]


def test_a_toast_goes_by_its_cross_and_not_by_a_click_on_its_words() -> None:
    from game.ui.widgets.bubble import ToastWidget

    person = Person()
    person.controller.complain("The disk is full.")
    person.controller.built()
    toast = next(widget for widget in person.window.widgets if isinstance(widget, ToastWidget))
    person.clicks((toast.rect.x + 30.0, toast.rect.centre[1]))
    assert toasts(person)
    person.clicks(toast.cross.centre)
    assert not toasts(person)


def test_a_toast_waits_for_an_input_and_goes_ten_seconds_after_it() -> None:
    person = Person()
    person.controller.complain("The disk is full.")
    person.waits(30)
    assert toasts(person)
    person.keys("T")
    person.waits(9)
    assert toasts(person)
    person.waits(1.5)
    assert not toasts(person)


def test_a_toast_never_takes_escape() -> None:
    person = Person()
    person.controller.complain("The disk is full.")
    person.keys("Escape")
    assert toasts(person)


def test_a_toast_can_be_dismissed_by_keys_alone() -> None:
    person = Person()
    person.controller.complain("The disk is full.")
    person.controller.built()
    person.focuses(toasts(person)[0])
    person.keys("Enter")
    assert not toasts(person)


# Escape


def test_escape_leaves_what_is_open_one_by_one_then_full_screen_and_never_quits() -> None:
    person = Person()
    person.keys("F11")
    assert person.display.full_screen
    person.focuses("image")
    person.keys("F1")
    person.keys("Escape")
    assert person.state.interface.sheet is None
    assert person.display.full_screen
    person.keys("Escape")
    assert not person.state.interface.focus_visible
    assert person.display.full_screen
    person.keys("Escape")
    assert not person.display.full_screen
    person.keys(*["Escape"] * 5)
    assert not person.controller.ended
