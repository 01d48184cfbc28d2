"""Where the grids stand while a kernel learns, and how their numbers look: as large as the cells allow."""

from __future__ import annotations

from ...session.boards import Board
from ...session.facts.learn import LearnFacts
from ...session.learning import PARTS
from ...ui.columns import Shape
from ...ui.place import GridPlace
from ...ui.stage import NOTHING, row_under
from ...ui.stage_learn import LearnStage, learn_stage, learn_wall
from ...ui.typeface import SMALLEST_NUMBER
from ...words.numbers import AUTOMATIC
from ..frame import StillFrame
from ..numbers import NumberLook, gap_of, look_of, shown, widest

READABLE, ON_THE_WALL = 19, 32
"""Units of the font size from which on both decimals are written, in the window and in Present; else one will do."""


def learned(frame: StillFrame) -> LearnFacts:
    """Return what is learned. Raises TypeError where nothing is."""
    if frame.still.learn is None:
        raise TypeError("nothing is learned now")
    return frame.still.learn


def learn_places(frame: StillFrame, smallest: int) -> LearnStage:
    """Return the places of everything on the stage. smallest: the least font size in Present; 0 in the window.

    On the wall there is one map: the output while an update is told of that has come no further, then the error.
    """
    layout, facts, scenario = frame.layout, learned(frame), frame.side.result.scenario
    shape = Shape(scenario.padded_size, scenario.kernel_size, scenario.output_size, scenario.padding)
    cells = _cells(frame, facts, smallest or SMALLEST_NUMBER)
    if layout.presenting:
        wall = learn_wall(layout.stage, layout.unit, shape, cells)
        return wall if facts.shows >= PARTS.index("error") else wall.changed(output=wall.error, error=NOTHING)
    return learn_stage(layout.stage, layout.text, shape, cells, row_under(layout.stage, layout.text, shape.image[0]))


def _cells(frame: StillFrame, facts: LearnFacts, least: int) -> tuple[float, float, float]:
    """Return the pitches in which the widest numbers of image, kernel and maps can be read."""
    boards = frame.side.boards
    weights = shown(-boards.kernel.magnitude, boards.kernel.decimals)
    maps = shown(-facts.target.magnitude, min(1, max(facts.target.decimals, 1)))
    pixels = widest(frame.type, boards.image.widest, boards.image.decimals)
    image, kernel, each = (
        float(frame.type.width(words, least, True) + gap_of(frame.type, least) + 3) for words in (pixels, weights, maps)
    )
    return image, kernel, each


def look_on(frame: StillFrame, board: Board, place: GridPlace, smallest: int) -> NumberLook:
    """Return how the numbers of a board look: with one decimal less where they would be small else."""
    whole = look_of(frame.type, board.widest, place, board.decimals, smallest)
    if frame.still.settings.decimals is not None or board.decimals < AUTOMATIC:
        return whole
    readable = ON_THE_WALL * frame.layout.unit if frame.layout.presenting else READABLE * frame.unit
    if whole.size >= readable:
        return whole
    short = look_of(frame.type, board.widest, place, AUTOMATIC - 1, smallest)
    return short if short.size > whole.size else whole
