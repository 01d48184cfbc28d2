"""The cards of held-back digits, in rows; arrows go from one to the next, and from page to page."""

from __future__ import annotations

from functools import lru_cache

from ..input.interface_intents import CloseSheet, Focus, ScrollTo, ShowDigits
from ..input.layer_intents import ReadDigit
from ..session.facts.digits import BESIDE, PAGE, DigitFacts, DigitsFacts
from ..ui.frame import SMALL, Frame
from ..ui.geometry import Rect
from ..ui.offers import Thumbnail
from ..ui.widgets.base import Answer, Widget
from ..ui.widgets.digit_card import DigitCard, card_height
from ..value import Value
from ..words.texts import text

NARROWEST, WIDEST, BETWEEN = 164, 200, 10
"""Units: the least and the largest width of a card, and between two."""
LEAST = 44
"""Device pixels that a finger needs."""
MOST_ACROSS = 6
"""Cards in a row at most."""
NEARLY = 0.995
"""The share from which on two decimals would say that it is all."""


class Sight(Value):
    """Where cards are scrolled: the area's name and place, how far it is scrolled, and pixels of a unit."""

    area: str
    place: Rect
    scrolled: float
    unit: float

    def brought(self, place: Rect) -> Answer:
        """Return what scrolls into sight what stands at a place before all is scrolled."""
        now = round(self.scrolled * self.unit)
        hidden = min(place.y - self.place.y - now, 0) or max(place.bottom - self.place.bottom - now, 0)
        return (ScrollTo(self.area, max(0, now + hidden) / self.unit),) if hidden else ()


def cards(found: DigitsFacts, frame: Frame, place: Rect, sight: Sight) -> list[Widget]:
    """Return the cards of a page from the top of a place, as wide as it; narrower before rows are out of sight."""
    gap, size = frame.px(BETWEEN), frame.size(SMALL)
    across = max(1, min(MOST_ACROSS, (place.w + gap) // (frame.px(NARROWEST) + gap)))
    wide = min((place.w - (across - 1) * gap) // across, max(frame.px(WIDEST), LEAST))
    most, rows = wide, -(-len(found.digits) // across)
    wide = _in_sight(frame, wide, rows, place.h + gap, size)
    high, apart = card_height(frame.unit, wide, size), wide + gap
    if wide < most and across > 1:
        apart = (across * (most + gap) - gap - wide) // (across - 1)  # they stand as wide as before
    rects = [
        Rect(place.x + at % across * apart, place.y + at // across * (high + gap), wide, high)
        for at in range(len(found.digits))
    ]
    return [
        _card(frame, at, digit, rects[at]).changed(steps=_steps(found, at, across, rects, sight))
        for at, digit in enumerate(found.digits)
    ]


def _in_sight(frame: Frame, wide: int, rows: int, high: int, size: int) -> int:
    """Return the largest width of cards whose rows are all in sight; where none is, the largest there is.

    high: device pixels for the rows, each with what is between two.
    """
    gap = frame.px(BETWEEN)
    fitting = range(wide, max(frame.px(NARROWEST), LEAST) - 1, -1)
    return next((each for each in fitting if rows * (card_height(frame.unit, each, size) + gap) <= high), wide)


def _card(frame: Frame, at: int, digit: DigitFacts, place: Rect) -> DigitCard:
    """Return the card of a digit; a press shows the digit to the network, and closes the sheet."""
    nearly = digit.share >= NEARLY
    words = "digits.right" if digit.kind == digit.read else "digits.wrong"
    return DigitCard(
        **frame.met(f"digit {at}", place),
        intents=(ReadDigit(digit.number), CloseSheet()),
        label=text(words, kind=digit.kind, read=digit.read),
        size=frame.size(SMALL),
        style="field",
        picture=_picture(digit),
        detail=text("digits.share.nearly") if nearly else text("digits.share", share=f"{digit.share:.2f}"),
    )


@lru_cache(maxsize=64)
def _picture(digit: DigitFacts) -> Thumbnail:
    return Thumbnail(digit.pixels)


def _steps(found: DigitsFacts, at: int, across: int, rects: list[Rect], sight: Sight) -> tuple[tuple[str, Answer], ...]:
    """Return what arrows do on a card: they go to those around it, and from the ends to the pages around."""
    look, count = found.look, len(rects)
    steps: dict[str, Answer] = {}
    for key, by in (("Left", -1), ("Right", 1), ("Up", -across), ("Down", across)):
        if 0 <= at + by < count:
            steps[key] = (Focus(f"digit {at + by}"), *sight.brought(rects[at + by]))
    for key, ends, by in (("Left", at == 0, -1), ("Right", at == count - 1, 1)):
        if ends and 0 <= look.page + by < found.pages:
            there = (BESIDE if look.confusion else PAGE) - 1 if by < 0 else 0
            shows = ShowDigits(look.confusion, look.pair, look.page + by)
            steps[key] = (shows, Focus(f"digit {there}"), ScrollTo(sight.area, 0.0))
    return tuple(steps.items())
