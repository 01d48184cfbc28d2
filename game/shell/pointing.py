"""The pointer, to whatever it is over: a widget that holds it, an open layer, or the grids' gestures."""

from __future__ import annotations

from ..core.scenario import Pair, Scenario
from ..input import gestures
from ..input.event_types import LEFT, MIDDLE, RIGHT, Fingers, Point, PointerDown, PointerMove, PointerUp, Wheel
from ..input.intent import Cell, Control, GridName, Intent, Target
from ..input.interface_intents import AcceptEntry, ClosePopup, CloseSheet, Hover, ScrollTo
from ..input.mode_intents import HoldSpotlight, Mark, MarkPixel, Unblank
from ..input.pointer import TOUCH_STILL_UNITS, Answer, Grab, Pointer, Pull, Rest, Sight
from ..input.presses import is_space, press_source
from ..session.stack_intents import turns
from ..session.state import State
from ..ui.place import GridPlace
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Scrim
from ..ui.widgets.select import PopupList
from ..ui.widgets.slider import NumberField
from ..value import Value
from ..view.window import Window, WindowSide
from ..window.scrolling import Scrolled

NOTCH = 60.0  # units of text that one notch of the wheel scrolls
MOMENTUM = 0.2
"""Seconds within which turns of the wheel follow each other in one gesture; a touch pad goes on by itself."""


class WindowScene(Value):
    """The window as gestures meet it (see `input.pointer.Scene`); of two sides, the one the hand is on."""

    window: Window
    part: WindowSide
    scenario: Scenario
    brush: float
    colour: tuple[float, ...]
    soft: bool
    unit: float
    card: tuple[float, float]
    sight: Sight | None = None
    source: Widget | None = None

    def target_at(self, x: float, y: float) -> Target | None:
        """Return what a press at the point would meet."""
        return self.window.target_at(x, y)

    def is_open(self, x: float, y: float) -> bool:
        """Say whether the point is on the stage, and nothing lies over it."""
        window = self.window
        on_stage = window.frame.layout.stage.contains(x, y)
        return on_stage and not window.covered(x, y) and window.widget_at(x, y) is None

    def pixel_at(self, x: float, y: float) -> Pair | None:
        """Return the image pixel under the point, whatever floats above it; in a network's strip, of its source."""
        return self.window.pixel_at(x, y) if self.source is None else self.source.pixel_at(x, y)

    def spot_at(self, x: float, y: float) -> tuple[float, float]:
        """Return where the point is in image coordinates, at the height of the card."""
        if self.part.stack is not None:
            return self.part.stack.card.place(x, y)
        place: GridPlace = getattr(self.part.places, self.part.under.value)
        return (y - place.y) / place.pitch + place.first[0], (x - place.x) / place.pitch + place.first[1]


def scene_of(state: State, window: Window, grab: Grab | None, at: Point) -> WindowScene:
    """Return the window as gestures meet it: on the side where a hand holds something, else where it is."""
    part = window.of(window.side_at(*at) if grab is None else grab.side)
    layout, sight = window.frame.layout, None
    if state.interface.stacked:
        seen = layout.stage if part.stack is None else part.stack.clip
        sight = Sight(*seen.centre, float(max(1, seen.h)), turns(state))
    stroke = state.stroke, state.stroke_colour, state.settings.soft_brush and not state.interface.eraser
    scene = WindowScene(window, part, state.front_of(part.side), *stroke, layout.unit, part.moment.card, sight)
    if grab is None or not grab.source:
        return scene
    return _on_source(scene, state, window.named(WALL) or window.named(SOURCE))


SOURCE, WALL = "layer image", "wall image"
"""The card of the source image in the strip of a network; the image on the wall on which one learns."""


def _on_source(scene: WindowScene, state: State, card: Widget | None) -> WindowScene:
    """Return the scene of a stroke on the source image in the strip: all its channels are painted."""
    strip, tint = scene.window.frame.still.strip, state.interface.tint
    tinted = strip is not None and len(tint) == len(strip.image) and not state.interface.eraser
    return scene.changed(source=card, colour=tint if tinted else ())


def press(hands: Pointer, event: PointerDown, state: State, window: Window) -> Answer:
    """Answer a button or a finger that goes down."""
    talk = _talk_press(hands, event, state, window)
    if talk is not None:
        return hands, talk
    accepted = (AcceptEntry(),) if state.interface.entry is not None else ()
    hands, widget = hands.changed(pull=_pull(event, window)), window.widget_at(*event.point)
    if widget is not None:
        pixel = widget.pixel_at(*event.point) if event.button in (LEFT, RIGHT) and hands.grab is None else None
        if pixel is not None:
            scene = _on_source(scene_of(state, window, None, event.point), state, widget)
            after, intents = press_source(hands, event, scene, pixel)
            return after, (*accepted, *intents)
        if event.button != LEFT:
            return hands, ()
        hover = Hover(Control(widget.name), event.point)
        settled = () if widget.name.startswith("key ") else accepted  # the entry's own keys are no other control
        return hands.changed(held=widget.name), (hover, *settled, *widget.press(*event.point))
    if window.modal_from:
        return hands, _beside(state, window, event)
    keypad = window.named("keypad")
    if keypad is not None and keypad.hit(*event.point):
        return hands, ()
    mark = None if window.frame.side.placed else _first_mark(state, window, event)
    if mark is not None:
        return hands.changed(marks=mark.on), (*accepted, mark)
    after, intents = gestures.press(hands, event, scene_of(state, window, hands.grab, event.point))
    return after, (*accepted, *intents)


def _pull(event: PointerDown, window: Window) -> Pull | None:
    """Return what a finger that goes down may scroll: the sheet under it, where that has more than can be seen."""
    if not event.touch or not window.modal_from:
        return None
    over = (widget for widget in reversed(window.widgets[window.modal_from :]) if isinstance(widget, Scrolled))
    found = next((widget for widget in over if widget.most and widget.visible.contains(*event.point)), None)
    return None if found is None else Pull(found.area, found.offset, found.most, event.point[1], found.unit)


def _pulled(hands: Pointer, pull: Pull, event: PointerMove) -> Answer | None:
    """Return what follows from a finger that pulls a sheet: it lets go of what it went down on, and scrolls."""
    units = (event.point[1] - pull.start) / pull.unit
    if not pull.moved and abs(units) < TOUCH_STILL_UNITS:
        return None
    offset = min(max(pull.offset - units, 0.0), pull.most)
    return hands.changed(held=None, pull=pull.changed(moved=True)), (Hover(None, None), ScrollTo(pull.area, offset))


def _talk_press(hands: Pointer, event: PointerDown, state: State, window: Window) -> tuple[Intent, ...] | None:
    """Return what a press does in a talk: it ends a blank screen, holds the spotlight, or leaves a mark in it."""
    if state.interface.blank:
        return (Unblank(),)
    if event.button == MIDDLE and not _pans(hands, event, state, window):
        return Hover(None, event.point), HoldSpotlight(on=True)
    return (Mark(*event.point),) if state.interface.spotlit else None


def _pans(hands: Pointer, event: PointerDown, state: State, window: Window) -> bool:
    """Tell whether the middle button moves the picture of the Stack view; in Present it is the spotlight's alone."""
    interface, scene = state.interface, scene_of(state, window, hands.grab, event.point)
    met = scene.target_at(*event.point)
    return not interface.presenting and not interface.spotlit and is_space(met, scene, event.point)


def _beside(state: State, window: Window, event: PointerDown) -> tuple[Intent, ...]:
    """Return what a press does while a layer is open, and not on a control of it: beside it, it closes it."""
    over = (widget for widget in window.widgets[window.modal_from :] if not isinstance(widget, Scrim))
    if state.interface.entry is not None:
        return (AcceptEntry(),)  # a number of a panel, which stays open
    if any(widget.rect.contains(*event.point) for widget in over):
        return ()
    return (CloseSheet(),) if state.interface.sheet is not None else (ClosePopup(),)


def _first_mark(state: State, window: Window, event: PointerDown) -> MarkPixel | None:
    """Return the mark that a press makes, or takes away, while Predict asks which pixels the kernel covers next."""
    target = window.target_at(*event.point)
    if event.button != LEFT or event.shift or not isinstance(target, Cell) or target.grid is not GridName.IMAGE:
        return None
    pixel = (target.row, target.column)
    return MarkPixel(pixel, pixel not in state.predict.marked)


def move(hands: Pointer, event: PointerMove, state: State, window: Window) -> Answer:
    """Answer the pointer's way; while the spotlight is on it only leads that."""
    if state.interface.spotlit:
        return hands, (Hover(None, event.point),)
    if hands.pull is not None and (pulled := _pulled(hands, hands.pull, event)) is not None:
        return pulled
    widget = window.named(hands.held)
    if widget is not None:
        over = widget.hit(*event.point) or widget.captures
        return hands, (Hover(Control(widget.name) if over else None, event.point), *widget.drag(*event.point))
    marks = () if hands.marks is None else _further_marks(state, window, event, hands.marks)
    after, intents = gestures.move(hands, event, scene_of(state, window, hands.grab, event.point))
    popup = None if state.interface.popup is None else window.widget_at(*event.point)
    chosen = popup.press(*event.point) if isinstance(popup, PopupList) else ()
    return after, (*intents, *chosen, *marks)


def moved_alone(before: State, after: State) -> bool:
    """Tell whether the pointer's place alone has become another, on what it was on: hands meet the same window then."""
    one, other, pointer = before.__dict__, after.__dict__, after.interface.pointer
    same = all(one[name] is other[name] for name in State.names if name != "interface")
    return same and before.interface.changed(pointer=pointer) == after.interface


def _further_marks(state: State, window: Window, event: PointerMove, on: bool) -> tuple[Intent, ...]:
    """Return the marks of the pixels that a drag has come to."""
    pixels = dict.fromkeys(window.first.place(GridName.IMAGE).at(*place) for place in event.places)
    marked = state.predict.marked
    return tuple(MarkPixel(pixel, on) for pixel in pixels if pixel is not None and (pixel in marked) is not on)


def release(hands: Pointer, event: PointerUp, state: State, window: Window) -> Answer:
    """Answer a button or a finger that goes up."""
    if event.button == MIDDLE and state.interface.spotlight_held:
        return hands, (HoldSpotlight(on=False),)
    hands = hands.changed(pull=None)
    if hands.held is not None and event.button == LEFT:
        widget = window.named(hands.held)
        return hands.changed(held=None), () if widget is None else widget.release(*event.point)
    scene = scene_of(state, window, hands.grab, event.point)
    return gestures.release(hands.changed(marks=None), event, scene)


def pinch(hands: Pointer, event: Fingers, state: State, window: Window) -> Answer:
    """Answer two fingers on the stage; what the first one had begun there ends. On a control they are one."""
    if hands.held is not None or state.interface.spotlit:
        return hands, ()
    fingers = event.in_pixels(*window.frame.layout.size)
    (x, y), (other_x, other_y) = fingers.after
    scene = scene_of(state, window, None, ((x + other_x) / 2, (y + other_y) / 2))
    after, intents = gestures.pinch(hands, fingers, scene)
    return after.changed(marks=None if intents else hands.marks), intents


def let_go(hands: Pointer, window: Window) -> Answer:
    """Answer the loss of the window's focus: nothing is held any more."""
    after, intents = gestures.let_go(hands)
    widget = window.named(hands.held)
    return after, (*intents, *(() if widget is None else widget.release(-1, -1)))


def wheel(hands: Pointer, event: Wheel, state: State, window: Window) -> Answer:
    """Answer the wheel: lists, sheets and the rail scroll; a focused slider and a rested-on cell change.

    A gesture stays with what it began on, wherever the pointer goes meanwhile.
    """
    last = hands.wheel
    began = last.point if last is not None and event.time - last.since < MOMENTUM else event.point
    hands = hands.changed(wheel=Rest(began, event.time))
    event = event.changed(x=began[0], y=began[1])
    scrolled = _scroll(event, window)
    if scrolled is not None:
        return hands, scrolled
    return gestures.wheel(hands, event, scene_of(state, window, hands.grab, began))


def _scroll(event: Wheel, window: Window) -> tuple[Intent, ...] | None:
    for widget in reversed(window.widgets[window.modal_from :]):
        if not widget.visible.contains(*event.point):
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
