"""Make the README's moving picture, ``assets/kernelscope.gif``: a digit is read and a kernel learns, as in the window.

``python -m tests.tools.moving_picture`` needs no screen. What it tells is in ``moving_scenes.py``; above the window
stand a few words, and over it a hand, for on a page there is neither a teacher nor a pointer.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
from PIL import Image

from game.export.gif import GifWriter, image_of, palette_of
from game.input.intent import Cell
from game.session.shown import shown
from game.shell.display import prepare_without_screen
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.offers import Offers
from game.ui.themes import THEMES
from game.ui.typeface import Typeface
from game.view.builder import Builder
from game.view.compositor import Compositor
from game.view.frame import frame_of
from game.view.window import Window
from tests.tools.moving_scenes import PAUSE, Hand, Shot, Target, scenes

TARGET = Path(__file__).parents[2] / "assets" / "kernelscope.gif"
WINDOW = (960, 540)
"""As wide as a README is shown: its numbers are read there."""
HEAD = 44
"""Pixels above the window, where the words stand."""
TEXT = 22
ARROW = ((0, 0), (0, 22), (5, 17), (9, 26), (13, 24), (9, 16), (16, 16))
"""The corners of the hand, from its tip."""
SEEN = 12
"""Pictures of which the palette is made."""
LARGER = 4
"""The hand is drawn so many times as large and averaged down."""


class Drawer:
    """Draws shots one after another: words, window and hand, on one surface."""

    def __init__(self) -> None:
        prepare_without_screen()
        size = (WINDOW[0], WINDOW[1] + HEAD)
        self._surface = pygame.display.set_mode(size)
        self._typeface, self._builder, self._compositor = Typeface(), Builder(), Compositor()
        self._theme, cache = THEMES["night"], SurfaceCache()
        self._head = Canvas(self._surface, self._theme, self._typeface, cache)
        self._canvas = Canvas(pygame.Surface(WINDOW).convert(), self._theme, self._typeface, cache)
        self._hand = hand()

    def picture(self, shot: Shot) -> Image.Image:
        """Return the picture of a shot."""
        frame = frame_of(shown(shot.state), WINDOW, self._typeface)
        window = self._builder.window(frame, Offers())
        self._compositor.draw(self._canvas, window.widgets)
        self._head.fill(Rect(0, 0, WINDOW[0], HEAD), self._theme.panel)
        self._head.text(shot.words, WINDOW[0] / 2, HEAD / 2, TEXT, self._theme.text, bold=True, align=0.5)
        self._surface.blit(self._canvas.surface, (0, HEAD))
        if shot.hand is not None:
            x, y = place_of(shot.hand, window)
            self._surface.blit(self._hand, (round(x), round(y) + HEAD))
        return image_of(self._surface).copy()


def place_of(hand: Hand, window: Window) -> tuple[float, float]:
    """Return where the tip of a hand is in a window."""
    (x, y), (to_x, to_y) = (middle(target, window) for target in (hand.begin, hand.end))
    return x + hand.share * (to_x - x), y + hand.share * (to_y - y)


def middle(target: Target, window: Window) -> tuple[float, float]:
    """Return the middle of a cell or a widget."""
    if isinstance(target, Cell):
        return window.cell_rect(target).centre
    widget = window.named(target)
    if widget is None:
        raise LookupError(f"there is no {target}")
    return widget.visible.centre


def hand() -> pygame.Surface:
    """Return an arrow as it is known from every screen, white with a black rim."""
    large = pygame.Surface((20 * LARGER, 30 * LARGER), pygame.SRCALPHA)
    corners = [((x + 1) * LARGER, (y + 1) * LARGER) for x, y in ARROW]
    pygame.draw.polygon(large, (255, 255, 255), corners)
    pygame.draw.lines(large, (0, 0, 0), True, corners, round(1.5 * LARGER))
    return pygame.transform.smoothscale(large, (20, 30))


def pictures() -> Iterator[Image.Image]:
    """Yield all pictures, PAUSE apart."""
    drawer = Drawer()
    for scene in scenes():
        yield from map(drawer.picture, scene)


def colours(drawn: list[Image.Image]) -> Image.Image:
    """Return one palette for all pictures: of a few of them, and of the theme, or hues of small words were lost."""
    theme = [each for each in vars(THEMES["night"]).values() if isinstance(each, tuple) and len(each) == 3]
    swatches = Image.new("RGB", (len(theme), 1))
    swatches.putdata(theme)
    few = drawn[:: max(1, len(drawn) // SEEN)]
    return palette_of([*few, swatches.resize(drawn[0].size, Image.Resampling.NEAREST)])


def main() -> int:
    """Draw the pictures, write the file, and say how large it is."""
    parser = argparse.ArgumentParser(description="Make the README's moving picture.")
    parser.add_argument("target", nargs="?", type=Path, default=TARGET, help="where it goes")
    target = parser.parse_args().target
    drawn = list(pictures())
    with target.open("wb") as file:
        writer = GifWriter(file, drawn[0].size, colours(drawn))
        for picture in drawn:
            writer.add(picture, round(PAUSE * 100))
        writer.finish()
    print(f"{target}: {len(drawn)} pictures, {len(drawn) * PAUSE:.1f} s, {target.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
