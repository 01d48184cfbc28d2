"""The cell of a network whose receptive field is lit, and how far: layer by layer, back to the image."""

from __future__ import annotations

from ..core.grid import Shape
from ..value import Value

A_LAYER = 0.9
"""Seconds from one layer that is lit to the one before it."""


class Trace(Value):
    """The cell whose field is lit.

    level: whose maps it is in: those of the layer of this number, from 1. cell: (map, row, column).
    made: how many cells of each map of the layer in focus stand. lit: how many layers back its field is lit, 0 … level,
    where it is at the image. since: when that began, in seconds of the interface's clock.
    """

    level: int
    cell: Shape
    made: tuple[int, ...]
    lit: int
    since: float

    @property
    def is_whole(self) -> bool:
        """Whether the field is lit back to the image."""
        return self.lit >= self.level
