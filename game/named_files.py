"""What a start names: a file, a text code in the place of one, a scene of a shelf, a tour or a lesson."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from .core.scenario import startup
from .files.errors import FileProblem, shown
from .files.scenario_file import OpenedScenario
from .files.tour import Tour

if TYPE_CHECKING:
    from .files.shelf import Scene
    from .flags import ScenarioFlags


def opened(file: str, asked: ScenarioFlags) -> OpenedScenario | Tour:
    """Return what a file holds, or a text code in its place. Raises FileProblem and errors of `core`."""
    if is_code(file):
        from .handout.text_code import decoded  # few starts name one

        return decoded(file)
    from .files.opening import open_path
    from .files.shelf import Shelf

    found = open_path(Path(file), startup(), asked.quantities.get("image_size"))
    if isinstance(found, Shelf):
        raise FileProblem("shelf_no_scene", path=shown(file), allowed=found.scene_names)
    if isinstance(found, OpenedScenario | Tour):
        return found
    raise FileProblem("numbers_need_flag", path=shown(file))


def is_code(file: str) -> bool:
    """Tell whether a text code stands in the place of a file; a file that is called so is a file."""
    if not file.lstrip().upper().startswith("KS"):
        return False
    from .handout.text_code import holds_code  # few files are called so

    return holds_code(file) and not os.path.lexists(file)


def scene(name: str, file: str | None) -> Scene:
    """Return the scene of a name, of the shelf in a file, else of those that come with the program."""
    if file is None:
        from .files.shelves import scene_called

        return scene_called(name)
    from .files.shelf_file import read_shelf

    return read_shelf(Path(file)).scene(name)


def shown_of(scene: Scene) -> OpenedScenario:
    """Return what a scene shows. Raises FileProblem "file_layers_only" for one that the window does not show."""
    if scene.opened is None:
        from .files.layer_file import check_shown  # few scenes are not shown

        assert scene.layers is not None
        check_shown(scene.layers, scene.name)
    assert scene.opened is not None
    return scene.opened


def tour(file: str) -> Tour:
    """Return the tour or lesson of a name or of a file; "" is the first tour."""
    from .files.lesson_file import read_led
    from .files.tour_file import tour_path

    return read_led(tour_path(file))
