"""What the intents about the walk do to the state. None of them touches the history."""

from __future__ import annotations

from collections.abc import Callable

from ..core.convolution import leading_step, nearest_step_to
from ..input import walk_intents as intents
from ..input.intent import Cell, GridName, Intent, Side
from ..play.phases import PRODUCTS_STAND, SETTLED, TOLERANCE
from ..play.playback import BY_ROW, JUST_BEFORE, Kind, Playback
from ..play.score import products_stand
from ..play.walk import place_of, position_of
from .allowed import exists
from .predict import position_shown
from .state import Handler, State


def tick(state: State, seconds: float) -> State:
    """Let the walk play on for some seconds."""
    return _with(state, state.playback.advance(seconds, state.steps, state.lanes, state.part))


STOP_KINDS: dict[str, Kind] = {"phases": "stop", "products": "every stop", "cells": "whole"}


def _with(state: State, playback: Playback) -> State:
    """Return the state with another playback; its speed and loop are settings, which are kept."""
    settings, speed = state.settings, min(playback.speed, BY_ROW - 1)  # the paces of a long walk are its own
    if (settings.speed, settings.loop) != (speed, playback.loop):
        settings = settings.changed(speed=speed, loop=playback.loop)
    return state if playback == state.playback else state.changed(playback=playback, settings=settings)


def _plain(move: Callable[[Playback, int], Playback]) -> Handler:
    """Return what an intent without values does, from the move that it makes in a walk of so many steps."""
    return lambda state, _: _with(state, move(state.playback, state.steps))


def _forward(state: State, kind: Kind) -> State:
    return _with(state, state.playback.forward(state.steps, kind, state.lanes))


def _back(state: State, kind: Kind) -> State:
    return _with(state, state.playback.back(kind, state.lanes))


def _stop_kind(state: State) -> Kind:
    """Return what the keys of a remote go to: the stops of each step, fewer or more, or each output cell only."""
    kind = STOP_KINDS[state.settings.stops]
    return "stop of a pooling" if kind != "whole" and state.scenario.layer.pooling is not None else kind


def _go_to_cell(state: State, intent: intents.GoToCell) -> State:
    """Go where the products of an output cell stand."""
    scenario = state.work.of(intent.side)
    if not exists(scenario, Cell(GridName.OUTPUT, *intent.cell)):
        return state
    step = leading_step(state.scenario, scenario, intent.cell)
    if state.stamped:
        from .stamp_intents import to_cell, to_step  # here and below: most layers have no stamps

        return to_cell(state, intent.cell) if intent.side is Side.A else to_step(state, step, PRODUCTS_STAND)
    number = state.result.scenario.filter
    local = step + products_stand(state.lanes)
    return _with(state, state.playback.scrub(position_of(state.scenario, number, local), state.steps))


def _go_to_filter(state: State, intent: intents.GoToFilter) -> State:
    """Go to the same place of another filter's map; where the walk has not begun it, to where it begins."""
    scenario, count = state.scenario, state.scenario.layer.filters
    if count == 1:
        return state
    number = intent.filter if intent.by is None else state.result.scenario.filter + intent.by
    number = min(max(number, 0), count - 1)
    if state.stamped:
        from .stamp_intents import to_filter

        return to_filter(state, number)
    shown = place_of(scenario, position_shown(state))[1]
    least = JUST_BEFORE if number else 0.0  # at the very begin of a map the end of the one before is shown
    position = position_of(scenario, number, min(max(shown, least), scenario.map_steps - JUST_BEFORE))
    return _with(state, state.playback.scrub(round(position, 9), state.steps))


def _move_card(state: State, intent: intents.MoveCard) -> State:
    """Put the card on the nearest patch. It lies there at once: where it would still slide, it becomes settled."""
    if state.stamped:
        from .stamp_intents import to_corner

        return to_corner(state, intent.corner, intent.side)
    step = nearest_step_to(state.scenario, intent.corner)
    position = state.playback.position
    fraction = 0.0 if position >= state.steps - TOLERANCE else position - int(position)
    number = state.result.scenario.filter
    there = position_of(state.scenario, number, step + max(fraction, SETTLED))
    return _with(state, state.playback.scrub(there, state.steps))


HANDLERS: dict[type[Intent], Handler] = {
    intents.TogglePlay: _plain(lambda walk, steps: walk.toggle(steps)),
    intents.Play: _plain(lambda walk, steps: walk if walk.playing and walk.target is None else walk.play(steps)),
    intents.Pause: _plain(lambda walk, _: walk.pause()),
    intents.StepForward: _plain(lambda walk, steps: walk.forward(steps, "whole")),
    intents.StepBack: _plain(lambda walk, _: walk.back("whole")),
    intents.PhaseForward: lambda state, _: _forward(state, "phase"),
    intents.PhaseBack: lambda state, _: _back(state, "phase"),
    intents.NextStop: lambda state, _: _forward(state, _stop_kind(state)),
    intents.PreviousStop: lambda state, _: _back(state, _stop_kind(state)),
    intents.ToStart: _plain(lambda walk, steps: walk.scrub(0, steps)),
    intents.ToEnd: _plain(lambda walk, steps: walk.scrub(steps, steps)),
    intents.Scrub: lambda state, intent: _with(state, state.playback.scrub(intent.position, state.steps)),
    intents.GoToCell: _go_to_cell,
    intents.MoveCard: _move_card,
    intents.GoToFilter: _go_to_filter,
    intents.Faster: _plain(lambda walk, steps: walk.quickened(1, steps)),
    intents.Slower: _plain(lambda walk, steps: walk.quickened(-1, steps)),
    intents.ToggleLoop: _plain(lambda walk, _: walk.changed(loop=not walk.loop)),
}
