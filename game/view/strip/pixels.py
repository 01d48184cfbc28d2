"""Grids in the strip: cells side by side without lines, so that shapes are seen from afar."""

from __future__ import annotations

import pygame

from ..colours import Colours
from ..lanes.small import SmallGrid, shrunk
from ..still import miniature, spread


def grid_surface(grid: SmallGrid, colours: Colours) -> pygame.Surface:
    """Return the picture of a grid in these colours."""
    place = grid.place
    return shrunk(grid, miniature(colours).convert(32)) if place is None else spread(colours, place)
