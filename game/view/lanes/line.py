"""The line under the grids: the dot product of the channel in work, and at its right the sum of the channels."""

from __future__ import annotations

from ...session.facts.layers import ColumnFacts
from ...ui.canvas import Canvas
from ...ui.frame import BODY, SMALL, Frame
from ...ui.geometry import Rect
from ...ui.lane_places import MOST_LINES
from ...ui.layout import ONE_LINE, PANEL_REACH, between_edges
from ...ui.widgets.base import Widget
from ...ui.widgets.label import Area, Run, Runs
from ...words.numbers import equals, shows_exactly
from ...words.texts import text
from ..dot_product import Terms, factor, sum_runs, written
from ..numbers import share_words, shown
from ..written_lines import MORE, PLUS, Line, on_lines, width_of
from .badge import badge
from .column import added_exactly, span, standing_of, subtotal_of
from .pooled import pooled_runs

Decimals = tuple[int, int, int, int]
"""Of channel sums, the bias, the sum and the value."""

LEAST = 0.45  # of the width, that the dot product keeps
APART = 40  # units between the two
BADGE, SMALL_BADGE, BADGE_GAP = 33, 28, 12
BADGED = "badge"
UNKNOWN = Run("?", "now_text")


def channel_sum(
    facts: ColumnFacts, decimals: Decimals, secret: bool = False, short: bool = False, ended: bool = True
) -> Line:
    """Return the sum of the channels as a line: R 4 + G ? + B ? + bias 1 = ?; once all stand with the value.

    short: only the bias and the sum. ended: with the value. secret: sum and value are asked for.
    """
    if facts.pooling:
        return pooled_runs(facts, decimals, secret)
    line: list[Run] = []
    for head, value in () if short else _parts(facts):
        line += [*((PLUS,) if line else ()), head, Run(" ", "dim", bold=False)]
        line.append(UNKNOWN if value is None else Run(factor(value, decimals[0])))
    if short:
        line.append(MORE)
    line += [PLUS, Run(f"{text('lanes.bias')} ", "dim", bold=False), Run(factor(facts.bias, decimals[1]))]
    known = facts.sum is not None and not secret and all(total is not None for _, total in facts.lanes)
    line += sum_runs(facts.sum if known else None, decimals[2], (added_exactly(facts, decimals),), "text")
    return (*line, *_value(facts, decimals)) if known and ended and facts.activation != "none" else tuple(line)


def _parts(facts: ColumnFacts) -> list[tuple[Run, float | None]]:
    """Return what is added up: each channel, or with many what stands, the one in work, and the rest."""
    if len(facts.lanes) == 1:
        return [(Run(text("lanes.products"), "dim", bold=False), facts.lanes[0][1])]
    if len(facts.lanes) <= MOST_LINES:
        return [(_letter(letter), total) for letter, total in facts.lanes]
    standing = standing_of(facts)
    if facts.work is None and standing < len(facts.lanes):  # none has begun, or all work at the same time
        return [(Run(text("lanes.so_far", channels=span(facts, len(facts.lanes))), "dim", bold=False), None)]
    found: list[tuple[Run, float | None]] = []
    if standing:
        words = text("lanes.so_far", channels=span(facts, standing))
        found.append((Run(words, "dim", bold=False), subtotal_of(facts, standing)))
    if standing < len(facts.lanes):
        found.append((_letter(facts.lanes[standing][0]), None))
    left = len(facts.lanes) - standing - 1
    if left > 0:
        found.append((Run(text("lanes.to_come", count=left), "dim", bold=False), None))
    return found


def _letter(letter: str) -> Run:
    """Return a channel before its number; one that is a number itself in a badge, or nobody could read it."""
    return Run(f" {letter} ", "dim", part=BADGED) if letter.isdigit() else Run(letter, "dim", bold=False)


class ChannelSum(Runs, kw_only=True):
    """The sum of the channels, with badges around the numbers that are channels."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the runs, then the badges."""
        super().draw(canvas)
        x, (_, middle) = float(self.rect.x), self.rect.centre
        for run in self.runs:
            width, high = canvas.type.width(run.text, self.size, run.bold), self.size * 1.1
            if run.part == BADGED:
                canvas.outline(Rect.of(x, middle - high / 2, width, high), self.px(6), canvas.theme.edge, self.px(1.5))
            x += width


def _value(facts: ColumnFacts, decimals: Decimals) -> Line:
    """Return what the activation makes of the sum: ReLU(12) = 12."""
    if facts.sum is None or facts.value is None:
        return ()
    exact = shows_exactly(facts.sum, decimals[2]) and shows_exactly(facts.value, decimals[3])
    name = text(f"activation.{facts.activation}")
    if facts.activation == "softmax":  # a share is made of all sums, not of this one
        of_all, value = Run(f"{name}:", "dim", bold=False), Run(share_words(facts.value, decimals[3]), "output_text")
        return Run(text("lanes.then"), "dim", bold=False), of_all, Run(" ", "dim", bold=False), value
    return (
        Run(text("lanes.then"), "dim", bold=False),
        Run(f"{name}({shown(facts.sum, decimals[2])})"),
        Run(f" {equals(exact)} ", "dim", bold=False),
        Run(shown(facts.value, decimals[3]), "output_text"),
    )


def lane_line(
    terms: Terms | None,
    facts: ColumnFacts,
    decimals: Decimals,
    letter: str,
    secret: bool,
    frame: Frame,
) -> tuple[Widget, ...]:
    """Return the panel with both; without terms that may be known, a "?" in their place. The dot product comes last."""
    px, place = frame.px, between_edges(frame.layout.dot, frame.layout.text)
    if not place.h:
        return ()
    one_line, size, several = frame.layout.fold >= ONE_LINE, frame.size(BODY), len(facts.lanes) > 1
    head = 0 if one_line else px(34)
    inside = Rect(place.x, place.y + head, place.w, place.h - head - (0 if one_line else px(6)))
    side = min(px(BADGE if one_line else SMALL_BADGE), place.h - 2)
    right, at = _right(frame, facts, decimals, secret, inside, place, size, one_line)
    left = inside
    if one_line and several:
        left = Rect(inside.x + side + px(BADGE_GAP), inside.y, inside.w - side - px(BADGE_GAP), inside.h)
    if at is not None and at.y >= inside.y:
        left = left._replace(w=max(1, at.x - px(APART) - left.x))
    lines: tuple[Line, ...] = ((UNKNOWN,),)
    if terms is not None:
        lines = written(frame.type, terms, size, left.w, 1 if one_line else 2)
    found: list[Widget] = [
        Area(name="dot ground", rect=place.inset(-px(PANEL_REACH), 0), unit=frame.unit, role="panel", radius=px(10))
    ]
    y = inside.y + (inside.h - side) // 2 if one_line else place.y + px(4)
    if several:
        found.append(badge(frame, "dot badge", Rect(inside.x, y, side, side), letter, lit=True))
    if not one_line:
        begin = inside.x + (side + px(BADGE_GAP) if several else 0)
        words = text(f"pooling.{facts.pooling}.line" if facts.pooling else "lanes.dot" if several else "dot.title")
        rect = Rect(begin, place.y + px(6), frame.type.width(words, frame.size(SMALL), True), px(28))
        found.append(frame.label("dot title", rect, words, frame.size(SMALL), "dim", bold=True))
    if at is not None:
        found.append(ChannelSum(name="channel sum", rect=at, unit=frame.unit, runs=right, size=size))
    return (*found, on_lines(frame.type, left, lines, _smaller(size, lines, inside.h)))


def _smaller(size: int, lines: tuple[Line, ...], high: int) -> int:
    """Return the font size at which so many lines have room."""
    while size > 12 and len(lines) > 1 and len(lines) * size * 1.42 > high:
        size -= 1
    return size


def _right(
    frame: Frame,
    facts: ColumnFacts,
    decimals: Decimals,
    secret: bool,
    inside: Rect,
    place: Rect,
    size: int,
    one_line: bool,
) -> tuple[Line, Rect | None]:
    """Return the sum of the channels and its place: beside the dot product, else above it, else a shorter one.

    A pooling has none: the line itself is all that is made of a channel.
    """
    if facts.pooling:
        return (), None
    px = frame.px
    shorter = ((False, True), (False, False), (True, False))
    title = frame.type.width(text("lanes.dot"), frame.size(SMALL), True) + px(BADGE + BADGE_GAP + APART)
    for line in (channel_sum(facts, decimals, secret, *how) for how in shorter):
        width = width_of(frame.type, line, size)
        if width <= inside.w * (1 - LEAST):
            return line, Rect(inside.right - width, inside.y, width, inside.h)
        if not one_line and width <= inside.w - title:
            return line, Rect(inside.right - width, place.y + px(4), width, px(30))
    return (), None
