"""The lens of Present: the terms of the step in large, where the grids are too small for numbers.

It shows at most nine terms, pixel × weight = product, and the sum; with more, it pages the kernel's rows, says which
these are, and has their own sum beside that of all. The page follows the walk (the row that is being multiplied), and
can be turned by hand.
"""

from __future__ import annotations

from ..input.mode_intents import TurnLens
from ..play.moment import Moment
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.widgets.base import Answer, Widget
from ..ui.widgets.label import Run, colour_of
from ..words.numbers import equals, shows_exactly
from ..words.texts import text
from .dot_product import Terms, factor, factors_shown_exactly, sum_runs, term, total, written
from .frame import ShownFrame
from .numbers import shown
from .places import Looks
from .written_lines import LEADING, PLUS, Line, width_of

FORMS = ((9, 3), (6, 2), (3, 1))
"""How many terms are on a page at most, and on a line: the first form whose terms do not reach into each other."""
LEAST = 12  # device pixels of the font, at least
APART = 0.5  # of the font's size, that two terms on a line are apart at least: else they read as one
LEAST_LEADING = 1.15  # of it, from a line to the next at least: what reaches down, the rule, what reaches up
RULE, THICK = 0.57, 0.08  # of it, from the middle of the capitals down to the rule, right under ( and )
SHARE = 0.79  # of the width, that the terms take; the rest is the sum's


class Lens(Widget, kw_only=True):
    """The page of terms; a press turns it."""

    lines: tuple[tuple[Line, ...], ...]  # lines of terms, each of runs
    across: int  # for how many terms a line has room
    side: tuple[Line, ...]  # where the page is, and the sum
    size: int
    term: int | None = None  # which of the terms, as they follow each other, is in work

    focusable = True

    def activate(self) -> Answer:
        """Turn the page."""
        return (TurnLens(),)

    @property
    def step(self) -> float:
        """Device pixels from one line to the next: a third of the height, or in a low lens what its lines need."""
        return min(self.rect.h / _lines_in(self.lines, self.side), max(self.rect.h / 3, self.size * LEADING))

    @property
    def first(self) -> float:
        """The middle of the first line: of its step, or so much higher that a rule has room under the last line."""
        last = (_lines_in(self.lines, self.side) - 1) * self.step
        return self.rect.y + min(self.step / 2, self.rect.h - last - self.size * (RULE + THICK) - 1)

    def draw(self, canvas: Canvas) -> None:
        """Draw the terms in columns, and the sum at the right."""
        column = round(self.rect.w * SHARE / self.across)
        step, first = self.step, self.first
        for row, line in enumerate(self.lines):
            for index, runs in enumerate(line):
                y = first + step * row
                end = self._line(canvas, runs, self.rect.x + index * column, y)
                if row * len(self.lines[0]) + index == self.term:
                    rule = self.rule(self.rect.x + index * column, end, y)
                    canvas.rounded(rule, rule.h / 2, canvas.theme.now)
        x = self.rect.x + round(self.rect.w * (SHARE + 0.01))
        for row, runs in enumerate(self.side):
            self._line(canvas, runs, x, first + step * row)
        self.draw_focus(canvas, self.rect, self.px(8))

    def rule(self, begin: float, end: float, y: float) -> Rect:
        """Return the place of the rule under a term from begin to end; y is the middle of its capitals.

        It is nearer to the term than in the dot product, for lines follow each other closely here.
        """
        return Rect.of(begin, y + self.size * RULE, end - begin, max(2, round(self.size * THICK)))

    def _line(self, canvas: Canvas, runs: Line, x: float, y: float) -> float:
        """Draw runs from x on, and return where they end."""
        for run in runs:
            x += canvas.text(run.text, x, y, self.size, colour_of(canvas.theme, run.role), run.bold)
        return x


def needs_lens(looks: Looks) -> bool:
    """Tell whether a grid that takes part in a step shows no numbers."""
    return not (looks.image.size and looks.kernel.size and looks.products.size)


def pages_of(rows: int, columns: int, most: int = FORMS[0][0]) -> tuple[range, ...]:
    """Return the terms of each page: as many whole rows of the kernel as have so many terms, else parts of one row."""
    if columns <= most:
        return parted(rows, columns, most)
    halves = -(-columns // 2)
    return parted(rows, columns, halves if halves <= FORMS[0][0] and most == FORMS[0][0] else most)


def page_shown(turned: int, moment: Moment, pages: tuple[range, ...]) -> int:
    """Return the page that the walk is at, and as many further as were `turned` by hand.

    It is the one with the term that was blended last; once all are, the one with the product that has arrived last.
    """
    known = moment.products is not None
    blended, count = int(moment.blended.sum()) if known else 0, moment.blended.size
    last = max(0, (blended if blended < count else moment.arrived) - 1)
    following = next((index for index, page in enumerate(pages) if last in page), 0)
    return (following + turned) % len(pages)


def lens(frame: ShownFrame, moment: Moment, terms: Terms, rect: Rect) -> Lens:
    """Return the lens of a moment in a rectangle; where that is narrow a page has fewer terms."""
    made = (_lens(frame, moment, terms, rect, most, across) for most, across in FORMS)
    for found in made:
        if _fits(frame, found.lines, found.side, found.size, rect.w, found.across):
            break
    return found


def _lens(frame: ShownFrame, moment: Moment, terms: Terms, rect: Rect, most: int, at_most: int) -> Lens:
    rows, columns = frame.side.result.scenario.kernel_size
    pages = pages_of(rows, columns, most)
    page = pages[page_shown(frame.shown.lens, moment, pages)]
    decimals = frame.side.boards.products.decimals
    runs = [_term(terms, index, decimals) for index in page]
    across = min(columns, at_most)
    lines = tuple(tuple(runs[start : start + across]) for start in range(0, len(runs), across))
    side: tuple[Line, ...] = ((Run(terms.form.whole, "text"), *total(terms)),)
    if len(pages) > 1:
        where = Run(page_words(page, rows, columns), "dim", bold=False)
        everything = (Run(text("lens.all"), "dim", bold=False), *side[0])
        exact = all(shows_exactly(terms.product(index), decimals) for index in page)
        side = ((where,), (Run(terms.form.part, "text"), *_page_sum(moment, terms, page, exact)), everything)
    return Lens(
        name="lens",
        rect=rect,
        unit=frame.unit,
        mood=frame.mood("lens"),
        about=text("lens.turn") if len(pages) > 1 else "",
        lines=lines,
        across=at_most,
        side=side,
        size=_size(frame, lines, side, rect, at_most),
        term=None if moment.term is None or moment.term not in page else moment.term - page.start,
    )


def page_words(page: range, rows: int, columns: int) -> str:
    """Return which rows of the kernel a page shows, or which terms where it is part of a row."""
    if page.start % columns or page.stop % columns:
        return text("lens.terms", first=page.start + 1, last=page.stop, count=rows * columns)
    first, last = page.start // columns + 1, page.stop // columns
    if first == last:
        return text("lens.row", row=first, rows=rows)
    return text("lens.rows", first=first, last=last, rows=rows)


def _page_sum(moment: Moment, terms: Terms, page: range, exact: bool = True) -> Line:
    """Return the sign and a page's own sum, once its products have arrived; `exact`: they stand there as they are."""
    known = terms.summed or (moment.products is not None and moment.arrived >= page.stop)
    value = terms.sum_of(page) if known else None
    return sum_runs(value, terms.decimals[2], (*factors_shown_exactly(terms), exact), "product_text")


def page_in_line(frame: ShownFrame, moment: Moment, terms: Terms, size: int, width: int) -> Line:
    """Return the terms on one line, for Compare: all, with their products, and the sum; else all without the products.

    Where these do not fit either it is a page of them, a row where one fits, after the words that say which it is, with
    its own sum and, once it is known and has room, that of all.
    """
    if not terms.weights:
        return written(frame.type, terms, size, width, 1)[0]
    rows, columns = frame.side.result.scenario.kernel_size
    count = rows * columns
    decimals = frame.side.boards.products.decimals
    gap = Run("   ", "dim")
    each = [(*_term(terms, index, decimals), gap) for index in range(count)]
    whole = (*(run for runs in each for run in runs), Run("∑", "text"), *total(terms))
    plain = (*_added(terms, range(count)), *total(terms))
    for line in (whole, plain):
        if width_of(frame.type, line, size) <= width:
            return line
    heads = (_head(page, rows, columns) for page in (range(columns), range(count - 1, count)))
    room = width - max(width_of(frame.type, (head, *BROAD), size) for head in heads)
    widest = max(width_of(frame.type, (PLUS, *term(terms, index)), size) for index in range(count))
    pages = parted(rows, columns, max(1, int(room / widest)))
    page = pages[page_shown(frame.shown.lens, moment, pages)]
    line = (_head(page, rows, columns), *_added(terms, page), *_page_sum(moment, terms, page))
    complete = (*line, gap, Run(text("lens.all"), "dim", bold=False), Run("∑", "text"), *total(terms))
    return complete if terms.summed and width_of(frame.type, complete, size) <= width else line


def _added(terms: Terms, page: range) -> Line:
    """Return the terms of a page with a + between them."""
    return tuple(run for index in page for run in (*((PLUS,) if index > page.start else ()), *term(terms, index)))


def _head(page: range, rows: int, columns: int) -> Run:
    return Run(f"{page_words(page, rows, columns)}:   ", "dim", bold=False)


BROAD: Line = (Run(" ≈ ", "dim", bold=False), Run("−888.88"))  # about as broad as the sum of a page can be


def parted(rows: int, columns: int, most: int) -> tuple[range, ...]:
    """Return the terms of each page of at most `most`: whole rows where they fit, else parts of one row."""
    stretch = rows * columns if columns <= most else columns
    each = most // columns * columns if columns <= most else most
    return tuple(
        range(start, min(start + each, begin + stretch))
        for begin in range(0, rows * columns, stretch)
        for start in range(begin, begin + stretch, each)
    )


def _term(terms: Terms, index: int, decimals: int) -> Line:
    if not terms.weights:
        nothing = terms.kept is not None and index not in terms.kept
        return (Run(text("pooling.nothing"), "dim"),) if nothing else term(terms, index)
    pixel, weight, product = terms.pixels[index], terms.weights[index], terms.product(index)
    places = (*terms.decimals[:2], decimals)
    sign = equals(*(shows_exactly(*each) for each in zip((pixel, weight, product), places, strict=True)))
    return (
        Run(factor(pixel, terms.decimals[0]), "text"),
        Run("×", "dim", bold=False),
        Run(factor(weight, terms.decimals[1]), "kernel_text"),
        Run(f" {sign} ", "dim", bold=False),
        Run(shown(product, decimals), "product_text"),
    )


def _lines_in(lines: tuple[tuple[Line, ...], ...], side: tuple[Line, ...]) -> int:
    return max(len(lines), len(side))


def _size(
    frame: ShownFrame, lines: tuple[tuple[Line, ...], ...], side: tuple[Line, ...], rect: Rect, across: int
) -> int:
    """Return a font size at which the columns hold their terms, and the lines the rule under a term.

    The digits are 32 units high where that is possible.
    """
    highest = int(rect.h / _lines_in(lines, side) / LEAST_LEADING)
    size = min(round(frame.layout.unit * 46), highest)
    while size > LEAST and not _fits(frame, lines, side, size, rect.w, across):
        size -= 1
    return size


def _fits(
    frame: ShownFrame, lines: tuple[tuple[Line, ...], ...], side: tuple[Line, ...], size: int, wide: int, across: int
) -> bool:
    """Tell whether the columns hold their terms at a font's size, and their own column the sums."""
    room = wide * SHARE / across - APART * size
    terms = all(width_of(frame.type, runs, size) <= room for line in lines for runs in line)
    return terms and all(width_of(frame.type, runs, size) <= wide * (0.99 - SHARE) for runs in side)
