"""The field in which a number is typed, and the keys on screen for a finger."""

from __future__ import annotations

from ...input.intent import Intent
from ...input.interface_intents import AcceptEntry, CancelEntry, EntryKey, EntryText
from ..canvas import Canvas
from ..geometry import Rect
from .base import Widget
from .button import Button


class EntryField(Widget, kw_only=True):
    """The open number entry: its text with the caret; while it is fresh, all of it is chosen."""

    text: str
    caret: int
    fresh: bool
    size: int

    def draw(self, canvas: Canvas) -> None:
        """Draw the field, its text and the caret."""
        theme = canvas.theme
        canvas.rounded(self.rect, self.px(7), theme.ground)
        canvas.outline(self.rect, self.px(7), theme.now, max(2, self.px(3)))
        inside = self.rect.inset(self.px(8), 0)
        before_caret = canvas.type.width(self.text[: self.caret], self.size, True)
        whole = canvas.type.width(self.text, self.size, True)
        x = inside.x + (inside.w - whole) / 2 if whole <= inside.w else inside.x - max(0, before_caret + 2 - inside.w)
        y = self.rect.centre[1]
        clip = canvas.surface.get_clip()
        canvas.surface.set_clip(clip.clip(inside.inset(-2, 0)))
        if self.fresh and self.text:
            canvas.fill(Rect.of(x, y - self.size * 0.62, whole, self.size * 1.24), theme.accent)
        canvas.text(self.text, x, y, self.size, theme.on_accent if self.fresh else theme.text, True)
        canvas.fill(Rect.of(x + before_caret, y - self.size * 0.6, max(2, self.px(2)), self.size * 1.2), theme.text)
        canvas.surface.set_clip(clip)


KEYS = ("7", "8", "9", "←", "4", "5", "6", "/", "1", "2", "3", "×", "−", "0", ".", "✓")
SIGNS: dict[str, tuple[str, Intent]] = {
    "←": ("delete", EntryKey("backspace")),
    "×": ("x", CancelEntry()),
    "✓": ("check", AcceptEntry()),
}
"""Keys that type nothing: their icons, and what they do."""


def keypad(field: Rect, unit: float, window: Rect) -> tuple[Button, ...]:
    """Return the keys on screen, below or above the field: digits, sign, point, stroke, delete, cancel and accept."""
    side = max(44, round(48 * unit))
    gap = max(2, round(4 * unit))
    whole = Rect(field.x, field.bottom + gap, 4 * (side + gap) + gap, 4 * (side + gap) + gap)
    if whole.bottom > window.bottom:
        whole = whole.moved(0, field.y - gap - whole.bottom)
    whole = whole.kept_inside(window)
    return tuple(_key(label, index, whole, side, gap, unit) for index, label in enumerate(KEYS))


def _key(label: str, index: int, whole: Rect, side: int, gap: int, unit: float) -> Button:
    row, column = divmod(index, 4)
    rect = Rect(whole.x + gap + column * (side + gap), whole.y + gap + row * (side + gap), side, side)
    icon, intent = SIGNS.get(label, ("", EntryText(label)))
    return Button(
        name=f"key {label}",
        rect=rect,
        unit=unit,
        intents=(intent,),
        icon=icon,
        label="" if icon else label,
        size=round(side * 0.45),
        style="field",
    )
