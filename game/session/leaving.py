"""Escape asks before it leaves a tour, and the tour goes on where it was left.

The stops at which tours were left are kept with the person's settings, so that they last over restarts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..files.settings import Settings
from ..value import replace
from .state import State

if TYPE_CHECKING:
    from ..files.tour import Tour

QUESTION = "leave tour"
"""The sheet that asks whether to leave."""
STAY = "stay in tour"
"""The control of the answer that changes nothing. It has the keys first, so that no key leaves by accident."""

MOST = 20
"""Tours whose stop is remembered."""


def asked(state: State) -> State:
    """Ask whether to leave the tour; what else is open closes."""
    interface = replace(state.interface, entry=None, popup=None, popup_cell=None, sheet=QUESTION)
    return replace(state, interface=replace(interface, cursor=None, focus=STAY, focus_visible=True))


def place_in(settings: Settings, tour: Tour) -> int:
    """Return the stop, from 0, at which a tour was left; the first one if it never was, or has become shorter."""
    index = dict(settings.tours).get(_name(tour), 0)
    return index if index < len(tour.stops) else 0


def remembered(own: State, tour: Tour, index: int) -> State:
    """Return the person's own state with the stop to go on at; who has come to the last one begins anew."""
    others = tuple(place for place in own.settings.tours if place[0] != _name(tour))
    begins_anew = index in (0, len(tour.stops) - 1)
    tours = others if begins_anew else (*others, (_name(tour), index))[-MOST:]
    return own if tours == own.settings.tours else replace(own, settings=replace(own.settings, tours=tours))


def _name(tour: Tour) -> str:
    """Return by what a tour is known again: its name, or the title of its first stop."""
    return tour.name or tour.stops[0].title
