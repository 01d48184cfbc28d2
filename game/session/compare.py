"""Compare: two settings side by side on one image. Side A leads, side B follows it on the image."""

from __future__ import annotations

import operator
from typing import Any

import numpy as np

from ..core.convolution import nearest_step
from ..core.errors import ConvolutionError
from ..core.grid import frozen
from ..core.named import kernel_is_random, weights_called
from ..core.quantities import stored
from ..core.scenario import Scenario
from ..core.shares import whole
from ..core.updates import updated
from ..input.intent import CardBorder, Cell, Side
from ..play.phases import TOLERANCE
from ..play.playback import shown_position
from ..play.walk import place_of
from .history import History, Work
from .interface import without
from .state import State, unlinked_as_in, within


def with_setting(shown: Scenario, setting: Scenario) -> Scenario:
    """Return a scenario's image under the kernel of another one, and its stride, padding and so on.

    Where the image has another number of channels, the filters see all of them. Raises the errors of `core`.
    """
    layer = setting.layer
    if layer.pooling is not None:  # it says all
        return shown.changed(pooling=layer.pooling, kernel_name="")
    sliding = {each.key: setting.chosen(each.key) for each in stored("pair")}
    own: dict[str, Any] = {
        "kernel": layer.chosen_weights,
        "bias": layer.bias,
        "groups": layer.groups,
        "activation": layer.activation,
    }
    if layer.channels != len(shown.channels):
        from ..core.filters import with_filters  # few images change their channels

        counts = len(shown.channels), layer.filters
        named = setting.kernel_name, setting.seed
        own["kernel"], own["bias"] = with_filters(layer.chosen_weights, layer.bias, *counts, *named)
        own["groups"] = 1
    rest: dict[str, Any] = {"padding": layer.chosen_padding, "kernel_name": setting.kernel_name, "pooling": None}
    rest["transposed"] = layer.is_transposed
    if layer.is_transposed:
        rest["output_padding"] = layer.output_padding
    return shown.changed(**own | sliding | rest)


def fitting(shown: Scenario, setting: Scenario | None) -> Scenario:
    """Return a scenario's image under another setting, or the scenario itself when there is none or it does not fit."""
    if setting is None:
        return shown
    try:
        return with_setting(shown, setting)
    except ConvolutionError:
        return shown


def following(work: Work, scenario: Scenario, side: Side, lenient: bool) -> Work:
    """Return the work after a change of a side's scenario: the other side takes its image, and its seed.

    With another seed a random kernel of the other side is rolled again too. A change that the other kernel does not
    fit is refused with KernelDoesNotFit; `lenient`, for another scenario as a whole: that side becomes a copy.
    """
    before, other = work.of(side), work.of(side.other)
    if _same_image(before, scenario):
        return work.with_side(side, scenario, other)
    if lenient:
        return work.with_side(side, scenario, fitting(scenario, other))
    followed = with_setting(scenario, other)
    if scenario.seed != before.seed and kernel_is_random(other.kernel_name):
        filters, seen = other.layer.weights.shape[:2]
        rolled = weights_called(other.kernel_name, (filters, seen), other.kernel_size, scenario.seed)
        followed = followed.varied(kernel=frozen(rolled))
    return work.with_side(side, scenario, followed)


def _same_image(one: Scenario, other: Scenario) -> bool:
    same = len(one.channels) == len(other.channels) and all(map(operator.is_, one.channels, other.channels))
    if not same and one.layer.is_transposed and other.layer.is_transposed:
        same = np.array_equal(one.pixel_tensor, other.pixel_tensor)  # each spreads the image anew
    return same and all(getattr(one, name) == getattr(other, name) for name in _OF_IMAGE)


_OF_IMAGE = ("white", "seed", "image_name", "name", "picture")


def with_other(state: State, history: History[Work]) -> History[Work]:
    """Return a history whose present work, from before Compare began, has a side B too: the one that stands now."""
    scenario = history.present.scenario
    other = fitting(scenario, state.work.of(Side.B))
    return history.amended(history.present.changed(other=other))


def alone(history: History[Work]) -> History[Work]:
    """Return a history of side A: what only changed side B is no entry of it."""
    kept: list[Work] = []
    cursor = 0
    for index, work in enumerate(history.entries):
        if not kept or work.scenario != kept[-1].scenario:
            kept.append(work.changed(other=None))
        if index == history.cursor:
            cursor = len(kept) - 1
    return history.changed(entries=tuple(kept), cursor=cursor)


def compare_begun(state: State) -> State:
    """Begin to compare, no gesture being open: side B is what it was last, where that fits, else a copy of side A.

    Side B is in focus: it is the one that one is about to change.
    """
    scenario = state.scenario
    other = fitting(scenario, state.compare.last)
    compare = state.compare.changed(on=True, result=updated(whole(state.result), other))
    history = state.history.amended(state.work.changed(other=other))
    return focused(state.changed(history=history, nudge=None, before_gesture=None, compare=compare), Side.B)


def compare_left(state: State) -> State:
    """Show side A alone, no gesture being open; side B is remembered."""
    compare = state.compare.changed(on=False, focus=Side.A, last=state.work.of(Side.B), result=None)
    cursor = state.interface.cursor
    interface = without(state.interface, _of_b).changed(cursor=None if _of_b(cursor) else cursor)
    history = alone(state.history)
    left = state.changed(history=history, nudge=None, before_gesture=None, compare=compare, interface=interface)
    return unlinked_as_in(left, left.scenario)


def _of_b(target: object) -> bool:
    return isinstance(target, Cell | CardBorder) and target.side is Side.B


def focused(state: State, side: Side) -> State:
    """Give a side the rail; where its rows and columns differ, they are apart there."""
    return unlinked_as_in(within(state, "compare", focus=side), state.work.of(side))


def position_of_b(state: State) -> float:
    """Return where side B is in its map: at the step whose patch is nearest to that of side A, at the same fraction.

    At the end of side A it is the end of side B.
    """
    leader, follower = state.work.of(Side.A), state.work.of(Side.B)
    position = shown_position(state.playback, state.steps, state.part)
    if state.stamped:
        from ..play.stamp_walk import in_cells  # few layers have stamps

        position = in_cells(leader, position)
    _, shown = place_of(leader, position)
    step = int(shown + TOLERANCE)
    return nearest_step(leader, step, follower) + max(0.0, shown - step)
