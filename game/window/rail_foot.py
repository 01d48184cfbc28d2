"""The foot of the rail, the formula of the output size: below the sections where there is room, or behind them."""

from __future__ import annotations

from ..session.facts.formula import FormulaFacts
from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area
from ..value import Value
from .formula import counts, formula
from .scrolling import Column, Scroller, column_in

LEAST_SECTIONS = 0.5
"""The share of the rail that its sections keep; a formula that leaves less goes with them when they are scrolled."""
COUNTS = 88  # units of the lines about maps and weights, and of what the factors are
FORMULA = 218  # units of its height with a note of two lines: it stands still while that comes and goes
MARGIN = 8  # units below it


class Rest(Value):
    """What of the rail is kept: the sections under that of the source, and what is below them, or behind all.

    tail: what is scrolled with the sections, and comes after the last of them; below: where that ends.
    """

    content: tuple[Widget, ...]
    tail: tuple[Widget, ...]
    below: int
    foot: tuple[Widget, ...]
    inside: Rect
    ground: Area
    thumb: Scroller


def rest_below(facts: FormulaFacts, frame: Frame, area: Rect, y: int, learns: bool) -> Rest:
    """Return the rail without its sections, which end at a place; with little room the foot goes with them."""
    foot = _foot(facts, frame, column_in(frame, area, y - area.y))
    least = frame.px(FORMULA + COUNTS if counts(facts) else FORMULA)
    deep = max(max(one.rect.bottom for one in foot) + frame.px(MARGIN) - y, least) if foot else 0
    tail: tuple[Widget, ...] = ()
    inside = area
    if area.h - deep >= LEAST_SECTIONS * area.h and not learns:
        inside = Rect(area.x, area.y, area.w, area.h - deep)
        foot = tuple(one.changed(rect=one.rect.moved(0, inside.bottom - y)) for one in foot)
    else:
        tail, foot = foot, tail
    ground = Area(name="rail", rect=area, unit=frame.unit, role="panel", line_at="left")
    line = Rect(area.x, area.y, area.w - 2, inside.h)
    thumb = Scroller(name="rail thumb", area="rail", rect=line, unit=frame.unit, thumb=5.0)
    return Rest((), tail, y, foot, inside, ground, thumb)


def _foot(facts: FormulaFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the formula under its line, below the sections; nothing where the source image is shown alone."""
    if frame.layout.alone:
        return ()
    line = Rect(column.x, column.y + frame.px(4), column.width, frame.px(2))
    below = Rect(column.x, column.y + frame.px(16), column.width, 0)
    ruled = Area(name="rail line", rect=line, unit=frame.unit, role="line")
    return ruled, *formula(facts, frame, below)
