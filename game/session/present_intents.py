"""What the intents of a talk do: Present, the blank screen, the spotlight and its marks, the lens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input.present_intents import (
    Blank,
    HoldSpotlight,
    Mark,
    StartPresent,
    TogglePresent,
    ToggleSpotlight,
    TurnLens,
    Unblank,
)
from ..value import replace
from .interface import SpotMark

if TYPE_CHECKING:
    from .interface import Interface
    from .scenario_intents import Handler
    from .state import State

FADE_SECONDS = 2.0
"""How long a mark of the spotlight is seen."""

MOST_MARKS = 20


def _interface(state: State, **changes: object) -> State:
    return replace(state, interface=replace(state.interface, **changes))


def _start(state: State, _: object) -> State:
    """Give the grids the screen; what was open closes, so that nothing lies over them."""
    if state.interface.presenting:
        return state
    return _interface(state, presenting=True, sheet=None, popup=None, popup_cell=None, focus=None, cursor=None)


def present_left(state: State) -> State:
    """Go back to the window as it was."""
    return _interface(state, presenting=False, spotlight=False)


def _toggle(state: State, _: object) -> State:
    return present_left(state) if state.interface.presenting else _start(state, None)


def _mark(state: State, intent: Mark) -> State:
    """Leave a mark; of more than some the oldest goes."""
    mark = SpotMark(intent.x, intent.y, state.interface.now)
    return _interface(state, marks=(*state.interface.marks, mark)[-MOST_MARKS:])


def faded(interface: Interface) -> Interface:
    """Take away the marks that have faded."""
    seen = tuple(mark for mark in interface.marks if interface.now - mark.since < FADE_SECONDS)
    return interface if len(seen) == len(interface.marks) else replace(interface, marks=seen)


def _turn_lens(state: State, _: object) -> State:
    """Go to the next page of the step's terms; the lens itself goes round."""
    step = int(state.playback.position)
    shown, turned = state.interface.lens
    return _interface(state, lens=(step, turned + 1 if shown == step else 1))


HANDLERS: dict[type, Handler] = {
    StartPresent: _start,
    TogglePresent: _toggle,
    Blank: lambda state, intent: _interface(state, blank=intent.colour),
    Unblank: lambda state, _: _interface(state, blank=""),
    ToggleSpotlight: lambda state, _: _interface(state, spotlight=not state.interface.spotlight),
    HoldSpotlight: lambda state, intent: _interface(state, spotlight_held=intent.on),
    Mark: _mark,
    TurnLens: _turn_lens,
}
