"""A switch between a few words, "Flat | Stack", and a stepper, a value between a smaller and a larger button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...input.intent import Intent
from ..canvas import Canvas
from ..geometry import Rect
from .base import Answer, Widget

if TYPE_CHECKING:
    from ...input.event_types import KeyDown

HEIGHT = 44  # units that are seen of it


class Switch(Widget, kw_only=True):
    """Words side by side; a click chooses one, an arrow key the one beside, Enter the next. One answers for each."""

    words: tuple[str, ...]
    intents: tuple[Intent, ...]
    chosen: int
    size: int  # font size

    focusable = True

    @property
    def face(self) -> Rect:
        """What is seen of it; a finger may miss that a little, above and below."""
        return self.rect.centred(self.rect.w, min(self.rect.h, self.px(HEIGHT)))

    def part(self, index: int) -> Rect:
        """Return where a word stands; all are equally wide."""
        inner = self.face.inset(self.px(3), self.px(3))
        left, right = (inner.x + inner.w * edge // len(self.words) for edge in (index, index + 1))
        return Rect(left, inner.y, right - left, inner.h)

    def release(self, x: float, y: float) -> Answer:
        """Choose the word under the pointer."""
        if not self.hit(x, y):
            return ()
        return (self.intents[int((x - self.rect.x) * len(self.words) // self.rect.w)],)

    def activate(self) -> Answer:
        """Choose the next word, after the last the first."""
        return (self.intents[(self.chosen + 1) % len(self.words)],)

    def key(self, event: KeyDown) -> Answer | None:
        """Arrows choose the word beside; at the ends they do nothing."""
        steps = {"Left": -1, "Right": 1}
        if event.key not in steps or event.control or event.shift:
            return None
        index = self.chosen + steps[event.key]
        return (self.intents[index],) if 0 <= index < len(self.words) else ()

    def draw(self, canvas: Canvas) -> None:
        """Draw the track, the chosen word on the accent, and the others."""
        theme, face, radius = canvas.theme, self.face, self.face.h / 2
        canvas.rounded(face, radius, theme.hovered if self.mood.hovered else theme.raised)
        canvas.outline(face, radius, theme.edge, self.px(1.3))
        for index, word in enumerate(self.words):
            place, on = self.part(index), index == self.chosen
            if on:
                canvas.rounded(place, place.h / 2, theme.accent)
            canvas.text(word, *place.centre, self.size, theme.on_accent if on else theme.text, bold=True, align=0.5)
        self.draw_focus(canvas, face, radius)


class Stepper(Widget, kw_only=True):
    """A value with − and +; arrows do the same while it is focused."""

    shown: str
    less: tuple[Intent, ...]
    more: tuple[Intent, ...]
    size: int
    at_low: bool = False
    at_high: bool = False

    focusable = True

    @property
    def minus(self) -> Rect:
        """The place of the − button."""
        return Rect(self.rect.x, self.rect.y, self.rect.h, self.rect.h)

    @property
    def plus(self) -> Rect:
        """The place of the + button."""
        return Rect(self.rect.right - self.rect.h, self.rect.y, self.rect.h, self.rect.h)

    def release(self, x: float, y: float) -> Answer:
        """Answer a click on one of the buttons."""
        if self.minus.contains(x, y):
            return self.less
        return self.more if self.plus.contains(x, y) else ()

    def activate(self) -> Answer:
        """Answer Enter with one step up."""
        return self.more

    def key(self, event: KeyDown) -> Answer | None:
        """Left and right change the value."""
        if event.control or event.shift:
            return None
        return {"Left": self.less, "Right": self.more}.get(event.key)

    def draw(self, canvas: Canvas) -> None:
        """Draw the two buttons and the value."""
        theme = canvas.theme
        if self.mood.hovered:
            canvas.rounded(self.rect, self.px(9), theme.hovered)
        for place, icon, dull in ((self.minus, "minus", self.at_low), (self.plus, "plus", self.at_high)):
            side = self.px(20)
            canvas.icon(icon, place.centred(side, side), theme.faint if dull else theme.text)
        canvas.text(self.shown, *self.rect.centre, self.size, theme.text, bold=True, align=0.5)
        self.draw_focus(canvas, self.rect, self.px(9))
