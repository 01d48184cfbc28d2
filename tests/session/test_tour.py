"""A tour holds the person's own state aside, keeps its locks, and notices what was asked."""

from __future__ import annotations

import random

import numpy as np
import pytest

from game.core.quantities import sliding
from game.core.scenario import Scenario
from game.files.tour import Condition, Stop, Tour
from game.files.tour_file import MOST_WORDS, read_tour
from game.input.bindings import find
from game.input.contexts import Where
from game.input.event_types import KeyDown, TextTyped
from game.input.intent import Cell, GridName, Intent
from game.input.interface_intents import AcceptEntry, EntryText, Escape, OpenEntry, OpenSheet, ToggleLink
from game.input.mode_intents import StartPresent
from game.input.scenario_intents import (
    BeginGesture,
    ChooseImage,
    ChooseKernel,
    EndGesture,
    KernelAction,
    NewSeed,
    Paint,
    PasteGrid,
    ReplaceScenario,
    SetCell,
    SetQuantity,
    Undo,
)
from game.input.stack_intents import Orbit, ToggleStack
from game.input.tour_intents import BeginTour, FirstTourStop, LeaveTour, NextTourStop, PreviousTourStop
from game.input.walk_intents import Faster, GoToCell, NextStop, Play, PreviousStop, Scrub, Slower, ToEnd
from game.input.window_intents import Saved, SetBrush, Tick
from game.session.interface_intents import escapes
from game.session.state import State, own_state
from game.session.tour import QUESTION, at_stop, tour_begun
from game.words.texts import text

from .hands import after, entries, fresh, sentences

SCENARIO = Scenario(np.full((4, 4), 0.5), np.ones((2, 2)))
PLAIN = Stop("One", "Look.", SCENARIO)


def tour_of(*stops: Stop) -> Tour:
    return Tour("A tour", stops)


def asking(*conditions: Condition, **fields: object) -> State:
    """Return a state in a tour of one stop that asks for something."""
    stop = PLAIN.changed(task="Do it.", conditions=conditions, **fields)
    return tour_begun(fresh(), tour_of(stop))


def done(state: State) -> bool:
    assert state.tour is not None
    return state.tour.done


def index(state: State) -> int:
    assert state.tour is not None
    return state.tour.index


def worked() -> State:
    """Return a state with work in it: two entries of history, one undone, a position, a path, another brush."""
    state = after(fresh(), SetCell(Cell(GridName.IMAGE, 0, 0), 0.25), NewSeed(), Undo())
    return after(state, SetBrush(0.5), Scrub(5.5), Saved("mine.json"), Faster(), Faster())


def test_the_persons_own_state_comes_back_as_it_was() -> None:
    own = worked()
    state = after(own, BeginTour(read_tour()))
    for _ in range(3):
        state = after(state, Paint(((0, 0),), 0.1), Undo(), NextTourStop(), Tick(0.5))
    state = after(state, *[Slower()] * 4, SetBrush(0.1), Saved("other.json"), LeaveTour())
    assert state.tour is None
    assert state.scenario is own.scenario
    assert state.history is own.history
    assert state.playback == own.playback
    remembered = own.settings.changed(offered=True, recent=("other.json", *own.settings.recent))
    # What was saved in the tour is found in Open.
    assert (state.settings.changed(tours=()), state.path) == (remembered, own.path)
    assert state.interface.now == pytest.approx(1.5)


def test_what_is_kept_meanwhile_is_the_persons_own() -> None:
    own = worked()
    state = after(own, BeginTour(read_tour()), Paint(((0, 0),), 0.1))
    assert state.scenario != own.scenario
    assert own_state(state).scenario is own.scenario
    assert own_state(own) is own


def test_a_tour_begun_in_a_tour_keeps_the_persons_own_state() -> None:
    own = worked()
    state = after(own, BeginTour(read_tour()), BeginTour(tour_of(PLAIN)), LeaveTour())
    assert state.scenario is own.scenario


def test_a_stroke_that_is_open_when_a_tour_begins_becomes_an_entry_of_the_work() -> None:
    state = after(fresh(), BeginGesture(), Paint(((0, 0),), 0.9), BeginTour(tour_of(PLAIN)))
    assert entries(after(state, LeaveTour())) == 2


def test_a_stop_flies_to_its_view_and_leaving_flies_back_to_the_persons_own() -> None:
    own = after(fresh(), ToggleStack(), Tick(1.0), Orbit(20, 0))
    state = tour_begun(own, tour_of(PLAIN, PLAIN.changed(stacked=True)))
    assert (state.interface.stacked, state.interface.rise) == (False, 1.0)
    state = after(state, Tick(0.3), NextTourStop())
    assert state.interface.stacked
    assert state.interface.rise == 0.5
    flat = after(state, Tick(1.0), ToggleStack(), Tick(1.0), LeaveTour())
    assert (flat.interface.stacked, flat.interface.rise) == (True, 0.0)
    assert flat.interface.camera == own.interface.camera


def test_a_remote_goes_through_the_tour_and_stops_at_its_ends() -> None:
    still = PLAIN.changed(builds=())
    state = tour_begun(fresh(), tour_of(still, still, still))
    assert index(after(state, PreviousStop())) == 0
    assert index(after(state, NextStop())) == 1
    assert index(after(state, *[NextStop()] * 9)) == 2
    assert index(after(state, NextStop(), NextStop(), PreviousStop())) == 1


def test_each_stop_begins_as_it_is_written_however_one_comes_to_it() -> None:
    tour = read_tour()
    state = tour_begun(fresh(), tour)
    last = len(tour.stops) - 1
    for number, onward in [*((each, True) for each in range(last)), *((each, False) for each in range(last, 0, -1))]:
        stop = tour.stops[number]
        assert index(state) == number
        assert state.scenario == stop.scenario
        assert (state.playback.position, state.playback.playing) == (stop.position, stop.playing)
        assert entries(state) == 1
        state = after(state, Paint(((0, 0),), 0.3), Tick(0.1))
        state = after(state, NextTourStop() if onward else PreviousTourStop())


def test_escape_leaves_what_is_open_then_present_and_then_asks_whether_to_leave_the_tour() -> None:
    state = after(fresh(), StartPresent(), BeginTour(read_tour()), OpenSheet("help"))
    layers = []
    for _ in range(5):
        layers.append(escapes(state))
        state = after(state, Escape())
    assert layers == ["sheet", "present", "tour", "sheet", "tour"], "asked, Escape stays in the tour"
    assert state.tour is not None
    assert state.interface.sheet == QUESTION
    assert after(state, LeaveTour()).tour is None


def test_no_way_of_remote_keys_leaves_a_tour() -> None:
    chance = random.Random(7)
    state = after(fresh(), BeginTour(read_tour()))
    keys = (KeyDown("Escape"), KeyDown("F5"), KeyDown("Page Down"), KeyDown("Page Up"), TextTyped("."), KeyDown("B"))
    for _ in range(400):
        intent = find(where_of(state), chance.choice(keys))
        state = state if intent is None else after(state, intent)
        assert state.tour is not None


def where_of(state: State) -> Where:
    """Return who has the keys, as far as a remote can bring it about."""
    if state.interface.blank:
        return Where.BLANK
    return Where.ANYWHERE if state.interface.sheet is None else Where.LEAVING


def test_a_tour_goes_on_where_it_was_left_and_says_so() -> None:
    tour = read_tour()
    state = after(fresh(), BeginTour(tour), *(NextTourStop(),) * 7)
    state = after(state, Escape(), LeaveTour())
    assert state.tour is None
    assert dict(state.settings.tours) == {tour.name: 7}
    again = after(state, BeginTour(tour))
    assert index(again) == 7
    assert sentences(again) == [text("tour.goes_on.tour", stop=8)]
    first = after(again, Escape(), FirstTourStop())
    assert (index(first), first.interface.sheet) == (0, None)
    assert own_state(first).settings.tours == ()


def test_a_tour_that_was_finished_begins_anew_and_is_not_asked_about() -> None:
    tour = read_tour()
    state = after(fresh(), BeginTour(tour), *(NextTourStop(),) * len(tour.stops), LeaveTour())
    assert state.tour is None
    assert state.settings.tours == ()


def test_where_a_tour_was_left_is_known_even_to_one_that_is_killed_in_it() -> None:
    tour = read_tour()
    state = after(fresh(), BeginTour(tour), NextTourStop(), NextTourStop())
    assert dict(own_state(state).settings.tours) == {tour.name: 2}


def test_a_tour_that_has_become_shorter_begins_at_its_first_stop() -> None:
    tour = read_tour()
    state = fresh()
    state = state.changed(settings=state.settings.changed(tours=((tour.name, 99),)))
    assert index(after(state, BeginTour(tour))) == 0


def test_a_scenario_that_is_opened_ends_the_tour_and_is_an_entry_of_the_work() -> None:
    own = worked()
    state = after(own, BeginTour(read_tour()), ReplaceScenario(SCENARIO))
    assert state.tour is None
    assert state.scenario == SCENARIO
    assert after(state, Undo()).scenario == own.scenario


PIXEL, WEIGHT = Cell(GridName.IMAGE, 1, 2), Cell(GridName.KERNEL, 0, 1)
NOTICED: dict[str, tuple[Condition, tuple[Intent, ...], tuple[Intent, ...]]] = {
    "any pixel": (Condition("pixel"), (SetCell(WEIGHT, 3.0),), (Paint(((0, 0),), 1.0),)),
    "a pixel": (Condition("pixel", (1, 2)), (Paint(((0, 0),), 1.0),), (SetCell(PIXEL, 0.1),)),
    "a pixel's value": (
        Condition("pixel", (1, 2), 0.25),
        (SetCell(PIXEL, 0.2),),
        (SetCell(PIXEL, 0.25),),
    ),
    "a weight": (Condition("weight"), (SetCell(PIXEL, 0.2),), (SetCell(WEIGHT, 3.0),)),
    "a weight's value": (
        Condition("weight", (0, 1), 2.0),
        (SetCell(WEIGHT, 3.0),),
        (SetCell(WEIGHT, 2.0),),
    ),
    "stride": (
        Condition("stride", pair=(2, 2)),
        (SetQuantity("stride", None, 3),),
        (SetQuantity("stride", None, 2),),
    ),
    "padding": (
        Condition("padding", pair=(1, 1)),
        (SetQuantity("padding", None, 2),),
        (SetQuantity("padding", None, 1),),
    ),
    "image size": (
        Condition("image_size", pair=(6, 6)),
        (SetQuantity("image size", None, 5),),
        (SetQuantity("image size", None, 6),),
    ),
    "kernel size": (
        Condition("kernel_size", pair=(3, 3)),
        (SetQuantity("kernel size", None, 1),),
        (SetQuantity("kernel size", None, 3),),
    ),
    "an image": (Condition("image", name="ramp"), (ChooseImage("ones"),), (ChooseImage("ramp"),)),
    "a kernel": (
        Condition("kernel", name="random"),
        (ChooseKernel("box blur"),),
        (ChooseKernel("random"),),
    ),
    "the end": (Condition("position", value=9.0), (Scrub(8.9),), (ToEnd(),)),
    "an output cell": (
        Condition("output", (2, 1)),
        (GoToCell((1, 2)), Scrub(7.65)),
        (GoToCell((2, 1)),),
    ),
    "any output cell": (
        Condition("output"),
        (GoToCell((7, 7)), Scrub(7.65)),
        (GoToCell((0, 0)),),
    ),
    "played": (Condition("played"), (Scrub(3.0), Tick(1.0)), (Play(), Tick(0.1))),
    "changed": (Condition("changed"), (Scrub(3.0),), (SetCell(WEIGHT, 3.0),)),
}


@pytest.mark.parametrize("name", NOTICED)
def test_what_is_asked_for_is_noticed_and_nothing_else(name: str) -> None:
    condition, other, asked = NOTICED[name]
    state = asking(condition)
    assert not done(state)
    state = after(state, *other)
    assert not done(state)
    assert done(after(state, *asked))


def test_what_is_left_over_is_noticed() -> None:
    stop = SCENARIO.changed(stride=(3, 3))
    state = asking(Condition("nothing_left_over"), scenario=stop.changed(image=np.ones((6, 6))))
    assert not done(after(state, SetQuantity("padding", None, 2)))
    assert done(after(state, SetQuantity("stride", None, 2)))


def test_a_deed_that_was_noticed_stays_and_all_has_to_be_done() -> None:
    state = asking(Condition("stride", pair=(2, 2)), Condition("pixel"))
    state = after(state, Paint(((0, 0),), 1.0))
    assert not done(state)
    state = after(state, Undo())  # it was done all the same
    assert done(after(state, SetQuantity("stride", None, 2)))


def test_a_value_counts_when_the_hand_lets_go() -> None:
    state = asking(Condition("stride", pair=(2, 2)))
    state = after(state, BeginGesture(), SetQuantity("stride", None, 2))
    assert not done(state)
    assert done(after(state, EndGesture()))


def test_another_kernel_takes_the_tick_back() -> None:
    state = after(asking(Condition("kernel", name="random")), ChooseKernel("random"))
    assert done(state)
    assert not done(after(state, ChooseKernel("box blur")))


LOCKED: dict[str, tuple[Intent, ...]] = {
    "image": (
        Paint(((0, 0),), 1.0),
        ChooseImage("ones"),
        PasteGrid(np.ones((2, 2)), GridName.IMAGE),
    ),
    "kernel": (SetCell(WEIGHT, 3.0), ChooseKernel("box blur"), KernelAction("clear")),
    "image_size": (SetQuantity("image size", None, 6, typed=True),),
    "kernel_size": (SetQuantity("kernel size", None, 3, typed=True),),
    "stride": (SetQuantity("stride", None, 2, typed=True),),
    "padding": (SetQuantity("padding", 0, 2, typed=True),),
}


@pytest.mark.parametrize("name", LOCKED)
def test_what_is_locked_stays_and_it_is_said(name: str) -> None:
    state = tour_begun(fresh(), tour_of(PLAIN.changed(locked=frozenset({name}))))
    for intent in LOCKED[name]:
        tried = after(state, intent)
        assert tried.scenario == SCENARIO
        (toast,) = tried.interface.toasts
        assert not toast.warning, "it is said, and nobody did anything wrong"
        assert after(tour_begun(fresh(), tour_of(PLAIN)), intent).scenario != SCENARIO


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("quantity", [each.name for each in sliding()])
def test_a_lock_holds_on_each_axis(quantity: str, axis: int) -> None:
    state = tour_begun(fresh(), tour_of(PLAIN.changed(locked=frozenset({quantity.replace(" ", "_")}))))
    intent = SetQuantity(quantity, axis, 3, typed=True)
    tried = after(state, ToggleLink(quantity), intent)
    assert tried.scenario == SCENARIO
    free = after(tour_begun(fresh(), tour_of(PLAIN)), ToggleLink(quantity), intent).scenario
    assert free != SCENARIO
    pairs = [
        (getattr(free, name), getattr(SCENARIO, name)) for name in ("image_size", "kernel_size", "stride", "padding")
    ]
    assert all(one[1 - axis] == other[1 - axis] for one, other in pairs), "only this axis was to change"


def test_a_number_typed_for_a_locked_value_closes_and_changes_nothing() -> None:
    state = tour_begun(fresh(), tour_of(PLAIN.changed(locked=frozenset({"kernel"}))))
    typed = after(state, OpenEntry(WEIGHT), EntryText("7"), AcceptEntry())
    assert typed.scenario == SCENARIO
    assert typed.interface.entry is None


@pytest.mark.parametrize("number", range(13))
def test_no_stop_has_more_than_forty_words(number: int) -> None:
    stop = read_tour().stops[number]
    for words in (stop.task, stop.reply):
        assert len(f"{stop.text} {words}".split()) <= MOST_WORDS


def left_over() -> State:
    """Return the stop at which nothing shall be left over."""
    stops = read_tour().stops
    return at_stop(tour_begun(fresh(), read_tour()), next(i for i, one in enumerate(stops) if "left over" in one.title))


def test_a_value_that_a_drag_only_passes_is_not_taken_for_the_answer() -> None:
    state = after(left_over(), BeginGesture())
    for stride in (3, 4):
        state = after(state, SetQuantity("stride", None, stride))
        assert not done(state)
    assert not done(after(state, EndGesture()))


def test_a_setting_counts_as_long_as_it_is_so() -> None:
    state, told = left_over(), []
    for stride in (3, 4, 3):
        state = after(state, SetQuantity("stride", None, stride))
        told.append(done(state))
    assert told == [True, False, True]
