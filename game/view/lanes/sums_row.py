"""The sums of the channels in a row of boxes, for the back of the room: R 4 + G 3 + B ? + bias 1 = ?."""

from __future__ import annotations

from ...session.facts.layers import ColumnFacts
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.stage_wall import WallStage
from ...ui.typeface import Typeface
from ...ui.widgets.base import Widget
from ...ui.widgets.label import Run, Runs
from ...words.numbers import equals, shows_exactly
from ...words.texts import text
from ..dot_product import factor
from ..numbers import share_words, shown
from ..written_lines import PLUS, width_of
from .column import NOTHING, WAITS, WORKS, Line
from .line import UNKNOWN, Decimals, channel_sum

PAD = 0.3  # of the font's size, at both sides of a box
BADGE = 0.9  # of it, a badge's side
HIGH = 1.7  # of it, a box's height
MOST = 60  # units of the font's size


class LaneBox(Widget, kw_only=True):
    """The sum of a channel, or of several: the letter in a badge, or words, and at the right the number."""

    words: str
    lettered: bool
    number: str
    size: int
    how: str

    def draw(self, canvas: Canvas) -> None:
        """Draw the box, what it is of, and the number."""
        theme, radius, rect = canvas.theme, self.size * 0.25, self.rect
        works = self.how == WORKS
        canvas.rounded(rect, radius, theme.now_quiet if works else theme.raised)
        canvas.outline(
            rect, radius, theme.now if works else theme.edge, max(1.0, self.size * (0.09 if works else 0.04))
        )
        y, x = rect.centre[1], rect.x + self.size * PAD
        if self.lettered:
            side = self.size * BADGE
            place = Rect.of(x, y - side / 2, side, side)
            canvas.outline(place, self.size * 0.18, theme.text if works else theme.edge, max(1.0, self.size * 0.05))
            canvas.text(self.words, *place.centre, round(self.size * 0.6), theme.text, True, 0.5)
        else:
            canvas.text(self.words, x, y, round(self.size * 0.7), theme.dim, False)
        canvas.text(self.number, rect.right - self.size * PAD, y, self.size, theme.text, True, 1.0)


def sums_row(
    face: Typeface, places: WallStage, lines: tuple[Line, ...], tail: tuple[Run, ...], room: tuple[Run, ...]
) -> tuple[Widget, ...]:
    """Return the boxes with a + between them, and behind them the bias and the sum.

    lines: those of the column addition that are of lanes. tail: the runs of bias and sum. room: the same with
    numbers as wide as those that come, so that the row keeps its size.
    """
    lines = tuple(line for line in lines if line.how != NOTHING)
    size, boxes = _fitting(face, places, lines, (tail, room))
    if not size:
        return ()
    rect, high, plus = places.sums, round(size * HIGH), face.width(PLUS.text, size, False)
    x, y = float(rect.x), rect.centre[1] - high / 2
    found: list[Widget] = []
    for index, (line, wide) in enumerate(zip(lines, boxes, strict=True)):
        if index:
            sign = Rect.of(x, y, plus, high)
            found.append(Runs(name=f"sums plus {index}", rect=sign, runs=(PLUS,), size=size))
            x += plus
        box = LaneBox(
            name=f"sums {index}",
            rect=Rect.of(x, y, wide, high),
            words=line.words,
            lettered=line.lettered,
            number="" if line.how == WAITS else line.number,
            size=size,
            how=line.how,
        )
        found.append(box)
        x += wide
    end = Rect.of(x, y, width_of(face, tail, size), high)
    return (*found, Runs(name="channel sum", rect=end, runs=tail, size=size))


def _fitting(
    face: Typeface, places: WallStage, lines: tuple[Line, ...], ends: tuple[tuple[Run, ...], ...]
) -> tuple[int, tuple[float, ...]]:
    """Return the largest font size at which all has room in the row, and the boxes' widths; 0: none has."""
    room, widest = places.sums.w, ends[-1][-1].text
    for size in range(places.size(MOST), 8, -1):
        number = face.width(widest, size, True)
        boxes = tuple(_width(face, line, size, number) for line in lines)
        rest = max(width_of(face, one, size) for one in ends)
        rest += (len(lines) - 1) * face.width(PLUS.text, size, False)
        if sum(boxes) + rest <= room:
            wider = min(size * 0.8, (room - rest - sum(boxes)) / max(1, len(boxes)))
            return size, tuple(box + wider for box in boxes)
    return 0, ()


def _width(face: Typeface, line: Line, size: int, number: float) -> float:
    """Return the least width of a box: a number has room in it besides the letter or the words."""
    head = size * BADGE if line.lettered else face.width(line.words, round(size * 0.7), False)
    if line.how == WAITS and not line.lettered:
        return head + size * 2 * PAD
    return head + max(number, face.width(line.number, size, True)) + size * 3 * PAD


def tail_of(facts: ColumnFacts, decimals: Decimals, secret: bool) -> tuple[Run, ...]:
    """Return bias and sum as they stand behind the boxes."""
    return channel_sum(facts, decimals, secret, short=True, ended=False)[1:]


def room_of(biases: list[float], magnitude: float, decimals: Decimals) -> tuple[Run, ...]:
    """Return bias and sum with the widest bias of all filters, and a number as wide as those of the map."""
    bias = max((factor(one, decimals[1]) for one in biases), key=len)
    widest = max((shown(-value, decimals[2]) for value in (magnitude, 10.0)), key=len)
    return PLUS, Run(f"{text('lanes.bias')} ", "dim", bold=False), Run(bias), Run(" = ", "dim", bold=False), Run(widest)


def value_runs(facts: ColumnFacts, decimals: Decimals, secret: bool) -> tuple[Run, ...]:
    """Return what the activation makes of the sum, ReLU(12) = 12, with a "?" for each that is not known."""
    name, known = text(f"activation.{facts.activation}"), not secret
    if facts.activation == "softmax":  # a share is made of all sums, not of this one
        share = UNKNOWN
        if facts.value is not None and known:
            share = Run(share_words(facts.value, decimals[3]), "output_text")
        return Run(f"{name}: ", "dim", bold=False), share
    summed = UNKNOWN if facts.sum is None or not known else Run(shown(facts.sum, decimals[2]))
    begin = Run(f"{name}(", "dim", bold=False), summed, Run(")", "dim", bold=False)
    if facts.value is None or facts.sum is None or not known:
        return (*begin, Run(" = ", "dim", bold=False), UNKNOWN)
    exact = shows_exactly(facts.sum, decimals[2]) and shows_exactly(facts.value, decimals[3])
    return (*begin, Run(f" {equals(exact)} ", "dim", bold=False), Run(shown(facts.value, decimals[3]), "output_text"))
