"""What each class of intents does to the state, in one dict. Those of modes are entered when they are first wanted.

Effects have no handler: the shell carries them out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import entry_intents, interface_intents, scenario_intents, stack_intents, type_ahead, walk_intents
from .modes.table import MODES

if TYPE_CHECKING:
    from ..input.intent import Intent
    from .state import Handler

EARLY = (scenario_intents, walk_intents, interface_intents, entry_intents, stack_intents, type_ahead)

HANDLERS: dict[type[Intent], Handler] = {kind: does for family in EARLY for kind, does in family.HANDLERS.items()}


def handler_of(kind: type[Intent]) -> Handler | None:
    """Return what the intents of a class do; None for effects."""
    if kind not in HANDLERS:
        for way in MODES.values():
            if way.family is not None and issubclass(kind, way.family):
                HANDLERS.update(way.mode.handlers or {})
    return HANDLERS.get(kind)
