"""Compare in the Stack view: a stack of layers in the pane of each side, both seen by one camera.

Image and height are of one size on both sides, so that what differs is seen at once, as in the Flat view.
"""

from __future__ import annotations

from ..input.intent import Side
from ..play.moment import Moment
from ..ui.frame import BODY, SMALL
from ..ui.geometry import EMPTY, Rect
from ..ui.stage import LEGEND
from ..ui.stage_compare import INSIDE, Pane
from ..ui.widgets.base import Widget
from .compare_words import flat_words, legend_button, pane_legend
from .flat import grids_view
from .frame import ShownFrame, StillFrame
from .places import looks_in, panes_of
from .stack.fading import faded
from .stack.places import Part, StackPlaces, stack_places
from .stack.room import Room, divided, headings_of
from .stack.titles import headings, plate
from .stack.view import IN_BOTH, kernel_on_its_way, layers

LEGEND_WIDTH = 250  # units


def stack_on(frame: StillFrame, moment: Moment) -> StackPlaces:
    """Return the places of the layers of the side that a frame draws."""
    side = frame.side.side
    pane = panes_of(frame)[0 if side is Side.A else 1]
    other = frame.still.of(side.other).result.scenario
    clip = _clip(frame, pane)
    return stack_places(frame, moment, pane.places, Part(clip, _room(frame, clip), side, other))


def _clip(frame: StillFrame, pane: Pane) -> Rect:
    """Return the pane below its head, and inside the line around it."""
    edge, top = frame.px(5), pane.head.bottom
    return Rect(pane.rect.x + edge, top, pane.rect.w - 2 * edge, max(1, pane.rect.bottom - edge - top))


def _room(frame: StillFrame, clip: Rect) -> Room:
    """Return how a pane is divided: the same way on both sides, so that both pictures are of one size."""
    layout = frame.layout
    presenting = layout.presenting
    large = round(layout.unit * 34) if presenting else frame.size(BODY)
    small = round(layout.unit * 31) if presenting else frame.size(SMALL)
    words = [heading for each in Side for heading in headings_of(frame.of(each))]
    width = max(
        max(frame.type.width(one.words, large, True), frame.type.width(one.size, small, False)) for one in words
    )
    extra = round(LEGEND * layout.text)
    inner = Rect(clip.x, clip.y + layout.px(6), clip.w, clip.h - layout.px(12)).inset(layout.px(INSIDE), 0)
    bare = Room(inner, EMPTY, True, EMPTY, headings_of(frame), layout.text, large, small)
    width = max(width, round(LEGEND_WIDTH * layout.text))
    # Of the buttons in the lower left, which a talk does not have.
    corner = 0 if presenting else max(44, layout.px(48)) + layout.px(20)
    high = sum(bare.height(heading) + round(12 * layout.text) for heading in bare.headings) + extra
    left, under = divided(bare, inner, width)
    if high > inner.h - corner or min(left.w, left.h) < min(under.w, under.h):
        wide = legend_button(frame) or min(round(LEGEND_WIDTH * layout.text), inner.w * 45 // 100)
        legend = Rect(inner.right - wide, inner.y + layout.px(10), wide, extra)
        titles = Rect(inner.x, inner.y, inner.w - wide - layout.px(12), under.y - inner.y)
        return bare.changed(picture=under, titles=titles, beside=False, legend=legend)
    own = tuple(one.changed(extra=extra if one.name == "output" else 0) for one in bare.headings)
    return bare.changed(picture=left, titles=Rect(inner.x, inner.y, width, inner.h - corner), headings=own)


def stack_side(frame: ShownFrame, pane: Pane, moment: Moment, places: StackPlaces) -> tuple[Widget, ...]:
    """Return what stands in a pane, of a frame that draws its side; on the way, also what leaves or comes."""
    rise, words, stack = frame.still.interface.rise, _words(frame, pane, places), layers(frame, moment, places)
    if rise >= 1:
        return (*stack, *words)
    _, *grids = grids_view(frame, moment, pane.places, looks_in(frame, pane.places))
    flat = (*flat_words(frame, pane), *(widget for widget in grids if widget.rect.w))
    if frame.still.settings.reduced_motion:
        return (*stack, *words, *faded("flat view", flat, 1 - rise))
    leaving = tuple(widget for widget in flat if not widget.name.startswith(IN_BOTH))
    return (
        *faded("flat words", leaving, 1 - rise * 2.5),
        *stack,
        *kernel_on_its_way(frame, places),
        *faded("stack words", words, rise * 2.5 - 1.5),
    )


def _words(frame: StillFrame, pane: Pane, places: StackPlaces) -> tuple[Widget, ...]:
    """Return the titles of the layers, and the legend with the button for one scale or two."""

    def legend_at(rect: Rect) -> tuple[Widget, ...]:
        px = frame.px
        stage = pane.places.changed(legend=Rect(rect.x, rect.y + px(10), rect.w, rect.h - px(12)))
        parts = pane_legend(frame, pane.changed(places=stage), looks_in(frame, stage))
        return (plate("plate legend", parts, frame.unit), *parts)

    above = legend_at(places.room.legend) if places.room.legend.h else ()
    return (*headings(frame, places, lambda _frame, _heading, rect: legend_at(rect)), *above)
