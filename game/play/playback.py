"""Playing the walk: where it is, whether and how fast it moves, and what each transport control does to it."""

from __future__ import annotations

import math
from typing import Literal

from ..core.grid import Pair
from ..value import Value
from .easing import clamp
from .phases import BRISK_FROM, NORMAL_SPEED, SETTLED, SPEEDS, STEP_SECONDS, SUMMED, TOLERANCE
from .score import phases, position_after, seconds_at, stops

Kind = Literal["whole", "phase", "stop", "every stop", "stop of a pooling"]
"""What to go to: whole positions, the begin of phases, or the stops (settled, products stand, summed).

Of several lanes the stops are the sums; every stop: where the products of each stand, too. A pooling has no products:
what it has read looks as what it has begun to read.
"""

REST_SECONDS = 2.0
"""How long the finished map stands before the walk begins again, with loop on."""


LONG = 600
"""A walk of more steps has two more paces, after the speeds: a row of the map at a time, and a map at a time."""
BY_ROW, BY_MAP = len(SPEEDS), len(SPEEDS) + 1
"""The indices of those paces."""
ROWS_A_SECOND, MAP_SECONDS, LONGEST = 8.0, 1.5, 30.0
"""How fast rows come, how long a map takes, and how many seconds a walk lasts at most at the fastest pace."""


def fastest(steps: int) -> int:
    """Return the index of the fastest pace of a walk of so many steps."""
    return BY_MAP if steps > LONG else len(SPEEDS) - 1


def chunk_of(playback: Playback, steps: int, part: Pair) -> int:
    """Return how many steps appear at once while it plays: a row's, a map's, or 1: each is played.

    part: the cells of a row of the map, and of a map.
    """
    paced = playback.playing and playback.target is None and playback.speed >= BY_ROW and steps > LONG
    return part[playback.speed == BY_MAP] if paced else 1


def marks_of(kind: Kind, lanes: int) -> tuple[float, ...]:
    """Return what can be gone to in a step of so many lanes, as fractions of it."""
    if kind == "whole":
        return (0.0,)
    if kind == "stop of a pooling":
        return SETTLED, SUMMED
    return phases(lanes) if kind == "phase" else stops(lanes, products=kind == "every stop")


JUST_BEFORE = 1e-6
"""A part of a step too small to be seen."""


def shown_position(playback: Playback, steps: int, part: Pair = (1, 1)) -> float:
    """Return the position whose picture is shown: the walk's own, but at rest on a boundary what has just ended.

    At a pace by row or by map it is the begin of the row, or map, that comes next: what stands are whole ones. `part`:
    see `chunk_of`.

    Whoever steps to a whole position wants to see the step that was made there, with its products and its sum, not
    the next one of which nothing has happened yet. So it is at the stops: at 0.65 products stand, and none has flown.
    """
    if playback.position <= 0 or playback.position >= steps:
        return playback.position
    if playback.playing:
        chunk = chunk_of(playback, steps, part)
        return playback.position if chunk == 1 else float(int(playback.position + TOLERANCE) // chunk * chunk)
    return max(playback.position - JUST_BEFORE, 0.0)


def next_mark(position: float, marks: tuple[float, ...]) -> float:
    """Return the first position after the given one that lies at one of the marks (fractions of a step, 0 ≤ m < 1)."""
    step = int(position + TOLERANCE)
    ahead = (whole + mark for whole in (step, step + 1) for mark in marks)
    return min(mark for mark in ahead if mark > position + TOLERANCE)


def previous_mark(position: float, marks: tuple[float, ...]) -> float:
    """Return the last position before the given one that lies at one of the marks, or 0 if there is none."""
    step = int(position + TOLERANCE)
    behind = (whole + mark for whole in (step - 1, step) for mark in marks)
    return max((mark for mark in behind if 0 <= mark < position - TOLERANCE), default=0.0)


class Playback(Value):
    """The walk's transport. Each method returns a new one.

    `steps` is always the number N ≥ 1 of output cells, `lanes` how many channels each of them is the sum of.

    position: where the walk is, 0 … N.
    playing: whether time moves it.
    speed: index into SPEEDS; beyond it the paces of a long walk, BY_ROW and BY_MAP. A short one has its fastest then.
    loop: whether the end, after REST_SECONDS, begins again at 0.
    target: the position to play to and pause at, or None when playing freely.
    rested: seconds it has stood at the end.
    pace: steps a second on the way to the target, whatever the speed is; None: as the speed has it.
    """

    position: float = 0.0
    playing: bool = True
    speed: int = NORMAL_SPEED
    loop: bool = True
    target: float | None = None
    rested: float = 0.0
    pace: float | None = None

    @property
    def brisk(self) -> bool:
        """Whether steps have three phases only: playing at 4× or faster, freely or to the end of a step.

        Paused or stepping, and on the way into a step, there are six.
        """
        if not self.playing:
            return False
        if self.target is None:
            return self.multiple >= BRISK_FROM
        return self.pace is not None and self.target.is_integer() and self.pace * STEP_SECONDS >= BRISK_FROM

    @property
    def multiple(self) -> float:
        """How many times as fast as 1× it plays, the paces of long walks apart."""
        return SPEEDS[min(self.speed, len(SPEEDS) - 1)]

    @property
    def steps_per_second(self) -> float:
        """How many steps a second of playing makes, the paces of long walks apart."""
        return self.multiple / STEP_SECONDS

    def rate(self, steps: int, part: Pair) -> float:
        """Return how many steps a second of playing makes in a walk of so many; `part`: see `chunk_of`."""
        if self.speed < BY_ROW or steps <= LONG:
            return self.steps_per_second
        rows = max(self.steps_per_second, part[0] * ROWS_A_SECOND)
        return rows if self.speed == BY_ROW else max(rows, part[1] / MAP_SECONDS, steps / LONGEST)

    def advance(self, seconds: float, steps: int, lanes: int = 1, part: Pair = (1, 1)) -> Playback:
        """Let time pass; `part`: see `chunk_of`.

        What is left of it at the end goes into the rest, and what is left of that into the next walk.

        So where the walk is depends on the sum of the seconds only, not on how many frames they came in.
        """
        if not self.playing:
            return self
        if self.target is not None:
            return _played_to(self, min(self.target, float(steps)), seconds, lanes)
        inside = 0 <= self.position <= steps
        walk, left = self if inside else self.changed(position=clamp(self.position, 0.0, steps)), seconds
        while left > 0 and walk.playing:
            walk, left = _rested(walk, left) if walk.position >= steps else _walked(walk, left, steps, lanes, part)
        return walk

    def play(self, steps: int) -> Playback:
        """Play freely from here; from the end, play the walk anew."""
        position = 0.0 if self.position >= steps - TOLERANCE else self.position
        return self.changed(position=position, playing=True, target=None, rested=0.0, pace=None)

    def play_through(self, start: float, end: float, seconds: float) -> Playback:
        """Play from one position to another in so many seconds, and pause there."""
        pace = (end - start) / seconds
        return self.changed(position=float(start), playing=True, target=float(end), rested=0.0, pace=pace)

    def pause(self) -> Playback:
        """Stand still here."""
        return self.changed(playing=False, target=None, rested=0.0, pace=None)

    def toggle(self, steps: int) -> Playback:
        """Pause what moves, play what stands; at the end playing begins at 0."""
        return self.pause() if self.playing else self.play(steps)

    def forward(self, steps: int, kind: Kind = "whole", lanes: int = 1) -> Playback:
        """Play to the next whole position, phase or stop and pause there; called again on the way, jump there."""
        position = clamp(self.position, 0.0, steps)
        target = min(next_mark(position, marks_of(kind, lanes)), float(steps))
        if position >= steps or (self.playing and self.target == target):
            return self._paused_at(target)
        return self.changed(position=position, playing=True, target=target, rested=0.0, pace=None)

    def back(self, kind: Kind = "whole", lanes: int = 1) -> Playback:
        """Jump to the previous whole position, phase or stop (to 0 when there is none) and pause."""
        return self._paused_at(previous_mark(self.position, marks_of(kind, lanes)))

    def scrub(self, position: float, steps: int) -> Playback:
        """Go to any position (clamped to 0 … N) and pause."""
        return self._paused_at(clamp(position, 0.0, steps))

    def moved_to(self, step: int, steps: int, before: int | None = None) -> Playback:
        """Go on in another step (from 0) of a changed walk, with the fraction kept; playing, target and rest stay.

        The end stays the end: when the position was `before`, the number of steps until now, or when step ≥ steps.
        """
        if step >= steps or (before is not None and self.position >= before - TOLERANCE):
            target = None if self.target is None else float(steps)
            return self.changed(position=float(steps), target=target)
        shift = max(step, 0) - int(self.position + TOLERANCE)
        position = clamp(self.position + shift, 0.0, steps)
        target = None if self.target is None else clamp(self.target + shift, position, steps)
        return self.changed(position=position, target=target, rested=0.0)

    def put_back(self, before: Playback) -> Playback:
        """Stand and go as before; how fast, and whether the end begins again, stay as they have been chosen since."""
        return before.changed(speed=self.speed, loop=self.loop)

    def chosen(self, speed: int, loop: bool) -> Playback:
        """Go as it was chosen for another walk; a pace that only long walks have stays while no other speed was."""
        same = min(self.speed, BY_ROW - 1) == speed
        return self.changed(speed=self.speed if same else speed, loop=loop)

    def set_speed(self, index: int, steps: int = 0) -> Playback:
        """Take a speed by its index in SPEEDS, or a pace that a walk of so many steps has, clamped."""
        return self.changed(speed=min(max(index, 0), fastest(steps)))

    def quickened(self, by: int, steps: int) -> Playback:
        """Take the speed so many places farther in the list of those that a walk of so many steps has."""
        return self.set_speed(min(self.speed, fastest(steps)) + by, steps)

    def _paused_at(self, position: float) -> Playback:
        return self.changed(position=float(position), playing=False, target=None, rested=0.0, pace=None)


def _played_to(walk: Playback, target: float, seconds: float, lanes: int) -> Playback:
    """Play on towards the target; there, pause."""
    seconds = max(seconds, 0.0)
    position = _ahead(walk, seconds, lanes) if walk.pace is None else walk.position + seconds * walk.pace
    if position < target - TOLERANCE:
        return walk.changed(position=position)
    return walk.scrub(target, math.ceil(target))


def _ahead(walk: Playback, seconds: float, lanes: int) -> float:
    """Return where a walk is after so many seconds more; each lane takes its time, but not in fast playing."""
    if lanes == 1 or walk.multiple >= BRISK_FROM:
        return walk.position + seconds * walk.steps_per_second
    return position_after(seconds_at(walk.position, lanes) + seconds * walk.multiple, lanes)


def _walked(walk: Playback, seconds: float, steps: int, lanes: int, part: Pair) -> tuple[Playback, float]:
    """Go on, at most to the end; return also the seconds that are left there. Without loop the end pauses."""
    paced, rate = walk.speed >= BY_ROW and steps > LONG, walk.rate(steps, part)
    position = walk.position + seconds * rate if paced else _ahead(walk, seconds, lanes)
    if position < steps - TOLERANCE:
        return walk.changed(position=position, rested=0.0), 0.0
    at_end = walk.changed(position=float(steps), rested=0.0, playing=walk.loop)
    return at_end, max(position - steps, 0.0) / rate


def _rested(walk: Playback, seconds: float) -> tuple[Playback, float]:
    """Stand at the end; when it has rested enough, begin again. Return also the seconds that are left."""
    if not walk.loop:
        return walk.pause(), 0.0
    rested = walk.rested + seconds
    if rested < REST_SECONDS - TOLERANCE:
        return walk.changed(rested=rested), 0.0
    return walk.changed(position=0.0, rested=0.0), max(rested - REST_SECONDS, 0.0)
