"""Scenario files: JSON that holds everything that determines the numbers, exactly. ``game/README.md`` shows one.

What one kernel over one channel can show is written in version 1, which programs of before read too; all else in
version 2, which `layer_file` reads and `layer_text` writes.
"""

from collections.abc import Mapping
from pathlib import Path

from ..core import images, kernels
from ..core.grid import check_values, checked_grid, checked_real
from ..core.limits import IMAGE_SIZE, WHITE, Range
from ..core.padding import padding_of
from ..core.quantities import QUANTITIES, stored
from ..core.scenario import ORDERS, Scenario
from ..core.tensors import dimensions_of
from .atomic import write_whole
from .errors import FileProblem, shown
from .fields import Fields, grid_of, text, whole
from .scenario_parts import (
    LAYERED,
    LIMIT,
    LONGEST_NAME,
    VERSION,
    OpenedScenario,
    lists_text,
    number_text,
    object_text,
    opened,
    quantity_text,
    said_in,
    scenario_json,
    tidy_name,
)

__all__ = [
    "LIMIT",
    "LONGEST_NAME",
    "VERSION",
    "OpenedScenario",
    "is_of_version_1",
    "read_scenario",
    "scenario_in",
    "tidy_name",
    "to_json",
    "write_scenario",
]


def read_scenario(path: Path) -> OpenedScenario:
    """Return what a scenario file holds.

    Raises FileProblem as `scenario_json` and `scenario_in` do, and the errors of `core`.
    """
    return scenario_in(scenario_json(path), path)


def scenario_in(found: object, path: Path | str) -> OpenedScenario:
    """Return the scenario of JSON that has been read, of either version.

    Unknown keys are ignored. Raises FileProblem ("file_no_scenario", "file_newer", "file_key_missing",
    "file_wrong_type", and those of `layer_file`) and the errors of `core` for numbers and names that cannot be.
    """
    if not isinstance(found, dict) or "kernelscope" not in found:
        raise FileProblem("file_no_scenario", path=shown(path))
    fields = Fields(found, path)
    if _version(fields) == LAYERED:
        from .layer_file import layered_in  # most files have one channel and one kernel

        return layered_in(fields)
    said = said_in(fields, stored())
    image = fields.take("image", lambda rows: grid_of(rows, "image"))
    _check_shown(image, said.get("white", 1.0))
    kernel = fields.take("kernel", lambda rows: grid_of(rows, "kernel"))
    return opened(fields, Scenario(image, kernel, name=tidy_name(fields.take("name", text, "")), **said))


def _check_shown(image: object, white: float) -> None:
    """Raise unless pixels are 0 … white, and white is at most 255, as in version 1; what is no grid, others refuse."""
    checked_real(white, "white", Range(WHITE.low, WHITE_OF_ONE))
    if dimensions_of(image) == 2:
        check_values(checked_grid(image, "image"), "pixel", Range(0, white))  # type: ignore[arg-type]  # it was read so


WHITE_OF_ONE = 255
"""The largest white of version 1."""


def _version(fields: Fields) -> int:
    """Return the version that a file is of. Raises FileProblem unless this program knows it."""
    version = fields.take("kernelscope", whole)
    if version < VERSION:
        raise fields.wrong("kernelscope", "whole number")
    if version > LAYERED:
        raise FileProblem("file_newer", path=shown(fields.path), version=version, known=LAYERED)
    return version


def is_of_version_1(scenario: Scenario) -> bool:
    """Tell whether version 1 can say all of a scenario, in numbers and names that its programs take."""
    pair = scenario.layer.padding.pair
    if (
        scenario.chain is not None
        or scenario.learning is not None
        or not scenario.is_plain
        or pair is None
        or scenario.white > WHITE_OF_ONE
        or scenario.picture is not None
    ):
        return False
    if scenario.layer.padding != padding_of(*pair) or not all(map(QUANTITIES["padding"].range.holds, pair)):
        return False
    if max(scenario.image_size) > IMAGE_SIZE.high:
        return False
    names = scenario.image_name in ("", *images.NAMES) and scenario.kernel_name in ("", *kernels.NAMES)
    return names and bool(scenario.image.min() >= 0 and scenario.image.max() <= scenario.white)


def write_scenario(
    path: Path,
    scenario: Scenario,
    position: float | None = None,
    view: Mapping[str, object] | None = None,
    *,
    with_picture: bool = True,
    other: Scenario | None = None,
) -> None:
    """Write a scenario file, whole or not at all, with the picture that is kept or without it.

    other: side B, where two are compared.

    Raises FileProblem as `atomic.write_whole`.
    """
    held = scenario if with_picture else scenario.varied(picture=None)
    write_whole(path, to_json(held, position, view, other).encode())


def to_json(
    scenario: Scenario,
    position: float | None = None,
    view: Mapping[str, object] | None = None,
    other: Scenario | None = None,
) -> str:
    """Return the text of a scenario file: one key a line, one row of a grid a line, every number exact.

    other: side B, where two are compared.
    """
    import json  # here and not above: a first start reads and writes nothing before its first picture

    plain = is_of_version_1(scenario)
    values = {
        "kernelscope": str(VERSION if plain else LAYERED),
        "name": json.dumps(tidy_name(scenario.name), ensure_ascii=False),
        **(_plain_values(scenario) if plain else _layered_values(scenario)),
    }
    if scenario.order != ORDERS[0]:
        values["order"] = json.dumps(scenario.order)
    if position is not None:
        values["position"] = number_text(position)
    if view:
        values["view"] = json.dumps(view, allow_nan=False)
    if other is not None:
        from .layer_text import other_text  # few scenarios are compared

        values["compare"] = other_text(other)
    return object_text(values) + "\n"


def _plain_values(scenario: Scenario) -> dict[str, str]:
    """Return what version 1 has beside the name, as text."""
    values = {
        "image": lists_text(scenario.image.tolist(), 2),
        "white": number_text(scenario.white),
        "kernel": lists_text(scenario.kernel.tolist(), 2),
    }
    return values | {each.key: quantity_text(each, getattr(scenario, each.key)) for each in stored()}


def _layered_values(scenario: Scenario) -> dict[str, str]:
    from .layer_text import layered_values  # most files have one channel and one kernel

    return layered_values(scenario)
