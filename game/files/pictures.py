"""Pictures as images: a PNG or JPEG becomes gray pixels 0 … 1, averaged down."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..core.averaging import shares
from ..core.grid import Grid, Pair
from ..core.limits import IMAGE_SIZE
from .errors import FileProblem, shown
from .picture_header import DamagedPictureError, Header, header_of
from .strict_json import read_bytes

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # --print-output prints one line, and nothing before it

import pygame

if TYPE_CHECKING:
    from numpy.typing import NDArray

LIMIT = 50 * 1000 * 1000
"""Bytes that a picture's file may have at most."""
MOST_PIXELS = 100 * 1000 * 1000
LONGEST_SIDE = 65_535
"""Pixels in a row or a column; JPEG cannot have more."""
LUMA = (299, 587, 114)
"""Thousandths of red, green and blue in gray: ITU-R BT.601, as in Pillow's "L" and OpenCV's gray.

Whole numbers, so that white is exactly 1.
"""
_BAND = 1_000_000  # pixels that are turned to numbers at a time: a large picture would take gigabytes

_STANDARD_ERROR = 2

_UPRIGHT: dict[int, Callable[[Grid], Grid]] = {
    1: lambda grid: grid,
    2: np.fliplr,
    3: lambda grid: np.rot90(grid, 2),
    4: np.flipud,
    5: np.transpose,
    6: lambda grid: np.rot90(grid, -1),
    7: lambda grid: np.rot90(grid, 2).T,
    8: np.rot90,
}
"""What puts a picture upright, for each of the eight orientations of Exif."""


def read_picture(path: Path, size: Pair, *, always: bool = False, most_pixels: int = MOST_PIXELS) -> Grid:
    """Return the picture in gray, 0 (black) … 1 (white), upright, over white where it is transparent.

    Its size is (rows, columns) as given, or its own if both its sides are at most 64 and `always` is not set. A side
    is never enlarged. Each pixel is the mean of the stored gray values of the area that it covers, parts included.
    Raises FileProblem: as `reading.read_bytes`, or "picture_damaged", or "picture_too_large" (with rows and columns)
    for one of more than `most_pixels`.
    """
    data = read_bytes(path, LIMIT)
    try:
        header = header_of(data)
        _check_size(header, path, most_pixels)
        if not header.whole:
            raise DamagedPictureError
        with quiet():  # libpng says a word of its own about what is damaged, and about what is only odd
            surface = pygame.image.load(io.BytesIO(data), f"picture.{header.kind}")
    except (DamagedPictureError, pygame.error) as error:
        raise FileProblem("picture_damaged", path=shown(path)) from error
    columns, rows = surface.get_size()
    own_size = max(rows, columns) <= IMAGE_SIZE.high and not always
    wanted = (rows, columns) if own_size else _stored(size, header.orientation)
    grid = _averaged(surface, (min(rows, wanted[0]), min(columns, wanted[1])), header.inks)
    return np.ascontiguousarray(_UPRIGHT[header.orientation](grid))


def own_pixels(path: Path) -> NDArray[np.uint8]:
    """Return the pixels of a PNG of the program's own, rows × columns × 3 channels, or 1 where all of it is gray.

    Raises FileProblem: "picture_damaged", and as `reading.read_bytes`.
    """
    try:
        surface = pygame.image.load(io.BytesIO(read_bytes(path, LIMIT)), "picture.png")
    except pygame.error as error:
        raise FileProblem("picture_damaged", path=shown(path)) from error
    columns, rows = surface.get_size()
    pixels = np.frombuffer(pygame.image.tobytes(surface, "RGB"), dtype=np.uint8).reshape(rows, columns, 3)
    return pixels[:, :, :1] if (pixels == pixels[:, :, :1]).all() else pixels


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Let what is written on the process's standard error go nowhere for a while; without one there is nothing to do.

    Libraries in C do not ask `sys.stderr`: it is the stream of the process itself that is turned away.
    """
    with contextlib.ExitStack() as afterwards:
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stderr.flush()
        with contextlib.suppress(OSError):  # it is closed, or no more files can be opened
            kept = os.dup(_STANDARD_ERROR)
            afterwards.callback(os.close, kept)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            afterwards.callback(os.close, nowhere)
            os.dup2(nowhere, _STANDARD_ERROR)
            afterwards.callback(os.dup2, kept, _STANDARD_ERROR)
        yield


def _check_size(header: Header, path: Path, most_pixels: int) -> None:
    """Raise FileProblem for a picture of monstrous dimensions, before anything is decoded."""
    if header.rows * header.columns > most_pixels or max(header.rows, header.columns) > LONGEST_SIDE:
        raise FileProblem(
            "picture_too_large",
            path=shown(path),
            rows=header.rows,
            columns=header.columns,
            most_pixels=most_pixels,
            longest_side=LONGEST_SIDE,
        )


def _stored(size: Pair, orientation: int) -> Pair:
    """Return the size as it is before the picture is put upright: some cameras store it lying on its side."""
    return size if orientation < 5 else (size[1], size[0])


def _averaged(surface: pygame.Surface, size: Pair, inks: bool) -> Grid:
    """Return the means of the gray values over size[0] × size[1] equal areas."""
    columns, rows = surface.get_size()
    down, across = shares(rows, size[0]).matrix(rows), shares(columns, size[1]).matrix(columns).T
    means = np.zeros(size)
    height = max(1, _BAND // columns)
    for top in range(0, rows, height):
        band = surface.subsurface((0, top, columns, min(height, rows - top)))
        means += down[:, top : top + height] @ (_gray(band, inks) @ across)
    # Sums of fractions miss 1 by some 1e-16; twelve decimals are far finer than the 255 levels of a picture.
    return np.clip(np.round(means, 12), 0.0, 1.0)


def _gray(surface: pygame.Surface, inks: bool) -> Grid:
    """Return the gray values 0 … 1 of all pixels, over white where they are transparent.

    With `inks` the picture is a JPEG for printing, and what the surface has as blue, green, red and alpha is what cyan,
    magenta, yellow and black leave of the light (Adobe's order, the only one in use).
    """
    columns, rows = surface.get_size()
    stored = np.frombuffer(pygame.image.tobytes(surface, "RGBA"), dtype=np.uint8).reshape(rows, columns, 4)
    # Whole numbers as far as possible: exact, and four times as fast as fractions.
    one, two, three, alpha = (stored[..., channel].astype(np.uint32) for channel in range(4))
    red, green, blue = (three, two, one) if inks else (one, two, three)
    light = (red * LUMA[0] + green * LUMA[1] + blue * LUMA[2]) * alpha
    if not inks:
        light += 255_000 * (255 - alpha)
    return np.asarray(light / (255_000 * 255), dtype=np.float64)
