"""The output cell that is being made, in either view; and the output while its size is asked for."""

from __future__ import annotations

from ..core.scenario import Pair
from ..play.choices import HUES
from ..play.moment import Moment
from ..session.boards import Board
from ..ui import shapes
from ..ui.canvas import Canvas
from ..ui.geometry import EMPTY, Rect
from ..ui.patterns import SMALLEST
from ..ui.place import COARSE
from ..ui.placing import Rects
from ..ui.themes import ink, looking, mix, shade
from ..ui.typeface import Typeface
from ..ui.widgets.base import Widget
from ..words.texts import text
from .colours import told_share
from .numbers import written_so
from .pencil import Pencil


class Making(Widget, kw_only=True):
    """The output cell that is being made: the sum of what has arrived, then its shade; or a "?"."""

    pencil: Pencil
    cell: Pair
    value: float = 0.0
    shown_sum: float | None = None
    reveal: float = 0.0
    magnitude: float = 1.0
    map_look: str = HUES
    secret: bool = False
    tag: int = 0  # font size of the words on a plate beside the cell; 0: they stand in it
    plate: Rect = EMPTY

    def draw(self, canvas: Canvas) -> None:
        """Draw ground, number and the outline of `now`."""
        theme, cell, words, pencil = looking(canvas.theme, self.map_look), self.cell, self.words, self.pencil
        colour = mix(theme.now_quiet, shade(self.value, self.magnitude, theme.output, theme), self.reveal)
        pencil.face(canvas, cell, colour, 255 if self.reveal else pencil.through)
        if self.reveal > 0 and self.magnitude and pencil.place.pitch >= SMALLEST:  # the pattern comes with the shade
            share, alpha = told_share(self.value / self.magnitude, self.map_look), round(255 * self.reveal)
            pencil.pattern(canvas, cell, "output", words, share, colour, alpha)
        if words and not self.tag:
            if not self.secret:
                pencil.number(canvas, cell, words, colour)
            elif pencil.large:
                canvas.text(words, *pencil.middle(cell), pencil.large, theme.now_text, True, 0.5)
        if self.reveal > 0.5 and abs(self.value) > self.magnitude and pencil.place.pitch >= COARSE:
            draw_clipped(canvas, pencil.corner(cell), self.value, self.magnitude, self.map_look)
        pencil.ring(canvas, cell, pencil.thick(0.045), 1)
        if words and self.tag:
            radius = self.plate.h * 0.25
            canvas.rounded(self.plate, radius, theme.ground)
            canvas.outline(self.plate, radius, theme.now, 2)
            canvas.text(words, *self.plate.centre, self.tag, theme.text, True, 0.5)

    @property
    def words(self) -> str:
        """What is written in the cell, or beside it."""
        value = self.value if self.reveal > 0 else self.shown_sum
        unknown = text("predict.hidden") if self.secret else ""
        return unknown if value is None else written_so(value, self.pencil.look)

    def tagged(self, size: int, typeface: Typeface, read: Rects = (), inside: Rect | None = None) -> Making:
        """Return the same with its words in that font size on a plate above the cell, which is too small for them.

        read: words that the plate must not cover, as a title. inside: what it must not leave. Where it would, it stands
        below the cell.
        """
        x, cell = self.pencil.middle(self.cell)[0], self.pencil.place.cell(*self.cell)
        width = typeface.width(self.words, size, True)
        above, below = cell.y - size * 1.7, cell.bottom + size * 0.3
        plate, lower = (Rect.of(x - width / 2 - size * 0.4, y, width + size * 0.8, size * 1.4) for y in (above, below))
        covers = any(plate.meets(words) for words in read) or (inside is not None and plate.y < inside.y)
        plate = lower if covers else plate
        return self.changed(tag=size, plate=plate, rect=self.rect.union(plate))


def making_of(pencil: Pencil, moment: Moment, asked: Pair | None, board: Board) -> Making | None:
    """Return the cell that is being made at a moment, None at the end. One that is asked for knows no value."""
    cell = asked or moment.cell
    if cell is None:
        return None
    rect = pencil.holding((cell,), round(pencil.place.pitch * 0.12) + 3)
    blank = Making(name="making", rect=rect, pencil=pencil, cell=cell)
    if asked:
        return blank.changed(secret=True)
    return blank.changed(
        pencil=pencil.changed(pop=moment.pop),
        value=float(board.grid[cell]),
        shown_sum=moment.shown_sum,
        reveal=moment.reveal,
        magnitude=board.magnitude,
        map_look=board.map_look,
    )


def draw_clipped(canvas: Canvas, corner: Rect, value: float, magnitude: float, map_look: str) -> None:
    """Draw ▲ or ▼ in the corner of a cell whose value is beyond the scale."""
    theme = looking(canvas.theme, map_look)
    colour = ink(shade(value, magnitude, theme.output, theme))
    key = ("mark", corner.w, value > 0, colour)
    sprite = canvas.kept(key, lambda: shapes.painted(shapes.triangle_mask(corner.w, value > 0), colour))
    canvas.surface.blit(sprite, corner[:2])


class BlankOutput(Widget, kw_only=True):
    """The output of unknown size: one blank panel with a "?"."""

    radius: float
    size: int

    def draw(self, canvas: Canvas) -> None:
        """Draw the panel."""
        canvas.rounded(self.rect, self.radius, canvas.theme.now_quiet)
        canvas.outline(self.rect, self.radius, canvas.theme.now, self.px(3))
        canvas.text(text("predict.hidden"), *self.rect.centre, self.size, canvas.theme.now_text, True, 0.5)
