"""A talk: what Present, the blank screen, the spotlight and its marks, and the lens do."""

from __future__ import annotations

from ...input import mode_intents as intents
from ...input.intent import Intent
from ..interface import SpotMark
from ..mode import Mode
from ..state import Handler, State, toggled, within
from ..toasts import without_toasts

MOST_MARKS = 20


def meant(state: State, intent: Intent) -> tuple[State, Intent]:
    """Let a key of a remote take away what was said: nobody has a hand free to do it."""
    gone = intent.of_remote and state.interface.toasts
    return (without_toasts(state, lambda toast: toast.share is None) if gone else state), intent


def start_present(state: State, _: object = None) -> State:
    """Give the grids the screen; what was open closes, so that nothing lies over them."""
    if state.interface.presenting:
        return state
    closed = {"sheet": None, "popup": None, "popup_cell": None, "focus": None, "cursor": None}
    return within(state, "interface", presenting=True, rail_open=False, **closed)


def _toggle(state: State, _: object) -> State:
    """Begin, or go back to the window as it was."""
    presenting = state.interface.presenting
    return (
        within(state, "interface", presenting=False, spotlight=False, rail_open=False)
        if presenting
        else start_present(state)
    )


def _mark(state: State, intent: intents.Mark) -> State:
    """Leave a mark; of more than some the oldest goes."""
    mark = SpotMark(intent.x, intent.y, state.interface.now)
    return within(state, "interface", marks=(*state.interface.marks, mark)[-MOST_MARKS:])


def _turn_lens(state: State, _: object) -> State:
    """Go to the next page of the step's terms; the lens itself goes round."""
    step = int(state.playback.position)
    shown, turned = state.interface.lens
    return within(state, "interface", lens=(step, turned + 1 if shown == step else 1))


HANDLERS: dict[type[Intent], Handler] = {
    intents.StartPresent: start_present,
    intents.TogglePresent: _toggle,
    intents.Blank: lambda state, intent: within(state, "interface", blank=intent.colour),
    intents.Unblank: lambda state, _: within(state, "interface", blank=""),
    intents.ToggleSpotlight: toggled("interface", "spotlight"),
    intents.HoldSpotlight: lambda state, intent: within(state, "interface", spotlight_held=intent.on),
    intents.Mark: _mark,
    intents.TurnLens: _turn_lens,
}

MODE = Mode(meant=meant, handlers=HANDLERS)
