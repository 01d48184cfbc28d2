"""Tab goes through everything, with a visible ring."""

from __future__ import annotations

import pytest

from game.input.effects import Effect, OpenScenes, OpenTours
from game.input.intent import GridName
from game.shell.focus import stops
from game.ui.widgets.base import Widget

from .hands import Person, weight

WINDOWS = ((1366, 768), (800, 600), (640, 480), (1080, 1920), (479, 359))
LAYERS: dict[str, dict[str, object]] = {
    "plain": {},
    "help": {"sheet": "help"},
    "open": {"sheet": "open"},
    "view": {"popup": "view"},
    "rail": {"rail_open": True},
}


def walk(person: Person, key: str, count: int) -> list[str]:
    """Return where the focus is after each stroke of a key."""
    found = []
    for _ in range(count):
        person.keys(key)
        interface = person.state.interface
        found.append(interface.focus if interface.cursor is None else f"grid {interface.cursor.grid.value}")
    return [str(name) for name in found]


def opens(person: Person, effect: Effect) -> None:
    """Let a sheet be opened as its control does."""
    person.controller.dispatch((effect,))
    person.controller.built()


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("size", WINDOWS)
def test_tab_goes_through_everything_once_and_comes_back(size: tuple[int, int], layer: str) -> None:
    person = Person(size=size, position=2.5)
    person.set(**LAYERS[layer])
    names = stops(person.window)
    assert len(set(names)) == len(names)
    round_trip = walk(person, "Tab", len(names) + 1)
    assert round_trip == [*names, names[0]]


def test_tab_begins_with_the_transport_and_ends_with_the_bar() -> None:
    names = stops(Person().window)
    assert (names[0], names[-1]) == ("to start", "menu")


@pytest.mark.parametrize("layer", LAYERS)
def test_shift_tab_goes_the_same_way_back(layer: str) -> None:
    person = Person(position=2.5)
    person.set(**LAYERS[layer])
    names = stops(person.window)
    walk(person, "Tab", 1)
    assert walk(person, "Shift+Tab", len(names)) == [*reversed(names)]


@pytest.mark.parametrize("size", WINDOWS)
def test_every_control_that_the_pointer_can_use_is_reached_by_tab(size: tuple[int, int]) -> None:
    person = Person(size=size)
    reached = set(stops(person.window))
    for widget in person.window.widgets:
        answers = type(widget).press is not Widget.press or type(widget).activate is not Widget.activate
        assert not answers or widget.name in reached, widget.name


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600), (800, 600)])
def test_whatever_has_the_focus_can_be_seen(size: tuple[int, int]) -> None:
    person = Person(size=size)
    person.set(rail_open=True)
    for name in stops(person.window):
        person.keys("Tab")
        interface = person.state.interface
        if interface.cursor is not None:
            assert "cell cursor" in person.names()
            continue
        assert interface.focus == name
        assert interface.focus_visible
        widget = person.widget(name)
        assert widget.mood.focused, name
        assert widget.visible == widget.rect, f"{name} is scrolled out of sight"


def test_at_most_one_thing_has_the_ring() -> None:
    person = Person(position=2.5)
    for _ in range(2 * len(stops(person.window))):
        person.keys("Tab")
        focused = [widget.name for widget in person.window.widgets if widget.mood.focused]
        rings = focused + [name for name in person.names() if name == "cell cursor"]
        assert len(rings) == 1


def test_the_focus_ring_is_drawn_in_now() -> None:
    from tests.picture import picture, pixels

    person = Person()
    person.focuses("play")
    plain = picture(Person().state, (1366, 768))
    ringed = picture(person.state, (1366, 768))
    place = person.widget("play").rect
    difference = (pixels(plain) != pixels(ringed)).any(axis=2)
    assert difference[place.y : place.bottom, place.x : place.right].any()
    colours = {tuple(one) for one in pixels(ringed)[difference].tolist()}
    assert (255, 209, 102) in colours


def test_a_click_never_moves_the_key_focus() -> None:
    person = Person()
    person.focuses("undo")
    for name in ("play", "coverage", "loop"):
        person.clicks(name)
        assert person.state.interface.focus == "undo"


def test_the_cursor_enters_the_output_at_the_cell_that_is_being_made() -> None:
    person = Person(position=6.4)
    while person.state.interface.cursor is None or person.state.interface.cursor.grid is not GridName.OUTPUT:
        person.keys("Tab")
    cursor = person.state.interface.cursor
    assert (cursor.row, cursor.column) == (1, 2)


def test_the_focus_does_not_leave_an_open_sheet() -> None:
    person = Person()
    person.keys("F1")
    inside = {widget.name for widget in person.window.widgets[person.window.modal_from :]}
    assert set(walk(person, "Tab", 8)) <= inside


def test_in_a_sheet_the_first_stop_is_the_first_offer_and_the_cross_the_last() -> None:
    person = Person()
    person.keys("Ctrl+O")
    person.controller.built()
    assert walk(person, "Tab", 1) == ["choose file"]
    assert stops(person.window)[-1] == "close sheet"


def test_in_a_sheet_of_which_all_is_seen_arrows_go_from_row_to_row() -> None:
    person = Person(size=(1366, 768))
    opens(person, OpenTours())
    assert walk(person, "Down", 3) == ["tour 0", "tour 1", "tour 2"]
    assert walk(person, "Up", 1) == ["tour 1"]
    person.keys("Enter")
    tour = person.state.tour
    assert tour is not None
    assert tour.tour.name == "Colour and filters"


def test_in_a_sheet_with_more_than_is_seen_arrows_scroll() -> None:
    person = Person(size=(640, 480))
    opens(person, OpenScenes())
    person.keys("Down")
    assert person.state.interface.focus is None
    assert person.state.interface.scrolled("scenes sheet") > 0


def test_the_focus_goes_with_the_sheet_that_it_was_in() -> None:
    person = Person()
    person.keys("F1")
    person.focuses("close sheet")
    person.keys("Enter")
    assert person.state.interface.focus is None


def test_a_sheet_that_closes_gives_the_focus_back_to_what_lay_under_it() -> None:
    person = Person()
    person.focuses("help")
    person.keys("Enter", "Escape")
    assert person.state.interface.focus == "help"


def test_the_focus_leaves_what_folds_or_scrolls_out_of_sight() -> None:
    person = Person()
    person.focuses("kernel clear")
    person.resizes((600, 800))
    assert person.state.interface.focus is None
    person = Person(size=(800, 400))
    person.set(rail_open=True)
    person.focuses("image size")
    person.turns("image", -40)
    assert person.state.interface.focus is None
    person.keys("Right")
    assert person.state.scenario.image_size == (8, 8)


def test_the_cursor_leaves_a_grid_that_is_not_shown() -> None:
    person = Person()
    person.set(cursor=weight(1, 1))
    person.resizes((400, 300))
    assert person.state.interface.cursor is None
