"""A card with the maps of a layer in small: up to four, of the layer in focus all that have room."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pygame

from ...core.grid import Grid
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.themes import Theme
from ...ui.widgets.base import Widget
from ...words.texts import text
from ..colours import Colours, small_colours
from ..lanes.small import SmallGrid, cell_under, column_of
from ..still import blit_run
from .card import StripCard
from .pixels import grid_surface

RADIUS, LINE = 4, 1.3
"""Units of a frame's corners and of its line, which leaves the cells inside free."""


class MapsCard(StripCard, kw_only=True):
    """A layer's maps by their shades alone, as far as they are made.

    grids: where they stand, as if the card began at 0, 0. frames: around them. values: None while nobody may know them.
    made: how many cells of each stand. front: the map that is being made. more: "+12", of those that have no room, and
    its font size.
    """

    grids: tuple[SmallGrid, ...]
    frames: tuple[Rect, ...]
    values: tuple[Same, ...] | None
    made: tuple[int, ...]
    magnitude: float
    front: int | None = None
    more: str = ""
    more_size: int = 0

    def cell_at(self, x: float, y: float) -> tuple[int, int, int] | None:
        """Return the cell (map, row, column) under a point of the window, if it is made; None beside the maps."""
        for index, grid in enumerate(self.grids):
            at = cell_under(SmallGrid(grid.rect.moved(*self.rect[:2]), grid.size), x, y)
            if at is not None:
                return (index, *at) if at[0] * grid.size[1] + at[1] < self.made[index] else None
        return None

    def draw_inside(self, canvas: Canvas) -> None:
        """Draw the maps in their frames: those that stand as they are kept, all others one after the other."""
        theme, (x, y, _, _) = canvas.theme, self.rect
        whole = None if self.values is None else self._whole(canvas)
        ready = []
        for index, frame in enumerate(self.frames):
            if whole is not None and self._stands(index):
                ready.append((whole, (x + frame.x, y + frame.y), self._part(frame)))
            else:
                self._alone(canvas, index, whole)
        canvas.surface.blits(ready, False)
        if self.more and self.frames:
            last = self.frames[-1].moved(x, y)
            canvas.text(self.more, last.right + self.px(10), last.centre[1], self.more_size, theme.dim, True)

    def _stands(self, index: int) -> bool:
        """Tell whether all cells of a map stand, and it has no ring."""
        rows, columns = self.grids[index].size
        return index != self.front and self.made[index] >= rows * columns

    def _alone(self, canvas: Canvas, index: int, whole: pygame.Surface | None) -> None:
        """Draw a map that is being made, or that nobody may know, in its frame."""
        theme, place = canvas.theme, self.frames[index].moved(*self.rect[:2])
        if not canvas.surface.get_clip().colliderect(place):
            return
        canvas.rounded(place, self.px(RADIUS), theme.ground)
        if whole is None:
            canvas.text(text("predict.hidden"), *place.centre, round(place.h * 0.5), theme.now_text, True, 0.5)
        else:
            self._cells(canvas, index, whole)
        ringed = index == self.front
        line, thick = (theme.text, 2.0) if ringed else (theme.line, LINE)
        canvas.outline(place, self.px(RADIUS), line, self.px(thick))

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the maps that are others, or whose cells or ring are, where nothing else has changed."""
        own = {name: self.__dict__[name] for name in ("made", "front", "values", "magnitude")}
        if not isinstance(before, MapsCard) or before.changed(**own) != self:
            return super().changes(before)
        (x, y, _, _), seen = self.rect, self.visible
        each = zip(self.frames, before.looks, self.looks, strict=True)
        return tuple(frame.moved(x, y).overlap(seen) for frame, then, now in each if then != now)

    @property
    def looks(self) -> list[tuple[object, ...]]:
        """What each map looks like: its values and their scale, how many cells stand, whether it has the ring."""
        values = self.values or (None,) * len(self.frames)
        each = enumerate(zip(values, self.made, strict=True))
        return [(value, made, self.magnitude, index == self.front) for index, (value, made) in each]

    def _cells(self, canvas: Canvas, index: int, whole: pygame.Surface) -> None:
        """Draw the cells of a map that stand, out of a picture of all maps, and the others as empty ones."""
        grid, made = self.grids[index], self.made[index]
        (x, y, _, _), rows, columns = grid.rect, *grid.size
        corner, part = (self.rect.x + x, self.rect.y + y), self._part(grid.rect)
        if made >= rows * columns or grid.scale < 1:
            canvas.surface.blit(whole, corner, part)
            return
        at = SmallGrid(grid.rect.moved(*self.rect[:2]), grid.size)
        canvas.fill(at.rect, canvas.theme.raised)
        if at.place is not None:
            blit_run(canvas.surface, whole.subsurface(part), at.place, 0, made)

    def _part(self, rect: Rect) -> Rect:
        """Return where of the picture of all maps a part of the card is: it begins with the first frame."""
        return rect.moved(-self.frames[0].x, -self.frames[0].y)

    def _whole(self, canvas: Canvas) -> pygame.Surface:
        """Return all maps in their frames in one picture, every cell made; only those are redrawn that change."""
        values, ground = self.values or (), self.ground(canvas.theme)
        things = (*values, Same(self.magnitude))

        def make() -> pygame.Surface:
            right, bottom = (max(getattr(frame, end) for frame in self.frames) for end in ("right", "bottom"))
            surface = pygame.Surface((right - self.frames[0].x, bottom - self.frames[0].y)).convert()
            surface.fill(ground)
            on = canvas.onto(surface)
            for frame in self.frames:
                on.rounded(self._part(frame), self.px(RADIUS), canvas.theme.ground)
                on.outline(self._part(frame), self.px(RADIUS), canvas.theme.line, self.px(LINE))
            self._put(surface, canvas.theme, range(len(values)))
            return surface

        def mend(old: object, surface: pygame.Surface) -> bool:
            if not isinstance(old, tuple) or len(old) != len(things):
                return False
            alike = old[-1].thing == self.magnitude
            self._put(surface, canvas.theme, [at for at, one in enumerate(values) if not alike or old[at] != one])
            return True

        return canvas.followed(("strip", self.name, self.grids[0].size, self.frames, ground), things, make, mend)

    def _put(self, surface: pygame.Surface, theme: Theme, which: Sequence[int]) -> None:
        """Draw the cells of some maps in their places, of all at once."""
        if not which:
            return
        grid, values, count = self.grids[0], self.values or (), len(which)
        _, _, width, height = grid.rect
        maps, corners = (
            [values[index].thing for index in which],
            [self._part(self.grids[index].rect)[:2] for index in which],
        )

        def colours(shades: Grid) -> Colours:
            return small_colours(shades, self.magnitude, theme.output, theme)

        if grid.place is None:  # they are smoothed, and none may reach into another one
            surface.blits(
                [(grid_surface(grid, colours(one)), at) for one, at in zip(maps, corners, strict=True)], False
            )
            return
        all_of_them = grid_surface(column_of(grid, count), colours(np.concatenate(maps)))
        parts = [(0, place * height, width, height) for place in range(count)]
        surface.blits([(all_of_them, at, part) for at, part in zip(corners, parts, strict=True)], False)
