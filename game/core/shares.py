"""Softmax in a walk: sums stand in the cells until the last one is made, then all become shares at once.

A share depends on the sums of all maps, so no step can make one. Two results of the same scenario stand for that: one
whose maps are the sums, and the whole one, whose maps are the shares.
"""

from __future__ import annotations

from .chain import SOFTMAX
from .grid import frozen
from .result import Result

_SUMS, _WHOLE = "sums before their shares", "whole"


def has_shares(result: Result) -> bool:
    """Tell whether the maps of a result are shares of 1, or will be."""
    return result.scenario.layer.activation == SOFTMAX


def before_shares(result: Result) -> Result:
    """Return the result of the same scenario, with the same in front, whose maps are the sums; kept with it."""
    if not has_shares(result) or waits(result):
        return result
    known = result.beside
    if _SUMS not in known:
        sums = Result(result.scenario, result.sums, result.padded_images, result.arithmetic, result.latest)
        maps = tuple(map(frozen, result.sums))
        sums.__dict__.update(beside=known, maps=maps, slide=result.slide)
        known[_SUMS], known[_WHOLE] = sums, result
    return _of(result, _SUMS)


def whole(result: Result) -> Result:
    """Return the result whose maps are the shares, with the same in front; any other result is whole."""
    return _of(result, _WHOLE) if waits(result) else result


def waits(result: Result) -> bool:
    """Tell whether the maps of a result are sums that will become shares."""
    sums = result.beside.get(_SUMS)
    return isinstance(sums, Result) and result.maps is sums.maps


def _of(result: Result, kept: str) -> Result:
    found = result.beside[kept]
    assert isinstance(found, Result)
    return found.at(result.scenario.channel, result.scenario.filter)
