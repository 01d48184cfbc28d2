"""What --print-output prints: maps, or what layers have learned; every number reads back as the very same. And scenes.

Imported when something is printed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from .core.chained import layers_of, source_of
from .core.grid import frozen
from .core.operations import Operation, chained_maps
from .core.scenario import Scenario
from .core.tensors import Tensor
from .flags import Flags

if TYPE_CHECKING:
    from .core.learning import Learning


def of_scenario(scenario: Scenario, found: Flags) -> str:
    """Return the line of a scenario as it is before any update. Raises as `of_layers`."""
    return of_layers(frozen(source_of(scenario).channels), layers_of(scenario), scenario.learning, found)


def of_layers(image: Tensor, layers: tuple[Operation, ...], learning: Learning | None, found: Flags) -> str:
    """Return the line of layers over an image, after the updates that are asked for.

    Raises FileProblem and the errors of `core`.
    """
    if found.updates is None and found.printed != "learning":
        return _maps(chained_maps(image, layers), found.printed)
    from .learning_flags import learned, learning_json, maps_after  # few layers learn

    losses, taught = learned(image, layers, learning, found)
    if found.printed == "learning":
        return learning_json(losses, taught)
    return _maps(maps_after(image, taught), found.printed)


def _maps(maps: tuple[Tensor, ...], what: str) -> str:
    """Return the maps of the last layer, or with "layers" of all; else a single map has no list around it."""
    if what == "layers":
        return json.dumps({"layers": [{"output_size": list(each.shape), "output": each.tolist()} for each in maps]})
    output = maps[-1][0] if len(maps[-1]) == 1 else maps[-1]
    return json.dumps({"output_size": list(output.shape), "output": output.tolist()})


def of_file(found: Flags) -> str | None:
    """Return the line of a file of several channels or layers, or of a scene that is not shown; None for all others."""
    from .files.layer_file import read_layers  # here and below: most files have one channel and one kernel
    from .named_files import scene

    opened = read_layers(Path(found.file or "")) if found.scene is None else scene(found.scene, found.file).layers
    return None if opened is None else of_layers(opened.image, opened.layers, opened.learning, found)


def scene_lines(file: str | None) -> str:
    """Return the scenes of a shelf, or of all: a line each, its name, title and shelf with tabs between them."""
    from .files.shelf_file import read_shelf  # here: maps are of no shelf
    from .files.shelves import every_shelf

    shelves = [read_shelf(Path(file))] if file else [shelf for _, shelf in every_shelf()]
    return "\n".join("\t".join((scene.name, scene.title, each.name)) for each in shelves for scene in each.scenes)
