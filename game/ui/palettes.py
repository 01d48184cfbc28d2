"""Palettes: each theme's standard hues, and others that stay apart for the colour-blind.

The standard hues of product and output differ for hardly anybody, so that place, title and outline tell them apart. In
the colour-blind palettes the full hues of kernel, product, output, negative and coverage are at least 15 ΔE2000 from
each other with normal sight, protanopia, deuteranopia and tritanopia; tests/ui/test_palettes.py computes it. They were
found by going as little as possible from the standard hues; no contrast falls under what the design asks.
"""

from __future__ import annotations

from ..play.choices import PALETTES
from .themes import DAYLIGHT, HIGH_CONTRAST, NIGHT, THEMES, Theme

STANDARD, COLOUR_BLIND = PALETTES

_OTHERS = (
    NIGHT.changed(
        name="night, colour-blind",
        kernel=(41, 164, 193), product=(102, 237, 225), output=(172, 208, 156), negative=(240, 131, 40),
        product_text=(102, 237, 225), output_text=(172, 208, 156), coverage=(192, 64, 128),
    ),
    DAYLIGHT.changed(
        name="daylight, colour-blind",
        kernel=(27, 106, 131), product=(3, 157, 134), output=(152, 187, 118), negative=(201, 91, 9),
        coverage=(144, 0, 80),
    ),
    HIGH_CONTRAST.changed(
        name="high contrast, colour-blind",
        kernel=(103, 142, 255), product=(0, 208, 134), output=(180, 242, 0), negative=(232, 117, 19),
        coverage=(168, 96, 152),
    ),
)  # fmt: skip

EVERY_THEME: dict[tuple[str, str], Theme] = {(name, STANDARD): theme for name, theme in THEMES.items()} | {
    (theme.name.partition(",")[0], COLOUR_BLIND): theme for theme in _OTHERS
}
"""Every theme in every palette, by both names."""


def theme_of(name: str, palette: str = STANDARD) -> Theme:
    """Return the colours of a theme in a palette."""
    return EVERY_THEME[name, palette]
