"""The lessons that come with the program, led by the one key of a remote, and their tasks shown and done."""

from __future__ import annotations

import pytest

from game.files.lesson_file import read_lesson
from game.files.tour_file import LESSONS
from game.input.mode_intents import TogglePresent
from game.input.walk_intents import NextStop, PreviousStop
from game.input.window_intents import Tick
from game.play.trace import Trace
from game.session.modes.tour.conditions import holds
from game.session.state import State, TourRun
from game.session.tour import at_stop, tour_begun
from tests.picture import picture

from .hands import after, fresh, sentences

MOST_PRESSES = 120
TASKS = [
    (name, index) for name in LESSONS for index, scene in enumerate(read_lesson(LESSONS[name]).stops) if scene.task
]


def begun(name: str) -> State:
    return after(tour_begun(fresh(), read_lesson(LESSONS[name])), TogglePresent())


def run_of(state: State) -> TourRun:
    assert state.tour is not None
    return state.tour


def place_of(state: State) -> tuple[int, float, bool, bool, Trace | None]:
    """Return what a press of the remote changes."""
    run = run_of(state)
    return run.index, state.playback.position, run.shown, run.keeps_size, state.interface.trace


def pressed(state: State) -> State:
    return after(state, NextStop(), Tick(30.0), Tick(30.0))


@pytest.mark.parametrize("name", LESSONS)
def test_page_down_alone_leads_through_the_whole_lesson_and_page_up_back(name: str) -> None:
    state, met = begun(name), []
    count = len(run_of(state).tour.stops)
    for _ in range(MOST_PRESSES):
        before, index = place_of(state), run_of(state).index
        met += [index] if index not in met else []
        state = pressed(state)
        assert sentences(state) == []
        if place_of(state) == before:
            break
    assert met == list(range(count))
    last = run_of(state).stop
    assert last.builds
    assert state.playback.position == last.builds[-1].end
    for _ in range(MOST_PRESSES):
        state = after(state, PreviousStop())
    assert run_of(state).index == 0


@pytest.mark.parametrize(("name", "index"), TASKS)
def test_a_task_is_open_at_first_and_the_remote_shows_it_done(name: str, index: int) -> None:
    state = at_stop(begun(name), index)
    run = run_of(state)
    assert not any(holds(each, run, state) for each in run.stop.conditions)
    assert run.stop.shows
    after_it = pressed(state)
    assert run_of(after_it).shown or run_of(after_it).done
    assert all(holds(each, run, after_it) for each in run.stop.conditions)
    assert run.stop.reply


@pytest.mark.parametrize("name", LESSONS)
def test_every_scene_shows_something_of_its_own(name: str) -> None:
    state = begun(name)
    seen = set()
    for index in range(len(run_of(state).tour.stops)):
        shown = picture(at_stop(state, index), (800, 600))
        seen.add(shown.get_buffer().raw)
    assert len(seen) == len(run_of(state).tour.stops)
