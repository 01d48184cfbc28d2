"""A tour about channels and filters: what it notices by hand, what a remote shows, and what a lock keeps."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.pooling import Pooling
from game.core.scenario import Scenario
from game.files.tour import Condition, Stop, Tour
from game.files.tour_file import read_tour, tour_path
from game.input.intent import Cell, Control, GridName, Intent
from game.input.layer_intents import (
    SetChannels,
    SetDepthwise,
    SetFilters,
    SetGroups,
    SetOperation,
    SetOutputPadding,
    ToggleCeilMode,
    ToggleCountPadding,
)
from game.input.mode_intents import StartPresent
from game.input.scenario_intents import SetCell, SetQuantity, Undo
from game.input.walk_intents import BringChannel, NextStop, PreviousStop, TogglePlay
from game.input.window_intents import Tick
from game.session.modes.tour.conditions import holds
from game.session.state import State, TourRun
from game.session.tour import at_stop, spoken_of, tour_begun, tour_left

from .hands import after, fresh, sentences
from .test_lanes import COLOUR

TOUR = read_tour(tour_path("colour"))
ON, BACK = NextStop(), PreviousStop()


def run_of(state: State) -> TourRun:
    assert state.tour is not None
    return state.tour


def asking(*conditions: Condition, scenario: Scenario = COLOUR, locked: frozenset[str] = frozenset()) -> State:
    stop = Stop("One", "Look.", scenario, builds=(), task="Do it.", reply="So.", conditions=conditions)
    return tour_begun(fresh(), Tour("A tour", (stop.changed(locked=locked),)))


def pressed(state: State) -> State:
    """Press the key that goes on, and wait until nothing moves."""
    return after(state, ON, *[Tick(0.5)] * 24)


@pytest.mark.parametrize(
    ("kind", "value", "wrong", "right"),
    [
        ("channels", 2, SetChannels(4), SetChannels(2)),
        ("filters", 6, SetFilters(5), SetFilters(6)),
        ("groups", 3, SetFilters(3), SetGroups(3)),
    ],
)
def test_how_many_there_are_is_noticed_and_no_longer_when_it_is_undone(
    kind: str, value: int, wrong: SetFilters, right: SetFilters
) -> None:
    scenario = COLOUR.varied(kernel=COLOUR.layer.weights[:3], bias=[0, 1, 2]) if kind == "groups" else COLOUR
    state = after(asking(Condition(kind, value=float(value)), scenario=scenario), wrong)
    assert not run_of(state).done
    state = after(state, right)
    assert run_of(state).done
    assert not run_of(after(state, Undo())).done
    shown = pressed(asking(Condition(kind, value=float(value)), scenario=scenario))
    assert (run_of(shown).shown, run_of(shown).done) == (True, False)
    assert holds(run_of(shown).stop.conditions[0], run_of(shown), shown)
    assert spoken_of(run_of(shown)) == Control(kind)


def test_a_pixel_of_any_channel_is_noticed_and_that_of_one_only_there() -> None:
    painted = (BringChannel(1), SetCell(Cell(GridName.IMAGE, 0, 0), 3.0))
    assert run_of(after(asking(Condition("pixel")), *painted)).done
    assert not run_of(after(asking(Condition("pixel", cell=(0, 0), front=(2, 0))), *painted)).done
    assert run_of(after(asking(Condition("pixel", cell=(0, 0), front=(1, 0))), *painted)).done


def test_a_weight_is_noticed_in_its_filter_and_shown_there() -> None:
    asked = Condition("weight", cell=(1, 1), value=7.0, front=(2, 3))
    shown = pressed(asking(asked))
    assert shown.scenario.layer.weights[3, 2, 1, 1] == 7
    assert np.count_nonzero(shown.scenario.layer.weights != COLOUR.layer.weights) == 1
    other = after(asking(asked), SetCell(Cell(GridName.KERNEL, 1, 1), 7.0))
    assert not run_of(other).done, "that was filter 1"
    assert run_of(after(asking(Condition("weight")), SetCell(Cell(GridName.KERNEL, 1, 1), 7.0))).done


def test_what_is_no_longer_there_is_not_done() -> None:
    asked = Condition("weight", cell=(0, 0), front=(2, 3))
    assert not run_of(after(asking(asked), SetFilters(2))).done
    assert not run_of(after(asking(asked), SetChannels(1))).done


def test_a_locked_image_keeps_its_channels_and_it_is_said() -> None:
    state = after(asking(Condition("filters", value=2.0), locked=frozenset({"image"})), SetChannels(1))
    assert len(state.scenario.channels) == 3
    assert "image" in sentences(state)[0]


@pytest.mark.parametrize("presents", [False, True])
def test_the_remote_alone_goes_through_the_tour_of_colour_and_back(presents: bool) -> None:
    state = tour_begun(fresh(), TOUR)
    state = after(state, StartPresent()) if presents else state
    answered = set()
    for _ in range(40):
        state = pressed(state)
        run = run_of(state)
        if run.done or run.shown:
            answered.add(run.index)
            kinds = [each for each in run.stop.conditions if each.kind != "played"]
            assert all(holds(each, run, state) for each in kinds)
    assert answered == set(range(len(TOUR.stops)))
    assert run_of(state).is_last
    for _ in range(40):
        state = after(state, BACK)
    assert (run_of(state).index, state.playback.position) == (0, TOUR.stops[0].position)


def test_each_task_of_the_tour_of_colour_can_be_done_by_hand() -> None:
    hands = (
        (TogglePlay(), *[Tick(0.2)] * 60),
        (TogglePlay(), *[Tick(0.2)] * 60),
        (SetFilters(2), TogglePlay(), *[Tick(0.2)] * 5),
        (SetChannels(2),),
        (SetGroups(2), TogglePlay(), *[Tick(0.2)] * 5),
        (SetDepthwise(),),
    )
    assert len(hands) == len(TOUR.stops)
    for index, does in enumerate(hands):
        state = at_stop(tour_begun(fresh(), TOUR), index)
        assert not run_of(state).done
        assert run_of(after(state, *does)).done, TOUR.stops[index].title


def test_the_filter_that_is_added_makes_another_map_of_small_integers() -> None:
    state = after(at_stop(tour_begun(fresh(), TOUR), 2), SetFilters(2))
    first, second = state.result.maps
    assert not np.array_equal(first, second)
    weights = state.scenario.layer.weights
    assert np.array_equal(weights, np.rint(weights))
    assert state.scenario.kernel_name == "small integer filters"


def test_after_the_channels_of_the_fourth_stop_there_are_as_many_maps() -> None:
    state = at_stop(tour_begun(fresh(), TOUR), 3)
    fewer = after(state, SetChannels(2))
    assert len(fewer.result.maps) == len(state.result.maps) == 4
    assert fewer.scenario.layer.weights.shape == (4, 2, 2, 2), "4 × 2 = 8 kernels, as is said"
    assert np.array_equal(fewer.scenario.layer.weights, state.scenario.layer.weights[:, :2])


def test_an_operation_that_is_asked_for_is_noticed_and_shown() -> None:
    state = asking(Condition("operation", name="max pooling"))
    assert not run_of(after(state, SetOperation("average pooling"))).done
    done = after(state, SetOperation("max pooling"))
    assert run_of(done).done
    assert not run_of(after(done, Undo())).done, "it counts only while it is so"
    shown = pressed(state)
    assert run_of(shown).shown
    assert shown.scenario.layer.pooling == Pooling("max", COLOUR.kernel_size)
    assert spoken_of(run_of(shown)) == Control("operation")
    locked = after(asking(scenario=COLOUR, locked=frozenset({"kernel"})), SetOperation("max pooling"))
    assert locked.scenario == COLOUR


POOLED = Scenario(COLOUR.pixels, [[1.0]], pooling=Pooling("average", (2, 2)), white=COLOUR.white)
STAMPED = Scenario(COLOUR.pixels[:1], [[1, 2], [3, 4]], COLOUR.white, (2, 2), transposed=True)


@pytest.mark.parametrize(
    ("condition", "scenario", "right", "control"),
    [
        (Condition("ceil_mode", value=1.0), POOLED, (ToggleCeilMode(),), "ceil mode"),
        (Condition("count_include_pad", value=0.0), POOLED, (ToggleCountPadding(),), "count padding"),
        (Condition("output_padding", pair=(1, 1)), STAMPED, (SetOutputPadding(1),), "output padding"),
        (Condition("output_padding", pair=(0, 1)), STAMPED, (SetOutputPadding(1, 1),), "output padding"),
    ],
)
def test_what_an_operation_is_set_to_is_noticed_undone_and_shown(
    condition: Condition, scenario: Scenario, right: tuple[Intent, ...], control: str
) -> None:
    state = asking(condition, scenario=scenario)
    assert not run_of(state).done
    done = after(state, *right)
    assert run_of(done).done
    assert not run_of(after(done, *[Undo()] * len(right))).done, "it counts only while it is so"
    shown = pressed(state)
    assert run_of(shown).shown
    assert holds(condition, run_of(shown), shown)
    assert spoken_of(run_of(shown)) == Control(control)
    assert "layer" in state.settings.sections, "its control is in sight"


def test_the_settings_of_another_operation_are_shown_after_it_whatever_stands_first() -> None:
    asked = (Condition("ceil_mode", value=1.0), Condition("operation", name="max pooling"))
    shown = pressed(asking(*asked))
    assert shown.scenario.layer.pooling == Pooling("max", COLOUR.kernel_size, ceil_mode=True)
    of_none = pressed(asking(Condition("ceil_mode", value=1.0)))
    assert run_of(of_none).shown
    assert of_none.scenario == COLOUR, "what there is not cannot be shown"
    already = pressed(asking(Condition("ceil_mode", value=0.0), Condition("operation", name="max pooling")))
    assert already.scenario.layer.pooling == Pooling("max", COLOUR.kernel_size)


@pytest.mark.parametrize(
    ("scenario", "intent"),
    [
        (STAMPED, SetOutputPadding(1)),
        (STAMPED, SetOperation("convolution")),
        (COLOUR, SetOperation("transposed convolution")),
        (POOLED, ToggleCeilMode()),
    ],
)
def test_a_lock_on_the_kernel_keeps_what_is_done_with_it(scenario: Scenario, intent: Intent) -> None:
    state = asking(Condition("position", value=1.0), scenario=scenario, locked=frozenset({"kernel"}))
    refused = after(state, intent)
    assert refused.scenario == scenario
    assert sentences(refused)


POOLING, STAMPS = (read_tour(tour_path(name)) for name in ("pooling", "transposed"))
HANDS: dict[str, tuple[tuple[Intent, ...], ...]] = {
    "Why pool": (
        (TogglePlay(), *[Tick(0.2)] * 60),
        (SetCell(Cell(GridName.IMAGE, 0, 0), 0.0),),
        (SetOperation("average pooling"),),
    ),
    "Why transpose": (
        (TogglePlay(), *[Tick(0.2)] * 90),
        (SetQuantity("kernel size", None, 4),),
        (TogglePlay(), *[Tick(0.2)] * 400),
    ),
}


@pytest.mark.parametrize("tour", [POOLING, STAMPS], ids=HANDS)
def test_each_task_of_the_tours_of_operations_can_be_done_by_hand(tour: Tour) -> None:
    for index, deeds in enumerate(HANDS[tour.name]):
        state = at_stop(tour_begun(fresh(), tour), index)
        assert not run_of(state).done
        assert run_of(after(state, *deeds)).done, tour.stops[index].title


@pytest.mark.parametrize("tour", [POOLING, STAMPS], ids=HANDS)
@pytest.mark.parametrize("presents", [False, True])
def test_the_remote_alone_goes_through_the_tours_of_operations(presents: bool, tour: Tour) -> None:
    state = tour_begun(fresh(), tour)
    state = after(state, StartPresent()) if presents else state
    answered = set()
    for _ in range(30):
        state = pressed(state)
        run = run_of(state)
        if run.done or run.shown:
            answered.add(run.index)
            assert all(holds(each, run, state) for each in run.stop.conditions)
    assert answered == {0, 1, 2}
    assert run_of(state).is_last


def test_with_groups_a_filter_sees_its_own_channels_alone() -> None:
    begun = at_stop(tour_begun(fresh(), TOUR), 4)
    for shown, groups, kernels in ((begun, 1, 16), (after(begun, SetGroups(2)), 2, 8)):
        weights = shown.scenario.layer.weights
        assert (len(shown.result.maps), weights.shape[0] * weights.shape[1]) == (4, kernels)
        lanes = shown.scenario.at(shown.scenario.channel, 0).lanes
        assert list(lanes) == list(range(4 // groups))


def test_depthwise_leaves_each_map_to_one_colour() -> None:
    begun = at_stop(tour_begun(fresh(), TOUR), 5)
    shown = after(begun, SetDepthwise())
    assert (begun.scenario.layer.weights.size, shown.scenario.layer.weights.size) == (36, 12)
    sums = begun.result.maps[0][0, 0], shown.result.maps[0][0, 0]
    assert sums == (11, 2), "the channel sum of red is left"
    for index in range(3):
        assert list(shown.scenario.layer.channels_of(index)) == [index]


KEPT = [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 0), (6, 0)]
"""Stops at which the tour may have been left, and where it goes on: from the last one, and from none, anew."""


@pytest.mark.parametrize(("left", "goes_on"), KEPT)
def test_a_tour_that_was_left_when_it_had_fewer_stops_goes_on_where_it_was(left: int, goes_on: int) -> None:
    state = fresh()
    state = state.changed(settings=state.settings.changed(tours=((TOUR.name, left),) if left else ()))
    if left == 5:  # who has come to the last stop begins anew: it is not kept
        begun = at_stop(tour_begun(fresh(), TOUR), 5)
        state = tour_left(begun)
        assert state.settings.tours == ()
    begun = tour_begun(state, TOUR)
    assert run_of(begun).index == goes_on
    titles = ("One channel, one filter", "Three channels, one filter", "One channel, two filters")
    assert left not in range(3) or run_of(begun).stop.title == titles[left], "those of the first edition"
