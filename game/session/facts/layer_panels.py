"""The facts of a layer's panels: the map of its kernels, and its padding."""

from __future__ import annotations

from ...core.limits import Range
from ...core.padding import AMOUNTS, SIDES, Padding
from ...core.padding_choices import named_amount, problems, side_range
from ...core.scenario import Pair
from ...value import Value
from ...words.sentences import sentence_for
from ..interface import PANELS
from ..state import StillState
from .around import letter_of


class KernelMapFacts(Value):
    """Of the map of kernels: the letters of the channels, how many filters and groups, the size of each kernel.

    scrolled: how far the panel is, in units.
    """

    letters: tuple[str, ...]
    filters: int
    groups: int
    size: Pair
    scrolled: float = 0.0


class PaddingFacts(Value):
    """Of the padding: how much stands on each side and what it is, and what it may be.

    allowed: of each side, in the order of `core.padding.SIDES`, with all else as it is.
    reasons: why a mode, or an amount by its name, is impossible now: the error's sentence, by the name.
    amounts: what each amount by its name would be, where it is possible.
    locked: a tour keeps it as it is. scrolled: how far the panel is, in units. pooling: "max" or "average",
    around which no number stands, or "".
    transposed: it is what a transposed convolution cuts off, which has amounts alone.
    """

    padding: Padding
    allowed: tuple[Range, ...]
    reasons: dict[str, str]
    amounts: dict[str, Padding]
    locked: bool
    scrolled: float = 0.0
    pooling: str = ""
    transposed: bool = False


def kernel_map_facts(state: StillState) -> KernelMapFacts:
    """Return the facts of the map of kernels, of the side in focus."""
    scenario = state.front_of(state.compare.focus)
    layer, channels = scenario.layer, len(scenario.channels)
    letters = tuple(letter_of(channel, scenario) for channel in range(channels))
    scrolled = state.interface.scrolled(PANELS["kernel map"])
    return KernelMapFacts(letters, layer.filters, layer.groups, layer.kernel_size, scrolled)


def padding_facts(state: StillState) -> PaddingFacts:
    """Return the facts of the padding, of the side in focus."""
    scenario = state.front_of(state.compare.focus)
    layer, size = scenario.layer, scenario.pixel_size
    return PaddingFacts(
        padding=layer.chosen_padding,
        allowed=tuple(side_range(layer, size, side) for side in SIDES),
        reasons={name: sentence_for(problem) for name, problem in problems(layer, size).items()},
        amounts={} if layer.is_transposed else {name: named_amount(layer, size, name) for name in AMOUNTS},
        transposed=layer.is_transposed,
        locked=state.tour is not None and "padding" in state.tour.stop.locked,
        scrolled=state.interface.scrolled(PANELS["padding sides"]),
        pooling="" if layer.pooling is None else layer.pooling.kind,
    )
