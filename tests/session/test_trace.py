"""Where a cell of a network comes from: a build of its own, a key, what is lit and when, and what ends it."""

from __future__ import annotations

import pytest

from game.core.receptive import alone, fields_of
from game.files.errors import FileProblem
from game.files.shelf_file import shelf_in
from game.files.tour import Build
from game.input.intent import Cell, GridName
from game.input.interface_intents import Escape, Hover
from game.input.layer_intents import FocusLayer, LeaveTrace, PaintSource, ToggleTrace
from game.input.mode_intents import Blank, StartPresent, ToggleCompare, TogglePredict
from game.input.tour_intents import BeginTour
from game.input.walk_intents import NextStop, PreviousStop, StepBack, ToEnd, TogglePlay, ToStart
from game.input.window_intents import Tick, ToggleReducedMotion
from game.play.trace import A_LAYER
from game.session.facts.notes import notes_facts
from game.session.facts.trace import TraceFacts, trace_facts
from game.session.scene import with_scene
from game.session.state import State
from game.session.trace import lights, traces_next
from game.words.sentences import sentence_for
from game.words.texts import text
from tests.networks import at_end, digit_reader, four_layers
from tests.picture import state

from .hands import after, fresh, sentences


def facts_of(shown: State) -> TraceFacts:
    assert shown.interface.trace is not None
    return trace_facts(shown.result, shown.interface.trace)


def test_one_press_behind_the_last_layers_end_lights_its_strongest_cell() -> None:
    ended = after(at_end(digit_reader(2)), StartPresent())
    assert traces_next(ended)
    assert notes_facts(ended).ahead == "traces"
    shown = after(ended, NextStop())
    trace = shown.interface.trace
    assert trace is not None
    shares = [float(grid[0, 0]) for grid in ended.result.maps]
    assert (trace.level, trace.cell) == (3, (shares.index(max(shares)), 0, 0))
    assert (trace.lit, lights(shown)) == (0, True)


def test_layers_are_lit_one_after_the_other_in_time_and_a_press_completes_it() -> None:
    shown = after(at_end(digit_reader(2)), NextStop())
    for count in range(1, 4):
        shown = after(shown, Tick(A_LAYER / 2), Tick(A_LAYER / 2))
        assert shown.interface.trace is not None
        assert shown.interface.trace.lit == count
    assert not lights(shown)
    assert after(shown, Tick(9.0)).interface.trace == shown.interface.trace
    begun = after(at_end(digit_reader(2)), NextStop())
    assert notes_facts(begun).ahead == "completes"
    completed = after(begun, NextStop())
    assert completed.interface.trace is not None
    assert completed.interface.trace.is_whole
    assert notes_facts(completed).ahead == "ended"
    assert after(completed, NextStop()) == completed


def test_behind_a_blank_screen_and_with_less_motion_nothing_is_lit_in_time() -> None:
    blank = after(at_end(digit_reader(2)), NextStop(), Blank("black"), Tick(5.0))
    assert blank.interface.trace is not None
    assert blank.interface.trace.lit == 0
    still = after(at_end(digit_reader(2)), ToggleReducedMotion(), NextStop())
    assert still.interface.trace is not None
    assert still.interface.trace.is_whole


def test_page_up_takes_it_back_and_the_walk_is_where_it_was() -> None:
    ended = at_end(digit_reader(2))
    back = after(ended, NextStop(), PreviousStop())
    assert back.interface.trace is None
    assert back.playback.position == ended.playback.position
    assert back.scenario.number == ended.scenario.number


def test_before_the_last_layer_a_press_goes_to_the_next_layer_as_ever() -> None:
    ended = at_end(digit_reader(1))
    assert notes_facts(ended).ahead == "layer"
    on = after(ended, NextStop())
    assert (on.interface.trace, on.scenario.number) == (None, 3)


def test_the_key_lights_the_cell_that_is_made_or_pointed_at_and_takes_it_back() -> None:
    shown = after(state(digit_reader(1), 21.4), ToggleTrace())
    assert shown.interface.trace is not None
    assert (shown.interface.trace.level, shown.interface.trace.cell) == (2, (1, 1, 1))
    assert shown.interface.trace.made == (16, 5, 0, 0)
    assert not shown.playback.playing
    pointed = after(at_end(digit_reader(1)), Hover(Cell(GridName.IMAGE, 3, 5), (1.0, 1.0)), ToggleTrace())
    assert pointed.interface.trace is not None
    assert (pointed.interface.trace.level, pointed.interface.trace.cell) == (1, (3, 3, 5))
    own = after(at_end(digit_reader(1)), ToggleTrace(Cell(GridName.OUTPUT, 2, 3)))
    assert own.interface.trace is not None
    assert own.interface.trace.cell == (3, 2, 3)
    for leaving in (ToggleTrace(), LeaveTrace(), Escape()):
        assert after(own, leaving).interface.trace is None


def test_what_is_lit_is_the_receptive_field_of_each_layer() -> None:
    shown = after(at_end(four_layers(2)), ToggleTrace(Cell(GridName.OUTPUT, 0, 1)))
    facts = facts_of(shown)
    layers = (*shown.scenario.chain.before, shown.scenario.layer) if shown.scenario.chain else ()
    fields = fields_of(layers, (3, 12, 12), len(layers), alone(facts.cell))
    assert tuple(level.field for level in facts.levels) == fields
    assert [level.number for level in facts.levels] == [0, 1, 2, 3]
    assert len(facts.levels[0].channels) == 3
    for level, field in zip(facts.levels[1:3], fields[1:3], strict=True):
        assert level.front in field.channels


@pytest.mark.parametrize("intent", [StepBack(), TogglePlay(), FocusLayer(0), PaintSource(((1, 1),), 0.5)])
def test_another_place_or_network_ends_it(intent: object) -> None:
    shown = after(at_end(digit_reader(2)), NextStop(), intent)  # type: ignore[arg-type]
    assert shown.interface.trace is None


def test_one_layer_a_question_and_a_comparison_say_why_not() -> None:
    assert sentences(after(fresh(), ToggleTrace())) == [text("trace.one_layer")]
    asked = after(at_end(digit_reader(0)), TogglePredict(), ToggleTrace())
    assert asked.interface.trace is None
    assert text("trace.secret") in sentences(asked)
    compared = after(at_end(digit_reader(0)), ToggleCompare(), ToggleTrace())
    assert compared.interface.trace is None
    assert text("trace.not_here") in sentences(compared)
    shown = after(at_end(digit_reader(0)), ToggleTrace(), TogglePredict())
    assert shown.interface.trace is None


def shelved(builds: object, layer: int = 1) -> object:
    """Return a shelf of one scene of two layers with these builds."""
    one = {"operation": "convolution", "weights": [[[[1, 1], [1, 1]]]]}
    scenario = {"kernelscope": 2, "image": [[1, 2, 3], [4, 5, 6], [7, 8, 9]], "white": 9, "layers": [one, one]}
    scene = {"name": "a", "title": "A", "scenario": scenario | {"layer": layer}, "builds": builds}
    return {"kernelscope_shelf": 1, "name": "S", "scenes": [scene]}


def test_a_scene_of_any_layer_may_end_with_it_by_its_word() -> None:
    walk = {"from": 0, "to": 1, "seconds": 1}
    scene = shelf_in(shelved([walk, "where it comes from"], 0), "x").scenes[0]
    assert scene.builds == (Build(0, 1, 1), Build(1, 1, 1))
    assert scene.builds[-1].traces
    assert scene.opened is not None
    shown = after(with_scene(fresh(scene.opened.scenario), scene), StartPresent(), NextStop(), NextStop())
    assert (shown.playback.position, shown.interface.trace) == (1.0, None)
    assert notes_facts(shown).build == (1, 2)
    assert notes_facts(shown).ahead == "traces"
    lit = after(shown, NextStop())
    assert lit.interface.trace is not None
    assert (lit.interface.trace.level, lit.interface.trace.cell) == (1, (0, 0, 0)), "the cell that was made last"
    assert lit.interface.trace.made == (1,)
    assert notes_facts(lit).build == (2, 2)
    on = after(lit, NextStop(), NextStop())
    assert on.playback.playing, "then the walk goes on by stops"
    assert after(lit, PreviousStop()).interface.trace is None


def test_a_scene_of_that_build_alone_goes_by_stops_while_its_walk_is_before_it() -> None:
    found = shelved(["where it comes from"], 0)
    assert isinstance(found, dict)
    found["scenes"][0]["position"] = 2
    scene = shelf_in(found, "x").scenes[0]
    assert scene.builds == (Build(2, 2, 1),)
    assert scene.opened is not None
    shown = after(with_scene(fresh(scene.opened.scenario, 2.0), scene), StartPresent())
    assert after(shown, NextStop()).interface.trace is not None
    before = after(shown, ToStart(), NextStop())
    assert (before.interface.trace, before.playback.playing) == (None, True)


@pytest.mark.parametrize("builds", [["where it comes from", {"from": 0, "to": 1, "seconds": 1}], ["where"]])
def test_the_word_stands_last_or_is_refused_with_a_sentence(builds: object) -> None:
    with pytest.raises(FileProblem) as caught:
        shelf_in(shelved(builds), "x")
    assert sentence_for(caught.value).endswith(".")


def test_a_lesson_lights_it_between_its_builds_and_its_next_scene() -> None:
    from game.files.lesson_file import read_led
    from game.files.tour_file import tour_path

    tour = read_led(tour_path("lesson-6"))
    index = next(place for place, stop in enumerate(tour.stops) if stop.builds and stop.builds[-1].traces)
    shown = after(fresh(), BeginTour(tour, "", index), StartPresent(), ToEnd())
    lit = after(shown, NextStop())
    assert lit.interface.trace is not None
    assert facts_of(lit).cell[0] == 7
    whole = after(lit, NextStop())
    assert after(whole, PreviousStop()).interface.trace is None
    gone = after(whole, NextStop())
    assert gone.tour is not None
    assert (gone.tour.index, gone.interface.trace) == (index + 1, None)
