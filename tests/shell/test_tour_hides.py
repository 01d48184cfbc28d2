"""A stop of a tour may hide any controls: whichever groups of them are gone, the window opens and the others work."""

from __future__ import annotations

import itertools
import random

import pytest

from game.files.tour import Point
from game.files.tour_conditions import OF_LAYERS, controls
from game.files.tour_file import read_tour
from game.play.choices import SECTIONS
from game.session.tour import tour_begun
from game.window.actions import GROUPS, MENU
from game.window.bar import menu_actions
from tests.picture import bar_of
from tests.ui.measure import crowded

from .hands import Person

SIZES = ((1920, 1080), (1366, 768), (1024, 768), (640, 480))
IN_BAR = [frozenset(group) & frozenset(controls()) for group in (*GROUPS, MENU, ("stack",))]
WALK = frozenset({"to start", "step back", "play", "step forward", "to end", "scrubber", "speed", "loop"})
RAIL = frozenset(controls()) - WALK - frozenset().union(*IN_BAR)
GONE_WITH = {"image clear": "image", "eraser": "brush"}


def _begins(person: Person, hidden: frozenset[str], point: str = "") -> None:
    """Begin a tour whose one stop hides these controls, and maybe points at one; all of the rail is open."""
    tour = read_tour()
    pointed = tour.stops[1].changed(hidden=hidden, point=Point(control=point))
    before = person.state if person.state.tour is None else person.state.tour.own
    before = before.changed(settings=before.settings.changed(sections=SECTIONS))
    person.controller.state = tour_begun(before, tour.changed(stops=(pointed,)))
    person.controller.built()


def _subsets(groups: list[frozenset[str]]) -> list[frozenset[str]]:
    chosen = (itertools.combinations(groups, count) for count in range(len(groups) + 1))
    return [frozenset().union(*some) for of_count in chosen for some in of_count]


def _is_sound(person: Person, hidden: frozenset[str]) -> None:
    """Hold that the window can be drawn, and that of all controls those are there that are not hidden, once each."""
    person.controller._painter.draw(person.state, person.window)
    names = person.names()
    in_menu = {action.name for action in menu_actions(bar_of(person.state), person.controller.frame())}
    there = {*names, *in_menu}
    assert not hidden & there
    away = hidden.union(OF_LAYERS, {"resolution"})  # the stop is about one channel and one filter, and no photo
    expected = {name for name in controls() if name not in away and GONE_WITH.get(name) not in hidden}
    assert not there & set(OF_LAYERS)
    assert expected - there <= (RAIL if "show rail" in names else frozenset())
    assert "menu" in names or not in_menu & set(controls())
    bar = person.widget("top bar").rect if "top bar" in names else None
    buttons = [(one.name, one.rect) for one in person.window.widgets if one.focusable and bar and bar.holds(one.rect)]
    assert crowded(buttons) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("others", [frozenset(), WALK | RAIL], ids=["with all others", "with no others"])
def test_any_groups_of_controls_can_be_hidden(size: tuple[int, int], others: frozenset[str]) -> None:
    person = Person(size=size)
    for hidden in _subsets(IN_BAR):
        _begins(person, hidden | others)
        _is_sound(person, hidden | others)


@pytest.mark.parametrize("size", SIZES)
def test_any_controls_can_be_hidden(size: tuple[int, int]) -> None:
    person, chance = Person(size=size), random.Random(size[0])
    for share in (0.2, 0.5, 0.8) * 20:
        hidden = frozenset(name for name in controls() if chance.random() < share)
        _begins(person, hidden)
        _is_sound(person, hidden)


@pytest.mark.parametrize("size", SIZES)
def test_a_stop_may_point_at_what_it_hides_and_all_keys_go_on_working(size: tuple[int, int]) -> None:
    person = Person(size=size)
    for name in controls():
        _begins(person, frozenset(controls()), name)
        person.controller._painter.draw(person.state, person.window)
    person.keys("Space", "Right", "Tab", "Tab", "Enter", "V", "T", "Ctrl+Z", "F11", "F1", "Escape", "F5", "Escape")
    person.waits(0.2)
    person.controller._painter.draw(person.state, person.window)


def test_a_stop_takes_the_focus_from_what_it_hides_also_where_it_points_at_a_control() -> None:
    person, tour = Person(), read_tour()
    shows = tour.stops[1]
    points = shows.changed(hidden=frozenset({"kernel clear"}), point=Point(control="stride"))
    person.controller.state = tour_begun(person.state, tour.changed(stops=(shows, points)))
    person.controller.built()
    person.focuses("kernel clear")
    person.clicks("tour next")
    assert person.state.tour is not None
    assert person.state.tour.index == 1
    assert person.window.named("kernel clear") is None
    assert person.state.interface.focus is None
