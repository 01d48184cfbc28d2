"""Steps of a walk as a PDF, a page for each: what stands when the step has been made, its title and number under it."""

from __future__ import annotations

import io
from collections.abc import Generator
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas as Pages

from ..files.atomic import write_whole
from ..files.errors import FileProblem
from ..session.state import State
from ..words.plain import plain
from ..words.texts import text
from .asked import Picture, Steps, checked_steps
from .frames import ended
from .pdf_marks import REGULAR, PageWriter, use_typeface
from .studio import Studio, at
from .svg import recorded

PAGE_WIDTH = 842.0
"""Points of a page's width: that of A4 on its side."""
FOOT, FONT, MARGIN = 28.0, 11.0, 24.0
"""Points: of the foot under the picture, of its words, and of what is free left and right of them."""
MOST_PAGES = 400


def pdf(state: State, picture: Picture, steps: Steps, path: Path) -> Generator[float, None, None]:
    """Write some steps as a PDF; yield the share that is done.

    Raises FileProblem: "export_steps", "export_too_long" for more than MOST_PAGES, and what other exports raise.
    """
    checked_steps(steps, state.steps)
    count = steps.last - steps.first + 1
    if count > MOST_PAGES:
        raise FileProblem("export_too_long", most=MOST_PAGES)
    studio, data = Studio(state, picture), io.BytesIO()
    use_typeface()
    pages = Pages(data, pageCompression=1, invariant=1, initialFontName=REGULAR)
    title = state.scenario.name
    pages.setTitle(plain(title or text("title")))
    pages.setCreator(text("title"))
    for step in range(steps.first, steps.last + 1):
        _page(pages, studio, at(state, ended(state, step)), text("export.foot", step=step, count=state.steps), title)
        yield 0.95 * (step - steps.first + 1) / count
    pages.save()
    write_whole(path, data.getvalue())
    yield 1.0


def _page(pages: Pages, studio: Studio, state: State, words: str, title: str) -> None:
    """Add the page of one step."""
    sheet = studio.sheet(state)
    (wide, high), scale = sheet.size, PAGE_WIDTH / sheet.size[0]
    pages.setPageSize((PAGE_WIDTH, high * scale + FOOT))
    pages.saveState()
    pages.translate(0, high * scale + FOOT)
    pages.scale(scale, -scale)
    whole = pages.beginPath()
    whole.rect(0, 0, wide, high)
    pages.clipPath(whole, stroke=0, fill=0)
    PageWriter(pages).draw(recorded(studio, sheet, state))
    pages.restoreState()
    pages.setFillAlpha(1)
    pages.setFont(REGULAR, FONT)
    right = PAGE_WIDTH - MARGIN
    room = right - MARGIN - pages.stringWidth(words, REGULAR, FONT) - MARGIN
    pages.drawString(MARGIN, (FOOT - FONT) / 2 + 2, _fitting(pages, plain(title, unbroken=True), room))
    pages.drawRightString(right, (FOOT - FONT) / 2 + 2, words)
    pages.showPage()


def _fitting(pages: Pages, title: str, room: float) -> str:
    """Return a title, its end replaced by an ellipsis where it has no room."""
    if pages.stringWidth(title, REGULAR, FONT) <= room:
        return title
    while title and pages.stringWidth(title + "…", REGULAR, FONT) > room:
        title = title[:-1]
    return title.rstrip() + "…"
