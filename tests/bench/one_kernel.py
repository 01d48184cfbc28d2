"""A kernel that learns in the window: how long it is from one picture to the next while updates run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.scenario import startup
from game.input.learn_intents import SetPace, SetRate, StartAgain, ToggleLearn, ToggleRun
from tests.picture import scenario

from .bench import FRAME, Bench
from .rows import Limits, Row, row_of
from .walking import FULL_HD

if TYPE_CHECKING:
    from game.core.scenario import Scenario

BETWEEN = Limits(p95=25)
"""Milliseconds between two pictures, so that a run is seen to move."""
SECONDS, RATE = 8.0, 0.02
FASTEST = 9


def one_kernel() -> list[Row]:
    """Return the rows of runs at the fastest pace: of the start-up scenario, and of a large image and kernel."""
    large = scenario(size=(64, 64), kernel="random signed", kernel_size=(7, 7), padding=(3, 3))
    return [
        _running("updates run in Learn, start-up scenario, 1920×1080", startup()),
        _running("updates run in Learn, 64×64 with 7×7, 1920×1080", large),
    ]


def _running(name: str, shown: Scenario) -> Row:
    """Return how long it is between two pictures of a run; where it comes to its end, it begins anew."""
    bench = Bench(shown, FULL_HD, playing=False)
    bench.controller.dispatch((ToggleLearn(), SetPace(FASTEST), SetRate(RATE), ToggleRun()))
    taken: list[float] = []
    made, before, passed = 0, 0, 0.0
    for _ in range(60):
        bench.frame()
    while passed < SECONDS:
        last = max(FRAME, taken[-1] if taken else 0.0)
        passed += last
        taken.append(bench.frame(seconds=last))
        trace = bench.state.learn.trace
        now = 0 if trace is None else trace.number
        made, before = made + max(0, now - before), now
        if not bench.state.learn.running:
            bench.controller.dispatch((StartAgain(), ToggleRun()))
            before = 0
    lengths, own = [1000 * max(FRAME, took) for took in taken], sorted(taken)[len(taken) // 2] / bench.b
    return row_of(name, lengths, "ms", BETWEEN, f"{made / passed:.0f} updates a second, a frame takes {own:.1f} b")
