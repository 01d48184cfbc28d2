"""What the bubble says about the cell under the pointer: full precision, what it meets, and what it feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.coverage import axes_of, axis_coverage, cells_fed_by, pixels_touched_by_weight
from ..core.scenario import Scenario
from ..input.intent import Cell, GridName, Side
from ..play.moment import Moment
from ..play.walk import position_of
from ..session.facts.shown import ShownSide
from ..session.links import repeated, weight_over
from ..words.numbers import MINUS, equals, full, is_decimal, precise
from ..words.texts import text

if TYPE_CHECKING:
    from ..core.pooling import Pooling

MOST_TERMS = 15  # of a kernel's row, written out in a bubble


def bubble_lines(side: ShownSide, moment: Moment, cell: Cell, alone: bool = False) -> tuple[str, ...]:
    """Return the lines about a cell of a side; the first is its value. None are given where nothing may be told.

    alone: the source image is shown, and nothing that follows from it.
    """
    at = (cell.row, cell.column)
    if cell.grid is GridName.IMAGE:
        return _pixel(side, moment, at, alone)
    makers = {GridName.KERNEL: _weight, GridName.PRODUCTS: _product, GridName.OUTPUT: _output}
    return makers[cell.grid](side, moment, at) if cell.grid in makers else _number(side, cell)


def _number(side: ShownSide, cell: Cell) -> tuple[str, ...]:
    """Return the lines about a cell of any other board: its number, as far as it may be told, and where it stands."""
    values = side.boards.of(cell.grid).values
    head = text(f"bubble.{cell.grid.value}", row=cell.row + 1, column=cell.column + 1)
    return () if values is None else (precise(float(values[cell.row, cell.column])), head)


def _covered(side: ShownSide, at: tuple[int, int]) -> tuple[str, str]:
    """Return by how many patches a pixel is covered, and how that comes from its row and its column."""
    scenario = side.result.scenario
    rows, columns = (int(axis_coverage(axes_of(scenario)[axis])[at[axis] + scenario.padding[axis]]) for axis in (0, 1))
    split = text("coverage.split", rows=rows, columns=columns)
    if rows * columns:
        return text("coverage.one") if rows * columns == 1 else text("coverage.many", count=rows * columns), split
    left_over = bool(side.result.uncovered.left_over[at[0] + scenario.padding[0], at[1] + scenario.padding[1]])
    return text(f"coverage.none.{'left over' if left_over else 'skipped'}"), split


def _pixel(side: ShownSide, moment: Moment, at: tuple[int, int], alone: bool) -> tuple[str, ...]:
    scenario = side.result.scenario
    rows, columns = scenario.image_size
    inside = 0 <= at[0] < rows and 0 <= at[1] < columns
    value = float(scenario.image[at]) if inside else _in_padding(side, at)
    head = text("bubble.pixel", row=at[0] + 1, column=at[1] + 1) if inside else _padding_words(side, at)
    if side.covered:
        return (*_covered(side, at), text("bubble.value", pixel=head, value=full(value)) if inside else head)
    if side.mixed and not alone:
        return _mixed(side, at, head)
    lines = [full(value), head]
    over = None if alone or not scenario.sees else weight_over(at, side.result.scenario, moment.cell)
    if scenario.layer.pooling is not None:
        now = () if over is None else (text("bubble.window"),)
        lines = [*_pooled_pixel(scenario, scenario.layer.pooling, at, head), *now]
    elif over is not None:
        lines.append(_product_words(side, "bubble.now", value, float(scenario.kernel[over])))
    if side.told and not alone:
        lines.append(_feeds(side, at))
    return tuple(lines)


def _pooled_pixel(scenario: Scenario, pooling: Pooling, at: tuple[int, int], head: str) -> tuple[str, str]:
    """Return what a window meets at a place of the image, and what that is: a pixel, or padding in which none wins."""
    from .pooled import is_beyond, is_counted, is_pixel, padding_text  # most layers have kernels

    if is_pixel(scenario, at):
        return full(float(scenario.image[at])), head
    if is_beyond(scenario, at):
        return padding_text(scenario, pooling, at), text("bubble.padding.beyond")
    if pooling.kind == "max":
        return padding_text(scenario, pooling, at), text("bubble.padding.never")
    counted = is_counted(scenario, pooling, at)
    return padding_text(scenario, pooling, at), text("bubble.padding.counted" if counted else "bubble.padding.left_out")


def _mixed(side: ShownSide, at: tuple[int, int], head: str) -> tuple[str, ...]:
    """Return the lines about a pixel of the colour picture: its values, and what a stroke or a typed number sets."""
    rows, columns = side.result.scenario.padding
    values = (full(float(channel[at[0] + rows, at[1] + columns])) for channel in side.result.padded_images)
    said = ", ".join(f"{letter} {value}" for letter, value in zip("RGB", values, strict=True))
    inside = all(0 <= place < size for place, size in zip(at, side.result.scenario.image_size, strict=True))
    return (said, head, text("bubble.mixed")) if inside else (said, head)


def _in_padding(side: ShownSide, at: tuple[int, int]) -> float:
    """Return the number that stands at a place of the padding."""
    rows, columns = side.result.scenario.padding
    return float(side.result.padded_image[at[0] + rows, at[1] + columns])


def _padding_words(side: ShownSide, at: tuple[int, int]) -> str:
    """Return what a padding pixel is: a number that is always the same, or which pixel it repeats."""
    scenario = side.result.scenario
    source = repeated(scenario, at)
    if source is None:
        return text("bubble.padding", value=full(scenario.layer.padding.fill))
    mode = text(f"padding.mode.{scenario.layer.padding.mode}")
    return text("bubble.repeats", mode=mode, row=source[0] + 1, column=source[1] + 1)


def _feeds(side: ShownSide, at: tuple[int, int]) -> str:
    scenario = side.result.scenario
    if not scenario.sees:
        return text("bubble.feeds.not_seen", filter=scenario.filter + 1)
    count = len(cells_fed_by(scenario, at))
    if count:
        return text("bubble.feeds.one") if count == 1 else text("bubble.feeds", count=count)
    rows, columns = scenario.padding
    left_over = bool(side.result.uncovered.left_over[at[0] + rows, at[1] + columns])
    return text(f"bubble.feeds.none.{'left over' if left_over else 'skipped'}")


def _weight(side: ShownSide, moment: Moment, at: tuple[int, int]) -> tuple[str, ...]:
    del moment
    count = len(pixels_touched_by_weight(side.result.scenario, at))
    touches = text("bubble.touches.one") if count == 1 else text("bubble.touches", count=count)
    head = text("bubble.weight", row=at[0] + 1, column=at[1] + 1)
    lines = (full(float(side.result.scenario.kernel[at])), head)
    return (*lines, touches) if side.sized else lines


def _product(side: ShownSide, moment: Moment, at: tuple[int, int]) -> tuple[str, ...]:
    if side.result.scenario.layer.pooling is not None:
        return _in_patch(side, side.result.scenario.layer.pooling, moment, at)
    head = text("bubble.product", row=at[0] + 1, column=at[1] + 1)
    if moment.patch is None or moment.products is None or not moment.blended[at]:
        return head, text("bubble.product.later")
    weights = side.result.scenario.kernel[at[0]].tolist()
    pixels = moment.patch[at[0]].tolist()
    terms = " + ".join(f"{full(pixel)} × {_factor(weight)}" for pixel, weight in zip(pixels, weights, strict=True))
    pixel, weight = pixels[at[1]], weights[at[1]]
    lines = precise(float(moment.products[at])), head, _product_words(side, "bubble.product.is", pixel, weight)
    return lines if len(weights) > MOST_TERMS or len(weights) < 2 else (*lines, text("bubble.row", terms=terms))


def _in_patch(side: ShownSide, pooling: Pooling, moment: Moment, at: tuple[int, int]) -> tuple[str, ...]:
    """Return the lines about a cell of the patch of a pooling: what it is, where in the patch, and which pixel."""
    from .pooled import places_of, winning  # most layers have kernels

    scenario, head = side.result.scenario, text("bubble.patch", row=at[0] + 1, column=at[1] + 1)
    if moment.cell is None or moment.patch is None:
        return (head,)
    place = places_of(scenario, moment.cell)[at[0] * scenario.kernel_size[1] + at[1]]
    value, what = _pooled_pixel(scenario, pooling, place, text("bubble.pixel", row=place[0] + 1, column=place[1] + 1))
    won = winning(side.result, moment) if side.asked is None else None
    return (value, head, what, *((text("bubble.wins"),) if won is not None and won[0] == at else ()))


def _product_words(side: ShownSide, words: str, pixel: float, weight: float) -> str:
    """Return a product as an equation, with all digits; one that no decimal is, as of 1/9, is rounded at its end."""
    product = float(side.result.arithmetic.products(pixel, weight))
    sign = equals(*(is_decimal(value) for value in (pixel, weight, product)))
    return text(words, pixel=full(pixel), weight=_factor(weight), sign=sign, product=precise(product))


def _factor(value: float) -> str:
    written = full(value)
    return f"({written})" if written.startswith(MINUS) else written


def _output(side: ShownSide, moment: Moment, at: tuple[int, int]) -> tuple[str, ...]:
    scenario, board = side.result.scenario, side.boards.output
    if board.values is None:
        return ()
    step = at[0] * scenario.output_size[1] + at[1]
    head = text("bubble.output", row=at[0] + 1, column=at[1] + 1)
    made = text("bubble.made", step=int(position_of(scenario, scenario.filter, step)) + 1)
    go = text("bubble.go" if side.side is Side.A else "compare.go")
    if scenario.chain is not None and side.side is Side.A:
        go = f"{go}  {text('bubble.trace')}"
    if at == side.asked and side.placed:
        return text("predict.hidden"), head, made
    if step >= moment.made and not (step == moment.step and moment.reveal > 0):
        return head, made, go
    total = _made_of(scenario) if scenario.layer.pooling is None else _pooled_of(scenario, scenario.layer.pooling, at)
    return precise(float(board.values[at])), head, f"{total}, {made}", go


def _pooled_of(scenario: Scenario, pooling: Pooling, at: tuple[int, int]) -> str:
    """Return what an output cell of a pooling is: the largest, or the mean, of so many numbers."""
    from .pooled import inside  # most layers have kernels

    counted = inside(scenario, at).sum() if pooling.kind == "max" else pooling.counts(scenario.image_size)[at]
    count = int(counted)
    name = f"bubble.{pooling.kind}"
    return text(f"{name}.one") if count == 1 else text(name, count=count)


def _made_of(scenario: Scenario) -> str:
    """Return what an output cell is the sum of, and what is made of that: "sum of 12 products, then ReLU"."""
    layer, count = scenario.layer, int(scenario.layer.weights[0].size)
    total = text("bubble.sum.one") if count == 1 else text("bubble.sum", count=count)
    if layer.bias[scenario.filter]:
        total = text("bubble.sum.bias", sum=total)
    if layer.activation == "none":
        return total
    return text("bubble.sum.activation", activation=text(f"activation.{layer.activation}"), sum=total)
