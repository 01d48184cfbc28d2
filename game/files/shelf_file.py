"""Shelf files: JSON that holds scenes by their names. ``game/README.md`` describes every field."""

from __future__ import annotations

from math import inf
from pathlib import Path

from ..core.errors import ConvolutionError
from ..core.limits import Range
from ..words.plain import tidy
from .errors import FileProblem, shown
from .fields import Fields, mapping, real_in, text
from .layer_file import OpenedLayers, layers_of
from .scenario_file import OpenedScenario, scenario_in, tidy_name
from .scenario_parts import view_in
from .shelf import Scene, Shelf
from .strict_json import read_json
from .tour_fields import StopFields, builds_of

LIMIT = 4 * 1024 * 1024
"""Bytes that a shelf file may have at most."""
VERSION = 1
MOST_SCENES = 100
LONGEST = 50
"""Characters of a scene's name, and of its title."""
FIELDS = ("kernelscope_shelf", "name", "source", "scenes")
OF_A_SCENE = ("name", "title", "scenario", "position", "view", "builds")
_PACKAGE = Path(__file__).resolve().parent.parent
_INSIDE = _PACKAGE / "assets"
FIGURES = (_INSIDE if _INSIDE.is_dir() else _PACKAGE.parent / "assets") / "shelves" / "figures.json"
"""The shelf that comes with the program: the figures of convolution arithmetic."""


def read_shelf(path: Path = FIGURES) -> Shelf:
    """Return the shelf in a file. Raises FileProblem as `strict_json.read_json` and `shelf_in` do."""
    return shelf_in(read_json(path, LIMIT), path)


def shelf_in(found: object, path: Path | str) -> Shelf:
    """Return the shelf of JSON that was read; all of it is checked, and what is wrong names the scene and the field.

    Raises FileProblem: "shelf_no_shelf", "shelf_newer", "shelf_scenes", "shelf_name_twice", those of a tour's stops
    (`tour_fields`), and what `fields` says of the shelf's own.
    """
    if not isinstance(found, dict) or "kernelscope_shelf" not in found:
        raise FileProblem("shelf_no_shelf", path=shown(path))
    version = found["kernelscope_shelf"]
    if version is True or version != VERSION:
        raise FileProblem("shelf_newer", path=shown(path), version=shown(version, 20), known=VERSION)
    for key in found:
        if key not in FIELDS:
            raise FileProblem("file_key_unknown", path=shown(path), name=shown(key, 40), allowed=FIELDS)
    scenes = found.get("scenes")
    if not isinstance(scenes, list) or not 1 <= len(scenes) <= MOST_SCENES:
        raise FileProblem("shelf_scenes", path=shown(path), limit=f"{MOST_SCENES}")
    name, source = (tidy_name(Fields(found, path).take(key, text, "")) for key in ("name", "source"))
    shelf = Shelf(name, source, tuple(_scene(scene, path, place) for place, scene in enumerate(scenes, 1)))
    _check_names(shelf, path)
    return shelf


def _check_names(shelf: Shelf, path: Path | str) -> None:
    """Raise FileProblem where two scenes would answer to one name."""
    places: dict[str, int] = {}
    for place, name in enumerate(shelf.scene_names, 1):
        first = places.setdefault(tidy(name), place)
        if first != place:
            raise FileProblem("shelf_name_twice", path=shown(path), name=name, first=first, second=place)


def _scene(found: object, path: Path | str, place: int) -> Scene:
    fields = StopFields({}, path, stop=place, part="scene")
    if not isinstance(found, dict):
        raise fields.wrong("scenes", "object")
    fields = fields.changed(found=found)
    fields.only(OF_A_SCENE)
    name, title = (fields.line(key, LONGEST, needed=True) for key in ("name", "title"))
    opened, layers = _scenario(fields)
    if opened is None:
        return Scene(name, title, None, layers, builds_of(fields, 0.0, inf))
    builds = builds_of(fields, opened.position or 0.0, opened.scenario.steps)
    called = opened.scenario if opened.scenario.name else opened.scenario.named(title)
    return Scene(name, title, opened.changed(scenario=called), None, builds)


def _scenario(fields: StopFields) -> tuple[OpenedScenario | None, OpenedLayers | None]:
    """Return a scene's scenario with position and view, or what is computed of one that the window does not show.

    Position and view may stand in the scenario, too, as in a scenario file; what the scene says goes before.
    """
    if "scenario" not in fields:
        raise fields.missing("scenario")
    view_in(fields)
    fields.take("position", real_in(Range(0, inf), "position"), 0.0)
    own = {key: fields.found[key] for key in ("position", "view") if key in fields}
    whole: dict[str, object] = {**fields.made("scenario", lambda: mapping(fields.found["scenario"])), **own}
    try:
        return scenario_in(whole, fields.path), None
    except FileProblem as problem:
        if problem.key == "file_layers_only":
            return None, layers_of(Fields(whole, fields.path))
        raise fields.problem("tour_refused", "scenario", problem=problem) from problem
    except ConvolutionError as problem:
        raise fields.problem("tour_refused", "scenario", problem=problem) from problem
