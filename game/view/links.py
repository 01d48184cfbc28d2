"""The marks of what belongs to the cell that is pointed at, in the Flat view."""

from __future__ import annotations

import pygame

from ..input.targets import GridName
from ..session.links import Framed, Links, Mark
from ..ui import shapes
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.stage import GridPlace, Stage
from ..ui.widgets.base import Widget

Pair = tuple[int, int]


class Marks(Widget, kw_only=True):
    """Outlines, or dots where cells are small, on the cells of one grid."""

    place: GridPlace
    cells: tuple[Pair, ...]
    strong: bool = False

    def draw(self, canvas: Canvas) -> None:
        """Draw a mark on each cell: `now` between two dark or light lines, so that it is seen on any gray."""
        pitch = self.place.pitch
        thickness = max(1.5, pitch * (0.06 if self.strong else 0.045))
        for row, column in self.cells:
            face = self.place.cell(row, column)
            if pitch < 10:
                canvas.fill(face, canvas.theme.now)
                continue
            if self.strong:
                whole = max(2, round(thickness))
                canvas.outline(face.inset(-whole), self.place.radius + whole, canvas.theme.now, whole)
            else:
                self._dot(canvas, face)

    def _dot(self, canvas: Canvas, face: Rect) -> None:
        """Draw a small round mark in the corner, which leaves the number free."""
        side = max(5, round(self.place.pitch * 0.18))
        theme = canvas.theme
        key = ("dot", side)

        def make() -> pygame.Surface:
            surface = shapes.painted(shapes.rounded_mask(side, side, side / 2), theme.ground)
            surface.blit(shapes.painted(shapes.rounded_mask(side, side, side / 2, inset=1.2), theme.now), (0, 0))
            return surface

        sprite = canvas.kept(key, make)
        canvas.surface.blit(sprite, (face.right - side - 2, face.y + 2))


class LinkFrame(Widget, kw_only=True):
    """One outline around a block of cells."""

    radius: float

    def draw(self, canvas: Canvas) -> None:
        """Draw the outline with a dark or light line on both sides."""
        thickness = max(2, self.px(3))
        canvas.outline(self.rect, self.radius, canvas.theme.ground, thickness + 2)
        canvas.outline(self.rect.inset(1), self.radius, canvas.theme.now, thickness)


def links(linked: Links, told: bool, places: Stage) -> tuple[Widget, ...]:
    """Return the marks of what is pointed at. An output that may not be told of has none, not even on its own cell."""
    widgets = (_drawn(mark, getattr(places, mark.role.value), places.text) for mark in linked.marks)
    secret = None if told else GridName.OUTPUT
    return tuple(
        widget
        for mark, widget in zip(linked.marks, widgets, strict=True)
        if widget is not None and mark.role is not secret
    )


def _drawn(mark: Mark | Framed, place: GridPlace, unit: float) -> Widget | None:
    """Return a mark on the place of its board; none where that is not there."""
    if isinstance(mark, Framed):
        rect = place.block(*mark.first, *mark.size)
        return LinkFrame(name=mark.name, rect=rect.inset(-2), unit=unit, radius=place.radius + 2)
    if not mark.cells or not place.pitch:
        return None
    rect = place.square(*mark.cells[0])
    for cell in mark.cells[1:]:
        rect = rect.union(place.square(*cell))
    rect = rect.inset(-max(2, round(place.pitch * 0.06)) - 1)
    return Marks(name=f"marks {mark.name}", rect=rect, place=place, cells=mark.cells, strong=mark.strong)
