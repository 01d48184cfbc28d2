"""A text as a QR code with a line beneath that a person can read, or type."""

from __future__ import annotations

from pathlib import Path

import pygame

from ..files.atomic import write_whole
from ..files.errors import FileProblem
from ..later_parts import later, stood_in
from ..ui.geometry import Rect
from ..ui.typeface import typeface_of_pictures
from ..value import Single
from .marks import AnyMark, Box, Words
from .still import png_bytes
from .svg_text import document

MOST = 800
"""Characters of a text that a code may hold: more could hardly be read from a wall."""
QUIET = 4
"""Modules that are free around the code, as its standard asks for."""
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
SHORTEST_LINE = 24
"""Characters that a line of the text has at least."""


class QrPicture(Single):
    """The picture of a code: its size in pixels, a square for each run of dark modules, and the lines of its text."""

    size: tuple[int, int]
    squares: tuple[Rect, ...]
    lines: tuple[Words, ...]

    def png(self) -> bytes:
        """Return it as the bytes of a PNG."""
        surface = pygame.Surface(self.size)
        surface.fill(WHITE)
        for square in self.squares:
            surface.fill(BLACK, square)
        face = typeface_of_pictures()
        for line in self.lines:
            sprite = face.render(line.text, int(line.size), line.bold, BLACK)
            top = line.baseline - face.ascent(int(line.size), line.bold)
            surface.blit(sprite, (round(line.x), round(top)))
        return png_bytes(surface)

    def svg(self) -> str:
        """Return it as the text of an SVG."""
        ground: list[AnyMark] = [Box(0, 0, *self.size, 0.0, WHITE)]
        squares = [Box(*square, 0.0, BLACK) for square in self.squares]
        words = "".join(line.text for line in self.lines)
        return document([*ground, *squares, *self.lines], self.size, self.size[0], words)


def qr_picture(text: str, width: int = 800) -> QrPicture:
    """Return the picture of a text of 1 … 800 characters, about `width` pixels wide and never wider.

    Raises FileProblem "qr_length".
    """
    if not 1 <= len(text) <= MOST:
        raise FileProblem("qr_length", length=len(text), most=MOST)
    rows = _modules(text)
    module = max(2, width // len(rows))
    side = module * len(rows)
    squares = tuple(
        Rect(left * module, row * module, (right - left) * module, module)
        for row, line in enumerate(rows)
        for left, right in _runs(line)
    )
    lines, bottom = _lines(text, side, QUIET * module)
    return QrPicture((side, bottom), squares, lines)


def _modules(text: str) -> list[list[int]]:
    """Return the modules of a code in their rows: 1 is dark."""
    with stood_in(later("urllib.request")):  # of all that segno imports, what loads pages takes most; it loads none
        import segno
    return [list(row) for row in segno.make_qr(text, error="m", boost_error=True).matrix_iter(border=QUIET)]


def _runs(line: list[int]) -> list[tuple[int, int]]:
    """Return where dark modules begin and end in a row."""
    dark = [False, *(bool(each) for each in line), False]
    changes = [at for at in range(1, len(dark)) if dark[at] != dark[at - 1]]
    return [(begin - 1, end - 1) for begin, end in zip(changes[::2], changes[1::2], strict=True)]


def _lines(text: str, side: int, margin: int) -> tuple[tuple[Words, ...], int]:
    """Return the text under a code so wide, broken where it has to be, and where the picture ends."""
    face, room = typeface_of_pictures(), side - 2 * margin
    size = max(11, min(round(side / 28), room * 2 // SHORTEST_LINE))
    step, found = round(size * 1.4), []
    for number, line in enumerate(face.wrapped(text, size, False, room)):
        baseline = side + round(size * 0.8) + number * step
        found.append(Words(line, margin, baseline, face.width(line, size, False), size, False, BLACK))
    return tuple(found), side + len(found) * step + margin // 2


def write_qr(text: str, path: Path, width: int = 800) -> None:
    """Write the code of a text as a PNG, or as an SVG where the file ends so. Raises FileProblem."""
    picture = qr_picture(text, width)
    written = picture.svg().encode() if path.suffix.lower() == ".svg" else picture.png()
    write_whole(path, written)
