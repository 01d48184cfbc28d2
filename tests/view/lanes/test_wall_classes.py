"""Present of a last layer with softmax: ten rows of number, sum and share, readable from the tenth row."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chain_results import chain_results
from game.input.mode_intents import Question
from game.play.phases import SUMMED
from game.session.front import fronted
from game.session.state import State
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.view.lanes.classes import WallClasses
from tests.networks import at_end, digit_reader, four_layers
from tests.picture import new_canvas, picture, pixels, state, window
from tests.view.predicting import asking

SIZES = [(1920, 1080), (1366, 768), (1024, 768), (800, 600)]


def found(shown: State, size: tuple[int, int] = (1366, 768)) -> dict[str, Widget]:
    return {widget.name: widget for widget in window(shown, size).widgets}


def rows_of(shown: State, size: tuple[int, int] = (1366, 768)) -> WallClasses:
    rows = found(shown, size)["wall classes"]
    assert isinstance(rows, WallClasses)
    return rows


def test_the_last_layers_sums_and_shares_stand_in_the_place_of_its_map() -> None:
    shown = at_end(digit_reader(2), presenting=True)
    rows, results = rows_of(shown), chain_results(shown.result)
    sums = [float(each[0, 0]) for each in results.sums[2]]
    assert [row.sum for row in rows.rows] == sums
    weights = np.exp(np.array(sums) - max(sums))
    np.testing.assert_allclose(
        [row.share for row in rows.rows if row.share is not None], weights / weights.sum(), atol=1e-12
    )
    assert rows.best == int(np.argmax(sums))
    assert rows.front is None
    assert "grid output" not in found(shown)
    title = found(shown)["title output"]
    assert isinstance(title, Label)
    assert title.text == "Sums and shares"


def test_sums_stand_one_after_the_other_and_shares_when_all_do() -> None:
    rows = rows_of(fronted(state(digit_reader(2), 7.4, presenting=True)))
    assert [row.sum is not None for row in rows.rows] == [True] * 7 + [False] * 3
    assert all(row.share is None for row in rows.rows)
    assert (rows.front, rows.best, rows.secret) == (7, None, False)
    standing = rows_of(fronted(state(digit_reader(2), 7 + SUMMED + 0.01, presenting=True)))
    results = chain_results(state(digit_reader(2)).result)
    assert standing.rows[7].sum == pytest.approx(float(results.sums[2][7][0, 0]))


def test_a_sum_that_is_asked_for_is_secret_and_so_are_all_shares() -> None:
    asked = asking(Question.VALUE, 3.0, digit_reader(2))
    shown = asked.changed(interface=asked.interface.changed(presenting=True))
    rows = rows_of(shown)
    assert rows.secret
    assert rows.front is not None
    assert rows.rows[rows.front].sum is None
    assert all(row.sum is None for row in rows.rows[rows.front :])
    assert all(row.share is None for row in rows.rows)


@pytest.mark.parametrize("size", SIZES)
def test_rows_stand_in_the_left_column_one_under_another_and_can_be_read(size: tuple[int, int]) -> None:
    shown = at_end(digit_reader(2), presenting=True)
    rows, parts = rows_of(shown, size), found(shown, size)
    unit = min(size[1] / 1080, size[0] / 1440)
    assert rows.size >= 28 * unit, "digits of 20 units and more"
    assert parts["grid image"].rect.bottom < rows.rect.y
    assert rows.rect.bottom <= parts["sentence"].rect.y + rows.size
    assert rows.rect.right <= parts["dot product"].rect.x
    face = new_canvas((10, 10)).type
    for index in range(10):
        row, cell, bar = rows.row(index), rows.sum_place(index), rows.bar_place(index)
        assert row.holds(cell)
        assert cell.right < bar.x
        assert bar.w >= 1.5 * rows.size
        assert bar.right + face.width("0.00", rows.size, True) <= row.right
        assert face.width("9", rows.size, True) <= cell.x - row.x
        assert index == 0 or rows.row(index - 1).bottom <= row.y


def test_the_numbers_of_the_lane_stay_readable_beside_the_rows() -> None:
    for size in SIZES:
        products = found(fronted(state(digit_reader(2), 7.4, presenting=True)), size)
        assert "lens" not in products


@pytest.mark.parametrize("theme", ["night", "daylight", "high contrast"])
def test_the_largest_share_is_marked_in_every_theme(theme: str) -> None:
    shown = at_end(digit_reader(2), presenting=True)
    shown = shown.changed(settings=shown.settings.changed(theme=theme))
    rows, drawn = rows_of(shown), pixels(picture(shown, (1366, 768))).astype(int)
    assert rows.best is not None
    least = min(range(10), key=lambda index: rows.rows[index].share or 0.0)
    best, other = rows.bar_place(rows.best), rows.bar_place(least)
    assert np.abs(drawn[best.y + 3, best.x + 4] - drawn[other.y + 3, other.x + 4]).sum() > 60


def test_other_layers_keep_their_map() -> None:
    for scenario in (digit_reader(0), four_layers(3)):
        shown = at_end(scenario, presenting=True)
        assert "wall classes" not in found(shown)
        assert "grid output" in found(shown)
