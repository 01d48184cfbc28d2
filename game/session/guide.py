"""What the window does by itself for who is new: it offers the tour, points at pixels that no patch covers, and hints.

The offer stands beside the scene of a first start until either is touched. Neither the callout nor a hint comes while
something is open, said, held or offered, and each once in a life: a hint is gone for ever once it was done, dismissed,
or shown long enough, the callout once it was seen. That is kept in the settings, as is the end of the offer.
"""

from __future__ import annotations

from typing import Any

from ..files.settings import HINTS, NOT_COVERED
from .state import State, StillState, within


def offers_tour(state: StillState) -> bool:
    """Tell whether the tour is offered now. In a mode of its own, or among layers, the stage has no room for it."""
    interface = state.interface
    elsewhere = (
        interface.presenting
        or interface.stacked
        or interface.rise > 0
        or state.predict.on
        or state.compare.on
        or state.learn.on
    )
    return interface.guide.offer and not elsewhere


def without_offer(state: State) -> State:
    """Offer the tour no longer, and never again."""
    if state.settings.offered and not state.interface.guide.offer:
        return state
    state = within(state, "settings", offered=True)
    return with_guide(state, offer=False, gone_at=state.interface.now)


def quiet(state: StillState) -> bool:
    """Tell whether the window may point at something: nothing is open, said, or under way, in no mode of its own."""
    interface = state.interface
    opened = interface.sheet or interface.popup or interface.entry or interface.toasts
    talk = interface.presenting or interface.blank or interface.spotlit or state.predict.on or state.tour is not None
    talk = talk or state.learn.on or state.train.on
    return not opened and not talk and state.working is None and not state.compare.on and not offers_tour(state)


def points(state: State) -> bool:
    """Tell whether time has to pass for what the window points at, even while the walk stands."""
    guide = state.interface.guide
    waits = NOT_COVERED not in state.settings.hints and guide.not_before < float("inf")
    return guide.callout_at is not None or (waits and quiet(state) and has_uncovered(state))


def guides(state: State) -> bool:
    """Tell whether anything is left to point at: what has been seen never comes again."""
    guide = state.interface.guide
    shown = guide.offer or guide.hint is not None or guide.callout_at is not None
    return shown or len(state.settings.hints) <= len(HINTS)


def dismissed_hint(state: State, _: object) -> State:
    """Take the hint away for ever."""
    hint = state.interface.guide.hint
    return state if hint is None else hint_seen(state, hint)


def hint_seen(state: State, hint: str) -> State:
    """Return the state in which a hint, or the callout, never comes again."""
    hints = tuple(name for name in (*HINTS, NOT_COVERED) if name in state.settings.hints or name == hint)
    state = within(state, "settings", hints=hints)
    shown = state.interface.guide.hint == hint
    return with_guide(state, hint=None, gone_at=state.interface.now) if shown else state


def with_guide(state: State, **changes: Any) -> State:
    """Return the state with other values for some fields of the guide."""
    return within(state, "interface", guide=state.interface.guide.changed(**changes)) if changes else state


def has_uncovered(state: State) -> bool:
    """Tell whether there are pixels that no patch covers."""
    return not state.stamped and any(state.result.uncovered.lines)
