"""From a state to the window's widgets. Parts that nothing has changed are the very same objects as before."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from ..input.targets import Cell, Control
from ..play.moment import Moment, moment, unplaced
from ..session.predict import position_shown, secrecy_of
from ..session.tour import hidden_in
from ..ui.cache import Same
from ..ui.frame import BODY, Frame
from ..ui.geometry import EMPTY, Rect
from ..ui.panels.help import help_sheet
from ..ui.panels.popups import popup
from ..ui.panels.rail import rail
from ..ui.panels.sheets import Offers, open_sheet
from ..ui.panels.top_bar import top_bar
from ..ui.panels.tour import tour_panel
from ..ui.panels.transport import position_line, transport
from ..ui.stage_present import PRESENT
from ..ui.widgets.base import Widget
from ..ui.widgets.bubble import Bubble, bubble_beside, toast_widget
from ..ui.widgets.entry_field import EntryField, keypad
from ..ui.widgets.label import Area
from ..ui.widgets.slider import Slider
from .bubbles import bubble_lines
from .card import border, card_rect
from .cursor import cell_cursor
from .flat import flat_view
from .guide import guide_widgets
from .places import stage_of
from .present import present_view
from .spotlight import blank, spotlight
from .tour_pointer import tour_pointer
from .window import Window

Part = TypeVar("Part")


class Builder:
    """Makes windows; it remembers the last parts, so that what is still costs nothing and is not drawn again."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Hashable, object]] = {}

    def window(self, frame: Frame, offers: Offers) -> Window:
        """Return the window of a frame."""
        now = self.moment(frame)
        if frame.state.interface.blank:
            return Window((blank(frame),), 1, stage_of(frame), now, Rect(0, 0, 0, 0), 0)
        base = self._base(frame, now)
        places, secrecy = stage_of(frame), secrecy_of(frame.state)
        if secrecy.size:
            places = places.changed(output=places.output.changed(pitch=0))  # there are no cells to point at
        result = frame.state.result
        card = EMPTY if secrecy.patch else card_rect(places.image, now, result, frame.layout.text)
        bare = Window(
            tuple(base),
            0,
            places,
            now,
            card,
            max(border(places.image) + 3, 7),
        )
        over, modal = self._over(frame, bare, offers)
        pointers = (*tour_pointer(frame, bare), *cell_cursor(frame, bare), *guide_widgets(frame, bare))
        top = (*pointers, *spotlight(frame), *over, *_toasts(frame))
        whole = Window((*base, *top), len(base) if modal else 0, places, now, bare.card, bare.border)
        bubble = _bubble(frame, whole)
        if bubble is None:
            return whole
        return Window((*whole.widgets, bubble), whole.modal_from, places, now, bare.card, bare.border)

    def _base(self, frame: Frame, now: Moment) -> list[Widget]:
        """Return what lies lowest: the grids, and in the window the bars and the rail around them."""
        if frame.layout.fold == PRESENT:
            return [*present_view(frame, now), *tour_panel(frame)]
        hidden = hidden_in(frame.state)
        whole = [
            *flat_view(frame, now, self.part),
            *self.part("transport", _transport_key(frame), lambda: transport(frame)),
            *position_line(frame),
            *self.part("top bar", _still_key(frame), lambda: top_bar(frame)),
            *self.part("rail", _still_key(frame), lambda: rail(frame)),
            *tour_panel(frame),
        ]
        return [widget for widget in whole if widget.name not in hidden] if hidden else whole

    def moment(self, frame: Frame) -> Moment:
        """Return the moment of a frame; the same object while nothing moves."""
        state = frame.state
        position, brisk = position_shown(state), state.playback.brisk
        reduced, secret = state.settings.reduced_motion, secrecy_of(state).patch
        key = (Same(state.result), position, brisk, reduced, secret)
        return self.part(
            "moment", key, lambda: (unplaced if secret else moment)(state.result, position, brisk, reduced)
        )

    def part(self, name: str, key: Hashable, make: Callable[[], Part]) -> Part:
        """Return a part, made anew only when its key has changed."""
        kept = self._kept.get(name)
        if kept is not None and kept[0] == key:
            return cast(Part, kept[1])  # a name always keeps the same kind of part
        made = make()
        self._kept[name] = (key, made)
        return made

    def _over(self, frame: Frame, bare: Window, offers: Offers) -> tuple[tuple[Widget, ...], bool]:
        """Return what is open over the window, and whether it takes the pointer from all that is below."""
        interface = frame.state.interface
        if interface.sheet == "help":
            return self.part("help", _sheet_key(frame), lambda: help_sheet(frame)), True
        if interface.sheet == "open":
            return open_sheet(frame, offers), True
        if interface.entry is not None:
            return entry_widgets(frame, bare), False
        if interface.popup is not None:
            return popup(frame, _anchor(frame, bare)), True
        return (), False


def _anchor(frame: Frame, bare: Window) -> Rect:
    """Return what an open list belongs to: its cell, its control, or the window's middle."""
    interface = frame.state.interface
    if interface.popup_cell is not None:
        return bare.cell_rect(interface.popup_cell)
    widget = bare.named(interface.popup) or bare.named("menu")
    return widget.visible if widget is not None else frame.layout.whole.centred(2, 2)


def _still_key(frame: Frame) -> Hashable:
    """Return all that bar and rail depend on; the walk's position and the pointer over the grids are not in it."""
    state, interface = frame.state, frame.state.interface
    hovered = interface.hover if isinstance(interface.hover, Control) else None
    return (
        frame.layout,
        Same(state.scenario),
        (state.history.can_undo, state.history.can_redo),
        state.settings,
        (hovered, frame.pressed, interface.focus, interface.focus_visible),
        interface.coverage,
        (state.predict, secrecy_of(state).size),
        (interface.popup, interface.linked, interface.rail_open, interface.full_screen, interface.scroll),
        Same(state.tour),
    )


def _transport_key(frame: Frame) -> Hashable:
    playback = frame.state.playback
    return (_still_key(frame), playback.playing, playback.speed, playback.loop)


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
    if not entry.by_touch:
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
    width = max(anchor.w + 6, px(92), frame.type.width(words, frame.size(24), True) + px(30))
    height = max(px(42), 24, min(anchor.h + 6, px(110)))
    return anchor.centred(width, height).kept_inside(frame.layout.whole.inset(2))


def _toasts(frame: Frame) -> tuple[Widget, ...]:
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


def _focused(frame: Frame) -> Cell | Control | None:
    """Return what the keys are on, which explains itself as what the pointer is on does."""
    interface = frame.state.interface
    if interface.cursor is not None:
        return interface.cursor
    return Control(interface.focus) if interface.focus is not None and interface.focus_visible else None


def _bubble(frame: Frame, window: Window) -> Bubble | None:
    """Return the bubble about what is under the pointer, once it has rested; or about the cell with the cursor."""
    interface = frame.state.interface
    if interface.entry is not None or frame.layout.tiny:
        return None
    target = interface.hover if frame.explain else None
    if target is None:
        target = _focused(frame)
    if isinstance(target, Cell) and window.modal_from:
        return None
    lines: tuple[str, ...] = ()
    near = frame.layout.whole
    if isinstance(target, Cell):
        lines, near = bubble_lines(frame.state, window.moment, target), window.cell_rect(target)
    elif isinstance(target, Control):
        widget = window.named(target.name)
        if widget is not None and widget.tooltip:
            lines, near = tuple(widget.tooltip.split("\n")), widget.visible
    if not lines:
        return None
    return bubble_beside(frame.type, lines, frame.size(20), frame.layout.text, near, frame.layout.whole)
