"""The phases of a step: shares, boundaries, stops and marks."""

from __future__ import annotations

import pytest

from game.play.phases import (
    BRISK,
    FAST,
    NORMAL,
    ORDER,
    SPEEDS,
    STEP_SECONDS,
    STOPS,
    Phase,
    boundaries,
    phase_at,
    shares_of,
)
from game.play.playback import next_mark, previous_mark


def test_the_shares_are_those_of_the_design() -> None:
    assert dict(zip(ORDER, NORMAL, strict=True)) == {
        Phase.SLIDE: 0.20,
        Phase.COVER: 0.10,
        Phase.MULTIPLY: 0.25,
        Phase.PRODUCTS: 0.10,
        Phase.SUM: 0.25,
        Phase.REVEAL: 0.10,
    }
    shares = dict(zip(ORDER, BRISK, strict=True))
    assert (shares[Phase.SLIDE], shares[Phase.MULTIPLY], shares[Phase.SUM]) == (0.40, 0.30, 0.30)


@pytest.mark.parametrize("brisk", [False, True])
def test_the_shares_add_up_to_a_whole_step(brisk: bool) -> None:
    assert boundaries(shares_of(brisk))[0] == 0.0
    assert boundaries(shares_of(brisk))[-1] == 1.0


def test_boundaries_are_the_decimal_numbers_themselves() -> None:
    assert boundaries(NORMAL) == (0.0, 0.2, 0.3, 0.55, 0.65, 0.9, 1.0)
    assert boundaries(BRISK) == (0.0, 0.4, 0.4, 0.7, 0.7, 1.0, 1.0)


def test_the_stops_are_the_ends_of_cover_products_and_sum() -> None:
    assert STOPS == (0.30, 0.65, 0.90)
    assert [phase_at(stop, NORMAL)[0] for stop in STOPS] == [Phase.MULTIPLY, Phase.SUM, Phase.REVEAL]
    assert [phase_at(stop - 0.001, NORMAL)[0] for stop in STOPS] == [Phase.COVER, Phase.PRODUCTS, Phase.SUM]


def test_a_step_lasts_2_4_seconds_and_fast_is_30_steps_a_second() -> None:
    assert STEP_SECONDS == 2.4
    assert SPEEDS == (0.25, 0.5, 1, 2, 4, 8, FAST)
    steps_a_second = FAST / STEP_SECONDS
    assert steps_a_second == pytest.approx(30)


@pytest.mark.parametrize(
    ("fraction", "phase", "inner"),
    [
        (0.0, Phase.SLIDE, 0.0),
        (0.1, Phase.SLIDE, 0.5),
        (0.2, Phase.COVER, 0.0),
        (0.25, Phase.COVER, 0.5),
        (0.3, Phase.MULTIPLY, 0.0),
        (0.6, Phase.PRODUCTS, 0.5),
        (0.775, Phase.SUM, 0.5),
        (0.95, Phase.REVEAL, 0.5),
        (1.0, Phase.REVEAL, 1.0),
    ],
)
def test_each_phase_runs_from_0_to_1(fraction: float, phase: Phase, inner: float) -> None:
    found, done = phase_at(fraction, NORMAL)
    assert found is phase
    assert done == pytest.approx(inner)


@pytest.mark.parametrize("step", [0, 7, 4355])
@pytest.mark.parametrize("boundary", [0.2, 0.3, 0.55, 0.65, 0.9])
def test_a_boundary_belongs_to_the_phase_that_begins_there_in_any_step(step: int, boundary: float) -> None:
    phase, inner = phase_at((step + boundary) - step, NORMAL)
    assert phase is ORDER[boundaries(NORMAL).index(boundary)]
    assert inner == pytest.approx(0, abs=1e-9)


def test_a_brisk_step_slides_multiplies_and_sums() -> None:
    found = [phase_at(thousandth / 1000, BRISK)[0] for thousandth in range(1001)]
    assert list(dict.fromkeys(found)) == [Phase.SLIDE, Phase.MULTIPLY, Phase.SUM]
    assert found.index(Phase.MULTIPLY) == 400
    assert found.index(Phase.SUM) == 700


def test_a_phase_is_called_by_its_word() -> None:
    assert [phase.value for phase in Phase] == ["slide", "cover", "multiply", "products", "sum", "reveal", "done"]


def test_the_next_mark_lies_ahead_and_the_previous_behind() -> None:
    assert next_mark(3.0, STOPS) == 3.30
    assert next_mark(3.30, STOPS) == 3.65
    assert next_mark(3.95, STOPS) == 4.30
    assert previous_mark(4.30, STOPS) == 3.90
    assert previous_mark(4.0, (0.0,)) == 3.0
    assert previous_mark(4.2, (0.0,)) == 4.0
    assert previous_mark(0.1, STOPS) == 0.0


def test_a_mark_that_is_as_good_as_reached_is_not_the_next_one() -> None:
    assert next_mark(3.0 - 1e-12, (0.0,)) == 4.0
    assert previous_mark(3.0 + 1e-12, (0.0,)) == 2.0
