"""The colours of whole grids at once, the same as `ui.themes` gives for single cells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from ..core.grid import Grid
from ..core.scenario import Scenario
from ..play.choices import MAGNITUDE
from ..ui.cache import Same
from ..ui.themes import BLACK, HUES, WHITE, Colour, Theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

Colours: TypeAlias = "NDArray[np.uint8]"
"""Shape (rows, columns, 3), 0 … 255."""


def lit(image: Grid, white: float, hue: Colour) -> Colours:
    """Return the colours of pixels of which none is below 0, shape (rows, columns, 3): black at 0, the hue at `white`.

    What is below 0 all the same is black. Each level of the hue is worked out once: a full one is that of two or three
    of a pixel's colours, and where there is none there is nothing to be worked out.
    """
    shares = np.minimum(np.maximum(image / white, 0), 1)
    colours = np.zeros((*image.shape, 3), np.uint8)
    for level in set(hue) - {0}:
        shades = np.rint(level * shares).astype(np.uint8)
        for index in (index for index, each in enumerate(hue) if each == level):
            colours[:, :, index] = shades
    return colours


def hue_of(scenario: Scenario) -> Colour:
    """Return what a full pixel of the channel in front looks like: white, or of a colour image red, green or blue."""
    return HUES[scenario.channel] if scenario.in_colour else WHITE


class Light(NamedTuple):
    """How pixels look: which one has the full hue, that hue, and the colour of 0, which in the light is black.

    What comes to a later layer of a network is no light: it has the output's hue and the neutral zero of all maps.
    """

    full: float
    hue: Colour
    zero: Colour = BLACK


def light_of(scenario: Scenario, theme: Theme) -> Light:
    """Return how the channel in front looks."""
    if scenario.is_of_maps:
        return Light(scenario.full, theme.output, theme.neutral)
    return Light(scenario.white, hue_of(scenario))


def lit_alike(one: Scenario, other: Scenario) -> bool:
    """Tell whether pixels look the same in two scenarios, whatever the theme."""
    return (one.full, one.is_of_maps, hue_of(one)) == (other.full, other.is_of_maps, hue_of(other))


def lit_by(pixels: Grid, light: Light, theme: Theme) -> Colours:
    """Return the colours of pixels in a light, shape (rows, columns, 3)."""
    full, hue, zero = light
    if zero == BLACK:
        return pixel_colours(pixels, full, hue, theme.negative)
    return shade_colours(np.where(np.isneginf(pixels), 0.0, pixels), full, hue, theme)


def pixel_colours(image: Grid, white: float, hue: Colour = WHITE, negative: Colour = BLACK) -> Colours:
    """Return the colours of pixels, shape (rows, columns, 3): black at 0, the hue at `white`; below 0 `negative`.

    Of a hue that is white these are the true grays. −∞, which no pixel is, is as black as 0.
    """
    below = image < 0
    if not below.any():
        return lit(image, white, hue)
    shares = np.clip(np.abs(np.where(np.isneginf(image), 0.0, image)) / white, 0, 1)[:, :, None]
    ends = np.where(below[:, :, None], np.array(negative, np.float64), np.array(hue, np.float64))
    colours: Colours = np.rint(ends * shares).astype(np.uint8)
    return colours


def mixed_colours(channels: Sequence[Grid], white: float) -> Colours:
    """Return the colours of red, green and blue at once, shape (rows, columns, 3); below 0 there is no light."""
    colours = np.empty((*channels[0].shape, 3), np.uint8)
    for index, channel in enumerate(channels):
        colours[:, :, index] = np.rint(255 * np.minimum(np.maximum(channel / white, 0), 1))
    return colours


QUIET_CELLS = 0.4
"""How much of the ground is in the cells of a lane that is not in work: its numbers are louder than they."""


def quieted(colours: Colours, share: float, theme: Theme) -> Colours:
    """Return the colours of cells which are to be quieter than their numbers: `share` (0 … 1) of them is the ground.

    They have what is left of it when the theme's veil lies over cells and numbers; with high contrast there is none.
    """
    share = quiet_share(share, theme)
    if not share:
        return colours
    ground = np.array(theme.ground, np.float64)
    found: Colours = np.rint(colours + (ground - colours) * share).astype(np.uint8)
    return found


def quiet_share(share: float, theme: Theme) -> float:
    """Return how much of the ground is in the cells of a quiet grid below the veil, so that it is `share` together."""
    veil = theme.veil / 255
    return max(0.0, (share - veil) / (1 - veil))


FINE = 255
"""Steps of a shade from neutral to its full hue that are told apart where cells are small."""


@lru_cache(maxsize=16)
def _ladder(hue: Colour, theme: Same) -> Colours:
    """Return the shades from −1 to 1, shape (511, 3)."""
    shades: Colours = shade_colours(np.arange(-FINE, FINE + 1.0)[None], FINE, hue, theme.thing)
    return shades.reshape(-1, 3)


def small_colours(grid: Grid, magnitude: float, hue: Colour, theme: Theme) -> Colours:
    """Return the shades of a signed grid of small cells, to 1 in 255: many times as fast as `shade_colours`."""
    if not magnitude:
        return shade_colours(grid, magnitude, hue, theme)
    steps = grid * (FINE / magnitude)
    np.maximum(steps, -FINE, out=steps)
    np.minimum(steps, FINE, out=steps)
    np.rint(steps, out=steps)
    steps += FINE
    colours: Colours = _ladder(hue, Same(theme)).take(steps.astype(np.intp), axis=0)
    return colours


def told_share(share: float, map_look: str) -> float:
    """Return the share of the scale, −1 … 1, that a pattern tells in a look of the map: a magnitude has no sign."""
    return abs(share) if map_look == MAGNITUDE else share


def shade_colours(grid: Grid, magnitude: float, hue: Colour, theme: Theme) -> Colours:
    """Return the shades of a signed grid, shape (rows, columns, 3); the same colours as `themes.shade`."""
    share = np.clip(grid / magnitude, -1, 1) if magnitude else np.zeros_like(grid)
    neutral = np.array(theme.neutral, dtype=np.float64)
    ends = np.where(share[:, :, None] < 0, np.array(theme.negative, float), np.array(hue, float))
    return np.rint(neutral + (ends - neutral) * np.abs(share)[:, :, None]).astype(np.uint8)
