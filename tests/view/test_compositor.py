"""Drawing only what has changed gives the same picture as drawing everything, and nothing when nothing changed."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.core import images, kernels
from game.input.intent import Cell
from game.input.interface_intents import ToggleLock
from game.input.mode_intents import FocusSide, StartPresent, SwapSides, ToggleCompare, ToggleSharedScale
from game.input.scenario_intents import ChooseImage, ChooseKernel, NewSeed, Paint, SetQuantity, Undo
from game.input.walk_intents import Faster, Slower, StepBack, StepForward
from game.input.window_intents import NextTheme, ToggleReducedMotion
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.themes import THEMES, theme_of
from game.ui.widgets.base import Widget
from game.view.builder import Builder
from game.view.compositor import Compositor, paint
from tests.picture import forget_pieces, new_canvas, pixels, scenarios, state, typeface, window
from tests.shell.hands import Person

FRAMES = 320
SIZES = ((840, 560), (600, 400), (900, 600), (520, 740), (400, 300))


class Screen:
    """A person's window, drawn by changes; `check` compares it with one that is drawn whole."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.compositor = Compositor()
        self.cache = SurfaceCache(4 * 1024 * 1024)  # so small that pieces go and come back

    def draw(self) -> list[Rect]:
        """Bring the display up to date."""
        return self.compositor.draw(self._canvas(), self.person.controller.built().widgets)

    def _canvas(self) -> Canvas:
        settings = self.person.state.settings
        theme = theme_of(settings.theme, settings.palette)
        return Canvas(self.person.display.surface, theme, typeface(), self.cache)

    def difference(self) -> str:
        """Return "" when the picture is the one that building and drawing everything gives, else what differs where."""
        controller = self.person.controller
        widgets = Builder().window(controller.frame(), controller._documents.offers).widgets
        settings = self.person.state.settings
        forget_pieces()  # a piece that was mended wrongly would be the same here
        whole = new_canvas(self.person.display.surface.get_size(), settings.theme, settings.palette)
        paint(whole, widgets, [Rect(0, 0, *whole.surface.get_size())])
        wrong = (colours(whole.surface) != colours(self.person.display.surface)).T
        if not wrong.any():
            return ""
        rows, columns = np.nonzero(wrong)
        area = Rect(int(columns.min()), int(rows.min()), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1)
        near = [widget.name for widget in widgets if widget.visible.meets(area)]
        return f"{len(rows)} pixels in {tuple(area)}, near {near}"


def colours(surface: pygame.Surface) -> NDArray[np.uint32]:
    """Return a surface's colours, one number each, shape (width, height)."""
    found: NDArray[np.uint32] = pygame.surfarray.array2d(surface).astype(np.uint32)
    return np.bitwise_and(found, np.uint32(0xFFFFFF))


def deeds(chance: random.Random, person: Person) -> list[Callable[[], object]]:
    """Return what a person may do next."""
    width, height = person.display.surface.get_size()
    at = (chance.uniform(0, width), chance.uniform(0, height))
    there = (chance.uniform(0, width), chance.uniform(0, height))
    dispatch = person.controller.dispatch
    waits = [lambda: person.waits(chance.choice((0.05, 0.1, 0.25, 0.45)))] * 4
    hands: list[Callable[[], object]] = [
        lambda: person.moves(at),
        lambda: person.clicks(at),
        lambda: person.drags(at, there),
        lambda: person.presses(at),
        lambda: person.releases(at),
        lambda: person.clicks(at, touch=True),
        lambda: person.turns(at, chance.choice((-2, 1, 3))),
        lambda: person.keys(chance.choice(("Tab", "Shift+Tab", "Enter", "Escape", "Space", "Down", "F1", "Home"))),
        lambda: person.types(chance.choice(("1", "-2", "0.5", "?"))),
        lambda: person.moves(_a_cell(chance, person)),
        lambda: person.set(cursor=_a_cell(chance, person)),
    ]
    window_deeds: list[Callable[[], object]] = [
        lambda: person.resizes(chance.choice(SIZES)),
        lambda: dispatch((NextTheme(),)),
        lambda: person.set(popup=chance.choice(("image", "kernel", "view", "menu", None)), sheet=None),
        lambda: person.set(sheet=chance.choice(("help", "open", None)), popup=None),
        lambda: person.set(rail_open=chance.choice((True, False))),
        lambda: person.controller.complain(f"Something is wrong, number {chance.randrange(5)}."),
        lambda: person.keys(chance.choice(("Ctrl++", "Ctrl+-", "Ctrl+0"))),
    ]
    scenario_deeds: list[Callable[[], object]] = [
        lambda: dispatch((chance.choice((StepForward(), StepBack(), Faster(), Slower(), NewSeed(), Undo())),)),
        lambda: dispatch((ChooseImage(chance.choice(images.NAMES)), ToggleLock())),
        lambda: dispatch((ChooseKernel(chance.choice(kernels.NAMES)), ToggleReducedMotion())),
        lambda: dispatch((ToggleCompare(), SetQuantity("stride", None, chance.randrange(1, 5)))),
        lambda: dispatch((chance.choice((FocusSide(), SwapSides(), ToggleSharedScale(), StartPresent())),)),
    ]
    return [*waits, *hands, *hands, *window_deeds, *scenario_deeds]


def _a_cell(chance: random.Random, person: Person) -> Cell:
    part = chance.choice(person.window.sides)
    grid, place = chance.choice([one for one in part.grids() if one[1].pitch])
    row, column = chance.randrange(place.rows), chance.randrange(place.columns)
    return Cell(grid, place.first[0] + row, place.first[1] + column, part.side)


def test_drawing_what_changed_gives_the_same_picture_as_drawing_everything() -> None:
    chance = random.Random(20240607)
    person = Person(size=SIZES[0], position=3.4, playing=True)
    screen = Screen(person)
    screen.draw()
    for number in range(FRAMES):
        deed = chance.choice(deeds(chance, person))
        deed()
        screen.draw()
        wrong = screen.difference()
        assert not wrong, f"frame {number}, {deed.__code__.co_names}, {person.state.interface}: {wrong}"


@pytest.mark.parametrize("position", [0.0, 2.25, 2.5, 2.62, 2.75, 2.95, 16.0])
def test_pixels_that_are_painted_under_the_kernel_and_elsewhere_are_drawn(position: float) -> None:
    chance = random.Random(7)
    person = Person(size=(900, 620), position=position, playing=False)
    screen = Screen(person)
    screen.draw()
    for _ in range(24):
        cell = chance.randrange(8), chance.randrange(8)
        person.controller.dispatch((Paint((cell,), chance.choice((0.0, 0.5, 1.0))),))
        screen.draw()
        wrong = screen.difference()
        assert not wrong, f"{cell}: {wrong}"


def test_the_walk_alone_is_drawn_as_it_is() -> None:
    person = Person(size=(900, 620), position=2.9, playing=True)
    screen = Screen(person)
    screen.draw()
    for _ in range(30):
        person.waits(0.09)
        assert screen.draw()
        assert not screen.difference()


@pytest.mark.parametrize("playing", [False, True])
def test_nothing_is_drawn_when_nothing_has_changed(playing: bool) -> None:
    person = Person(playing=playing, position=4.4)
    screen = Screen(person)
    assert screen.draw() == [Rect(0, 0, 1366, 768)]
    assert screen.draw() == []
    person.moves((3.0, 400.0))
    screen.draw()
    person.moves((4.0, 401.0))
    assert screen.draw() == [], "the pointer moved over nothing"


def test_what_is_drawn_is_small_while_the_walk_plays() -> None:
    person = Person(size=(1920, 1080), position=2.9, playing=True)
    screen = Screen(person)
    screen.draw()
    person.waits(0.02)
    drawn = sum(rect.w * rect.h for rect in screen.draw())
    assert 0 < drawn < 0.5 * 1920 * 1080


def test_rectangles_that_are_presented_do_not_meet() -> None:
    person = Person(position=5.7, playing=True)
    screen = Screen(person)
    screen.draw()
    for _ in range(20):
        person.waits(0.1)
        rects = screen.draw()
        assert not [(a, b) for a in rects for b in rects if a is not b and a.meets(b)]


def test_everything_is_drawn_again_after_the_surface_was_lost() -> None:
    person = Person()
    screen = Screen(person)
    screen.draw()
    person.display.surface.fill((255, 0, 255))
    screen.compositor.forget()
    screen.draw()
    assert not screen.difference()


@pytest.mark.parametrize("name", ["stride 4, kernel 2", "64 x 64, kernel 15, padding 8"])
def test_a_picture_does_not_depend_on_what_was_drawn_before_it(name: str) -> None:
    cache = SurfaceCache()
    for width, scale in ((700, 100), (704, 104), (710, 108), (900, 84), (640, 125), (705, 112), (716, 100), (730, 96)):
        size = (width, width * 2 // 3 + scale % 7)
        shown = window(state(scenarios()[name], 2.4, settings={"scale": scale}), size)
        assert looks(shown.widgets, size, cache) == looks(shown.widgets, size, SurfaceCache()), size


def test_a_slider_does_not_depend_on_others_that_were_drawn_before_it() -> None:
    size, cache = (1366, 768), SurfaceCache()
    slider = next(widget for widget in window(state(), size).widgets if widget.name == "kernel size")
    for unit in (0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        other = slider.changed(unit=unit)
        assert looks((other,), size, cache) == looks((other,), size, SurfaceCache()), unit


def looks(widgets: tuple[Widget, ...], size: tuple[int, int], store: SurfaceCache) -> bytes:
    canvas = Canvas(new_canvas(size).surface, theme_of("night", "standard"), typeface(), store)
    paint(canvas, widgets, [Rect(0, 0, *size)])
    return colours(canvas.surface).tobytes()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(240, 180), (640, 480), (1080, 1920), (3840, 2160)])
def test_every_size_is_drawn_in_every_theme(theme: str, size: tuple[int, int]) -> None:
    canvas = new_canvas(size, theme)
    made = window(state(position=5.7, settings={"theme": theme}), size)
    paint(canvas, made.widgets, [Rect(0, 0, *size)])
    assert len(np.unique(pixels(canvas.surface).reshape(-1, 3)[::7], axis=0)) > 10


@pytest.mark.parametrize("name", ["start-up", "kernel 15", "dilated", "wide numbers"])
@pytest.mark.parametrize("size", [(840, 560), (520, 740)])
def test_no_widget_draws_outside_its_own_rectangle(name: str, size: tuple[int, int]) -> None:
    wrong: dict[str, str] = {}
    looked_at: dict[str, Widget] = {}
    canvas = new_canvas(size)
    magenta = canvas.surface.map_rgb((255, 0, 255)) & 0xFFFFFF
    for position in (0.04, 2.12, 2.25, 2.5, 2.7, 2.78, 2.86, 2.95, 99.0):
        for widget in window(state(scenarios()[name], position), size).widgets:
            if looked_at.get(widget.name) == widget:
                continue
            looked_at[widget.name] = widget
            canvas.surface.fill((255, 0, 255))
            widget.draw(canvas)
            drawn = colours(canvas.surface) != magenta
            x, y, right, bottom = *widget.rect[:2], widget.rect.right, widget.rect.bottom
            drawn[max(0, x) : max(0, right), max(0, y) : max(0, bottom)] = False
            if drawn.any():
                wrong[widget.name] = f"at {position}: {np.argwhere(drawn)[0]} outside {tuple(widget.rect)}"
    assert not wrong
