"""What can be chosen of how the program looks and plays: by hand, by a flag, in a tour or a file of settings."""

from __future__ import annotations

THEMES = ("night", "daylight", "high contrast")
PALETTES = ("standard", "colour-blind")
VIEWS = ("flat", "stack")
REMOTE_STOPS = ("phases", "cells")
"""What a remote stops at: settled, products and sum of each output cell, or each output cell only."""
DECIMALS = (0, 4)
"""At most so many in the numbers of grids and dot product; None is automatic."""
SECTIONS = ("source", "kernel", "slide", "stack")
"""The parts of the rail that fold; a mode adds the last."""
SCALE = (75, 300)
"""Percent of the size of text and controls."""
