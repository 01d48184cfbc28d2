"""What each class of intents does to the state, in one dict. Those of modes are entered when they are first wanted.

Effects have no handler: the shell carries them out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input.compare_intents import CompareIntent
from ..input.predict_intents import PredictIntent
from ..input.present_intents import PresentIntent
from ..input.tour_intents import TourIntent
from . import entry_intents, interface_intents, scenario_intents, stack_intents, type_ahead, walk_intents

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..input.intent import Intent
    from .state import Handler

HANDLERS: dict[type[Intent], Handler] = (
    scenario_intents.HANDLERS
    | walk_intents.HANDLERS
    | interface_intents.HANDLERS
    | entry_intents.HANDLERS
    | stack_intents.HANDLERS
    | type_ahead.HANDLERS
)


def _compare() -> dict[type[Intent], Handler]:
    from .modes.compare import HANDLERS

    return HANDLERS


def _predict() -> dict[type[Intent], Handler]:
    from .modes.predict.handlers import HANDLERS

    return HANDLERS


def _present() -> dict[type[Intent], Handler]:
    from .modes.present import HANDLERS

    return HANDLERS


def _tour() -> dict[type[Intent], Handler]:
    from .modes.tour.handlers import HANDLERS

    return HANDLERS


LATER: dict[type[Intent], Callable[[], dict[type[Intent], Handler]]] = {
    CompareIntent: _compare,
    PredictIntent: _predict,
    PresentIntent: _present,
    TourIntent: _tour,
}
"""The families whose handlers are imported when one of their intents comes."""


def handler_of(kind: type[Intent]) -> Handler | None:
    """Return what the intents of a class do; None for effects."""
    if kind not in HANDLERS:
        for family, load in LATER.items():
            if issubclass(kind, family):
                HANDLERS.update(load())
    return HANDLERS.get(kind)
