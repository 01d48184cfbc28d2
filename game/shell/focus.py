"""The way of the key focus through everything in the window, by Tab."""

from __future__ import annotations

from itertools import takewhile

from ..input.intent import Cell, GridName, Intent, Side
from ..input.interface_intents import Focus, PlaceCursor, ScrollTo, ToggleRail
from ..input.tour_intents import TourSeen
from ..play.phases import TOLERANCE
from ..session.interface import PANELS
from ..session.state import State
from ..ui.geometry import Rect
from ..ui.layout import RAIL_FOLDED
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Head
from ..view.frame import ON_B, on_side
from ..view.window import Window
from ..window.scrolling import Scrolled, Scroller

GRID = "grid "  # begins the names of the grids, which are drawn under these names too
GAP = "gap"
"""The control that only the Stack view has."""
CLOSE = "close sheet"
"""The cross of every sheet."""
RAIL_END = "rail line"
"""What stands under the sections of the rail, where they and the formula are scrolled together."""
UNDER_SECTION = 8  # units that are seen under the last control of a section
BEYOND = 72
"""Units of a sheet that are seen beyond the row that has come into view: the next one is a stop only if it is seen."""
ORDER = ("stage", "rail", "transport", "top bar", "tour")


def stops(window: Window) -> list[str]:
    """Return the names of all that can have the focus now, in the order of Tab: tour, transport, grids, rail, bar.

    In a sheet what closes it comes last; what scrolls it is a stop only where there is nothing else.
    """
    widgets = _met(window.widgets[window.modal_from :], window.frame.ringed)
    if window.modal_from:
        return _stops_in_front(widgets)
    names: dict[str, list[str]] = {part: [] for part in ("", *ORDER)}
    part = ""
    for widget in widgets:
        if widget.focusable:
            names[part].append(widget.name)
        elif widget.name in ORDER:  # the ground of a part: a button of the bar is called "tour" too
            part = widget.name
    grids = [_name_of(grid, side.side) for side in window.sides for grid, place in side.grids() if place.pitch]
    return names["tour"] + names["transport"] + grids + names["stage"] + names["rail"] + names["top bar"]


def _stops_in_front(widgets: tuple[Widget, ...]) -> list[str]:
    """Return the names of the stops of what is open over the window, the cross last."""
    stops = [widget for widget in widgets if widget.focusable]
    offers = [widget for widget in stops if widget.name != CLOSE and not isinstance(widget, Scrolled)]
    closing = [widget for widget in stops if widget.name == CLOSE]
    return [widget.name for widget in (*(offers or [one for one in stops if one not in closing]), *closing)]


def _met(widgets: tuple[Widget, ...], ringed: str | None) -> tuple[Widget, ...]:
    """Return the widgets without those that only arrows step to: of each family all but the one met, or the first."""
    met: dict[str, str] = {}
    for widget in widgets:
        if widget.stepped and widget.focusable and (widget.name == ringed or widget.stepped not in met):
            met[widget.stepped] = widget.name
    return tuple(widget for widget in widgets if not widget.stepped or widget.name == met.get(widget.stepped))


def moved_focus(state: State, window: Window, steps: int) -> tuple[Intent, ...]:
    """Return the intents that bring the focus to the next stop (1) or the one before (−1)."""
    names = stops(window)
    if not names:
        return ()
    cursor = state.interface.cursor
    present = _name_of(cursor.grid, cursor.side) if cursor is not None else state.interface.focus
    place = names.index(present) + steps if present in names else min(steps, 0)  # else it comes in at an end
    name = names[place % len(names)]
    if name.startswith(GRID):
        side = Side.B if name.endswith(ON_B) else Side.A
        grid = GridName(name.removeprefix(GRID).removesuffix(ON_B))
        return Focus(None), PlaceCursor(_first_cell(state, window, grid, side))
    return (Focus(name), *_brought_into_view(state, window.named(name)))


def _name_of(grid: GridName, side: Side) -> str:
    return on_side(GRID + grid.value, side)


def _first_cell(state: State, window: Window, grid: GridName, side: Side) -> Cell:
    """Return where the cursor enters a grid: its first cell; in the output, the cell that is being made."""
    if state.stamped and grid is GridName.KERNEL and side is Side.A:  # it walks turned, and is shown as it was set
        rows, columns = state.scenario.kernel_size
        return Cell(grid, rows - 1, columns - 1, side)
    if grid is not GridName.OUTPUT:
        return Cell(grid, 0, 0, side)
    shown = state.work.of(side)
    step = window.of(side).moment.step if side is Side.B else int(state.position_in_cells + TOLERANCE)
    return Cell(grid, *divmod(min(step, shown.steps - 1), shown.output_size[1]), side)


def _brought_into_view(state: State, widget: Widget | None) -> tuple[Intent, ...]:
    """Scroll the area that a widget is in, so that all of it is seen."""
    if widget is None or widget.clip is None or widget.clip.holds(widget.rect):
        return ()
    rect, clip = widget.rect, widget.clip
    sheet, popup = state.interface.sheet, state.interface.popup
    beyond = min(widget.px(BEYOND), max(0, clip.h - rect.h)) if sheet is not None else 0
    hidden = rect.y - clip.y - beyond if rect.y < clip.y else rect.bottom - clip.bottom + beyond
    area = f"{sheet} sheet" if sheet is not None else PANELS.get(popup or "", "rail")
    offset = state.interface.scrolled(area) + hidden / widget.unit
    return (ScrollTo(area, max(0.0, offset)),)


def out_of_sight(state: State, window: Window) -> tuple[Intent, ...]:
    """Take the focus and the cursor from what can no longer be seen in the whole window: no key may act on it.

    It has closed, folded or scrolled away. What lies under an open list or sheet keeps the focus until that closes.
    """
    focus, cursor = state.interface.focus, state.interface.cursor
    if state.interface.blank:
        return ()
    if focus is not None:
        widgets = (widget for widget in window.widgets if widget.name == focus and widget.focusable)
        if not any(_inside(window, widget.visible) for widget in widgets):
            return (Focus(None),)
    if cursor is None or (window.place_of(cursor).pitch and _inside(window, window.cell_rect(cursor))):
        return ()
    return (PlaceCursor(None),)


def _inside(window: Window, rect: Rect) -> bool:
    """Tell whether a part of a rectangle can be seen, or could without what is open over it."""
    return rect.w > 0 and rect.h > 0 and rect.meets(window.frame.layout.whole)


def drawer_gone(state: State, window: Window) -> tuple[Intent, ...]:
    """Shut the rail's drawer where the rail stands beside the stage: nothing is left there for Escape to close."""
    return (ToggleRail(),) if state.interface.rail_open and window.frame.layout.fold < RAIL_FOLDED else ()


def tour_in_view(state: State, window: Window) -> tuple[Intent, ...]:
    """Scroll the rail so that the control is seen that a tour points at, when the stop or the rail has just come."""
    run = state.tour
    if run is None or not run.stop.point.control or run.seen == (run.index, state.interface.rail_open):
        return ()
    widget = window.named(run.stop.point.control)
    scrolled = _brought_into_view(state, widget) if window.modal_from == 0 else ()
    return (*scrolled, TourSeen())


def stack_in_view(state: State, window: Window) -> tuple[Intent, ...]:
    """Scroll the rail so that the distance of the layers is seen whole, as the Stack view has just come.

    Only where a part of it is seen: one that is far below does not take away what stands at the top.
    """
    slider = window.named(GAP)
    seen = slider is not None and slider.visible.h > 0 and window.modal_from == 0
    return _brought_into_view(state, slider) if seen else ()


def used_in_view(state: State, window: Window, used: str, before: Window) -> tuple[Intent, ...]:
    """Scroll the rail so that the control in use is seen whole, where what stands below the sections has grown.

    used: what a hand holds; else what has the keys, or what the pointer is on. before: the window before.
    """
    if window.modal_from or _sections_height(window) >= _sections_height(before):
        return ()
    return _brought_into_view(state, window.named(used))


def _sections_height(window: Window) -> int:
    """Return how high what is seen of the rail's sections is, in device pixels; 0 where there is no rail."""
    return next((one.rect.h for one in window.widgets if isinstance(one, Scroller) and one.area == "rail"), 0)


def section_in_view(window: Window, name: str) -> tuple[Intent, ...]:
    """Scroll the rail so that a section that has just opened is seen as far as it fits, from its head on."""
    index = next((at for at, one in enumerate(window.widgets) if isinstance(one, Head) and one.section == name), None)
    thumb = next((one for one in window.widgets if isinstance(one, Scroller) and one.area == "rail"), None)
    if index is None or thumb is None or not thumb.most or window.modal_from:
        return ()
    head, *after = window.widgets[index:]
    held = takewhile(lambda one: not isinstance(one, Head) and one.clip == head.clip and one.name != RAIL_END, after)
    low = max((one.rect.bottom for one in held), default=head.rect.bottom) + thumb.px(UNDER_SECTION)
    hidden = min(low - thumb.rect.bottom, head.rect.y - thumb.rect.y)
    if hidden <= 0 and head.rect.y >= thumb.rect.y:
        return ()
    return thumb.scrolled_by(hidden / thumb.unit)
