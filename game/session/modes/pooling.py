"""While a layer pools: all that is about kernels, their weights and their sums is refused, for there are none."""

from __future__ import annotations

from typing import Any

from ...input import layer_intents, scenario_intents
from ...input.intent import Control, GridName, Intent, Side
from ...input.interface_intents import OpenEntry, OpenPopup
from ..mode import Mode
from ..state import State, within

NO_WEIGHTS, NO_FILTERS = "pooling.no_weights", "pooling.no_filters"
NO_SUM, NO_MODES = "pooling.no_sum", "pooling.no_modes"

INTENTS: dict[type[Intent], str] = {
    scenario_intents.ChooseKernel: NO_WEIGHTS,
    scenario_intents.KernelAction: NO_WEIGHTS,
    layer_intents.SetFilters: NO_FILTERS,
    layer_intents.SetGroups: NO_FILTERS,
    layer_intents.SetDepthwise: NO_FILTERS,
    layer_intents.SetBias: NO_SUM,
    layer_intents.SetActivation: NO_SUM,
    layer_intents.SetPaddingValue: NO_MODES,
}
"""Why each of these is refused."""
OPENED = {"kernel": NO_WEIGHTS, "kernel map": NO_FILTERS, "activation": NO_SUM}
"""The same of lists and panels that do not open."""
TYPED = {"filters": NO_FILTERS, "bias": NO_SUM, "padding value": NO_MODES}
"""The same of numbers that are not typed."""


def refuses(state: State, intent: Any) -> str | None:
    """Refuse what would change a kernel, or what is made of its sum, on a side that has none."""
    if state.work.of(_side(state, intent)).layer.pooling is None:
        return None
    if isinstance(intent, scenario_intents.PasteGrid):
        return NO_WEIGHTS if intent.onto is GridName.KERNEL or intent.grid.ndim > 3 else None
    if isinstance(intent, layer_intents.SetPadding):
        return None if intent.padding.mode == "zeros" else NO_MODES
    if isinstance(intent, OpenPopup):
        return OPENED.get(intent.name)
    if isinstance(intent, OpenEntry):
        return TYPED.get(intent.target.name) if isinstance(intent.target, Control) else None
    return INTENTS.get(type(intent))


def _side(state: State, intent: Any) -> Side:
    """Return the side that an intent is about: the one it names, else the one in focus."""
    return intent.side if isinstance(intent, scenario_intents.PasteGrid) else state.compare.focus


def after(_: State, state: State, __: Intent) -> State:
    """Close the list or panel about a kernel that was open when the pooling came, by an undo for instance."""
    pools = state.work.of(state.compare.focus).layer.pooling is not None
    return (
        within(state, "interface", popup=None, popup_cell=None) if pools and state.interface.popup in OPENED else state
    )


MODE = Mode(refuses=refuses, after=after)
