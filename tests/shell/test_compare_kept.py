"""Two settings that are compared are still compared after a restart, in last work, and in a file that was saved."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.app import first_state, work_of_before
from game.core.chained import of_layers
from game.core.padding import padding_of
from game.core.scenario import startup
from game.core.transposed import TransposedConvolution
from game.files.kept_work import KeptWork
from game.files.scenario_file import read_scenario, write_scenario
from game.files.settings import Settings
from game.input.effects import OpenPath
from game.input.intent import Side
from game.input.mode_intents import ToggleCompare
from game.input.scenario_intents import ReplaceScenario, SetQuantity
from game.input.walk_intents import Scrub
from game.request import Request
from game.session.state import State
from game.shell.keeping import WorkKeeper
from game.shell.offering import of_last_work
from tests.test_command_line import Shell, asked, shell

from .hands import Person
from .test_dialogs import Silent, dialogs
from .test_keeping import Kept, kept

__all__ = ["dialogs", "kept", "shell"]
WIDE = startup().changed(stride=(4, 4))


def restarted(folder: Path, request: Request) -> State:
    """Return the state that another start begins with."""
    with KeptWork(folder) as again:
        opened, problem = work_of_before(again, request)
        assert problem is None
        return first_state(request, Settings(), opened)


def strides(state: State) -> tuple[int, int]:
    assert state.compare.on
    return state.work.of(Side.A).stride[0], state.work.of(Side.B).stride[0]


def test_a_restart_compares_the_same_again(kept: Kept) -> None:
    kept.does(ToggleCompare(), SetQuantity("stride", None, 3))
    kept.passes(1)
    kept.shelf.close()
    assert strides(kept.person.state) == strides(restarted(kept.folder, Request())) == (2, 3)


@pytest.mark.parametrize("filters", [1, 2])
def test_a_restart_compares_stamps_at_the_same_place(kept: Kept, filters: int) -> None:
    """Two filters have no stamps in Compare: there the walk counts cells."""
    layer = TransposedConvolution(np.ones((1, filters, 2, 2)), stride=(3, 3), padding=padding_of(0, 0))
    kept.does(ReplaceScenario(of_layers(startup(), (layer,), 0), 0.0), ToggleCompare(), Scrub(7.25))
    kept.passes(1)
    kept.shelf.close()
    before, again = kept.person.state, restarted(kept.folder, Request())
    assert before.stamped is again.stamped is (filters == 1)
    assert again.playback.position == before.playback.position == 7.25


def test_after_compare_was_left_a_restart_compares_nothing(kept: Kept) -> None:
    kept.does(ToggleCompare(), SetQuantity("stride", None, 3))
    kept.passes(1)
    kept.does(ToggleCompare())
    kept.passes(1)
    kept.shelf.close()
    assert not restarted(kept.folder, Request()).compare.on


def test_last_work_is_compared_when_it_is_taken_up(kept: Kept) -> None:
    kept.does(ToggleCompare(), SetQuantity("stride", None, 3))
    kept.passes(1)
    kept.shelf.close()
    assert not restarted(kept.folder, Request(new=True)).compare.on
    with KeptWork(kept.folder) as again:
        (work,) = again.last_works()
    person = Person()
    person.controller.dispatch(of_last_work(work).intents)
    assert strides(person.state) == (2, 3)


def test_a_file_that_is_saved_while_two_are_compared_opens_so(tmp_path: Path, dialogs: list[Silent]) -> None:
    person = Person()
    person.controller.dispatch((ToggleCompare(), SetQuantity("stride", None, 3)))
    person.keys("Ctrl+S")
    dialogs[0].answers(tmp_path / "two.json")
    person.waits(0.2)
    assert read_scenario(tmp_path / "two.json").other is not None
    for found in (Person(), Person(WIDE)):
        found.controller.dispatch((OpenPath(str(tmp_path / "two.json")),))
        assert strides(found.state) == (2, 3)


def test_a_file_of_before_is_not_compared(tmp_path: Path) -> None:
    write_scenario(tmp_path / "one.json", startup())
    person = Person()
    person.controller.dispatch((OpenPath(str(tmp_path / "one.json")),))
    assert not person.state.compare.on


def test_the_command_line_opens_it_compared(tmp_path: Path, shell: Shell) -> None:
    write_scenario(tmp_path / "two.json", startup(), other=WIDE)
    assert strides(first_state(asked(shell, tmp_path / "two.json"), Settings(), None)) == (2, 4)


@pytest.mark.parametrize("on", [True, False])
def test_nothing_is_written_while_nothing_changes(kept: Kept, on: bool) -> None:
    if on:
        kept.does(ToggleCompare())
    kept.passes(1)
    kept.keeper = WorkKeeper(kept.shelf, kept.folder, Settings())
    kept.passes(2)
    before = kept.disk.tries
    kept.passes(3)
    assert kept.disk.tries == before
