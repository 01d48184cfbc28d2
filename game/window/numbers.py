"""The sheet about the numbers of a file: which of its arrays, or whether they are an image or a kernel."""

from __future__ import annotations

from ..session.facts.seldom import SheetFacts
from ..session.offered import Choice, Offered
from ..ui.frame import Frame
from ..ui.offers import Offer, Thumbnail
from ..ui.widgets.base import Widget
from .scenes import rows_sheet


def numbers_sheet(facts: SheetFacts, frame: Frame, offered: Offered) -> tuple[Widget, ...]:
    """Return the sheet: what was read, and the answers below each other; each says itself what it closes."""
    offers = tuple(map(_offer, offered.choices))
    widgets = rows_sheet(facts, frame, ("number", offered.title, offered.about), offers, 1)
    intents = {f"number {index}": choice.intents for index, choice in enumerate(offered.choices)}
    return tuple(
        widget.changed(intents=intents[widget.name]) if widget.name in intents else widget for widget in widgets
    )


def _offer(choice: Choice) -> Offer:
    thumbnails = () if choice.shades is None else (Thumbnail(choice.shades, choice.hue),)
    return Offer(choice.words, choice.about, (), thumbnails)
