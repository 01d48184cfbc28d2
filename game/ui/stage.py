"""Where the four grids and their titles stand on the stage.

A wide stage has them from left to right, the way the arithmetic runs: source image, kernel over products, output
feature map. A tall one has the image above and the other three below it. Cells are square, and as large as fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import floor
from typing import TYPE_CHECKING

from ..value import Value
from .columns import Columns, Pitches, Shape, fit
from .geometry import EMPTY, Rect
from .layout import MARGIN, below_titles, grids_height
from .place import GridPlace, Pair

if TYPE_CHECKING:
    from .plane import Point

NOTHING = GridPlace(0, 0, 0, 0, 0)

PANE_MARGIN = 10
"""Units of text from the stage's edge to the panes of Compare."""


class Stage(Value):
    """The places of everything on the stage, in device pixels; what has no room is empty."""

    text: float
    image: GridPlace
    kernel: GridPlace = NOTHING
    products: GridPlace = NOTHING
    output: GridPlace = NOTHING
    ends: tuple[int, ...] = ()  # of image, kernel, products, output: as far to the right as titles may reach
    stacked: bool = False  # sizes stand under the titles, not beside them
    arrow: Rect = EMPTY  # between products and output
    times: Rect = EMPTY  # "× patch", between kernel and products
    legend: Rect = EMPTY
    note: Rect = EMPTY
    brush: Rect = EMPTY  # under the image

    def px(self, units: float) -> int:
        """Return a length given in units of text, in device pixels."""
        return max(1, round(units * self.text))


def stood(
    text: float, shape: Shape, pitches: Iterable[int], corners: Sequence[Point], widths: Iterable[float] = ()
) -> Stage:
    """Return the places of image, kernel, products and output at these corners, in columns of these widths."""
    sizes = shape.image, shape.kernel, shape.kernel, shape.output
    image, kernel, products, output = (
        GridPlace(round(x), round(y), pitch, *size) if pitch else NOTHING
        for (x, y), pitch, size in zip(corners, pitches, sizes, strict=True)
    )
    ends = tuple(floor(x + width + 0.5) for (x, _), width in zip(corners, widths, strict=False))
    image = image.changed(first=(-shape.padding[0], -shape.padding[1]))
    return Stage(text, image, kernel, products, output, ends)


def stood_alone(text: float, shape: Shape, pitch: int, area: Rect) -> Stage:
    """Return the place of the source image in the middle of an area."""
    whole = area.centred(pitch * shape.image[1], pitch * shape.image[0])
    return stood(text, shape, (pitch, 0, 0, 0), [whole[:2]] * 4, (max(whole.w, BESIDE[0] * text), 0, 0, 0))


def stood_in(columns: Columns, pitches: Pitches, text: float) -> tuple[Stage, float, float]:
    """Return the places in three columns, and where those of kernel and output begin."""
    (image, kernel, output), (first, second, third) = pitches, columns.widths(pitches)
    corners = columns.corners(pitches)
    found = stood(text, columns.shape, (image, kernel, kernel, output), corners, (first, second, second, third))
    return found, corners[1][0], corners[3][0]


ROW, ROW_GAP, ROW_WIDTH = 44, 9, 400
"""Units of text of the row of the brush under the image: its height, the gap above it, and its width."""
COLOUR_ROW_WIDTH = 530  # with red, green and blue
ROW_SHARE = 0.14  # of the grids' height, that the row takes at most; else it stands in the rail
SMALL = 8  # device pixels of a pixel, below which the image keeps its size, if the row would take a seventh of it


def row_under(area: Rect, text: float, rows: int) -> float:
    """Return the device pixels that the brush's row takes under an image of so many rows; 0 where it has no room."""
    height = grids_height(area, text)
    taken = (ROW + ROW_GAP - MARGIN / 2) * text  # it reaches into the margin below
    before, after = (fit(1e9, high, (rows, 1)) for high in (height, height - taken))
    small = before < SMALL and after < before * (1 - ROW_SHARE)
    return 0.0 if small or taken > ROW_SHARE * height else taken


@lru_cache(maxsize=64)
def stage(
    area: Rect,
    text: float,
    shape: Shape,
    alone: bool = False,
    below: float = 0.0,
    row: float = 0.0,
    asking: bool = False,
) -> Stage:
    """Return the places on a stage; `alone` shows the source image and nothing else. `row`: see `row_under`.

    `below`: units of text that are kept free under the output's legend, as far as there is room; with PANEL_WIDTH.
    asking: a question stands there, so that the output's cells come before its legend.
    """
    inner = below_titles(area, text)
    if alone:
        free = area.inset(6)
        free = Rect.of(free.x, free.y, free.w, free.h - row)
        found = stood_alone(text, shape, fit(free.w, free.h, shape.image), free)
    elif area.h >= area.w:
        found = _tall(inner, text, shape, min(below * text, inner.h * 0.25), row)
    else:
        found = _wide(inner, text, shape, min(below * text, inner.h * 0.55), row, asking)
    if not row:
        return found
    image, wide = found.image.rect, found.ends[0] - found.image.x + 36 * text
    return found.changed(brush=Rect.of(image.x, image.bottom + ROW_GAP * text, min(ROW_WIDTH * text, wide), ROW * text))


INLINE = 1180  # units of width from which on sizes stand beside the titles, not below: whatever the grids' sizes
STACKED = (300, 150, 250)  # units that the columns need where the sizes stand below the titles
BESIDE = (450, 190, 345)  # and where they stand beside them, whatever the sizes are
PANEL_WIDTH = 400  # units of width that a panel under the output needs
PREDICT_ROOM = 292  # units under the legend that Predict's panel takes with its margin
BETWEEN = 104  # units from the kernel to the products
LEGEND = 66  # units below the output for its legend


SEEN = 34  # units of a cell of the output, below which the room of its legend is its own, beside a question
NUMBERS = 31  # device pixels of a cell that holds a number with two decimals


def _wide(area: Rect, text: float, shape: Shape, below: float, row: float, asking: bool) -> Stage:
    """Return the places on a wide stage. At ease kernel and output are as large as they look well.

    That they are as far as the image is still large: nearly as large as its height allows; or large enough for numbers,
    where that is to be had; else not much smaller than it could be.
    """
    gaps, stacked = (60 * text, 92 * text), area.w < INLINE * text
    room = area.w - sum(gaps)
    image, kernel, output = (units * text for units in (STACKED if stacked else BESIDE))
    if below:
        output = max(output, min(PANEL_WIDTH * text, room * 0.34))
    tallest = fit(1e9, area.h - row, shape.image, area.h * 0.2)
    most_kernel = fit(room * 0.2, (area.h - BETWEEN * text) / 2, shape.kernel, area.h * 0.14)
    most_output = fit(room * 0.33, area.h - LEGEND * text - below, shape.output, area.h * 0.165)
    scale = not asking or most_output >= SEEN * text
    if not scale:  # what is asked about is seen, rather than how its shades go on
        most_output = fit(room * 0.33, area.h - below, shape.output, area.h * 0.165)

    def others(image: int, ease: float) -> Pair:
        kernel = min(most_kernel, max(image, int(room * 0.11 / shape.kernel[1])))
        output = min(most_output, max(image, int(room * 0.2 / shape.output[1])))
        return round(kernel + (most_kernel - kernel) * ease), round(output + (most_output - output) * ease)

    def enough(largest: int) -> float:
        return min(0.95 * tallest, NUMBERS if largest >= NUMBERS else 0.85 * largest)

    columns = Columns(area, shape, (image, kernel, output), gaps, BETWEEN * text, tallest, others, 0.5)
    pitches = columns.best((1.0, 0.8, 0.6, 0.4, 0.2), enough)
    found, second, third = stood_in(columns, pitches, text)
    kernel_rect, width = found.kernel.rect, columns.widths(pitches)[1]
    arrow_x = second + max(kernel_rect.w, 130 * text)
    arrow = Rect.of(arrow_x, found.products.rect.centre[1] - 50 * text, third - arrow_x, 100 * text)
    times = Rect.of(second, kernel_rect.bottom, width + 60 * text, 62 * text)
    return with_words(found.changed(stacked=stacked, arrow=arrow, times=times), area.bottom, scale)


def _tall(area: Rect, text: float, shape: Shape, panel: float, row: float) -> Stage:
    middle, legend, gap = 84 * text + row, LEGEND * text, 96 * text
    below = (area.h - middle - legend) * 0.36 + panel * 0.5
    image = fit(area.w, area.h - middle - legend - below, shape.image)
    low = area.y + image * shape.image[0] + middle
    usable, room = area.w - gap - gap, area.bottom - legend - low
    kernel = fit(usable * 0.28, room, shape.kernel, area.h * 0.1)
    width = max(kernel * shape.kernel[1], 130 * text)
    output = fit(usable - 2 * width, max(1.0, room - panel), shape.output, area.h * 0.12)
    second = area.x + width + gap
    third = second + width + gap
    corners = (area.x, area.y), (area.x, low), (second, low), (third, low)
    widths = max(image * shape.image[1], 300 * text), width, width, max(0.0, area.right - third)
    found = stood(text, shape, (image, kernel, kernel, output), corners, widths)
    kernel_rect, products = found.kernel.rect, found.products.rect
    arrow_x = second + products.w
    arrow = Rect.of(arrow_x, products.centre[1] - 50 * text, third - arrow_x, 100 * text)
    times = Rect.of(kernel_rect.right, kernel_rect.centre[1] - 50 * text, gap, 100 * text)
    found = with_words(found.changed(stacked=True, arrow=arrow, times=times), area.bottom)
    if not panel:
        return found
    top = max(found.note.y, round(area.bottom - panel))
    return found.changed(note=Rect.of(area.x, top, area.w, max(0, area.bottom - top)))


def with_words(found: Stage, bottom: int, scale: bool = True) -> Stage:
    """Add legend and note under the output, where there is room for them; `scale`: there is a legend."""
    output, text = found.output.rect, found.text
    if not scale:
        top = output.bottom + round(22 * text)
        return found.changed(note=Rect(output.x, top, found.ends[3] - output.x, max(0, bottom - top)))
    legend = Rect.of(output.x, output.bottom + 18 * text, max(output.w, round(250 * text)), 48 * text)
    note_y = legend.bottom + round(22 * text)
    note = Rect(output.x, note_y, found.ends[3] - output.x, max(0, bottom - note_y))
    return found.changed(legend=legend, note=note)
