"""What a network has learned from digits since it began: the states that are kept, and how well it read after each."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from ..core.chained import focus_of, layers_of, of_layers
from ..core.descent import GROWN, Stopped
from ..core.limits import WEIGHT
from ..core.operations import Operation
from ..core.scenario import Scenario
from ..files.digits import own_digits
from ..files.own_reader import reader_like
from ..learning.history import TrainingHistory
from ..learning.network import Network
from ..learning.passes import forward, losses_of
from ..learning.start import order_of
from ..learning.training import Lessons, Settings, Training, begun, begun_with, lessons_of, trained
from ..value import Single
from .digit_scores import SHAPE, scores_of_layers, scores_with

MOST, LEAST = 48, 1
"""Updates between two pictures of the window at full pace: at most those of an epoch, nearly."""
CLOSE = 400
"""So many states are kept one for each picture that was shown; from then on one for each epoch."""


class Course(Single):
    """A course of learning.

    training: where it is. history: the states that are kept, from the first one on. first: the loss at the beginning.
    shares: (updates, share) of the digits held back that were read right, where it is known: at the end of each epoch,
    and where runs begin and end.
    seed: what its weights have grown from; None: they were there before.
    """

    training: Training
    history: TrainingHistory
    first: float
    shares: tuple[tuple[int, float], ...] = ()
    seed: int | None = None

    def varied(self, **values: Any) -> Course:
        """Return another one with other values for some fields; what follows from them is worked out anew."""
        return Course(**{name: self.__dict__[name] for name in self.names} | values)

    @cached_property
    def layers(self) -> tuple[Operation, ...]:
        """The layers with what they have learned by now."""
        return self.training.layers

    @property
    def updates(self) -> int:
        """How many updates were made up to now."""
        return updates_of(self.training)

    @cached_property
    def moments(self) -> tuple[int, ...]:
        """After how many updates each of the kept states was."""
        return tuple(map(updates_of, self.history.states))

    @property
    def share(self) -> float:
        """The share of the digits held back that was read right when it was last known, up to now."""
        return next(share for updates, share in reversed(self.shares) if updates <= self.updates)

    def loss_of(self, training: Training) -> float:
        """Return the loss that is told of a state: the mean of an epoch's pictures, at first of a batch."""
        loss = training.loss
        return self.first if loss is None else loss


@lru_cache(maxsize=1)
def learned_from() -> Lessons:
    """Return the digits that networks learn from. Raises FileProblem as `own_digits`."""
    digits = own_digits()
    return lessons_of(digits.pixels[digits.learned], digits.kinds[digits.learned])


def in_an_epoch(settings: Settings) -> int:
    """Return how many updates an epoch has."""
    return -(-learned_from().count // settings.batch)


def updates_of(training: Training) -> int:
    """Return how many updates a state comes after."""
    settings = training.settings
    return training.epoch * in_an_epoch(settings) + -(-training.place // settings.batch)


def network_of(scenario: Scenario) -> Network:
    """Return the network of a scenario that reads digits."""
    return Network(layers_of(scenario), SHAPE)


def course_of(scenario: Scenario, rate: float) -> Course:
    """Begin to learn with the weights that there are. Raises OutOfRange for a rate that cannot be."""
    network = network_of(scenario)
    return _begun(begun_with(network, network.own, scenario.seed, Settings(rate=rate)))


def course_of_seed(scenario: Scenario, rate: float, seed: int) -> Course:
    """Begin to learn with the random weights of a seed."""
    return _begun(begun(network_of(scenario), seed, Settings(rate=rate))).varied(seed=seed)


def _begun(training: Training) -> Course:
    """Return the beginning, with the loss of the first batch before it is learned from, and how well it reads then."""
    lessons = learned_from()
    batch = order_of(training.seed, 0, lessons.count)[: training.settings.batch]
    with np.errstate(over="ignore", invalid="ignore"):
        sums = forward(training.network, training.row, lessons.images.take(batch, axis=2))[-1].sums
        first = float(losses_of(sums, lessons.kinds[batch]).mean())
    return Course(training, TrainingHistory((training,)), first, ((0, _share_right(training)),))


def _share_right(training: Training) -> float:
    return scores_with(training.network, training.row).share_right


def further(course: Course, updates: int) -> tuple[Course, Stopped]:
    """Return the course after so many updates more, and why none can be made any more; "" where they can.

    It stops before what is no scenario: where a number is not finite, or a weight beyond ±999.
    """
    lessons, stopped = learned_from(), ""
    until = course.updates + updates
    while course.updates < until and not stopped:
        course, stopped = _stepped(course, lessons, (until - course.updates) * course.training.settings.batch)
    return course, stopped  # type: ignore[return-value]


def _stepped(course: Course, lessons: Lessons, samples: int) -> tuple[Course, Stopped]:
    """Return the course after so many pictures more, or at the end of the epoch if that comes first."""
    before = course.training
    after = trained(before, lessons, samples)
    if not after.is_finite:
        return course, "not finite"
    if np.abs(after.row).max() > WEIGHT.high:
        return course, "out of range"
    there = _without_later(course).varied(training=after)
    grew = _lately(before, after, lessons.count) > GROWN * max(course.first, 1.0)
    return _scored(there) if after.place == 0 else there, "grew" if grew else ""


def _without_later(course: Course) -> Course:
    """Return the course without what came after its present state, another future once something is learned."""
    now, states = course.updates, course.history.states
    if updates_of(states[-1]) <= now and course.shares[-1][0] <= now:
        return course
    history = course.history.changed(states=tuple(state for state in states if updates_of(state) <= now))
    return course.varied(history=history, shares=tuple(each for each in course.shares if each[0] <= now))


def _lately(before: Training, after: Training, count: int) -> float:
    """Return the mean loss of the pictures between two states of an epoch."""
    total, place = (after.losses[-1] * count, count) if after.epoch > before.epoch else (after.total, after.place)
    return (total - before.total) / (place - before.place)


def _scored(course: Course) -> Course:
    """Return the course at the end of an epoch, which is kept, with the share of the digits held back read right."""
    now = course.updates
    shares = *(each for each in course.shares if each[0] < now), (now, _share_right(course.training))
    return kept(course.varied(shares=shares))


def kept(course: Course) -> Course:
    """Return the course with its present state kept; what came after its moment goes."""
    now = course.updates
    if any(state.row is course.training.row for state in course.history.states):
        return course
    history = course.history.with_state(course.training)
    return course.varied(history=history, shares=tuple(each for each in course.shares if each[0] <= now))


def known(course: Course) -> Course:
    """Return the course with the share of the digits held back that is read right now, if it was not known."""
    now = course.updates
    if any(updates == now for updates, _ in course.shares):
        return course
    share = scores_of_layers(course.layers).share_right
    return course.varied(shares=tuple(sorted((*course.shares, (now, share)))))


def shown(course: Course) -> Course:
    """Return the course with its present state kept, if there is but a few of them; else the end of an epoch is."""
    return kept(course) if len(course.history.states) < CLOSE else course


def at_moment(course: Course, updates: int) -> Course:
    """Return the course at the kept state that is nearest to so many updates."""
    index = int(np.abs(np.array(course.moments) - updates).argmin())
    return _at(course, course.history.states[index])


def beside(course: Course, by: int) -> Course:
    """Return the course so many kept states further on, or back for less than 0; at an end it stays."""
    now, moments = course.updates, course.moments
    index = int(np.searchsorted(moments, now)) + by
    return _at(course, course.history.states[min(max(index, 0), len(moments) - 1)])


def _at(course: Course, state: Training) -> Course:
    """Return the course at another of its states; the rate is the present one."""
    if state is course.training:
        return course
    return course.varied(training=state.changed(settings=course.training.settings))


def retuned(course: Course, rate: float) -> Course:
    """Return the course that goes on with another rate. Raises OutOfRange for one that cannot be."""
    training = course.training
    return course.varied(training=training.changed(settings=training.settings.changed(rate=rate)))


def taught(scenario: Scenario, layers: tuple[Operation, ...]) -> Scenario:
    """Return the scenario with other weights in its layers, the same one in focus."""
    return of_layers(scenario, layers, focus_of(scenario)).at(0, 0)


def followed(course: Course, scenario: Scenario) -> Course | None:
    """Return the course at the state whose weights a scenario has, the present one before others; None: none has."""
    layers = layers_of(scenario)
    if layers == course.layers:
        return course
    if not same_shape(course.training.network, layers):
        return None
    row = Network(layers, SHAPE).own
    states = (state for state in course.history.states if np.array_equal(state.row, row))
    found = next(states, None)
    return None if found is None else _at(course, found)


def same_shape(network: Network, layers: tuple[Operation, ...]) -> bool:
    """Tell whether layers are those of a network in all but their weights and biases."""
    if len(layers) != len(network.plans):
        return False
    other, empty = Network(layers, SHAPE), np.zeros(network.count)
    return other.count == network.count and other.layers(empty) == network.layers(empty)


def shipped(scenario: Scenario) -> tuple[Operation, ...] | None:
    """Return the layers of the digit reader that comes with the program, if a scenario's are of their shape."""
    own = layers_of(scenario)
    layers = reader_like(own)
    return layers if same_shape(Network(layers, SHAPE), own) else None
