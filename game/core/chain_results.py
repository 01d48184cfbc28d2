"""The results of all layers of a scenario: those before the one in focus, its own, and those behind it.

They are handed on from one result of the scenario to the next: where an image, a kernel or a setting has changed, only
what follows from it is new, and of maps in which a few cells differ only what they feed.
"""

from __future__ import annotations

from ..value import Single
from .chain import operation_of_layer, same_grids
from .chained import focus_of, layers_of, over_maps, plain_over, source_of
from .grid import Grid
from .operations import Operation
from .result import Result, result_of
from .shares import whole
from .tensors import Tensor
from .updates import updated

KEPT, BEFORE, AHEAD = "chain_results", "chain_results_before", "chain_results_ahead"
"""Under which names a result keeps those of its chain, those of the result before it, and those of the one to come."""


class ChainResults(Single):
    """The results of all layers, from the first to the last; focus: which is in focus, from 0.

    Scenarios of the others are those of one layer alone, over the maps of the one before.
    """

    results: tuple[Result, ...]
    focus: int

    @property
    def outputs(self) -> tuple[tuple[Grid, ...], ...]:
        """The maps of each layer after its activation."""
        return tuple(result.maps for result in self.results)

    @property
    def sums(self) -> tuple[Tensor, ...]:
        """The sums of each layer before its activation, shape (filters, rows, columns), read-only."""
        return tuple(result.sums for result in self.results)


def chain_results(result: Result) -> ChainResults:
    """Return the results of all layers of a result's scenario; worked out once, from those before it where they are."""
    known, result = result.beside, whole(result)
    if KEPT not in known:
        known[KEPT] = _worked_out(result, _of_chain(known.pop(BEFORE, None)))
    found = _of_chain(known[KEPT])
    assert found is not None
    return found


def _of_chain(kept: Single | None) -> ChainResults | None:
    return kept if isinstance(kept, ChainResults) else None


def handed_on(before: Result, after: Result) -> Result:
    """Return a result that can make the results of its chain from those of the result before it."""
    ahead = before.beside.pop(AHEAD, None)
    known = ahead or before.beside.get(KEPT) or before.beside.get(BEFORE)
    if known is not None and after is not before and KEPT not in after.beside:
        after.beside[BEFORE] = known
    return after


def worked_ahead(result: Result, first: tuple[Result, ...]) -> None:
    """Let the next result that `handed_on` makes take the results of the first layers from here, where they fit it.

    They have been worked out already to know what comes to the layer in focus.
    """
    known = chain_results(result)
    result.beside[AHEAD] = ChainResults((*first, *known.results[len(first) :]), known.focus)


def _worked_out(result: Result, before: ChainResults | None) -> ChainResults:
    """Return the results of all layers; what is the same as before is taken from there."""
    scenario, layers = result.scenario, layers_of(result.scenario)
    focus, channels, found = focus_of(scenario), source_of(scenario).channels, []
    for number, layer in enumerate(layers):
        known = None if before is None or number >= len(before.results) else before.results[number]
        own = result if number == focus else _result_over(channels, layer, known)
        found.append(own)
        channels = own.maps
    return ChainResults(tuple(found), focus)


def _result_over(channels: tuple[Grid, ...], layer: Operation, known: Result | None) -> Result:
    """Return the result of a layer alone over maps; from a known one where that is of the same layer."""
    if known is None or operation_of_layer(known.scenario.layer) != layer:
        return result_of(plain_over(channels, layer))
    if same_grids(known.scenario.pixels, channels):
        return known
    if len(known.scenario.pixels) != len(channels) or known.scenario.pixel_size != channels[0].shape:
        return result_of(plain_over(channels, layer))
    return updated(known, known.scenario.over(channels))


def in_focus(result: Result, number: int) -> Result:
    """Return the result of the same network with another layer in focus, from 0; nothing is worked out again."""
    found, scenario = chain_results(result), result.scenario
    if number == found.focus:
        return result
    before = found.results[number - 1].maps if number else source_of(scenario).channels
    own = found.results[number]
    there = over_maps(scenario, layers_of(scenario), number, source_of(scenario), before)
    moved = Result(there, own.sums, own.padded_images, own.arithmetic)
    moved.beside[BEFORE] = found
    return moved
