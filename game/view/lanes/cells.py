"""How large the cells of a layer's grids have to be for their numbers, whichever channel, filter and step is shown."""

from __future__ import annotations

from functools import lru_cache

from ...session.facts.layers import LayerFacts
from ...ui.cache import Same
from ...ui.typeface import SMALLEST_NUMBER, Typeface
from ...words.numbers import decimals_of
from ..frame import StillFrame
from ..numbers import gap_of, shown
from .looks import lessened

Texts = tuple[str, ...]


def cells_of(frame: StillFrame, layer: LayerFacts) -> tuple[tuple[int, int, int], int]:
    """Return the cells of image, lanes and map, in device pixels, in which the widest numbers of each can be read.

    They are those of all channels and filters: else the places would jump as the walk goes on. Beside them stands the
    cell of lanes with one decimal less (see `looks.lessened`).
    """
    scenario, board, chosen = frame.side.result.scenario, frame.side.boards.output, frame.still.settings.decimals
    numbers = Same(scenario.tensor), Same(scenario.layer.weights), scenario.layer.padding.fill, chosen
    pixels, made = _texts(*numbers, less=False)
    sign = 1 if layer.activation in ("relu", "sigmoid") else -1
    output = (shown(sign * board.magnitude, board.decimals),)
    cells = _cell(frame.type, pixels), _cell(frame.type, pixels + made), _cell(frame.type, output)
    return cells, _cell(frame.type, sum(_texts(*numbers, less=True), ()))


@lru_cache(maxsize=8)
def _texts(tensor: Same, weights: Same, fill: float, chosen: int | None, less: bool) -> tuple[Texts, Texts]:
    """Return texts as wide as the widest of pixels, and of weights and products; `fill`: the padding's pixel.

    less: with one decimal less, where that may be.
    """
    low, high = min(fill, float(tensor.thing.min())), max(fill, float(tensor.thing.max()))
    least, most = float(weights.thing.min()), float(weights.thing.max())
    pixels = max(decimals_of(tensor.thing, chosen), decimals_of([fill], chosen))
    factors = decimals_of(weights.thing, chosen)
    products = max(pixels, factors) if chosen is None else min(chosen, pixels + factors)
    if less:
        pixels, factors, products = (lessened(decimals, chosen) for decimals in (pixels, factors, products))
    made = [shown(weight, factors) for weight in (least, most)]
    made += [shown(pixel * weight, products) for pixel in (low, high) for weight in (least, most)]
    return (shown(low, pixels), shown(high, pixels)), tuple(made)


def _cell(typeface: Typeface, texts: Texts) -> int:
    """Return the least cell in which all of some texts can be read."""
    widest = max(typeface.width(words, SMALLEST_NUMBER, True) for words in texts)
    return widest + gap_of(typeface, SMALLEST_NUMBER)
