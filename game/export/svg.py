"""A still picture as an SVG: shapes and words, which stay sharp at any size and can be changed."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from ..files.atomic import write_whole
from ..session.state import State
from ..ui.cache import SurfaceCache
from ..ui.geometry import Rect
from ..ui.themes import theme_of
from ..words.texts import text
from .asked import Picture
from .marks import AnyMark
from .recording import Record, RecordingCanvas, RecordingSurface
from .studio import Sheet, Studio
from .svg_text import document


def recorded(studio: Studio, sheet: Sheet, state: State) -> list[AnyMark]:
    """Return what a picture shows as marks."""
    record, marks = Record(), list[AnyMark]()
    surface = RecordingSurface(sheet.size, marks, record)
    theme = theme_of(state.settings.theme, state.settings.palette)
    canvas = RecordingCanvas(surface, theme, studio.typeface, SurfaceCache(), record)
    whole = Rect(0, 0, *sheet.size)
    for widget in sheet.widgets:
        seen = widget.visible.overlap(whole)
        if seen.w and seen.h:
            surface.set_clip(seen)
            widget.draw(canvas)
    return marks


def svg_text(state: State, picture: Picture) -> str:
    """Return the picture of a state as an SVG."""
    studio = Studio(state, picture)
    sheet = studio.sheet(state)
    title = state.scenario.name or text("title")
    return document(recorded(studio, sheet, state), sheet.size, picture.width, title)


def svg(state: State, picture: Picture, path: Path) -> Generator[float, None, None]:
    """Write the picture of a state as an SVG."""
    drawn = svg_text(state, picture)
    yield 0.5
    write_whole(path, drawn.encode())
    yield 1.0
