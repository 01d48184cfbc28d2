"""Intents of the guided tour."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ..value import Value

if TYPE_CHECKING:
    from ..core.scenario import Pair


class BeginTour(Value):
    """Begin a tour, as `files.tour_file` has read it; a tour that is on ends first.

    `source` is the file that it was opened from, "" for the program's own.
    """

    tour: object
    source: str = ""


class NextTourStop(Value):
    """Go to the next stop; at the last one nothing happens, for a remote may be pressed once too often."""


class PreviousTourStop(Value):
    """Go to the stop before."""


class NextBuild(Value):
    """Go on as a remote does: play a part of the stop's walk, show its task done, and at last go to the next stop."""


class PreviousBuild(Value):
    """Go back as a remote does: to before what was shown, to where a part of the walk begins, to the stop before."""


class AnswerCell(Value):
    """Answer with an output cell that the stop asks for; the walk stays, so that all cells can be compared."""

    cell: Pair


class FirstTourStop(Value):
    """Begin the tour again."""


class LeaveTour(Value):
    """Leave the tour: the person's own work is there again."""


class ToggleTourText(Value):
    """Open the stop's text where it is folded to a line, or fold it again."""


class TourSeen(Value):
    """What the stop points at has been scrolled into view (the shell says so after it happened)."""


TourIntent: TypeAlias = (
    BeginTour
    | NextTourStop
    | PreviousTourStop
    | FirstTourStop
    | NextBuild
    | PreviousBuild
    | AnswerCell
    | LeaveTour
    | ToggleTourText
    | TourSeen
)
