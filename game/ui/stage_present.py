"""Present: the window without bars and rail, for the back row. The grids and the dot product take the whole screen.

Lengths are units of min(height ÷ 1080, width ÷ 1920) device pixels: the person's scale does not apply here.
"""

from __future__ import annotations

from functools import lru_cache

from .geometry import EMPTY, Rect
from .layout import CAPPED, Layout
from .stage import Shape, Stage, fit, grid_place

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
        asked=scale,
        top=EMPTY,
        rail=EMPTY,
        stage=stage,
        dot=Rect(side, stage.bottom, width - 2 * side, foot),
        transport=Rect(0, height - line, width, line),
        presenting=True,
    )


@lru_cache(maxsize=32)
def present_stage(area: Rect, unit: float, shape: Shape, asking: bool = False) -> Stage:
    """Return the places of the grids: each as large as the screen allows, the image first; `asking`: a question."""
    inner = Rect.of(area.x + SIDE * unit, area.y + HEAD * unit, area.w - 2 * SIDE * unit, area.h - HEAD * unit)
    least = (ASKING if asking else OUTPUT) * unit
    image, kernel, output = _pitches(inner, unit, shape, least, inner.h - (QUESTION * unit if asking else 0))
    second = inner.x + image * shape.image[1] + GAPS[0] * unit
    third = second + max(kernel * shape.kernel[1], 180 * unit) + GAPS[1] * unit
    slack = max(0.0, inner.right - third - max(output * shape.output[1], least))
    second, third = second + slack * 0.4, third + slack * 0.8
    low = inner.y + kernel * shape.kernel[0] + BETWEEN * unit
    places = (
        grid_place(inner.x, inner.y, image, shape.image, shape.padding),
        grid_place(second, inner.y, kernel, shape.kernel),
        grid_place(second, low, kernel, shape.kernel),
        grid_place(third, inner.y, output, shape.output),
    )
    arrow_x = second + kernel * shape.kernel[1]
    note_y = places[3].rect.bottom + 36 * unit
    return Stage(
        unit * LARGER,
        *places,
        (places[0].rect, places[1].rect, places[2].rect, places[3].rect),
        arrow=Rect.of(arrow_x, places[2].rect.centre[1] - 60 * unit, third - arrow_x, 120 * unit),
        note=Rect.of(third, note_y, inner.right - third, max(0.0, inner.bottom - note_y)),
    )


def _pitches(inner: Rect, unit: float, shape: Shape, least: float, high: float) -> tuple[int, int, int]:
    """Return the pitches of image, kernel and output; `least`: of the output's column's width, `high`: its height.

    The image has the height; kernel and output are larger than it where there is width, and at least as large while
    their height allows it.
    """
    usable = inner.w - sum(GAPS) * unit
    kernel = fit(usable * 0.25, (inner.h - BETWEEN * unit) / 2, shape.kernel, 138 * unit)
    output = fit(usable * 0.34, high, shape.output, 138 * unit)
    for image in range(fit(1e9, inner.h, shape.image, inner.h * 0.2), 0, -1):
        for ease in (1.0, 0.75, 0.5, 0.25, 0.0):
            small = max(kernel * 0.5, min(kernel, image * 1.1)), max(output * 0.5, min(output, image * 1.1))
            eased = tuple(int(low + (high - low) * ease) for low, high in zip(small, (kernel, output), strict=True))
            width = (
                image * shape.image[1]
                + max(eased[0] * shape.kernel[1], 180 * unit)
                + max(eased[1] * shape.output[1], least)
            )
            if width <= usable:
                return image, max(1, eased[0]), max(1, eased[1])
    return 1, 1, 1
