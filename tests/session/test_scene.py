"""A scene of a shelf in Present: the two keys of a remote go by its builds, while its walk is as the shelf has it."""

from __future__ import annotations

from typing import Any

import pytest

from game.files.shelf_file import shelf_in
from game.files.tour_file import read_tour
from game.input.intent import Cell, GridName
from game.input.mode_intents import StartPresent, TogglePredict, TogglePresent
from game.input.scenario_intents import ChooseImage, ReplaceScenario, SetCell, SetQuantity, Undo
from game.input.tour_intents import BeginTour, LeaveTour
from game.input.walk_intents import NextStop, PreviousStop, Scrub
from game.input.window_intents import Tick
from game.play.phases import PRODUCTS_STAND, SETTLED
from game.session.modes.scene import builds_now
from game.session.scene import plays_builds
from game.session.state import State

from .hands import after, fresh
from .test_lanes import COLOUR

ON, BACK = NextStop(), PreviousStop()
IMAGE = [[1, 2, 0], [0, 1, 2], [2, 0, 1]]
WRITTEN = {
    "kernelscope": 1,
    "image": IMAGE,
    "white": 2,
    "kernel": [[1, 0], [0, 1]],
    "stride": [1, 1],
    "padding": [0, 0],
}
BUILDS = [{"from": 0.5, "to": 2, "seconds": 3}, {"from": 2, "to": 4, "seconds": 1}]


def opening(**fields: Any) -> ReplaceScenario:
    """Return the intent that opens a scene of a shelf, as its sheet does."""
    scene = {"name": "one", "title": "One", "scenario": WRITTEN} | fields
    found = shelf_in({"kernelscope_shelf": 1, "scenes": [scene]}, "mine.json").scene("one")
    assert found.opened is not None
    return ReplaceScenario(found.opened.scenario, found.opened.position or 0.0, scene=found)


def presented(**fields: Any) -> State:
    return after(fresh(), opening(**fields), StartPresent())


def rested(state: State) -> State:
    """Wait until nothing moves."""
    return after(state, *[Tick(0.5)] * 40)


def places(state: State, *intents: NextStop | PreviousStop) -> list[float]:
    """Return where the walk rests after each of some presses."""
    found = []
    for intent in intents:
        state = rested(after(state, intent))
        found.append(round(state.playback.position, 6))
    return found


def test_each_press_plays_a_build_in_its_time_and_one_more_goes_on_by_stops() -> None:
    state = presented(builds=BUILDS, position=0.5)
    begun = after(state, ON)
    assert begun.playback.target == 2.0
    assert after(begun, Tick(1.5)).playback.position == pytest.approx(1.25)
    assert after(begun, Tick(3.0)).playback.position == 2.0
    assert places(state, ON, ON, ON, BACK, BACK) == [2.0, 4.0, 4.0, 2.0, 0.5]


def test_a_press_while_a_build_plays_completes_it() -> None:
    state = after(presented(builds=BUILDS), ON, Tick(1.0), ON)
    assert (state.playback.position, state.playback.playing) == (2.0, False)


def test_before_the_first_build_one_goes_back_by_stops() -> None:
    state = after(presented(builds=BUILDS, position=0.5))
    assert places(state, BACK) == [SETTLED]
    assert places(after(state, Scrub(3.0)), BACK, BACK) == [2.0, 0.5]


def test_without_builds_they_follow_from_where_the_walk_begins() -> None:
    assert places(presented(), *[ON] * 6)[:4] == [SETTLED, PRODUCTS_STAND, 0.9, 1.0]
    assert places(presented(), *[ON] * 6)[4:] == [2.0, 4.0]
    assert places(presented(builds=[]), *[ON] * 6)[4:] == [1.65, 1.9], "none: as ever"


def test_several_maps_are_played_row_by_row_in_either_order() -> None:
    layers = [
        {"operation": "convolution", "weights": [[[[1, 0], [0, 1]]], [[[0, 1], [1, 0]]]]},
    ]
    for order, row in (("map by map", 2.0), ("cell by cell", 4.0)):
        state = presented(scenario={"kernelscope": 2, "image": IMAGE, "white": 2, "layers": layers, "order": order})
        builds = builds_now(state)
        assert [build.end for build in builds[-2:]] == [row, 8.0]


@pytest.mark.parametrize(
    ("deed", "plays"),
    [
        (SetCell(Cell(GridName.IMAGE, 0, 0), 2.0), True),
        (SetQuantity("kernel size", None, 3), False),
        (ChooseImage("checkerboard"), False),
        (ReplaceScenario(COLOUR, 0.0), False),
        (TogglePredict(), False),
        (TogglePresent(), False),
    ],
)
def test_builds_are_played_of_what_the_shelf_has_in_present_alone(deed: Any, plays: bool) -> None:
    state = presented(builds=BUILDS)
    assert plays_builds(state)
    changed = after(state, deed)
    assert plays_builds(changed) == plays
    if not plays:
        assert after(after(changed, Scrub(0.0)), ON).playback.pace is None


def test_an_undo_goes_back_to_the_scene_or_to_what_was_there_before() -> None:
    state = presented(builds=BUILDS)
    assert plays_builds(after(state, SetQuantity("kernel size", None, 3), Undo()))
    assert not plays_builds(after(state, Undo()))


def test_a_tour_has_its_own_builds_and_gives_the_scene_back() -> None:
    state = after(presented(builds=BUILDS), BeginTour(read_tour()))
    assert not plays_builds(state)
    assert plays_builds(after(state, LeaveTour()))
