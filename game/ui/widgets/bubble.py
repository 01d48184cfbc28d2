"""Bubbles that explain what the pointer is over, and toasts that say what happened."""

from __future__ import annotations

from ...input.effects import StopShare
from ...input.window_intents import DismissToast
from ..canvas import Canvas
from ..geometry import Rect
from ..typeface import Typeface
from .base import Answer, Widget


class Bubble(Widget, kw_only=True):
    """A few lines beside the pointer; the first ones are its heading."""

    lines: tuple[str, ...]
    size: int
    heading: int = 1  # how many lines are the heading

    def draw(self, canvas: Canvas) -> None:
        """Draw the ground and the lines."""
        theme = canvas.theme
        canvas.rounded(self.rect, self.px(8), theme.raised)
        canvas.outline(self.rect, self.px(8), theme.edge, self.px(1.3))
        y, step = self.rect.y + self.px(10) + self.size * 0.7, round(self.size * 1.4)
        for index, line in enumerate(self.lines):
            head, x = index < self.heading, self.rect.x + self.px(13)
            canvas.text(line, x, y + index * step, self.size, theme.text if head else theme.dim, head)


def bubble_of(typeface: Typeface, lines: tuple[str, ...], size: int, unit: float, width: int) -> Bubble:
    """Return a bubble that is nowhere yet, in a window of that width.

    A first line that fits on one is its heading; a longer one is text like the rest.
    """
    most = max(60, min(width - 12, round(460 * unit))) - round(26 * unit)
    heading = 1 if typeface.width(lines[0], size, True) <= most else 0
    folded = lines[:heading] + tuple(
        part for line in lines[heading:] for part in typeface.wrapped(line, size, False, most)
    )
    wide = max(typeface.width(line, size, index < heading) for index, line in enumerate(folded))
    high = round(20 * unit) + round(size * 1.4) * len(folded)
    place = Rect(0, 0, wide + round(26 * unit), high)
    return Bubble(name="bubble", rect=place, unit=unit, lines=folded, size=size, heading=heading)


class ToastWidget(Widget, kw_only=True):
    """A sentence at the foot of the stage, with a × that takes it away.

    share: it is about a file that is being written, of which so much is done, 0 … 1; the × stops that.
    """

    number: int
    lines: tuple[str, ...]
    warning: bool
    size: int
    share: float | None = None

    focusable = True

    @property
    def cross(self) -> Rect:
        """The place of the ×."""
        side = self.px(44)
        return Rect(self.rect.right - side, self.rect.y, side, min(side, self.rect.h))

    def activate(self) -> Answer:
        """Take the toast away, or stop what it is about."""
        return (DismissToast(self.number) if self.share is None else StopShare(),)

    def release(self, x: float, y: float) -> Answer:
        """Take it away when the × was clicked."""
        return self.activate() if self.cross.contains(x, y) else ()

    def draw(self, canvas: Canvas) -> None:
        """Draw the ground, the icon, the sentence and the ×."""
        theme = canvas.theme
        canvas.rounded(self.rect, self.px(10), theme.raised)
        colour = theme.negative if self.warning else theme.edge
        canvas.outline(self.rect, self.px(10), colour, self.px(2))
        side, y, step = self.px(24), self.rect.y + self.px(22), round(self.size * 1.4)
        place = Rect.of(self.rect.x + self.px(14), y - side / 2, side, side)
        canvas.icon("triangle-alert" if self.warning else "info", place, colour if self.warning else theme.dim)
        for index, line in enumerate(self.lines):
            canvas.text(line, self.rect.x + self.px(48), y + index * step, self.size, theme.text)
        if self.share is not None:
            track = self.rect.inset(self.px(14), 0)
            bar = Rect.of(track.x, self.rect.bottom - self.px(7), track.w, self.px(3))
            canvas.rounded(bar, bar.h / 2, theme.track)
            canvas.rounded(Rect.of(bar.x, bar.y, bar.w * self.share, bar.h), bar.h / 2, theme.accent)
        cross = self.cross.centred(self.px(20), self.px(20))
        canvas.icon("x", cross, theme.text if self.mood.hovered else theme.dim)
        self.draw_focus(canvas, self.rect, self.px(10))


def toast_of(
    typeface: Typeface, number: int, sentence: str, warning: bool, unit: float, size: int, width: int
) -> ToastWidget:
    """Return a toast that is nowhere yet, as wide as its sentence needs, and at most so wide."""
    side = round(48 * unit) + round(48 * unit)
    most = max(80, min(width, round(760 * unit)) - side)
    lines = typeface.wrapped(sentence, size, False, most)
    wide = max(typeface.width(line, size, False) for line in lines) + side
    high = round(44 * unit) + round(size * 1.4) * (len(lines) - 1)
    rect = Rect(0, 0, wide, high)
    return ToastWidget(
        name=f"toast {number}", rect=rect, unit=unit, number=number, lines=lines, warning=warning, size=size
    )
