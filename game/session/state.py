"""The state of a run: the scenario with its history, the walk, the settings, and what is open in the window.

Everything is frozen. An intent makes a new state (see `reduce`); a picture is drawn from one state alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.result import Result, result_of
from ..input.scenario_intents import Quantity
from ..input.targets import Side
from ..play.camera import HOME, Camera
from ..play.playback import Playback
from ..value import Single, Value
from .guide import Guide
from .history import History
from .predict import NOT_PREDICTING, Predict
from .quantities import linked_in
from .sides import ALONE, Compare, Work

if TYPE_CHECKING:
    from ..core.scenario import Scenario
    from ..files.settings import Settings
    from ..input.targets import Cell, Control, Target
    from .tour import TourRun


class Entry(Value):
    """A number entry that is open.

    caret: 0 … length of the text. fresh: the present value stands there, and the first character replaces it.
    by_touch: opened by a finger, so keys are shown on screen.
    """

    target: Cell | Control
    text: str
    caret: int
    fresh: bool
    by_touch: bool = False


class Toast(Value):
    """A sentence shown for a while, in seconds of the interface's clock: since when, and when the next input came.

    of_entry: it is about the number that is being typed, and goes when that is settled.
    """

    number: int
    sentence: str
    warning: bool
    since: float
    of_entry: bool = False
    input_at: float | None = None


class SpotMark(Value):
    """A mark left in the spotlight: where, in device pixels, and since when, in seconds of the interface's clock."""

    x: float
    y: float
    since: float


class Interface(Value):
    """What is open, pointed at, focused and shown in the window. It is not part of the scenario and of no undo.

    hover, pointer: what the pointer is over, and where, in device pixels.
    focus, focus_visible: the control with the key focus, and whether its ring is drawn.
    cursor: the cell that has the cursor. popup, popup_cell, highlighted: the open list, the cell it is about, its item.
    popup_scale: the scale with which it opened: it keeps its place and size until it closes, whatever folds around it.
    typed, typed_at: what was typed in the open list, and when its last character came.
    coverage: whether the image's place shows how many patches cover each pixel.
    help_filter: what has been typed into the open help.
    linked: quantities whose rows and columns go together. lock: the kept largest magnitude of the output's scale.
    guide: what the window points at by itself.
    now: seconds that have passed, the sum of all ticks.
    presenting: the grids have the whole screen. blank: "", "black" or "white", in the place of all.
    spotlight, spotlight_held: it is on, or held by a button. marks: left in it by clicks.
    eraser: strokes set pixels to 0 in the place of painting.
    lens: a step, and how many pages of its terms have been turned by hand.
    stacked, rise: the Stack view is wanted; how far its layers have risen from their flat places, 0 … 1.
    camera, turning: from where the Stack view is looked at; whether it turns slowly by itself.
    looked_at: when the camera was last moved by hand.
    """

    hover: Target | None = None
    pointer: tuple[float, float] | None = None
    focus: str | None = None
    focus_visible: bool = False
    cursor: Cell | None = None
    popup: str | None = None
    popup_cell: Cell | None = None
    popup_scale: int | None = None
    highlighted: int = 0
    typed: str = ""
    typed_at: float = float("-inf")
    sheet: str | None = None
    help_filter: str = ""
    entry: Entry | None = None
    scroll: tuple[tuple[str, float], ...] = ()
    toasts: tuple[Toast, ...] = ()
    toasts_made: int = 0
    rail_open: bool = False
    full_screen: bool = False
    coverage: bool = False
    linked: frozenset[Quantity] = frozenset(Quantity)
    lock: float | None = None
    guide: Guide = Guide()
    now: float = 0.0
    presenting: bool = False
    blank: str = ""
    spotlight: bool = False
    spotlight_held: bool = False
    marks: tuple[SpotMark, ...] = ()
    eraser: bool = False
    lens: tuple[int, int] = (-1, 0)
    stacked: bool = False
    rise: float = 0.0
    camera: Camera = HOME
    turning: bool = False
    looked_at: float = float("-inf")

    @property
    def spotlit(self) -> bool:
        """Whether everything but the surroundings of the pointer is dimmed."""
        return self.spotlight or self.spotlight_held

    def scrolled(self, name: str) -> float:
        """Return how far an area is scrolled, in design units."""
        return dict(self.scroll).get(name, 0.0)


class Nudge(Value):
    """The last notch of a wheel over a cell: which cell, and when, in seconds of the interface's clock."""

    cell: Cell
    at: float


class State(Single):
    """All that a run is at one instant.

    working: the work during a gesture; the history's present one is what the gesture began with.
    result: the output and all else that is computed, always of the scenario on screen.
    paths: the scenario files that Save writes to, each with the number of the document that belongs to it.
    nudge: the last notch, while further ones join its undo entry.
    before_gesture: the history as it was before the gesture that has just ended, while that can be taken back.
    tour: the guided tour that is on; everything else is then the tour's, and the person's own state is in it.
    predict: the game of predicting; it is part of no undo.
    compare: the two sides, when two settings are compared; the walk is always side A's.
    """

    history: History[Work]
    working: Work | None
    result: Result
    playback: Playback
    settings: Settings
    interface: Interface
    paths: tuple[tuple[int, str], ...] = ()
    nudge: Nudge | None = None
    before_gesture: History[Work] | None = None
    tour: TourRun | None = None
    predict: Predict = NOT_PREDICTING
    compare: Compare = ALONE

    @property
    def work(self) -> Work:
        """What is on screen, of both sides."""
        return self.history.present if self.working is None else self.working

    @property
    def scenario(self) -> Scenario:
        """The scenario on screen; while two are compared, that of the side from which the state is seen."""
        return self.work.of(self.compare.seen)

    @property
    def settled(self) -> Scenario:
        """The scenario that the open gesture began with; without one, the scenario on screen."""
        return self.history.present.of(self.compare.seen)

    @property
    def path(self) -> str | None:
        """The scenario file that Save writes to now; None when it has to ask."""
        return dict(self.paths).get(self.work.document)

    @property
    def steps(self) -> int:
        """How many steps the walk has, N; it is always that of side A."""
        compare = self.compare
        other = compare.result if compare.seen is Side.B else None
        return (other or self.result).output.size  # the results are always those of what is on screen

    @property
    def brush(self) -> float:
        """The value the brush paints with: the one that was chosen, as far as the image's white allows it."""
        return min(max(self.settings.brush, 0.0), self.scenario.white)

    @property
    def stroke(self) -> float:
        """The value that a stroke gives: the brush's, or 0 with the eraser."""
        return 0.0 if self.interface.eraser else self.brush


def new_state(scenario: Scenario, settings: Settings, position: float = 0.0, playing: bool = True) -> State:
    """Return the state a run begins with; a position out of 0 … N goes to its nearest end."""
    clamped = min(max(position, 0.0), float(scenario.steps))
    playback = Playback(position=clamped, playing=playing, loop=settings.loop).set_speed(settings.speed)
    return State(
        history=History.of(Work(scenario)),
        working=None,
        result=result_of(scenario),
        playback=playback,
        settings=settings,
        interface=Interface(linked=linked_in(scenario)),
    )
