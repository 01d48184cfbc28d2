"""What a ready piece of pixels shows, said in shapes: for a canvas that keeps shapes and copies no pixels."""

from __future__ import annotations

from collections.abc import Sequence

from ..value import Single
from .geometry import Rect
from .place import GridPlace
from .themes import Colour


class Shapes(Single):
    """Some equal shapes: in each of these rectangles a cell with round corners."""

    cells: Sequence[Rect]
    radius: float


class Holes(Shapes):
    """A colour all over `whole` but for the cells."""

    whole: Rect
    colour: Colour


class Rings(Shapes):
    """A line inside the edge of each cell, as opaque as `strength` (0 … 1) says."""

    colour: Colour
    thickness: float
    strength: float


class Faces(Shapes):
    """Each cell filled with its colour, one of `colours` in turn."""

    colours: Sequence[Colour]


def cells_of(place: GridPlace) -> list[Rect]:
    """Return the cells of a place of whole pitches, in row order, from its own corner on."""
    corner = place.changed(x=0, y=0, first=(0, 0))
    return [corner.cell(row, column) for row in range(place.rows) for column in range(place.columns)]
