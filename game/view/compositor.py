"""Drawing the window: all of it at first, then only the rectangles in which something is different."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import pygame

from ..ui.canvas import Canvas
from ..ui.geometry import Rect, merged
from ..ui.themes import Theme
from ..ui.widgets.base import Widget

Widgets = tuple[Widget, ...]
Look = tuple[Theme, tuple[int, int]]
"""What all widgets look by: the theme, and the size of the window."""


class Ready(Protocol):
    """Parts of a picture that may be what is to be shown."""

    look: Look

    def copied(self, surface: pygame.Surface, part: pygame.Rect, widgets: list[Widget]) -> bool:
        """Copy a part to a surface, if it is there; tell so. widgets: all that are to be seen in it, in order."""


class Compositor:
    """Remembers which widgets are on the surface, and draws what has changed since.

    Widgets are frozen: one that equals the one of the same name before it looks the same.
    """

    def __init__(self) -> None:
        self.prepared: Ready | None = None
        """What is likely to be shown soon; every picture is the same with it or without."""
        self._shown: Widgets = ()
        self._places: list[pygame.Rect] = []
        self._look: Look | None = None

    def forget(self) -> None:
        """Draw everything the next time, as after the surface was lost."""
        self._look = None

    def draw(self, canvas: Canvas, widgets: Widgets) -> list[Rect]:
        """Bring the surface to show these widgets; return the rectangles that were drawn, none of them meeting."""
        look = (canvas.theme, canvas.surface.get_size())
        changed = self.parts(canvas, widgets)
        self._places = _places(self._shown, widgets, self._places)
        ready = self.prepared if self.prepared is not None and self.prepared.look == look else None
        paint(canvas, widgets, changed, self._places, ready)
        self._shown, self._look = widgets, look
        return changed

    def parts(self, canvas: Canvas, widgets: Widgets) -> list[Rect]:
        """Return where the window would look different if it showed these widgets; no two of the rectangles meet."""
        whole = Rect(0, 0, *canvas.surface.get_size())
        if (canvas.theme, whole[2:]) != self._look:
            return [whole]
        return merged(_differences(self._shown, widgets), whole)


def _differences(shown: Widgets, new: Widgets) -> list[Rect]:
    """Return where widgets look different from those that are shown."""
    if len(shown) == len(new):
        pairs = [(before, after) for before, after in zip(shown, new, strict=True) if before is not after]
        if all(before.name == after.name for before, after in pairs):  # as while the walk plays
            return [rect for before, after in pairs if before != after for rect in after.changes(before)]
    first, last = _same_around(shown, new)
    shown, new = shown[first : len(shown) - last], new[first : len(new) - last]
    known, named = {widget.name: widget for widget in shown}, {widget.name: widget for widget in new}
    rects = [rect for name, widget in known.items() if name not in named for rect in widget.drawn_on]
    for name, widget in named.items():
        before = known.get(name)
        if before is None:
            rects += widget.drawn_on
        elif before is not widget and before != widget:
            rects += widget.changes(before)
    return rects


def _places(shown: Widgets, new: Widgets, places: list[pygame.Rect]) -> list[pygame.Rect]:
    """Return where widgets are; `places` is where those that are shown were."""
    if len(shown) != len(new):
        known = dict(zip(map(id, shown), places, strict=False))
        return [known.get(id(widget)) or pygame.Rect(widget.visible) for widget in new]
    return [
        place if before is after else pygame.Rect(after.visible)
        for before, after, place in zip(shown, new, places, strict=True)
    ]


def _same_around(shown: Widgets, new: Widgets) -> tuple[int, int]:
    """Return how many of the lowest widgets are the very same ones, and how many of the others on top."""
    least, first, last = min(len(shown), len(new)), 0, 0
    while first < least and shown[first] is new[first]:
        first += 1
    while last < least - first and shown[-1 - last] is new[-1 - last]:
        last += 1
    return first, last


def places_of(widgets: Widgets) -> list[pygame.Rect]:
    """Return where widgets are."""
    return [pygame.Rect(widget.visible) for widget in widgets]


def paint(
    canvas: Canvas,
    widgets: Widgets,
    rects: Iterable[Rect],
    places: list[pygame.Rect] | None = None,
    ready: Ready | None = None,
) -> None:
    """Draw the parts of the widgets that lie in rectangles.

    places: where the widgets are, where that is known. ready: what may be there already, to be copied.
    """
    surface = canvas.surface
    places = places_of(widgets) if places is None else places
    for part in rects:
        rect = pygame.Rect(part)
        met = rect.collidelistall(places)
        if ready is not None and ready.copied(surface, rect, [widgets[index] for index in met]):
            continue
        for index in met[_lowest(widgets, part, met, places) :]:
            surface.set_clip(rect.clip(places[index]))  # no widget can leave traces where it does not stand
            widgets[index].draw(canvas)
    surface.set_clip(None)


def _lowest(widgets: Widgets, part: Rect, met: list[int], places: list[pygame.Rect]) -> int:
    """Return from which on those that meet a part of the window are seen there: under the top one that hides it."""
    for place in range(len(met) - 1, 0, -1):
        widget = widgets[met[place]]
        if widget.opaque and places[met[place]].contains(part) and widget.hides(part):
            return place
    return 0
