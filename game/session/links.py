"""What belongs to a cell: pixel → output cells, output cell → patch, weight → every pixel that it meets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..core.convolution import patch_corner, patch_places
from ..core.coverage import cells_fed_by, pixels_touched_by_weight
from ..core.padding import NOTHING
from ..core.scenario import Pair, Scenario
from ..input.intent import Cell, Control, GridName, Target, in_formula
from ..value import Value
from .formula_links import Framed, formula_marks

MOST_RINGS = 9  # more rings than this are one frame around all
MOST_WIRES = 36  # more than this are four, to the corners of all


class Mark(Value):
    """Marks on cells of one board: rings, or where not `strong` dots."""

    name: str
    role: GridName
    cells: tuple[Pair, ...]
    strong: bool = True


class Spot(NamedTuple):
    """A point of a board, in rows and columns; a cell's middle is half a cell further than the cell."""

    role: GridName
    row: float
    column: float


class Links(Value):
    """Marks, and wires between boards that float apart. `post`: the weight that is joined with what lies below it."""

    marks: tuple[Mark | Framed, ...] = ()
    wires: tuple[tuple[Spot, Spot], ...] = ()
    post: Pair | None = None


def links_of(target: Target | None, scenario: Scenario, made: Pair | None, told: bool) -> Links:
    """Return what a target under the pointer or the cursor calls for; `made`: the output cell that is being made.

    While what follows from the walk is not told, only the target itself: all links would tell of it.
    """
    if isinstance(target, Control) and in_formula(target):
        return Links(formula_marks(target.name, scenario, told))
    if not isinstance(target, Cell):
        return Links()
    at, role = (target.row, target.column), target.grid
    own = Mark("hover", role, (at,))
    if not told or not scenario.sees:  # no patch of the channel in front makes the map in front
        return Links((own,))
    if role is GridName.IMAGE:
        return _pixel(own, at, scenario, made)
    if role is GridName.OUTPUT:
        return _output(own, at, scenario)
    if role is GridName.KERNEL:
        meets = pixels_touched_by_weight(scenario, at)
        meets = list(dict.fromkeys((*meets, *_repeated_in(meets, scenario))))
        return Links((own, Mark("meets", GridName.IMAGE, tuple(meets), strong=False)), post=at)
    return Links((own, Mark("of weight", GridName.KERNEL, (at,)), *_pixel_under(at, scenario, made)))


def repeated(scenario: Scenario, at: Pair) -> Pair | None:
    """Return the pixel of the image that stands in the padding at a place; None for a pixel, a 0 or a constant."""
    size = scenario.image_size
    if 0 <= at[0] < size[0] and 0 <= at[1] < size[1]:
        return None
    row, column = (axis.source(place) for axis, place in zip(scenario.layer.axes(size), at, strict=True))
    return None if NOTHING in (row, column) else (row, column)


def _repeated_in(places: Iterable[Pair], scenario: Scenario) -> tuple[Pair, ...]:
    """Return the pixels that stand once more at some places of the padding."""
    if scenario.layer.padding.mode in ("zeros", "constant"):
        return ()
    found = (repeated(scenario, at) for at in places)
    return tuple(dict.fromkeys(pixel for pixel in found if pixel is not None))


def _pixel(own: Mark, at: Pair, scenario: Scenario, made: Pair | None) -> Links:
    source = repeated(scenario, at)
    repeats = () if source is None else (Mark("repeated", GridName.IMAGE, (source,)),)
    found = _of_pixel(own, at, scenario, made)
    return found.changed(marks=(*found.marks, *repeats)) if repeats else found


def _of_pixel(own: Mark, at: Pair, scenario: Scenario, made: Pair | None) -> Links:
    fed, start = tuple(cells_fed_by(scenario, at)), _middle(GridName.IMAGE, at)
    over = weight_over(at, scenario, made)
    weight = () if over is None else (Mark("weight over", GridName.KERNEL, (over,)),)
    if not fed:
        return Links((own, *weight))
    (top, left), (bottom, right) = fed[0], fed[-1]
    size = bottom - top + 1, right - left + 1
    feeds: Mark | Framed = Mark("feeds", GridName.OUTPUT, fed, strong=len(fed) <= MOST_RINGS)
    if len(fed) > MOST_RINGS and size[0] * size[1] == len(fed):
        feeds = Framed("fed frame", GridName.OUTPUT, (top, left), size)
    if len(fed) <= MOST_WIRES:
        ends = tuple(_middle(GridName.OUTPUT, cell) for cell in fed)
    else:
        ends = _corners(GridName.OUTPUT, (top, left), size)
    return Links((own, feeds, *weight), tuple((start, end) for end in ends))


def _output(own: Mark, at: Pair, scenario: Scenario) -> Links:
    corner, extent = patch_corner(scenario, at), scenario.kernel_extent
    corners = zip(_corners(GridName.IMAGE, corner, extent), _corners(GridName.OUTPUT, at, (1, 1)), strict=True)
    frame = Framed("patch frame", GridName.IMAGE, corner, extent)
    source = _repeated_in(patch_places(scenario, at), scenario)
    repeats = (Mark("repeated", GridName.IMAGE, source, strong=len(source) <= MOST_RINGS),) if source else ()
    return Links((own, frame, *repeats), tuple(corners))


def _pixel_under(at: Pair, scenario: Scenario, made: Pair | None) -> tuple[Mark, ...]:
    """Return the mark on the pixel that a product is of."""
    if made is None:
        return ()
    (top, left), (down, across) = patch_corner(scenario, made), scenario.dilation
    return (Mark("of pixel", GridName.IMAGE, ((top + at[0] * down, left + at[1] * across),)),)


def weight_over(pixel: Pair, scenario: Scenario, made: Pair | None) -> Pair | None:
    """Return the weight that lies over a pixel while an output cell is being made, or None."""
    if made is None:
        return None
    corner = patch_corner(scenario, made)
    places = []
    for axis in (0, 1):
        steps, rest = divmod(pixel[axis] - corner[axis], scenario.dilation[axis])
        if rest or not 0 <= steps < scenario.kernel_size[axis]:
            return None
        places.append(steps)
    return places[0], places[1]


def _middle(role: GridName, cell: Pair) -> Spot:
    return Spot(role, cell[0] + 0.5, cell[1] + 0.5)


def _corners(role: GridName, first: Pair, size: Pair) -> tuple[Spot, ...]:
    """Return the corners of a block of cells, around it."""
    (top, left), (bottom, right) = first, (first[0] + size[0], first[1] + size[1])
    return Spot(role, top, left), Spot(role, top, right), Spot(role, bottom, right), Spot(role, bottom, left)
