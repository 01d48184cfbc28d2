"""A still life in colour: fruit, a jug and a striped cloth on a table of planks, in the light of a window."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .march import Light, Thing, seen, shown
from .noise import Reals, cloudy, hashed, noise, smooth
from .shapes import apple, at, ball, bounded, box, floor, melted, moved, pillar, ring, rod, together, turned_shape

SIZE, FINER = (192, 256), 3
Colour = tuple[float, float, float]
Place = tuple[float, float, float]

WINDOW = Light((-0.72, 0.95, 0.55), (2.35, 2.1, 1.72), 9.0, (0.32, 0.38, 0.5), (0.24, 0.16, 0.1))


def between(first: Colour, second: Colour, share: Reals) -> Reals:
    """Return colours on the way from the first to the second, shape (n, 3)."""
    start, end = np.array(first), np.array(second)
    found: Reals = start + (end - start) * share[:, None]
    return found


def planks(points: Reals) -> Reals:
    """Return the wood of the table: planks from left to right, with grain, and a dark joint between two."""
    x, z = points[:, 0], points[:, 2] + 0.11
    plank = np.floor(z / 0.62)
    grain = cloudy(x * 1.1 + plank * 7.7, z * 15 + 2.2 * noise(x * 1.3, z * 3 + plank * 5.0, 3), 4, 5)
    tone = np.clip(grain * 1.1 + 0.24 * hashed(plank, seed=2) - 0.12, 0.0, 1.0)
    found = between((0.13, 0.052, 0.02), (0.42, 0.22, 0.095), tone)
    joint = smooth(0.0, 0.02, np.abs(np.mod(z / 0.62 + 0.5, 1.0) - 0.5))
    return found * (0.25 + 0.75 * joint[:, None])


def plaster(points: Reals) -> Reals:
    """Return the wall behind: a dim green-blue, with the clouds of a brush."""
    stain = cloudy(points[:, 0] * 1.4, points[:, 1] * 1.4, 5, 8)
    return between((0.055, 0.105, 0.115), (0.15, 0.225, 0.21), smooth(0.2, 0.8, stain))


def cloth(points: Reals) -> Reals:
    """Return linen with stripes of two widths, and its weave."""
    own = moved(points, (0.55, 0.0, 1.0), 24)
    across = np.mod(own[:, 0] * 2.6 + 0.1, 1.0)
    stripe = smooth(0.0, 0.03, 0.17 - np.abs(across - 0.3)) + smooth(0.0, 0.03, 0.035 - np.abs(across - 0.62))
    weave = 0.9 + 0.1 * noise(own[:, 0] * 46, own[:, 2] * 46, 4)
    return between((0.78, 0.74, 0.66), (0.06, 0.16, 0.36), np.clip(stripe, 0, 1)) * weave[:, None]


def of_apple(place: Place, flesh: Colour, blush: Colour, amount: float, seed: int) -> Callable[[Reals], Reals]:
    """Return the skin of an apple: streaks of a second colour from pole to pole, and fine dots."""

    def colour(points: Reals) -> Reals:
        own = points - np.array(place)
        turn = np.arctan2(own[:, 2], own[:, 0])
        streaks = 0.8 * cloudy(turn * 4.5, own[:, 1] * 1.6 + seed, 4, seed) + 0.5 * cloudy(
            turn * 1.1, own[:, 1], 2, seed + 3
        )
        found = between(flesh, blush, smooth(amount - 0.3, amount + 0.34, streaks))
        dots = smooth(0.86, 0.94, noise(turn * 24, own[:, 1] * 26, seed + 9))
        return found + 0.10 * dots[:, None]

    return colour


def of_orange(points: Reals) -> Reals:
    """Return the skin of oranges: small pores."""
    pores = noise(points[:, 0] * 24 + points[:, 2] * 9, points[:, 1] * 24 - points[:, 2] * 13, 6)
    return between((0.62, 0.17, 0.012), (0.86, 0.31, 0.022), pores)


def of_pear(points: Reals) -> Reals:
    """Return the skin of a pear: from green to yellow, with brown freckles."""
    share = smooth(0.1, 1.2, points[:, 1] + 0.5 * noise(points[:, 0] * 3, points[:, 1] * 3, 12))
    found = between((0.62, 0.5, 0.07), (0.33, 0.4, 0.06), share)
    freckles = smooth(0.7, 0.9, noise(points[:, 0] * 34, points[:, 1] * 34 + 3.0, 13))
    return found * (1 - 0.3 * freckles[:, None])


def of_lemon(points: Reals) -> Reals:
    """Return the skin of a lemon."""
    return between((0.72, 0.52, 0.02), (0.9, 0.74, 0.05), noise(points[:, 0] * 22, points[:, 2] * 22, 14))


def of_grape(points: Reals) -> Reals:
    """Return dark grapes with their bloom."""
    bloom = cloudy(points[:, 0] * 7, points[:, 1] * 7 + points[:, 2] * 5, 3, 15)
    return between((0.075, 0.012, 0.07), (0.2, 0.1, 0.24), smooth(0.35, 0.8, bloom))


def of_jug(points: Reals) -> Reals:
    """Return white earthenware with blue bands, a wave between them, and a blue rim."""
    up, turn = points[:, 1], np.arctan2(points[:, 2] + 0.95, points[:, 0] + 1.02)
    line = np.abs(up - 0.78 - 0.07 * np.sin(turn * 9))
    marks = [np.abs(up - 0.52), np.abs(up - 1.04), line, np.abs(up - 1.66) - 0.02]
    painted = np.max([smooth(0.0, 0.012, 0.032 - mark) for mark in marks], axis=0)
    return between((0.72, 0.7, 0.64), (0.03, 0.09, 0.36), painted)


def plain(colour: Colour) -> Callable[[Reals], Reals]:
    """Return one colour for all points."""
    return lambda points: np.tile(np.array(colour), (len(points), 1))


def jug() -> Thing:
    """Return the jug, with its handle."""
    belly, neck = at(ball(0.62), 0, 0.62, 0), at(pillar(0.27, 0.36), 0, 1.3, 0)
    rim = at(ring(0.3, 0.045), 0, 1.66, 0)

    def handle(points: Reals) -> Reals:
        across, up, deep = points.T
        result: Reals = np.hypot(np.hypot(across + 0.42, (up - 1.2) * 0.86) - 0.33, deep) - 0.062
        return result

    whole = melted(together(melted(belly, neck, 0.22), rim), handle, 0.08)
    return Thing(bounded(at(whole, -1.02, 0.0, -0.95, 20), -1.1, 0.85, -0.95, 1.08), of_jug, 0.55, 60)


def grapes() -> Thing:
    """Return a bunch of grapes that lies on the cloth."""
    places = []
    for layer, (count, far, high) in enumerate(((9, 0.34, 0.13), (6, 0.2, 0.3), (2, 0.08, 0.45))):
        for index in range(count):
            turn = 2 * np.pi * (index + 0.37 * layer) / count
            wobble = 0.05 * (hashed(np.array([float(index)]), np.array([float(layer)]), seed=4)[0] - 0.5)
            places.append((1.24 + far * 1.15 * np.cos(turn) + wobble, high + 0.02, 0.92 + far * np.sin(turn) - wobble))
    places.append((1.24, 0.13, 0.92))
    middles = np.array(places, float)

    def distance(points: Reals) -> Reals:
        off: Reals = np.linalg.norm(points[:, None, :] - middles[None], axis=2)
        result: Reals = off.min(axis=1) - 0.135
        return result

    return Thing(bounded(distance, 1.24, 0.24, 0.92, 0.64), of_grape, 0.35, 40)


def things() -> tuple[Thing, ...]:
    """Return all that lies and stands there."""
    red, green = (0.12, 0.5, -0.12), (0.98, 0.43, -0.42)
    lemon = turned_shape(lambda flat: np.hypot(flat[:, 0], flat[:, 1] * 0.74) - 0.3)
    tips = rod((0, -0.45, 0), (0, 0.45, 0), 0.05)
    pear = melted(ball(0.43), at(ball(0.24), 0.02, 0.56, 0), 0.34)
    stems = together(
        rod((0.12, 0.86, -0.12), (0.2, 1.12, -0.1), 0.022),
        rod((0.98, 0.76, -0.42), (0.9, 0.98, -0.38), 0.02),
        rod((-0.43, 1.15, 0.38), (-0.36, 1.36, 0.42), 0.024),
    )
    oranges = together(at(ball(0.42), 0.62, 0.42, 0.42), at(ball(0.4), -0.35, 0.4, -0.75))
    return (
        Thing(floor, planks, 0.08, 18),
        Thing(lambda points: points[:, 2] + 2.3, plaster),
        Thing(at(box(0.95, 0.012, 0.62, 0.01), 0.55, 0.012, 1.0, 24), cloth),
        jug(),
        Thing(at(apple(0.52, 0.14), *red), of_apple(red, (0.68, 0.36, 0.06), (0.5, 0.022, 0.02), 0.36, 21), 0.5, 50),
        Thing(at(apple(0.45, 0.12), *green), of_apple(green, (0.3, 0.42, 0.05), (0.5, 0.5, 0.1), 0.72, 25), 0.5, 50),
        Thing(oranges, of_orange, 0.22, 22),
        Thing(bounded(at(pear, -0.48, 0.43, 0.38, 0, 6), -0.48, 0.65, 0.38, 0.72), of_pear, 0.25, 26),
        Thing(
            bounded(at(melted(lemon, tips, 0.12), -0.35, 0.31, 1.2, 35, 82), -0.35, 0.31, 1.2, 0.56), of_lemon, 0.28, 26
        ),
        grapes(),
        Thing(bounded(stems, 0.25, 1.1, 0.0, 0.95), plain((0.09, 0.05, 0.02))),
    )


def fruit(band: range | None = None) -> Reals:
    """Return the picture, shape (192, 256, 3), levels 0 … 1; or a band of its rows."""
    eye, at_point = np.array([0.25, 2.05, 4.5]), np.array([0.08, 0.6, 0.0])
    light = seen(SIZE, FINER, eye, at_point, 0.86, things(), WINDOW, band)
    return shown(light, FINER, 0.95)
