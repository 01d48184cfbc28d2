"""A scene in gray: a ball, a cube with dots, a cone, a ring and a vase before a wall of bricks."""

from __future__ import annotations

import numpy as np

from .march import Light, Thing, seen, shown
from .noise import Reals, cloudy, hashed, noise, smooth
from .shapes import at, ball, bounded, box, cone, floor, melted, moved, pillar, ring, together

SIZE, FINER = (192, 256), 3
LAMP = Light((0.86, 0.95, 0.62), (1.75, 1.75, 1.75), 10.0, (0.26, 0.26, 0.26), (0.12, 0.12, 0.12))
HIGH, LONG, JOINT = 0.3, 0.74, 0.022
"""The bricks: height, length, and half a joint."""
WALL, CUBE, BALL = -1.35, (-1.12, 0.46, 0.05), (0.02, 0.55, -0.12)


def gray(levels: Reals) -> Reals:
    """Return levels as colours."""
    return np.repeat(levels[:, None], 3, axis=1)


def bricks(points: Reals) -> tuple[Reals, Reals, Reals]:
    """Return how far points are inside their brick, and the brick's row and place in it."""
    up = points[:, 1] / HIGH
    row = np.floor(up)
    along = points[:, 0] / LONG + 0.5 * np.mod(row, 2) + 0.06 * (hashed(row, seed=7) - 0.5)
    place = np.floor(along)
    inside = np.minimum(np.minimum(up - row, row + 1 - up) * HIGH, np.minimum(along - place, place + 1 - along) * LONG)
    return inside, row, place


def wall(points: Reals) -> Reals:
    """Return the distances to the wall, whose joints lie back and whose bricks are rough."""
    inside, row, place = bricks(points)
    out = 0.05 * smooth(0.0, JOINT * 2, inside) + 0.018 * hashed(row, place, seed=8)
    rough = 0.014 * cloudy(points[:, 0] * 9, points[:, 1] * 9, 3, 9)
    found: Reals = (points[:, 2] - WALL - out - rough) * 0.7
    return found


def of_wall(points: Reals) -> Reals:
    """Return the grays of bricks, each its own, and of mortar."""
    inside, row, place = bricks(points)
    tone = 0.14 + 0.24 * hashed(row, place, seed=11)
    tone = tone * (0.65 + 0.7 * cloudy(points[:, 0] * 8, points[:, 1] * 8, 4, 12))
    mortar = 0.42 + 0.1 * noise(points[:, 0] * 30, points[:, 1] * 30, 13)
    share = smooth(JOINT * 0.6, JOINT * 1.5, inside)
    return gray(mortar + (tone - mortar) * share)


def tiles(points: Reals) -> Reals:
    """Return the floor: light and dark tiles from corner to corner, with veins as marble has."""
    across, deep = (points[:, 0] + points[:, 2]) * 0.95, (points[:, 0] - points[:, 2]) * 0.95
    dark = np.mod(np.floor(across) + np.floor(deep), 2)
    edge = np.minimum(np.abs(across - np.rint(across)), np.abs(deep - np.rint(deep)))
    veins = 1 - smooth(0.0, 0.14, np.abs(cloudy(points[:, 0] * 2.4, points[:, 2] * 2.4, 5, 14) - 0.5))
    tone = np.where(dark > 0, 0.09 + 0.1 * veins, 0.52 - 0.22 * veins)
    return gray(tone * (0.4 + 0.6 * smooth(0.008, 0.022, edge)))


def of_cube(points: Reals) -> Reals:
    """Return a die: white with dark dots, three, five and one of them on the faces that are seen."""
    own = moved(points, CUBE, 32)
    face = np.argmax(np.abs(own), axis=1)
    places = {
        0: ((-1, -1), (0, 0), (1, 1)),
        1: ((-1, -1), (-1, 1), (0, 0), (1, -1), (1, 1)),
        2: ((0, 0), (1, 1), (-1, -1)),
    }
    tone = np.full(len(points), 0.72)
    for axis, dots in places.items():
        flat = np.delete(own, axis, axis=1)
        for dot in dots if axis != 2 else ((-1, 0), (1, 0), (-1, -1), (1, 1), (-1, 1), (1, -1)):
            off = np.hypot(flat[:, 0] - 0.24 * dot[0], flat[:, 1] - 0.24 * dot[1])
            tone = np.where(face == axis, tone * (0.03 + 0.97 * smooth(0.072, 0.09, off)), tone)
    return gray(tone)


def of_ball(points: Reals) -> Reals:
    """Return a ball with broad bands about a tilted axis."""
    own = moved(points, BALL, 20, 28)
    bands = np.mod(own[:, 1] * 3.6 + 0.25, 1.0)
    return gray(0.045 + 0.62 * smooth(0.46, 0.5, np.abs(bands - 0.5) * 2))


def of_cone(points: Reals) -> Reals:
    """Return fine stripes that wind about a cone."""
    turn = np.arctan2(points[:, 2] - 0.55, points[:, 0] - 1.02) / (2 * np.pi)
    wind = np.mod(points[:, 1] * 4.5 + turn, 1.0)
    return gray(0.1 + 0.55 * smooth(0.42, 0.58, np.abs(wind - 0.5) * 2))


def of_vase(points: Reals) -> Reals:
    """Return glazed clay, darker where the glaze has run."""
    run = cloudy(points[:, 0] * 5, points[:, 1] * 1.4, 4, 16)
    return gray(0.2 + 0.45 * smooth(0.75, 1.2, points[:, 1] + 0.5 * run))


def of_ring(points: Reals) -> Reals:
    """Return dark rubber."""
    return gray(0.1 + 0.04 * noise(points[:, 0] * 20, points[:, 2] * 20, 17))


def things() -> tuple[Thing, ...]:
    """Return all that stands there."""
    body = melted(at(ball(0.42), 0, 0.44, 0), at(pillar(0.13, 0.42), 0, 1.05, 0), 0.2)
    vase = together(body, at(ring(0.15, 0.05), 0, 1.46, 0))
    return (
        Thing(floor, tiles, 0.22, 40),
        Thing(wall, of_wall),
        Thing(at(box(0.46, 0.46, 0.46, 0.06), *CUBE, 32), of_cube, 0.3, 40),
        Thing(at(ball(0.55), *BALL), of_ball, 0.7, 70),
        Thing(at(cone(0.42, 1.15), 1.02, 0.0, 0.55), of_cone, 0.15, 20),
        Thing(at(ring(0.3, 0.1), -0.25, 0.1, 0.98), of_ring, 0.35, 26),
        Thing(bounded(at(vase, 1.2, 0.0, -0.72), 1.2, 0.75, -0.72, 0.9), of_vase, 0.6, 50),
    )


def blocks(band: range | None = None) -> Reals:
    """Return the picture, shape (192, 256), levels 0 … 1; or a band of its rows."""
    eye, at_point = np.array([-0.35, 1.75, 4.3]), np.array([0.02, 0.66, 0.0])
    return shown(seen(SIZE, FINER, eye, at_point, 0.84, things(), LAMP, band), FINER, 0.85)[:, :, 0]
