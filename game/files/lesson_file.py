"""Lesson files: JSON that a teacher can write, or the gallery. ``game/README.md`` describes every field.

A lesson is a tour whose stops, called scenes, hold whole scenarios, or name the file of one that lies beside it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..core.errors import ConvolutionError
from ..core.scenario import Scenario
from ..words.plain import plain
from .beside import file_beside
from .errors import FileProblem, shown
from .fields import Fields, Head, parts_in, text
from .goal_fields import OF_A_PUZZLE, with_goal
from .lesson_scenario import other_side, scenario_and_view, shows_stamps
from .scenario_parts import LIMIT
from .strict_json import read_json
from .tour import Question, Stop, Tour
from .tour_fields import StopFields
from .tour_file import FIELDS, LONGEST_TITLE, MOST_STOPS, check_words, stop_of, tour_in

if TYPE_CHECKING:
    from .worksheet_plan import Plan

VERSION = 1
KEY = "kernelscope_lesson"
TOP = (KEY, "name", "worksheet", "scenes")
HEAD = Head(KEY, VERSION, "scenes", MOST_STOPS, ("lesson_no_lesson", "lesson_newer", "lesson_scenes"), TOP)
OF_A_SCENE = (*FIELDS, "note", "question", "compare", *OF_A_PUZZLE)
ASKED = ("value", "size", "weights")
"""What a class may be asked that follows from the scene itself."""
LONGEST_NOTE, LONGEST_QUESTION, LONGEST_ANSWER = 2000, 120, 40
"""Characters of a teacher's note, of the words of a question, and of one of its answers."""
MOST_ANSWERS = 4


def read_lesson(path: Path) -> Tour:
    """Return the lesson in a file. Raises FileProblem as `strict_json.read_json` and `lesson_in` do."""
    return lesson_in(read_json(path, LIMIT), path)


def read_led(path: Path) -> Tour:
    """Return what leads through a file, a tour or a lesson. Raises FileProblem as `read_tour` and `read_lesson` do."""
    found = read_json(path, LIMIT)
    return lesson_in(found, path) if isinstance(found, dict) and KEY in found else tour_in(found, path)


def lesson_in(found: object, path: Path | str) -> Tour:
    """Return the lesson of JSON that was read; all of it is checked, and what is wrong names the scene and the field.

    Raises FileProblem: "lesson_no_lesson", "lesson_newer", "lesson_scenes", those of a tour's stops, those of
    `lesson_scenario`, and "file_key_unknown".
    """
    fields, scenes = parts_in(found, path, HEAD)
    name = shown(fields.take("name", text, ""), LONGEST_TITLE)
    stops = tuple(scene_in(scene, path, place) for place, scene in enumerate(scenes, 1))
    return Tour(name, stops, is_lesson=True, worksheet=_worksheet(fields, stops))


def scenarios_of(path: Path) -> tuple[Scenario, ...]:
    """Return the scenarios of the scenes of a lesson's file, whose worksheet is not looked at. Raises FileProblem."""
    _, scenes = parts_in(read_json(path, LIMIT), path, HEAD)
    return tuple(scene_in(scene, path, place).scenario for place, scene in enumerate(scenes, 1))


def _worksheet(fields: Fields, scenes: tuple[Stop, ...]) -> Plan | None:
    """Return the worksheet of a lesson: one in it, or the file of one that lies beside it; None where it has none."""
    if "worksheet" not in fields:
        return None
    from .worksheet_file import worksheet_in  # not all have one

    found, path = fields.found["worksheet"], fields.path
    if isinstance(found, str):
        beside = file_beside(path, found)
        if beside is None:
            raise FileProblem("worksheet_path", path=shown(path), field="worksheet", name=shown(found, 80))
        found, path = read_json(beside, LIMIT), beside
    return worksheet_in(found, path, tuple(scene.scenario for scene in scenes))


def scene_in(found: object, path: Path | str, place: int) -> Stop:
    """Return a scene, counted from 1. The file of a scenario that it names lies beside `path`, or below it."""
    fields = StopFields.of(found, path, place, "scene")
    fields.only(OF_A_SCENE)
    scenario, begins, view = scenario_and_view(fields)
    other = _other(fields, scenario)
    stamps = shows_stamps(fields, scenario, other, view)
    if stamps:
        from ..play.stamp_walk import in_stamps  # few scenes have stamps

        begins = in_stamps(scenario, begins)
    scene = stop_of(fields, scenario, stamps=stamps, begins=begins, told=False).changed(
        stacked=view.get("name") == "stack",
        view=view,
        note=_note(fields),
        question=_question(fields),
        other=other,
        found=found,
    )
    scene = with_goal(fields, scene)
    check_words(fields, scene)
    return scene


def _note(fields: StopFields) -> str:
    """Return what the teacher wrote for the teacher; its lines stay lines."""
    note = "\n".join(plain(line, " ").rstrip() for line in fields.take("note", text, "").splitlines()).strip()
    if len(note) > LONGEST_NOTE:
        raise fields.problem("tour_too_long", "note", count=len(note), limit=LONGEST_NOTE)
    return note


def _question(fields: StopFields) -> Question | None:
    """Return what a class is asked: one of three kinds by its name, or words with answers, the right one counted."""
    value = fields.found.get("question")
    if value is None:
        return None
    if isinstance(value, str):
        return Question(fields.one_of("question", value, ASKED))
    inner = fields.inner("question", value)
    inner.only(("text", "answers", "right"))
    words = inner.line("text", LONGEST_QUESTION, needed=True)
    answers = inner.found.get("answers")
    if not isinstance(answers, list) or not 2 <= len(answers) <= MOST_ANSWERS:
        raise inner.problem("lesson_answers", "answers", limit=f"{MOST_ANSWERS}")
    listed = inner.inner("answers", {f"{place}": answer for place, answer in enumerate(answers, 1)})
    said = tuple(listed.line(key, LONGEST_ANSWER, needed=True) for key in listed.found)
    if len(set(said)) < len(said):
        raise inner.problem("lesson_answer_twice", "answers")
    right = inner.found.get("right")
    if not isinstance(right, int) or isinstance(right, bool) or not 1 <= right <= len(said):
        raise inner.problem("lesson_right", "right", limit=f"{len(said)}")
    return Question("choice", words, said, right - 1)


def _other(fields: StopFields, scenario: Scenario) -> Scenario | None:
    """Return side B of what is compared; None where nothing is."""
    if "compare" not in fields:
        return None
    for key in ("coverage", "alone", "secret"):
        if key in fields:
            raise fields.problem("lesson_not_compared", key)
    try:
        return other_side(fields, scenario)
    except FileProblem as problem:
        raise fields.problem("tour_refused", "compare", problem=problem) from problem
    except ConvolutionError as problem:
        raise fields.problem("tour_refused", "compare", problem=problem) from problem
