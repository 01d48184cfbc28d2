"""Networks: which layer is in focus, and which layers there are.

While a later layer is in focus, what is meant for the source image goes to the first one, and comes back; the maps in
its place are computed, and nobody sets them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...core.chained import (
    focused,
    source_of,
    with_layer_added,
    with_layer_copied,
    with_layer_moved,
    with_layer_removed,
)
from ...core.scenario import Scenario
from ...core.source_painted import source_painted
from ...input import layer_intents as intents
from ...input import scenario_intents as of_scenario
from ...input.intent import Cell, GridName, Intent
from ...input.interface_intents import OpenEntry
from ...input.walk_intents import NextStop, PreviousStop, ToEnd, ToStart
from ...play.phases import TOLERANCE
from ..allowed import target_of
from ..changes import changed_apart, coloured, with_work
from ..focus import of_source, refocused
from ..mode import Mode
from ..state import Handler, State, within
from ..trace import traced, traces_next

COMPARED, COMPUTED, NO_USE = "chain.compared", "chain.computed", "chain.no_use"

OF_SOURCE: tuple[type[Intent], ...] = (
    *(of_scenario.ChooseImage, of_scenario.ClearImage),
    *(intents.SetChannels, intents.SetResolution, intents.ReadDigit),
)
"""What is about the image, whichever layer is in focus."""
BY_HAND = (
    *(of_scenario.Paint, of_scenario.SetCell, of_scenario.NudgeCell, of_scenario.PaintCursor),
    *(of_scenario.ClearCursor, OpenEntry),
)
"""What sets single pixels, or opens one to be set."""


def refuses(state: State, intent: Intent) -> str | None:
    """Refuse to set what is computed; and while two settings are compared, to go to another layer or image."""
    later = state.scenario.chain is not None and state.scenario.chain.focus > 0
    if state.compare.on and (isinstance(intent, intents.ChainIntent) or (later and _is_of_source(intent))):
        return COMPARED
    if isinstance(intent, intents.UseOutput):
        return NO_USE
    return COMPUTED if later and isinstance(intent, BY_HAND) and _sets_pixels(state, intent) else None


def _sets_pixels(state: State, intent: Intent) -> bool:
    """Tell whether an intent is about pixels of the image that is shown."""
    if isinstance(intent, of_scenario.Paint):
        return True
    target = target_of(state, intent)
    return isinstance(target, Cell) and target.grid is GridName.IMAGE


def _is_of_source(intent: Any) -> bool:
    """Tell whether an intent is about the image that the network begins with."""
    if isinstance(intent, of_scenario.SetQuantity):
        return bool(intent.quantity == "image size")
    if isinstance(intent, of_scenario.PasteGrid):
        return intent.onto is not GridName.KERNEL
    return isinstance(intent, OF_SOURCE)


def carries(handler: Handler) -> Handler:
    """Let what is about the source image change that, while a later layer is in focus."""

    def carried(state: State, intent: Intent) -> State:
        chain = state.scenario.chain
        if chain is not None and chain.focus and _is_of_source(intent):
            return of_source(state, intent, handler)
        there = None if chain is None or state.compare.on else _gone_on(state, intent)
        return handler(state, intent) if there is None else there

    return carried


def _gone_on(state: State, intent: Intent) -> State | None:
    """Go to the next layer where the walk has ended, or to the one before where it begins; None where it has not.

    To the end goes to the next one's end, to the start to the start of the one before; the keys of a remote go on, and
    behind the end of the last one show where its strongest cell comes from.
    """
    chain, position = state.scenario.chain, state.playback.position
    assert chain is not None
    if isinstance(intent, NextStop | PreviousStop) and state.tour is not None:
        return None  # there they go by scenes
    ended = position >= state.steps - TOLERANCE
    if isinstance(intent, NextStop) and traces_next(state):
        return traced(state)
    if isinstance(intent, ToEnd | NextStop) and ended and not chain.is_last:
        there = refocused(state, chain.focus + 1)
        return _at_end(there) if isinstance(intent, ToEnd) else there
    if isinstance(intent, ToStart | PreviousStop) and position <= TOLERANCE and chain.focus:
        there = refocused(state, chain.focus - 1)
        return there if isinstance(intent, ToStart) else _at_end(there)
    return None


def _at_end(state: State) -> State:
    return within(state, "playback", position=float(state.steps), playing=False)


def _focus(state: State, intent: intents.FocusLayer) -> State:
    """Walk another layer; what there is none of is an error of core."""
    focused(state.scenario, intent.number)
    return refocused(state, intent.number)


def _made(change: Callable[[Scenario], Scenario]) -> Handler:
    """Return what an intent does that makes another network: one entry of the history."""
    return lambda state, _: changed_apart(state, change(state.scenario))


def _paint_source(state: State, intent: intents.PaintSource) -> State:
    """Paint the source image; in a gesture it is part of that, else an undo entry of its own."""
    count = len(source_of(state.scenario).channels)
    values = intent.colour if len(intent.colour) == count else (intent.value,) * count
    if intent.soft:
        from ..brushing import source_softly  # most strokes are hard

        return source_softly(state, intent.cells, values)
    if not state.scenario.is_of_maps:
        return coloured(state, intent.cells, values)
    scenario = source_painted(state.result, intent.cells, values)
    if scenario is state.result.scenario:
        return state
    return with_work(state, state.work.changed(scenario=scenario.at(0, 0)))


def _read_digit(state: State, intent: intents.ReadDigit) -> State:
    from ..how_it_reads import digit_shown  # few networks read digits

    return digit_shown(state, intent)


HANDLERS: dict[type[Intent], Handler] = {
    intents.FocusLayer: _focus,
    intents.PaintSource: _paint_source,
    intents.ReadDigit: _read_digit,
    intents.AddLayer: _made(with_layer_added),
    intents.CopyLayer: _made(with_layer_copied),
    intents.RemoveLayer: _made(with_layer_removed),
    intents.MoveLayer: lambda state, intent: changed_apart(state, with_layer_moved(state.scenario, intent.by)),
}
MODE = Mode(refuses=refuses, carries=carries, handlers=HANDLERS)
