"""Cards of the gallery play their walk while they are met: a few instants of it, and then they stand."""

from __future__ import annotations

import numpy as np

from ..core.arithmetic import distinct
from ..core.convolution import cell_of, patch_corner
from ..core.scenario import Scenario
from ..ui.offers import CardWalk
from ..ui.widgets.scene_card import SceneCard
from ..view.window import Window

INSTANTS = 12
"""Instants of a walk that are shown, at most."""
BEAT = 0.22
"""Seconds that one of them is seen."""
STANDS = 4
"""Beats that the whole map is seen, after the last instant."""
TIMES = 3
"""How many times the walk is played; then the card stands still, whatever lies on it."""


def walk_of(scenario: Scenario) -> CardWalk | None:
    """Return the walk over the map of the filter in front, None of one cell alone.

    Of a transposed convolution no patch is shown.
    """
    rows, columns = scenario.output_size
    count = rows * columns
    if count == 1:
        return None
    steps = distinct(np.linspace(0, count - 1, min(count, INSTANTS)).round().astype(int)).tolist()
    extent = scenario.kernel_extent
    corners = () if scenario.layer.is_transposed else tuple(patch_corner(scenario, cell_of(scenario, s)) for s in steps)
    return CardWalk(tuple((*corner, *extent) for corner in corners), tuple(step + 1 for step in steps))


class CardPlay:
    """Which card plays, and since when: the one under the pointer, else the one with the focus."""

    def __init__(self) -> None:
        self._card, self._since = "", 0.0
        self.beat: tuple[str, int] | None = None

    def look(self, window: Window, now: float, *, still: bool) -> None:
        """Look at which card is met at a time of the interface's clock; still: none plays."""
        card = None if still else met(window)
        if card is None:
            self._card, self.beat = "", None
            return
        if card.name != self._card:
            self._card, self._since = card.name, now
        beat, whole = int((now - self._since) / BEAT), len(card.made) + STANDS
        self.beat = None if beat >= TIMES * whole else (card.name, min(beat % whole, len(card.made)))

    def goes_on(self, window: Window) -> bool:
        """Tell whether time has to pass: something plays, or begins to."""
        card = met(window)
        return card is not None and (self.beat is not None or card.name != self._card)


def met(window: Window) -> SceneCard | None:
    """Return the card that is met and has a walk to play; of two the one under the pointer."""
    cards = [one for one in window.widgets if isinstance(one, SceneCard) and one.made and not one.waits]
    focused = next((card for card in cards if card.mood.focused), None)
    return next((card for card in cards if card.mood.hovered), focused)
