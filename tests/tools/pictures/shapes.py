"""Surfaces as distances, each about the origin, and how they are moved."""

from __future__ import annotations

import numpy as np

from .march import Distance
from .noise import Reals

OFF = 0.35
"""From so far off a bounded shape is as good as its ball."""


def ball(radius: float) -> Distance:
    """Return a ball."""
    return lambda points: np.linalg.norm(points, axis=1) - radius


def box(x: float, y: float, z: float, round_by: float = 0.02) -> Distance:
    """Return a box of half these sides, its edges a little round."""
    half = np.array([x, y, z]) - round_by

    def distance(points: Reals) -> Reals:
        off = np.abs(points) - half
        outside = np.linalg.norm(np.maximum(off, 0.0), axis=1)
        found: Reals = outside + np.minimum(off.max(axis=1), 0.0) - round_by
        return found

    return distance


def floor(points: Reals) -> Reals:
    """Return the distances to the ground at height 0."""
    found: Reals = points[:, 1]
    return found


def turned_shape(outline: Distance) -> Distance:
    """Return what an outline in (distance from the upright axis, height) makes when it is turned about that axis."""
    return lambda points: outline(np.stack([np.hypot(points[:, 0], points[:, 2]), points[:, 1]], axis=1))


def apple(radius: float, dimple: float) -> Distance:
    """Return an apple: a circle about an axis that it reaches over, so that it has a dimple at both ends."""
    return turned_shape(lambda flat: np.hypot(flat[:, 0] - dimple, flat[:, 1] * 1.02) - (radius - dimple))


def ring(radius: float, thick: float) -> Distance:
    """Return a ring that lies."""
    return turned_shape(lambda flat: np.hypot(flat[:, 0] - radius, flat[:, 1]) - thick)


def pillar(radius: float, half: float, round_by: float = 0.03) -> Distance:
    """Return an upright cylinder."""

    def outline(flat: Reals) -> Reals:
        off = np.stack([flat[:, 0] - radius, np.abs(flat[:, 1]) - half], axis=1) + round_by
        found: Reals = np.linalg.norm(np.maximum(off, 0.0), axis=1) + np.minimum(off.max(axis=1), 0.0) - round_by
        return found

    return turned_shape(outline)


def cone(radius: float, height: float) -> Distance:
    """Return a cone that stands on height 0; distances outside are near enough."""
    slope = np.array([height, radius]) / np.hypot(height, radius)

    def outline(flat: Reals) -> Reals:
        side = (flat[:, 0] - radius) * slope[0] + flat[:, 1] * slope[1]
        result: Reals = np.maximum(side, -flat[:, 1])
        return result

    return turned_shape(outline)


def rod(start: tuple[float, float, float], end: tuple[float, float, float], radius: float) -> Distance:
    """Return a rod with round ends from one point to another."""
    first, along = np.array(start), np.array(end) - np.array(start)

    def distance(points: Reals) -> Reals:
        share = np.clip((points - first) @ along / (along @ along), 0.0, 1.0)
        result: Reals = np.linalg.norm(points - first - share[:, None] * along, axis=1) - radius
        return result

    return distance


def melted(first: Distance, second: Distance, soft: float) -> Distance:
    """Return two shapes that flow into each other."""

    def distance(points: Reals) -> Reals:
        one, other = first(points), second(points)
        share = np.clip(0.5 + 0.5 * (other - one) / soft, 0.0, 1.0)
        return other + (one - other) * share - soft * share * (1 - share)

    return distance


def without(first: Distance, second: Distance) -> Distance:
    """Return a shape out of which another is cut."""
    return lambda points: np.maximum(first(points), -second(points))


def together(*shapes: Distance) -> Distance:
    """Return several shapes as one."""
    return lambda points: np.min([shape(points) for shape in shapes], axis=0)


def bounded(shape: Distance, x: float, y: float, z: float, radius: float) -> Distance:
    """Return a shape inside a ball: from far off the distance is that to the ball, which is less work."""
    middle = np.array([x, y, z])

    def distance(points: Reals) -> Reals:
        far: Reals = np.linalg.norm(points - middle, axis=1) - radius
        near = far < OFF
        if near.any():
            far[near] = np.maximum(far[near], shape(points[near]))
        return far

    return distance


def at(shape: Distance, x: float, y: float, z: float, turn: float = 0.0, tilt: float = 0.0) -> Distance:
    """Return a shape at a place, turned about the upright axis and tilted to the right, by degrees."""

    def distance(points: Reals) -> Reals:
        return shape(moved(points, (x, y, z), turn, tilt))

    return distance


def moved(points: Reals, place: tuple[float, float, float], turn: float = 0.0, tilt: float = 0.0) -> Reals:
    """Return points as a shape at a place, turned and tilted, has them about itself."""
    across, up, deep = (points - np.array(place)).T
    sine, cosine = np.sin(np.radians(turn)), np.cos(np.radians(turn))
    across, deep = cosine * across - sine * deep, sine * across + cosine * deep
    sine, cosine = np.sin(np.radians(tilt)), np.cos(np.radians(tilt))
    across, up = cosine * across - sine * up, sine * across + cosine * up
    return np.stack([across, up, deep], axis=1)
