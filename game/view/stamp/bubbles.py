"""What the bubble says about a cell while stamps are laid: its number, what it is, and what it stamps or is made of."""

from __future__ import annotations

from ...core.stamps import cells_of, meeting
from ...input.intent import Cell, GridName
from ...play.moment import Moment
from ...play.phases import Phase
from ...play.stamp_moment import StampStep
from ...session.facts.stamps import StampSide
from ...session.stamp_links import pixel_of
from ...words.numbers import full, precise, size_text
from ...words.texts import text
from ..titles import places_words


def stamp_bubble(
    side: StampSide, step: StampStep, moment: Moment, cell: Cell, covered: bool = False
) -> tuple[str, ...]:
    """Return the lines about a cell, which counts as in the scenario; the first is its value.

    covered: of the map, how many stamps meet in it.
    """
    at = cell.row, cell.column
    if cell.grid is GridName.IMAGE:
        return _pixel(side, pixel_of(side.scenario, at))
    if cell.grid is GridName.KERNEL:
        rows, columns = side.kernel.shape
        row, column = rows - 1 - at[0], columns - 1 - at[1]
        return full(float(side.kernel[row, column])), text("bubble.weight", row=row + 1, column=column + 1)
    return _product(side, step, at) if cell.grid is GridName.PRODUCTS else _cell(side, step, moment, at, covered)


def _pixel(side: StampSide, pixel: tuple[int, int]) -> tuple[str, ...]:
    value = float(side.picture.scenario.image[pixel])
    rows, columns = (
        places_words(axis, [place + 1 for place in range(part.start, part.stop, part.step)])
        for axis, part in enumerate(cells_of(side.scenario, pixel))
    )
    head = text("bubble.pixel", row=pixel[0] + 1, column=pixel[1] + 1)
    return full(value), head, text("stamps.bubble.pixel", rows=rows, columns=columns, whole=size_text(side.size))


def _product(side: StampSide, step: StampStep, at: tuple[int, int]) -> tuple[str, ...]:
    """Return the product of the stamp that is laid; nothing at the end, when there is none."""
    if step.numbers is None:
        return ()
    factors = full(step.pixel), full(float(side.kernel[at]))
    return precise(float(step.numbers.products[at])), text("stamps.bubble.product", pixel=factors[0], weight=factors[1])


def _cell(side: StampSide, step: StampStep, moment: Moment, at: tuple[int, int], covered: bool) -> tuple[str, ...]:
    """Return what stands in a cell of the map, and how many of its stamps have come."""
    place = at[0] + side.kept[0].start, at[1] + side.kept[1].start
    head = text("bubble.output", row=at[0] + 1, column=at[1] + 1)
    pixels = meeting(side.scenario, at)
    lanes = side.scenario.layer.channels_of(side.filter)
    count = len(pixels) * len(lanes)
    if covered:
        said = text("stamps.bubble.meet.one") if len(pixels) == 1 else text("stamps.bubble.meet", count=len(pixels))
        return said, head
    landed = _landed(side, step, moment, place)
    told = step.closes and moment.phase is Phase.REVEAL
    standing = step.after if told else step.landed if landed else step.before
    value = precise(float(standing.sums[place]))
    if not count:
        return value, head, text("stamps.bubble.none")
    before = [pixel for pixel in pixels if pixel < step.stamp.pixel or step.numbers is None]
    come = len(before) + lanes.index(step.stamp.channel) * len(pixels) + landed
    value = value if come or side.bias else text("stamps.bubble.empty")
    if count == 1:
        return value, head, text(f"stamps.bubble.{come}")
    return value, head, text("stamps.bubble.come", come=come, count=count)


def _landed(side: StampSide, step: StampStep, moment: Moment, place: tuple[int, int]) -> bool:
    """Tell whether the stamp that is laid has come to a cell of the whole map."""
    rows, columns = (range(part.start, part.stop, part.step) for part in cells_of(side.scenario, step.stamp.pixel))
    if step.numbers is None or place[0] not in rows or place[1] not in columns:
        return False
    index = rows.index(place[0]) * len(columns) + columns.index(place[1])
    return index < moment.arrived
