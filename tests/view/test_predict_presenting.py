"""Predict leaks nothing in Present either: pictures, texts and copies that differ in nothing but the secret are equal.

Next to the values these are pairs of scenarios which are alike in all that may be known. On an image of ones every
patch gives the same sum; so strides of 3, 4 and 5 differ only in where the kernel stands, and in what it leaves out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from game.core.scenario import Scenario, startup
from game.input.intent import CardBorder, Cell, Control, GridName, Target
from game.input.interface_intents import ToggleCoverage
from game.input.mode_intents import Question, TogglePredict
from game.input.walk_intents import NextStop
from game.session.answers import answer_value
from game.session.predict import coverage_shown, is_hidden
from game.session.reduce import reduce
from game.session.state import State
from game.ui.themes import THEMES
from game.view.lens import Lens
from game.view.making import BlankOutput
from game.words.numbers import number
from tests.picture import frame, picture, pixels, scenario, window

from .predicting import FRACTIONS, MODES, asking, copied, drawn, otherwise, region, same, with_interface

SMALL = (960, 540)
WIDE = (1366, 768)
LENS = scenario("noise", size=(16, 16), kernel="random signed", kernel_size=(5, 5))
SHOWN = {"numbers": startup(), "lens": LENS}
HOVERS: tuple[Target | None, ...] = (
    None,
    Cell(GridName.OUTPUT, 0, 0),
    Cell(GridName.OUTPUT, 1, 1),
    Cell(GridName.PRODUCTS, 1, 1),
    Cell(GridName.KERNEL, 0, 0),
    Cell(GridName.IMAGE, 2, 2),
    Cell(GridName.IMAGE, 5, 5),
    CardBorder(),
    *(Control(name) for name in ("lens", "shade 2", "ask size", "answer form", "check answer", "answer rows")),
)
STRIDES = (3, 4, 5)


def presenting(shown: State, **interface: Any) -> State:
    """Return the state in Present."""
    return with_interface(shown, presenting=True, **interface)


def ones(stride: int) -> Scenario:
    """Return an image on which all patches are alike: 2 × 2 output cells with any of the strides."""
    return scenario("ones", size=(8, 8), kernel_size=(3, 3), stride=(stride, stride))


def of_sizes() -> list[Scenario]:
    """Return scenarios whose outputs have different sizes, with the same patch in the first step."""
    return [scenario("ones", size=(12, 12), stride=(stride, stride)) for stride in (1, 2, 5)]


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("fraction", FRACTIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_no_value_is_seen_in_any_phase(theme: str, fraction: float, name: str) -> None:
    asked = presenting(asking(Question.VALUE, 5 + fraction, SHOWN[name], theme=theme))
    assert is_hidden(asked)
    assert any(isinstance(widget, Lens) for widget in window(asked, WIDE).widgets) == (name == "lens")
    same(asked, otherwise(asked), WIDE)


@pytest.mark.parametrize("hover", HOVERS, ids=str)
@pytest.mark.parametrize("name", SHOWN)
def test_no_value_is_seen_whatever_is_pointed_at(name: str, hover: Target | None) -> None:
    for fraction in (0.42, 0.95):
        asked = presenting(asking(Question.VALUE, 5 + fraction, SHOWN[name]), hover=hover)
        same(asked, otherwise(asked), SMALL)


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_no_value_is_seen_in_any_mode(mode: dict[str, Any]) -> None:
    for shown in SHOWN.values():
        asked = presenting(asking(Question.VALUE, 5.95, shown), **mode)
        same(asked, otherwise(asked), SMALL)


@pytest.mark.parametrize("turned", range(3))
def test_no_page_of_the_lens_has_the_value(turned: int) -> None:
    asked = presenting(asking(Question.VALUE, 5.65, LENS), lens=(5, turned))
    same(asked, otherwise(asked), SMALL)
    _, texts, _ = drawn(asked, SMALL)
    value = answer_value(asked)
    assert not [words for words in texts if number(value, 2) in words or f"{value:.4f}" in words]
    assert "?" in texts


def test_the_change_of_values_would_be_seen_without_predict() -> None:
    for shown in SHOWN.values():
        asked = presenting(asking(Question.VALUE, 5.95, shown))
        told, other = (reduce(one, TogglePredict()) for one in (asked, otherwise(asked)))
        with pytest.raises(AssertionError):
            same(told, other, SMALL)


def apart(first: State, second: State) -> bool:
    """Tell whether two windows differ anywhere: in Present in all of it, else where the grids and the walk are."""
    size = SMALL if first.interface.presenting else WIDE
    (found, texts, picture), (other, other_texts, other_picture) = drawn(first, size), drawn(second, size)
    if first.interface.presenting and not first.interface.rail_open:
        return texts != other_texts or not np.array_equal(picture, other_picture)
    layout = frame(first, size).layout
    places = (layout.stage, layout.dot, layout.transport)
    names = [[one.name for one in made.widgets if one.rect.x < layout.stage.right] for made in (found, other)]
    same_places = all(np.array_equal(region(picture, place), region(other_picture, place)) for place in places)
    return not same_places or names[0] != names[1]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("talk", [False, True], ids=["window", "present"])
@pytest.mark.parametrize("position", [0.0, 1.3, 2.65, 3.95])
def test_nothing_tells_where_the_kernel_stands(theme: str, talk: bool, position: float) -> None:
    states = [
        with_interface(asking(Question.PATCH, position, ones(stride), theme=theme), presenting=talk)
        for stride in STRIDES
    ]
    assert all(is_hidden(one) for one in states)
    assert not any(apart(one, other) for one, other in pairwise(states))
    told = [reduce(one, TogglePredict()) for one in states]
    assert position < 1 or all(apart(one, other) for one, other in pairwise(told))


@pytest.mark.parametrize("talk", [False, True], ids=["window", "present"])
@pytest.mark.parametrize("hover", HOVERS, ids=str)
def test_nothing_pointed_at_tells_where_the_kernel_stands(talk: bool, hover: Target | None) -> None:
    states = [
        with_interface(asking(Question.PATCH, 2.65, ones(stride)), presenting=talk, hover=hover) for stride in STRIDES
    ]
    assert not any(apart(one, other) for one, other in pairwise(states))


@pytest.mark.parametrize("talk", [False, True], ids=["window", "present"])
@pytest.mark.parametrize("mode", MODES, ids=str)
def test_no_mode_tells_where_the_kernel_stands(talk: bool, mode: dict[str, Any]) -> None:
    states = [with_interface(asking(Question.PATCH, 2.65, ones(stride)), presenting=talk, **mode) for stride in STRIDES]
    assert not any(apart(one, other) for one, other in pairwise(states))


@pytest.mark.parametrize("position", [0.0, 2.65, 3.3])
def test_the_foot_of_present_is_a_question_while_the_patch_is_secret(position: float) -> None:
    for shown in (ones(3), LENS):
        made = window(presenting(asking(Question.PATCH, position, shown)), WIDE)
        foot = next(widget for widget in made.widgets if widget.name in ("dot product", "lens"))
        assert ["".join(run.text for run in line) for line in foot.lines] == ["?"]  # type: ignore[attr-defined]


def test_no_picture_that_was_kept_from_before_the_question_tells_where_the_kernel_stands() -> None:
    for talk in (False, True):
        asked = with_interface(asking(Question.PATCH, 2.65, ones(5)), presenting=talk)
        picture(reduce(asked, TogglePredict()), SMALL)  # what is drawn there is kept ready
        assert np.array_equal(pixels(picture(asked, SMALL)), drawn(asked, SMALL)[2])


@pytest.mark.parametrize("talk", [False, True], ids=["window", "present"])
def test_the_map_is_one_blank_panel_while_its_size_is_asked_for(talk: bool) -> None:
    made = window(with_interface(asking(Question.SIZE, 7.3), presenting=talk), WIDE)
    assert isinstance(next(widget for widget in made.widgets if widget.name == "grid output"), BlankOutput)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("talk", [False, True], ids=["window", "present"])
def test_nothing_tells_the_size(theme: str, talk: bool) -> None:
    states = [with_interface(asking(Question.SIZE, 7.3, one, theme=theme), presenting=talk) for one in of_sizes()]
    assert not any(apart(one, other) for one, other in pairwise(states))
    told = [reduce(one, TogglePredict()) for one in states]
    assert all(apart(one, other) for one, other in pairwise(told))


@pytest.mark.parametrize("talk", [False, True], ids=["window", "present"])
@pytest.mark.parametrize("hover", HOVERS, ids=str)
def test_nothing_pointed_at_tells_the_size(talk: bool, hover: Target | None) -> None:
    states = [with_interface(asking(Question.SIZE, 0.0, one), presenting=talk, hover=hover) for one in of_sizes()]
    assert not any(apart(one, other) for one, other in pairwise(states))


@pytest.mark.parametrize("talk", [False, True], ids=["window", "present"])
@pytest.mark.parametrize("mode", MODES, ids=str)
def test_no_mode_tells_the_size(talk: bool, mode: dict[str, Any]) -> None:
    states = [with_interface(asking(Question.SIZE, 0.0, one), presenting=talk, **mode) for one in of_sizes()]
    assert not any(apart(one, other) for one, other in pairwise(states))


@pytest.mark.parametrize("grid", list(GridName))
@pytest.mark.parametrize("covered", [False, True])
def test_what_is_copied_tells_neither(grid: GridName, covered: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    hover = Cell(grid, 0, 0)
    for question, shown in ((Question.PATCH, [ones(stride) for stride in STRIDES]), (Question.SIZE, of_sizes())):
        states = [presenting(asking(question, 2.65, one), hover=hover, coverage=covered) for one in shown]
        assert len({copied(one, monkeypatch) for one in states}) == 1
    asked = presenting(asking(Question.VALUE, 5.95), hover=hover, coverage=covered)
    assert copied(asked, monkeypatch) == copied(otherwise(asked), monkeypatch)


@pytest.mark.parametrize("question", [Question.PATCH, Question.SIZE])
def test_coverage_gives_no_answer_and_says_so(question: Question) -> None:
    asked = asking(question, 2.65)
    refused = reduce(asked, ToggleCoverage())
    assert not refused.interface.coverage
    assert "answer" in refused.interface.toasts[-1].sentence
    before = asking(question, 2.65)
    before = with_interface(before, coverage=True)
    assert not coverage_shown(before)
    assert coverage_shown(reduce(before, NextStop())), "it comes back with the answer"
    assert not reduce(before, ToggleCoverage()).interface.coverage, "it can be switched off"
    assert reduce(asking(Question.VALUE, 2.65), ToggleCoverage()).interface.coverage


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("question", [Question.VALUE, Question.SIZE, Question.PATCH])
@pytest.mark.parametrize("stacked", [False, True])
def test_in_present_the_question_its_kinds_and_its_answers_are_the_largest_words(
    stacked: bool, question: Question, size: tuple[int, int]
) -> None:
    asked = presenting(asking(question, 5.65), stacked=stacked, rise=float(stacked))
    sizes = {widget.name: widget.size for widget in window(asked, size).widgets if hasattr(widget, "size")}
    largest = {"predict head", *(f"ask {kind.value}" for kind in Question), *(f"shade {n}" for n in range(1, 5))}
    asking_words = [found for name, found in sizes.items() if name in largest]
    others = [found for name, found in sizes.items() if name.startswith(("title", "size", "dot product", "lens"))]
    assert len(asking_words) == (8 if question is Question.VALUE else 4)
    assert min(asking_words) >= max(others)
