"""What the intents about the walk do while a step of it is a stamp: the same as ever, counted in stamps."""

from __future__ import annotations

from ..core.convolution import nearest_step_to
from ..core.grid import Pair
from ..core.scenario import Scenario
from ..core.stamps import Stamp, meeting, stamp_at, step_of
from ..files.tour import Build
from ..input.intent import Side
from ..play.phases import PRODUCTS_STAND, SETTLED, TOLERANCE
from ..play.playback import JUST_BEFORE
from ..play.stamp_walk import cornered_pixel, in_stamps, nearest_pixel
from .builds import default_builds
from .predict import position_shown
from .state import State


def shown_step(state: State) -> int:
    """Return the step whose stamp is shown; at the end, the last one."""
    return min(int(position_shown(state) + TOLERANCE), state.scenario.stamps - 1)


def shown_stamp(state: State) -> Stamp:
    """Return the stamp that is shown."""
    return stamp_at(state.scenario, shown_step(state))


def at_stamp(state: State, stamp: Stamp, fraction: float) -> State:
    """Return the state with its walk so far in a stamp, paused."""
    position = step_of(state.scenario, stamp) + fraction
    return state.changed(playback=state.playback.scrub(position, state.steps))


def to_cell(state: State, cell: Pair) -> State:
    """Go to the last stamp that meets a cell of the map in front, of the channel in front; where none does, stay."""
    pixels = meeting(state.scenario, cell)
    return at_stamp(state, shown_stamp(state).changed(pixel=pixels[-1]), PRODUCTS_STAND) if pixels else state


def to_filter(state: State, number: int) -> State:
    """Go to the same stamp of another filter's map; where the walk has not begun it, to where it begins."""
    each = state.scenario.map_stamps
    local = position_shown(state) - shown_stamp(state).filter * each
    least = JUST_BEFORE if number else 0.0  # at the very begin of a map the end of the one before is shown
    position = number * each + min(max(local, least), each - JUST_BEFORE)
    return state.changed(playback=state.playback.scrub(round(position, 9), state.steps))


def to_channel(state: State, channel: int) -> State:
    """Go to the stamp that the same pixel of another channel lays; of those that the filter in front sees."""
    stamp, position = shown_stamp(state), position_shown(state)
    lanes = state.scenario.layer.channels_of(stamp.filter)
    fraction = max(min(position - shown_step(state), 1.0), JUST_BEFORE)
    return at_stamp(state, stamp.changed(channel=min(max(channel, lanes[0]), lanes[-1])), fraction)


def to_step(state: State, step: int, fraction: float) -> State:
    """Go to the stamp that stands for a step of side A's walk over cells: side B is met there, which walks so."""
    pixel = nearest_pixel(state.scenario, divmod(step, state.scenario.output_size[1]))
    return at_stamp(state, shown_stamp(state).changed(pixel=pixel), fraction)


def to_corner(state: State, corner: tuple[float, float], side: Side) -> State:
    """Put a side's card on the nearest place. It lies there at once: where it would still slide, it settles."""
    position = state.playback.position
    fraction = max(0.0 if position >= state.steps - TOLERANCE else position - int(position), SETTLED)
    if side is Side.B:
        return to_step(state, nearest_step_to(state.scenario, corner), fraction)
    return at_stamp(state, shown_stamp(state).changed(pixel=cornered_pixel(state.scenario, corner)), fraction)


def stamp_builds(scenario: Scenario, position: float, builds: tuple[Build, ...] | None) -> tuple[Build, ...]:
    """Return the builds of a scene, which count cells, in stamps; without any, those that follow from its position."""
    if builds is None:
        wide = scenario.pixel_size[1]
        return default_builds(in_stamps(scenario, position), scenario.stamps // wide, wide)
    found, reached, seconds = list[Build](), 0.0, 0.0
    for each in builds:
        if each.traces:
            found.append(Build(reached, reached, each.seconds))
            break
        start = max(reached, in_stamps(scenario, each.start))
        end, seconds = max(start, in_stamps(scenario, each.end)), seconds + each.seconds
        if end > start:  # rows of cells may have the same stamps: then the next one takes their time, too
            found.append(Build(start, end, seconds))
            reached, seconds = end, 0.0
    return tuple(found)
