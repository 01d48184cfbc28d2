"""A lesson is led as a tour is, and a teacher may do in it what a tour forbids."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.files.lesson_file import lesson_in
from game.input.intent import Side
from game.input.interface_intents import Escape, ToggleRail
from game.input.mode_intents import ToggleCompare, TogglePredict, TogglePresent
from game.input.scenario_intents import SetQuantity
from game.input.tour_intents import BeginTour, LeaveTour, NextTourStop, PreviousTourStop, ShowStopAgain
from game.input.walk_intents import NextStop, PreviousStop
from game.input.window_intents import Tick
from game.session.state import State
from tests.picture import window

from .hands import after, fresh

SCENARIO: dict[str, Any] = {
    "kernelscope": 1,
    "image": [[0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]],
    "kernel": [[-1, 1]],
    "stride": [1, 1],
    "padding": [0, 0],
}
AVERAGED = {"operation": "average pooling", "kernel_size": [2, 2], "stride": [1, 1]}
WAIT = Tick(30.0)


def led(*scenes: dict[str, object]) -> State:
    """Return a state in the first scene of a lesson."""
    found = [{"title": f"Scene {place}", "scenario": SCENARIO} | each for place, each in enumerate(scenes, 1)]
    return after(fresh(), BeginTour(lesson_in({"kernelscope_lesson": 1, "name": "L", "scenes": found}, "l.json")))


def index_of(state: State) -> int:
    assert state.tour is not None
    return state.tour.index


def test_page_down_goes_through_builds_and_scenes_to_the_end_and_page_up_comes_back() -> None:
    state = led({"builds": [{"from": 0, "to": 2, "seconds": 1}]}, {"builds": []})
    state = after(state, TogglePresent(), NextStop(), WAIT)
    assert (index_of(state), state.playback.position) == (0, 2.0)
    state = after(state, NextStop())
    assert index_of(state) == 1
    assert index_of(after(state, NextStop(), NextStop())) == 1
    assert index_of(after(state, PreviousStop())) == 0
    assert after(state, NextStop(), PreviousStop()).interface.presenting


def test_by_scenes_alone_it_goes_with_shift() -> None:
    state = led({}, {}, {})
    assert index_of(after(state, NextTourStop(), NextTourStop())) == 2
    assert index_of(after(state, NextTourStop(), PreviousTourStop())) == 0


def test_a_live_answer_is_given_and_the_scene_comes_back_with_one_key() -> None:
    state = led({"position": 1})
    tried = after(state, SetQuantity("stride", 1, 2), NextStop(), WAIT)
    assert tried.scenario.stride == (2, 2)
    again = after(tried, ShowStopAgain())
    assert again.scenario.stride == (1, 1)
    assert again.playback.position == 1.0


def test_a_scene_compares_two_settings_on_one_image_and_the_next_one_does_not() -> None:
    state = led({"compare": AVERAGED}, {})
    assert state.compare.on
    assert state.compare.focus is Side.A
    other = state.work.of(Side.B)
    assert other.layer.pooling is not None
    assert all(one is two for one, two in zip(state.scenario.channels, other.channels, strict=True))
    assert not after(state, NextTourStop()).compare.on


def test_a_teacher_compares_and_asks_in_a_lesson() -> None:
    assert after(led({}), ToggleCompare()).compare.on
    asking = after(led({}, {}), TogglePredict())
    assert asking.predict.on
    assert index_of(after(asking, NextStop())) == 0, "the remote's keys are the game's until it is left"


def test_leaving_brings_the_persons_own_work_back() -> None:
    own = fresh()
    begun = led({"compare": AVERAGED})
    left = after(begun, LeaveTour())
    assert left.tour is None
    assert np.array_equal(left.scenario.image, own.scenario.image)
    assert not left.compare.on


def test_escape_leaves_present_and_then_compare_before_it_asks_about_the_lesson() -> None:
    state = after(led({"compare": AVERAGED}), TogglePresent())
    state = after(state, Escape())
    assert not state.interface.presenting
    state = after(state, Escape())
    assert (state.compare.on, state.interface.sheet) == (False, None)
    assert after(state, Escape()).interface.sheet == "leave tour"


def test_a_scene_is_looked_at_as_it_says() -> None:
    camera = {"turn": 25.0}
    state = led({"view": {"name": "stack", "camera": camera, "look": "gray"}}, {"view": "flat"})
    assert state.interface.stacked
    assert (state.interface.camera.turn, state.interface.map_look) == (25.0, "gray")
    assert not after(state, NextTourStop()).interface.stacked


def test_in_present_a_scene_without_words_has_the_whole_wall_and_one_with_words_shows_them() -> None:
    state = after(led({}, {"text": "Look at the edge."}), TogglePresent())
    assert not window(state, (1024, 768)).frame.layout.tour.h
    with_words = window(after(state, NextTourStop()), (1024, 768))
    assert "tour text 0" in {widget.name for widget in with_words.widgets}


def test_in_present_the_rail_is_a_drawer_that_takes_its_room_from_the_stage() -> None:
    state = after(led({}), TogglePresent())
    wall, opened = window(state, (1024, 768)), window(after(state, ToggleRail()), (1024, 768))
    drawer = opened.frame.layout.drawer
    assert drawer.h
    assert opened.frame.layout.stage.right <= drawer.x
    assert wall.frame.layout.stage.w == 1024
    assert any(widget.name.startswith("stride") for widget in opened.widgets)
    shut = after(state, ToggleRail(), Escape())
    assert (shut.interface.rail_open, shut.interface.presenting) == (False, True)
