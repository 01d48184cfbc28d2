"""A lesson file is read whole or refused with a sentence that names the scene and the field."""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.scenario import startup
from game.files.errors import FileProblem
from game.files.lesson_file import lesson_in, read_led, read_lesson
from game.files.lesson_text import write_lesson
from game.files.opening import open_path
from game.files.scenario_file import write_scenario
from game.files.tour import Question, Tour
from game.files.tour_file import FIRST_TOUR, MOST_STOPS
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence

WHOLE: dict[str, Any] = {
    "kernelscope": 1,
    "image": [[0, 1, 1], [0, 0, 1], [1, 0, 0]],
    "kernel": [[1, -1]],
    "stride": [1, 1],
    "padding": [0, 0],
    "position": 2.5,
    "view": {"name": "stack", "camera": {"turn": 20}},
}
PLAIN: dict[str, Any] = {"title": "A scene", "scenario": WHOLE}


def written(*scenes: object, **top: object) -> dict[str, object]:
    return {"kernelscope_lesson": 1, "scenes": list(scenes)} | top


def scene(**fields: object) -> dict[str, Any]:
    return copy.deepcopy(PLAIN) | fields


def refused(found: object, path: Path | str = "my lesson.json") -> str:
    with pytest.raises(FileProblem) as caught:
        lesson_in(found, path)
    words = sentence(caught.value.key, **caught.value.values())
    assert words != FALLBACK
    assert "{" not in words.replace("braces", "")
    return words


def test_a_scene_holds_a_whole_scenario_with_its_position_and_view() -> None:
    (found,) = lesson_in(written(scene()), "my lesson.json").stops
    assert found.scenario.image.tolist() == WHOLE["image"]
    assert (found.position, found.stacked, found.text) == (2.5, True, "")
    assert found.view == WHOLE["view"]
    assert found.scenario.name == "A scene", "the title stands where a scenario has no name"


def test_what_a_scene_says_of_position_and_view_goes_before_its_scenario() -> None:
    (found,) = lesson_in(written(scene(position=1, view="flat")), "my lesson.json").stops
    assert (found.position, found.stacked) == (1.0, False)


def test_a_scene_names_a_file_beside_the_lesson_or_below_it(tmp_path: Path) -> None:
    (tmp_path / "scenes").mkdir()
    write_scenario(tmp_path / "scenes" / "start.json", startup(), 3.0)
    lesson = tmp_path / "lesson.json"
    lesson.write_text(json.dumps(written(scene(scenario="scenes/start.json"))), encoding="utf-8")
    (found,) = read_lesson(lesson).stops
    assert np.array_equal(found.scenario.image, startup().image)
    assert found.position == 3.0


OUTSIDE = ["../start.json", "/etc/passwd", "C:\\start.json", "\\\\server\\start.json", "a/../../start.json", "", "NUL"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_scene_names_no_file_out_of_the_folder_of_the_lesson(tmp_path: Path, name: str) -> None:
    write_scenario(tmp_path / "start.json", startup())
    (tmp_path / "below").mkdir()
    words = refused(written(scene(scenario=name)), tmp_path / "below" / "lesson.json")
    assert "scene 1" in words
    assert "“scenario”" in words


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="the system has no links")
def test_a_link_leads_no_scene_out_of_the_folder(tmp_path: Path) -> None:
    write_scenario(tmp_path / "start.json", startup())
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "link.json").symlink_to(tmp_path / "start.json")
    words = refused(written(scene(scenario="link.json")), tmp_path / "below" / "lesson.json")
    assert "in the same folder or below it" in words


def test_a_scenario_that_is_not_there_is_said_with_its_scene(tmp_path: Path) -> None:
    words = refused(written(scene(), scene(scenario="gone.json")), tmp_path / "lesson.json")
    assert "gone.json" in words
    assert "scene 2" in words


def test_a_photo_is_named_by_a_picture_of_the_program_and_written_so_again(tmp_path: Path) -> None:
    layer = {"operation": "average pooling", "kernel_size": [4, 4]}
    photo = {"kernelscope": 2, "picture": "street", "resolution": 32, "layers": [layer]}
    lesson = lesson_in(written(scene(scenario=photo)), "my lesson.json")
    (found,) = lesson.stops
    assert found.scenario.picture is not None
    assert (found.scenario.image_size, len(found.scenario.channels)) == ((24, 32), 3)
    write_lesson(tmp_path / "lesson.json", lesson, with_scenes=True)
    assert json.loads((tmp_path / "lesson.json").read_text(encoding="utf-8"))["scenes"][0]["scenario"] == photo
    assert "“none”" in refused(written(scene(scenario=photo | {"picture": "none"})))


def test_a_short_scenario_is_that_of_a_tours_stop() -> None:
    short = {"image": "digit", "image_size": 7, "kernel": "sobel right", "kernel_size": 3}
    (found,) = lesson_in(written(scene(scenario=short)), "my lesson.json").stops
    assert (found.scenario.image_size, found.scenario.kernel_name) == ((7, 7), "sobel right")


def test_side_b_has_the_image_under_another_layer() -> None:
    layer = {"operation": "convolution", "weights": [[[[1, 2], [3, 4]]]], "padding": [1, 1, 1, 1]}
    (found,) = lesson_in(written(scene(compare=layer)), "my lesson.json").stops
    assert found.other is not None
    assert np.array_equal(found.other.image, found.scenario.image)
    assert found.other.kernel.tolist() == [[1, 2], [3, 4]]
    assert found.other.output_size == (4, 4)


def test_questions_are_named_or_have_answers_of_their_own() -> None:
    own = {"text": "Which is brightest?", "answers": ["left", "right"], "right": 2}
    lesson = lesson_in(written(scene(question="size"), scene(question=own), scene()), "my lesson.json")
    asked = [each.question for each in lesson.stops]
    assert asked == [Question("size"), Question("choice", "Which is brightest?", ("left", "right"), 1), None]


def test_a_note_keeps_its_lines() -> None:
    (found,) = lesson_in(written(scene(note="Ask.\nWait.\n")), "my lesson.json").stops
    assert found.note == "Ask.\nWait."


ANSWERS = {"text": "Which?", "answers": ["left", "right"], "right": 1}
WRONG: list[tuple[object, str]] = [
    ([], "no lesson"),
    ({"kernelscope_lesson": 2, "scenes": [PLAIN]}, "version 2"),
    (written(), "1 to 50"),
    (written(*[PLAIN] * (MOST_STOPS + 1)), "1 to 50"),
    (written(PLAIN, nam="x"), "“nam”"),
    (written(7), "braces"),
    (written(scene(nots="x")), "“nots”"),
    (written({"scenario": WHOLE}), "“title”"),
    (written({"title": "x"}), "“scenario”"),
    (written(scene(scenario=7)), "“scenario”"),
    (written(scene(scenario=WHOLE | {"kernel": [[1] * 9]})), "scene 1"),
    (written(scene(scenario={"kernelscope": 3})), "version 3"),
    (written(scene(position=99)), "“position”"),
    (written(scene(view="side")), "“view”"),
    (written(scene(note="x" * 2001)), "2001"),
    (written(scene(note=7)), "“note”"),
    (written(scene(question="colour")), "“question”"),
    (written(scene(question=ANSWERS | {"right": 3})), "1 to 2"),
    (written(scene(question=ANSWERS | {"right": True})), "1 to 2"),
    (written(scene(question=ANSWERS | {"answers": ["left"]})), "2 to 4"),
    (written(scene(question=ANSWERS | {"answers": ["left", "left"]})), "twice"),
    (written(scene(question=ANSWERS | {"answers": ["left", "x" * 41]})), "41"),
    (written(scene(question=ANSWERS | {"hint": "x"})), "“question.hint”"),
    (written(scene(compare={"operation": "blur"})), "blur"),
    (written(scene(compare=[1])), "“compare”"),
    (written(scene(compare={"operation": "max pooling", "kernel_size": [9, 9]})), "“compare”"),
    (written(scene(compare={"operation": "max pooling", "kernel_size": [2, 2]}, coverage=True)), "“coverage”"),
    (written(scene(task="Do it.")), "“when”"),
    (written(scene(text=" ".join(["word"] * 41))), "41"),
]


@pytest.mark.parametrize(("found", "said"), WRONG)
def test_what_is_wrong_is_said_in_a_sentence_that_names_it(found: object, said: str) -> None:
    assert said in refused(found)


def test_a_lesson_is_opened_as_every_file_is_and_read_where_a_tour_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "lesson.json"
    path.write_text(json.dumps(written(scene(), name="Edges")), encoding="utf-8")
    for found in (open_path(path, startup()), read_led(path)):
        assert isinstance(found, Tour)
        assert (found.name, found.is_lesson) == ("Edges", True)
    assert not read_led(FIRST_TOUR).is_lesson


def test_what_stands_in_a_scene_is_kept_so_that_it_can_be_written_again() -> None:
    found = scene(note="Ask.", question="value")
    assert lesson_in(written(found), "my lesson.json").stops[0].found == found
