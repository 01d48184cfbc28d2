"""Predict beside stamps: in which cell it is asked what stands there after a stamp, and what that is."""

from __future__ import annotations

from functools import lru_cache

from ..core.grid import Pair
from ..core.result import Result
from ..core.scenario import Scenario
from ..core.stamping import Stamping, stamping_of
from ..core.stamps import cells_of, kept_of, stamp_at


def asked_cell(result: Result, step: int) -> Pair | None:
    """Return the cell of the map, counted from what is kept, that is asked about after a stamp; None: it is cut off.

    Of the cells under its weights that in which most stamps have met, so that there is something to add to; of
    several the first in reading order. It follows from the setting alone.
    """
    return _asked(stamping_of(result), step)


def asked_after(result: Result, step: int) -> Pair:
    """Return the same, or where nothing is asked the first cell, of which nothing is told."""
    return asked_cell(result, step) or (0, 0)


@lru_cache(maxsize=16)
def _asked(stamping: Stamping, step: int) -> Pair | None:
    scenario = stamping.scenario
    kept = kept_of(scenario)
    down, across = _kept_under(scenario, step)
    if not down or not across:
        return None
    lane, laid = divmod(_laid(stamping, step), scenario.pixels[0].size)
    met = stamping.counts * lane + stamping.counted(laid + 1)
    row, column = max(((row, column) for row in down for column in across), key=lambda place: int(met[place]))
    return row - kept[0].start, column - kept[1].start


def _kept_under(scenario: Scenario, step: int) -> tuple[range, range]:
    """Return the rows and columns of the whole map under a stamp's weights that are not cut off."""
    found = []
    for kept, part in zip(kept_of(scenario), cells_of(scenario, stamp_at(scenario, step).pixel), strict=True):
        skipped = max(0, -((part.start - kept.start) // part.step))
        found.append(range(part.start + skipped * part.step, min(part.stop, kept.stop), part.step))
    return found[0], found[1]


def next_asked(result: Result, step: int) -> int | None:
    """Return the first step from this one on after which something is asked; None where there is none."""
    return _next(stamping_of(result), step)


@lru_cache(maxsize=8)
def _next(stamping: Stamping, step: int) -> int | None:
    scenario = stamping.scenario
    last = min(scenario.stamps, step + scenario.pixels[0].size)  # the pixels of each channel lie as the first's
    return next((each for each in range(step, last) if all(_kept_under(scenario, each))), None)


def running_value(result: Result, step: int, cell: Pair) -> float:
    """Return what stands in a cell of the map after a stamp, before any activation. Only verdicts may show it."""
    return _standing(stamping_of(result), step, 1, cell)[0]


def terms_of_stamp(result: Result, step: int, cell: Pair) -> tuple[float, ...]:
    """Return what is added up in a cell by a stamp: what stood there, where something has come, and the product."""
    stamping = stamping_of(result)
    scenario = stamping.scenario
    stamp, kept = stamp_at(scenario, step), kept_of(scenario)
    before, begun = _standing(stamping, step, 0, cell)
    down, across = cells_of(scenario, stamp.pixel)
    weight = (
        (cell[0] + kept[0].start - down.start) // down.step,
        (cell[1] + kept[1].start - across.start) // across.step,
    )
    pixel, kernel = scenario.pixels[stamp.channel][stamp.pixel], stamping.kernel(stamp)[weight]
    product = float(result.arithmetic.products(pixel.reshape(1, 1), kernel.reshape(1, 1))[0, 0])
    return (before, product) if begun or before else (product,)


@lru_cache(maxsize=16)
def _standing(stamping: Stamping, step: int, more: int, cell: Pair) -> tuple[float, bool]:
    """Return what stands in a cell before a stamp, or after it (1), and whether a stamp had come."""
    kept, number = kept_of(stamping.scenario), stamp_at(stamping.scenario, step).filter
    standing, at = (
        stamping.standing(number, _laid(stamping, step) + more),
        (cell[0] + kept[0].start, cell[1] + kept[1].start),
    )
    return float(standing.sums[at]), bool(standing.begun[at])


def _laid(stamping: Stamping, step: int) -> int:
    """Return how many stamps have been laid on the map before a step."""
    return step % stamping.scenario.map_stamps
