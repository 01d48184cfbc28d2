"""The facts of the wall in Present on which a network learns: how it goes, kernels, the digit, and what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.chain_results import chain_results
from ...core.chained import focus_of, layers_of, source_of
from ...core.grid import Grid
from ...core.operations import Operation
from ...core.result import Result
from ...value import Kept, Single
from ..predict import OPEN, Secrecy
from .strip import kernels_of
from .train import TrainRail

if TYPE_CHECKING:
    from ..state import StillState


class WallKernels(Single):
    """Of the layer in focus, or where that is a pooling of the first one with weights.

    layer: its number, from 1. kernels: the first ones, of how many; largest: the magnitude of all weights.
    """

    layer: int
    kernels: tuple[Grid, ...]
    count: int
    largest: float


class TrainWall(Single):
    """What stands on the wall.

    train: how it goes, as the rail says it. channels, white: the source image, and the value drawn white.
    shares: of each class. kernels: None where no layer has weights.
    """

    train: TrainRail
    channels: tuple[Grid, ...]
    white: float
    shares: tuple[float, ...]
    kernels: WallKernels | None


def wall_facts(state: StillState, secrecy: Secrecy, train: TrainRail, keep: Kept) -> TrainWall | None:
    """Return the facts of the wall; None where the walk is shown, in space, or something is a question's."""
    interface = state.interface
    floats = interface.stacked or interface.rise > 0
    if not state.train.faced or floats or interface.trace is not None or secrecy != OPEN:
        return None
    return keep(train_wall, state.result, train)


def train_wall(result: Result, train: TrainRail) -> TrainWall:
    """Return the facts of the wall; the walk of the layer in focus is nothing to them."""
    found, layers = chain_results(result), layers_of(result.scenario)
    source = source_of(result.scenario)
    return TrainWall(
        train=train,
        channels=source.channels,
        white=source.white,
        shares=tuple(float(grid[0, 0]) for grid in found.outputs[-1]),
        kernels=_kernels(layers, focus_of(result.scenario)),
    )


def _kernels(layers: tuple[Operation, ...], focus: int) -> WallKernels | None:
    for number in (focus, *range(len(layers))):
        found = kernels_of(layers[number])
        if found is not None:
            return WallKernels(number + 1, *found)
    return None
