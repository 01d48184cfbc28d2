"""What all cards of the strip have: a ground, a frame that tells the layer in focus, and words."""

from __future__ import annotations

from ...input.intent import Intent
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.themes import Colour, Theme
from ...ui.widgets.base import Answer
from ...ui.widgets.stepping import Stepping
from .small_kernels import Kernels

PAD = 14
"""Units from a card's edge to what stands in it."""
RADIUS, EDGE = 9, 3


class StripCard(Stepping, kw_only=True):
    """A layer by its number and words; a click or Enter brings it into focus.

    number: "" for the source image. size: font size of the words. head: device pixels of their height, in which they
    stand. chosen: it is in focus. aside: quiet words at the right of them, unless they
    are the answer: answers. kernels: those of a layer that learns.
    """

    number: str
    words: str
    size: int
    head: int
    chosen: bool
    intents: tuple[Intent, ...]
    aside: str = ""
    aside_size: int = 0
    answers: bool = False
    kernels: Kernels | None = None

    stepped = "layers"

    def activate(self) -> Answer:
        """Bring the layer into focus."""
        return self.intents

    @property
    def radius(self) -> int:
        """The radius of its corners."""
        return self.px(RADIUS)

    def ground(self, theme: Theme) -> Colour:
        """Return the colour on which all of it stands."""
        return theme.ground if self.chosen else theme.hovered if self.mood.hovered else theme.raised

    def draw(self, canvas: Canvas) -> None:
        """Draw the ground, the words and the frame, and what the card holds between them."""
        theme = canvas.theme
        canvas.rounded(self.rect, self.radius, self.ground(theme))
        if canvas.surface.get_clip().top < self.rect.y + self.head:
            self.draw_words(canvas)
        self.draw_inside(canvas)
        if self.kernels is not None:
            self.kernels.draw(canvas, self.rect, self.px(EDGE))
        line = theme.accent if self.chosen else theme.line
        canvas.outline(self.rect, self.radius, line, self.px(3 if self.chosen else 1.5))
        self.draw_focus(canvas, self.rect, self.radius)

    def draw_words(self, canvas: Canvas) -> None:
        """Draw number and words, and those aside."""
        x, y = self.rect.x + self.px(PAD), self.rect.y + self.head / 2
        if self.number:
            x += canvas.text(self.number, x, y, self.size, canvas.theme.text, True) + self.size // 2
        canvas.text(self.words, x, y, self.size, canvas.theme.text, True)
        if self.aside:
            right = self.rect.right - self.px(PAD)
            colour = canvas.theme.output_text if self.answers else canvas.theme.dim
            canvas.text(self.aside, right, y, self.aside_size, colour, self.answers, 1.0)

    def draw_inside(self, canvas: Canvas) -> None:
        """Draw what the card holds; one of names alone holds nothing."""
        del canvas

    @property
    def inside(self) -> Rect:
        """What is free under the words."""
        return inside_of(self.rect, self.head, self.unit)


def inside_of(rect: Rect, head: int, unit: float) -> Rect:
    """Return what is free under a card's words."""
    pad, foot = round(PAD * unit), round(9 * unit)
    return Rect(rect.x + pad, rect.y + head, max(0, rect.w - 2 * pad), max(0, rect.h - head - foot))
