"""What stands still of each channel and filter is met again while one scrubs, and goes where other maps are shown."""

from __future__ import annotations

from game.input.scenario_intents import Paint
from game.input.walk_intents import Scrub
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.shown import Gathering
from game.session.state import State
from game.value import FEW, SEVERAL, Kept
from tests.layers import layer
from tests.picture import state

SHOWN = layer(3, 4, whole=False)


def scrubbed(now: State, turn: int) -> State:
    """Return the state in the turn of one of three channels, in the map of one of four filters."""
    number, channel = divmod(turn, 3)
    return reduce(now, Scrub(SHOWN.map_steps * number + 7 + (0.4, 0.55, 0.75)[channel]))


def test_what_stands_still_of_all_channels_and_filters_is_met_again() -> None:
    now, gather = fronted(state(SHOWN, 0.2)), Gathering()
    first = [gather(scrubbed(now, turn)).still for turn in range(SEVERAL)]
    assert len(set(map(id, first))) == SEVERAL
    assert all(gather(scrubbed(now, turn)).still is first[turn] for turn in range(SEVERAL))


def test_after_a_stroke_little_is_kept_of_what_was_before_it() -> None:
    """Else the maps of a large picture would be kept a dozen times."""
    now, gather = fronted(state(SHOWN, 0.2)), Gathering()
    for turn in range(SEVERAL):
        gather(scrubbed(now, turn))
    for value in (0.31, 0.32, 0.33):
        now = reduce(now, Paint(((2, 2),), value))
        gather(now)
    kept = vars(gather)["_stills"]
    assert len(kept) == FEW + 1


def test_parts_of_another_thing_go_but_for_a_few() -> None:
    made: list[int] = []

    def part(value: int) -> int:
        made.append(value)
        return value

    keep = Kept()
    for thing in ("one", "one", "another"):
        keep.turn_to(thing)
        for value in range(SEVERAL):
            keep.again(part, value)
    assert len(made) == 2 * SEVERAL - FEW
