"""Intents that move the walk: play, steps, phases, stops, and straight to a place. None of them is an undo entry."""

from __future__ import annotations

from ..core.scenario import Pair
from .intent import Intent, Side


class WalkIntent(Intent):
    """What moves the walk."""


class TogglePlay(WalkIntent, goes_on=True, plays=True):
    """Play or pause; at the end, begin again."""


class Play(WalkIntent, goes_on=True, plays=True):
    """Play, if it does not yet."""


class Pause(WalkIntent):
    """Pause, if it plays."""


class StepForward(WalkIntent, goes_on=True):
    """Play to the next whole position; pressed again meanwhile, jump there."""


class StepBack(WalkIntent):
    """Jump to the whole position before."""


class PhaseForward(WalkIntent, goes_on=True):
    """Play to the next boundary between phases."""


class PhaseBack(WalkIntent):
    """Jump to the boundary between phases before."""


class NextStop(WalkIntent, goes_on=True, of_remote=True):
    """Play to the next stop: settled, products stand, summed."""


class PreviousStop(WalkIntent, of_remote=True):
    """Jump to the stop before."""


class ToStart(WalkIntent):
    """Go to position 0."""


class ToEnd(WalkIntent):
    """Go to position N, where all cells stand."""


class Scrub(WalkIntent, hint="scrub"):
    """Go to a position, a real number 0 … N, and pause."""

    position: float


class GoToCell(WalkIntent, settles=True):
    """Go to the step that makes an output cell, its products standing, and pause.

    For a cell of side B, to the step of side A at which side B shows it, or comes nearest to it.
    """

    cell: Pair
    side: Side = Side.A


class MoveCard(WalkIntent):
    """Go to the patch nearest to a corner (row, column of the card's top left, image coordinates), and pause.

    side: whose card it is; one over a map, where stamps are laid, counts in cells of that.
    """

    corner: tuple[float, float]
    side: Side = Side.A


class Faster(WalkIntent):
    """Take the next higher speed."""


class Slower(WalkIntent):
    """Take the next lower speed."""


class ToggleLoop(WalkIntent):
    """At the end begin again, or stay there."""


class GoToFilter(WalkIntent):
    """Show another filter's map, at the place where the walk is in the one in front."""

    filter: int = 0
    by: int | None = None
    """So many filters further on, in the place of one that is named."""


class BringChannel(WalkIntent):
    """Bring a channel of the image to the front, while the walk stays where it is."""

    channel: int = 0
    by: int | None = None
    """So many channels further on, in the place of one that is named."""


class BringColour(WalkIntent):
    """Bring the colour picture to the front, in the place of a channel, or a channel again; `on`: None changes it."""

    on: bool | None = None
