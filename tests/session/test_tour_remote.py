"""A tour by the two keys of a remote: builds, secrets, tasks that are shown done, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.files.tour import Build, Condition, Stop, Tour
from game.files.tour_file import read_tour
from game.input.intent import Cell, Control, GridName, Intent
from game.input.interface_intents import Hover
from game.input.mode_intents import Blank, Unblank
from game.input.scenario_intents import BeginGesture, EndGesture, Paint, SetCell, SetQuantity, Undo
from game.input.tour_intents import NextTourStop, PreviousTourStop
from game.input.walk_intents import (
    GoToCell,
    NextStop,
    Play,
    PreviousStop,
    Scrub,
    StepForward,
    ToEnd,
    TogglePlay,
    ToStart,
)
from game.input.window_intents import Tick
from game.session.modes.tour.conditions import holds
from game.session.predict import secrecy_of
from game.session.state import State, TourRun
from game.session.tour import at_stop, spoken_of, tour_begun, words_of
from game.words.texts import text

from .hands import after, entries, fresh, sentences

SCENARIO = Scenario(np.full((4, 4), 0.5), np.ones((2, 2)))
PLAIN = Stop("One", "Look.", SCENARIO, builds=())
ON, BACK = NextStop(), PreviousStop()
BEFORE_BUILDS = Path(__file__).parents[1] / "files" / "tours" / "before_builds.json"
COUNT = len(read_tour().stops)


def run_of(state: State) -> TourRun:
    assert state.tour is not None
    return state.tour


def in_tour(*stops: Stop) -> State:
    return tour_begun(fresh(), Tour("A tour", stops))


def asking(*conditions: Condition, **fields: object) -> State:
    """Return a state in the first of two stops, which asks for something."""
    return in_tour(PLAIN.changed(task="Do it.", reply="So it is.", conditions=conditions, **fields), PLAIN)


def pressed(state: State, seconds: float = 100.0) -> State:
    """Press the key that goes on, and wait until nothing moves."""
    return after(state, ON, *[Tick(0.5)] * round(seconds * 2))


@dataclass(frozen=True)
class Seen:
    """What a class sees of a stop."""

    stop: int
    position: float
    shown: bool
    done: bool


def seen(state: State) -> Seen:
    run = run_of(state)
    return Seen(run.index, round(state.playback.position, 9), run.shown and not run.done, run.done)


def test_page_down_plays_a_stops_builds_before_it_goes_on_and_page_up_goes_back_by_them() -> None:
    walked = PLAIN.changed(builds=(Build(0, 0.65, 2), Build(0.65, 1, 1), Build(4, 9, 3)))
    state = in_tour(PLAIN, walked, PLAIN)
    places = [seen(state)]
    for _ in range(5):
        state = pressed(state, 4)
        places.append(seen(state))
    assert [(place.stop, place.position) for place in places] == [(0, 0), (1, 0), (1, 0.65), (1, 1), (1, 9), (2, 0)]
    back = []
    for _ in range(6):
        state = after(state, BACK)
        back.append((seen(state).stop, seen(state).position))
    assert back == [(1, 9), (1, 4), (1, 0.65), (1, 0), (0, 0), (0, 0)]


def test_a_build_takes_its_own_seconds_whatever_the_speed_is() -> None:
    for speed in range(6):
        state = in_tour(PLAIN.changed(builds=(Build(1, 5, 8),), speed=speed))
        assert after(state, ON, Tick(4)).playback.position == pytest.approx(3)
        assert not after(state, ON, Tick(8.01)).playback.playing


def test_page_down_while_a_build_runs_completes_it() -> None:
    state = after(in_tour(PLAIN.changed(builds=(Build(0, 5, 8), Build(5, 9, 8)))), ON, Tick(1), ON)
    assert (state.playback.position, state.playback.playing) == (5, False)
    assert after(state, ON, ON).playback.position == 9


def test_a_build_that_was_halted_goes_on_from_there_as_fast() -> None:
    state = after(in_tour(PLAIN.changed(builds=(Build(0, 8, 8),))), ON, Tick(2), TogglePlay())
    state = after(state, Tick(5), ON, Tick(1))
    assert state.playback.position == pytest.approx(3)


def test_what_a_hand_has_played_already_is_not_played_again() -> None:
    state = in_tour(PLAIN.changed(builds=(Build(0, 1, 1), Build(1, 9, 1))), PLAIN)
    assert seen(pressed(after(state, Scrub(1.0)))).position == 9
    assert seen(pressed(after(state, ToEnd()))).stop == 1


def test_the_builds_of_another_walk_are_none() -> None:
    state = in_tour(PLAIN.changed(builds=(Build(0, 9, 1),)), PLAIN)
    assert seen(pressed(after(state, SetQuantity("stride", None, 2)))).stop == 1


def test_shift_goes_by_stops_past_builds_and_tasks() -> None:
    state = asking(Condition("stride", pair=(2, 2)), builds=(Build(0, 9, 1),))
    state = after(state, NextTourStop())
    assert seen(state) == Seen(1, 0, False, False)
    assert seen(after(state, PreviousTourStop())) == Seen(0, 0, False, False)


def test_outside_a_tour_the_keys_of_its_stops_do_nothing() -> None:
    state = fresh(position=2.0)
    moved = after(state, NextTourStop(), PreviousTourStop())
    assert (moved.playback, moved.scenario) == (state.playback, state.scenario)


CELL = (1, 2)
SHOWN: dict[str, tuple[Condition, ...]] = {
    "pixel": (Condition("pixel", CELL, 0.25),),
    "weight": (Condition("weight", (0, 1), -2.0),),
    "stride": (Condition("stride", pair=(2, 1)),),
    "padding": (Condition("padding", pair=(1, 1)),),
    "image size": (Condition("image_size", pair=(6, 6)),),
    "kernel size": (Condition("kernel_size", pair=(3, 3)),),
    "image": (Condition("image", name="ramp"),),
    "kernel": (Condition("kernel", name="random"),),
    "position": (Condition("position", value=7.0),),
    "played": (Condition("played"),),
    "stride, then played": (Condition("played"), Condition("stride", pair=(2, 2))),
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_task_is_shown_done_by_its_conditions_and_is_not_done(name: str) -> None:
    asked, met = asking(*SHOWN[name]), set()
    state = after(asked, ON)
    assert words_of(run_of(state)) == text("tour.shown", words="So it is.")
    for _ in range(40):
        met |= {condition.kind for condition in SHOWN[name] if holds(condition, run_of(asked), state)}
        state = after(state, Tick(0.5))
        assert (run_of(state).shown, run_of(state).done) == (True, False)
    assert met == {condition.kind for condition in SHOWN[name]}
    assert 0 not in run_of(state).finished
    assert seen(pressed(state)).stop == 1


def test_the_walk_that_is_shown_is_that_of_the_new_setting() -> None:
    state = pressed(asking(Condition("played"), *SHOWN["padding"]))
    assert state.steps == 25
    assert state.playback.position == 25


def test_what_is_shown_is_one_undo_entry_for_each_change() -> None:
    state = after(asking(*SHOWN["pixel"]), ON)
    assert entries(state) == 2
    assert after(state, Undo()).scenario == SCENARIO


def test_what_shows_the_task_may_be_said_apart() -> None:
    state = asking(Condition("nothing_left_over"), shown=(Condition("stride", pair=(1, 1)),))
    scenario = SCENARIO.changed(image=np.ones((5, 5))).varied(stride=(2, 2))
    stop = run_of(state).stop.changed(scenario=scenario)
    state = after(in_tour(stop, PLAIN), ON)
    assert state.scenario.stride == (1, 1)
    assert run_of(state).shown


def test_a_task_of_which_nobody_knows_how_is_passed_and_changes_nothing() -> None:
    state = after(asking(Condition("changed")), ON)
    assert state.scenario == SCENARIO
    assert words_of(run_of(state)) == text("tour.passed", words="Do it.")
    assert seen(after(state, ON)).stop == 1


def test_what_cannot_be_is_not_shown_and_the_remote_goes_on() -> None:
    state = after(asking(Condition("kernel_size", pair=(9, 9))), ON)
    assert state.scenario == SCENARIO
    assert not sentences(state)
    assert seen(after(state, ON)).stop == 1


HANDS: dict[str, tuple[tuple[Condition, ...], tuple[Intent, ...]]] = {
    "a stride, set again": (
        SHOWN["stride"],
        (SetQuantity("stride", 0, 1), SetQuantity("stride", 0, 2)),
    ),
    "a pixel, set again": (
        SHOWN["pixel"],
        (SetCell(Cell(GridName.IMAGE, *CELL), 0.5), SetCell(Cell(GridName.IMAGE, *CELL), 0.25)),
    ),
    "the walk, played again": (SHOWN["position"], (ToStart(), Play(), *[Tick(1.0)] * 30)),
}


@pytest.mark.parametrize("name", HANDS)
def test_a_shown_task_can_be_done_by_hand_and_then_it_ticks(name: str) -> None:
    conditions, hands = HANDS[name]
    state = pressed(asking(*conditions))
    assert not run_of(after(state, *hands[:1])).done
    state = after(state, *hands)
    assert run_of(state).done
    assert words_of(run_of(state)) == "So it is."
    assert 0 in run_of(state).finished


def test_any_pixel_but_the_one_that_was_shown_counts_as_a_hand() -> None:
    state = after(asking(Condition("pixel"), shown=SHOWN["pixel"]), ON, Tick(1.0))
    assert not run_of(after(state, Tick(1.0))).done
    assert run_of(after(state, Paint(((0, 0),), 1.0))).done


def test_a_stroke_counts_when_the_hand_lets_go_also_after_the_showing() -> None:
    state = after(asking(Condition("pixel"), shown=SHOWN["pixel"]), ON, BeginGesture())
    state = after(state, Paint(((0, 0),), 1.0))
    assert not run_of(state).done
    assert run_of(after(state, EndGesture())).done


def test_page_up_takes_back_what_was_shown() -> None:
    state = asking(Condition("stride", pair=(2, 2)), builds=(Build(0, 5, 1),))
    state = pressed(pressed(state))
    assert state.scenario.stride == (2, 2)
    state = after(state, BACK)
    assert state.scenario == SCENARIO
    assert seen(state) == Seen(0, 5, False, False)
    assert after(pressed(state)).scenario.stride == (2, 2)


def test_a_task_of_the_walk_is_done_by_its_builds() -> None:
    state = pressed(asking(Condition("position", value=9.0), builds=(Build(0, 9, 3),)))
    assert seen(state) == Seen(0, 9, False, True)
    assert seen(after(state, ON)).stop == 1


def asks_for_a_cell(position: float) -> State:
    return asking(Condition("output", (1, 1)), position=position)


def test_while_an_output_cell_is_asked_for_a_click_answers_and_the_finished_map_stays() -> None:
    state = after(asks_for_a_cell(9.0), GoToCell((0, 0)))
    assert (state.playback.position, sentences(state)) == (9, [text("tour.other_cell")])
    assert spoken_of(run_of(state)) is None
    state = after(state, GoToCell((1, 1)))
    assert (state.playback.position, run_of(state).done, sentences(state)) == (9, True, [])
    assert spoken_of(run_of(state)) == Cell(GridName.OUTPUT, 1, 1)
    assert after(state, GoToCell((1, 1))).playback.position == 4.65


def test_in_a_map_that_is_not_finished_a_click_goes_to_the_cell_as_ever() -> None:
    state = after(asks_for_a_cell(3.0), GoToCell((1, 1)))
    assert (state.playback.position, run_of(state).done) == (4.65, True)


def test_a_cell_that_is_shown_is_pointed_at() -> None:
    state = after(asks_for_a_cell(9.0), ON)
    assert (state.playback.position, run_of(state).shown) == (9, True)
    assert spoken_of(run_of(state)) == Cell(GridName.OUTPUT, 1, 1)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("pixel", Cell(GridName.IMAGE, *CELL)),
        ("weight", Cell(GridName.KERNEL, 0, 1)),
        ("kernel", GridName.KERNEL),
        ("image", GridName.IMAGE),
        ("stride", Control("stride")),
        ("kernel size", Control("kernel size")),
        ("position", None),
    ],
)
def test_what_was_shown_is_pointed_at(name: str, target: object) -> None:
    assert spoken_of(run_of(after(asking(*SHOWN[name]), ON))) == target


SECRET = PLAIN.changed(builds=(Build(0, 9, 3),), secret=True)
TELLING: dict[str, tuple[Intent, ...]] = {
    "the remote": (ON,),
    "play": (Play(),),
    "a step": (StepForward(), Tick(0.1)),
    "the scrubber": (Scrub(0.5),),
    "the end": (ToEnd(),),
}


@pytest.mark.parametrize("name", TELLING)
def test_the_size_is_a_secret_until_the_walk_goes_on_or_the_remote_asks(name: str) -> None:
    state = after(in_tour(SECRET, PLAIN), Tick(1.0), Hover(None, None))
    assert secrecy_of(state).size
    told = after(state, *TELLING[name])
    assert not secrecy_of(told).size
    assert run_of(told).index == 0


def test_the_remote_tells_the_secret_before_anything_moves_and_page_up_keeps_it_again() -> None:
    state = after(in_tour(PLAIN, SECRET), ON)
    told = after(state, ON)
    assert (told.playback.position, told.playback.playing) == (0, False)
    assert after(told, ON).playback.playing
    assert secrecy_of(after(told, BACK)).size
    assert seen(after(told, BACK, BACK)).stop == 0


def test_no_secret_is_left_at_the_end_of_a_stop_to_which_one_comes_back() -> None:
    state = after(in_tour(SECRET, PLAIN), NextTourStop(), BACK)
    assert (seen(state).position, secrecy_of(state).size) == (9, False)


@pytest.mark.parametrize("path", [None, BEFORE_BUILDS], ids=["now", "before builds"])
def test_page_down_alone_goes_through_the_whole_tour_and_page_up_alone_back(path: Path | None) -> None:
    tour = read_tour() if path is None else read_tour(path)
    state, answered = tour_begun(fresh(), tour), set()
    for _ in range(150):
        before, state = seen(state), pressed(state, 12)
        run = run_of(state)
        if run.done or run.shown:
            answered.add(run.index)
        if seen(state) == before and run.index == COUNT - 1:
            break
    assert answered == set(range(COUNT))
    for _ in range(150):
        state = after(state, BACK)
    assert seen(state) == Seen(0, tour.stops[0].position, False, False)


@pytest.mark.parametrize("number", range(COUNT))
def test_what_the_first_tour_shows_is_what_it_asks_for(number: int) -> None:
    state = at_stop(tour_begun(fresh(), read_tour()), number)
    first, run = state, run_of(state)
    for _ in range(12):
        state = pressed(state, 12)
        if run_of(state).shown or run_of(state).done:
            break
    assert run_of(state).done or run.stop.shows
    asked = [each for each in run.stop.conditions if each.kind not in ("output", "played")]
    assert all(holds(condition, run, state) for condition in asked)
    picture = (state.scenario, state.playback.position, run_of(state).picked)
    assert picture != (first.scenario, first.playback.position, None), "a class has to see that something happened"


def test_back_over_the_border_a_stop_stands_as_it_was_left() -> None:
    painted = Condition("pixel", cell=(0, 0), value=0.25)
    state = asking(painted)
    shown = pressed(state)
    assert shown.scenario.image[0, 0] == 0.25
    over = pressed(shown)
    assert run_of(over).index == 1
    back = after(over, BACK)
    assert (run_of(back).index, run_of(back).shown) == (0, True)
    assert back.scenario.image[0, 0] == 0.25
    assert after(back, BACK).scenario.image[0, 0] == 0.5


def place_of(state: State) -> tuple[int, float, bool, bool]:
    """Return what a press of the remote changes: the stop, the walk, whether the task is shown, what is kept back."""
    run = run_of(state)
    return run.index, state.playback.position, run.shown, run.keeps_size


def test_each_press_back_leads_to_where_one_on_has_been_through_the_whole_first_tour() -> None:
    state = tour_begun(fresh(), read_tour())
    on = [place_of(state)]
    while (state := pressed(state)) and place_of(state) != on[-1]:
        on.append(place_of(state))
    assert on[-1][0] == COUNT - 1
    back = [place_of(state)]
    while (state := after(state, BACK)) and place_of(state) != back[-1]:
        assert place_of(state)[:3] in {each[:3] for each in on}
        back.append(place_of(state))
    assert back[-1] == on[0]
    assert len(back) >= len(on) - COUNT, "as many presses as on, but for secrets that were told"


def test_what_the_walk_has_made_true_is_open_again_when_the_walk_is_taken_back() -> None:
    builds = (Build(0.0, 1.0, 1.0), Build(1.0, 9.0, 1.0))
    state = asking(Condition("position", value=9.0), builds=builds)
    state = pressed(pressed(state))
    assert run_of(state).done
    state = after(state, BACK)
    assert state.playback.position == 1.0
    assert not run_of(state).done


def test_behind_a_blank_screen_the_walk_waits() -> None:
    state = after(asking(builds=(Build(0.0, 4.0, 4.0),)), ON, Tick(1.0))
    stands = state.playback.position
    assert 0 < stands < 4
    state = after(state, Blank("black"), *[Tick(0.5)] * 9)
    assert state.playback.position == stands
    assert after(state, Unblank(), *[Tick(0.5)] * 9).playback.position == 4.0
