"""A walk as a GIF that goes round for ever, written picture by picture.

All pictures share one palette, made of a few of them side by side: smaller and faster than one for each, and still
parts do not flicker. Of each picture only the rectangle is written in which it differs from the one before,
and in it what stands as before is left out. Times of a GIF are hundredths of a second; what rounding takes, the next
picture gets.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

import numpy as np
import pygame
from PIL import GifImagePlugin, Image, ImageChops

from ..files.atomic import replacing
from ..session.state import State
from .asked import Picture, Steps
from .frames import Instant, instants
from .studio import Studio, at

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = 12.5
"""Pictures a second: eight hundredths for each, which every viewer keeps to."""
COLOURS = 255
"""One number of the 256 is left for "as before"."""
SEEN = 9
"""Pictures of which the palette is made."""
SHEET = 1_500_000
"""Pixels of them all together; larger ones are looked at in every second row and column, or fewer."""
BGRX = (0xFF0000, 0xFF00, 0xFF)
"""Where red, green and blue are in a pixel of most displays."""
LONGEST = 65_535
"""Hundredths of a second that one picture of a GIF may stand."""


def gif(state: State, picture: Picture, steps: Steps, path: Path, rate: float = RATE) -> Generator[float, None, None]:
    """Write some steps as a GIF; yield the share that is done. Raises FileProblem or OutOfRange."""
    wanted = instants(state, steps, rate)
    studio = Studio(state, picture)
    few = wanted[:: max(1, len(wanted) // SEEN)]
    seen = []
    for number, instant in enumerate(few):
        seen.append(_picture(studio, state, instant))
        yield 0.2 * (number + 1) / len(few)
    palette = palette_of(seen)
    del seen
    with replacing(path) as temporary, temporary.open("xb") as file:
        writer = GifWriter(file, studio.size, palette)
        for number, instant in enumerate(wanted):
            writer.add(_picture(studio, state, instant), round(instant.end * 100) - round(instant.begin * 100))
            yield 0.2 + 0.79 * (number + 1) / len(wanted)
        writer.finish()
        file.flush()
        os.fsync(file.fileno())
    yield 1.0


def _picture(studio: Studio, state: State, instant: Instant) -> Image.Image:
    return image_of(studio.draw(at(state, instant.playback)))


def image_of(surface: pygame.Surface) -> Image.Image:
    """Return a surface as an image of Pillow's; the format of most displays is read as it lies."""
    if surface.get_bytesize() == 4 and surface.get_masks()[:3] == BGRX and sys.byteorder == "little":
        raw = surface.get_buffer().raw
        return Image.frombuffer("RGB", surface.get_size(), raw, "raw", "BGRX", surface.get_pitch(), 1)
    return Image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))


def palette_of(pictures: Sequence[Image.Image]) -> Image.Image:
    """Return one palette for pictures of one size, made of all of them."""
    wide, high = pictures[0].size
    every = max(1, int(np.ceil(np.sqrt(wide * high * len(pictures) / SHEET))))
    sheet = Image.fromarray(np.concatenate([np.asarray(picture)[::every, ::every] for picture in pictures]))
    return sheet.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


class GifWriter:
    """Writes pictures into a file one after another: each when the next one is known, for it may be the same."""

    def __init__(self, file: IO[bytes], size: tuple[int, int], palette: Image.Image) -> None:
        """Begin the file: of that size, with one palette, to be repeated for ever."""
        self._file, self._palette = file, palette
        self._before: Image.Image | None = None
        self._numbers: NDArray[np.uint8] = np.zeros(size[::-1], np.uint8)
        self._waiting: tuple[Image.Image, tuple[int, int]] | None = None
        self._hundredths = 0
        colours = bytes(palette.getpalette() or b"")[: 3 * COLOURS]
        file.write(b"GIF89a" + struct.pack("<HHBBB", *size, 0xF7, 0, 0) + colours.ljust(3 * 256, b"\0"))
        file.write(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00")

    def add(self, picture: Image.Image, hundredths: int) -> None:
        """Add a picture that stands so long; what is as before only makes that stand longer."""
        box = _differing(self._before, picture)
        if box is not None:
            self._write()
            left, top, right, bottom = box
            part = slice(top, bottom), slice(left, right)
            wanted = picture.crop(box)
            numbers = np.asarray(wanted.quantize(palette=self._palette, dither=Image.Dither.NONE))
            fewer = numbers
            if self._before is not None:
                fewer = np.where(numbers == self._numbers[part], np.uint8(COLOURS), numbers)
            self._numbers[part] = numbers
            frame = Image.fromarray(fewer)
            frame.putpalette(self._palette.getpalette() or [])
            self._waiting = frame, (left, top)
            self._before = picture
        self._hundredths += hundredths

    def _write(self) -> None:
        if self._waiting is None:
            return
        (frame, corner), stands = self._waiting, min(self._hundredths, LONGEST)
        for block in GifImagePlugin.getdata(
            frame, corner, duration=10 * stands, transparency=COLOURS, disposal=1, optimize=False
        ):
            self._file.write(block)
        self._waiting, self._hundredths = None, 0

    def finish(self) -> None:
        """Write the last picture and the end."""
        self._write()
        self._file.write(b";")


def _differing(before: Image.Image | None, now: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the box (left, top, right, bottom) that holds all that differs; None where nothing does."""
    return (0, 0, *now.size) if before is None else ImageChops.difference(before, now).getbbox()
