"""A card of a last layer with softmax: a column for each class, of its number, its sum and its share."""

from __future__ import annotations

from collections.abc import Sequence

from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.themes import shade
from ...ui.typeface import Typeface
from ...ui.widgets.base import Widget
from ...value import Value
from ..numbers import NEARLY_ONE, share_words, shown
from .card import StripCard

NUMBER, SUM, GAP = 0.26, 0.37, 0.03
"""Shares of the height: of a class's number, of its sum's cell, between two rows. The share has the rest."""
ALONE = 0.3
"""The share of the height that the numbers take over bars that stand up."""


def best_of(shares: Sequence[float | None]) -> int | None:
    """Return the class with the largest share; None before they stand, or while nobody may know them."""
    known = [share for share in shares if share is not None]
    return shares.index(max(known)) if known else None


class Column(Value):
    """Of one class, in device pixels as if the card began at 0, 0: its number, the cell of its sum, and its share."""

    number: Rect
    sum: Rect
    share: Rect


class Fonts(Value):
    """Font sizes of a class's number, of its sum and of its share; 0: it has no room and is not written."""

    number: int
    sum: int
    share: int


class SharesCard(StripCard, kw_only=True):
    """The sums of all classes and their shares, as far as they stand.

    sums, shares: None where one does not stand, or nobody may know it. front: the class that is being made.
    magnitude: the sum that has the full hue. decimals: of the sums. fonts: of what stands in a column.
    upright: the card is closed: shares stand up as bars, and there are no sums.
    """

    columns: tuple[Column, ...]
    sums: tuple[float | None, ...]
    shares: tuple[float | None, ...]
    front: int | None
    magnitude: float
    decimals: int
    fonts: Fonts
    upright: bool = False

    @property
    def best(self) -> int | None:
        """The class with the largest share, once the shares stand."""
        return best_of(self.shares)

    def column_at(self, x: float, y: float) -> int | None:
        """Return the class whose column is under a point of the window; None beside all of them."""
        x, y = x - self.rect.x, y - self.rect.y
        places = (each.number.union(each.sum).union(each.share) for each in self.columns)
        return next((index for index, place in enumerate(places) if place.contains(x, y)), None)

    def draw_inside(self, canvas: Canvas) -> None:
        """Draw the columns that meet what is drawn now."""
        best, part = self.best, canvas.surface.get_clip()
        for index in range(len(self.columns)):
            if part.colliderect(self._room(index)):
                self._column(canvas, index, index == best)

    def _room(self, index: int) -> Rect:
        """Return the part of the card in which a column stands, with nothing of another."""
        column, inside = self.columns[index], self.inside
        return Rect(self.rect.x + column.number.x, inside.y, column.number.w, inside.h)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the columns that have changed, where nothing else has."""
        own = {"sums": self.sums, "shares": self.shares, "front": self.front}
        if not isinstance(before, SharesCard) or before.changed(**own) != self:
            return super().changes(before)
        pairs = enumerate(zip(before.classes, self.classes, strict=True))
        return tuple(self._room(index).overlap(self.visible) for index, (then, now) in pairs if then != now)

    @property
    def classes(self) -> list[tuple[float | None, float | None, bool]]:
        """What each column shows: sum and share, and whether it is being made."""
        each = enumerate(zip(self.sums, self.shares, strict=True))
        return [(*numbers, index == self.front) for index, numbers in each]

    def _column(self, canvas: Canvas, index: int, best: bool) -> None:
        theme, column, (x, y, _, _) = canvas.theme, self.columns[index], self.rect
        front = index == self.front
        stands = self.sums[index] is not None or self.shares[index] is not None
        colour = theme.now_text if front else theme.output_text if best else theme.text if stands else theme.dim
        canvas.text(str(index), *column.number.moved(x, y).centre, self.fonts.number, colour, True, 0.5)
        if not self.upright:
            self._sum(canvas, column.sum.moved(x, y), self.sums[index], front)
        self._share(canvas, column.share.moved(x, y), self.shares[index], best)

    def _sum(self, canvas: Canvas, place: Rect, value: float | None, front: bool) -> None:
        theme, radius = canvas.theme, self.px(4)
        if value is not None:
            ground = shade(value, self.magnitude, theme.output, theme)
            canvas.passing(place, radius, ground)
            if self.fonts.sum:
                canvas.number(shown(value, self.decimals), *place.centre, self.fonts.sum, ground)
        if front:
            if value is None:
                canvas.rounded(place, radius, theme.now_quiet)
            canvas.outline(place, radius, theme.now, self.px(2.5))
        elif value is None:
            canvas.outline(place, radius, theme.line, self.px(1.5))

    def _share(self, canvas: Canvas, place: Rect, share: float | None, best: bool) -> None:
        """Draw a share as a bar, and over one that lies its number."""
        theme, size = canvas.theme, self.fonts.share
        if not self.upright:
            low = max(3, round(place.h * (BAR if size else 1)))
            if share is not None and size:
                x, y = place.centre[0], (place.y + place.bottom - low) / 2
                canvas.text(share_words(share), x, y, size, theme.output_text if best else theme.text, best, 0.5)
            place = Rect(place.x, place.bottom - low, place.w, low)
        radius = min(self.px(4), place.w // 2, place.h // 2)
        canvas.rounded(place, radius, theme.neutral)
        if share is None:
            return
        part = Rect(place.x, place.y, round(place.w * share), place.h)
        if self.upright:
            high = round(place.h * share)
            part = Rect(place.x, place.bottom - high, place.w, high)
        if part.w and part.h:
            canvas.passing(part, min(radius, part.w / 2, part.h / 2), theme.output)


BAR = 0.26
"""The share of its row that the bar takes under its number."""


def columns_in(inside: Rect, count: int, gap: int, upright: bool) -> tuple[Column, ...]:
    """Return the places of so many columns in what is free under a card's words, with a gap between two."""
    wide, found = (inside.w + gap) / count, []
    for index in range(count):
        left, right = round(inside.x + index * wide), round(inside.x + (index + 1) * wide) - gap
        high, y = inside.h, inside.y
        first = ALONE if upright else NUMBER
        number = Rect.of(left, y, right - left, high * first)
        cell = Rect.of(left, y + high * first, right - left, 0 if upright else high * SUM)
        low = cell.bottom + (0 if upright else high * GAP)
        found.append(Column(number, cell, Rect.of(left, low, right - left, inside.bottom - low)))
    return tuple(found)


LEAST_FONT = 11
"""Device pixels of the smallest numbers in a column."""


def fonts_of(typeface: Typeface, column: Column, sums: Sequence[float], count: int, most: int) -> tuple[int, Fonts]:
    """Return with how many decimals sums are written in a column, and its font sizes, at most so large.

    sums: their magnitudes; a sign has room before each.
    """
    highs = (
        int(rect.h * TALL) for rect in (column.number, column.sum, column.share.inset(0, column.share.h * BAR / 2))
    )
    number, high, low = (min(most, each) for each in highs)
    share = typeface.largest(share_words(NEARLY_ONE), column.share.w, True, low)
    number = typeface.largest(str(count - 1), column.number.w, True, number)
    for decimals in (2, 1, 0):
        texts = {shown(-value, decimals) for value in sums} or {"0"}
        size = min(typeface.largest(each, column.sum.w - 4, True, high) for each in texts)
        if size >= LEAST_FONT:
            return decimals, Fonts(number, size, share if share >= LEAST_FONT else 0)
    return 0, Fonts(number, 0, share if share >= LEAST_FONT else 0)


TALL = 0.85
"""The most of its row's height that a font size is."""
