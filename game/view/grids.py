"""The two grids that are edited by hand: the source image and the kernel."""

from __future__ import annotations

from ..core.result import Result, apart
from ..session.boards import Board
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.widgets.base import Widget
from .image_picture import image_surface
from .numbers import NumberLook
from .still import shaded_surface


class SourceImage(Widget, kw_only=True):
    """The image in its true grays, with padding, and what no patch covers hatched."""

    place: GridPlace
    result: Result
    look: NumberLook
    hatched: bool = True  # not while that is to be predicted

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return where pixels have been painted, where nothing else has changed."""
        if not isinstance(before, SourceImage) or before.changed(result=self.result) != self:
            return super().changes(before)
        then, now = before.result, self.result
        if then.setting[:2] != now.setting[:2]:
            return super().changes(before)
        return self.place.block_of(apart(then.scenario.image, now.scenario.image, now.since))

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture."""
        picture = image_surface(canvas, self.place, self.result, self.look, self.hatched)
        canvas.surface.blit(picture, self.rect[:2])


class Kernel(Widget, kw_only=True):
    """The weights: blue where positive, orange where negative."""

    place: GridPlace
    board: Board
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture."""
        surface = shaded_surface(canvas, self.place, self.board, "kernel", self.look)
        canvas.surface.blit(surface, self.rect[:2])
