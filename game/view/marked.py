"""The pixels that a person has marked as covered next."""

from __future__ import annotations

from ..session.shown import Marked
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.stage import GridPlace
from ..ui.widgets.base import Widget

Pair = tuple[int, int]


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


def marked_pixels(marked: Marked | None, place: GridPlace) -> tuple[Widget, ...]:
    """Return the marks, if there are any, on the image's place."""
    if marked is None or not place.pitch:
        return ()
    rect = Rect(*place.cell(*marked.cells[0]))
    for cell in marked.cells[1:]:
        rect = rect.union(place.cell(*cell))
    return (MarkedPixels(name="marked pixels", rect=rect, place=place, cells=marked.cells, wrong=marked.wrong),)
