"""Make the README's moving picture, ``assets/kernelscope.gif``: a few steps of the walk, as the program draws them.

``python -m tests.tools.moving_picture`` needs no screen. All pictures of it share one palette: that is smaller and
faster than a palette for each, and still parts do not flicker.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
from PIL import Image

from game.core.start import start_here
from game.files.settings import Settings
from game.play.phases import STEP_SECONDS
from game.session.shown import shown
from game.session.state import new_state
from game.shell.display import prepare_without_screen
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.offers import Offers
from game.ui.themes import THEMES
from game.ui.typeface import Typeface
from game.view.builder import Builder
from game.view.compositor import Compositor
from game.view.frame import frame_of
from game.words.texts import text

TARGET = Path(__file__).parents[2] / "assets" / "kernelscope.gif"
SIZE = (960, 540)
DRAWN_LARGER = 2
"""The window is drawn this many times as large and averaged down: its text is then as small as on a real screen."""
FROM, STEPS = 3, 4
PAUSE = 80
"""Milliseconds that a picture stands; GIF counts in hundredths of a second."""
COLOURS = 255
"""One number of the 256 is left for "as before": what stands still is then nearly free."""


def main() -> int:
    """Draw the pictures, write the file, and say how large it is."""
    parser = argparse.ArgumentParser(description="Make the README's moving picture.")
    parser.add_argument("target", nargs="?", type=Path, default=TARGET, help="where it goes")
    target = parser.parse_args().target
    pictures = list(drawn())
    shared = palette(pictures)
    first, *others = (picture.quantize(palette=shared, dither=Image.Dither.NONE) for picture in pictures)
    first.save(
        target,
        save_all=True,
        append_images=others,
        duration=PAUSE,
        loop=0,
        optimize=True,
        transparency=COLOURS,
        disposal=1,
    )
    print(f"{target}: {len(pictures)} pictures, {target.stat().st_size / 1e6:.2f} MB")
    return 0


def drawn() -> Iterator[Image.Image]:
    """Yield the pictures of the walk, from step FROM on (counted from 0), at the speed of the program."""
    prepare_without_screen()
    width, height = (length * DRAWN_LARGER for length in SIZE)
    surface = pygame.display.set_mode((width, height))
    typeface, builder, compositor, settings = Typeface(), Builder(), Compositor(), Settings()
    canvas = Canvas(surface, THEMES[settings.theme], typeface, SurfaceCache())
    count = round(STEPS * STEP_SECONDS * 1000 / PAUSE)
    for number in range(count):
        state = new_state(start_here(text("start.name")), settings, FROM + STEPS * number / count)
        compositor.draw(canvas, builder.window(frame_of(shown(state), (width, height), typeface), Offers()).widgets)
        picture = Image.frombytes("RGB", (width, height), pygame.image.tobytes(surface, "RGB"))
        yield picture.reduce(DRAWN_LARGER)


def palette(pictures: list[Image.Image]) -> Image.Image:
    """Return one palette for all pictures, from a few of them side by side."""
    few = pictures[:: max(1, len(pictures) // 8)]
    sheet = Image.new("RGB", (SIZE[0], SIZE[1] * len(few)))
    for number, picture in enumerate(few):
        sheet.paste(picture, (0, SIZE[1] * number))
    return sheet.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


if __name__ == "__main__":
    sys.exit(main())
