"""Where a cell of a network comes from, while that is shown: which cell, and how far its field is lit back."""

from __future__ import annotations

import numpy as np

from ..core.chain import check_shapes
from ..core.chained import focus_of, layers_of, source_of
from ..core.grid import Shape
from ..core.shares import whole
from ..input.intent import Cell, GridName
from ..play.phases import TOLERANCE
from ..play.trace import Trace
from ..play.walk import made_of, place_of
from .builds import ends_traced, plays_build
from .predict import position_shown, secrecy_of
from .state import State, StillState, within


def why_no_trace(state: State) -> str | None:
    """Return the name of the sentence that says why no field is shown now, or None."""
    if state.scenario.chain is None:
        return "trace.one_layer"
    if state.compare.on or state.learn.on or state.interface.stacked:
        return "trace.not_here"
    secrecy = secrecy_of(state)
    asked = state.predict.on or secrecy.walk or secrecy.size or secrecy.known is not None
    return "trace.secret" if asked or state.interface.vote is not None else None


def traced(state: State, cell: Cell | None = None, at: tuple[int, Shape] | None = None) -> State:
    """Show where a cell comes from: from the cell alone on, or with less motion at once. at: of which layer it is."""
    level, place = _place(state, cell) if at is None else at
    made = made_of(state.scenario, state.position_in_cells)
    lit = level if state.settings.reduced_motion else 0
    trace = Trace(level, place, made, lit, state.interface.now)
    return within(state, "interface", trace=trace, cursor=None)


def position_in(state: State) -> float:
    """Return where the walk is, counted in cells."""
    return state.position_in_cells if state.stamped else position_shown(state)


def _place(state: State, cell: Cell | None) -> tuple[int, Shape]:
    """Return the layer of a cell, from 1, and (map, row, column)."""
    scenario, focus = state.result.scenario, focus_of(state.scenario)
    if cell is not None and cell.grid is GridName.OUTPUT:
        return focus + 1, (scenario.filter, cell.row, cell.column)
    if cell is not None and cell.grid is GridName.IMAGE and focus:
        return focus, (scenario.channel, cell.row, cell.column)
    position, (rows, columns) = position_in(state), scenario.output_size
    if position < scenario.steps - TOLERANCE:
        number, local = place_of(scenario, position)
        row, column = divmod(min(int(local + TOLERANCE), rows * columns - 1), columns)
        return focus + 1, (number, row, column)
    maps = np.stack(whole(state.result).maps)
    number, row, column = (int(each) for each in np.unravel_index(int(maps.argmax()), maps.shape))
    return focus + 1, (number, row, column)


def pointed_cell(state: State) -> Cell | None:
    """Return the cell whose field is asked for by pointing, or by the cursor; None where that is none."""
    pointed = state.interface.cursor, state.interface.hover
    return next((each for each in pointed if isinstance(each, Cell) and has_field(state, each)), None)


def is_shown(state: State, level: int, cell: Shape) -> bool:
    """Tell whether there is a cell (map, row, column) of the maps of a layer, by its number from 1."""
    layers = layers_of(state.scenario)
    if not 1 <= level <= len(layers):
        return False
    shape = check_shapes(layers, source_of(state.scenario).shape)[level - 1]
    return all(0 <= place < length for place, length in zip(cell, shape, strict=True))


def has_field(state: State, cell: Cell) -> bool:
    """Tell whether a cell is one of the map in front, or of maps that come to the layer in focus."""
    scenario = state.result.scenario
    if cell.grid is GridName.OUTPUT:
        size = scenario.output_size
    elif cell.grid is GridName.IMAGE and focus_of(state.scenario) and not scenario.layer.is_transposed:
        size = scenario.image_size
    else:
        return False
    return 0 <= cell.row < size[0] and 0 <= cell.column < size[1]


def traces_next(state: State) -> bool:
    """Tell whether the next press of a remote shows where a cell comes from, of a network that no tour shows.

    It does behind the end of the last layer, and where the scene that is shown says so.
    """
    chain, position = state.scenario.chain, state.playback.position
    if chain is None or state.interface.trace is not None or state.tour is not None or plays_build(state.playback):
        return False
    if why_no_trace(state) is not None:
        return False
    return (chain.is_last and position >= state.steps - TOLERANCE) or _in_a_scene(state)


def _in_a_scene(state: State) -> bool:
    from .scene import plays_builds  # here and below: few open a scene

    if not plays_builds(state):
        return False
    from .modes.scene import builds_now

    return ends_traced(builds_now(state), state.playback.position)


def without_trace(state: State) -> State:
    """Show the walk again."""
    return state if state.interface.trace is None else within(state, "interface", trace=None)


def lights(state: StillState) -> bool:
    """Tell whether a field is still being lit."""
    trace = state.interface.trace
    return trace is not None and not trace.is_whole and not state.interface.blank
