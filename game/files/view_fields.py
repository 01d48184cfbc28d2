"""What a scenario file says about how it is looked at: Flat or Stack, and from where."""

from __future__ import annotations

from collections.abc import Callable

from ..core.errors import UnknownName
from ..core.limits import Range
from ..play.choices import GAPS, PANS, TILTS, TURNS, VIEWS, ZOOMS
from .errors import shown
from .fields import Fields, real_in, text, truth

CAMERA: dict[str, Range] = {
    "turn": TURNS,
    "tilt": TILTS,
    "zoom": ZOOMS,
    "across": PANS,
    "down": PANS,
    "gap": GAPS,
}
"""The numbers of the camera; each may be missing, and is then as at home."""


def view_in(fields: Fields) -> dict[str, object]:
    """Return the known fields of a file's `view`; it is empty where the file says nothing.

    Raises FileProblem "file_wrong_type", UnknownName or OutOfRange; unknown keys are ignored.
    """
    inner = fields.inner("view", fields.found.get("view", {}))
    readers: dict[str, Callable[[], object]] = {
        "name": lambda: _name(inner.take("name", text)),
        "camera": lambda: _camera(inner.inner("camera", inner.found["camera"])),
        "turning": lambda: inner.take("turning", truth),
    }
    return {key: read() for key, read in readers.items() if key in inner}


def _name(name: str) -> str:
    if name not in VIEWS:
        raise UnknownName("view", shown(name, 40), VIEWS)
    return name


def _camera(fields: Fields) -> dict[str, float]:
    numbers = ((name, real_in(allowed, f"camera {name}")) for name, allowed in CAMERA.items())
    return {name: fields.take(name, number) for name, number in numbers if name in fields}
