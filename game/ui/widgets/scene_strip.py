"""The scenes of a lesson in their order: small pictures with numbers, to choose from and to drag into another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...input.lesson_intents import ChooseScene, MoveScene, PresentLesson, RemoveScene
from ..canvas import Canvas
from ..geometry import Rect
from ..offers import Thumbnail
from .base import Answer, Widget
from .offer_row import draw_thumbnail

if TYPE_CHECKING:
    from ...input.event_types import KeyDown

GAP = 12
"""Units between two pictures."""
END = 14
"""Units at both ends, where an arrow stands while there are scenes beyond it."""
ASKED, COMPARED, NOTED = "circle-help", "columns-2", "info"
"""The icons of what a scene has: a question, a side B of Compare, a note."""
ROLES = {ASKED: "now_text", COMPARED: "text", NOTED: "text"}
"""Their colours."""


class SceneStrip(Widget, kw_only=True):
    """Tiles in a row, of which as many are seen as have room: those around the chosen one.

    side: device pixels of a tile. first: the one that stands at the left. marks: the icons of what each has.
    A press chooses, at an end the next one beyond; a drag moves what was chosen; arrows choose, with Ctrl they move;
    Delete takes out.
    """

    thumbnails: tuple[Thumbnail, ...]
    chosen: int | None
    side: int
    first: int = 0
    marks: tuple[tuple[str, ...], ...] = ()
    label_size: int = 18

    focusable = True
    captures = True

    @property
    def shown(self) -> range:
        """The scenes that are seen."""
        room = max(1, (self.rect.w - 2 * self.px(END) + self.px(GAP)) // self._pitch)
        return range(self.first, min(self.first + room, len(self.thumbnails)))

    @property
    def _pitch(self) -> int:
        return self.side + self.px(GAP)

    def tile(self, index: int) -> Rect:
        """Return the place of a scene that is seen."""
        x = self.rect.x + self.px(END) + (index - self.first) * self._pitch
        return Rect(x, self.rect.y + (self.rect.h - self.side) // 2, self.side, self.side)

    def scene_at(self, x: float) -> int | None:
        """Return the scene at an x in the window, the nearest one; None where there is none at all."""
        if not self.shown:
            return None
        index = self.first + int((x - self.rect.x - self.px(END)) // self._pitch)
        return min(max(index, self.shown[0]), self.shown[-1])

    def ends(self) -> dict[int, Rect]:
        """Return the scenes that stand next beyond what is seen, and where the arrows are that bring them."""
        seen, wide, (x, y, w, h) = self.shown, self.px(END), self.rect
        beyond = {seen[0] - 1: Rect(x, y, wide, h), seen[-1] + 1: Rect(x + w - wide, y, wide, h)} if seen else {}
        return {index: place for index, place in beyond.items() if 0 <= index < len(self.thumbnails)}

    def press(self, x: float, y: float) -> Answer:
        """Choose the scene under the pointer, or the one that an arrow brings; beside all, none."""
        for beyond, end in self.ends().items():
            if end.contains(x, y):
                return (ChooseScene(beyond),)
        index = self.scene_at(x)
        return (ChooseScene(index if index is not None and self.tile(index).contains(x, y) else None),)

    def drag(self, x: float, y: float) -> Answer:
        """Bring the chosen scene to where the pointer is."""
        del y
        to = self.scene_at(x)
        if to is None or self.chosen is None or to == self.chosen:
            return ()
        return (MoveScene(self.chosen, to),)

    def release(self, x: float, y: float) -> Answer:
        """Leave what is chosen as it is."""
        del x, y
        return ()

    def activate(self) -> Answer:
        """Lead through the lesson from the chosen scene on."""
        return () if self.chosen is None else (PresentLesson(self.chosen),)

    def key(self, event: KeyDown) -> Answer | None:
        """Choose, move and take out by keys."""
        steps = {"Left": -1, "Right": 1}
        if event.key in steps and self.thumbnails:
            step = steps[event.key]
            if event.control and self.chosen is not None:
                return (MoveScene(self.chosen, self.chosen + step),)
            to = 0 if self.chosen is None else min(max(self.chosen + step, 0), len(self.thumbnails) - 1)
            return (ChooseScene(to),)
        if event.key == "Delete" and self.chosen is not None:
            return (RemoveScene(self.chosen),)
        return None

    def draw(self, canvas: Canvas) -> None:
        """Draw the tiles, the chosen one with a ring in the colour of text."""
        for index in self.shown:
            self._draw_tile(canvas, index, self.tile(index))
        for beyond, end in self.ends().items():
            side = min(end.w + self.px(6), end.h)
            canvas.icon(
                f"chevron-{'left' if beyond < self.first else 'right'}", end.centred(side, side), canvas.theme.text
            )
        self.draw_focus(canvas, self.rect, self.px(8))

    def _draw_tile(self, canvas: Canvas, index: int, place: Rect) -> None:
        theme, radius = canvas.theme, self.px(8)
        canvas.rounded(place, radius, theme.ground)
        draw_thumbnail(canvas, self.thumbnails[index], place.inset(self.side // 4), ruled=True)
        chosen = index == self.chosen
        canvas.outline(place, radius, theme.text if chosen else theme.edge, self.px(3 if chosen else 1.3))
        size = min(self.label_size, self.side // 4)
        canvas.text(f"{index + 1}", place.x + self.px(10), place.y + 0.75 * size, size, theme.text, True)
        for icon in self.marks[index] if index < len(self.marks) else ():
            canvas.icon(icon, self.mark_at(icon, place), getattr(theme, ROLES[icon]))

    def mark_at(self, icon: str, tile: Rect) -> Rect:
        """Return the place of a mark on a tile, each in a corner of its own: the number has the fourth."""
        side, pad = min(self.px(24), self.side // (3 if icon == ASKED else 4)), self.px(4)
        x = tile.x + pad if icon == NOTED else tile.right - side - pad
        y = tile.y + pad if icon == ASKED else tile.bottom - side - pad
        return Rect(x, y, side, side)
