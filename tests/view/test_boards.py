"""A made-up board is made, told, copied and kept secret as any other, by its entry in the table and its words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, cast

import numpy as np
import pygame
import pytest

from game.core.result import Result
from game.files.grid_text import format_grid
from game.input.intent import Cell, GridName, Side
from game.input.mode_intents import ChooseQuestion, Question, ToggleCompare, TogglePredict
from game.input.scenario_intents import SetQuantity
from game.session.boards import BOARDS, Board, BoardKey, How, boards_of
from game.session.predict import Secrecy
from game.session.state import State, within
from game.shell.copying import copy
from game.view.bubbles import bubble_lines
from game.words.texts import TEXTS, text
from tests.picture import side_of, window
from tests.session.hands import after, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator


class MadeUp(Enum):
    """A grid that no window has."""

    SQUARES = "squares"


SQUARES = cast("GridName", MadeUp.SQUARES)


def _squares(key: BoardKey, result: Result, secrecy: Secrecy, how: How) -> Board:
    """Return the board of the squares of the output's values."""
    del how
    values = None if secrecy.size else result.output**2
    return Board(key, result.output.shape, (0, 0), values, result.output**2, decimals=1, magnitude=2.0)


@pytest.fixture(autouse=True)
def _made_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add the board, and its words."""
    monkeypatch.setitem(BOARDS, SQUARES, _squares)
    monkeypatch.setitem(TEXTS, "grid.squares", "squares")
    monkeypatch.setitem(TEXTS, "bubble.squares", "Square, row {row}, column {column}")
    boards_of.cache_clear()
    yield
    boards_of.cache_clear()


@pytest.fixture(name="clipboard")
def _clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what a clipboard in memory holds."""
    held: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", held.append)
    return held


def told_of(state: State, side: Side = Side.A) -> tuple[str, ...]:
    moment = window(state, (1366, 768)).of(side).moment
    return bubble_lines(side_of(state, side), moment, Cell(SQUARES, 0, 1, side))


def copied(state: State, side: Side = Side.A) -> str:
    """Copy the board; return what is announced."""
    pointed = within(state, "interface", cursor=Cell(SQUARES, 0, 0, side))
    return str(getattr(copy(pointed, window(state, (1366, 768)))[0], "sentence", ""))


def test_it_stands_among_the_boards_of_its_side() -> None:
    state = after(fresh(), ToggleCompare(), SetQuantity("stride", None, 1))
    for side, result in ((Side.A, state.result), (Side.B, state.compare.result)):
        board = side_of(state, side).boards.of(SQUARES)
        assert result is not None
        assert np.array_equal(board.grid, result.output**2)
        assert (board.key, board.decimals, board.magnitude) == (BoardKey(side, SQUARES), 1, 2.0)


def test_its_bubble_tells_its_numbers(clipboard: list[str]) -> None:
    state = fresh()
    value = float(state.result.output[0, 1]) ** 2
    lines = told_of(state)
    assert float(lines[0].replace("−", "-")) == pytest.approx(value)
    assert lines[1:] == ("Square, row 1, column 2",)
    assert copied(state) == text("message.copied", grid="squares")
    assert clipboard == [format_grid(state.result.output**2)]


def test_it_keeps_what_is_secret(clipboard: list[str]) -> None:
    asked = after(fresh(), TogglePredict(), ChooseQuestion(Question.SIZE))
    assert side_of(asked).boards.of(SQUARES).values is None
    assert told_of(asked) == ()
    copied(asked)
    assert clipboard == [text("predict.hidden")]
