"""What is open over the window: a sheet, a list, the number entry; and what points at a part of it.

Little of it is there in a first picture, so the builder imports this only when something is open.
"""

from __future__ import annotations

from collections.abc import Hashable

from ..input.targets import NAME, Cell, Control
from ..session.leaving import QUESTION
from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.offers import Offers
from ..ui.panels.help import help_sheet
from ..ui.panels.popups import popup
from ..ui.panels.rail import rail
from ..ui.panels.sheets import open_sheet
from ..ui.panels.top_bar import top_bar
from ..ui.panels.transport import transport
from ..ui.placing import Rects
from ..ui.widgets.base import Widget
from ..ui.widgets.entry_field import EntryField, keypad
from ..ui.widgets.label import Area
from ..ui.widgets.slider import Slider
from ..value import replace
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
    if interface.sheet == QUESTION:
        from ..ui.panels.leaving import leaving_sheet  # seldom wanted

        return leaving_sheet(frame), True
    if interface.entry is not None:
        return entry_widgets(frame, bare), False
    if interface.popup is not None:
        listing = frame if interface.popup_cell is not None else frame.focused  # a cell has its own side
        return popup(_as_opened(listing), _anchor(frame, bare)), True
    return (), False


def pointers(frame: Frame, bare: Window, clear: Rects, keep: Keeper) -> tuple[Widget, ...]:
    """Return what points at a part of the window or dims the rest: tour, cursor, callout and hints, spotlight."""
    guide = guide_widgets(frame, bare, clear, keep)
    return (
        *tour_pointer(frame, bare),
        *cell_cursor(frame, bare),
        *guide,
        *spotlight(frame),
    )


def _as_opened(frame: Frame) -> Frame:
    """Return the frame from which an open list is laid out: in the scale with which it opened.

    What is being used does not move away under the pointer, also when its use changes the scale.
    """
    settings, opened = frame.state.settings, frame.state.interface.popup_scale
    if opened is None or opened == settings.scale:
        return frame
    from ..ui.panels.tour import divided  # rarely: most starts need no tour

    then = replace(frame.state, settings=replace(settings, scale=opened))
    layout = divided(then, frame.type, frame.layout.size)
    return frame.changed(layout=layout.changed(scale=frame.layout.scale, asked=frame.layout.asked))


def _anchor(frame: Frame, bare: Window) -> Rect:
    """Return what an open list belongs to: its cell, its control where that was as it opened, or the middle."""
    interface = frame.state.interface
    if interface.popup_cell is not None:
        return bare.cell_rect(interface.popup_cell)
    then = _as_opened(frame)
    around = bare.widgets if then is frame else (*top_bar(then), *transport(then), *rail(then.focused))
    places = {widget.name: widget.visible for widget in around}
    return places.get(interface.popup or "") or places.get("menu") or frame.layout.whole.centred(2, 2)


def _sheet_key(frame: Frame) -> Hashable:
    interface = frame.state.interface
    met = (interface.hover, interface.focus, interface.focus_visible, frame.pressed, interface.toasts)
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
