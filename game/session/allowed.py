"""What hands can set: which cells there are, what stands in them, and what a quantity may be now.

That is as its chain, a tour's lock and the other side allow.
"""

from __future__ import annotations

from ..core.known import Slide
from ..core.limits import WEIGHT, Range
from ..core.padding import SIDES, Padding
from ..core.quantities import QUANTITIES, Quantity
from ..core.resize import with_pair
from ..core.scenario import Edit, Pair, Scenario
from ..input.intent import Cell, GridName, Intent, Side
from .state import State, StillState

_NOTHING_AROUND = (0, 0), (0, 0)


def target_of(state: State, intent: Intent) -> object:
    """Return the cell, or the control, that an intent is about; None when it is about neither."""
    target = getattr(intent, intent.about) if intent.about else None
    return state.interface.cursor if target is None and intent.at_cursor else target


def grid_size(scenario: Scenario, grid: GridName) -> Pair:
    """Return (rows, columns) of a grid; the products have the kernel's."""
    if grid is GridName.IMAGE:
        return scenario.image_size
    return scenario.output_size if grid is GridName.OUTPUT else scenario.kernel_size


def exists(scenario: Scenario, cell: Cell) -> bool:
    """Say whether the cell is part of its grid; the image has its padding around it."""
    rows, columns = grid_size(scenario, cell.grid)
    sides = scenario.layer.padding.sides if cell.grid is GridName.IMAGE else _NOTHING_AROUND
    (above, below), (left, right) = ((max(one, 0), max(other, 0)) for one, other in sides)  # what is cut off is there
    return -above <= cell.row < rows + below and -left <= cell.column < columns + right


def is_editable(scenario: Scenario, cell: Cell) -> bool:
    """Say whether the cell's number can be changed by hand: it is a pixel (no padding) or a weight of a kernel.

    A zero that stands between the pixels of a spread image is neither.
    """
    rows, columns = grid_size(scenario, cell.grid)
    inside = 0 <= cell.row < rows and 0 <= cell.column < columns
    weighs = cell.grid is GridName.KERNEL and scenario.layer.pooling is None
    return inside and (weighs or (cell.grid is GridName.IMAGE and scenario.layer.is_pixel(cell.row, cell.column)))


def is_between(scenario: Scenario, cell: Cell) -> bool:
    """Say whether the cell is a zero between the pixels of a spread image."""
    rows, columns = grid_size(scenario, cell.grid)
    inside = cell.grid is GridName.IMAGE and 0 <= cell.row < rows and 0 <= cell.column < columns
    return inside and not scenario.layer.is_pixel(cell.row, cell.column)


def next_cell(scenario: Scenario, cell: Cell, rows: int, columns: int) -> Cell:
    """Return the cell that is so many rows and columns farther, in the image so many pixels: zeros between are passed.

    From such a zero the first pixel is the next one that way. Where that has been cut off with its rows or columns, the
    cell stays.
    """
    steps = scenario.layer.chosen_stride if cell.grid is GridName.IMAGE and scenario.layer.is_transposed else (1, 1)
    found = []
    ends = in_sight(scenario, cell.grid)
    for at, by, step, (first, last) in zip((cell.row, cell.column), (rows, columns), steps, ends, strict=True):
        from_ = at // step if by > 0 else -(-at // step)
        there = (from_ + by) * step if by else at
        found.append(there if step == 1 or first <= there <= last else at)
    return cell.changed(row=found[0], column=found[1])


def clamped_cell(scenario: Scenario, cell: Cell) -> Cell | None:
    """Return the cell of the same grid, padding left out, that is nearest to this one; None where none is in sight."""
    rows, columns = in_sight(scenario, cell.grid)
    if rows[0] > rows[1] or columns[0] > columns[1]:
        return None
    row, column = (min(max(at, first), last) for at, (first, last) in ((cell.row, rows), (cell.column, columns)))
    return Cell(cell.grid, row, column, cell.side)


def in_sight(scenario: Scenario, grid: GridName) -> tuple[Pair, Pair]:
    """Return the first and the last of the rows that are seen of a grid without padding, and of its columns.

    Of a spread image those are left out that a transposed convolution cuts off.
    """
    rows, columns = grid_size(scenario, grid)
    (above, below), (left, right) = scenario.layer.padding.sides if grid is GridName.IMAGE else _NOTHING_AROUND
    of_rows, of_columns = (max(0, -above), rows - 1 - max(0, -below)), (max(0, -left), columns - 1 - max(0, -right))
    return of_rows, of_columns


def value_at(scenario: Scenario, cell: Cell) -> float:
    """Return the number of a pixel or a weight; padding, and what is neither of the two, is 0."""
    if not is_editable(scenario, cell):
        return 0.0
    grid = scenario.image if cell.grid is GridName.IMAGE else scenario.kernel
    return float(grid[cell.row, cell.column])


def steps_of(scenario: Scenario, cell: Cell) -> Range:
    """Return between which numbers steps change a pixel or a weight: a pixel's end at 0 and white.

    One that is beyond them already goes no farther; a step towards them leads back, and none takes it there at once.
    """
    if cell.grid is GridName.KERNEL:
        return WEIGHT
    value = value_at(scenario, cell)
    return Range(min(0.0, value), max(scenario.white, value))


def edit_of(scenario: Scenario, cell: Cell, value: float) -> Edit | None:
    """Set one pixel or weight; None where that changes nothing, or cannot be done. Raises OutOfRange or NotFinite."""
    if not is_editable(scenario, cell):
        return None
    if cell.grid is GridName.KERNEL:
        return scenario.weighed(cell.row, cell.column, value)
    return scenario.painted([(cell.row, cell.column)], value)


def axes_of(state: StillState, quantity: str, axis: int | None) -> tuple[int, ...]:
    """Return the axes that change when this one is set: both when the chain is linked, or when none is named."""
    return (0, 1) if axis is None or quantity in state.interface.linked else (axis,)


def allowed_values(state: StillState, quantity: str, axis: int | None, side: Side = Side.A) -> Range:
    """Return what a side's quantity may be now on an axis, or on both that are linked, with all else as it is.

    Values in the slider's track but not in here are hatched, and the knob stops where they begin. Each single range
    reaches to one end of the track, so two of them always overlap. What a tour has locked may only stay as it is.
    """
    key = QUANTITIES[quantity].key
    if state.tour is not None and key in state.tour.stop.locked:
        value = state.work.of(side).chosen(key)[axis or 0]
        return Range(value, value)
    other = state.result_of(side.other).slide if state.compare.on else None
    return range_on(state.result_of(side).slide, other, QUANTITIES[quantity], axes_of(state, quantity, axis))


def range_on(
    slide: Slide, other: Slide | None, quantity: Quantity, axes: tuple[int, ...], locked: frozenset[str] = frozenset()
) -> Range:
    """Return what a quantity may be on some axes; `other`: of the side beside, for the image of both is one.

    locked: what a tour keeps as it is, by its key.
    """
    if quantity.key in locked:
        value = slide.like.chosen(quantity.key)[axes[0]]
        return Range(value, value)
    slides = (slide,) if other is None or quantity.part != "source" else (slide, other)
    ranges = [each.ranges[quantity.name][axis] for each in slides for axis in axes]
    return Range(max(one.low for one in ranges), min(one.high for one in ranges))


def with_quantity(state: StillState, quantity: str, axis: int | None, value: int, side: Side) -> Scenario:
    """Return a side's scenario with the quantity set, as the chain has it. Raises OutOfRange or KernelDoesNotFit.

    In a gesture it starts from the scenario that the gesture began with: a size dragged wildly and back loses nothing.
    """
    base = state.history.present.of(side)
    if quantity == "padding":
        return _with_padding(base, axes_of(state, quantity, axis), value)
    rows, columns = base.chosen(QUANTITIES[quantity].key)
    axes = axes_of(state, quantity, axis)
    return with_pair(base, quantity, (value if 0 in axes else rows, value if 1 in axes else columns))


def _with_padding(base: Scenario, axes: tuple[int, ...], value: int) -> Scenario:
    """Return the scenario with so much padding on both sides of some axes; the other axis stays as it is."""
    QUANTITIES["padding"].valid((value, value))
    names = [side for side in SIDES if SIDES.index(side) // 2 in axes]
    padding = base.layer.chosen_padding.__dict__ | dict.fromkeys(names, value)
    return base.varied(padding=Padding(**padding))
