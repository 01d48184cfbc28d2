"""A window in memory on which frames are timed, each beside a copy of a full window: their ratio is the figure.

A frame is events, state and drawing; presenting it is measured apart, and so is what is made ready of the next turn in
the time that a frame leaves over. After every frame one filled surface as large as the window is copied to the window's
surface. The median of these copies is b, so a figure in b says how many plain copies a frame is worth, whatever the
machine.
"""

from __future__ import annotations

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
import pygame

from game.core.scenario import Scenario
from game.files.kept_work import KeptWork
from game.files.settings import HINTS, Settings
from game.input.event_types import Event
from game.play.phases import phase_at, shares_of
from game.session.state import State, new_state
from game.shell.controller import Controller
from game.shell.display import prepare_without_screen
from game.shell.documents import Documents
from game.shell.foresight import Foresight
from game.shell.painter import Painter

from .rows import Limits, Row, row_of

if TYPE_CHECKING:
    from game.shell.display import Display
    from game.ui.geometry import Rect

FRAME = 1 / 60
NOWHERE = Path("/nonexistent/kernelscope")  # nothing here keeps work


class BenchDisplay:
    """The window's surface, without a screen."""

    def __init__(self, size: tuple[int, int]) -> None:
        prepare_without_screen()
        self.surface = pygame.display.set_mode(size)
        self.full_screen = False

    def resize(self, size: tuple[int, int]) -> None:
        """Take another size."""
        self.surface = pygame.display.set_mode(size)

    def entitle(self, words: str) -> None:
        """Say it to nobody."""

    def toggle_full_screen(self) -> None:
        """Note it; there is no screen to fill."""
        self.full_screen = not self.full_screen


class Bench:
    """A program at work. `frame` does one frame and times it, and the copy after it."""

    def __init__(
        self,
        scenario: Scenario,
        size: tuple[int, int],
        position: float = 0.0,
        playing: bool = True,
        copying: bool = True,
    ) -> None:
        self.display = BenchDisplay(size)
        state = new_state(scenario, Settings(hints=HINTS), position, playing)
        display = cast("Display", self.display)
        self.painter = Painter(display, mac=False)
        self.controller = Controller(state, display, self.painter, Documents(KeptWork(NOWHERE)), mac=False)
        self.foresight = Foresight(self.controller, self.painter)
        self.beside: list[float] = []  # seconds that were taken for what is yet to come, after each frame
        self.now = 100.0
        self.copies: list[float] = []
        self.rects: list[Rect] = []
        self.copying = copying
        if copying:
            self.filled(size)
        gc.collect()
        gc.freeze()

    def filled(self, size: tuple[int, int]) -> None:
        """Make the surface that is copied: as large as the window, and filled."""
        self.source = pygame.Surface(size).convert()
        self.source.fill((15, 19, 24))

    @property
    def state(self) -> State:
        """The state now."""
        return self.controller.state

    def set(self, **interface: object) -> None:
        """Put the interface into a state."""
        self.controller.state = self.state.changed(interface=self.state.interface.changed(**interface))

    def phase(self) -> str:
        """Return the word of the phase in which the walk is."""
        playback = self.state.playback
        if playback.position >= self.state.steps:
            return "done"
        return phase_at(playback.position % 1.0, shares_of(playback.brisk))[0].value

    def frame(self, events: Iterable[Event] = (), seconds: float = FRAME) -> float:
        """Let time pass and events happen, draw, and return how long that took, in seconds."""
        began = time.perf_counter()
        self.now += seconds
        self.controller.pass_time(seconds, self.now)
        for event in events:
            self.controller.handle(event)
        self.rects = self.painter.draw(self.controller.state, self.controller.built())
        took = time.perf_counter() - began
        if self.copying:
            began = time.perf_counter()
            self.display.surface.blit(self.source, (0, 0))
            self.copies.append(time.perf_counter() - began)
        began = time.perf_counter()
        if self.controller.at_rest:
            self.foresight.go_on(FRAME)  # all of this as the loop does, once a picture is presented
        self.painter.give_back()
        self.beside.append(time.perf_counter() - began)
        return took

    def frames(self, count: int, events: Callable[[int], Iterable[Event]] | None = None) -> dict[str, list[float]]:
        """Do so many frames; return their durations by the phase in which each was."""
        found: dict[str, list[float]] = defaultdict(list)
        for number in range(count):
            deeds = () if events is None else tuple(events(number))
            took = self.frame(deeds)
            found[self.phase()].append(took)
        return found

    @property
    def b(self) -> float:
        """The median of the copies since they were last forgotten, in seconds."""
        return float(np.median(self.copies))

    def forget(self) -> None:
        """Forget the copies of warming up."""
        self.copies.clear()
        self.beside.clear()


def worst_phase(name: str, bench: Bench, found: dict[str, list[float]], limit: Limits) -> Row:
    """Return the row of the phase with the greatest median; its late frames are the worst of any phase."""
    rows = [
        row_of(name, [took / bench.b for took in lengths], "b", limit, phase)
        for phase, lengths in found.items()
        if len(lengths) >= 20
    ]
    worst = max(rows, key=lambda row: row.median)
    late = max(rows, key=lambda row: row.p99)
    beside = float(np.percentile(bench.beside, 99)) / bench.b  # not in a frame, but before the next one
    remark = (
        f"{worst.remark}; latest in {late.remark}; b = {bench.b * 1e3:.2f} ms; p99 of what is made ready {beside:.2f} b"
    )
    return Row(name, worst.median, max(row.p95 for row in rows), late.p99, "b", limit, remark)
