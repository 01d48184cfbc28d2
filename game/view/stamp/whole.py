"""The whole map while stamps are laid: empty cells, partial sums, finished ones, and what is cut off."""

from __future__ import annotations

import pygame

from ...core.grid import Region
from ...core.stamping import Standing
from ...core.stamps import cells_of, stamp_at
from ...play.stamp_moment import StampStep
from ...session.facts.stamps import StampSide
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.place import GridPlace, Pair
from ...ui.widgets.base import Widget
from ..numbers import NumberLook
from .map_picture import apart, blank_picture, draw_cells


class WholeMap(Widget, kw_only=True):
    """The map of the filter in front, with what of the stamp has been added.

    landed: how many of its products, in row order. told: the cells that are finished by it are.
    """

    place: GridPlace
    stamps: StampSide
    step: StampStep
    landed: int
    told: bool
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Draw what stood before the stamp, and over it the cells to which something has been added."""
        canvas.surface.blit(self._picture(canvas, "before", self.step.before), self.rect[:2])
        if not self.landed:
            return
        after = self._picture(canvas, "after", self.step.after if self.told else self.step.landed)
        if self.told and self.step.closes:
            canvas.surface.blit(after, self.rect[:2])
            return
        for square in self._squares(self.step, 0, self.landed):
            part = square.moved(-self.rect.x, -self.rect.y)
            canvas.surface.blit(after, square[:2], part)

    def _picture(self, canvas: Canvas, name: str, standing: Standing) -> pygame.Surface:
        """Return the whole map, kept from step to step: only what a stamp has changed is drawn anew."""
        side, place, look = self.stamps, self.place, self.look

        def mend(old: object, surface: pygame.Surface) -> bool:
            block = apart(old, standing)
            if block is None:
                return False
            ready = canvas.cache.drawn((canvas.theme.name, *key("after")), Same(standing))
            if ready is None or name == "after":
                draw_cells(canvas.onto(surface), place, side, standing, look, block)
                return True
            part = GridPlace(0, 0, place.pitch, place.rows, place.columns).block_of(block)
            surface.fblits([(ready.subsurface(area), area[:2]) for area in part])  # what a stamp left, the next finds
            return True

        def make() -> pygame.Surface:
            surface = blank_picture(canvas, place, side)
            draw_cells(canvas.onto(surface), place, side, standing, look)
            return surface

        def key(name: str) -> tuple[object, ...]:
            board = side.boards.output
            shades = board.magnitude, board.clipped, board.map_look
            return ("stamps", name, place, board.decimals, *shades, look, *map(str, side.kept))

        return canvas.followed(key(name), Same(standing), make, mend)

    def _squares(self, step: StampStep, first: int, last: int) -> tuple[Rect, ...]:
        """Return the squares of the cells under a stamp's weights first … last − 1, in row order."""
        rows, columns = cells_of(self.stamps.scenario, step.stamp.pixel)
        across = range(columns.start, columns.stop, columns.step)
        cells = [(row, column) for row in range(rows.start, rows.stop, rows.step) for column in across]
        return tuple(self.place.square(*cell) for cell in cells[first:last])

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the cells to which something has been added since, or that are finished now."""
        now = self
        if not isinstance(before, WholeMap) or before.changed(step=now.step, landed=now.landed, told=now.told) != now:
            return super().changes(before)
        if before.step is now.step:
            if now.step.closes and before.told is not now.told:
                return super().changes(before)
            fewer, more = sorted((before.landed, now.landed))
            return self._squares(now.step, 0 if before.told is not now.told else fewer, more)
        if before.step.closes or now.step.closes:
            return super().changes(before)
        steps = before.step.step, now.step.step
        if abs(steps[1] - steps[0]) > FEW or before.step.stamp.filter != now.step.stamp.filter:
            return super().changes(before)
        scenario = self.stamps.scenario
        between = (stamp_at(scenario, step).pixel for step in range(min(steps), max(steps) + 1))
        return tuple(self._block(cells_of(scenario, pixel)) for pixel in between)

    def _block(self, cells: Region) -> Rect:
        rows, columns = cells
        size: Pair = (rows.stop - rows.start, columns.stop - columns.start)
        return self.place.block(rows.start, columns.start, *size)


FEW = 3
"""Steps between two pictures up to which each stamp's own area is drawn anew."""
