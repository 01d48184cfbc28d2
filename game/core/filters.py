"""Kernels and sets of filters by name with any numbers of both: what a new filter holds, which name fits."""

from __future__ import annotations

import numpy as np

from . import filter_sets, kernels
from .channel_streams import random_filters, random_kernel
from .errors import check_applies, check_known
from .grid import Pair, checked_whole, frozen
from .limits import CHANNELS, FILTERS
from .tensors import Filters, Tensor

NAMES = (*kernels.NAMES, *filter_sets.NAMES)
"""Of all kernels, single ones before sets of filters."""
RANDOM = (*kernels.RANDOM, *filter_sets.RANDOM)
"""Those that depend on the seed."""
INTEGERS, SIGNED = "integers", "random signed"
"""The random kernels that new filters are made of: among whole weights whole ones, else hundredths."""


def make(name: str, shape: tuple[int, int, int, int], seed: int) -> Filters:
    """Return what a name stands for, shape (filters, channels of a group, rows, columns).

    A random one has other numbers in each kernel, and the first kernel is the single one of that name. Any other single
    kernel is the same for every channel and filter. A set that has fewer filters than that does not apply ("fewer
    filters"), of one that has more these are the first. Raises UnknownName, NotWhole, OutOfRange or DoesNotApply.
    """
    filters, channels, size = _split(shape)
    check_applies(name, reason_against(name, shape))
    single = filter_sets.RANDOM.get(name, name)
    if single in kernels.RANDOM:
        return random_filters(single, (filters, channels, *size), seed)
    if name in kernels.NAMES:
        return frozen(np.tile(kernels.make(name, size, seed), (filters, channels, 1, 1)))
    return frozen(filter_sets.make(name, channels, size, seed)[:filters])


def reason_against(name: str, shape: tuple[int, int, int, int]) -> str | None:
    """Return why the name makes no sense for weights of this shape, or None if it does.

    The reasons are those of `kernels` and `filter_sets`, and "fewer filters": the set has not so many.
    """
    filters, channels, size = _split(shape)
    check_known("kernel", name, NAMES)
    if name in kernels.NAMES:
        return kernels.reason_against(name, size)
    fewer = filter_sets.filters_of(name, channels, filters) < filters
    return filter_sets.reason_against(name, channels, size) or ("fewer filters" if fewer else None)


def recognise(weights: Filters, seed: int) -> str:
    """Return the name of the kernel, or set of filters, that has exactly these weights with this seed, or "".

    One kernel has the name of a kernel, several that of a set, and of a kernel where no set has them. A set has its
    name only with all of its filters.
    """
    filters, channels, rows, columns = weights.shape
    shape = filters, channels, rows, columns
    if filters == channels == 1:
        return kernels.recognise(weights[0, 0], seed)
    whole = (name for name in filter_sets.NAMES if filter_sets.filters_of(name, channels, filters) == filters)
    single = kernels.NAMES if (weights == weights[:1, :1]).all() else kernels.RANDOM  # others are the same everywhere
    fitting = (name for name in (*whole, *single) if reason_against(name, shape) is None)
    return next((name for name in fitting if _is(weights, name, shape, seed)), "")


def recognise_filter(weights: Filters, number: int, seed: int) -> str:
    """Return the name of the kernel that one filter, from 0, is: the same for all channels, or random ones; or ""."""
    own = weights[number]
    if (own == own[0]).all() and (name := kernels.recognise(own[0], seed)) not in kernels.RANDOM:
        return name
    places = [(number, channel) for channel in range(len(own))]  # the first that differs is enough
    return next(
        (
            name
            for name, (*_, parts) in kernels.RANDOM.items()
            if (np.rint(own * parts) / parts == own).all()  # no field is made for weights that were learned
            and all(np.array_equal(random_kernel(name, at, own.shape[1:], seed), own[at[1]]) for at in places)
        ),
        "",
    )


def _is(weights: Filters, name: str, shape: tuple[int, int, int, int], seed: int) -> bool:
    """Tell whether weights are the named ones; random kernels are made only where the first one is theirs."""
    first = make(name, (1, 1, *shape[2:]), seed) if name in RANDOM else weights[:1, :1]
    return np.array_equal(first, weights[:1, :1]) and np.array_equal(make(name, shape, seed), weights)


def with_filters(
    weights: Filters, bias: Tensor, channels: int, filters: int, name: str, seed: int
) -> tuple[Filters, Tensor]:
    """Return weights and biases for so many channels of a group and so many filters, both 1 … 16.

    What is there stays as it is, and the last ones go first; a new bias is 0. New kernels are what the name stands for:
    random weights go on from the seed, and a set gets back what it had lost. A filter that is one kernel by name, such
    as Sobel right, is that kernel for a new channel too; a set of red, green and blue has 0 for a further one. All
    others come from the seed, each from a stream that is called by its place: small integers among whole weights, else
    −1 … 1 in hundredths. So a new filter makes a map that no other does. Raises NotWhole or OutOfRange.
    """
    checked_whole(channels, "channels", CHANNELS)
    checked_whole(filters, "filters", FILTERS)
    kept = weights[:filters, :channels]
    shape = filters, channels, int(weights.shape[2]), int(weights.shape[3])
    found = _by_name(name, shape, seed)
    if found is None:
        whole = bool((weights == np.rint(weights)).all())
        found = random_filters(INTEGERS if whole else SIGNED, shape, seed).copy()
    for number, kernel in enumerate(kept):
        if _is_one_kernel(kernel, found[number], seed):
            found[number] = kernel[0]
    _go_on_with_set(found, len(kept), name, seed)
    found[: kept.shape[0], : kept.shape[1]] = kept
    biases = np.zeros(filters)
    biases[: len(kept)] = bias[:filters]
    return frozen(found), frozen(biases)


def _by_name(name: str, shape: tuple[int, int, int, int], seed: int) -> Filters | None:
    """Return the weights of a random name, which go on for ever, as an array that may be changed; None for others."""
    return make(name, shape, seed).copy() if name in RANDOM else None


def _is_one_kernel(kernels_there: Tensor, made: Tensor, seed: int) -> bool:
    """Tell whether a filter is the same kernel by name for all channels that it has, and not what its seed made."""
    alike = bool((kernels_there == kernels_there[0]).all())
    if not alike or np.array_equal(kernels_there, made[: len(kernels_there)]):
        return False
    return kernels.recognise(kernels_there[0], seed) not in ("", *kernels.RANDOM)


def _go_on_with_set(found: Filters, kept: int, name: str, seed: int) -> None:
    """Put what a drawn set holds into the weights: its filters, or 0 for channels that it does not know."""
    if name not in filter_sets.DRAWN:
        return
    filters, channels, rows, columns = found.shape
    if filter_sets.reason_against(name, channels, (rows, columns)) is None:
        drawn = filter_sets.make(name, channels, (rows, columns), seed)[:filters]
        found[: len(drawn)] = drawn
    else:
        found[:kept] = 0.0


def _split(shape: tuple[int, int, int, int]) -> tuple[int, int, Pair]:
    filters, channels, rows, columns = shape
    return (
        checked_whole(filters, "filters", FILTERS),
        checked_whole(channels, "channels", CHANNELS),
        (rows, columns),
    )
