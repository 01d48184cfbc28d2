"""What a stop of a tour speaks of: an outline around it, and an arrow beside it. Neither ever lies over it."""

from __future__ import annotations

import pygame

from ..input.intent import Cell, Control, GridName
from ..ui.canvas import Canvas
from ..ui.geometry import EMPTY, Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area, Label, Picture, Runs
from ..ui.widgets.scrubber import Scrubber
from ..ui.widgets.slider import NumberField
from ..window.actions import GROUPS, MENU
from .frame import StillFrame
from .window import Window

OF_THE_BAR = frozenset({"stack", *MENU, *(name for group in GROUPS for name in group)})
"""Controls that stand in the menu where the bar has no room for them; all others are folded away with the rail."""


class TourOutline(Widget, kw_only=True):
    """A frame around a part of the window, and nothing inside it."""

    thickness: int

    def draw(self, canvas: Canvas) -> None:
        """Draw the frame."""
        canvas.outline(self.rect, min(self.px(8), self.rect.h / 2), canvas.theme.now, self.thickness)


class Arrow(Widget, kw_only=True):
    """A filled triangle that points "left", "right", "up" or "down"."""

    way: str

    def draw(self, canvas: Canvas) -> None:
        """Draw the triangle, four times as large and scaled down, so that its edges are smooth."""
        w, h = self.rect.w, self.rect.h
        colour, way = canvas.theme.now, self.way

        def make() -> pygame.Surface:
            points = {
                "left": ((0, h / 2), (w, 0), (w, h)),
                "right": ((w, h / 2), (0, 0), (0, h)),
                "up": ((w / 2, 0), (0, h), (w, h)),
                "down": ((w / 2, h), (0, 0), (w, 0)),
            }[way]
            large = pygame.Surface((4 * w, 4 * h), pygame.SRCALPHA)
            large.fill((*colour, 0))
            pygame.draw.polygon(large, colour, [(4 * x, 4 * y) for x, y in points])
            return pygame.transform.smoothscale(large, (w, h))

        canvas.surface.blit(canvas.kept(("tour arrow", way, w, h), make), self.rect[:2])


def tour_pointer(frame: StillFrame, window: Window) -> tuple[Widget, ...]:
    """Return outline and arrow for the stop of a tour.

    There are none when it points at nothing that is in the window.
    """
    tour = frame.still.tour
    if tour is None or (frame.layout.tour_folded and tour.opened) or frame.still.interface.sheet is not None:
        return ()
    target = tour.spoken
    spoken = _rect_of(target, window)
    if spoken is None:
        return ()
    unit = frame.unit
    thickness = max(2, round(4 * unit))
    gap = thickness + 1 if isinstance(target, Cell) else thickness + max(1, round(2 * unit))
    framed = spoken.inset(-gap)
    outline = TourOutline(name="tour outline", rect=framed.overlap(frame.layout.whole), unit=unit, thickness=thickness)
    around = window.first.place(target.grid).rect if isinstance(target, Cell) else spoken
    arrow = _arrow(frame, window, framed, around.inset(-gap))
    return (outline,) if arrow is None else (outline, arrow)


def _rect_of(target: object, window: Window) -> Rect | None:
    """Return where the target is; a control that is folded away is pointed at by the button that shows it."""
    if isinstance(target, Control):
        behind = ("menu",) if target.name in OF_THE_BAR else ("show rail", "menu")
        met = (widget for widget in map(window.named, (target.name, *behind)) if widget is not None)
        return next((_seen(widget) for widget in met if widget.visible.h and widget.visible.w), None)
    rect = EMPTY
    if isinstance(target, Cell):
        rect = window.cell_rect(target)
    elif isinstance(target, GridName):
        rect = window.first.place(target).rect
    return rect if rect.w and rect.h else None


def _seen(widget: Widget) -> Rect:
    """Return what is seen of a control: of a slider less than can be pressed, of the scrubber its line and ticks."""
    if isinstance(widget, Scrubber):
        line = widget.visible.inset(0, widget.px(6))
        return Rect(line.x, line.y, line.w, line.h + widget.px(13))
    return widget.visible.inset(widget.px(6), widget.px(3)) if isinstance(widget, NumberField) else widget.visible


def _arrow(frame: StillFrame, window: Window, spoken: Rect, around: Rect) -> Arrow | None:
    """Return the arrow on the side where it hides least; for a cell it stands outside the cell's grid, in its row."""
    unit = frame.unit
    long, broad, gap = max(10, round(24 * unit)), max(12, round(30 * unit)), max(2, round(4 * unit))
    x, y = spoken.centre
    places = {
        "right": Rect.of(around.x - gap - long, y - broad / 2, long, broad),
        "left": Rect.of(around.right + gap, y - broad / 2, long, broad),
        "down": Rect.of(x - broad / 2, around.y - gap - long, broad, long),
        "up": Rect.of(x - broad / 2, around.bottom + gap, broad, long),
    }
    whole = frame.layout.whole
    inside = {way: place for way, place in places.items() if whole.holds(place)}
    if not inside:
        return None
    taken = [rect for rect in _taken(window) if not rect.holds(spoken)]
    way = min(inside, key=lambda each: (_hidden(inside[each], taken), _apart(inside[each], spoken)))
    return Arrow(name="tour arrow", rect=inside[way], unit=unit, way=way)


def _taken(window: Window) -> list[Rect]:
    """Return what an arrow should not hide: grids, words and controls."""
    shown = [
        widget.visible
        for widget in window.widgets
        if isinstance(widget, (Label, Picture, Runs))
        or widget.focusable
        or widget.name == "dot product"
        or (isinstance(widget, Area) and widget.name == "tour")
    ]
    return shown + [place.rect for _, place in window.first.grids() if place.pitch]


def _apart(place: Rect, spoken: Rect) -> float:
    """Return how far an arrow is from what it points at."""
    (x, y), (to_x, to_y) = place.centre, spoken.centre
    return abs(x - to_x) + abs(y - to_y)


def _hidden(place: Rect, taken: list[Rect]) -> int:
    """Return how many pixels of other things an arrow would hide."""
    return sum(part.w * part.h for part in (place.overlap(rect) for rect in taken))
