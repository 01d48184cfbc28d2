"""The facts of a network that learns from digits: how far it has come, and how well it reads those held back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...core.chained import layers_of
from ...core.scenario import Scenario
from ...files.own_reader import reader_like
from ...learning.network import Network
from ...learning.training import RATE, Settings
from ...value import Kept, Value
from ..digit_scores import held_back, scores_of_scenario, why_no_digits
from ..training import Course, in_an_epoch, learned_from, network_of, same_shape

if TYPE_CHECKING:
    from ..remembered import Train
    from ..state import StillState

Line = tuple[tuple[float, float], ...]
MOST_POINTS = 400
"""Of the line of the losses, and the present one: gathering them takes time while it learns."""


class TrainRail(Value):
    """Of the section of the rail.

    on: it is open; else nothing is known but how many digits there are to learn from. held: how many are held back,
    right: how many of those are read right; while it learns, when that was last known.
    loss: the mean of the pictures learned from last, an epoch's at most; None where nothing was learned yet.
    losses: of the kept states, and of the present one, after how many epochs it was, and the loss that is told of it;
    shares: the same of the shares read right, where they are known. now: where it is, in epochs; epoch: how many
    updates one has; updates: how many were made, last: how many there are to go back and forth over.
    moments: which of the kept states is shown, from 0, and how many there are.
    rate, ends: of the learning rate, and between which it may be. pace: as an index.
    shipped: whether it has the shipped weights; None: it is of another shape. seed: of its random
    weights; None: they are of none.
    """

    on: bool
    learned: int
    held: int = 0
    right: int = 0
    loss: float | None = None
    losses: Line = ()
    shares: Line = ()
    now: float = 0.0
    epoch: int = 1
    updates: int = 0
    last: int = 0
    moments: tuple[int, int] = (0, 1)
    rate: float = 0.1
    ends: tuple[float, float] = RATE
    momentum: float = 0.9
    batch: int = 32
    pace: int = 0
    running: bool = False
    shipped: bool | None = None
    seed: int | None = None


def train_rail(state: StillState, keep: Kept) -> TrainRail | None:
    """Return the facts of the section; None where the network reads no digits, or something else is on."""
    lesson = state.tour is None or state.tour.tour.is_lesson
    other = state.predict.on or state.compare.on or state.interface.vote is not None
    if other or not lesson or not (state.train.live or why_no_digits(state.scenario) is None):
        return None
    count = learned_from().count
    return _opened(state, count, keep) if state.train.on else TrainRail(False, count)


def _opened(state: StillState, count: int, keep: Kept) -> TrainRail:
    train, settings = state.train, Settings(rate=state.train.rate)
    course, held = course_told(train), held_back().count
    scores = None if train.running else scores_of_scenario(state.scenario)
    last = course.share if course is not None else 0.0
    own = TrainRail(
        on=True,
        learned=count,
        held=held,
        right=round(last * held) if scores is None else scores.right,
        epoch=in_an_epoch(settings),
        rate=train.rate,
        momentum=settings.momentum,
        batch=settings.batch,
        pace=state.settings.training_pace,
        running=train.running,
        shipped=_is_shipped(state.scenario, course, keep),
    )
    return own if course is None else _with_course(own, course)


def course_told(train: Train) -> Course | None:
    """Return the course that the rail tells of."""
    if not train.live:
        return None
    return train.course if train.late is None else train.late.course


def _is_shipped(scenario: Scenario, course: Course | None, keep: Kept) -> bool | None:
    """Tell whether a scenario has the shipped weights; None where it is of another shape."""
    network = network_of(scenario) if course is None else course.training.network
    layers = layers_of(scenario) if course is None else course.layers
    return layers == reader_like(layers) if keep(_fits, network) else None


def _fits(network: Network) -> bool:
    return same_shape(network, reader_like(network.layers(np.zeros(network.count))))


def _with_course(facts: TrainRail, course: Course) -> TrainRail:
    moments, each = course.moments, facts.epoch
    return facts.changed(
        loss=course.loss_of(course.training),
        losses=_over_epochs(_losses(course), each),
        shares=_over_epochs(_shares(course, None if facts.running else facts.right / facts.held), each),
        now=course.updates / each,
        updates=course.updates,
        last=max(moments[-1], course.updates),
        moments=(sum(moment < course.updates for moment in moments), len(moments)),
        seed=course.seed,
    )


def _losses(course: Course) -> dict[int, float]:
    """Return the loss that is told of each kept state, and of the present one, by the number of its updates.

    Of more states than a line has pixels, every second one will do, or every third, and so on.
    """
    every = -(-len(course.moments) // MOST_POINTS)
    kept = zip(course.moments[::every], map(course.loss_of, course.history.states[::every]), strict=True)
    return dict(kept) | {course.updates: course.loss_of(course.training)}


def _shares(course: Course, now: float | None) -> dict[int, float]:
    """Return the shares that are known by the number of updates; now: the present one, None in a run."""
    return dict(course.shares) if now is None else dict(course.shares) | {course.updates: now}


def _over_epochs(found: dict[int, float], each: int) -> Line:
    return tuple((updates / each, found[updates]) for updates in sorted(found))
