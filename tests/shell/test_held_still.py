"""A control that is being used stays under the hand, whatever its use changes around it."""

from __future__ import annotations

import pytest

from game.core.quantities import QUANTITIES, sliding
from game.files.settings import Settings
from game.files.tour_file import read_tour
from game.input.interface_intents import OpenPopup
from game.input.tour_intents import BeginTour
from game.ui.widgets.select import PopupList
from game.ui.widgets.slider import Slider
from game.ui.widgets.switch import Stepper
from tests.ui.test_layout import SIZES

from .hands import Person, Point

ROOMY = [size for size in SIZES if size >= (800, 600)]
PRESSES = 9
"""From 75 % to the largest scale, and once more."""


def opened(size: tuple[int, int], scale: int = 75, tour: bool = False) -> Person:
    """Return somebody who has opened the settings, by the menu."""
    person = Person(size=size, settings=Settings(scale=scale))
    if tour:
        person.controller.dispatch((BeginTour(read_tour()),))
        person.controller.built()
    open_settings(person)
    return person


def open_settings(person: Person) -> None:
    person.clicks("menu")
    listed = person.widget("menu list")
    assert isinstance(listed, PopupList)
    row = [item.intents for item in listed.items].index((OpenPopup("view"),))
    person.clicks((listed.rect.centre[0], listed.rect.y + listed.row_height * (row + 0.7)))


def plus(person: Person, name: str = "scale") -> Point:
    stepper = person.widget(name)
    assert isinstance(stepper, Stepper)
    return stepper.plus.centre


@pytest.mark.parametrize("tour", [False, True])
@pytest.mark.parametrize("size", ROOMY)
def test_the_text_size_is_changed_again_and_again_at_one_place(size: tuple[int, int], tour: bool) -> None:
    person = opened(size, tour=tour)
    place, panel, work = plus(person), person.widget("view ground").rect, person.state.scenario
    for press in range(PRESSES):
        person.clicks(place)
        assert person.state.settings.scale == 75 + 25 * (press + 1)
        assert person.widget("view ground").rect == panel
        assert plus(person) == place
    stepper = person.widget("scale")
    assert isinstance(stepper, Stepper)
    for press in range(PRESSES):
        person.clicks(stepper.minus.centre)
        assert person.state.settings.scale == 300 - 25 * (press + 1)
    assert person.state.scenario is work


@pytest.mark.parametrize("size", ROOMY)
def test_every_control_of_the_settings_stays_where_it_is_while_one_is_used(size: tuple[int, int]) -> None:
    person = opened(size, scale=100)
    before = {widget.name: widget.rect for widget in person.window.widgets[person.window.modal_from :]}
    for name in ("view theme", "view palette", "view motion", "view stops", "scale", "view decimals"):
        for _ in range(3):
            person.clicks(plus(person, name) if isinstance(person.widget(name), Stepper) else name)
            over = {widget.name: widget.rect for widget in person.window.widgets[person.window.modal_from :]}
            assert all(over[each] == rect for each, rect in before.items() if each in over), name


def test_a_panel_that_opens_again_has_the_scale_of_now() -> None:
    person = opened((1920, 1080), scale=100)
    small = person.widget("view ground").rect
    person.clicks(plus(person))
    person.keys("Escape")
    open_settings(person)
    assert person.widget("view ground").rect.h > small.h * 1.1


def test_a_panel_stays_in_the_window_also_when_that_gets_smaller() -> None:
    person = opened((1920, 1080), scale=100)
    person.clicks(plus(person))
    person.resizes((800, 600))
    panel = person.widget("view ground").rect
    assert panel.right <= 800
    assert panel.bottom <= 600


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("quantity", [each.name for each in sliding()])
def test_a_chain_is_opened_and_closed_at_one_place(size: tuple[int, int], quantity: str) -> None:
    person = Person(size=size, settings=Settings(sections=(QUANTITIES[quantity].part,)))
    if person.window.named("show rail") is not None:
        person.clicks("show rail")
    place = person.middle(f"{quantity} chain")
    for linked in (False, True, False):
        person.clicks(place)
        assert (quantity in person.state.interface.linked) == linked
        assert person.middle(f"{quantity} chain") == place


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768), (1920, 1080)])
def test_chains_touch_neither_the_words_nor_the_numbers_of_their_sliders(size: tuple[int, int]) -> None:
    person = Person(size=size)
    person.set(rail_open=True, linked=frozenset())
    for quantity in (each.name for each in sliding()):
        chain, rows = person.widget(f"{quantity} chain"), person.widget(f"{quantity} rows")
        assert isinstance(rows, Slider)
        words = person.controller.frame().type.width(rows.label, rows.size, True)
        assert chain.rect.x >= rows.inner.x + words
        assert not chain.rect.meets(rows.number_rect)


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1280, 800), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("name", ["coverage", "predict", "compare", "speed", "loop", "play"])
def test_what_is_pressed_in_bar_and_transport_stays_under_the_pointer(size: tuple[int, int], name: str) -> None:
    person = Person(size=size)
    widget = person.widget(name)
    place = plus(person, name) if isinstance(widget, Stepper) else person.middle(name)
    for _ in range(2):
        person.clicks(place)
        assert person.widget(name).rect == widget.rect


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768)])
@pytest.mark.parametrize("name", ["image size", "kernel size", "stride", "padding"])
def test_a_slider_stays_where_it_is_while_it_changes_the_grids(size: tuple[int, int], name: str) -> None:
    person = Person(size=size)
    if person.window.named("show rail") is not None:
        person.clicks("show rail")
    slider = person.widget(name)
    assert isinstance(slider, Slider)
    track = slider.track
    for share in (0.1, 0.6, 0.3):
        person.drags((track.x + 2.0, track.centre[1]), (track.x + track.w * share, track.centre[1]))
        assert person.widget(name).rect == slider.rect
