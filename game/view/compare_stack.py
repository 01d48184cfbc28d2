"""Compare in the Stack view: a stack of layers in the pane of each side, both seen by one camera.

Image and height are of one size on both sides, so that what differs is seen at once, as in the Flat view.
"""

from __future__ import annotations

from ..input.intent import Side
from ..play.moment import Moment
from ..ui.frame import BODY, SMALL
from ..ui.geometry import EMPTY, Rect
from ..ui.stage import LEGEND
from ..ui.stage_compare import INSIDE
from .frame import StillFrame
from .output import scale_button
from .places import panes_of
from .stack.places import Part, StackPlaces, stack_places
from .stack.room import Room, divided, headings_of, widest

LEGEND_WIDTH = 250  # units


def stack_on(frame: StillFrame, moment: Moment) -> StackPlaces:
    """Return the places of the layers of the side that a frame draws."""
    side = frame.side.side
    pane = panes_of(frame)[0 if side is Side.A else 1]
    other = frame.still.of(side.other).result.scenario
    edge, top = frame.px(5), pane.head.bottom  # below its head, and inside the line around it
    clip = Rect(pane.rect.x + edge, top, pane.rect.w - 2 * edge, max(1, pane.rect.bottom - edge - top))
    return stack_places(frame, moment, pane.places, Part(clip, _room(frame, clip), side, other))


def _room(frame: StillFrame, clip: Rect) -> Room:
    """Return how a pane is divided: the same way on both sides, so that both pictures are of one size."""
    layout, presenting = frame.layout, frame.layout.presenting
    large = round(layout.unit * 34) if presenting else frame.size(BODY)
    small = round(layout.unit * 31) if presenting else frame.size(SMALL)
    words = [heading for each in Side for heading in headings_of(frame.of(each))]
    width = max(widest(frame, words, large, small), round(LEGEND_WIDTH * layout.text))
    extra = round(LEGEND * layout.text)
    inner = Rect(clip.x, clip.y + layout.px(6), clip.w, clip.h - layout.px(12)).inset(layout.px(INSIDE), 0)
    bare = Room(inner, EMPTY, True, EMPTY, headings_of(frame), layout.text, large, small)
    # Of the buttons in the lower left, which a talk does not have.
    corner = 0 if presenting else max(44, layout.px(48)) + layout.px(20)
    high = sum(bare.height(heading) + round(12 * layout.text) for heading in bare.headings) + extra
    left, under = divided(bare, inner, width)
    if high > inner.h - corner or min(left.w, left.h) < min(under.w, under.h):
        wide = scale_button(frame) or min(round(LEGEND_WIDTH * layout.text), inner.w * 45 // 100)
        legend = Rect(inner.right - wide, inner.y + layout.px(10), wide, extra)
        titles = Rect(inner.x, inner.y, inner.w - wide - layout.px(12), under.y - inner.y)
        return bare.changed(picture=under, titles=titles, beside=False, legend=legend)
    own = tuple(one.changed(extra=extra if one.name == "output" else 0) for one in bare.headings)
    return bare.changed(picture=left, titles=Rect(inner.x, inner.y, width, inner.h - corner), headings=own)
