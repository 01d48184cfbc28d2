"""A select: a field that shows what is chosen, and the list that it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...input.intent import Intent
from ...input.interface_intents import ClosePopup, HighlightItem, OpenPopup, ScrollTo
from ...value import Value
from ..canvas import Canvas
from ..geometry import Rect
from .base import Answer, Widget

if TYPE_CHECKING:
    from ...input.event_types import KeyDown


class Select(Widget, kw_only=True):
    """A field with the chosen item's words; a press opens the list of the same name."""

    shown: str
    size: int
    opened: bool = False

    focusable = True

    def activate(self) -> Answer:
        """Open the list, or close it."""
        return (ClosePopup(),) if self.opened else (OpenPopup(self.name),)

    def key(self, event: KeyDown) -> Answer | None:
        """Open the list on the down arrow."""
        return (OpenPopup(self.name),) if event.key == "Down" and not event.control else None

    def draw(self, canvas: Canvas) -> None:
        """Draw the field, its words and the arrow."""
        theme = canvas.theme
        ground = theme.hovered if self.mood.hovered or self.opened else theme.raised
        canvas.rounded(self.rect, self.px(8), ground)
        canvas.outline(self.rect, self.px(8), theme.edge, self.px(1.3))
        arrow = self.px(24)
        room = self.rect.w - self.px(28) - arrow
        words = canvas.type.shortened(self.shown, self.size, True, room)
        canvas.text(words, self.rect.x + self.px(14), self.rect.centre[1], self.size, theme.text, bold=True)
        place = Rect.of(self.rect.right - arrow - self.px(8), self.rect.centre[1] - arrow / 2, arrow, arrow)
        canvas.icon("chevron-up" if self.opened else "chevron-down", place, theme.dim)
        self.draw_focus(canvas, self.rect, self.px(8))


class Item(Value):
    """A row of a list: its words, what it answers with, and why it cannot be chosen now ("" when it can)."""

    words: str
    intents: tuple[Intent, ...]
    reason: str = ""
    icon: str = ""
    chosen: bool = False


class PopupList(Widget, kw_only=True):
    """An open list; it scrolls where it is higher than its place. Keys reach it by the table."""

    items: tuple[Item, ...]
    highlighted: int
    size: int
    row_height: int
    offset: int = 0  # device pixels scrolled

    captures = True

    @property
    def content_height(self) -> int:
        """The height of all rows."""
        return self.row_height * len(self.items)

    @property
    def most_offset(self) -> int:
        """How far the list can be scrolled."""
        return max(0, self.content_height + self.px(12) - self.rect.h)

    def index_at(self, y: float) -> int:
        """Return the index of the row at a y in the window; above and below the list there is none of that index."""
        return int((y - self.rect.y - self.px(6) + self.offset) // self.row_height)

    def press(self, x: float, y: float) -> Answer:
        """Highlight the row; the release chooses it."""
        index = self.index_at(y)
        return (HighlightItem(index),) if self.hit(x, y) and 0 <= index < len(self.items) else ()

    def drag(self, x: float, y: float) -> Answer:
        """Highlight the row under the pointer."""
        return self.press(x, y)

    def release(self, x: float, y: float) -> Answer:
        """Choose the row under the pointer."""
        return self.choose(self.index_at(y)) if self.hit(x, y) else ()

    def choose(self, index: int) -> Answer:
        """Answer with what a row stands for, and close the list; a disabled row does nothing."""
        if not 0 <= index < len(self.items) or self.items[index].reason:
            return ()
        return (ClosePopup(), *self.items[index].intents)

    def moved(self, steps: int) -> Answer:
        """Move the highlight by so many rows; it stays in the list."""
        return self._highlight(min(max(self.highlighted + steps, 0), len(self.items) - 1))

    def found(self, typed: str) -> Answer:
        """Highlight the first row that begins with what was typed, else the first that has it; without one, nothing."""
        wanted = " ".join(typed.casefold().split())
        names = [" ".join(item.words.casefold().split()) for item in self.items]
        having = [index for index, name in enumerate(names) if wanted in name]
        beginning = [index for index in having if names[index].startswith(wanted)]
        return self._highlight((beginning or having)[0]) if wanted and having else ()

    def _highlight(self, index: int) -> Answer:
        """Highlight a row and bring it into view."""
        top, bottom = index * self.row_height, (index + 1) * self.row_height + self.px(12) - self.rect.h
        offset = min(self.offset, top) if top < self.offset else max(self.offset, bottom)
        moved = (ScrollTo(self.name, offset / self.unit),) if offset != self.offset else ()
        return (HighlightItem(index), *moved)

    def draw(self, canvas: Canvas) -> None:
        """Draw the ground and the rows that are in view."""
        theme = canvas.theme
        canvas.rounded(self.rect, self.px(10), theme.raised)
        canvas.outline(self.rect, self.px(10), theme.edge, self.px(1.3))
        inside = self.rect.inset(self.px(4))
        before = canvas.surface.get_clip()
        canvas.surface.set_clip(before.clip(inside))
        for index, item in enumerate(self.items):
            y = self.rect.y + self.px(6) + index * self.row_height - self.offset
            if y + self.row_height > inside.y and y < inside.bottom:
                whole = inside.y <= y + self.row_height // 4 and y + 3 * self.row_height // 4 <= inside.bottom
                self._row(canvas, item, Rect(inside.x, y, inside.w, self.row_height), index == self.highlighted, whole)
        canvas.surface.set_clip(before)
        if self.most_offset:
            self._thumb(canvas, inside)

    def _row(self, canvas: Canvas, item: Item, rect: Rect, highlighted: bool, whole: bool) -> None:
        """Draw a row; where it is cut at the list's end its icon is left out, of which nothing could be told."""
        theme = canvas.theme
        if highlighted:
            canvas.rounded(rect, self.px(7), theme.hovered)
        ink = theme.faint if item.reason else theme.text
        x, side = rect.x + self.px(12), self.px(20)
        if whole and (item.icon or item.chosen):
            icon = Rect.of(x, rect.centre[1] - side / 2, side, side)
            canvas.icon(item.icon or "check", icon, ink if item.icon else theme.kernel_text)
        if any(other.icon or other.chosen for other in self.items):
            x += side + self.px(10)
        room = rect.right - self.px(10) - x
        words = f"{item.words} ({item.reason})" if item.reason else item.words
        canvas.text(canvas.type.shortened(words, self.size, False, room), x, rect.centre[1], self.size, ink)

    def _thumb(self, canvas: Canvas, inside: Rect) -> None:
        height = inside.h * inside.h / max(1, self.content_height)
        y = inside.y + (inside.h - height) * self.offset / self.most_offset
        canvas.rounded(Rect.of(inside.right - self.px(6), y, self.px(5), height), self.px(2.5), canvas.theme.edge)
