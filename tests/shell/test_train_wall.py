"""A network that learns in Present has the wall: what a class reads from the last row, and what a hand does there."""

from __future__ import annotations

from itertools import combinations
from math import ceil

import numpy as np
import pytest

from game.core.chained import layers_of, source_of
from game.core.layers import Convolution
from game.files.settings import Settings
from game.session.facts.train import TrainRail
from game.session.facts.train_wall import TrainWall, wall_facts
from game.session.predict import OPEN, Secrecy
from game.ui.geometry import Rect
from game.ui.widgets.label import Label
from game.ui.widgets.learning_chart import LearningChart
from game.value import Kept
from game.view.train.parts import WallImage, WallKernel, WallShares
from game.view.train.view import with_numbers
from game.words import texts
from tests.picture import typeface
from tests.shell.hands import Person
from tests.shell.test_train import runs
from tests.training import course, reader, varied
from tests.window.test_long_words import longer

SIZES = [(1024, 768), (1920, 1080), (1366, 768), (800, 600)]
READ_FROM_AFAR = {(1024, 768): 23, (1920, 1080): 32}
"""Font sizes, at least, by the size of the screen."""


def talker(size: tuple[int, int] = (1024, 768), theme: str = "night", focus: int = 0) -> Person:
    """Return somebody who lets a network learn from random weights in Present."""
    found = Person(reader(focus), size, settings=Settings(sections=("kernel", "slide"), theme=theme))
    found.keys("F5", "K")
    found.clicks("train again")
    return found


def shown(found: Person) -> TrainWall | None:
    return found.controller.window.frame.still.wall


def of_kind(found: Person, kind: type) -> list:  # type: ignore[type-arg]
    return [widget for widget in found.window.widgets if isinstance(widget, kind)]


def test_k_in_present_shows_how_it_learns_without_the_drawer() -> None:
    found = talker()
    assert not found.state.interface.rail_open
    assert {"wall read", "wall loss", "wall right", "train chart", "wall update", "wall kernel 3"} <= set(found.names())
    assert "grid output" not in found.names()
    found.clicks("train run")
    assert found.state.train.running
    runs(found, 60)
    assert float(getattr(found.widget("wall right"), "text", "").split()[0]) > 90
    assert getattr(found.widget("wall right"), "text", "").endswith(" % of 360 new digits right")
    found.clicks("train run")
    assert not found.state.train.running
    assert getattr(found.widget("wall update"), "text", "") == f"update {course(found.state).updates:,}"
    found.keys("K")
    assert "grid output" in found.names()


@pytest.mark.parametrize("size", READ_FROM_AFAR)
def test_all_of_it_is_read_from_the_last_row(size: tuple[int, int]) -> None:
    found, least = talker(size), READ_FROM_AFAR[size]
    found.clicks("train run")
    runs(found, 30)
    words = [widget for widget in of_kind(found, Label) if widget.name.startswith("wall ")]
    assert len(words) == 6
    assert all(each.size >= least for each in words)
    (shares,) = of_kind(found, WallShares)
    assert shares.size >= least
    kernels = of_kind(found, WallKernel)
    assert len(kernels) == 4
    assert all(each.look.size >= least for each in kernels)
    (chart,) = of_kind(found, LearningChart)
    assert chart.rect.h >= size[1] * 0.25
    assert chart.px(2.5) >= 4


@pytest.mark.parametrize("long", [False, True], ids=["", "longer words"])
@pytest.mark.parametrize("drawer", [False, True], ids=["", "drawer"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_lies_over_another_or_beside_the_screen(
    size: tuple[int, int], drawer: bool, long: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if long:
        monkeypatch.setattr(texts, "TEXTS", {name: longer(words) for name, words in texts.TEXTS.items()})
    for focus in (0, 1, 2):
        found = talker(size, focus=focus)
        if drawer:
            found.set(rail_open=True)
        widgets = [each for each in found.window.widgets if each.name.startswith(("wall ", "train ")) and each.rect.h]
        room = found.window.frame.layout.stage.union(found.window.frame.layout.dot)
        widgets = [each for each in widgets if each.rect.x < room.right]
        written = {each.name: each.rect for each in widgets}
        for each in widgets:
            assert room.holds(each.rect), each.name
            if isinstance(each, Label):
                wide = found.window.frame.type.width(each.text, each.size, True)
                assert wide <= each.rect.w, each.name
                x = each.rect.x + round((each.rect.w - wide) * each.align)
                written[each.name] = each.rect._replace(x=x, w=wide)
        for (one, first), (other, second) in combinations(written.items(), 2):
            assert not first.meets(second), f"{one} {other}"


def test_it_shows_the_numbers_that_there_are() -> None:
    found = talker()
    found.clicks("train once")
    wall = shown(found)
    assert wall is not None
    assert wall.kernels is not None
    first = layers_of(found.state.scenario)[0]
    assert isinstance(first, Convolution)
    assert np.array_equal(wall.kernels.kernels, first.weights[:, 0])
    assert wall.kernels.layer == 1
    assert sum(wall.shares) == pytest.approx(1)
    best = int(np.argmax(wall.shares))
    assert getattr(found.widget("wall read"), "text", "") == f"Read as {best}"


def test_kernels_are_those_of_the_layer_in_focus_or_of_the_first_with_weights() -> None:
    for focus, layer, title in (
        (0, 1, "Kernels of layer 1"),
        (1, 1, "Kernels of layer 1"),
        (2, 3, "3 of 40 kernels of layer 3"),
    ):
        found = talker(focus=focus)
        wall = shown(found)
        assert wall is not None
        assert wall.kernels is not None
        assert wall.kernels.layer == layer
        assert getattr(found.widget("wall kernels"), "text", "") == title


def test_weights_of_another_size_stand_in_their_colours_where_numbers_have_no_room() -> None:
    found = Person(varied(), (800, 600))
    found.keys("F5", "K")
    kernels = of_kind(found, WallKernel)
    assert len(kernels) == 2
    assert all(each.look.size == 0 or each.look.size >= ceil(23 * 600 / 768) for each in kernels)


def test_who_walks_sees_the_walk_and_who_learns_sees_the_wall() -> None:
    found = talker()
    found.keys("Page Down")
    assert shown(found) is None
    assert "grid output" in found.names()
    found.keys("K", "K")
    assert shown(found) is not None
    found.clicks("layer 3")
    assert shown(found) is None
    found.keys("Insert")
    found.clicks("train once")
    assert shown(found) is not None


def test_a_run_that_goes_on_has_the_wall_when_a_talk_begins() -> None:
    found = Person(reader(), (1366, 768), settings=Settings(sections=("kernel",)))
    found.keys("K")
    found.clicks("train run")
    found.keys("Space")
    assert found.state.train.running
    found.keys("F5")
    assert shown(found) is not None


def test_a_digit_is_painted_on_the_wall_whichever_layer_is_in_focus() -> None:
    found = talker(focus=2)
    (image,) = of_kind(found, WallImage)
    before = source_of(found.state.scenario).channels[0].copy()
    places = [image.grid.block(row, 0, 1, 1).centre for row in (1, 5)]
    found.drags(*places)
    after = source_of(found.state.scenario).channels[0]
    assert (after[1:6, 0] == 1).all()
    assert not before[1:6, 0].all()
    assert shown(found) is not None


def test_what_a_question_keeps_secret_stands_on_no_wall() -> None:
    found = talker()
    state = found.state
    assert wall_facts(state, OPEN, TrainRail(True, 1437), Kept()) is not None
    assert wall_facts(state, Secrecy(value=True, known=3), TrainRail(True, 1437), Kept()) is None
    found.keys("P")
    assert shown(found) is None


@pytest.mark.parametrize("drawer", [False, True], ids=["", "drawer"])
@pytest.mark.parametrize("size", SIZES)
def test_kernels_have_their_weights_and_are_rather_fewer(size: tuple[int, int], drawer: bool) -> None:
    for focus, least in ((0, 4), (2, 3)):
        found = talker(size, focus=focus)
        found.set(rail_open=drawer)
        kernels = of_kind(found, WallKernel)
        assert least <= len(kernels) <= 4
        unit = min(size[1] / 1080, found.window.frame.layout.stage.w / 1440)
        assert all(each.look.size >= round(33 * unit) for each in kernels)
        title = getattr(found.widget("wall kernels"), "text", "")
        assert title == (f"{len(kernels)} of 40 kernels of layer 3" if focus else "Kernels of layer 1")


def test_where_even_two_have_no_room_for_numbers_there_are_all() -> None:
    narrow = Rect(0, 40, 500, 700)
    for count in (4, 1):
        places, look = with_numbers(typeface(), narrow, 768, count, (15, 15), 3)
        assert (len(places.kernels), look.size) == (count, 0)
