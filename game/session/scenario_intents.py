"""What the intents about the scenario do to the state."""

from __future__ import annotations

from pathlib import PurePath

from ..core import images, kernels
from ..core.errors import check_applies
from ..core.grid import Pair, frozen
from ..core.limits import IMAGE_SIZE
from ..core.named import image_called, weights_called, white_called
from ..core.resize import reseed, reseed_reason, reseed_to, with_own_kernel
from ..core.scenario import Scenario
from ..files.errors import shown as file_shown
from ..input import scenario_intents as intents
from ..input.intent import Cell, GridName, Intent, Side
from ..input.layer_intents import LAYER_INTENTS, LayerIntent
from ..words.texts import text
from .allowed import allowed_values, edit_of, is_editable, steps_of, value_at, with_quantity
from .changes import changed, changed_apart, coloured, edited, gesture_begun, gesture_ended, with_history
from .interface import Toast
from .naming import another, opened, remembered
from .remembered import Nudge
from .scene import with_scene
from .state import COLOUR_CHANNELS, Handler, State, unlinked_as_in, within
from .toasts import paste_settled, with_toast, without_toasts

NUDGE_SECONDS = 0.5
"""Notches over one cell that follow each other as fast as this are one undo entry."""

NUDGE_DIGITS = 10
"""Decimals kept when adding a nudge: 0.1 + 0.2 is 0.3 then, and typed values keep all they have that matters."""


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
    if intent.soft:
        from .brushing import softly  # here and below: most strokes are hard

        return softly(state, intent)
    if state.mixed:
        return coloured(state, intent.cells, intent.colour or (intent.value,) * COLOUR_CHANNELS)
    return edited(state, state.front_of(Side.A).painted(intent.cells, intent.value))


def _paint_cursor(state: State, _: intents.PaintCursor) -> State:
    """Give the cell of the cursor what a stroke gives; a pixel may be painted softly."""
    cursor, soft = state.interface.cursor, state.settings.soft_brush and not state.interface.eraser
    if not soft or cursor is None or cursor.grid is not GridName.IMAGE:
        return _set(state, cursor, state.stroke, state.stroke_colour)
    return _paint(state, intents.Paint(((cursor.row, cursor.column),), state.stroke, state.stroke_colour, soft=True))


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
    work = result.history.present
    joined = state.history.joined(work)
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
    check_applies("clear", state.result.clear_reason)
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
        return another(state, with_own_kernel(scenario, frozen(weights)), side)
    from ..core.counts import with_filter_set  # not before there is more than one filter

    return another(state, with_filter_set(scenario, intent.name), side)


def _kernel_action(state: State, intent: intents.KernelAction) -> State:
    """Act on the kernel in front. What comes out may have a name itself: Sobel right, turned, is Sobel left."""
    side = state.compare.focus
    front = state.front_of(side)
    return changed_apart(state, with_own_kernel(front, kernels.act(intent.name, front.chosen_kernel)), side=side)


def _new_seed(state: State, _: intents.NewSeed) -> State:
    check_applies("new seed", reseed_reason(state.scenario))
    return another(state, reseed(state.scenario))


def _undo(state: State, _: intents.Undo) -> State:
    """Go one entry back; in a gesture, to what it began with, and the gesture goes on from there."""
    undone = paste_settled(with_history(state, gesture_ended(state).history.undo()))
    return undone if state.working is None else gesture_begun(undone)


def _replace_scenario(state: State, intent: intents.ReplaceScenario) -> State:
    """Show another scenario; whether the walk plays stays as it is. What was said of the one before goes."""
    state = without_toasts(state, _is_about_work) if state.interface.toasts else state
    shown = opened(state, intent.scenario, intent.path)
    if intent.position is not None:
        position = min(max(intent.position, 0.0), float(shown.result.steps))
        shown = within(shown, "playback", position=position, target=None, rested=0.0)
        spread = shown.interface.spread or intent.cells
        shown = within(shown, "interface", stamping=False, spread=spread)  # a file counts cells
    closed = within(shown, "interface", entry=None, popup=None, popup_cell=None)
    closed = within(closed, "interface", mixed=True) if intent.mixed else closed
    shown = with_scene(unlinked_as_in(closed, intent.scenario), intent.scene)
    if shown.scenario.learning is not None:
        from .modes.learn.handlers import as_learned  # few scenarios are about that

        shown = as_learned(shown)
    if intent.source:
        return _told_of_opening(shown, intent.source, intent.told)
    return with_toast(shown, intent.told) if intent.told else shown


def _is_about_work(toast: Toast) -> bool:
    """Tell whether a sentence is about what was shown: neither a warning nor how much of a file is written."""
    return not toast.warning and toast.share is None


def _told_of_opening(state: State, source: str, told: str) -> State:
    """Say which file was opened, and remember it among the recent ones."""
    told = told or text("message.opened", name=file_shown(PurePath(source).name))
    return with_toast(remembered(state, source), told)


def _paste(state: State, intent: intents.PasteGrid) -> State:
    """Take what was pasted as the kernel, or else as the image."""
    from .pasting import paste_grid  # not before something is pasted

    return paste_grid(state, intent)


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
    intents.PaintCursor: _paint_cursor,
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
    intents.PasteGrid: _paste,
    intents.BeginGesture: lambda state, _: gesture_begun(state),
    intents.EndGesture: lambda state, _: gesture_ended(state),
    intents.CancelGesture: _cancel,
}
