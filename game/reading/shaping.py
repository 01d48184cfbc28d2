"""Nested lists of words as an array of numbers, in the shape that an image, channels or filters may have."""

from __future__ import annotations

import math

import numpy as np

from ..core.grid import Grid, checked_whole, frozen
from ..core.limits import CHANNELS, FILTERS, IMAGE_SIZE, PICTURE_SIZE
from ..words.numbers import full, size_text
from .draft import Draft
from .errors import NotRead
from .lists import Tree
from .number_text import TRUTHS, number_of, plain_values
from .numbers import Numbers

COLOURS = (3, 4)
"""Channels that pictures have, which many programs put last."""
LARGEST = int(PICTURE_SIZE.high)
MOST_IN_ROW = 3 * LARGEST**2 + 1
"""Numbers of one row or column; in some files the largest image in colour stands in one, behind a label."""
LONGEST_ROW = int(IMAGE_SIZE.high)
"""Numbers that one row or column has before it is taken for a square that was laid out flat, if it is one."""
MOST = 1_100_000
"""Numbers; sixteen of the largest grids have 1,048,576."""


def numbers_from(tree: Tree, draft: Draft) -> Numbers:
    """Return lists of words as numbers, scaled and shaped as the draft says. Raises NotRead or OutOfRange."""
    shape = _shape_of(tree)
    values = _filters_first(_values_of(tree, shape, draft).reshape(shape), draft)
    values = _reshaped(_channels_first(_squeezed(values), draft), draft)
    turned = draft.turned != (draft.transposed and max(len(shape), len(draft.shape)) > 1)
    values = values.swapaxes(-1, -2) if turned else values
    values = _as_image(values, draft)
    _check_size(values)
    return Numbers(frozen(_scaled(values, draft) + 0.0), tuple(draft.remarks))


def _shape_of(tree: Tree) -> tuple[int, ...]:
    """Return the lengths of lists, all of which have to be equal at each depth."""
    shape: list[int] = []
    level: list[Tree] = [tree]
    while level and set(map(type, level)) == {list}:
        lengths = [len(each) for each in level]
        odd = next((place for place, length in enumerate(lengths) if length != lengths[0]), None)
        if odd is not None:
            raise _uneven(shape, odd, lengths)
        shape.append(lengths[0])
        level = [item for each in level for item in each]
        if len(level) > MOST:
            raise NotRead("too many")
    if not level:
        raise NotRead("empty")
    if any(isinstance(each, list) for each in level):
        raise NotRead("mixed", sign=str(next(each for each in level if isinstance(each, str))))
    return tuple(shape)


def _uneven(shape: list[int], odd: int, lengths: list[int]) -> NotRead:
    """Return what is said of a list that is longer or shorter than the first."""
    per_grid = shape[-1]
    place = (odd // per_grid + 1 if len(shape) > 1 else 0, odd % per_grid + 1, 0)
    return NotRead("ragged", place, found=lengths[odd], needed=lengths[0])


def _values_of(tree: Tree, shape: tuple[int, ...], draft: Draft) -> Grid:
    """Return all numbers, in one row; an empty word is 0, and that is said."""
    words: list[Tree] = [tree]
    for _ in shape:
        words = [item for each in words for item in each]
    plain = plain_values(words)  # type: ignore[arg-type]  # `shape` says that these are words
    if plain is not None:
        return np.array(plain)
    values = np.zeros(len(words))
    empty, truths = 0, False
    for place, word in enumerate(words):
        value = 0.0 if word == "" else number_of(str(word))
        if value is None:
            raise _no_number(str(word), place, shape)
        empty += word == ""
        truths = truths or word in TRUTHS
        values[place] = value
    if empty == len(words):
        raise NotRead("empty")
    if truths:
        draft.say("truths")
    if empty:
        draft.say("empty" if empty == 1 else "empty.many", count=empty)
    return values


def _no_number(word: str, place: int, shape: tuple[int, ...]) -> NotRead:
    """Return what is said of a word that is no number."""
    columns = shape[-1] if shape else 1
    row, column = divmod(place, columns)
    rows = shape[-2] if len(shape) > 1 else 1
    grid = row // rows + 1 if len(shape) > 2 and math.prod(shape[:-2]) > 1 else 0
    reason = "shortened" if set(word) == {"."} else "sign"
    return NotRead(reason, (grid, row % rows + 1, column + 1), sign=word)


def _squeezed(values: Grid) -> Grid:
    """Return an array without those lengths of 1 that make it no image, no channels and no filters."""
    while values.ndim > 2 and values.shape[0] == 1:
        values = values[0]
    while values.ndim > 4 and 1 in values.shape:
        values = values.squeeze(values.shape.index(1))
    return values


def _filters_first(values: Grid, draft: Draft) -> Grid:
    """Return weights of TensorFlow in the order in which all others have them."""
    if values.ndim != 4 or not draft.filters_last:
        return values
    draft.say("filters last")
    return values.transpose(3, 2, 0, 1)


def _channels_first(values: Grid, draft: Draft) -> Grid:
    """Return three lengths of which the last is that of the channels as channels, or as a grid where it is 1.

    The first is that of the channels wherever this can be.
    """
    if values.ndim != 3 or not draft.in_brackets:
        return values
    rows, columns, last = values.shape
    if last == 1 and rows > 1 and columns > 1:
        return values[:, :, 0]
    if last in COLOURS and (draft.pixels or min(rows, columns) > CHANNELS.high):
        draft.say("colours last")
        return np.moveaxis(values, -1, 0)
    return values


def _reshaped(values: Grid, draft: Draft) -> Grid:
    """Return the numbers in the shape that the text says, if they stand in one row."""
    shape = draft.shape
    if values.ndim < 2:
        values = values.reshape(1, -1)
    if not shape or values.shape[:-1].count(1) != values.ndim - 1:
        return values
    if shape.count(-1) == 1 and -math.prod(shape):
        shape = tuple(values.size // -math.prod(shape) if length == -1 else length for length in shape)
    if math.prod(shape) != values.size or min(shape) < 1:
        raise NotRead("count", found=values.size, needed=math.prod(shape))
    if draft.by_column:
        turned = values.reshape(shape[::-1])
        return _squeezed(turned.swapaxes(-1, -2)) if len(shape) > 1 else values
    shaped = _squeezed(values.reshape(shape))
    return shaped if shaped.ndim > 1 else shaped.reshape(1, -1)


def _as_image(values: Grid, draft: Draft) -> Grid:
    """Return one row, or column, that is too long for an image as the square image that it holds.

    784 numbers are 28 × 28, 785 the same behind a label; three such squares are the channels of a colour image.
    """
    count = values.size
    if values.ndim > 2 or count <= LONGEST_ROW or min(values.shape) > 1:
        return values
    for label in (0, 1):
        for channels in (1, 3):
            side = math.isqrt((count - label) // channels)
            labelled = not label or (side >= 12 and float(values.flat[0]).is_integer())
            if labelled and side <= LARGEST and channels * side * side == count - label:
                square = values.ravel()[label:].reshape(channels, side, side)
                draft.say("square.label" if label else "square", count=count, size=size_text((side, side)))
                return square if channels > 1 else square[0]
    return values


def _check_size(values: Grid) -> None:
    """Raise NotRead or OutOfRange where something is longer than it may be."""
    if values.ndim > 4:
        raise NotRead("deep")
    counts = {3: ((CHANNELS, "channels"),), 4: ((FILTERS, "filters"), (CHANNELS, "channels"))}.get(values.ndim, ())
    for count, (allowed, name) in zip(values.shape, counts, strict=False):
        checked_whole(count, name, allowed)
    rows, columns = values.shape[-2:]
    if max(rows, columns) > LARGEST:
        raise NotRead("rows" if rows > LARGEST else "columns", found=size_text((rows, columns)), needed=LARGEST)


def _scaled(values: Grid, draft: Draft) -> Grid:
    """Return the numbers times the factors, and by the divisors; what was done is said."""
    factors = [*draft.factors, *([(float(values.sum()), True)] if draft.by_sum else [])]
    for factor, below in factors:
        if (below and not factor) or not math.isfinite(factor):
            raise NotRead("sign", sign="/ 0")
        values = values / factor if below else values * factor
        draft.say("divided" if below else "times", factor=full(factor))
    if not np.isfinite(values).all():
        raise NotRead("sign", sign="∞")
    return values
