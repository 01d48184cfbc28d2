"""The dot product of a step, written out in the grids' colours: pixel × weight + … = sum."""

from __future__ import annotations

from ..ui.canvas import Canvas
from ..ui.typeface import Typeface
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Run, draw_runs
from ..value import Value
from ..words.numbers import NEARLY_ZERO, full, shows_exactly
from .numbers import shown

Line = tuple[Run, ...]

PLUS = Run(" + ", "dim", bold=False)
MORE = Run("… ", "dim", bold=False)


class Terms(Value):
    """The numbers of a dot product: pixels and weights in row order, their sum, and the decimals of each kind."""

    pixels: tuple[float, ...]
    weights: tuple[float, ...]
    total: float
    decimals: tuple[int, int, int]  # of pixels, weights and the sum
    summed: bool = True


def term(terms: Terms, index: int) -> Line:
    """Return the runs of one pixel × weight."""
    pixel = factor(terms.pixels[index], terms.decimals[0])
    weight = factor(terms.weights[index], terms.decimals[1])
    return Run(pixel, "text"), Run(" × ", "dim", bold=False), Run(weight, "kernel_text")


def factor(value: float, decimals: int) -> str:
    """Return a factor as it is written in a product: negative ones in parentheses, tiny ones with two digits."""
    written = shown(value, decimals)
    if written == NEARLY_ZERO:
        written = full(float(f"{value:.1e}"))
    return f"({written})" if value < 0 else written


def total(terms: Terms) -> Line:
    """Return the runs of the sum: = where what is written is exact, else ≈; "= ?" until all products have arrived."""
    if not terms.summed:
        return Run(" = ", "dim", bold=False), Run("?", "now_text")
    exact = shows_exactly(terms.total, terms.decimals[2]) and _factors_are_exact(terms)
    sign = " = " if exact else " ≈ "
    return Run(sign, "dim", bold=False), Run(shown(terms.total, terms.decimals[2]), "output_text")


def _factors_are_exact(terms: Terms) -> bool:
    """Tell whether every pixel and weight stands there as it is: a sum of rounded ones would not be equal."""
    return all(shows_exactly(value, terms.decimals[0]) for value in terms.pixels) and all(
        shows_exactly(value, terms.decimals[1]) for value in terms.weights
    )


def width_of(typeface: Typeface, line: Line, size: int) -> int:
    """Return the width of a line of runs in device pixels."""
    return sum(typeface.width(run.text, size, run.bold) for run in line)


def written(typeface: Typeface, terms: Terms, size: int, width: int, lines: int) -> tuple[Line, ...]:
    """Return the dot product on at most `lines` lines; one that is too long shows its first and last terms."""
    whole = _filled(typeface, terms, size, width, lines)
    return whole if whole is not None else _shortened(typeface, terms, size, width, lines)


def _filled(typeface: Typeface, terms: Terms, size: int, width: int, lines: int) -> tuple[Line, ...] | None:
    """Return all terms, broken before a +; None when that takes too many lines."""
    result: list[Line] = []
    line: Line = ()
    used = 0
    for index in range(len(terms.pixels)):
        piece = (*((PLUS,) if index else ()), *term(terms, index))
        if index == len(terms.pixels) - 1:
            piece = (*piece, *total(terms))
        wide = width_of(typeface, piece, size)
        if line and used + wide > width:
            result.append(line)
            line, used = (), 0
            if len(result) == lines:
                return None
        line, used = (*line, *piece), used + wide
    if used > width:
        return None
    return (*result, line)


def _shortened(typeface: Typeface, terms: Terms, size: int, width: int, lines: int) -> tuple[Line, ...]:
    """Return the first terms, an ellipsis, and the last ones with the sum."""
    count = len(terms.pixels)
    end = total(terms)
    if lines == 1:
        first, last = term(terms, 0), term(terms, count - 1)
        ends = (*last, *end)
        head = _taken(typeface, terms, size, width - width_of(typeface, (PLUS, MORE, PLUS, *ends), size), 1, count - 1)
        short = (*(head or first), PLUS, MORE, *((PLUS, *ends) if count > 1 and head else end))
        return (short,) if width_of(typeface, short, size) <= width else (end[1:],)
    head = _taken(typeface, terms, size, width - width_of(typeface, (PLUS, MORE), size), 1, count)
    tail: Line = ()
    room = width - width_of(typeface, end, size)
    for index in range(count - 1, 0, -1):
        piece = (PLUS, *term(terms, index))
        room -= width_of(typeface, piece, size)
        if room < 0:
            break
        tail = (*piece, *tail)
    return (*head, PLUS, MORE), (*tail, *end)


def _taken(typeface: Typeface, terms: Terms, size: int, width: int, least: int, most: int) -> Line:
    """Return as many terms from the start as fit."""
    line: Line = term(terms, 0) if least and width_of(typeface, term(terms, 0), size) <= width else ()
    room = width - width_of(typeface, line, size)
    for index in range(1, most if line else 0):
        piece = (PLUS, *term(terms, index))
        room -= width_of(typeface, piece, size)
        if room < 0:
            break
        line = (*line, *piece)
    return line


class DotProduct(Widget, kw_only=True):
    """The lines of the dot product, in the vertical middle of their place."""

    lines: tuple[Line, ...]
    size: int

    def draw(self, canvas: Canvas) -> None:
        """Draw the lines, run by run."""
        apart = self.size * 1.42
        y = self.rect.centre[1] - apart * (len(self.lines) - 1) / 2
        for line in self.lines:
            draw_runs(canvas, line, self.rect.x, y, self.size)
            y += apart
