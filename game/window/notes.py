"""The teacher's notes, a window of their own: what is to be said, where one is, what comes next, and the time."""

from __future__ import annotations

from ..input.walk_intents import NextStop, PreviousStop
from ..input.window_intents import RestartClock
from ..session.facts.notes import NotesFacts, Times
from ..ui.frame import BODY, SMALL, TITLE, Frame
from ..ui.geometry import Rect
from ..ui.layout import layout, text_unit_of
from ..ui.offers import Thumbnail
from ..ui.typeface import Typeface
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area
from ..value import Value
from ..words.texts import text
from .notes_ahead import ahead_widgets
from .notes_said import PAD, note_widgets

HEAD, FOOT, CLOCK = 76, 76, 40
"""Units: the heights of head and foot, and the size of the time that has passed."""
FITS = (700, 430)
"""Units that the window has room for at least: a scale that leaves less gives way."""
BESIDE, SHARE = 900, 0.36
"""Units of the width from which what comes stands beside the note, and its share of the width then."""
TOUCHED = 44
"""Device pixels of the height of a button at least, where there is room for that."""


class Parts(Value):
    """Where the parts stand: head, note, what comes beside or below it, and foot."""

    head: Rect
    note: Rect
    ahead: Rect
    foot: Rect
    beside: bool


class NotesMet(Value):
    """How the notes are met: units by which the note is scrolled; alone: with the main window on the only display."""

    offset: float = 0.0
    alone: bool = False


NOT_MET = NotesMet()


def notes_frame(
    size: tuple[int, int], scale: int, typeface: Typeface, hovered: str | None = None, pressed: str | None = None
) -> Frame:
    """Return the frame of the notes in a window of that size, in the person's scale as far as all fits."""
    most = min(size[0] / FITS[0], size[1] / FITS[1])
    unit = min(text_unit_of(*size) * scale / 100, most)
    return Frame(layout=layout(*size, scale).changed(text=unit), type=typeface, hovered=hovered, pressed=pressed)


def notes_still(
    facts: NotesFacts, frame: Frame, tiles: tuple[Thumbnail, ...] = (), met: NotesMet = NOT_MET
) -> tuple[Widget, ...]:
    """Return all of the window but its head. tiles: of the scene that comes next."""
    parts = _parts(frame)
    return (
        Area(name="ground", rect=frame.layout.whole, unit=frame.unit, role="ground"),
        *note_widgets(facts, frame, parts.note, met.offset),
        *ahead_widgets(facts, frame, parts.ahead, parts.beside, tiles, met.alone),
        *_foot(frame, parts.foot),
    )


def _parts(frame: Frame) -> Parts:
    px, (width, height) = frame.px, frame.layout.size
    least, most = TOUCHED + px(12), max(px(HEAD), height // 8)
    head = Rect(0, 0, width, min(max(px(HEAD), least), most))
    high = min(max(px(FOOT), least), most)
    foot = Rect(0, height - high, width, high)
    room = Rect(0, head.bottom, width, max(0, foot.y - head.bottom))
    if width >= px(BESIDE) and width > 1.15 * height:
        wide = round(SHARE * width)
        note = Rect(0, room.y, width - wide, room.h)
        return Parts(head, note, Rect(width - wide, room.y, wide, room.h), foot, True)
    low = round(0.42 * room.h)
    return Parts(head, Rect(0, room.y, width, room.h - low), Rect(0, room.bottom - low, width, low), foot, False)


def notes_head(facts: NotesFacts, times: Times, frame: Frame) -> tuple[Widget, ...]:
    """Return where one is, and from the right the button that begins the count anew, the time passed, the clock."""
    place = _parts(frame).head
    px, pad, size = frame.px, frame.px(PAD), frame.size(SMALL)
    passed = f"{times.passed // 60}:{times.passed % 60:02d}"
    clock = text("notes.clock", hour=times.hour, minute=f"{times.minute:02d}")
    label, big = text("notes.restart"), frame.size(CLOCK)
    wide = frame.type.width(label, size, True) + px(32)
    side = min(place.h - px(8), max(TOUCHED, px(46)))
    button = Rect(place.right - pad - wide, place.y + (place.h - side) // 2, wide, side)
    count = frame.type.width("000:00", big, True)
    counted = Rect(button.x - px(18) - count, place.y, count, place.h)
    hours = frame.type.width("00:00", frame.size(TITLE), False)
    hour = Rect(counted.x - px(18) - hours, place.y, hours, place.h)
    left = place.x + pad
    words = _where(facts, frame, max(0, hour.x - px(16) - left))
    return (
        Area(name="head", rect=place, unit=frame.unit, role="panel", line_at="bottom"),
        frame.label("where", Rect(left, place.y, max(0, hour.x - left), place.h), words, frame.size(BODY), bold=True),
        frame.label("clock", hour, clock, frame.size(TITLE), "dim", align=1.0),
        frame.label("passed", counted, passed, big, bold=True, align=1.0),
        frame.button("restart clock", button, RestartClock(), label=label, size=size, style="field"),
    )


def _where(facts: NotesFacts, frame: Frame, room: int) -> str:
    """Return which scene, build and step it is, as far as there are any, and as many of these as have room."""
    said = []
    if facts.place is not None:
        said.append(text(f"notes.place.{facts.kind}", place=facts.place[0], places=facts.place[1]))
    if facts.build is not None and facts.build[0]:
        said.append(text("notes.build", build=facts.build[0], builds=facts.build[1]))
    elif facts.build is not None:
        said.append(text("notes.builds.one" if facts.build[1] == 1 else "notes.builds", builds=facts.build[1]))
    if facts.step is not None:
        said.append(text("notes.step", step=facts.step[0], steps=facts.step[1]))
    size = frame.size(BODY)
    while len(said) > 1 and frame.type.width(text("notes.between").join(said), size, True) > room:
        said.pop()
    return frame.type.shortened(text("notes.between").join(said), size, True, room)


def _foot(frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return the buttons that do what the two keys of a remote do."""
    px, pad, size = frame.px, frame.px(PAD), frame.size(BODY)
    side = min(place.h - px(12), max(TOUCHED, px(52)))
    wide = (place.w - 3 * pad) // 2
    row = Rect(pad, place.y + (place.h - side) // 2, wide, side)
    back = frame.button("notes back", row, PreviousStop(), label=text("notes.back"), size=size, style="field")
    onward = frame.button(
        "notes on", row.moved(wide + pad, 0), NextStop(), label=text("notes.on"), size=size, style="field"
    )
    return Area(name="foot", rect=place, unit=frame.unit, role="panel", line_at="top"), back, onward


def button_at(widgets: tuple[Widget, ...], x: float, y: float) -> Button | None:
    """Return the button at a point."""
    return next((one for one in reversed(widgets) if isinstance(one, Button) and one.hit(x, y)), None)
