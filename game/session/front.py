"""Which channel and which filter are in front: the filter whose map is being made, and the channel that is multiplied.

They follow the walk. A channel that a hand has brought forward stays there until it is another lane's turn; the colour
picture stays until a channel is brought forward.
"""

from __future__ import annotations

from ..input.intent import Intent
from ..input.walk_intents import BringChannel, BringColour
from ..play.phases import TOLERANCE
from ..play.score import lane_at, turns
from ..play.walk import place_of
from ..words.texts import text
from .predict import position_shown
from .state import COLOUR_CHANNELS, Handler, State, within
from .toasts import with_toast


def fronted(state: State) -> State:
    """Return the state with those channels and filters in front that its walk is at."""
    result, other = state.result, state.compare.result
    number, turn = _at(state)
    lanes = result.scenario.layer.channels_of(number)
    brought, when = state.interface.channel
    own = brought if when == turn and 0 <= brought < len(result.scenario.channels) else lanes[turn[1]]
    front = result.at(own, number)
    if other is not None:
        pools = other.scenario.layer.pooling is not None  # then each channel has a map of its own
        other = other.at(own, own if pools else min(number, other.scenario.layer.filters - 1))
    if front is result and other is state.compare.result:
        return state
    if other is state.compare.result:  # the very same comparison: what is shown of the last few turns is met again
        return state.changed(result=front)
    return state.changed(result=front, compare=state.compare.changed(result=other))


def _at(state: State) -> tuple[int, tuple[int, int]]:
    """Return the filter whose map is being made, and whose turn it is: the step, and the lane from 0.

    All lanes that work at the same time have one turn, which is that of every step.
    """
    scenario, brisk = state.result.scenario, state.playback.brisk
    if state.stamped:
        from ..core.stamps import stamp_at  # most layers have none

        stamp = stamp_at(scenario, int(position_shown(state) + TOLERANCE))
        return stamp.filter, (-3, scenario.layer.channels_of(stamp.filter).index(stamp.channel))
    number, local = place_of(scenario, position_shown(state))
    step = int(local + TOLERANCE)
    lanes = len(scenario.layer.channels_of(number))
    if turns(lanes, brisk) == 1:
        return number, (-1, 0)
    return number, (number * scenario.map_steps + step, lane_at(local - step, lanes, brisk))


def front_of(state: State) -> tuple[int | None, bool]:
    """Return what a hand has brought to the front: a channel from 0 or None, and whether the colour picture is."""
    scenario = state.result.scenario
    number, turn = _at(state)
    brought, when = state.interface.channel
    is_own = when == turn and 0 <= brought < len(scenario.channels)
    own = brought if is_own and brought != scenario.layer.channels_of(number)[turn[1]] else None
    return own, state.interface.mixed and len(state.scenario.channels) == COLOUR_CHANNELS


def with_front(state: State, channel: int | None, colour: bool) -> State:
    """Return the state with this in front, as `front_of` says it; what there is not stays where it is."""
    if channel is not None and channel < len(state.scenario.channels) and not state.stamped:
        state = within(state, "interface", channel=(channel, _at(state)[1]), mixed=False)
    colours = colour and len(state.scenario.channels) == COLOUR_CHANNELS
    return within(state, "interface", mixed=True) if colours else state


def _bring(state: State, intent: BringChannel) -> State:
    """Bring a channel to the front, for as long as this turn lasts."""
    count = len(state.result.scenario.channels)
    if count == 1:
        return state
    channel = intent.channel if intent.by is None else state.result.scenario.channel + intent.by
    if state.stamped:
        from .stamp_intents import to_channel  # most layers have no stamps

        return to_channel(state, channel)
    return within(state, "interface", channel=(min(max(channel, 0), count - 1), _at(state)[1]), mixed=False)


def _bring_colour(state: State, intent: BringColour) -> State:
    """Bring the colour picture to the front, until a channel is brought there; say why where there is none."""
    if not state.scenario.in_colour:
        return with_toast(state, text("colour.none"))
    if state.interface.stacked:
        return with_toast(state, text("colour.stacked"))
    return within(state, "interface", mixed=not state.interface.mixed if intent.on is None else intent.on)


HANDLERS: dict[type[Intent], Handler] = {BringChannel: _bring, BringColour: _bring_colour}
