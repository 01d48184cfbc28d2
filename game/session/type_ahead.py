"""Typing in a list: characters that come soon after one another are one name."""

from __future__ import annotations

from ..input.intent import Intent
from ..input.interface_intents import TypeAhead
from ..value import replace
from .interface import Interface
from .state import Handler, State

TOGETHER = 1.0
"""Seconds after a character in which the next one joins it."""

LONGEST = 40
"""Characters that are remembered."""


def typed_with(interface: Interface, text: str) -> str:
    """Return what has been typed in the open list with further characters; a pause begins anew."""
    joins = interface.now - interface.typed_at <= TOGETHER
    return ((interface.typed if joins else "") + text)[-LONGEST:]


def _type_ahead(state: State, intent: TypeAhead) -> State:
    interface = state.interface
    if interface.popup is None:
        return state
    typed = typed_with(interface, intent.text)
    return replace(state, interface=replace(interface, typed=typed, typed_at=interface.now))


HANDLERS: dict[type[Intent], Handler] = {TypeAhead: _type_ahead}
