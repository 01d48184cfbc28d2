"""Buttons and toggles: an icon, a word, or both; heads of sections that fold; shades to paint with."""

from __future__ import annotations

from ...input.intent import Intent
from ...input.window_intents import SetBrush, SetBrushColour, ToggleSection
from ..canvas import Canvas
from ..geometry import Rect
from ..themes import Colour
from .base import Answer, Widget

SHARES = {"primary": 0.46, "filled": 0.66}
"""What the icon takes of a button that has no label, where it is not the share of those on a bar."""
NAME_PAD, NAME_ICON = 8.0, 20.0
"""Units: around and between the parts of a name that can be typed anew, and of the side of its pencil."""
FILLED = ("primary", "filled")
"""Styles with a ground of the accent's colour, which says: this is the one to press."""


class Button(Widget, kw_only=True):
    """A button with an icon and/or a label; `on` makes it a toggle that shows its state."""

    intents: tuple[Intent, ...]
    icon: str = ""
    label: str = ""
    size: int = 20  # font size of the label
    icon_units: float = 22.0  # side of an icon beside a label
    style: str = "plain"
    """Plain (an icon on a bar), quiet (words in a bar), filled, primary (round: play), field (framed), or tool.

    A tool is framed, and filled while it is on.
    """
    on: bool | None = None

    focusable = True

    def activate(self) -> Answer:
        """Answer with its intents, unless disabled."""
        return self.intents if self.mood.enabled else ()

    def draw(self, canvas: Canvas) -> None:
        """Draw ground, icon, label and focus ring."""
        face = self._face()
        radius = face.h / 2 if self.style == "primary" else self.px(9)
        ground = self._ground(canvas)
        if ground is not None:
            canvas.rounded(face, radius, ground)
        if self._framed:
            canvas.outline(face, radius, canvas.theme.edge if self.mood.enabled else canvas.theme.line, self.px(1.5))
        self._content(canvas, face, self._ink(canvas))
        self.draw_focus(canvas, face, radius)

    @property
    def _framed(self) -> bool:
        return self.style in ("field", "tool")

    @property
    def _taken(self) -> bool:
        """Whether it is a tool that is in the hand."""
        return self.style == "tool" and bool(self.on)

    def _face(self) -> Rect:
        if self.style == "primary":
            side = min(self.rect.w, self.rect.h)
            return self.rect.centred(side, side)
        if self.style == "filled":
            return self.rect.centred(self.rect.w, min(self.rect.h, max(34, self.px(44))))
        return self.rect

    def _ground(self, canvas: Canvas) -> Colour | None:
        theme = canvas.theme
        if self.style in FILLED:
            return theme.text if self.mood.pressed else theme.accent
        if self._taken:
            return theme.accent
        if self.mood.enabled and self.mood.pressed:
            return theme.line if self._framed else theme.hovered
        if self.mood.enabled and self.mood.hovered:
            return theme.hovered
        return theme.raised if self._framed else None

    def _ink(self, canvas: Canvas) -> Colour:
        theme = canvas.theme
        if not self.mood.enabled:
            return theme.faint
        if self.style in FILLED:
            return theme.ground if self.mood.pressed else theme.on_accent
        if self.style == "tool":
            return theme.on_accent if self._taken else theme.text
        if self.style == "quiet" and not self.mood.hovered:
            return theme.dim
        if self.on is not None:
            return theme.kernel_text if self.on else theme.dim
        return theme.text

    def _content(self, canvas: Canvas, face: Rect, ink: Colour) -> None:
        if not self.label:
            side = round(min(face.w, face.h) * SHARES.get(self.style, 0.58))
            canvas.icon(self.icon, face.centred(side, side), ink)
            return
        bold = self.style in ("field", "filled")
        side = self.px(self.icon_units) if self.icon else 0
        gap = self.px(8) if self.icon else 0
        width = canvas.type.width(self.label, self.size, bold) + side + gap
        x, y = face.x + (face.w - width) / 2, face.centre[1]
        if self.icon:
            canvas.icon(self.icon, Rect.of(x, y - side / 2, side, side), ink)
        canvas.text(self.label, x + side + gap, y, self.size, ink, bold)


class NameButton(Button, kw_only=True):
    """A name that can be typed anew: quiet words, and behind them a pencil, which is pressed as well as they are."""

    style: str = "quiet"

    def _content(self, canvas: Canvas, face: Rect, ink: Colour) -> None:
        side, pad = self.px(NAME_ICON), self.px(NAME_PAD)
        canvas.text(self.label, face.x + pad, face.centre[1], self.size, ink, bold=False)
        pencil = Rect.of(face.right - pad - side, face.centre[1] - side / 2, side, side)
        canvas.icon("pencil", pencil, ink)


class Head(Widget, kw_only=True):
    """A line of words behind a mark that points down while the section is open, else to the right.

    begins: what has to begin for its section to be there; None: it is there, and folds.
    """

    words: str
    size: int
    section: str
    opened: bool
    begins: Intent | None = None

    focusable = True

    def activate(self) -> Answer:
        """Fold the section, or open it."""
        return (ToggleSection(self.section) if self.begins is None else self.begins,)

    def draw(self, canvas: Canvas) -> None:
        """Draw ground, mark and words."""
        theme, (x, y, _, h) = canvas.theme, self.rect
        if self.mood.hovered:
            canvas.rounded(self.rect, self.px(9), theme.line if self.mood.pressed else theme.hovered)
        side, left = self.px(20), x + self.px(8)
        icon = "chevron-down" if self.opened else "chevron-right"
        canvas.icon(icon, Rect(left, y + (h - side) // 2, side, side), theme.dim)
        canvas.text(self.words, left + side + self.px(8), y + h / 2, self.size, theme.text, bold=True)
        self.draw_focus(canvas, self.rect, self.px(9))


class Paint(Widget, kw_only=True):
    """A colour that a press takes as the brush, with a ring while it is the one. `face`: what it looks like."""

    takes: SetBrush | SetBrushColour
    face: Colour
    chosen: bool

    focusable = True

    def activate(self) -> Answer:
        """Take it."""
        return (self.takes,)

    def draw(self, canvas: Canvas) -> None:
        """Draw the shade as pixels are drawn, and the ring around it."""
        theme = canvas.theme
        thin, radius = max(1, self.px(1.5)), self.px(8)
        face = self.rect.inset(self.px(4))
        canvas.rounded(face, radius, theme.text if self.mood.hovered else theme.edge)
        canvas.rounded(face.inset(thin), radius - thin, self.face)
        if self.chosen:
            canvas.outline(self.rect, radius + self.px(4), theme.text, max(2, self.px(2.5)))
        self.draw_focus(canvas, self.rect, radius + self.px(4))
