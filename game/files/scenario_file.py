"""Scenario files: JSON that holds everything that determines the numbers, exactly. ``game/README.md`` shows one."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from ..core import images, kernels
from ..core.scenario import Grid, Scenario
from ..value import Value
from ..words.plain import plain
from .atomic import write_whole
from .errors import FileProblem, shown
from .reading import read_bytes
from .scenario_fields import VERSION, Fields
from .strict_json import decoded, parsed
from .view_fields import view_in

LIMIT = 4 * 1024 * 1024
"""Bytes that a scenario file may have at most. The largest scenario takes about 100,000."""
LONGEST_NAME = 200


class OpenedScenario(Value):
    """What a file held: the scenario, where its walk was (0 … N, None if it does not say), and how it is looked at.

    `view` holds the known fields of the file's own, all checked; it is empty where the file says nothing.
    """

    scenario: Scenario
    position: float | None
    view: dict[str, object]


def read_scenario(path: Path) -> OpenedScenario:
    """Return what a scenario file holds.

    Raises FileProblem as `reading.read_bytes`, `strict_json` and `parse_scenario` do, and the errors of `core`.
    """
    return parse_scenario(decoded(read_bytes(path, LIMIT), path), path)


def parse_scenario(text: str, path: Path | str = "scenario") -> OpenedScenario:
    """Return what the text of a scenario file says; `path` is only for the sentence when it says nothing good.

    Raises FileProblem as `strict_json.parsed` and `scenario_in` do, and the errors of `core`.
    """
    return scenario_in(parsed(text, path), path)


def scenario_in(found: object, path: Path | str) -> OpenedScenario:
    """Return the scenario of JSON that has been read.

    Unknown keys are ignored. Raises FileProblem ("file_no_scenario", "file_newer", "file_key_missing",
    "file_wrong_type") and the errors of `core` for numbers that cannot be.
    """
    if not isinstance(found, dict) or "kernelscope" not in found:
        raise FileProblem("file_no_scenario", path=shown(path))
    fields = Fields(found, path)
    fields.check_version()
    scenario = Scenario(
        image=fields.grid("image"),
        kernel=fields.grid("kernel"),
        white=fields.real("white", 1.0),
        stride=fields.pair("stride"),
        padding=fields.pair("padding"),
        dilation=fields.pair("dilation", [1, 1]),
        name=tidy_name(fields.text("name")),
        seed=cast("int", fields.real("seed", 1)),  # core takes 3.0 for 3, and refuses 3.5
    )
    return OpenedScenario(_recognised(scenario), fields.position(scenario.steps), view_in(fields))


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
        "stride": json.dumps(scenario.stride),
        "padding": json.dumps(scenario.padding),
        "dilation": json.dumps(scenario.dilation),
        "seed": str(scenario.seed),
    }
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
    text = repr(float(value))
    return text.removesuffix(".0") if value else text


def _grid_text(grid: Grid) -> str:
    rows = (", ".join(map(_number_text, row)) for row in grid.tolist())
    return "[\n" + ",\n".join(f"    [{row}]" for row in rows) + "\n  ]"


def _recognised(scenario: Scenario) -> Scenario:
    """Return the scenario with the names of the image and kernel that it holds; a file's own word is not taken."""
    image_name = images.recognise(scenario.image, scenario.white, scenario.seed)
    kernel_name = kernels.recognise(scenario.kernel, scenario.seed)
    return scenario.with_image(scenario.image, image_name).with_kernel(scenario.kernel, kernel_name)
