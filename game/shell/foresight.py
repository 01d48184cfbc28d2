"""What the walk's next turn brings, made ready a little at a time in what frames leave over.

A turn is when another channel or another map comes to the front, or another phase begins: much on the stage is another
then, numbers are written that were not there, and the frame in which that begins would take several times as long as
those around it. Nothing of what is made here is shown. It is kept where that frame looks for it, and every picture is
the same with it or without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input.window_intents import Tick
from ..session.facts.around import where_facts
from ..session.reduce import reduce
from ..session.shown import still_key
from ..session.state import State

if TYPE_CHECKING:
    from ..view.prepared import Prepared
    from .controller import Controller
    from .painter import Painter

AHEAD = 8
"""Frames before a turn from which on it is made ready: one to build it, some to draw it, the last to build it again."""
AT_ONCE = 16
"""Widgets that are drawn in what one frame leaves over."""


class Foresight:
    """Remembers which turn is being made ready, and its picture as far as that is drawn."""

    def __init__(self, controller: Controller, painter: Painter) -> None:
        self._controller = controller
        self._painter = painter
        self._ready: tuple[object, ...] = ()
        self._picture: Prepared | None = None

    def go_on(self, seconds: float) -> None:
        """Make a part of the next turn ready, where one is near; only while hands are at rest.

        seconds: from a frame to the next.
        """
        state = self._controller.state
        if not _walks_alone(state):  # nothing else is worked out then: a window that rests asks often
            self._let_go()
            return
        ahead = reduce(state, Tick(seconds * AHEAD))
        turn = _turn(ahead)
        if turn == _turn(state):
            self._let_go()
        elif turn != self._ready or self._picture is None:
            self._ready, self._picture = turn, self._painter.prepare(ahead, self._controller.ahead(ahead))
        elif not self._picture.go_on(AT_ONCE) and _turn(soon := reduce(state, Tick(seconds))) == turn:
            self._controller.ahead(soon)  # what moves is elsewhere than it was then

    def _let_go(self) -> None:
        """Let go what is prepared, if anything is."""
        if self._picture is not None:
            self._painter.unprepare()
            self._picture = None


def _turn(state: State) -> tuple[object, ...]:
    """Return what is another from a turn on: all but what moves, and the phase of which step and channel."""
    if state.stamped:  # its walk has other phases
        return still_key(state), None
    walk, slide, front = state.playback, state.result.slide, state.result.scenario.filter
    return still_key(state), where_facts(walk.position, None, walk.brisk, slide, front)


def _walks_alone(state: State) -> bool:
    """Tell whether a walk plays, at a pace at which a turn lasts a while, and nothing else is on or lies over it."""
    walk, interface = state.playback, state.interface
    over = interface.sheet or interface.popup or interface.entry or interface.blank or interface.vote is not None
    other = state.tour or state.predict.on or state.compare.on or state.learn.on or state.train.running
    return walk.playing and not walk.brisk and not over and not other
