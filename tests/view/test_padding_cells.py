"""Padding pixels of every mode: what they show, what they light, and what is said of them; zeros are as ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from game.core.padding import MODES, Padding
from game.core.scenario import Scenario
from game.input.intent import Cell, GridName
from game.input.scenario_intents import Paint
from game.session.links import Mark, links_of
from game.view.bubbles import bubble_lines
from game.words.numbers import full
from tests.picture import forget_pieces, frame, new_canvas, picture, pixels, scenario, side_of, state, window
from tests.session.hands import after

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.core.grid import Grid
    from game.session.state import State
    from game.ui.widgets.base import Widget

SIZE = (1366, 768)
SIDES = Padding(1, 2, 2, 1)
REPEATING = ("reflect", "replicate", "circular")


def padded(mode: str, value: float = 0.5, size: tuple[int, int] = (4, 5)) -> Scenario:
    around = Padding(SIDES.top, SIDES.bottom, SIDES.left, SIDES.right, mode, value)
    return scenario(size=size, kernel="ones", kernel_size=(2, 2)).varied(padding=around)


def expected(mode: str) -> Grid:
    """Return the padded image as numpy makes it."""
    way: Any = {"zeros": "constant", "replicate": "edge", "circular": "wrap"}.get(mode, mode)
    fill: dict[str, Any] = {"constant_values": 0.5} if mode == "constant" else {}
    return np.pad(padded(mode).image, ((1, 2), (2, 1)), way, **fill)


@pytest.mark.parametrize("mode", MODES)
def test_each_cell_has_the_gray_of_what_stands_there(mode: str) -> None:
    shown, values = padded(mode), expected(mode)
    drawn = state(shown, 20.0)
    place = window(drawn, SIZE).places.image
    colours = pixels(picture(drawn, SIZE))
    for row in range(-1, 6):
        for column in range(-2, 6):
            if 0 <= row < 4 and 0 <= column < 5:
                continue
            cell = place.cell(row, column)
            found = colours[cell.y + cell.h // 5, cell.x + cell.w // 2]
            gray = round(255 * values[row + 1, column + 2])
            assert np.abs(found.astype(int) - gray).max() <= 1, (row, column)


@pytest.mark.parametrize("side", [12, 64])
@pytest.mark.parametrize("mode", MODES)
def test_paint_changes_what_repeats_it_as_if_all_were_drawn_anew(mode: str, side: int) -> None:
    first = state(padded(mode, size=(side, side)), 100.0)
    picture(first, SIZE)
    painted = after(first, Paint(((0, 0), (0, 1), (1, 2)), 1.0))
    mended = pixels(picture(painted, SIZE))
    fresh = state(painted.scenario, 100.0)
    fresh = fresh.changed(history=painted.history, interface=painted.interface)
    forget_pieces()
    assert np.array_equal(mended, pixels(picture(fresh, SIZE)))


@pytest.mark.parametrize("size", [SIZE, (300, 260)])
@pytest.mark.parametrize("mode", MODES)
def test_the_image_says_where_paint_has_changed_it_and_what_repeats_it(mode: str, size: tuple[int, int]) -> None:
    now, chance, areas = state(padded(mode, size=(7, 9)), 2.0), np.random.default_rng(3), 0
    before, looked = image_of(now, size)
    for turn in range(12):
        corner = (int(chance.integers(6)), int(chance.integers(8)))
        now = after(now, Paint((corner, (corner[0] + 1, corner[1] + 1)), turn / 12))
        image, looks = image_of(now, size)
        differs = (looks != looked).any(axis=2)
        for rect in image.changes(before):
            differs[rect.y : rect.bottom, rect.x : rect.right] = False
            areas += rect.w * rect.h
        assert not differs.any(), corner
        before, looked = image, looks
    assert areas < 6 * before.rect.w * before.rect.h, "half of it each time is no longer a part"


def image_of(now: State, size: tuple[int, int]) -> tuple[Widget, NDArray[np.uint8]]:
    """Return the source image of a window, and what it looks like alone."""
    found, canvas = window(now, size).named("grid image"), new_canvas(size)
    assert found is not None
    found.draw(canvas)
    return found, pixels(canvas.surface)


@pytest.mark.parametrize("mode", REPEATING)
def test_pointing_at_one_lights_the_pixel_that_it_repeats_and_says_which(mode: str) -> None:
    shown, values = padded(mode), expected(mode)
    side = side_of(state(shown, 20.0))
    way: Any = {"replicate": "edge", "circular": "wrap"}.get(mode, mode)
    places = np.pad(np.arange(20).reshape(4, 5), ((1, 2), (2, 1)), way)
    for at in ((-1, -2), (-1, 0), (5, 5), (2, -1), (4, 3)):
        source = divmod(int(places[at[0] + 1, at[1] + 2]), 5)
        marks = links_of(Cell(GridName.IMAGE, *at), side.result.scenario, None, told=True).marks
        assert Mark("repeated", GridName.IMAGE, (source,)) in marks
        moment = frame(state(shown, 20.0), SIZE).shown.moments[0]
        lines = bubble_lines(side, moment, Cell(GridName.IMAGE, *at))
        assert lines[0] == full(float(values[at[0] + 1, at[1] + 2]))
        assert lines[1] == f"{mode}: the pixel row {source[0] + 1}, column {source[1] + 1}"


def test_a_constant_is_said_and_repeats_nothing() -> None:
    for mode, said in (("zeros", "Padding pixel: always 0"), ("constant", "Padding pixel: always 0.5")):
        side = side_of(state(padded(mode), 20.0))
        moment = frame(state(padded(mode), 20.0), SIZE).shown.moments[0]
        assert bubble_lines(side, moment, Cell(GridName.IMAGE, -1, 0))[1] == said
        marks = links_of(Cell(GridName.IMAGE, -1, 0), side.result.scenario, None, told=True).marks
        assert not [mark for mark in marks if mark.name == "repeated"]
