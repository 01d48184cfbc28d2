"""Hands at a network that learns: the section of the rail, what it shows meanwhile, and what stays beside it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from game.files.kept_work import KeptWork
from game.files.scenario_file import read_scenario
from game.files.settings import Settings
from game.session.interface import DIGITS
from game.session.training import network_of
from game.shell.keeping import WorkKeeper
from game.shell.places import Place
from game.ui.layout import RAIL_FOLDED
from game.ui.widgets.learning_chart import LearningChart
from game.words.texts import text
from tests.networks import four_layers
from tests.shell.hands import Person, weight
from tests.training import course, reader

FOLDED = Settings(sections=("kernel", "slide"))


def person(size: tuple[int, int] = (1366, 768), scale: int = 100, focus: int = 0) -> Person:
    """Return somebody at the shipped reader, with the section open."""
    found = Person(reader(focus), size, settings=FOLDED.changed(scale=scale))
    found.keys("K")
    return found


def runs(found: Person, frames: int) -> None:
    """Let pictures come one after the other, each in time."""
    for _ in range(frames):
        found.now += 1 / 60
        found.controller.pass_time(1 / 60, found.now)
        found.controller.built()


def words(found: Person, name: str) -> str:
    return str(getattr(found.widget(name), "text", ""))


def chart(found: Person) -> LearningChart:
    widget = found.widget("train chart")
    assert isinstance(widget, LearningChart)
    return widget


def test_from_random_weights_most_digits_are_read_within_three_seconds_of_watching() -> None:
    """At 60 pictures a second; the bench measures how many there are."""
    found = person()
    found.clicks("train again")
    assert words(found, "train right").endswith("of the 360 right")
    assert float(words(found, "train right").split()[0]) < 30
    found.clicks("train run")
    runs(found, 60)
    assert float(words(found, "train right").split()[0]) > 90
    assert words(found, "train loss").startswith("loss 0.")
    assert len(chart(found).losses) > 10
    assert len(chart(found).shares) > 10


def test_the_walk_goes_on_over_the_weights_of_each_moment() -> None:
    found = person()
    found.clicks("train again")
    before = found.state.result.scenario.kernel.copy()
    found.clicks("train run")
    runs(found, 3)
    found.keys("Space")
    runs(found, 3)
    found.keys("Space")
    assert found.state.playback.position > 0
    assert (found.state.result.scenario.kernel != before).all()
    assert found.state.train.running


def test_the_line_is_the_history_by_pointer_arrows_and_buttons() -> None:
    found = person()
    found.clicks("train again")
    for _ in range(5):
        found.clicks("train once")
    inner = chart(found).inner
    found.drags((inner.right, inner.y + 5), (inner.x, inner.y + 5))
    assert words(found, "train update") == "update 0 of 5"
    found.focuses("train chart")
    found.keys("Right")
    assert words(found, "train update") == "update 1 of 5"
    found.clicks("train on")
    assert words(found, "train update") == "update 2 of 5"
    found.clicks("train back")
    assert words(found, "train update") == "update 1 of 5"
    found.keys("Ctrl+Z")
    assert words(found, "train update") == "update 5"


def test_the_rate_goes_over_rungs_and_can_be_typed() -> None:
    found = person()
    found.focuses("training rate")
    found.keys("Right")
    assert found.state.train.rate == 0.2
    found.keys("Left", "Left", "Left")
    assert found.state.train.rate == 0.02
    found.keys("Enter")
    found.types("0.3")
    found.keys("Enter")
    assert found.state.train.rate == 0.3
    found.focuses("training rate")
    found.keys("Enter")
    found.types("0")
    found.keys("Enter")
    assert found.state.interface.toasts[-1].sentence.startswith("The learning rate")


def test_a_weight_turned_by_the_wheel_ends_the_run() -> None:
    found = person()
    found.clicks("train run")
    runs(found, 2)
    found.rests(weight(1, 1))
    found.turns(weight(1, 1), 1)
    runs(found, 2)
    assert not found.state.train.running
    assert not found.state.train.live


def test_the_shipped_weights_and_how_it_reads_are_a_press_away() -> None:
    found = person()
    assert found.widget("train shipped").visible.h > 0
    assert not found.widget("train shipped").mood.enabled
    found.clicks("train again")
    found.focuses("train shipped")
    found.keys("Enter")
    assert words(found, "train right") == "96.9 % of the 360 right"
    found.focuses("train reads")
    found.keys("Enter")
    assert found.state.interface.sheet == DIGITS


def test_a_folded_section_says_from_how_many_digits_it_can_learn() -> None:
    found = Person(reader(), settings=FOLDED)
    assert getattr(found.widget("learn head"), "words", "") == "Learn: 1,437 digits"
    found.clicks("learn head")
    assert found.state.train.on
    assert "kernel size" not in found.names()
    found.clicks("learn head")
    assert "kernel size" in found.names()


def test_a_network_that_reads_no_digits_has_no_such_section() -> None:
    found = Person(four_layers(), settings=FOLDED)
    assert "learn head" not in found.names()
    found.keys("K")
    assert found.state.interface.toasts[-1].sentence == text("digits.not.image")


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (800, 600)])
def test_all_of_the_section_stands_in_the_rail_and_can_be_scrolled_to(size: tuple[int, int], scale: int) -> None:
    found = person(size, scale)
    found.focuses("train again")
    found.keys("Enter")
    layout, letters = found.controller.frame().layout, found.controller.frame().type
    area = layout.drawer if layout.fold >= RAIL_FOLDED else layout.rail
    own = [widget for widget in found.window.widgets if widget.name.startswith(("train ", "training "))]
    assert len(own) > 12
    for widget in own:
        assert area.x <= widget.rect.x
        assert widget.rect.right <= area.right
        label = getattr(widget, "text", "")
        if label:
            wide = letters.width(label, getattr(widget, "size", 0), getattr(widget, "bold", False))
            assert wide <= widget.rect.w, (label, wide, widget.rect.w)
    places = sorted((widget.rect for widget in own), key=lambda rect: rect.y)
    assert all(one.bottom <= other.bottom for one, other in pairwise(places))


def test_work_is_kept_while_it_learns_and_a_closed_window_loses_nothing(tmp_path: Path) -> None:
    """What is kept is in the file that a next start opens."""
    shelf = KeptWork(tmp_path)
    shelf.start()
    keeper, place = WorkKeeper(shelf, tmp_path, Settings()), Place((0, 0, 800, 600))

    def kept() -> np.ndarray:
        (path,) = tmp_path.glob("work/*/work.json")
        return network_of(read_scenario(path).scenario).own

    found = person()
    found.clicks("train again")
    keeper.tick(found.state, 1.0, lambda: place)
    assert np.array_equal(kept(), course(found.state).history.states[0].row)
    found.clicks("train run")
    for _ in range(60):
        runs(found, 1)
        keeper.tick(found.state, 1 / 60, lambda: place)
    assert any(np.array_equal(kept(), state.row) for state in course(found.state).history.states[1:])
    keeper.save(found.state, place)
    assert np.array_equal(kept(), network_of(found.state.scenario).own)
