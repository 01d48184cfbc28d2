"""Intents that move the walk: play, steps, phases, stops, and straight to a place. None of them is an undo entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ..core.scenario import Pair


@dataclass(frozen=True)
class TogglePlay:
    """Play or pause; at the end, begin again."""


@dataclass(frozen=True)
class Play:
    """Play, if it does not yet."""


@dataclass(frozen=True)
class Pause:
    """Pause, if it plays."""


@dataclass(frozen=True)
class StepForward:
    """Play to the next whole position; pressed again meanwhile, jump there."""


@dataclass(frozen=True)
class StepBack:
    """Jump to the whole position before."""


@dataclass(frozen=True)
class PhaseForward:
    """Play to the next boundary between phases."""


@dataclass(frozen=True)
class PhaseBack:
    """Jump to the boundary between phases before."""


@dataclass(frozen=True)
class NextStop:
    """Play to the next stop: settled, products stand, summed."""


@dataclass(frozen=True)
class PreviousStop:
    """Jump to the stop before."""


@dataclass(frozen=True)
class ToStart:
    """Go to position 0."""


@dataclass(frozen=True)
class ToEnd:
    """Go to position N, where all cells stand."""


@dataclass(frozen=True)
class Scrub:
    """Go to a position, a real number 0 … N, and pause."""

    position: float


@dataclass(frozen=True)
class GoToCell:
    """Go to the step that makes an output cell, its products standing, and pause."""

    cell: Pair


@dataclass(frozen=True)
class MoveCard:
    """Go to the patch nearest to a corner (row, column of the card's top left, image coordinates), and pause."""

    corner: tuple[float, float]


@dataclass(frozen=True)
class Faster:
    """Take the next higher speed."""


@dataclass(frozen=True)
class Slower:
    """Take the next lower speed."""


@dataclass(frozen=True)
class SetSpeed:
    """Take a speed by its index in play's SPEEDS."""

    index: int


@dataclass(frozen=True)
class ToggleLoop:
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
