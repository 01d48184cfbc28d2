"""Intents of the guided tour."""

from __future__ import annotations

from ..core.scenario import Pair
from .intent import Intent


class TourIntent(Intent):
    """What the guided tour can be asked for."""


class BeginTour(TourIntent, begins="tour"):
    """Begin a tour, as `files.tour_file` has read it; a tour that is on ends first.

    `source` is the file that it was opened from, "" for the program's own. index: the stop to begin at, from 0;
    None: where it was left.
    """

    tour: object
    source: str = ""
    index: int | None = None


class NextTourStop(TourIntent, settles=True, of_remote=True):
    """Go to the next stop; at the last one nothing happens, for a remote may be pressed once too often."""


class PreviousTourStop(TourIntent, settles=True, of_remote=True):
    """Go to the stop before."""


class NextBuild(TourIntent, settles=True, of_remote=True):
    """Go on as a remote does: play a part of the stop's walk, show its task done, and at last go to the next stop."""


class PreviousBuild(TourIntent, settles=True, of_remote=True):
    """Go back as a remote does: to before what was shown, to where a part of the walk begins, to the stop before."""


class AnswerCell(TourIntent, settles=True):
    """Answer with an output cell that the stop asks for; the walk stays, so that all cells can be compared."""

    cell: Pair


class FirstTourStop(TourIntent, settles=True):
    """Begin the tour again."""


class ShowStopAgain(TourIntent, settles=True, of_remote=True):
    """Show the stop as it begins: what was tried out meanwhile goes."""


class PuzzleIntent(Intent):
    """What a puzzle can be asked for."""


class NextHint(PuzzleIntent, settles=True):
    """Show the next hint; behind the last one nothing happens."""


class LeaveTour(TourIntent):
    """Leave the tour: the person's own work is there again."""


class ToggleTourText(TourIntent):
    """Open the stop's text where it is folded to a line, or fold it again."""


class TourSeen(TourIntent, by_itself=True):
    """What the stop points at has been scrolled into view (the shell says so after it happened)."""
