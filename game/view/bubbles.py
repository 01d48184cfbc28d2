"""What the bubble says about the cell under the pointer: full precision, what it meets, and what it feeds."""

from __future__ import annotations

from ..core.coverage import axis_coverage, cells_fed_by, pixels_touched_by_weight
from ..input.targets import Cell, GridName, Side
from ..play.moment import Moment
from ..session.predict import coverage_shown, secrecy_of
from ..session.state import State
from ..session.tour import is_alone
from ..words.numbers import MINUS, equals, full, is_decimal, precise
from ..words.texts import text
from .links import weight_over

MOST_TERMS = 15  # of a kernel's row, written out in a bubble


def bubble_lines(state: State, moment: Moment, cell: Cell) -> tuple[str, ...]:
    """Return the lines about a cell; the first is its value. None are given for a cell that does not exist."""
    at = (cell.row, cell.column)
    makers = {
        GridName.IMAGE: _pixel,
        GridName.KERNEL: _weight,
        GridName.PRODUCTS: _product,
        GridName.OUTPUT: _output,
    }
    return makers[cell.grid](state, moment, at)


def _covered(state: State, at: tuple[int, int]) -> tuple[str, str]:
    """Return by how many patches a pixel is covered, and how that comes from its row and its column."""
    scenario = state.scenario
    rows, columns = (int(axis_coverage(scenario, axis)[at[axis] + scenario.padding[axis]]) for axis in (0, 1))
    split = text("coverage.split", rows=rows, columns=columns)
    if rows * columns:
        return text("coverage.one") if rows * columns == 1 else text("coverage.many", count=rows * columns), split
    left_over = bool(state.result.uncovered.left_over[at[0] + scenario.padding[0], at[1] + scenario.padding[1]])
    return text(f"coverage.none.{'left over' if left_over else 'skipped'}"), split


def _pixel(state: State, moment: Moment, at: tuple[int, int]) -> tuple[str, ...]:
    scenario = state.scenario
    rows, columns = scenario.image_size
    inside = 0 <= at[0] < rows and 0 <= at[1] < columns
    value = float(scenario.image[at]) if inside else 0.0
    head = text("bubble.pixel", row=at[0] + 1, column=at[1] + 1) if inside else text("bubble.padding")
    if coverage_shown(state):
        return (*_covered(state, at), text("bubble.value", pixel=head, value=full(value)) if inside else head)
    lines = [full(value), head]
    if is_alone(state):
        return tuple(lines)
    over = weight_over(at, state.result, moment.cell)
    if over is not None:
        weight = float(scenario.kernel[over])
        lines.append(_product_words(state, "bubble.now", value, weight))
    secrecy = secrecy_of(state)
    if not secrecy.size and not secrecy.patch:
        lines.append(_feeds(state, at))
    return tuple(lines)


def _feeds(state: State, at: tuple[int, int]) -> str:
    count = len(cells_fed_by(state.scenario, at))
    if count:
        return text("bubble.feeds.one") if count == 1 else text("bubble.feeds", count=count)
    rows, columns = state.scenario.padding
    left_over = bool(state.result.uncovered.left_over[at[0] + rows, at[1] + columns])
    return text(f"bubble.feeds.none.{'left over' if left_over else 'skipped'}")


def _weight(state: State, moment: Moment, at: tuple[int, int]) -> tuple[str, ...]:
    del moment
    count = len(pixels_touched_by_weight(state.scenario, at))
    touches = text("bubble.touches.one") if count == 1 else text("bubble.touches", count=count)
    head = text("bubble.weight", row=at[0] + 1, column=at[1] + 1)
    lines = (full(float(state.scenario.kernel[at])), head)
    return lines if secrecy_of(state).size else (*lines, touches)


def _product(state: State, moment: Moment, at: tuple[int, int]) -> tuple[str, ...]:
    head = text("bubble.product", row=at[0] + 1, column=at[1] + 1)
    if moment.patch is None or moment.products is None or not moment.blended[at]:
        return head, text("bubble.product.later")
    weights = state.scenario.kernel[at[0]].tolist()
    pixels = moment.patch[at[0]].tolist()
    terms = " + ".join(f"{full(pixel)} × {_factor(weight)}" for pixel, weight in zip(pixels, weights, strict=True))
    pixel, weight = pixels[at[1]], weights[at[1]]
    lines = (
        precise(float(moment.products[at])),
        head,
        _product_words(state, "bubble.product.is", pixel, weight),
    )
    return lines if len(weights) > MOST_TERMS or len(weights) < 2 else (*lines, text("bubble.row", terms=terms))


def _product_words(state: State, words: str, pixel: float, weight: float) -> str:
    """Return a product as an equation, with all digits; one that no decimal is, as of 1/9, is rounded at its end."""
    product = float(state.result.arithmetic.products(pixel, weight))
    sign = equals(*(is_decimal(value) for value in (pixel, weight, product)))
    return text(words, pixel=full(pixel), weight=_factor(weight), sign=sign, product=precise(product))


def _factor(value: float) -> str:
    written = full(value)
    return f"({written})" if written.startswith(MINUS) else written


def _output(state: State, moment: Moment, at: tuple[int, int]) -> tuple[str, ...]:
    scenario, secrecy = state.scenario, secrecy_of(state)
    if secrecy.size:
        return ()
    step = at[0] * scenario.output_size[1] + at[1]
    count = scenario.kernel.size
    head = text("bubble.output", row=at[0] + 1, column=at[1] + 1)
    made = text("bubble.made", step=step + 1)
    go = text("bubble.go" if state.compare.seen is Side.A else "compare.go")
    if secrecy.value and at == secrecy.cell:
        return text("predict.hidden"), head, made
    if step >= moment.made and not (step == moment.step and moment.reveal > 0):
        return head, made, go
    total = text("bubble.sum.one") if count == 1 else text("bubble.sum", count=count)
    return precise(float(state.result.output[at])), head, f"{total}, {made}", go
