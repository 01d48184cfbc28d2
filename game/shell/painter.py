"""What draws the window: the typeface, the builder of widgets, the compositor, and the store of ready pieces."""

from __future__ import annotations

from ..session.state import State
from ..ui.cache import SurfaceCache
from ..ui.canvas import Canvas
from ..ui.frame import Frame
from ..ui.palettes import theme_of
from ..ui.panels.sheets import Offers
from ..ui.panels.tour import divided
from ..ui.typeface import Typeface
from ..view.builder import Builder
from ..view.compositor import Compositor
from ..view.window import Window
from .display import Display


class Painter:
    """Draws on a display. It knows nothing of hands, so that the first picture need not wait for them."""

    def __init__(self, display: Display, mac: bool) -> None:
        self.type = Typeface()
        self._display = display
        self._mac = mac
        self._builder = Builder()
        self._compositor = Compositor()
        self._cache = SurfaceCache()

    def frame(self, state: State, pressed: str | None = None, explain: bool = False) -> Frame:
        """Return what a picture of the state is made from, in the window's present size."""
        division = divided(state, self.type, self._display.surface.get_size())
        return Frame(state, division, self.type, pressed, explain, self._mac)

    def window(self, frame: Frame, offers: Offers) -> Window:
        """Return the window of a frame."""
        return self._builder.window(frame, offers)

    def draw(self, state: State, window: Window) -> None:
        """Draw and present what has changed since the last time, if anything has."""
        theme = theme_of(state.settings.theme, state.settings.palette)
        canvas = Canvas(self._display.surface, theme, self.type, self._cache)
        rects = self._compositor.draw(canvas, window.widgets)
        if rects:
            self._display.present(rects)

    def forget(self) -> None:
        """Draw everything the next time, as after the surface was lost."""
        self._compositor.forget()
