"""What is drawn on the wall of a network that learns: the digit, on which one paints, classes, and kernels."""

from __future__ import annotations

from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.place import GridPlace
from ...ui.themes import WHITE
from ...ui.widgets.base import Widget
from ..colours import pixel_colours
from ..lanes.small import SmallGrid, cell_under, small_surface
from ..numbers import NumberLook, share_words
from ..still import shaded_picture


class WallImage(Widget, kw_only=True):
    """The source image; a press on it paints."""

    grid: SmallGrid
    channel: Same
    white: float

    captures = True

    def pixel_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the pixel (row, column) under a point of the window; None beside the image."""
        return cell_under(self.grid, x, y)

    def draw(self, canvas: Canvas) -> None:
        """Draw the pixels, and a thin line around them."""
        colours = pixel_colours(self.channel.thing, self.white, WHITE, canvas.theme.negative)
        canvas.surface.blit(small_surface(canvas, self.grid, colours), self.grid.rect[:2])
        canvas.outline(self.grid.rect.inset(-1), 1, canvas.theme.edge, 1)


class WallShares(Widget, kw_only=True):
    """The classes, one under another: number, share as a bar, and its number. size: font size.

    wide: device pixels of the widest share's number.
    """

    shares: tuple[float, ...]
    size: int
    wide: int

    @property
    def best(self) -> int:
        """The class with the largest share."""
        return self.shares.index(max(self.shares))

    def row(self, index: int) -> Rect:
        """Return the place of a class."""
        high = self.rect.h / len(self.shares)
        return Rect.of(self.rect.x, self.rect.y + index * high, self.rect.w, high)

    def bar(self, index: int) -> Rect:
        """Return the track of a class's bar."""
        row, high = self.row(index), max(3, round(self.row(index).h * 0.5))
        left, right = row.x + round(self.size * 1.1), row.right - self.wide - round(self.size * 0.4)
        return Rect(left, row.y + (row.h - high) // 2, max(1, right - left), high)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the rows that look different."""
        if not isinstance(before, WallShares) or before.changed(shares=self.shares) != self:
            return super().changes(before)
        ends = {before.best, self.best} if before.best != self.best else set()
        pairs = enumerate(zip(before.shares, self.shares, strict=True))
        return tuple(self.row(index).inset(-4) for index, (then, now) in pairs if then != now or index in ends)

    def draw(self, canvas: Canvas) -> None:
        """Draw all rows."""
        for index, share in enumerate(self.shares):
            self._draw_row(canvas, index, share)

    def _draw_row(self, canvas: Canvas, index: int, share: float) -> None:
        theme, row, bar, best = canvas.theme, self.row(index), self.bar(index), index == self.best
        colour, y, thick = theme.output_text if best else theme.text, row.centre[1], max(2, row.h // 14)
        canvas.text(str(index), row.x, y, self.size, colour, True)
        canvas.rounded(bar, bar.h / 3, theme.neutral)
        filled = bar._replace(w=round(bar.w * share))
        if filled.w:
            canvas.passing(filled, min(bar.h / 3, filled.w / 2), theme.output)
        if best:
            canvas.outline(bar.inset(-thick), bar.h / 3 + thick, theme.output_text, thick)
        canvas.text(share_words(share), row.right, y, self.size, colour, best, 1.0)


class WallKernel(Widget, kw_only=True):
    """A kernel in its colours, with its weights where they have room."""

    place: GridPlace
    kernel: Same
    magnitude: float
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Draw it anew: there is another one with every update that is shown."""
        picture = shaded_picture(canvas, self.place, self.kernel.thing, self.magnitude, "kernel", self.look)
        canvas.surface.blit(picture, self.rect[:2])
