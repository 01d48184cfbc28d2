"""What nothing may lie on: the cells that the walk is at, the dot product, the question, a tour's text, what is open.

Whatever floats takes its place from this list (see `ui.placing`).
"""

from __future__ import annotations

from ..core.convolution import patch_corner
from ..core.result import Result
from ..play.moment import Moment
from ..play.phases import Phase
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.placing import Rects
from ..ui.widgets.base import Widget
from ..ui.widgets.entry_field import EntryField
from ..ui.widgets.label import Area, Label, Scrim
from ..ui.widgets.select import PopupList
from .card import card_rect
from .frame import StillFrame
from .window import ON_B, Window, WindowSide

READ = ("dot product", "dot product" + ON_B, "lens", "question")
"""What is read, by the names of widgets: the sum written out, the question of Predict. A tour's text is on an area."""
MARGIN = 3  # device pixels around that


def kept_clear(frame: StillFrame, window: Window, over: tuple[Widget, ...] = ()) -> Rects:
    """Return what must not be covered in a window, with what is open over it. Under a sheet nothing is read."""
    open_now = tuple(widget.rect for widget in over if isinstance(widget, (Area, PopupList, EntryField)))
    if any(isinstance(widget, Scrim) for widget in over):
        return open_now
    read = [
        widget.rect.inset(-MARGIN)
        for widget in window.widgets
        if widget.name in READ or (widget.name == "tour" and isinstance(widget, Area))
    ]
    live = [rect for part in window.sides for rect in live_cells(frame, part)]
    return tuple(rect for rect in (*read, *open_now, *live) if rect.w and rect.h)


def worded(window: Window) -> Rects:
    """Return what had better not be covered either, where there is room elsewhere: words, and the output's numbers."""
    labels = tuple(widget.visible for widget in window.widgets if isinstance(widget, Label) and widget.text)
    return (*labels, *(part.places.output.rect for part in window.sides if part.stack is None))


def live_cells(frame: StillFrame, part: WindowSide) -> tuple[Rect, ...]:
    """Return what the step that is being made is at: patch, card, kernel, products, and its output cell."""
    moment, result = part.moment, frame.still.of(part.side).result
    if moment.cell is None:
        return ()
    if part.stack is not None:
        return _live_layers(part, result, moment.cell)
    places = part.places
    return (
        card_room(places.image, moment, result, frame.unit),
        places.kernel.rect,
        places.products.rect,
        places.output.square(*moment.cell),
    )


def card_room(place: GridPlace, moment: Moment, result: Result, unit: float) -> Rect:
    """Return the area in which the card stays during a part of a step: on its way to the patch, and then above it.

    It keeps still while the card moves in it, so that what gives way to the card does so once.
    """
    columns = result.output.shape[1]
    steps = (moment.step - 1, moment.step) if moment.phase is Phase.SLIDE and moment.step else (moment.step,)
    corners = [patch_corner(result.scenario, divmod(step, columns)) for step in steps]
    back = corners[0][1] > corners[-1][1]
    room = card_rect(place, moment, result, unit)
    for row, column in corners:
        for lift in (0.0, 1.0):
            at = moment.changed(card=(float(row), float(column)), lift=lift, arc=1.0 if back and lift else 0.0)
            room = room.union(card_rect(place, at, result, unit))
    return room


def _live_layers(part: WindowSide, result: Result, cell: tuple[int, int]) -> tuple[Rect, ...]:
    """Return the same in the Stack view, where kernel and products are the card."""
    stack, extent = part.stack, result.scenario.kernel_extent
    if stack is None:
        return ()
    rects = (
        stack.image.bounds(*patch_corner(result.scenario, cell), *extent, 1),
        stack.card.bounds(*part.moment.card, *extent, 1),
        stack.output.bounds(*cell, 1, 1, 1),
    )
    return tuple(rect.overlap(stack.clip) for rect in rects)
