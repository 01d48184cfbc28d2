"""The walk of the stamps of a transposed convolution, and where it is in the other one, over the spread image.

The two pictures of one layer count their steps differently: stamps, or cells. Who changes from one picture to the other
goes on where they were: a pixel's stamp stands for the cell in the middle of what it feeds.
"""

from __future__ import annotations

from ..core.grid import Pair
from ..core.scenario import Scenario
from ..core.stamps import Stamp, corner_of, kept_of, stamp_at, step_of
from .easing import clamp
from .phases import TOLERANCE
from .playback import Playback
from .walk import place_of, position_of


def in_cells(scenario: Scenario, position: float) -> float:
    """Return where the walk over the spread image is when that of the stamps is at a position; ends stay ends."""
    if position <= TOLERANCE:
        return 0.0
    if position >= scenario.stamps - TOLERANCE:
        return float(scenario.steps)
    step = int(position + TOLERANCE)
    stamp = stamp_at(scenario, step)
    lanes = scenario.layer.channels_of(stamp.filter)
    row, column = middle_of(scenario, stamp.pixel)
    turn = (lanes.index(stamp.channel) + max(position - step, 0.0)) / len(lanes)
    return position_of(scenario, stamp.filter, row * scenario.output_size[1] + column + turn)


def in_stamps(scenario: Scenario, position: float) -> float:
    """Return where the walk of the stamps is when that over the spread image is at a position; ends stay ends."""
    if position <= TOLERANCE:
        return 0.0
    if position >= scenario.steps - TOLERANCE:
        return float(scenario.stamps)
    number, local = place_of(scenario, position)
    cell = int(local + TOLERANCE)
    lanes = scenario.layer.channels_of(number)
    turn = max(local - cell, 0.0) * len(lanes)
    lane = min(int(turn + TOLERANCE), len(lanes) - 1)
    pixel = nearest_pixel(scenario, divmod(cell, scenario.output_size[1]))
    return step_of(scenario, Stamp(number, lanes[lane], pixel)) + max(turn - lane, 0.0)


def middle_of(scenario: Scenario, pixel: Pair) -> Pair:
    """Return the cell of the map in the middle of a pixel's stamp; of one that is cut off, the cell nearest to it."""
    extent, kept = scenario.kernel_extent, kept_of(scenario)
    corner = corner_of(scenario, pixel)
    row, column = (
        round(clamp(corner[axis] + (extent[axis] - 1) // 2, kept[axis].start, kept[axis].stop - 1)) - kept[axis].start
        for axis in (0, 1)
    )
    return row, column


def nearest_pixel(scenario: Scenario, cell: Pair) -> Pair:
    """Return the pixel whose stamp has its middle nearest to a cell of the map."""
    down, across = ((extent - 1) // 2 for extent in scenario.kernel_extent)
    return cornered_pixel(scenario, (cell[0] - down, cell[1] - across))


def cornered_pixel(scenario: Scenario, corner: tuple[float, float]) -> Pair:
    """Return the pixel whose stamp has its top left nearest to a place of the map; it may lie where that is cut off."""
    kept, stride, size = kept_of(scenario), scenario.layer.chosen_stride, scenario.pixel_size
    row, column = (round(clamp((corner[axis] + kept[axis].start) / stride[axis], 0, size[axis] - 1)) for axis in (0, 1))
    return row, column


def counted_in(playback: Playback, scenario: Scenario, stamps: bool) -> Playback:
    """Return a playback whose position has counted the one kind of steps, and now counts stamps, or cells."""
    move = in_stamps if stamps else in_cells
    position = move(scenario, playback.position)
    if playback.target is None:
        return playback.changed(position=position)
    target, left = max(move(scenario, playback.target), position), playback.target - playback.position
    pace = None if playback.pace is None or left <= 0 else playback.pace * (target - position) / left
    return playback.changed(position=position, target=target, pace=pace or None)
