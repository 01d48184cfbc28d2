"""Sheets over the whole window: the help, and what can be opened."""

from __future__ import annotations

from ..input.bindings import CONTROL_ROWS, POINTER_ROWS, labels_of, rows
from ..input.effects import OpenPath
from ..input.interface_intents import CloseSheet
from ..session.facts.seldom import SheetFacts
from ..ui.frame import BODY, HEADING, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.offers import Offer, Offers
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area, Label, Scrim
from ..ui.widgets.offer_row import OfferRow
from ..words.glossary import TERMS
from ..words.texts import text
from .scrolling import Scrolled, scrolled
from .toasts import room_below

ROW = 72.0  # units of the height of a row with small pictures


def sheet_area(facts: SheetFacts, frame: Frame, widest: int = 1240) -> Rect:
    """Return where a sheet stands, at most so many units wide; its foot gives way to toasts."""
    layout = frame.layout
    margin = min(layout.px(40), layout.size[0] // 24, layout.size[1] // 24)
    width = min(layout.size[0] - 2 * margin, layout.px(widest))
    area = layout.whole.centred(width, layout.size[1] - 2 * margin)
    return Rect(area.x, area.y, area.w, area.h - max(0, room_below(facts.toasts, frame) - margin))


def ground(facts: SheetFacts, frame: Frame, title: str, widest: int = 1240) -> tuple[tuple[Widget, ...], Rect]:
    """Return a sheet's ground, title and close button, and the area that is left for its content."""
    area, px, unit = sheet_area(facts, frame, widest), frame.px, frame.unit
    side = max(44, px(48))
    head = max(side + px(8), px(66))
    close = Rect(area.right - side - px(10), area.y + round((head - side) / 2), side, side)
    widgets = (
        Scrim(name="scrim", rect=frame.layout.whole),
        Area(name="sheet", rect=area, unit=unit, role="panel", radius=px(14), line_at="all", line_role="edge"),
        frame.label(
            "sheet title",
            Rect(area.x + px(30), area.y, area.w - px(60) - side, head),
            title,
            frame.size(HEADING),
            bold=True,
        ),
        frame.button("close sheet", close, CloseSheet(), tip=text("help.close") + "  (Esc)", icon="x"),
    )
    inside = Rect(area.x + px(30), area.y + head, area.w - px(44), area.h - head - px(16))
    return widgets, inside


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


def _line(frame: Frame, words: str, rect: Rect, bold: bool = False, role: str = "text") -> Label:
    return frame.label(f"line {rect.x} {rect.y}", rect, words, frame.size(BODY), role, bold)


def _paragraph(frame: Frame, content: list[Widget], words: str, place: Rect) -> int:
    """Add a paragraph; return where it ends."""
    step = frame.px(31)
    y = place.y
    for line in frame.type.wrapped(words, frame.size(BODY), False, place.w):
        content.append(_line(frame, line, Rect(place.x, y, place.w, step)))
        y += step
    return y


def open_sheet(facts: SheetFacts, frame: Frame, offers: Offers) -> tuple[Widget, ...]:
    """Return the Open sheet: the file dialog's button, "Last work", and the list of a folder as the last resort."""
    base, inside = ground(facts, frame, text("open.title"))
    px = frame.px
    width = inside.w - px(24)
    content: list[Widget] = []
    y = inside.y
    if offers.dialog:
        size = frame.size(BODY)
        wide = frame.type.width(text("open.choose"), size, True) + px(70)
        content.append(_choose(frame, Rect(inside.x, y + px(4), wide, max(44, px(48)))))
        y += max(44, px(48)) + px(16)
    y = _paragraph(frame, content, text("open.drop"), Rect(inside.x, y, width, 0)) + px(12)
    groups = [(text("open.recent"), offers.recent)] if offers.recent else []
    groups.append((text("open.last"), offers.last_work))
    if offers.folder:
        groups.append((text("open.files", folder=offers.folder), offers.files))
    for title, group in groups:
        content.append(_line(frame, title, Rect(inside.x, y, width, px(40)), bold=True, role="kernel_text"))
        y += px(44)
        if not group:
            y = _paragraph(frame, content, text("open.none"), Rect(inside.x, y, width, 0))
        for index, offer in enumerate(group):
            place = Rect(inside.x, y, width, max(44, px(ROW if offer.thumbnails or offer.icon else 48)))
            content.append(_offer(frame, f"{title} {index}", offer, place))
            y += place.h + px(6)
    return (*_shortened(base, inside, content, px(24)), *content_of(facts, frame, "open sheet", inside, content))


def _shortened(base: tuple[Widget, ...], inside: Rect, content: list[Widget], margin: int) -> tuple[Widget, ...]:
    """Return a sheet's ground, no higher than its content needs."""
    bottom = min(inside.bottom, max(widget.rect.bottom for widget in content)) + margin
    return tuple(
        widget.changed(rect=Rect(*widget.rect[:3], min(widget.rect.h, bottom - widget.rect.y)))
        if widget.name == "sheet"
        else widget
        for widget in base
    )


def _choose(frame: Frame, place: Rect) -> Button:
    label, size = text("open.choose"), frame.size(BODY)
    return frame.button("choose file", place, OpenPath(""), icon="folder-open", label=label, size=size, style="field")


def _offer(frame: Frame, name: str, offer: Offer, place: Rect) -> OfferRow:
    return OfferRow(
        name=name,
        rect=place,
        unit=frame.unit,
        mood=frame.mood(name),
        intents=(CloseSheet(), *offer.intents),
        icon=offer.icon,
        label=offer.words,
        size=frame.size(SMALL),
        style="field",
        detail=offer.detail,
        detail_size=frame.size(SMALL - 2),
        thumbnails=offer.thumbnails,
    )
