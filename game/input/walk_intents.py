"""Intents that move the walk: play, steps, phases, stops, and straight to a place. None of them is an undo entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ..value import Value
from .targets import Side

if TYPE_CHECKING:
    from ..core.scenario import Pair


class TogglePlay(Value):
    """Play or pause; at the end, begin again."""


class Play(Value):
    """Play, if it does not yet."""


class Pause(Value):
    """Pause, if it plays."""


class StepForward(Value):
    """Play to the next whole position; pressed again meanwhile, jump there."""


class StepBack(Value):
    """Jump to the whole position before."""


class PhaseForward(Value):
    """Play to the next boundary between phases."""


class PhaseBack(Value):
    """Jump to the boundary between phases before."""


class NextStop(Value):
    """Play to the next stop: settled, products stand, summed."""


class PreviousStop(Value):
    """Jump to the stop before."""


class ToStart(Value):
    """Go to position 0."""


class ToEnd(Value):
    """Go to position N, where all cells stand."""


class Scrub(Value):
    """Go to a position, a real number 0 … N, and pause."""

    position: float


class GoToCell(Value):
    """Go to the step that makes an output cell, its products standing, and pause.

    For a cell of side B, to the step of side A at which side B shows it, or comes nearest to it.
    """

    cell: Pair
    side: Side = Side.A


class MoveCard(Value):
    """Go to the patch nearest to a corner (row, column of the card's top left, image coordinates), and pause."""

    corner: tuple[float, float]


class Faster(Value):
    """Take the next higher speed."""


class Slower(Value):
    """Take the next lower speed."""


class SetSpeed(Value):
    """Take a speed by its index in play's SPEEDS."""

    index: int


class ToggleLoop(Value):
    """At the end begin again, or stay there."""


WalkIntent: TypeAlias = (
    TogglePlay
    | Play
    | Pause
    | StepForward
    | StepBack
    | PhaseForward
    | PhaseBack
    | NextStop
    | PreviousStop
    | ToStart
    | ToEnd
    | Scrub
    | GoToCell
    | MoveCard
    | Faster
    | Slower
    | SetSpeed
    | ToggleLoop
)
