"""Making a list of deeds shorter while it still fails: by kinds and from the front first, then stretch by stretch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from .deeds import Deed

Deeds = list[Deed]


def shortest(deeds: Deeds, fails: Callable[[Deeds], bool], seconds: float) -> Deeds:
    """Return a part of the deeds, in their order, that still fails; the first one, the start, always stays.

    Stops when no single deed can be left out, or when the seconds are over.
    """
    end = time.monotonic() + seconds
    found = deeds
    for candidate in _bold(deeds):
        if len(candidate) < len(found) and time.monotonic() < end and fails(candidate):
            found = candidate
    return _narrowed(_without_kinds(found, fails, end), fails, end)


def _bold(deeds: Deeds) -> Iterator[Deeds]:
    """Yield the start and the last few deeds, ever more of them backwards from few."""
    for count in (4, 16, 64, 256):
        yield [deeds[0], *deeds[1:][-count:]]


def _without_kinds(deeds: Deeds, fails: Callable[[Deeds], bool], end: float) -> Deeds:
    """Leave out whole kinds of deeds, but never the last one."""
    for kind in sorted({deed.kind for deed in deeds[1:]}):
        without = [deeds[0], *(deed for deed in deeds[1:-1] if deed.kind != kind), deeds[-1]]
        if len(without) < len(deeds) and time.monotonic() < end and fails(without):
            deeds = without
    return deeds


def _narrowed(deeds: Deeds, fails: Callable[[Deeds], bool], end: float) -> Deeds:
    """Leave out stretches of half the length, of a quarter, and so on down to single deeds, until nothing more goes.

    This is delta debugging, as A. Zeller and R. Hildebrandt described it in 2002, without its complements.
    """
    size = max(1, len(deeds) // 2)
    while True:
        before, at = len(deeds), 1
        while at < len(deeds):
            if time.monotonic() > end:
                return deeds
            without = deeds[:at] + deeds[at + size :]
            if fails(without):
                deeds = without
            else:
                at += size
        if size == 1 and len(deeds) == before:
            return deeds
        size = max(1, size // 2)
