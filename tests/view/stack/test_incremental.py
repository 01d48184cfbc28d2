"""In the Stack view too, drawing what has changed gives the same picture as drawing everything."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest

from game.input.interface_intents import ToggleCoverage
from game.input.mode_intents import TogglePredict
from game.input.stack_intents import ComeHome, Orbit, Pan, SetGap, ToggleStack, ToggleTurning, Zoom
from game.play.choices import HOME
from game.ui.geometry import Rect
from game.ui.widgets.base import Widget
from game.view.making import Making
from game.view.stack.fading import Faded
from game.view.stack.layers import ImageLayer, OutputLayer
from game.view.stack.patch import Patch
from game.view.stack.walk import Walk
from tests.picture import new_canvas, scenarios, window
from tests.shell.hands import Person
from tests.view.test_compositor import SIZES, Screen, colours, deeds

from .scenes import stacked

FRAMES = 340
OURS = (ImageLayer, OutputLayer, Making, Patch, Walk, Faded)


def camera_deeds(chance: random.Random, person: Person) -> list[Callable[[], object]]:
    """Return what a person may do with the camera."""
    dispatch = person.controller.dispatch
    return [
        lambda: dispatch((Orbit(chance.uniform(-60, 60), chance.uniform(-20, 20)),)),
        lambda: dispatch((Zoom(chance.choice((0.7, 1.3)), chance.uniform(-0.5, 0.5), chance.uniform(-0.5, 0.5)),)),
        lambda: dispatch((Pan(chance.uniform(-0.2, 0.2), chance.uniform(-0.2, 0.2)),)),
        lambda: dispatch((chance.choice((ComeHome(), SetGap(chance.uniform(0, 2)), ToggleTurning())),)),
        lambda: dispatch((ToggleStack(),)),
        lambda: dispatch((chance.choice((ToggleCoverage(), TogglePredict())),)),
        lambda: person.keys("F5"),
        lambda: person.set(stacked=True, rise=chance.choice((0.2, 0.6, 1.0))),
    ]


def test_drawing_what_changed_gives_the_same_picture_as_drawing_everything() -> None:
    chance = random.Random(41)
    person = Person(size=SIZES[0], position=3.4, playing=True)
    person.set(stacked=True, rise=1.0, camera=HOME)
    screen = Screen(person)
    screen.draw()
    in_stack = 0
    for number in range(FRAMES):
        deed = chance.choice(deeds(chance, person) + camera_deeds(chance, person) * 2)
        deed()
        screen.draw()
        in_stack += person.window.first.stack is not None
        wrong = screen.difference()
        assert not wrong, f"frame {number}, {deed.__code__.co_names}, {person.state.interface}: {wrong}"
    assert in_stack > FRAMES / 3


def test_the_walk_alone_is_drawn_as_it_is() -> None:
    person = Person(size=(900, 620), position=2.9, playing=True)
    person.set(stacked=True, rise=1.0, camera=HOME)
    screen = Screen(person)
    screen.draw()
    for _ in range(30):
        person.waits(0.09)
        assert screen.draw()
        assert not screen.difference()


def test_nothing_is_drawn_when_nothing_has_changed_and_little_while_the_walk_plays() -> None:
    person = Person(size=(1920, 1080), position=2.9, playing=True)
    person.set(stacked=True, rise=1.0, camera=HOME)
    screen = Screen(person)
    screen.draw()
    assert screen.draw() == []
    person.waits(0.02)
    assert 0 < sum(rect.w * rect.h for rect in screen.draw()) < 0.3 * 1920 * 1080


@pytest.mark.parametrize("name", ["start-up", "kernel 15", "dilated", "wide numbers", "1 x 1"])
@pytest.mark.parametrize("rise", [1.0, 0.4])
def test_no_widget_draws_outside_its_own_rectangle(name: str, rise: float) -> None:
    size = (840, 560)
    wrong: dict[str, str] = {}
    looked_at: dict[str, Widget] = {}
    canvas = new_canvas(size)
    magenta = canvas.surface.map_rgb((255, 0, 255)) & 0xFFFFFF
    cameras = (HOME, HOME.changed(turn=-130.0, tilt=65.0, zoom=1.7), HOME.changed(turn=100.0, tilt=12.0))
    for camera in cameras:
        for position in (0.04, 2.12, 2.25, 2.42, 2.5, 2.7, 2.78, 2.86, 2.95, 99.0):
            shown = stacked(scenarios()[name], position, rise, camera=camera)
            now = window(shown, size)
            stage = Rect(0, 0, *size) if now.first.stack is None else now.first.stack.clip
            for widget in now.widgets:
                if not isinstance(widget, OURS) or looked_at.get(widget.name) == widget:
                    continue
                looked_at[widget.name] = widget
                canvas.surface.fill((255, 0, 255))
                canvas.surface.set_clip(stage)  # what leaves the stage is cut off
                widget.draw(canvas)
                canvas.surface.set_clip(None)
                drawn = colours(canvas.surface) != magenta
                rect = widget.rect
                drawn[max(0, rect.x) : max(0, rect.right), max(0, rect.y) : max(0, rect.bottom)] = False
                if drawn.any():
                    wrong[widget.name] = f"at {position}, {camera}: {np.argwhere(drawn)[0]} outside {tuple(rect)}"
    assert not wrong
