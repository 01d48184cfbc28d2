"""The facts of a kernel that learns: its maps and numbers, as far as the part of the update shows them."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.gradients import Objective
from ...core.grid import Grid, Pair
from ...core.learning import MEAN, SUM, Learning
from ...core.learning_limits import Lack, rate_limit, teachable
from ...core.learning_walks import terms_of
from ...core.result import Result
from ...core.scenario import Scenario
from ...core.tensors import Tensor
from ...input.intent import GridName, Side
from ...play.choices import ERRORS, LEARNING_PACES
from ...value import Kept, Single, Value
from ...words.numbers import decimals_of
from ..boards import Board, BoardKey
from ..learning import PARTS, Stretch, Trace, pointed_weight, why_no_walk
from ..remembered import Turned

if TYPE_CHECKING:
    from ..state import StillState

Asked = tuple[str, int, int]
"""An answer, "" while the question is open; right answers; tries."""
LOSSES_SHOWN = (MEAN, SUM)
"""The losses of one layer, by their names."""


class LearnFacts(Single):
    """Of the stage.

    number, last: the present update, and how many there are. part: one of `PARTS`. weight: the one that is looked at.
    output, target, error, gradient, step: boards of what is in front; None where it does not stand yet.
    losses: those that are kept, with the numbers of their updates; now: the present one. loss: its name.
    count: of the numbers that it is the mean of.
    old, slope, velocity, new: of the weight that is looked at. rate, momentum: how it is updated.
    terms: what the gradient is the sum of: each cell's error (behind the activation), and the pixel under the weight.
    asked: how the question which way the weight goes was answered, "" while it is open, right answers and tries; while
    it is open nothing of the direction is here. None: nothing is asked.
    first, extent: the first pixel that the weight meets, and how far the block of them reaches.
    """

    number: int
    last: int
    part: str
    weight: Pair
    output: Board | None
    target: Board
    error: Board | None
    gradient: Board | None
    step: Board | None
    losses: tuple[tuple[int, float], ...]
    now: float
    loss: str
    count: int
    factor: float
    old: float
    slope: float
    velocity: float
    new: float
    rate: float
    momentum: float
    terms: tuple[Grid, Grid]
    first: Pair
    extent: Pair
    activation: str
    turned: Turned | None
    asked: Asked | None
    large: bool
    running: bool
    pace: float
    no_walk: tuple[str | None, str | None]

    @property
    def secret(self) -> bool:
        """Whether nobody may know which way the weight goes."""
        return self.asked is not None and not self.asked[0]

    @property
    def shows(self) -> int:
        """How far the present update is shown, as an index of `PARTS`."""
        return PARTS.index(self.part)


class RateFacts(Value):
    """Of the rate: what it is, where its track ends, the step of a key, and from where on learning diverges.

    limit: None where there is no fixed one.
    """

    rate: float
    end: float
    step: float
    limit: float | None


class LearnRail(Value):
    """Of the section of the rail.

    target: what it is the map of: "hidden", "painted", "given", or a kernel by name. loss: its name.
    lack, rank: why the image cannot teach all, and how many of how many numbers it can; "nothing" where it can.
    """

    target: str
    loss: str
    rate: RateFacts
    momentum: float
    bias: bool
    lack: Lack
    rank: Pair


def learn_rail(state: StillState, keep: Kept) -> LearnRail | None:
    """Return the facts of the section; None while nothing is learned."""
    learn, trace = state.learn, state.learn.trace
    if trace is None or not learn.on:
        return None
    learning = trace.goal.learning
    limit, lack, rank = keep(_taught, trace.goal)
    end = _nice(2.4 * limit) if limit is not None else max(1.0, _nice(2 * learning.learning_rate))
    rate = RateFacts(learning.learning_rate, max(end, 1e-5), max(end, 1e-5) / 200, limit)
    return LearnRail(
        target_name(state, learning.target), learning.loss, rate, learning.momentum, learning.bias, lack, rank
    )


def _taught(goal: Objective) -> tuple[float | None, Lack, Pair]:
    """Return from which rate on learning diverges, what the image lacks, and how much of how much it can teach."""
    found = teachable(goal)
    if found is None:
        return rate_limit(goal), "nothing", (0, 0)
    return rate_limit(goal), found.lack, (found.rank, found.numbers)


def _nice(value: float) -> float:
    """Return a number with one digit that is not less than another."""
    power = 10.0 ** floor(log10(value))
    return ceil(value / power) * power


def target_name(state: StillState, target: Tensor) -> str:
    """Return what a target is the map of, as far as it may be told."""
    known = next((each for each in reversed(state.learn.targets) if np.array_equal(each[0], target)), None)
    if known is None:
        return "given"
    return known[1] if known[2] else "hidden"


def learn_facts(state: StillState, keep: Kept) -> LearnFacts | None:
    """Return the facts of what is learned; None while nothing is, or the walk of a gradient is shown."""
    learn, trace = state.learn, state.learn.trace
    if trace is None or not learn.on:
        return None
    front = state.result.scenario
    rows, columns = front.kernel_size
    row, column = pointed_weight(state.interface.hover) or learn.weight
    weight = min(row, rows - 1), min(column, columns - 1)
    secret = learn.keeps_direction
    weight = learn.weight if learn.asks else weight
    turned = None if secret else learn.turned
    asked = (learn.answered, learn.right, learn.tries) if learn.asks else None
    shown = learn.part, weight, turned, learn.running, learn.pace, asked
    chosen, learning = state.settings.decimals, trace.goal.learning
    target = keep(_target, learning, front.filter, keep(_extreme, learning, trace.stretches[0]), chosen)
    return keep(_facts, trace, state.result, (front.channel, front.filter), shown, target, chosen)


def _facts(
    trace: Trace,
    result: Result,
    front: Pair,
    shown: tuple[str, Pair, Turned | None, bool, int, Asked | None],
    target: Board,
    chosen: int | None,
) -> LearnFacts:
    (part, weight, turned, running, pace, asked), output = shown, result.output
    secret = asked is not None and not asked[0]
    scenario, slopes, learning = trace.scenario.at(*front), trace.slopes, trace.goal.learning
    terms = terms_of(slopes, front[1], scenario.place, weight)
    (row, column), layer = weight, scenario.layer
    return LearnFacts(
        number=trace.number,
        last=trace.last,
        part=part,
        weight=weight,
        target=target,
        **_boards(trace, scenario, output, PARTS.index(part), secret, target.magnitude, chosen),
        **_of_weight(trace, (front[1], scenario.place, row, column), secret),
        losses=trace.losses,
        now=slopes.loss,
        loss=learning.loss,
        count=learning.target.size,
        factor=trace.goal.factor,
        rate=learning.learning_rate,
        momentum=learning.momentum,
        terms=(terms.delta, terms.pixels),
        first=(row * layer.dilation[0] - layer.padding.top, column * layer.dilation[1] - layer.padding.left),
        extent=((output.shape[0] - 1) * layer.stride[0] + 1, (output.shape[1] - 1) * layer.stride[1] + 1),
        activation=layer.activation,
        turned=turned,
        asked=asked,
        large=scenario.is_pictured,
        running=running,
        pace=LEARNING_PACES[pace],
        no_walk=(why_no_walk(scenario, "kernel"), why_no_walk(scenario, "image")),
    )


def _boards(
    trace: Trace, scenario: Scenario, output: Grid, at: int, secret: bool, extreme: float, chosen: int | None
) -> dict[str, Any]:
    """Return what stands in the grids when so many parts of an update are shown; a gradient that is asked for does not.

    scenario: with the channel and the filter in front. extreme: the value of a map that has the full hue.
    """
    number, place, sees = scenario.filter, scenario.place, scenario.sees and not secret
    learning, slopes, sloped = trace.goal.learning, trace.slopes, trace.scale or 1.0
    step = trace.next.parameters[0][number, place] - trace.now.parameters[0][number, place]
    gradient, stepped = slopes.weights[number, place], sloped * learning.learning_rate
    return {
        "output": _board(output, extreme, chosen) if at >= 1 else None,
        "error": _board(slopes.error[number], extreme, chosen, ERRORS) if at >= 2 else None,
        "gradient": _board(gradient, sloped, chosen, ERRORS) if at >= 4 and sees else None,
        "step": _board(step, stepped, chosen) if at >= 5 and sees else None,
    }


def _of_weight(trace: Trace, at: tuple[int, int, int, int], secret: bool) -> dict[str, Any]:
    """Return what a weight is, and what becomes of it; 0 where that is asked for."""
    found = {
        "slope": float(trace.slopes.weights[at]),
        "velocity": float(trace.now.velocity[0][at]),
        "new": float(trace.next.parameters[0][at]),
    }
    told = dict.fromkeys(found, 0.0) if secret else found
    return told | {"old": float(trace.now.parameters[0][at])}


def _target(learning: Learning, number: int, extreme: float, chosen: int | None) -> Board:
    """Return the board of what is wanted of a filter: the same one while it learns."""
    return _board(learning.target[number], extreme, chosen)


def _extreme(learning: Learning, first: Stretch) -> float:
    """Return which value of a map has the full hue: the largest that is wanted, else in the first output."""
    return float(np.abs(learning.target).max()) or _largest(first) or 1.0


def _largest(first: Stretch) -> float:
    """Return the largest magnitude in the first output: where nothing is wanted, errors are shaded by that."""
    return float(np.abs(first.goal.at(first.history.at(0).parameters).output).max())


def _board(values: Grid, magnitude: float, chosen: int | None, look: str = "hues") -> Board:
    """Return the board of a map, or of what belongs to the weights."""
    written = np.where(np.isfinite(values), values, 0.0)
    return Board(
        key=BoardKey(Side.A, GridName.OUTPUT),
        size=(int(values.shape[0]), int(values.shape[1])),
        first=(0, 0),
        values=written,
        widest=written,
        decimals=decimals_of(written, chosen),
        magnitude=magnitude,
        signed=True,
        map_look=look,
    )
