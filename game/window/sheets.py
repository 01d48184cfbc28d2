"""Sheets over the whole window: the help, and what can be opened."""

from __future__ import annotations

from ..input.bindings import CONTROL_ROWS, POINTER_ROWS, HelpRow, labels_of, rows
from ..input.effects import OpenPath
from ..input.interface_intents import CloseSheet, ScrollTo
from ..ui.canvas import Canvas
from ..ui.frame import BODY, HEADING, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.offers import Offer, Offers
from ..ui.widgets.base import Answer, Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Area, Label, Scrim
from ..ui.widgets.offer_row import OfferRow
from ..words.glossary import TERMS
from ..words.texts import text
from .toasts import room_below

ROW = 72.0  # units of the height of a row with small pictures


class Scrolled(Widget, kw_only=True):
    """The moving part of a sheet: it scrolls by keys, which reach it by the table, and by the wheel."""

    offset: float  # units of text
    most: float

    focusable = True

    def scrolled_by(self, units: float) -> Answer:
        """Scroll as far as there is something to see."""
        return (ScrollTo(self.name, min(max(self.offset + units, 0.0), self.most)),)

    def draw(self, canvas: Canvas) -> None:
        """Draw the thumb, where there is more than fits."""
        if self.most <= 0:
            return
        whole = self.rect.h + self.most * self.unit
        length = self.rect.h * self.rect.h / whole
        y = self.rect.y + (self.rect.h - length) * self.offset / self.most
        width = self.px(6)
        canvas.rounded(Rect.of(self.rect.right - width, y, width, length), width / 2, canvas.theme.edge)


def sheet_area(frame: Frame, widest: int = 1240) -> Rect:
    """Return where a sheet stands, at most so many units wide; its foot gives way to toasts."""
    layout = frame.layout
    margin = min(layout.px(40), layout.size[0] // 24, layout.size[1] // 24)
    width = min(layout.size[0] - 2 * margin, layout.px(widest))
    area = layout.whole.centred(width, layout.size[1] - 2 * margin)
    return Rect(area.x, area.y, area.w, area.h - max(0, room_below(frame) - margin))


def ground(frame: Frame, title: str, widest: int = 1240) -> tuple[tuple[Widget, ...], Rect]:
    """Return a sheet's ground, title and close button, and the area that is left for its content."""
    area, px, unit = sheet_area(frame, widest), frame.layout.px, frame.layout.text
    side = max(44, px(48))
    head = max(side + px(8), px(66))
    close = Rect(area.right - side - px(10), area.y + round((head - side) / 2), side, side)
    widgets = (
        Scrim(name="scrim", rect=frame.layout.whole),
        Area(name="sheet", rect=area, unit=unit, role="panel", radius=px(14), line_at="all", line_role="edge"),
        Label(
            name="sheet title",
            rect=Rect(area.x + px(30), area.y, area.w - px(60) - side, head),
            text=title,
            size=frame.size(HEADING),
            bold=True,
        ),
        Button(
            name="close sheet",
            rect=close,
            unit=unit,
            mood=frame.mood("close sheet"),
            tooltip=text("help.close") + "  (Esc)",
            intents=(CloseSheet(),),
            icon="x",
        ),
    )
    inside = Rect(area.x + px(30), area.y + head, area.w - px(44), area.h - head - px(16))
    return widgets, inside


def scrolled(frame: Frame, name: str, inside: Rect, content: list[Widget]) -> tuple[Widget, ...]:
    """Return the content moved by how far it is scrolled, seen only inside, and the part that scrolls it."""
    bottom = max((widget.rect.bottom for widget in content), default=inside.y)
    most = max(0, bottom - inside.bottom) / frame.layout.text
    offset = min(frame.state.interface.scrolled(name), most)
    shift = -round(offset * frame.layout.text)
    moved = (widget.changed(rect=widget.rect.moved(0, shift), clip=inside) for widget in content)
    scroller = Scrolled(name=name, rect=inside, unit=frame.layout.text, offset=offset, most=most)
    return (scroller, *(widget for widget in moved if widget.visible.h))


def help_table(mac: bool) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the help's groups: the name of a heading's text, and rows of keys (a gesture, a word) and what they do."""
    keys = tuple(
        (where.value, tuple((", ".join(labels_of(row, mac)), text(row.words)) for row in table))
        for where, table in rows()
    )
    hands = (("keys.pointer", _spoken(POINTER_ROWS)), ("keys.controls", _spoken(CONTROL_ROWS)))
    return (*keys, *hands, ("keys.words", tuple((term.word, term.sentence) for term in TERMS)))


def _spoken(table: tuple[HelpRow, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((text(row.gesture), text(row.words)) for row in table)


def _line(frame: Frame, words: str, rect: Rect, bold: bool = False, role: str = "text") -> Label:
    return Label(
        name=f"line {rect.x} {rect.y}",
        rect=rect,
        unit=frame.layout.text,
        text=words,
        size=frame.size(BODY),
        bold=bold,
        role=role,
    )


def _paragraph(frame: Frame, content: list[Widget], words: str, place: Rect) -> int:
    """Add a paragraph; return where it ends."""
    step = frame.layout.px(31)
    y = place.y
    for line in frame.type.wrapped(words, frame.size(BODY), False, place.w):
        content.append(_line(frame, line, Rect(place.x, y, place.w, step)))
        y += step
    return y


def open_sheet(frame: Frame, offers: Offers) -> tuple[Widget, ...]:
    """Return the Open sheet: the file dialog's button, "Last work", and the list of a folder as the last resort."""
    base, inside = ground(frame, text("open.title"))
    px = frame.layout.px
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
    return (*_shortened(base, inside, content, px(24)), *scrolled(frame, "open sheet", inside, content))


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
    return Button(
        name="choose file",
        rect=place,
        unit=frame.layout.text,
        mood=frame.mood("choose file"),
        intents=(OpenPath(""),),
        icon="folder-open",
        label=text("open.choose"),
        size=frame.size(BODY),
        style="field",
    )


def _offer(frame: Frame, name: str, offer: Offer, place: Rect) -> OfferRow:
    return OfferRow(
        name=name,
        rect=place,
        unit=frame.layout.text,
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
