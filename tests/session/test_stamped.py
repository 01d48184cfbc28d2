"""Which picture of a transposed convolution is shown, and where its walk is when that changes."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.core.stamps import Stamp, step_of
from game.files.scenario_file import to_json
from game.files.tour import Build, Condition, Stop, Tour
from game.input.intent import Cell, GridName, Intent, Side
from game.input.interface_intents import MoveCursor, PlaceCursor, ShowSpread, ToggleCoverage
from game.input.layer_intents import SetOperation
from game.input.mode_intents import ToggleCompare, TogglePredict, TogglePresent
from game.input.scenario_intents import Paint, Redo, ReplaceScenario, SetQuantity, Undo
from game.input.stack_intents import ShowStack
from game.input.tour_intents import BeginTour
from game.input.walk_intents import BringChannel, GoToCell, GoToFilter, MoveCard, NextStop, Scrub, StepForward, ToEnd
from game.input.window_intents import Tick
from game.play.stamp_walk import in_stamps
from game.session.shown import shown
from game.session.stack_intents import counts_cells, looked_at, shown_as, view_of
from game.session.stamp_intents import stamp_builds
from game.session.stamped import counting
from game.session.state import State

from .hands import after, fresh
from .test_transposed import PICTURE

THREE = Scenario(
    np.arange(12.0).reshape(3, 2, 2),
    np.ones((2, 3, 2, 2)),
    white=11,
    stride=(2, 2),
    transposed=True,
    bias=[1.0, 2.0],
)


def stamped(scenario: Scenario = PICTURE, position: float = 4.65) -> State:
    return after(fresh(), ReplaceScenario(scenario), Scrub(position))


def test_the_flat_view_shows_stamps_and_counts_them() -> None:
    state = stamped()
    assert state.stamped
    assert state.steps == 9
    told = shown(state)
    assert told.steps == 9
    assert (told.where.step, told.where.steps, told.where.phase) == (5, 9, "products")
    assert told.stamp is not None
    assert told.stamp.stamp == Stamp(0, 0, (1, 1))
    assert told.still.sides[0].stamps is not None
    assert told.transport.steps == (9, 3)


@pytest.mark.parametrize(
    ("other", "again"),
    [
        ([ShowSpread(on=True)], [ShowSpread(on=False)]),
        ([ShowStack(on=True), Tick(5.0)], [ShowStack(on=False), Tick(5.0)]),
    ],
    ids=["spread", "stack"],
)
def test_all_other_pictures_count_cells_and_one_comes_back_to_the_stamp(
    other: list[Intent], again: list[Intent]
) -> None:
    left = after(stamped(), *other)
    assert not left.stamped
    assert left.steps == 36
    assert shown(left).stamp is None
    assert int(left.playback.position) == 14
    back = after(left, *again)
    assert back.stamped
    assert int(back.playback.position) == 4


def test_coverage_counts_stamps_beside_pixels_that_can_be_painted() -> None:
    covered = after(stamped(), ToggleCoverage())
    assert covered.stamped
    assert covered.playback.position == pytest.approx(4.65)
    assert after(covered, Paint(((0, 0),), 3.0)).scenario.pixels[0][0, 0] == 3
    spread = after(covered, ShowSpread(on=True))
    assert after(spread, Paint(((0, 0),), 3.0)).scenario.pixels[0][0, 0] == 1


def test_in_compare_side_a_stamps_and_side_b_walks_where_it_feeds() -> None:
    both = after(stamped(), ToggleCompare())
    assert both.stamped
    assert both.playback.position == 4.65
    told = shown(both)
    assert [side.stamps is not None for side in told.still.sides] == [True, False]
    first, second = told.moments
    assert first.cell == (1, 1)  # the pixel
    assert second.cell == (2, 2)  # in the middle of what it feeds
    assert told.lanes == (None, None)
    wider = after(both, SetQuantity("stride", None, 3))  # of side B, which has the focus
    assert wider.stamped
    assert wider.playback.position == 4.65
    ended = shown(after(both, ToEnd()))
    assert [moment.cell for moment in ended.moments] == [None, None]
    alone = after(both, ToggleCompare())
    assert alone.stamped
    assert alone.playback.position == 4.65


def test_layers_that_are_compared_have_no_stamps() -> None:
    both = after(stamped(THREE, 3.0), ToggleCompare())
    assert not both.stamped
    assert both.interface.toasts
    assert "one channel" in after(both, ShowSpread()).interface.toasts[-1].sentence


def test_present_has_stamps_too() -> None:
    presenting = after(stamped(), TogglePresent())
    assert presenting.stamped
    assert presenting.playback.position == pytest.approx(4.65)


def test_where_there_is_nothing_to_choose_a_sentence_says_so() -> None:
    plain = after(fresh(), ShowSpread())
    assert plain.interface.toasts[-1].sentence == "Only a transposed convolution has stamps."
    stacked = after(stamped(), ShowStack(on=True), ShowSpread())
    assert "Flat view" in stacked.interface.toasts[-1].sentence
    assert not stacked.interface.spread


def test_painting_keeps_the_walk_exactly_where_it_is() -> None:
    state = stamped(position=0.37)
    painted = after(state, Paint(((0, 0), (2, 2)), 3.0))
    assert painted.scenario.pixels[0].tolist() == [[3, 2, 1], [3, 3, 1], [1, 2, 1]]
    assert painted.playback.position == state.playback.position
    assert after(painted, Undo()).playback.position == state.playback.position


def test_another_setting_goes_on_at_a_stamp_near_by_and_the_end_stays_the_end() -> None:
    wider = after(stamped(), SetQuantity("stride", None, 3))
    assert wider.stamped
    assert wider.steps == 9
    assert int(wider.playback.position) in range(9)
    ended = after(stamped(), ToEnd(), SetQuantity("image size", None, 5))
    assert ended.playback.position == ended.steps == 25


def test_another_operation_leaves_the_stamps_and_undo_comes_back() -> None:
    convolution = after(stamped(), SetOperation("convolution"))
    assert not convolution.stamped
    assert convolution.steps == convolution.result.steps
    assert 0 <= convolution.playback.position <= convolution.steps
    back = after(convolution, Undo())
    assert back.stamped
    assert back.steps == 9
    assert not after(back, Redo()).stamped


def test_a_file_keeps_the_place_and_opens_there() -> None:
    state = stamped()
    assert state.position_in_cells == pytest.approx(14.65)
    assert '"position": 14.65' in to_json(state.scenario, state.position_in_cells)
    opened = after(fresh(), ReplaceScenario(PICTURE, 14.65))
    assert opened.playback.position == pytest.approx(4.65)
    plain = after(fresh(), Scrub(3.0))
    assert plain.position_in_cells == 3.0


def test_a_file_remembers_which_picture_is_shown() -> None:
    spread = after(stamped(), ShowSpread(on=True))
    assert view_of(spread) == {"name": "flat", "spread": True}
    assert "spread" not in view_of(stamped())
    (asked,) = shown_as({"name": "flat", "spread": True})
    assert not after(stamped(), asked).stamped
    assert looked_at(stamped(), {"name": "flat", "spread": True}, None).interface.spread
    (asked,) = shown_as({"name": "flat"})
    assert after(spread, asked).stamped


@pytest.mark.parametrize("position", [0.25, 1.9, 4.65, 7.3, 8.999])
def test_a_file_remembers_the_stamp_where_rows_are_cut_off(position: float) -> None:
    cut = Scenario(np.ones((3, 3)), np.ones((2, 2)), stride=(2, 2), padding=(2, 0), transposed=True)
    before = stamped(cut, position)
    view = json.loads(json.dumps(view_of(before)))
    assert ("stamp" in view) is (in_stamps(cut, before.position_in_cells) != position)
    opened = after(fresh(), ReplaceScenario(cut, before.position_in_cells), *shown_as(view))
    assert opened.playback.position == position
    begun = looked_at(stamped(cut, 0.0), view, None)
    assert ("stamp" not in view) or begun.playback.position == position
    assert not counting(looked_at(stamped(cut, 0.0), view, stacked=True)).stamped
    past = after(fresh(), ReplaceScenario(cut), *shown_as({"name": "flat", "stamp": 1e5}))
    assert past.playback.position == cut.stamps


def test_a_click_on_the_map_goes_to_the_last_stamp_that_meets_there() -> None:
    assert after(stamped(), GoToCell((1, 1))).playback.position == pytest.approx(4.65)
    assert after(stamped(), GoToCell((5, 5))).playback.position == pytest.approx(8.65)
    apart = Scenario([[1.0, 2.0]], [[1.0]], stride=(1, 2), transposed=True)
    still = stamped(apart, 0.65)
    assert after(still, GoToCell((0, 1))).playback.position == still.playback.position


def test_the_card_is_put_on_the_nearest_stamp() -> None:
    moved = after(stamped(), MoveCard((2.9, 1.2)))
    assert moved.playback.position == pytest.approx(7.65)
    assert after(stamped(), MoveCard((-9.0, -9.0))).playback.position == pytest.approx(0.65)


def test_channels_and_filters_are_walked_one_after_another() -> None:
    state = stamped(THREE, step_of(THREE, Stamp(1, 2, (0, 1))) + 0.65)
    assert THREE.stamps == state.steps == 24
    assert (state.result.scenario.channel, state.result.scenario.filter) == (2, 1)
    where = shown(state).where
    assert (where.filter, where.lane) == ((2, 2), "B")
    first = after(state, GoToFilter(0))
    assert first.playback.position == pytest.approx(state.playback.position - 12)
    red = after(state, BringChannel(0))
    assert red.playback.position == pytest.approx(step_of(THREE, Stamp(1, 0, (0, 1))) + 0.65)
    assert red.result.scenario.channel == 0
    assert after(state, BringChannel(99)).result.scenario.channel == 2


def test_steps_are_stamps_and_playing_comes_to_the_end() -> None:
    state = after(stamped(THREE, 3.0), StepForward(), Tick(10.0))
    assert state.playback.position == 4.0
    assert state.lanes == 1
    played = after(stamped(THREE, 23.5), StepForward(), Tick(10.0))
    assert played.playback.position == 24.0
    assert shown(played).where.phase == "done"


def test_the_cursor_moves_as_the_kernel_is_shown_and_stands_on_pixels() -> None:
    state = after(stamped(), PlaceCursor(Cell(GridName.KERNEL, 2, 2)), MoveCursor(0, 1))
    assert state.interface.cursor == Cell(GridName.KERNEL, 2, 1)
    spread = after(stamped(), ShowSpread(on=True), PlaceCursor(Cell(GridName.IMAGE, 1, 3)))
    assert after(spread, ShowSpread(on=False)).interface.cursor == Cell(GridName.IMAGE, 0, 2)


def test_fewer_channels_are_fewer_stamps() -> None:
    from game.input.layer_intents import SetChannels

    state = stamped(THREE, 23.0)
    one = after(state, SetChannels(1))
    assert one.stamped
    assert one.steps == 8
    assert 0 <= one.playback.position <= 8


def test_builds_of_a_scene_are_those_of_its_stamps() -> None:
    given = (Build(0.0, 14.65, 4.0), Build(14.65, 14.66, 1.0), Build(14.65, 36.0, 2.0))
    found = stamp_builds(PICTURE, 0.0, given)
    assert found[0].start == 0.0
    assert found[0].end == pytest.approx(4.65)
    assert found[-1].end == 9.0
    own = stamp_builds(PICTURE, 0.0, None)
    assert own[0].start == 0.0
    assert own[-1].end == 9.0
    assert all(before.end == after_.start for before, after_ in pairwise(own))


def test_leaving_the_stamps_for_another_view_is_said_once() -> None:
    left = after(stamped(), ShowStack(on=True))
    assert left.interface.toasts[-1].sentence.startswith("Here the spread image is shown")
    assert not after(left, ShowStack(on=False), Tick(5.0)).interface.toasts
    chosen = after(stamped(), ShowSpread(on=True), ShowStack(on=True))
    assert not chosen.interface.toasts
    assert not after(stamped(), TogglePredict()).interface.toasts, "it would lie over the question"


def test_a_stop_of_a_tour_begins_at_its_stamp_and_counts_stamps_whatever_is_shown() -> None:
    asked = Condition("position", value=2.0)
    stop = Stop("Stamps", "Look.", PICTURE, task="Play.", position=0.3, conditions=(asked,), stamps=True)
    begun = after(fresh(), BeginTour(Tour("", (stop, stop))))
    assert begun.stamped
    assert begun.playback.position == 0.3
    assert begun.steps == 9
    run = begun.tour
    assert run is not None
    assert not run.done
    spread = after(begun, ShowSpread(on=True), Scrub(2.0))  # in cells: the second stamp is laid
    assert not spread.stamped
    assert spread.tour is not None
    assert not spread.tour.done
    there = after(begun, Scrub(2.0))
    assert there.tour is not None
    assert there.tour.done
    plain = after(fresh(), BeginTour(Tour("", (stop.changed(stamps=False),))))
    assert not plain.stamped


WIDE = Scenario(np.ones((5, 5)), np.ones((3, 3)), stride=(2, 2), padding=(1, 1), transposed=True)


def test_a_stop_that_asks_for_the_size_shows_no_stamps_before_it_is_told() -> None:
    asked = Stop("Size", "Look.", WIDE, task="How large?", secret=True, conditions=(Condition("position", value=9.0),))
    begun = after(fresh(), BeginTour(Tour("", (asked,))))
    assert begun.tour is not None
    assert begun.tour.keeps_size
    refused = after(begun, ShowSpread(on=False))
    assert not refused.stamped
    assert "asked" in refused.interface.toasts[-1].sentence
    assert shown(refused).still.rail.layer.spread is None
    told = after(refused, Scrub(3.0), ShowSpread(on=False))
    assert told.stamped


def test_a_click_on_side_b_goes_where_side_b_shows_that_cell() -> None:
    both = after(stamped(WIDE), ToggleCompare(), SetOperation("convolution"))
    assert not both.work.of(Side.B).layer.is_transposed
    for cell in ((0, 0), (1, 2), (2, 2)):
        moved = shown(after(both, GoToCell(cell, Side.B)))
        assert moved.moments[1].cell == cell


def test_a_card_of_side_b_that_is_dragged_by_nothing_stays() -> None:
    big = Scenario(np.ones((8, 8)), np.ones((5, 5)), transposed=True)
    both = after(stamped(big, 28.65), ToggleCompare(), SetOperation("convolution"))
    corner = shown(both).moments[1].card
    assert shown(after(both, MoveCard(corner, Side.B))).moments[1].card == corner


def test_the_cursor_of_side_b_moves_as_ever() -> None:
    both = after(stamped(), ToggleCompare(), PlaceCursor(Cell(GridName.KERNEL, 1, 1, Side.B)), MoveCursor(0, 1))
    assert both.interface.cursor == Cell(GridName.KERNEL, 1, 2, Side.B)


def test_what_is_refused_leaves_the_walk_where_it_is() -> None:
    cut = Scenario(np.ones((5, 5)), np.ones((3, 3)), padding=(2, 2), transposed=True)
    stop = Stop("Stamps", "Look.", cut, position=0.65, stamps=True)
    begun = after(fresh(), BeginTour(Tour("", (stop,))))
    assert after(begun, TogglePredict()).playback.position == 0.65


@pytest.mark.parametrize("view", [{"name": "stack"}, {"name": "flat", "spread": True}])
@pytest.mark.parametrize("position", [3.65, 12.65, 30.2])
def test_a_file_that_shows_no_stamps_opens_at_its_very_cell(view: dict[str, object], position: float) -> None:
    replaced = ReplaceScenario(WIDE, position, cells=counts_cells(view))
    opened = after(fresh(), replaced, *shown_as(view), Tick(5.0))
    assert not opened.stamped
    assert opened.playback.position == position
    assert not opened.interface.toasts
    flat: dict[str, object] = {"name": "flat"}
    again = after(opened, ReplaceScenario(PICTURE, 14.65, cells=counts_cells(flat)), *shown_as(flat), Tick(5.0))
    assert again.stamped


def test_the_task_is_shown_in_whatever_counts_now() -> None:
    asked = Condition("position", value=25.0)
    stop = Stop("Stamps", "Look.", WIDE, task="Play.", conditions=(asked,), stamps=True, builds=())
    begun = after(fresh(), BeginTour(Tour("", (stop,))), ShowSpread(on=True))
    played = after(begun, NextStop())
    assert played.playback.target == 81.0


def test_a_build_keeps_its_time_when_the_picture_changes() -> None:
    state = stamped(WIDE, 0.0)
    plays = state.changed(playback=state.playback.play_through(0.0, 25.0, 8.0))
    spread = after(plays, ShowSpread(on=True))
    assert spread.playback.target == 81.0
    assert spread.playback.pace == pytest.approx(81 / 8)
    assert after(spread, ShowSpread(on=False)).playback.pace == pytest.approx(25 / 8)


def test_no_time_of_builds_is_lost() -> None:
    rows = (Build(0.0, 9.0, 2.0), Build(9.0, 18.0, 3.0), Build(18.0, 81.0, 5.0))
    found = stamp_builds(WIDE, 0.0, rows)
    assert sum(build.seconds for build in found) == 10.0
    assert found[0].start == 0.0
    assert found[-1].end == 25.0
    assert all(one.end == other.start for one, other in pairwise(found))
