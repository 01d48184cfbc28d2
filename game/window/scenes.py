"""The sheets of a shelf's scenes, of pictures, and of guided tours: each by its name and a line, with small pictures.

Of a scene the line says its sizes, and the pictures are of its image and its output.
"""

from __future__ import annotations

from ..session.facts.seldom import SheetFacts
from ..ui.frame import SMALL, Frame
from ..ui.geometry import Rect
from ..ui.offers import Offer, Offers
from ..ui.widgets.base import Widget
from ..ui.widgets.offer_row import PICTURES
from ..words.texts import text
from .scrolling import Column
from .sheets import ROW, content_of, ground, offer_row, shortened

NARROWEST, GAP, LINE = 500, 10, 28
"""Units: the least width of a scene where two stand beside each other, between them, and of a line of words."""
MOST_COLUMNS = 2
"""Scenes that stand beside each other at most."""


def scenes_sheet(facts: SheetFacts, frame: Frame, offers: Offers) -> tuple[Widget, ...]:
    """Return the sheet: where the scenes are from, then the scenes, row by row in as many columns as have room."""
    title = offers.shelf or text("scenes.title")
    return rows_sheet(facts, frame, ("scene", title, offers.source), offers.scenes, MOST_COLUMNS)


def tours_sheet(facts: SheetFacts, frame: Frame, offers: Offers) -> tuple[Widget, ...]:
    """Return the sheet: what tours are, then those that come with the program.

    They stand below each other, so that their lines are whole.
    """
    return rows_sheet(facts, frame, ("tour", text("tours.title"), text("tours.about")), offers.tours, 1)


def pictures_sheet(facts: SheetFacts, frame: Frame, offers: Offers) -> tuple[Widget, ...]:
    """Return the sheet of the pictures that come with the program."""
    words = "picture", text("pictures.title"), text("pictures.about")
    return rows_sheet(facts, frame, words, offers.pictures, MOST_COLUMNS)


def rows_sheet(
    facts: SheetFacts, frame: Frame, words: tuple[str, str, str], offered: tuple[Offer, ...], most: int
) -> tuple[Widget, ...]:
    """Return a sheet of what is of one kind, in so many columns at most.

    The words: what its rows are called, its title, a line above the rows.
    """
    kind, title, above = words
    base, inside = ground(facts, frame, title)
    px = frame.px
    column = Column(inside.x, inside.y, inside.w - px(24))
    if above:
        column.write(frame, above, px(LINE), frame.size(SMALL), "dim")
        column.take(px(GAP))
    if not offered:
        column.write(frame, text("scenes.none"), px(LINE), frame.size(SMALL))
    places = max((min(PICTURES, len(offer.thumbnails) + bool(offer.icon)) for offer in offered), default=0)
    across = max(1, min(most, (column.width + px(GAP)) // px(NARROWEST + GAP)))
    wide = (column.width - (across - 1) * px(GAP)) // across
    for index, offer in enumerate(offered):
        if index % across == 0:
            row = column.take(max(44, px(ROW)), px(GAP))
        place = Rect(row.x + index % across * (wide + px(GAP)), row.y, wide, row.h)
        column.widgets.append(offer_row(frame, f"{kind} {index}", offer, place).changed(places=places))
    shown = content_of(facts, frame, f"{kind}s sheet", inside, column.widgets)
    return (*shortened(base, inside, column.widgets, px(24)), *shown)
