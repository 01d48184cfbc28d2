"""Where the grids of the stamps stand, for drawing and for hands.

What is set lies in the scenario as the other picture walks over it: pixels spread, the kernel turned, the map cut. A
hand that meets a cell here means that one, so its places count as the scenario does.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from ...session.facts.stamps import StampSide
from ...ui.cache import Same
from ...ui.columns import Shape
from ...ui.geometry import Rect
from ...ui.lane_places import SPARE
from ...ui.place import GridPlace, Pair
from ...ui.stage import Stage, row_under, stage
from ...ui.stage_stamp import lone_map, stamp_stage
from ...ui.typeface import Typeface
from ...words.numbers import decimals_of
from ..frame import StillFrame
from ..numbers import SHARE, card_look, gap_of, pair_size, shown, widest
from ..places import Looks, board_look, smallest_number


class SpreadPlace(GridPlace):
    """The place of pixels that count as in the spread image, so many rows and columns apart."""

    apart: Pair = (1, 1)

    def corner(self, row: float, column: float) -> tuple[float, float]:
        """Return the top left of a pixel's square."""
        return super().corner(row / self.apart[0], column / self.apart[1])

    def block(self, row: float, column: float, rows: int, columns: int) -> Rect:
        """Return the area of the pixels of a block of the spread image that begins with one."""
        return super().block(row, column, (rows - 1) // self.apart[0] + 1, (columns - 1) // self.apart[1] + 1)

    def at(self, x: float, y: float) -> Pair | None:
        """Return the row and column of the spread image under a point, or None outside."""
        cell = super().at(x, y)
        return None if cell is None else (cell[0] * self.apart[0], cell[1] * self.apart[1])


class TurnedPlace(GridPlace):
    """The place of weights that count as in the turned kernel."""

    def corner(self, row: float, column: float) -> tuple[float, float]:
        """Return the top left of a weight's square."""
        return super().corner(self.rows - 1 - row, self.columns - 1 - column)

    def block(self, row: float, column: float, rows: int, columns: int) -> Rect:
        """Return the area of a block of weights of the turned kernel."""
        return super().block(row + rows - 1, column + columns - 1, rows, columns)

    def at(self, x: float, y: float) -> Pair | None:
        """Return the row and column of the turned kernel under a point, or None outside."""
        cell = super().at(x, y)
        return None if cell is None else (self.rows - 1 - cell[0], self.columns - 1 - cell[1])


class CutPlace(GridPlace):
    """The place of the whole map, which counts from the first cell that is kept; of others a hand meets none."""

    kept: Pair = (0, 0)

    def at(self, x: float, y: float) -> Pair | None:
        """Return the row and column of the map under a point, or None outside and where it is cut off."""
        cell = super().at(x, y)
        inside = cell is not None and 0 <= cell[0] < self.kept[0] and 0 <= cell[1] < self.kept[1]
        return cell if inside else None


def stamps_of(frame: StillFrame) -> StampSide:
    """Return the stamps of the side that a frame draws. Raises TypeError where none are shown."""
    if frame.side.stamps is None:
        raise TypeError("no stamps are shown; see `session.stamped`")
    return frame.side.stamps


def shape_of_stamps(frame: StillFrame) -> Shape:
    """Return the sizes of the grids: of the pixels as they were set, the kernel, and the whole map."""
    side = stamps_of(frame)
    return Shape(side.scenario.pixel_size, side.scenario.kernel_size, side.size, (0, 0))


def stamp_places(frame: StillFrame) -> Stage:
    """Return the places of the grids, each counted from 0."""
    layout, side = frame.layout, stamps_of(frame)
    shape = shape_of_stamps(frame)
    if layout.tiny:
        return lone_map(layout.stage, layout.text, side.size)
    asking = frame.still.asks
    if layout.presenting and not layout.alone:
        return _talk(frame, side, shape)
    row = 0.0 if layout.presenting else row_under(layout.stage, layout.text, 1 if layout.alone else shape.image[0])
    if layout.alone:
        return stage(layout.stage, layout.text, shape, alone=True, row=row)
    plain = stamp_stage(layout.stage, layout.text, shape, row, asking)
    if side.scenario.layer.filters == 1 or asking:
        return plain
    from ..lanes.cells import is_painted  # few stamps make several maps

    if is_painted(side.scenario):
        return plain  # what is drawn decides how wide numbers are, and moves no grid
    with_maps, board = stamp_stage(layout.stage, layout.text, shape, row, asking, maps=True), side.boards.output
    before, after = (board_look(frame.type, board, each.output, 0).size for each in (plain, with_maps))
    return plain if before and not after else with_maps  # numbers tell more than small maps


def _talk(frame: StillFrame, side: StampSide, shape: Shape) -> Stage:
    """Return the places in Present."""
    from ...ui.stage_stamp_talk import TalkShape, talk_stamps  # only in a talk

    layout, asking, layer = frame.layout, frame.still.asks, frame.side.layer
    chosen = frame.still.settings.decimals
    back, near = (
        cells_for_numbers(frame.type, Same(side), chosen, size) for size in (back_row(frame), smallest_number(frame))
    )
    counted = layer is not None and not asking
    wanted = TalkShape(
        shape=shape,
        back=back,
        near=(*near[:3], 0),
        channels=layer.channels if layer is not None and counted and layer.channels > 1 else 0,
        maps=layer.filters if layer is not None and counted and layer.filters > 1 else 0,
        asking=asking,
    )
    return talk_stamps(layout.stage, layout.dot.h, layout.unit, wanted)


def back_row(frame: StillFrame) -> int:
    """Return the least font size in device pixels of what is read from the back row in Present; 0 in the window."""
    layout = frame.layout
    if not layout.presenting:
        return 0
    from ...ui.stage_wall import LEAST, unit_of  # only in a talk

    return max(1, round(LEAST * unit_of(layout.stage.w, layout.stage.h + layout.dot.h)))


@lru_cache(maxsize=8)
def cells_for_numbers(typeface: Typeface, same: Same, chosen: int | None, smallest: int) -> tuple[int, int, int, int]:
    """Return the least cells in which numbers can be read.

    They are those of pixels, of weights and products, of the map, and of the map where "10 + 2" is written in it.
    same: the side, whose numbers are looked through once. chosen: decimals that a person has set.
    """
    from ..lanes.cells import BRUSHED, is_painted, reach_of, step_cells  # else not needed for stamps
    from .terms import terms_cell

    side: StampSide = same.thing
    board, scenario, drawn_on = side.boards.output, side.scenario, is_painted(side.scenario)
    number = widest(typeface, board.widest, board.decimals)
    if drawn_on:  # any drawing has room, so that nothing jumps at the first dab
        reach = reach_of(scenario, scenario.layer.activation)
        number = shown(-reach, max(board.decimals, decimals_of([BRUSHED], chosen)))
    made = max(ceil(smallest / SHARE), typeface.width(number, smallest, True) + gap_of(typeface, smallest))
    pixel, weight = step_cells(typeface, scenario, chosen, smallest)
    added = made if drawn_on else max(made, terms_cell(typeface, side, smallest))
    return pixel - SPARE, weight - SPARE, made, added


def for_hands(side: StampSide, places: Stage) -> Stage:
    """Return the same places as hands meet them: cells count as in the scenario."""
    scenario, (rows, columns) = side.scenario, side.kept
    image, kernel, output = (
        (place.x, place.y, place.pitch, place.rows, place.columns)
        for place in (places.image, places.kernel, places.output)
    )
    kept = rows.stop - rows.start, columns.stop - columns.start
    return places.changed(
        image=SpreadPlace(*image, apart=scenario.layer.chosen_stride),
        kernel=TurnedPlace(*kernel),
        output=CutPlace(*output, first=(-rows.start, -columns.start), kept=kept),
    )


def looks_on(frame: StillFrame, places: Stage) -> Looks:
    """Return how the numbers of the grids look, and those of the card, which lies on the map."""
    side, typeface, smallest = stamps_of(frame), frame.type, smallest_number(frame)
    boards = side.boards
    each = {
        name: board_look(typeface, boards.made[name], getattr(places, name), smallest)
        for name in ("image", "kernel", "products", "output")
    }
    weight = widest(typeface, side.kernel, boards.kernel.decimals)
    texts = weight, widest(typeface, boards.products.widest, boards.products.decimals)
    card = card_look(typeface, each["output"], places.output, texts, smallest)
    decimals = max(boards.image.decimals, boards.kernel.decimals)
    return Looks(**each, card=card, pairs=pair_size(typeface, card, places.output, weight, smallest, decimals))
