"""Houses painted flat: gables, brick or plaster, roof tiles, windows that mirror the sky, and a shop below."""

from __future__ import annotations

import numpy as np

from .noise import Reals, cloudy, hashed, smooth
from .painting import Canvas, Colour, lettered

GROUND = 160.0
"""Where the houses stand, in pixels from the top."""
DARK: Colour = (0.1, 0.1, 0.12)
CREAM: Colour = (0.95, 0.92, 0.84)


class House:
    """A house between two edges: its colour, that of its door, the height of its roof and eaves, and its gable."""

    def __init__(
        self, left: float, right: float, eaves: float, top: float, wall: Colour, door: Colour, gable: str, seed: int
    ) -> None:
        """Remember all of it; lengths are pixels from the left and from the top."""
        self.left, self.right, self.eaves, self.top = left, right, eaves, top
        self.wall, self.door, self.gable, self.seed = wall, door, gable, seed

    @property
    def middle(self) -> float:
        """Where the axis of the gable is."""
        return (self.left + self.right) / 2

    def front(self, x: Reals, y: Reals) -> Reals:
        """Return how far points are inside the front, negative outside."""
        half, middle = (self.right - self.left) / 2, self.middle
        top = self.eaves if self.gable == "flat" else self.top
        share = np.clip((y - self.top) / (self.eaves - self.top), 0.0, 1.0)
        wide = {
            "steps": half * (0.2 + 0.8 * np.floor(share * 5) / 5),
            "point": half * share,
            "bell": half * (0.24 + 0.76 * smooth(0.25, 1.0, share) ** 1.2),
            "flat": np.full_like(share, half),
        }[self.gable]
        wide = np.where(y > self.eaves, half, wide)
        return np.minimum(np.minimum(wide - np.abs(x - middle), y - top), GROUND - y)


def walls(canvas: Canvas, house: House) -> None:
    """Paint a front: bricks or plaster, darker under the eaves, with a pale edge along the gable."""
    canvas = canvas.part(house.left - 1, house.top - 3, house.right + 1, GROUND)
    x, y = canvas.x, canvas.y
    inside, wall = house.front(x, y), np.array(house.wall)
    row = np.floor(y / 2.5)
    along = x / 6.5 + 0.5 * np.mod(row, 2)
    place = np.floor(along)
    joint = np.minimum(np.abs(y / 2.5 - np.rint(y / 2.5)) * 2.5, np.abs(along - np.rint(along)) * 6.5)
    tone = (
        0.9
        + (0.1 if house.seed == 5 else 0.22) * hashed(row, place, seed=house.seed)
        + 0.1 * (cloudy(x / 7, y / 7, 3, house.seed + 40) - 0.5)
    )
    laid = wall * tone[..., None]
    if house.gable in ("steps", "point"):
        mortar = wall * 0.55 + 0.32
        laid = laid + (mortar - laid) * (0.8 * smooth(0.62, 0.2, joint))[..., None]
    else:
        laid = wall * (0.93 + 0.14 * cloudy(x / 12, y / 20, 4, house.seed + 50))[..., None]
    dirt = 1 - 0.16 * smooth(GROUND - 16, GROUND, y) - 0.1 * smooth(house.right - 9, house.right, x)
    canvas.lay(canvas.filled(inside), laid * dirt[..., None])
    if house.gable != "flat":
        edge = np.where(y < house.eaves + 3, canvas.filled(2.6 - np.abs(inside - 1.2)), 0.0)
        canvas.lay(edge, np.array(CREAM) * 0.96)
    for high, thick in ((house.eaves + 2, 2.4), (118.0, 2.0)):
        canvas.bar(house.left, high, house.right, high + thick, CREAM)
        canvas.shadow(house.left, high + thick, house.right, high + thick + 3)


def roof(canvas: Canvas, house: House) -> None:
    """Paint the tiles of a house that turns its eaves to the street, its cornice, and two dormers."""
    canvas = canvas.part(house.left - 1, house.top - 1, house.right + 1, house.eaves + 1)
    x, y = canvas.x, canvas.y
    slope = (house.eaves - y) * 0.16
    inside = np.minimum(
        np.minimum(x - house.left - slope, house.right - slope - x), np.minimum(y - house.top, house.eaves - y)
    )
    row = np.floor(y / 3.1)
    along = x / 3.6 + 0.5 * np.mod(row, 2)
    round_by = np.abs(np.mod(along, 1.0) - 0.5) * 2
    light = (
        0.55 + 0.45 * np.mod(y / 3.1 + 0.25 * round_by**2, 1.0) + 0.22 * (hashed(row, np.floor(along), seed=61) - 0.5)
    )
    canvas.lay(canvas.filled(inside), np.array((0.72, 0.33, 0.2)) * light[..., None])
    for middle in (house.left + 17, house.right - 17):
        canvas.bar(middle - 7, house.eaves - 22, middle + 7, house.eaves - 4, CREAM)
        canvas.wedge(middle, house.eaves - 29, 9.5, 8, (0.45, 0.2, 0.13))
        window(canvas, middle - 5, house.eaves - 20, 10, 15, house.seed)


def window(canvas: Canvas, left: float, top: float, wide: float, high: float, seed: int) -> None:
    """Paint a window: a pale frame, panes that mirror sky and clouds, perhaps a curtain, and a sill with its shadow."""
    right, bottom = left + wide, top + high
    canvas = canvas.part(left - 4, top - 3, right + 4, bottom + 7)
    canvas.bar(left - 1.6, top - 1.6, right + 1.6, bottom + 1.6, CREAM)
    x, y = canvas.x, canvas.y
    pane = np.minimum(np.minimum(x - left, right - x), np.minimum(y - top, bottom - y))
    mirrored = smooth(0.35, 0.75, cloudy((x + y * 0.6) / 15, (y - x * 0.2) / 11, 3, seed + 70))
    down = np.clip((y - top) / high, 0, 1)[..., None]
    glass = np.array((0.2, 0.3, 0.42)) * (1 - down) + np.array((0.06, 0.09, 0.13)) * down
    canvas.lay(canvas.filled(pane), glass + (np.array((0.62, 0.74, 0.84)) - glass) * (0.6 * mirrored)[..., None])
    if hashed(np.array([left]), np.array([top]), seed=seed)[0] > 0.45:
        hang = 0.22 * wide + 0.5 * np.sin((y - top) / high * 3)
        aside = np.maximum(left + hang - x, x - right + hang)
        folds = 0.8 + 0.16 * np.sin(x * 3.1)
        canvas.lay(canvas.filled(np.minimum(pane, aside)), folds[..., None] * np.array((0.93, 0.9, 0.86)))
    canvas.lay(canvas.filled(np.minimum(pane, top + 1.3 - y)) * 0.5, np.zeros(3))
    canvas.bar((left + right) / 2 - 0.55, top, (left + right) / 2 + 0.55, bottom, CREAM)
    for share in (0.34, 0.67) if high > 17 else (0.5,):
        canvas.bar(left, top + share * high - 0.45, right, top + share * high + 0.45, CREAM)
    canvas.bar(left - 3, bottom + 1.6, right + 3, bottom + 3.4, (0.8, 0.78, 0.72))
    canvas.shadow(left - 3, bottom + 3.4, right + 3, bottom + 6.4)


def storeys(canvas: Canvas, house: House) -> None:
    """Paint the windows above the shop: two or three beside each other, and a round or small one in the gable."""
    count = 2 if house.right - house.left < 53 else 3
    step = (house.right - house.left) / count
    tops = [house.eaves + 9] if house.eaves > 62 else [house.eaves + 9, house.eaves + 9 + 30]
    for top in tops:
        for index in range(count):
            wide = min(13.0, step - 8)
            window(canvas, house.left + step * (index + 0.5) - wide / 2, top, wide, min(24.0, 114 - top), house.seed)
    if house.gable in ("steps", "point", "bell"):
        window(canvas, house.middle - 4, house.eaves - 15, 8, 11, house.seed)


def shop(canvas: Canvas, house: House, words: str, awning: Colour | None) -> None:
    """Paint the ground floor: a board with letters, a striped awning, a shop window and a door."""
    left, right = house.left + 4, house.right - 4
    canvas.bar(left, 121, right, 131, house.door)
    lettered(canvas, words, (left + right) / 2, 123.2, 0.93, CREAM if house.door[1] < 0.6 else DARK)
    window(canvas, left + 1.5, 135, (right - left) * 0.56, 19, house.seed + 3)
    canvas.bar(right - 15, 133, right - 1, GROUND, CREAM)
    canvas.bar(right - 13.4, 134.5, right - 2.6, GROUND, tuple(0.85 * each for each in house.door))
    for top, bottom in ((137.0, 145.0), (148.0, 157.0)):
        canvas.bar(right - 11.5, top, right - 4.5, bottom, tuple(0.55 * each + 0.05 for each in house.door))
    canvas.disc(right - 11.7, 150, 0.9, (0.9, 0.76, 0.35))
    if awning is None:
        return
    canvas.shadow(left - 1, 142, right - 14, 147)
    canvas = canvas.part(left - 4, 130, right, 145)
    x, y = canvas.x, canvas.y
    wave = 142 + 1.3 * np.abs(np.sin((x - left) * np.pi / 4.6)) ** 0.7
    slope = (142 - y) * 0.22
    inside = np.minimum(np.minimum(x - left + 2 - slope, right - 15 - slope - x), np.minimum(y - 131, wave - y))
    stripe = smooth(0.44, 0.5, np.abs(np.mod((x - left) / 9.2, 1.0) - 0.5) * 2)[..., None]
    light = (0.8 + 0.3 * smooth(131, 142, y))[..., None]
    canvas.lay(canvas.filled(inside), (np.array(awning) * (1 - stripe) + np.array((0.96, 0.94, 0.9)) * stripe) * light)
