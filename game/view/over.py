"""What is open over the window: a sheet, a list, the number entry; and what points at a part of it.

Little of it is there in a first picture, so the builder imports this only when something is open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..input.intent import NAME, Cell, Side
from ..session.facts.seldom import OpenedFacts, SettingsFacts, SheetFacts
from ..session.interface import DIGITS, GALLERY, Entry
from ..session.sharing import SHARE
from ..session.tour import QUESTION
from ..session.vote import VOTES
from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.layout import layout
from ..ui.offers import Offers
from ..ui.placing import Rects
from ..ui.widgets.base import Widget
from ..ui.widgets.button import NameButton
from ..ui.widgets.count import Count
from ..ui.widgets.entry_field import EntryField, keypad
from ..ui.widgets.label import Area
from ..ui.widgets.slider import Slider
from ..value import Kept
from ..window.bar import top_bar
from ..window.help import help_sheet
from ..window.popups import popup_items, popup_list
from ..window.rail import rail
from ..window.scenes import pictures_sheet, scenes_sheet, tours_sheet
from ..window.sheets import leaving_sheet, open_sheet
from ..window.transport import transport
from ..window.view_settings import view_settings
from .frame import Keeper, ShownFrame, division_of
from .guide import guide_widgets
from .pencil import Pencil
from .spotlight import spotlight
from .tour_pointer import tour_pointer
from .window import Window

if TYPE_CHECKING:
    from ..session.facts.layer_panels import KernelMapFacts, PaddingFacts


OFFERING: dict[str, Callable[[SheetFacts, Frame, Offers], tuple[Widget, ...]]] = {
    "open": open_sheet,
    "scenes": scenes_sheet,
    "pictures": pictures_sheet,
    "tours": tours_sheet,
}
"""The sheets of what can be opened, by their names."""


def of_gallery(frame: ShownFrame) -> ShownFrame:
    """Return the frame of the gallery, which follows from window and scale alone, whatever is open behind it."""
    return frame.changed(layout=layout(*frame.layout.size, frame.still.settings.scale))


def opened(frame: ShownFrame, bare: Window, offers: Offers, keep: Keeper) -> tuple[tuple[Widget, ...], bool]:
    """Return what is open over the window, and whether it takes the pointer from all that is below."""
    interface, seldom = frame.still.interface, frame.still.seldom
    facts = None if seldom is None else seldom.opened
    if facts is not None and interface.sheet == "help":
        return keep(help_sheet, facts.sheet, keep.frame), True
    if facts is not None and interface.sheet == GALLERY:
        from ..window.gallery import gallery_sheet  # few windows show it

        frame = of_gallery(frame)
        sheet = gallery_sheet(facts.sheet, frame, offers.gallery, offers.lesson, offers.playing)
        entry = interface.entry
        return sheet if entry is None else (*sheet, *entry_widgets(entry, frame, bare, sheet)), True
    if facts is not None and interface.sheet == SHARE:
        from ..window.share import share_sheet  # few windows show it

        return share_sheet(facts.sheet, frame, offers.share), True
    if facts is not None and interface.sheet in OFFERING:
        return OFFERING[interface.sheet](facts.sheet, frame, offers), True
    if facts is not None and interface.offered is not None and interface.sheet == "numbers":
        from ..window.numbers import numbers_sheet  # few files leave a question

        return numbers_sheet(facts.sheet, frame, interface.offered), True
    if facts is not None and interface.sheet == DIGITS:
        from ..window.digits import digits_sheet  # few networks read digits

        return digits_sheet(facts.sheet, frame), True
    if facts is not None and interface.sheet == VOTES:
        from ..window.votes_sheet import votes_sheet  # few classes vote

        return votes_sheet(facts.sheet, frame, interface.votes), True
    if interface.sheet == QUESTION:
        return leaving_sheet(frame, "tour" if frame.still.tour is None else frame.still.tour.kind), True
    popup = _popup(facts, frame, bare) if facts is not None and interface.popup is not None else ()
    if interface.entry is None:
        return popup, interface.popup is not None and facts is not None
    return (*popup, *entry_widgets(interface.entry, frame, bare, popup)), bool(popup)


def _popup(facts: OpenedFacts, frame: ShownFrame, bare: Window) -> tuple[Widget, ...]:
    """Return the open list, or the settings, in the scale with which it opened."""
    then, anchor = _as_opened(frame), _anchor(frame, bare)
    if isinstance(facts.items, SettingsFacts):
        return view_settings(facts.items, then, anchor)
    if facts.layer is not None:
        return _of_the_layer(facts.layer, then, anchor)
    items = () if facts.items is None else popup_items(facts.items, then)
    return (popup_list(frame.still.interface, items, then, anchor),) if items else ()


def _of_the_layer(facts: KernelMapFacts | PaddingFacts, frame: ShownFrame, anchor: Rect) -> tuple[Widget, ...]:
    """Return a panel about the layer: the map of its kernels, or its padding."""
    from ..session.facts.layer_panels import PaddingFacts  # few panels are about it
    from ..window.kernel_map import kernel_map
    from ..window.padding import padding_panel

    if isinstance(facts, PaddingFacts):
        return padding_panel(facts, frame, anchor)
    return kernel_map(facts, _live(frame), frame, anchor)


def _live(frame: ShownFrame) -> tuple[int, int | None]:
    """Return the filter in front of the side in focus, and the channel that is in work under it."""
    index = frame.still.sides.index(frame.still.of(frame.still.focus or Side.A))
    lanes, scenario = frame.shown.lanes[index], frame.still.sides[index].result.scenario
    if lanes is None:
        return scenario.filter, scenario.channel if frame.shown.moments[index].term is not None else None
    at_work = [lane.channel for lane in lanes.lanes if lane.work]
    return scenario.filter, at_work[0] if len(at_work) == 1 else None


def pointers(frame: ShownFrame, bare: Window, clear: Rects, keep: Keeper) -> tuple[Widget, ...]:
    """Return what points at a part of the window or dims the rest: tour, cursor, callout and hints, spotlight."""
    return (
        *tour_pointer(frame, bare),
        *_cursor(frame, bare),
        *guide_widgets(frame, bare, clear, keep),
        *spotlight(frame),
    )


def _cursor(frame: ShownFrame, bare: Window) -> tuple[Widget, ...]:
    """Return the ring around the cell that has the cursor, if one has."""
    cursor = frame.still.interface.cursor
    if cursor is None or not bare.place_of(cursor).pitch:
        return ()
    from .marks import cell_cursor  # most hands point

    pencil, stack = Pencil(bare.place_of(cursor)), bare.of(cursor.side).stack
    if stack is not None:
        from .stack.pencil import LyingPencil

        pencil = LyingPencil(getattr(stack, cursor.grid.value))
    return (cell_cursor(pencil, (cursor.row, cursor.column), frame.unit),)


def _as_opened(frame: ShownFrame) -> ShownFrame:
    """Return the frame from which an open list is laid out: in the scale with which it opened.

    What is being used does not move away under the pointer, also when its use changes the scale.
    """
    opened = frame.still.interface.popup_scale
    if opened is None or opened == frame.still.settings.scale:
        return frame
    layout = division_of(frame.still, frame.type, frame.layout.size, opened)
    return frame.changed(layout=layout.changed(scale=frame.layout.scale, asked=frame.layout.asked))


def _anchor(frame: ShownFrame, bare: Window) -> Rect:
    """Return what an open list belongs to: its cell, its control where that was as it opened, or the middle."""
    interface = frame.still.interface
    if interface.popup_cell is not None:
        return bare.cell_rect(interface.popup_cell)
    still, then, around = frame.still, _as_opened(frame), bare.widgets
    if then is not frame:
        around = *top_bar(still.bar, then), *transport(frame.shown.transport, then), *rail(still.rail, then, Kept())
    places = {widget.name: widget.visible for widget in around}
    return places.get(interface.popup or "") or places.get("menu") or frame.layout.whole.centred(2, 2)


def entry_widgets(entry: Entry, frame: Frame, bare: Window, over: tuple[Widget, ...] = ()) -> tuple[Widget, ...]:
    """Return the open number entry, and its keys on screen when a finger opened it; `over`: a panel with numbers."""
    place = _entry_place(entry, frame, bare, over)
    field = EntryField(
        name="entry",
        rect=place,
        unit=frame.unit,
        text=entry.text,
        caret=entry.caret,
        fresh=entry.fresh,
        size=min(frame.size(24), round(place.h * 0.62)),
    )
    if not entry.by_touch or entry.target == NAME:  # those keys have no letters
        return (field,)
    keys = keypad(place, frame.unit, frame.layout.whole)
    whole = keys[0].rect.union(keys[-1].rect).inset(-frame.px(8))
    under = Area(name="keypad", rect=whole, unit=frame.unit, role="panel", radius=frame.px(10))
    return under, field, *keys


def _entry_place(entry: Entry, frame: Frame, bare: Window, over: tuple[Widget, ...]) -> Rect:
    """Return where the field stands: over its cell or number, wide enough for what is typed."""
    px = frame.px
    anchor, widget = frame.layout.whole.centred(px(120), px(44)), None
    if isinstance(entry.target, Cell):
        anchor = bare.cell_rect(entry.target)
    elif (widget := bare.changed(widgets=(*bare.widgets, *over)).named(entry.target.name)) is not None:
        anchor = widget.number_rect if isinstance(widget, Slider | Count) else widget.rect
    wanted = max(anchor.w + 6, px(92), frame.type.width(entry.text, frame.size(24), True) + px(30))
    width = min(wanted, frame.layout.size[0] - 4)
    height = max(px(42), 24, min(anchor.h + 6, px(110)))
    place = anchor.centred(width, height)
    if entry.target == NAME or isinstance(widget, NameButton):  # words grow to the right, from where they stand
        place = Rect(anchor.x, place.y, width, height)
    return place.kept_inside(frame.layout.whole.inset(2))
