"""When the hands ask what something is, so that its bubble is shown, and for how long.

A pointer at rest is no question. It asks once it has moved and rested; and in a talk, where every move is seen by all,
only by a click, or while Ctrl is held. Whatever else happens is no question, and ends the one there was.
"""

from __future__ import annotations

from ..input import event_types
from ..input.event_types import LEFT, ControlHeld, Event, KeyDown, PointerDown, PointerMove, PointerUp
from ..input.intent import Cell, Control, Target
from ..input.presses import is_idle
from ..session.interface import Interface
from ..session.state import State
from ..value import Value
from ..view.window import Window

RESTED = 0.35
"""Seconds of rest before the pointer asks."""
SHOWN = 4.0
"""Seconds for which an answer is seen."""
SHAKEN = 4.0
"""Device pixels by which a pointer has to move: a table that is knocked does not ask."""
EVER = float("inf")


class Question(Value):
    """What is asked about, and from when to when it is answered, in seconds of the interface's clock."""

    about: Target
    begin: float
    end: float


class Asking(Value):
    """What is remembered of the hands to tell whether they ask.

    place: where the pointer was when something else happened; None where nobody knows. moved: it has moved since then.
    pressed: what a button or a finger went down on. control: Ctrl is held, and no other key since.
    """

    question: Question | None = None
    place: tuple[float, float] | None = None
    moved: bool = False
    pressed: Target | None = None
    control: bool = False

    def answered(self, now: float) -> Target | None:
        """Return what is to be explained now."""
        asked = self.question
        return asked.about if asked is not None and asked.begin <= now < asked.end else None

    def waits(self, now: float) -> bool:
        """Tell whether time will bring an answer, or take one away."""
        asked = self.question
        return asked is not None and (now < asked.begin or now < asked.end < EVER)


def asked(asking: Asking, event: Event, before: Interface, state: State, window: Window, busy: bool) -> Asking:
    """Return what the hands ask after an event; `before` is the interface before it, the rest is as it is now.

    busy: something is held.
    """
    if isinstance(event, PointerMove):
        return _moved(asking, event, state, busy)
    if isinstance(event, ControlHeld):
        return _held(asking, event, state, window)
    now, presenting, silent = state.interface.now, state.interface.presenting, _silent(asking, event)
    met, asks = None, False
    if isinstance(event, PointerDown) and event.button == LEFT:
        return silent.changed(pressed=window.target_at(*event.point))
    if isinstance(event, PointerUp):
        met = window.target_at(*event.point)
        if isinstance(met, Cell) and met == asking.pressed:
            asks = bool(presenting) or event.touch or is_idle(state.front_of(met.side), met)
    elif isinstance(event, KeyDown) and not presenting:
        met = keyed(state.interface)
        asks = met != keyed(before) and (event.key in ("Tab", "Left", "Right") or isinstance(met, Cell))
    return silent if met is None or not asks else silent.changed(question=Question(met, now, now + SHOWN))


def keyed(interface: Interface) -> Target | None:
    """Return what the keys are on: the cell with the cursor, or the control with the ring."""
    if interface.cursor is not None:
        return interface.cursor
    return Control(interface.focus) if interface.focus is not None and interface.focus_visible else None


def _silent(asking: Asking, event: Event) -> Asking:
    """Return that nothing is asked until the pointer moves; where it is after some events is not known."""
    place = asking.place
    if isinstance(event, (PointerDown, PointerUp)):
        place = event.point
    elif isinstance(event, (event_types.PointerLeft, event_types.Resized)):
        place = None
    return Asking(place=place)


def _moved(asking: Asking, event: PointerMove, state: State, busy: bool) -> Asking:
    interface, about = state.interface, state.interface.hover
    if asking.place is None:
        return asking.changed(place=event.point)
    x, y = asking.place
    if not asking.moved and max(abs(event.x - x), abs(event.y - y)) < SHAKEN:
        return asking
    asking = asking.changed(moved=True, place=event.point)
    same = asking.question is not None and asking.question.about == about
    quiet = event.touch or about is None or (interface.presenting and not asking.control)
    if busy or (quiet and not same):
        return asking.changed(question=None)
    if about is None or quiet or asking.answered(interface.now) == about:
        return asking
    begin = interface.now + RESTED
    return asking.changed(question=Question(about, begin, EVER if asking.control else begin + SHOWN))


def _held(asking: Asking, event: ControlHeld, state: State, window: Window) -> Asking:
    """Return what Ctrl asks about in a talk: what the pointer is on, as long as it is held."""
    point, now = state.interface.pointer, state.interface.now
    if not event.on or not state.interface.presenting:
        ends = asking.question is not None and asking.question.end == EVER
        return asking.changed(control=False, question=None if ends else asking.question)
    about = None if point is None else window.target_at(*point)
    question = None if about is None else Question(about, now, EVER)
    return asking.changed(control=True, question=question, moved=True)
