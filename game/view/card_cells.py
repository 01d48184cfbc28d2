"""Drawing the single cells of the card: a weight, a pixel with its weight, or their product."""

from __future__ import annotations

from typing import Literal

from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.themes import Colour
from ..ui.typeface import digit_height
from ..value import Single
from .card_faces import Faces, colours_of
from .numbers import NumberLook


class Cells(Single):
    """What the cells of a step are drawn with. `pairs` is the font size of pixel and weight on two lines, 0: none."""

    canvas: Canvas
    radius: float
    faces: Faces
    look: NumberLook
    pairs: int

    def grounds(self, kind: Literal["weights", "pairs", "products"]) -> list[Colour]:
        """Return the colours of cells that all show the same kind of thing, and lie still."""
        faces = self.faces
        return colours_of({"weights": faces.weight, "pairs": faces.met, "products": faces.done}[kind])

    def draw(
        self, kind: Literal["weights", "pairs", "products"], index: int, face: Rect, ground: Colour, alpha: int
    ) -> None:
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
        words = self.faces.pixel_texts[index], "× " + self.faces.weight_texts[index]
        apart = self.pairs * 0.58
        if self.canvas.theme.patterned:
            wide = max(clear_for(self.canvas.type, one, self.pairs)[0] for one in words)
            clear = wide, round(2 * apart + digit_height(self.pairs) * 1.5)
            draw_pattern(self.canvas, face, self.radius, "kernel", self.faces.weight_shares[index], ground, clear)
        x, y = face.centre
        for one, middle in zip(words, (y - apart, y + apart), strict=True):
            self.canvas.number(one, x, middle, self.pairs, ground, self.look.outlined)
