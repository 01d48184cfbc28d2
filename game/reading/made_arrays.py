"""The arrays that calls make which a text names: each function reads the match of its pattern in `makers`.

Each looks at how large its array will be before it is made: NotRead ("too many") is raised for larger ones than any
image. None is returned where it is another call.
"""

from __future__ import annotations

import re

import numpy as np

from ..core.grid import Grid
from .errors import NotRead
from .lists import Tree, tree_of
from .number_text import number_of

MOST_MADE = 70_000
"""Numbers that a text may ask for without writing them; the largest grid has 65,536."""


def _array(text: str) -> Grid | None:
    """Return a number, or lists of such, as an array; None for what is neither."""
    return _values(tree_of(re.sub(r"\A\s*[A-Za-z_.]+(?=\()", "", text)))


def _values(tree: Tree) -> Grid | None:
    if isinstance(tree, str):
        value = number_of(tree)
        return None if value is None else np.array(value)
    parts = [_values(each) for each in tree]
    shapes = {None if part is None else part.shape for part in parts}
    return np.array(parts) if len(shapes) == 1 and None not in shapes else None


def _lengths(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d{1,6}", text)))


def _check(*lengths: float) -> None:
    """Raise NotRead where so many numbers are more than may be made."""
    if np.prod(np.array(lengths, dtype=float)) > MOST_MADE:
        raise NotRead("too many")


def _filled(found: re.Match[str], value: float, lengths: tuple[int, ...]) -> Grid | None:
    """Return one number everywhere; MATLAB, which names no library, makes a square of one length."""
    if not lengths or not all(lengths):
        return None
    one = len(lengths) == 1 and not found["library"] and found["shape"].isdigit()
    lengths = lengths * 2 if one else lengths
    _check(*lengths)
    return np.full(lengths, value)


def ones_or_zeros(found: re.Match[str]) -> Grid | None:
    """Return ones or zeros of a shape."""
    return _filled(found, 1.0 if found["name"] == "ones" else 0.0, _lengths(found["shape"]))


def full(found: re.Match[str]) -> Grid | None:
    """Return one number in all places of a shape."""
    value = number_of(re.sub(r"\s", "", found["value"]))
    return None if value is None else _filled(found, value, _lengths(found["shape"]))


def full_row(found: re.Match[str]) -> Grid | None:
    """Return one number, so many times."""
    value, count = number_of(re.sub(r"\s", "", found["value"])), int(found["shape"])
    _check(count)
    return None if value is None or not count else np.full(count, value)


def eye(found: re.Match[str]) -> Grid | None:
    """Return the identity, or ones on another diagonal."""
    lengths = _lengths(found["shape"])
    if not 1 <= len(lengths) <= 2 or not all(lengths):
        return None
    _check(lengths[0], lengths[-1])
    return np.eye(lengths[0], lengths[-1], int(found["k"] or 0))


def diagonal(found: re.Match[str]) -> Grid | None:
    """Return a square with a row on its diagonal."""
    values = _array(found["row"])
    if values is None or values.ndim != 1:
        return None
    _check(values.size, values.size)
    return np.diag(values)


def spaced(found: re.Match[str]) -> Grid | None:
    """Return numbers that follow each other in even steps: arange, linspace, range."""
    numbers = [number_of(word) for word in re.split(r"\s?,\s?", found["numbers"].strip())]
    bounds = [number for number in numbers if number is not None]
    if len(bounds) != len(numbers) or not 1 <= len(bounds) <= 3:
        return None
    start, stop, step = (0.0, bounds[0], 1.0) if len(bounds) == 1 else (*bounds, 1.0)[:3]
    if found["name"] == "linspace":
        count = int(step)
        if len(bounds) != 3 or step != count or count < 1:
            return None
        _check(count)
        return np.linspace(start, stop, count)
    if not step or not (stop - start) / step > 0:
        return None
    _check((stop - start) / step)
    return np.arange(start, stop, step)


def ranges(found: re.Match[str]) -> Grid | None:
    """Return rows of numbers that count, as MATLAB and Julia write them: [1:3; 4:6], [0:2:8]."""
    rows: list[list[float]] = []
    for row in re.split(r"[;\n]", found[0].strip("[] \n;")):
        counts = [_range(word) for word in re.findall(r"[-\d:]+", row)]
        if not counts or not all(counts):
            return None
        _check(sum(map(len, counts)) + sum(map(len, rows)))
        rows.append([float(number) for count in counts for number in count])
    if len({len(row) for row in rows}) != 1:
        return None
    return np.array(rows if len(rows) > 1 else rows[0])


def _range(word: str) -> range:
    """Return start:stop or start:step:stop, its end counted in; an empty one for a step of 0."""
    start, *between, stop = map(int, word.split(":"))
    step = between[0] if between else 1
    return range(start, stop + (1 if step > 0 else -1), step) if step else range(0)


def outer(found: re.Match[str]) -> Grid | None:
    """Return the outer product of two rows."""
    first, second = (_array(found[name]) for name in ("first", "second"))
    if first is None or second is None or max(first.ndim, second.ndim) > 2:
        return None
    if max(first.size, second.size) not in (max(first.shape, default=0), max(second.shape, default=0)):
        return None  # one of them is no row
    _check(first.size, second.size)
    return np.outer(first, second)


def repeated(found: re.Match[str]) -> Grid | None:
    """Return an array, repeated: tile, repeat, repmat."""
    values, times = _array(found["values"]), _lengths(found["times"])
    if values is None or not times or not all(times):
        return None
    if found["name"] == "repeat":
        if len(times) > 1 or (values.ndim > 1 and found["axis"] is None):
            return None
        _check(values.size, *times)
        axis = int(found["axis"] or 0)
        return np.repeat(values, times[0], axis) if axis < values.ndim else None
    if found["name"] == "repmat" and len(times) == 1:
        times = times * 2
    _check(values.size, *times)
    return np.tile(values, times)


def outer_of_signs(found: re.Match[str]) -> Grid | None:
    """Return the outer product that languages write with their sign of multiplication."""
    first, second = (_array(found[number] or found[number + 2] or found[number + 4]) for number in (1, 2))
    if first is None or second is None or first.size != max(first.shape) or second.ndim != 1:
        return None
    _check(first.size, second.size)
    return np.outer(first, second)


def identity(found: re.Match[str]) -> Grid:
    """Return the identity of R, Julia or Mathematica."""
    rows, columns = (_lengths(found[0].partition("(I")[2] or found[0]) * 2)[:2]
    _check(rows, columns)
    return np.eye(rows, columns)


def reshaped(found: re.Match[str]) -> Grid | None:
    """Return the same numbers in another shape; MATLAB and Julia fill columns first."""
    values, lengths = _array(found["values"]), _lengths(found["shape"])
    if values is None or not lengths or int(np.prod(lengths)) != values.size:
        return None
    if found["library"]:
        return values.reshape(lengths)
    turned = values.ravel(order="F").reshape(lengths[1::-1] if len(lengths) < 3 else lengths[::-1])
    return turned.swapaxes(-1, -2) if len(lengths) > 1 else turned


def counted(found: re.Match[str]) -> Grid | None:
    """Return the whole numbers from one to another."""
    first, last = int(found["first"]), int(found["last"])
    _check(abs(last - first) + 1)
    return np.arange(first, last + 1.0) if last >= first else None
