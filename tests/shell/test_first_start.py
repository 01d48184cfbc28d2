"""A first start: a scene that means something, and the tour beside it until either is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.app import first_state, work_of_before
from game.core.scenario import Scenario, startup
from game.core.start import start_here
from game.files.kept_work import KeptWork
from game.files.scenario_file import to_json
from game.files.settings import Settings, read_settings, write_settings
from game.files.tour_file import read_tour
from game.input.effects import OpenTour
from game.input.intent import Cell
from game.input.scenario_intents import ReplaceScenario
from game.request import Request, first_scene
from game.session.guide import APART_SECONDS
from game.session.state import State, own_state
from tests.files.examples import parse_scenario
from tests.picture import window
from tests.ui.measure import lines_of
from tests.ui.test_layout import SCALES, SIZES

from .hands import Person, output, pixel, weight

NAME = "Start here: an edge"
CARD = ("offer", "take the tour", "leave the offer")


def first(settings: Settings | None = None, **asked: Any) -> State:
    """Return the state of a start with nothing kept."""
    return first_state(Request(**asked), settings or Settings(), None)


def newcomer(size: tuple[int, int] = (1366, 768), **asked: Any) -> Person:
    """Return a person at a first start."""
    person = Person(size=size)
    person.controller.state = first(**asked)
    person.controller.built()
    return person


def is_offered(person: Person) -> bool:
    return "offer" in person.names()


# What is opened


def test_a_first_start_opens_the_scene_under_its_name_and_plays() -> None:
    state = first()
    assert state.scenario == start_here(NAME)
    assert state.playback.playing
    found = window(state, (1366, 768)).named("name")
    assert getattr(found, "label", "") == NAME


def test_what_is_kept_or_asked_for_comes_before_it() -> None:
    kept = parse_scenario(to_json(startup().named("Mine"), 2.5))
    assert first_state(Request(), Settings(), kept).scenario.name == "Mine"
    asked = first(scenario=startup())
    assert asked.scenario == startup()
    assert not asked.interface.guide.offer


# The offer


@pytest.mark.parametrize("way", ["pointer", "keys"])
def test_the_offer_begins_the_tour(way: str) -> None:
    person = newcomer()
    if way == "pointer":
        person.clicks("take the tour")
    else:
        person.focuses("take the tour")
        person.keys("Enter")
    assert person.state.tour is not None
    assert not is_offered(person)
    person.clicks("tour leave")
    assert person.state.tour is None
    assert person.state.scenario == start_here(NAME)
    assert not is_offered(person)
    assert person.state.settings.offered


def test_the_cross_sends_it_away_and_changes_nothing_else() -> None:
    person = newcomer()
    person.clicks("leave the offer")
    assert not is_offered(person)
    assert (person.state.scenario, person.state.settings.offered) == (start_here(NAME), True)


def card_goes_to(person: Person, cell: Cell) -> None:
    """Drag the card by its left border."""
    person.drags((person.window.first.card.x + 1, person.window.first.card.centre[1]), cell)


def wheel_turns(person: Person, cell: Cell) -> None:
    """Rest on a cell, then turn the wheel by a notch."""
    person.moves(cell)
    person.waits(0.5)
    person.turns(cell, 1)


def begins_tour(person: Person) -> None:
    """Begin the tour, as the menu does."""
    person.controller.dispatch((OpenTour(),))
    person.controller.built()


def opens(person: Person, scenario: Scenario) -> None:
    """Open another scenario."""
    person.controller.dispatch((ReplaceScenario(scenario),))
    person.controller.built()


TOUCHES: dict[str, Callable[[Person], None]] = {
    "paint": lambda person: person.clicks(pixel(0, 0)),
    "erase": lambda person: person.clicks(pixel(2, 2), button=3),
    "weight": lambda person: wheel_turns(person, weight(0, 0)),
    "padding": lambda person: person.clicks(person.widget("padding").rect.centre),
    "step": lambda person: person.keys("Right"),
    "scrub": lambda person: person.clicks("scrubber"),
    "cell": lambda person: person.clicks(output(2, 2)),
    "card": lambda person: card_goes_to(person, pixel(3, 3)),
    "clear": lambda person: person.clicks("image clear"),
    "open": lambda person: opens(person, startup()),
    "end": lambda person: person.keys("End"),
    "tour": begins_tour,
}


@pytest.mark.parametrize("deed", TOUCHES)
def test_it_goes_for_ever_when_the_scene_is_touched(deed: str) -> None:
    person = newcomer(position=5.6)
    TOUCHES[deed](person)
    assert not is_offered(person)
    assert own_state(person.state).settings.offered
    person.keys("Ctrl+Z")
    assert not is_offered(person)


def test_watching_touches_nothing() -> None:
    person = newcomer()
    person.waits(50)
    person.keys("Space", "T", "Up", "F1", "Escape", "Space")
    person.moves(pixel(2, 2), output(1, 1))
    person.waits(2)
    assert is_offered(person)
    assert not person.state.settings.offered


def test_no_hint_and_no_callout_comes_on_top_of_it_and_they_come_when_it_has_gone() -> None:
    person = newcomer()
    person.waits(45)
    assert not [name for name in person.names() if name.startswith(("hint", "callout"))]
    person.clicks("leave the offer")
    person.waits(APART_SECONDS - 0.5)
    assert person.state.interface.guide.hint is None
    person.waits(1)
    assert person.state.interface.guide.hint == "paint"


@pytest.mark.parametrize("mode", ["F5", "V", "P", "D"])
def test_a_mode_of_its_own_has_no_room_for_it(mode: str) -> None:
    person = newcomer()
    person.keys(mode)
    person.waits(2)
    assert not is_offered(person)


def test_once_taken_or_left_it_never_comes_again(tmp_path: Path) -> None:
    assert not first(Settings(offered=True)).interface.guide.offer
    write_settings(tmp_path, Settings(offered=True))
    assert read_settings(tmp_path) == (Settings(offered=True), None)


def test_untouched_it_is_there_again_the_next_time() -> None:
    kept = parse_scenario(to_json(start_here(NAME), 3.5))
    assert first_state(Request(), Settings(), kept).interface.guide.offer


def test_new_starts_do_not_fill_last_work_with_the_scene_that_nobody_touched(tmp_path: Path) -> None:
    for kept_before in (first_scene(), first_scene(), first_scene().varied(stride=(2, 2))):
        with KeptWork(tmp_path) as kept:
            work_of_before(kept, Request(scenario=first_scene(), new=True))
            kept.save(kept_before, 3.5)
    with KeptWork(tmp_path) as kept:
        work_of_before(kept, Request(scenario=first_scene(), new=True))
        assert [work.opened.scenario.stride for work in kept.last_works()] == [(2, 2)]


def test_a_start_with_the_tour_needs_no_offer() -> None:
    state = first(tour=read_tour())
    assert own_state(state).settings.offered
    assert not own_state(state).interface.guide.offer


@pytest.mark.parametrize("scale", [scale for scale in SCALES if scale >= 100])
@pytest.mark.parametrize("size", [size for size in SIZES if size[0] >= 800 and size[1] >= 600])
@pytest.mark.parametrize("position", [0.0, 5.6, 16.0])
def test_it_has_a_free_place_at_every_size(size: tuple[int, int], scale: int, position: float) -> None:
    made = window(first(Settings(scale=scale), position=position), size)
    card, *_ = parts = [made.named(name) for name in CARD]
    assert None not in parts
    assert card is not None
    assert made.widgets[0].rect.holds(card.rect)
    assert all(card.rect.holds(part.rect) for part in parts if part is not None)
    assert not [part for part in parts[1:] if part is not None and min(part.rect.w, part.rect.h) < 36]
    others = [widget for widget in made.widgets if widget.name not in CARD and widget.name not in ("stage", "card")]
    assert not [widget.name for widget in others if widget.rect.meets(card.rect)]
    assert not made.first.card.meets(card.rect)
    assert all(card.rect.holds(line.rect) for part in parts if part is not None for line in lines_of(part))


def test_nothing_moves_when_it_goes() -> None:
    for size in SIZES:
        with_it, without = (window(first(Settings(offered=gone)), size) for gone in (False, True))
        assert with_it.places == without.places


def test_a_start_in_the_middle_has_the_filter_in_front_whose_map_is_made() -> None:
    scenario = Scenario(np.ones((2, 3, 3)), np.arange(24.0).reshape(3, 2, 2, 2))
    state = first(scenario=scenario, position=9.5, paused=True)
    assert (state.result.scenario.filter, state.scenario.steps) == (2, 12)
