"""What a number of the output size's formula is about: a board, a part of it, or places of the kernel."""

from __future__ import annotations

from collections.abc import Callable

from ..core.convolution import patch_corner
from ..core.scenario import Pair, Scenario
from ..input.intent import FORMULA, GridName
from ..value import Value
from .allowed import in_sight


class Framed(Value):
    """One frame around a block of cells."""

    name: str
    role: GridName
    first: Pair
    size: Pair


def formula_marks(name: str, scenario: Scenario, told: bool) -> tuple[Framed, ...]:
    """Return what a number of the output size's formula is: a board, a part of it, or places of the kernel."""
    part, _, axis = name.removeprefix(FORMULA).partition(" ")
    if part in ("padding", "before", "after"):
        return _padding(scenario, part, axis)
    if part in OF_STAMPS:
        return OF_STAMPS[part](scenario, axis) if told or part == "apart" else ()
    whole = {"length": GridName.IMAGE, "kernel": GridName.KERNEL, "extent": GridName.KERNEL, "output": GridName.OUTPUT}
    if part in whole and (told or part != "output"):
        (top, bottom), (left, right) = in_sight(scenario, whole[part])
        return (Framed("term", whole[part], (top, left), (bottom - top + 1, right - left + 1)),)
    last = scenario.output_size
    second = (min(1, last[0] - 1), 0) if axis == "rows" else (0, min(1, last[1] - 1))
    if part == "steps" and told and last[axis != "rows"] > 1:
        return (Framed("term", GridName.OUTPUT, second, (last[0] - 1, 1) if axis == "rows" else (1, last[1] - 1)),)
    places = () if part in ("steps", "output") else ((0, 0), second) if part == "stride" else ((0, 0),)
    extent = scenario.kernel_extent
    patches = (Framed(f"term {at}", GridName.IMAGE, patch_corner(scenario, at), extent) for at in dict.fromkeys(places))
    cells = (Framed(f"term cell {at}", GridName.OUTPUT, at, (1, 1)) for at in dict.fromkeys(places))
    return (*patches, *cells) if told else ()


def _padding(scenario: Scenario, part: str, axis: str) -> tuple[Framed, ...]:
    """Return the strips of padding before and after the image, or of one side: of one axis, or of both."""
    padding, (rows, columns) = scenario.layer.padding, scenario.image_size
    wide = scenario.padded_size[1]
    strips = []
    if axis != "columns":
        strips += [("before", (-padding.top, -padding.left), (padding.top, wide))]
        strips += [("after", (rows, -padding.left), (padding.bottom, wide))]
    if axis != "rows":
        strips += [("before", (0, -padding.left), (rows, padding.left))]
        strips += [("after", (0, columns), (rows, padding.right))]
    found = (strip for strip in strips if part in ("padding", strip[0]) and all(strip[2]))
    return tuple(Framed(f"term {first}", GridName.IMAGE, first, size) for _, first, size in found)


def _apart(scenario: Scenario, axis: str) -> tuple[Framed, ...]:
    """Return two pixels of a spread image, one after the other: as far apart as the stride says."""
    sight, stride = in_sight(scenario, GridName.IMAGE), scenario.layer.chosen_stride
    first = [-(-start // step) * step for (start, _), step in zip(sight, stride, strict=True)]
    way = 0 if axis == "rows" else 1
    second = list(first)
    second[way] += stride[way]
    seen = [(row, column) for row, column in (first, second) if row <= sight[0][1] and column <= sight[1][1]]
    return tuple(Framed(f"term {at}", GridName.IMAGE, at, (1, 1)) for at in seen)


def _cut(scenario: Scenario, axis: str, side: int) -> tuple[Framed, ...]:
    """Return the rows or columns of the map at which more of it has been cut off; `side`: 0 before it, 1 after it."""
    rows, columns = (min(1, each[side]) for each in scenario.layer.chosen_padding.sides)
    return _ends(scenario, axis, side, (rows, columns))


def _ends(scenario: Scenario, axis: str, side: int, counts: Pair) -> tuple[Framed, ...]:
    """Return so many rows and so many columns at the begin (side 0) or the end (1) of the map: of one axis, or both."""
    size = scenario.output_size
    found = []
    for way, name in enumerate(("rows", "columns")):
        count = min(counts[way], size[way])
        if axis in ("", name) and count:
            first, block = [0, 0], list(size)
            first[way], block[way] = side * (size[way] - count), count
            found.append(Framed(f"term {name}", GridName.OUTPUT, (first[0], first[1]), (block[0], block[1])))
    return tuple(found)


OF_STAMPS: dict[str, Callable[[Scenario, str], tuple[Framed, ...]]] = {
    "apart": _apart,
    "cut_before": lambda scenario, axis: _cut(scenario, axis, 0),
    "cut_after": lambda scenario, axis: _cut(scenario, axis, 1),
    "more": lambda scenario, axis: _ends(scenario, axis, 1, scenario.layer.output_padding),
}
"""What the numbers are about that a transposed convolution has instead: of the map what tells its size, if it may."""
