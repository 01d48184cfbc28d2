"""The map of a layer's kernels in a small panel, with how many there are, and what groups make of them."""

from __future__ import annotations

from ..session.facts.layer_panels import KernelMapFacts
from ..session.interface import PANELS
from ..ui.frame import LABEL, SMALL, Frame
from ..ui.geometry import EMPTY, Rect, beside
from ..ui.layout import RAIL_FOLDED
from ..ui.widgets.base import Widget
from ..ui.widgets.kernel_map import KernelMap
from ..words.numbers import size_text
from ..words.texts import many, text
from .scrolling import Scroller, scrolled

NAME = "kernel map"
"""Of the panel, and of the button that opens it."""
WIDTH, PAD, LINE, HEAD = 560, 22, 30, 40  # units: of the panel, its edges, a line of a sentence, the heads of the sides
CIRCLE, FEWEST = 62, 3  # units from circle to circle at most; room for so many there always is
SMALLEST = 20  # device pixels from circle to circle at least: where they do not fit, the panel scrolls


def kernel_map(facts: KernelMapFacts, live: tuple[int, int | None], frame: Frame, anchor: Rect) -> tuple[Widget, ...]:
    """Return the panel; `live`: the filter in front, and the channel that is in work under it, or None."""
    px, window = frame.px, frame.layout.size
    rail = frame.layout.drawer if frame.layout.fold >= RAIL_FOLDED else frame.layout.rail
    width, size = min(px(WIDTH), (rail.w or window[0]) - 8), frame.size(SMALL)
    inner = width - 2 * px(PAD)
    wrapped = [line for each in sentences(facts) for line in frame.type.wrapped(each, size, False, inner - px(10))]
    below, above = len(wrapped) * px(LINE) + px(14), px(HEAD)
    number, channel = live
    circles = KernelMap(
        name="kernel map circles",
        rect=EMPTY,
        unit=frame.unit,
        letters=facts.letters,
        filters=facts.filters,
        groups=facts.groups,
        filter=number,
        channel=channel,
    )
    count = max(FEWEST, circles.longest)
    room = window[1] - 16 - 2 * px(PAD) - above - below
    high = round(count * max(SMALLEST, min(px(CIRCLE), room / count)))
    whole = above + high + below
    within = Rect(rail.x, 0, rail.w, window[1]) if rail.w else frame.layout.whole  # what is being made stays in sight
    place = beside(anchor, width, min(whole + 2 * px(PAD), window[1] - 16), within)
    inside = Rect(place.x + px(PAD), place.y + px(PAD), inner, place.h - 2 * px(PAD))
    head = Rect(inside.x, inside.y, inside.w, above)
    drawn = Rect(inside.x + px(30), head.bottom, inside.w - px(60), high)
    words = Rect(inside.x, drawn.bottom + px(14), inside.w, below)
    content = (
        frame.label("kernel map channels", head, text("kernel_map.channels"), frame.size(LABEL), bold=True),
        frame.label("kernel map filters", head, text("kernel_map.filters"), frame.size(LABEL), bold=True, align=1.0),
        circles.changed(rect=drawn),
        *frame.lines("kernel map line", words, wrapped, px(LINE), size),
    )
    bar = Rect(inside.x, inside.y, place.right - 4 - inside.x, inside.h)
    scroller = Scroller(name=PANELS[NAME], area=PANELS[NAME], rect=bar, unit=frame.unit)
    shown = scrolled(frame, scroller, content, inside, whole, facts.scrolled)
    return frame.box("kernel map ground", place, 12), *shown


def sentences(facts: KernelMapFacts) -> tuple[str, ...]:
    """Return how many kernels, weights and parameters there are, and which channels a filter sees."""
    channels, filters, groups = len(facts.letters), facts.filters, facts.groups
    seen = channels // groups
    kernels, (rows, columns) = filters * seen, facts.size
    weights = kernels * rows * columns
    of_group = "kernel_map.count" if groups == 1 else "kernel_map.count.groups"
    said = [
        text(
            of_group,
            filters=many("filter", filters),
            channels=many("channel", seen),
            kernels=many("kernel", kernels),
            size=size_text(facts.size),
        ),
        text(
            "kernel_map.parameters",
            weights=many("weight", weights),
            biases=many("bias", filters),
            parameters=many("parameter", weights + filters),
        ),
    ]
    if groups > 1:
        said.append(text("kernel_map.groups", groups=groups, seen=seen, channels=channels))
    elif channels > 1:
        said.append(text("kernel_map.all", channels=channels))
    if groups == channels > 1:
        own = "kernel_map.depthwise.one" if filters == channels else "kernel_map.depthwise"
        said.append(text(own, filters=filters // channels))
    return tuple(said)
