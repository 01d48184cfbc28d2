"""The gallery, which fills the window: shelves on the left, what is searched for above, and the cards of a shelf."""

from __future__ import annotations

from math import ceil

from ..input.interface_intents import ChooseShelf
from ..session.facts.seldom import SheetFacts
from ..ui.frame import HEADING, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.offers import Offer, ShelfOffer, Thumbnail
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area, Picture, Scrim
from ..ui.widgets.scene_card import SceneCard, ShelfRow
from ..value import Value
from ..words.texts import text
from .gallery_cards import cards_in
from .gallery_head import gallery_head
from .lesson_strip import height_of, lesson_strip
from .toasts import GROUND, room_below

HEAD, ROW, PAD = 68, 52, 30
"""Units: the height of the head and of a shelf's row, and what is around all cards."""
MOST_LIST = 0.215
"""The share of the window's width from which on the shelves are icons alone."""
MOST_COLUMNS, TOUCHED = 3, 44
"""Columns of icons at most, and device pixels of what a finger meets."""
LEAST_PLURAL = 3
"""Letters of a word that may be a plural, at least, without its "s"."""
NOTE = 1.35
"""The height of a line of a note, in its font sizes."""


class Division(Value):
    """Where the parts of the gallery stand: head, list, cards and lesson.

    folded, columns: whether the list is icons alone, and in how many columns. row: the height of a row of it, in
    device pixels.
    """

    head: Rect
    shelves: Rect
    cards: Rect
    folded: bool
    columns: int
    row: int
    lesson: Rect


def gallery_sheet(
    facts: SheetFacts,
    frame: Frame,
    shelves: tuple[ShelfOffer, ...],
    tiles: tuple[Thumbnail, ...] = (),
    playing: tuple[str, int] | None = None,
) -> tuple[Widget, ...]:
    """Return the gallery: of a shelf, or of all that has what is typed. playing: a card that plays, and its instant."""
    parts = division(facts, frame, shelves)
    typed = facts.typed.strip()
    shown = next((shelf for shelf in shelves if shelf.name == facts.shelf), None)
    found = found_in(shelves, typed) if typed else _of_shelf(shown)
    title = text("gallery.found", count=len(found)) if typed else "" if shown is None else shown.title
    heading, inside = _heading(frame, parts.cards, title, found)
    cards = cards_in(facts, frame, inside, found)
    met = next((card for card in cards if isinstance(card, SceneCard) and card.mood.focused), None)
    met = next((card for card in cards if isinstance(card, SceneCard) and card.mood.hovered), met)
    return (
        Scrim(name="scrim", rect=frame.layout.whole),
        Area(name=GROUND, rect=frame.layout.whole, unit=frame.unit, role="ground"),
        Area(name="sheet", rect=_above_toasts(facts, frame, parts), unit=frame.unit, role="ground"),
        Area(name="gallery list", rect=parts.shelves, unit=frame.unit, role="panel"),
        Area(name="gallery head", rect=parts.head, unit=frame.unit, role="panel", line_at="bottom"),
        *_rows(facts, frame, parts, shelves),
        *heading,
        *_note(frame, parts.cards, inside, text("gallery.hint") if met is None else met.note),
        *(_playing(cards, playing) if found else _nothing(frame, inside, typed, shown, shelves)),
        *gallery_head(frame, parts.head, facts.typed, facts.chosen, PAD),
        *(() if facts.lesson is None else lesson_strip(facts.lesson, frame, parts.lesson, tiles)),
    )


def _above_toasts(facts: SheetFacts, frame: Frame, parts: Division) -> Rect:
    """Return the whole window; while something is said what is above the room in which that is said."""
    whole = frame.layout.whole
    return Rect(whole.x, whole.y, whole.w, parts.cards.bottom - whole.y) if facts.toasts else whole


def _playing(cards: tuple[Widget, ...], playing: tuple[str, int] | None) -> tuple[Widget, ...]:
    """Return the cards, of which one shows an instant of its walk."""
    if playing is None:
        return cards
    name, instant = playing
    return tuple(one.changed(instant=instant) if one.name == name else one for one in cards)


def division(facts: SheetFacts, frame: Frame, shelves: tuple[ShelfOffer, ...]) -> Division:
    """Return where the parts stand; names give way to icons where they would take too much, or have no room.

    What is said, of a scene that was added or of what went wrong, stands above the lesson, and takes from the cards
    alone: the list stays as it is, or the cards would move away under the pointer.
    """
    px, (width, height) = frame.px, frame.layout.size
    high = max(52, px(HEAD))
    strip = 0 if facts.lesson is None else height_of(facts.lesson, frame)
    bottom = height - strip - room_below(facts.toasts, frame)
    room, count, least = max(1, height - high), max(1, len(shelves)), max(44, px(ROW))
    size = frame.size(SMALL)
    widest = max((frame.type.width(shelf.title, size, True) for shelf in shelves), default=0)
    wide = widest + frame.type.width("000", size, False) + px(58 + 14 + 20 + 16)
    line = px(16)
    row = min(least, (room - 2 * px(8) - line) // count)
    folded = wide > MOST_LIST * width or row < max(44, round(1.5 * size))
    columns = 1
    if folded:
        columns, row = _in_columns(count, room - 2 * px(4) - line, least)
        wide = columns * row + px(16)
    return Division(
        Rect(0, 0, width, high),
        Rect(0, high, wide, height - high),
        Rect(wide, high, width - wide, max(0, bottom - high)),
        folded,
        columns,
        row,
        Rect(wide, height - strip, width - wide, strip),
    )


def _in_columns(count: int, room: int, least: int) -> tuple[int, int]:
    """Return in how many columns icons have room, and their pitch: as large as can be, and no larger than wanted."""
    pitches = [(columns, room // ceil(count / columns)) for columns in range(1, MOST_COLUMNS + 1)]
    found = next((pair for pair in pitches if pair[1] >= least), pitches[-1])
    return found[0], min(least, max(TOUCHED, found[1]))


def found_in(shelves: tuple[ShelfOffer, ...], typed: str) -> tuple[tuple[str, Offer], ...]:
    """Return what has the typed words, with the names of the cards: as they stand there, else each of them.

    Of a word that ends with "s" what has it without is found too: "digits" finds the digit reader.
    """
    words = typed.casefold()
    every = tuple(card for shelf in shelves for card in _of_shelf(shelf))
    each = [word[:-1] if len(word) > LEAST_PLURAL and word.endswith("s") else word for word in words.split()]
    whole = tuple(card for card in every if words in card[1].searched)
    found = tuple(card for card in every if all(word in card[1].searched for word in each))
    return found if each != words.split() else whole or found


def _of_shelf(shelf: ShelfOffer | None) -> tuple[tuple[str, Offer], ...]:
    """Return what stands on a shelf, with the names of the cards."""
    if shelf is None:
        return ()
    return tuple((f"card {shelf.name} {index}", offer) for index, offer in enumerate(shelf.offers))


def _rows(facts: SheetFacts, frame: Frame, parts: Division, shelves: tuple[ShelfOffer, ...]) -> tuple[Widget, ...]:
    """Return the list of shelves, the person's own below a line."""
    px, (x, y, wide, _) = frame.px, parts.shelves
    found: list[Widget] = []
    left, top = x + px(8), y + px(8 if not parts.folded else 4)
    across = 0
    for before, shelf in zip((None, *shelves), shelves, strict=False):
        if before is not None and shelf.own and not before.own:
            top, across = top + (parts.row if across else 0), 0
            found.append(Area(name="gallery rule", rect=Rect(left, top + px(7), wide - px(16), px(1.3)), role="edge"))
            top += px(16)
        width = parts.row if parts.folded else wide - px(16)
        place = Rect(left + across * parts.row, top, width, parts.row)
        count = "" if shelf.count is None else str(shelf.count)
        name = f"shelf {shelf.name}"
        found.append(
            ShelfRow(
                **frame.met(name, place),
                intents=(ChooseShelf(shelf.name),),
                about=frame.tip(shelf.title) if parts.folded else "",
                icon=shelf.icon,
                label=shelf.title,
                size=frame.size(SMALL),
                on=shelf.name == facts.shelf and not facts.typed.strip(),
                count=count,
                folded=parts.folded,
            )
        )
        across = (across + 1) % parts.columns if parts.folded else 0
        top += 0 if across else parts.row
    return tuple(found)


def _heading(
    frame: Frame, place: Rect, title: str, found: tuple[tuple[str, Offer], ...]
) -> tuple[tuple[Widget, ...], Rect]:
    """Return the name of what is shown, and the room that is left for cards below it and the longest note."""
    px, size = frame.px, frame.size(HEADING)
    pad = px(PAD)
    line = Rect(place.x + pad, place.y + px(14), place.w - 2 * pad, round(1.5 * size))
    words = frame.type.shortened(title, size, True, line.w)
    longest = max((offer.note for _, offer in found), key=len, default="")
    notes = (longest, text("gallery.hint"))
    lines = max(len(frame.type.wrapped(note, frame.size(SMALL), False, line.w)) for note in notes)
    if place.h < px(420):
        lines = min(lines, 2)
    top = line.bottom + round(lines * NOTE * frame.size(SMALL)) + px(10)
    heading = frame.label("gallery heading", line, words, size, bold=True)
    return (heading,), Rect(line.x, top, place.right - line.x - px(10), max(0, place.bottom - top - px(8)))


def _note(frame: Frame, place: Rect, inside: Rect, words: str) -> tuple[Widget, ...]:
    """Return what is said of the card that is met, else what a card is for, above the cards."""
    size, pad = frame.size(SMALL), frame.px(PAD)
    top = place.y + frame.px(14) + round(1.5 * frame.size(HEADING))
    lines = frame.type.wrapped(words, size, False, place.w - 2 * pad)
    most = max(1, round((inside.y - top) / (NOTE * size)))
    at = Rect(place.x + pad, top, place.w - 2 * pad, 1)
    return frame.lines("gallery note", at, lines[:most], NOTE * size, size, "dim")


def _nothing(
    frame: Frame, inside: Rect, typed: str, shown: ShelfOffer | None, shelves: tuple[ShelfOffer, ...]
) -> tuple[Widget, ...]:
    """Return what stands in the place of cards: nothing is found, the shelf is empty, or it is still being read."""
    waits = any(not shelf.read for shelf in shelves) if typed else shown is None or not shown.read
    kind = shown.name if shown is not None and shown.name in ("own", "last") else "shelf"
    icon, said = "folder", [text(f"gallery.empty.{kind}")]
    if waits:
        icon, said = "history", [text("gallery.loading")]
    elif typed:
        icon, said = "search-x", [text("gallery.nothing", words=typed), text("gallery.nothing.more")]
    size, side = frame.size(SMALL), frame.px(56)
    lines = [line for words in said for line in frame.type.wrapped(words, size, False, inside.w - frame.px(40))]
    top = inside.y + max(0, (inside.h - side - round(NOTE * size * (len(lines) + 1))) // 3)
    picture = Picture(name="nothing icon", rect=Rect(inside.x, top, inside.w, side), icon=icon)
    return picture, *(
        frame.label(
            f"nothing {index}",
            Rect.of(inside.x, top + side + (index + 0.6) * NOTE * size, inside.w, NOTE * size),
            line,
            size,
            "dim",
            align=0.5,
        )
        for index, line in enumerate(lines)
    )
