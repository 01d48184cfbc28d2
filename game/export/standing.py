"""Where things stand in a picture that has no bars around its grids: the stage alone, or one grid."""

from __future__ import annotations

from ..core.grid import Pair
from ..files.errors import FileProblem
from ..input.intent import Side
from ..ui.geometry import Rect
from ..ui.layout import Layout
from ..ui.place import COARSE, GridPlace
from ..ui.stage import Stage
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area
from ..view.bare_grids import grids_view
from ..view.frame import ShownFrame
from ..view.places import UNKNOWN_SIZE, looks_in, shape_of

STAGE_WIDTH = 1560
"""Units that a full-HD window leaves to its stage."""
LINE = 104  # units of text of the dot product
AROUND = 0.34  # of a cell, free around a grid alone: what lies on it reaches out of it
HIGHEST = 4096  # pixels of a grid's picture
AWAY = -100_000
"""Where a grid stands that is not in the picture."""


def stage_layout(width: int, height: int, scale: int) -> Layout:
    """Return the division of a picture that is a stage and its line, words in a scale (percent)."""
    unit = min(width / STAGE_WIDTH, height / (STAGE_WIDTH * 9 / 16))
    text = unit * scale / 100
    line = round(LINE * text)
    stage = Rect(0, 0, width, height - line - round(10 * text))
    return Layout(
        size=(width, height),
        unit=unit,
        text=text,
        fold=0,
        scale=scale,
        asked=scale,
        stage=stage,
        dot=Rect(0, stage.bottom, width, line),
        transport=Rect(0, height, width, 0),
    )


def grid_place(frame: ShownFrame, what: str, width: int) -> tuple[GridPlace, tuple[int, int]]:
    """Return where a grid stands in a picture of its own of that width, and the picture's size.

    Raises FileProblem "export_no_grid" where the layer has no such grid.
    """
    rows, columns, first = _cells(frame, what)
    pitch: float = min(width / (columns + 2 * AROUND), HIGHEST / (rows + 2 * AROUND))
    pitch = pitch if pitch < COARSE else int(pitch)
    place = GridPlace(0, 0, pitch, rows, columns, first)
    high = place.rect.h + max(2, round(2 * AROUND * pitch))
    return place.changed(x=(width - place.rect.w) // 2, y=(high - place.rect.h) // 2), (width, high)


def _cells(frame: ShownFrame, what: str) -> tuple[int, int, Pair]:
    """Return how many rows and columns a grid has, and its first cell: of a size that is a secret, neither."""
    shape, pooled = shape_of(frame.side), frame.side.result.scenario.layer.pooling is not None
    stamped = frame.side.stamps is not None
    if (what == "kernel" and pooled) or (what == "products" and stamped):
        raise FileProblem("export_no_grid", grid=what)
    if what == "image":
        return *shape.image, (-shape.padding[0], -shape.padding[1])
    if what == "output":
        return *(shape.output if frame.side.sized else UNKNOWN_SIZE), (0, 0)
    return *shape.kernel, (0, 0)


def focused(frame: ShownFrame) -> ShownFrame:
    """Return the frame from which the one side is drawn that a grid is of."""
    return frame if frame.still.focus is None else frame.of(frame.still.focus)


def grid_widgets(frame: ShownFrame, what: str, place: GridPlace, size: tuple[int, int]) -> tuple[Widget, ...]:
    """Return one grid at its place, with all that moves on it, on the ground."""
    whole = Rect(0, 0, *size)
    away = GridPlace(AWAY, AWAY, 8, 1, 1)
    here = Stage(frame.layout.text, away, output=away).changed(**{what: place})
    found = _grids(frame, here)
    ground = Area(name="stage", rect=whole, role="ground")
    return (ground, *(each for each in found if each.visible.meets(whole)))


def _grids(frame: ShownFrame, places: Stage) -> tuple[Widget, ...]:
    index = list(Side).index(frame.side.side)
    moment = frame.shown.moments[index]
    if frame.side.stamps is not None:
        from ..view.stamp.compare import stamp_grids  # few layers have stamps

        return stamp_grids(frame, moment, places)
    stands = None
    if frame.side.layer is not None:
        from ..view.lanes.now import shown_lanes  # here and below: most starts show one channel and one filter
        from ..view.lanes.pooled import stands_of

        stands = stands_of(shown_lanes(frame.side, moment, frame.shown.lanes[index]).column)
    return grids_view(frame, moment, places, looks_in(frame, places), stands)
