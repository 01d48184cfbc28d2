"""A lesson is made in the gallery: of what is seen and of scenes, in any order; every change can be taken back."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.files.lesson_file import lesson_in
from game.files.lesson_text import lesson_text
from game.files.scenario_file import OpenedScenario
from game.files.shelf import Scene
from game.files.strict_json import parsed
from game.files.tour import Build, Question, Stop
from game.files.tour_file import MOST_STOPS
from game.input.intent import Control, Side
from game.input.interface_intents import AcceptEntry, EntryText, OpenEntry
from game.input.lesson_intents import (
    AddScene,
    AddWhatIsSeen,
    AskInScene,
    ChooseScene,
    EditLesson,
    LessonWritten,
    MoveScene,
    NameLesson,
    NewLesson,
    PresentLesson,
    RemoveScene,
    ReplaceScene,
    SayOfScene,
    UndoLesson,
)
from game.input.mode_intents import ToggleCompare
from game.input.scenario_intents import SetQuantity, Undo
from game.input.stack_intents import Orbit, ToggleStack
from game.input.tour_intents import LeaveTour
from game.input.walk_intents import NextStop, Scrub
from game.session.lesson import Draft, drafted
from game.session.modes.lesson import seen
from game.session.state import State
from tests.layers import three_channels
from tests.networks import digit_reader
from tests.pooling import pooled

from .hands import after, fresh, sentences


def stamping() -> Scenario:
    return Scenario(np.arange(6.0).reshape(2, 3) / 6, np.ones((2, 2)), stride=(2, 2), transposed=True)


def draft(state: State) -> Draft:
    return drafted(state.interface.draft)


def titles(state: State) -> list[str]:
    return [scene.title for scene in draft(state).scenes]


def three() -> State:
    """Return a state with a lesson of the scenes a, b and c."""
    scenes = [Scene(name, name, OpenedScenario(Scenario(np.eye(3), np.ones((1, 2))), None, {})) for name in "abc"]
    return after(fresh(), *map(AddScene, scenes))


def same(one: Stop, two: Stop) -> bool:
    """Tell whether two scenes show the same."""
    others = [scene.other and lesson_text_of(scene.other) for scene in (one, two)]
    alike = (one.scenario, one.position, one.stacked, one.stamps, one.view) == (
        two.scenario,
        two.position,
        two.stacked,
        two.stamps,
        two.view,
    )
    return alike and others[0] == others[1]


def lesson_text_of(scenario: Scenario) -> str:
    from game.files.scenario_file import to_json

    return to_json(scenario)


@pytest.mark.parametrize(
    "scenario", [None, three_channels(), pooled(), stamping()], ids=("one", "three", "pooled", "stamped")
)
def test_what_is_seen_is_a_scene_that_shows_it_again_after_it_was_written_and_read(scenario: Scenario | None) -> None:
    state = after(fresh(scenario), Scrub(2.5), ToggleStack(), Orbit(20.0, 0.0))
    for shown in (state, after(state, ToggleStack()), after(fresh(scenario), ToggleCompare())):
        made = seen(shown)
        added = after(shown, AddWhatIsSeen())
        (found,) = lesson_in(parsed(lesson_text(draft(added).lesson, with_scenes=True), ""), "l.json").stops
        assert same(found, made)
        begun = after(added, PresentLesson())
        assert np.array_equal(begun.result.output, shown.result.output)
        assert begun.playback.position == pytest.approx(shown.playback.position)
        assert begun.interface.stacked == shown.interface.stacked
        assert begun.compare.on == shown.compare.on
        assert begun.interface.presenting


def test_a_scene_of_a_shelf_brings_the_build_that_shows_where_a_cell_comes_from() -> None:
    builds = Build(1.0, 3.0, 2.0), Build(3.0, 3.0, 1.0)
    shelved = Scene("s", "Reader", OpenedScenario(digit_reader(2), 1.0, {}), builds=builds)
    (found,) = draft(after(fresh(), AddScene(shelved))).scenes
    assert found.builds == builds
    written = found.found["builds"]
    assert isinstance(written, list)
    assert written[-1] == "where it comes from"


def test_a_scene_of_a_shelf_brings_its_builds_and_its_side_b() -> None:
    one, two = Scenario(np.eye(4), np.ones((2, 2))), Scenario(np.eye(4), np.ones((3, 3)))
    shelved = Scene("s", "Two kernels", OpenedScenario(one, 1.0, {}), builds=(Build(1.0, 3.0, 2.0),), other=two)
    (found,) = draft(after(fresh(), AddScene(shelved))).scenes
    assert (found.title, found.position, found.builds) == ("Two kernels", 1.0, (Build(1.0, 3.0, 2.0),))
    assert found.other is not None
    assert found.other.kernel_size == (3, 3)


def test_scenes_are_moved_taken_out_and_put_back() -> None:
    state = three()
    assert titles(state) == ["a", "b", "c"]
    assert draft(state).chosen == 2
    moved = after(state, MoveScene(2, 0))
    assert (titles(moved), draft(moved).chosen) == (["c", "a", "b"], 0)
    assert titles(after(moved, MoveScene(0, 99))) == ["a", "b", "c"]
    removed = after(state, RemoveScene(1))
    assert titles(removed) == ["a", "c"]
    assert titles(after(removed, UndoLesson())) == ["a", "b", "c"]
    assert titles(after(removed, UndoLesson(), UndoLesson())) == ["a", "b"]
    assert after(state, RemoveScene(7), MoveScene(-1, 0)).interface.draft == state.interface.draft


def test_no_undo_of_the_work_touches_the_lesson() -> None:
    state = after(fresh(), SetQuantity("stride", 2, 2), AddWhatIsSeen(), Undo())
    assert len(titles(state)) == 1
    assert draft(state).scenes[0].scenario.stride == (2, 2)


def test_what_is_seen_takes_the_place_of_a_scene_and_its_words_stay() -> None:
    state = after(three(), SayOfScene(1, "note", "Ask first."), AskInScene(1, "size"), SetQuantity("stride", 2, 2))
    scene = draft(after(state, ReplaceScene(1))).scenes[1]
    assert (scene.title, scene.note, scene.question) == ("b", "Ask first.", Question("size"))
    assert scene.scenario.stride == (2, 2)


def test_words_are_typed_where_they_stand() -> None:
    state = after(three(), ChooseScene(0), OpenEntry(Control("scene title")), EntryText("An edge"), AcceptEntry())
    state = after(state, OpenEntry(Control("scene note")), EntryText("Ask, then wait."), AcceptEntry())
    state = after(state, OpenEntry(Control("lesson name")), EntryText("Edges"), AcceptEntry())
    scene = draft(state).scenes[0]
    assert (scene.title, scene.note, draft(state).name) == ("An edge", "Ask, then wait.", "Edges")
    assert after(state, SayOfScene(0, "title", " ")).interface.draft == state.interface.draft
    assert draft(after(state, SayOfScene(0, "note", ""))).scenes[0].note == ""
    assert after(state, ChooseScene(None), OpenEntry(Control("scene note"))).interface.entry is None


def test_a_question_is_asked_and_taken_back() -> None:
    state = after(three(), AskInScene(0, "value"))
    assert draft(state).scenes[0].question == Question("value")
    assert draft(after(state, AskInScene(0, ""))).scenes[0].question is None


def test_a_lesson_that_is_opened_or_begun_anew_does_not_lose_the_one_before() -> None:
    state = three()
    other = lesson_in({"kernelscope_lesson": 1, "name": "O", "scenes": [draft(state).scenes[0].found]}, "l.json")
    opened = after(state, EditLesson(other, "/l.json"))
    assert (titles(opened), draft(opened).saved, draft(opened).path) == (["a"], True, "/l.json")
    assert titles(after(opened, UndoLesson())) == ["a", "b", "c"]
    begun = after(state, NewLesson())
    assert titles(begun) == []
    assert titles(after(begun, UndoLesson())) == ["a", "b", "c"]


def test_it_is_said_whether_the_file_holds_the_lesson_as_it_is() -> None:
    state = after(three(), LessonWritten("/l.json"))
    assert draft(state).saved
    assert not draft(after(state, NameLesson("x"))).saved


def test_a_lesson_that_was_written_is_the_first_of_the_recent_files_also_after_it_was_led() -> None:
    assert after(three(), LessonWritten("/l.json")).settings.recent == ("/l.json",)
    led = after(three(), PresentLesson(0), LessonWritten("/l.json"), LeaveTour())
    assert led.settings.recent == ("/l.json",)


def test_the_lesson_stays_while_it_is_led_and_after_it() -> None:
    state = after(three(), PresentLesson(1), NextStop())
    assert state.tour is not None
    assert state.tour.index == 1
    assert titles(state) == ["a", "b", "c"]
    assert titles(after(state, LeaveTour())) == ["a", "b", "c"]
    assert state.work.of(Side.A).image.shape == (3, 3)


def test_a_lesson_has_a_most_and_an_empty_one_is_not_presented() -> None:
    full = after(fresh(), *[AddWhatIsSeen()] * (MOST_STOPS + 1))
    assert len(titles(full)) == MOST_STOPS
    assert str(MOST_STOPS) in sentences(full)[-1]
    assert after(fresh(), PresentLesson()).tour is None
