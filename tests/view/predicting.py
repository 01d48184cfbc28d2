"""States with an open question, all that is seen of them, and whether two of them look the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pygame
import pytest

from game.core.grid import frozen
from game.core.result import Result
from game.core.scenario import Scenario, startup
from game.input.intent import CardBorder, Cell, Control, GridName, Target
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.session.predict import secrecy_of
from game.session.reduce import reduce
from game.session.state import State
from game.shell import copying
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.themes import Colour
from game.view.compositor import Compositor
from game.view.window import Window
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
    {"coverage": True},
    {"spotlight": True, "pointer": (300.0, 300.0)},
)


def asking(question: Question, position: float, shown: Scenario | None = None, **settings: Any) -> State:
    """Return a state with an open question, paused at a position."""
    asked = state(shown or startup(), position, settings=settings)
    for intent in (TogglePredict(), ChooseQuestion(question)):
        asked = reduce(asked, intent)
    return asked


def with_interface(shown: State, **interface: Any) -> State:
    """Return the state with other values for some fields of the interface."""
    return shown.changed(interface=shown.interface.changed(**interface))


def otherwise(shown: State) -> State:
    """Return the state with other values in every output cell that may not be told."""
    known = secrecy_of(shown).known
    values = shown.result.output.copy().ravel()
    values[known:] = values[known:] * 0.37 - 1.3
    changed = frozen(values.reshape(shown.result.output.shape))
    return shown.changed(
        result=Result(shown.result.scenario, changed[None], shown.result.padded_images, shown.result.arithmetic)
    )


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

    def numbers(self, cells: Iterable[tuple[str, float, float, Colour]], size: int, outlined: bool = False) -> None:
        """Note the numbers, and draw them."""
        whole = tuple(cells)
        self.lines.extend(cell[0] for cell in whole)
        super().numbers(whole, size, outlined)

    def line(self, pieces: Iterable[tuple[str, Colour, bool]], x: int, y: float, size: int) -> None:
        """Note the texts of a line, and draw it."""
        whole = tuple(pieces)
        self.lines.extend(text for text, _, _ in whole)
        super().line(whole, x, y, size)


def drawn(shown: State, size: tuple[int, int] = SIZE) -> tuple[Window, list[str], np.ndarray[Any, Any]]:
    """Return the window of a state with its bubble, all that is written in it, and its picture."""
    found = window(shown, size, asked=shown.interface.cursor or shown.interface.hover)
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


def same(first: State, second: State, size: tuple[int, int] = SIZE) -> None:
    """Hold two states to look the same but for the swatches."""
    found, texts, picture = drawn(first, size)
    other, other_texts, other_picture = drawn(second, size)
    assert [widget.name for widget in found.widgets] == [widget.name for widget in other.widgets]
    assert texts == other_texts
    apart = without_shades(found, picture) != without_shades(other, other_picture)
    assert not apart.any(), np.argwhere(apart)[:3].tolist()


def region(picture: np.ndarray[Any, Any], rect: Rect) -> np.ndarray[Any, Any]:
    """Return a part of a picture."""
    return picture[rect.y : rect.bottom, rect.x : rect.right]


def copied(shown: State, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what Copy puts on the clipboard."""
    texts: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", texts.append)
    copying.copy_grid(shown, window(shown, SIZE))
    return texts[-1]
