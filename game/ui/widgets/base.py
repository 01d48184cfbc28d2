"""What every widget has: a name, a place, a mood, and answers to pointer and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...input.intent import Intent
from ...value import Value
from ...words.texts import text
from ..canvas import Canvas
from ..geometry import Rect

if TYPE_CHECKING:
    from ...input.event_types import KeyDown

Answer = tuple[Intent, ...]


class Mood(NamedTuple):
    """How a widget is met just now."""

    hovered: bool = False
    pressed: bool = False
    focused: bool = False  # shows the focus ring
    enabled: bool = True


CALM = Mood()


class Tip(Value):
    """What a tooltip says: lines, each with the intent whose keys it names, and why that cannot be done now.

    The keys are looked up when it is read: their table takes a thirtieth of the start to import.
    """

    lines: tuple[tuple[str, Intent | None], ...]
    reason: str | None
    mac: bool

    def __str__(self) -> str:
        from ...input.bindings import shortcut_of

        keys = (shortcut_of(intent, self.mac) if intent is not None else "" for _, intent in self.lines)
        lines = [f"{words}  ({key})" if key else words for (words, _), key in zip(self.lines, keys, strict=True)]
        return "\n".join([*lines, text("bubble.disabled", reason=self.reason)] if self.reason else lines)


class Widget(Value, kw_only=True):
    """One thing in the window. `rect` holds all that it draws; lengths are device pixels.

    `unit` is the device pixels of one design unit (1/1080 of a full-HD window's height, times the user's scale).
    `clip`, where given, is the scrolled area that shows only a part of it.
    """

    name: str
    rect: Rect
    unit: float = 1.0
    mood: Mood = CALM
    about: str | Tip = ""
    clip: Rect | None = None

    focusable = False
    stepped = ""  # its family, of which arrows go on from one to the next; Tab stops at one of them
    opaque = False  # may hide what lies below it: see `hides`
    yields = False  # a hint may stand on it, where it would cover words or cells else
    captures = False  # keeps the pointer while a button is held, and reports drags

    @property
    def tooltip(self) -> str:
        """What is said about it when it is pointed at; "" for nothing."""
        return str(self.about)

    @property
    def visible(self) -> Rect:
        """The part of `rect` that is not scrolled out of sight."""
        return self.rect if self.clip is None else self.rect.overlap(self.clip)

    @property
    def drawn_on(self) -> tuple[Rect, ...]:
        """Where it draws: all of its place, unless it knows better, as words in a large place do."""
        return (self.visible,)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return where this one looks different from the one that was in its place until now.

        A widget that knows better says so: a grid, of which only some cells have changed.
        """
        then, now = before.drawn_on, self.drawn_on
        return now if then == now else (*then, *now)

    def px(self, units: float) -> int:
        """Return a length in device pixels, never under one."""
        return max(1, round(units * self.unit))

    def hit(self, x: float, y: float) -> bool:
        """Tell whether the point belongs to the widget."""
        left, top, width, height = self.rect  # most are missed, and need not say how much of them is seen
        if not (left <= x < left + width and top <= y < top + height):
            return False
        return self.visible.contains(x, y) and self.meets(x, y)

    def meets(self, x: float, y: float) -> bool:
        """Tell whether a point that is inside belongs to the widget: it does, where it has no gaps."""
        del x, y
        return True

    def pixel_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the pixel (row, column) of the source image that a point meets; None where a stroke cannot begin."""
        del x, y
        return None

    def hides(self, part: Rect) -> bool:
        """Tell of one that is `opaque` whether nothing that lies below it is seen in a part of it."""
        return self.rect.holds(part)

    def draw(self, canvas: Canvas) -> None:
        """Draw it on the canvas; one that only answers hands draws nothing."""
        del canvas

    def press(self, x: float, y: float) -> Answer:
        """Answer a press of the main button at a point inside."""
        del x, y
        return ()

    def drag(self, x: float, y: float) -> Answer:
        """Answer a movement of the pointer while the button that pressed it is held."""
        del x, y
        return ()

    def release(self, x: float, y: float) -> Answer:
        """Answer the release of the button, wherever the pointer is then."""
        return self.activate() if self.hit(x, y) else ()

    def activate(self) -> Answer:
        """Answer Enter, or a finished click."""
        return ()

    def key(self, event: KeyDown) -> Answer | None:
        """Answer a key while focused; None when the key means nothing here."""
        del event
        return None

    def draw_focus(self, canvas: Canvas, rect: Rect, radius: float) -> None:
        """Draw the focus ring around a part, when focused."""
        if self.mood.focused:
            canvas.outline(rect, radius, canvas.theme.now, max(2, self.px(2.5)))
