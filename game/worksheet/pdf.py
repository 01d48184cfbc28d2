"""Pages as a PDF, black on white, with the typeface in it. The same pages give the same bytes."""

from __future__ import annotations

import io
from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .layout import Page
from .marks import Hatch, Line, Rectangle, Text
from .typeface import FILES, typeface

POINTS = 72 / 25.4
"""Points of a millimetre."""
DASHES = 8
"""Dashes of a side of a dashed cell. Each begins and ends with half a one, so that cells side by side have the same."""
NAMES = {False: "IBMPlexSans", True: "IBMPlexSans-SemiBold"}


@lru_cache(maxsize=1)
def _with_fonts() -> None:
    """Let reportlab know the typeface, once."""
    for bold, name in NAMES.items():
        pdfmetrics.registerFont(TTFont(name, str(FILES[bold])))


def pdf_of(pages: tuple[Page, ...], title: str) -> bytes:
    """Return the bytes of a PDF with these pages; `title` is shown by what opens it, whatever signs it has."""
    _with_fonts()
    data = io.BytesIO()
    canvas = Canvas(data, invariant=1, pageCompression=1)
    canvas.setTitle(typeface(False).harmless(title))
    canvas.setCreator("Kernelscope")
    canvas.setAuthor("")
    for page in pages:
        canvas.setPageSize((page.size[0] * POINTS, page.size[1] * POINTS))
        _drawn(canvas, page)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def _drawn(canvas: Canvas, page: Page) -> None:
    """Draw the marks; a PDF counts upwards."""
    height = page.size[1]
    for mark in page.marks:
        if isinstance(mark, Text):
            canvas.setFont(NAMES[mark.bold], mark.size)
            canvas.drawString(mark.left * POINTS, (height - mark.line) * POINTS, mark.words)
        elif isinstance(mark, Line):
            _stroke(canvas, mark, height)
        elif isinstance(mark, Rectangle):
            box = mark.box
            _pen(canvas, mark.thick, box.width * POINTS / DASHES if mark.dashed else 0)
            sides = (box.left, height - box.bottom, box.width, box.height)
            canvas.rect(*(side * POINTS for side in sides), stroke=1, fill=0)
        else:
            assert isinstance(mark, Hatch)
            for line in mark.strokes():
                _stroke(canvas, line, height)


def _stroke(canvas: Canvas, line: Line, height: float) -> None:
    _pen(canvas, line.thick)
    ends = line.left, height - line.top, line.right, height - line.bottom
    canvas.line(*(end * POINTS for end in ends))


def _pen(canvas: Canvas, thick: float, dash: float = 0.0) -> None:
    """Set how thick lines are, in millimetres, and how many points a dash and its gap have together; 0: none."""
    canvas.setLineWidth(thick * POINTS)
    canvas.setDash([dash / 2, dash / 2] if dash else [], dash / 4)
