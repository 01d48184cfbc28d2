"""What the intents about the walk do to the state. None of them touches the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.convolution import leading_step, nearest_step_to, step_of
from ..input.intent import Cell, GridName, Side
from ..input.walk_intents import (
    Faster,
    GoToCell,
    MoveCard,
    NextStop,
    Pause,
    PhaseBack,
    PhaseForward,
    Play,
    PreviousStop,
    Scrub,
    SetSpeed,
    Slower,
    StepBack,
    StepForward,
    ToEnd,
    ToggleLoop,
    TogglePlay,
    ToStart,
)
from ..play.phases import PRODUCTS_STAND, SETTLED, TOLERANCE
from ..value import replace
from .allowed import exists

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..input.intent import Intent
    from ..play.playback import Kind, Playback
    from .state import Handler, State


def tick(state: State, seconds: float) -> State:
    """Let the walk play on for some seconds."""
    return _with(state, state.playback.advance(seconds, state.steps))


def _with(state: State, playback: Playback) -> State:
    """Return the state with another playback; its speed and loop are settings, which are kept."""
    settings = state.settings
    if (settings.speed, settings.loop) != (playback.speed, playback.loop):
        settings = replace(settings, speed=playback.speed, loop=playback.loop)
    return state if playback == state.playback else replace(state, playback=playback, settings=settings)


def _plain(move: Callable[[Playback, int], Playback]) -> Handler:
    """Return what an intent without values does, from the move that it makes in a walk of so many steps."""

    def handle(state: State, _: Any) -> State:
        return _with(state, move(state.playback, state.steps))

    return handle


def _stop_kind(state: State) -> Kind:
    """Return what the keys of a remote go to: the stops of each step, or each output cell only."""
    return "whole" if state.settings.stops == "cells" else "stop"


def _go_to_cell(state: State, intent: GoToCell) -> State:
    """Go where the products of an output cell stand."""
    if not exists(state.work.of(intent.side), Cell(GridName.OUTPUT, *intent.cell)):
        return state
    if intent.side is Side.A:
        step = step_of(state.scenario, intent.cell)
    else:
        step = leading_step(state.scenario, state.work.of(Side.B), intent.cell)
    return _with(state, state.playback.scrub(step + PRODUCTS_STAND, state.steps))


def _move_card(state: State, intent: MoveCard) -> State:
    """Put the card on the nearest patch. It lies there at once: where it would still slide, it becomes settled."""
    step = nearest_step_to(state.scenario, intent.corner)
    position = state.playback.position
    fraction = 0.0 if position >= state.steps - TOLERANCE else position - int(position)
    return _with(state, state.playback.scrub(step + max(fraction, SETTLED), state.steps))


HANDLERS: dict[type[Intent], Handler] = {
    TogglePlay: _plain(lambda walk, steps: walk.toggle(steps)),
    Play: _plain(lambda walk, steps: walk if walk.playing and walk.target is None else walk.play(steps)),
    Pause: _plain(lambda walk, _: walk.pause()),
    StepForward: _plain(lambda walk, steps: walk.forward(steps, "whole")),
    StepBack: _plain(lambda walk, _: walk.back("whole")),
    PhaseForward: _plain(lambda walk, steps: walk.forward(steps, "phase")),
    PhaseBack: _plain(lambda walk, _: walk.back("phase")),
    NextStop: lambda state, _: _with(state, state.playback.forward(state.steps, _stop_kind(state))),
    PreviousStop: lambda state, _: _with(state, state.playback.back(_stop_kind(state))),
    ToStart: _plain(lambda walk, steps: walk.scrub(0, steps)),
    ToEnd: _plain(lambda walk, steps: walk.scrub(steps, steps)),
    Scrub: lambda state, intent: _with(state, state.playback.scrub(intent.position, state.steps)),
    GoToCell: _go_to_cell,
    MoveCard: _move_card,
    Faster: _plain(lambda walk, _: walk.set_speed(walk.speed + 1)),
    Slower: _plain(lambda walk, _: walk.set_speed(walk.speed - 1)),
    SetSpeed: lambda state, intent: _with(state, state.playback.set_speed(intent.index)),
    ToggleLoop: _plain(lambda walk, _: replace(walk, loop=not walk.loop)),
}
