"""One instant of the walk, phase by phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import convolution
from game.play.moment import Moment, moment
from game.play.phases import Phase
from tests.core.sums import running_sums

from .examples import RESULTS, SEVERAL, result_at_startup, result_with

if TYPE_CHECKING:
    from game.core.result import Result

PARTS = st.floats(0, 1)
FINE = [part / 400 for part in range(401)]


def at(position: float, brisk: bool = False, reduced_motion: bool = False) -> Moment:
    return moment(result_at_startup(), position, brisk, reduced_motion)


@given(RESULTS, PARTS, st.booleans())
def test_the_step_is_the_whole_part_of_the_position_and_as_many_cells_stand(r: Result, part: float, b: bool) -> None:
    position = part * r.scenario.steps
    now = moment(r, position, b)
    assert now.step == now.made == int(position + 1e-9)
    columns = r.scenario.output_size[1]
    assert now.cell == (None if now.step == r.scenario.steps else (now.step // columns, now.step % columns))


def test_a_card_fades_away_only_in_reduced_motion_while_another_comes_and_from_the_second_step_on() -> None:
    assert at(1.05, reduced_motion=True).previous_card == at(0.5).card
    assert at(1.05).previous_card is None
    assert at(0.05, reduced_motion=True).previous_card is None
    assert at(0.05).previous_card is None
    assert at(1.5, reduced_motion=True).previous_card is None


@given(RESULTS, PARTS)
def test_patch_and_products_are_those_of_the_step_in_every_phase(result: Result, part: float) -> None:
    now = moment(result, part * result.scenario.steps)
    if now.cell is None:
        assert now.patch is None
        assert now.products is None
    else:
        assert now.patch is not None
        assert now.products is not None
        assert np.array_equal(now.patch, convolution.patch(result.scenario, now.cell))
        assert np.array_equal(now.products, convolution.products(result.scenario, now.cell))


@pytest.mark.parametrize(("position", "expected"), [(-5, 0.0), (0, 0.0), (16, 16.0), (99, 16.0)])
def test_a_position_beyond_the_walk_is_the_nearer_end(position: float, expected: float) -> None:
    assert at(position).step == expected


def test_a_position_a_rounding_error_before_a_step_is_that_step() -> None:
    now = at(3 - 1e-12)
    assert (now.step, now.phase, now.fraction) == (3, Phase.SLIDE, 0)


@pytest.mark.parametrize("reduced_motion", [False, True])
def test_at_the_end_all_cells_stand_and_the_card_floats_over_the_last_patch(reduced_motion: bool) -> None:
    end = at(16, reduced_motion=reduced_motion)
    assert (end.phase, end.phase.value, end.fraction, end.made, end.cell) == (Phase.DONE, "done", 0, 16, None)
    assert (end.card, end.lift, end.opacity, end.covering) == ((5, 5), 1, 1, 0)
    assert not end.blended.any()
    assert not end.flight.any()
    assert end.shown_sum is None


def test_at_each_stop_the_picture_is_what_the_stop_is_called() -> None:
    for step in (0, 5, 15):
        settled, standing, summed = (at(step + stop) for stop in (0.30, 0.65, 0.90))
        assert (settled.lift, settled.covering) == pytest.approx((0, 1))
        assert settled.pairs
        assert not settled.blended.any()
        assert standing.blended.all()
        assert standing.rise == pytest.approx(0)
        assert standing.arrived == 0
        assert summed.arrived == 9
        assert summed.reveal == pytest.approx(0)


def test_in_the_first_step_the_card_comes_from_the_left() -> None:
    begin, half, there = at(0), at(0.1), at(0.2)
    assert (begin.card, begin.opacity, begin.lift) == ((-1, -1.12), 1, 1)
    assert half.card == pytest.approx((-1, -1.06))
    assert half.opacity == 1
    assert (there.card, there.opacity) == ((-1, -1), 1)
    assert at(1.1).opacity == 1


def test_the_card_slides_by_the_stride_and_gathers_speed_and_brakes() -> None:
    columns = [at(1 + share * 0.2).card[1] for share in (0, 0.25, 0.5, 0.75, 1)]
    assert columns == pytest.approx([-1, -1 + 2 * 0.0625, 0, 1 - 2 * 0.0625, 1])
    assert {at(1 + share * 0.2).card[0] for share in (0, 0.3, 0.9)} == {-1}


@given(RESULTS, st.integers(0, 500), st.floats(0.4, 0.999), st.booleans(), st.booleans())
def test_after_the_slide_the_card_lies_exactly_on_its_patch(
    result: Result, step: int, fraction: float, brisk: bool, reduced_motion: bool
) -> None:
    now = moment(result, step % result.scenario.steps + fraction, brisk, reduced_motion)
    assert now.cell is not None
    assert now.card == convolution.patch_corner(result.scenario, now.cell)


def test_the_card_goes_back_to_the_start_of_a_row_along_a_low_arc_and_straight_otherwise() -> None:
    assert at(4.1).arc == pytest.approx(1)
    assert 0 < at(4.05).arc < 1
    assert [at(position).arc for position in (0.1, 1.1, 3.1, 4.3, 4.9)] == [0] * 5
    assert at(4.1).card == pytest.approx((0, 2))


def test_one_column_of_cells_needs_no_arc() -> None:
    one_column = result_with((6, 1), (1, 1))
    assert all(moment(one_column, step + 0.1).arc == 0 for step in range(6))


def test_the_card_floats_while_it_slides_lies_while_it_works_and_rises_at_the_end() -> None:
    assert {at(2 + fraction).lift for fraction in (0, 0.1, 0.19)} == {1}
    assert 0 < at(2.25).lift < 1
    assert [at(2 + fraction).lift for fraction in (0.3, 0.5, 0.7, 0.89)] == pytest.approx([0] * 4)
    assert 0 < at(2.95).lift < 1


def test_the_patch_is_covered_during_cover_and_comes_back_during_reveal() -> None:
    assert [at(2 + fraction).covering for fraction in (0, 0.1, 0.2)] == pytest.approx([0] * 3)
    assert at(2.25).covering == pytest.approx(0.5)
    assert [at(2 + fraction).covering for fraction in (0.3, 0.6, 0.9)] == pytest.approx([1] * 3)
    assert at(2.95).covering == pytest.approx(0.5)


@pytest.mark.parametrize("brisk", [False, True])
def test_the_pixels_clear_up_while_the_last_products_leave_and_stay_clear(brisk: bool) -> None:
    dimmed = [at(2 + fraction, brisk=brisk).dimmed for fraction in (0.5, 0.78, 0.85, 0.91, 0.95, 0.99)]
    assert dimmed[:2] == [1, 1]
    assert 0 < dimmed[2] < 1
    assert dimmed[3:] == [0, 0, 0]
    assert at(2.90).dimmed == 0


def test_pairs_show_from_cover_until_the_products_fly() -> None:
    assert [at(2 + fraction).pairs for fraction in (0.1, 0.2, 0.26, 0.4, 0.6, 0.7, 0.95)] == [
        False,
        False,
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("brisk", [False, True])
@pytest.mark.parametrize("result", SEVERAL)
def test_cells_rise_in_row_order_switch_at_the_top_and_come_back(result: Result, brisk: bool) -> None:
    moments = [moment(result, fraction * 0.999, brisk) for fraction in FINE]
    blended = np.array([now.blended.ravel() for now in moments])
    rise = np.array([now.rise.ravel() for now in moments])
    switched = blended.argmax(axis=0)
    assert not blended[0].any()
    assert blended[-1].all()
    assert (np.diff(switched) >= 0).all()
    assert (np.diff(blended.astype(int), axis=0) >= 0).all()
    assert np.abs(rise[[0, -1]]).max() < 1e-3
    assert np.abs(rise.argmax(axis=0) - switched).max() <= 1
    assert rise.max(axis=0).min() > 0.9
    assert switched.size < 2 or switched[-1] > switched[0] + 20


@pytest.mark.parametrize("brisk", [False, True])
@pytest.mark.parametrize("result", SEVERAL)
def test_products_fly_in_row_order_and_have_all_arrived_by_the_end_of_sum(result: Result, brisk: bool) -> None:
    moments = [moment(result, fraction * 0.9999, brisk) for fraction in FINE]
    flight = np.array([now.flight.ravel() for now in moments])
    arrived_at = (flight >= 1).argmax(axis=0)
    assert not flight[0].any()
    assert (flight[-1] == 1).all()
    assert (np.diff(flight, axis=0) >= 0).all()
    assert (np.diff(flight, axis=1) <= 0).all()
    assert (np.diff(arrived_at) >= 0).all()
    assert [now.arrived for now in moments] == (flight >= 1).sum(axis=1).tolist()
    assert all((now.phase is Phase.SUM) or now.arrived in (0, flight.shape[1]) for now in moments)


def test_nothing_flies_before_every_cell_is_blended() -> None:
    for brisk in (False, True):
        for now in (at(3 + fraction * 0.999, brisk) for fraction in FINE):
            assert now.blended.all() or not now.flight.any()


@given(RESULTS, PARTS, st.booleans(), st.booleans())
def test_the_shown_sum_is_the_sum_of_the_products_that_have_arrived(
    result: Result, part: float, brisk: bool, reduced_motion: bool
) -> None:
    now = moment(result, part * result.scenario.steps, brisk, reduced_motion)
    if now.cell is None or now.arrived == 0:
        assert now.shown_sum is None
    else:
        assert now.shown_sum == running_sums(result.scenario, now.cell)[now.arrived - 1]


def test_the_sum_grows_product_by_product_until_it_is_the_cells_value() -> None:
    result = result_at_startup()
    seen = list(dict.fromkeys(moment(result, 6.65 + 0.25 * fraction).arrived for fraction in FINE))
    assert seen == list(range(10))
    assert moment(result, 6.9).shown_sum == pytest.approx(result.output[1, 2])


def test_the_cell_takes_its_green_during_reveal_and_pops_a_little() -> None:
    assert [at(2 + fraction).reveal for fraction in (0, 0.3, 0.7, 0.89)] == pytest.approx([0] * 4)
    assert at(2.95).reveal == pytest.approx(0.5)
    assert at(2.9999).reveal == pytest.approx(1, abs=1e-4)
    pops = [at(2.9 + 0.1 * fraction * 0.999).pop for fraction in FINE]
    assert (pops[0], pops[-1]) == pytest.approx((1, 1), abs=1e-4)
    assert 1.05 < max(pops) < 1.1
    assert min(pops) >= 1
    assert {at(2 + fraction).pop for fraction in (0, 0.3, 0.6, 0.89)} == {1}


def test_a_brisk_step_shows_no_pairs_and_reveals_as_the_sum_ends() -> None:
    moments = [at(3 + fraction * 0.9999, brisk=True) for fraction in FINE]
    assert not any(now.pairs for now in moments)
    assert list(dict.fromkeys(now.phase for now in moments)) == [Phase.SLIDE, Phase.MULTIPLY, Phase.SUM]
    assert all(now.phase is Phase.SUM and now.arrived == 9 for now in moments if now.reveal > 0)
    assert moments[-1].reveal == pytest.approx(1, abs=1e-3)
    assert at(3.7, brisk=True).blended.all()


def test_the_same_position_gives_the_same_moment_whichever_way_it_is_reached() -> None:
    result = result_at_startup()
    positions = np.linspace(0, 16, 1500).tolist()
    forward = [moment(result, position) for position in positions]
    backward = [moment(result, position) for position in reversed(positions)][::-1]
    for one, other in zip(forward, backward, strict=True):
        for name, value in vars(one).items():
            assert np.array_equal(value, getattr(other, name)), name


def test_the_terms_are_in_work_one_after_the_other_first_as_products_are_made_and_then_as_they_are_added() -> None:
    for first, last in ((0.30, 0.55), (0.65, 0.885)):
        terms = [at(5 + first + (last - first) * part).term for part in FINE[1:-1]]
        assert [term for index, term in enumerate(terms) if index == 0 or term != terms[index - 1]][:9] == list(
            range(9)
        )


@pytest.mark.parametrize("fraction", [0.0, 0.1, 0.25, 0.30, 0.60, 0.65, 0.90, 0.95])
def test_no_term_is_in_work_at_a_stop_nor_while_the_card_moves(fraction: float) -> None:
    assert at(5 + fraction).term is None


def test_in_a_fast_walk_no_term_is_told_apart() -> None:
    assert {at(5 + part, brisk=True).term for part in FINE[:-1]} == {None}
