"""A puzzle under way: solved by any setting that makes its map, with hints that are counted, and fences."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import layers_of
from game.files.settings import Settings
from game.input.intent import Cell, GridName, Intent
from game.input.interface_intents import Escape, OpenPopup, ToggleCoverage
from game.input.layer_intents import (
    AddLayer,
    CopyLayer,
    FocusLayer,
    MoveLayer,
    PaintSource,
    RemoveLayer,
    SetActivation,
    SetBias,
)
from game.input.mode_intents import CompareWith, StartPresent, ToggleCompare, TogglePredict
from game.input.scenario_intents import KernelAction, Paint, Redo, SetCell, SetQuantity, Undo
from game.input.tour_intents import BeginTour, LeaveTour, NextHint, NextTourStop, PreviousTourStop, ShowStopAgain
from game.input.walk_intents import NextStop, PreviousStop
from game.session.facts.goal import GoalFacts
from game.session.shown import shown
from game.session.state import State, TourRun, own_state
from game.session.tour import QUESTION, words_of
from game.words.texts import text
from tests.puzzling import NAMED, SLIDING, STOPS, all_puzzles, begun, solved

from .hands import after, sentences


def run_of(state: State) -> TourRun:
    assert state.tour is not None
    return state.tour


def goal(state: State) -> GoalFacts:
    facts = shown(state).still.goal
    assert facts is not None
    return facts


def weight(row: int, column: int, value: float) -> SetCell:
    return SetCell(Cell(GridName.KERNEL, row, column), value)


@pytest.mark.parametrize("name", STOPS)
def test_each_puzzle_is_solved_by_hand_ticked_and_counted(name: str) -> None:
    before = begun(name)
    state = solved(before, name)
    run = run_of(state)
    assert run_of(before).solved is None
    assert run.done
    changes, hints = run.solved or (0, 0)
    assert (changes, hints) == (state.history.cursor, 0)
    assert goal(state).count == goal(state).total
    assert own_state(state).settings.puzzles == (name,)
    assert words_of(run).startswith("Solved in ")


def test_what_it_took_is_said_in_words() -> None:
    state = solved(after(begun("puzzle-1"), NextHint()), "puzzle-1")
    assert words_of(run_of(state)) == "Solved in 2 changes, 1 hint."
    assert words_of(run_of(solved(begun("puzzle-6"), "puzzle-6"))) == "Solved in 1 change, no hint."


def test_an_undo_takes_a_change_back_and_does_not_count() -> None:
    tried = after(begun("puzzle-1"), weight(0, 0, 5.0), weight(0, 1, 7.0), Undo(), Undo(), Redo(), Undo())
    assert run_of(solved(tried, "puzzle-1")).solved == (2, 0)


def test_any_setting_that_makes_the_map_is_right() -> None:
    by_hand = begun(NAMED[0])
    kernel = solved(by_hand, NAMED[0]).scenario.kernel
    for row, column in np.ndindex(3, 3):
        by_hand = after(by_hand, weight(row, column, float(kernel[row, column])))
    assert run_of(by_hand).solved is not None


def test_once_solved_it_stays_solved_while_one_goes_on_trying() -> None:
    state = after(solved(begun("puzzle-1"), "puzzle-1"), weight(0, 0, 9.0), NextHint())
    run = run_of(state)
    assert (run.solved, run.hints, run.done) == ((2, 0), 0, True)
    assert goal(state).count < goal(state).total


def test_how_many_cells_agree_follows_each_change() -> None:
    state = begun("puzzle-1")
    start = goal(state)
    assert (start.count, start.total, start.wanted) == (2, 12, (1, 3, 4))
    assert start.agree == frozenset({(0, 0), (1, 3)})
    assert goal(after(state, weight(0, 1, 2.0))).count > start.count
    other = goal(begun(SLIDING[0]))
    assert (other.agree, other.count, other.size, other.wanted) == (None, 0, (1, 6, 6), (1, 3, 3))


def test_the_target_and_the_output_have_one_scale() -> None:
    still = shown(after(begun("puzzle-1"), weight(0, 0, 100.0))).still
    assert still.goal is not None
    board = still.sides[0].boards.output
    assert (board.magnitude, board.signed) == (still.goal.board.magnitude, still.goal.board.signed) == (6, True)


def test_hints_come_one_after_the_other_and_are_counted() -> None:
    state, hints = begun("puzzle-3"), STOPS["puzzle-3"].hints
    for number, words in enumerate(hints, 1):
        state = after(state, NextHint())
        assert run_of(state).hints == number
        assert words_of(run_of(state)) == f"Hint {number} of 3: {words}"
    assert after(state, NextHint()) is state


NOT_NOW: dict[str, Intent] = {
    "compare": ToggleCompare(),
    "compare with": CompareWith(None),
    "predict": TogglePredict(),
    "copy as": OpenPopup("copy as"),
}


class Learn(Intent, begins="learn"):
    """A mode that is not known here."""


@pytest.mark.parametrize("intent", [*NOT_NOW.values(), Learn()], ids=[*NOT_NOW, "a mode that comes later"])
def test_what_would_help_too_much_waits_with_a_sentence(intent: Intent) -> None:
    state = after(begun("puzzle-2"), intent)
    assert sentences(state) == [text("puzzle.not_now")]
    assert not state.compare.on
    assert not state.predict.on
    assert state.interface.popup is None


def test_coverage_and_present_are_there_all_the_while() -> None:
    state = after(begun("puzzle-10"), ToggleCoverage(), StartPresent())
    assert state.interface.coverage
    assert state.interface.presenting
    assert not sentences(state)


@pytest.mark.parametrize("intent", [Paint(((0, 0),), 1.0), SetBias(1.0), SetActivation("relu")], ids=repr)
def test_what_is_locked_says_what_can_be_changed(intent: Intent) -> None:
    before = begun("puzzle-2")
    state = after(before, intent, intent)
    assert state.scenario is before.scenario
    assert sentences(state) == [text("puzzle.locked", free="the weights")]


def test_sliders_of_what_is_locked_stay_where_they_are() -> None:
    before = begun("puzzle-11")
    state = after(before, SetQuantity("kernel size", None, 1), SetQuantity("dilation", None, 2))
    assert state.scenario is before.scenario
    assert sentences(after(before, KernelAction("clear"))) == [text("puzzle.locked", free="the stride, the padding")]


def test_the_remote_gives_the_hints_then_goes_on_and_back() -> None:
    state = after(begun("puzzle-1"), StartPresent())
    for number in (1, 2):
        state = after(state, NextStop())
        assert (run_of(state).index, run_of(state).hints) == (0, number)
    tried = after(state, weight(0, 0, 4.0))
    passed = after(tried, NextStop())
    assert words_of(run_of(passed)).startswith("Passed, not done.")
    assert after(passed, PreviousStop()).scenario == tried.scenario
    further = after(passed, NextStop())
    assert run_of(further).index == 1
    assert run_of(after(further, PreviousStop())).index == 0


def test_the_next_puzzle_begins_anew_and_a_solved_one_is_known_again() -> None:
    state = after(solved(begun("puzzle-1"), "puzzle-1"), NextTourStop())
    run = run_of(state)
    assert (run.index, run.solved, run.hints) == (1, None, 0)
    back = after(state, PreviousTourStop())
    assert run_of(back).finished == {0}
    assert run_of(back).solved is None
    assert run_of(after(solved(back, "puzzle-1"), ShowStopAgain())).solved is None
    again = begun("puzzle-4", Settings(puzzles=("puzzle-4", "puzzle-9", "gone")))
    assert run_of(again).finished == {3, 8}
    assert own_state(solved(again, "puzzle-4")).settings.puzzles == ("puzzle-4", "puzzle-9", "gone")


def test_escape_leaves_the_puzzle_before_present_and_asks_only_where_something_would_be_lost() -> None:
    first = begun("puzzle-1")
    talk = after(first, StartPresent(), Escape())
    assert talk.tour is None
    assert talk.interface.presenting
    assert talk.work is own_state(first).work
    tried = after(begun("puzzle-1"), weight(0, 0, 4.0), Escape())
    assert tried.interface.sheet == QUESTION
    assert after(tried, LeaveTour()).tour is None
    assert after(solved(begun("puzzle-1"), "puzzle-1"), Escape()).tour is None


def test_where_puzzles_were_left_is_not_kept_and_their_last_one_ends_with_a_sentence() -> None:
    state = after(begun("puzzle-13"), LeaveTour())
    assert after(begun("puzzle-5"), LeaveTour()).settings.tours == ()
    assert sentences(state) == [text("tour.over.puzzle")]


def test_a_puzzle_that_is_not_there_is_the_nearest_one() -> None:
    own = own_state(begun("puzzle-1"))
    for index, found in ((-4, 0), (99, 12)):
        assert run_of(after(own, BeginTour(all_puzzles(), index=index))).index == found


def test_in_a_puzzle_of_layers_their_order_is_free_and_nothing_else() -> None:
    state = begun("puzzle-13")
    assert state.scenario.chain is not None
    assert after(state, FocusLayer(0)).scenario.number == 1, "another layer may be looked at"
    for intent in (AddLayer(), CopyLayer(), RemoveLayer(), SetActivation("relu"), PaintSource(((0, 0),), 3.0)):
        kept = after(state, intent)
        assert kept.scenario == state.scenario
        assert sentences(kept) == [text("puzzle.locked", free=text("puzzle.free.order"))]
    moved = after(state, FocusLayer(0), MoveLayer(2))
    assert [type(each).__name__ for each in layers_of(moved.scenario)] == ["Convolution", "Convolution", "Pooling"]
    assert not run_of(moved).done


def test_a_network_is_solved_by_its_last_layer_whichever_is_in_focus() -> None:
    state = after(begun("puzzle-13"), FocusLayer(0), MoveLayer(1))
    run = run_of(state)
    assert run.done
    assert run.solved == (1, 0)
    assert state.scenario.chain is not None
    assert not state.scenario.chain.is_last
    facts = goal(state)
    assert (facts.count, facts.total, facts.agree) == (6, 6, frozenset())
    last = goal(after(state, FocusLayer(2))).agree
    assert last is not None
    assert len(last) == 6
