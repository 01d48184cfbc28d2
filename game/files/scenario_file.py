"""Scenario files: JSON that holds everything that determines the numbers, exactly. ``game/README.md`` shows one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..core.grid import check_values, checked_grid, checked_real
from ..core.limits import WHITE, Range
from ..core.named import image_name_of, kernel_name_of
from ..core.quantities import stored
from ..core.scenario import Grid, Scenario
from ..core.tensors import dimensions_of
from ..play.choices import GAPS, PANS, TILTS, TURNS, VIEWS, ZOOMS
from ..value import Value
from ..words.plain import plain
from .atomic import write_whole
from .errors import FileProblem, shown
from .fields import Fields, Reader, grid_of, number, one_of, pair, real_in, text, truth, whole
from .strict_json import read_json

VERSION = 1
"""The version of the format that is written, and read here."""
LAYERED = 2
"""The newest version: files with channels and layers, which `layer_file` reads."""
LIMIT = 4 * 1024 * 1024
"""Bytes that a scenario file may have at most. The largest scenario takes about 100,000."""
LONGEST_NAME = 200
CAMERA = {"turn": TURNS, "tilt": TILTS, "zoom": ZOOMS, "across": PANS, "down": PANS, "gap": GAPS}
"""The numbers of the camera; each may be missing, and is then as at home."""


class OpenedScenario(Value):
    """What a file held: the scenario, where its walk was (0 … N, None if it does not say), and how it is looked at.

    `view` holds the known fields of the file's own, all checked; it is empty where the file says nothing. The file of a
    picture, which has become the image of the present scenario, is none that a scenario may be written to.
    """

    scenario: Scenario
    position: float | None
    view: dict[str, object]
    is_picture: bool = False


def read_scenario(path: Path) -> OpenedScenario:
    """Return what a scenario file holds.

    Raises FileProblem as `strict_json.read_json` and `scenario_in` do, and the errors of `core`.
    """
    return scenario_in(read_json(path, LIMIT), path)


def scenario_in(found: object, path: Path | str) -> OpenedScenario:
    """Return the scenario of JSON that has been read.

    Unknown keys are ignored. Raises FileProblem ("file_no_scenario", "file_newer", "file_key_missing",
    "file_wrong_type") and the errors of `core` for numbers and names that cannot be.
    """
    if not isinstance(found, dict) or "kernelscope" not in found:
        raise FileProblem("file_no_scenario", path=shown(path))
    fields = Fields(found, path)
    _check_version(fields)
    said: dict[str, Any] = {
        each.key: fields.take(each.key, pair if each.kind == "pair" else number)
        for each in stored()
        if each.needed or each.key in fields
    }
    image = fields.take("image", lambda rows: grid_of(rows, "image"))
    _check_shown(image, said.get("white", 1.0))
    scenario = Scenario(
        image=image,
        kernel=fields.take("kernel", lambda rows: grid_of(rows, "kernel")),
        name=tidy_name(fields.take("name", text, "")),
        **said,
    )
    position = real_in(Range(0, scenario.steps), "position")
    where = fields.take("position", position) if "position" in fields else None
    return OpenedScenario(recognised(scenario), where, view_in(fields))


def _check_shown(image: object, white: float) -> None:
    """Raise unless pixels are 0 … white, and white is at most 255, as in version 1; what is no grid, others refuse."""
    checked_real(white, "white", Range(WHITE.low, WHITE_OF_ONE))
    if dimensions_of(image) == 2:
        check_values(checked_grid(image, "image"), "pixel", Range(0, white))  # type: ignore[arg-type]  # it was read so


WHITE_OF_ONE = 255
"""The largest white of version 1."""


def _check_version(fields: Fields) -> None:
    """Raise FileProblem unless the file is of a version that this program knows."""
    version = fields.take("kernelscope", whole)
    if version < 1:
        raise fields.wrong("kernelscope", "whole number")
    if version > VERSION:
        raise FileProblem("file_newer", path=shown(fields.path), version=version, known=LAYERED)


def view_in(fields: Fields) -> dict[str, object]:
    """Return the known fields of a file's `view`, how it is looked at; it is empty where the file says nothing."""
    inner = fields.inner("view", fields.found.get("view", {}))
    readers: dict[str, Reader[object]] = {
        "name": one_of(VIEWS, "view"),
        "camera": lambda value: _camera(inner.inner("camera", value)),
        "turning": truth,
    }
    return {key: inner.take(key, reader) for key, reader in readers.items() if key in inner}


def _camera(fields: Fields) -> dict[str, float]:
    numbers = ((name, real_in(allowed, f"camera {name}")) for name, allowed in CAMERA.items())
    return {name: fields.take(name, number) for name, number in numbers if name in fields}


def write_scenario(
    path: Path, scenario: Scenario, position: float | None = None, view: Mapping[str, object] | None = None
) -> None:
    """Write a scenario file, whole or not at all. Raises FileProblem as `atomic.write_whole`."""
    write_whole(path, to_json(scenario, position, view).encode())


def to_json(scenario: Scenario, position: float | None = None, view: Mapping[str, object] | None = None) -> str:
    """Return the text of a scenario file: one key a line, one row of a grid a line, every number exact."""
    import json  # here and not above: a first start reads and writes nothing before its first picture

    values = {
        "kernelscope": str(VERSION),
        "name": json.dumps(tidy_name(scenario.name), ensure_ascii=False),
        "image": _grid_text(scenario.image),
        "white": _number_text(scenario.white),
        "kernel": _grid_text(scenario.kernel),
    }
    for each in stored():
        value = getattr(scenario, each.key)
        values[each.key] = _number_text(value) if each.kind == "real" else json.dumps(value)
    if position is not None:
        values["position"] = _number_text(position)
    if view:
        values["view"] = json.dumps(view, allow_nan=False)
    return "{\n" + ",\n".join(f'  "{key}": {value}' for key, value in values.items()) + "\n}\n"


def tidy_name(name: str) -> str:
    """Return a scenario's name as it can be drawn and written: one line, no control characters, at most 200 long."""
    return plain(name, " ")[:LONGEST_NAME]


def _number_text(value: float) -> str:
    """Return the shortest text that reads as exactly this number; a whole one has no ".0", but -0.0 stays itself."""
    written = repr(float(value))
    return written.removesuffix(".0") if value else written


def _grid_text(grid: Grid) -> str:
    rows = (", ".join(map(_number_text, row)) for row in grid.tolist())
    return "[\n" + ",\n".join(f"    [{row}]" for row in rows) + "\n  ]"


def recognised(scenario: Scenario) -> Scenario:
    """Return the scenario with the names of the image and kernel that it holds; a file's own word is not taken."""
    image_name = image_name_of(scenario.tensor, scenario.white, scenario.seed)
    kernel_name = kernel_name_of(scenario.layer.weights, scenario.seed)
    return scenario.varied(image_name=image_name, kernel_name=kernel_name)
