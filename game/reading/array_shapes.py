"""Which shape the numbers of an array are taken in: a grid, channels or filters, and what is said of that."""

from __future__ import annotations

from math import isqrt, prod

import numpy as np

from ..core.limits import CHANNELS, FILTERS, IMAGE_SIZE, PICTURE_SIZE
from ..core.tensors import Tensor
from .array_problems import ArrayProblem
from .numbers import Remark

Shape = tuple[int, ...]
COLOURS = 3
"""Channels of an image in colour."""
LIMITS = (FILTERS, CHANNELS, PICTURE_SIZE, PICTURE_SIZE)
"""Of filters, channels, rows and columns: the lengths that each dimension may have, the last one being columns."""


def checked_shape(shape: Shape) -> Shape:
    """Return the shape that numbers are taken in: of two, three or four dimensions, each as long as it may be.

    Dimensions of 1 before and after are left out, as long as two remain. Numbers in a row are one row, or a square
    image where they are many and fill one. Raises ArrayProblem: "array_empty", "array_dimensions" or "array_too_large".
    """
    if prod(shape) == 0:
        raise ArrayProblem("array_empty", shape=shown(shape))
    found = _bare(shape)
    if len(found) > len(LIMITS):
        raise ArrayProblem("array_dimensions", shape=shown(shape))
    allowed = LIMITS[len(LIMITS) - len(found) :]
    if not all(limit.holds(length) for limit, length in zip(allowed, found, strict=True)):
        raise ArrayProblem("array_too_large", shape=shown(found), side=PICTURE_SIZE.high, most=CHANNELS.high)
    return found


def _has_one_weight(shape: Shape) -> bool:
    """Tell whether a shape is that of filters of one row and one column."""
    return len(shape) == len(LIMITS) and shape[-2:] == (1, 1)


def with_colours_first(values: Tensor) -> Tensor:
    """Return an image whose colours stand last, as those of most programs do, with its colours as channels."""
    return np.moveaxis(values, -1, 0) if _has_colours_last(values.shape) else values


def _has_colours_last(shape: Shape) -> bool:
    """Tell whether a shape is that of an image in colour and of no channels: it would have too many of them."""
    return len(shape) == 3 and shape[-1] == COLOURS and shape[0] > CHANNELS.high


def remarks_on(before: Shape, after: Shape) -> tuple[Remark, ...]:
    """Return what is to be said of numbers that stood in one shape and were taken in another."""
    if before == after or len(before) == 0 or (len(before) == 1 and after[0] == 1):
        return ()
    if _has_colours_last(before):
        return (Remark("colours last"),)
    if len(before) == 1:
        return (Remark("square", (("count", before[0]), ("size", shown(after)))),)
    return (Remark("ones", (("shape", shown(before)),)),)


def shown(shape: Shape) -> str:
    """Return a shape as sentences have it: "3 × 3", or "1" for a single number."""
    return " × ".join(map(str, shape)) or "1"


def _bare(shape: Shape) -> Shape:
    """Return a shape of two dimensions at least, without those of 1 before and after the others."""
    if len(shape) == 1 and shape[0] > IMAGE_SIZE.high and isqrt(shape[0]) ** 2 == shape[0]:
        return (isqrt(shape[0]),) * 2
    if _has_colours_last(shape):
        return shape[-1:] + shape[:-1]
    found = (1,) * (2 - len(shape)) + shape
    while len(found) > 2 and found[0] == 1:
        found = found[1:]
    while len(found) > 2 and found[-1] == 1 and not _has_one_weight(found):
        found = found[:-1]
    return found
