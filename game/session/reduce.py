"""The way of an intent: a state and an intent, or time, make the next state. Only modes that are on stand in it."""

from __future__ import annotations

from ..core.errors import ConvolutionError
from ..input.intent import Intent
from ..input.interface_intents import AcceptEntry, Escape
from ..input.scenario_intents import PasteGrid
from ..input.window_intents import Tick
from ..words.numbers import NotANumber
from ..words.sentences import sentence_for
from ..words.texts import text
from . import entry_intents, front, interface_intents, scenario_intents, stack_intents, walk_intents
from .entry_intents import accept
from .front import fronted
from .interface import faded
from .interface_intents import LEFT_BY, escapes
from .modes.table import EXCLUDED, MODES, modes_on
from .stack_intents import passed
from .state import Handler, State, within
from .toasts import expired, input_noted, with_toast
from .walk_intents import tick

SOFTMAX = "softmax"
EARLY = (scenario_intents, walk_intents, interface_intents, entry_intents, stack_intents, front)


def _tick(state: State, intent: Tick) -> State:
    """Let time pass for the walk, for the Stack view, and for the toasts; behind a blank screen the walk waits."""
    seconds, interface = max(intent.dt, 0.0), state.interface
    layers = interface.stacked or interface.rise > 0
    interface = passed(state, seconds, intent.held) if layers else interface
    interface = interface.changed(now=interface.now + seconds)
    interface = expired(interface) if interface.toasts else interface
    after = state.changed(interface=faded(interface) if interface.marks else interface)
    return tick(after, seconds) if state.playback.playing and not interface.blank else after


CLOCK: dict[type[Intent], Handler] = {Tick: _tick}
"""What goes this way with every frame, and is no wish of anybody's."""

HANDLERS: dict[type[Intent], Handler] = CLOCK | {
    kind: does for family in EARLY for kind, does in family.HANDLERS.items()
}
"""What each class of intents does; that of modes is looked up when it is wanted. Effects are for the shell."""

NOTHING = Intent()
"""What has come of an intent that was refused."""


def reduce(state: State, intent: Intent) -> State:
    """Return the state after an intent. What is wrong with it becomes a toast and changes nothing else."""
    met = state
    on = modes_on(state)
    for name in on:
        if (meant := MODES[name].mode.meant) is not None:
            met, intent = meant(met, intent)
    if isinstance(intent, Escape):
        intent = LEFT_BY.get(escapes(met), intent)
    after, done = _answered(met, intent, on if met is state else modes_on(met))
    for name in reversed(modes_on(after)):
        if (follows := MODES[name].mode.after) is not None:
            after = follows(met, after, done)
    if after.interface.stamping or after.scenario.layer.is_transposed:
        after = _counted(state, after)
    after = after if after.work.is_single else fronted(after)
    return _shared(after) if SOFTMAX in _activations(after) else after


def _activations(state: State) -> tuple[str, ...]:
    """Return what both sides make of each sum."""
    work = state.work
    own = work.scenario.layer.activation
    return (own,) if work.other is None else (own, work.other.layer.activation)


def _shared(state: State) -> State:
    """Return the state with sums in the place of shares that do not stand yet."""
    from .shared import shared  # most layers have no shares

    return shared(state)


def _counted(before: State, state: State) -> State:
    """Return the state with a walk that counts what is shown of a transposed convolution: its stamps, or cells."""
    from .stamped import counted  # here and below: most layers have no stamps

    return counted(before, state)


def _counting_cells(state: State) -> State:
    from .stamped import counting_cells

    return counting_cells(state)


def _answered(state: State, intent: Intent, on: list[str]) -> tuple[State, Intent]:
    """Return the state after an intent, and what of it was done: the intent, or nothing."""
    if state.interface.toasts and not intent.by_itself:
        state = input_noted(state)
    if intent.settles and state.interface.entry is not None:
        state = _settled(state, on)
    refused = _refusal(state, intent, on)
    if refused is not None:
        return with_toast(state, text(refused)), NOTHING
    if state.stamped and intent.begins == "predict":  # which asks of a cell at once
        state = _counting_cells(state)
    handler = handler_of(type(intent))
    try:
        return state if handler is None else _carried_out(state, intent, handler, on), intent
    except (ConvolutionError, NotANumber) as problem:
        return with_toast(state, sentence_for(problem), True, of_paste=isinstance(intent, PasteGrid)), NOTHING


def _refusal(state: State, intent: Intent, on: list[str]) -> str | None:
    """Return the name of the sentence that says why an intent is refused, or None."""
    for name in on:
        refuses = MODES[name].mode.refuses
        said = _excluded(state, name, intent.begins) or (refuses(state, intent) if refuses is not None else None)
        if said:
            return said
    return None


def _excluded(state: State, name: str, begins: str) -> str | None:
    """Return why a mode does not begin while another is on; a lesson, which a teacher leads, keeps none away."""
    if name == "tour" and state.tour is not None and state.tour.tour.is_lesson:
        return None
    return EXCLUDED.get((name, begins))


def _carried_out(state: State, intent: Intent, handler: Handler, on: list[str]) -> State:
    for name in on:
        if (carries := MODES[name].mode.carries) is not None:
            handler = carries(handler)
    return handler(state, intent)


def _settled(state: State, on: list[str]) -> State:
    """Accept the open entry; one with a number that cannot be taken closes, and a toast says why."""
    try:
        return _carried_out(state, AcceptEntry(), accept, on)
    except (ConvolutionError, NotANumber) as problem:
        return with_toast(within(state, "interface", entry=None), sentence_for(problem), warning=True)


def handler_of(kind: type[Intent]) -> Handler | None:
    """Return what the intents of a class do; None for effects."""
    ways = (way for way in MODES.values() if way.family is not None and issubclass(kind, way.family))
    of_modes = (found for way in ways if (found := (way.mode.handlers or {}).get(kind)) is not None)
    return HANDLERS.get(kind) or next(of_modes, None)
