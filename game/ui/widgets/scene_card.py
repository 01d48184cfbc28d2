"""What the gallery is made of: a card with small pictures of what it opens, and a row that shows a shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...input.lesson_intents import AddScene
from ..canvas import Canvas
from ..geometry import Rect
from ..offers import Thumbnail
from ..themes import Colour
from .base import Answer
from .button import Button
from .offer_row import block_in, thumbnail_rect
from .thumbnails import draw_pair

if TYPE_CHECKING:
    from ...input.event_types import KeyDown

PICTURES = 2
"""Small pictures that a card has: the source image, and what becomes of it."""


class SceneCard(Button, kw_only=True):
    """A framed button with small pictures above its words: what it is called, on a line or two, and a line about it.

    seat: units of the height that the pictures have. lines: the words of its label. note: what is said of it while it
    is met. compared: it shows two settings side by side, which a sign says. scene: the one of a shelf that it opens, or
    None; one can be added to a lesson, by a button in the card's corner. `icon` stands in the place of pictures that
    there are none of; where there is neither, they are still to come. solved: a puzzle that was, which a tick says.
    patches, made: its walk as `offers.CardWalk` has it; instant: which of it is shown, None for all that it makes.
    """

    seat: float
    lines: tuple[str, ...]
    detail: str = ""
    detail_size: int = 18
    thumbnails: tuple[Thumbnail, ...] = ()
    note: str = ""
    compared: bool = False
    scene: object = None
    patches: tuple[tuple[int, int, int, int], ...] = ()
    made: tuple[int, ...] = ()
    instant: int | None = None
    solved: bool = False

    stepped = "cards"

    def key(self, event: KeyDown) -> Answer | None:
        """Insert adds its scene to the lesson that is being made."""
        return (AddScene(self.scene),) if event.key == "Insert" and self.scene is not None else super().key(event)

    @property
    def waits(self) -> bool:
        """Whether its pictures are still to be made."""
        return not self.thumbnails and not self.icon

    def draw(self, canvas: Canvas) -> None:
        """Draw the card, the pictures, the words, and the ring of the keys."""
        theme, face, radius = canvas.theme, self.rect, self.px(10)
        met = self.mood.hovered or self.mood.focused
        canvas.rounded(face, radius, theme.hovered if self.mood.pressed else theme.raised)
        canvas.outline(face, radius, theme.accent if met else theme.edge, self.px(2.5 if met else 1.3))
        edge = self.px(8)
        seat = Rect(face.x + edge, face.y + edge, face.w - 2 * edge, self.px(self.seat))
        canvas.rounded(seat, self.px(7), theme.ground)
        self._pictures(canvas, seat.inset(self.px(10)))
        if self.solved:
            side = self.px(30)
            disc = Rect(seat.right - side - self.px(6), seat.y + self.px(6), side, side)
            canvas.rounded(disc.inset(-self.px(2)), side / 2 + self.px(2), theme.ground)
            canvas.rounded(disc, side / 2, theme.output_text)
            canvas.icon("check", disc.inset(self.px(5)), theme.ground)
        x, y = face.x + self.px(14), float(seat.bottom + self.px(6))
        for line in self.lines:
            y += 1.3 * self.size
            canvas.text(line, x, y - 0.6 * self.size, self.size, theme.text, True)
        edge += max(36, self.px(40)) if self.scene is not None else 0
        sign = self.px(22) if self.compared else 0
        middle = y + 0.75 * self.detail_size
        detail = canvas.type.shortened(self.detail, self.detail_size, False, face.right - edge - sign - x)
        canvas.text(detail, x, middle, self.detail_size, theme.dim)
        if sign:
            canvas.icon("columns-2", Rect.of(face.right - edge - sign, middle - sign / 2, sign, sign), theme.dim)
        self.draw_focus(canvas, face, radius)

    def _pictures(self, canvas: Canvas, place: Rect) -> None:
        """Draw the pictures with an arrow between them, or what stands in their place."""
        arrow = self.px(26)
        if self.waits:
            for dot in (-1, 0, 1):
                side = self.px(8)
                at = Rect.of(place.centre[0] + dot * 2 * side - side / 2, place.centre[1] - side / 2, side, side)
                canvas.rounded(at, side / 2, canvas.theme.faint)
        elif self.thumbnails:
            draw_pair(canvas, self.thumbnails[:PICTURES], place, arrow, self.px(20))
            if len(self.thumbnails) >= PICTURES and self.instant is not None and self.instant < len(self.made):
                wide = (place.w - arrow) // PICTURES
                self._play(canvas, Rect(place.x, place.y, wide, place.h), place.right - wide, self.instant)
        else:
            side = min(place.h, self.px(64))
            canvas.icon(self.icon, place.centred(side, side), canvas.theme.dim)

    def _play(self, canvas: Canvas, place: Rect, right: int, instant: int) -> None:
        """Show an instant of the walk: where the kernel is, and as much of the map as stands."""
        image, output = self.thumbnails[:PICTURES]
        rows, columns = output.shades.shape[:2]
        inner = thumbnail_rect(output, place._replace(x=right))
        row, column = divmod(self.made[instant], columns)
        for first, left, last in ((row, column, row + 1), (row + 1, 0, rows)):
            if first < last <= rows and left < columns:
                empty = block_in(inner, (rows, columns), (first, left, last - first, columns - left))
                canvas.fill(empty, canvas.theme.ground)
        canvas.outline(inner, 0, canvas.theme.edge, 1)
        if self.patches:
            own = thumbnail_rect(image, place)
            patch = block_in(own, image.shades.shape[:2], self.patches[instant]).overlap(own)
            canvas.outline(patch.inset(-1), 0, canvas.theme.accent, self.px(3))


class AddButton(Button, kw_only=True):
    """The + on a card, for a pointer alone: by keys the card itself adds its scene."""

    focusable = False
    captures = True  # what has no focus answers the pointer by that


class ShelfRow(Button, kw_only=True):
    """A row of the gallery's list: an icon, a name and a number, or the icon alone. `on`: its scenes are shown."""

    count: str = ""
    folded: bool = False

    stepped = "shelves"

    def _ground(self, canvas: Canvas) -> Colour | None:
        return canvas.theme.hovered if self.on else super()._ground(canvas)

    def _content(self, canvas: Canvas, face: Rect, ink: Colour) -> None:
        theme, side = canvas.theme, self.px(24)
        ink = theme.kernel_text if self.on else theme.text if self.mood.hovered else theme.dim
        if self.on:
            wide = self.px(4)
            canvas.rounded(Rect(face.x, face.y + self.px(8), wide, face.h - 2 * self.px(8)), wide / 2, theme.accent)
        if self.folded:
            canvas.icon(self.icon, face.centred(side, side), ink)
            return
        middle = face.centre[1]
        canvas.icon(self.icon, Rect.of(face.x + self.px(18), middle - side / 2, side, side), ink)
        words = theme.text if self.on else theme.dim
        canvas.text(self.label, face.x + self.px(58), middle, self.size, words, True)
        canvas.text(self.count, face.right - self.px(14), middle, self.size, theme.dim, align=1.0)
