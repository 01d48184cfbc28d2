"""With several towers, too, drawing what has changed gives the same picture as drawing everything."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.input.stack_intents import ToggleStack
from game.input.walk_intents import BringChannel, GoToFilter, Scrub
from game.play.choices import HOME
from game.session.front import fronted
from game.ui.geometry import Rect
from game.view.stack.tower_places import TowerPlaces
from tests.layers import layer, three_channels
from tests.picture import new_canvas, window
from tests.shell.hands import Person
from tests.view.test_compositor import Screen, colours, deeds

from .scenes import stacked
from .test_incremental import camera_deeds

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.widgets.base import Widget

FRAMES = 110
SHOWN = {"three": three_channels(), "sixteen": layer(16, 3), "four": layer(4, 2, padding=(1, 1), whole=False)}
OURS = ("grid ", "card", "patch", "veil ", "sum ", "tower badge", "making", "size kernel", "column ", "map ")


def tower_deeds(chance: random.Random, person: Person) -> list[Callable[[], object]]:
    """Return what a person may do with towers."""
    dispatch = person.controller.dispatch
    steps = person.state.steps
    return [
        lambda: dispatch((BringChannel(chance.randrange(16)),)),
        lambda: dispatch((GoToFilter(chance.randrange(person.state.result.scenario.layer.filters)),)),
        lambda: dispatch((Scrub(chance.uniform(0, steps)),)),
    ]


@pytest.mark.parametrize("name", SHOWN)
def test_drawing_what_changed_gives_the_same_picture_as_drawing_everything(name: str) -> None:
    chance = random.Random(len(name))
    person = Person(SHOWN[name], size=(900, 600), position=3.4, playing=True)
    person.set(stacked=True, rise=1.0, camera=HOME)
    screen = Screen(person)
    screen.draw()
    towered = 0
    for number in range(FRAMES):
        if person.window.first.stack is None and not person.state.interface.stacked:
            person.controller.dispatch((ToggleStack(),))
        offered = deeds(chance, person)
        deed = chance.choice(offered + (camera_deeds(chance, person) + tower_deeds(chance, person)) * 2)
        deed()
        screen.draw()
        towered += isinstance(person.window.first.stack, TowerPlaces)
        wrong = screen.difference()
        assert not wrong, f"frame {number}, {deed.__code__.co_names}, {person.state.interface}: {wrong}"
    assert towered > FRAMES / 8


@pytest.mark.parametrize("name", SHOWN)
def test_the_walk_alone_is_drawn_as_it_is(name: str) -> None:
    person = Person(SHOWN[name], size=(1100, 700), position=2.9, playing=True)
    person.set(stacked=True, rise=1.0, camera=HOME)
    screen = Screen(person)
    screen.draw()
    for _ in range(50):
        person.waits(0.13)
        assert screen.draw()
        assert not screen.difference()
    assert isinstance(person.window.first.stack, TowerPlaces)


def test_nothing_is_drawn_when_nothing_has_changed_and_little_while_the_walk_plays() -> None:
    person = Person(three_channels(), size=(1920, 1080), position=32.5, playing=True)
    person.set(stacked=True, rise=1.0, camera=HOME)
    person.waits(0.02)
    screen = Screen(person)
    screen.draw()
    assert screen.draw() == []
    person.waits(0.02)
    assert 0 < sum(rect.w * rect.h for rect in screen.draw()) < 0.3 * 1920 * 1080


@pytest.mark.parametrize("rise", [1.0, 0.4])
@pytest.mark.parametrize("name", SHOWN)
def test_no_widget_draws_outside_its_own_rectangle(name: str, rise: float) -> None:
    size, shown = (900, 600), SHOWN[name]
    wrong: dict[str, str] = {}
    looked_at: dict[str, Widget] = {}
    canvas = new_canvas(size)
    magenta = canvas.surface.map_rgb((255, 0, 255)) & 0xFFFFFF
    for camera in (HOME, HOME.changed(turn=-130.0, tilt=65.0, zoom=1.4), HOME.changed(turn=100.0, tilt=12.0)):
        for position in (0.04, 2.25, 2.42, 2.5, 2.7, 2.86, 2.95, float(shown.steps)):
            now = window(fronted(stacked(shown, position, rise, camera=camera)), size)
            for widget in now.widgets:
                if not widget.name.startswith(OURS) or looked_at.get(widget.name) == widget:
                    continue
                looked_at[widget.name] = widget
                own = widget.name.startswith(("grid image", "card", "patch", "veil "))
                clip = now.first.stack.clip if own and now.first.stack else Rect(0, 0, *size)
                wrong |= _outside(widget, canvas, magenta, clip, f"at {position}, {camera}")
    assert not wrong


def _outside(widget: Widget, canvas: Canvas, magenta: int, clip: Rect, where: str) -> dict[str, str]:
    """Return where a widget draws that it should not; what leaves the stage is cut off."""
    canvas.surface.set_clip(None)
    canvas.surface.fill((255, 0, 255))
    canvas.surface.set_clip(clip)
    widget.draw(canvas)
    canvas.surface.set_clip(None)
    drawn = colours(canvas.surface) != magenta
    rect = widget.rect
    drawn[max(0, rect.x) : max(0, rect.right), max(0, rect.y) : max(0, rect.bottom)] = False
    return {widget.name: f"{where}: {np.argwhere(drawn)[0]} outside {tuple(rect)}"} if drawn.any() else {}
