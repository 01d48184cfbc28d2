"""The pictures of a moving export: where the walk is in each, by the one clock, and how long it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..files.errors import FileProblem
from ..play.playback import Playback
from ..session.state import State
from .asked import Steps, checked_steps

MOST = 3600
"""Pictures that a moving export may have: two minutes at thirty a second."""


class Instant(NamedTuple):
    """One picture's walk, and when it is shown and no longer, in seconds from the first one on."""

    playback: Playback
    begin: float
    end: float


def instants(state: State, steps: Steps, rate: float) -> list[Instant]:
    """Return the pictures of some steps at so many a second; the last one stands where they end, for their rest.

    Raises FileProblem: "export_steps", or "export_too_long" for more than MOST pictures.
    """
    checked_steps(steps, state.steps)
    found: list[Instant] = []
    for number, playback in enumerate(_played(state, steps, 1 / rate)):
        if number >= MOST:
            raise FileProblem("export_too_long", most=MOST)
        found.append(Instant(playback, number / rate, (number + 1) / rate))
    begin = len(found) / rate
    return [*found, Instant(ended(state, steps.last), begin, begin + max(steps.rest, 1 / rate))]


def _played(state: State, steps: Steps, seconds: float) -> Iterator[Playback]:
    """Yield the walk from the begin of the first step on, every so many seconds, until the last one is over."""
    walk = Playback(position=float(steps.first - 1), playing=True, loop=False).set_speed(steps.speed)
    if steps.seconds is not None:
        count = steps.last - steps.first + 1
        walk = walk.play_through(steps.first - 1, steps.last, steps.seconds * count)
    while walk.position < steps.last and walk.playing:
        yield walk
        walk = walk.advance(seconds, state.steps, state.lanes, state.part)


def ended(state: State, step: int) -> Playback:
    """Return the walk at rest where a step, counted from 1, has just been made."""
    return Playback(position=float(min(step, state.steps)), playing=False, loop=False)
