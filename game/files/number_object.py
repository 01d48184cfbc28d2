"""Objects of JSON that hold several lists of numbers, as those that a layer's weights and biases are kept in."""

from __future__ import annotations

import json
from pathlib import Path

from ..core.errors import ConvolutionError
from ..core.limits import PICTURE_SIZE
from ..reading.arrays import MOST_MEMBERS, Listed
from ..reading.numbers import Numbers, Remark
from ..reading.shaping import MOST_IN_ROW
from ..reading.text import read_numbers
from .errors import FileProblem, shown
from .number_file import FoundNumbers
from .strict_json import parsed


def object_of(text: str, path: Path) -> FoundNumbers | None:
    """Return the lists of numbers of an object, by their names; None where there is no object, or no such list in it.

    Of one list alone the numbers are taken at once, and it is said that nothing else was.
    """
    try:
        found = parsed(text, path)
    except FileProblem:
        return None
    if not isinstance(found, dict) or len(found) > MOST_MEMBERS:
        return None
    lists = {name: _numbers(value) for name, value in found.items() if isinstance(value, list)}
    read = tuple((name, numbers) for name, numbers in lists.items() if numbers is not None)
    if len(read) > 1:
        arrays = tuple(Listed(name, numbers.values.shape, "") for name, numbers in read)
        return FoundNumbers(path, None, arrays, read=read)
    if not read:
        return None
    (name, numbers), *_ = read
    only = Remark("only", (("name", shown(name, 40)),))
    return FoundNumbers(path, numbers.changed(remarks=(only, *numbers.remarks)))


def _numbers(value: list[object]) -> Numbers | None:
    """Return the numbers of a list; None where it has none, or more lists or numbers than anything may have."""
    if len(value) > MOST_IN_ROW:
        return None
    if len(value) > PICTURE_SIZE.high and any(isinstance(each, list) for each in value):
        return None
    try:
        return read_numbers(json.dumps(value))
    except ConvolutionError:
        return None
