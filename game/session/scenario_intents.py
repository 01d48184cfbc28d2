"""What the intents about the scenario do to the state."""

from __future__ import annotations

from pathlib import PurePath

import numpy as np

from ..core import images, kernels
from ..core.errors import DoesNotApply
from ..core.resize import reseed, reseed_reason, reseed_to
from ..core.scenario import Grid, Scenario
from ..files.errors import shown as file_shown
from ..input import scenario_intents as intents
from ..input.intent import Cell, GridName, Intent, Side
from ..words.numbers import size_text
from ..words.texts import text
from .allowed import allowed_values, edit_of, is_editable, range_of, value_at, with_quantity
from .changes import changed, changed_apart, edited, gesture_begun, gesture_ended, with_history
from .naming import another, opened, remembered, renamed
from .state import Handler, Nudge, State, unlinked_as_in, within
from .toasts import with_toast

NUDGE_SECONDS = 0.5
"""Notches over one cell that follow each other as fast as this are one undo entry."""

NUDGE_DIGITS = 10
"""Decimals kept when adding a nudge: 0.1 + 0.2 is 0.3 then, and typed values keep all they have that matters."""


def _white_for(grid: Grid) -> float:
    """Return the white of a pasted image: 1, 3 for integers up to 3, else 255; it holds every pixel that is allowed."""
    values = np.asarray(grid)
    if values.size == 0 or values.dtype.kind not in "iuf" or values.max() <= 1:
        return 1.0
    return 3.0 if values.max() <= 3 and np.array_equal(values, np.trunc(values)) else 255.0


def _with_own_kernel(scenario: Scenario, kernel: Grid) -> Scenario:
    """Return the scenario with a kernel of the person's own, under its name if it happens to be a named one."""
    own = scenario.with_kernel(kernel)
    return own.with_kernel(own.kernel, kernels.recognise(own.kernel, own.seed))


def _with_pasted_image(scenario: Scenario, grid: Grid) -> Scenario:
    """Return the scenario with a pasted image, in its size and under its name if it happens to be a named one.

    Raises NotAGrid, OutOfRange, NotFinite or KernelDoesNotFit.
    """
    white = _white_for(grid)
    pasted = scenario.with_image(grid, "", white)
    return pasted.with_image(pasted.image, images.recognise(pasted.image, white, pasted.seed))


def _set_quantity(state: State, intent: intents.SetQuantity) -> State:
    """Set a quantity of the side in focus: a typed value as it is, or refused; a slider's to what is allowed."""
    quantity, axis, value, side = intent.quantity, intent.axis, intent.value, state.compare.focus
    if intent.typed:
        return changed_apart(state, with_quantity(gesture_ended(state), quantity, axis, value, side), side=side)
    value = int(allowed_values(state, quantity, axis, side).nearest(value))
    return changed(state, with_quantity(state, quantity, axis, value, side), side=side)


def _set(state: State, cell: Cell | None, value: float) -> State:
    """Set a pixel or a weight of the side that it is of, if there is one."""
    return state if cell is None else edited(state, edit_of(state.front_of(cell.side), cell, value), cell.side)


def _nudge(state: State, intent: intents.NudgeCell) -> State:
    """Add to a cell, inside its range. Nudges soon after each other become one entry of the history."""
    cell, scenario = intent.cell, state.front_of(intent.cell.side)
    if not is_editable(scenario, cell):
        return state
    value = round(value_at(scenario, cell) + intent.amount, NUDGE_DIGITS)
    edit = edit_of(scenario, cell, range_of(scenario, cell.grid).nearest(value))
    if edit is None:
        return state
    now, last = state.interface.now, state.nudge
    result = edited(state, edit, cell.side)
    if state.working is not None:
        return result
    if last is None or last.cell != cell or now - last.at > NUDGE_SECONDS:
        return result.changed(nudge=Nudge(cell, now))
    before = state.history.undo()
    work = result.history.present
    joined = before.changed(entries=before.entries[: before.cursor + 1]).record(work)
    recorded = joined.present is work  # not when the wheel went back to where it began
    return with_history(result, joined).changed(nudge=Nudge(cell, now) if recorded else None)


def _choose_image(state: State, intent: intents.ChooseImage) -> State:
    scenario = state.scenario
    image = images.make(intent.name, scenario.image_size, scenario.seed)
    return another(state, scenario.with_image(image, intent.name, images.white_of(intent.name)))


def _clear_image(state: State, _: intents.ClearImage) -> State:
    """Empty the image, which is another thing then. Its white stays, so that the same values can be painted anew."""
    scenario = state.scenario
    reason = images.clear_reason(scenario.image)
    if reason is not None:
        raise DoesNotApply("clear", reason)
    return another(state, scenario.with_image(images.make("empty", scenario.image_size, scenario.seed), "empty"))


def _choose_kernel(state: State, intent: intents.ChooseKernel) -> State:
    side = state.compare.focus
    scenario = state.work.of(side)
    kernel = kernels.make(intent.name, scenario.kernel_size, scenario.seed)
    return another(state, scenario.with_kernel(kernel, intent.name), side)


def _kernel_action(state: State, intent: intents.KernelAction) -> State:
    """Act on the whole kernel. What comes out may have a name itself: Sobel right, turned, is Sobel left."""
    side = state.compare.focus
    scenario = state.work.of(side)
    return changed_apart(state, _with_own_kernel(scenario, kernels.act(intent.name, scenario.kernel)), side=side)


def _new_seed(state: State, _: intents.NewSeed) -> State:
    reason = reseed_reason(state.scenario)
    if reason is not None:
        raise DoesNotApply("new seed", reason)
    return another(state, reseed(state.scenario))


def _undo(state: State, _: intents.Undo) -> State:
    """Go one entry back; in a gesture, to what it began with, and the gesture goes on from there."""
    undone = with_history(state, gesture_ended(state).history.undo())
    return undone if state.working is None else gesture_begun(undone)


def _replace_scenario(state: State, intent: intents.ReplaceScenario) -> State:
    """Show another scenario; whether the walk plays stays as it is."""
    shown = opened(state, intent.scenario, intent.path)
    if intent.position is not None:
        position = min(max(intent.position, 0.0), float(shown.steps))
        shown = within(shown, "playback", position=position, target=None, rested=0.0)
    closed = within(shown, "interface", entry=None, popup=None, popup_cell=None)
    shown = unlinked_as_in(closed, intent.scenario)
    return _told_of_opening(shown, intent.source) if intent.source else shown


def _told_of_opening(state: State, source: str) -> State:
    """Say which file was opened, and remember it among the recent ones."""
    told = text("message.opened", name=file_shown(PurePath(source).name))
    return with_toast(remembered(state, source), told)


def _paste_grid(state: State, intent: intents.PasteGrid) -> State:
    """Take a pasted grid as the kernel, or else as the image."""
    put = _with_own_kernel if intent.onto is GridName.KERNEL else _with_pasted_image
    pasted = another(state, put(state.work.of(intent.side), intent.grid), intent.side)
    pasted = unlinked_as_in(pasted, pasted.work.of(intent.side))
    return with_toast(pasted, text("message.pasted", size=size_text(intent.grid.shape)))


def _cancel(state: State, _: intents.CancelGesture) -> State:
    """Take back the open gesture, or the one that has just ended; what could be redone before can be redone again."""
    history = state.before_gesture if state.working is None else state.history
    return state if history is None else with_history(state, history)


HANDLERS: dict[type[Intent], Handler] = {
    intents.SetQuantity: _set_quantity,
    intents.Paint: lambda state, intent: edited(state, state.front_of(Side.A).painted(intent.cells, intent.value)),
    intents.SetCell: lambda state, intent: _set(state, intent.cell, intent.value),
    intents.NudgeCell: _nudge,
    intents.PaintCursor: lambda state, _: _set(state, state.interface.cursor, state.stroke),
    intents.ClearCursor: lambda state, _: _set(state, state.interface.cursor, 0.0),
    intents.ChooseImage: _choose_image,
    intents.ClearImage: _clear_image,
    intents.ChooseKernel: _choose_kernel,
    intents.KernelAction: _kernel_action,
    intents.NewSeed: _new_seed,
    intents.SetSeed: lambda state, intent: another(state, reseed_to(state.scenario, intent.seed)),
    intents.Undo: _undo,
    intents.Redo: lambda state, _: state if state.working is not None else with_history(state, state.history.redo()),
    intents.ReplaceScenario: _replace_scenario,
    intents.PasteGrid: _paste_grid,
    intents.Rename: lambda state, intent: renamed(state, intent.name),
    intents.BeginGesture: lambda state, _: gesture_begun(state),
    intents.EndGesture: lambda state, _: gesture_ended(state),
    intents.CancelGesture: _cancel,
}
