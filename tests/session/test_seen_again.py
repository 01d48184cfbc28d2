"""What "+ what I see now" stores comes back exactly: numbers, walk, view, front, look, spread, stamp, side B."""

from __future__ import annotations

import json

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.operation_change import TRANSPOSED, with_operation
from game.core.scenario import Scenario
from game.files.lesson_file import lesson_in
from game.files.lesson_text import lesson_text
from game.files.scenario_file import scenario_in, to_json
from game.files.scenario_parts import OpenedScenario
from game.files.tour import Tour
from game.handout.text_code import decoded, encoded
from game.input.intent import Intent, Side
from game.input.mode_intents import ToggleCompare
from game.input.stack_intents import StackIntent
from game.input.walk_intents import BringChannel, BringColour, Scrub
from game.session.front import front_of
from game.session.modes.lesson import seen
from game.session.reduce import reduce
from game.session.stack_intents import looked_at, view_of
from game.session.state import State, new_state
from game.session.tour import tour_begun
from tests.session.hands import after, fresh
from tests.session.test_properties import intents_of

RNG = np.random.default_rng(5)
COLOUR = Scenario(
    RNG.integers(0, 4, (3, 4, 5)).astype(float), RNG.integers(-2, 3, (2, 3, 2, 2)).astype(float), white=3.0
)
PLAIN = Scenario(RNG.integers(0, 4, (4, 4)).astype(float), np.ones((2, 2)), 3.0)
STAMPS = with_operation(
    Scenario(RNG.integers(0, 4, (2, 3, 3)).astype(float), RNG.integers(-2, 3, (2, 2, 3, 3)).astype(float), white=3.0)
    .varied(stride=(2, 2)),
    TRANSPOSED,
)  # fmt: skip
CUT = STAMPS.varied(padding=(1, 1))
STARTS = st.sampled_from([COLOUR, PLAIN, STAMPS, CUT]).map(fresh)
LOOKS = st.one_of(
    intents_of(StackIntent),
    st.builds(BringColour, st.booleans()),
    st.integers(0, 2).map(BringChannel),
    st.floats(0, 60).map(lambda at: Scrub(round(at, 2))),
    st.just(ToggleCompare()),
)


def what_is_seen(state: State) -> dict[str, object]:
    """Return all that a scene has to bring back, as it is seen."""
    interface, scenario = state.interface, state.scenario
    return {
        "image": scenario.tensor.tolist(),
        "layer": json.loads(to_json(scenario.named(""), None, None)),
        "position": round(state.position_in_cells, 9),
        "stamp": round(state.playback.position, 9) if state.stamped else None,
        "stacked": interface.stacked,
        "camera": interface.camera,
        "turning": interface.turning,
        "look": interface.map_look,
        "spread": interface.spread if scenario.layer.is_transposed else None,
        "stamped": state.stamped,
        "front": front_of(state),
        "mixed": state.mixed,
        "channel": None if state.compare.on else state.result.scenario.channel,
        "filter": state.result.scenario.filter,
        "other": to_json(state.work.of(Side.B).named(""), None, None) if state.compare.on else None,
    }


def looked(state: State, intents: list[Intent]) -> State:
    """Return a state after intents, at rest: what flies has come to where it goes."""
    for intent in intents:
        state = reduce(state, intent)
    flat = state.changed(interface=state.interface.changed(rise=float(state.interface.stacked)))
    return after(flat, Scrub(flat.playback.position))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STARTS, st.lists(LOOKS, max_size=8))
def test_a_scene_of_what_is_seen_shows_it_again(state: State, intents: list[Intent]) -> None:
    state = looked(state, intents)
    text = lesson_text(Tour("L", (seen(state),), is_lesson=True), with_scenes=True)
    lesson = lesson_in(json.loads(text), "lesson.json")
    again = tour_begun(fresh(PLAIN), lesson)
    assert what_is_seen(after(again, Scrub(again.playback.position))) == what_is_seen(state)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STARTS, st.lists(LOOKS.filter(lambda intent: not isinstance(intent, ToggleCompare)), max_size=8))
def test_a_file_and_a_text_code_of_what_is_seen_show_it_again(state: State, intents: list[Intent]) -> None:
    state = looked(state, intents)
    view = view_of(state)
    written = json.loads(to_json(state.scenario, state.position_in_cells, view))
    coded = decoded(encoded(OpenedScenario(state.scenario, state.position_in_cells, view)))
    for found in (scenario_in(written, "s.json"), coded):
        again = looked_at(new_state(found.scenario, state.settings, found.position or 0.0, False), found.view, None)
        again = after(again, Scrub(again.playback.position))
        assert what_is_seen(again) == what_is_seen(state)


def test_the_colour_picture_and_a_channel_are_said_in_the_view() -> None:
    assert view_of(after(fresh(COLOUR), BringColour(on=True)))["colour"] is True
    assert view_of(after(fresh(COLOUR), BringChannel(2)))["channel"] == 2
    assert view_of(fresh(COLOUR)) == {"name": "flat"}
    assert view_of(after(fresh(COLOUR), BringChannel(2), Scrub(3.0))) == {"name": "flat"}


def test_a_channel_that_there_is_not_and_a_colour_picture_of_none_change_nothing() -> None:
    for view in ({"channel": 3}, {"colour": True}, {"channel": 9, "colour": True}):
        again = looked_at(fresh(PLAIN), view, None)
        assert (again.mixed, again.result.scenario.channel, front_of(again)) == (False, 0, (None, False))
