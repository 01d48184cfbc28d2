"""A rail that is folded opens beside the stage: nothing that is read lies under it, and its button stays in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from game.core.padding import Padding
from game.core.scenario import startup
from game.files.settings import Settings
from game.files.tour_file import read_tour
from game.input.intent import GridName, Intent
from game.input.mode_intents import ChooseQuestion, Question, ToggleCompare, TogglePredict
from game.input.scenario_intents import SetQuantity
from game.input.tour_intents import BeginTour
from game.session.reduce import reduce
from game.session.tour import at_stop, tour_begun
from game.ui.geometry import Rect
from game.ui.layout import RAIL_FOLDED, layout
from tests.picture import frame, scenarios, state, window
from tests.shell.hands import Person
from tests.ui.measure import GRIDS_OF_BOTH, crowded, places_of
from tests.ui.test_layout import SCALES, SIZES

from .test_text_places import Size, outside, visible_lines

if TYPE_CHECKING:
    from game.session.state import State
    from game.view.window import Window

WIDE_ENOUGH = [size for size in SIZES if size[0] >= 800]
FOLDED = [(size, scale) for size in WIDE_ENOUGH for scale in (*SCALES, 125) if layout(*size, scale).fold >= RAIL_FOLDED]
EVERY = pytest.mark.parametrize(("size", "scale"), FOLDED)
ON_THE_STAGE = ("stage", "dot ground")


def flat(scale: int, **interface: Any) -> Iterator[tuple[str, State]]:
    for name, scenario in scenarios().items():
        at = min(5.4, scenario.steps - 0.6)
        yield name, state(scenario, at, settings={"scale": scale}, rail_open=True, **interface)


def after(shown: State, *done: Intent) -> State:
    for intent in done:
        shown = reduce(shown, intent)
    return shown


def compared(scale: int) -> Iterator[tuple[str, State]]:
    for name, shown in flat(scale):
        yield name, after(shown, ToggleCompare(), SetQuantity("padding", None, 3))


def asked(scale: int) -> Iterator[tuple[str, State]]:
    for name, shown in flat(scale):
        for question in Question:
            yield f"{name}, {question}", after(shown, TogglePredict(), ChooseQuestion(question))


def toured(scale: int) -> Iterator[tuple[str, State]]:
    first = tour_begun(state(settings={"scale": scale}), read_tour())
    opened = first.changed(interface=first.interface.changed(rail_open=True))
    for number in range(len(read_tour().stops)):
        yield f"stop {number + 1}", at_stop(opened, number)


def stacked(scale: int) -> Iterator[tuple[str, State]]:
    return flat(scale, stacked=True, rise=1.0)


MODES: dict[str, Callable[[int], Iterator[tuple[str, State]]]] = {
    "flat": flat,
    "coverage": lambda scale: flat(scale, coverage=True),
    "stack": stacked,
    "compare": compared,
    "predict": asked,
    "tour": toured,
}


def rail_of(made: Window) -> Rect:
    """Return where the rail stands."""
    return next(widget.rect for widget in made.widgets if widget.name == "rail")


@pytest.mark.parametrize("mode", MODES)
@EVERY
def test_nothing_of_the_stage_lies_under_the_drawer_or_over_another(size: Size, scale: int, mode: str) -> None:
    wrong = []
    for name, shown in MODES[mode](scale):
        division, made = frame(shown, size).layout, window(shown, size)
        drawer, places = rail_of(made), places_of(made)
        assert division.whole.holds(drawer)
        beside = division.stage.union(division.dot)
        assert not drawer.meets(beside)
        grids = [(widget.name, widget.rect) for widget in made.widgets if widget.name in GRIDS_OF_BOTH if widget.rect.w]
        laid = [(grid.value, place.rect) for part in made.sides for grid, place in part.grids()]
        shown_grids = laid if mode == "stack" else grids
        wrong += [f"{name}: {each}" for each, rect in shown_grids if rect.w and not division.stage.holds(rect)]
        wrong += [] if mode == "stack" else [f"{name}: {a} / {b}" for a, b in crowded(grids)]
        pointers = ("tour arrow", "tour outline")
        lines = visible_lines([place for place in places if place.widget.name not in pointers])
        wrong += [f"{name}: {a} / {b}" for a, b in crowded(lines)]
        for place in places:
            if place.part in ON_THE_STAGE and place.widget.name not in pointers:
                wrong += [f"{name}: {words}" for words in outside(places, beside, place)]
    assert not wrong, "\n".join(wrong[:40])


@EVERY
def test_the_output_map_is_seen_at_a_useful_size_beside_the_drawer(size: Size, scale: int) -> None:
    shown = state(position=5.4, settings={"scale": scale}, rail_open=True)
    for each in (shown, after(shown, ToggleCompare())):
        for part in window(each, size).sides:
            output = dict(part.grids())[GridName.OUTPUT]
            assert output.pitch >= 24, output


@EVERY
def test_the_button_that_opens_the_drawer_shuts_it_by_another_click_at_the_same_place(size: Size, scale: int) -> None:
    for tour in (False, True):
        person = Person(size=size, settings=Settings(scale=scale))
        if tour:
            person.controller.dispatch((BeginTour(read_tour()),))
            person.controller.built()
        if person.window.named("show rail") is None:
            continue  # the tour's panel has made the window another one, with room for the rail
        place = person.middle("show rail")
        person.clicks(place)
        assert person.state.interface.rail_open
        person.clicks(place)
        assert not person.state.interface.rail_open


def test_sides_of_a_padding_leave_their_button_out_where_their_number_takes_all_the_room() -> None:
    around = Padding(3, 0, 2, 2)
    shown = state(startup().changed(padding=around), rail_open=True, settings={"sections": ("slide",)})
    for size, there in (((498, 545), False), ((1366, 768), True)):
        made = window(shown, size)
        assert all(each.rect.w >= 0 and each.rect.h >= 0 for each in made.widgets)
        assert (made.named("padding sides") is not None) == there


@EVERY
def test_the_scale_gives_way_to_the_drawer_but_not_below_100_percent(size: Size, scale: int) -> None:
    shut, opened = layout(*size, scale), layout(*size, scale, True)
    assert shut.scale >= opened.scale >= min(100, shut.scale)
    assert opened.asked == scale
    assert (opened.fold, opened.unit) == (shut.fold, shut.unit)


def test_a_drawer_that_is_shut_takes_nothing() -> None:
    for size, scale in FOLDED:
        assert not layout(*size, scale).drawer.w
        assert layout(*size, scale).stage.w == size[0]


def test_a_rail_that_stands_is_not_changed_by_being_opened() -> None:
    assert layout(1920, 1080, 100, True) == layout(1920, 1080, 100)


@pytest.mark.parametrize("size", [(640, 480), (700, 560), (480, 360)])
def test_in_a_window_that_is_too_narrow_for_both_the_drawer_lies_over_the_stage(size: Size) -> None:
    shut, opened = layout(*size, 100), layout(*size, 100, True)
    assert opened.stage == shut.stage
    assert opened.drawer.meets(opened.stage)
    assert opened.whole.holds(opened.drawer)
    assert not opened.drawer.meets(opened.transport)


def test_the_drawer_stays_open_from_stop_to_stop_and_is_scrolled_as_before() -> None:
    person = Person(size=(800, 600))
    person.controller.dispatch((BeginTour(read_tour()),))
    person.controller.built()
    person.clicks("tour next")  # the first stop shows the picture alone: its rail is short
    person.clicks("show rail")
    x, y = rail_of(person.window).centre
    person.turns((x, y), -1)
    scrolled = person.state.interface.scrolled("rail")
    assert scrolled > 0
    for _ in range(3):
        person.clicks("tour next")
        assert rail_of(person.window).w
        assert person.state.interface.scrolled("rail") == scrolled
