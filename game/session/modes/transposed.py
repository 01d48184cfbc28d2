"""While a layer is a transposed convolution: what it does not have is refused, and zeros between pixels are not set."""

from __future__ import annotations

from typing import Any

from ...input.intent import Cell, Control, Intent, Side
from ...input.interface_intents import OpenEntry
from ...input.layer_intents import SetPadding, SetPaddingValue
from ...input.scenario_intents import NudgeCell, SetCell
from ..allowed import is_between, target_of
from ..mode import Mode
from ..state import State

NO_PIXEL, NO_MODES = "transposed.no_pixel", "transposed.no_modes"


def refuses(state: State, intent: Intent) -> str | None:
    """Refuse to set what stands between the pixels, and to put anything into the padding, which is cut off."""
    if isinstance(intent, SetCell | NudgeCell | OpenEntry):
        return _not_set(state, target_of(state, intent))
    if state.work.of(state.compare.focus).layer.is_transposed:
        says_more: Any = isinstance(intent, SetPadding) and intent.padding.mode != "zeros"
        return NO_MODES if says_more or isinstance(intent, SetPaddingValue) else None
    return None


def _not_set(state: State, target: object) -> str | None:
    """Say why a number is not typed or stepped, or nothing where it can be."""
    if isinstance(target, Cell):
        return NO_PIXEL if is_between(state.work.of(target.side), target) else None
    side: Side = state.compare.focus
    value = isinstance(target, Control) and target.name == "padding value"
    return NO_MODES if value and state.work.of(side).layer.is_transposed else None


MODE = Mode(refuses=refuses)
