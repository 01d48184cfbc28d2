"""The facts of a side whose transposed convolution is shown as stamps: its pixels, kernel and whole map."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from ...core.grid import Grid, Pair, Region, frozen
from ...core.result import Result, result_of
from ...core.scenario import Scenario
from ...core.stamping import Stamping, stamping_of
from ...core.stamps import Stamp, kept_of, stamp_at
from ...play.moment import Moment
from ...play.phases import phase_at, shares_of
from ...play.stamp_moment import StampStep, stamp_moment, stamp_step, stamp_step_at
from ...value import Single
from ..boards import Board, Boards
from ..state import State
from .around import WhereFacts, letter_of


class StampSide(Single):
    """What keeps still of a side's stamps while they are laid.

    picture: the pixels of the channel in front, as an image that stands by itself.
    kernel: as it was set. boards: of the pixels, that kernel, its products, and the whole map.
    filter: whose map is made. size: (rows, columns) of the whole map. kept: those of them that are not cut off.
    """

    stamping: Stamping
    picture: Result
    kernel: Grid
    boards: Boards
    filter: int
    size: Pair
    kept: Region

    @property
    def bias(self) -> float:
        """What the map of the filter in front begins at."""
        return float(self.scenario.layer.bias[self.filter])

    @property
    def scenario(self) -> Scenario:
        """The scenario whose stamps they are."""
        return self.stamping.scenario


@lru_cache(maxsize=8)
def stamp_side(result: Result, boards: Boards) -> StampSide:
    """Return the facts of a side with a channel and a filter in front; remembered for the last few."""
    scenario, stamping = result.scenario, stamping_of(result)
    channel = scenario.channel if scenario.sees else scenario.lanes.start
    kernel = stamping.kernel(Stamp(scenario.filter, channel, (0, 0)))
    decimals = max(boards.output.decimals, boards.products.decimals)
    own = {
        "image": _cut_to(boards.image, frozen(scenario.pixels[scenario.channel])),
        "kernel": boards.kernel.changed(values=kernel, widest=kernel, since=None),
        "products": boards.products,
        "output": _whole(boards.output, stamping, decimals),
    }
    picture = _picture(scenario.pixels, scenario.white).at(scenario.channel, 0)
    return StampSide(stamping, picture, kernel, Boards(own, None), scenario.filter, stamping.size, kept_of(scenario))


def _cut_to(board: Board, values: Grid) -> Board:
    """Return the board of the image with these values, and nothing around them."""
    return board.changed(size=values.shape, first=(0, 0), values=values, widest=values, hatched=False)


def _whole(board: Board, stamping: Stamping, decimals: int) -> Board:
    """Return the board of the whole map: numbers as wide as any partial sum can be."""
    ends = stamping.extremes
    least = float(ends.min())
    nearly = np.array([[-0.25 if least < 0 else 0.25]]) if decimals else np.zeros((1, 1))
    return board.changed(
        size=stamping.size,
        first=(0, 0),
        widest=frozen(np.concatenate([ends, nearly], axis=1)),
        decimals=decimals,
        since=None,
    )


def _picture(pixels: tuple[Grid, ...], white: float) -> Result:
    """Return pixels as the image of a scenario of their own, of whose maps nothing is shown."""
    return result_of(Scenario(pixels, np.zeros((1, len(pixels), 1, 1)), white))


def stamps_at(state: State, position: float, keep: Callable[..., Any]) -> tuple[StampStep, WhereFacts, Moment]:
    """Return the stamp that is laid at the position that is shown, where that is, and its moment.

    keep: remembers them while their step lasts, or nothing moves.
    """
    stamping, brisk = stamping_of(state.result), state.playback.brisk
    step = keep(stamp_step, stamping, stamp_step_at(stamping, position))
    now = keep(stamp_moment, stamping, step, position, brisk, state.settings.reduced_motion)
    return step, stamp_where(state.scenario, position, brisk), now


def stamp_where(scenario: Scenario, position: float, brisk: bool) -> WhereFacts:
    """Return where the walk of the stamps is at the position that is shown."""
    step, steps, filters = int(position), scenario.stamps, scenario.layer.filters
    stamp = stamp_at(scenario, step)
    number = None if filters == 1 else (stamp.filter + 1, filters)
    if step >= steps:
        return WhereFacts(steps, steps, "done", number)
    letter = letter_of(stamp.channel, scenario) if len(scenario.lanes) > 1 else ""
    return WhereFacts(step + 1, steps, phase_at(position - step, shares_of(brisk))[0].value, number, letter)
