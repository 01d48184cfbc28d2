"""Where the four grids and their titles stand on the stage.

A wide stage has them from left to right, the way the arithmetic runs: source image, kernel over products, output
feature map. A tall one has the image above and the other three below it. Cells are square, and as large as fits.
"""

from __future__ import annotations

from functools import lru_cache

from ..value import Value
from .geometry import EMPTY, Rect
from .layout import MARGIN, TOP, between_edges, grids_height
from .place import GridPlace, Pair

NOTHING = GridPlace(0, 0, 0, 0, 0)

PANE_MARGIN = 10
"""Units of text from the stage's edge to the panes of Compare."""


class Stage(Value):
    """The places of everything on the stage, in device pixels; what has no room is empty."""

    text: float
    image: GridPlace
    kernel: GridPlace
    products: GridPlace
    output: GridPlace
    columns: tuple[Rect, Rect, Rect, Rect]  # image, kernel, products, output: the width that titles may take
    stacked: bool = False  # sizes stand under the titles, not beside them
    arrow: Rect = EMPTY  # between products and output
    times: Rect = EMPTY  # "× patch", between kernel and products
    legend: Rect = EMPTY
    note: Rect = EMPTY
    brush: Rect = EMPTY  # under the image

    def px(self, units: float) -> int:
        """Return a length given in units of text, in device pixels."""
        return max(1, round(units * self.text))


class Shape(Value):
    """The sizes that decide the stage: (rows, columns) of the padded image, the kernel and the output."""

    image: Pair
    kernel: Pair
    output: Pair
    padding: Pair


ROW, ROW_GAP, ROW_WIDTH = 44, 9, 400
"""Units of text of the row of the brush under the image: its height, the gap above it, and its width."""
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
def stage(area: Rect, text: float, shape: Shape, alone: bool = False, below: float = 0.0, row: float = 0.0) -> Stage:
    """Return the places on a stage; `alone` shows the source image and nothing else. `row`: see `row_under`.

    `below`: units of text that are kept free under the output's legend, as far as there is room; with PANEL_WIDTH.
    """
    below_titles = Rect.of(area.x, area.y + TOP * text, area.w, area.h - (TOP + MARGIN) * text)
    inner = between_edges(below_titles, text)
    if alone:
        return _alone(area.inset(6), text, shape, row)
    if area.h >= area.w:
        return _tall(inner, text, shape, min(below * text, inner.h * 0.25), row)
    return _wide(inner, text, shape, min(below * text, inner.h * 0.55), row)


def fit(width: float, height: float, size: Pair, cap: float = 1e9) -> int:
    """Return the largest whole pitch at which a grid of that size fits."""
    return max(1, int(min(width / size[1], height / size[0], cap)))


class _Room(Value):
    """What three grids beside each other may take: the width of all, the height of the grids, and what titles need."""

    width: float
    height: float
    text: float
    shape: Shape
    stacked: bool
    below: float
    row: float

    @property
    def tallest_image(self) -> int:
        """The image's pitch when only the height limits it."""
        return fit(1e9, self.height - self.row, self.shape.image, self.height * 0.2)

    def pitches(self, ease: float) -> tuple[int, int, int]:
        """Return the pitches of image, kernel and output that fill the width.

        With ease 1 kernel and output are as large as they look well; with 0 they are hardly larger than the image,
        which so becomes as large as it can.
        """
        for image in range(self.tallest_image, 0, -1):
            kernel, output = self._others(image, ease)
            if self.taken(image, kernel, output) <= self.width:
                return image, kernel, output
        return 1, 1, 1

    def _others(self, image: int, ease: float) -> tuple[int, int]:
        kernel = fit(self.width * 0.2, (self.height - BETWEEN * self.text) / 2, self.shape.kernel, self.height * 0.14)
        high = self.height - LEGEND * self.text - self.below
        output = fit(self.width * 0.33, high, self.shape.output, self.height * 0.165)
        least_kernel = min(kernel, max(image, int(self.width * 0.11 / self.shape.kernel[1])))
        least_output = min(output, max(image, int(self.width * 0.2 / self.shape.output[1])))
        return round(least_kernel + (kernel - least_kernel) * ease), round(
            least_output + (output - least_output) * ease
        )

    def widths(self, image: int, kernel: int, output: int) -> tuple[float, float, float]:
        """Return the columns' widths at these pitches: the grids', or what their titles need."""
        words = STACKED if self.stacked else BESIDE
        pitches = (image * self.shape.image[1], kernel * self.shape.kernel[1], output * self.shape.output[1])
        least = [units * self.text for units in words]
        if self.below:
            least[2] = max(least[2], min(PANEL_WIDTH * self.text, self.width * 0.34))
        first, second, third = (max(pair) for pair in zip(pitches, least, strict=True))
        return first, second, third

    def taken(self, image: int, kernel: int, output: int) -> float:
        """Return the width of all three columns."""
        return sum(self.widths(image, kernel, output))


INLINE = 1180  # units of width from which on sizes stand beside the titles, not below: whatever the grids' sizes
STACKED = (300, 150, 250)  # units that the columns need where the sizes stand below the titles
BESIDE = (450, 190, 345)  # and where they stand beside them, whatever the sizes are
PANEL_WIDTH = 400  # units of width that a panel under the output needs
PREDICT_ROOM = 292  # units under the legend that Predict's panel takes with its margin
BETWEEN = 104  # units from the kernel to the products
LEGEND = 66  # units below the output for its legend


NUMBERS = 31  # device pixels of a cell that holds a number with two decimals


def _best(room: _Room) -> tuple[int, int, int]:
    """Return the pitches: the most at ease at which the image is still large.

    That is nearly as large as its height allows; or large enough for numbers, where that is to be had; else not much
    smaller than it could be.
    """
    largest = room.pitches(0.0)[0]
    enough = min(0.95 * room.tallest_image, NUMBERS if largest >= NUMBERS else 0.85 * largest)
    for ease in (1.0, 0.8, 0.6, 0.4, 0.2):
        pitches = room.pitches(ease)
        if pitches[0] >= enough:
            return pitches
    return room.pitches(0.0)


def _wide(area: Rect, text: float, shape: Shape, below: float, row: float) -> Stage:
    gaps = (60 * text, 92 * text)
    middle = BETWEEN * text
    usable = area.w - sum(gaps)
    stacked = area.w < INLINE * text
    room = _Room(usable, area.h, text, shape, stacked, below, row)
    image, kernel, output = _best(room)
    image_width, kernel_width, output_width = room.widths(image, kernel, output)
    slack = max(0.0, usable - image_width - kernel_width - output_width)
    second = area.x + image_width + gaps[0] + slack / 2
    third = second + kernel_width + gaps[1] + slack / 2
    products_y = area.y + kernel * shape.kernel[0] + middle
    places = (
        grid_place(area.x, area.y, image, shape.image, shape.padding),
        grid_place(second, area.y, kernel, shape.kernel),
        grid_place(second, products_y, kernel, shape.kernel),
        grid_place(third, area.y, output, shape.output),
    )
    columns = (
        Rect.of(area.x, area.y, image_width, area.h),
        Rect.of(second, area.y, kernel_width, area.h),
        Rect.of(second, products_y, kernel_width, area.h),
        Rect.of(third, area.y, output_width, area.h),
    )
    arrow_x = second + max(kernel * shape.kernel[1], 130 * text)
    arrow = Rect.of(arrow_x, places[2].rect.centre[1] - 50 * text, third - arrow_x, 100 * text)
    times = Rect.of(second, places[1].rect.bottom, kernel_width + 60 * text, 62 * text)
    return _with_brush(_finished(text, places, columns, arrow, times, area.bottom, stacked), row)


def _tall(area: Rect, text: float, shape: Shape, panel: float, row: float) -> Stage:
    middle, legend = 84 * text + row, 66 * text
    below = (area.h - middle - legend) * 0.36 + panel * 0.5
    image = fit(area.w, area.h - middle - legend - below, shape.image)
    image_bottom = area.y + image * shape.image[0]
    low = image_bottom + middle
    gap = arrow_gap = 96 * text
    usable = area.w - gap - arrow_gap
    room = area.bottom - legend - low
    kernel = fit(usable * 0.28, room, shape.kernel, area.h * 0.1)
    kernel_width = max(kernel * shape.kernel[1], 130 * text)
    output = fit(usable - 2 * kernel_width, max(1.0, room - panel), shape.output, area.h * 0.12)
    second = area.x + kernel_width + gap
    third = second + kernel_width + arrow_gap
    places = (
        grid_place(area.x, area.y, image, shape.image, shape.padding),
        grid_place(area.x, low, kernel, shape.kernel),
        grid_place(second, low, kernel, shape.kernel),
        grid_place(third, low, output, shape.output),
    )
    columns = (
        Rect.of(area.x, area.y, max(image * shape.image[1], 300 * text), area.h),
        Rect.of(area.x, low, kernel_width, area.h),
        Rect.of(second, low, kernel_width, area.h),
        Rect.of(third, low, area.right - third, area.h),
    )
    arrow_x = second + kernel * shape.kernel[1]
    arrow = Rect.of(arrow_x, places[2].rect.centre[1] - 50 * text, third - arrow_x, 100 * text)
    times = Rect.of(area.x + kernel * shape.kernel[1], places[1].rect.centre[1] - 50 * text, gap, 100 * text)
    found = _with_brush(_finished(text, places, columns, arrow, times, area.bottom, stacked=True), row)
    if not panel:
        return found
    top = max(found.note.y, round(area.bottom - panel))
    return found.changed(note=Rect.of(area.x, top, area.w, max(0, area.bottom - top)))


def _with_brush(found: Stage, row: float) -> Stage:
    """Return the places with that of the brush's row under the image, where it takes some height."""
    if not row:
        return found
    image, wide = found.image.rect, found.columns[0].w + 36 * found.text
    place = Rect.of(image.x, image.bottom + ROW_GAP * found.text, min(ROW_WIDTH * found.text, wide), ROW * found.text)
    return found.changed(brush=place)


def _alone(area: Rect, text: float, shape: Shape, row: float) -> Stage:
    area = Rect.of(area.x, area.y, area.w, area.h - row)
    pitch = fit(area.w, area.h, shape.image)
    whole = area.centred(pitch * shape.image[1], pitch * shape.image[0])
    image = grid_place(whole.x, whole.y, pitch, shape.image, shape.padding)
    column = Rect.of(whole.x, whole.y, max(whole.w, BESIDE[0] * text), whole.h)
    return _with_brush(Stage(text, image, NOTHING, NOTHING, NOTHING, (column, EMPTY, EMPTY, EMPTY)), row)


def grid_place(x: float, y: float, pitch: int, size: Pair, padding: Pair = (0, 0)) -> GridPlace:
    """Return the place of a grid of that size, its corner rounded to whole pixels."""
    return GridPlace(round(x), round(y), pitch, size[0], size[1], (-padding[0], -padding[1]))


def _finished(
    text: float,
    places: tuple[GridPlace, GridPlace, GridPlace, GridPlace],
    columns: tuple[Rect, Rect, Rect, Rect],
    arrow: Rect,
    times: Rect,
    bottom: int,
    stacked: bool,
) -> Stage:
    """Add legend and note under the output, where there is room for them."""
    output = places[3].rect
    width = max(output.w, round(250 * text))
    legend = Rect.of(output.x, output.bottom + 18 * text, width, 48 * text)
    note_y = legend.bottom + round(22 * text)
    note = Rect(output.x, note_y, columns[3].right - output.x, max(0, bottom - note_y))
    return Stage(text, *places, columns, stacked, arrow, times, legend, note)
