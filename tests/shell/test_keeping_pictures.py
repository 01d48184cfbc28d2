"""A work with a large picture is kept beside the frames: written whole, tried again, and waited for at the end."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.kept_picture import KeptPicture
from game.core.resolution import with_kept_picture
from game.core.scenario import Scenario, startup
from game.files.errors import FileProblem
from game.files.kept_work import KeptWork
from game.files.scenario_file import read_scenario
from game.files.settings import Settings, read_settings
from game.input.interface_intents import OpenPopup
from game.input.scenario_intents import Paint, ReplaceScenario
from game.input.window_intents import ToggleSavePicture
from game.shell.keeping import WorkKeeper
from game.shell.places import Place

from .hands import Person

PLACE = Place((0, 0, 800, 600))
PICTURE = KeptPicture(np.random.default_rng(7).integers(0, 256, (300, 300, 3), dtype=np.uint8))


class Held(KeptWork):
    """Kept work whose writing stops until it may go on, and may then say that the disk is full."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.may_go_on, self.full, self.threads = threading.Event(), False, list[threading.Thread]()

    def save(self, *values: Any) -> None:
        """Write, when it may."""
        self.threads.append(threading.current_thread())
        self.may_go_on.wait(60)
        if self.full:
            raise FileProblem("work_not_kept", path="", reason="disk full")
        super().save(*values)


class Kept:
    """A window whose work is kept."""

    def __init__(self, folder: Path) -> None:
        self.person, self.shelf = Person(), Held(folder)
        self.shelf.start()
        self.keeper = WorkKeeper(self.shelf, folder, Settings())
        self.person.controller.dispatch((ReplaceScenario(with_kept_picture(startup(), PICTURE, 100)),))

    def turns(self, seconds: float = 1.0) -> list[FileProblem]:
        """Let time pass."""
        said = [self.keeper.tick(self.person.state, 0.1, lambda: PLACE) for _ in range(round(seconds * 10))]
        return [problem for problem in said if problem is not None]

    def lets_go(self) -> None:
        """Let what is being written be written."""
        self.shelf.may_go_on.set()
        for thread in self.shelf.threads:
            thread.join(60)

    def written(self, folder: Path) -> Scenario:
        """Return what has been kept."""
        (path,) = folder.glob("work/*/work.json")
        return read_scenario(path).scenario


def test_no_turn_waits_for_a_picture_and_the_last_stroke_is_kept(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert kept.turns() == []
    assert len(kept.shelf.threads) == 1
    assert kept.shelf.threads[0] is not threading.current_thread()
    kept.person.controller.dispatch((Paint(((3, 4),), 0.5),))
    assert kept.turns() == []
    assert len(kept.shelf.threads) == 1  # one after the other
    kept.lets_go()
    kept.turns()
    kept.lets_go()
    assert kept.written(tmp_path) == kept.person.state.scenario
    assert kept.written(tmp_path).picture == PICTURE


def test_what_could_not_be_written_is_said_once_and_tried_again(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.shelf.full = True
    kept.turns(0.2)
    kept.lets_go()
    assert [problem.key for problem in kept.turns(3)] == ["work_not_kept"]
    kept.shelf.full = False
    kept.turns(10)
    kept.lets_go()
    assert kept.written(tmp_path) == kept.person.state.scenario


@pytest.mark.parametrize("full", [False, True])
def test_the_end_waits_for_what_is_being_written(tmp_path: Path, full: bool) -> None:
    kept = Kept(tmp_path)
    kept.shelf.full = full
    kept.turns(0.2)
    kept.person.controller.dispatch((Paint(((3, 4),), 0.5),))
    threading.Timer(0.2, kept.shelf.may_go_on.set).start()
    kept.keeper.finish(kept.person.state, PLACE)
    assert not any(thread.is_alive() for thread in kept.shelf.threads if thread is not threading.current_thread())
    if not full:
        assert kept.written(tmp_path) == kept.person.state.scenario


def test_a_small_work_is_written_at_once(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.person.controller.dispatch((ReplaceScenario(startup().named("small")),))
    kept.shelf.may_go_on.set()
    kept.turns(0.1)
    assert kept.shelf.threads == [threading.current_thread()]


def test_saving_with_the_picture_is_chosen_in_the_settings_and_remembered(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.shelf.may_go_on.set()
    person = kept.person
    person.controller.dispatch((OpenPopup("view"),))
    person.controller.built()
    person.clicks("view picture")
    assert not person.state.settings.save_picture
    kept.turns()
    kept.lets_go()
    for thread in threading.enumerate()[1:]:
        thread.join(60)  # settings are written beside the frames too
    assert not read_settings(tmp_path)[0].save_picture
    assert kept.written(tmp_path).picture == PICTURE  # kept work always has it
    person.controller.dispatch((ToggleSavePicture(), ReplaceScenario(startup())))
    person.controller.built()
    assert person.state.settings.save_picture
    assert "view picture" not in person.names()
