"""The lessons that come with the program: every word can be shown, every answer is true, every scene has its notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import numpy as np
import pytest
from scipy.signal import correlate

from game.core.coverage import coverage
from game.core.result import result_of
from game.core.scenario import Scenario
from game.files.lesson_file import read_lesson
from game.files.tour import Stop, Tour
from game.files.tour_file import LESSONS, MOST_WORDS

from . import learning_answers, reader_answers


@cache
def lesson(name: str) -> Tour:
    return read_lesson(LESSONS[name])


SCENES = [(name, scene) for name in LESSONS for scene in lesson(name).stops]
IDS = [f"{name}, {scene.title}" for name, scene in SCENES]
EVERY_SCENE = pytest.mark.parametrize(("name", "scene"), SCENES, ids=IDS)


def map_of(scenario: Scenario) -> np.ndarray:
    """Return the first map of a plain convolution, as scipy works it out."""
    padded = np.pad(scenario.pixel_tensor, [(0, 0), *[(each,) * 2 for each in scenario.padding]])
    whole = correlate(padded, scenario.layer.weights[0], "valid")[0]
    found: np.ndarray = whole[:: scenario.stride[0], :: scenario.stride[1]]
    return found


def size_of(scenario: Scenario) -> str:
    return "{} × {}".format(*map_of(scenario).shape)


def whole(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def windows_of(scenario: Scenario) -> np.ndarray:
    """Return the 2 × 2 windows of an image, stride 2: [rows, columns, 4]."""
    rows, columns = (length // 2 for length in scenario.image_size)
    cut = scenario.image[: rows * 2, : columns * 2].reshape(rows, 2, columns, 2)
    return cut.transpose(0, 2, 1, 3).reshape(rows, columns, 4)


def row(values: np.ndarray) -> str:
    return ", ".join(whole(float(each)) for each in values)


def edges_alone(scene: Stop) -> str:
    """Return which patches give a cell that is not 0: each of the scene is looked at."""
    made, wide = map_of(scene.scenario), scene.scenario.kernel_size[1]
    mixed = [np.ptp(scene.scenario.image[0, at : at + wide]) > 0 for at in range(made.shape[1])]
    assert [bool(each) for each in made[0] != 0] == mixed
    return "those with dark and bright"


def upright(scene: Stop) -> str:
    """Return what the kernel of a photo answers to: nothing along a column that is alike, much across it."""
    weights = scene.scenario.layer.weights[0, 0]
    assert weights.sum() == 0
    assert not weights.sum(axis=1).any(), "level edges vanish"
    assert weights.sum(axis=0).any()
    return "upright edges"


def a_cell_further(scene: Stop) -> str:
    """Return what becomes of the map when the bright pixel moves on by one more."""
    moved = scene.scenario.changed(image=np.roll(scene.scenario.image, 1, axis=1))
    before, after = (windows_of(each).max(axis=2) for each in (scene.scenario, moved))
    assert np.array_equal(np.roll(before, 1, axis=1), after)
    assert not np.array_equal(before, after)
    return "8 moves by one cell"


def in_b(scene: Stop) -> str:
    assert scene.other is not None
    a, b = map_of(scene.scenario), map_of(scene.other)
    assert np.array_equal(a[1:-1, 1:-1], b)
    return "second row, second column"


def other_row(scene: Stop) -> str:
    assert scene.other is not None
    return row(map_of(scene.other)[0])


def weights_of_b(scene: Stop) -> str:
    assert scene.other is not None
    return f"{scene.other.layer.weights.size}"


TRUE: dict[tuple[str, str], Callable[[Stop], str]] = (
    {
        ("lesson-1", "One product for each weight"): lambda s: whole(s.scenario.image[1, 1] * s.scenario.kernel[1, 1]),
        ("lesson-1", "Row by row"): lambda s: whole(map_of(s.scenario)[1, 0]),
        ("lesson-1", "A kernel that finds an edge"): edges_alone,
        ("lesson-1", "The sign says which way"): other_row,
        ("lesson-1", "Exit ticket"): lambda s: whole(map_of(s.scenario)[0, 0]),
        ("lesson-2", "Stride 1: every place"): lambda s: f"{map_of(s.scenario).shape[1]}",
        ("lesson-2", "The rule"): lambda s: f"{map_of(s.scenario).shape[0]}",
        ("lesson-2", "What is left over"): lambda s: f"{int((coverage(s.scenario) == 0).sum())}",
        ("lesson-2", "In how many patches?"): lambda s: f"{coverage(s.scenario)[1, 1]}",
        ("lesson-2", "Same beside valid"): in_b,
        ("lesson-2", "Exit ticket"): lambda s: size_of(s.scenario),
        ("lesson-3", "Three channels, one filter"): lambda s: whole(map_of(s.scenario)[0, 0]),
        ("lesson-3", "The bias"): lambda s: whole(map_of(s.scenario)[0, 0] + s.scenario.layer.bias[0]),
        ("lesson-3", "ReLU: what is below 0 becomes 0"): lambda s: whole(
            max(0.0, map_of(s.scenario)[0, 1] + s.scenario.layer.bias[0])
        ),
        ("lesson-3", "Two filters, two maps"): lambda s: f"{len(s.scenario.layer.weights)}",
        ("lesson-3", "Depthwise: each channel for itself"): weights_of_b,
        ("lesson-3", "Exit ticket"): lambda s: f"{s.scenario.layer.weights.size}",
        ("lesson-4", "What an edge kernel sees"): upright,
        ("lesson-4", "A filter for colours"): lambda s: whole(s.scenario.layer.weights.sum()),
        ("lesson-4", "What does not fit"): lambda s: "{} × {}".format(*windows_of(s.scenario).shape[:2]),
        ("lesson-4", "Max beside average"): lambda s: whole(windows_of(s.scenario)[0, 0].mean()),
        ("lesson-4", "Moved by one"): a_cell_further,
        ("lesson-4", "One number for each map"): lambda s: whole(s.scenario.pixels[2].mean()),
        ("lesson-4", "Exit ticket"): lambda s: row(windows_of(s.scenario).max(axis=2)[0]),
    }
    | learning_answers.TRUE
    | reader_answers.TRUE
)
"""What is right in each scene with answers of its own, worked out by others than the program."""


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_has_eight_to_twelve_scenes_for_45_minutes_and_ends_with_an_exit_ticket(name: str) -> None:
    found = lesson(name)
    assert 8 <= len(found.stops) <= 12
    assert found.stops[-1].title == "Exit ticket"
    assert found.stops[-1].question is not None
    minutes = [int(each) for scene in found.stops for each in re.findall(r"(?m)^(\d+) min", scene.note)]
    assert len(minutes) == len(found.stops), "each scene says how long it takes"
    assert 43 <= sum(minutes) <= 47
    assert found.name.startswith(name[-1])


@pytest.mark.parametrize("name", LESSONS)
def test_the_first_note_says_aims_and_what_is_presupposed(name: str) -> None:
    note = lesson(name).stops[0].note
    assert note.startswith("Aims of this lesson (45 min): ")
    assert "\nPresupposed: " in note


@pytest.mark.parametrize("name", LESSONS)
def test_each_lesson_has_questions_tasks_and_mostly_a_comparison(name: str) -> None:
    scenes = lesson(name).stops
    assert len([scene for scene in scenes if scene.question]) >= 5
    assert 1 <= len([scene for scene in scenes if scene.task]) <= 2
    assert [scene for scene in scenes if scene.other is not None]


@EVERY_SCENE
def test_a_scene_has_a_note_and_a_text_that_is_read_at_one_look(name: str, scene: Stop) -> None:
    assert scene.note
    assert 0 < len(f"{scene.text} {scene.task}".split()) <= MOST_WORDS
    assert scene.builds is not None, f"{name}: nothing that Page Down plays is left to chance"


@EVERY_SCENE
def test_builds_follow_each_other_from_where_the_walk_begins_and_end_within_it(name: str, scene: Stop) -> None:
    at = scene.position
    for build in scene.builds or ():
        assert build.start == at, (name, scene.title)
        at = build.end
    assert at <= scene.scenario.steps


@EVERY_SCENE
def test_where_numbers_are_asked_for_they_are_small_and_whole(name: str, scene: Stop) -> None:
    if scene.scenario.picture is not None or reader_answers.reads_digits(scene.scenario):
        return
    for numbers in (scene.scenario.pixel_tensor, scene.scenario.layer.weights):
        assert np.array_equal(numbers, np.round(numbers)), name
        assert np.abs(numbers).max() <= 12


@EVERY_SCENE
def test_image_kernel_and_map_have_three_sizes(name: str, scene: Stop) -> None:
    scenario = scene.scenario
    sizes = {scenario.image_size, scenario.kernel_size, scenario.output_size}
    asked = scenario.picture is None and max(scenario.padding) == 0 and scenario.kernel_size != (1, 1)
    assert not asked or len(sizes) == 3 or scenario.kernel_size == scenario.image_size, name


@EVERY_SCENE
def test_the_one_right_answer_is_true_and_no_other_is(name: str, scene: Stop) -> None:
    question = scene.question
    if question is None or question.kind != "choice":
        assert (name, scene.title) not in TRUE
        return
    right = TRUE[name, scene.title](scene)
    assert question.answers[question.right] == right
    assert question.answers.count(right) == 1


@EVERY_SCENE
def test_the_sizes_and_values_that_notes_work_out_are_those_of_the_map(name: str, scene: Stop) -> None:
    question = scene.question
    if question is None or question.kind == "choice":
        return
    output = result_of(scene.scenario)
    if question.kind == "size":
        assert "{} × {}".format(*output.scenario.output_size) in scene.note, name
    elif question.kind == "weights":
        assert f"{scene.scenario.layer.weights.size} weights" in scene.note
    else:
        cell = divmod(int(scene.position), scene.scenario.output_size[1])
        assert re.search(rf"(=|:|is|ogether) {whole(float(output.output[cell]))}\b", scene.note)


def test_right_answers_are_not_always_in_the_same_place() -> None:
    places = [scene.question.right for _, scene in SCENES if scene.question and scene.question.answers]
    assert set(places) == {0, 1, 2, 3}
    assert max(places.count(place) for place in range(4)) <= len(places) / 2


def test_a_photo_comes_by_the_name_of_a_picture_of_the_program() -> None:
    named = [scene for scene in lesson("lesson-4").stops if "picture" in dict(scene.found)["scenario"]]  # type: ignore[operator]
    assert len(named) >= 4
    for scene in named:
        assert scene.scenario.picture is not None
        assert scene.scenario.image_size == (48, 64)


def test_what_is_said_of_updates_is_what_updates_make() -> None:
    scenes = {scene.title: scene for scene in lesson("lesson-5").stops}
    halved, apart = scenes["The program does the same"], scenes["Too large a rate"]
    assert [learning_answers.learned(halved, count)[0] for count in (1, 2, 3)] == pytest.approx([2, 2.5, 2.75])
    assert [learning_answers.learned(apart, count)[0] for count in (1, 2, 3)] == pytest.approx([6, -1.5, 9.75])
    by_hand = scenes["Turn the weight by hand"]
    losses = [learning_answers.loss(by_hand, np.array([weight])) for weight in (1.0, 2.0, 3.0, 4.0, -1.0)]
    assert losses == [10, 2.5, 0, 2.5, 40]
    nine = learning_answers.learned(scenes["Nine weights at once"], 300)
    assert nine.round().tolist() == [-1, 0, 1, -2, 0, 2, -1, 0, 1], "what the note says comes"
    assert np.abs(nine - nine.round()).max() < 0.1
