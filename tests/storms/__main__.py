"""Run it: ``python -m tests.storms``. Status 0 when storms hold up neither picture nor saving."""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from game.shell.display import prepare_without_screen

SECONDS = 3.0
"""How long a storm blows; without one the loop is watched for as long."""
LOOK_BACK = 0.05
"""Seconds in which a quiet loop may be without a frame on a machine that others use too: the ratio is of no less."""
LATER = 6.0
"""How many times as long as in the quiet the loop may be without a picture, or a look whether to save."""


def main() -> int:
    """Let each storm blow, print the longest times between two frames and two savings, and return the status."""
    parser = argparse.ArgumentParser(prog="python -m tests.storms", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    seconds = parser.parse_args().seconds
    prepare_without_screen()
    with tempfile.TemporaryDirectory(prefix="kernelscope-storms-") as folder:
        quiet = _longest(Path(folder) / "quiet", lambda _: iter(()), 0, seconds)
        _say("quiet", quiet, quiet)
        good = [
            _say(name, _longest(Path(folder) / name, storm, rate, seconds), quiet)
            for name, storm, rate in (("keys", _keys, 10_000), ("moves", _moves, 20_000), ("stroke", _stroke, 20_000))
        ]
    return 0 if all(good) else 1


def _longest(
    folder: Path, storm: Callable[[object], Iterator[object]], rate: int, seconds: float
) -> tuple[float, float]:
    """Return the longest time between two frames, and between two looks whether to save, of a real loop."""
    import pygame

    from game import loop as loops
    from game.app import first_state
    from game.files.errors import FileProblem
    from game.files.kept_work import KeptWork
    from game.files.settings import Settings
    from game.request import Request
    from game.session.state import State
    from game.shell.controller import Controller
    from game.shell.display import Display
    from game.shell.documents import Documents
    from game.shell.keeping import WorkKeeper
    from game.shell.painter import Painter
    from game.shell.places import Place

    frames, looks = [time.perf_counter()], [time.perf_counter()]
    with KeptWork(folder) as kept:
        kept.start(fresh=True)
        display = Display((1366, 768))
        painter = Painter(display, mac=False)
        state = first_state(Request(), Settings(), None)
        controller = Controller(state, display, painter, Documents(kept), mac=False)

        class Noting(WorkKeeper):
            def save(self, state: State, window: Place) -> FileProblem | None:
                problem = super().save(state, window)
                looks.append(time.perf_counter())
                return problem

        class Drawing(loops.Loop):
            def draw(self, began: float | None = None) -> None:
                super().draw(began)
                frames.append(time.perf_counter())

        loop = Drawing(controller, display, painter, Noting(kept, folder, Settings()))
        sent, events, began = 0, storm(loop), time.perf_counter()
        while (now := time.perf_counter()) - began < seconds:
            for _ in range(int((now - began) * rate) - sent):
                event = next(events)
                assert isinstance(event, pygame.Event)
                pygame.event.post(event)
                sent += 1
            loop.turn(now)
            after = time.perf_counter()
            time.sleep(0.001 if loop.inbox else max(0.001, loops.FRAME - (after - now)))
        display.close()
        pygame.display.init()
    return _gap([*frames, time.perf_counter()]), _gap([*looks, time.perf_counter()])


def _gap(times: list[float]) -> float:
    return max((after - before for before, after in itertools.pairwise(times)), default=0.0)


def _say(name: str, found: tuple[float, float], quiet: tuple[float, float]) -> bool:
    """Print a storm's line; return whether it held nothing up."""
    good = all(now <= LATER * max(before, LOOK_BACK) for now, before in zip(found, quiet, strict=True))
    frame, saving = (f"{seconds * 1000:.0f} ms" for seconds in found)
    sys.stdout.write(f"{name}: {frame} without a frame, {saving} without a look whether to save\n")
    return good


def _keys(_: object) -> Iterator[object]:
    import pygame

    names = ("l", "t", "c", "x", "s")
    while True:
        for name in names:
            code, scancode = ord(name), getattr(pygame, f"KSCAN_{name.upper()}")
            yield pygame.Event(pygame.KEYDOWN, key=code, scancode=scancode, mod=0, unicode=name)
            yield pygame.Event(pygame.KEYUP, key=code, scancode=scancode, mod=0)


def _moves(_: object) -> Iterator[object]:
    return _around((0, 0, 0))


def _around(buttons: tuple[int, int, int]) -> Iterator[object]:
    import math

    import pygame

    turn = 0.0
    while True:
        turn += 0.01
        at = (round(500 + 300 * math.cos(turn)), round(400 + 200 * math.sin(turn * 1.3)))
        yield pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=buttons, touch=False)


def _stroke(_: object) -> Iterator[object]:
    import pygame

    yield pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(500, 400), button=1, touch=False)
    yield from _around((1, 0, 0))


if __name__ == "__main__":
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    sys.exit(main())
