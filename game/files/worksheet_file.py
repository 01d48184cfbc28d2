"""Worksheet files: JSON that a teacher can write. ``game/README.md`` describes every field."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from ..core.grid import checked_whole
from ..core.limits import SEED, Range
from ..core.scenario import Scenario
from ..words.worksheet_texts import task_names
from .fields import Fields, Head, Reader, one_of, parts_in, text, truth
from .lesson_scenario import opened_in
from .scenario_file import to_json
from .scenario_parts import tidy_name
from .tour_fields import StopFields
from .worksheet_plan import KINDS, PAPERS, QUESTION, VERSIONS, Exercise, Plan
from .worksheet_words import lines_of, own_texts, own_words

VERSION = 1
KEY = "kernelscope_worksheet"
MOST_BLOCKS = 20
HEAD = Head(
    *(KEY, VERSION, "blocks", MOST_BLOCKS),
    problems=("worksheet_no_worksheet", "worksheet_newer", "worksheet_blocks"),
    fields=(KEY, "title", "lesson", "versions", "paper", "seed", "room", "texts", "blocks"),
)
SCENARIO = ("scenario", "scene")
"""The fields that say what an exercise is about; without them it is about what the one before is."""
SWITCHES = {"padding_drawn": False, "own_kernel": True, "own_image": False}
"""What is so of all exercises about the same numbers, and whether it is where nothing is said."""
ABOUT = ("kind", *SCENARIO, "task", *SWITCHES)
"""The fields of an exercise about a scenario."""
OF_A_MAP = (*ABOUT, "size")
OF_A_QUESTION = ("kind", "task", "lines")
LONGEST_TITLE, LONGEST_TASK = 100, 400


def worksheet_in(found: object, path: Path | str, scenes: Sequence[Scenario] = ()) -> Plan:
    """Return the worksheet of JSON that was read; all of it is checked, and what is wrong names block and field.

    scenes: of the lesson, which `scene` of a block counts from 1. Raises FileProblem: "worksheet_no_worksheet",
    "worksheet_newer", "worksheet_blocks", "worksheet_scene", "worksheet_begins", "worksheet_twice", those of
    `worksheet_words`, `fields`, a tour's stops and `lesson_scenario`; and UnknownName, OutOfRange, NotWhole.
    """
    top, blocks = parts_in(found, path, HEAD)
    exercises: list[Exercise] = []
    whole: list[dict[str, object]] = []
    for place, block in enumerate(blocks, 1):
        fields = _fields_of(block, path, place)
        exercise = _exercise(fields, exercises, scenes)
        exercises.append(exercise)
        whole.append(_whole(fields, exercise))
    return Plan(
        tidy_name(top.take("title", text, ""))[:LONGEST_TITLE],
        tuple(exercises),
        top.take("versions", _whole_in("versions", Range(1, len(VERSIONS))), 1),
        top.take("paper", one_of(tuple(PAPERS), "paper"), "a4"),
        top.take("seed", _whole_in("seed", SEED), 1),
        top.take("room", truth, True),
        own_texts(top),
        {**{key: value for key, value in top.found.items() if key != "lesson"}, "blocks": whole},
    )


def _whole_in(quantity: str, allowed: Range) -> Reader[int]:
    return lambda value: checked_whole(value, quantity, allowed)


def _fields_of(block: object, path: Path | str, place: int) -> StopFields:
    """Return the fields of a block, none of which means nothing there."""
    fields = StopFields.of(block, path, place, "block")
    if "kind" not in fields:
        raise fields.missing("kind")
    kind = fields.one_of("kind", fields.found["kind"], KINDS)
    fields.only(OF_A_QUESTION if kind == QUESTION else OF_A_MAP if kind == "map" else ABOUT)
    return fields


def _exercise(fields: StopFields, before: Sequence[Exercise], scenes: Sequence[Scenario]) -> Exercise:
    kind = fields.take("kind", text)
    task = fields.line("task", LONGEST_TASK, needed=kind == QUESTION)
    if kind == QUESTION:
        return Exercise(kind, task=task, lines=lines_of(fields))
    own_words(fields, "task", task, task_names(kind))
    switches = {key: fields.take(key, truth, usual) for key, usual in SWITCHES.items()}
    switches["size"] = fields.take("size", truth, True)
    last = next((each for each in reversed(before) if each.scenario is not None), None)
    if not any(key in fields for key in SCENARIO):
        if last is None:
            raise fields.problem("worksheet_begins", "scenario")
        same = {key: getattr(last, key) for key in SWITCHES if key not in fields}
        return Exercise(kind, last.scenario, last.group, task).changed(**switches | same)
    group = 0 if last is None else last.group + 1
    return Exercise(kind, _scenario(fields, scenes), group, task).changed(**switches)


def _scenario(fields: StopFields, scenes: Sequence[Scenario]) -> Scenario:
    """Return what a block is about: the scene of that number, or the scenario that it says."""
    if "scene" not in fields:
        return opened_in(fields).scenario
    if "scenario" in fields:
        raise fields.problem("worksheet_twice", "scene")
    number = fields.whole("scene", Range(1, float("inf"))) or 0
    if not scenes:
        raise fields.problem("worksheet_scene", "scene", reason="no lesson")
    if number > len(scenes):
        raise fields.problem("worksheet_scene", "scene", number=number, count=len(scenes))
    return scenes[number - 1]


def _whole(fields: StopFields, exercise: Exercise) -> dict[str, object]:
    """Return a block as it is written into another file: its scenario in it where it is elsewhere in this one."""
    found = dict(fields.found)
    if exercise.scenario is not None and ("scene" in found or isinstance(found.get("scenario"), str)):
        found.pop("scene", None)
        scenario: dict[str, object] = json.loads(to_json(exercise.scenario))
        found["scenario"] = scenario
    return found


def lesson_of(found: object, path: Path | str) -> str | None:
    """Return the name of the lesson's file that a worksheet says, relative to its folder; None where it says none."""
    named = isinstance(found, dict) and KEY in found and "lesson" in found
    return Fields(found, path).take("lesson", text) if named and isinstance(found, dict) else None
