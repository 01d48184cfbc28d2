"""The Flat view of a layer: the channel in front, a lane for each channel, the map in front, and their column addition.

What one channel and one filter have, too, is drawn by the same functions as there.
"""

from __future__ import annotations

from ...core.convolution import patch_corner
from ...play.moment import Moment
from ...session.facts.layers import Lanes
from ...ui.geometry import EMPTY
from ...ui.lane_places import LaneStage
from ...ui.widgets.base import Widget
from ...value import Value
from ...window.brush import brush_row
from ..flat import below, card_widget, ground, is_summed, marks_on, patch_widget, source_image, switched
from ..frame import Keeper, StillFrame
from ..making import BlankOutput, making_of
from ..numbers import share_look
from ..output import Output, legend
from ..pencil import Pencil
from ..places import Looks, front_lane, looks_in, stage_of
from ..written_lines import term_in_line
from .around import channel_pictures, kept_maps, maps_shown, outlines
from .lane import hand, lane
from .line import lane_line
from .looks import LaneLooks, readable_look
from .now import column_sum, facts_of_line, large, now, shown_lanes
from .numbers import column_decimals, lane_looks_of, terms_of
from .pooled import stands_of, term_now, told, winner_marks
from .row_lens import row_lens
from .rows import kernel_rows, row_sums, still_rows
from .titles import lane_titles


class _Still(Value):
    """What of the stage keeps still while the walk goes on."""

    places: LaneStage
    looks: Looks
    image: Widget
    titles: tuple[Widget, ...]
    pictures: tuple[Widget, ...]
    brush: tuple[Widget, ...]
    legend: tuple[Widget, ...]


def lanes_view(frame: StillFrame, moment: Moment, lanes: Lanes | None, keep: Keeper) -> tuple[Widget, ...]:
    """Return everything on the stage, from the bottom to the top, and the line under it."""
    still = keep.again(_still, frame, keep)
    places, side = still.places, frame.side
    parts = shown_lanes(side, moment, lanes)
    patch = () if side.covered or side.mixed else patch_widget(moment, side.result, places.image)
    card = (card_widget(frame, moment, places.image, still.looks),) if side.placed else ()
    looks = lane_looks_of(frame, parts.lanes, places)
    marked = keep(marks_on, side.pointing, moment.cell, places)
    return (
        keep(ground, keep.frame),
        *still.titles,
        still.image,
        *still.pictures,
        *_outlines(frame, moment, still, keep),
        *still.brush,
        *patch,
        *_lanes(frame, parts, places, looks, lanes is not None, keep),
        *_map(frame, moment, parts, still),
        *still.legend,
        *kept_maps(keep, places.maps, parts.made, maps_shown(side)),
        *(below(frame, places, None, keep) if frame.still.asks else ()),
        *column_sum(frame, parts, places, looks, keep),
        *marked,
        *card,
        *_joined(frame, moment, parts, places),
        *winner_marks(side, moment, places),
        *now(frame, moment, parts, places, looks),
        *_line(frame, parts, places, looks, lanes is not None, keep),
        *switched(frame, keep),
    )


def _still(frame: StillFrame, keep: Keeper) -> _Still:
    """Return what follows from all but the walk; the titles stay also while pixels are painted."""
    places, side = keep.again(stage_of, frame), frame.side
    if not isinstance(places, LaneStage) or side.layer is None:
        raise TypeError("this view is of a layer; see `places.stage_of`")
    board, looks = side.boards.output, looks_in(frame, places)
    made = readable_look(frame.type, board.widest, places.output, board.decimals, 0, frame.still.settings.decimals)
    looks = looks.changed(output=share_look(frame.type, board.widest, places.output, made) if board.shares else made)
    brushed = places.brush.h and not frame.still.interface.stacked
    return _Still(
        places=places,
        looks=looks,
        image=source_image(frame, places.image, looks),
        titles=keep(lane_titles, frame.still.titles, side.layer, places, keep.frame, side.counted),
        pictures=channel_pictures(frame, places),
        brush=keep(brush_row, frame.still.rail.brush, keep.frame, places.brush) if brushed else (),
        legend=legend(frame, places.legend, places.note if frame.layout.pictured else EMPTY),
    )


def _outlines(frame: StillFrame, moment: Moment, still: _Still, keep: Keeper) -> tuple[Widget, ...]:
    """Return the patch's outline on each small picture."""
    if moment.cell is None or not frame.side.placed:
        return ()
    scenario = frame.side.result.scenario
    return keep(outlines, still.pictures, patch_corner(scenario, moment.cell), scenario.kernel_extent)


def _lanes(
    frame: StillFrame, parts: Lanes, places: LaneStage, looks: LaneLooks, placed: bool, keep: Keeper
) -> tuple[Widget, ...]:
    """Return the lanes, what answers hands on those that are not in front, and the rows of all."""
    side, shown = frame.side, large(places, parts.lanes, front_lane(frame.side.layer))
    working = any(one.work for one in parts.lanes)
    found: list[Widget] = []
    for facts, place in zip(shown, places.lanes, strict=True):
        front = front_lane(side.layer) >= 0 and parts.lanes[front_lane(side.layer)] is facts
        weights = facts.result.scenario.kernel
        board = side.boards.kernel.changed(values=weights, widest=weights)
        board = side.boards.kernel if board == side.boards.kernel else board.changed(since=None)
        found.extend(lane(frame, facts, place, board, looks, working and not facts.work, front, placed))
        if not front:
            found.append(hand(frame, facts, place))
    rows = (
        keep(still_rows, keep.frame, kernel_rows(parts.lanes), side.boards.kernel.magnitude, places)
        if places.rows
        else ()
    )
    return (*found, *rows, *row_sums(frame, parts.lanes, places, looks))


def _joined(frame: StillFrame, moment: Moment, parts: Lanes, places: LaneStage) -> tuple[Widget, ...]:
    """Return what joins a large picture and its loupe."""
    side, interface = frame.side, frame.still.interface
    if side.layer is None or not side.layer.pictured or interface.stacked or interface.rise > 0:
        return ()
    from .loupe import links  # few images are large pictures

    return links(side, moment, places, parts.column)


def _map(frame: StillFrame, moment: Moment, parts: Lanes, still: _Still) -> tuple[Widget, ...]:
    """Return the map in front, and the cell of it that is being made: empty until the sum stands."""
    side, places, board = frame.side, still.places, frame.side.boards.output
    place, look = places.output, still.looks.output
    if not side.sized:
        size = place.rect.h // 3
        return (BlankOutput(name="grid output", rect=place.rect, unit=places.text, radius=places.px(9), size=size),)
    whole = Output(name="grid output", rect=place.rect, place=place, board=board, made=moment.made, look=look)
    making = making_of(Pencil(place, look), moment.changed(shown_sum=stands_of(parts.column)), side.asked, board)
    return (whole,) if making is None else (whole, making)


def line_alone(frame: StillFrame, moment: Moment, lanes: Lanes | None, keep: Keeper) -> tuple[Widget, ...]:
    """Return the line where the lanes themselves are not drawn, without its lens."""
    parts = shown_lanes(frame.side, moment, lanes)
    own = keep(_without_lens, frame)
    if own is None:
        return ()
    return _line(frame, parts, own, lane_looks_of(frame, parts.lanes, own), lanes is not None, keep)


def _without_lens(frame: StillFrame) -> LaneStage | None:
    """Return the places of the lanes, but for the lens; None where there are none."""
    places = stage_of(frame)
    return places.changed(lens=EMPTY) if isinstance(places, LaneStage) else None


def _line(
    frame: StillFrame, parts: Lanes, places: LaneStage, looks: LaneLooks, placed: bool, keep: Keeper
) -> tuple[Widget, ...]:
    """Return the line of the lane in work, or of the one in front, the rule under its term, and the lane's lens."""
    side = frame.side
    facts = facts_of_line(parts.lanes, front_lane(side.layer))
    summed = is_summed(facts.moment)
    terms = keep(terms_of, frame, facts.result, facts.moment.cell, looks, summed) if placed else None
    terms = told(terms, parts.column) if terms is not None else None
    decimals, asked = column_decimals(frame, parts.column, looks), side.asked is not None
    line = keep(lane_line, terms, parts.column, decimals, facts.letter, asked, keep.frame)
    if terms is None:
        return line
    lens = row_lens(frame, facts, terms, looks, places.lens)
    term = term_now(side, facts.result, facts.moment)
    return (*line, *term_in_line(frame.type, line, term, facts.moment.flight.size), *lens)
