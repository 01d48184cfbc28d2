"""The output feature map: the cells that stand, the one being made, and the legend of their shades."""

from __future__ import annotations

import numpy as np
import pygame

from ..core.grid import Grid
from ..core.result import apart
from ..input.intent import Intent
from ..input.interface_intents import NextMapLook, ToggleLock
from ..input.mode_intents import ToggleSharedScale
from ..play.choices import HUES, MAGNITUDE
from ..session.boards import Board
from ..ui.canvas import Canvas
from ..ui.frame import SMALL
from ..ui.geometry import EMPTY, Rect
from ..ui.patterns import LEVELS, draw_pattern
from ..ui.place import GridPlace
from ..ui.themes import looking, shade
from ..ui.widgets.base import Answer, Widget
from ..words.numbers import decimals_of
from ..words.texts import text
from .colours import shade_colours
from .frame import StillFrame, on_side
from .making import draw_clipped
from .numbers import NumberLook, share_words, shown
from .pencil import Pencil
from .still import LINED, blit_run, empty_surface, scaled, shaded_surface


class Output(Widget, kw_only=True):
    """The map with its first `made` cells; a value beyond a locked scale is clipped and marked."""

    place: GridPlace
    board: Board
    made: int
    look: NumberLook

    opaque = True

    def draw(self, canvas: Canvas) -> None:
        """Draw the cells that stand, and the rest as empty ones."""
        place, surface, count = self.place, canvas.surface, self.place.rows * self.place.columns
        blit_run(surface, shaded_surface(canvas, place, self.board, "output", self.look), place, 0, self.made)
        if self.made < count:
            blit_run(surface, empty_surface(canvas, place), place, self.made, count)
        if self.board.clipped and not place.fine:  # cells without a gap are too small for marks
            values = self.board.grid.ravel()[: self.made]
            mark_clipped(canvas, place, values, self.board.magnitude, self.board.map_look)
        if self.board.map_look != HUES and place.pitch < LINED:
            canvas.outline(place.rect, 0, canvas.theme.padding, 1)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the cells that have come or gone."""
        if not isinstance(before, Output) or before.changed(made=self.made, board=self.board) != self:
            return super().changes(before)
        if before.board != self.board:
            return super().changes(before) if before.made != self.made else self._values_changed(before)
        return self.place.run(min(before.made, self.made), max(before.made, self.made))

    def _values_changed(self, before: Output) -> tuple[Rect, ...]:
        """Return where cells have other values, as while an image is painted."""
        then, now = before.board, self.board
        alike = then.changed(values=now.values, widest=now.widest, known=now.known, since=now.since) == now
        if not alike or then.grid.shape != now.grid.shape:
            return super().changes(before)
        return self.place.block_of(apart(then.grid, now.grid, now.since))


def mark_clipped(canvas: Canvas, place: GridPlace, values: Grid, magnitude: float, map_look: str) -> None:
    """Mark the cells, from the first one on in row order, whose values are beyond the scale."""
    flat, pencil = values.ravel(), Pencil(place)
    for index in np.flatnonzero(np.abs(flat) > magnitude).tolist():
        draw_clipped(canvas, pencil.corner(divmod(index, place.columns)), float(flat[index]), magnitude, map_look)


RING = 4  # units around the shades of the legend that its ring takes


class Legend(Widget, kw_only=True):
    """The scale of the output's shades: 0 … M, or −M … M when anything is negative. A click changes how they look.

    intents: what goes to the next look; none while the scale is fixed.
    """

    magnitude: float
    signed: bool
    map_look: str
    intents: tuple[Intent, ...]
    low: str
    high: str
    words: str
    size: int

    yields = True

    @property
    def focusable(self) -> bool:  # type: ignore[override]  # fixed, it is only looked at
        """Whether it takes the ring: not where a click does nothing."""
        return bool(self.intents)

    @property
    def bar(self) -> Rect:
        """Where the shades are; the ring has room around them."""
        around = self.px(RING)
        return Rect(self.rect.x + around, self.rect.y + around, self.rect.w - 2 * around, self.px(16))

    @property
    def below_zero(self) -> bool:
        """Whether the scale begins below 0."""
        return self.signed and self.map_look != MAGNITUDE

    def activate(self) -> Answer:
        """Go to the next look."""
        return self.intents

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar and its three labels."""
        bar = self.bar
        canvas.surface.blit(self._bar(canvas, bar), bar[:2])
        if self.map_look != HUES or self.mood.hovered:
            canvas.outline(bar, 0, canvas.theme.text if self.mood.hovered else canvas.theme.edge, 1)
        y = bar.bottom + self.px(20)
        low = canvas.text(self.low, bar.x, y, self.size, canvas.theme.text, True)
        high = canvas.text(self.high, bar.right, y, self.size, canvas.theme.text, True, 1)
        room = bar.w - low - high - self.px(20)
        if canvas.type.width(self.words, self.size, False) <= room:
            middle = bar.x + low + (bar.w - low - high) / 2
            canvas.text(self.words, middle, y, self.size, canvas.theme.dim, False, 0.5)
        if self.below_zero:
            canvas.fill(Rect.of(bar.centre[0] - 1, bar.y, 2, bar.h + 4), canvas.theme.edge)
        self.draw_focus(canvas, bar.inset(-self.px(RING)), self.px(5))

    def _bar(self, canvas: Canvas, bar: Rect) -> pygame.Surface:
        def make() -> pygame.Surface:
            theme = looking(canvas.theme, self.map_look)
            values = np.linspace(-1.0 if self.below_zero else 0.0, 1.0, bar.w)[None, :]
            colours = shade_colours(values, 1.0 if self.magnitude else 0.0, theme.output, theme)
            whole = scaled(colours, bar[2:])
            if self.magnitude:
                self._bar_patterns(canvas.onto(whole), bar)
            return whole

        return canvas.kept(("legend", bar.w, bar.h, self.below_zero, bool(self.magnitude), self.map_look), make)

    def _bar_patterns(self, canvas: Canvas, bar: Rect) -> None:
        """Draw the patterns of the scale's parts over the bar, in a theme that has any."""
        theme, parts = looking(canvas.theme, self.map_look), range(-LEVELS if self.below_zero else 0, LEVELS)
        for index, part in enumerate(parts):
            left, right = bar.w * index // len(parts), bar.w * (index + 1) // len(parts)
            share = (part + 1 if part >= 0 else part) / LEVELS
            colour = shade(share, 1.0, theme.output, theme)
            draw_pattern(canvas, Rect(left, 0, right - left, bar.h), 0, "output", share, colour)


def legend(frame: StillFrame, place: Rect, below: Rect = EMPTY) -> tuple[Widget, ...]:
    """Return the legend of the output's shades with its lock; in Compare, with the button for one scale or two.

    below: where its words stand, if not within it.
    """
    if not place.h:
        return ()
    if frame.still.compares:
        return _compared(frame, place)
    look, decimals = frame.side.boards.output.map_look, frame.side.boards.output.decimals
    note, words = "", text("legend.words" if look == HUES else f"legend.words.{look}")
    if frame.side.boards.output.cut and frame.still.interface.lock is None:
        from ..core.map_scale import WITHIN  # few images are large pictures

        words, note = text("legend.cut", share=WITHIN), text("legend.cut.tip", share=WITHIN)
    own = () if not below.h else (frame.label("legend words", below, words, frame.size(19), "dim"),)
    shades, beside = _scale(frame, place, frame.px(34), "" if own else words, decimals, note)
    if frame.still.asks:
        return (shades,)  # the scale is fixed
    locked = frame.still.interface.lock is not None
    tip, icon = ("legend.unlock", "lock") if locked else ("legend.lock", "lock-open")
    return shades, *own, frame.button("lock", beside, ToggleLock(), tip=text(tip), icon=icon, on=locked)


def _compared(frame: StillFrame, place: Rect) -> tuple[Widget, ...]:
    """Return the legend of a side's shades, and the button that joins both scales or parts them; in Present only it."""
    shared, presenting, label = frame.still.shared, frame.layout.presenting, ""
    how, icon = ("shared", "link") if shared else ("own", "unlink")
    decimals = 0 if shared else frame.side.boards.output.decimals  # one scale is written in one way
    shades, rect = _scale(frame, place, max(frame.px(34), 20), text(f"compare.legend.{how}"), decimals)
    if presenting:  # the scale's numbers would be too small for the back row
        rect, label = Rect(place.x, place.y, scale_button(frame), place.h), text(f"compare.{how}")
    button = frame.button(
        on_side("shared scale", frame.side.side),
        rect,
        ToggleSharedScale(),
        tip=text(f"compare.{how}.tip"),
        icon=icon,
        label=label,
        size=frame.size(SMALL),
        on=shared,
    )
    return (button,) if presenting else (shades, button)


def scale_button(frame: StillFrame) -> int:
    """Return the width of the button that joins both scales, with its words in Present; 0 in the window."""
    if not frame.layout.presenting:
        return 0
    words = text("compare.shared" if frame.still.shared else "compare.own")
    return frame.type.width(words, frame.size(SMALL), False) + frame.px(60)


def _scale(frame: StillFrame, place: Rect, side: int, words: str, decimals: int, note: str = "") -> tuple[Legend, Rect]:
    """Return the output's shades, written with so many decimals or as many as they need, and a square beside them.

    note: what else its tooltip says.
    """
    board, fixed = frame.side.boards.output, frame.still.question is not None
    decimals = decimals or decimals_of(board.magnitude, frame.still.settings.decimals)
    tip = frame.tips((text(f"legend.look.{board.map_look}"), None), (text("legend.next"), NextMapLook(told=True)))
    if note:
        tip = frame.tips((note, None), *tip.lines)
    below, above = ("\u2264\u00a0", "\u2265\u00a0") if board.cut else ("", "")
    ring = frame.px(RING)
    rect = Rect(place.x - ring, place.y - ring, place.w - side - frame.px(6) + 2 * ring, place.h + ring)
    shades = Legend(
        **frame.met(on_side("legend", frame.side.side), rect),
        about="" if fixed else tip,
        magnitude=board.magnitude,
        signed=board.signed,
        map_look=board.map_look,
        intents=() if fixed else (NextMapLook(),),
        low=below + shown(-board.magnitude, decimals) if board.signed and board.map_look != MAGNITUDE else "0",
        high=above + (share_words if board.shares else shown)(board.magnitude, decimals),
        words=words,
        size=frame.size(19),
    )
    return shades, Rect(place.right - side, place.y - frame.px(8), side, side)
