"""The one cell of which is told what a stamp does there; beside Predict, what is asked of it, and what that is.

It is the cell in which most stamps have met: there is something to add to. The line and its ring are about it, too.
"""

from __future__ import annotations

from functools import lru_cache

from ..core.axes import Counts
from ..core.grid import Pair
from ..core.result import Result
from ..core.scenario import Scenario
from ..core.stamping import Stamping, stamping_of
from ..core.stamps import cells_of, kept_of, stamp_at


def asked_cell(result: Result, step: int) -> Pair | None:
    """Return the cell of the map, counted from what is kept, that is asked about after a stamp; None: nothing is.

    Nothing is asked where all of the stamp is cut off, or where it meets none before it: there the answer would be the
    product. Where no stamps meet at all, that is asked. It follows from the setting alone.
    """
    stamping = stamping_of(result)
    if not _asks(stamping, step):
        return None
    kept, (row, column) = kept_of(stamping.scenario), told_cell(stamping, step)
    return row - kept[0].start, column - kept[1].start


def is_cut(result: Result, step: int) -> bool:
    """Tell whether nothing of a stamp is kept."""
    return not all(_kept_under(stamping_of(result).scenario, step))


def asked_after(result: Result, step: int) -> Pair:
    """Return the same, or where nothing is asked the first cell, of which nothing is told."""
    return asked_cell(result, step) or (0, 0)


@lru_cache(maxsize=16)
def told_cell(stamping: Stamping, step: int) -> Pair:
    """Return the cell of the whole map of which is told what a stamp does there.

    Of the cells under its weights that are kept, of all where none is, that in which most stamps have met; of several
    one under a weight other than 0, if there is one; of those the first in reading order.
    """
    scenario = stamping.scenario
    stamp, parts = stamp_at(scenario, step), _kept_under(scenario, step)
    under = cells_of(scenario, stamp.pixel)
    down, across = parts if all(parts) else tuple(range(part.start, part.stop, part.step) for part in under)
    met, kernel = _met(stamping, step), stamping.kernel(stamp)

    def worth(place: Pair) -> tuple[int, bool]:
        return int(met[place]), bool(kernel[_weight_over(scenario, stamp.pixel, place)])

    return max(((row, column) for row in down for column in across), key=worth)


@lru_cache(maxsize=16)
def told_weight(stamping: Stamping, step: int) -> int:
    """Return which of the kernel's weights, in row order, lies over that cell."""
    stamp = stamp_at(stamping.scenario, step)
    down, across = _weight_over(stamping.scenario, stamp.pixel, told_cell(stamping, step))
    return down * int(stamping.kernel(stamp).shape[1]) + across


def _weight_over(scenario: Scenario, pixel: Pair, place: Pair) -> Pair:
    """Return the row and column of the weight of a pixel's stamp that lies over a cell of the whole map."""
    down, across = cells_of(scenario, pixel)
    return (place[0] - down.start) // down.step, (place[1] - across.start) // across.step


def _met(stamping: Stamping, step: int) -> Counts:
    """Return how many stamps have met in each cell of the whole map, that of a step among them."""
    lane, laid = divmod(_laid(stamping, step), stamping.scenario.pixels[0].size)
    return stamping.counts * lane + stamping.counted(laid + 1)


def _asks(stamping: Stamping, step: int) -> bool:
    """Tell whether anything is asked about a stamp."""
    scenario = stamping.scenario
    parts = _kept_under(scenario, step)
    if not all(parts):
        return False
    if _laid(stamping, step) >= scenario.pixels[0].size or not _meeting(stamping):
        return True
    down, across = (slice(part.start, part.stop, part.step) for part in parts)
    return int(_met(stamping, step)[down, across].max()) > 1


@lru_cache(maxsize=4)
def _meeting(stamping: Stamping) -> bool:
    """Tell whether two stamps meet in any cell that is kept, of one channel or of several."""
    lanes = len(stamping.layer.channels_of(0))
    return int(stamping.counts[kept_of(stamping.scenario)].max()) * lanes > 1


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
    pixels = scenario.pixels[0].size  # those of each channel lie as the first's, but only those may meet none
    last = min(scenario.stamps, step + 2 * pixels)
    return next((each for each in range(step, last) if _asks(stamping, each)), None)


def running_value(result: Result, step: int, cell: Pair) -> float:
    """Return what stands in a cell of the map after a stamp, before any activation. Only verdicts may show it."""
    return _standing(stamping_of(result), step, 1, cell)


def terms_of_stamp(result: Result, step: int, cell: Pair) -> tuple[float, ...]:
    """Return what is added up in a cell by a stamp: what stood there, 0 where nothing had come, and the product."""
    stamping = stamping_of(result)
    scenario = stamping.scenario
    stamp, kept = stamp_at(scenario, step), kept_of(scenario)
    before = _standing(stamping, step, 0, cell)
    weight = _weight_over(scenario, stamp.pixel, (cell[0] + kept[0].start, cell[1] + kept[1].start))
    pixel, kernel = scenario.pixels[stamp.channel][stamp.pixel], stamping.kernel(stamp)[weight]
    product = float(result.arithmetic.products(pixel.reshape(1, 1), kernel.reshape(1, 1))[0, 0])
    return before, product


@lru_cache(maxsize=16)
def _standing(stamping: Stamping, step: int, more: int, cell: Pair) -> float:
    """Return what stands in a cell before a stamp, or after it (1)."""
    kept, number = kept_of(stamping.scenario), stamp_at(stamping.scenario, step).filter
    standing, at = (
        stamping.standing(number, _laid(stamping, step) + more),
        (cell[0] + kept[0].start, cell[1] + kept[1].start),
    )
    return float(standing.sums[at])


def _laid(stamping: Stamping, step: int) -> int:
    """Return how many stamps have been laid on the map before a step."""
    return step % stamping.scenario.map_stamps
