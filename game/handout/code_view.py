"""How a scenario is looked at, in a text code: the known fields of a file's `view`."""

from __future__ import annotations

from typing import Any

from ..core.limits import CHANNELS
from ..files.scenario_parts import CAMERA
from ..play.choices import MAP_LOOKS, VIEWS
from .packing import Packer, Unpacker

NAMES = ("name", "look", "turning", "spread", "stamp")
FRONT = ("channel", "colour")
_TRUTHS = (False, True)
_CHOICES = {"name": VIEWS, "look": MAP_LOOKS, "turning": _TRUTHS, "spread": _TRUTHS, "colour": _TRUTHS}
_KEYS = (*NAMES, *CAMERA, *FRONT)
"""What may be there, in the order in which it is written; the first is the lowest bit of what is said."""


def write_view(packer: Packer, view: dict[str, Any]) -> None:
    """Write which fields there are, and these: choices by their places, else numbers."""
    found = {key: view[key] for key in (*NAMES, *FRONT) if key in view} | dict(view.get("camera", {}))
    packer.whole(sum(1 << place for place, key in enumerate(_KEYS) if key in found) * 2 + ("camera" in view))
    for key in _KEYS:
        if key in _CHOICES and key in found:
            packer.whole(_CHOICES[key].index(found[key]))
        elif key == "channel" and key in found:
            packer.whole(found[key])
        elif key in found:
            packer.real(found[key])


def read_view(packed: Unpacker) -> dict[str, object]:
    """Return what was written."""
    bits = packed.whole((1 << len(_KEYS) + 1) - 1)
    found: dict[str, object] = {}
    for place, key in enumerate(_KEYS):
        if bits >> place + 1 & 1:
            choices = _CHOICES.get(key)
            if key == "channel":
                found[key] = packed.whole(int(CHANNELS.high) - 1)
            else:
                found[key] = packed.real() if choices is None else choices[packed.whole(len(choices) - 1)]
    view = {key: value for key, value in found.items() if key in (*NAMES, *FRONT)}
    return view | ({"camera": {key: found[key] for key in CAMERA if key in found}} if bits & 1 else {})
