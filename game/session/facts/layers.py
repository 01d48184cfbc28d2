"""The facts of a layer: its channels and filters, the lanes at work, their sums, and how much of each map stands."""

from __future__ import annotations

from functools import lru_cache

from ...core.chain import SOFTMAX
from ...core.grid import Grid, Pair
from ...core.pooling import Pooling
from ...core.result import Result
from ...core.scenario import Scenario
from ...play.moment import Moment, Numbers, moment_on, numbers_of, of_numbers, step_at
from ...play.phases import SETTLED, SUMMED, TOLERANCE
from ...play.score import lane_at, of_lane, turns
from ...play.walk import made_of, place_of
from ...value import Single, Value
from .around import letter_of


class LayerFacts(Value):
    """Of a side with more than one channel or filter, or a bias or an activation.

    channels, filters: how many. channel, filter: which are in front, from 0. lanes: the channels that the filter sees.
    colour: they are those of a colour image. mixed: its colour picture is in front of the channels.
    bias: of the filter in front. letters: what the channels are called.
    pooling: "max" or "average"; "" for a convolution. pictured: see `Scenario.is_pictured`.
    number: of the layer in a network, from 1; 0: it is the only one. of_maps: its channels are maps of the one before.
    classes: what its maps stand for: "digit" or "class" of a last layer with softmax, else "".
    """

    channels: int
    filters: int
    channel: int
    filter: int
    lanes: tuple[int, ...]
    groups: int
    bias: float
    activation: str
    colour: bool
    mixed: bool
    letters: tuple[str, ...]
    pooling: str = ""
    pictured: bool = False
    number: int = 0
    of_maps: bool = False
    classes: str = ""


class LaneFacts(Single):
    """Of a lane at an instant: what is in it, as of a walk of its own.

    work: it is at work now. done: its sum stands. total: that sum, once it stands.
    """

    channel: int
    letter: str
    result: Result
    moment: Moment
    work: bool
    done: bool
    total: float | None


class ColumnFacts(Value):
    """Of the column addition: the letter and the sum of each lane, None until it stands; the lane at work, from 0.

    sum: with the bias, once all stand. value: what the activation makes of it, once it does.
    pooling: "max" or "average"; then there is one lane, no bias and no activation. divisor: by how many places its sum
    is divided for the mean; 1 for max, 0 while nobody may know it.
    """

    lanes: tuple[tuple[str, float | None], ...]
    bias: float
    sum: float | None
    activation: str
    value: float | None
    work: int | None
    pooling: str = ""
    divisor: int = 1


class Lanes(Single):
    """All that is shown of a layer's walk at an instant; made: how many cells of each map stand."""

    lanes: tuple[LaneFacts, ...]
    column: ColumnFacts
    made: tuple[int, ...]


def layer_facts(result: Result, mixed: bool) -> LayerFacts:
    """Return the facts of a layer; `mixed`: the colour picture is in front."""
    scenario, layer = result.scenario, result.scenario.layer
    channels = len(scenario.channels)
    return LayerFacts(
        channels=channels,
        filters=layer.filters,
        channel=scenario.channel,
        filter=scenario.filter,
        lanes=tuple(scenario.lanes),
        groups=layer.groups,
        bias=float(layer.bias[scenario.filter]),
        activation=layer.activation,
        colour=scenario.in_colour,
        mixed=mixed,
        letters=tuple(letter_of(channel, scenario) for channel in range(channels)),
        pooling="" if layer.pooling is None else layer.pooling.kind,
        pictured=scenario.is_pictured,
        number=scenario.number,
        of_maps=scenario.is_of_maps,
        classes=_classes(scenario) if layer.activation == SOFTMAX and layer.filters > 1 else "",
    )


def _classes(scenario: Scenario) -> str:
    from ..digit_scores import why_no_digits  # few layers are the last one of a network

    if scenario.chain is None:
        return ""
    return "digit" if why_no_digits(scenario) is None else "class"


def lanes_at(
    facts: LayerFacts, result: Result, position: float, brisk: bool, reduced: bool, secret: bool, front: Moment | None
) -> Lanes:
    """Return what is shown of a layer at a position of its walk; `secret`: the sum and the value may not be told.

    front: the moment of the lane in front, where it is known already.
    """
    scenario = result.scenario
    _, local = place_of(scenario, position)
    step = step_at(result, local)
    ended = step >= result.output.size
    fraction, count = 0.0 if ended else max(local - step, 0.0), len(facts.lanes)
    places = tuple(step + of_lane(fraction, place, count, brisk) for place in range(count))
    working = None if ended or not SETTLED <= fraction < SUMMED - TOLERANCE else lane_at(fraction, count, brisk)
    together = turns(count, brisk) == 1
    found: list[LaneFacts] = []
    known: dict[float, Moment] = {}  # lanes that are equally far differ in their numbers alone
    if front is not None and front.products is not None and facts.channel in facts.lanes:
        known[places[facts.lanes.index(facts.channel)]] = front
    for place, (channel, at) in enumerate(zip(facts.lanes, places, strict=True)):
        work = working is not None and (together or place == working)
        own = result.at(channel, facts.filter)
        now = front if front is not None and channel == facts.channel else _moment(own, at, brisk, reduced, known)
        found.append(_lane(facts.letters[channel], own, now, work))
    lanes = tuple(found)
    column = _column(facts, result, lanes, step, fraction, None if together else working, secret)
    return Lanes(lanes, column, made_of(scenario, position))


@lru_cache(maxsize=32)
def _numbers(own: Result, step: int) -> Numbers | None:
    """Return the numbers of a lane's step; remembered, for a step lasts many frames and there are up to 16 lanes."""
    return numbers_of(own, step)


_moment_on = lru_cache(maxsize=32)(moment_on)
_of_numbers = lru_cache(maxsize=32)(of_numbers)
"""Remembered, for while a lane's patch stays the others of a step may be painted."""


def _moment(own: Result, at: float, brisk: bool, reduced: bool, known: dict[float, Moment]) -> Moment:
    """Return the moment of a lane; known: those that were worked out, by where they are in a lane's own walk."""
    numbers = _numbers(own, step_at(own, at))
    if at not in known:
        known[at] = _moment_on(own.slide, at, brisk, reduced, numbers)
    return known[at] if numbers is None else _of_numbers(known[at], numbers)


def _lane(letter: str, own: Result, now: Moment, work: bool) -> LaneFacts:
    """Return what is shown of a channel's lane at a moment."""
    channel = own.scenario.channel
    if now.products is None:  # at the walk's end its last sums stand
        numbers = _numbers(own, own.output.size - 1)
        total = None if numbers is None else float(numbers.sums[-1])
        return LaneFacts(channel, letter, own, now, work, done=True, total=total)
    done = now.arrived == now.products.size
    return LaneFacts(channel, letter, own, now, work, done=done, total=now.shown_sum if done else None)


def _column(
    facts: LayerFacts,
    result: Result,
    lanes: tuple[LaneFacts, ...],
    step: int,
    fraction: float,
    working: int | None,
    secret: bool,
) -> ColumnFacts:
    """Return the column of a step; the sum stands when all channel sums do, its value from the reveal on."""
    stands = all(lane.done for lane in lanes) and not secret
    cell = divmod(min(step, result.output.size - 1), result.output.shape[1])
    revealed = stands and (fraction >= SUMMED or step >= result.output.size)
    sums: Grid = result.sums[facts.filter]
    return ColumnFacts(
        lanes=tuple((lane.letter, lane.total) for lane in lanes),
        bias=facts.bias,
        sum=float(sums[cell]) if stands else None,
        activation=facts.activation,
        value=float(result.output[cell]) if revealed and not _waits(facts, result) else None,
        work=working,
        pooling=facts.pooling,
        divisor=divisor_of(result, cell),
    )


def _waits(facts: LayerFacts, result: Result) -> bool:
    """Tell whether what the activation makes of a sum follows when all sums stand."""
    if facts.activation != "softmax":
        return False
    from ...core.shares import waits  # most layers have no shares

    return waits(result)


def divisor_of(result: Result, cell: Pair) -> int:
    """Return by how many places the sum of a cell is divided; 1 but for average pooling."""
    pooling = result.scenario.layer.pooling
    if pooling is None or pooling.kind == "max":
        return 1
    return int(_divisors(pooling, result.scenario.image_size)[cell])


@lru_cache(maxsize=8)
def _divisors(pooling: Pooling, size: Pair) -> Grid:
    """Return the divisors of all cells; remembered, for a walk asks in every frame."""
    return pooling.counts(size)
