"""Coverage while stamps are shown: how many stamps meet in each cell of the whole map."""

from __future__ import annotations

from functools import lru_cache

import pygame

from ...core.grid import Grid, frozen
from ...session.facts.stamps import StampSide
from ...ui.canvas import Canvas
from ...ui.frame import BODY, Frame
from ...ui.geometry import Rect
from ...ui.place import GridPlace
from ...ui.stage import Stage
from ...ui.typeface import Typeface
from ...ui.widgets.base import Widget
from ..colours import shade_colours
from ..coverage import CoverageLegend
from ..numbers import NumberLook, look_of
from ..still import cells_surface, write_numbers
from .card import StampCard
from .map_picture import SMALL, draw_cut, is_kept


@lru_cache(maxsize=2)
def counts_of(side: StampSide) -> Grid:
    """Return how many stamps of one channel meet in each cell of the whole map, as a grid of numbers; remembered."""
    return frozen(side.stamping.counts)


class StampCounts(Widget, kw_only=True):
    """The whole map with the counts: the more stamps, the fuller the tone; what is cut off is hatched."""

    place: GridPlace
    stamps: StampSide
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture."""
        scenario = self.stamps.scenario
        key = ("stamp counts", scenario.walk, self.place, self.look)
        canvas.surface.blit(canvas.kept(key, lambda: self._picture(canvas)), self.rect[:2])

    def _picture(self, canvas: Canvas) -> pygame.Surface:
        counts, place = counts_of(self.stamps), self.place
        colours = shade_colours(counts, float(counts.max()), canvas.theme.coverage, canvas.theme)
        surface = cells_surface(canvas, place, colours)
        on = canvas.onto(surface)
        write_numbers(on, place, counts, colours, self.look, (0, 0))
        if place.pitch >= SMALL:
            for row in range(place.rows):
                for column in range(place.columns):
                    if not is_kept(self.stamps, row, column):
                        draw_cut(on, place, (row, column), str(int(counts[row, column])), self.look)
        return surface


class StampOutline(StampCard, kw_only=True):
    """The card as an outline: the counts are seen through it."""

    def _shadow(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw none: it would lie on the numbers."""

    def _cells(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw none, for the same reason."""


def stamp_counts_on(typeface: Typeface, side: StampSide, place: GridPlace, smallest: int) -> StampCounts:
    """Return the counts of a side, in the place of its map."""
    look = look_of(typeface, counts_of(side), place, 0, smallest)
    return StampCounts(name="grid output", rect=place.rect, place=place, stamps=side, look=look)


def counts_legend(frame: Frame, side: StampSide, places: Stage) -> tuple[Widget, ...]:
    """Return the scale of the counts in the place of the map's legend."""
    place = places.legend
    if not place.h:
        return ()
    rect = Rect(place.x, place.y, min(place.w, frame.px(260)), frame.px(34))
    high = str(int(counts_of(side).max()))
    return (CoverageLegend(name="coverage legend", rect=rect, unit=frame.unit, high=high, size=frame.size(BODY)),)
