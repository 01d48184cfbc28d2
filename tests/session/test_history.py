"""Properties of undo and redo, for any series of states and moves."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.core.scenario import startup
from game.session.history import LIMIT, History

MOVES = st.lists(st.one_of(st.integers(0, 3), st.sampled_from(["undo", "redo"])), max_size=60)


def after(moves: list[int | str]) -> History[int]:
    history = History.of(0)
    for move in moves:
        history = moved(history, move)
    return history


def moved(history: History[int], move: int | str) -> History[int]:
    if isinstance(move, int):
        return history.record(move)
    return history.undo() if move == "undo" else history.redo()


@given(MOVES)
def test_history_does_what_two_stacks_would_do(moves: list[int | str]) -> None:
    past, present, future = list[int](), 0, list[int]()
    for move in moves:
        if move == "undo" and past:
            past, present, future = past[:-1], past[-1], [*future, present]
        elif move == "redo" and future:
            past, present, future = [*past, present], future[-1], future[:-1]
        elif isinstance(move, int) and move != present:
            past, present, future = [*past, present], move, []
    history = after(moves)
    assert history.entries == (*past, present, *reversed(future))
    assert history.present == present
    assert (history.can_undo, history.can_redo) == (bool(past), bool(future))


@given(MOVES)
def test_undo_then_redo_is_where_one_was(moves: list[int | str]) -> None:
    history = after(moves)
    if history.can_undo:
        assert history.undo().redo() == history
    if history.can_redo:
        assert history.redo().undo() == history


@given(MOVES, st.integers(0, 3))
def test_undo_after_a_change_brings_back_what_was_there(moves: list[int | str], state: int) -> None:
    history = after(moves)
    recorded = history.record(state)
    assert recorded.present == state
    if state == history.present:
        assert recorded is history
    else:
        assert recorded.undo().present == history.present
        assert not recorded.can_redo


@given(MOVES)
def test_no_entry_equals_its_neighbour(moves: list[int | str]) -> None:
    entries = after(moves).entries
    assert all(one != next_one for one, next_one in pairwise(entries))


def test_undo_at_the_start_and_redo_at_the_end_change_nothing() -> None:
    history = History.of("only")
    assert history.undo() is history
    assert history.redo() is history


def test_five_hundred_states_are_kept_and_the_oldest_go_first() -> None:
    history = History.of(0)
    for state in range(1, 2000):
        history = history.record(state)
    assert LIMIT == 500
    assert history.entries == tuple(range(1500, 2000))
    assert history.present == 1999
    for _ in range(3000):
        history = history.undo()
    assert history.present == 1500
    assert not history.can_undo


def test_scenarios_that_are_equal_in_value_make_no_entry() -> None:
    history = History.of(startup())
    assert history.record(startup()) is history
    assert history.record(startup().varied(stride=(1, 1))).can_undo
