"""The small maps under the output: one for each filter, with the cells of it that stand."""

from __future__ import annotations

from functools import partial

import pygame

from ...core.grid import Grid
from ...input.intent import Intent
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.frame import SMALL, Frame
from ...ui.geometry import Rect
from ...ui.lane_places import Tile
from ...ui.place import Pair
from ...ui.themes import looking
from ...ui.widgets.base import Answer, Widget
from ...ui.widgets.stepping import Stepping
from ...words.texts import text
from ..colours import Colours, small_colours
from ..still import blit_run, block_apart, empty_surface
from .small import (
    HIGH,
    SEPARATE,
    Sheet,
    SmallGrid,
    cells_followed,
    draw_of_sheet,
    shrunk,
    small_grid,
    small_surface,
)


class SmallMap(Stepping, kw_only=True):
    """One filter's map by its shades alone, as far as it is made; a click goes to its filter.

    values: None while nobody may know the map's size. sheet: of all maps, which are drawn at once.
    """

    place: Rect
    grid: SmallGrid
    values: Same | None
    made: int
    magnitude: float
    map_look: str
    words: str
    size: int
    chosen: bool
    intents: tuple[Intent, ...]
    sheet: Sheet | None = None

    stepped = "maps"

    def activate(self) -> Answer:
        """Go to the filter."""
        return self.intents

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return where cells that stand have other values, or shades, as while an image is painted."""
        if not isinstance(before, SmallMap) or before.values is None or self.values is None:
            return super().changes(before)
        if before.changed(values=self.values, magnitude=self.magnitude, sheet=self.sheet) != self:
            return super().changes(before)
        if not self.made:
            return ()
        if before.magnitude != self.magnitude:
            return (self.grid.rect,)
        block = block_apart(before.values.thing, self.values.thing, self.values.since)
        if block is None:
            return (self.grid.rect,)
        last = -(-self.made // self.grid.size[1])  # of the rows in which a cell stands
        return self.grid.around((slice(block[0].start, min(block[0].stop, last)), block[1]))

    def draw(self, canvas: Canvas) -> None:
        """Draw the frame, the cells that stand, and the number of the filter."""
        theme, radius = canvas.theme, self.px(5)
        rect = self.place
        ground = theme.hovered if self.mood.hovered else theme.ground
        canvas.rounded(rect, radius, ground)
        if self.values is None:
            canvas.text(text("predict.hidden"), *rect.centre, round(rect.h * 0.5), theme.now_text, True, 0.5)
        else:
            self._cells(canvas, self.values)
        canvas.outline(rect, radius, theme.text if self.chosen else theme.line, self.px(2.5 if self.chosen else 1.5))
        x, y = self.rect.centre[0], (rect.bottom + self.rect.bottom) / 2
        if canvas.surface.get_clip().bottom > y - HIGH * self.size:
            canvas.text(self.words, x, y, self.size, theme.text if self.chosen else theme.dim, True, 0.5)
        self.draw_focus(canvas, rect, radius)

    def _cells(self, canvas: Canvas, values: Same) -> None:
        """Draw the cells that stand, and the others as empty ones."""
        place, surface, count = self.grid.place, canvas.surface, values.thing.size
        if place is None:
            surface.blit(self._shrunk(canvas, values), self.grid.rect[:2])
            return
        if self.sheet is not None and self.made == count:
            key, shades = ("maps", self.map_look), partial(self._colours, canvas)
            draw_of_sheet(canvas, key, self.sheet, self.grid, self.magnitude, shades)
            return
        whole = self._whole(canvas, values)
        if place.pitch < SEPARATE:
            canvas.fill(self.grid.rect, canvas.theme.raised)
        elif self.made < count:
            blit_run(surface, empty_surface(canvas, place), place, self.made, count)
        blit_run(surface, whole, place, 0, self.made)

    def _whole(self, canvas: Canvas, values: Same) -> pygame.Surface:
        """Return the map with all its cells; it is kept, since a few more of them come with each step."""

        def make() -> pygame.Surface:
            colours = self._colours(canvas, values.thing)
            return small_surface(canvas, self.grid, colours)

        key = ("small map", values, self.grid.size, self.grid.rect[2:], self.magnitude, self.map_look)
        return canvas.kept(key, make)

    def _cells_of(self, canvas: Canvas, values: Same) -> pygame.Surface:
        """Return a pixel for each cell, as if all of them stood."""
        return cells_followed(
            canvas,
            ("cells of a map", self.name, self.grid.size, self.magnitude, self.map_look),
            values,
            lambda block: self._colours(canvas, values.thing[block]),
            lambda old: block_apart(old, values.thing, values.since),
        )

    def _colours(self, canvas: Canvas, values: Grid) -> Colours:
        """Return the shades of all cells."""
        theme = looking(canvas.theme, self.map_look)
        return small_colours(values, self.magnitude, theme.output, theme)

    def _shrunk(self, canvas: Canvas, values: Same) -> pygame.Surface:
        """Return a map of more cells than there are pixels; kept while no step makes it another one."""

        def make() -> pygame.Surface:
            cells = self._cells_of(canvas, values)
            if self.made < values.thing.size:
                cells = cells.copy()
                row, column = divmod(self.made, self.grid.size[1])
                cells.fill(canvas.theme.raised, (column, row, self.grid.size[1], 1))
                cells.fill(canvas.theme.raised, (0, row + 1, *self.grid.size[::-1]))
            return shrunk(self.grid, cells)

        if 0 < self.made < values.thing.size:
            return make()
        size = self.grid.size, self.grid.rect[2:]
        if not self.made:  # one of which nothing stands is the same for all values
            return canvas.kept(("shrunk map", *size), make)

        def again(_: object, surface: pygame.Surface) -> bool:
            surface.blit(make(), (0, 0))  # in the place of the one before: those of all strokes would be kept
            return True

        return canvas.followed(("shrunk map", self.name, self.magnitude, self.map_look, *size), values, make, again)


def small_map(
    frame: Frame,
    name: str,
    tile: Tile,
    size: Pair,
    values: Same | None,
    sheet: Sheet | None,
    magnitude: float,
    map_look: str,
    words: str,
    chosen: bool,
    intents: tuple[Intent, ...],
    about: str,
) -> SmallMap:
    """Return the small map of a filter in its place, before any of its cells stands.

    size: of the map, or any while that is a secret.
    """
    return SmallMap(
        **frame.met(name, tile.rect),
        about=about,
        place=tile.picture,
        grid=small_grid(tile.picture.inset(frame.px(2)), size),
        values=values,
        sheet=sheet,
        made=0,
        magnitude=magnitude,
        map_look=map_look,
        words=words,
        size=min(frame.size(SMALL), frame.type.largest(words, tile.rect.w, True, frame.size(SMALL))),
        chosen=chosen,
        intents=intents,
    )
