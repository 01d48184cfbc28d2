"""Marks on a page of a PDF: shapes stay shapes, and words are words in the program's own typeface."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import pygame
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from ..ui import shapes
from ..ui.resources import asset
from ..ui.themes import Colour
from ..words.plain import plain
from .marks import AnyMark, Bitmap, Box, Group, Outlines, Pierced, Shade, Words
from .still import png_bytes

REGULAR, BOLD = "Kernelscope", "Kernelscope SemiBold"
EVEN_ODD = 0
"""How the page is told that what lies in two outlines is a hole."""


def use_typeface() -> None:
    """Tell the library where the typeface is."""
    for name, file in ((REGULAR, "IBMPlexSans-Regular.ttf"), (BOLD, "IBMPlexSans-SemiBold.ttf")):
        if name not in pdfmetrics.getRegisteredFontNames():
            try:
                pdfmetrics.registerFont(TTFont(name, asset("fonts", file)))
            except TTFError as error:
                raise OSError(str(error)) from error


class PageWriter:
    """Draws marks on a page whose y axis was turned, so that it goes down as in a picture."""

    def __init__(self, page: Any) -> None:
        self._page, self._alpha = page, 1.0

    def draw(self, marks: Iterable[AnyMark]) -> None:
        """Draw marks, from the bottom to the top."""
        for mark in marks:
            match mark:
                case Group():
                    self._group(mark)
                case Box():
                    self._box(mark)
                case Words():
                    self._words(mark)
                case Outlines() | Pierced():
                    self._outlines(mark)
                case Shade():
                    self._shade(mark)
                case Bitmap():
                    self._bitmap(mark.png, mark.x, mark.y, mark.w, mark.h, mark.alpha)

    def _group(self, group: Group) -> None:
        page, before = self._page, self._alpha
        page.saveState()
        page.translate(group.x, group.y)
        if group.clip is not None:
            path = page.beginPath()
            path.rect(*group.clip)
            page.clipPath(path, stroke=0, fill=0)
        self._alpha = before * group.alpha
        self.draw(group.marks)
        self._alpha = before
        page.restoreState()

    def _fill(self, colour: Colour, alpha: float) -> None:
        self._page.setFillColorRGB(*(level / 255 for level in colour[:3]))
        self._page.setFillAlpha(self._alpha * alpha)

    def _stroke(self, colour: Colour, thickness: float, alpha: float) -> None:
        self._page.setStrokeColorRGB(*(level / 255 for level in colour[:3]))
        self._page.setStrokeAlpha(self._alpha * alpha)
        self._page.setLineWidth(thickness)

    def _box(self, box: Box) -> None:
        page = self._page
        if box.fill is not None:
            self._fill(box.fill, box.alpha)
        if box.line is not None:
            self._stroke(box.line, box.thickness, box.alpha)
            page.setDash([box.dash, box.dash] if box.dash else [])
        drawn = {"stroke": int(box.line is not None), "fill": int(box.fill is not None)}
        if box.radius:
            page.roundRect(box.x, box.y, box.w, box.h, box.radius, **drawn)
        else:
            page.rect(box.x, box.y, box.w, box.h, **drawn)

    def _outlines(self, mark: Outlines | Pierced) -> None:
        path = self._page.beginPath()
        if isinstance(mark, Pierced):
            path.rect(*mark.whole)
            for hole in mark.holes:
                path.roundRect(*hole, mark.radius)
        else:
            for (x, y), *others in mark.parts:
                path.moveTo(x, y)
                for point in others:
                    path.lineTo(*point)
                path.close()
        self._fill(mark.fill, mark.alpha if isinstance(mark, Outlines) else 1.0)
        self._page.drawPath(path, stroke=0, fill=1, fillMode=EVEN_ODD)

    def _words(self, words: Words) -> None:
        page, font = self._page, BOLD if words.bold else REGULAR
        said = plain(words.text, unbroken=True)
        width = pdfmetrics.stringWidth(said, font, words.size)
        page.saveState()
        page.translate(words.x, words.baseline)
        page.scale(words.width / width if width else 1.0, -1)
        page.setFont(font, words.size)
        if words.edge is not None:
            self._stroke(words.edge, words.edge_width, words.alpha)
            page.setLineJoin(1)
            page.drawString(0, 0, said, mode=1)
        self._fill(words.colour, words.alpha)
        page.drawString(0, 0, said, mode=0)
        page.restoreState()

    def _shade(self, shade: Shade) -> None:
        wide, high = (max(1, round(length + 2 * shade.blur)) for length in (shade.w, shade.h))
        soft: pygame.Surface = shapes.shadow(wide, high, shade.radius, shade.blur, shade.alpha)
        self._bitmap(png_bytes(soft), shade.x - shade.blur, shade.y - shade.blur, wide, high, 1.0)

    def _bitmap(self, png: bytes, x: float, y: float, wide: float, high: float, alpha: float) -> None:
        page = self._page
        page.saveState()
        page.translate(x, y + high)
        page.scale(1, -1)
        page.setFillAlpha(self._alpha * alpha)
        page.drawImage(ImageReader(io.BytesIO(png)), 0, 0, wide, high, mask="auto")
        page.restoreState()
