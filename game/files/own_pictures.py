"""The pictures that come with the program, made for it (`tests/tools/pictures`), and where they lie."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_INSIDE = _PACKAGE / "assets"
_FOLDER = (_INSIDE if _INSIDE.is_dir() else _PACKAGE.parent / "assets") / "pictures"

PICTURES = {name: _FOLDER / f"{name}.png" for name in ("fruit", "street", "blocks", "test-card")}
"""The files by their names: two in colour and two in gray, each 256 pixels on the longer side."""
