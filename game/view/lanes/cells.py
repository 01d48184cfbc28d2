"""How large the cells of a layer's grids have to be for their numbers, whichever channel, filter and step is shown."""

from __future__ import annotations

from functools import lru_cache

from ...session.facts.layers import LayerFacts
from ...ui.cache import Same
from ...ui.typeface import SMALLEST_NUMBER, Typeface
from ...words.numbers import decimals_of
from ..frame import StillFrame
from ..numbers import gap_of, shown

Texts = tuple[str, ...]


def cells_of(frame: StillFrame, layer: LayerFacts) -> tuple[int, int, int]:
    """Return the cells of image, lanes and map, in device pixels, in which the widest numbers of each can be read.

    They are those of all channels and filters: else the places would jump as the walk goes on.
    """
    scenario, board, chosen = frame.side.result.scenario, frame.side.boards.output, frame.still.settings.decimals
    pixels, made = _texts(Same(scenario.tensor), Same(scenario.layer.weights), scenario.layer.padding.fill, chosen)
    sign = 1 if layer.activation in ("relu", "sigmoid") else -1
    output = (shown(sign * board.magnitude, board.decimals),)
    return _cell(frame.type, pixels), _cell(frame.type, pixels + made), _cell(frame.type, output)


@lru_cache(maxsize=8)
def _texts(tensor: Same, weights: Same, fill: float, chosen: int | None) -> tuple[Texts, Texts]:
    """Return texts as wide as the widest of pixels, and of weights and products; `fill`: the padding's pixel."""
    low, high = min(fill, float(tensor.thing.min())), max(fill, float(tensor.thing.max()))
    least, most = float(weights.thing.min()), float(weights.thing.max())
    pixels = max(decimals_of(tensor.thing, chosen), decimals_of([fill], chosen))
    factors = decimals_of(weights.thing, chosen)
    products = max(pixels, factors) if chosen is None else min(chosen, pixels + factors)
    made = [shown(weight, factors) for weight in (least, most)]
    made += [shown(pixel * weight, products) for pixel in (low, high) for weight in (least, most)]
    return (shown(low, pixels), shown(high, pixels)), tuple(made)


def _cell(typeface: Typeface, texts: Texts) -> int:
    """Return the least cell in which all of some texts can be read."""
    widest = max(typeface.width(words, SMALLEST_NUMBER, True) for words in texts)
    return widest + gap_of(typeface, SMALLEST_NUMBER)
