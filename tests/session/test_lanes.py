"""The walk over channels and filters: whose turn it is, what is in front, what the column shows, and what hands do."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from game.core.known import Slide
from game.core.result import Result
from game.core.scenario import Scenario
from game.input.intent import Cell, GridName
from game.input.mode_intents import ToggleCompare
from game.input.scenario_intents import Paint, SetCell, Undo
from game.input.walk_intents import BringChannel, GoToFilter, NextStop, PreviousStop, Scrub
from game.input.window_intents import SetStops, Tick
from game.play.moment import Moment, moment, moment_on, numbers_of, step_at
from game.play.score import of_lane, position_after, products_stand, seconds_at, step_seconds, stops
from game.play.walk import made_of, place_of, position_of
from game.session.facts.layers import lanes_at, layer_facts
from game.session.shown import shown
from tests.layers import layer
from tests.session.hands import after, fresh

IMAGE = np.arange(75).reshape(3, 5, 5) % 4.0
WEIGHTS = np.arange(48).reshape(4, 3, 2, 2) % 5 - 2.0
COLOUR = Scenario(IMAGE, WEIGHTS, white=3, bias=[0, 1, 2, 3], activation="relu")


def test_one_lane_has_the_stops_of_always_and_three_have_their_sums() -> None:
    assert stops(1) == (0.30, 0.65, 0.90)
    assert stops(3) == (0.30, 0.50, 0.70, 0.90)
    assert stops(9) == stops(1), "they work at the same time"
    assert stops(1, products=True) == stops(1)
    assert stops(9, products=True) == stops(1)
    each = stops(3, products=True)
    assert each == pytest.approx((0.30, 0.4166667, 0.50, 0.6166667, 0.70, 0.8166667, 0.90))
    assert each[5] == products_stand(3)


@pytest.mark.parametrize("lanes", [1, 2, 3, 4, 7, 16])
def test_time_goes_on_evenly_and_there_and_back_again(lanes: int) -> None:
    for position in np.linspace(0, 5, 201):
        assert position_after(seconds_at(float(position), lanes), lanes) == pytest.approx(position, abs=1e-9)
    assert step_seconds(lanes) == pytest.approx(2.4 * (0.4 + 0.6 * min(lanes, 4)))
    times = [seconds_at(float(position), lanes) for position in np.linspace(0, 3, 61)]
    assert all(later > earlier for earlier, later in pairwise(times))


def test_each_lane_goes_through_a_whole_step_in_its_turn() -> None:
    assert [of_lane(0.30 + 0.2 * lane, lane, 3) for lane in range(3)] == [0.30] * 3
    assert [of_lane(0.50 + 0.2 * lane, lane, 3) for lane in range(3)] == pytest.approx([0.90] * 3)
    assert of_lane(0.45, 2, 3) == 0.30, "it waits"
    assert of_lane(0.85, 0, 3) == 0.90, "it has had its turn"


@pytest.mark.parametrize("order", ["map by map", "cell by cell"])
def test_every_cell_of_every_map_is_made_once(order: str) -> None:
    scenario = COLOUR.varied(order=order)
    places = [place_of(scenario, float(step)) for step in range(scenario.steps)]
    assert sorted(places) == [(number, float(cell)) for number in range(4) for cell in range(16)]
    for step, (number, local) in enumerate(places):
        assert position_of(scenario, number, local + 0.25) == step + 0.25
        made, then = made_of(scenario, step), made_of(scenario, step + 1)
        assert [number for number in range(4) if then[number] > made[number]] == [number]
    assert made_of(scenario, scenario.steps) == (16,) * 4


def test_the_filter_in_front_is_the_one_whose_map_is_made_and_the_channel_the_one_at_work() -> None:
    state = fresh(COLOUR)
    for position, front in (
        (0.1, (0, 0)),
        (0.45, (0, 0)),
        (0.55, (1, 0)),
        (0.85, (2, 0)),
        (16.4, (0, 1)),
        (63.7, (1, 3)),
    ):
        scenario = after(state, Scrub(position)).result.scenario
        assert (scenario.channel, scenario.filter) == front


def test_a_channel_that_is_brought_forward_stays_until_it_is_another_lane_s_turn() -> None:
    state = after(fresh(COLOUR), Scrub(3.4), BringChannel(2))
    assert state.result.scenario.channel == 2
    assert after(state, BringChannel(by=-1)).result.scenario.channel == 1
    assert after(state, Scrub(3.45)).result.scenario.channel == 2
    assert after(state, Scrub(3.55)).result.scenario.channel == 1
    assert after(state, BringChannel(99)).result.scenario.channel == 2
    assert len(state.history.entries) == 1


def test_a_filter_is_gone_to_at_the_same_place_of_its_map() -> None:
    state = after(fresh(COLOUR), Scrub(5.6), GoToFilter(2))
    assert state.playback.position == pytest.approx(37.6)
    assert after(state, GoToFilter(by=1)).playback.position == pytest.approx(53.6)
    assert after(state, GoToFilter(by=-9)).playback.position == pytest.approx(5.6)


def test_hands_edit_the_channel_and_the_filter_in_front_and_an_undo_brings_them_back() -> None:
    state = after(fresh(COLOUR), Scrub(20.0), GoToFilter(1), BringChannel(2))
    painted = after(state, Paint(((0, 0),), 3.0))
    assert painted.scenario.tensor[:, 0, 0].tolist() == [IMAGE[0, 0, 0], IMAGE[1, 0, 0], 3.0]
    assert painted.result.scenario.image[0, 0] == 3.0
    weighed = after(painted, SetCell(Cell(GridName.KERNEL, 1, 1), 9.0))
    assert weighed.scenario.layer.weights[1, 2, 1, 1] == 9.0
    assert np.count_nonzero(weighed.scenario.layer.weights != WEIGHTS) == 1
    assert after(weighed, Undo(), Undo()).scenario == COLOUR


def test_the_column_adds_up_what_stands_and_tells_nothing_before() -> None:
    state = fresh(COLOUR)
    for step in (0, 17, 40):
        number, cell = divmod(step, 16)
        row, column = divmod(cell, 4)
        patch = IMAGE[:, row : row + 2, column : column + 2]
        totals = (patch * WEIGHTS[number]).sum(axis=(1, 2)).tolist()
        for fraction, stand in ((0.4, 0), (0.5, 1), (0.7, 2), (0.9, 3)):
            (lanes,) = shown(after(state, Scrub(step + fraction))).lanes
            assert lanes is not None
            found = [total for _, total in lanes.column.lanes]
            assert found == [*totals[:stand], *[None] * (3 - stand)]
            assert lanes.column.sum == (sum(totals) + number if stand == 3 else None)
            assert [lane.letter for lane in lanes.lanes] == ["R", "G", "B"]
        (lanes,) = shown(after(state, Scrub(step + 0.95))).lanes
        assert lanes is not None
        assert lanes.column.value == max(sum(totals) + number, 0.0)


def test_the_remote_stops_at_the_sum_of_each_channel() -> None:
    state, found = after(fresh(COLOUR), Scrub(0.0)), []
    for _ in range(5):
        state = after(state, NextStop(), NextStop())
        found.append(round(state.playback.position, 9))
    assert found == [0.3, 0.5, 0.7, 0.9, 1.3]


def test_the_remote_stops_at_the_products_of_each_channel_where_that_is_chosen() -> None:
    state, found = after(fresh(COLOUR), SetStops("products"), Scrub(0.0)), []
    for _ in range(8):
        state = after(state, NextStop(), NextStop())
        (lanes,) = shown(state).lanes
        assert lanes is not None
        found.append([None if lane.moment.products is None else int(lane.moment.blended.sum()) for lane in lanes.lanes])
    assert found == [[0, 0, 0], [4, 0, 0], [4, 0, 0], [4, 4, 0], [4, 4, 0], [4, 4, 4], [4, 4, 4], [0, 0, 0]]
    assert round(after(state, PreviousStop(), PreviousStop()).playback.position, 6) == 0.816667
    plain = after(fresh(), SetStops("products"), Scrub(0.0))
    for position in (0.3, 0.65, 0.9, 1.3):
        plain = after(plain, NextStop(), NextStop())
        assert plain.playback.position == pytest.approx(position), "one lane has the stops of always"


@pytest.mark.parametrize(
    ("position", "apart"), [(0.0, 1), (0.2, 1), (0.42, 2), (0.6, 3), (0.95, 1), (20.6, 3), (64.0, 2)]
)
def test_a_moment_is_worked_out_once_for_all_lanes_that_are_equally_far(
    position: float, apart: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[float] = []

    def counted(result: Result, *rest: Any) -> Moment:
        return counted_on(result.slide, *rest, numbers_of(result, step_at(result, rest[0])))

    def counted_on(slide: Slide, *rest: Any) -> Moment:
        calls.append(rest[0])
        return moment_on(slide, *rest)

    monkeypatch.setattr("game.session.facts.layers._moment_on", counted_on)
    monkeypatch.setattr("game.session.shown.moment_on", counted_on)
    monkeypatch.setattr("game.session.shown.moment", counted)
    made = shown(after(fresh(COLOUR), Scrub(position)))
    front = made.still.sides[0].result.scenario.channel
    assert len(calls) == apart
    (lanes,) = made.lanes
    assert lanes is not None
    assert lanes.lanes[front].moment is made.moments[0]
    calls.clear()
    both = shown(after(fresh(COLOUR), Scrub(position), ToggleCompare()))
    assert len(calls) == 2 * apart
    assert both.lanes[1] is not None
    assert both.lanes[1].lanes[both.still.sides[1].result.scenario.channel].moment is both.moments[1]


@pytest.mark.parametrize("brisk", [False, True])
@pytest.mark.parametrize("reduced", [False, True])
@pytest.mark.parametrize("scenario", [COLOUR, layer(7, 2)], ids=["in turn", "together"])
def test_the_moment_of_each_lane_is_that_of_the_lane_alone(scenario: Scenario, brisk: bool, reduced: bool) -> None:
    result = fresh(scenario).result
    facts, count = layer_facts(result, False), len(scenario.channels)
    on_the_way = [(float(place), float(place)) for place in np.linspace(0.0, 2.0, 41)]
    for position, local in (*on_the_way, (float(result.scenario.steps), float(result.output.size))):
        step = step_at(result, local)
        at = [step + of_lane(local - step, lane, count, brisk) for lane in range(count)]
        front = moment(result, at[0], brisk, reduced)
        for known in (front, None):
            lanes = lanes_at(facts, result, position, brisk, reduced, False, known).lanes
            for lane, place in zip(lanes, at, strict=True):
                alone = moment(lane.result, place, brisk, reduced).__dict__
                for name, value in lane.moment.__dict__.items():
                    assert np.array_equal(value, alone[name]), (name, position)


def test_a_step_of_three_lanes_lasts_as_long_as_its_turns() -> None:
    state = after(fresh(COLOUR), Scrub(0.0))
    playing = state.changed(playback=state.playback.play(state.steps))
    seconds = 0.0
    while playing.playback.position < 1:
        playing = after(playing, Tick(0.01))
        seconds += 0.01
    assert seconds == pytest.approx(0.96 + 3 * 1.44, abs=0.02)


def test_the_keys_of_filters_and_channels_do_nothing_where_there_is_one() -> None:
    plain = after(fresh(), Scrub(2.4))
    for intent in (GoToFilter(by=1), GoToFilter(by=-1), BringChannel(by=1), BringChannel(by=-1)):
        assert after(plain, intent) == plain
    one_filter = after(fresh(Scenario(IMAGE, WEIGHTS[:1], white=3)), Scrub(2.4))
    assert after(one_filter, GoToFilter(by=1)) == one_filter
    assert after(one_filter, BringChannel(by=1)).result.scenario.channel == 1
