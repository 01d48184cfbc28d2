"""What the README's moving picture tells, as states that intents make: a digit is read, and a kernel learns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from game.core import kernels
from game.core.chained import of_layers, source_of
from game.core.scenario import Scenario
from game.files.own_reader import reader_layers
from game.files.settings import HINTS, NOT_COVERED, Settings
from game.input import learn_intents as learn
from game.input import walk_intents as walk
from game.input.intent import Cell, GridName, Intent
from game.input.layer_intents import FocusLayer
from game.input.scenario_intents import BeginGesture, EndGesture, Paint
from game.input.window_intents import Tick, ToggleSoftBrush
from game.session.reduce import reduce
from game.session.state import State, new_state

PAUSE = 0.08
"""Seconds that a picture stands: hundredths that every viewer of a GIF keeps to."""
SEVEN = ((1, 1), (1, 6), (2, 6), (3, 5), (4, 4), (5, 4), (6, 3), (7, 3))
"""The corners of the stroke that makes a 7: pixels, as row and column."""
PIXELS_A_PICTURE = 0.5
"""How fast the hand paints."""
READ = 7
"""The filter of the last layer whose sum is looked at: that of the digit which is painted."""
SEED = 1
"""Of the random weights with which learning begins."""

Target = Cell | str
"""Where a hand can be: a cell, or a widget of the window by its name."""


class Hand(NamedTuple):
    """A hand on its way from one place to another; share: how much of the way is behind it."""

    begin: Target
    end: Target
    share: float = 1.0


class Shot(NamedTuple):
    """A picture: the state that it shows, the words above it, and the hand over it if there is one."""

    state: State
    words: str
    hand: Hand | None = None


def scenes() -> Iterator[list[Shot]]:
    """Yield the scenes one after another, the shots of each PAUSE apart."""
    painting = list(painted())
    yield painting
    yield list(looked_into(painting[-1]))
    yield list(learned(painting[-1].state.scenario))


def begun(scenario: Scenario) -> State:
    """Return the paused state of somebody who has seen every hint."""
    return new_state(scenario, Settings(hints=(*HINTS, NOT_COVERED)), playing=False)


def after(state: State, *intents: Intent) -> State:
    """Return the state after some intents."""
    for intent in intents:
        state = reduce(state, intent)
    return state


def standing(shot: Shot, seconds: float) -> Iterator[Shot]:
    """Yield the same shot for some time."""
    yield from [shot] * round(seconds / PAUSE)


def moving(shot: Shot, begin: Target, end: Target, seconds: float) -> Iterator[Shot]:
    """Yield the hand on its way over a state that stays."""
    count = round(seconds / PAUSE)
    for number in range(1, count + 1):
        share = number / count
        yield shot._replace(hand=Hand(begin, end, share * share * (3 - 2 * share)))


def played(shot: Shot, until: Callable[[State], bool], speed: float = 1.0) -> Iterator[Shot]:
    """Let time pass, so many times as fast as it does, until something is so."""
    while not until(shot.state):
        shot = shot._replace(state=after(shot.state, Tick(PAUSE * speed)))
        yield shot


def painted() -> Iterator[Shot]:
    """Paint a 7 with the soft brush into the image of the digit reader, which reads it at once."""
    blank = of_layers(Scenario(np.zeros((8, 8)), np.ones((1, 1))), reader_layers(), 0)
    state = after(begun(blank), walk.ToEnd(), ToggleSoftBrush())
    shot = Shot(state, "Paint a digit: a small network reads it, stroke by stroke")
    corners = [Cell(GridName.IMAGE, *corner) for corner in SEVEN]
    yield from standing(shot._replace(hand=Hand("brush soft", "brush soft")), 0.8)
    yield from moving(shot, "brush soft", corners[0], 0.6)
    state = after(state, BeginGesture())
    for begin, end in pairwise(corners):
        count = round(max(abs(end.row - begin.row), abs(end.column - begin.column)) / PIXELS_A_PICTURE)
        for number in range(1, count + 1):
            share = number / count
            met = tuple(
                round(first + share * (last - first))
                for first, last in ((begin.row, end.row), (begin.column, end.column))
            )
            state = after(state, Paint(((met[0], met[1]),), 1.0, soft=True))
            yield shot._replace(state=state, hand=Hand(begin, end, share))
    shot = shot._replace(state=after(state, EndGesture()), hand=Hand(corners[-1], corners[-1]))
    yield from standing(shot, 1.4)


def looked_into(shot: Shot) -> Iterator[Shot]:
    """Open the last layer, where the sum that speaks for a 7 is made of its products; then all shares stand."""
    begin = Cell(GridName.IMAGE, *SEVEN[-1])
    shot = shot._replace(words="Look inside: every number is there, and every step can be watched")
    yield from moving(shot, begin, "layer 3", 0.7)
    state = after(shot.state, FocusLayer(2), walk.Scrub(READ + 0.28), walk.Play())
    yield from standing(Shot(state, shot.words, Hand("layer 3", "layer 3")), 0.3)
    shot = Shot(state, shot.words)
    for speed, until in ((2.2, READ + 1.0), (10, state.steps - 0.05)):
        shots = list(played(shot, position_reached(until), speed))
        yield from shots
        shot = shots[-1]
    yield from standing(shot._replace(state=after(shot.state, walk.ToEnd())), 1.8)


def learned(seven: Scenario) -> Iterator[Shot]:
    """Let random weights become those of an edge filter, whose map is the target: the error fades, the loss falls."""
    image = source_of(seven).channels[0]
    scenario = Scenario(image, kernels.make("random signed", (3, 3), SEED), seed=SEED)
    state = after(begun(scenario), learn.ToggleLearn())
    state = after(state, learn.ChooseTarget("sobel right"))
    shot = Shot(state, "Watch a kernel learn: the error goes dark, the output becomes the target")
    yield from standing(shot, 1.2)
    for _ in range(3):
        shot = shot._replace(state=after(shot.state, learn.OneUpdate()))
        yield from standing(shot, 0.4)
    shot = shot._replace(state=after(shot.state, *[learn.SetPace(1)] * 2, learn.ToggleRun()))
    for faster, until in ((0, 33), (2, 160)):
        shot = shot._replace(state=after(shot.state, learn.SetPace(faster)))
        shots = list(played(shot, updates_made(until)))
        yield from shots
        shot = shots[-1]
    yield from standing(shot, 1.6)


def position_reached(position: float) -> Callable[[State], bool]:
    """Return what tells whether the walk is there."""
    return lambda state: state.playback.position >= position


def updates_made(count: int) -> Callable[[State], bool]:
    """Return what tells whether so many updates were made."""
    return lambda state: state.learn.trace is None or state.learn.trace.number >= count
