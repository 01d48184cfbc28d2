"""Where the fonts and icons lie."""

from __future__ import annotations

from ..assets import ASSETS


def asset(folder: str, name: str) -> str:
    """Return the path of a bundled file, such as `asset("icons", "play.svg")`."""
    return f"{ASSETS}/{folder}/{name}"  # joining paths takes ten times as long
