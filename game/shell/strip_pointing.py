"""What is pointed at in the strip of a network, for intents about it: where it stands only the window knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input.intent import Control
from ..input.layer_intents import ToggleTrace

if TYPE_CHECKING:
    from ..session.state import State
    from ..view.window import Window


def at_pointer(intent: ToggleTrace, state: State, window: Window) -> ToggleTrace:
    """Return the intent about the cell, or the class, under the pointer in the strip, where that is one of a layer."""
    hover, pointer = state.interface.hover, state.interface.pointer
    if pointer is None or not isinstance(hover, Control) or not hover.name.startswith("layer "):
        return intent
    from ..view.strip.field import pointed_in_strip  # few point there

    found = pointed_in_strip(window.widgets, hover.name, pointer)
    if found is None or not found[0]:
        return intent
    level, field = found
    return intent.changed(at=(level, (field.channels[0], field.rows[0], field.columns[0])))
