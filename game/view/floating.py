"""What is said over the window: toasts, and the bubble about what is asked for. They lie on nothing that is read.

That is the cells that the walk is at, the dot product, the question, a tour's text, what is open: whatever floats
takes its place from this list (see `ui.placing`).
"""

from __future__ import annotations

from ..core.convolution import patch_corner
from ..core.result import Result
from ..input.intent import Cell, Control, GridName, in_formula
from ..play.moment import Moment
from ..play.phases import Phase
from ..session.interface import Toast
from ..ui.frame import SMALL, Frame
from ..ui.geometry import Rect
from ..ui.lane_places import Lane, LaneStage
from ..ui.place import GridPlace
from ..ui.placing import Rects, placed
from ..ui.stage import Stage
from ..ui.widgets.base import Widget
from ..ui.widgets.bubble import Bubble, ToastWidget, bubble_of
from ..ui.widgets.entry_field import EntryField
from ..ui.widgets.label import Area, Label, Runs, Scrim
from ..ui.widgets.select import PopupList
from ..window.toasts import GROUND, column
from .bubbles import bubble_lines
from .card import card_rect
from .frame import ON_B, ShownFrame, StillFrame
from .window import Window, WindowSide

READ = (
    *("dot product", "dot product" + ON_B, "dot product row", "channel sum", "channel sum" + ON_B),
    *("lens", "question"),
)
"""What is read, by the names of widgets: the sum written out, the question of Predict. A tour's text is on an area."""
COLUMN = "column "
"""Begins the names of what the column addition is made of, which is read, too."""
MARGIN = 3  # device pixels around that
WIDTHS = (760, 520, 380, 260)
"""How wide toasts may be, in units: the first of those at which they stand nearest to their corner."""
FAR = 420  # units that a bubble stands away from what it speaks of at most, for the sake of words
FLOATING = ("hint", "callout bubble")
"""What may point at something already, and is read."""


def toasts(said: tuple[Toast, ...], clear: Rects, frame: Frame) -> tuple[Widget, ...]:
    """Return the toasts, the newest lowest: at the right foot of the stage, else where nothing is read.

    Where there is no room for all the newest are shown; where there is none, none until what is open closes.
    """
    layout = frame.layout
    rooms = layout.stage.inset(layout.px(16), layout.px(8)), layout.whole.inset(layout.px(8))
    for most in range(len(said), 0, -1):
        columns = [column(said[-most:], frame, min(layout.px(units), rooms[1].w)) for units in WIDTHS]
        for room in rooms:
            corner = room.right, room.bottom
            places = [(found, _nearest(found.size, corner, room, clear)) for found in columns]
            free = [(found, place) for found, place in places if place.h]
            if free:
                found, place = min(free, key=lambda each: _far(each[1], corner))
                return found.at(place)
    return ()


def _nearest(size: tuple[int, int], corner: tuple[int, int], room: Rect, clear: Rects) -> Rect:
    """Return the place of that size that is nearest to a right lower corner; an empty one where there is none."""
    return placed(size, Rect(corner[0] - size[0], corner[1] - size[1], *size), room, clear, ways=())


def _far(place: Rect, corner: tuple[int, int]) -> int:
    """Return how far a place is from a corner."""
    return (corner[0] - place.right) ** 2 + (corner[1] - place.bottom) ** 2


def bubble(frame: ShownFrame, window: Window, clear: Rects) -> Bubble | None:
    """Return the bubble about what is asked for; none where nothing can be said, or where it has no room."""
    interface, target = frame.still.interface, frame.asked
    if interface.entry is not None or frame.layout.tiny or (isinstance(target, Cell) and window.modal_from):
        return None
    lines, near = _about(frame, window, target)
    if not lines:
        return None
    whole = frame.layout.whole.inset(4)
    found = bubble_of(frame.type, lines, frame.size(SMALL), frame.unit, frame.layout.size[0])
    floating = tuple(each.rect for each in window.widgets if each.name in FLOATING or isinstance(each, ToastWidget))
    terms = tuple(each.rect for each in window.widgets if isinstance(each, Runs)) if in_formula(target) else ()
    barred = (*clear, *floating, *terms, near)
    barred = tuple(rect for rect in barred if rect not in _filling(window))
    for free in ((*barred, *worded(window)), barred):
        place = placed(found.rect[2:], near, whole, free, round(10 * frame.unit))
        if place.h and _far(place, (near.right, near.bottom)) <= round(FAR * frame.unit) ** 2:
            return found.changed(rect=place)
    return found.changed(rect=place) if place.h else None


def _filling(window: Window) -> Rects:
    """Return the sheet that fills the window, if one does: beside it there is no room, so what it says lies on it."""
    over = window.widgets[window.modal_from :]
    filled = any(widget.name == GROUND for widget in over)
    return tuple(widget.rect for widget in over if widget.name == "sheet") if filled else ()


def _about(frame: ShownFrame, window: Window, target: object) -> tuple[tuple[str, ...], Rect]:
    """Return what is said about a target, and where that is."""
    if isinstance(target, Cell):
        moment = window.of(target.side).moment
        side = frame.still.of(target.side)
        if side.stamps is not None and frame.shown.stamp is not None:
            from .stamp.bubbles import stamp_bubble  # few layers have stamps

            return stamp_bubble(side.stamps, frame.shown.stamp, moment, target, side.covered), window.cell_rect(target)
        lines = bubble_lines(side, moment, target, frame.still.alone)
        return lines, window.cell_rect(target)
    widget = window.named(target.name) if isinstance(target, Control) else None
    if widget is None or not widget.tooltip:
        return (), frame.layout.whole
    return tuple(widget.tooltip.split("\n")), widget.visible


def kept_clear(frame: StillFrame, window: Window, over: tuple[Widget, ...] = ()) -> Rects:
    """Return what must not be covered in a window, with what is open over it. Under a sheet nothing is read."""
    opened = (widget for widget in over if isinstance(widget, (Area, PopupList, EntryField)))
    open_now = tuple(widget.rect for widget in opened if widget.name != GROUND)
    if any(isinstance(widget, Scrim) for widget in over):
        return open_now
    read = [
        widget.rect.inset(-MARGIN)
        for widget in window.widgets
        if widget.name in READ or widget.name.startswith(COLUMN) or (widget.name == "tour" and isinstance(widget, Area))
    ]
    live = [rect for part in window.sides for rect in live_cells(frame, part)]
    return tuple(rect for rect in (*read, *open_now, *live) if rect.w and rect.h)


def worded(window: Window) -> Rects:
    """Return what had better not be covered either, where there is room elsewhere: words, and the output's numbers."""
    labels = tuple(widget.visible for widget in window.widgets if isinstance(widget, Label) and widget.text)
    level = [part.places for part in window.sides if part.stack is None]
    lanes = (lane for places in level if isinstance(places, LaneStage) for lane in places.lanes)
    numbers = (grid.rect for lane in lanes for grid in (lane.patch, lane.kernel, lane.products))
    return (*labels, *(places.output.rect for places in level), *numbers)


def live_cells(frame: StillFrame, part: WindowSide) -> tuple[Rect, ...]:
    """Return what the step that is being made is at: patch, card, kernel, products, and its output cell."""
    moment, places, stack, result = part.moment, part.places, part.stack, frame.still.of(part.side).result
    if moment.cell is None or frame.still.learn is not None:
        return ()
    if part.under is GridName.OUTPUT:  # a pixel is stamped onto it
        down, across = result.scenario.layer.chosen_stride
        pixel = places.image.square(moment.cell[0] * down, moment.cell[1] * across)
        return part.card, places.kernel.rect, places.products.rect, pixel
    if stack is None:
        return (
            card_room(places.image, moment, result, frame.unit),
            places.kernel.rect,
            places.products.rect,
            *(lane.patch.rect for lane in _in_front(places)),
            places.output.square(*moment.cell),
        )
    extent = result.scenario.kernel_extent
    return (  # kernel and products are the card
        stack.image.bounds(*patch_corner(result.scenario, moment.cell), *extent, 1).overlap(stack.clip),
        stack.card.bounds(*moment.card, *extent, 1).overlap(stack.clip),
        stack.output.bounds(*moment.cell, 1, 1, 1).overlap(stack.output.clip),
    )


def _in_front(places: Stage) -> tuple[Lane, ...]:
    """Return the lane in front, where a stage has lanes."""
    if not isinstance(places, LaneStage):
        return ()
    return tuple(lane for lane in places.lanes if lane.kernel == places.kernel)


def card_room(place: GridPlace, moment: Moment, result: Result, unit: float) -> Rect:
    """Return the area in which the card stays during a part of a step: on its way to the patch, and then above it.

    It keeps still while the card moves in it, so that what gives way to the card does so once.
    """
    columns = result.output.shape[1]
    steps = (moment.step - 1, moment.step) if moment.phase is Phase.SLIDE and moment.step else (moment.step,)
    corners = [patch_corner(result.scenario, divmod(step, columns)) for step in steps]
    back = corners[0][1] > corners[-1][1]
    room = card_rect(place, moment, result, unit)
    for down, across in corners:
        for lift in (0.0, 1.0):
            at = moment.changed(card=(float(down), float(across)), lift=lift, arc=1.0 if back and lift else 0.0)
            room = room.union(card_rect(place, at, result, unit))
    return room
