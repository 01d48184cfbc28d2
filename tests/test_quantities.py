"""A made-up quantity has all that a quantity has, by its field, its row and its words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from game import flag_parser, flags
from game.core.limits import Range
from game.core.quantities import QUANTITIES, Quantity
from game.core.scenario import Scenario, startup
from game.files.errors import FileProblem
from game.files.scenario_file import to_json
from game.files.settings import Settings
from game.input.mode_intents import ToggleCompare
from game.input.scenario_intents import SetQuantity, Undo
from game.input.tour_intents import BeginTour
from game.session.naming import walk_words
from game.ui.widgets.slider import Slider
from game.words.sentences import sentence_for
from game.words.texts import TEXTS
from tests.files.examples import parse_scenario, parse_tour
from tests.session.hands import after, fresh
from tests.shell.hands import Person

WORDS = {
    "quantity.skew": "Skew",
    "quantity.skew.rows": "Skew, rows",
    "quantity.skew.columns": "Skew, columns",
    "tooltip.skew": "How skew it is, {low} – {high}",
    "tour.locked.skew": "This stop of the tour keeps its skew.",
    "walk.skew": "skew {value}",
}
STOP: dict[str, Any] = {
    "title": "Skew",
    "text": "Look.",
    "scenario": {"image": "noise", "image_size": 6, "kernel": "ones", "kernel_size": 3},
}


@pytest.fixture(autouse=True)
def _skew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give scenarios one number more, which changes no output."""
    monkeypatch.setattr(Scenario, "names", (*Scenario.names, "skew"))
    monkeypatch.setattr(Scenario, "defaults", Scenario.defaults | {"skew": (1, 1)})
    monkeypatch.setattr(Scenario, "skew", (1, 1), raising=False)  # for those that were made before
    monkeypatch.setitem(QUANTITIES, "skew", Quantity(name="skew", range=Range(1, 5), part="slide", hue="accent"))
    for name, words in WORDS.items():
        monkeypatch.setitem(TEXTS, name, words)


def skew_of(scenario: Scenario) -> object:
    return getattr(scenario, "skew")  # noqa: B009 - no type checker knows of it


def skewed(*pair: int) -> Scenario:
    return startup().varied(skew=pair)


def slider(person: Person, name: str = "skew") -> Slider:
    found = person.widget(name)
    assert isinstance(found, Slider)
    return found


def tour(**fields: object) -> str:
    return json.dumps({"kernelscope_tour": 1, "stops": [STOP | fields]})


def refused(text: str) -> str:
    with pytest.raises(FileProblem) as caught:
        parse_tour(text, "tour.json")
    return sentence_for(caught.value)


def test_it_has_a_slider_with_its_words_and_a_chain() -> None:
    person = Person(settings=Settings())
    assert (slider(person).label, slider(person).tooltip) == ("Skew", "How skew it is, 1 – 5")
    person.clicks((slider(person).place(4), slider(person).track.centre[1]))
    assert skew_of(person.state.scenario) == (4, 4)
    person.clicks("skew chain")
    assert slider(person, "skew rows").label == "Skew, rows"
    person.clicks((slider(person, "skew columns").place(2), slider(person, "skew columns").track.centre[1]))
    assert skew_of(person.state.scenario) == (4, 2)
    person.keys("Ctrl+Z", "Ctrl+Z")
    assert skew_of(person.state.scenario) == (1, 1)


def test_its_number_is_typed_and_refused_out_of_its_range() -> None:
    person = Person(settings=Settings(sections=("slide",)))
    person.clicks(slider(person).number_rect.centre)
    person.types("9")
    person.keys("Enter")
    assert [toast.sentence for toast in person.state.interface.toasts] == ["The skew must be from 1 to 5, not 9."]
    person.keys("Backspace")
    person.types("3")
    person.keys("Enter")
    assert skew_of(person.state.scenario) == (3, 3)


def test_it_has_a_flag_and_a_row_of_help() -> None:
    assert "--skew R[xC]" in flag_parser._parser().format_help()
    asked = flags.scenario_flags(flag_parser.parsed(["--skew", "2x3"]))
    assert skew_of(asked.applied_to(startup())) == (2, 3)
    with pytest.raises(FileProblem) as caught:
        flags.scenario_flags(flag_parser.parsed(["--skew", "much"]))
    assert sentence_for(caught.value) == "--skew needs whole numbers from 1 to 5 such as 8 or 8x6, not “much”."


def test_it_is_a_key_of_scenario_files_that_may_be_missing() -> None:
    assert skew_of(parse_scenario(to_json(skewed(2, 5))).scenario) == (2, 5)
    written = json.loads(to_json(startup()))
    assert written.pop("skew") == [1, 1]
    assert skew_of(parse_scenario(json.dumps(written)).scenario) == (1, 1)
    with pytest.raises(FileProblem) as caught:
        parse_scenario(json.dumps(written | {"skew": 3}), "a.json")
    assert sentence_for(caught.value) == "In “a.json”, “skew” must be a pair of numbers: [rows, columns]."


def test_a_tour_sets_it_asks_for_it_points_at_it_and_hides_it() -> None:
    told = tour(scenario=STOP["scenario"] | {"skew": 2}, task="Do.", when={"skew": 3}, point={"control": "skew"})
    read = parse_tour(told)
    assert skew_of(read.stops[0].scenario) == (2, 2)
    begun = after(fresh(), BeginTour(read))
    done = after(begun, SetQuantity("skew", None, 3))
    assert [run is not None and run.done for run in (begun.tour, done.tour)] == [False, True]
    for hidden in (False, True):
        person = Person()
        person.controller.dispatch((BeginTour(parse_tour(tour(hide=["skew"] if hidden else []))),))
        person.controller.built()
        assert ("skew" in person.names()) is not hidden
    assert refused(tour(task="Do.", when={"skew": 7})).startswith("The skew must be from 1 to 5, not 7.")


def test_a_tour_locks_it() -> None:
    locked = after(fresh(), BeginTour(parse_tour(tour(lock=["skew"]))))
    tried = after(locked, SetQuantity("skew", None, 3, typed=True))
    assert tried.interface.toasts[-1].sentence == "This stop of the tour keeps its skew."
    assert tried.scenario == locked.scenario
    assert "“when.skew” cannot be done: the stop locks it" in refused(tour(lock=["skew"], task="Do.", when={"skew": 3}))


def test_it_belongs_to_a_side_of_compare_and_an_undo_brings_it_back() -> None:
    compared = after(fresh(), ToggleCompare(), SetQuantity("skew", None, 3))
    assert compared.work.other is not None
    assert [skew_of(side) for side in (compared.work.scenario, compared.work.other)] == [(1, 1), (3, 3)]
    back = after(compared, Undo())
    assert back.work.other is not None
    assert skew_of(back.work.other) == (1, 1)


def test_it_is_spoken_of_where_it_is_not_as_at_first() -> None:
    assert walk_words(startup()) == ("stride 2", "padding 1")
    assert walk_words(skewed(2, 3)) == ("stride 2", "padding 1", "skew 2 × 3")
    assert walk_words(skewed(2, 2)) == ("stride 2", "padding 1", "skew 2")
