"""Lines of runs as they are written under the grids, and the rule under the term of one that is in work."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.typeface import Typeface
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Run, draw_runs

Line = tuple[Run, ...]

PLUS = Run(" + ", "dim", bold=False)
TIMES = Run(" × ", "dim", bold=False)
MORE = Run("… ", "dim", bold=False)
LEFT_OUT = Run("…", "dim", bold=False)
COMMA = Run(", ", "dim", bold=False)
TERM = "term "
"""Begins the part of a run that is a whole term; its number follows."""
LEADING = 1.42  # of the font's size, from one line to the next
RULE = 0.62  # of it, from the middle of the capitals down to a rule: no letter reaches so far
BESIDE = 2  # device pixels that a letter may reach over its width


def width_of(typeface: Typeface, line: Line, size: int) -> int:
    """Return the width of a line of runs in device pixels."""
    return sum([typeface.width(run.text, size, run.bold) for run in line])


class DotProduct(Widget, kw_only=True):
    """The lines of the dot product, in the vertical middle of their place; `wide`: device pixels of the longest."""

    lines: tuple[Line, ...]
    size: int
    wide: int

    def draw(self, canvas: Canvas) -> None:
        """Draw the lines, run by run."""
        apart, clip = self.size * LEADING, canvas.surface.get_clip()
        y = self.rect.centre[1] - apart * (len(self.lines) - 1) / 2
        for line in self.lines:
            if y - self.size * RULE < clip.bottom and y + self.size * RULE > clip.top:  # else only a rule has moved
                draw_runs(canvas, line, self.rect.x, y, self.size)
            y += apart

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return where something is or was written."""
        alike = isinstance(before, DotProduct) and (before.rect, before.clip) == (self.rect, self.clip)
        if not (alike and isinstance(before, DotProduct)):
            return super().changes(before)
        return (self.written.union(before.written),)

    @property
    def written(self) -> Rect:
        """The part of its place that the lines take."""
        high = self.size * (LEADING * (len(self.lines) - 1) + 2 * RULE)
        lines = Rect.of(self.rect.x, self.rect.centre[1] - high / 2, self.wide, high).inset(-BESIDE)
        return lines.overlap(self.visible)


def on_lines(
    typeface: Typeface, rect: Rect, lines: tuple[Line, ...], size: int, name: str = "dot product"
) -> DotProduct:
    """Return lines that are written in a place, which they do not leave."""
    wide = max([width_of(typeface, line, size) for line in lines], default=0)
    return DotProduct(name=name, rect=rect, lines=lines, size=size, wide=wide)


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
