"""What is made ready of a picture is copied where it is what is to be shown, and never where it is not."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pygame
import pytest

from game.core.scenario import Scenario, startup
from game.input.window_intents import NextTheme, Tick
from game.session.reduce import reduce
from game.shell.foresight import Foresight
from game.ui.geometry import Rect
from game.ui.themes import Colour, theme_of
from game.ui.typeface import Typeface
from game.view.builder import Builder
from game.view.compositor import paint
from game.view.prepared import Prepared
from tests.bench.layered import of_layer
from tests.networks import digit_reader, four_layers
from tests.picture import forget_pieces, new_canvas
from tests.view.test_compositor import colours, deeds

from .hands import Person

FRAME = 1 / 60
SCENES: dict[str, Callable[[], Scenario]] = {
    "one kernel": startup,
    "four filters": lambda: of_layer(6, 3, 2, 4),
    "a reader's last layer": lambda: digit_reader(2),
    "the third of four": lambda: four_layers(2),
}


class Screen:
    """A person's window, drawn as the loop draws it, with what is made ready in between."""

    def __init__(self, person: Person) -> None:
        self.person, self.painter = person, person.controller._painter
        self.foresight = Foresight(person.controller, self.painter)

    def frame(self) -> None:
        """Let a frame pass, and what it leaves over."""
        self.passes()
        if self.person.controller.at_rest:
            self.foresight.go_on(FRAME)

    def passes(self) -> None:
        """Let a frame pass."""
        self.person.now += FRAME
        self.person.controller.pass_time(FRAME, self.person.now)
        self.painter.draw(self.person.state, self.person.controller.built())

    def differs(self) -> bool:
        """Tell whether the display shows anything else than a window that is built and drawn whole."""
        controller, settings = self.person.controller, self.person.state.settings
        widgets = Builder().window(controller.frame(), controller._documents.offers).widgets
        whole = new_canvas(self.person.display.surface.get_size(), settings.theme, settings.palette)
        paint(whole, widgets, [Rect(0, 0, *whole.surface.get_size())])
        return bool((colours(whole.surface) != colours(self.person.display.surface)).any())


@pytest.fixture(name="copies")
def _copies(monkeypatch: pytest.MonkeyPatch) -> list[pygame.Rect]:
    """Return the parts that are copied, as they come."""
    found: list[pygame.Rect] = []
    copied = Prepared.copied

    def noted(self: Prepared, surface: pygame.Surface, part: pygame.Rect, widgets: list[object]) -> bool:
        done = copied(self, surface, part, widgets)  # type: ignore[arg-type]  # on its way
        found.extend([part] if done else [])
        return done

    monkeypatch.setattr(Prepared, "copied", noted)
    return found


@pytest.mark.parametrize("scene", SCENES)
def test_a_walk_shows_the_same_with_it_and_parts_are_copied(scene: str, copies: list[pygame.Rect]) -> None:
    screen = Screen(Person(SCENES[scene](), position=1.0, playing=True))
    for number in range(300):
        screen.frame()
        forget_pieces()
        assert not screen.differs(), number
    assert len(copies) >= 12


@pytest.mark.parametrize("scene", SCENES)
def test_whatever_hands_do_in_between_nothing_else_is_shown(scene: str) -> None:
    chance = random.Random(scene)
    person = Person(SCENES[scene](), position=1.0, playing=True)
    screen = Screen(person)
    for number in range(240):
        if number % 30 == 29:
            chance.choice(deeds(chance, person))()
            walk = person.state.playback
            if not walk.playing and walk.position < person.state.steps:
                person.keys("Space")
        screen.frame()
        assert not screen.differs(), number


def near_a_turn(copies: list[pygame.Rect]) -> tuple[Screen, list[pygame.Rect]]:
    """Return a window in the frame before another phase begins, all of which is ready."""
    screen = Screen(Person(digit_reader(2), position=6.36, playing=True))
    while reduce(screen.person.state, Tick(FRAME)).playback.position < 6.45:
        screen.frame()
    copies.clear()
    return screen, copies


def test_most_of_a_turn_is_copied(copies: list[pygame.Rect]) -> None:
    screen, copied = near_a_turn(copies)
    screen.frame()
    assert screen.person.state.playback.position >= 6.45
    assert len(copied) >= 3


@pytest.mark.parametrize("other", ["theme", "size"])
def test_nothing_is_copied_where_all_looks_other(other: str, copies: list[pygame.Rect]) -> None:
    screen, copied = near_a_turn(copies)
    if other == "theme":
        screen.person.controller.dispatch((NextTheme(),))
    else:
        screen.person.resizes((900, 600))
    screen.frame()
    assert not copied
    assert not screen.differs()


def texts_at(begins: float, foreseen: bool, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many texts are rendered in the frame in which a phase of a step begins."""
    person = Person(digit_reader(2), position=begins - 0.04, playing=True)
    screen, texts = Screen(person), list[str]()
    while reduce(person.state, Tick(FRAME)).playback.position < begins:
        screen.frame() if foreseen else screen.passes()
    render = Typeface.render

    def rendered(self: Typeface, text: str, size: int, bold: bool, colour: Colour) -> pygame.Surface:
        texts.append(text)
        return render(self, text, size, bold, colour)

    with monkeypatch.context() as patch:
        patch.setattr(Typeface, "render", rendered)
        screen.passes()
    return len(texts)


def test_what_is_written_when_a_phase_begins_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    multiply = 6.3  # from which on pixels and weights are read
    assert texts_at(multiply, False, monkeypatch) > 8
    assert texts_at(multiply, True, monkeypatch) <= 2


def test_only_what_is_drawn_and_the_same_from_the_bottom_to_the_top_is_copied() -> None:
    person = Person()
    painter, window = person.controller._painter, person.controller.built()
    settings = person.state.settings
    theme = theme_of(settings.theme, settings.palette)
    button = window.named("play")
    assert button is not None
    part = button.rect
    ready = Prepared(painter.canvas(person.state), window.widgets, (part, Rect(0, 0, 40, 40)))
    assert ready.look == (theme, person.display.surface.get_size())
    rect = pygame.Rect(part)
    met = [widget for widget in window.widgets if widget.visible.meets(part)]
    onto = pygame.Surface(person.display.surface.get_size())
    assert not ready.copied(onto, rect, met)  # nothing is drawn yet
    assert ready.go_on(1)  # the last part first
    assert not ready.copied(onto, rect, met)
    assert not ready.go_on(1)
    assert not ready.copied(onto, rect.inflate(2, 0), met)
    assert not ready.copied(onto, rect, met[:-1])
    assert not ready.copied(onto, rect, met[::-1])
    assert not np.any(colours(onto))
    assert ready.copied(onto, rect, met)
    assert np.any(colours(onto))
