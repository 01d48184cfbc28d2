"""Whether what a stop of a tour asks for has come true, and whether a scenario keeps the stop's locks."""

from __future__ import annotations

import numpy as np

from ....core.goal import aimed_maps, is_met
from ....core.grid import Grid
from ....core.scenario import Scenario
from ....core.tensors import Tensor
from ....files.tour import GOAL, Condition, Stop
from ....files.tour_conditions import LAYER, setting_of
from ....input.intent import Intent
from ....input.tour_intents import AnswerCell
from ....input.walk_intents import GoToCell
from ....play.phases import TOLERANCE
from ...state import State, TourRun


def came_true(run: TourRun, before: State, intent: Intent, after: State) -> tuple[bool, ...]:
    """Return which conditions of the stop have come true, now that an intent has led from one state to another.

    What the program has shown was not done by that; it is done when it comes true once more, and not by the walk that
    the showing plays.
    """
    showing = run.shown and before.playback.pace is not None
    return tuple(
        (was and not condition.is_of_the_setting)
        or is_clicked(condition, before, intent)
        or (now and (was or not (showing or held)))
        for was, held, now, condition in zip(run.met, run.held, holding(run, after), run.stop.conditions, strict=True)
    )


OF_THE_WALK = ("position", "played")
"""Conditions that the walk makes true; when it is taken back they can come true anew."""


def undone_by_rewinding(run: TourRun) -> tuple[bool, ...]:
    """Return which conditions of the stop are still met once its walk has been taken back."""
    return tuple(was and each.kind not in OF_THE_WALK for was, each in zip(run.met, run.stop.conditions, strict=True))


def holding(run: TourRun, state: State) -> tuple[bool, ...]:
    """Return which conditions of the stop hold in a state."""
    return tuple(holds(condition, run, state) for condition in run.stop.conditions)


def asks_for_a_cell(run: TourRun) -> bool:
    """Say whether an output cell is still to be clicked."""
    return any(not was and each.kind == "output" for was, each in zip(run.met, run.stop.conditions, strict=True))


def is_clicked(condition: Condition, state: State, intent: Intent) -> bool:
    """Say whether an intent clicks on the output cell that a condition asks for."""
    if condition.kind != "output" or not isinstance(intent, GoToCell | AnswerCell):
        return False
    rows, columns = state.scenario.output_size
    there = 0 <= intent.cell[0] < rows and 0 <= intent.cell[1] < columns
    return there if condition.cell is None else intent.cell == condition.cell


def _position(run: TourRun, state: State) -> float:
    """Return where the walk is, counted as its stop counts: in stamps, or in cells, whichever is shown now."""
    if run.stop.stamps is state.stamped or not state.scenario.layer.is_transposed:
        return state.playback.position
    from ....play.stamp_walk import in_stamps  # few stops have stamps

    return in_stamps(state.scenario, state.playback.position) if run.stop.stamps else state.position_in_cells


def holds(condition: Condition, run: TourRun, state: State) -> bool:
    """Say whether the state is as a condition wants it; a clicked output cell shows in no state."""
    scenario, kind = state.scenario, condition.kind
    if kind == "position":
        return condition.value is not None and _position(run, state) >= condition.value - TOLERANCE
    if kind == "played":
        return state.playback.playing and _position(run, state) > run.stop.position
    if kind == GOAL:
        return run.stop.goal is not None and is_met(aimed_maps(state.result), run.stop.goal)
    if kind == "nothing_left_over":
        return not state.result.uncovered.left_over.any()
    if condition.is_of_the_setting:
        return setting_of(scenario, kind) == condition.wanted
    if kind == "changed":
        return scenario != run.first
    return kind in ("pixel", "weight") and _cell_holds(condition, run.first, scenario)


def _cell_holds(condition: Condition, first: Scenario, scenario: Scenario) -> bool:
    """Say whether a pixel or a weight has the value that is asked for; without one, whether it is another."""
    if condition.cell is None:
        all_before, all_now = _all(condition.kind, first), _all(condition.kind, scenario)
        return all_before.shape == all_now.shape and not np.array_equal(all_before, all_now)
    before, now = _front(condition, first), _front(condition, scenario)
    if before is None or now is None or before.shape != now.shape:
        return False
    if condition.value is None:
        return bool(before[condition.cell] != now[condition.cell])
    return bool(now[condition.cell] == condition.value)


def _all(kind: str, scenario: Scenario) -> Tensor:
    """Return all pixels, or all weights."""
    return scenario.pixel_tensor if kind == "pixel" else scenario.layer.chosen_weights


def _front(condition: Condition, scenario: Scenario) -> Grid | None:
    """Return the channel, or the kernel, that a condition is about; None where it is no longer there."""
    channel, number = condition.front
    if channel >= len(scenario.channels) or number >= scenario.layer.filters:
        return None
    front = scenario.at(channel, number)
    if condition.kind == "pixel":
        return front.pixels[channel]
    return front.chosen_kernel if front.sees else None


def breaks_a_lock(stop: Stop, scenario: Scenario) -> str | None:
    """Return which locked value a scenario has otherwise than the stop, or None.

    An image or a kernel of another size is another one too. A pooling is kept in the place of a kernel. Of a
    network the layers are kept, in whichever order, and whichever is in focus.
    """
    if stop.scenario.chain is not None:
        from .network_locks import broken_in_network  # few stops are networks

        return broken_in_network(stop.locked, stop.scenario, scenario)
    broken = next((name for name in sorted(stop.locked) if not _is_kept(name, scenario, stop.scenario)), None)
    return "pooling" if broken == "kernel" and stop.scenario.layer.pooling is not None else broken


def _is_kept(name: str, scenario: Scenario, wanted: Scenario) -> bool:
    """Say whether a locked value is the same: all channels of an image, all filters, all four sides of a padding."""
    if name == LAYER:
        return _of_the_layer(scenario) == _of_the_layer(wanted)
    if name == "padding":
        return scenario.layer.chosen_padding == wanted.layer.chosen_padding
    if name == "kernel" and _operation(scenario) != _operation(wanted):
        return False
    kind = {"image": "pixel", "kernel": "weight"}.get(name)
    if kind is not None:
        return np.array_equal(_all(kind, scenario), _all(kind, wanted))
    return np.array_equal(scenario.chosen(name), wanted.chosen(name))


def _of_the_layer(scenario: Scenario) -> tuple[object, ...]:
    """Return what a lock on the layer keeps: all but weights, sizes, stride, dilation and amounts of padding."""
    layer, padding = scenario.layer, scenario.layer.chosen_padding
    counts = len(scenario.pixels), layer.filters, layer.groups
    around = padding.mode, padding.fill, padding.alike is None
    return *_operation(scenario), *counts, layer.activation, tuple(layer.bias.tolist()), *around


def _operation(scenario: Scenario) -> tuple[object, ...]:
    """Return what a lock on the kernel keeps beside its weights: what is done with them, or which pooling is there."""
    layer, pooling = scenario.layer, scenario.layer.pooling
    if layer.is_transposed:
        return (layer.output_padding,)
    return (layer.whole_image,) if pooling is None else (pooling.kind, pooling.ceil_mode, pooling.count_include_pad)
