"""The state of a run: the scenario with its history, the walk, the settings, and what is open in the window.

Everything is frozen. An intent makes a new state (see `reduce`), by its handler and the modes that are on; a picture is
drawn from one state alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ..core.resize import linked_in
from ..core.result import Result, result_of
from ..core.scenario import Pair, Scenario
from ..files.settings import Settings
from ..input.intent import Side
from ..play.phases import SUMMED
from ..play.playback import Playback
from ..value import Single
from .history import History, Work
from .interface import Interface, StillInterface
from .remembered import (
    ALONE,
    NOT_AHEAD,
    NOT_LEARNING,
    NOT_PREDICTING,
    NOT_TRAINING,
    Ahead,
    Compare,
    Learn,
    Nudge,
    Predict,
    Train,
)

if TYPE_CHECKING:
    from ..files.tour import Stop, Tour


class TourRun(Single):
    """A tour that is on.

    index: the stop, from 0. own: the person's own state. met: which conditions of the stop have come true so far.
    finished: the stops that have been done once, however one comes back to them.
    passed: the stops whose task was shown when they were left: so they stand there for who comes back by remote.
    opened: the text is open where it is folded to a line. seen: the stop, and whether the rail was open, for which what
    it points at has been scrolled into view.
    held: which conditions held when last looked at, since the task was shown.
    told: what the stop keeps secret has been told. shown: the task has been shown done, as far as the stop says how.
    left_by_showing: the scenario as the showing left it. picked: the output cell that is the answer, clicked or shown.
    anew: a hand has made the walk another one at its end, and none of it has been played since.
    hints: how many of a puzzle's hints are shown. solved: with how many changes, and hints, its goal was met first.
    """

    tour: Tour
    index: int
    own: State
    met: tuple[bool, ...] = ()
    finished: frozenset[int] = frozenset()
    passed: frozenset[int] = frozenset()
    opened: bool = False
    seen: tuple[int, bool] = (-1, False)
    told: bool = False
    shown: bool = False
    left_by_showing: Scenario | None = None
    held: tuple[bool, ...] = ()
    picked: Pair | None = None
    anew: bool = False
    hints: int = 0
    solved: Pair | None = None

    @property
    def stop(self) -> Stop:
        """The stop that is shown."""
        return self.tour.stops[self.index]

    @property
    def is_last(self) -> bool:
        """Whether no stop comes after this one."""
        return self.index == len(self.tour.stops) - 1

    @property
    def done(self) -> bool:
        """Whether the stop asks for something, and the person has done it."""
        return bool(self.met) and all(self.met)

    @property
    def keeps_size(self) -> bool:
        """Whether the size of the output is a secret still."""
        return self.stop.keeps_size and not (self.told or self.shown or self.done)

    @property
    def first(self) -> Scenario:
        """The scenario of which any other is a change."""
        return self.stop.scenario if self.left_by_showing is None else self.left_by_showing


COLOUR_CHANNELS = 3
"""Channels of an image that is one in colour: red, green and blue."""


class StillState(Single):
    """All of a run but what differs from frame to frame while the walk plays: its position, clock, the pointer's place.

    What is made from this alone cannot depend on those, and so need not be made again while only they change.

    working: the work during a gesture; the history's present one is what the gesture began with.
    result: the output and all else that is computed, always of the scenario on screen; of side A.
    paths: the scenario files that Save writes to, each with the number of the document that belongs to it.
    nudge: the last notch, while further ones join its undo entry.
    before_gesture: the history as it was before the gesture that has just ended, while that can be taken back.
    tour: the guided tour that is on; everything else is then the tour's, and the person's own state is in it.
    predict: the game of predicting; it is part of no undo.
    compare: the two sides, when two settings are compared; the walk is always side A's.
    learn: what the kernel learns, while that is shown in the place of the walk.
    aside: what learns, while the walk that makes a gradient is shown in its place.
    train: what a network learns from digits, while the walk goes on beside it.
    """

    history: History[Work]
    result: Result
    settings: Settings
    interface: StillInterface
    working: Work | None = None
    paths: tuple[tuple[int, str], ...] = ()
    nudge: Nudge | None = None
    before_gesture: History[Work] | None = None
    tour: TourRun | None = None
    predict: Predict = NOT_PREDICTING
    compare: Compare = ALONE
    learn: Learn = NOT_LEARNING
    aside: State | None = None
    train: Train = NOT_TRAINING

    @property
    def work(self) -> Work:
        """What is on screen, of both sides."""
        return self.history.present if self.working is None else self.working

    @property
    def scenario(self) -> Scenario:
        """The scenario on screen; while two are compared, that of side A."""
        return self.work.scenario

    def result_of(self, side: Side) -> Result:
        """Return the result of a side; that of B is A's as long as there is none."""
        return self.result if side is Side.A or self.compare.result is None else self.compare.result

    @property
    def path(self) -> str | None:
        """The scenario file that Save writes to now; None when it has to ask."""
        return dict(self.paths).get(self.work.document)

    @property
    def steps(self) -> int:
        """How many steps the walk has, N; it is always that of side A."""
        if self.stamped:
            return self.scenario.stamps
        return self.result.steps  # it is always that of what is on screen

    @property
    def stamped(self) -> bool:
        """Whether a step of the walk is a stamp of a transposed convolution."""
        return self.interface.stamping and self.scenario.layer.is_transposed

    @property
    def lanes(self) -> int:
        """How many channels have a turn in each step: those that each filter sees; a stamp is of one channel."""
        return 1 if self.stamped else len(self.result.scenario.lanes)

    @property
    def part(self) -> Pair:
        """How many steps a row of the map takes, and a map: at a fast pace they appear at once. Stamps: of pixels."""
        rows, columns = self.scenario.pixel_size if self.stamped else self.result.output.shape
        together = 1 if self.stamped or self.scenario.order == "map by map" else self.scenario.layer.filters
        return columns * together, rows * columns * together

    def front_of(self, side: Side) -> Scenario:
        """Return the scenario of a side with the channel and the filter in front that the window shows in front."""
        return self.result_of(side).scenario

    @property
    def brush(self) -> float:
        """The value the brush paints with, of a colour that of the channel in front: the chosen one, −999 … 999.

        One beyond white holds only while the image has the white for which it was chosen: white of an image of 0 … 3 is
        no brush for one of 0 … 1. Then it is white.
        """
        tint = self.tint
        return tint[self.result.scenario.channel] if tint else self._painting(self.settings.brush)

    def _painting(self, chosen: float) -> float:
        """Return the value with which a brush paints for which this one was chosen."""
        white = self.scenario.source_white
        return chosen if self.interface.brush_white == white else min(chosen, white)

    @property
    def tint(self) -> tuple[float, ...]:
        """The colour of the brush: a value for each channel of a colour image; () where it has one value for all."""
        tint = self.interface.tint
        return tuple(map(self._painting, tint)) if len(tint) == len(self.scenario.channels) else ()

    @property
    def mixed(self) -> bool:
        """Whether the colour picture is in front: the image is one, and it is looked at from above."""
        interface = self.interface
        return interface.mixed and not interface.stacked and self.scenario.in_colour

    @property
    def stroke(self) -> float:
        """The value that a stroke gives: the brush's, or 0 with the eraser."""
        return 0.0 if self.interface.eraser else self.brush

    @property
    def stroke_colour(self) -> tuple[float, ...]:
        """What a stroke gives each channel while the colour picture is in front; else ()."""
        if not self.mixed:
            return ()
        return (0.0,) * COLOUR_CHANNELS if self.interface.eraser else self.tint or (self.brush,) * COLOUR_CHANNELS


class State(StillState, kw_only=True):
    """All that a run is at one instant. ahead: what a network has learned that is not shown yet."""

    interface: Interface
    playback: Playback
    ahead: Ahead = NOT_AHEAD

    @property
    def position_in_cells(self) -> float:
        """The position as files keep it: of the walk over cells, also while a step is a stamp."""
        if not self.stamped:
            return self.playback.position
        from ..play.stamp_walk import in_cells  # a first picture has no stamps

        return in_cells(self.scenario, self.playback.position)


Handler: TypeAlias = Callable[[State, Any], State]
"""What an intent of one class does to a state."""


Part: TypeAlias = Literal["interface", "settings", "playback", "predict", "compare", "learn", "tour"]


def own_state(state: State) -> State:
    """Return the person's own state: what is kept, and given back when the tour is left."""
    if state.aside is not None:
        return own_state(chosen_since(state.aside, state))
    return state if state.tour is None else state.tour.own


def chosen_since(own: State, state: State) -> State:
    """Return what waited while something else was shown, with the settings of now; its walk goes as they say."""
    now = state.settings
    return own if now == own.settings else own.changed(settings=now, playback=own.playback.chosen(now.speed, now.loop))


def hidden_in(state: StillState) -> frozenset[str]:
    """Return the controls that the window leaves out now: a stop about one channel and one filter has no others."""
    if state.tour is None:
        return frozenset()
    from ..files.tour_conditions import OF_LAYERS  # only in a tour

    stop = state.tour.stop
    single = stop.scenario.is_single and stop.scenario.chain is None and stop.point.control not in OF_LAYERS
    return stop.hidden.union(OF_LAYERS) if single else stop.hidden


def within(state: State, part: Part, **changes: object) -> State:
    """Return the state with other values for some fields of a part of it."""
    return state.changed(**{part: getattr(state, part).changed(**changes)})


def toggled(part: Part, field: str) -> Handler:
    """Return what an intent does that turns a field of a part on, or off again."""
    return lambda state, _: within(state, part, **{field: not getattr(getattr(state, part), field)})


def unlinked_as_in(state: State, scenario: Scenario) -> State:
    """Return the state with the chains open of the quantities whose rows and columns differ in a scenario."""
    return within(state, "interface", linked=state.interface.linked & linked_in(scenario))


def new_state(scenario: Scenario, settings: Settings, position: float = 0.0, playing: bool = True) -> State:
    """Return the state a run begins with; a position out of 0 … N goes to its nearest end."""
    clamped = min(max(position, 0.0), float(scenario.steps))
    playback = Playback(position=clamped, playing=playing, loop=settings.loop).set_speed(settings.speed)
    result = result_of(scenario)
    if scenario.layer.activation == "softmax" and clamped < scenario.steps - 1 + SUMMED:
        from ..core.shares import before_shares  # most layers have no shares

        result = before_shares(result)
    return State(
        history=History.of(Work(scenario)),
        result=result,
        playback=playback,
        settings=settings,
        interface=Interface(linked=linked_in(scenario)),
    )
