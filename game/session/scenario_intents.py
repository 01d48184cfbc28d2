"""What the intents about the scenario do to the state."""

from __future__ import annotations

from pathlib import PurePath

import numpy as np

from ..core import images, kernels
from ..core.errors import DoesNotApply
from ..core.grid import Pair, frozen
from ..core.limits import IMAGE_SIZE
from ..core.named import image_called, image_name_of, kernel_name_of, weights_called, white_called
from ..core.resize import reseed, reseed_reason, reseed_to, with_pair
from ..core.scenario import Grid, Scenario
from ..core.tensors import Filters, Tensor
from ..files.errors import shown as file_shown
from ..input import scenario_intents as intents
from ..input.intent import Cell, GridName, Intent, Side
from ..input.layer_intents import LAYER_INTENTS, LayerIntent
from ..words.numbers import size_text
from ..words.texts import text
from .allowed import allowed_values, edit_of, is_editable, steps_of, value_at, with_quantity
from .changes import changed, changed_apart, coloured, edited, gesture_begun, gesture_ended, with_history
from .naming import another, opened, remembered, renamed
from .scene import with_scene
from .state import COLOUR_CHANNELS, Handler, Nudge, State, unlinked_as_in, within
from .toasts import paste_settled, with_toast

NUDGE_SECONDS = 0.5
"""Notches over one cell that follow each other as fast as this are one undo entry."""

NUDGE_DIGITS = 10
"""Decimals kept when adding a nudge: 0.1 + 0.2 is 0.3 then, and typed values keep all they have that matters."""


def _white_for(grid: Grid) -> float:
    """Return the white of a pasted image: the least number of the ladder that no pixel exceeds."""
    values = np.asarray(grid)
    if values.size == 0 or values.dtype.kind not in "iuf":
        return 1.0  # it will be refused
    from ..core.counts import white_over  # not before something is pasted

    return white_over(float(values.max()))


def _with_own_kernel(scenario: Scenario, kernel: Grid | Filters) -> Scenario:
    """Return the scenario with a kernel, or weights, of the person's own, under their name if they have one."""
    if not scenario.is_single and np.ndim(kernel) == 2:
        rows, columns = np.shape(kernel)
        front = scenario.channel, scenario.filter
        scenario = with_pair(scenario, "kernel size", (rows, columns)).at(*front)
    own = scenario.changed(kernel=kernel, kernel_name="")
    return own.varied(kernel_name=kernel_name_of(own.layer.chosen_weights, own.seed))


def _with_pasted_image(scenario: Scenario, grid: Grid) -> Scenario:
    """Return the scenario with a pasted image, in its size and under its name if it happens to be a named one.

    Raises NotAGrid, OutOfRange, NotFinite or KernelDoesNotFit.
    """
    white = _white_for(grid)
    if not scenario.is_single and np.ndim(grid) == 2:
        rows, columns = np.shape(grid)
        scenario = with_pair(scenario, "image size", (rows, columns))
    pasted = scenario.changed(image=grid, image_name="", white=white)
    return pasted.varied(image_name=image_name_of(pasted.pixel_tensor, white, pasted.seed))


def _set_quantity(state: State, intent: intents.SetQuantity) -> State:
    """Set a quantity of the side in focus: a typed value as it is, or refused; a slider's to what is allowed."""
    quantity, axis, value, side = intent.quantity, intent.axis, intent.value, state.compare.focus
    if intent.typed:
        return changed_apart(state, with_quantity(gesture_ended(state), quantity, axis, value, side), side=side)
    value = int(allowed_values(state, quantity, axis, side).nearest(value))
    return changed(state, with_quantity(state, quantity, axis, value, side), side=side)


def _set(state: State, cell: Cell | None, value: float, colour: tuple[float, ...] = ()) -> State:
    """Set a pixel or a weight of the side that it is of, if there is one; on the colour picture, in all channels."""
    if cell is None:
        return state
    if state.mixed and cell.grid is GridName.IMAGE:
        return coloured(state, ((cell.row, cell.column),), colour or (value,) * COLOUR_CHANNELS, cell.side)
    return edited(state, edit_of(state.front_of(cell.side), cell, value), cell.side)


def _paint(state: State, intent: intents.Paint) -> State:
    """Paint the channel in front; on the colour picture, all channels."""
    if state.mixed:
        return coloured(state, intent.cells, intent.colour or (intent.value,) * COLOUR_CHANNELS)
    return edited(state, state.front_of(Side.A).painted(intent.cells, intent.value))


def _nudged(scenario: Scenario, cell: Cell, amount: float) -> float:
    """Return the number of a cell after a nudge."""
    value = round(value_at(scenario, cell) + amount, NUDGE_DIGITS)
    return steps_of(scenario, cell).nearest(value)


def _nudge(state: State, intent: intents.NudgeCell) -> State:
    """Add to a cell, as far as steps go. Nudges soon after each other become one entry of the history."""
    cell, scenario = intent.cell, state.front_of(intent.cell.side)
    if not is_editable(scenario, cell):
        return state
    if state.mixed and cell.grid is GridName.IMAGE:
        fronts = (scenario.at(channel, scenario.filter) for channel in range(COLOUR_CHANNELS))
        result = _set(state, cell, 0.0, tuple(_nudged(front, cell, intent.amount) for front in fronts))
    else:
        result = _set(state, cell, _nudged(scenario, cell, intent.amount))
    if result is state or state.working is not None:
        return result
    now, last = state.interface.now, state.nudge
    if last is None or last.cell != cell or now - last.at > NUDGE_SECONDS:
        return result.changed(nudge=Nudge(cell, now))
    before = state.history.undo()
    work = result.history.present
    joined = before.changed(entries=before.entries[: before.cursor + 1]).record(work)
    recorded = joined.present is work  # not when the wheel went back to where it began
    return with_history(result, joined).changed(nudge=Nudge(cell, now) if recorded else None)


def _choose_image(state: State, intent: intents.ChooseImage) -> State:
    """Show a named image in as many channels as there are; one in colour has at least three.

    In the place of a picture that is too large for a name it is as large as it can be in its proportions.
    """
    scenario = state.scenario
    size = _size_of_names(scenario)
    count = len(scenario.channels) if intent.name in images.NAMES else max(3, len(scenario.channels))
    image = image_called(intent.name, count, size, scenario.seed)
    changes: dict[str, object] = {"white": white_called(intent.name), "image_name": intent.name, "picture": None}
    if count != len(scenario.channels):
        from ..core.counts import with_channel_count  # not before there is colour

        scenario = with_channel_count(scenario, count)
    return another(state, scenario.varied(image=tuple(map(frozen, image)), **changes))


def _size_of_names(scenario: Scenario) -> Pair:
    """Return the size of an image by name in the place of the present one."""
    if max(scenario.pixel_size) <= IMAGE_SIZE.high:
        return scenario.pixel_size
    from ..core.averaging import fitting  # few images are so large

    return fitting(scenario.pixel_size, int(IMAGE_SIZE.high))


def _clear_image(state: State, _: intents.ClearImage) -> State:
    """Empty the image, which is another thing then. Its white stays, so that the same values can be painted anew."""
    scenario = state.scenario
    reason = images.clear_reason(scenario.pixel_tensor)
    if reason is not None:
        raise DoesNotApply("clear", reason)
    empty = image_called("empty", len(scenario.channels), _size_of_names(scenario), scenario.seed)
    return another(state, scenario.varied(image=tuple(map(frozen, empty)), image_name="empty"))


def _choose_kernel(state: State, intent: intents.ChooseKernel) -> State:
    """Take a named set of filters, or a named kernel in every channel of the filter in front."""
    side = state.compare.focus
    scenario, front = state.work.of(side), state.front_of(side)
    channels, size = len(front.lanes), scenario.kernel_size
    if scenario.is_single and intent.name in kernels.NAMES:
        return another(state, scenario.with_kernel(kernels.make(intent.name, size, scenario.seed), intent.name), side)
    if intent.name in kernels.NAMES:
        weights = scenario.layer.chosen_weights.copy()
        weights[front.filter] = weights_called(intent.name, (front.filter + 1, channels), size, scenario.seed)[-1]
        return another(state, _with_own_kernel(scenario, frozen(weights)), side)
    from ..core.counts import with_filter_set  # not before there is more than one filter

    return another(state, with_filter_set(scenario, intent.name), side)


def _kernel_action(state: State, intent: intents.KernelAction) -> State:
    """Act on the kernel in front. What comes out may have a name itself: Sobel right, turned, is Sobel left."""
    side = state.compare.focus
    front = state.front_of(side)
    return changed_apart(state, _with_own_kernel(front, kernels.act(intent.name, front.chosen_kernel)), side=side)


def _new_seed(state: State, _: intents.NewSeed) -> State:
    reason = reseed_reason(state.scenario)
    if reason is not None:
        raise DoesNotApply("new seed", reason)
    return another(state, reseed(state.scenario))


def _undo(state: State, _: intents.Undo) -> State:
    """Go one entry back; in a gesture, to what it began with, and the gesture goes on from there."""
    undone = paste_settled(with_history(state, gesture_ended(state).history.undo()))
    return undone if state.working is None else gesture_begun(undone)


def _replace_scenario(state: State, intent: intents.ReplaceScenario) -> State:
    """Show another scenario; whether the walk plays stays as it is."""
    shown = opened(state, intent.scenario, intent.path)
    if intent.position is not None:
        position = min(max(intent.position, 0.0), float(shown.result.steps))
        shown = within(shown, "playback", position=position, target=None, rested=0.0)
        spread = shown.interface.spread or intent.cells
        shown = within(shown, "interface", stamping=False, spread=spread)  # a file counts cells
    closed = within(shown, "interface", entry=None, popup=None, popup_cell=None)
    closed = within(closed, "interface", mixed=True) if intent.mixed else closed
    shown = with_scene(unlinked_as_in(closed, intent.scenario), intent.scene)
    return _told_of_opening(shown, intent.source, intent.told) if intent.source else shown


def _told_of_opening(state: State, source: str, told: str) -> State:
    """Say which file was opened, and remember it among the recent ones."""
    told = told or text("message.opened", name=file_shown(PurePath(source).name))
    return with_toast(remembered(state, source), told)


def _paste_grid(state: State, intent: intents.PasteGrid) -> State:
    """Take what was pasted as the kernel, or else as the image."""
    own, onto_kernel = state.front_of(intent.side), intent.onto is GridName.KERNEL
    if intent.picture is not None:
        from ..core.resolution import with_kept_picture  # few images are pictures

        found = with_kept_picture(own, intent.picture)
    elif intent.grid.ndim > 2:
        found = _with_several(own, intent.grid, onto_kernel)
    else:
        found = (_with_own_kernel if onto_kernel else _with_pasted_image)(own, intent.grid)
    told = _told_of_numbers(own, intent)
    pasted = another(state, found, intent.side)
    pasted = unlinked_as_in(pasted, pasted.work.of(intent.side))
    pasted = within(pasted, "interface", mixed=True) if intent.mixed else pasted
    pasted = paste_settled(remembered(pasted, intent.source) if intent.source else pasted)
    return with_toast(pasted, intent.told or told)


def _told_of_numbers(scenario: Scenario, intent: intents.PasteGrid) -> str:
    """Return what is said of numbers that were pasted, or taken from a file: which, as what, and the remarks."""
    values, grid = intent.grid, "kernel" if intent.onto is GridName.KERNEL else "image"
    kind = {2: "", 3: "kernels" if grid == "kernel" else "channels", 4: "filters"}[values.ndim]
    return text(
        f"taken.{kind or grid}" if intent.source else f"message.pasted.{kind or 'grid'}",
        name=file_shown(PurePath(intent.source).name),
        size=size_text(values.shape[-2:]),
        count=len(values),
        seen=values.shape[-3] if values.ndim > 2 else 1,
        filter=scenario.filter + 1,
        how=f", {intent.said}" if intent.said else "",
    )


def _with_several(scenario: Scenario, values: Tensor | Filters, onto_kernel: bool) -> Scenario:
    """Return the scenario with channels or filters that were pasted."""
    from ..core.counts import with_pixels  # here and below: what is pasted is mostly one grid
    from . import pasting

    if values.ndim == 4:
        return pasting.with_filters(scenario, values)
    if onto_kernel:
        return pasting.with_kernels_of_filter(scenario, values)
    return with_pixels(scenario, values, _white_for(values))


def _cancel(state: State, _: intents.CancelGesture) -> State:
    """Take back the open gesture, or the one that has just ended; what could be redone before can be redone again."""
    history = state.before_gesture if state.working is None else state.history
    return state if history is None else with_history(state, history)


def _of_the_layer(state: State, intent: LayerIntent) -> State:
    """Change the layer, or the channels."""
    from .layer_intents import HANDLERS as OF_LAYERS

    return OF_LAYERS[type(intent)](state, intent)


HANDLERS: dict[type[Intent], Handler] = dict.fromkeys(LAYER_INTENTS, _of_the_layer) | {
    intents.SetQuantity: _set_quantity,
    intents.Paint: _paint,
    intents.SetCell: lambda state, intent: _set(state, intent.cell, intent.value),
    intents.NudgeCell: _nudge,
    intents.PaintCursor: lambda state, _: _set(state, state.interface.cursor, state.stroke, state.stroke_colour),
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
