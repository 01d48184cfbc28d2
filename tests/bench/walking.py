"""Frames of the playing, scrubbed, painted and resized walk, in copies of a full window (b)."""

from __future__ import annotations

import random

import numpy as np

from game.core import images, kernels
from game.core.scenario import Scenario, startup
from game.input.event_types import PointerDown, PointerMove, PointerUp, Resized
from game.input.intent import Cell, GridName
from game.input.walk_intents import Faster, Scrub

from .bench import Bench, worst_phase
from .rows import Limits, Row, row_of, single

FULL_HD, FOUR_K = (1920, 1080), (3840, 2160)
PLAYING = Limits(median=3, p99=6)
BUSY = Limits(median=6, p99=10)
MEASURED = 7200


def large(kernel: int, padding: int) -> Scenario:
    """Return 64×64 pixels under a square kernel, stride 1."""
    return Scenario(
        image=images.make("noise", (64, 64), 1),
        kernel=kernels.make("random", (kernel, kernel), 1),
        padding=(padding, padding),
    )


def playing(name: str, scenario: Scenario, size: tuple[int, int], limit: Limits) -> Row:
    """Return how long a frame of the playing walk takes in its worst phase."""
    bench = Bench(scenario, size, position=min(5.0, scenario.steps - 3.0))
    bench.frames(400)
    bench.forget()
    return worst_phase(name, bench, bench.frames(MEASURED), limit)


def start_up() -> list[Row]:
    """Return the rows of the start-up scenario."""
    return [
        playing("playing, start-up scenario, 1920×1080, worst phase", startup(), FULL_HD, PLAYING),
        playing("playing, start-up scenario, 3840×2160, worst phase", startup(), FOUR_K, Limits(median=2.5, p99=4)),
    ]


def large_image() -> list[Row]:
    """Return the rows of 64×64 pixels: playing, scrubbed at random, and fast."""
    rows = [playing("playing, 64×64 with 7×7, padding 3, worst phase", large(7, 3), FULL_HD, PLAYING)]
    bench, hand = Bench(large(7, 3), FULL_HD, playing=False), random.Random(1)
    steps = bench.state.steps

    def scrubbed(count: int) -> list[float]:
        found = []
        for _ in range(count):
            bench.controller.dispatch((Scrub(hand.uniform(0, steps)),))
            found.append(bench.frame())
        return found

    scrubbed(60)
    bench.forget()
    lengths = scrubbed(600)
    rows.append(row_of("the same scrubbed at random in every frame", [took / bench.b for took in lengths], "b", BUSY))
    bench = Bench(large(7, 3), FULL_HD)
    bench.controller.dispatch((Faster(),) * 6)
    bench.frames(120)
    bench.forget()
    lengths = [took for phase in bench.frames(1200).values() for took in phase]
    rows.append(row_of("the same at speed fast", [took / bench.b for took in lengths], "b", BUSY))
    return rows


def growth() -> list[Row]:
    """Return how much longer a playing frame takes with a large image and kernel, in one run, frame by frame."""
    scenarios = (startup(), large(7, 3), large(15, 7))
    medians = []
    for scenario in scenarios:
        bench = Bench(scenario, FULL_HD, position=5.0)
        bench.frames(300)
        bench.forget()
        lengths = [took for phase in bench.frames(1440).values() for took in phase]
        medians.append(float(np.median(lengths)) / bench.b)
    first, second, third = medians
    return [
        single("growth: 64×64 with 7×7 against the start-up scenario", second / first, "times", 1.5),
        single("growth: 64×64 with 15×15 against the start-up scenario", third / first, "times", 3),
    ]


def stroke() -> list[Row]:
    """Return how long a frame takes from the pointer's event to the finished picture, while painting 64×64."""
    bench = Bench(large(7, 3), FULL_HD, position=2000.3, playing=False)
    bench.frame()
    painted(bench, 100)
    bench.forget()
    lengths = painted(bench, 1000)
    return [row_of("a stroke's frame on 64×64 with 7×7", [took / bench.b for took in lengths], "b", BUSY)]


def painted(bench: Bench, count: int) -> list[float]:
    """Return how long so many frames took in which strokes over 64×64 pixels went on, twenty frames each."""
    found, hand = [], random.Random(count)
    for _ in range(count // 20):
        x, y = bench.controller.window.cell_rect(Cell(GridName.IMAGE, hand.randrange(64), hand.randrange(64))).centre
        bench.frame((PointerMove(x, y, time=bench.now), PointerDown(x, y, 1, time=bench.now)))
        image = bench.controller.window.places.image.rect
        for _ in range(18):
            x = min(max(x + hand.uniform(-40, 40), image.x), image.right - 1)
            y = min(max(y + hand.uniform(-40, 40), image.y), image.bottom - 1)
            found.append(bench.frame((PointerMove(x, y, time=bench.now),)))
        bench.frame((PointerUp(x, y, 1, time=bench.now),))
    return found


def resizing() -> list[Row]:
    """Return how long a frame takes while the window's edge is dragged: each with another size."""
    bench = Bench(startup(), FULL_HD)
    bench.frames(60)
    bench.forget()
    lengths = []
    for number in range(240):
        size = (1920 - 3 * (number % 120), 1080 - 2 * (number % 120))
        bench.display.resize(size)
        bench.filled(size)
        lengths.append(bench.frame((Resized(),)))
    limit = Limits(median=30, p95=40)
    return [row_of("resize: a frame while the edge is dragged", [took / bench.b for took in lengths], "b", limit)]
