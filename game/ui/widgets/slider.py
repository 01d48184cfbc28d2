"""A number that can be set: alone, or on a slider, whose fixed track is hatched where it is invalid now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...input.intent import Control
from ...input.interface_intents import OpenEntry
from ...input.layer_intents import (
    SetBias,
    SetChannels,
    SetFilters,
    SetGroups,
    SetOutputPadding,
    SetPaddingSide,
    SetPaddingValue,
    SetResolution,
)
from ...input.learn_intents import SetMomentum, SetRate, SetTrainingRate
from ...input.scenario_intents import BeginGesture, EndGesture, SetQuantity
from ...input.stack_intents import SetGap
from ...input.window_intents import SetBrush
from .. import shapes
from ..canvas import Canvas
from ..geometry import Rect
from ..themes import Colour
from .base import Answer, Widget
from .label import colour_of

if TYPE_CHECKING:
    from ...input.event_types import KeyDown

MARGIN = 12  # units left and right that belong to the slider, for knob and focus ring at the ends
NUMBER = 74  # units of the width in which a press opens the number

Whole = SetQuantity | SetChannels | SetFilters | SetGroups | SetPaddingSide | SetOutputPadding | SetResolution
Setting = Whole | SetBrush | SetGap | SetBias | SetPaddingValue | SetRate | SetMomentum | SetTrainingRate


class NumberField(Widget, kw_only=True):
    """A number: a press opens it for typing; arrows, and the wheel while it is focused, change it.

    `intent` is the intent that it answers with, its value replaced. `allowed` are the ends that are valid now. `steps`:
    of a key or a notch, and the finer one with Shift.
    """

    intent: Setting
    shown: str
    allowed: tuple[float, float]
    size: int
    steps: tuple[float, float] = (1.0, 1.0)

    focusable = True
    captures = True

    @property
    def value(self) -> float:
        """The number."""
        return self.intent.value

    def _kept(self, value: float) -> float:
        return round(min(max(value, self.allowed[0]), self.allowed[1]), 6)

    def _set(self, value: float) -> Answer:
        whole = isinstance(self.intent, Whole)
        return (self.intent.changed(value=round(value) if whole else value),)

    def press(self, x: float, y: float) -> Answer:
        """Open the number."""
        del x, y
        return self.activate()

    def release(self, x: float, y: float) -> Answer:
        """Do nothing more."""
        del x, y
        return ()

    def activate(self) -> Answer:
        """Open the number for typing."""
        return (OpenEntry(Control(self.name)),)

    def key(self, event: KeyDown) -> Answer | None:
        """Arrows change the value, Shift finer, Home and End go to the ends."""
        if event.control:
            return None
        moves = {"Left": -1, "Down": -1, "Right": 1, "Up": 1}
        if event.key in moves:
            return self.turned(moves[event.key], event.shift)
        ends = {"Home": self.allowed[0], "End": self.allowed[1]}
        return self._set(ends[event.key]) if event.key in ends else None

    def turned(self, notches: float, shift: bool) -> Answer:
        """Answer the wheel, which it takes only while focused."""
        return self._set(self._kept(self.value + notches * self.steps[shift]))

    def draw(self, canvas: Canvas) -> None:
        """Draw the frame and the number."""
        theme, radius = canvas.theme, self.px(9)
        canvas.rounded(self.rect, radius, theme.hovered if self.mood.hovered else theme.raised)
        canvas.outline(self.rect, radius, theme.edge, self.px(1.5))
        canvas.text(self.shown, *self.rect.centre, self.size, theme.text, bold=True, align=0.5)
        self.draw_focus(canvas, self.rect, radius)


class Slider(NumberField, kw_only=True):
    """A number between two ends, on a track: pressing or dragging that sets it.

    The part of the track that is not `allowed` is hatched, and the knob stops there.
    label_size: the font size of the label, where it is another than that of the number.
    """

    label: str
    ends: tuple[float, float]
    hue: str
    label_size: int = 0

    @property
    def inner(self) -> Rect:
        """The rectangle less the margin that knob and focus ring need on both sides."""
        return self.rect.inset(self.px(MARGIN), 0)

    @property
    def number_rect(self) -> Rect:
        """Where the number stands; it opens when it is pressed."""
        width = self.px(NUMBER)
        return Rect(self.inner.right - width, self.rect.y, width, self.px(40))

    @property
    def track(self) -> Rect:
        """The line that the knob slides on, as wide as the knob's middle can go."""
        margin = self.px(10)
        return Rect.of(self.inner.x + margin, self.rect.bottom - self.px(24), self.inner.w - 2 * margin, self.px(7))

    def meets(self, x: float, y: float) -> bool:
        """Tell whether the point is on the number, or on the track and a little around it: the label sets nothing."""
        return self.number_rect.contains(x, y) or y >= self.track.y - self.px(16)

    def place(self, value: float) -> float:
        """Return the x of a value on the track; one beyond its ends, as a file may have, stands at the end."""
        low, high = self.ends
        return self.track.x + self.track.w * (min(max(value, low), high) - low) / (high - low)

    def value_at(self, x: float) -> float:
        """Return the nearest allowed value to an x in the window."""
        (low, high), step = self.ends, self.steps[0]
        share = (x - self.track.x) / max(1, self.track.w)
        return self._kept(low + round((share * (high - low)) / step) * step)

    def press(self, x: float, y: float) -> Answer:
        """Open the number, or begin to drag the knob."""
        return self.activate() if self.number_rect.contains(x, y) else (BeginGesture(), *self.drag(x, y))

    def drag(self, x: float, y: float) -> Answer:
        """Move the knob."""
        del y
        return self._set(self.value_at(x))

    def release(self, x: float, y: float) -> Answer:
        """End the drag: one entry of the history."""
        del x, y
        return (EndGesture(),)

    def draw(self, canvas: Canvas) -> None:
        """Draw label, number, track and knob."""
        theme, hue = canvas.theme, colour_of(canvas.theme, self.hue)
        middle = self.rect.y + self.px(20)
        canvas.text(self.label, self.inner.x, middle, self.label_size or self.size, theme.text, bold=True)
        if self.mood.hovered:
            width = canvas.type.width(self.shown, self.size, True) + self.px(14)
            number = Rect.of(self.inner.right - width + self.px(7), middle - self.px(17), width, self.px(34))
            canvas.rounded(number, self.px(6), theme.hovered)
        canvas.text(self.shown, self.inner.right, middle, self.size, theme.text, bold=True, align=1)
        self._draw_track(canvas)
        knob = self.px(13 if self.mood.pressed else 11 if self.mood.hovered else 10)
        x, y = self.place(self.value), self.track.centre[1]
        face = Rect.of(x - knob, y - knob, 2 * knob, 2 * knob)
        canvas.rounded(face.inset(-self.px(3)), face.h, theme.panel)
        canvas.rounded(face, face.h / 2, hue)
        self.draw_focus(canvas, face.inset(-self.px(6)), knob + self.px(6))

    def _draw_track(self, canvas: Canvas) -> None:
        theme, track = canvas.theme, self.track
        (low, high), (first, last) = self.ends, self.allowed
        radius = track.h / 2
        whole = track.inset(-self.px(10), 0)
        canvas.rounded(whole, radius, theme.track)
        done = Rect.of(whole.x, track.y, self.place(self.value) - whole.x, track.h)
        canvas.rounded(done, radius, colour_of(theme, self.hue))
        if first > low:
            self._hatch(canvas, Rect.of(whole.x, track.y, self.place(first) - whole.x, track.h))
        if last < high:
            end = self.place(last)
            self._hatch(canvas, Rect.of(end, track.y, whole.right - end, track.h))

    def _hatch(self, canvas: Canvas, rect: Rect) -> None:
        if rect.w >= 1:
            self.draw_hatching(canvas, rect, self.px(8), self.px(2), canvas.theme.edge)

    def draw_hatching(self, canvas: Canvas, rect: Rect, spacing: int, thickness: int, colour: Colour) -> None:
        """Draw lines of a colour over a part of the track."""
        canvas.fill(rect, canvas.theme.panel)
        sprite = canvas.kept(
            ("slider hatch", rect.w, rect.h, spacing, thickness, colour),
            lambda: shapes.painted(shapes.hatch_mask(rect.w, rect.h, spacing, thickness), colour),
        )
        canvas.surface.blit(sprite, rect[:2])
