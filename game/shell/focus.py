"""The way of the key focus through everything in the window, by Tab."""

from __future__ import annotations

from ..input.intent import Cell, GridName, Intent, Side
from ..input.interface_intents import Focus, PlaceCursor, ScrollTo, ToggleRail
from ..input.tour_intents import TourSeen
from ..play.phases import TOLERANCE
from ..session.state import State
from ..ui.geometry import Rect
from ..ui.layout import Layout
from ..ui.widgets.base import Widget
from ..view.frame import ON_B, on_side
from ..view.window import Window
from ..window.view_settings import AREA

GRID = "grid "  # begins the names of the grids, which are drawn under these names too
ORDER = ("stage", "rail", "transport", "top bar", "tour")


def stops(window: Window) -> list[str]:
    """Return the names of all that can have the focus now, in the order of Tab: tour, transport, grids, rail, bar."""
    widgets = _met(window.widgets[window.modal_from :], window.frame.ringed)
    if window.modal_from:
        return [widget.name for widget in widgets if widget.focusable]
    # Grounds only: a button of the bar is called "tour" too.
    grounds = [(widget.name, index) for index, widget in enumerate(widgets) if not widget.focusable]
    marks = {name: index for name, index in grounds if name in ORDER}
    names = {part: _part(widgets, marks, part) for part in ORDER}
    grids = [_name_of(grid, part.side) for part in window.sides for grid, place in part.grids() if place.pitch]
    return names["tour"] + names["transport"] + grids + names["stage"] + names["rail"] + names["top bar"]


def _met(widgets: tuple[Widget, ...], ringed: str | None) -> tuple[Widget, ...]:
    """Return the widgets without those that only arrows step to: all that follow their first, but for the one met."""
    stepped = [widget.name for widget in widgets if widget.stepped]
    met = ringed if ringed in stepped else next(iter(stepped), None)
    return tuple(widget for widget in widgets if not widget.stepped or widget.name == met)


def _part(widgets: tuple[Widget, ...], marks: dict[str, int], part: str) -> list[str]:
    """Return the focusable widgets from the ground of a part to the ground of the next."""
    if part not in marks:
        return []
    later = [index for index in marks.values() if index > marks[part]]
    end = min(later, default=len(widgets))
    return [widget.name for widget in widgets[marks[part] : end] if widget.focusable]


def moved_focus(state: State, window: Window, steps: int) -> tuple[Intent, ...]:
    """Return the intents that bring the focus to the next stop (1) or the one before (−1)."""
    names = stops(window)
    if not names:
        return ()
    cursor = state.interface.cursor
    present = _name_of(cursor.grid, cursor.side) if cursor is not None else state.interface.focus
    ends = names[0 if steps > 0 else -1]
    name = names[(names.index(present) + steps) % len(names)] if present in names else ends
    if name.startswith(GRID):
        side = Side.B if name.endswith(ON_B) else Side.A
        grid = GridName(name.removeprefix(GRID).removesuffix(ON_B))
        return Focus(None), PlaceCursor(_first_cell(state, window, grid, side))
    return (Focus(name), *_brought_into_view(state, window.named(name)))


def _name_of(grid: GridName, side: Side) -> str:
    return on_side(GRID + grid.value, side)


def _first_cell(state: State, window: Window, grid: GridName, side: Side) -> Cell:
    """Return where the cursor enters a grid: its first cell; in the output, the cell that is being made."""
    if grid is not GridName.OUTPUT:
        return Cell(grid, 0, 0, side)
    shown = state.work.of(side)
    step = window.of(side).moment.step if side is Side.B else int(state.playback.position + TOLERANCE)
    return Cell(grid, *divmod(min(step, shown.steps - 1), shown.output_size[1]), side)


def _brought_into_view(state: State, widget: Widget | None) -> tuple[Intent, ...]:
    """Scroll the area that a widget is in, so that all of it is seen."""
    if widget is None or widget.clip is None or widget.clip.holds(widget.rect):
        return ()
    rect, clip = widget.rect, widget.clip
    hidden = rect.y - clip.y if rect.y < clip.y else rect.bottom - clip.bottom
    sheet, popup = state.interface.sheet, state.interface.popup
    area = f"{sheet} sheet" if sheet is not None else AREA if popup == "view" else "rail"
    offset = state.interface.scrolled(area) + hidden / widget.unit
    return (ScrollTo(area, max(0.0, offset)),)


def out_of_sight(state: State, window: Window, whole: Rect) -> tuple[Intent, ...]:
    """Take the focus and the cursor from what can no longer be seen in the whole window: no key may act on it.

    It has closed, folded or scrolled away. What lies under an open list or sheet keeps the focus until that closes.
    """
    interface = state.interface
    if interface.blank:
        return ()
    if interface.focus is not None and not _seen(window, interface.focus, whole):
        return (Focus(None),)
    cursor = interface.cursor
    if cursor is None or _has_cell(window, cursor, whole):
        return ()
    return (PlaceCursor(None),)


def _seen(window: Window, name: str, whole: Rect) -> bool:
    """Tell whether a part of a control can be seen, or could without what is open over it."""
    return any(widget.name == name and widget.focusable and _inside(widget.visible, whole) for widget in window.widgets)


def _has_cell(window: Window, cell: Cell, whole: Rect) -> bool:
    return bool(window.place_of(cell).pitch) and _inside(window.cell_rect(cell), whole)


def _inside(rect: Rect, whole: Rect) -> bool:
    return rect.w > 0 and rect.h > 0 and rect.meets(whole)


def drawer_gone(state: State, division: Layout) -> tuple[Intent, ...]:
    """Shut the rail's drawer where the rail stands beside the stage: nothing is left there for Escape to close."""
    return (ToggleRail(),) if state.interface.rail_open and not division.rail_folded else ()


def tour_in_view(state: State, window: Window) -> tuple[Intent, ...]:
    """Scroll the rail so that the control is seen that a tour points at, when the stop or the rail has just come."""
    run = state.tour
    if run is None or not run.stop.point.control or run.seen == (run.index, state.interface.rail_open):
        return ()
    widget = window.named(run.stop.point.control)
    scrolled = _brought_into_view(state, widget) if window.modal_from == 0 else ()
    return (*scrolled, TourSeen())
