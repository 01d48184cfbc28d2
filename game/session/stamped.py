"""Which picture of a transposed convolution is shown, and what its walk counts: stamps, or cells as any other walk.

The stamps are a picture of the Flat view alone; in Compare side A has them, and side B is the walk over the spread
image, as all other views and Predict show it.
"""

from __future__ import annotations

from ..input.intent import Cell, GridName, Side
from ..input.mode_intents import Question
from ..play.playback import JUST_BEFORE
from ..play.stamp_walk import counted_in
from ..words.texts import text
from .state import State, StillState, within
from .toasts import with_toast, without_toasts


def wants_stamps(state: State) -> bool:
    """Tell whether the stamps are to be shown."""
    interface = state.interface
    return not interface.spread and not interface.rise and why_no_stamps(state) is None


def why_no_stamps(state: StillState) -> str | None:
    """Return the name of the sentence that says why there are no stamps to be shown now; None where they can be.

    The whole map would tell a size that a stop of a tour or Predict asks for; in Predict it is asked what stands in a
    cell after a stamp, and all else of the walk over cells. Two layers of which one has several channels or filters
    have no stamps in Compare.
    """
    if not state.scenario.layer.is_transposed:
        return "stamps.none"
    if state.tour is not None and state.tour.keeps_size:
        return "stamps.secret"
    game = state.predict
    asks = game.on and game.question is not Question.VALUE
    layers = state.compare.on and not (state.scenario.is_single and state.work.of(Side.B).is_single)
    return "stamps.flat" if state.interface.stacked or asks or layers else None


def counting(state: State) -> State:
    """Return the state with a walk that counts what is shown, where it does not do so yet."""
    if not (state.interface.stamping or state.scenario.layer.is_transposed):
        return state
    wanted = wants_stamps(state)
    if wanted is state.interface.stamping:
        return state
    return _counting(state, wanted) if state.scenario.layer.is_transposed else _marked(state, stamps=False)


def counted(before: State, state: State) -> State:
    """Return the state after an intent with a walk that counts what is shown.

    It is said when the stamps have gone, until they are back; not where they were put away, nor over a question.
    """
    after, said = counting(state), text("stamps.left")
    if after.stamped is not before.stamped and before.predict.on and after.predict.on:
        after = _at_begin_of_map(before, after)
    if after.stamped:
        return without_toasts(after, lambda toast: toast.sentence == said) if after.interface.toasts else after
    left = before.stamped and after.scenario.layer.is_transposed
    chosen = after.interface.spread or after.tour is not None or after.predict.on
    return with_toast(after, said) if left and not chosen else after


def _at_begin_of_map(before: State, after: State) -> State:
    """Go to where the map that was made begins: else the other picture would tell what is asked in this one."""
    from ..play.walk import position_of  # few layers have stamps, and few play a game beside them

    scenario = before.result.scenario
    number = scenario.filter
    begin = number * scenario.map_stamps if after.stamped else position_of(scenario, number, 0.0)
    least = JUST_BEFORE if number else 0.0  # at the very begin of a map the end of the one before is shown
    return after.changed(playback=after.playback.scrub(begin + least, after.steps))


def counting_cells(state: State) -> State:
    """Return the state with a walk that counts cells: what comes next does not know of stamps."""
    return _counting(state, stamps=False) if state.stamped else state


def _counting(state: State, stamps: bool) -> State:
    playback = counted_in(state.playback, state.scenario, stamps)
    return _marked(state.changed(playback=playback), stamps)


def _marked(state: State, stamps: bool) -> State:
    return within(state, "interface", stamping=stamps, cursor=_on_a_pixel(state) if stamps else state.interface.cursor)


def _on_a_pixel(state: State) -> Cell | None:
    """Return the cell that has the cursor, in the image the pixel before it: stamps show no zeros between pixels."""
    cursor = state.interface.cursor
    if cursor is None or cursor.grid is not GridName.IMAGE or cursor.side is not Side.A:
        return cursor
    down, across = state.scenario.layer.chosen_stride
    return cursor.changed(row=cursor.row // down * down, column=cursor.column // across * across)
