"""The sheet of a shelf's scenes: each by its title and its sizes, with small pictures of its image and its output."""

from __future__ import annotations

from ..session.facts.seldom import SheetFacts
from ..ui.frame import SMALL, Frame
from ..ui.geometry import Rect
from ..ui.offers import Offers
from ..ui.widgets.base import Widget
from ..words.texts import text
from .scrolling import Column
from .sheets import ROW, content_of, ground, offer_row, shortened

NARROWEST, GAP, LINE = 500, 10, 28
"""Units: the least width of a scene where two stand beside each other, between them, and of a line of words."""


def scenes_sheet(facts: SheetFacts, frame: Frame, offers: Offers) -> tuple[Widget, ...]:
    """Return the sheet: where the scenes are from, then the scenes, row by row in as many columns as have room."""
    base, inside = ground(facts, frame, offers.shelf or text("scenes.title"))
    px = frame.px
    column = Column(inside.x, inside.y, inside.w - px(24))
    if offers.source:
        column.write(frame, offers.source, px(LINE), frame.size(SMALL), "dim")
        column.take(px(GAP))
    if not offers.scenes:
        column.write(frame, text("scenes.none"), px(LINE), frame.size(SMALL))
    across = max(1, min(2, (column.width + px(GAP)) // px(NARROWEST + GAP)))
    wide = (column.width - (across - 1) * px(GAP)) // across
    for index, offer in enumerate(offers.scenes):
        if index % across == 0:
            row = column.take(max(44, px(ROW)), px(GAP))
        place = Rect(row.x + index % across * (wide + px(GAP)), row.y, wide, row.h)
        column.widgets.append(offer_row(frame, f"scene {index}", offer, place))
    shown = content_of(facts, frame, "scenes sheet", inside, column.widgets)
    return (*shortened(base, inside, column.widgets, px(24)), *shown)
