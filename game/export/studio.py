"""Drawing pictures of a state with tools of its own, never the window's, so that both can go on at once."""

from __future__ import annotations

from math import ceil

import pygame

from ..play.playback import Playback
from ..session.interface import Guide
from ..session.shown import shown
from ..session.state import State
from ..ui.cache import SurfaceCache
from ..ui.canvas import Canvas
from ..ui.offers import Offers
from ..ui.themes import theme_of
from ..ui.typeface import typeface_of_pictures
from ..ui.widgets.base import Widget
from ..value import Value
from ..view.builder import Builder
from ..view.compositor import Compositor
from ..view.frame import frame_of
from .asked import STAGE, WINDOW, Picture
from .controls import is_control
from .standing import focused, grid_place, grid_widgets, stage_layout

LEAST = 960
"""Pixels of width below which a picture is drawn larger and averaged: so small a window could not be laid out."""


class Sheet(Value):
    """What one picture shows: its size in pixels, and its widgets from the bottom to the top."""

    size: tuple[int, int]
    widgets: tuple[Widget, ...]


def prepared(state: State, picture: Picture, theme: str | None = None) -> State:
    """Return a state as a picture shows it: nothing is pointed at, opened or said; the window may present."""
    kept = state.interface
    plain = kept.changed(
        **{name: type(kept).defaults[name] for name in _PASSING},
        guide=Guide(not_before=float("inf")),
        presenting=kept.presenting and picture.what == WINDOW,
        rise=1.0 if kept.stacked else 0.0,
    )
    settings = state.settings if theme is None else state.settings.changed(theme=theme)
    return state.changed(interface=plain, settings=settings)


_PASSING = (
    *("hover", "focus", "focus_visible", "cursor", "popup", "popup_cell", "sheet", "entry", "toasts", "blank"),
    *("spotlight", "spotlight_held", "marks", "rail_open", "offered", "pointer"),
)


def at(state: State, playback: Playback) -> State:
    """Return a state with its walk somewhere else."""
    return state.changed(playback=playback)


class Studio:
    """Draws states, all of one picture's kind; what they have in common is drawn once.

    `size` is that of the pictures, in pixels. Raises OutOfRange for a width that no picture may have, and FileProblem
    "export_no_grid".
    """

    def __init__(self, state: State, picture: Picture) -> None:
        width = picture.checked_width
        self.picture = picture
        self.larger = max(1, ceil(LEAST / width)) if picture.what in (STAGE, WINDOW) else 1
        self.typeface = typeface_of_pictures()
        self._builder, self._compositor, self._cache = Builder(), Compositor(), SurfaceCache()
        self._surface = pygame.Surface(self.sheet(state).size).convert()
        high, wide = self._surface.get_height() // self.larger, self._surface.get_width() // self.larger
        self.size = wide, high

    def sheet(self, state: State) -> Sheet:
        """Return what the picture of a state shows, in the pixels that it is drawn in."""
        picture, larger = self.picture, self.larger
        high = max(1, round(picture.width * picture.shape[1] / picture.shape[0]))
        size = picture.width * larger, high * larger
        frame = frame_of(shown(state), size, self.typeface)
        if picture.what == WINDOW:
            return Sheet(size, self._builder.window(frame, Offers()).widgets)
        frame = frame.changed(layout=stage_layout(*size, state.settings.scale))
        if picture.what == STAGE:
            return Sheet(size, tuple(each for each in self._builder.stage(frame) if not is_control(each)))
        frame = focused(frame)
        place, size = grid_place(frame, picture.what, picture.width)
        return Sheet(size, grid_widgets(frame, picture.what, place, size))

    def draw(self, state: State) -> pygame.Surface:
        """Return the picture of a state; it is valid until the next one is drawn."""
        theme = theme_of(state.settings.theme, state.settings.palette)
        canvas = Canvas(self._surface, theme, self.typeface, self._cache)
        self._compositor.draw(canvas, self.sheet(state).widgets)
        if self.larger == 1:
            return self._surface
        return pygame.transform.smoothscale(self._surface, self.size)
