"""What the teacher's notes say of what comes: what the next press does, and the next scene with its small pictures."""

from __future__ import annotations

from ..session.facts.notes import NotesFacts
from ..ui.frame import BODY, HEADING, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.offers import Thumbnail
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area
from ..ui.widgets.thumbnails import Thumbnails
from ..words.texts import text
from .notes_said import PAD, named
from .scrolling import Column


def ahead_widgets(
    facts: NotesFacts, frame: Frame, place: Rect, beside: bool, tiles: tuple[Thumbnail, ...], alone: bool
) -> tuple[Widget, ...]:
    """Return what the next press does, what can be asked, and the scene that comes next.

    beside: the place is beside the note, and all stands in one column; else it is below, and there are two.
    """
    px, side = frame.px, "left" if beside else "top"
    ground = Area(name="ahead", rect=place, unit=frame.unit, role="panel", line_at=side)
    inside = place.inset(px(PAD), px(16))
    wide = inside.w if beside else (inside.w - px(PAD)) // 2
    column = _press(facts, frame, Rect(inside.x, inside.y, max(1, wide), inside.h))
    said = _alone(frame, inside, wide) if alone else ()
    if said and said[0].rect.y < column.y:  # what is done next counts for more
        said = ()
    if said and beside:
        inside = inside._replace(h=max(0, said[0].rect.y - px(12) - inside.y))
    left = Rect(inside.right - wide, inside.y, wide, inside.h)
    if beside:
        column.take(px(14))
        left = Rect(inside.x, column.y, wide, max(0, inside.bottom - column.y))
    return ground, *named("press", column, inside), *_following(facts, frame, left, tiles), *said


def _alone(frame: Frame, inside: Rect, wide: int) -> tuple[Widget, ...]:
    """Return what is said where there is one display only, at the foot of what comes next."""
    size = frame.size(SMALL)
    lines = frame.type.wrapped(text("notes.one_display"), size, False, max(1, wide))
    at = Rect.of(inside.x, inside.bottom - 1.3 * size * len(lines), wide, 1)
    return frame.lines("alone", at, lines, 1.3 * size, size, "dim")


def _press(facts: NotesFacts, frame: Frame, place: Rect) -> Column:
    """Write what the next press does, and what can be asked of the class, as large as it fits into a place."""
    small = frame.size(SMALL)
    for units in (HEADING, BODY, SMALL):
        column, size = Column(place.x, place.y, place.w), frame.size(units)
        column.write(frame, text("notes.ahead"), round(1.5 * small), small, "kernel_text", bold=True)
        column.write(frame, _ahead(facts), round(1.35 * size), size)
        if facts.asked:
            column.take(frame.px(8))
            column.write(frame, text(f"notes.asks.{facts.asked}"), round(1.35 * size), size, "now_text")
        if column.y <= place.bottom:
            break
    return column


def _ahead(facts: NotesFacts) -> str:
    """Return what the next press of Page Down does, in words."""
    if facts.plays is not None:
        first, last = facts.plays
        return text("notes.ahead.step" if first == last else "notes.ahead.steps", first=first, last=last)
    if facts.ahead == "goes on" and facts.following is not None:
        return text("notes.ahead.goes on", title=facts.following.title)
    return text(f"notes.ahead.{facts.ahead}")


def _following(facts: NotesFacts, frame: Frame, place: Rect, tiles: tuple[Thumbnail, ...]) -> tuple[Widget, ...]:
    """Return the title and the small pictures of the scene that comes next; that there is none, where one is led."""
    if not facts.kind:
        return ()
    size, small, follows = frame.size(HEADING), frame.size(SMALL), facts.following
    column = Column(place.x, place.y, max(1, place.w))
    column.write(frame, text(f"notes.following.{facts.kind}"), round(1.5 * small), small, "kernel_text", bold=True)
    title = text("notes.last") if follows is None else follows.title
    for line in frame.type.wrapped(title, size, True, column.width)[:2]:
        at = column.take(round(1.35 * size))
        column.widgets.append(frame.label(f"following {at.y}", at, line, size, "dim" if follows is None else "text"))
    if follows is not None and follows.asked:
        column.write(frame, text("notes.asking"), round(1.35 * small), small, "now_text")
    written = named("following", column, place)
    room = min(place.bottom - column.y - frame.px(8), round(0.62 * place.w))
    if not tiles or room < frame.px(60):
        return written
    rect = Rect(place.x, column.y + frame.px(8), place.w, room)
    return *written, Thumbnails(name="following picture", rect=rect, unit=frame.unit, pictures=tiles)
