"""The widgets of the three layers, and of what moves between them."""

from __future__ import annotations

from ...core.convolution import patch_corner
from ...input.intent import GridName
from ...play.moment import Moment
from ...session.boards import Board
from ...ui.frame import SMALL
from ...ui.plane import Plane
from ...ui.typeface import SMALLEST_NUMBER
from ...ui.widgets.base import Widget
from ..frame import ShownFrame, StillFrame
from ..numbers import widest
from ..places import smallest_number
from .layers import ImageLayer, OutputLayer
from .lettering import Writing, pitch_of, writing_of
from .making import BlankLayer, MakingCell, reach, tag_rect
from .patch import Patch
from .places import StackPlaces
from .walk import Walk, walk_rect


def writing_on(frame: StillFrame, board: Board, places: StackPlaces, plane: Plane, words: str = "") -> Writing:
    """Return how the numbers of a board are written on a plane of the frame."""
    how = places.turn, places.squash, smallest_number(frame), words
    return writing_of(frame.type, board.widest, board.decimals, plane, *how)


def writings(frame: StillFrame, places: StackPlaces) -> tuple[Writing, Writing, Writing]:
    """Return how pixels, weights and products are written where the card works."""
    boards, plane = frame.side.boards, places.image
    return (
        writing_on(frame, boards.image, places, plane),
        writing_on(frame, boards.kernel, places, plane),
        writing_on(frame, boards.products, places, plane),
    )


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
        writing=writing_on(frame, board, places, places.image),
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
    pixels, weights, products = writings(frame, places)
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
        pixels=pixels,
        weights=weights,
        products=products,
        outlined=frame.side.covered,
        held=frame.side.held,
        risen=places.rise > 0.4,
    )
    extent, margin = result.scenario.kernel_extent, pitch_of(plane) + 6
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
        pixels=pixels,
    )
    return (patch,), (walk.changed(rect=walk_rect(walk, places.clip)),)


def output_of(frame: ShownFrame, moment: Moment, places: StackPlaces) -> tuple[Widget, ...]:
    """Return the output map, and the cell that is being made."""
    side, board, plane = frame.side, frame.side.boards.output, places.output
    rect = plane.bounds(0, 0, *places.sizes.output, 3).overlap(places.clip)
    if not side.sized:
        return (BlankLayer(name="grid output", rect=rect, plane=plane, size=places.sizes.output),)
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
    cell, hidden = side.asked or moment.cell, side.asked is not None
    if cell is None:
        return (layer,)
    small = max(smallest_number(frame), frame.size(SMALL), SMALLEST_NUMBER)
    fits = pitch_of(plane) * places.squash * 0.62 >= SMALLEST_NUMBER if hidden else writing.is_there
    making = MakingCell(
        name="making",
        rect=places.clip,
        tag=0 if fits else small,
        plane=plane,
        cell=cell,
        value=0.0 if hidden else float(board.grid[cell]),
        shown_sum=None if hidden else moment.shown_sum,
        reveal=0.0 if hidden else moment.reveal,
        pop=1.0 if hidden else moment.pop,
        magnitude=1.0 if hidden else board.magnitude,
        writing=writing,
        secret=hidden,
    )
    rect = plane.bounds(*cell, 1, 1, reach(plane))
    if making.tag:
        rect = rect.union(tag_rect(plane, cell, frame.type.width(making.words, small, True), small))
    return layer, making.changed(rect=rect.overlap(places.clip))


def output_writing(frame: StillFrame, places: StackPlaces) -> Writing:
    """Return how output cells are written; in Predict it follows from the fixed scale, and tells no value."""
    board = frame.side.boards.output
    words = widest(frame.type, board.widest, board.decimals) if frame.still.question is not None else ""
    return writing_on(frame, board, places, places.output, words)
