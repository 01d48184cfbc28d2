"""The output cell that is being made, and the blank map while its size is asked for."""

from __future__ import annotations

from ...ui import shapes
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Plane
from ...ui.themes import ink, mix, shade
from ...ui.widgets.base import Widget
from ...words.texts import text as words_of
from ..numbers import shown
from .lettering import Writing, pitch_of, put_pattern
from .sprites import face, put, ring, shape_of
from .textures import gap_of


class MakingCell(Widget, kw_only=True):
    """The output cell that is being made: the sum of what has arrived, then its green; or a "?"."""

    plane: Plane
    cell: tuple[int, int]
    value: float
    shown_sum: float | None
    reveal: float
    pop: float
    magnitude: float
    writing: Writing
    secret: bool = False
    tag: int = 0  # font size of the words beside the cell; 0: they stand in it

    def draw(self, canvas: Canvas) -> None:
        """Draw ground, number and the outline of `now`."""
        theme, plane = canvas.theme, self.plane
        x, y = plane.point(self.cell[0] + 0.5, self.cell[1] + 0.5)
        share = round(self.pop * 50) / 50
        shape = shape_of(plane, share)
        pitch = pitch_of(plane)
        gap = gap_of(self.writing.texels) * pitch / self.writing.texels / 2
        stage = round(self.reveal * 24) / 24
        colour = mix(theme.now_quiet, shade(self.value, self.magnitude, theme.output, theme), stage)
        put(canvas, face(canvas, shape, colour, gap), x, y, 255 if self.reveal else THROUGH)
        value = self.value if self.reveal > 0 else self.shown_sum
        if theme.patterned and self.reveal > 0 and self.magnitude:
            put_pattern(
                canvas, shape, self.writing, "output", self.value, self.magnitude, colour, x, y, round(255 * stage)
            )
        thickness = max(2.0, min(5.0, pitch * 0.05))
        put(canvas, ring(canvas, shape, theme.ground, 1, 1, thickness + 2, 2 - gap), x, y)
        put(canvas, ring(canvas, shape, theme.now, 1, 1, thickness, 1 - gap), x, y)
        if stage > 0.5 and abs(self.value) > self.magnitude:
            size = max(5, round(pitch * 0.16))
            up = self.value > 0
            mark = canvas.kept(
                ("stack mark", size, up, colour), lambda: shapes.painted(shapes.triangle_mask(size, up), ink(colour))
            )
            at = plane.point(self.cell[0] + 0.18, self.cell[1] + 0.82)
            canvas.surface.blit(mark, (round(at[0] - size / 2), round(at[1] - size / 2)))
        words = self.words
        if words and self.tag:
            self._draw_tag(canvas, words)
        elif self.secret:
            canvas.text(words, x, y, round(pitch * plane_squash(plane) * 0.62), theme.now_text, True, 0.5)
        elif value is not None:
            self.writing.put(canvas, shape_of(plane), x, y, value, colour)

    @property
    def words(self) -> str:
        """What is written in the cell, or beside it."""
        if self.secret:
            return words_of("predict.hidden")
        value = self.value if self.reveal > 0 else self.shown_sum
        return "" if value is None else shown(value, self.writing.lettering.decimals)

    def _draw_tag(self, canvas: Canvas, words: str) -> None:
        """Draw the words on a plate above the cell, which is too small for them."""
        plate = tag_rect(self.plane, self.cell, canvas.type.width(words, self.tag, True), self.tag)
        radius = plate.h * 0.25
        canvas.rounded(plate, radius, canvas.theme.ground)
        canvas.outline(plate, radius, canvas.theme.now, 2)
        canvas.text(words, *plate.centre, self.tag, canvas.theme.text, True, 0.5)


def tag_rect(plane: Plane, cell: tuple[int, int], width: int, size: int) -> Rect:
    """Return the place of the plate above a cell for words of that width."""
    x = plane.point(cell[0] + 0.5, cell[1] + 0.5)[0]
    top = plane.bounds(*cell).y
    return Rect(
        round(x - width / 2 - size * 0.4), round(top - size * 1.7), round(width + size * 0.8), round(size * 1.4)
    )


def plane_squash(plane: Plane) -> float:
    """Return how much a plane's depth is shortened, 0 … 1."""
    return plane.area / pitch_of(plane) ** 2


THROUGH = 225  # how opaque the cell is before it has its green: what flies into it from below is just seen


def reach(plane: Plane) -> float:
    """Return how far a cell's outline and number reach beyond it, in pixels."""
    return pitch_of(plane) * 0.12 + 8


class BlankLayer(Widget, kw_only=True):
    """The output of unknown size: one blank panel with a "?"."""

    plane: Plane
    size: tuple[int, int]

    def draw(self, canvas: Canvas) -> None:
        """Draw the panel."""
        shape, (rows, columns) = shape_of(self.plane), self.size
        x, y = self.plane.point(rows / 2, columns / 2)
        put(canvas, face(canvas, shape, canvas.theme.now_quiet, 0, rows, columns), x, y)
        put(canvas, ring(canvas, shape, canvas.theme.now, rows, columns, 3), x, y)
        size = max(9, round(self.plane.area / pitch_of(self.plane) * rows * 0.4))
        canvas.text(words_of("predict.hidden"), x, y, size, canvas.theme.now_text, True, 0.5)
