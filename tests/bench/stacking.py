"""Frames of the Stack view, in copies of a full window (b): playing with the camera at rest, and going round."""

from __future__ import annotations

from game.core.named import image_called, weights_called
from game.core.scenario import Scenario, startup
from game.input.stack_intents import Orbit
from tests.networks import digit_reader, four_layers

from .bench import Bench
from .layered import of_layer
from .rows import Limits, Row, row_of
from .walking import FULL_HD, large

PLAYING = Limits(median=12, p99=24)
MANY_CELLS = Limits(median=48)
ORBITING, ROUND_A_TOWER = Limits(median=24), Limits(median=48)


def stacked(scenario: Scenario, position: float | None = None) -> Bench:
    """Return a program that plays in the Stack view, from a position on: the sixth step, where there are as many."""
    begins = min(5.0, scenario.steps - 3.0) if position is None else position
    bench = Bench(scenario, FULL_HD, position=begins)
    bench.set(stacked=True, rise=1.0)
    return bench


def playing(name: str, scenario: Scenario) -> Row:
    """Return how long a frame of the playing walk takes while the camera keeps still."""
    bench = stacked(scenario)
    bench.frames(60)
    bench.forget()
    lengths = [took for phase in bench.frames(1200).values() for took in phase]
    return row_of(name, [took / bench.b for took in lengths], "b", PLAYING, f"b = {bench.b * 1e3:.2f} ms")


def one_step(name: str, scenario: Scenario) -> Row:
    """Return how long a frame takes while thousands of cells rise and fly in the only step that there is."""
    bench = stacked(scenario, 0.3)
    lengths = [bench.frame() for _ in range(84)][4:]
    return row_of(name, [took / bench.b for took in lengths], "b", MANY_CELLS, f"b = {bench.b * 1e3:.2f} ms")


def whole_image(size: int) -> Scenario:
    """Return noise under one kernel as large as itself."""
    weights = weights_called("random signed", (1, 1), (size, size), 1)
    return Scenario(image_called("noise", 1, (size, size), 1), weights, whole_image=True)


def orbiting(name: str, scenario: Scenario, limits: Limits = ORBITING) -> Row:
    """Return how long a frame takes while the camera goes round."""
    bench = stacked(scenario)
    lengths = []
    for number in range(420):
        bench.controller.dispatch((Orbit(1.3, 0.2 if number % 100 < 50 else -0.2),))
        lengths.append(bench.frame())
    figures = [took / bench.b for took in lengths[20:]]
    return row_of(name, figures, "b", limits, f"b = {bench.b * 1e3:.2f} ms")


def stack_view() -> list[Row]:
    """Return the rows of the Stack view."""
    return [
        playing("Stack view, playing, start-up scenario", startup()),
        playing("Stack view, playing, 64×64 with 7×7", large(7, 3)),
        playing("Stack view, playing, 6×6×3 with 2×2, 4 filters", of_layer(6, 3, 2, 4)),
        playing("Stack view, playing, 64×64×3 with 7×7, 8 filters", of_layer(64, 3, 7, 8)),
        playing("Stack view, playing, the tower of a digit reader, layer 1", digit_reader(0)),
        playing("Stack view, playing, the tower of a digit reader, layer 3", digit_reader(2)),
        playing("Stack view, playing, the tower of four layers, layer 3", four_layers(2)),
        one_step("Stack view, a kernel as large as a 64×64 image", whole_image(64)),
        orbiting("Stack view, going round, start-up scenario", startup()),
        orbiting("Stack view, going round, the tower of four layers, layer 3", four_layers(2), ROUND_A_TOWER),
        orbiting("Stack view, going round, 64×64 with 7×7", large(7, 3)),
    ]
