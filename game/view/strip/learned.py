"""How well a network reads that learns in Present: at the end of the strip, for all to see."""

from __future__ import annotations

from collections.abc import Sequence

from ...session.facts.train import TrainRail
from ...ui.frame import BODY, TITLE, Frame
from ...ui.geometry import Rect
from ...ui.strip_places import band_of
from ...ui.widgets.base import Widget
from ...window.rail_train import loss_words, right_words
from .card import StripCard

GAP = 28
"""Units between the last card and the words, and between these."""


def learned_words(facts: TrainRail, frame: Frame, widgets: Sequence[Widget]) -> tuple[Widget, ...]:
    """Return the loss, and how many digits are read right, or this alone; nothing where even that has no room."""
    band = band_of(frame.layout.strip, frame.unit, bare=True)
    cards = [widget.rect.right for widget in widgets if isinstance(widget, StripCard)]
    free = Rect(max(cards) + frame.px(GAP), band.y, band.right - max(cards) - 2 * frame.px(GAP), band.h)
    loss = "strip loss", loss_words(facts), "now_text"
    right = "strip right", right_words(facts), "output_text"
    rows = (_row(said, frame, free) for said in ((loss, right), (right,)))
    return next(filter(None, rows), ())


def _row(said: tuple[tuple[str, str, str], ...], frame: Frame, free: Rect) -> tuple[Widget, ...]:
    """Return words at the right end of a place, as large as there is room for; nothing without room."""
    for size in range(frame.size(TITLE), frame.size(BODY) - 1, -1):
        wide = [frame.type.width(words, size, True) for _, words, _ in said]
        if sum(wide) + (len(wide) - 1) * frame.px(GAP) <= free.w:
            found, x = list[Widget](), free.right
            for (name, words, role), width in zip(reversed(said), reversed(wide), strict=True):
                found.append(frame.label(name, Rect(x - width, free.y, width, free.h), words, size, role, True))
                x -= width + frame.px(GAP)
            return tuple(found)
    return ()
