"""How a lesson is written: each scene as it stood in its file, or as it was made of what was seen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..core.scenario import Scenario
from .atomic import write_whole
from .lesson_file import KEY, VERSION, scene_in
from .scenario_file import to_json
from .scenario_parts import tidy_name
from .tour import Stop, Tour
from .tour_file import LONGEST_TITLE

INDENT = "  "


def write_lesson(path: Path, lesson: Tour, *, with_scenes: bool) -> None:
    """Write a lesson file, whole or not at all. Raises FileProblem as `atomic.write_whole`.

    with_scenes: scenarios that lie in files of their own are written into it, so that it stands alone.
    """
    write_whole(path, lesson_text(lesson, with_scenes=with_scenes).encode())


def lesson_text(lesson: Tour, *, with_scenes: bool) -> str:
    """Return the text of a lesson file: a field a line, a row of a grid a line, every number exact."""
    scenes = [whole_scene(scene) if with_scenes else dict(scene.found) for scene in lesson.stops]
    sheet = {} if lesson.worksheet is None else {"worksheet": dict(lesson.worksheet.found)}
    return json_text({KEY: VERSION, "name": lesson.name, **sheet, "scenes": scenes}) + "\n"


def whole_scene(scene: Stop) -> dict[str, object]:
    """Return the fields of a scene, its scenario among them also where it names the file of one."""
    found = dict(scene.found)
    if isinstance(found.get("scenario"), str):
        found["scenario"] = scenario_object(scene.scenario)
        if "position" not in found and scene.position and not scene.stamps:
            found["position"] = scene.position
        if "view" not in found and scene.view:
            found["view"] = dict(scene.view)
    return found


def scenario_object(
    scenario: Scenario, position: float | None = None, view: Mapping[str, object] | None = None
) -> dict[str, object]:
    """Return a scenario as the object that its file would hold."""
    found: dict[str, object] = json.loads(to_json(scenario, position, view))
    return found


def scene_of(title: str, scenario: Mapping[str, object], other: Scenario | None, **said: object) -> Stop:
    """Return a scene made of a scenario, as `scenario_object` has it; what is `said` stands in the scene itself.

    other: side B, where two are compared. Raises FileProblem where that is no scene.
    """
    found: dict[str, object] = {"title": tidy_name(title)[:LONGEST_TITLE] or "1", "scenario": dict(scenario), **said}
    if other is not None:
        found["compare"] = _layer_of(json.loads(to_json(other.varied(picture=None))))
    return scene_in(found, "", 1)


def _layer_of(whole: dict[str, Any]) -> dict[str, object]:
    """Return the layer of a scenario file of either version, as version 2 has it."""
    if "layers" in whole:
        layer: dict[str, object] = whole["layers"][0]
        return layer
    across, down = whole["padding"][1], whole["padding"][0]
    return {
        "operation": "convolution",
        "weights": [[whole["kernel"]]],
        "stride": whole["stride"],
        "padding": [down, down, across, across],
        "dilation": whole.get("dilation", [1, 1]),
    }


def json_text(value: object, before: str = "") -> str:
    """Return JSON in which lists of numbers and texts stand in one line, and all else has a line for each part."""
    if isinstance(value, Mapping):
        if not value:
            return "{}"
        inner = before + INDENT
        parts = (f"{inner}{_quoted(key)}: {json_text(each, inner)}" for key, each in value.items())
        return "{\n" + ",\n".join(parts) + f"\n{before}}}"
    if isinstance(value, list) and any(isinstance(each, list | dict) for each in value):
        inner = before + INDENT
        return "[\n" + ",\n".join(inner + json_text(each, inner) for each in value) + f"\n{before}]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _quoted(key: object) -> str:
    return json.dumps(str(key), ensure_ascii=False)
