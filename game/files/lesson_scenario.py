"""The scenario of a lesson's scene: whole, as a scenario file has it, the name of such a file, or short, as in a tour.

And how it is looked at, and what it is compared with.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..core.errors import ConvolutionError
from ..core.scenario import Scenario
from ..play.choices import VIEWS
from .beside import file_beside
from .errors import FileProblem, shown
from .fields import mapping
from .scenario_file import OpenedScenario, read_scenario, scenario_in
from .scenario_parts import LAYERED, view_in
from .tour_fields import StopFields
from .tour_file import STAMP
from .tour_scenario import scenario_of

WHOLE = "kernelscope"
"""The key that tells a whole scenario from one that is written short."""


def scenario_and_view(fields: StopFields) -> tuple[Scenario, float, dict[str, object]]:
    """Return a scene's scenario, where its walk begins in cells, if that says it, and how it is looked at.

    Raises FileProblem, which names the scene and the field.
    """
    opened = opened_in(fields)
    scenario = opened.scenario
    if not scenario.name:
        scenario = scenario.named(fields.line("title", 200))
    view = _view(fields, opened)
    return scenario, opened.position or 0.0, view


def shows_stamps(fields: StopFields, scenario: Scenario, other: Scenario | None, view: Mapping[str, object]) -> bool:
    """Say whether a scene shows stamps, which its positions count then: not beside a layer without them."""
    stamped = view.get("name") != "stack" and not view.get("spread") and view.get("name") is not None
    singles = other is None or (scenario.is_single and other.is_single)
    return scenario.layer.is_transposed and singles and "secret" not in fields and stamped


def opened_in(fields: StopFields) -> OpenedScenario:
    """Return what `scenario` of a scene or a block holds, in any of the three ways. Raises FileProblem."""
    if "scenario" not in fields:
        raise fields.missing("scenario")
    value = fields.found["scenario"]
    try:
        if isinstance(value, str):
            return read_scenario(beside(fields, value))
        whole = fields.made("scenario", lambda: mapping(value))
        if WHOLE in whole:
            return scenario_in(whole, fields.path)
    except FileProblem as problem:
        if problem.key.startswith("tour_") or problem.key.startswith("lesson_"):
            raise
        raise fields.problem("tour_refused", "scenario", problem=problem) from problem
    except ConvolutionError as problem:
        raise fields.problem("tour_refused", "scenario", problem=problem) from problem
    return OpenedScenario(scenario_of(fields), None, {})


def beside(fields: StopFields, name: str) -> Path:
    """Return the file of a name, in the folder of this one or below it. Raises FileProblem "lesson_path"."""
    found = file_beside(fields.path, name)
    if found is None:
        raise fields.problem("lesson_path", "scenario", name=shown(name, 80))
    return found


def _view(fields: StopFields, opened: OpenedScenario) -> dict[str, object]:
    """Return how a scene is looked at: as it says itself, by a name or in full; else as its scenario does."""
    if "view" not in fields:
        return dict(opened.view)
    value = fields.found["view"]
    if not isinstance(value, str):
        return view_in(fields)
    transposed = opened.scenario.layer.is_transposed
    name = fields.one_of("view", value, (*VIEWS, STAMP) if transposed else VIEWS)
    if name == STAMP:
        return {"name": VIEWS[0]}
    return {"name": name, "spread": True} if transposed else {"name": name}


def other_side(fields: StopFields, scenario: Scenario) -> Scenario:
    """Return the image of a scenario under the layer of `compare`, written as in a scenario file of version 2.

    Raises FileProblem and the errors of `core`.
    """
    layer = fields.made("compare", lambda: mapping(fields.found["compare"]))
    whole: Mapping[str, object] = {
        WHOLE: LAYERED,
        "image": [grid.tolist() for grid in scenario.pixels],
        "white": scenario.white,
        "seed": scenario.seed,
        "name": scenario.name,
        "layers": [layer],
    }
    side = scenario_in(whole, fields.path).scenario
    return side.varied(image_name=scenario.image_name, picture=scenario.picture)
