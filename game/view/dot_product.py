"""The dot product of a step, written out in the grids' colours: pixel × weight + … = sum."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from ..core.arithmetic import IN_ROW_ORDER, Arithmetic
from ..ui.frame import BODY, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.layout import ONE_LINE, PANEL_REACH, between_edges
from ..ui.typeface import Typeface
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area, Run, at_margin
from ..value import Value
from ..words.numbers import MINUS, equals, shows_exactly
from ..words.texts import text
from .numbers import shown
from .written_lines import COMMA, LEFT_OUT, MORE, PLUS, TERM, TIMES, Line, on_lines, width_of


class Form(Value):
    """What stands around the terms: before the first, between two, and between the last and the sign of the result.

    part, whole: what the result of some of the terms is called, and that of all.
    """

    head: Line = ()
    between: Run = PLUS
    tail: Line = ()
    part: str = "∑"
    whole: str = "∑"

    @property
    def behind(self) -> Line:
        """What stands behind each term but the last, and so at a line's end: a comma."""
        return (self.between,) if self.between == COMMA else ()

    @property
    def before(self) -> Line:
        """What stands before each term but the first, and so at a line's begin: a sign."""
        return () if self.between == COMMA else (self.between,)

    @property
    def left_out(self) -> Line:
        """What stands behind some terms in the place of others."""
        return (LEFT_OUT,) if self.between == COMMA else (self.between, MORE)


class Terms(Value):
    """The numbers of a dot product: pixels and weights in row order, their sum, and the decimals of each kind.

    arithmetic: how products and sums of some of the terms are computed, as in the map.
    form: what stands around the terms. kept: which of them are written; None: all. Without weights a term is a pixel.
    """

    pixels: tuple[float, ...]
    weights: tuple[float, ...]
    total: float
    decimals: tuple[int, int, int]  # of pixels, weights and the sum
    summed: bool = True
    arithmetic: Arithmetic = IN_ROW_ORDER
    form: Form = Form()
    kept: tuple[int, ...] | None = None

    def product(self, index: int) -> float:
        """Return pixel × weight of one term."""
        return float(self.arithmetic.products(self.pixels[index], self.weights[index] if self.weights else 1.0))

    def sum_of(self, part: range) -> float:
        """Return the sum of some terms."""
        weighed = self.weights or (1.0,) * len(self.pixels)
        pixels, weights = (np.array(values[part.start : part.stop]) for values in (self.pixels, weighed))
        return float(self.arithmetic.running_sums(pixels, weights)[-1])


def term(terms: Terms, index: int) -> Line:
    """Return the runs of one pixel × weight, or of one pixel."""
    if not terms.weights:
        value, decimals = terms.pixels[index], terms.decimals[0]
        written = factor(value, decimals) if terms.form.between == PLUS else shown(value, decimals)
        return (Run(written, part=f"{TERM}{index}"),)
    pixel = _run(terms.pixels[index], terms.decimals[0], "text")
    return pixel, TIMES, _run(terms.weights[index], terms.decimals[1], "kernel_text")


@lru_cache(maxsize=4096)
def _run(value: float, decimals: int, role: str) -> Run:
    """Return a factor in a colour; remembered, since a walk writes the same ones again and again."""
    return Run(factor(value, decimals), role)


def factor(value: float, decimals: int) -> str:
    """Return a factor as it is written in a product: negative ones in parentheses."""
    written = shown(value, decimals)
    return f"({written})" if written.startswith(MINUS) else written


def total(terms: Terms) -> Line:
    """Return the runs of the sum: = where what is written is exact, else ≈; "= ?" until all products have arrived."""
    exact = factors_shown_exactly(terms) if terms.summed else ()
    return sum_runs(terms.total if terms.summed else None, terms.decimals[2], exact)


def sum_runs(value: float | None, decimals: int, exact: tuple[bool, ...], role: str = "output_text") -> Line:
    """Return the sign and a sum, None while nobody may know it; `exact`: whether what is added up stands there so."""
    if value is None:
        return Run(" = ", "dim", bold=False), Run("?", "now_text")
    sign = equals(shows_exactly(value, decimals), *exact)
    return Run(f" {sign} ", "dim", bold=False), Run(shown(value, decimals), role)


def factors_shown_exactly(terms: Terms) -> tuple[bool, ...]:
    """Tell whether every pixel, and every weight, stands there as it is: a sum of rounded ones would not be equal."""
    factors = zip((terms.pixels, terms.weights), terms.decimals, strict=False)
    return tuple(all(shows_exactly(value, decimals) for value in values) for values, decimals in factors)


class _Pieces:
    """The terms of a dot product in a font size, each with its + before it, and their widths; made as they are asked.

    The first has no +. Of a pooling's pixels each has its comma behind it, and the last has none.
    """

    def __init__(self, typeface: Typeface, terms: Terms, size: int) -> None:
        self.terms, self.form = terms, terms.form
        self._which = range(len(terms.pixels)) if terms.kept is None else terms.kept
        self.count = len(self._which)
        self._typeface, self._size = typeface, size
        self._known: dict[int, tuple[Line, int]] = {}

    def __getitem__(self, index: int) -> tuple[Line, int]:
        if index not in self._known:
            before = self.form.before if index else self.form.head
            line = (*before, *self.term(index), *(self.form.behind if index < self.count - 1 else ()))
            self._known[index] = line, self.width(line)
        return self._known[index]

    def term(self, index: int) -> Line:
        """Return one of the terms that are written, by itself."""
        return term(self.terms, self._which[index])

    @property
    def end(self) -> Line:
        """What stands behind the last term: the result, with what belongs before it."""
        return (*self.form.tail, *total(self.terms))

    @property
    def narrowest(self) -> int:
        """The least width that a term with its + can have."""
        one = (Run("0"), TIMES, Run("0")) if self.terms.weights else (Run("0"),)
        return self.width((self.form.between, *one))

    def width(self, line: Line) -> int:
        """Return the width of a line."""
        return width_of(self._typeface, line, self._size)


def written(typeface: Typeface, terms: Terms, size: int, width: int, lines: int) -> tuple[Line, ...]:
    """Return the dot product on at most `lines` lines; one that is too long shows its first and last terms."""
    pieces = _Pieces(typeface, terms, size)
    if not pieces.count:  # of a row of a window that lies in the padding
        return ((Run(text("pooling.nothing"), "dim"),),)
    end = pieces.end
    whole = _filled(pieces, end, width, lines)
    if whole is not None:
        return whole
    return _on_one(pieces, end, width) if lines == 1 else _on_two(pieces, end, width)


def _filled(pieces: _Pieces, end: Line, width: int, lines: int) -> tuple[Line, ...] | None:
    """Return all terms, broken before a + or behind a comma; None when that takes too many lines."""
    if pieces.count * pieces.narrowest > lines * width + pieces.narrowest:
        return None
    result: list[Line] = []
    line: list[Run] = []
    used = 0
    for index in range(pieces.count):
        piece, wide = pieces[index]
        if index == pieces.count - 1:
            piece, wide = (*piece, *end), wide + pieces.width(end)
        if line and used + wide > width:
            result.append(tuple(line))
            line, used = [], 0
            if len(result) == lines:
                return None
        line.extend(piece)
        used += wide
    first, *rest = (*result, tuple(line))
    return None if used > width else (first, *map(at_margin, rest))


def _on_one(pieces: _Pieces, end: Line, width: int) -> tuple[Line, ...]:
    """Return the first terms, an ellipsis, and the last one with the sum; at the least the sum."""
    count, joint = pieces.count, pieces.form.between
    first, last = pieces[0][0], pieces.term(count - 1)
    ends = (*last, *end)
    left_out = pieces.form.left_out
    head = _taken(pieces, width - pieces.width((*left_out, joint, *ends)), count - 1)
    short = (*(head or first), *left_out, *((joint, *ends) if count > 1 and head else end))
    return (short,) if pieces.width(short) <= width else (total(pieces.terms)[1:],)


def _on_two(pieces: _Pieces, end: Line, width: int) -> tuple[Line, ...]:
    """Return the first terms with an ellipsis, and below them the last ones with the sum."""
    left_out = (*pieces.form.left_out, *pieces.form.behind)
    head = _taken(pieces, width - pieces.width(left_out), pieces.count)
    tail: list[Line] = []
    room = width - pieces.width(end)
    for index in range(pieces.count - 1, 0, -1):
        piece, wide = pieces[index]
        room -= wide
        if room < 0:
            break
        tail.append(piece)
    return (*head, *left_out), at_margin((*(run for piece in reversed(tail) for run in piece), *end))


def _taken(pieces: _Pieces, width: int, most: int) -> Line:
    """Return as many terms from the start as fit, but not more than `most`, the first excepted."""
    line: list[Run] = []
    for index in range(max(1, most)):
        piece, wide = pieces[index]
        width -= wide
        if width < 0:
            break
        line.extend(piece)
    return tuple(line)


def dot_product(terms: Terms | None, frame: Frame) -> tuple[Widget, ...]:
    """Return the card under the grids on which the dot product is written out; without terms that are known, a "?"."""

    def lines_in(width: int, size: int, most: int) -> tuple[Line, ...]:
        hidden = ((Run(text("predict.hidden"), "now_text"),),)
        return hidden if terms is None else written(frame.type, terms, size, width, most)

    return panel(frame, text("dot.title"), lines_in)


def panel(frame: Frame, title: str, lines_in: Callable[[int, int, int], tuple[Line, ...]]) -> tuple[Widget, ...]:
    """Return the card under the grids with its title, and lines that have room.

    lines_in: makes them for a width, a font size, and the most lines there can be.
    """
    px, place = frame.px, between_edges(frame.layout.dot, frame.layout.text)
    if not place.h:
        return ()
    one_line = frame.layout.fold >= ONE_LINE
    head = 0 if one_line else px(34)
    inside = Rect(place.x, place.y + head, place.w, place.h - head - (0 if one_line else px(6)))
    size = frame.size(BODY)
    lines = lines_in(inside.w, size, 1 if one_line else 2)
    while size > 12 and len(lines) > 1 and len(lines) * size * 1.42 > inside.h:
        size -= 1
    head_place = Rect(inside.x, place.y + px(6), inside.w, px(28))
    label = frame.label("dot title", head_place, title, frame.size(SMALL), "dim", bold=True)
    return (
        Area(name="dot ground", rect=place.inset(-px(PANEL_REACH), 0), unit=frame.unit, role="panel", radius=px(10)),
        *(() if one_line else (label,)),
        on_lines(frame.type, inside, lines, size),
    )
