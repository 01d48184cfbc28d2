"""Sheets over the window: what the help has, too, what can be opened, and the question whether to leave a tour."""

from __future__ import annotations

from ..input.bindings import CONTROL_ROWS, POINTER_ROWS, labels_of, rows
from ..input.effects import OpenPath, OpenPictures, OpenScenes
from ..input.intent import Intent
from ..input.interface_intents import CloseSheet
from ..input.tour_intents import FirstTourStop, LeaveTour, ShowStopAgain
from ..session.facts.seldom import SheetFacts
from ..session.tour import STAY
from ..ui.frame import BODY, HEADING, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.offers import Offer, Offers
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Scrim
from ..ui.widgets.offer_row import OfferRow
from ..words.glossary import TERMS
from ..words.texts import text
from .scrolling import Column, Scrolled, scrolled
from .toasts import room_below

ROW = 72.0  # units of the height of a row with small pictures
LINE, LEAVING_LINE = 31, 32  # units of the height of a line in the Open sheet, and in the question

LEAVING, PAD, BETWEEN = 620, 28, 12
"""Units of the question's width, of what is free around its words and answers, and between these."""
ANSWERS: tuple[tuple[str, str, Intent], ...] = (
    (STAY, "stay", CloseSheet()),
    ("begin tour again", "again", FirstTourStop()),
    ("leave tour now", "go", LeaveTour()),
)
"""The answers, of which the first changes nothing: the control, its words, and what it asks for."""
PUZZLE_AGAIN: tuple[str, str, Intent] = ("begin puzzle again", "again", ShowStopAgain())
"""The one of a puzzle, which has none before it."""
OF_A_LESSON = ("title", "words", "again")
"""What is said in other words of a lesson, and of a puzzle."""


def sheet_area(facts: SheetFacts, frame: Frame, widest: int = 1240) -> Rect:
    """Return where a sheet stands, at most so many units wide; its foot gives way to toasts."""
    layout = frame.layout
    margin = min(layout.px(40), layout.size[0] // 24, layout.size[1] // 24)
    width = min(layout.size[0] - 2 * margin, layout.px(widest))
    area = layout.whole.centred(width, layout.size[1] - 2 * margin)
    return Rect(area.x, area.y, area.w, area.h - max(0, room_below(facts.toasts, frame) - margin))


def ground(facts: SheetFacts, frame: Frame, title: str, widest: int = 1240) -> tuple[tuple[Widget, ...], Rect]:
    """Return a sheet's ground, title and close button, and the area that is left for its content."""
    area, px = sheet_area(facts, frame, widest), frame.px
    side = max(44, px(48))
    head = max(side + px(8), px(66))
    close = Rect(area.right - side - px(10), area.y + round((head - side) / 2), side, side)
    beside = Rect(area.x + px(30), area.y, area.w - px(60) - side, head)
    widgets = (
        *_veiled(frame, area),
        frame.label("sheet title", beside, title, frame.size(HEADING), bold=True),
        frame.button("close sheet", close, CloseSheet(), tip=text("help.close") + "  (Esc)", icon="x"),
    )
    inside = Rect(area.x + px(30), area.y + head, area.w - px(44), area.h - head - px(16))
    return widgets, inside


def _veiled(frame: Frame, area: Rect) -> tuple[Widget, Widget]:
    """Return a veil over the window, and a sheet on it."""
    return Scrim(name="scrim", rect=frame.layout.whole), frame.box("sheet", area, 14, "panel")


def content_of(facts: SheetFacts, frame: Frame, name: str, inside: Rect, content: list[Widget]) -> tuple[Widget, ...]:
    """Return a sheet's content as it is scrolled, without what is out of sight, and the part that scrolls it."""
    bottom = max((widget.rect.bottom for widget in content), default=inside.y)
    scroller = Scrolled(name=name, area=name, rect=inside, unit=frame.unit)
    first, *moved = scrolled(frame, scroller, content, inside, bottom - inside.y, facts.scrolled)
    return first, *(widget for widget in moved if widget.visible.h)


def help_table(mac: bool) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the help's groups: the name of a heading's text, and rows of keys (a gesture, a word) and what they do."""
    keys = tuple(
        (where.value, tuple((", ".join(labels_of(row, mac)), text(row.words)) for row in table))
        for where, table in rows()
    )
    hands = (("keys.pointer", _spoken(POINTER_ROWS)), ("keys.controls", _spoken(CONTROL_ROWS)))
    return (*keys, *hands, ("keys.words", tuple((term.word, term.sentence) for term in TERMS)))


def _spoken(table: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((text(name), text(f"{name}_does")) for name in table)


def open_sheet(facts: SheetFacts, frame: Frame, offers: Offers) -> tuple[Widget, ...]:
    """Return the Open sheet: the file dialog's button, "Last work", and the list of a folder as the last resort."""
    base, inside = ground(facts, frame, text("open.title"))
    px, size = frame.px, frame.size(BODY)
    column = Column(inside.x, inside.y, inside.w - px(24))
    content = column.widgets
    _ways(frame, column, offers.dialog)
    column.write(frame, text("open.drop"), px(LINE), size)
    column.take(px(12))
    groups = [(text("open.recent"), offers.recent)] if offers.recent else []
    groups.append((text("open.last"), offers.last_work))
    if offers.folder:
        groups.append((text("open.files", folder=offers.folder), offers.files))
    for title, group in groups:
        head = column.take(px(40), px(44) - px(40))
        content.append(frame.label(f"line {head.x} {head.y}", head, title, size, "kernel_text", bold=True))
        if not group:
            column.write(frame, text("open.none"), px(LINE), size)
        for index, offer in enumerate(group):
            row = column.take(max(44, px(ROW if offer.thumbnails or offer.icon else 48)), px(6))
            content.append(offer_row(frame, f"{title} {index}", offer, row))
    return (*shortened(base, inside, content, px(24)), *content_of(facts, frame, "open sheet", inside, content))


def _ways(frame: Frame, column: Column, dialog: bool) -> None:
    """Write the buttons of the file dialog, where there is one, of scenes and of pictures, as many beside as fit."""
    px, size = frame.px, frame.size(BODY)
    high, x = max(44, px(48)), column.x
    ways: tuple[tuple[str, str, Intent, str], ...] = (
        ("choose file", text("open.choose"), OpenPath(""), "folder-open"),
        ("scenes", text("open.scenes"), OpenScenes(), ""),
        ("own pictures", text("open.pictures"), OpenPictures(), ""),
    )
    column.take(px(4))
    for name, label, intent, icon in ways if dialog else ways[1:]:
        wide = min(column.width, frame.type.width(label, size, True) + px(70 if icon else 44))
        if x + wide > column.x + column.width:
            x = column.x
            column.take(high, px(8))
        place = Rect(x, column.y, wide, high)
        column.widgets.append(frame.button(name, place, intent, icon=icon, label=label, size=size, style="field"))
        x = place.right + px(BETWEEN)
    column.take(high, px(12))


def shortened(base: tuple[Widget, ...], inside: Rect, content: list[Widget], margin: int) -> tuple[Widget, ...]:
    """Return a sheet's ground, no higher than its content needs."""
    bottom = min(inside.bottom, max(widget.rect.bottom for widget in content)) + margin
    return tuple(
        widget.changed(rect=Rect(*widget.rect[:3], min(widget.rect.h, bottom - widget.rect.y)))
        if widget.name == "sheet"
        else widget
        for widget in base
    )


def offer_row(frame: Frame, name: str, offer: Offer, place: Rect) -> OfferRow:
    """Return the row of what can be opened; a press closes the sheet and opens it."""
    return OfferRow(
        **frame.met(name, place),
        intents=(CloseSheet(), *offer.intents),
        icon=offer.icon,
        label=offer.words,
        size=frame.size(SMALL),
        style="field",
        detail=offer.detail,
        detail_size=frame.size(SMALL - 2),
        thumbnails=offer.thumbnails,
    )


def leaving_sheet(frame: Frame, kind: str = "tour") -> tuple[Widget, ...]:
    """Return the question whether to leave a tour, a lesson or a puzzle, in the middle of the window.

    Its answers stand in one row, or one below the other where they have no room beside each other.
    """

    def words(name: str) -> str:
        return text(f"leave.{name}.{kind}" if kind != "tour" and name in OF_A_LESSON else f"leave.{name}")

    answers = ANSWERS if kind != "puzzle" else (ANSWERS[0], PUZZLE_AGAIN, ANSWERS[2])
    layout, px, size = frame.layout, frame.px, frame.size(BODY)
    width, between = min(px(LEAVING), layout.size[0] - 16), px(BETWEEN)
    column = Column(px(PAD), px(PAD), width - 2 * px(PAD))
    column.write(frame, words("title"), px(LEAVING_LINE), frame.size(HEADING), bold=True)
    column.take(between)
    column.write(frame, words("words"), px(LEAVING_LINE), size)
    column.take(between)
    wide = {label: max(44, frame.type.width(words(label), size, True) + px(44)) for _, label, _ in answers}
    beside = sum(wide.values()) + between * (len(wide) - 1) <= column.width
    for some in (answers,) if beside else tuple((answer,) for answer in answers):
        row = column.take(max(44, px(48)), between)
        x = row.x
        for name, label, intent in some:
            place = Rect(x, row.y, min(row.w, wide[label]), row.h)
            column.widgets.append(frame.button(name, place, intent, label=words(label), size=size, style="field"))
            x = place.right + between
    area = layout.whole.centred(width, column.y - between + px(PAD)).kept_inside(layout.whole.inset(2))
    moved = (widget.changed(rect=widget.rect.moved(*area[:2])) for widget in column.widgets)
    return *_veiled(frame, area), *moved
