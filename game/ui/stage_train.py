"""Present while a network learns: the digit and what it is read as at the left, how it goes and kernels at the right.

Lengths are units of min(height ÷ 1080, width ÷ 1440) device pixels: a beamer's 4 : 3 has as large a type as its height
allows.
"""

from __future__ import annotations

from functools import lru_cache

from ..value import Value
from .columns import fit
from .geometry import EMPTY, Rect
from .place import GridPlace, Pair

LEAST = 33
"""Font size of the smallest words and numbers: 23 device pixels at 1024 × 768, 33 at 1920 × 1080."""
LARGE, MOST = 40, 60
"""Of titles; of what is told of learning, at most."""
SIDE, TOP, FOOT = 34, 26, 26
"""Units free at both sides, above and below."""
LEFT, MOST_LEFT, BETWEEN = 330, 440, 50
"""Widths: of the left column at least and at most, and free beside it."""
LEFT_SHARE = 0.22
"""The share of the width that it has between these."""
READ, TOLD, AXIS, TITLE, BUTTONS = 74, 72, 50, 54, 62
"""Heights: of what is read, of what is told over the line, of what stands under it, of a title, of the buttons."""
IMAGE, ROW = 330, 56
"""Heights at most: of the image, and of the row of a class."""
GAP = 22
"""Units between what stands below each other."""
CELL, APART = 100, 16
"""Units of a kernel's cell at most, and between two kernels."""
KERNELS = 0.36
"""The share of the height that the kernels may have."""


class TrainStage(Value):
    """The places on the wall. unit: device pixels of a unit.

    read, image, classes: at the left. told, chart, axis, title, kernels, buttons: at the right.
    """

    unit: float
    read: Rect
    image: Rect
    classes: Rect
    told: Rect
    chart: Rect
    axis: Rect
    buttons: Rect
    title: Rect = EMPTY
    kernels: tuple[GridPlace, ...] = ()

    def size(self, units: float) -> int:
        """Return a font size given in units, in device pixels."""
        return max(9, round(units * self.unit))


@lru_cache(maxsize=8)
def train_stage(area: Rect, height: int, kernels: int, size: Pair) -> TrainStage:
    """Return the places in an area of a screen of that height; kernels: how many of (rows, columns) there are."""
    unit = min(height / 1080, area.w / 1440)
    inner = Rect.of(area.x + SIDE * unit, area.y + TOP * unit, area.w - 2 * SIDE * unit, area.h - (TOP + FOOT) * unit)
    left = inner._replace(w=round(min(max(LEFT * unit, inner.w * LEFT_SHARE), MOST_LEFT * unit)))
    x = left.right + round(BETWEEN * unit)
    return _right(Rect(x, inner.y, inner.right - x, inner.h), _left(left, unit), kernels, size)


def _left(column: Rect, unit: float) -> TrainStage:
    """Return the places of the digit, with what it is read as above it and the classes below it."""
    read = Rect.of(column.x, column.y, column.w, READ * unit)
    side = round(min(IMAGE * unit, column.w, column.h * 0.4))
    image = Rect(column.x, read.bottom, side, side)
    low = image.bottom + round(GAP * unit)
    classes = Rect.of(column.x, low, column.w, min(10 * ROW * unit, column.bottom - low))
    return TrainStage(unit, read, image, classes, EMPTY, EMPTY, EMPTY, EMPTY)


def _right(column: Rect, places: TrainStage, count: int, size: Pair) -> TrainStage:
    """Add what tells how it goes, from the top, and the kernels with the buttons below them from the foot."""
    unit, across = places.unit, max(1, count)
    told = Rect.of(column.x, column.y, column.w, TOLD * unit)
    buttons = Rect.of(column.x, column.bottom - BUTTONS * unit, column.w, BUTTONS * unit)
    pitch = fit((column.w - (across - 1) * APART * unit) / across, column.h * KERNELS, size, CELL * unit)
    foot, found = buttons.y - GAP * unit, tuple[GridPlace, ...]()
    title = EMPTY
    if count:
        y, step = round(foot - pitch * size[0]), pitch * size[1] + APART * unit
        found = tuple(GridPlace(round(column.x + index * step), y, pitch, *size) for index in range(count))
        title = Rect.of(column.x, y - TITLE * unit, column.w, TITLE * unit)
        foot = title.y - GAP * unit / 2
    axis = Rect.of(column.x, foot - AXIS * unit, column.w, AXIS * unit)
    chart = Rect.of(column.x, told.bottom, column.w, max(1.0, axis.y - told.bottom))
    return places.changed(told=told, chart=chart, axis=axis, title=title, kernels=found, buttons=buttons)
