"""What scenario files of both versions have: what is made of one, its name, its view, its numbers as text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..core.grid import checked_whole
from ..core.limits import CHANNELS, FILTERS, PICTURE_SIZE, Range
from ..core.named import image_name_of, kernel_name_of
from ..core.quantities import Quantity, stored
from ..core.scenario import ORDERS, Scenario
from ..core.varied import OF_THE_LAYER
from ..play.choices import GAPS, MAP_LOOKS, PANS, TILTS, TURNS, VIEWS, ZOOMS
from ..value import Value
from ..words.plain import plain
from .errors import FileProblem, shown
from .fields import Fields, Reader, number, one_of, pair, real_in, truth
from .strict_json import decoded, parsed, read_bytes

VERSION = 1
"""The version of what one kernel over one channel can show, which every program reads."""
LAYERED = 2
"""The newest version: files with channels and layers, which `layer_file` reads and `layer_text` writes."""
LIMIT = 32 * 1024 * 1024
"""Bytes that a scenario file may have at most. Sixteen channels of the largest picture take about 22,000,000."""
PLAIN_LIMIT = 4 * 1024 * 1024
"""The same of one without a picture, and without an image as large as one: nothing in it is packed."""
LONGEST_NAME = 200
CAMERA = {"turn": TURNS, "tilt": TILTS, "zoom": ZOOMS, "across": PANS, "down": PANS, "gap": GAPS}
"""The numbers of the camera; each may be missing, and is then as at home."""


FRONTS = Range(0, CHANNELS.high - 1)
STAMPED = Range(0, CHANNELS.high * FILTERS.high * PICTURE_SIZE.high**2)
"""Where a walk of stamps can be; one past the end of a shorter one is at its end."""


class OpenedScenario(Value):
    """What a file held: the scenario, where its walk was (0 … N, None if it does not say), and how it is looked at.

    `other` is side B of what it is compared with, None for none. `view` holds the known fields of the file's own, all
    checked; it is empty where the file says nothing. The file of a picture, which has become the image of the present
    scenario, is none that a scenario may be written to.
    """

    scenario: Scenario
    position: float | None
    view: dict[str, object]
    is_picture: bool = False
    other: Scenario | None = None


def check_size(data: bytes, path: Path | str) -> None:
    """Raise FileProblem ("file_too_large") for a file of the program's own that is large and holds no picture."""
    if len(data) > PLAIN_LIMIT and b'"packed"' not in data:
        raise FileProblem("file_too_large", path=shown(path), size=len(data), limit=PLAIN_LIMIT)


def scenario_json(path: Path) -> object:
    """Return the JSON of a scenario file. Raises FileProblem as `strict_json.read_json` does."""
    data = read_bytes(path, LIMIT)
    check_size(data, path)
    return parsed(decoded(data, path), path)


def opened(fields: Fields, scenario: Scenario) -> OpenedScenario:
    """Return what a file held whose numbers are these: named as what it holds, with the file's position and view."""
    position = real_in(Range(0, scenario.steps), "position")
    where = fields.take("position", position) if "position" in fields else None
    found = OpenedScenario(recognised(scenario), where, view_in(fields))
    if "compare" not in fields:
        return found
    from .compared import other_in  # few files compare

    return found.changed(other=other_in(fields, found.scenario))


def of_all_layers() -> tuple[Quantity, ...]:
    """Return the numbers of a scenario that are none of its layer's, and stand in files of both versions alike."""
    return tuple(each for each in stored() if each.key not in OF_THE_LAYER)


def said_in(fields: Fields, quantities: tuple[Quantity, ...]) -> dict[str, Any]:
    """Return what a file says of these numbers, and of the order of the walk; what has to be said is asked for."""
    said: dict[str, Any] = {
        each.key: fields.take(each.key, pair if each.kind == "pair" else number)
        for each in quantities
        if each.needed or each.key in fields
    }
    if "order" in fields:
        said["order"] = fields.take("order", one_of(ORDERS, "order"))
    return said


def view_in(fields: Fields) -> dict[str, object]:
    """Return the known fields of a file's `view`, how it is looked at; it is empty where the file says nothing."""
    inner = fields.inner("view", fields.found.get("view", {}))
    readers: dict[str, Reader[object]] = {
        "name": one_of(VIEWS, "view"),
        "look": one_of(MAP_LOOKS, "look"),
        "camera": lambda value: _camera(inner.inner("camera", value)),
        "turning": truth,
        "spread": truth,
        "stamp": real_in(STAMPED, "position"),
        "channel": lambda value: checked_whole(number(value), "channel", FRONTS),
        "colour": truth,
    }
    return {key: inner.take(key, reader) for key, reader in readers.items() if key in inner}


def _camera(fields: Fields) -> dict[str, float]:
    numbers = ((name, real_in(allowed, f"camera {name}")) for name, allowed in CAMERA.items())
    return {name: fields.take(name, number) for name, number in numbers if name in fields}


def tidy_name(name: str) -> str:
    """Return a scenario's name as it can be drawn and written: one line, no control characters, at most 200 long."""
    return plain(name, " ")[:LONGEST_NAME]


def recognised(scenario: Scenario) -> Scenario:
    """Return the scenario with the names of the image and kernel that it holds; a file's own word is not taken.

    A pooling has no kernel. What a later layer of a network is over is no image, and has no name.
    """
    if scenario.chain is not None and scenario.chain.focus:
        return scenario
    named = scenario.picture is None  # what is kept of a picture is that, even if it is black
    image_name = image_name_of(scenario.pixel_tensor, scenario.white, scenario.seed) if named else ""
    if scenario.layer.pooling is not None:
        return scenario.varied(image_name=image_name)
    kernel_name = kernel_name_of(scenario.layer.chosen_weights, scenario.seed)
    return scenario.varied(image_name=image_name, kernel_name=kernel_name)


def number_text(value: float) -> str:
    """Return the shortest text that reads as exactly this number; a whole one has no ".0", but -0.0 stays itself."""
    written = repr(float(value))
    return written.removesuffix(".0") if value else written


def quantity_text(quantity: Quantity, value: Any) -> str:
    """Return how a number of a scenario, or a pair of them, stands in files."""
    if quantity.kind == "real":
        return number_text(value)
    return f"[{', '.join(map(str, value))}]" if quantity.kind == "pair" else str(value)


def lists_text(values: Any, indent: int) -> str:
    """Return nested lists of numbers: a line for each row, and `indent` spaces before the bracket that closes all."""
    if not isinstance(values[0], list):
        return f"[{', '.join(map(number_text, values))}]"
    before = " " * (indent + 2)
    parts = ",\n".join(before + lists_text(each, indent + 2) for each in values)
    return f"[\n{parts}\n{' ' * indent}]"


def object_text(values: dict[str, str], indent: int = 0) -> str:
    """Return an object whose values are text already: a key a line, each so far from the left."""
    before = " " * (indent + 2)
    inner = ",\n".join(f'{before}"{key}": {value}' for key, value in values.items())
    return f"{{\n{inner}\n{' ' * indent}}}"
