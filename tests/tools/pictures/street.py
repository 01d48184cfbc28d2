"""A row of houses in colour, painted flat: gables, brick, windows that mirror the sky, shops, cobbles and a tree."""

from __future__ import annotations

import numpy as np

from .noise import Reals, cloudy, hashed, noise, smooth
from .painting import Canvas, Colour, lettered, pixels_of

SIZE, FINER = (192, 256), 4
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


HOUSES = (
    House(-6, 52, 64, 34, (0.73, 0.36, 0.27), (0.12, 0.3, 0.22), "steps", 1),
    House(52, 104, 52, 16, (0.9, 0.72, 0.34), (0.5, 0.13, 0.11), "bell", 2),
    House(104, 158, 70, 40, (0.36, 0.53, 0.66), (0.93, 0.9, 0.8), "flat", 3),
    House(158, 208, 56, 18, (0.66, 0.24, 0.2), (0.12, 0.22, 0.36), "point", 4),
    House(208, 264, 66, 32, (0.86, 0.84, 0.76), (0.3, 0.42, 0.2), "steps", 5),
)


def sky(canvas: Canvas) -> None:
    """Paint the sky: deeper blue above, and clouds that are lit from the left."""
    x, y = canvas.x, canvas.y
    high = np.clip(y / 110, 0, 1)[..., None]
    canvas.pixels[:] = np.array((0.25, 0.5, 0.83)) * (1 - high) + np.array((0.78, 0.88, 0.95)) * high
    clouds = cloudy(x / 46, y / 20, 5, 30)
    lighter = cloudy(x / 46 + 0.12, y / 20 + 0.16, 5, 30)
    shade = np.clip(0.93 + (clouds - lighter) * 1.6, 0.72, 1.0)
    canvas.lay(smooth(0.5, 0.72, clouds) * 0.95, shade[..., None] * np.array((1.0, 0.99, 0.97)))


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


def pavement(canvas: Canvas) -> None:
    """Paint a curb and the cobbles of the street, which are smaller the farther they are."""
    canvas = canvas.part(-2, GROUND, 258, 193)
    x, y = canvas.x, canvas.y
    canvas.bar(-2, GROUND, 260, 167, (0.66, 0.64, 0.61))
    slabs = np.abs(np.mod((x - 128) / 14 * (1 + (y - GROUND) * 0.004), 1.0) - 0.5)
    canvas.lay(
        canvas.filled(np.minimum(y - GROUND, 167 - y)) * smooth(0.47, 0.5, slabs) * 0.5, np.array((0.3, 0.3, 0.3))
    )
    canvas.bar(-2, 167, 260, 170, (0.42, 0.41, 0.4))
    deep = np.clip((y - 168) / 24, 0.0, 1.0)
    row = np.log(0.28 + deep) * 7.5
    along = (x - 128) / (3.4 + 5.2 * deep) + 0.5 * np.mod(np.floor(row), 2)
    off = np.hypot((np.mod(along, 1.0) - 0.5) * 1.0, (np.mod(row, 1.0) - 0.5) * 1.0)
    stone = 0.3 + 0.32 * hashed(np.floor(row), np.floor(along), seed=80) + 0.1 * noise(x / 1.5, y / 1.5, 81)
    tone = stone * smooth(0.6, 0.34, off) + 0.16
    canvas.lay(canvas.filled(y - 170), tone[..., None] * np.array((0.98, 0.95, 0.92)))


def tree(canvas: Canvas) -> None:
    """Paint a round tree before the houses: leaves in clumps, lit from the left, and its shade on the pavement."""
    canvas = canvas.part(170, 66, 252, 176)
    x, y = canvas.x, canvas.y
    canvas.lay(0.45 * smooth(1.0, 0.5, np.hypot((x - 216) / 34, (y - 166) / 4.5)), np.zeros(3))
    trunk = np.minimum(
        2.6 + 0.02 * (y - 120) ** 1 - np.abs(x - 206 - np.sin(y / 9) * 0.5), np.minimum(y - 108, 166 - y)
    )
    canvas.lay(canvas.filled(trunk), np.array((0.3, 0.22, 0.16)) * (0.7 + 0.5 * smooth(209, 203, x))[..., None])
    for layer in range(5):
        clumps = cloudy(x / 8 + layer * 13, y / 8 - layer * 7, 4, 90 + layer)
        far = np.hypot((x - 206 + layer * 0.8) / 25, (y - 98 + layer * 1.2) / 23)
        inside = 1 - far + (clumps - 0.5) * 1.5 - 0.13 * layer
        light = 0.3 + 0.17 * layer + 0.9 * (clumps - 0.5) - 0.2 * np.clip((x - 206) / 25 + (y - 98) / 30, -1, 1)
        leaves = np.clip(light, 0.15, 1.1)[..., None] * np.array((0.3 + 0.05 * layer, 0.47 + 0.03 * layer, 0.16))
        canvas.lay(smooth(0.0, 0.06, inside), leaves)


def lamp(canvas: Canvas) -> None:
    """Paint a street lamp."""
    canvas.bar(76.9, 98, 79.1, 166, DARK)
    canvas.bar(75.6, 150, 80.4, 166, DARK)
    canvas.bar(73.5, 164, 82.5, 167, DARK)
    canvas.bar(72.5, 98, 83.5, 99.6, DARK)
    canvas.bar(74, 86, 82, 98, (1.0, 0.95, 0.74))
    for x in (73.6, 77.6, 81.6):
        canvas.bar(x - 0.5, 86, x + 0.9, 98, DARK)
    canvas.wedge(78, 79, 6.5, 7.4, DARK)
    canvas.disc(78, 78.6, 1.3, DARK)


def street(band: range | None = None) -> Reals:
    """Return the picture, shape (192, 256, 3), levels 0 … 1; or a band of its rows."""
    canvas = Canvas(SIZE, FINER, band)
    sky(canvas)
    for house in HOUSES:
        walls(canvas, house)
        if house.gable == "flat":
            roof(canvas, house)
        storeys(canvas, house)
    signs = ("BOOKS", "BAKERY", "MUSIC", "TEA", "FLOWERS")
    awnings = (None, (0.78, 0.16, 0.14), None, (0.1, 0.4, 0.36), None)
    for house, words, awning in zip(HOUSES, signs, awnings, strict=True):
        shop(canvas, house, words, awning)
    pavement(canvas)
    lamp(canvas)
    tree(canvas)
    return pixels_of(canvas)
