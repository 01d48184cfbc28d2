"""A scene with a goal: what its file may say, and what is wrong with one that says otherwise."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from game.files.errors import FileProblem
from game.files.lesson_file import lesson_in
from game.files.lesson_text import lesson_text
from game.files.shelf_file import shelf_in
from game.files.tour import Stop
from game.words.sentences import sentence_for

SHORT: dict[str, Any] = {"image": [[0, 1, 2]], "kernel": [[1, 0]], "white": 2}
SCENE: dict[str, Any] = {"title": "Which?", "scenario": SHORT, "goal": [[1, 2]]}


def read(**fields: object) -> Stop:
    found = {key: value for key, value in {**SCENE, **fields}.items() if value is not None}
    return lesson_in({"kernelscope_lesson": 1, "scenes": [found]}, "mine.json").stops[0]


def test_a_goal_makes_a_scene_a_puzzle_with_a_task() -> None:
    stop = read(hints=["Look.", "Look again."], lock=["image", "layer"])
    assert stop.goal is not None
    assert stop.goal.tolist() == [[[1, 2]]]
    assert not stop.goal.flags.writeable
    assert stop.hints == ("Look.", "Look again.")
    assert stop.task == "Make the output the same as the target."
    assert [one.kind for one in stop.conditions] == ["goal"]
    assert read(task="Your turn.", reply="Well.").task == "Your turn."


def test_several_maps_are_a_list_of_them() -> None:
    scenario = SHORT | {"kernel": [[[[1, 0]]], [[[1, 1]]]]}
    stop = read(scenario=scenario, goal=[[[1, 2]], [[0, 1]]])
    assert stop.goal is not None
    assert stop.goal.shape == (2, 1, 2)


def test_a_puzzle_is_written_as_it_was_read() -> None:
    stop = read(hints=["Look."])
    lesson = lesson_in({"kernelscope_lesson": 1, "scenes": [dict(stop.found)]}, "mine.json")
    again = lesson_in(json.loads(lesson_text(lesson, with_scenes=True)), "mine.json").stops[0]
    assert again.goal is not None
    assert stop.goal is not None
    assert np.array_equal(again.goal, stop.goal)
    assert again.hints == stop.hints


WRONG: dict[str, tuple[dict[str, object], str]] = {
    "hints without a goal": ({"goal": None, "hints": ["Look."]}, "has no “goal”"),
    "a goal that is a number": ({"goal": 3}, "rows of numbers"),
    "a goal of uneven rows": ({"goal": [[1, 2], [1]]}, "different lengths"),
    "a goal of texts": ({"goal": [["1"]]}, "no finite number"),
    "a goal of one list": ({"goal": [1, 2]}, "rows of numbers"),
    "an empty goal": ({"goal": []}, "empty"),
    "a goal that is too large": ({"goal": [[1] * 65]}, "too large"),
    "a goal that is met already": ({"goal": [[0, 1]]}, "so from the start"),
    "maps of different sizes": ({"goal": [[[1, 2]], [[1]]]}, "one size"),
    "four hints": ({"hints": ["a", "b", "c", "d"]}, "list of at most 3 hints"),
    "a hint that is a number": ({"hints": [1]}, "hints.1"),
    "an empty hint": ({"hints": [" "]}, "hints.1"),
    "a long hint": ({"hints": ["a" * 161]}, "161 characters"),
    "hints that are a text": ({"hints": "Look."}, "list of at most 3 hints"),
    "a goal and a comparison": (
        {"compare": {"operation": "max pooling", "kernel_size": [1, 2]}},
        "“compare” and “goal”",
    ),
    "a goal and a question": ({"question": "value"}, "“question” and “goal”"),
    "a goal and a secret": ({"secret": "size"}, "“secret” and “goal”"),
    "a goal and another condition": ({"task": "Do.", "when": {"changed": True}}, "“when” and “goal”"),
    "a goal and the image alone": ({"alone": True}, "“alone” and “goal”"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_one_sentence_that_names_scene_and_field(name: str) -> None:
    fields, said = WRONG[name]
    with pytest.raises(FileProblem) as caught:
        read(**fields)
    words = sentence_for(caught.value)
    assert said in words
    assert "scene 1" in words
    assert "{" not in words


def test_a_shelf_has_puzzles_too_and_names_what_is_wrong_in_them() -> None:
    whole = SHORT | {"kernelscope": 1, "stride": [1, 1], "padding": [0, 0]}
    scene = {"name": "one", "title": "One", "scenario": whole, "goal": [[1, 2]], "hints": ["Look."], "text": "Why?"}
    shelf = shelf_in({"kernelscope_shelf": 1, "scenes": [scene]}, "my.json")
    (stop,) = shelf.puzzles.stops
    assert (stop.name, stop.title, stop.text, stop.hints) == ("one", "One", "Why?", ("Look.",))
    for wrong, said in (({"compare": {"stride": [1, 2]}}, "compare"), ({"goal": [[0, 1]]}, "so from the start")):
        with pytest.raises(FileProblem) as caught:
            shelf_in({"kernelscope_shelf": 1, "scenes": [scene | wrong]}, "my.json")
        assert said in sentence_for(caught.value)
