"""What the intents about the walk do to the state. None of them touches the history."""

from __future__ import annotations

from collections.abc import Callable

from ..core.convolution import leading_step, nearest_step_to
from ..input import walk_intents as intents
from ..input.intent import Cell, GridName, Intent
from ..play.phases import PRODUCTS_STAND, SETTLED, TOLERANCE
from ..play.playback import Kind, Playback
from .allowed import exists
from .state import Handler, State


def tick(state: State, seconds: float) -> State:
    """Let the walk play on for some seconds."""
    return _with(state, state.playback.advance(seconds, state.steps))


def _with(state: State, playback: Playback) -> State:
    """Return the state with another playback; its speed and loop are settings, which are kept."""
    settings = state.settings
    if (settings.speed, settings.loop) != (playback.speed, playback.loop):
        settings = settings.changed(speed=playback.speed, loop=playback.loop)
    return state if playback == state.playback else state.changed(playback=playback, settings=settings)


def _plain(move: Callable[[Playback, int], Playback]) -> Handler:
    """Return what an intent without values does, from the move that it makes in a walk of so many steps."""
    return lambda state, _: _with(state, move(state.playback, state.steps))


def _stop_kind(state: State) -> Kind:
    """Return what the keys of a remote go to: the stops of each step, or each output cell only."""
    return "whole" if state.settings.stops == "cells" else "stop"


def _go_to_cell(state: State, intent: intents.GoToCell) -> State:
    """Go where the products of an output cell stand."""
    scenario = state.work.of(intent.side)
    if not exists(scenario, Cell(GridName.OUTPUT, *intent.cell)):
        return state
    step = leading_step(state.scenario, scenario, intent.cell)
    return _with(state, state.playback.scrub(step + PRODUCTS_STAND, state.steps))


def _move_card(state: State, intent: intents.MoveCard) -> State:
    """Put the card on the nearest patch. It lies there at once: where it would still slide, it becomes settled."""
    step = nearest_step_to(state.scenario, intent.corner)
    position = state.playback.position
    fraction = 0.0 if position >= state.steps - TOLERANCE else position - int(position)
    return _with(state, state.playback.scrub(step + max(fraction, SETTLED), state.steps))


HANDLERS: dict[type[Intent], Handler] = {
    intents.TogglePlay: _plain(lambda walk, steps: walk.toggle(steps)),
    intents.Play: _plain(lambda walk, steps: walk if walk.playing and walk.target is None else walk.play(steps)),
    intents.Pause: _plain(lambda walk, _: walk.pause()),
    intents.StepForward: _plain(lambda walk, steps: walk.forward(steps, "whole")),
    intents.StepBack: _plain(lambda walk, _: walk.back("whole")),
    intents.PhaseForward: _plain(lambda walk, steps: walk.forward(steps, "phase")),
    intents.PhaseBack: _plain(lambda walk, _: walk.back("phase")),
    intents.NextStop: lambda state, _: _with(state, state.playback.forward(state.steps, _stop_kind(state))),
    intents.PreviousStop: lambda state, _: _with(state, state.playback.back(_stop_kind(state))),
    intents.ToStart: _plain(lambda walk, steps: walk.scrub(0, steps)),
    intents.ToEnd: _plain(lambda walk, steps: walk.scrub(steps, steps)),
    intents.Scrub: lambda state, intent: _with(state, state.playback.scrub(intent.position, state.steps)),
    intents.GoToCell: _go_to_cell,
    intents.MoveCard: _move_card,
    intents.Faster: _plain(lambda walk, _: walk.set_speed(walk.speed + 1)),
    intents.Slower: _plain(lambda walk, _: walk.set_speed(walk.speed - 1)),
    intents.SetSpeed: lambda state, intent: _with(state, state.playback.set_speed(intent.index)),
    intents.ToggleLoop: _plain(lambda walk, _: walk.changed(loop=not walk.loop)),
}
