"""The planes of a network's tower that are not at work: the source image, and maps as far as they are made and told."""

from __future__ import annotations

from typing import Any

import numpy as np
import pygame

from ...input.intent import GridName
from ...play.choices import HUES
from ...session.boards import Board, BoardKey
from ...session.facts.strip import StripFacts
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.frame import BODY
from ...ui.geometry import Rect
from ...ui.themes import HUES as COLOURS
from ...ui.themes import WHITE
from ...ui.widgets.base import Widget
from ...value import Value
from ...words.texts import text
from ..colours import mixed_colours, pixel_colours
from ..frame import StillFrame
from ..numbers import NumberLook
from ..still import cells_surface
from ..strip.cards import Made, cells_made
from .chain_places import LevelPlaces
from .layers import Layer, OutputLayer
from .laying import Block
from .lettering import Writing, quarters_of, texels_of
from .parts import BlankLayer
from .places import LaidGrid
from .sprites import draw_lines

Widgets = tuple[Widget, ...]
MARGIN = 4
"""Device pixels around a plane, in which its edge is drawn."""


class Edge(Widget, kw_only=True):
    """The edge of a plane; chosen: its map is the one that is being made."""

    place: LaidGrid
    chosen: bool

    def draw(self, canvas: Canvas) -> None:
        """Draw the edge."""
        draw_edge(canvas, self, self.place, self.chosen)


class StillMap(OutputLayer, kw_only=True):
    """A map of a layer by its shades alone, with its edge: no number has room there."""

    def draw(self, canvas: Canvas) -> None:
        """Draw cells and edge."""
        super().draw(canvas)
        draw_edge(canvas, self, self.place, False)


class StillImage(Layer, kw_only=True):
    """The source image, or a channel of it. channels: three of them are red, green and blue at once."""

    channels: tuple[Same, ...]

    @property
    def what(self) -> tuple[object, ...]:
        """What its flat picture depends on."""
        return "chain image", self.channels, self.board.magnitude

    def flat(self, canvas: Canvas, cells: Block, look: NumberLook) -> pygame.Surface:
        """Return a flat picture of some pixels."""
        del look
        (row, column), white = cells.first, self.board.magnitude
        part = [one.thing[row : row + cells.rows, column : column + cells.columns] for one in self.channels]
        mixed = len(part) == len(COLOURS)
        colours = mixed_colours(part, white) if mixed else pixel_colours(part[0], white, WHITE, canvas.theme.negative)
        return cells_surface(canvas, cells.changed(first=(0, 0)), colours)

    def draw(self, canvas: Canvas) -> None:
        """Draw pixels and edge."""
        super().draw(canvas)
        draw_edge(canvas, self, self.place, False)


def draw_edge(canvas: Canvas, widget: Widget, place: LaidGrid, chosen: bool) -> None:
    """Draw a fine line around a plane; around the map that is being made a bright one."""
    row, column = place.first
    corners = place.quad(row, column, place.rows, place.columns)
    lines = list(zip(corners, (*corners[1:], corners[0]), strict=True))
    theme = canvas.theme
    strokes = ((theme.ground, 4), (theme.text, 2)) if chosen else ((theme.edge, 1),)
    draw_lines(canvas, widget.rect, lines, strokes)


class Sight(Value):
    """How levels that are not at work are seen: live: the level of the layer in focus. fine: they keep still."""

    facts: StripFacts
    live: int
    made: Made
    fine: bool


def still_level(frame: StillFrame, sight: Sight, one: LevelPlaces) -> Widgets:
    """Return the planes of a level that are not at work."""
    number = one.level.number
    if number == 0:
        return _image(frame, sight, one)
    layer, live = sight.facts.layers[number - 1], number == sight.live
    maps = layer.sums if live and layer.maps is None else layer.maps  # shares stand once all sums do
    if maps is None or layer.shape is None:
        return tuple(_blank(f"level {number} map {at + 1}", grid) for at, grid in _others(one))
    cells, own = cells_made(layer, sight.made), frame.side.boards.output
    magnitude, look = (own.magnitude, own.map_look) if live else (layer.magnitude, HUES)
    return tuple(
        StillMap(
            name=f"level {number} map {index + 1}",
            **_layer_on(frame, sight, grid, maps[index], magnitude, look),
            made=cells[index],
        )
        for index, grid in ((one.level.shown[at], grid) for at, grid in _others(one))
    )


def more_of(frame: StillFrame, one: LevelPlaces) -> Widgets:
    """Return how many grids of a level have no plane, at its right end; three colours are one picture."""
    last, hidden = one.grids[-1], 0 if one.level.number == 0 and len(one.grids) == 1 else one.level.hidden
    if not hidden:
        return ()
    words, size = text("strip.more", count=hidden), frame.size(BODY)
    rect = last.bounds(0, 0, last.rows, last.columns)
    place = Rect(rect.right + frame.px(6), rect.y, frame.type.width(words, size, True), rect.h).overlap(last.clip)
    return (frame.label(f"level {one.level.number} more", place, words, size, "dim", bold=True),) if place.w else ()


def _others(one: LevelPlaces) -> tuple[tuple[int, LaidGrid], ...]:
    """Return the planes but for the one that is at work, each with its place in the row."""
    return tuple((at, grid) for at, grid in enumerate(one.grids) if at != one.level.front)


def _image(frame: StillFrame, sight: Sight, one: LevelPlaces) -> Widgets:
    """Return the source image where it is not at work: in colour in one plane, or some of its channels."""
    image, level = sight.facts.image, one.level
    whole = len(image) == len(COLOURS) and len(level.shown) == 1
    return tuple(
        StillImage(
            name=f"level 0 channel {level.shown[at] + 1}",
            **_layer_on(frame, sight, grid, image[level.shown[at]], sight.facts.white, HUES),
            channels=tuple(map(Same, image if whole else (image[level.shown[at]],))),
        )
        for at, grid in _others(one)
    )


def _layer_on(
    frame: StillFrame, sight: Sight, grid: LaidGrid, values: np.ndarray, magnitude: float, look: str
) -> dict[str, Any]:
    """Return what a plane is made from: a board without numbers."""
    key = BoardKey(frame.side.side, GridName.OUTPUT)
    size = grid.rows, grid.columns
    board = Board(key, size, (0, 0), values, values, 0, magnitude, map_look=look)
    writing = Writing(0, 0, quarters=quarters_of(grid), texels=texels_of(grid.pitch))
    rect = grid.bounds(0, 0, grid.rows, grid.columns, MARGIN).overlap(grid.clip)
    return {"rect": rect, "board": board, "place": grid, "writing": writing, "fine": sight.fine}


def _blank(name: str, grid: LaidGrid) -> BlankLayer:
    """Return a plane that nobody may know."""
    rect = grid.bounds(0, 0, grid.rows, grid.columns, MARGIN).overlap(grid.clip)
    return BlankLayer(name=name, rect=rect, place=grid)


def edge_of(place: LaidGrid, chosen: bool) -> Edge:
    """Return the edge of the plane that is at work."""
    rect = place.bounds(*place.first, place.rows, place.columns, MARGIN).overlap(place.clip)
    return Edge(name="level edge", rect=rect, place=place, chosen=chosen)
