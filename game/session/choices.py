"""The values that settings can have, for those who offer them in the window."""

from ..files.settings import DECIMALS, PALETTES, STOPS, THEMES

__all__ = ["DECIMALS", "PALETTES", "STOPS", "THEMES"]
