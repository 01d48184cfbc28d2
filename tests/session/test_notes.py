"""The facts of the teacher's notes: they say what the next press really does, and nothing that is secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.files.lesson_file import read_led
from game.files.tour_file import LESSONS, TOURS, tour_path
from game.input.interface_intents import CloseSheet, OpenSheet
from game.input.mode_intents import Blank, StartPresent, TogglePredict
from game.input.tour_intents import BeginTour, LeaveTour, NextTourStop
from game.input.vote_intents import AskVote, GoOnVoting, VoteAgain
from game.input.walk_intents import NextStop, ToEnd
from game.input.window_intents import RestartClock, ShowNotes
from game.session.facts.notes import NotesFacts, notes_facts
from game.session.trace import lights
from tests.puzzling import begun

from .hands import after, fresh
from .test_scene import BUILDS, opening, rested

if TYPE_CHECKING:
    from game.session.state import State

ON = NextStop()


def led(name: str, *intents: object) -> State:
    """Return a lesson or tour that comes with the program, in Present, after intents."""
    return after(fresh(), BeginTour(read_led(tour_path(name))), StartPresent(), *intents)  # type: ignore[arg-type]


def walked(state: State) -> list[tuple[NotesFacts, State, State]]:
    """Return what was said before each press of a remote until nothing comes, with the states before and after."""
    found = []
    while True:
        facts, pressed = notes_facts(state), after(state, ON)
        found.append((facts, state, pressed))
        if facts.ahead == "ends":
            return found
        state = pressed


@pytest.mark.parametrize("name", [*TOURS, *LESSONS])
def test_what_is_said_of_the_next_press_is_what_it_does(name: str) -> None:
    for facts, before, pressed in walked(led(name)):
        assert before.tour is not None
        assert pressed.tour is not None
        goes_on = pressed.tour.index - before.tour.index
        assert goes_on == (facts.ahead == "goes on"), facts
        shows = pressed.tour.shown and not before.tour.shown
        assert (facts.ahead == "plays") == (pressed.playback.pace is not None and not (goes_on or shows))
        played = before.playback.pace is not None and pressed.playback.pace is None
        assert (facts.ahead == "completes") == (played or lights(before))
        lit = before.interface.trace is None and pressed.interface.trace is not None
        assert (facts.ahead == "traces") == lit
        assert (facts.ahead == "shows") == shows
        assert (facts.ahead == "tells") == (pressed.tour.told and not before.tour.told and not goes_on)
        if facts.ahead == "ends":
            assert pressed.tour.index == len(pressed.tour.tour.stops) - 1
            assert pressed.playback == before.playback


def test_of_a_puzzle_the_notes_say_that_a_hint_comes_and_then_that_it_is_passed_over() -> None:
    state = begun("puzzle-1")
    said: list[str] = []
    while not said or said[-1] != "goes on":
        facts, pressed = notes_facts(state), after(state, ON)
        assert state.tour is not None
        assert pressed.tour is not None
        assert (facts.ahead == "hints") == (pressed.tour.hints > state.tour.hints)
        assert (facts.ahead == "passes") == (pressed.tour.shown and not state.tour.shown)
        assert facts.kind == "puzzle"
        said.append(facts.ahead)
        state = pressed
    assert said.count("hints") == len(begun("puzzle-1").tour.stop.hints)  # type: ignore[union-attr]
    assert said.count("passes") == 1


@pytest.mark.parametrize("name", [*TOURS, *LESSONS])
def test_a_build_is_said_with_the_steps_that_it_has_a_part_of(name: str) -> None:
    for facts, before, pressed in walked(led(name)):
        if facts.plays is not None:
            assert pressed.playback.target is not None
            assert facts.plays[0] == int(before.playback.position + 1e-6) + 1 or facts.build
            assert facts.plays[1] - 1 < pressed.playback.target <= facts.plays[1]


def test_each_scene_says_its_note_its_place_and_what_comes_then() -> None:
    lesson = read_led(LESSONS["lesson-1"])
    for index, stop in enumerate(lesson.stops):
        facts = notes_facts(led("lesson-1", *[NextTourStop()] * index))
        assert "\n".join(facts.said) == stop.note
        assert (facts.source, facts.kind, facts.lesson) == ("note", "lesson", lesson.name)
        assert (facts.title, facts.place) == (stop.title, (index + 1, len(lesson.stops)))
        ahead = lesson.stops[index + 1].title if index + 1 < len(lesson.stops) else None
        assert (None if facts.following is None else facts.following.title) == ahead


def test_builds_are_counted_as_they_begin() -> None:
    state, counted = after(fresh(), opening(position=0.5, builds=BUILDS), StartPresent()), []
    for _ in range(3):
        counted.append(notes_facts(state).build)
        state = rested(after(state, ON))
    assert counted == [(0, 2), (1, 2), (2, 2)]


def test_a_scene_of_the_gallery_has_its_title_and_its_note_until_something_else_is_opened() -> None:
    state = after(fresh(), opening(note="Look at the corner."))
    facts = notes_facts(state)
    assert (facts.title, facts.said, facts.source) == ("One", ("Look at the corner.",), "note")
    assert (facts.place, facts.following) == (None, None)
    led_ = after(state, BeginTour(read_led(LESSONS["lesson-2"])))
    assert notes_facts(led_).title == read_led(LESSONS["lesson-2"]).stops[0].title
    assert notes_facts(after(led_, LeaveTour())).said == ("Look at the corner.",)


def test_a_stop_without_a_note_has_what_the_class_reads_and_else_nothing_is_said() -> None:
    tour = led("first")
    assert tour.tour is not None
    facts = notes_facts(tour)
    assert facts.source == "text"
    assert facts.said == (tour.tour.stop.text, tour.tour.stop.task)
    assert (notes_facts(fresh()).said, notes_facts(fresh()).source) == ((), "nothing")


def test_without_a_lesson_a_press_goes_by_stops_until_the_walk_ends() -> None:
    state = after(fresh(), StartPresent())
    assert notes_facts(state).ahead == "stops"
    assert notes_facts(after(state, ToEnd())).ahead == "ended"


def test_what_has_the_keys_before_the_walk_is_said() -> None:
    state = led("lesson-1")
    assert notes_facts(after(state, Blank("black"))).ahead == "blank"
    assert notes_facts(after(state, OpenSheet("help"))).ahead == "opened"
    assert notes_facts(after(state, OpenSheet("help"), CloseSheet())).ahead == notes_facts(state).ahead


def test_the_notes_lead_through_a_vote() -> None:
    state, said = led("lesson-1", *[NextTourStop()] * 3), []
    assert notes_facts(state).asked == "value"
    for intent in (AskVote(), GoOnVoting(), VoteAgain(), GoOnVoting(), GoOnVoting()):
        state = after(state, intent)
        facts = notes_facts(state)
        said.append(facts.ahead)
        assert facts.asked == ""
    counting, counted = "vote counting", "vote counted"
    assert said == [counting, counted, counting, counted, "vote told"]


def test_nothing_of_the_walk_that_is_asked_for_stands_in_the_notes() -> None:
    state = after(led("lesson-1", *[NextTourStop()] * 3), AskVote())
    assert (notes_facts(state).step, notes_facts(state).plays) == (None, None)
    told = after(state, GoOnVoting(), GoOnVoting(), GoOnVoting())
    assert notes_facts(told).step is not None


def test_before_a_scene_is_there_nothing_is_seen_of_what_is_asked_in_it() -> None:
    lesson = read_led(LESSONS["lesson-1"])
    for index, stop in enumerate(lesson.stops[1:]):
        following = notes_facts(led("lesson-1", *[NextTourStop()] * index)).following
        assert following is not None
        assert following.bare or not (stop.question or stop.secret or stop.conditions)


def test_an_open_question_of_predict_is_told_by_the_next_press() -> None:
    state = rested(after(rested(after(fresh(), TogglePredict(), ON)), ON))
    assert notes_facts(state).ahead == "told"
    assert notes_facts(after(state, ON)).ahead != "told"


def test_the_clock_begins_anew_with_each_lesson_and_when_it_is_asked_to() -> None:
    state = fresh()
    begun = [state.interface.begun]
    for intent in (BeginTour(read_led(LESSONS["lesson-1"])), NextTourStop(), RestartClock(), LeaveTour()):
        state = after(state, intent)
        begun.append(state.interface.begun)
    assert begun == [0, 1, 1, 2, 2]


def test_the_notes_stay_open_when_a_lesson_begins_and_when_it_is_left() -> None:
    state = after(fresh(), ShowNotes(), BeginTour(read_led(LESSONS["lesson-1"])))
    assert state.interface.notes
    assert after(state, LeaveTour()).interface.notes
    assert not after(state, ShowNotes(), LeaveTour()).interface.notes
    assert not after(state, ShowNotes(on=False)).interface.notes
    assert after(state, ShowNotes(on=True)).interface.notes
