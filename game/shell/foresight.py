"""What the walk's next turn brings, made ready a little at a time in what frames leave over.

A turn is when another channel or another map comes to the front: nearly all on the stage is another then, and the frame
in which that begins would take several times as long as those around it. Nothing of what is made here is shown. It is
kept where that frame looks for it, and every picture is the same with it or without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pygame

from ..input.window_intents import Tick
from ..session.reduce import reduce
from ..session.shown import still_key
from ..session.state import State
from ..ui.canvas import Canvas
from ..ui.widgets.base import Widget

if TYPE_CHECKING:
    from ..view.window import Window
    from .controller import Controller
    from .painter import Painter

AHEAD = 8
"""Frames before a turn from which on it is made ready: one to build it, some to draw it, the last to build it again."""
AT_ONCE = 16
"""Widgets that are drawn in what one frame leaves over."""


class Foresight:
    """Remembers which turn is being made ready, and what of it is still to be drawn."""

    def __init__(self, controller: Controller, painter: Painter) -> None:
        self._controller = controller
        self._painter = painter
        self._ready: tuple[object, ...] = ()
        self._left: Iterator[tuple[Widget, ...]] = iter(())
        self._unseen: pygame.Surface | None = None

    def go_on(self, seconds: float) -> None:
        """Make a part of the next turn ready, where one is near; only while hands are at rest.

        seconds: from a frame to the next.
        """
        if not self._went_on(seconds):
            self._unseen = None

    def _went_on(self, seconds: float) -> bool:
        """Do it; tell whether more is to be drawn."""
        controller, state = self._controller, self._controller.state
        if not _walks_alone(state):
            return False
        ahead = reduce(state, Tick(seconds * AHEAD))
        turn = still_key(ahead)
        if turn == still_key(state):
            return False
        if turn != self._ready:
            self._ready, self._left = turn, _several(_others(controller.window, controller.ahead(ahead)))
            return True
        several = next(self._left, None)
        if several is not None:
            self._draw(several, self._painter.canvas(state))
        elif still_key(soon := reduce(state, Tick(seconds))) == turn:  # what moves is elsewhere than it was then
            controller.ahead(soon)
        return several is not None

    def _draw(self, several: tuple[Widget, ...], canvas: Canvas) -> None:
        """Draw widgets where nobody sees them: their pictures and texts are kept."""
        size = canvas.surface.get_size()
        if self._unseen is None or self._unseen.get_size() != size:
            self._unseen = pygame.Surface(size)
        on = canvas.onto(self._unseen)
        for widget in several:
            self._unseen.set_clip(pygame.Rect(widget.visible))
            widget.draw(on)


def _walks_alone(state: State) -> bool:
    """Tell whether a walk plays, at a pace at which a turn lasts a while, and nothing else is on or lies over it."""
    walk, interface = state.playback, state.interface
    over = interface.sheet or interface.popup or interface.entry or interface.blank or interface.vote is not None
    other = state.tour or state.predict.on or state.compare.on or state.learn.on or state.train.running
    return walk.playing and not walk.brisk and not over and not other


def _others(shown: Window, ahead: Window) -> list[Widget]:
    """Return the widgets of a window that differ from those that are shown."""
    known = {widget.name: widget for widget in shown.widgets}
    pairs = ((widget, known.get(widget.name)) for widget in ahead.widgets)
    return [widget for widget, before in pairs if before is None or (before is not widget and before != widget)]


def _several(widgets: list[Widget]) -> Iterator[tuple[Widget, ...]]:
    """Yield widgets, a few at a time."""
    return (tuple(widgets[first : first + AT_ONCE]) for first in range(0, len(widgets), AT_ONCE))
