"""The pointer, to whatever it is over: a widget that holds it, an open layer, or the grids' gestures."""

from __future__ import annotations

from ..input import gestures
from ..input.event_types import Fingers, PointerDown, PointerLeft, PointerMove, PointerUp, Wheel
from ..input.intent import Control, Intent, Side
from ..input.interface_intents import AcceptEntry, ClosePopup, CloseSheet, Hover, ScrollTo
from ..input.mode_intents import HoldSpotlight, Mark, Unblank
from ..input.pointer import Rest
from ..input.scene import Sight
from ..input.strokes import is_space
from ..session.stack_intents import turns
from ..session.state import State
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Scrim
from ..ui.widgets.select import PopupList
from ..ui.widgets.slider import NumberField
from ..value import Value
from ..view.window import Window
from ..window.scrolling import Scrolled
from . import marking
from .scene import WindowScene

NOTCH = 60.0  # units of text that one notch of the wheel scrolls
LEFT, MIDDLE = 1, 2
MOMENTUM = 0.2
"""Seconds within which turns of the wheel follow each other in one gesture; a touch pad goes on by itself."""


class Hands(Value):
    """What is remembered of the pointer: what it does on the grids, the widget that it holds, what it marks.

    wheel: where the last gesture of the wheel began, and when it was last turned.
    """

    pointer: gestures.Pointer = gestures.Pointer()
    held: str | None = None
    marks: bool | None = None  # a drag that marks pixels, or takes marks away
    wheel: Rest | None = None


Answer = tuple[Hands, tuple[Intent, ...]]


def scene_of(
    state: State, window: Window, hands: Hands | None = None, at: tuple[float, float] | None = None
) -> WindowScene:
    """Return the window as gestures meet it: on the side where a hand holds something, else where it is."""
    grab, layout = None if hands is None else hands.pointer.grab, window.frame.layout
    side = Side.A
    if grab is not None:
        side = grab.side
    elif at is not None:
        side = window.side_at(*at)
    sight = _sight(state, window, side) if state.interface.stacked else None
    return WindowScene(window, state.work.of(side), state.stroke, layout.unit, layout.stage, side, sight)


def _sight(state: State, window: Window, side: Side) -> Sight:
    """Return at what the camera looks: the stage, or the pane of a side of Compare."""
    stack = window.of(side).stack
    seen = window.frame.layout.stage if stack is None else stack.clip
    return Sight(*seen.centre, float(max(1, seen.h)), turns(state))


def press(hands: Hands, event: PointerDown, state: State, window: Window) -> Answer:
    """Answer a button or a finger that goes down."""
    talk = _talk_press(state, window, event)
    if talk is not None:
        return hands, talk
    widget = window.widget_at(event.x, event.y)
    if widget is not None:
        if event.button != LEFT:
            return hands, ()
        hover = Hover(Control(widget.name), (event.x, event.y))
        return hands.changed(held=widget.name), (
            hover,
            *_settled(state, widget),
            *widget.press(event.x, event.y),
        )
    outside = _outside(state, window, event)
    if outside is not None:
        return hands, outside
    keypad = window.named("keypad")
    if keypad is not None and keypad.hit(event.x, event.y):
        return hands, ()
    mark = None if window.frame.side.placed else marking.first_mark(state, window, event)
    if mark is not None:
        return hands.changed(marks=mark.on), (AcceptEntry(), mark) if state.interface.entry else (mark,)
    pointer, intents = gestures.press(hands.pointer, event, scene_of(state, window, hands, (event.x, event.y)))
    settle: tuple[Intent, ...] = (AcceptEntry(),) if state.interface.entry is not None else ()
    return hands.changed(pointer=pointer), (*settle, *intents)


def _talk_press(state: State, window: Window, event: PointerDown) -> tuple[Intent, ...] | None:
    """Return what a press does in a talk: it ends a blank screen, holds the spotlight, or leaves a mark in it."""
    if state.interface.blank:
        return (Unblank(),)
    if event.button == MIDDLE and not _pans(state, window, event):
        return Hover(None, (event.x, event.y)), HoldSpotlight(on=True)
    return (Mark(event.x, event.y),) if state.interface.spotlit else None


def _pans(state: State, window: Window, event: PointerDown) -> bool:
    """Tell whether the middle button moves the picture of the Stack view; in Present it is the spotlight's alone."""
    interface, scene, point = state.interface, scene_of(state, window), (event.x, event.y)
    return not interface.presenting and not interface.spotlit and is_space(scene.target_at(*point), scene, point)


def _settled(state: State, widget: Widget) -> tuple[Intent, ...]:
    """Accept an open entry when the hand goes to another control; its own keys on screen are no other."""
    if state.interface.entry is None or widget.name.startswith("key "):
        return ()
    return (AcceptEntry(),)


def _outside(state: State, window: Window, event: PointerDown) -> tuple[Intent, ...] | None:
    """Return what a press beside an open layer does: it closes it; None when nothing is open."""
    interface = state.interface
    if window.modal_from:
        over = (widget for widget in window.widgets[window.modal_from :] if not isinstance(widget, Scrim))
        inside = any(widget.rect.contains(event.x, event.y) for widget in over)
        if inside:
            return ()
        return (CloseSheet(),) if interface.sheet is not None else (ClosePopup(),)
    return None


def move(hands: Hands, event: PointerMove, state: State, window: Window) -> Answer:
    """Answer the pointer's way; while the spotlight is on it only leads that."""
    if state.interface.spotlit:
        return hands, (Hover(None, (event.x, event.y)),)
    widget = window.named(hands.held)
    if widget is not None:
        over = widget.hit(event.x, event.y) or widget.captures
        hover = Hover(Control(widget.name) if over else None, (event.x, event.y))
        return hands, (hover, *widget.drag(event.x, event.y))
    marks: tuple[Intent, ...] = ()
    if hands.marks is not None:
        marks = marking.further_marks(state, window, event, hands.marks)
    pointer, intents = gestures.move(hands.pointer, event, scene_of(state, window, hands, (event.x, event.y)))
    popup = window.widget_at(event.x, event.y)
    if isinstance(popup, PopupList):
        intents = (*intents, *popup.press(event.x, event.y))
    return hands.changed(pointer=pointer), (*intents, *marks)


def release(hands: Hands, event: PointerUp, state: State, window: Window) -> Answer:
    """Answer a button or a finger that goes up."""
    if event.button == MIDDLE and state.interface.spotlight_held:
        return hands, (HoldSpotlight(on=False),)
    if hands.held is not None and event.button == LEFT:
        widget = window.named(hands.held)
        free = hands.changed(held=None)
        return free, () if widget is None else widget.release(event.x, event.y)
    pointer, intents = gestures.release(hands.pointer, event, scene_of(state, window, hands, (event.x, event.y)))
    return hands.changed(pointer=pointer, marks=None), intents


def pinch(hands: Hands, event: Fingers, state: State, window: Window) -> Answer:
    """Answer two fingers on the stage; what the first one had begun there ends. On a control they are one."""
    if hands.held is not None or state.interface.spotlit:
        return hands, ()
    width, height = window.frame.layout.size
    fingers = event.in_pixels(width, height)
    (x, y), (other_x, other_y) = fingers.after
    scene = scene_of(state, window, None, ((x + other_x) / 2, (y + other_y) / 2))
    pointer, intents = gestures.pinch(hands.pointer, fingers, scene)
    return hands.changed(pointer=pointer, marks=None if intents else hands.marks), intents


def left(hands: Hands, event: PointerLeft) -> Answer:
    """Answer the pointer's leaving the window; what is held goes on, for the system still reports it."""
    del event
    return hands, (Hover(None, None),)


def let_go(hands: Hands, window: Window) -> Answer:
    """Answer the loss of the window's focus: nothing is held any more."""
    pointer, intents = gestures.let_go(hands.pointer)
    widget = window.named(hands.held)
    ended = widget.release(-1, -1) if widget is not None else ()
    return Hands(pointer), (*intents, *ended)


def wheel(hands: Hands, event: Wheel, state: State, window: Window) -> Answer:
    """Answer the wheel: lists, sheets and the rail scroll; a focused slider and a rested-on cell change.

    A gesture stays with what it began on, wherever the pointer goes meanwhile.
    """
    last = hands.wheel
    began = last.point if last is not None and event.time - last.since < MOMENTUM else (event.x, event.y)
    hands = hands.changed(wheel=Rest(began, event.time))
    event = event.changed(x=began[0], y=began[1])
    scrolled = _scroll(event, window)
    if scrolled is not None:
        return hands, scrolled
    pointer, intents = gestures.wheel(hands.pointer, event, scene_of(state, window, hands, (event.x, event.y)))
    return hands.changed(pointer=pointer), intents


def _scroll(event: Wheel, window: Window) -> tuple[Intent, ...] | None:
    for widget in reversed(window.widgets[window.modal_from :]):
        if not widget.visible.contains(event.x, event.y):
            continue
        if isinstance(widget, PopupList):
            return _scrolled(widget.name, widget.offset / widget.unit, widget.most_offset / widget.unit, event)
        if isinstance(widget, Scrolled):
            return _scrolled(widget.area, widget.offset, widget.most, event)
        if isinstance(widget, NumberField) and widget.mood.focused:
            return widget.turned(event.notches, event.shift)
    return () if window.modal_from else None


def _scrolled(name: str, offset: float, most: float, event: Wheel) -> tuple[Intent, ...]:
    target = min(max(offset - event.notches * NOTCH, 0.0), most)
    return (ScrollTo(name, target),) if target != offset else ()
