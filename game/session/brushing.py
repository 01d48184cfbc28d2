"""What a stroke of the soft brush does to the state."""

from __future__ import annotations

import numpy as np

from ..core.grid import Pair, frozen
from ..core.soft_brush import painted_softly
from ..input.intent import Side
from ..input.scenario_intents import Paint
from .changes import edited, in_gesture, with_work
from .state import COLOUR_CHANNELS, State


def softly(state: State, intent: Paint) -> State:
    """Paint the channel in front softly; on the colour picture, all channels. Outside a gesture: one undo entry."""
    if state.mixed:
        colour = intent.colour or (intent.value,) * COLOUR_CHANNELS
        return in_gesture(state, lambda begun: _in_channels(begun, intent.cells, tuple(enumerate(colour))))
    front = state.front_of(Side.A).channel
    return in_gesture(state, lambda begun: _in_channels(begun, intent.cells, ((front, intent.value),)))


def source_softly(state: State, cells: tuple[Pair, ...], values: tuple[float, ...]) -> State:
    """Paint the source image of a network softly, a value for each channel, whichever layer is in focus."""
    if not state.scenario.is_of_maps:
        return in_gesture(state, lambda begun: _in_channels(begun, cells, tuple(enumerate(values))))
    return in_gesture(state, lambda begun: _source_painted(begun, cells, values))


def _in_channels(state: State, cells: tuple[Pair, ...], values: tuple[tuple[int, float], ...]) -> State:
    """Paint some channels; what they go by is how they were when the stroke began."""
    number = state.front_of(Side.A).filter
    for channel, value in values:
        begun, now = state.history.present.of(Side.A), state.work.of(Side.A)
        apart = now.layer.chosen_stride if now.layer.is_transposed else (1, 1)
        image = frozen(painted_softly(begun.channels[channel], now.channels[channel], cells, value, apart))
        state = edited(state, now.at(channel, number).repainted(image))
    return state


def _source_painted(state: State, cells: tuple[Pair, ...], values: tuple[float, ...]) -> State:
    """Paint the source image while a later layer is in focus, whose maps follow."""
    from ..core.chained import source_of  # few scenarios are networks
    from ..core.source_painted import source_repainted

    begun, now = (source_of(work.of(Side.A)).channels for work in (state.history.present, state.work))
    each = zip(begun, now, values, strict=True)
    channels = tuple(frozen(painted_softly(before, then, cells, value)) for before, then, value in each)
    if all(map(np.array_equal, channels, now)):
        return state
    return with_work(state, state.work.changed(scenario=source_repainted(state.result, channels).at(0, 0)))
