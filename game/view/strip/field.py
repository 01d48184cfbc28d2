"""Receptive fields in the strip: what the cell that is pointed at is made of, layer by layer, and what it feeds."""

from __future__ import annotations

from itertools import pairwise

from ...core.chained import layers_of, source_of
from ...core.grid import Pair
from ...core.receptive import Field, Tables, alone, fields_by, tables_of
from ...core.result import Result
from ...core.scenario import Scenario
from ...input.intent import Cell, GridName
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.stage import Stage
from ...ui.widgets.base import Widget
from ...value import Value
from ..lanes.small import SmallGrid
from ..marks import LinkFrame
from ..pencil import Pencil
from .maps import MapsCard
from .shares import SharesCard
from .source import SourceCard

FEW = 64
"""Blocks of a field that are told apart on a map; of more there is one that holds all."""


class Fields(Value):
    """Of the image, and of the maps of each layer: which pixels or cells. at: the level of the cell that is pointed at.

    What is before it the cell is made of; what is behind it, it feeds.
    """

    fields: tuple[Field, ...]
    at: int


class FieldMarks(Widget, kw_only=True):
    """Frames around parts of small grids; feeds: of what a cell feeds, not of what it is made of."""

    frames: tuple[Rect, ...]
    feeds: bool

    def draw(self, canvas: Canvas) -> None:
        """Draw the frames."""
        colour = canvas.theme.text if self.feeds else canvas.theme.kernel
        for frame in self.frames:
            canvas.outline(frame, 1, canvas.theme.ground, self.px(2) + 2)
            canvas.outline(frame.inset(1), 1, colour, self.px(2))


def fields_in(result: Result, cell: Cell) -> Fields | None:
    """Return the fields of a cell of the layer in focus, or of what comes to it; None of one that is in neither.

    Pixels of a transposed convolution count as in its spread image, where zeros stand between them.
    """
    scenario, row, column = result.scenario, cell.row, cell.column
    focus = scenario.number - 1
    if cell.grid is GridName.OUTPUT:
        number, level, size = scenario.filter, focus + 1, scenario.output_size
    elif cell.grid is GridName.IMAGE:
        number, level, size = scenario.channel, focus, scenario.pixel_size
        if not scenario.layer.is_pixel(row, column):
            return None
        if scenario.layer.is_transposed:
            down, across = scenario.layer.chosen_stride
            row, column = row // down, column // across
    else:
        return None
    if not (0 <= row < size[0] and 0 <= column < size[1]):
        return None
    return fields_from(scenario, level, alone((number, row, column)))


def fields_from(scenario: Scenario, level: int, field: Field) -> Fields:
    """Return what a field of a level is made of, and what it feeds; 0: of the source image, n: of the n-th layer."""
    return fields_over(tables_of(layers_of(scenario), source_of(scenario).shape), level, field)


def fields_over(tables: Tables, level: int, field: Field) -> Fields:
    """Return the same by the tables of the layers: they follow from no pixel, and strokes leave them as they are."""
    return Fields(fields_by(tables, level, field), level)


def pointed_in_strip(cards: tuple[Widget, ...], name: str, pointer: tuple[float, float]) -> tuple[int, Field] | None:
    """Return the level, and the pixel or cell, under the pointer on the card of a name; None beside all of them.

    Of an image in colour it is the pixel of all channels, which are seen at once.
    """
    card = next((each for each in cards if each.name == name), None)
    if isinstance(card, SourceCard):
        at = card.pixel_at(*pointer)
        return None if at is None else (0, Field(tuple(range(len(card.channels))), (at[0],), (at[1],)))
    if isinstance(card, SharesCard):
        index = card.column_at(*pointer)
        return None if index is None else (int(card.number), alone((index, 0, 0)))
    cell = card.cell_at(*pointer) if isinstance(card, MapsCard) and card.values is not None else None
    return None if cell is None or not isinstance(card, MapsCard) else (int(card.number), alone(cell))


class Front(Value):
    """What stands on the large grids: the level that comes to the layer in focus, which of its channels, which map.

    step: how far pixels are apart, down and across, with the zeros of a spread image between them.
    """

    level: int
    channel: int
    filter: int
    step: Pair


def front_of(scenario: Scenario) -> Front:
    """Return what stands on the large grids."""
    step = scenario.layer.chosen_stride if scenario.layer.is_transposed else (1, 1)
    return Front(scenario.number - 1, scenario.channel, scenario.filter, step)


def grid_marks(found: Fields, front: Front, places: Stage, unit: float) -> tuple[Widget, ...]:
    """Return the frames on the large grids: on what comes to the layer in focus, and on the map in front."""
    marks = []
    own = (GridName.IMAGE, front.level, front.channel), (GridName.OUTPUT, front.level + 1, front.filter)
    for grid, level, shown in own:
        field, place = found.fields[level], getattr(places, grid.value)
        if shown not in field.channels or not place.pitch:
            continue
        apart = front.step if grid is GridName.IMAGE else (1, 1)
        for index, (first, size) in enumerate(blocks_of(field)):
            begin = first[0] * apart[0], first[1] * apart[1]
            extent = (size[0] - 1) * apart[0] + 1, (size[1] - 1) * apart[1] + 1
            pencil = Pencil(place)
            rect = pencil.holding((begin,), 3, extent)
            name = f"field {grid.value} {index}"
            marks.append(LinkFrame(name=name, rect=rect, unit=unit, pencil=pencil, first=begin, size=extent))
    return tuple(marks)


class Stand(Value):
    """Where a card stands with what a field may be framed on: the grids of its level, or the columns of its classes.

    They are all that frames follow from, so that they stay while the numbers on the cards become others.
    """

    name: str
    rect: Rect
    unit: float
    clip: Rect | None
    level: int
    grids: tuple[SmallGrid, ...] = ()
    columns: tuple[Rect, ...] = ()


def stands_of(cards: tuple[Widget, ...]) -> tuple[Stand, ...]:
    """Return where the cards of a strip stand that show something."""
    found = []
    for card in cards:
        if isinstance(card, SourceCard):
            found.append(_stand(card, 0, () if card.grid is None else (card.grid,)))
        elif isinstance(card, MapsCard):
            found.append(_stand(card, int(card.number), card.grids))
        elif isinstance(card, SharesCard):
            columns = tuple(one.share if card.upright else one.sum for one in card.columns)
            found.append(_stand(card, int(card.number)).changed(columns=columns))
    return tuple(found)


def _stand(card: Widget, level: int, grids: tuple[SmallGrid, ...] = ()) -> Stand:
    return Stand(card.name, card.rect, card.unit, card.clip, level, grids)


def field_marks(stands: tuple[Stand, ...], found: Fields) -> tuple[Widget, ...]:
    """Return the frames on the cards of the strip."""
    marks = []
    for stand in stands:
        frames = _frames(stand, found.fields[stand.level])
        if frames:
            whole = frames[0]
            for frame in frames[1:]:
                whole = whole.union(frame)
            marks.append(
                FieldMarks(
                    name=f"field {stand.name}",
                    rect=whole,
                    unit=stand.unit,
                    clip=stand.clip,
                    frames=frames,
                    feeds=stand.level > found.at,
                )
            )
    return tuple(marks)


def _frames(stand: Stand, field: Field) -> tuple[Rect, ...]:
    """Return where the frames of a field are on a card."""
    x, y = stand.rect[:2]
    if stand.columns:
        columns = (stand.columns[index] for index in field.channels if index < len(stand.columns))
        return tuple(column.moved(x, y).inset(-2) for column in columns)
    grids = stand.grids if not stand.level else [stand.grids[one] for one in field.channels if one < len(stand.grids)]
    return tuple(block.moved(x, y) for grid in grids for block in _blocks(grid, field))


def _blocks(grid: SmallGrid, field: Field) -> list[Rect]:
    """Return the blocks of a field on a grid, its runs of neighbours apart."""
    return [grid.block(*first, *size).inset(-2) for first, size in blocks_of(field)]


def blocks_of(field: Field) -> list[tuple[Pair, Pair]]:
    """Return the blocks of a field, each as its first cell and its size; very many are one that holds all."""
    if field.is_empty:
        return []
    runs = [_runs(places) for places in (field.rows, field.columns)]
    if len(runs[0]) * len(runs[1]) > FEW:
        runs = [[(places[0], places[-1])] for places in (field.rows, field.columns)]
    return [((top, left), (bottom - top + 1, right - left + 1)) for top, bottom in runs[0] for left, right in runs[1]]


def _runs(places: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the runs of neighbours among places in order, each by its first and last."""
    breaks = [index for index, (one, other) in enumerate(pairwise(places), 1) if other != one + 1]
    return [(places[first], places[last - 1]) for first, last in pairwise((0, *breaks, len(places)))]
