"""Coverage: what a hand may not do to pixels that are not seen, while the coverage stands in their place."""

from __future__ import annotations

from ...input.intent import Cell, GridName, Intent
from ..allowed import target_of
from ..mode import Mode
from ..predict import coverage_shown
from ..state import State


def refuses(state: State, intent: Intent) -> str | None:
    """Refuse what sets single pixels, or opens one to be set.

    A stroke would change pixels that nobody sees, and a class would see numbers of the output jump for no reason.
    What makes another image as a whole, such as a size, a name or an undo, is seen in the coverage too.
    """
    if not intent.by_hand or state.stamped or not coverage_shown(state):  # beside stamps the pixels are seen
        return None
    target = target_of(state, intent)
    strokes = not intent.about and not intent.at_cursor
    return "coverage.hides" if strokes or (isinstance(target, Cell) and target.grid is GridName.IMAGE) else None


MODE = Mode(refuses=refuses)
