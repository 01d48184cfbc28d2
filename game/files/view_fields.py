"""What a scenario file says about how it is looked at: Flat or Stack, and from where."""

from __future__ import annotations

from ..core.errors import OutOfRange, UnknownName
from ..core.limits import Range
from ..play.camera import GAPS, PANS, TILTS, TURNS, ZOOMS
from ..play.choices import VIEWS
from .errors import shown
from .scenario_fields import Fields

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
    found = fields.mapping("view")
    inner = Fields({f"view.{key}": value for key, value in found.items()}, fields.path)
    view: dict[str, object] = {}
    if "name" in found:
        view["name"] = _name(inner.text("view.name"))
    if "camera" in found:
        view["camera"] = _camera(inner)
    if "turning" in found:
        if not isinstance(found["turning"], bool):
            raise inner.wrong("view.turning", "truth")
        view["turning"] = found["turning"]
    return view


def _name(name: str) -> str:
    if name not in VIEWS:
        raise UnknownName("view", shown(name, 40), VIEWS)
    return name


def _camera(view: Fields) -> dict[str, float]:
    found = view.mapping("view.camera")
    inner = Fields({f"view.camera.{key}": value for key, value in found.items()}, view.path)
    return {name: _number(inner, name, allowed) for name, allowed in CAMERA.items() if name in found}


def _number(camera: Fields, name: str, allowed: Range) -> float:
    number = float(camera.real(f"view.camera.{name}", 0.0))
    if not allowed.holds(number):
        raise OutOfRange(f"camera {name}", number, *allowed)
    return number
