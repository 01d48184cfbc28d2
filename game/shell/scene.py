"""The window as gestures meet it; see `input.scene.Scene`."""

from __future__ import annotations

from ..core.scenario import Pair, Scenario
from ..input.intent import Side, Target
from ..input.scene import Sight
from ..ui.geometry import Rect
from ..value import Value
from ..view.window import Window


class WindowScene(Value):
    """A drawn window with the scenario and brush it shows, and its stage; of two sides, the one the hand is on."""

    window: Window
    scenario: Scenario
    brush: float
    unit: float
    stage: Rect
    side: Side = Side.A
    sight: Sight | None = None

    def target_at(self, x: float, y: float) -> Target | None:
        """Return what a press at the point would meet."""
        return self.window.target_at(x, y)

    def is_open(self, x: float, y: float) -> bool:
        """Say whether the point is on the stage, and nothing lies over it."""
        return self.stage.contains(x, y) and not self.window.covered(x, y) and self.window.widget_at(x, y) is None

    def pixel_at(self, x: float, y: float) -> Pair | None:
        """Return the image pixel under the point, whatever floats above it."""
        return self.window.pixel_at(x, y)

    def card_grab_at(self, x: float, y: float) -> tuple[float, float]:
        """Return how far the point is from the card's top left, in (rows, columns)."""
        part = self.window.of(self.side)
        if part.stack is not None:
            row, column = part.stack.card.place(x, y)
            return row - part.stack.corner[0], column - part.stack.corner[1]
        place, card = part.places.image, part.moment.card
        left, top = place.corner(*card)
        return (y - top) / place.pitch, (x - left) / place.pitch

    def card_corner_at(self, x: float, y: float, grabbed: tuple[float, float]) -> tuple[float, float]:
        """Return where the card's top left belongs when its grabbed spot is at the point."""
        part = self.window.of(self.side)
        if part.stack is not None:
            row, column = part.stack.card.place(x, y)
            return row - grabbed[0], column - grabbed[1]
        place = part.places.image
        row = (y - place.y) / place.pitch + place.first[0] - grabbed[0]
        column = (x - place.x) / place.pitch + place.first[1] - grabbed[1]
        return row, column
