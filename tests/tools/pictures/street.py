"""A row of houses in colour: sky and clouds, five fronts with shops, a lamp and a tree on the pavement, cobbles."""

from __future__ import annotations

import numpy as np

from .houses import DARK, GROUND, House, roof, shop, storeys, walls
from .noise import Reals, cloudy, hashed, noise, smooth
from .painting import Canvas, pixels_of

SIZE, FINER = (192, 256), 4

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
