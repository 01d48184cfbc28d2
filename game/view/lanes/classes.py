"""Present of a last layer with softmax: a row for each class, of its number, its sum and its share as a bar."""

from __future__ import annotations

from ...session.facts.layers import Lanes
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.stage_wall import LEAST, WallStage
from ...ui.themes import shade
from ...ui.typeface import Typeface
from ...ui.widgets.base import Widget
from ...value import Value
from ...words.texts import text
from ..frame import StillFrame
from ..numbers import share_words, shown
from ..places import classes_in
from ..strip.shares import best_of
from .pooled import stands_of

GAP = 0.12
"""The share of a row's height that is free between two rows."""
APART = 0.35
"""Font sizes between number, sum, bar and share."""
BAR = 0.5
"""The share of a row's height that a bar has."""


class ClassRow(Value):
    """Of one class: its sum and its share, None where they do not stand, or nobody may know them."""

    sum: float | None
    share: float | None


class WallClasses(Widget, kw_only=True):
    """All classes, one under another.

    front: the one that is being made, None where all stand. secret: its sum is asked for. best: the one with the
    largest share. magnitude: the sum that has the full hue. decimals: of the sums. wide: device pixels of a sum.
    size: font size.
    """

    rows: tuple[ClassRow, ...]
    front: int | None
    secret: bool
    best: int | None
    magnitude: float
    decimals: int
    wide: int
    size: int

    def row(self, index: int) -> Rect:
        """Return the place of a class, without what is free to the next one."""
        high = self.rect.h / len(self.rows)
        return Rect.of(self.rect.x, self.rect.y + index * high, self.rect.w, high * (1 - GAP))

    def sum_place(self, index: int) -> Rect:
        """Return the cell of a class's sum."""
        row, left = self.row(index), round(self.size * (0.62 * len(str(len(self.rows) - 1)) + APART))
        return Rect(row.x + left, row.y, self.wide, row.h)

    def bar_place(self, index: int) -> Rect:
        """Return the track of a class's bar; the number of its share stands behind it."""
        row, cell = self.row(index), self.sum_place(index)
        left = cell.right + round(self.size * APART)
        right = row.right - round(self.size * (2.75 + APART))
        high = max(3, round(row.h * BAR))
        return Rect(left, row.y + (row.h - high) // 2, max(1, right - left), high)

    def draw(self, canvas: Canvas) -> None:
        """Draw all rows."""
        for index, row in enumerate(self.rows):
            self._draw_row(canvas, index, row)

    def _draw_row(self, canvas: Canvas, index: int, row: ClassRow) -> None:
        theme, place, cell, bar = canvas.theme, self.row(index), self.sum_place(index), self.bar_place(index)
        now, best = index == self.front, index == self.best
        colour = theme.now_text if now else theme.output_text if best else theme.text
        y, radius, thick = place.centre[1], max(2, place.h // 7), max(2, place.h // 14)
        canvas.text(str(index), place.x, y, self.size, colour, True)
        ground = theme.now_quiet if now else theme.ground
        if row.sum is not None:
            ground = shade(row.sum, self.magnitude, theme.output, theme)
        canvas.rounded(cell, radius, ground)
        if row.sum is not None:
            canvas.number(shown(row.sum, self.decimals), *cell.centre, self.size, ground)
        elif now and self.secret:
            canvas.text(text("predict.hidden"), *cell.centre, self.size, theme.now_text, True, 0.5)
        if now:
            canvas.outline(cell, radius, theme.now, thick)
        elif row.sum is None:
            canvas.outline(cell, radius, theme.edge, max(1, thick // 2))
        canvas.rounded(bar, bar.h / 3, theme.neutral)
        if row.share is None:
            return
        filled = bar._replace(w=round(bar.w * row.share))
        if filled.w:
            canvas.passing(filled, min(bar.h / 3, filled.w / 2), theme.output)
        if best:
            canvas.outline(bar.inset(-thick), bar.h / 3 + thick, theme.output_text, thick)
        canvas.text(share_words(row.share), place.right, y, self.size, colour, best, 1.0)


def wall_classes(frame: StillFrame, parts: Lanes, places: WallStage) -> tuple[Widget, ...]:
    """Return the rows of all classes, as far as they stand and may be told."""
    layer = classes_in(frame)
    if layer is None:
        return ()
    told = layer.told or (1,) * len(parts.made)
    made, count = tuple(map(min, parts.made, told)), len(parts.made)
    front = None if all(parts.made) else frame.side.result.scenario.filter
    secret = frame.side.asked is not None
    sums: list[float | None] = [None] * count
    if layer.sums is not None:
        sums = [float(grid[0, 0]) if there else None for grid, there in zip(layer.sums, made, strict=True)]
    standing = stands_of(parts.column)
    if front is not None and not secret and standing is not None:
        sums[front] = standing
    shares: list[float | None] = [None] * count
    if layer.maps is not None and all(made):
        shares = [float(grid[0, 0]) for grid in layer.maps]
    stand = tuple(abs(each) for each in sums if each is not None)
    size, decimals, wide = _written(frame.type, places, max(stand, default=layer.magnitude))
    rows = WallClasses(
        name="wall classes",
        rect=places.classes,
        rows=tuple(map(ClassRow, sums, shares)),
        front=front,
        secret=secret,
        best=best_of(shares),
        magnitude=max(stand, default=0.0),
        decimals=decimals,
        wide=wide,
        size=size,
    )
    return (rows,)


def _written(face: Typeface, places: WallStage, largest: float) -> tuple[int, int, int]:
    """Return the font size of the rows, the decimals of the sums, and the width of their cells.

    largest: the magnitude of what is written; so many decimals that it has room in its part of a row.
    """
    high = places.classes.h / max(1, round(places.classes.h / max(1, places.output.pitch)))
    size = max(9, min(round(high * (1 - GAP) * 0.82), places.size(LEAST)))
    for decimals in (2, 1, 0):
        wide = face.width(shown(-largest, decimals), size, True) + round(0.4 * size)
        if wide <= places.classes.w * 0.36:
            break
    return size, decimals, wide
