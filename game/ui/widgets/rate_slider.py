"""The learning rate on its slider: the part of the track on which learning diverges is hatched, and can be tried."""

from __future__ import annotations

from ..canvas import Canvas
from ..geometry import Rect
from .base import Answer
from .label import colour_of
from .slider import Slider


class RateSlider(Slider, kw_only=True):
    """A slider whose knob goes into the hatched part, too. Dragging it ends no run.

    limit: where that part begins; None where it begins nowhere.
    """

    limit: float | None

    def press(self, x: float, y: float) -> Answer:
        """Open the number, or begin to drag the knob."""
        return self.activate() if self.number_rect.contains(x, y) else self.drag(x, y)

    def release(self, x: float, y: float) -> Answer:
        """Do nothing more: each change has joined the one before."""
        del x, y
        return ()

    def _draw_track(self, canvas: Canvas) -> None:
        theme, track = canvas.theme, self.track
        whole = track.inset(-self.px(10), 0)
        canvas.rounded(whole, track.h / 2, theme.track)
        if self.limit is not None and self.limit < self.ends[1]:
            begin = self.place(self.limit)
            beyond = Rect.of(begin, track.y - self.px(3), whole.right - begin, track.h + self.px(6))
            self.draw_hatching(canvas, beyond, self.px(9), self.px(2.2), theme.now)
        done = Rect.of(whole.x, track.y, self.place(self.value) - whole.x, track.h)
        canvas.rounded(done, track.h / 2, colour_of(theme, self.hue))
