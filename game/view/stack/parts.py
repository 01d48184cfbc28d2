"""The widgets of the three layers, and of what moves between them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ...core.convolution import patch_corner
from ...input.intent import GridName
from ...play.moment import Moment
from ...session.boards import Board, Boards
from ...ui.canvas import Canvas
from ...ui.frame import SMALL
from ...ui.plane import middle_of
from ...ui.typeface import SMALLEST_NUMBER, Typeface
from ...ui.widgets.base import Widget
from ...words.texts import text
from ..frame import ShownFrame, StillFrame
from ..making import making_of
from ..places import smallest_number
from .cells import Writings
from .layers import ImageLayer, OutputLayer
from .lettering import writing_in, writing_on
from .patch import Patch
from .pencil import LyingPencil
from .places import LaidGrid, StackPlaces
from .sprites import face, put, ring, shape_of
from .walk import Walk


def writings(frame: StillFrame, places: StackPlaces) -> Writings:
    """Return how pixels, weights and products are written where the card works."""
    return _writings(frame.side.boards, places.image, frame.type, smallest_number(frame))


@lru_cache(maxsize=16)
def _writings(boards: Boards, plane: LaidGrid, typeface: Typeface, smallest: int) -> Writings:
    """Return the same; remembered, for what moves over planes that keep still is made anew in every frame."""
    each = boards.image, boards.kernel, boards.products
    return Writings(*(writing_in(typeface, smallest, board, plane) for board in each))


def lacks_numbers(frame: StillFrame, places: StackPlaces) -> bool:
    """Tell whether some layer cannot write its numbers, so that Present shows the lens."""
    return not all(writing.is_there for writing in writings(frame, places))


def layer_on(frame: StillFrame, board: Board, place: LaidGrid, fine: bool) -> dict[str, Any]:
    """Return what every layer is made from."""
    rect = place.bounds(*place.first, place.rows, place.columns, 3).overlap(place.clip)
    return {"rect": rect, "board": board, "place": place, "writing": writing_on(frame, board, place), "fine": fine}


def image_of(frame: StillFrame, place: LaidGrid, fine: bool) -> Widget:
    """Return the source image, or how many patches cover each of its pixels; fine: it keeps still."""
    side = frame.side
    layer = layer_on(frame, side.boards.of(GridName.IMAGE), place, fine)
    return ImageLayer(name="grid image", **layer, result=side.result, covered=side.covered)


def walk_of(frame: StillFrame, moment: Moment, places: StackPlaces) -> tuple[tuple[Widget, ...], tuple[Widget, ...]]:
    """Return what lies on the image, and what floats above it."""
    side, plane = frame.side, places.image
    if not side.placed:
        return (), ()
    result, written, unit = side.result, writings(frame, places), frame.unit
    how: dict[str, Any] = {"result": result, "moment": moment, "writings": written, "covered": side.covered}
    extent, margin = result.scenario.kernel_extent, plane.pitch + 6
    rect = plane.bounds(*moment.card, *extent, margin)
    if moment.cell is not None:
        rect = rect.union(plane.bounds(*patch_corner(result.scenario, moment.cell), *extent, 3))
    patch = Patch(name="patch", rect=rect.overlap(places.clip), unit=unit, places=places, **how)
    walk = Walk(name="card", rect=places.clip, unit=unit, places=places, held=side.held, **how)
    return (patch,), (walk.changed(rect=walk.reach()),)


def output_of(frame: ShownFrame, moment: Moment, places: StackPlaces) -> tuple[Widget, ...]:
    """Return the output map, and the cell that is being made: with the sum that the moment shows."""
    side, board, place = frame.side, frame.side.boards.output, places.output
    if not side.sized:
        there = place.changed(there=True)  # it is seen, but cells of it cannot be pointed at
        rect = there.bounds(0, 0, there.rows, there.columns, 3).overlap(there.clip)
        return (BlankLayer(name="grid output", rect=rect, place=there),)
    layer = OutputLayer(name="grid output", **layer_on(frame, board, place, not frame.shown.moves), made=moment.made)
    pencil = LyingPencil(place, layer.writing)
    making = making_of(pencil, moment, side.asked, board)
    if making is None:
        return (layer,)
    if not (pencil.large if making.secret else layer.writing.is_there):
        size = max(smallest_number(frame), frame.size(SMALL), SMALLEST_NUMBER)
        making = making.tagged(size, frame.type, places.titled, frame.layout.stage)
    return layer, making


class BlankLayer(Widget, kw_only=True):
    """The output of unknown size: one blank panel with a "?"."""

    place: LaidGrid

    def draw(self, canvas: Canvas) -> None:
        """Draw the panel."""
        shape, theme, (rows, columns) = shape_of(self.place), canvas.theme, (self.place.rows, self.place.columns)
        at = middle_of(self.place, (0, 0), rows, columns)
        put(canvas, face(canvas, shape, theme.now_quiet, 0, rows, columns), *at)
        put(canvas, ring(canvas, shape, theme.now, rows, columns, 3), *at)
        size = max(9, round(self.place.area / self.place.pitch * rows * 0.4))
        canvas.text(text("predict.hidden"), *at, size, theme.now_text, True, 0.5)
