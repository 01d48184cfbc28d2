"""Intents that move the walk: play, steps, phases, stops, and straight to a place. None of them is an undo entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .plain import Plain

if TYPE_CHECKING:
    from ..core.scenario import Pair


class TogglePlay(Plain):
    """Play or pause; at the end, begin again."""


class Play(Plain):
    """Play, if it does not yet."""


class Pause(Plain):
    """Pause, if it plays."""


class StepForward(Plain):
    """Play to the next whole position; pressed again meanwhile, jump there."""


class StepBack(Plain):
    """Jump to the whole position before."""


class PhaseForward(Plain):
    """Play to the next boundary between phases."""


class PhaseBack(Plain):
    """Jump to the boundary between phases before."""


class NextStop(Plain):
    """Play to the next stop: settled, products stand, summed."""


class PreviousStop(Plain):
    """Jump to the stop before."""


class ToStart(Plain):
    """Go to position 0."""


class ToEnd(Plain):
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


class Faster(Plain):
    """Take the next higher speed."""


class Slower(Plain):
    """Take the next lower speed."""


@dataclass(frozen=True)
class SetSpeed:
    """Take a speed by its index in play's SPEEDS."""

    index: int


class ToggleLoop(Plain):
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
