"""The question whether to leave a tour: a small sheet with three answers, of which the first changes nothing."""

from __future__ import annotations

from ..input.intent import Intent
from ..input.interface_intents import CloseSheet
from ..input.tour_intents import FirstTourStop, LeaveTour
from ..session.tour import STAY
from ..ui.frame import BODY, HEADING, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area, Scrim
from ..words.texts import text

WIDTH = 620  # units
PAD, LINE, BETWEEN = 28, 32, 12

ANSWERS: tuple[tuple[str, str, Intent], ...] = (
    (STAY, "leave.stay", CloseSheet()),
    ("begin tour again", "leave.again", FirstTourStop()),
    ("leave tour now", "leave.go", LeaveTour()),
)
"""The answers: the control, its label's text, and what it asks for."""


def leaving_sheet(frame: Frame) -> tuple[Widget, ...]:
    """Return the sheet, in the middle of the window."""
    layout, px = frame.layout, frame.px
    width = min(px(WIDTH), layout.size[0] - 16)
    room = width - 2 * px(PAD)
    title = frame.type.wrapped(text("leave.title"), frame.size(HEADING), True, room)
    words = frame.type.wrapped(text("leave.words"), frame.size(BODY), False, room)
    text_high = px(LINE) * (len(title) + len(words)) + px(BETWEEN)
    rows = _rows(frame, room)
    high = max(44, px(48))
    height = 2 * px(PAD) + text_high + (high + px(BETWEEN)) * len(rows)
    place = layout.whole.centred(width, height).kept_inside(layout.whole.inset(2))
    x, y = place.x + px(PAD), place.y + px(PAD)
    lines = (
        *frame.lines("leave title", Rect(x, y, room, 0), title, px(LINE), frame.size(HEADING), bold=True),
        *frame.lines(
            "leave words", Rect(x, y + px(BETWEEN) + len(title) * px(LINE), room, 0), words, px(LINE), frame.size(BODY)
        ),
    )
    foot = Rect(x, y + text_high + px(BETWEEN), room, high)
    return (
        Scrim(name="scrim", rect=layout.whole),
        Area(name="sheet", rect=place, unit=layout.text, role="panel", radius=px(14), line_at="all", line_role="edge"),
        *lines,
        *(button for row in _placed(frame, rows, foot) for button in row),
    )


def _wide(frame: Frame, label: str) -> int:
    return max(44, frame.type.width(text(label), frame.size(BODY), True) + frame.px(44))


def _rows(frame: Frame, room: int) -> tuple[tuple[tuple[str, str, Intent], ...], ...]:
    """Return the answers in one row, or one below the other where they have no room beside each other."""
    whole = sum(_wide(frame, label) for _, label, _ in ANSWERS) + frame.px(BETWEEN) * (len(ANSWERS) - 1)
    return (ANSWERS,) if whole <= room else tuple((answer,) for answer in ANSWERS)


def _placed(
    frame: Frame, rows: tuple[tuple[tuple[str, str, Intent], ...], ...], foot: Rect
) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons of each row, from the left."""
    between = frame.px(BETWEEN)
    placed = []
    for index, row in enumerate(rows):
        x, y = foot.x, foot.y + index * (foot.h + between)
        buttons = []
        for name, label, intent in row:
            wide = min(foot.w, _wide(frame, label))
            rect, size = Rect(x, y, wide, foot.h), frame.size(BODY)
            buttons.append(frame.button(name, rect, intent, label=text(label), size=size, style="field"))
            x += wide + between
        placed.append(tuple(buttons))
    return tuple(placed)
