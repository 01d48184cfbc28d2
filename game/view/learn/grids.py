"""The grids beside image, kernel and output while a kernel learns: target, error and gradient, and what meets hands."""

from __future__ import annotations

from ...core.grid import Pair
from ...input.learn_intents import ChooseWeight, PaintTarget
from ...input.scenario_intents import BeginGesture, EndGesture
from ...session.boards import Board
from ...ui.canvas import Canvas
from ...ui.place import GridPlace
from ...ui.widgets.base import Answer, Widget
from ...ui.widgets.stepping import Stepping
from ..numbers import NumberLook
from ..still import empty_surface, shaded_surface


class Shades(Widget, kw_only=True):
    """A signed grid in a hue; without a board its cells are empty, for nothing stands there yet."""

    place: GridPlace
    board: Board | None
    hue: str
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture."""
        if self.board is None:
            canvas.surface.blit(empty_surface(canvas, self.place), self.rect[:2])
            return
        canvas.surface.blit(shaded_surface(canvas, self.place, self.board, self.hue, self.look), self.rect[:2])


class Target(Shades, kw_only=True):
    """The target, on which one paints as on the image."""

    captures = True

    def press(self, x: float, y: float) -> Answer:
        """Begin a stroke."""
        return (BeginGesture(), *self.drag(x, y))

    def drag(self, x: float, y: float) -> Answer:
        """Paint the cell under the pointer."""
        cell = self.place.at(x, y)
        return () if cell is None else (PaintTarget((cell,)),)

    def release(self, x: float, y: float) -> Answer:
        """End the stroke: one entry of the history."""
        del x, y
        return (EndGesture(),)


class Slope(Stepping, kw_only=True):
    """A weight's gradient, where hands meet it; what is seen of it is the grid below."""

    weight: Pair
    radius: float

    stepped = "gradient"

    def activate(self) -> Answer:
        """Look at this weight."""
        return (ChooseWeight(self.weight),)

    def draw(self, canvas: Canvas) -> None:
        """Draw the ring of the keys."""
        self.draw_focus(canvas, self.rect, self.radius)
