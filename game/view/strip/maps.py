"""A card with the maps of a layer in small: up to four, of the layer in focus all that have room."""

from __future__ import annotations

import pygame

from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.widgets.base import Widget
from ...words.texts import text
from ..colours import small_colours
from ..lanes.small import SmallGrid, cell_under
from ..still import blit_run
from .card import StripCard
from .pixels import grid_surface


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
        """Draw the maps in their frames, those that meet what is drawn now."""
        theme, (x, y, _, _) = canvas.theme, self.rect
        part, whole = canvas.surface.get_clip(), None if self.values is None else self._whole(canvas)
        for index, frame in enumerate(self.frames):
            place = frame.moved(x, y)
            if not part.colliderect(place):
                continue
            canvas.rounded(place, self.px(4), theme.ground)
            if whole is None:
                canvas.text(text("predict.hidden"), *place.centre, round(place.h * 0.5), theme.now_text, True, 0.5)
            else:
                self._cells(canvas, index, whole)
            ringed = index == self.front
            line, thick = (theme.text, 2.0) if ringed else (theme.line, 1.3)
            canvas.outline(place, self.px(4), line, self.px(thick))
        if self.more and self.frames:
            last = self.frames[-1].moved(x, y)
            canvas.text(self.more, last.right + self.px(10), last.centre[1], self.more_size, theme.dim, True)

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
        (x, y, width, height), rows, columns = grid.rect, *grid.size
        corner, part = (self.rect.x + x, self.rect.y + y), (x - self.grids[0].rect.x, y - self._top, width, height)
        if made >= rows * columns or grid.scale < 1:
            canvas.surface.blit(whole, corner, part)
            return
        at = SmallGrid(grid.rect.moved(*self.rect[:2]), grid.size)
        canvas.fill(at.rect, canvas.theme.raised)
        if at.place is not None:
            blit_run(canvas.surface, whole.subsurface(part), at.place, 0, made)

    @property
    def _top(self) -> int:
        return min(grid.rect.y for grid in self.grids)

    def _whole(self, canvas: Canvas) -> pygame.Surface:
        """Return all maps in one picture, every cell made; only those are redrawn that change."""
        values = self.values or ()
        left, top = self.grids[0].rect.x, self._top
        things = (*values, Same(self.magnitude))

        def put(surface: pygame.Surface, index: int) -> None:
            grid, shades = self.grids[index], values[index].thing
            colours = small_colours(shades, self.magnitude, canvas.theme.output, canvas.theme)
            surface.blit(grid_surface(grid, colours), (grid.rect.x - left, grid.rect.y - top))

        def make() -> pygame.Surface:
            right, bottom = (max(getattr(grid.rect, end) for grid in self.grids) for end in ("right", "bottom"))
            surface = pygame.Surface((right - left, bottom - top)).convert()
            surface.fill(canvas.theme.ground)
            for index in range(len(values)):
                put(surface, index)
            return surface

        def mend(old: object, surface: pygame.Surface) -> bool:
            if not isinstance(old, tuple) or len(old) != len(things):
                return False
            for index, one in enumerate(values):
                if old[-1] != things[-1] or old[index] != one:
                    put(surface, index)
            return True

        rects = tuple([grid.rect for grid in self.grids])  # not the grids: a key is looked up many times
        return canvas.followed(("strip", self.name, self.grids[0].size, rects), things, make, mend)
