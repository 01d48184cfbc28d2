"""Present: the window without bars and rail, for the back row. The grids and the dot product take the whole screen.

Lengths are units of min(height ÷ 1080, width ÷ 1920) device pixels: the person's scale does not apply here.
"""

from __future__ import annotations

from functools import lru_cache

from .columns import Columns, Shape, fit
from .geometry import Rect
from .layout import CAPPED, RAIL, Layout
from .place import Pair
from .stage import Stage, stood_in

HEAD = 66  # units above the grids, for their titles
FOOT = 170  # units below them, for the dot product or the lens
LINE = 8  # units of the progress line at the very bottom
SIDE = 34  # units left and right
GAPS = (56, 88)  # units between image and kernel, and between products and output
BETWEEN = 82  # units from the kernel to the products
LARGER = 1.42  # how much larger words and controls are than in the window
OUTPUT = 345  # units, at least, of the output's column
ASKING = 640  # the same while a question stands under the output, the largest text of all
QUESTION = 480  # units of the question's height
NUMBER = 30  # font size in units of the smallest number: digits 21 units high


@lru_cache(maxsize=8)
def present_layout(width: int, height: int, scale: int) -> Layout:
    """Return the division of a window in Present."""
    unit = min(height / 1080, width / 1920)
    foot, line = round(FOOT * unit), max(3, round(LINE * unit))
    side = round(SIDE * unit)
    stage = Rect(0, 0, width, height - foot - line)
    return Layout(
        size=(width, height),
        unit=unit,
        text=unit * LARGER,
        fold=CAPPED,
        scale=scale,
        stage=stage,
        dot=Rect(side, stage.bottom, width - 2 * side, foot),
        transport=Rect(0, height - line, width, line),
        presenting=True,
    )


def with_drawer(wall: Layout) -> Layout:
    """Return the division with the rail as a drawer at the right; the grids and the line share what is left."""
    width = wall.size[0]
    wide = min(round(RAIL * wall.text), width // 2)
    return wall.changed(
        drawer=Rect(width - wide, 0, wide, wall.transport.y),
        stage=wall.stage._replace(w=width - wide),
        dot=wall.dot._replace(w=wall.dot.w - wide),
    )


def below_heads(area: Rect, unit: float) -> Rect:
    """Return where the grids stand in Present: below their titles, and away from the edges of the screen."""
    return Rect.of(area.x + SIDE * unit, area.y + HEAD * unit, area.w - 2 * SIDE * unit, area.h - HEAD * unit)


@lru_cache(maxsize=32)
def present_stage(area: Rect, unit: float, shape: Shape, asking: bool = False) -> Stage:
    """Return the places of the grids: each as large as the screen allows, the image first; `asking`: a question.

    The image has the height; kernel and output are larger than it where there is width, and at least as large while
    their height allows it.
    """
    inner = below_heads(area, unit)
    gaps, words = (GAPS[0] * unit, GAPS[1] * unit), (0.0, 180 * unit, (ASKING if asking else OUTPUT) * unit)
    room = inner.w - sum(gaps)
    most_kernel = fit(room * 0.25, (inner.h - BETWEEN * unit) / 2, shape.kernel, 138 * unit)
    most_output = fit(room * 0.34, inner.h - (QUESTION * unit if asking else 0), shape.output, 138 * unit)

    def others(image: int, ease: float) -> Pair:
        kernel, output = (max(most * 0.5, min(most, image * 1.1)) for most in (most_kernel, most_output))
        return int(kernel + (most_kernel - kernel) * ease), int(output + (most_output - output) * ease)

    tallest = fit(1e9, inner.h, shape.image, inner.h * 0.2)
    columns = Columns(inner, shape, words, gaps, BETWEEN * unit, tallest, others, 0.4)
    pitches = columns.best((1.0, 0.75, 0.5, 0.25), lambda largest: largest)
    found, second, third = stood_in(columns, pitches, unit * LARGER)
    arrow_x = second + found.kernel.rect.w
    note_y = found.output.rect.bottom + 36 * unit
    return found.changed(
        arrow=Rect.of(arrow_x, found.products.rect.centre[1] - 60 * unit, third - arrow_x, 120 * unit),
        note=Rect.of(third, note_y, inner.right - third, max(0.0, inner.bottom - note_y)),
    )
