"""The colours of whole grids at once, the same as `ui.themes` gives for single cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from ..core.grid import Grid
from ..ui.themes import Colour, Theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

Colours: TypeAlias = "NDArray[np.uint8]"
"""Shape (rows, columns, 3), 0 … 255."""


def gray_colours(image: Grid, white: float) -> Colours:
    """Return the true grays of an image, shape (rows, columns, 3)."""
    levels = np.rint(255 * np.clip(image / white, 0, 1)).astype(np.uint8)
    return np.repeat(levels[:, :, None], 3, axis=2)


def shade_colours(grid: Grid, magnitude: float, hue: Colour, theme: Theme) -> Colours:
    """Return the shades of a signed grid, shape (rows, columns, 3); the same colours as `themes.shade`."""
    share = np.clip(grid / magnitude, -1, 1) if magnitude else np.zeros_like(grid)
    neutral = np.array(theme.neutral, dtype=np.float64)
    ends = np.where(share[:, :, None] < 0, np.array(theme.negative, float), np.array(hue, float))
    return np.rint(neutral + (ends - neutral) * np.abs(share)[:, :, None]).astype(np.uint8)
