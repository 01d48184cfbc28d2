"""A small ray tracer: things are distances from points to their surfaces; rays go on by these until they meet one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from .noise import Reals

Distance = Callable[[Reals], Reals]
"""From points, shape (n, 3), to how far each is from a surface, shape (n,); negative inside."""

STEPS, NEAR, FAR = 110, 0.0012, 16.0


class Thing(NamedTuple):
    """Something to be seen: its surface; its colour at points, (n, 3), 0 … 1; how much and how sharply it shines."""

    distance: Distance
    colour: Callable[[Reals], Reals]
    shine: float = 0.0
    sharp: float = 30.0


class Light(NamedTuple):
    """A window's light: where it comes from, its colour, how hard shadows are, and what comes from above and below."""

    towards: tuple[float, float, float]
    colour: tuple[float, float, float]
    hard: float
    above: tuple[float, float, float]
    below: tuple[float, float, float]


def unit(vectors: Reals) -> Reals:
    """Return vectors of length 1."""
    lengths: Reals = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / lengths


def rays(size: tuple[int, int], band: range, eye: Reals, at: Reals, wide: float) -> Reals:
    """Return the directions of a camera's rays, shape (rows · columns, 3).

    size: of the whole picture in rays. band: the rows of them that are wanted. wide: of the picture, at distance 1.
    """
    rows, columns = size
    ahead = unit(at - eye)
    right = unit(np.cross(ahead, np.array([0.0, 1.0, 0.0])))
    up = np.cross(right, ahead)
    x, y = np.meshgrid((np.arange(columns) + 0.5) / columns - 0.5, 0.5 - (np.array(band) + 0.5) / rows)
    across, down = x.ravel()[:, None] * wide, y.ravel()[:, None] * wide * rows / columns
    return unit(ahead + right * across + up * down)


def march(eye: Reals, directions: Reals, distance: Distance) -> Reals:
    """Return how far each ray goes until it meets something; FAR where it meets nothing."""
    gone, live = np.full(len(directions), 0.05), np.arange(len(directions))
    for _ in range(STEPS):
        near = distance(eye + directions[live] * gone[live, None])
        gone[live] += near
        live = live[(near > NEAR) & (gone[live] < FAR)]
        if not len(live):
            break
    result: Reals = np.minimum(gone, FAR)
    return result


def normals(points: Reals, distance: Distance) -> Reals:
    """Return which way surfaces look at points on them."""
    corners = np.array([[1, -1, -1], [-1, -1, 1], [-1, 1, -1], [1, 1, 1]], float)
    return unit(np.sum([corner * distance(points + corner * 0.0015)[:, None] for corner in corners], axis=0))


def lit(points: Reals, towards: Reals, distance: Distance, hard: float) -> Reals:
    """Return how much of the light comes to points, 0 … 1: less where something is near its way."""
    share, gone, live = np.ones(len(points)), np.full(len(points), 0.02), np.arange(len(points))
    for _ in range(48):
        near = distance(points[live] + towards * gone[live, None])
        share[live] = np.minimum(share[live], hard * near / gone[live])
        gone[live] += np.clip(near, 0.02, 0.25)
        live = live[(share[live] > 0.0) & (gone[live] < 6.0)]
        if not len(live):
            break
    share = np.clip(share, 0.0, 1.0)
    return share * share * (3 - 2 * share)


def open_share(points: Reals, normal: Reals, distance: Distance) -> Reals:
    """Return how open the surroundings of points are, 0 … 1: corners and what stands on something are darker."""
    closed = np.zeros(len(points))
    for index in range(1, 6):
        away = 0.07 * index
        closed += (away - distance(points + normal * away)) * 0.75**index
    return np.clip(1 - 1.5 * closed, 0.0, 1.0)


def seen(
    size: tuple[int, int],
    finer: int,
    eye: Reals,
    at: Reals,
    wide: float,
    things: tuple[Thing, ...],
    light: Light,
    band: range | None = None,
) -> Reals:
    """Return a picture of things, shape (rows · finer, columns · finer, 3), in linear light; or a band of its rows.

    Something is met by every ray.
    """
    rows = band or range(size[0])
    fine = range(rows.start * finer, rows.stop * finer)
    whole = (size[0] * finer, size[1] * finer)

    def nearest(points: Reals) -> Reals:
        found = things[0].distance(points)
        for thing in things[1:]:
            found = np.minimum(found, thing.distance(points))
        return found

    directions = rays(whole, fine, eye, at, wide)
    points = eye + directions * march(eye, directions, nearest)[:, None]
    which = np.argmin([thing.distance(points) for thing in things], axis=0)
    normal, towards = normals(points, nearest), unit(np.array(light.towards))
    colour, shine, sharp = np.zeros((len(points), 3)), np.zeros(len(points)), np.ones(len(points))
    for index, thing in enumerate(things):
        own = which == index
        if own.any():
            colour[own], shine[own], sharp[own] = thing.colour(points[own]), thing.shine, thing.sharp
    facing = np.clip(normal @ towards, 0.0, 1.0)
    sun = facing * lit(points + normal * 0.004, towards, nearest, light.hard)
    half = unit(towards - directions)
    gloss = shine * np.clip(np.sum(normal * half, axis=1), 0.0, 1.0) ** sharp * np.minimum(1.0, sun * 4)
    rim = shine * 0.35 * np.clip(1 + np.sum(normal * directions, axis=1), 0.0, 1.0) ** 3
    around = open_share(points, normal, nearest)
    up = (0.5 + 0.5 * normal[:, 1:2]) * around[:, None]
    ambient = np.array(light.above) * up + np.array(light.below) * around[:, None] * (1 - up)
    found = colour * (sun[:, None] * np.array(light.colour) + ambient) + (gloss + rim * around)[:, None]
    result: Reals = found.reshape(len(fine), whole[1], 3)
    return result


def shown(picture: Reals, factor: int, exposure: float = 1.0) -> Reals:
    """Return linear light as levels 0 … 1 for a screen, each pixel the mean of `factor` × `factor` finer ones."""
    rows, columns = picture.shape[0] // factor, picture.shape[1] // factor
    mean = picture.reshape(rows, factor, columns, factor, -1).mean(axis=(1, 3)) * exposure
    mean = mean * (1 + mean / 6.0) / (1 + mean * 0.62)  # bright parts give way softly
    levels: Reals = np.clip(mean, 0.0, 1.0) ** (1 / 2.2)
    return levels
