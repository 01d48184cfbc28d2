"""Shelf files: JSON that holds scenes by their names. ``game/README.md`` describes every field."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..assets import ASSETS
from ..core.errors import ConvolutionError
from ..core.limits import Range
from ..words.plain import tidy
from .errors import FileProblem, shown
from .fields import Fields, Head, mapping, parts_in, real_in, text
from .layer_file import OpenedLayers, layers_of
from .scenario_file import OpenedScenario, scenario_in, tidy_name
from .scenario_parts import view_in
from .shelf import Scene, Shelf
from .strict_json import read_json
from .tour_fields import StopFields, builds_of

if TYPE_CHECKING:
    from ..core.scenario import Scenario
    from .tour import Stop

LIMIT = 4 * 1024 * 1024
"""Bytes that a shelf file may have at most."""
VERSION = 1
MOST_SCENES = 100
LONGEST = 50
"""Characters of a scene's name, and of its title."""
KEY = "kernelscope_shelf"
FIELDS = (KEY, "name", "source", "scenes")
HEAD = Head(KEY, VERSION, "scenes", MOST_SCENES, ("shelf_no_shelf", "shelf_newer", "shelf_scenes"), FIELDS)
LONGEST_NOTE = 240
"""Characters of what a scene's note says."""
OF_A_SCENE = ("name", "title", "scenario", "position", "view", "builds", "note", "compare")
OF_ITS_PUZZLE = ("goal", "hints", "text", "task", "reply", "lock", "hide")
"""What a scene says besides that is a puzzle."""
OF_A_SETTING = ("kernel", "stride", "padding", "dilation")
"""What a scene's `compare` may say of a scenario of version 1; of version 2 it says keys of the layer."""
FOLDER = ASSETS / "shelves"
"""Where the shelves lie that come with the program."""
FIGURES = FOLDER / "figures.json"
"""The figures of convolution arithmetic."""


class Begun(NamedTuple):
    """A shelf whose scenes are read one by one: what it is called, where they are from, and the scenes."""

    name: str
    source: str
    scenes: Iterator[Scene]


def read_shelf(path: Path = FIGURES) -> Shelf:
    """Return the shelf in a file. Raises FileProblem as `strict_json.read_json` and `shelf_in` do."""
    return shelf_in(read_json(path, LIMIT), path)


def begin_shelf(path: Path) -> Begun:
    """Begin to read the shelf in a file, of which each scene takes its time. Raises FileProblem as `begun_in` does."""
    return begun_in(read_json(path, LIMIT), path)


def shelf_in(found: object, path: Path | str) -> Shelf:
    """Return the shelf of JSON that was read; all of it is checked, and what is wrong names the scene and the field.

    Raises FileProblem: as `begun_in`, "shelf_name_twice", and those of a tour's stops (`tour_fields`).
    """
    begun = begun_in(found, path)
    shelf = Shelf(begun.name, begun.source, tuple(begun.scenes))
    _check_names(shelf, path)
    return shelf


def begun_in(found: object, path: Path | str) -> Begun:
    """Return the shelf of JSON that was read, its own fields checked; each scene is checked when it is taken.

    Raises FileProblem: "shelf_no_shelf", "shelf_newer", "shelf_scenes", and what `fields` says of the shelf's own.
    """
    fields, scenes = parts_in(found, path, HEAD)
    name, source = (tidy_name(fields.take(key, text, "")) for key in ("name", "source"))
    return Begun(name, source, (_scene(scene, path, place) for place, scene in enumerate(scenes, 1)))


def _check_names(shelf: Shelf, path: Path | str) -> None:
    """Raise FileProblem where two scenes would answer to one name."""
    places: dict[str, int] = {}
    for place, name in enumerate(shelf.scene_names, 1):
        first = places.setdefault(tidy(name), place)
        if first != place:
            raise FileProblem("shelf_name_twice", path=shown(path), name=name, first=first, second=place)


def _scene(found: object, path: Path | str, place: int) -> Scene:
    fields = StopFields.of(found, path, place, "scene")
    fields.only(OF_A_SCENE if "goal" not in fields else (*OF_A_SCENE[:-1], *OF_ITS_PUZZLE))
    name, title = (fields.line(key, LONGEST, needed=True) for key in ("name", "title"))
    note = fields.line("note", LONGEST_NOTE)
    opened, layers = _scenario(fields)
    other = _compared(fields)
    if opened is None:
        return Scene(name, title, None, layers, builds_of(fields, 0.0, inf), other, note)
    builds = builds_of(fields, opened.position or 0.0, opened.scenario.steps, opened.scenario.chain is not None)
    called = opened.scenario if opened.scenario.name else opened.scenario.named(title)
    puzzle = _puzzle(fields) if "goal" in fields else None
    return Scene(name, title, opened.changed(scenario=called), None, builds, other, note, puzzle)


def _puzzle(fields: StopFields) -> Stop:
    """Return the stop of a scene with a goal: what it says besides is as in a lesson."""
    from .lesson_file import OF_A_SCENE as OF_A_LESSON  # here and below: few scenes are puzzles
    from .lesson_file import scene_in

    said = {key: value for key, value in fields.found.items() if key in OF_A_LESSON and key != "note"}
    return scene_in(said, fields.path, fields.stop).changed(name=fields.line("name", LONGEST))


def _compared(fields: StopFields) -> Scenario | None:
    """Return what stands on side B: the scene's scenario with what `compare` says of it; None where it says nothing.

    Of a layer that is another operation it says all.
    """
    if "compare" not in fields:
        return None
    setting = fields.inner("compare", fields.found["compare"])
    whole: dict[str, Any] = dict(fields.inner("scenario", fields.found["scenario"]).found)
    if "layers" not in whole:
        setting.only(OF_A_SETTING)
        whole |= setting.found
    elif "operation" in setting:
        whole["layers"] = [dict(setting.found)]
    else:
        whole["layers"] = [{**whole["layers"][0], **setting.found}]
    whole.pop("learning", None)  # what side A is to learn need not be about what side B makes
    try:
        return scenario_in(whole, fields.path).scenario
    except (FileProblem, ConvolutionError) as problem:
        raise fields.problem("tour_refused", "compare", problem=problem) from problem


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
