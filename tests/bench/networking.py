"""Frames of networks: a walk of each layer, painting the source image, and another layer's turn, in b."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.input.event_types import PointerDown, PointerMove, PointerUp
from game.view.strip.source import SourceCard
from tests.networks import digit_reader, four_layers

from .bench import Bench
from .rows import Limits, Row, row_of
from .walking import FULL_HD, playing

if TYPE_CHECKING:
    from game.core.scenario import Scenario
    from game.input.event_types import Event

PLAYED = Limits(median=5, p99=10)


def networks() -> list[Row]:
    """Return the rows of the digit reader and of the network of four layers."""
    reader = [
        playing(f"playing, layer {focus + 1} of a digit reader, worst phase", digit_reader(focus), FULL_HD, PLAYED)
        for focus in range(3)
    ]
    four = [
        playing(f"playing, layer {focus + 1} of a network of four, worst phase", four_layers(focus), FULL_HD, PLAYED)
        for focus in (0, 2)
    ]
    return [
        *reader,
        *four,
        _stroke("a stroke's frame on the image of a digit reader", digit_reader(2)),
        _stroke("a stroke's frame on the image of a network of four", four_layers(3)),
    ]


def _stroke(name: str, scenario: Scenario) -> Row:
    """Return how long a frame takes while the source image is painted in the strip, the last layer being in focus."""
    bench = Bench(scenario, FULL_HD, position=float(scenario.steps), playing=False)
    bench.frame()
    _painted(bench, 60)
    bench.forget()
    return row_of(name, [took / bench.b for took in _painted(bench, 600)], "b", PLAYED)


def _painted(bench: Bench, count: int) -> list[float]:
    """Paint and erase so many pixels, one in a frame; return how long the frames took."""
    lengths: list[float] = []
    card = bench.controller.window.named("layer image")
    if not isinstance(card, SourceCard) or card.grid is None:
        raise RuntimeError("the strip shows no image")
    rows, columns = card.grid.size
    for number in range(count):
        turn, pixel = divmod(number, rows * columns)
        x, y = card.grid.block(*divmod(pixel * 5 % (rows * columns), columns), 1, 1).moved(*card.rect[:2]).centre
        button = 3 if turn % 2 else 1
        events: list[Event] = [PointerMove(x, y, time=bench.now), PointerDown(x, y, button, time=bench.now)]
        lengths.append(bench.frame(events))
        bench.frame([PointerUp(x, y, button, time=bench.now)])
    return lengths
