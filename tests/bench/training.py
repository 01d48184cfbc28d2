"""A network that learns in the window: how far apart pictures are meanwhile, and how long an epoch takes."""

from __future__ import annotations

from time import perf_counter, sleep

import numpy as np

from game.input.learn_intents import ToggleLearn
from game.input.train_intents import ToggleTraining, TrainAgain
from game.learning.training import after_epoch
from game.session.training import learned_from
from tests.training import reader

from .bench import FRAME, Bench
from .rows import Limits, Row, row_of, single

SECONDS = 6.0
WINDOW = (1366, 768)
APART, TIMES, READS = 0.025, 3.0, 3.0
MOST_RIGHT = 0.9


def while_it_learns() -> list[Row]:
    """Return the rows of a run from random weights; the loop waits for the next picture as the program's does."""
    bench = Bench(reader(), WINDOW, playing=False, copying=False)
    bench.frame()
    bench.controller.dispatch((ToggleLearn(), TrainAgain(), ToggleTraining()))
    ends, apart, read = _run(bench)
    shown = float(np.median(np.diff(ends)))
    bare = _bare(bench)
    told = f"{1000 * shown:.0f} ms, bare {1000 * bare:.0f} ms, {bench.state.ahead.share} updates a picture"
    return [
        row_of("pictures while the digit reader learns, apart", apart, "s", Limits(p95=APART)),
        single("an epoch that is watched, of its bare time", shown / bare, "times", TIMES, told),
        single("from random weights until over 90 % are read right", read, "s", READS),
    ]


def _run(bench: Bench) -> tuple[list[float], list[float], float]:
    """Return when each epoch ended, how far apart pictures were, and when over 90 % were read right, in seconds."""
    began = last = perf_counter()
    ends: list[float] = []
    apart: list[float] = []
    read = float("inf")
    while last - began < SECONDS:
        sleep(max(0.0, FRAME - (perf_counter() - last)))
        now = perf_counter()
        apart.append(now - last)
        bench.frame(seconds=now - last)
        last = now
        course = bench.state.train.course
        if course is not None and len(course.shares) - 1 > len(ends):
            ends.append(perf_counter() - began)
            if course.shares[-1][1] > MOST_RIGHT:
                read = min(read, ends[-1])
    return ends, apart, read


def _bare(bench: Bench) -> float:
    """Return how long an epoch takes by itself."""
    course, took = bench.state.train.course, list[float]()
    if course is None:
        raise RuntimeError("nothing was learned")
    training = course.training
    for _ in range(12):
        began = perf_counter()
        training = after_epoch(training, learned_from())
        took.append(perf_counter() - began)
    return float(np.median(took))
