"""The sheet that tells how well a network reads: when it opens, what it shows, and what comes of a digit in it."""

from __future__ import annotations

from ..files.digits import HELD_BACK, KINDS, own_digits
from ..input.interface_intents import ShowDigits
from ..input.layer_intents import ReadDigit
from ..words.texts import text
from .changes import changed_apart
from .digit_scores import why_no_digits
from .interface import DIGITS, DigitsLook
from .predict import keeps_secret
from .state import State, within
from .toasts import with_toast

FIRST = "digit 0"
"""The control of the first digit in the sheet."""


def why_not_now(state: State) -> str | None:
    """Return the name of the sentence that says why nobody is told now how the network reads, or None."""
    return "digits.not.secret" if keeps_secret(state) else why_no_digits(state.scenario)


def sheet_opened(state: State) -> State:
    """Open the sheet at its misread digits, of which the first has the keys; or say why it does not open."""
    reason = why_not_now(state)
    if reason is not None:
        return with_toast(state, text(reason))
    scroll = tuple(each for each in state.interface.scroll if each[0] != f"{DIGITS} sheet")
    first = {"focus": FIRST, "focus_visible": True, "cursor": None}
    return within(state, "interface", sheet=DIGITS, digits=DigitsLook(), scroll=scroll, **first)


def shown(state: State, intent: ShowDigits) -> State:
    """Show something else in the sheet; what there is not is left out."""
    pair = intent.pair if intent.confusion else None
    if pair is not None and not all(0 <= each < KINDS for each in pair):
        pair = None
    return within(state, "interface", digits=DigitsLook(intent.confusion, pair, max(0, intent.page)))


def digit_shown(state: State, intent: ReadDigit) -> State:
    """Make a held-back digit the source image, as one entry of the history; what there is none of changes nothing.

    The scenario is that of the first layer in focus, see `focus.of_source`.
    """
    reason = why_no_digits(state.scenario)
    if reason is not None:
        return with_toast(state, text(reason))
    if not 0 <= intent.number < HELD_BACK:
        return state
    digits = own_digits()
    return changed_apart(state, state.scenario.with_image(digits.pixels[digits.held_back[intent.number]], "", 1.0))
