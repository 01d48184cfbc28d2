"""The small pictures under the source image: the colour image, and each of its channels, with the patch's outline."""

from __future__ import annotations

from functools import partial

import pygame

from ...core.grid import Grid, Region, block_around
from ...input.intent import Intent
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.frame import SMALL, Frame
from ...ui.geometry import Rect
from ...ui.lane_places import Tile
from ...ui.place import Pair
from ...ui.themes import Colour
from ...ui.widgets.base import Answer, Widget
from ...ui.widgets.stepping import Stepping
from ..colours import Colours, mixed_colours, pixel_colours, small_colours
from ..still import block_apart
from .small import (
    HIGH,
    WHOLE,
    Sheet,
    SmallGrid,
    cells_followed,
    draw_of_sheet,
    shrunk,
    small_grid,
    small_surface,
)

INSET = 4  # units from the card's edge to the picture


class ChannelPicture(Stepping, kw_only=True):
    """One channel in small, or with three hues all three at once; a click brings it forward.

    channels: its pixels, or those of red, green and blue. hues: of each; () for a map of the layer before.
    sheet: of all maps of that layer, which are drawn at once.
    """

    grid: SmallGrid
    channels: tuple[Same, ...]
    hues: tuple[Colour, ...]
    white: float
    words: str
    size: int
    chosen: bool
    intents: tuple[Intent, ...]
    sheet: Sheet | None = None

    stepped = "channels"

    focusable = True

    def activate(self) -> Answer:
        """Bring it forward."""
        return self.intents

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return where pixels have been painted, where nothing else has changed."""
        own = {"channels": self.channels, "sheet": self.sheet}
        if not isinstance(before, ChannelPicture) or before.changed(**own) != self:
            return super().changes(before)
        block = self._apart(before.channels)
        return (self.grid.rect,) if block is None else self.grid.around(block)

    def draw(self, canvas: Canvas) -> None:
        """Draw the card, the picture on it, and what it is, where that is to be drawn."""
        theme, radius = canvas.theme, self.px(8)
        canvas.rounded(self.rect, radius, theme.hovered if self.mood.hovered else theme.panel)
        canvas.outline(
            self.rect, radius, theme.text if self.chosen else theme.line, self.px(2.5 if self.chosen else 1.5)
        )
        if self.sheet is not None and self.grid.place is not None:
            draw_of_sheet(canvas, ("channels",), self.sheet, self.grid, self.white, partial(self._shades, canvas))
        else:
            canvas.surface.blit(self._picture(canvas), self.grid.rect[:2])
        x, y = self.rect.centre[0], (self.grid.rect.bottom + self.rect.bottom) / 2
        if canvas.surface.get_clip().bottom > y - HIGH * self.size:
            canvas.text(self.words, x, y, self.size, theme.text if self.chosen else theme.dim, True, 0.5)
        self.draw_focus(canvas, self.rect, radius)

    def _picture(self, canvas: Canvas) -> pygame.Surface:
        def make() -> pygame.Surface:
            if self.grid.place is None:
                return shrunk(self.grid, self._cells_of(canvas))
            return small_surface(canvas, self.grid, self._colours(canvas, WHOLE))

        def again(_: object, surface: pygame.Surface) -> bool:
            surface.blit(make(), (0, 0))  # in the place of the one before: those of all strokes would be kept
            return True

        key = ("channel", self.name, self.grid.size, self.grid.rect[2:], self.hues, self.white)
        return canvas.followed(key, self.channels, make, again)

    def _cells_of(self, canvas: Canvas) -> pygame.Surface:
        """Return a pixel for each pixel of the channels."""
        key = ("cells of channels", self.name, self.grid.size, self.hues, self.white)
        return cells_followed(canvas, key, self.channels, lambda block: self._colours(canvas, block), self._apart)

    def _apart(self, old: object) -> Region | None:
        """Return a block that holds all pixels that differ from those of before, in one channel or in several."""
        if not isinstance(old, tuple) or len(old) != len(self.channels):
            return None
        pairs = zip(old, self.channels, strict=True)
        blocks = [block_apart(before.thing, after.thing, after.since) for before, after in pairs if before != after]
        known = [block for block in blocks if block is not None]
        return block_around(known) if len(known) == len(blocks) else None

    def _colours(self, canvas: Canvas, block: Region) -> Colours:
        """Return the colours of a block of pixels."""
        channels, negative = [one.thing[block] for one in self.channels], canvas.theme.negative
        if not self.hues:
            return self._shades(canvas, channels[0])
        if len(channels) == 1:
            return pixel_colours(channels[0], self.white, self.hues[0], negative)
        return mixed_colours(channels, self.white)

    def _shades(self, canvas: Canvas, cells: Grid) -> Colours:
        """Return the shades of some cells of maps."""
        return small_colours(cells, self.white, canvas.theme.output, canvas.theme)


class PatchOutline(Widget, kw_only=True):
    """Where the patch is on a small picture."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the outline in the kernel's hue."""
        canvas.outline(self.rect, 1, canvas.theme.kernel, max(1.0, self.px(2)))


def channel_picture(
    frame: Frame,
    name: str,
    tile: Tile,
    channels: tuple[Same, ...],
    white: float,
    hues: tuple[Colour, ...],
    words: str,
    about: str,
    chosen: bool,
    intents: tuple[Intent, ...],
    sheet: Sheet | None = None,
) -> ChannelPicture:
    """Return the small picture of a channel in its place; its words are as large as have room."""
    inset = min(frame.px(INSET), max(1, tile.picture.w // 16))
    size = channels[0].thing.shape
    font = min(
        frame.size(SMALL), frame.type.largest(words, tile.rect.w - max(4, frame.px(10)), True, frame.size(SMALL))
    )
    return ChannelPicture(
        **frame.met(name, tile.rect),
        about=about,
        grid=small_grid(tile.picture.inset(inset), size),
        channels=channels,
        hues=hues,
        white=white,
        words=words,
        size=font,
        chosen=chosen,
        intents=intents,
        sheet=sheet,
    )


def patch_outline(picture: ChannelPicture, corner: Pair, extent: Pair) -> tuple[PatchOutline, ...]:
    """Return the outline of a patch on a small picture, as far as it lies on pixels."""
    rect = picture.grid.block(*corner, *extent)
    if not (rect.w and rect.h):
        return ()
    return (PatchOutline(name=f"{picture.name} patch", rect=rect.inset(-1).overlap(picture.rect), unit=picture.unit),)
