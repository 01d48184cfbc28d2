"""What draws the window: the typeface, the builder of widgets, the compositor, and the store of ready pieces."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from ..input.intent import Target
from ..session.shown import Gathering
from ..session.state import State
from ..ui.cache import SurfaceCache
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.offers import Offers
from ..ui.themes import theme_of
from ..ui.typeface import Typeface
from ..view.builder import Builder
from ..view.compositor import Compositor
from ..view.frame import ShownFrame, frame_of
from ..view.window import Window
from .display import Display
from .system import give_back_memory

if TYPE_CHECKING:
    from ..view.prepared import Prepared

LAYERS = 1.8  # windows full of ready pieces that are kept
LEAST_KEPT = 10 * 1024 * 1024  # bytes
YOUNG = 300
"""Objects made since garbage was last looked for, from which on it is looked for again.

Python itself does so at 700, which is in the midst of a frame that makes many of them: just then there is no time.
"""
OFTEN = 10
"""Times that only the youngest are looked at, until it is those that were there before, too: as Python does."""
DROPPED = 4 * 1024 * 1024  # bytes of dropped pieces after which memory is given back


class Painter:
    """Draws on a display. It knows nothing of hands, so that the first picture need not wait for them."""

    def __init__(self, display: Display, mac: bool) -> None:
        self.type = Typeface()
        self._display = display
        self._mac = mac
        self._gathering = Gathering()
        self._builder = Builder()
        self._compositor = Compositor()
        self._cache = SurfaceCache(often=True)
        self._given_back = 0  # bytes dropped when memory was last given back

    def frame(self, state: State, pressed: str | None = None, asked: Target | None = None) -> ShownFrame:
        """Return what a picture of the state is made from, in the window's present size."""
        return frame_of(self._gathering(state), self._display.surface.get_size(), self.type, pressed, asked, self._mac)

    def window(self, frame: ShownFrame, offers: Offers) -> Window:
        """Return the window of a frame."""
        return self._builder.window(frame, offers)

    def canvas(self, state: State) -> Canvas:
        """Return what is drawn on the display with, in a state's theme."""
        theme = theme_of(state.settings.theme, state.settings.palette)
        return Canvas(self._display.surface, theme, self.type, self._cache)

    def draw(self, state: State, window: Window) -> list[Rect]:
        """Draw what has changed since the last time, if anything has, and return where; the caller presents it."""
        canvas, surface = self.canvas(state), self._display.surface
        self._cache.limit = max(LEAST_KEPT, int(LAYERS * surface.get_width() * surface.get_height() * 4))
        return self._compositor.draw(canvas, window.widgets)

    def prepare(self, state: State, window: Window) -> Prepared:
        """Return the picture of a state that is yet to come, of which nothing is drawn yet.

        What of it is ready when that is shown is copied, until the next one is prepared, or none (`unprepare`).
        """
        from ..view.prepared import Prepared  # a first picture comes before any other

        canvas = self.canvas(state)
        found = Prepared(canvas, window.widgets, self._compositor.parts(canvas, window.widgets))
        self._compositor.prepared = found
        return found

    def unprepare(self) -> None:
        """Let go what is prepared: it is as large as the window."""
        self._compositor.prepared = None

    def give_back(self) -> None:
        """Look for garbage, and give memory back to the system, each once there is enough: it takes some time."""
        young, older, _ = gc.get_count()
        if young > YOUNG and gc.isenabled():
            gc.collect(1 if older > OFTEN else 0)
        if self._cache.dropped - self._given_back > DROPPED:
            give_back_memory()
            self._given_back = self._cache.dropped

    def forget(self) -> None:
        """Draw everything the next time, as after the surface was lost."""
        self._compositor.forget()
