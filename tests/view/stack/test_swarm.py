"""Many cells without numbers are drawn at once, and look as they do one by one."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.named import image_called, weights_called
from game.core.scenario import Scenario
from game.play.choices import HOME
from game.ui.geometry import Rect
from game.view.compositor import paint
from game.view.stack import cells
from tests.picture import forget_pieces, new_canvas, pixels, window
from tests.shell.hands import Person
from tests.view.test_compositor import Screen

from .scenes import stacked

SIZE = (900, 640)


def whole(size: int, channels: int = 1) -> Scenario:
    """Return noise under one kernel as large as itself."""
    image = image_called("noise", channels, (size, size), 1)
    return Scenario(image, weights_called("random signed", (1, channels), (size, size), 1), whole_image=True)


def drawn(shown: Scenario, position: float, turn: float, theme: str = "night") -> np.ndarray:
    """Return the picture at a position, seen from there."""
    forget_pieces()
    canvas = new_canvas(SIZE, theme)
    now = stacked(shown, position, camera=HOME.changed(turn=turn, zoom=1.2))
    seen = window(now.changed(settings=now.settings.changed(theme=theme)), SIZE)
    paint(canvas, seen.widgets, (Rect(0, 0, *SIZE),))
    return pixels(canvas.surface).copy()


@pytest.mark.parametrize("position", [0.36, 0.45, 0.56, 0.7, 0.8, 0.87, 0.975])
@pytest.mark.parametrize(("turn", "theme"), [(HOME.turn, "night"), (140.0, "daylight"), (HOME.turn, "high contrast")])
def test_cells_drawn_at_once_are_those_drawn_one_by_one(
    position: float, turn: float, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = whole(26)
    at_once = drawn(shown, position, turn, theme)
    monkeypatch.setattr(cells, "MANY", 10**6)
    assert np.array_equal(at_once, drawn(shown, position, turn, theme))


@pytest.mark.parametrize("channels", [1, 2])
def test_the_walk_of_a_kernel_as_large_as_the_image_is_drawn_as_it_is(channels: int) -> None:
    person = Person(whole(30, channels), size=(1000, 700), position=0.1, playing=True)
    person.set(stacked=True, rise=1.0, camera=HOME)
    screen = Screen(person)
    screen.draw()
    for _ in range(24):
        person.waits(0.09)
        screen.draw()
        assert not screen.difference(), person.state.playback.position


def test_of_thousands_of_cells_none_is_made_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a cell was made by itself")

    monkeypatch.setattr(cells, "Piece", refused)
    monkeypatch.setattr("game.view.stack.walk.Piece", refused)
    for position in (0.45, 0.75):
        assert drawn(whole(64), position, HOME.turn).any()
