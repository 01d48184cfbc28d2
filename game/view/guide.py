"""What the window points at by itself: a line from the sentence to the pixels that no patch covers, and hints."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np

from ..play.easing import cubic_in_out
from ..ui.frame import BODY, Frame
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.placing import Rects, apart, placed, touching
from ..ui.widgets.base import Widget
from ..ui.widgets.bubble import Bubble
from ..ui.widgets.callout import Hint, Line, Ring
from ..window.formula import uncovered_words
from ..words.texts import text
from .floating import worded
from .frame import ON_B, Keeper, ShownFrame
from .window import Window

GROWS = 0.6  # seconds in which the line grows
TARGETS = {
    "paint": ("grid image",),
    "scrub": ("scrubber",),
    "stride": ("stride", "stride rows", "slide head", "show rail", "menu"),
}
SIDES = {
    "paint": ("below", "above", "right", "left"),
    "scrub": ("above", "below"),
    "stride": ("left", "below", "above"),
}
"""What each hint points at, the first that is there; and on which side of it the hint stands, the first that fits."""
WIDTHS = (620, 420, 300)
"""Units that a hint may be wide: the first at which it finds a place."""
FAR = 420
"""Units that a hint is from what it speaks of at most, as long as there is some place so near."""
KIND = 3
"""How many of the ways in which it gives way leave titles and numbers free."""
WHERE = "where "
SCALES = ("legend", "coverage legend")
BELOW = ("below", "above", "left")  # a button of a bar: a hint beside it would lie over its neighbours


def guide_widgets(frame: ShownFrame, window: Window, clear: Rects, keep: Keeper) -> tuple[Widget, ...]:
    """Return what points at something now: the callout or a hint, or nothing while something is open or held."""
    guide = frame.still.interface.guide
    if not frame.still.quiet or frame.layout.tiny or frame.pressed not in (None, "hint"):
        return ()
    if guide.callout_at is not None:
        return callout(frame, window, clear)
    if guide.hint is None or (guide.hint == "paint" and frame.still.interface.coverage):
        return ()  # nothing can be painted while coverage stands there
    return _hint(guide.hint, window, clear, keep)


def callout(frame: ShownFrame, window: Window, clear: Rects) -> tuple[Widget, ...]:
    """Return the line from the sentence in the rail; where that is not seen, the sentence itself beside the image."""
    sentences = uncovered_words(frame.side.result.uncovered.lines)
    if not sentences or frame.side.stamps is not None:
        return ()
    place, stage, px = window.places.image, frame.layout.stage, frame.px
    note = window.named("note")
    if note is not None and note.visible != note.rect:
        note = None  # not all of it is seen
    ring = () if note is None else (Ring(name="callout ring", rect=note.rect.inset(-px(4)), unit=frame.unit),)
    if window.first.stack is not None:  # a line would cross the layers, and end on a cell that turns away
        return ring
    # Nothing stands in the line's way under the image, or under all grids.
    street = place.rect.bottom + px(12) if stage.h >= stage.w else stage.bottom - px(4)
    entrance = _way_in(frame, window, street)
    if note is not None:
        x, y = note.rect.x, round(note.rect.centre[1])
        turn = min(x, stage.right) - px(14)
        return (_line(frame, ((x, y), (turn, y), (turn, street), *entrance)), *ring)
    size = frame.size(BODY)
    room = stage.inset(px(24), 0)
    lines = tuple(line for words in sentences for line in frame.type.wrapped(words, size, True, room.w - px(40)))
    width = max(frame.type.width(line, size, True) for line in lines) + px(26)
    height = px(20) + round(size * 1.4) * len(lines)
    room = Rect(room.x, room.y, room.w, frame.layout.transport.y - room.y)
    wanted = Rect(entrance[0][0] - px(30), street, width, height)
    box = placed((width, height), wanted, room, (*clear, place.rect), ways=())
    if not box.h:
        return (_line(frame, entrance),)
    bubble = Bubble(name="callout bubble", rect=box, unit=frame.unit, lines=lines, size=size, heading=len(lines))
    return _line(frame, entrance), bubble


def _way_in(frame: ShownFrame, window: Window, street: int) -> tuple[tuple[int, int], ...]:
    """Return the last points of the way: up into an uncovered column, or from the right into an uncovered row.

    An uncovered column reaches down to the image's edge, an uncovered row to its right: the line crosses no pixel.
    """
    place, uncovered = window.places.image, frame.side.result.uncovered
    missing = uncovered.left_over | uncovered.skipped
    columns, rows = (np.flatnonzero(missing.all(axis=axis)).tolist() for axis in (0, 1))
    inward = max(2, round(place.pitch * 0.18))
    if columns:
        x = round(place.x + (columns[-1] + 0.5) * place.pitch)
        return (x, street), (x, place.rect.bottom - inward)
    x, y = place.rect.right + frame.px(22), round(place.y + (rows[-1] + 0.5) * place.pitch)
    return (x, street), (x, y), (place.rect.right - inward, y)


def _line(frame: ShownFrame, way: tuple[tuple[int, int], ...]) -> Line:
    begun, grown = frame.still.interface.guide.callout_at, 1.0
    if not frame.still.settings.reduced_motion and begun is not None:
        grown = cubic_in_out(min(1.0, (frame.shown.now - begun) / GROWS))
    margin = frame.px(14)
    xs, ys = [x for x, _ in way], [y for _, y in way]
    rect = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).inset(-margin)
    return Line(name="callout line", rect=rect, unit=frame.unit, way=way, grown=round(grown, 3))


def _hint(name: str, window: Window, clear: Rects, keep: Keeper) -> tuple[Widget, ...]:
    """Return a hint at what it points at; none where that is not there."""
    target = next(filter(None, map(window.named, TARGETS[name])), None)
    if target is None or not target.visible.h:
        return ()
    others = (widget for widget in window.widgets if widget is not target)
    controls = tuple(widget.visible for widget in others if widget.focusable and not widget.yields)
    sides = BELOW if target.name in ("show rail", "menu") else SIDES[name]
    given, words = (*clear, *controls, *_scales(window)), worded(window)
    read = tuple(rect for rect in words if rect not in _passed_over(window))
    images = _images(window)
    barred = (*words, *images), (*read, *_made(window), *images), words
    return keep(hint, name, target.visible, sides, (*((*given, *each) for each in barred), given, clear), keep.frame)


def _scales(window: Window) -> Rects:
    """Return where it stands which colour is which number, and how often pixels are covered."""
    return tuple(widget.visible for widget in window.widgets if widget.name.removesuffix(ON_B) in SCALES)


def _passed_over(window: Window) -> Rects:
    """Return what is least missed of what is said: which patch is covered, and the whole of the output map."""
    said = (widget.visible for widget in window.widgets if widget.name.startswith(WHERE))
    return *said, *(part.places.output.rect for part in window.sides)


def _made(window: Window) -> Rects:
    """Return the rows of the output maps in which there are numbers."""
    parts = (part for part in window.sides if part.stack is None and part.moment.cell is not None)
    return tuple(_rows(part.places.output, part.moment.cell[0] + 1) for part in parts if part.moment.cell is not None)


def _rows(place: GridPlace, rows: int) -> Rect:
    """Return the place of a grid's first rows."""
    return place.rect._replace(h=round(rows * place.pitch))


def _images(window: Window) -> Rects:
    """Return where the source images lie level: all of one is looked at, not only what the walk is at."""
    return tuple(part.places.image.rect for part in window.sides if part.stack is None)


def hint(
    name: str, target: Rect, sides: tuple[str, ...], barred: tuple[Rects, ...], frame: Frame
) -> tuple[Widget, ...]:
    """Return a hint beside what it points at, or near it with a ring around that and an arrow, if that has a way.

    It gives way to other controls and to words too, where there is room for that: to the first of `barred` it can.
    Far away it stands only where nothing nearer is left, for there it is not seen what it speaks of.
    """
    words, far = text(f"hint.{name}"), tuple[Widget, ...]()
    for at, given in enumerate(barred):
        if at == KIND and far:
            break
        for make, units in product((_with_tail, _with_arrow, _with_ring), WIDTHS):
            found = make(frame, _plain(frame, words, units), target, given, sides)
            if found and (at >= KIND or apart(found[-1].rect, target) <= frame.px(FAR) ** 2):
                return found
            far = far or found
    return far


def _plain(frame: Frame, words: str, units: int) -> Hint:
    """Return a hint that is nowhere yet, at most so many units wide."""
    px, size = frame.px, frame.size(BODY)
    cross = max(44, px(44))
    lines = frame.type.wrapped(words, size, True, min(px(units), frame.layout.size[0] - px(40)) - px(28) - cross)
    width = max(frame.type.width(line, size, True) for line in lines) + px(28) + cross
    return Hint(
        name="hint",
        rect=Rect(0, 0, width, max(44, px(24) + round(size * 1.4) * len(lines))),
        unit=frame.unit,
        mood=frame.mood("hint"),
        about=text("hint.dismiss"),
        lines=lines,
        size=size,
        side="",
        tip=0,
    )


def _with_tail(frame: Frame, plain: Hint, target: Rect, barred: Rects, sides: tuple[str, ...]) -> tuple[Widget, ...]:
    """Return a hint right beside its target, on the first side on which it has room with its tail."""
    tail, (_, _, width, height), inner = frame.px(14), plain.rect, frame.layout.whole.inset(4)
    for side in sides:
        across = side in ("below", "above")
        corner = frame.px(30 if across else 20)  # how far the tail is from the box's corners
        whole = (width, height + tail) if across else (width + tail, height)
        rect = touching(whole, target, inner, barred, corner, side)
        if rect.h:
            middle, low, high = (
                (target.centre[0], rect.x, rect.right) if across else (target.centre[1], rect.y, rect.bottom)
            )
            tip = round(min(max(middle, low + corner), high - corner))
            return (plain.changed(rect=rect, side=side, tip=tip),)
    return ()


def _with_ring(frame: Frame, plain: Hint, target: Rect, barred: Rects, sides: tuple[str, ...]) -> tuple[Widget, ...]:
    """Return a hint as near to its target as it has room, and a ring around the target."""
    del sides
    px = frame.px
    place = placed(plain.rect[2:], target, frame.layout.whole.inset(4), (*barred, target), px(14))
    ring = Ring(name="hint ring", rect=target.inset(-px(3)), unit=frame.unit)
    return (ring, plain.changed(rect=place)) if place.h else ()


def _with_arrow(frame: Frame, plain: Hint, target: Rect, barred: Rects, sides: tuple[str, ...]) -> tuple[Widget, ...]:
    """Return the same with an arrow from the hint into its target; none where that has no way."""
    found = _with_ring(frame, plain, target, barred, sides)
    arrow = _arrow(frame, found[-1].rect, target, barred) if found else ()
    return (found[0], *arrow, found[-1]) if arrow else ()


def _arrow(frame: Frame, hint: Rect, target: Rect, barred: Rects) -> tuple[Line, ...]:
    """Return the way from a hint straight, or around one corner, into its target; none where something is in it."""
    ways = (_way(hint, target, frame.px(18), share) for share in (0.5, 0.1, 0.9))
    others = tuple(one for one in barred if not one.holds(target))
    for way in ways:
        pieces = tuple(Rect(min(a, c), min(b, d), abs(a - c) + 1, abs(b - d) + 1) for (a, b), (c, d) in pairwise(way))
        if not any(piece.meets(one) for piece in pieces for one in others):
            xs, ys = [at[0] for at in way], [at[1] for at in way]
            rect = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).inset(-frame.px(14))
            return (Line(name="hint line", rect=rect, unit=frame.unit, way=way, grown=1.0),)
    return ()


def _way(hint: Rect, target: Rect, inward: int, share: float) -> tuple[tuple[int, int], ...]:
    """Return the points of such a way; share: where it goes of what both have in common along an edge, 0 … 1."""
    x, turns = _towards((hint.x, hint.right), (target.x, target.right), inward, share)
    y, rises = _towards((hint.y, hint.bottom), (target.y, target.bottom), inward, share)
    beside, under = (hint.x if turns < 0 else hint.right), (hint.y if rises < 0 else hint.bottom)
    if turns and rises:  # it stands off a corner
        middle = round(hint.centre[1])
        return (beside, middle), (x, middle), (x, y)
    return ((beside, y), (x, y)) if turns else ((x, under), (x, y))


def _towards(own: tuple[int, int], other: tuple[int, int], inward: int, share: float) -> tuple[int, int]:
    """Return where a way along one axis ends, and whether it goes back (−1), on (1), or need not go (0)."""
    low, high = max(own[0], other[0]), min(own[1], other[1])
    if low < high:
        return round(low + (high - low) * share), 0
    return (other[1] - inward, -1) if own[0] >= other[1] else (other[0] + inward, 1)
