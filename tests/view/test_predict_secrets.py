"""Predict leaks nothing: what is drawn, explained and copied does not depend on what is to be predicted.

For values that is shown by changing them: an output map with other numbers in all cells that are not told yet must
give the very same window. For the next patch and for the size, by pictures and texts that tell neither.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from game.core.scenario import startup
from game.input.intent import Cell, Control, GridName, Target
from game.input.mode_intents import Question, TogglePredict
from game.input.walk_intents import NextStop, Play, StepForward
from game.input.window_intents import Tick
from game.session.answers import answer_value
from game.session.predict import is_hidden, position_shown, secrecy_of
from game.session.reduce import reduce
from game.ui.geometry import Rect
from game.ui.themes import THEMES
from game.words.numbers import number
from tests.picture import side_of, window

from .predicting import (
    FRACTIONS,
    HOVERS,
    INTEGERS,
    MODES,
    SIZE,
    asking,
    copied,
    drawn,
    otherwise,
    region,
    same,
    with_interface,
)


@pytest.mark.parametrize("fraction", FRACTIONS)
@pytest.mark.parametrize("theme", THEMES)
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
    playing = reduce(reduce(asked, NextStop()), Play())
    for _ in range(40):
        playing = reduce(playing, Tick(0.03))
        if is_hidden(playing):
            same(playing, otherwise(playing))


def test_the_change_of_values_would_be_seen_without_predict() -> None:
    told = reduce(asking(Question.VALUE, 5.95), TogglePredict())
    changed = told.changed(result=otherwise(asking(Question.VALUE, 5.95)).result)
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
    told = reduce(reduce(reduce(asked, NextStop()), Tick(5.0)), StepForward())
    _, texts, _ = drawn(reduce(told, Tick(5.0)))
    assert any(number(answer_value(asked), 2) in words for words in texts)


@pytest.mark.parametrize("question", [Question.VALUE, Question.PATCH])
@pytest.mark.parametrize("fraction", FRACTIONS)
def test_the_board_of_the_output_holds_told_cells_only(question: Question, fraction: float) -> None:
    asked = asking(question, 5 + fraction)
    known = secrecy_of(asked).known
    board, other = (side_of(each).boards.output for each in (asked, otherwise(asked)))
    assert board == other.changed(values=board.values, widest=board.widest)
    assert (board.widest == other.widest).all()
    assert (board.grid == other.grid).all()
    assert (board.grid.ravel()[:known] == asked.result.output.ravel()[:known]).all()
    assert not board.grid.ravel()[known:].any()


def test_a_board_of_secret_size_has_no_values_and_tells_no_size() -> None:
    board = side_of(asking(Question.SIZE, 7.3)).boards.output
    assert board.values is None
    assert board.size == (0, 0)
    with pytest.raises(ValueError, match="secret"):
        _ = board.grid


@pytest.mark.parametrize("question", [Question.VALUE, Question.PATCH])
@pytest.mark.parametrize("fraction", [0.1, 0.65, 0.95])
def test_copying_the_output_gives_told_cells_only(
    question: Question, fraction: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = with_interface(asking(question, 5 + fraction), hover=Cell(GridName.OUTPUT, 0, 0))
    cells = copied(asked, monkeypatch).replace("\n", "\t").split("\t")
    assert "?" not in cells[:5]
    assert cells[5:] == ["?"] * 11
    told = reduce(asked, NextStop())
    cells = copied(told, monkeypatch).replace("\n", "\t").split("\t")
    assert cells.count("?") == (10 if question is Question.VALUE and fraction >= 0.65 else 11)


def test_copying_shows_neither_the_products_of_a_secret_patch_nor_a_secret_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    patch = with_interface(asking(Question.PATCH, 5.65), hover=Cell(GridName.PRODUCTS, 0, 0))
    assert set(copied(patch, monkeypatch).replace("\n", "\t").split("\t")) == {"?"}
    size = with_interface(asking(Question.SIZE, 0.0), hover=Cell(GridName.OUTPUT, 0, 0))
    assert copied(size, monkeypatch) == "?"


@pytest.mark.parametrize("hover", [hover for hover in HOVERS if not isinstance(hover, Control)], ids=str)
def test_no_place_of_the_kernel_is_seen_while_pixels_are_asked_for(hover: Target | None) -> None:
    first, texts, picture = drawn(with_interface(asking(Question.PATCH, 5.0), hover=None))
    for position in (5.3, 5.65, 5.95, 9.1, 14.7):
        asked = with_interface(asking(Question.PATCH, position), hover=hover)
        found, other_texts, other = drawn(asked)
        moment = found.first.moment
        assert (moment.cell, moment.patch, moment.products) == (None, None, None)
        assert not {"card", "patch"} & {widget.name for widget in found.widgets}
        assert not [words for words in other_texts if "covers" in words or "now " in words]
        assert found.first.card == Rect(0, 0, 0, 0)
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
    asked = reduce(with_interface(asking(Question.SIZE, 7.3), **mode), Tick(0.0))
    for hover in HOVERS:
        found, texts, _ = drawn(with_interface(asked, hover=hover))
        texts = [words.replace("1\xa0–\xa016", "") for words in texts]  # how many filters there may be
        assert not [words for words in texts if re.search(r"4 × 4|16|3\.5|3 \+ 1|feeds|meets \d|Left over", words)]
        names = {widget.name for widget in found.widgets}
        assert not names & {"ticks", "making", "patch frame", "fed frame", "marks feeds", "marks meets"}
        assert not found.places.output.pitch, "there is a cell to point at"
    _, texts, _ = drawn(reduce(asked, TogglePredict()))
    assert [words for words in texts if words == "4 × 4"]


def test_the_places_of_the_grids_do_not_tell_the_size() -> None:
    outer = [asking(Question.SIZE, 0.0, startup().varied(stride=(stride, stride))) for stride in (1, 2, 5)]
    places = [window(asked, SIZE).places for asked in outer]
    assert places[0] == places[1] == places[2]
    blanks = [next(one.rect for one in window(asked, SIZE).widgets if one.name == "grid output") for asked in outer]
    assert len(set(blanks)) == 1


def test_while_the_size_is_asked_the_picture_is_the_one_of_the_start() -> None:
    asked = asking(Question.SIZE, 7.3)
    assert position_shown(asked) == 0
    assert window(asked, SIZE).first.moment.step == 0


def test_the_scale_of_the_shades_is_the_kernels_and_no_lock_changes_it() -> None:
    for lock in (None, 0.5):
        asked = with_interface(asking(Question.VALUE, 5.65), lock=lock)
        found, texts, _ = drawn(asked)
        assert number(float(startup().kernel.sum()), 2) in texts
        assert found.named("lock") is None
