"""Where what comes with the program lies: beside the package in a checkout, inside it once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSIDE = _PACKAGE / "assets"
ASSETS = _INSIDE if _INSIDE.is_dir() else _PACKAGE.parent / "assets"
"""The folder of fonts, icons, pictures, tours and the like."""
