"""Colours by name, and the themes that give the names their values.

Night and Daylight take their hues from the page the program starts from: kernel #29ABCA, product #5CD0B3 and
output #A6CF8C on a near-black; darker ones of the same hues on white. High contrast is black on white, with hues on
which black numbers stand at nearly 7:1, and patterns besides. Contrast is computed, after WCAG 2.2.
"""

from __future__ import annotations

from functools import lru_cache

from ..play.choices import ERRORS, GRAY, MAGNITUDE, PALETTES
from ..value import Value

Colour = tuple[int, int, int]

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)

ENOUGH = 7.0
"""The contrast from which a number in a cell is read from afar without an outline."""


class Theme(Value):
    """The colours of one theme, each with the meaning that its name tells."""

    name: str
    ground: Colour  # behind the grids
    panel: Colour  # bars, rail and cards
    raised: Colour  # fields and buttons that stand on a panel
    hovered: Colour  # the same under the pointer
    line: Colour  # quiet separators, no meaning
    edge: Colour  # outlines that carry meaning: empty cells, fields
    text: Colour
    dim: Colour  # secondary text
    faint: Colour  # disabled text and icons
    source: Colour  # words and knobs that belong to the source image
    kernel: Colour
    product: Colour
    output: Colour
    kernel_text: Colour  # the grids' hues where they colour words: at least 4.5:1, numbers 7:1
    product_text: Colour
    output_text: Colour
    negative: Colour
    negative_text: Colour
    neutral: Colour  # the shade of zero
    now: Colour  # where the walk is, and the stride
    now_text: Colour
    now_quiet: Colour  # the ground of the cell that is being made, and of notes
    padding: Colour  # dashed outlines of padding pixels
    padding_text: Colour
    track: Colour  # sliders
    accent: Colour  # play, focus, chosen
    on_accent: Colour
    shadow: int  # strength of soft shadows, 0 … 255
    coverage: Colour = (214, 92, 158)  # how many patches cover a pixel: rose, the hue of no grid
    error: Colour = (214, 86, 160)  # of a map that learns: too high; its gradient, too
    error_low: Colour = (112, 102, 226)  # too low
    error_text: Colour = (246, 128, 196)
    patterned: bool = False  # cells carry patterns besides their shades
    quiet: int = 102  # of 255: how much of the ground lies over what is not in work, so that it stays at 60 %
    veil: int = 64  # the same where there are numbers, which stay at 3:1 so; their cells have the rest of it


NIGHT = Theme(
    name="night",
    ground=(15, 19, 24), panel=(23, 29, 36), raised=(33, 41, 50), hovered=(44, 54, 66),
    line=(33, 41, 50), edge=(111, 127, 143), text=(238, 243, 248), dim=(168, 181, 194), faint=(112, 124, 137),
    source=(203, 209, 215), kernel=(41, 171, 202), product=(92, 208, 179), output=(166, 207, 140),
    kernel_text=(77, 191, 219), product_text=(92, 208, 179), output_text=(166, 207, 140),
    negative=(240, 138, 60), negative_text=(245, 158, 92), neutral=(42, 50, 59),
    now=(255, 209, 102), now_text=(255, 209, 102), now_quiet=(58, 53, 37),
    padding=(125, 143, 161), padding_text=(150, 166, 182), track=(64, 77, 92),
    accent=(41, 171, 202), on_accent=(5, 16, 20), shadow=150, coverage=(240, 118, 184),
)  # fmt: skip

DAYLIGHT = Theme(
    name="daylight",
    ground=(255, 255, 255), panel=(243, 246, 249), raised=(255, 255, 255), hovered=(224, 231, 238),
    line=(214, 221, 228), edge=(111, 127, 143), text=(11, 17, 23), dim=(66, 79, 92), faint=(118, 130, 142),
    source=(66, 74, 82), kernel=(18, 126, 160), product=(24, 138, 114), output=(80, 128, 54),
    kernel_text=(6, 88, 112), product_text=(7, 92, 74), output_text=(47, 87, 26),
    negative=(201, 92, 12), negative_text=(138, 58, 2), neutral=(226, 231, 236),
    now=(116, 62, 196), now_text=(88, 40, 158), now_quiet=(229, 216, 248),
    padding=(123, 138, 153), padding_text=(160, 174, 188), track=(160, 173, 186),
    accent=(11, 110, 136), on_accent=(255, 255, 255), shadow=70, coverage=(166, 28, 104),
    error=(196, 46, 134), error_low=(92, 78, 206), error_text=(134, 8, 84), veil=56,
)  # fmt: skip

HIGH_CONTRAST = Theme(
    name="high contrast",
    ground=(255, 255, 255), panel=(255, 255, 255), raised=(255, 255, 255), hovered=(218, 218, 218),
    line=(150, 150, 150), edge=(0, 0, 0), text=(0, 0, 0), dim=(45, 45, 45), faint=(115, 115, 115),
    source=(60, 60, 60), kernel=(52, 158, 206), product=(60, 190, 160), output=(150, 205, 110),
    kernel_text=(0, 72, 120), product_text=(0, 82, 64), output_text=(44, 80, 14),
    negative=(228, 116, 24), negative_text=(134, 52, 0), neutral=(232, 232, 232),
    now=(110, 0, 190), now_text=(92, 0, 160), now_quiet=(236, 222, 255),
    padding=(128, 128, 128), padding_text=(235, 235, 235), track=(130, 130, 130),
    accent=(0, 0, 0), on_accent=(255, 255, 255), shadow=90, patterned=True,
    error=(236, 116, 186), error_low=(146, 136, 246), error_text=(122, 0, 76),
    quiet=0, veil=0,  # a number that contrasts by 4.58:1 has nothing to give; badges and rings tell what is in work
)  # fmt: skip

THEMES: dict[str, Theme] = {theme.name: theme for theme in (NIGHT, DAYLIGHT, HIGH_CONTRAST)}


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Return the colour `share` (0 … 1) of the way from the first to the second, channel by channel."""
    return (
        round(first[0] + (second[0] - first[0]) * share),
        round(first[1] + (second[1] - first[1]) * share),
        round(first[2] + (second[2] - first[2]) * share),
    )


_LIGHT = tuple(level / 255 / 12.92 if level <= 10 else ((level / 255 + 0.055) / 1.055) ** 2.4 for level in range(256))
"""How much light each level of a channel gives, 0 … 1."""


def luminance(colour: Colour) -> float:
    """Return the relative luminance, 0 … 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = colour
    return 0.2126 * _LIGHT[red] + 0.7152 * _LIGHT[green] + 0.0722 * _LIGHT[blue]


def contrast(first: Colour, second: Colour) -> float:
    """Return the contrast ratio of two colours, 1 … 21 (WCAG 2.2, "contrast ratio")."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=4096)
def ink(ground: Colour) -> Colour:
    """Return black or white, whichever contrasts more with the ground: always at least 4.58:1."""
    return BLACK if contrast(ground, BLACK) >= contrast(ground, WHITE) else WHITE


def rim(ground: Colour) -> Colour | None:
    """Return the colour of a thin outline around ink that contrasts less than 7:1 with its ground, else None."""
    first = ink(ground)
    return None if contrast(first, ground) >= ENOUGH else WHITE if first == BLACK else BLACK


def shade(value: float, magnitude: float, hue: Colour, theme: Theme) -> Colour:
    """Return the colour of a value on the scale −magnitude … magnitude.

    Zero is `neutral`; positive values go to the grid's own hue, negative ones to `negative`. What exceeds the
    scale is clipped. A magnitude of 0 (a grid of zeros) gives neutral.
    """
    if not magnitude or not value:
        return theme.neutral
    return mix(theme.neutral, hue if value > 0 else theme.negative, min(1.0, abs(value) / magnitude))


MIDDLE: Colour = (128, 128, 128)
"""Halfway between black and white, in every theme: the shade of 0 where signs are grays."""


@lru_cache(maxsize=32)
def looking(theme: Theme, map_look: str) -> Theme:
    """Return the theme in which the shades of the output are those of a look of `MAP_LOOKS`, or of errors.

    All else is as it was.

    It is the very same object each time, and of hues the theme itself.
    """
    if map_look == GRAY:
        return theme.changed(output=WHITE, neutral=MIDDLE, negative=BLACK)
    if map_look == MAGNITUDE:
        return theme.changed(output=WHITE, neutral=BLACK, negative=WHITE)
    if map_look == ERRORS:
        return theme.changed(negative=theme.error_low)
    return theme


RED, GREEN, BLUE = (255, 77, 77), (77, 221, 77), (90, 138, 255)
"""What a full pixel of the channels R, G and B looks like, in every theme: bright enough for black numbers."""

HUES: tuple[Colour, ...] = (RED, GREEN, BLUE)


def gray(value: float, white: float) -> Colour:
    """Return the true gray of a pixel: 0 is black and `white` is white, in every theme."""
    level = round(255 * min(1.0, max(0.0, value / white)))
    return level, level, level


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
