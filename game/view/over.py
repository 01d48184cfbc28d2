"""What is open over the window: a sheet, a list, the number entry; toasts and the bubble.

Little of it is there in a first picture, so the builder imports this only when something is open.
"""

from __future__ import annotations

from collections.abc import Hashable

from ..input.targets import NAME, Cell, Control
from ..ui.frame import BODY, Frame
from ..ui.geometry import Rect
from ..ui.offers import Offers
from ..ui.panels.help import help_sheet
from ..ui.panels.popups import popup
from ..ui.panels.sheets import open_sheet
from ..ui.widgets.base import Widget
from ..ui.widgets.bubble import Bubble, bubble_beside, toast_widget
from ..ui.widgets.entry_field import EntryField, keypad
from ..ui.widgets.label import Area
from ..ui.widgets.slider import Slider
from .bubbles import bubble_lines
from .builder import focused_frame, side_frame
from .cursor import cell_cursor
from .guide import guide_widgets
from .keeper import Keeper
from .spotlight import spotlight
from .tour_pointer import tour_pointer
from .window import Window


def opened(frame: Frame, bare: Window, offers: Offers, keep: Keeper) -> tuple[tuple[Widget, ...], bool]:
    """Return what is open over the window, and whether it takes the pointer from all that is below."""
    interface = frame.state.interface
    if interface.sheet == "help":
        return keep("help", _sheet_key(frame), lambda: help_sheet(frame)), True
    if interface.sheet == "open":
        return open_sheet(frame, offers), True
    if interface.entry is not None:
        return entry_widgets(frame, bare), False
    if interface.popup is not None:
        listing = frame if interface.popup_cell is not None else focused_frame(frame)  # a cell has its own side
        return popup(listing, _anchor(frame, bare)), True
    return (), False


def pointers(frame: Frame, bare: Window) -> tuple[Widget, ...]:
    """Return what points at a part of the window or dims the rest: tour, cursor, callout and hints, spotlight."""
    return (
        *tour_pointer(frame, bare),
        *cell_cursor(frame, bare),
        *guide_widgets(frame, bare),
        *spotlight(frame),
    )


def _anchor(frame: Frame, bare: Window) -> Rect:
    """Return what an open list belongs to: its cell, its control, or the window's middle."""
    interface = frame.state.interface
    if interface.popup_cell is not None:
        return bare.cell_rect(interface.popup_cell)
    widget = bare.named(interface.popup) or bare.named("menu")
    return widget.visible if widget is not None else frame.layout.whole.centred(2, 2)


def _sheet_key(frame: Frame) -> Hashable:
    interface = frame.state.interface
    met = (interface.hover, interface.focus, interface.focus_visible, frame.pressed)
    return (frame.layout, interface.scroll, interface.help_filter, *met)


def entry_widgets(frame: Frame, bare: Window) -> tuple[Widget, ...]:
    """Return the open number entry, and its keys on screen when a finger opened it."""
    entry = frame.state.interface.entry
    if entry is None:
        return ()
    place = _entry_place(frame, bare)
    field = EntryField(
        name="entry",
        rect=place,
        unit=frame.layout.text,
        text=entry.text,
        caret=entry.caret,
        fresh=entry.fresh,
        size=min(frame.size(24), round(place.h * 0.62)),
    )
    if not entry.by_touch or entry.target == NAME:  # those keys have no letters
        return (field,)
    keys = keypad(place, frame.layout.text, frame.layout.whole)
    whole = keys[0].rect.union(keys[-1].rect).inset(-frame.layout.px(8))
    under = Area(name="keypad", rect=whole, unit=frame.layout.text, role="panel", radius=frame.layout.px(10))
    return under, field, *keys


def _entry_place(frame: Frame, bare: Window) -> Rect:
    """Return where the field stands: over its cell or number, wide enough for what is typed."""
    entry = frame.state.interface.entry
    px = frame.layout.px
    anchor = frame.layout.whole.centred(px(120), px(44))
    if entry is not None and isinstance(entry.target, Cell):
        anchor = bare.cell_rect(entry.target)
    elif entry is not None and isinstance(entry.target, Control):
        widget = bare.named(entry.target.name)
        if isinstance(widget, Slider):
            anchor = widget.number_rect
        elif widget is not None:
            anchor = widget.rect
    words = entry.text if entry is not None else ""
    wanted = max(anchor.w + 6, px(92), frame.type.width(words, frame.size(24), True) + px(30))
    width = min(wanted, frame.layout.size[0] - 4)
    height = max(px(42), 24, min(anchor.h + 6, px(110)))
    place = anchor.centred(width, height)
    if entry is not None and entry.target == NAME:  # words grow to the right, from where they stand in the bar
        place = Rect(anchor.x, place.y, width, height)
    return place.kept_inside(frame.layout.whole.inset(2))


def toasts(frame: Frame) -> tuple[Widget, ...]:
    """Return the toasts, the newest lowest, at the right foot of the stage: below the output, clear of the formula."""
    layout = frame.layout
    stage = layout.stage
    width = min(stage.w, max(stage.w // 2, layout.px(420)))
    room = Rect(stage.right - width, 0, width, stage.bottom).inset(layout.px(16), 0)
    bottom = room.bottom - layout.px(8)
    widgets: list[Widget] = []
    for toast in reversed(frame.state.interface.toasts):
        place = Rect(room.x, room.y, room.w, bottom - room.y)
        widget = toast_widget(
            frame.type, toast.number, toast.sentence, toast.warning, layout.text, frame.size(BODY), place
        )
        widgets.append(widget.changed(mood=frame.mood(widget.name)))
        bottom = widget.rect.y - layout.px(8)
    return tuple(reversed(widgets))


def focused(frame: Frame) -> Cell | Control | None:
    """Return what the keys are on, which explains itself as what the pointer is on does."""
    interface = frame.state.interface
    if interface.cursor is not None:
        return interface.cursor
    return Control(interface.focus) if interface.focus is not None and interface.focus_visible else None


def bubble(frame: Frame, window: Window) -> Bubble | None:
    """Return the bubble about what is under the pointer, once it has rested; or about the cell with the cursor."""
    interface = frame.state.interface
    if interface.entry is not None or frame.layout.tiny:
        return None
    target = interface.hover if frame.explain else None
    if target is None:
        target = focused(frame)
    if isinstance(target, Cell) and window.modal_from:
        return None
    lines: tuple[str, ...] = ()
    near = frame.layout.whole
    if isinstance(target, Cell):
        near = window.cell_rect(target)
        lines = bubble_lines(side_frame(frame, target.side).state, window.of(target.side).moment, target)
    elif isinstance(target, Control):
        widget = window.named(target.name)
        if widget is not None and widget.tooltip:
            lines, near = tuple(widget.tooltip.split("\n")), widget.visible
    if not lines:
        return None
    return bubble_beside(frame.type, lines, frame.size(20), frame.layout.text, near, frame.layout.whole)
