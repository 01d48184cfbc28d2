"""The panel of settings: everything in it by pointer and by key, in every window, with tooltips that say the keys."""

from __future__ import annotations

import pytest

from game.files.settings import Settings
from game.ui.widgets.button import Button
from game.ui.widgets.select import PopupList
from game.ui.widgets.switch import Stepper
from tests.picture import state, window
from tests.ui.measure import crowded, lines_of
from tests.ui.test_layout import SIZES

from .hands import Person

CONTROLS = ("view theme", "view palette", "scale", "view motion", "view stops", "view decimals")
SMALL = ((320, 240), (400, 300), (480, 360), (360, 640))


def opened(size: tuple[int, int] = (1366, 768), settings: Settings | None = None) -> Person:
    person = Person(size=size, settings=settings)
    person.set(popup="view")
    return person


def test_each_press_goes_to_the_next_value_and_round() -> None:
    person = opened()
    seen = []
    for _ in range(3):
        person.clicks("view theme")
        seen.append(person.state.settings.theme)
    assert seen == ["daylight", "high contrast", "night"]
    for name, field, values in (
        ("view palette", "palette", ["colour-blind", "standard"]),
        ("view stops", "stops", ["products", "cells", "phases"]),
        ("view motion", "reduced_motion", [True, False]),
    ):
        found = []
        for _ in values:
            person.clicks(name)
            found.append(getattr(person.state.settings, field))
        assert found == values
    assert person.state.interface.popup == "view"


def test_everything_is_reached_by_tab_and_changed_by_enter_or_arrows() -> None:
    person = opened()
    order = []
    for _ in CONTROLS:
        person.keys("Tab")
        order.append(person.state.interface.focus)
    assert tuple(order) == CONTROLS
    person.keys("Right", "Right", "Right")
    assert person.state.settings.decimals == 2
    person.focuses("view stops")
    person.keys("Enter", "Enter")
    person.focuses("view palette")
    person.keys("Enter")
    assert (person.state.settings.stops, person.state.settings.palette) == ("cells", "colour-blind")
    person.keys("Escape")
    assert person.state.interface.popup is None


def test_decimals_go_from_automatic_to_four_and_no_further() -> None:
    person = opened()
    found: list[int | None] = []
    for _ in range(6):
        stepper = person.widget("view decimals")
        assert isinstance(stepper, Stepper)
        person.clicks(stepper.plus.centre)
        found.append(person.state.settings.decimals)
    assert found == [0, 1, 2, 3, 4, 4]
    for _ in range(6):
        stepper = person.widget("view decimals")
        assert isinstance(stepper, Stepper)
        person.clicks(stepper.minus.centre)
        found.append(person.state.settings.decimals)
    assert found[6:] == [3, 2, 1, 0, None, None]


def test_the_panel_says_every_value() -> None:
    settings = Settings(theme="high contrast", palette="colour-blind", stops="cells", decimals=3)
    shown = opened(settings=settings).window
    words = {line.text for widget in shown.widgets[shown.modal_from :] for line in lines_of(widget)}
    assert {"High contrast", "Colour-blind", "each output cell", "3", "100 %", "off"} <= words


def test_the_tooltips_say_the_keys() -> None:
    person = opened()
    keys = {name: person.widget(name).tooltip for name in CONTROLS}
    assert "(T)" in keys["view theme"]
    assert "(Ctrl++)" in keys["scale"]
    assert "(Page Down)" in keys["view stops"]
    assert "(Page Up)" in keys["view stops"]
    assert all(keys.values())


def test_t_goes_round_the_three_themes() -> None:
    person = Person()
    seen = []
    for _ in range(3):
        person.keys("T")
        seen.append(person.state.settings.theme)
    assert seen == ["daylight", "high contrast", "night"]


@pytest.mark.parametrize("scale", [75, 100, 200, 300])
@pytest.mark.parametrize("size", [*SIZES, *SMALL])
def test_no_word_of_the_panel_is_cut_or_lies_over_another(size: tuple[int, int], scale: int) -> None:
    shown = window(state(settings={"scale": scale, "theme": "high contrast"}, popup="view"), size)
    over = shown.widgets[shown.modal_from :]
    ground = next(widget for widget in over if widget.name == "view ground")
    lines = []
    for widget in over:
        room = widget.clip or ground.rect
        for line in lines_of(widget):
            assert room.x <= line.rect.x < line.rect.right <= room.right, line.text
            lines.append((line.text, line.rect))
            if isinstance(widget, Button | Stepper):
                assert widget.rect.holds(line.rect), line.text
    assert crowded(lines) == []
    assert {widget.name for widget in over} >= set(CONTROLS)


@pytest.mark.parametrize("size", SMALL)
def test_where_it_scrolls_tab_and_wheel_bring_every_control_into_view(size: tuple[int, int]) -> None:
    person = opened(size)
    for name in CONTROLS:
        person.focuses(name)
        widget = person.widget(name)
        assert widget.visible == widget.rect, name
    person.keys("Enter")
    assert person.state.settings.decimals == 0


def test_a_panel_that_is_too_high_scrolls_by_wheel_and_keys() -> None:
    person = opened((320, 240))
    last = person.widget("view decimals")
    assert last.visible != last.rect, "it is too high for this window"
    person.keys("End")
    assert person.widget("view decimals").visible == person.widget("view decimals").rect
    person.keys("Home")
    assert person.widget("view theme").visible == person.widget("view theme").rect


def test_the_loop_is_told_on_or_off_by_its_icon_and_not_by_colour_alone() -> None:
    person = Person()
    icons = []
    for _ in range(2):
        loop = person.widget("loop")
        assert isinstance(loop, Button)
        icons.append((person.state.settings.loop, loop.icon))
        person.keys("L")
    assert dict(icons) == {True: "repeat", False: "repeat-off"}


@pytest.mark.parametrize(("row", "scale", "after"), [("Larger text", 100, 125), ("Smaller text", 100, 75)])
def test_the_menu_makes_text_larger_and_smaller(row: str, scale: int, after: int) -> None:
    person = Person(settings=Settings(scale=scale))
    person.clicks("menu")
    shown = person.widget("menu list")
    assert isinstance(shown, PopupList)
    index = [item.words for item in shown.items].index(row)
    person.keys(*["Down"] * index, "Enter")
    assert person.state.settings.scale == after
    assert person.state.interface.popup is None


@pytest.mark.parametrize(("row", "scale"), [("Larger text", 300), ("Smaller text", 75)])
def test_at_the_end_the_menu_says_why_text_gets_no_larger_or_smaller(row: str, scale: int) -> None:
    person = Person(size=(2560, 1440), settings=Settings(scale=scale))
    person.clicks("menu")
    shown = person.widget("menu list")
    assert isinstance(shown, PopupList)
    assert next(item.reason for item in shown.items if item.words == row) == f"it is {scale}\u00a0% already"
