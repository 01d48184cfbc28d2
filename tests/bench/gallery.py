"""Frames of the gallery at 1920×1080, in copies of a full window (b): while it is read and drawn, and searched."""

from __future__ import annotations

from game.core.scenario import startup
from game.input.event_types import KeyDown, TextTyped
from game.input.interface_intents import ChooseShelf

from .bench import Bench
from .rows import Limits, Row, row_of
from .walking import FULL_HD

FRAMES = 120
OPENING = Limits(median=8, p95=12)


def gallery() -> list[Row]:
    """Return the rows of opening it, of going through its shelves, and of searching."""
    bench = Bench(startup(), FULL_HD, playing=False)
    bench.frames(30)
    bench.forget()
    opening = [bench.frame([KeyDown("G")]), *(bench.frame() for _ in range(FRAMES))]
    going = []
    for name in ("photos", "edges", "figures", "colour", "own"):
        bench.controller.dispatch((ChooseShelf(name),))
        going += [bench.frame() for _ in range(FRAMES // 4)]
    typing = [
        bench.frame([TextTyped(letter)] if index % 4 == 0 else [])
        for index, letter in enumerate("   s   o   b   e   l")
    ]
    return [
        row_of("the gallery, from its opening until all is read", [took / bench.b for took in opening], "b", OPENING),
        row_of("the gallery, from shelf to shelf", [took / bench.b for took in going], "b", OPENING),
        row_of("the gallery, while one types", [took / bench.b for took in typing], "b", Limits(p95=20)),
    ]
