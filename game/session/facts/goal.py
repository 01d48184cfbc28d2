"""The facts of a puzzle's goal: the map that is to be made, beside the one in front, and how far they agree."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ...core.goal import agreeing, aimed_maps, goal_scale
from ...core.grid import Grid, Pair, frozen
from ...files.tour import Stop
from ...input.intent import GridName, Side
from ...value import Value
from ...words.numbers import decimals_of
from ..boards import Board, BoardKey
from ..state import StillState


class GoalFacts(Value):
    """Of the goal.

    board: the wanted map of the filter in front, the first one where the goal has fewer. agree: its cells that the map
    in front has already, none where that is not of a network's last layer; None where the sizes differ.
    count, total: how many cells of all maps agree, of how many.
    front: which of the wanted maps the board is.
    size: (maps, rows, columns) that there are now; wanted: that are to be. solved: it was met once.
    """

    board: Board
    agree: frozenset[Pair] | None
    count: int
    total: int
    front: int
    size: tuple[int, int, int]
    wanted: tuple[int, int, int]
    solved: bool


def goal_facts(state: StillState) -> GoalFacts | None:
    """Return the facts of the goal of the stop that is shown; None where it has none."""
    run = state.tour
    if run is None or run.stop.goal is None:
        return None
    result, goal = state.result, run.stop.goal
    wanted = _maps(run.stop)
    front = min(result.scenario.filter, len(wanted) - 1)
    made = aimed_maps(result)
    found, last = agreeing(made, goal), state.scenario.chain is None or state.scenario.chain.is_last
    seen = () if found is None or not last else np.argwhere(found[front])
    cells = None if found is None else frozenset((int(row), int(column)) for row, column in seen)
    count = 0 if found is None else int(found.sum())
    rows, columns = made[0].shape
    return GoalFacts(
        board=_board(run.stop, front, state.settings.decimals, state.interface.map_look),
        agree=cells,
        count=count,
        total=goal.size,
        front=front,
        size=(len(made), rows, columns),
        wanted=(len(wanted), *wanted[0].shape),
        solved=run.solved is not None,
    )


@lru_cache(maxsize=4)
def _maps(stop: Stop) -> tuple[Grid, ...]:
    """Return the wanted maps, the same ones as long as the stop is."""
    return () if stop.goal is None else tuple(map(frozen, stop.goal))


@lru_cache(maxsize=8)
def _board(stop: Stop, front: int, chosen: int | None, look: str) -> Board:
    grid = _maps(stop)[front]
    magnitude, signed = goal_scale(np.stack(_maps(stop)))
    key = BoardKey(Side.A, GridName.OUTPUT)
    return Board(key, grid.shape, (0, 0), grid, grid, decimals_of(grid, chosen), magnitude, signed, map_look=look)
