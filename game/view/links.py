"""Marks on cells in the Flat view: what belongs to the cell that is pointed at, and what is marked in Predict."""

from __future__ import annotations

import pygame

from ..input.intent import GridName
from ..session.facts.shown import Marked
from ..session.links import Framed, Links, Mark
from ..ui import shapes
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.stage import Stage
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


class MarkedPixels(Widget, kw_only=True):
    """Marked pixels: an outline in `now` between two of the ground; wrong ones are crossed out once that is told."""

    place: GridPlace
    cells: tuple[Pair, ...]
    wrong: frozenset[Pair]

    def draw(self, canvas: Canvas) -> None:
        """Draw the marks."""
        theme, pitch = canvas.theme, self.place.pitch
        thick = max(2, round(pitch * 0.08))
        for cell in self.cells:
            face = self.place.cell(*cell)
            if pitch < 10:
                canvas.fill(face, theme.negative if cell in self.wrong else theme.now)
                continue
            canvas.outline(face, self.place.radius, theme.ground, thick + 2)
            canvas.outline(face.inset(1), self.place.radius, theme.now, thick)
            side = round(pitch * 0.36)
            if cell in self.wrong:
                plate = face.centred(side + 4, side + 4)
                canvas.rounded(plate, plate.h / 2, theme.ground)
                canvas.icon("x", face.centred(side, side), theme.negative_text)


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
    found = marks(mark.name, place, mark.cells, mark.strong)
    return found[0] if found else None


def marks(name: str, place: GridPlace, cells: tuple[Pair, ...], strong: bool = True) -> tuple[Widget, ...]:
    """Return marks on some cells of a place; none where that is not there."""
    if not cells or not place.pitch:
        return ()
    rect = place.square(*cells[0])
    for cell in cells[1:]:
        rect = rect.union(place.square(*cell))
    rect = rect.inset(-max(2, round(place.pitch * 0.06)) - 1)
    return (Marks(name=f"marks {name}", rect=rect, place=place, cells=cells, strong=strong),)


def marked_pixels(marked: Marked | None, place: GridPlace) -> tuple[Widget, ...]:
    """Return the marks, if there are any, on the image's place."""
    if marked is None or not place.pitch:
        return ()
    rect = Rect(*place.cell(*marked.cells[0]))
    for cell in marked.cells[1:]:
        rect = rect.union(place.cell(*cell))
    return (MarkedPixels(name="marked pixels", rect=rect, place=place, cells=marked.cells, wrong=marked.wrong),)
