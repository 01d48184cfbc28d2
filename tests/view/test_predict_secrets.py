"""Predict leaks nothing: what is drawn, explained and copied does not depend on what is to be predicted.

For values that is shown by changing them: an output map with other numbers in all cells that are not told yet must
give the very same window. For the next patch and for the size, by pictures and texts that tell neither.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pygame
import pytest

from game.core.grid import frozen
from game.core.result import Result
from game.core.scenario import Scenario, startup
from game.input import intents
from game.input.intents import Question
from game.input.targets import CardBorder, Cell, Control, GridName, Target
from game.session.predict import answer_value, is_hidden, position_shown, secrecy_of
from game.session.reduce import reduce
from game.session.state import State
from game.shell import documents
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.view.compositor import Compositor
from game.view.window import Window
from game.words.numbers import number
from tests.picture import new_canvas, pixels, scenarios, state, window

SIZE = (1366, 768)
FRACTIONS = (0.0, 0.1, 0.25, 0.42, 0.65, 0.78, 0.9, 0.95, 0.999)
"""Positions in every phase, and at the stops."""
INTEGERS = scenarios()["integers"]
HOVERS: tuple[Target | None, ...] = (
    None,
    Cell(GridName.OUTPUT, 1, 1),
    Cell(GridName.OUTPUT, 2, 3),
    Cell(GridName.PRODUCTS, 1, 1),
    Cell(GridName.KERNEL, 0, 0),
    Cell(GridName.IMAGE, 2, 2),
    Cell(GridName.IMAGE, -1, -1),
    CardBorder(),
    *(Control(name) for name in ("scrubber", "step forward", "play", "predict", "shade 2", "ask size", "stride")),
)
MODES: tuple[dict[str, Any], ...] = (
    {},
    {"sheet": "help"},
    {"popup": "menu"},
    {"popup": "kernel"},
    {"lock": 1.0},
    {"cursor": Cell(GridName.OUTPUT, 1, 1)},
    {"rail_open": True},
)


def asking(question: Question, position: float, shown: Scenario | None = None, **settings: Any) -> State:
    """Return a state with an open question, paused at a position."""
    asked = state(shown or startup(), position, settings=settings)
    for intent in (intents.TogglePredict(), intents.ChooseQuestion(question)):
        asked = reduce(asked, intent)
    return asked


def with_interface(shown: State, **interface: Any) -> State:
    """Return the state with other values for some fields of the interface."""
    return replace(shown, interface=replace(shown.interface, **interface))


def otherwise(shown: State) -> State:
    """Return the state with other values in every output cell that may not be told."""
    known = secrecy_of(shown).known
    values = shown.result.output.copy().ravel()
    values[known:] = values[known:] * 0.37 - 1.3
    changed = frozen(values.reshape(shown.result.output.shape))
    return replace(shown, result=Result(shown.result.scenario, changed))


class Writing(Canvas):
    """Draws, and notes every text that is written; ready pieces that were made for parts are drawn anew."""

    lines: list[str]

    def onto(self, surface: pygame.Surface) -> Canvas:
        """Return plain tools for another surface: what is made ready there need not be seen."""
        return Canvas(surface, self.theme, self.type, self.cache)

    def text(self, text: str, *place: Any, **more: Any) -> int:
        """Note the text, and draw it."""
        self.lines.append(text)
        return super().text(text, *place, **more)


def drawn(shown: State, size: tuple[int, int] = SIZE) -> tuple[Window, list[str], np.ndarray[Any, Any]]:
    """Return the window of a state with its bubble, all that is written in it, and its picture."""
    found = window(shown, size, explain=True)
    plain = new_canvas(size, shown.settings.theme)
    canvas = Writing(plain.surface, plain.theme, plain.type, SurfaceCache(), [])
    Compositor().draw(canvas, found.widgets)
    tooltips = [widget.tooltip for widget in found.widgets]
    return found, [*canvas.lines, *tooltips], pixels(canvas.surface)


def without_shades(found: Window, picture: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return the picture with the swatches blackened: one of them is the answer, and which one nobody can see."""
    for widget in found.widgets:
        if widget.name.startswith("shade "):
            x, y, w, h = widget.rect
            picture[y : y + h, x : x + w] = 0
    return picture


def same(first: State, second: State) -> None:
    """Hold two states to look the same but for the swatches."""
    found, texts, picture = drawn(first)
    other, other_texts, other_picture = drawn(second)
    assert [widget.name for widget in found.widgets] == [widget.name for widget in other.widgets]
    assert texts == other_texts
    apart = without_shades(found, picture) != without_shades(other, other_picture)
    assert not apart.any(), np.argwhere(apart)[:3].tolist()


@pytest.mark.parametrize("fraction", FRACTIONS)
@pytest.mark.parametrize("theme", ["night", "daylight"])
def test_no_value_is_seen_in_any_phase(fraction: float, theme: str) -> None:
    for shown in (startup(), INTEGERS):
        asked = asking(Question.VALUE, 5 + fraction, shown, theme=theme)
        assert is_hidden(asked)
        same(asked, otherwise(asked))


@pytest.mark.parametrize("fraction", [0.42, 0.65, 0.95])
@pytest.mark.parametrize("hover", HOVERS, ids=str)
def test_no_value_is_seen_whatever_is_pointed_at(fraction: float, hover: Target | None) -> None:
    asked = with_interface(asking(Question.VALUE, 5 + fraction), hover=hover)
    same(asked, otherwise(asked))


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_no_value_is_seen_in_any_mode(mode: dict[str, Any]) -> None:
    for fraction in (0.65, 0.95):
        asked = with_interface(asking(Question.VALUE, 5 + fraction), **mode)
        same(asked, otherwise(asked))


@pytest.mark.parametrize("reduced_motion", [False, True])
@pytest.mark.parametrize("speed", [2, 5, 6])
def test_no_value_is_seen_while_it_plays(speed: int, reduced_motion: bool) -> None:
    asked = asking(Question.VALUE, 5.0, speed=speed, reduced_motion=reduced_motion)
    playing = reduce(reduce(asked, intents.NextStop()), intents.Play())
    for _ in range(40):
        playing = reduce(playing, intents.Tick(0.03))
        if is_hidden(playing):
            same(playing, otherwise(playing))


def test_the_change_of_values_would_be_seen_without_predict() -> None:
    told = reduce(asking(Question.VALUE, 5.95), intents.TogglePredict())
    changed = replace(told, result=otherwise(asking(Question.VALUE, 5.95)).result)
    with pytest.raises(AssertionError):
        same(told, changed)


@pytest.mark.parametrize("fraction", FRACTIONS)
def test_the_text_of_the_value_stands_nowhere(fraction: float) -> None:
    asked = asking(Question.VALUE, 5 + fraction)
    if fraction == 0.0:
        asked = asking(Question.VALUE, 6.0)
    value = answer_value(asked)
    for hover in HOVERS:
        _, texts, _ = drawn(with_interface(asked, hover=hover))
        for words in texts:
            assert number(value, 2) not in words
            assert f"{value:.4f}" not in words
        assert "?" in texts


def test_the_text_of_the_value_stands_there_once_it_is_told() -> None:
    asked = asking(Question.VALUE, 5.65)
    told = reduce(reduce(reduce(asked, intents.NextStop()), intents.Tick(5.0)), intents.StepForward())
    _, texts, _ = drawn(reduce(told, intents.Tick(5.0)))
    assert any(number(answer_value(asked), 2) in words for words in texts)


def copied(shown: State, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what Copy puts on the clipboard."""
    texts: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", texts.append)
    documents.copy(shown, window(shown, SIZE).moment.products)
    return texts[-1]


@pytest.mark.parametrize("question", [Question.VALUE, Question.PATCH])
@pytest.mark.parametrize("fraction", [0.1, 0.65, 0.95])
def test_copying_the_output_gives_told_cells_only(
    question: Question, fraction: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = with_interface(asking(question, 5 + fraction), hover=Cell(GridName.OUTPUT, 0, 0))
    cells = copied(asked, monkeypatch).replace("\n", "\t").split("\t")
    assert "?" not in cells[:5]
    assert cells[5:] == ["?"] * 11
    told = reduce(asked, intents.NextStop())
    cells = copied(told, monkeypatch).replace("\n", "\t").split("\t")
    assert cells.count("?") == (10 if question is Question.VALUE and fraction >= 0.65 else 11)


def test_copying_shows_neither_the_products_of_a_secret_patch_nor_a_secret_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    patch = with_interface(asking(Question.PATCH, 5.65), hover=Cell(GridName.PRODUCTS, 0, 0))
    assert set(copied(patch, monkeypatch).replace("\n", "\t").split("\t")) == {"?"}
    size = with_interface(asking(Question.SIZE, 0.0), hover=Cell(GridName.OUTPUT, 0, 0))
    assert copied(size, monkeypatch) == "?"


def region(picture: np.ndarray[Any, Any], rect: Rect) -> np.ndarray[Any, Any]:
    """Return a part of a picture."""
    return picture[rect.y : rect.bottom, rect.x : rect.right]


@pytest.mark.parametrize("hover", [hover for hover in HOVERS if not isinstance(hover, Control)], ids=str)
def test_no_place_of_the_kernel_is_seen_while_pixels_are_asked_for(hover: Target | None) -> None:
    first, texts, picture = drawn(with_interface(asking(Question.PATCH, 5.0), hover=None))
    for position in (5.3, 5.65, 5.95, 9.1, 14.7):
        asked = with_interface(asking(Question.PATCH, position), hover=hover)
        found, other_texts, other = drawn(asked)
        moment = found.moment
        assert (moment.cell, moment.patch, moment.products) == (None, None, None)
        assert not {"card", "patch"} & {widget.name for widget in found.widgets}
        assert not [words for words in other_texts if "covers" in words or "now " in words]
        assert found.card == Rect(0, 0, 0, 0)
        if hover is None:
            for place in (first.places.image, first.places.kernel, first.places.products):
                assert (region(picture, place.rect) == region(other, place.rect)).all()
            dot = next(widget.rect for widget in found.widgets if widget.name == "dot ground")
            assert (region(picture, dot) == region(other, dot)).all()
    assert texts


def test_the_links_of_another_cell_do_not_show_its_patch_while_pixels_are_asked_for() -> None:
    for hover in HOVERS:
        found, _, _ = drawn(with_interface(asking(Question.PATCH, 5.0), hover=hover))
        names = {widget.name for widget in found.widgets}
        assert not names & {"patch frame", "fed frame", "marks feeds", "marks meets", "marks weight over"}


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_no_size_is_seen_while_it_is_asked_for(mode: dict[str, Any]) -> None:
    asked = reduce(with_interface(asking(Question.SIZE, 7.3), **mode), intents.Tick(0.0))
    for hover in HOVERS:
        found, texts, _ = drawn(with_interface(asked, hover=hover))
        assert not [words for words in texts if re.search(r"4 × 4|16|3\.5|3 \+ 1|feeds|meets \d|Left over", words)]
        names = {widget.name for widget in found.widgets}
        assert not names & {"ticks", "making", "patch frame", "fed frame", "marks feeds", "marks meets"}
        assert not found.places.output.pitch, "there is a cell to point at"
    _, texts, _ = drawn(reduce(asked, intents.TogglePredict()))
    assert [words for words in texts if words == "4 × 4"]


def test_the_places_of_the_grids_do_not_tell_the_size() -> None:
    outer = [asking(Question.SIZE, 0.0, startup().with_stride((stride, stride))) for stride in (1, 2, 5)]
    places = [window(asked, SIZE).places for asked in outer]
    assert places[0] == places[1] == places[2]
    blanks = [next(one.rect for one in window(asked, SIZE).widgets if one.name == "grid output") for asked in outer]
    assert len(set(blanks)) == 1


def test_while_the_size_is_asked_the_picture_is_the_one_of_the_start() -> None:
    asked = asking(Question.SIZE, 7.3)
    assert position_shown(asked) == 0
    assert window(asked, SIZE).moment.step == 0


def test_the_scale_of_the_shades_is_the_kernels_and_no_lock_changes_it() -> None:
    for lock in (None, 0.5):
        asked = with_interface(asking(Question.VALUE, 5.65), lock=lock)
        found, texts, _ = drawn(asked)
        assert number(float(startup().kernel.sum()), 2) in texts
        assert found.named("lock") is None
