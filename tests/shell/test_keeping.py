"""What could not be kept is tried again until it is, and said as often as that begins anew."""

from __future__ import annotations

import errno
import os
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.files.errors import FileProblem
from game.files.kept_work import KeptWork
from game.files.scenario_file import read_scenario
from game.files.settings import Settings, read_settings
from game.input.scenario_intents import NewSeed, ReplaceScenario
from game.input.walk_intents import Scrub, TogglePlay
from game.input.window_intents import NextTheme, Tick
from game.shell.keeping import EVERY, LONGEST_PAUSE, WorkKeeper
from game.shell.places import Place

from .hands import Person

PLACE = Place((0, 0, 800, 600))


def written() -> None:
    """Wait until all that is being written in threads is."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(60)


class Disk:
    """A disk that may be full for some files; it counts the tries."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full_for: tuple[str, ...] = ()
        self.tries = 0
        self._replace = os.replace
        monkeypatch.setattr(os, "replace", self.replace)

    def replace(self, source: Any, target: Any) -> None:
        """Write a file, or refuse to."""
        self.tries += 1
        if Path(target).name in self.full_for:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._replace(source, target)


class Kept:
    """A window whose work and settings are kept on that disk."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.disk, self.person = folder, Disk(monkeypatch), Person()
        self.shelf = KeptWork(folder)
        self.shelf.start()
        self.keeper = WorkKeeper(self.shelf, folder, Settings())
        self.passes(1.0)

    def passes(self, seconds: float) -> list[str]:
        """Let time pass in turns of a tenth; return the keys of what was said."""
        said = []
        for _ in range(round(seconds * 10)):
            said.append(self.keeper.tick(self.person.state, 0.1, self.place))
            written()
        return [problem.key for problem in said if isinstance(problem, FileProblem)]

    def does(self, *intents: Any) -> None:
        """Do something that is to be kept."""
        self.person.controller.dispatch(intents)
        self.person.controller.built()

    @staticmethod
    def place() -> Place:
        """Return where the window is."""
        return PLACE

    @property
    def seed(self) -> int:
        """The seed that a start after a kill would find."""
        (path,) = self.folder.glob("work/*/work.json")
        return read_scenario(path).scenario.seed


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    return Kept(tmp_path, monkeypatch)


def test_work_that_could_not_be_kept_is_kept_once_the_disk_has_room_though_nothing_changes(kept: Kept) -> None:
    kept.disk.full_for = ("work.json",)
    kept.does(NewSeed())
    assert kept.passes(5) == ["work_not_kept"]
    assert kept.seed != kept.person.state.scenario.seed
    kept.disk.full_for = ()
    assert kept.passes(LONGEST_PAUSE + 0.1) == []
    assert kept.seed == kept.person.state.scenario.seed


def test_settings_too(kept: Kept) -> None:
    kept.disk.full_for = ("settings.json",)
    kept.does(NextTheme())
    assert kept.passes(5) == ["settings_not_kept"]
    kept.disk.full_for = ()
    kept.passes(LONGEST_PAUSE + 0.1)
    assert read_settings(kept.folder)[0].theme == kept.person.state.settings.theme != "night"


def test_settings_are_kept_within_one_pause_whenever_the_disk_has_room_again(kept: Kept) -> None:
    for seconds in (30, 32, 34, 36, 38, 40):
        kept.disk.full_for = ("settings.json",)
        kept.does(NextTheme())
        kept.passes(seconds)
        kept.disk.full_for = ()
        kept.passes(LONGEST_PAUSE + 0.1)
        assert read_settings(kept.folder)[0].theme == kept.person.state.settings.theme


def test_no_turn_waits_for_the_settings_and_the_end_does(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_go_on, threads, fsync = threading.Event(), threading.Event(), set[threading.Thread](), os.fsync

    def slow(descriptor: int) -> None:
        if threading.current_thread() is not threading.main_thread():
            threads.add(threading.current_thread())
            begun.set()
            may_go_on.wait(60)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", slow)
    kept.does(NextTheme(), NewSeed())
    for _ in range(20):
        assert kept.keeper.tick(kept.person.state, 0.1, kept.place) is None
    assert kept.seed == kept.person.state.scenario.seed  # a small work does not wait for them
    assert read_settings(kept.folder)[0].theme == "night"
    assert begun.wait(60)
    assert len(threads) == 1  # one after the other
    kept.does(NextTheme())
    threading.Timer(0.1, may_go_on.set).start()
    kept.keeper.finish(kept.person.state, PLACE)
    assert read_settings(kept.folder)[0].theme == kept.person.state.settings.theme != "night"


def test_who_waits_finds_nothing_being_written(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def slow(descriptor: int) -> None:
        time.sleep(0.05)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", slow)
    kept.does(NextTheme())
    for _ in range(20):
        kept.keeper.tick(kept.person.state, 0.1, kept.place)
    assert any(beside.busy for beside in kept.keeper._beside.values())
    kept.keeper.wait()
    assert not any(beside.busy for beside in kept.keeper._beside.values())
    assert read_settings(kept.folder)[0].theme == kept.person.state.settings.theme


def test_settings_that_cannot_be_kept_hinder_no_work_and_the_other_way_round(kept: Kept) -> None:
    kept.disk.full_for = ("settings.json",)
    kept.does(NextTheme(), NewSeed())
    kept.passes(1)
    assert kept.seed == kept.person.state.scenario.seed
    kept.disk.full_for = ("work.json",)
    kept.does(NewSeed())
    assert kept.passes(LONGEST_PAUSE) == ["work_not_kept"]
    assert read_settings(kept.folder)[0].theme == kept.person.state.settings.theme


def test_a_failure_is_said_again_when_it_comes_again_after_a_success(kept: Kept) -> None:
    said = []
    for full in (True, False, True, False, True):
        kept.disk.full_for = ("work.json",) if full else ()
        kept.does(NewSeed())
        said.append(kept.passes(20))
    assert said == [["work_not_kept"], [], ["work_not_kept"], [], ["work_not_kept"]]


def test_tries_become_rarer_but_never_rarer_than_every_few_seconds(kept: Kept) -> None:
    kept.disk.full_for = ("work.json",)
    kept.does(NewSeed())
    kept.disk.tries = 0
    kept.passes(0.1)
    assert kept.disk.tries == 1
    kept.passes(EVERY + 0.1)
    assert kept.disk.tries == 2
    for _ in range(10):  # strokes that end meanwhile wait with the rest
        kept.does(NewSeed())
        kept.passes(6)
    assert 10 <= kept.disk.tries <= 14


def test_what_failed_until_the_end_is_tried_once_more_at_the_end(kept: Kept) -> None:
    kept.disk.full_for = ("work.json", "settings.json")
    kept.does(NewSeed(), NextTheme())
    kept.passes(5)
    kept.disk.full_for = ()
    kept.keeper.finish(kept.person.state, PLACE)
    assert kept.seed == kept.person.state.scenario.seed
    assert read_settings(kept.folder)[0].theme == kept.person.state.settings.theme


CUT = Scenario(np.ones((3, 3)), np.ones((2, 2)), stride=(2, 2), padding=(2, 0), transposed=True)
"""Of the first row of its pixels nothing is kept, so that several stamps stand for one cell."""


def test_the_stamp_that_is_shown_is_kept_and_nothing_while_stamps_are_laid(kept: Kept) -> None:
    kept.does(ReplaceScenario(CUT), Scrub(1.9))
    kept.passes(2)
    (path,) = kept.folder.glob("work/*/work.json")
    assert read_scenario(path).view["stamp"] == 1.9
    kept.disk.tries = 0
    kept.does(TogglePlay(), Tick(0.4))
    kept.passes(3)
    assert kept.person.state.playback.position > 1.9
    assert kept.disk.tries == 0
    kept.does(TogglePlay())
    kept.passes(2)
    assert kept.disk.tries == 1


def test_another_stamp_that_stands_for_the_same_cell_is_kept_too(kept: Kept) -> None:
    kept.does(ReplaceScenario(CUT), Scrub(3.5))
    cells = kept.person.state.position_in_cells
    kept.passes(2)
    kept.does(Scrub(0.5))
    kept.passes(2)
    (path,) = kept.folder.glob("work/*/work.json")
    assert kept.person.state.position_in_cells == cells
    assert read_scenario(path).view["stamp"] == 0.5
