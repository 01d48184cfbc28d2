"""Where the fonts and icons lie: beside the package in a checkout, inside it once installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_INSIDE = _PACKAGE / "assets"
_FOLDER = _INSIDE if _INSIDE.is_dir() else _PACKAGE.parent / "assets"


def asset(folder: str, name: str) -> str:
    """Return the path of a bundled file, such as `asset("icons", "play.svg")`."""
    return f"{_FOLDER}/{folder}/{name}"  # joining paths takes ten times as long
