"""What the numbers and the words of both sides of Compare need, whatever filter, step and stroke is shown."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from ..core.result import Result
from ..ui.arranged import WORDS, Numbers, Widths
from ..ui.frame import SMALL
from ..ui.lane_places import SPARE
from ..ui.typeface import SMALLEST_NUMBER, Typeface
from ..value import Value
from ..words.numbers import AUTOMATIC
from ..words.texts import text
from .frame import StillFrame
from .lanes.cells import BRUSHED, reach_of, step_cells
from .numbers import SHARE, gap_of, shown
from .output import LEGEND_TEXT, legend_apart, scale_button
from .titles import title_words

if TYPE_CHECKING:
    from ..session.facts.shown import ShownSide


class _Sizes(Value):
    """Font sizes of numbers, titles and the legend; what the legend takes beside its words: alone in Present, `button`.

    chosen: decimals that a person has set. most: the widths of words at most.
    """

    least: int
    title: int
    legend: int
    apart: int
    button: int
    chosen: int | None
    most: Widths


def needs_of_both(frame: StillFrame, smallest: int) -> tuple[Numbers, Widths]:
    """Return the cells of image, kernel, products and output that hold their widest numbers, and their titles' widths.

    Below the output's stands the legend. smallest: the least font size in Present; 0 in the window.
    """
    image, kernel, products, output = (most * frame.layout.text for most in WORDS)
    sizes = _Sizes(
        least=max(SMALLEST_NUMBER, smallest),
        title=frame.size(SMALL),
        legend=frame.size(LEGEND_TEXT),
        apart=legend_apart(frame),
        button=scale_button(frame),
        chosen=frame.still.settings.decimals,
        most=(image, kernel, products, output),
    )
    each = tuple((side.result, _decimals(side)) for side in frame.still.sides)
    return _needs(frame.type, each, sizes)


def _decimals(side: ShownSide) -> int:
    """Return the decimals of a side's map; where pixels are between 0 and 1, those that a brush may make."""
    decimals = side.boards.output.decimals
    return max(decimals, AUTOMATIC) if side.result.scenario.white <= 1 and not decimals else decimals


@lru_cache(maxsize=8)
def _needs(typeface: Typeface, sides: tuple[tuple[Result, int], ...], sizes: _Sizes) -> tuple[Numbers, Widths]:
    cells = zip(*(_cells(typeface, *side, sizes) for side in sides), strict=True)
    words = zip(*(_words(typeface, *side, sizes) for side in sides), sizes.most, strict=True)
    image, kernel, products, output = map(max, cells)
    first, second, third, last = (float(min(max(own, other), most)) for own, other, most in words)
    return (image, kernel, products, output), (first, second, third, last)


def _cells(typeface: Typeface, result: Result, decimals: int, sizes: _Sizes) -> Numbers:
    """Return the cells of one side; its map is taken to be as large as any drawing makes it, so that nothing jumps."""
    scenario, least, high = result.scenario, sizes.least, ceil(sizes.least / SHARE)
    each = step_cells(typeface, scenario, sizes.chosen, least)
    pixels, made = (max(high, cell - SPARE) for cell in each)
    if scenario.white <= 1:  # a brush may make decimals of pixels, and so of products
        weights = scenario.layer.weights
        ends = [shown(BRUSHED * factor, AUTOMATIC) for factor in (1.0, weights.min(), weights.max())]
        wide, *others = (typeface.width(words, least, True) + gap_of(typeface, least) for words in ends)
        pixels, made = max(pixels, wide), max(made, wide, *others)
    output = typeface.width(_widest(result, decimals), least, True) + gap_of(typeface, least)
    return pixels, made, made, max(high, output)


def _widest(result: Result, decimals: int) -> str:
    """Return a number as wide as any of a side's maps, whatever is drawn."""
    scenario, activation = result.scenario, result.scenario.layer.activation
    far = max(result.scale, reach_of(scenario, activation))
    factors = scenario.layer.weights.min(), scenario.layer.bias.min(), *(low for low, _ in result.map_ends)
    below = min(factors) < 0
    return shown(-far if below and activation not in ("relu", "sigmoid") else far, decimals)


def _words(typeface: Typeface, result: Result, decimals: int, sizes: _Sizes) -> tuple[int, ...]:
    """Return the widths that the words of one side need, grid by grid."""
    scenario = result.scenario
    titles = [title_words(name, False, scenario.maps_before) for name in ("image", "kernel", "products", "output")]
    if scenario.layer.pooling is not None:
        titles[1] = titles[2] = text("lanes.patch")
    *others, output = (typeface.width(words, sizes.title, True) for words in titles)
    if sizes.button:
        return *others, max(output, sizes.button)
    ends = 2 * typeface.width(_widest(result, decimals), sizes.legend, True)
    between = (text(f"compare.legend.{how}") for how in ("shared", "own"))
    return *others, max(output, ends + max(typeface.width(one, sizes.legend, False) for one in between) + sizes.apart)
