"""The window as gestures meet it; see `input.scene.Scene`."""

from __future__ import annotations

from ..core.scenario import Pair, Scenario
from ..input.targets import Target
from ..value import Value
from ..view.window import Window


class WindowScene(Value):
    """A drawn window with the scenario and the brush it shows."""

    window: Window
    scenario: Scenario
    brush: float
    unit: float

    def target_at(self, x: float, y: float) -> Target | None:
        """Return what a press at the point would meet."""
        return self.window.target_at(x, y)

    def pixel_at(self, x: float, y: float) -> Pair | None:
        """Return the image pixel under the point, whatever floats above it."""
        return self.window.pixel_at(x, y)

    def card_grab_at(self, x: float, y: float) -> tuple[float, float]:
        """Return how far the point is from the card's top left, in (rows, columns)."""
        place, card = self.window.places.image, self.window.moment.card
        left, top = place.corner(*card)
        return (y - top) / place.pitch, (x - left) / place.pitch

    def card_corner_at(self, x: float, y: float, grabbed: tuple[float, float]) -> tuple[float, float]:
        """Return where the card's top left belongs when its grabbed spot is at the point."""
        place = self.window.places.image
        row = (y - place.y) / place.pitch + place.first[0] - grabbed[0]
        column = (x - place.x) / place.pitch + place.first[1] - grabbed[1]
        return row, column
