"""How far two colours are apart for an eye, and what eyes without one kind of cone see of them.

The difference is CIEDE2000 (ISO/CIE 11664-6), written after G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000
color-difference formula: Implementation notes, supplementary test data, and mathematical observations", Color
Research & Application 30 (2005) 21-30. The deficiencies are those of G. M. Machado, M. M. Oliveira, L. A. F. Fernandes,
"A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009) 1291-1298, at severity
1.0, applied to linear RGB.
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from game.ui.themes import Colour

Lab = tuple[float, float, float]

NORMAL = "normal sight"
DEFICIENCIES: dict[str, list[list[float]]] = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
EYES = (NORMAL, *DEFICIENCIES)

_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = _TO_XYZ.sum(axis=1)  # D65, as sRGB has it


def linear(colour: Colour) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the linear RGB, 0 … 1, of an sRGB colour."""
    values = np.asarray(colour, dtype=np.float64) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def seen_by(colour: Colour, eye: str) -> Lab:
    """Return the CIELAB coordinates of what an eye sees of a colour: normal sight, or a deficiency by name."""
    light = linear(colour)
    if eye != NORMAL:
        light = np.clip(np.array(DEFICIENCIES[eye]) @ light, 0, 1)
    share = (_TO_XYZ @ light) / _WHITE
    bent = np.where(share > (6 / 29) ** 3, np.cbrt(share), share / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = bent.tolist()
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(first: Lab, second: Lab) -> float:
    """Return ΔE2000 of two colours in CIELAB."""
    (light_1, a_1, b_1), (light_2, a_2, b_2) = first, second
    bend = ((hypot(a_1, b_1) + hypot(a_2, b_2)) / 2) ** 7
    stretch = 1 + 0.5 * (1 - sqrt(bend / (bend + 25**7)))
    chroma_1, chroma_2 = hypot(a_1 * stretch, b_1), hypot(a_2 * stretch, b_2)
    hue_1, hue_2 = _angle(b_1, a_1 * stretch), _angle(b_2, a_2 * stretch)
    gray = chroma_1 * chroma_2 == 0
    turn = 0.0 if gray else (hue_2 - hue_1 + 180) % 360 - 180
    if turn == -180 and hue_2 > hue_1:
        turn = 180.0
    by_light, by_chroma = light_2 - light_1, chroma_2 - chroma_1
    by_hue = 2 * sqrt(chroma_1 * chroma_2) * sin(radians(turn / 2))
    light, chroma = (light_1 + light_2) / 2, (chroma_1 + chroma_2) / 2
    hue = hue_1 + hue_2 if gray else _middle(hue_1, hue_2)
    weight = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    light_scale = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    chroma_scale = 1 + 0.045 * chroma
    hue_scale = 1 + 0.015 * chroma * weight
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    lightness, chromatic, huewise = by_light / light_scale, by_chroma / chroma_scale, by_hue / hue_scale
    return sqrt(lightness**2 + chromatic**2 + huewise**2 + rotation * chromatic * huewise)


def _angle(b: float, a: float) -> float:
    """Return the hue in degrees, 0 … 360; that of a gray is 0."""
    return degrees(atan2(b, a)) % 360 if a or b else 0.0


def _middle(hue_1: float, hue_2: float) -> float:
    """Return the mean of two hues, on the shorter way round."""
    if abs(hue_1 - hue_2) <= 180:
        return (hue_1 + hue_2) / 2
    return (hue_1 + hue_2 + (360 if hue_1 + hue_2 < 360 else -360)) / 2


def apart(first: Colour, second: Colour, eye: str) -> float:
    """Return ΔE2000 between what an eye sees of two colours."""
    return difference(seen_by(first, eye), seen_by(second, eye))
