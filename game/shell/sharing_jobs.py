"""What is done to write the files that need large libraries, or many pixels: each is a function of what it is given.

They are done in a process of their own (`apart.py`), or here, a little in each frame. A job yields the share that is
done, 0 … 1, and returns the files that somebody else is to write, by their names; one that has written its file itself
returns none.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import TypeAlias

from ..core.errors import ConvolutionError
from ..files.errors import FileProblem
from ..files.worksheet_plan import Plan
from ..input.window_intents import Complain
from ..session.history import History
from ..session.sharing import MOVING
from ..session.state import State
from .saving import complaint

SLICE = 0.006
"""Seconds of a frame that are taken for a file, at least one part of it."""
Files: TypeAlias = dict[str, bytes]
Going: TypeAlias = Generator[float, None, Files]
Job: TypeAlias = Callable[[], Going]

WIDTH = {"moving": 1280}
"""Pixels of a picture's width, where it is another than usual."""


def picture_job(state: State, form: str, path: Path, first: int) -> Job:
    """Return what writes a picture of a state, or its walk from a step on, counted from 1."""
    # What could be undone is in no picture, and may be long.
    return partial(_picture, state.changed(history=History.of(state.history.present)), form, path, first)


def _picture(state: State, form: str, path: Path, first: int) -> Going:
    from ..export.asked import USUAL_WIDTH, Picture, Steps  # here and below: of all forms one is wanted
    from ..export.exporting import steps_of_export

    steps = None
    if form in MOVING:
        steps = Steps(first, min(first + state.interface.share.steps - 1, state.steps))
    yield from steps_of_export(state, path, Picture(width=WIDTH.get(form, USUAL_WIDTH)), steps)
    return {}


def qr_job(code: str, path: Path) -> Job:
    """Return what writes a QR code."""
    return partial(_qr, code, path)


def _qr(code: str, path: Path) -> Going:
    from ..export.qr import write_qr

    yield 0.0
    write_qr(code, path)
    return {}


def sheets_job(plan: Plan, name: str) -> Job:
    """Return what makes the files of worksheets. They are written together, and so not by who may be stopped."""
    return partial(_sheets, plan, name)


def _sheets(plan: Plan, name: str) -> Going:
    from ..worksheet.making import files_of

    yield 0.0
    return files_of(plan, name)


class Here:
    """A job that is done a little in each frame; the clock, in seconds, says when a frame has had its share."""

    def __init__(self, job: Job, clock: Callable[[], float]) -> None:
        """Take it up."""
        self._going, self._clock = job(), clock

    def poll(self) -> float | Files | Complain:
        """Go on, and return the share that is done, 0 … 1; at the end the files, or what was wrong."""
        begun = self._clock()
        try:
            while True:
                share = next(self._going)
                if self._clock() - begun >= SLICE:
                    return share
        except StopIteration as end:
            found: Files = end.value
            return found
        except (FileProblem, ConvolutionError) as problem:
            return complaint(problem)

    def close(self) -> None:
        """End it; nothing comes of it then."""
        self._going.close()
