"""Nothing in the picture may jump: between two positions very near to each other hardly anything changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.moment import Moment, moment

from .examples import RESULTS, SEVERAL

if TYPE_CHECKING:
    from game.core.result import Result

NEAR = 1e-4
"""How far apart positions are; the steepest curve (sum's flights, the card over many cells) moves 0.01 meanwhile."""


def card_picture(now: Moment) -> dict[tuple[float, float], float]:
    """Return where cards are seen, and how strongly: with reduced motion one fades while the other appears."""
    seen = {now.card: now.opacity}
    if now.previous_card is not None:
        seen[now.previous_card] = 1 - now.opacity
    return {place: strength for place, strength in seen.items() if strength > 0}


def green_of(now: Moment, step: int) -> float:
    """Return how green the output cell that a step makes is."""
    if step < now.made:
        return 1.0
    return now.reveal if step == now.step else 0.0


def pair_of_moments(r: Result, position: float, brisk: bool, reduced: bool) -> tuple[Moment, Moment]:
    return moment(r, position, brisk, reduced), moment(r, position + NEAR, brisk, reduced)


def positions_of(result: Result) -> list[float]:
    """Return positions all over the walk, and just before every whole one and every boundary of phases."""
    steps = result.scenario.steps
    edges = (0, 0.2, 0.3, 0.4, 0.42, 0.475, 0.55, 0.65, 0.7, 0.885, 0.9, 0.91)
    first, last = range(min(steps, 6)), range(max(steps - 2, 0), steps)
    near_edges = [step + edge - NEAR / 2 for step in (*first, *last, steps) for edge in edges]
    return [position for position in (*np.linspace(0, steps, 500), *near_edges) if 0 <= position <= steps - NEAR / 2]


@pytest.mark.parametrize("brisk", [False, True])
@pytest.mark.parametrize("result", SEVERAL)
def test_card_and_patch_never_jump(result: Result, brisk: bool) -> None:
    for position in positions_of(result):
        one, other = pair_of_moments(result, position, brisk, reduced=False)
        assert one.card == pytest.approx(other.card, abs=0.03), position
        for name in ("lift", "arc", "opacity", "covering", "dimmed"):
            assert getattr(one, name) == pytest.approx(getattr(other, name), abs=0.01), (name, position)


@pytest.mark.parametrize("brisk", [False, True])
@pytest.mark.parametrize("reduced", [False, True])
@pytest.mark.parametrize("result", SEVERAL)
def test_an_output_cell_never_flashes(result: Result, brisk: bool, reduced: bool) -> None:
    for position in positions_of(result):
        one, other = pair_of_moments(result, position, brisk, reduced)
        for step in range(max(one.step - 1, 0), other.step + 2):
            assert green_of(one, step) == pytest.approx(green_of(other, step), abs=0.01), position
        assert one.pop == pytest.approx(other.pop, abs=0.01), position


@pytest.mark.parametrize("brisk", [False, True])
@pytest.mark.parametrize("result", SEVERAL)
def test_cells_rise_and_fly_without_a_jump_within_a_step(result: Result, brisk: bool) -> None:
    for position in positions_of(result):
        one, other = pair_of_moments(result, position, brisk, reduced=False)
        assert np.abs(one.rise - other.rise).max() < 0.01, position
        if one.step == other.step:
            assert np.abs(one.flight - other.flight).max() < 0.01, position


@pytest.mark.parametrize("brisk", [False, True])
@pytest.mark.parametrize("result", SEVERAL)
def test_with_reduced_motion_cards_fade_without_a_jump(result: Result, brisk: bool) -> None:
    for position in positions_of(result):
        one, other = (card_picture(now) for now in pair_of_moments(result, position, brisk, reduced=True))
        for place in one.keys() | other.keys():
            assert one.get(place, 0) == pytest.approx(other.get(place, 0), abs=0.01), position


@given(RESULTS, st.floats(0, 1), st.booleans())
def test_with_reduced_motion_nothing_travels(result: Result, part: float, brisk: bool) -> None:
    now = moment(result, part * result.scenario.steps, brisk, reduced_motion=True)
    assert now.card == (int(now.card[0]), int(now.card[1]))
    assert (now.arc, now.pop) == (0, 1)
    assert not now.rise.any()
    assert set(np.unique(now.flight)) <= {0.0, 1.0}


@given(RESULTS, st.floats(0, 1), st.booleans())
def test_reduced_motion_changes_nothing_of_what_is_computed_and_when(r: Result, part: float, brisk: bool) -> None:
    position = part * r.scenario.steps
    moving, still = moment(r, position, brisk), moment(r, position, brisk, reduced_motion=True)
    for name in ("step", "made", "phase", "fraction", "pairs", "blended", "arrived", "shown_sum", "reveal"):
        assert np.array_equal(getattr(moving, name), getattr(still, name)), name
