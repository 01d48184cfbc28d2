"""What gestures must know of the picture they are made in; the flat view, and any other view, answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ..core.scenario import Pair, Scenario
    from .targets import Target


class Scene(Protocol):
    """The picture as hands meet it. Points x, y are in window pixels; rows and columns count from 0."""

    @property
    def scenario(self) -> Scenario:
        """The scenario on screen."""

    @property
    def brush(self) -> float:
        """The value the brush paints with, 0 … white."""

    @property
    def unit(self) -> float:
        """Device pixels of one design unit."""

    def target_at(self, x: float, y: float) -> Target | None:
        """Return what a press at the point would meet; the card's border lies above the pixels below it."""

    def pixel_at(self, x: float, y: float) -> Pair | None:
        """Return the image pixel under the point, whatever of the card is above it; None outside and on padding."""

    def card_grab_at(self, x: float, y: float) -> tuple[float, float]:
        """Return how far the point is from the card's top left, in (rows, columns), as real numbers."""

    def card_corner_at(self, x: float, y: float, grabbed: tuple[float, float]) -> tuple[float, float]:
        """Return where the card's top left belongs, in image coordinates, when its grabbed spot is at the point."""
