"""The pixels that a person has marked as covered next."""

from __future__ import annotations

from ..input.predict_intents import Question
from ..session.predict import cell_of, patch_at
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.stage import GridPlace, Stage
from ..ui.widgets.base import Widget
from .frame import StillFrame

Pair = tuple[int, int]


class Marked(Widget, kw_only=True):
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


def marked_pixels(frame: StillFrame, places: Stage) -> tuple[Widget, ...]:
    """Return the marks of the open question, and of the one that was told, until the next is asked."""
    game = frame.state.predict
    if not game.on or game.question is not Question.PATCH or not game.marked or not places.image.pitch:
        return ()
    cells = tuple(sorted(game.marked))
    rect = Rect(*places.image.cell(*cells[0]))
    for cell in cells[1:]:
        rect = rect.union(places.image.cell(*cell))
    return (Marked(name="marked pixels", rect=rect, place=places.image, cells=cells, wrong=wrong_marks(frame)),)


def wrong_marks(frame: StillFrame) -> frozenset[Pair]:
    """Return the marked pixels that the kernel does not cover, once that is told."""
    game, scenario = frame.state.predict, frame.state.scenario
    return game.marked - patch_at(scenario, cell_of(frame.secrecy, scenario)) if game.told else frozenset()
