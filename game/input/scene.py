"""What gestures must know of the picture they are made in; the flat view, and any other view, answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..value import Value

if TYPE_CHECKING:
    from ..core.scenario import Pair, Scenario
    from .event_types import Point
    from .intent import Target


class Sight(Value):
    """The stage of the Stack view: its middle and its height, in window pixels; whether it turns by itself."""

    x: float
    y: float
    height: float
    turning: bool = False

    def place(self, point: Point) -> tuple[float, float]:
        """Return how far a point lies right and down of the middle, in heights of the stage."""
        return (point[0] - self.x) / self.height, (point[1] - self.y) / self.height


class Scene(Protocol):
    """The picture as hands meet it. Points x, y are in window pixels; rows and columns count from 0."""

    @property
    def scenario(self) -> Scenario:
        """The scenario on screen."""

    @property
    def brush(self) -> float:
        """The value that a stroke gives, 0 … white: the brush's, or 0 with the eraser."""

    @property
    def unit(self) -> float:
        """Device pixels of one design unit."""

    @property
    def sight(self) -> Sight | None:
        """The stage of the Stack view; None in the Flat view."""

    def is_open(self, x: float, y: float) -> bool:
        """Say whether the point is on the stage, and no panel, list or control lies over it."""

    def target_at(self, x: float, y: float) -> Target | None:
        """Return what a press at the point would meet; the card's border lies above the pixels below it."""

    def pixel_at(self, x: float, y: float) -> Pair | None:
        """Return the image pixel under the point, whatever of the card is above it; None outside and on padding."""

    def card_grab_at(self, x: float, y: float) -> tuple[float, float]:
        """Return how far the point is from the card's top left, in (rows, columns), as real numbers."""

    def card_corner_at(self, x: float, y: float, grabbed: tuple[float, float]) -> tuple[float, float]:
        """Return where the card's top left belongs, in image coordinates, when its grabbed spot is at the point."""
