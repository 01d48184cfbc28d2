"""What was asked for on the command line: all that a start of the program needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from .core.scenario import Scenario
from .value import Value

if TYPE_CHECKING:
    from .files.shelf import Scene
    from .files.tour import Tour


class Request(Value):
    """One start of the program; None leaves a choice to the kept work, the settings or the display.

    scenario     what to start with; None: continue the kept work
    position     where its walk starts, 0 … its number of steps; for kept work it may lie beyond its end
    paused       whether the walk stands still at first
    theme        "night", "daylight" or "high contrast"
    scale        75 … 300 %, of text and controls
    window       (width, height) in units of the display, from 320×240 to 7680×4320
    full_screen  whether the window fills its display
    display      the index of the display to open on, from 0 (the command line counts from 1); it may not exist
    new          start afresh: the kept work is set aside, and so it is whenever there is a scenario
    path         the scenario file that the scenario came from; None for none, and for a picture
    scene        the scene of a shelf that the scenario is, as it was read; None for none
    other        what it is compared with, as that file has it: side B; None for nothing
    view         how that file says that it is looked at
    mixed        whether the colour picture is in front, as of a photo
    stacked      begin in the Stack view, or in the Flat view; None: as the scenario was last looked at
    tour         the guided tour to begin with, on top of the person's own work; None for none
    notes        open the window of the teacher's notes besides
    stop         the stop of it to begin at, from 0; None: where it was left
    stats        show how long frames take
    """

    scenario: Scenario | None = None
    position: float | None = None
    paused: bool = False
    theme: str | None = None
    scale: int | None = None
    window: tuple[int, int] | None = None
    full_screen: bool = False
    display: int | None = None
    new: bool = False
    path: str | None = None
    scene: Scene | None = None
    other: Scenario | None = None
    view: Mapping[str, object] = MappingProxyType({})
    mixed: bool = False
    stacked: bool | None = None
    tour: Tour | None = None
    notes: bool = False
    stop: int | None = None
    stats: bool = False

    def of_puzzle(self, puzzles: Tour, stop: int) -> Request:
        """Return the request for one of some puzzles, which leaves the person's own work where it is."""
        return self.changed(tour=puzzles, stop=stop, scenario=None, position=None, scene=None, view={})


def first_scene() -> Scenario:
    """Return what a first start opens, and a start afresh."""
    from .core.start import start_here  # here: most starts go on with the work of last time
    from .words.texts import text

    return start_here(text("start.name"))
