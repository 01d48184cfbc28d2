"""Digits as hands draw them: ten templates of each, and their way through the program's own brush.

A template is strokes of points, each two figures, across and down, 0 … 9; "/" lifts the pen. None of them is used when
the reader is trained.
"""

from __future__ import annotations

from random import Random

import numpy as np

from game.core.grid import Grid
from game.core.scenario import Scenario
from game.files.settings import Settings
from game.input.event_types import LEFT, PointerDown, PointerMove, PointerUp
from game.input.gestures import Pointer, move, press, release
from game.input.interface_intents import Hover
from game.session.reduce import reduce
from game.session.state import State, new_state
from tests.input.fake_scene import CELL, IMAGE_X, TOP, FakeScene

TEMPLATES: tuple[tuple[str, ...], ...] = (
    (
        "50 31 23 26 38 59 68 76 73 61 50",
        "40 21 13 17 29 49 68 76 72 60 40",
        "61 40 22 15 27 48 69 77 74 62 50",
        "30 12 16 28 49 69 77 73 60 30",
        "50 62 74 77 69 49 28 26 23 31 50",
        "52 32 24 27 38 58 67 74 62 52",
        "60 30 21 24 27 39 69 78 75 72 60",
        "41 23 17 38 59 67 63 51 41",
        "40 22 14 16 28 49 58 66 64 52 40",
        "70 51 32 25 28 49 68 76 73 70",
    ),
    (
        "50 54 59",
        "32 50 55 59",
        "60 55 49",
        "33 41 50 54 59 / 39 69",
        "41 45 49",
        "40 59",
        "22 50 59",
        "51 50 49 / 29 69",
        "60 53 49 39",
        "34 50 54 58",
    ),
    (
        "22 30 60 72 74 56 39 29 79",
        "12 31 50 63 64 47 19 79",
        "31 50 62 54 36 28 49 79",
        "23 21 40 60 72 64 37 19 39 69 89",
        "30 61 63 45 28 39 78",
        "20 60 63 27 29 69",
        "32 40 60 71 63 46 28 18 37 49 69 78",
        "22 40 62 64 46 29 49 79 78",
        "10 50 71 73 55 37 29 79",
        "33 41 61 73 65 48 29 59 79",
    ),
    (
        "21 40 61 62 44 64 77 69 49 28",
        "20 60 62 44 66 68 59 29",
        "20 70 44 65 77 69 39 28",
        "31 50 72 63 44 34 54 76 68 49 29",
        "22 30 60 73 54 44 64 76 78 59 28",
        "30 60 62 34 65 67 59 29",
        "10 40 62 54 34 54 77 68 49 19",
        "32 51 62 54 65 67 58 38",
        "20 50 71 73 54 64 77 69 39 27",
        "21 61 44 54 66 67 49 29",
    ),
    (
        "50 25 75 / 62 69",
        "30 25 75 / 60 59",
        "60 26 76 / 63 69",
        "20 24 64 / 60 69",
        "51 17 77 / 64 59",
        "32 26 45 65 / 63 58",
        "40 15 65 / 52 49",
        "60 16 86 / 60 69",
        "30 23 35 65 73 / 70 66 59",
        "51 25 26 66 / 61 65 69",
    ),
    (
        "70 30 24 54 75 77 59 29",
        "60 20 24 44 66 67 49 19",
        "71 31 24 43 63 76 68 49 28",
        "30 24 54 76 68 49 29 / 30 70",
        "60 30 34 64 67 58 38",
        "80 40 33 53 75 67 48 29",
        "70 20 25 54 65 67 59 39",
        "62 31 35 55 76 78 59 29",
        "70 31 14 44 66 68 49 28",
        "61 41 34 54 65 67 49 39",
    ),
    (
        "60 32 25 28 49 68 76 65 45 26",
        "50 33 26 38 59 67 65 46 27",
        "61 42 34 27 39 59 67 55 36",
        "40 22 17 29 49 67 65 35 27",
        "70 41 24 17 29 59 77 65 35 18",
        "50 24 27 49 68 66 45 26",
        "30 24 28 49 69 77 75 54 26",
        "61 33 36 48 58 67 56 37",
        "60 40 23 27 39 69 78 76 55 36",
        "51 34 37 49 69 67 46",
    ),
    (
        "20 70 54 39",
        "10 70 55 49",
        "20 71 44 38",
        "21 30 70 63 45 39",
        "20 60 49 / 35 65",
        "20 70 49 / 34 74",
        "31 71 55 48",
        "10 60 62 45 39",
        "22 20 70 45 39",
        "30 80 56 49",
    ),
    (
        "60 31 33 66 78 59 38 36 63 61 50",
        "50 22 43 66 68 49 28 26 53 61 50",
        "40 22 34 56 68 49 28 36 54 62 40",
        "50 31 43 53 61 50 / 43 27 39 59 67 53",
        "61 40 22 54 67 49 28 36 63 61",
        "50 32 54 76 59 37 54 62 50",
        "40 21 23 44 64 73 61 40 / 44 26 28 49 69 77 65 44",
        "70 41 33 65 67 49 28 46 73 70",
        "51 33 44 65 67 58 38 36 54 62 51",
        "50 30 22 34 65 68 49 27 35 63 61 50",
    ),
    (
        "61 40 22 34 54 62 60 / 62 64 59",
        "60 30 23 45 64 60 59",
        "70 41 33 44 64 72 / 71 65 58",
        "51 32 34 54 62 51 / 63 66 49 29",
        "60 40 22 24 45 64 71 / 71 67 59 39",
        "50 21 24 44 62 60 / 61 65 49",
        "61 31 24 45 65 62 / 62 69",
        "50 32 34 54 63 51 62 66 48",
        "71 50 31 34 54 72 / 72 66 49",
        "40 21 23 44 63 61 40 / 63 67 49",
    ),
)
"""Of 0, 1, 2 … 9."""


def strokes_of(template: str, chance: Random) -> list[list[tuple[float, float]]]:
    """Return a template's strokes as points (across, down) in pixels of 8 × 8, as no hand draws one twice alike.

    Its place, its size and its slant differ, and so does each point a little.
    """
    size, wide, slant = chance.uniform(0.72, 0.86), chance.uniform(0.9, 1.1), chance.uniform(-0.15, 0.15)
    aside, below = chance.uniform(-0.5, 0.5), chance.uniform(-0.3, 0.3)

    def placed(point: str) -> tuple[float, float]:
        across, down = (int(figure) - 4.5 + chance.uniform(-0.2, 0.2) for figure in point)
        x = 4 + aside + size * (wide * across - slant * down)
        y = 4 + below + size * down
        return min(max(x, 0.05), 7.95), min(max(y, 0.05), 7.95)

    return [[placed(point) for point in stroke.split()] for stroke in template.split("/")]


def drawn(template: str, chance: Random, soft: bool = True) -> Grid:
    """Return the pixels of a template that a pointer has drawn with the brush, as hard as a hand may press."""
    blank = Scenario(np.zeros((8, 8)), np.ones((3, 3)), padding=(1, 1))
    pressure = chance.choice((0.7, 0.8, 0.9, 1.0, 1.0, 1.0))
    state = new_state(blank, Settings(brush=pressure, soft_brush=soft), playing=False)
    for stroke in strokes_of(template, chance):
        state = _pulled(state, stroke, pressure, soft)
    return state.scenario.image


def _pulled(state: State, stroke: list[tuple[float, float]], value: float, soft: bool) -> State:
    """Return the state after the pointer was pulled over points with its button held."""
    places = [(IMAGE_X + x * CELL, TOP + y * CELL) for x, y in stroke]
    scene = FakeScene(state.scenario, brush=value, soft=soft)
    pointer, intents = press(Pointer(), PointerDown(*places[0], button=LEFT, time=0.0), scene)
    for place in places[1:]:
        pointer, more = move(pointer, PointerMove(*place, time=0.0), scene)
        intents += more
    intents += release(pointer, PointerUp(*places[-1], button=LEFT, time=0.0), scene)[1]
    for intent in intents:
        if not isinstance(intent, Hover):
            state = reduce(state, intent)
    return state
