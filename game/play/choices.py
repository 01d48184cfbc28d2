"""What can be chosen of how the program looks and plays, and from where the Stack view looks at its layers."""

from __future__ import annotations

from ..core.limits import Range
from ..value import Value

THEMES = ("night", "daylight", "high contrast")
PALETTES = ("standard", "colour-blind")
VIEWS = ("flat", "stack")
MAP_LOOKS = HUES, GRAY, MAGNITUDE = "hues", "gray", "magnitude"
"""How the values of the output are shaded: in the hues of their signs, from black over a gray 0 to white, or from a
black 0 to white without the sign."""
ERRORS = "errors"
"""How the errors of a map that learns are shaded, and the gradients: in hues of their own, which no hand changes."""
REMOTE_STOPS = ("phases", "products", "cells")
"""What a remote stops at in each step: settled, products and sum; of several channels also the products of each, which
are left out else; or at each output cell only."""
DECIMALS = (0, 4)
"""At most so many in the numbers of grids and dot product; None is automatic."""
SECTIONS = ("source", "kernel", "slide", "layer", "learn", "stack")
"""The parts of the rail that fold; modes add the last two."""
LEARNING_PACES, LEARNING_PACE = (0.5, 1, 2, 4, 8, 15, 30, 60, 240), 3
"""Updates a second of a kernel that learns; the pace of a first start, as an index."""
TRAINING_PACES, TRAINING_PACE = (1, 2, 4, 8, 15, 30, 60, 0), 7
"""The same of a network; 0: as many as the window has time for."""
SCALE = (75, 300)
"""Percent of the size of text and controls."""


TURNS = Range(-180, 180)
"""Degrees about the upright axis."""
TILTS = Range(8, 82)
"""Degrees above the horizon: from nearly from the side to nearly flat."""
ZOOMS = Range(0.4, 12)
PANS = Range(-12, 12)
"""How far the picture is moved right, or down, in heights of the stage."""
GAPS = Range(0, 2)
"""The distance of the layers, times that at home."""


class Camera(Value):
    """Where the viewer of the Stack view is.

    turn: degrees about the upright axis, −180 … 180. tilt: degrees above the horizon, within TILTS: 90 would look
    straight down. zoom: times the size at home, within ZOOMS. across, down: how far the picture is moved, in heights
    of the stage, within PANS. gap: the distance of the layers, times that at home, within GAPS; 0 lays them on one
    another.
    """

    turn: float = 34.0
    tilt: float = 38.0
    zoom: float = 1.0
    across: float = 0.0
    down: float = 0.0
    gap: float = 1.0

    @property
    def is_home(self) -> bool:
        """Whether all three layers are looked at from where a run begins."""
        return self == HOME


HOME = Camera()
