"""The products on their way from the card to the output cell, and the lines along which they fly."""

from __future__ import annotations

import numpy as np

from ...play.moment import Moment
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Plane, Point, between, bounds_of
from ...ui.themes import mix
from ..card_faces import Faces
from ..flights import LINE, STAGES
from .lettering import Writing, put_pattern
from .sprites import draw_lines, face, put, ring, shape_of

ARRIVING = 0.8  # of an output cell: a product's side as it arrives
MOST_LINES = 81


def draw_flights(
    canvas: Canvas,
    moment: Moment,
    faces: Faces,
    writing: Writing,
    starts: list[Point],
    ends: tuple[Plane, Plane],
    target: Point,
) -> None:
    """Draw the products that fly from their starts to the output cell, the lowest first. `ends`: card and output."""
    part = moment.flight.ravel()
    indices = np.flatnonzero((part > 0) & (part < 1) & moment.blended.ravel())
    stages = np.rint(part[indices] * STAGES) / STAGES
    flying = zip(part[indices].tolist(), indices.tolist(), stages.tolist(), faces.flying(indices, stages), strict=True)
    for share, index, stage, colour in sorted(flying, key=lambda each: (each[0], starts[each[1]][1])):
        at, words = between(starts[index], target, share), faces.product_texts[index]
        shape = shape_of(ends[0].toward(ends[1], stage), 1 - (1 - ARRIVING) * stage)
        put(canvas, face(canvas, shape, colour, 0), *at)
        put(canvas, ring(canvas, shape, canvas.theme.ground, 1, 1, LINE, 0.5), *at)
        put_pattern(canvas, shape, writing, "product", words, faces.product_shares[index], colour, *at)
        writing.put(canvas, shape, *at, words, colour)


def draw_wires(canvas: Canvas, moment: Moment, clip: Rect, starts: list[Point], target: Point) -> None:
    """Draw the lines along which the products fly that have not arrived, from where they are."""
    states = zip(starts, moment.blended.flat, moment.flight.flat, strict=True)
    tails = [between(start, target, float(part)) for start, blended, part in states if blended and part < 1]
    if not tails:
        return
    tails = tails[:: -(-len(tails) // MOST_LINES)]  # more of them would be one dark patch
    colour, area = mix(canvas.theme.ground, canvas.theme.product, 0.6), bounds_of((target, *tails), 3).overlap(clip)
    draw_lines(canvas, area, [(start, target) for start in tails], ((colour, 1),))
