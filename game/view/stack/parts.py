"""The widgets of the three layers, and of what moves between them."""

from __future__ import annotations

from ...core.convolution import patch_corner
from ...input.intent import GridName
from ...play.moment import Moment
from ...session.boards import Board
from ...ui.canvas import Canvas
from ...ui.frame import SMALL
from ...ui.plane import Plane
from ...ui.typeface import SMALLEST_NUMBER
from ...ui.widgets.base import Widget
from ...words.texts import text
from ..frame import ShownFrame, StillFrame
from ..making import making_of
from ..numbers import widest
from ..places import smallest_number
from .cells import Writings
from .layers import ImageLayer, OutputLayer
from .lettering import Writing, writing_of
from .patch import Patch
from .pencil import LyingPencil
from .places import StackPlaces
from .sprites import face, put, ring, shape_of
from .walk import Walk, walk_rect


def writing_on(frame: StillFrame, board: Board, plane: Plane, words: str = "") -> Writing:
    """Return how the numbers of a board are written on a plane of the frame."""
    return writing_of(frame.type, board.widest, board.decimals, plane, smallest_number(frame), words)


def writings(frame: StillFrame, places: StackPlaces) -> Writings:
    """Return how pixels, weights and products are written where the card works."""
    boards, plane = frame.side.boards, places.image
    return Writings(*(writing_on(frame, board, plane) for board in (boards.image, boards.kernel, boards.products)))


def lacks_numbers(frame: StillFrame, places: StackPlaces) -> bool:
    """Tell whether some layer cannot write its numbers, so that Present shows the lens."""
    return not all(writing.is_there for writing in writings(frame, places))


def image_of(frame: ShownFrame, places: StackPlaces) -> Widget:
    """Return the source image, or how many patches cover each of its pixels."""
    board = frame.side.boards.of(GridName.IMAGE)
    first = -places.sizes.padding[0], -places.sizes.padding[1]
    return ImageLayer(
        name="grid image",
        rect=places.image.bounds(*first, *places.sizes.image, 2).overlap(places.clip),
        plane=places.image,
        first=first,
        size=places.sizes.image,
        result=frame.side.result,
        board=board,
        writing=writing_on(frame, board, places.image),
        fine=not frame.shown.moves,
        coverage=frame.side.covered,
        hatched=board.hatched,
    )


def walk_of(frame: StillFrame, moment: Moment, places: StackPlaces) -> tuple[tuple[Widget, ...], tuple[Widget, ...]]:
    """Return what lies on the image, and what floats above it."""
    result, plane = frame.side.result, places.image
    if not frame.side.placed:
        return (), ()
    target = None
    if moment.cell is not None:
        target = places.output.point(moment.cell[0] + 0.5, moment.cell[1] + 0.5)
    writing = writings(frame, places)
    walk = Walk(
        name="card",
        rect=places.clip,
        unit=frame.unit,
        plane=plane,
        card=places.card,
        output=places.output,
        target=target,
        result=result,
        moment=moment,
        writings=writing,
        outlined=frame.side.covered,
        held=frame.side.held,
        risen=places.rise > 0.4,
    )
    extent, margin = result.scenario.kernel_extent, plane.pitch + 6
    bounds = plane.bounds(*moment.card, *extent, margin)
    if moment.cell is not None:
        bounds = bounds.union(plane.bounds(*patch_corner(result.scenario, moment.cell), *extent, 3))
    patch = Patch(
        name="patch",
        rect=bounds.overlap(places.clip),
        plane=plane,
        result=result,
        moment=moment,
        lift=places.lift,
        coverage=frame.side.covered,
        pixels=writing.pixels,
    )
    return (patch,), (walk.changed(rect=walk_rect(walk, places.clip)),)


def output_of(frame: ShownFrame, moment: Moment, places: StackPlaces) -> tuple[Widget, ...]:
    """Return the output map, and the cell that is being made."""
    side, board, plane = frame.side, frame.side.boards.output, places.output
    rect = plane.bounds(0, 0, *places.sizes.output, 3).overlap(places.clip)
    if not side.sized:
        there = plane.changed(there=True)  # it is seen, but cells of it cannot be pointed at
        return (BlankLayer(name="grid output", rect=rect, plane=there, size=places.sizes.output),)
    writing = output_writing(frame, places)
    layer = OutputLayer(
        name="grid output",
        rect=rect,
        plane=plane,
        first=(0, 0),
        size=places.sizes.output,
        board=board,
        writing=writing,
        fine=not frame.shown.moves,
        made=moment.made,
    )
    pencil = LyingPencil(places.output, writing)
    making = making_of(pencil, moment, side.asked, board)
    if making is None:
        return (layer,)
    if not (pencil.large if making.secret else writing.is_there):
        making = making.tagged(max(smallest_number(frame), frame.size(SMALL), SMALLEST_NUMBER), frame.type)
    return layer, making


class BlankLayer(Widget, kw_only=True):
    """The output of unknown size: one blank panel with a "?"."""

    plane: Plane
    size: tuple[int, int]

    def draw(self, canvas: Canvas) -> None:
        """Draw the panel."""
        shape, (rows, columns) = shape_of(self.plane), self.size
        x, y = self.plane.point(rows / 2, columns / 2)
        put(canvas, face(canvas, shape, canvas.theme.now_quiet, 0, rows, columns), x, y)
        put(canvas, ring(canvas, shape, canvas.theme.now, rows, columns, 3), x, y)
        size = max(9, round(self.plane.area / self.plane.pitch * rows * 0.4))
        canvas.text(text("predict.hidden"), x, y, size, canvas.theme.now_text, True, 0.5)


def output_writing(frame: StillFrame, places: StackPlaces) -> Writing:
    """Return how output cells are written; in Predict it follows from the fixed scale, and tells no value."""
    board = frame.side.boards.output
    words = widest(frame.type, board.widest, board.decimals) if frame.still.question is not None else ""
    return writing_on(frame, board, places.output, words)
