"""What a hand may not do: to pixels that are not seen, while Coverage stands in their place; to ask it for answers.

Compare excludes Predict, Coverage and tours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input.compare_intents import ToggleCompare
from ..input.entry_intents import OpenEntry
from ..input.interface_intents import OpenPopup, ToggleCoverage
from ..input.predict_intents import TogglePredict
from ..input.scenario_intents import ClearCursor, NudgeCell, Paint, PaintCursor, SetCell
from ..input.targets import Cell, GridName
from ..input.tour_intents import BeginTour
from ..words.texts import text
from .predict import coverage_shown, secrecy_of

if TYPE_CHECKING:
    from ..input.intent import Intent
    from .state import State


def refusal(state: State, intent: Intent) -> str | None:
    """Return why an intent is refused, as a sentence, or None when it is not.

    A stroke would change pixels that nobody sees, and a class would see numbers of the output jump for no reason.
    What makes another image as a whole, such as a size, a name or an undo, is seen in the coverage too.
    """
    if isinstance(intent, ToggleCoverage) and not state.interface.coverage and secrecy_of(state).walk:
        return text("predict.no_coverage")
    return text("coverage.hides") if coverage_shown(state) and _by_hand(state, intent) else None


def excluded(state: State, intent: Intent) -> str | None:
    """Return why Compare is refused, or refuses another mode, as a sentence, or None."""
    if isinstance(intent, ToggleCompare):
        modes = {"tour": state.tour is not None, "predict": state.predict.on, "coverage": state.interface.coverage}
        mode = next((name for name, is_on in modes.items() if is_on), None)
        return None if mode is None else text(f"compare.not_with.{mode}")
    if not state.compare.on:
        return None
    mode = _EXCLUDED.get(type(intent))
    return None if mode is None else text(f"compare.excludes.{mode}")


_EXCLUDED: dict[type, str] = {
    TogglePredict: "predict",
    ToggleCoverage: "coverage",
    BeginTour: "tour",
}


def _by_hand(state: State, intent: Intent) -> bool:
    """Tell whether an intent sets single pixels, or opens one to be set."""
    if isinstance(intent, Paint):
        return True
    if isinstance(intent, PaintCursor | ClearCursor):
        return _is_pixel(state.interface.cursor)
    if isinstance(intent, SetCell | NudgeCell):
        return _is_pixel(intent.cell)
    if isinstance(intent, OpenEntry):
        return _is_pixel(state.interface.cursor if intent.target is None else intent.target)
    return isinstance(intent, OpenPopup) and _is_pixel(intent.cell)


def _is_pixel(target: object) -> bool:
    return isinstance(target, Cell) and target.grid is GridName.IMAGE
