"""How the scenario on screen becomes another one: the walk, the result and the window follow it at once."""

from __future__ import annotations

from collections.abc import Callable

from ..core.convolution import nearest_step
from ..core.result import Result
from ..core.scenario import Edit, Pair, Scenario
from ..core.updates import updated
from ..input.intent import Cell, Side, Target
from ..play.phases import TOLERANCE
from ..play.walk import place_of, position_of
from .allowed import clamped_cell, exists, is_editable
from .history import History, Work
from .interface import Interface, without
from .state import State


def changed(
    state: State, scenario: Scenario, lenient: bool = False, document: int | None = None, side: Side = Side.A
) -> State:
    """Show another scenario on a side: in an open gesture as its present state, else as an undo entry of its own.

    One that equals the scenario on screen is no change. Of two that are compared the other one follows, see `compare`;
    `lenient`: one that cannot becomes a copy. `document`: it is another one, of this number; else the same, edited.
    """
    scenario = scenario.at(0, 0)
    if scenario == state.work.of(side):
        return state
    work = _work(state, scenario, side, lenient)
    return with_work(state, work if document is None else work.changed(document=document))


def edited(state: State, edit: Edit | None, side: Side = Side.A) -> State:
    """Show what an edit has made on a side, which nobody compares again; without one nothing has changed."""
    return state if edit is None else with_work(state, _work(state, edit.scenario.at(0, 0), side), edit)


def coloured(state: State, cells: tuple[Pair, ...], colour: tuple[float, ...], side: Side = Side.A) -> State:
    """Give pixels of each channel a value of its own: outside a gesture one undo entry, and none if nothing changes."""
    number = state.front_of(side).filter

    def paint(begun: State) -> State:
        for channel, value in enumerate(colour):
            begun = edited(begun, begun.work.of(side).at(channel, number).painted(cells, value), side)
        return begun

    return in_gesture(state, paint)


def in_gesture(state: State, change: Callable[[State], State]) -> State:
    """Change the work as a part of the open gesture, or as one of its own: one undo entry, none if nothing changes."""
    after = change(state if state.working is not None else gesture_begun(state))
    if after.work is state.work:
        return state
    return after if state.working is not None else gesture_ended(after).changed(before_gesture=None)


def with_work(state: State, work: Work, edit: Edit | None = None) -> State:
    """Show another work: in an open gesture as its present state, else as an undo entry of its own."""
    if edit is None and work == state.work:
        return state
    moved = on_screen(state, work, edit)
    if state.working is not None:
        return moved.changed(working=work)
    return moved.changed(history=state.history.record(work), nudge=None, before_gesture=None)


def _work(state: State, scenario: Scenario, side: Side, lenient: bool = False) -> Work:
    if not state.compare.on:
        return state.work.changed(scenario=scenario)
    from .compare import following  # here and below: only when two settings are compared

    return following(state.work, scenario, side, lenient)


def changed_apart(
    state: State, scenario: Scenario, lenient: bool = False, document: int | None = None, side: Side = Side.A
) -> State:
    """Show another scenario as an undo entry of its own, even while a gesture is open: it goes on from there."""
    if state.working is None:
        return changed(state, scenario, lenient, document, side)
    return gesture_begun(changed(gesture_ended(state), scenario, lenient, document, side))


def with_joined(state: State, scenario: Scenario, last: Work | None) -> State:
    """Show another scenario: as one undo entry with the last one where that is `last`, else as `with_work`."""
    work, history = state.work.changed(scenario=scenario), state.history
    if last is not None and state.working is None and last is history.present and history.can_undo:
        return with_history(state, history.joined(work))
    return with_work(state, work)


def with_history(state: State, history: History[Work]) -> State:
    """Show the present work of another history; a gesture is over with that."""
    if state.compare.on and history.present.other is None:
        from .compare import with_other

        history = with_other(state, history)
    moved = on_screen(state, history.present)
    return moved.changed(history=history, working=None, nudge=None, before_gesture=None)


def gesture_begun(state: State) -> State:
    """Begin a gesture; one that is open ends first."""
    over = gesture_ended(state)
    return over.changed(working=over.work, nudge=None, before_gesture=None)


def gesture_ended(state: State) -> State:
    """End the open gesture, if there is one: it becomes one undo entry, or none if it changed nothing."""
    if state.working is None:
        return state
    history = state.history.record(state.working)
    shown = on_screen(state, history.present)  # the same one again, when the gesture went back to where it began
    return shown.changed(history=history, working=None, before_gesture=state.history)


def on_screen(state: State, work: Work, edit: Edit | None = None) -> State:
    """Let walk, results and window follow a work, which the caller puts into the history or the gesture.

    The walk, which is side A's, goes to the step whose patch is nearest to the present one; it keeps its fraction, and
    stays at the end.
    """
    before, compare = state.work, state.compare
    if work is before:
        return state
    leader, leads = before.scenario, work.scenario
    moves = (leads.walk, leads.order, leads.layer.filters) != (leader.walk, leader.order, leader.layer.filters)
    if state.stamped and (moves or len(leader.lanes) != len(leads.lanes)):
        from .stamped import counting_cells  # most layers have no stamps

        state = counting_cells(state)
    playback = state.playback
    if moves:
        playback = playback.moved_to(_nearest(leader, playback.position, leads), leads.steps)
    if compare.result is not None:
        compare = compare.changed(result=_updated(compare.result, work.of(Side.B), edit))
    return state.changed(
        result=_updated(state.result, leads, edit),
        playback=playback,
        compare=compare,
        interface=state.interface if edit is not None else _fitted(state.interface, work),
    )


def _updated(result: Result, scenario: Scenario, edit: Edit | None) -> Result:
    """Return a side's result; an edit of the other side's image says where, only if both walk over the same one."""
    if edit is not None and edit.scenario.image is not scenario.channels[edit.scenario.channel]:
        edit = None
    if result.scenario.layer.activation == "softmax":
        from ..core.shares import whole  # most layers have no shares

        result = whole(result)
    after = updated(result, scenario, edit)
    if scenario.chain is not None and result.scenario.chain is not None:
        from ..core.chain_results import handed_on  # most scenarios have one layer

        after = handed_on(result, after)
    if after is not result:
        result.release()
    return after


def _nearest(before: Scenario, position: float, after: Scenario) -> int:
    """Return the step of a changed walk whose patch is nearest, in the same filter's map; the end stays the end."""
    if position >= before.steps - TOLERANCE:
        return after.steps
    number, local = place_of(before, position)
    nearest = nearest_step(before, int(local + TOLERANCE), after)
    return int(position_of(after, min(number, after.layer.filters - 1), nearest))


def _fitted(interface: Interface, work: Work) -> Interface:
    """Return the interface with nothing on cells that the work no longer has; the cursor stays in its grid."""

    def gone(target: Target | None) -> bool:
        return isinstance(target, Cell) and not exists(work.of(target.side), target)

    cursor, typed = interface.cursor, interface.entry and interface.entry.target
    if isinstance(typed, Cell) and not is_editable(work.of(typed.side), typed):
        interface = interface.changed(entry=None)
    cursor = None if cursor is None else clamped_cell(work.of(cursor.side), cursor)
    return without(interface, gone).changed(cursor=cursor)
