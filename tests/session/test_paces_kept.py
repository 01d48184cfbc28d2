"""The pace at which kernels and networks learn is a setting: it is kept from one run to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.files.settings import Settings, path_in, read_settings, write_settings
from game.input.learn_intents import SetPace, ToggleLearn
from game.input.train_intents import SetTrainingPace
from game.play.choices import LEARNING_PACE, TRAINING_PACE
from game.session.facts.train import train_rail
from game.session.state import State, new_state
from game.shell.keeping import settings_of
from game.shell.places import Place
from game.value import Kept
from tests.session.hands import after, fresh
from tests.training import learning, reader


def kept(state: State, folder: Path) -> Settings:
    """Return the settings as the next start reads them."""
    write_settings(folder, settings_of(state, Place((0, 0, 800, 600))))
    found, problem = read_settings(folder)
    assert problem is None
    return found


def test_the_pace_of_a_network_is_kept(tmp_path: Path) -> None:
    slower = after(learning(), SetTrainingPace(-3))
    found = kept(slower, tmp_path)
    assert found.training_pace == TRAINING_PACE - 3
    again = after(new_state(reader(), found, 0.0, False), ToggleLearn())
    facts = train_rail(again, Kept())
    assert facts is not None
    assert facts.pace == TRAINING_PACE - 3
    assert after(again, SetTrainingPace(-99)).settings.training_pace == 0


def test_the_pace_of_a_kernel_is_kept(tmp_path: Path) -> None:
    faster = after(fresh(), ToggleLearn(), SetPace(2))
    assert faster.learn.pace == LEARNING_PACE + 2
    found = kept(faster, tmp_path)
    assert after(new_state(fresh().scenario, found), ToggleLearn()).learn.pace == LEARNING_PACE + 2


@pytest.mark.parametrize("paces", ["", ', "training_pace": 8, "learning_pace": "x"'], ids=["none", "unknown"])
def test_settings_of_before_and_unknown_paces_have_those_of_a_first_start(tmp_path: Path, paces: str) -> None:
    path_in(tmp_path).write_text(f'{{"theme": "daylight"{paces}}}', encoding="utf-8")
    assert read_settings(tmp_path) == (Settings(theme="daylight"), None)
