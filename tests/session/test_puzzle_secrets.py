"""How a puzzle is solved stands nowhere: in no part of the state, no text of the window, no file and no undo."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from game.core.grid import frozen
from game.core.scenario import Scenario
from game.files.lesson_text import lesson_text
from game.files.scenario_file import to_json
from game.files.settings import Settings
from game.files.shelves import shelf_path
from game.input.intent import GridName
from game.input.lesson_intents import AddWhatIsSeen, ChooseScene, SetGoal, UndoLesson
from game.input.scenario_intents import ChooseKernel, PasteGrid, Undo
from game.input.tour_intents import NextHint
from game.session.lesson import drafted
from game.session.shown import shown
from game.session.state import State, new_state
from tests.puzzling import NAMED, STOPS, WEIGHED, begun, names_of, solved, weights_of

from .hands import after


def parts(thing: Any, seen: set[int]) -> Iterator[Any]:
    """Yield all that a value holds, however deep: texts, numbers and arrays."""
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, dict) or type(thing).__name__ == "mappingproxy":
        inner: list[Any] = [*thing.keys(), *thing.values()]
    elif isinstance(thing, tuple | list | set | frozenset):
        inner = list(thing)
    else:
        inner = list(getattr(thing, "__dict__", {}).values())
        yield thing
    for each in inner:
        yield from parts(each, seen)


def told(state: State) -> list[Any]:
    """Return all that a state and what is shown of it hold."""
    return list(parts((state, shown(state)), set()))


def answer(name: str) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return the weights that solve a puzzle, of one channel (rows, columns)."""
    if name in NAMED:
        return np.array(solved(begun(name), name).scenario.kernel)
    return weights_of(STOPS[name])


@pytest.mark.parametrize("name", WEIGHED + NAMED)
def test_no_array_of_a_state_in_which_one_has_tried_holds_the_weights_that_are_asked_for(name: str) -> None:
    state = begun(name)
    if name not in NAMED:
        state = after(state, ChooseKernel("ones"), NextHint(), Undo())
    wanted = np.squeeze(answer(name)).ravel()
    arrays = [np.asarray(part).ravel() for part in told(state) if isinstance(part, np.ndarray)]
    assert len(arrays) > 10
    alike = [one for one in arrays if one.size == wanted.size]
    assert not any(np.allclose(one, wanted) for one in alike)
    turned = [one for one in alike if np.allclose(one, wanted[::-1])]
    goal = STOPS[name].goal
    assert goal is not None
    assert all(np.allclose(one, goal.ravel()) for one in turned)  # a single pixel's target is the kernel, turned


@pytest.mark.parametrize("name", NAMED)
def test_no_text_of_a_state_names_the_kernel_that_is_asked_for(name: str) -> None:
    (named,) = names_of(STOPS[name])
    texts = [part for part in told(after(begun(name), NextHint(), NextHint())) if isinstance(part, str)]
    assert len(texts) > 100
    assert not [one for one in texts if named in one.casefold()]
    assert named not in shelf_path("puzzles").read_text("utf-8").casefold()


def test_what_is_written_down_of_a_puzzle_is_what_has_been_tried() -> None:
    state = after(begun("puzzle-2"), ChooseKernel("ones"))
    found = json.loads(to_json(state.scenario))
    assert (found["kernel"], "goal" in found) == ([[1, 1], [1, 1]], False)


def test_two_settings_that_make_the_same_map_leave_the_very_same_lesson() -> None:
    first, second = flat([[1, 2]]), flat([[3, 0]])
    assert written(first) == written(second)
    assert drafted(first.interface.draft).scenes[0].goal is not None
    assert written(first) != written(flat([[1, 3]]))


def flat(kernel: list[list[float]]) -> State:
    """Return a state whose lesson's only scene has the map of a kernel as its goal.

    All pixels are 1, so that only the sum of the weights is seen.
    """
    start = new_state(Scenario(frozen(np.ones((1, 4))), frozen([[0, 0]]), white=2.0), Settings(), 0.0, playing=False)
    added = after(start, AddWhatIsSeen(), ChooseScene(0))
    return after(added, PasteGrid(np.array(kernel), GridName.KERNEL), SetGoal(0))


def written(state: State) -> str:
    """Return the file of the lesson that is being made."""
    return lesson_text(drafted(state.interface.draft).lesson, with_scenes=True)


def test_the_undo_of_a_lesson_has_no_weights_of_a_goal() -> None:
    state = flat([[7, 11]])
    draft = drafted(state.interface.draft)
    held = [np.asarray(part).ravel().tolist() for part in parts(draft, set()) if isinstance(part, np.ndarray)]
    assert [18.0] * 3 in held
    assert [7.0, 11.0] not in held
    assert drafted(after(state, UndoLesson()).interface.draft).scenes[0].goal is None
