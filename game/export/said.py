"""Shapes in which a ready piece is described, as marks."""

from __future__ import annotations

from collections.abc import Iterator

from ..ui.described import Faces, Holes, Rings, Shapes
from .marks import AnyMark, Box, Pierced


def marks_said(shapes: Shapes) -> Iterator[AnyMark]:
    """Yield what some equal shapes look like."""
    match shapes:
        case Holes():
            yield Pierced(shapes.whole, tuple(shapes.cells), shapes.radius, shapes.colour)
        case Rings():
            half = shapes.thickness / 2
            arc = max(0.0, shapes.radius - half)
            for x, y, wide, high in shapes.cells:
                inner = x + half, y + half, wide - shapes.thickness, high - shapes.thickness
                yield Box(*inner, arc, None, shapes.colour, shapes.thickness, shapes.strength)
        case Faces():
            for cell, colour in zip(shapes.cells, shapes.colours, strict=True):
                yield Box(*cell, shapes.radius, colour)
