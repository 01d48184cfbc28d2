"""What the window does by itself for who is new: it offers the tour, points at pixels that no patch covers, and hints.

The offer stands beside the scene of a first start until either is touched. Neither the callout nor a hint comes while
something is open, said, held or offered, and each once in a life: a hint is gone for ever once it was done, dismissed,
or shown long enough, the callout once it was seen. That is kept in the settings, as is the end of the offer.
"""

from __future__ import annotations

from typing import Any

from ..files.settings import HINTS, NOT_COVERED
from ..input.intent import Intent
from ..input.interface_intents import Hover
from ..input.scenario_intents import SetQuantity
from ..input.window_intents import Tick
from .interface import CALLOUT_AFTER
from .state import State, StillState, within

CALLOUT_SECONDS = 7.0
CALLOUT_LEAST = 1.0
"""Seconds after which it was seen: an input before that takes it away, but it comes again."""
WATCHED_SECONDS = 6.0
"""Watching for so long, or the first pause, is the moment of the first hint."""
APART_SECONDS = 6.0
"""Between two hints, and between the callout and a hint."""
HINT_SECONDS = 30.0
"""A hint that nobody minds goes by itself."""


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


def after(before: State, state: State, intent: Intent) -> State:
    """Return a state with what follows for the guide from the intent that has led to it."""
    if isinstance(intent, Hover):
        return state
    done = intent.quantity if isinstance(intent, SetQuantity) else intent.hint
    if done in HINTS and done not in state.settings.hints:
        state = hint_seen(state, done)
    state = with_guide(state, **_noted(before, state, intent))
    if state.interface.guide.offer and _touched(before, state, intent):
        state = without_offer(state)
    state = _callout_ended(state, intent)
    waits = not quiet(state) or (isinstance(intent, Tick) and intent.held)
    return state if waits else _hint_begun(_callout_begun(state))


def _touched(before: State, state: State, intent: Intent) -> bool:
    """Tell whether a hand has changed the scene, or has led its walk; that it is played or paused is only watching."""
    if intent.by_itself:
        return False
    led = [(each.playback.position, each.playback.target) for each in (before, state)]
    return state.work is not before.work or led[0] != led[1]


def _noted(before: State, state: State, intent: Intent) -> dict[str, Any]:
    """Return what of the guide a pause by hand, or the walk's end, changes."""
    guide = state.interface.guide
    stopped = before.playback.playing and not state.playback.playing
    ended = before.playback.position < before.steps <= state.playback.position
    paused = {"paused": True} if stopped and not intent.by_itself else {}
    asleep = guide.not_before == float("inf") and state.playback.playing and state.playback.target is None
    woken = {"not_before": state.interface.now + CALLOUT_AFTER} if asleep else {}
    return paused | woken | ({"walked": True} if ended and intent.by_itself else {})


def _callout_ended(state: State, intent: Intent) -> State:
    """Let the callout go after its time, at an input, or when nothing is left to point at."""
    guide, now = state.interface.guide, state.interface.now
    if guide.callout_at is None:
        return state
    shown = now - guide.callout_at
    if shown >= CALLOUT_LEAST and NOT_COVERED not in state.settings.hints:
        state = hint_seen(state, NOT_COVERED)
    if intent.by_itself and shown < CALLOUT_SECONDS and has_uncovered(state):
        return state
    return with_guide(state, callout_at=None, not_before=now + CALLOUT_AFTER, gone_at=now)


def _callout_begun(state: State) -> State:
    guide, now = state.interface.guide, state.interface.now
    seen = NOT_COVERED in state.settings.hints
    waits = guide.callout_at is not None or guide.hint is not None or now < guide.not_before
    if seen or waits or not has_uncovered(state):
        return state
    return with_guide(state, callout_at=now)


def _hint_begun(state: State) -> State:
    """Show the hint whose moment has come; let one that was there for long go."""
    guide, now = state.interface.guide, state.interface.now
    if guide.hint is not None:
        return hint_seen(state, guide.hint) if now - guide.hint_at >= HINT_SECONDS else state
    if guide.callout_at is not None or now - guide.gone_at < APART_SECONDS:
        return state
    left = [hint for hint in HINTS if hint not in state.settings.hints]
    paintable = not state.interface.coverage
    come = {
        "paint": paintable and (guide.paused or now >= WATCHED_SECONDS),
        "scrub": guide.walked,
        "stride": len(left) == 1,
    }
    due = next((hint for hint in left if come[hint]), None)
    return state if due is None else with_guide(state, hint=due, hint_at=now)
