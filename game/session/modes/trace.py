"""Where a cell comes from, while that is shown: time lights it layer by layer, a remote completes it, or ends it."""

from __future__ import annotations

from ...input import layer_intents as intents
from ...input.intent import Intent
from ...input.tour_intents import NextBuild, PreviousBuild
from ...input.walk_intents import NextStop, PreviousStop
from ...input.window_intents import Tick
from ...play.trace import A_LAYER
from ...words.texts import text
from ..mode import Mode
from ..state import Handler, State, within
from ..toasts import with_toast
from ..trace import has_field, is_shown, pointed_cell, traced, why_no_trace, without_trace


def carries(handler: Handler) -> Handler:
    """Let the keys of a remote complete what is being lit, or take it back."""

    def carried(state: State, intent: Intent) -> State:
        trace = state.interface.trace
        if trace is not None and isinstance(intent, NextStop | NextBuild) and not trace.is_whole:
            return within(state, "interface", trace=trace.changed(lit=trace.level))
        if trace is not None and isinstance(intent, PreviousStop | PreviousBuild):
            return without_trace(state)
        return handler(state, intent)

    return carried


def after(before: State, state: State, intent: Intent) -> State:
    """Light the next layer when it is time; another network, another place of the walk, or a question end it."""
    trace = state.interface.trace
    if trace is None:
        return state
    moved = state.playback.position != before.playback.position or state.playback.playing
    if state.work is not before.work or moved or why_no_trace(state) is not None:
        return without_trace(state)
    if not isinstance(intent, Tick) or trace.is_whole or state.interface.blank:
        return state
    if state.interface.now < trace.since + A_LAYER:
        return state
    return within(state, "interface", trace=trace.changed(lit=trace.lit + 1, since=trace.since + A_LAYER))


def _toggle(state: State, intent: intents.ToggleTrace) -> State:
    if state.interface.trace is not None:
        return without_trace(state)
    reason = why_no_trace(state)
    if reason is not None:
        return with_toast(state, text(reason))
    paused = within(state, "playback", playing=False, target=None)
    if intent.at is not None and is_shown(state, *intent.at):
        return traced(paused, at=intent.at)
    asked = intent.cell if intent.cell is not None and has_field(state, intent.cell) else pointed_cell(state)
    return traced(paused, asked)


HANDLERS: dict[type[Intent], Handler] = {
    intents.ToggleTrace: _toggle,
    intents.LeaveTrace: lambda state, _: without_trace(state),
}
MODE = Mode(carries=carries, after=after, handlers=HANDLERS)
