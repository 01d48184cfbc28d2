"""The rule under the term of a written line that is in work."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.typeface import Typeface
from ..ui.widgets.base import Widget
from .dot_product import LEADING, MORE, RULE, TERM, TIMES, DotProduct, Line


class TermRule(Widget, kw_only=True):
    """The rule under the term that is in work."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the rule, in the colour of what happens now."""
        canvas.rounded(self.rect, self.rect.h / 2, canvas.theme.now)


def rule_under(begin: float, end: float, y: float, size: int) -> Rect:
    """Return the place of a rule under what stands from begin to end; y is the middle of its capitals."""
    return Rect.of(begin, y + size * RULE, end - begin, max(2, round(size * 0.1)))


def term_in_line(typeface: Typeface, dot: tuple[Widget, ...], term: int | None, count: int) -> tuple[Widget, ...]:
    """Return the rule under a term of the dot product among some widgets, if that term is written there.

    `count`: how many terms there are.
    """
    line = dot[-1] if dot else None
    if term is None or not isinstance(line, DotProduct):
        return ()
    rect = _rules(typeface, line.lines, line.size, line.rect, count).get(term)
    return () if rect is None else (TermRule(name=f"{line.name}: term", rect=rect),)


@lru_cache(maxsize=8)
def _rules(typeface: Typeface, lines: tuple[Line, ...], size: int, place: Rect, count: int) -> dict[int, Rect]:
    """Return where a rule stands under each term that is written, by the term's number.

    A term is what stands around a ×, those after an ellipsis are the last ones; or a run that says which it is.
    """
    left = sum(run == TIMES for line in lines for run in line)
    found: dict[int, Rect] = {}
    number = 0
    y = place.centre[1] - size * LEADING * (len(lines) - 1) / 2
    for line in lines:
        ends = list(accumulate((typeface.width(run.text, size, run.bold) for run in line), initial=place.x))
        for index, run in enumerate(line):
            if run.part.startswith(TERM):
                found[int(run.part.removeprefix(TERM))] = rule_under(ends[index], ends[index + 1], y, size)
            if run == MORE:
                number = count - left
            if run == TIMES:
                found[number] = rule_under(ends[index - 1], ends[index + 2], y, size)
                number, left = number + 1, left - 1
        y += size * LEADING
    return found
