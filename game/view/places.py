"""Where the stage's grids are for a frame, and how their numbers look: what drawing and pointing share."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from ..core.scenario import Scenario
from ..input.intent import GridName, Side
from ..session.boards import Board, Boards
from ..ui.columns import Shape
from ..ui.frame import BODY
from ..ui.geometry import Rect
from ..ui.layout import TITLES, Layout
from ..ui.place import GridPlace
from ..ui.stage import NOTHING, PREDICT_ROOM, Stage, row_under, stage
from ..ui.typeface import SMALLEST_NUMBER, Typeface
from ..value import Value
from .frame import StillFrame
from .numbers import DENSE_WIDTH, SHARE, NumberLook, card_look, look_of, pair_size, share_look, widest

if TYPE_CHECKING:
    from ..session.facts.layers import LayerFacts
    from ..session.facts.shown import ShownSide
    from ..session.facts.strip import StripLayer
    from ..ui.stage_compare import Pane

UNKNOWN_SIZE = (4, 4)  # the room that an output of unknown size takes
SHORT = 4, 9  # terms of a lane that have room on one line in Present, and on two
WIDE_NUMBER = 2.34  # the width of a number with two decimals, in font sizes


class Looks(Value):
    """How the numbers of each grid look, and those of the card; `pairs` is the font size of its two lines, 0: none."""

    image: NumberLook
    kernel: NumberLook
    products: NumberLook
    output: NumberLook
    card: NumberLook
    pairs: int


def panes_of(frame: StillFrame) -> tuple[Pane, Pane]:
    """Return the places of both sides of Compare."""
    from ..ui.arranged import SharedRoom  # only while two settings are compared
    from ..ui.stage_compare import LINE, MAPS, PRESENT_LINE, compare_panes

    layout, (first, second) = frame.layout, frame.still.sides
    shapes = shape_of(first), shape_of(second)
    numbers = round(max(SMALLEST_NUMBER, smallest_number(frame)) * WIDE_NUMBER)
    layered = any(side.layer is not None for side in frame.still.sides)
    line = round(PRESENT_LINE * layout.unit) if layout.presenting else layout.px(LINE)
    several = any(side.layer is not None and side.layer.filters > 1 for side in frame.still.sides)
    maps = 0 if layout.presenting or not several else layout.px(MAPS)  # a class reads the maps in front
    room = SharedRoom(layout.text, shapes, numbers, line if layered else 0, maps)
    panes = compare_panes(layout.stage, room, layout.tiny)
    first_pane, second_pane = map(_of_side, panes, frame.still.sides)
    return first_pane, second_pane


def _of_side(pane: Pane, side: ShownSide) -> Pane:
    """Return a pane as its side needs it: a pooling has no kernel, and its patch has the kernel's place."""
    if side.result.scenario.layer.pooling is None:
        return pane
    return pane.changed(places=pane.places.changed(kernel=NOTHING, products=pane.places.kernel))


def _shape(scenario: Scenario) -> Shape:
    return Shape(scenario.padded_size, scenario.kernel_size, scenario.output_size, scenario.padding)


def shape_of(side: ShownSide) -> Shape:
    """Return the sizes of a side's grids: of stamps, the pixels as they were set and the whole map."""
    scenario, stamps = side.result.scenario, side.stamps
    return _shape(scenario) if stamps is None else Shape(scenario.pixel_size, scenario.kernel_size, stamps.size, (0, 0))


def stage_of(frame: StillFrame) -> Stage:
    """Return the places of the grids in a frame; while two settings are compared, of the side that it draws."""
    layout, side = frame.layout, frame.side
    if frame.still.learn is not None and not layout.tiny:
        from .learn.places import learn_places  # most kernels learn nothing

        return learn_places(frame, smallest_number(frame))
    if frame.still.compares:
        return panes_of(frame)[0 if side.side is Side.A else 1].places
    shape = _shape(side.result.scenario)
    pictured = side.layer is not None and side.layer.pictured
    brushed = not (layout.tiny or (layout.presenting and pictured))
    row = _row(layout, 1 if layout.alone else shape.image[0]) if brushed else 0.0
    if layout.alone:
        return stage(_under_its_title(layout), layout.text, shape, alone=True, row=row)
    if not side.sized:
        shape = shape.changed(output=UNKNOWN_SIZE)  # else the places of the grids would tell it
    if layout.presenting and side.layer is not None and not side.layer.pictured:
        return wall_of(frame, side.layer, shape)
    if layout.presenting and side.layer is None:
        from ..ui.stage_present import present_stage  # here and below: only in a talk

        return present_stage(layout.stage, layout.unit, shape, frame.still.asks)
    if side.layer is not None and not layout.tiny:
        return lanes_of(frame, side.layer, shape, row)
    asking = frame.still.goal is None and frame.still.question is not None
    return stage(layout.stage, layout.text, shape, layout.tiny, _room_below(frame, shape), row, asking)


def _room_below(frame: StillFrame, shape: Shape) -> float:
    """Return the units that are kept free under the output: for a question, or for a goal in cells of the same size."""
    if frame.still.goal is None:
        return float(PREDICT_ROOM) if frame.still.question is not None else 0.0
    from ..ui.goal_room import room_of_goal  # few stops are puzzles

    return room_of_goal(frame.layout, frame.still.goal.board.size[0], shape.output[0])


@lru_cache(maxsize=8)
def _row(layout: Layout, rows: int) -> float:
    """Return the height of the row of the brush under an image of so many rows; 0 where it has no room."""
    return row_under(layout.stage, layout.text, rows)


def lanes_of(frame: StillFrame, layer: LayerFacts, shape: Shape, row: float) -> Stage:
    """Return the places of several channels or filters, the lane of the channel in front before the others."""
    from ..ui.lane_places import LaneShape  # most starts show one channel and one filter
    from ..ui.stage_lanes import lane_stage
    from .lanes.cells import cells_of

    cells, lessened = cells_of(frame, layer, smallest_number(frame))
    wanted = LaneShape(
        shape=shape,
        pictures=0 if layer.channels == 1 else layer.channels + layer.colour,
        lanes=len(layer.lanes),
        maps=0 if layer.filters == 1 else layer.filters,
        after=1 if layer.activation == "none" else 2,
        pooling=layer.pooling,
        cells=cells,
        lessened=lessened,
    )
    placed = lane_stage
    if frame.layout.pictured and not frame.still.asks:
        from ..ui.stage_picture_talk import talk_stage as placed
    elif layer.pictured:
        from ..ui.stage_picture import picture_stage as placed
    places = placed(frame.layout.stage, frame.layout.text, wanted, row, frame.still.asks)
    return places.facing(front_lane(layer))


def wall_of(frame: StillFrame, layer: LayerFacts, shape: Shape) -> Stage:
    """Return the places of Present with several channels or filters: the lane in front on the wall."""
    from ..ui.stage_wall import LEAST, WallShape, unit_of, wall_stage  # most talks show one channel and one filter
    from .lanes.cells import widest_output

    layout = frame.layout
    whole = layout.stage.union(layout.dot)
    size = ceil(unit_of(whole.w, whole.h) * LEAST)
    number = widest_output(frame, layer)
    count = shape.kernel[0] * shape.kernel[1]
    wanted = WallShape(
        shape=shape,
        letters=0 if layer.channels == 1 else layer.channels,
        cell=ceil(max(size / SHARE, frame.type.width(number, size, True) / DENSE_WIDTH)) + 1,
        rows=1 if count <= SHORT[0] else 2 if count <= SHORT[1] else 3,
        activation=layer.activation != "none",
        asking=frame.still.asks,
        pooling=layer.pooling,
        classes=0 if classes_in(frame) is None else layer.filters,
        front=layer.filter,
    )
    return wall_stage(whole, layout.unit, wanted).facing(front_lane(layer))


def classes_in(frame: StillFrame) -> StripLayer | None:
    """Return the layer in focus where it is a last one of a network whose maps are one share each; else None."""
    strip = frame.still.strip
    layer = None if strip is None else strip.layers[strip.focus]
    if layer is None or not layer.shares or layer.shape is None or layer.shape[1:] != (1, 1):
        return None
    return layer


def front_lane(layer: LayerFacts | None) -> int:
    """Return which lane is that of the channel in front; -1 where the filter in front does not see it."""
    return layer.lanes.index(layer.channel) if layer is not None and layer.channel in layer.lanes else -1


def _under_its_title(layout: Layout) -> Rect:
    """Return the stage of a source image alone, less the room for its title."""
    area, titles = layout.stage, 0 if layout.tiny else layout.px(TITLES)
    return Rect(area.x, area.y + titles, area.w, max(1, area.h - titles))


def smallest_number(frame: StillFrame) -> int:
    """Return the smallest font size of a grid's numbers in Present; 0 in the window, which has its own rule."""
    if not frame.layout.presenting:
        return 0
    if frame.layout.pictured:
        return frame.size(BODY)
    from ..ui.stage_present import NUMBER

    return max(SMALLEST_NUMBER, round(frame.layout.unit * NUMBER))


@lru_cache(maxsize=8)
def looks_of(typeface: Typeface, boards: Boards, places: Stage, smallest: int = 0) -> Looks:
    """Return the looks of the four grids; remembered for the last few boards and places."""
    each = {
        role.value: board_look(typeface, boards.made[role.value], getattr(places, role.value), smallest)
        for role in GridName
    }
    image, kernel, products = boards.image, boards.kernel, boards.products
    weight, texts = "", ("", "")
    if each["image"].size:  # else the card has no numbers, however wide they would be
        weight = widest(typeface, kernel.widest, kernel.decimals)
        texts = weight, widest(typeface, products.widest, products.decimals)
    card = card_look(typeface, each["image"], places.image, texts, smallest)
    pairs = pair_size(typeface, card, places.image, weight, smallest, max(image.decimals, kernel.decimals))
    return Looks(**each, card=card, pairs=pairs)


def looks_in(frame: StillFrame, places: Stage) -> Looks:
    """Return the looks of the grids of the side that a frame draws."""
    return looks_of(frame.type, frame.side.boards, places, smallest_number(frame))


def board_look(typeface: Typeface, board: Board, place: GridPlace, smallest: int) -> NumberLook:
    """Return how the numbers of a board look in its place; `smallest`: the font size of Present, 0 in the window."""
    look = look_of(typeface, board.widest, place, board.decimals, smallest)
    return share_look(typeface, board.widest, place, look, smallest) if board.shares else look
