"""Drawing the single cells of the card: a weight, a pixel with its weight, or their product."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

import numpy as np
import pygame

from ..core.grid import Grid
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.place import GridPlace
from ..ui.shapes import painted
from ..ui.themes import WHITE, Colour
from ..ui.typeface import digit_height
from ..value import Single
from .card_faces import Faces, colours_of
from .numbers import NumberLook
from .still import cell_mask, spread

if TYPE_CHECKING:
    from ..ui.described import Shapes

Kind = Literal["weights", "pairs", "products"]
Point = tuple[float, float]
Standing = tuple[int, Rect, Colour]
"""A cell, in row order, with its place and its colour."""

APART = 0.58  # of the font size: how far the two lines of a cell stand from its middle


class Cells(Single):
    """What the cells of a step are drawn with. `pairs` is the font size of pixel and weight on two lines, 0: none."""

    canvas: Canvas
    radius: float
    faces: Faces
    look: NumberLook
    pairs: int

    def grounds(self, kind: Kind) -> Grid:
        """Return the colours of cells that all show the same kind of thing, and lie still."""
        faces = self.faces
        return {"weights": faces.weight, "pairs": faces.met, "products": faces.done}[kind]

    def draw_all(self, kind: Kind, place: GridPlace, colours: Grid) -> None:
        """Draw all cells at once, side by side and without patterns, in colours of shape (cells, 3)."""
        canvas = self.canvas
        body = spread(colours.astype(np.uint8).reshape(place.rows, place.columns, 3), place).convert_alpha()
        key = ("cells", place.rows, place.columns, place.pitch)
        one = cell_mask(place, round(self.radius, 1))  # as cells are drawn that are on their way
        mask = canvas.kept(key, lambda: painted(one, WHITE, 1.0, place.columns, place.rows))
        body.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        canvas.put(canvas.described(body, partial(self._faces, place, colours)), (place.x, place.y))
        (x, y), pitch = place.cell(0, 0).centre, place.pitch
        middles = [
            (x + column * pitch, y + row * pitch) for row in range(place.rows) for column in range(place.columns)
        ]
        cells = tuple(zip(middles, colours_of(colours), strict=True))
        if kind == "pairs" and self.pairs:
            for texts, apart in zip(self._lines(), (-self.pairs * APART, self.pairs * APART), strict=True):
                self._write(texts, cells, self.pairs, apart)
        elif self.look.size:
            texts = self.faces.product_texts if kind == "products" else self.faces.weight_texts
            self._write(texts, cells, self.look.size)

    def _faces(self, place: GridPlace, colours: Grid) -> Iterable[Shapes]:
        """Say what the cells look like when they are drawn all at once."""
        from ..ui.described import Faces, cells_of  # no window is drawn so

        yield Faces(cells_of(place), round(self.radius, 1), colours_of(colours))

    def _lines(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what stands on the upper and on the lower line of cells that show pixel and weight."""
        upper = tuple(self.faces.pixel_text(index) for index in range(len(self.faces.pixels)))
        return upper, tuple("× " + text for text in self.faces.weight_texts)

    def _write(
        self, texts: tuple[str, ...], cells: tuple[tuple[Point, Colour], ...], size: int, down: float = 0.0
    ) -> None:
        numbers = ((text, x, y + down, ground) for text, ((x, y), ground) in zip(texts, cells, strict=True))
        self.canvas.numbers(numbers, size, self.look.outlined)

    def draw_still(self, kind: Kind, several: Sequence[Standing]) -> None:
        """Draw cells of one size that lie still, as `draw` draws each of them, their numbers all at once."""
        if self.canvas.theme.patterned:
            for standing in several:
                self.draw(kind, *standing, 255)
            return
        self.canvas.passing_all(((face, ground) for _, face, ground in several), self.radius)
        middles, faces = [(index, face.centre, ground) for index, face, ground in several], self.faces
        if kind == "pairs" and self.pairs:
            apart, size, outlined = self.pairs * APART, self.pairs, self.look.outlined
            upper = ((faces.pixel_text(index), x, y - apart, ground) for index, (x, y), ground in middles)
            lower = (("× " + faces.weight_texts[index], x, y + apart, ground) for index, (x, y), ground in middles)
            self.canvas.numbers((*upper, *lower), size, outlined)
        elif self.look.size:
            texts = faces.product_texts if kind == "products" else faces.weight_texts
            numbers = ((texts[index], x, y, ground) for index, (x, y), ground in middles)
            self.canvas.numbers(numbers, self.look.size, self.look.outlined)

    def draw(self, kind: Kind, index: int, face: Rect, ground: Colour, alpha: int) -> None:
        """Draw one cell, in row order, at its place and in its colour."""
        if alpha < 4:
            return
        self.canvas.passing(face, self.radius, ground, alpha)
        if kind == "pairs" and self.pairs:
            self._pair(index, face, ground)
            return
        product, faces = kind == "products", self.faces
        text = faces.product_texts[index] if product else faces.weight_texts[index]
        if self.canvas.theme.patterned:
            hue, shares = ("product", faces.product_shares) if product else ("kernel", faces.weight_shares)
            clear = clear_for(self.canvas.type, text, self.look.size)
            draw_pattern(self.canvas, face, self.radius, hue, shares[index], ground, clear, alpha)
        if self.look.size:
            self.canvas.number(text, *face.centre, self.look.size, ground, self.look.outlined, alpha)

    def _pair(self, index: int, face: Rect, ground: Colour) -> None:
        """Write pixel and weight on two lines."""
        words = self.faces.pixel_text(index), "× " + self.faces.weight_texts[index]
        apart = self.pairs * APART
        if self.canvas.theme.patterned:
            wide = max(clear_for(self.canvas.type, one, self.pairs)[0] for one in words)
            clear = wide, round(2 * apart + digit_height(self.pairs) * 1.5)
            draw_pattern(self.canvas, face, self.radius, "kernel", self.faces.weight_shares[index], ground, clear)
        x, y = face.centre
        for one, middle in zip(words, (y - apart, y + apart), strict=True):
            self.canvas.number(one, x, middle, self.pairs, ground, self.look.outlined)
