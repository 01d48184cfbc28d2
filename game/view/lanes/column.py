"""The column addition: each channel's sum, the bias, a rule, the sum, and what the activation makes of it."""

from __future__ import annotations

from collections.abc import Callable

from ...session.facts.layers import ColumnFacts
from ...ui.canvas import Canvas
from ...ui.frame import BODY, Frame
from ...ui.lane_places import MOST_LINES, LaneStage, Sum
from ...ui.widgets.base import Widget
from ...ui.widgets.label import Area
from ...value import Value
from ...words.numbers import NEARLY_ZERO, equals, shows_exactly
from ...words.texts import text
from ..numbers import share_words, shown
from .badge import badge

BESIDE_BOX = 10  # units from words to a number's box
STANDS, WORKS, WAITS, ASKED, NOTHING = "stands", "works", "waits", "asked", "nothing"


class Line(Value):
    """A line of the addition: a channel's letter or words, a number as it is written, and how far that is.

    sign: "+", or "≈" where what is added up, or the result, is rounded.
    lane: which of the lanes it is the sum of; None where it is of several, or of none.
    """

    words: str
    number: str
    how: str
    sign: str = ""
    lettered: bool = False
    lane: int | None = None


class SumBox(Widget, kw_only=True):
    """A number of the column: written, being made in its box, an empty box, or a "?"."""

    words: str
    size: int
    how: str

    def draw(self, canvas: Canvas) -> None:
        """Draw the box and the number at its right."""
        theme, radius = canvas.theme, self.px(6)
        if self.how == WORKS:
            canvas.rounded(self.rect, radius, theme.now_quiet)
            canvas.outline(self.rect, radius, theme.now, self.px(2))
        elif self.how == WAITS:
            canvas.outline(self.rect, radius, theme.line, self.px(1.5))
        words, colour = self.words, theme.text
        if self.how == ASKED:
            words, colour = text("predict.hidden"), theme.now_text
        canvas.text(words, self.rect.right - self.px(10), self.rect.centre[1], self.size, colour, True, 1.0)


class Running(Value):
    """Which lanes are in work, and what of each has been added up so far."""

    working: frozenset[int] = frozenset()
    sums: tuple[float | None, ...] = ()


def column_lines(
    facts: ColumnFacts, running: Running, decimals: tuple[int, int, int, int], secret: bool = False
) -> tuple[Line, ...]:
    """Return the lines from the top down.

    running: the channels in work. decimals: of channel sums, the bias, the sum and the value.
    secret: sum and value are asked for.
    """
    lanes = (
        each_lane(facts, running, decimals[0]) if len(facts.lanes) <= MOST_LINES else _many(facts, running, decimals[0])
    )
    found = [*lanes, Line(text("lanes.bias"), shown(facts.bias, decimals[1]), STANDS, sign="+")]
    exact = added_exactly(facts, decimals)
    found.append(_end(text("lanes.sum"), None if secret else facts.sum, decimals[2], exact))
    if facts.activation != "none":
        words = text(f"activation.{facts.activation}")
        exact = facts.sum is not None and shows_exactly(facts.sum, decimals[2])
        write = share_words if facts.activation == "softmax" else shown
        found.append(_end(words, None if secret else facts.value, decimals[3], exact, write))
    return tuple(found)


def _end(
    words: str, value: float | None, decimals: int, exact: bool, write: Callable[[float, int], str] = shown
) -> Line:
    """Return the line of a result; `exact`: what it is made of stands there as it is. write: how it is written."""
    if value is None:
        return Line(words, "", ASKED)
    written = write(value, decimals)
    says_so = written in (NEARLY_ZERO, text("share.nearly"))  # that it is rounded: no sign has to say it again
    sign = "" if says_so or (exact and shows_exactly(value, decimals)) else equals(False)
    return Line(words, written, STANDS, sign=sign)


def added_exactly(facts: ColumnFacts, decimals: tuple[int, int, int, int]) -> bool:
    """Tell whether all that is added up is written as it is: the sums, or their subtotal, and the bias."""
    totals = [total for _, total in facts.lanes if total is not None]
    if len(facts.lanes) > MOST_LINES and facts.work is None:
        totals = [subtotal_of(facts, len(facts.lanes))]
    return all(shows_exactly(total, decimals[0]) for total in totals) and shows_exactly(facts.bias, decimals[1])


def each_lane(facts: ColumnFacts, running: Running, decimals: int) -> list[Line]:
    """Return a line for each channel, also where there are more of them than the column has."""
    return [_lane(facts, index, running, decimals, sign="+" if index else "") for index in range(len(facts.lanes))]


def _lane(facts: ColumnFacts, index: int, running: Running, decimals: int, sign: str) -> Line:
    """Return the line of one channel: its sum, or what there is of it while it is made."""
    letter, total = facts.lanes[index]
    works = index in running.working
    value = running.sums[index] if works and total is None else total
    state = WORKS if works else WAITS if total is None else STANDS
    words = "" if value is None else shown(value, decimals)
    return Line(letter, words, state, sign=sign, lettered=True, lane=index)


def _many(facts: ColumnFacts, running: Running, decimals: int) -> list[Line]:
    """Return three lines: the channels whose sums stand, with their subtotal; the one in work; how many are to come."""
    standing, work, blank = standing_of(facts), facts.work, Line("", "", NOTHING)
    if work is None and running.working and standing < len(facts.lanes):  # all at the same time
        so_far = sum(one for one in running.sums if one is not None)
        words = shown(so_far, decimals) if any(one is not None for one in running.sums) else ""
        return [blank, blank, Line(span(facts, len(facts.lanes)), words, WORKS)]
    before = standing if work is None else min(standing, work)
    first = Line(span(facts, before), shown(subtotal_of(facts, before), decimals), STANDS) if before else blank
    current = blank if work is None else _lane(facts, work, running, decimals, sign="+" if before else "")
    left = len(facts.lanes) - before - (work is not None)
    if work is None and not left:
        return [blank, blank, first]  # right above the bias
    return [first, current, Line(text("lanes.to_come", count=left), "", WAITS) if left else blank]


def standing_of(facts: ColumnFacts) -> int:
    """Return how many channel sums stand, from the first on."""
    return next((index for index, (_, total) in enumerate(facts.lanes) if total is None), len(facts.lanes))


def subtotal_of(facts: ColumnFacts, count: int) -> float:
    """Return the sum of the first so many channels, as far as they stand."""
    return float(sum(total for _, total in facts.lanes[:count] if total is not None))


def span(facts: ColumnFacts, count: int) -> str:
    """Return the first so many channels in words."""
    first, last = facts.lanes[0][0], facts.lanes[count - 1][0]
    return text("lanes.channel", channel=first) if count == 1 else text("lanes.channels", first=first, last=last)


def column(frame: Frame, places: LaneStage, lines: tuple[Line, ...]) -> tuple[Widget, ...]:
    """Return the widgets of the column."""
    if not places.column:
        return ()
    found: list[Widget] = []
    if len(lines) > 1:  # else nothing is added up
        found.append(Area(name="column rule", rect=places.rule, unit=frame.unit, role="dim"))
    for index, (line, place) in enumerate(zip(lines, places.column, strict=True)):
        if line.how != NOTHING:
            found.extend(_line(frame, index, line, place))
    return tuple(found)


def _line(frame: Frame, index: int, line: Line, place: Sum) -> tuple[Widget, ...]:
    """Return the badge or the words, the + and the number of a line."""
    name, size = f"column {index}", min(frame.size(BODY), round(place.rect.h * 0.72))
    side = min(place.rect.h - frame.px(4), frame.px(33))
    if line.lettered:
        y = place.words.centre[1] - side / 2
        rect = place.words._replace(y=round(y), w=side, h=side)
        head: Widget = badge(frame, f"{name} badge", rect, line.words, lit=line.how == WORKS)
    else:
        end = place.plus.x if line.sign else place.box.x - frame.px(BESIDE_BOX)
        rect = place.words._replace(w=max(0, end - place.words.x))  # none in the narrowest column
        font = frame.type.largest(line.words, rect.w, False, size)
        head = frame.label(f"{name} words", rect, line.words, font, "dim")
    sign = frame.label(f"{name} sign", place.plus, line.sign, size, "dim", bold=True, align=0.5)
    font = (
        frame.type.largest(line.number, place.box.w - frame.px(12), True, round(size * 1.05)) if line.number else size
    )
    box = SumBox(name=f"{name} number", rect=place.box, unit=frame.unit, words=line.number, size=font, how=line.how)
    return (head, *((sign,) if line.sign else ()), box)
