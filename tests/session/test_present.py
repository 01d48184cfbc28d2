"""What a talk leaves behind: the marks of the spotlight, and the lens that goes round."""

from __future__ import annotations

from game.input.interface_intents import OpenSheet
from game.input.mode_intents import Mark, StartPresent, TogglePresent, ToggleSpotlight, TurnLens
from game.input.walk_intents import GoToCell
from game.input.window_intents import Tick
from game.session.interface import faded
from game.session.modes.present import MOST_MARKS
from game.session.state import State

from .hands import after, fresh


def marks(state: State) -> list[float]:
    return [mark.x for mark in state.interface.marks]


def test_a_mark_is_there_for_two_seconds_and_then_gone_each_by_itself() -> None:
    state = after(fresh(), Mark(1.0, 0.0), Tick(1.0), Mark(2.0, 0.0))
    assert marks(state) == [1.0, 2.0]
    state = after(state, Tick(0.75))
    assert marks(state) == [1.0, 2.0]
    state = after(state, Tick(0.25))
    assert marks(state) == [2.0]
    assert marks(after(state, Tick(1.0))) == []


def test_marks_are_gone_after_a_long_pause_too() -> None:
    assert marks(after(fresh(), Mark(1.0, 0.0), Tick(0.1), Tick(5.0))) == []


def test_while_no_mark_fades_nothing_is_another_so_that_nothing_is_drawn() -> None:
    interface = after(fresh(), Mark(1.0, 0.0)).interface
    assert faded(interface) is interface


def test_of_more_marks_than_are_kept_the_oldest_go() -> None:
    state = after(fresh(), *(Mark(float(number), 0.0) for number in range(MOST_MARKS + 2)))
    assert marks(state) == [float(number) for number in range(2, MOST_MARKS + 2)]


def test_the_lens_turns_page_by_page_and_begins_anew_at_another_step() -> None:
    state = after(fresh(position=2.5), TurnLens(), TurnLens())
    assert state.interface.lens == (2, 2)
    assert after(state, GoToCell((3, 1)), TurnLens()).interface.lens[1] == 1


def test_to_present_again_keeps_what_is_open_and_leaving_turns_the_spotlight_off() -> None:
    state = after(fresh(), StartPresent(), OpenSheet("help"), StartPresent())
    assert state.interface.sheet is not None
    state = after(state, ToggleSpotlight(), TogglePresent())
    assert (state.interface.presenting, state.interface.spotlight) == (False, False)
