"""What a kernel has learned since it began: its updates, which one goes back and forth over, and how bad each was."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Any

import numpy as np

from ..core.descent import Descent, Stopped, updated
from ..core.descent_history import History, started
from ..core.gradients import Gradients, Objective, objective_of, taught
from ..core.learning import SUM, Learning
from ..core.limits import KERNEL_SIZE, Range
from ..core.scenario import Pair, Scenario
from ..input.intent import Cell, Control, GridName, Target
from ..value import Single

PARTS = ("kernel", "output", "error", "sum", "gradients", "step")
"""What of an update is shown, one after the other: the new kernel alone, then what follows from it."""
MOMENTUM = Range(0, 0.99)
"""What can be set here; a file may say a little more."""
GRADIENT = "gradient "
"""Begins the names of the controls that are a weight's gradient; its row and column follow, from 1."""
IMAGE = "image"
"""Of what there is a gradient beside the kernel's."""


class Stretch(Single):
    """Updates that were all made with one rate, momentum, and choice whether the bias learns."""

    history: History
    goal: Objective


class Trace(Single):
    """What was learned.

    first: the scenario before the first update. scenario: the one that is shown, with the present weights.
    stretches: all updates; each stretch begins where the one before ends. number: of the present update.
    scale: the largest magnitude of a gradient at the beginning, by which all are shaded; 0 where all were 0.
    """

    first: Scenario
    scenario: Scenario
    stretches: tuple[Stretch, ...]
    number: int
    scale: float

    def varied(self, **values: Any) -> Trace:
        """Return another one with other values for some fields; what follows from them is worked out anew."""
        return Trace(**{name: self.__dict__[name] for name in self.names} | values)

    @cached_property
    def _begins(self) -> list[int]:
        """The update with which each stretch begins, and at last the newest one."""
        return [0, *accumulate(stretch.history.updates for stretch in self.stretches)]

    @property
    def place(self) -> tuple[int, int]:
        """Of which stretch the present update is, and how many it is after its begin: at a border, of the later one."""
        index = min(bisect_right(self._begins, self.number) - 1, len(self.stretches) - 1)
        return index, self.number - self._begins[index]

    @property
    def last(self) -> int:
        """How many updates were made in all."""
        return self._begins[-1]

    @cached_property
    def goal(self) -> Objective:
        """What is to become less, and how."""
        return self.stretches[self.place[0]].goal

    @cached_property
    def now(self) -> Descent:
        """The weights and biases of the present update."""
        index, number = self.place
        return self.stretches[index].history.at(number)

    @cached_property
    def slopes(self) -> Gradients:
        """Output, error and gradients at the present weights: after the newest update the learning has them already."""
        known = self.stretches[-1].history.slopes
        if self.number == self.last and isinstance(known, Gradients) and known.objective is self.goal:
            return known
        return self.goal.at(self.now.parameters)

    @cached_property
    def next(self) -> Descent:
        """The weights and biases after one more update."""
        return updated(self.goal, self.now, self.slopes)

    @cached_property
    def losses(self) -> tuple[tuple[int, float], ...]:
        """The losses that are kept, each with the number of its update."""
        found: dict[int, float] = {}
        for begin, stretch in zip(self._begins, self.stretches, strict=False):
            history = stretch.history
            found |= {begin + index * history.losses_every: loss for index, loss in enumerate(history.losses)}
        found[self.number] = self.slopes.loss
        return tuple(sorted(found.items()))


def why_not_learning(scenario: Scenario) -> str | None:
    """Return the name of the sentence that says why the layer of a scenario cannot learn here, or None."""
    layer = scenario.layer
    if scenario.chain is not None:
        return "learn.not.network"
    if layer.pooling is not None:
        return "learn.not.pooling"
    if layer.is_transposed:
        return "learn.not.transposed"
    return "learn.not.softmax" if layer.activation == "softmax" else None


def why_no_walk(front: Scenario, of: str) -> str | None:
    """Return the name of the sentence that says why a gradient cannot be walked through, or None."""
    if of == IMAGE:
        return "learn.no_walk.padding" if front.layer.padding.repeats else None
    return "learn.no_walk.large" if max(front.output_size) > KERNEL_SIZE.high else None


def factor_words(learning: Learning) -> str:
    """Return what the sums of a gradient's walk are multiplied by: the loss is a mean, or a sum."""
    return "2" if learning.loss == SUM else f"2 ÷ {learning.target.size}"


def learning_of(scenario: Scenario) -> Learning | None:
    """Return what a scenario is to learn here, if there is anything."""
    return None if why_not_learning(scenario) is not None else scenario.learning


def goal_of(scenario: Scenario) -> Objective:
    """Return what is to become less. Raises ValueError where a scenario has nothing to learn."""
    goal = objective_of(scenario)
    if goal is None:
        raise ValueError("there is nothing to learn")
    return goal


def trace_of(scenario: Scenario) -> Trace:
    """Begin to learn. Raises ValueError where a scenario has nothing to learn."""
    goal = goal_of(scenario)
    history = started(goal)
    scale = float(max(np.abs(each).max() for each in history.slopes.of_parameters))
    return Trace(scenario, scenario, (Stretch(history, goal),), 0, scale)


def stepped(trace: Trace, count: int = 1) -> tuple[Trace, Stopped]:
    """Return what was learned after so many more updates, or fewer, and why these; "" where all were made.

    Those that were made already are gone over first.
    """
    if trace.number < trace.last:
        return at_update(trace, trace.number + count), ""
    *before, present = trace.stretches
    history = present.history.further(count)
    made = history.updates - present.history.updates
    if not made:
        return trace, history.stopped
    further = trace.varied(stretches=(*before, Stretch(history, present.goal)), number=trace.number + made)
    return _shown(further), history.stopped


def at_update(trace: Trace, number: int) -> Trace:
    """Return the trace with the update of that number (0 … last; else the nearest) as the present one."""
    number = min(max(number, 0), trace.last)
    return trace if number == trace.number else _shown(trace.varied(number=number))


def _shown(trace: Trace) -> Trace:
    """Return the trace with the scenario of its present update: before the first one, as it was called then."""
    learning = trace.goal.learning
    if trace.number == 0:
        return trace.varied(scenario=trace.first.varied(learning=learning).at(0, 0))
    return trace.varied(scenario=taught(trace.scenario.varied(learning=learning), trace.now.parameters).at(0, 0))


def retuned(trace: Trace, scenario: Scenario) -> Trace:
    """Return the trace of a scenario of which only rate, momentum, or whether the bias learns, has changed.

    What came after the present update had other steps: it is forgotten. Where one was on the way to goes on.
    """
    index, number = trace.place
    before, present = trace.stretches[:index], trace.stretches[index]
    if number:
        before = (*before, Stretch(present.history.until(number), present.goal))
    goal = goal_of(scenario).known_from(present.goal)
    begins = started(goal, velocity=trace.now.velocity)
    return trace.varied(scenario=scenario, stretches=(*before, Stretch(begins, goal)))


def followed(trace: Trace, scenario: Scenario) -> Trace | None:
    """Return the trace where another scenario is shown that belongs to it, as after an undo; None where it does not."""
    if scenario is trace.scenario:
        return trace
    learning, own = scenario.learning, trace.goal.learning
    if learning is None or not _same_task(trace, scenario, learning):
        return None
    if learning != own:
        return retuned(trace, scenario) if _has(scenario, trace.now) else None
    near = (trace.number, trace.number - 1, trace.number + 1, 0, trace.last)
    for number in dict.fromkeys(number for number in near if 0 <= number <= trace.last):
        there = trace.varied(number=number)
        if there.goal.learning == learning and _has(scenario, there.now):
            return there.varied(scenario=scenario)
    return None


def _same_task(trace: Trace, scenario: Scenario, learning: Learning) -> bool:
    """Tell whether image, layer, target and loss of a scenario are those of the trace, whatever its weights are."""
    first, own = trace.first, trace.goal.learning
    if len(scenario.channels) != len(first.channels):
        return False
    channels = zip(scenario.channels, first.channels, strict=True)
    if not all(one is other or np.array_equal(one, other) for one, other in channels):
        return False
    slides = scenario.walk == first.walk and scenario.layer.settings == first.layer.settings
    return slides and learning.loss == own.loss and np.array_equal(learning.target, own.target)


def _has(scenario: Scenario, descent: Descent) -> bool:
    """Tell whether a scenario has the weights and biases of a state."""
    layer = scenario.layer
    return np.array_equal(layer.weights, descent.weights) and np.array_equal(layer.bias, descent.bias)


def pointed_weight(hover: Target | None) -> Pair | None:
    """Return the weight that is pointed at, or whose gradient is."""
    if isinstance(hover, Cell) and hover.grid is GridName.KERNEL:
        return hover.row, hover.column
    if not isinstance(hover, Control) or not hover.name.startswith(GRADIENT):
        return None
    row, column = map(int, hover.name.removeprefix(GRADIENT).split())
    return row - 1, column - 1


def turned_weight(before: Scenario, after: Scenario) -> tuple[Pair, float] | None:
    """Return the only weight that a hand has changed, and by how much; None where more or else has changed."""
    old, new = before.layer, after.layer
    if old.weights.shape != new.weights.shape or not np.array_equal(old.bias, new.bias):
        return None
    places = np.argwhere(old.weights != new.weights)
    if len(places) != 1:
        return None
    filter_, channel, row, column = map(int, places[0])
    at = filter_, channel, row, column
    return (row, column), float(new.weights[at] - old.weights[at])
