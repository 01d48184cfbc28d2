"""The program as a person starts it, its window, and what it has written; and where things are in that window."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Self

import numpy as np
import pygame

from game.files.scenario_file import OpenedScenario, read_scenario
from game.files.settings import HINTS, Settings, path_in, read_settings, write_settings
from game.session.shown import shown
from game.session.stack_intents import looked_at
from game.session.state import State, new_state
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.offers import Offers
from game.ui.themes import THEMES, Theme
from game.ui.typeface import Typeface
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Head
from game.view.builder import Builder
from game.view.compositor import Compositor
from game.view.frame import ShownFrame, frame_of
from game.view.window import Window

from .desk import Desk, Picture, eventually, program_command

ROOT = Path(__file__).parents[2]
FAILURE = "failure.png"
"""The name of the picture that is kept in a trial's folder after a failure."""


class Program:
    """A running program with a data folder of its own; as a context, it is closed at the end and must end well."""

    def __init__(self, desk: Desk, folder: Path, *arguments: str) -> None:
        """Start it; `folder` may hold the data of a program that ran before."""
        self.desk = desk
        self._folder = folder
        self.data = folder / "data"
        if not path_in(self.data).exists():
            write_settings(self.data, Settings(hints=HINTS))  # hints would lie over what is compared
        self.documents = desk.home / "Documents"
        self._outputs = (folder / "output.txt", folder / "errors.txt")
        desk.park()
        with self._outputs[0].open("wb") as output, self._outputs[1].open("wb") as errors:
            self.process = subprocess.Popen(
                [*program_command(), *arguments],
                cwd=ROOT,
                env={**desk.environment, "KERNELSCOPE_DATA": str(self.data)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
            )
        self.window = ""

    def __enter__(self) -> Self:
        try:
            eventually(self._is_open, "the window is open, has the keys, and shows something")
        except AssertionError as error:
            self._keep_picture()
            self.kill()
            raise AssertionError(f"{error}; it says: {self._outputs[1].read_text()}") from error
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None and self.process.poll() is None:
                self.close()
            if kind is None and self.process.returncode != -signal.SIGKILL:
                self.ended_well()
        except AssertionError:
            self._keep_picture()
            raise
        else:
            if kind is not None:
                self._keep_picture()
        finally:
            if self.process.poll() is None:
                self.kill()

    def _keep_picture(self) -> None:
        """Keep a picture of the whole screen, to see what went wrong; see FAILURE."""
        self.desk.picture(self._folder / FAILURE)

    def _is_open(self) -> bool:
        assert self.process.poll() is None, f"the program has ended with status {self.process.returncode}"
        found = self.desk.do("search", "--onlyvisible", "--pid", self.process.pid)
        self.window = found.split()[0] if found else ""
        if not self.window or self.desk.do("getactivewindow") != self.window or not self._works():
            return False
        return len(np.unique(self.shot()[::7, ::7].reshape(-1, 3), axis=0)) > 20

    def close(self) -> None:
        """Close the window through the window manager, and wait for the end."""
        self.desk.keys("alt+F4")
        eventually(lambda: self.process.poll() is not None, "the program has ended after its window was closed")

    def kill(self) -> None:
        """End it at once, without a chance to do anything."""
        self.process.kill()
        self.process.wait()

    def ended_well(self) -> None:
        """Assert that it ended with status 0 and has complained of nothing."""
        output, errors = (path.read_text() for path in self._outputs)
        assert errors == "", f"on standard error: {errors}"
        extra = [line for line in output.splitlines() if not line.startswith("pygame")]
        assert not extra, f"on standard output: {extra}"
        assert self.process.returncode == 0, f"ended with status {self.process.returncode}"

    # What it shows

    @property
    def size(self) -> tuple[int, int]:
        """The size of the window's area, width first."""
        found = dict(line.split("=") for line in self.desk.do("getwindowgeometry", "--shell", self.window).split())
        return int(found["WIDTH"]), int(found["HEIGHT"])

    def shot(self) -> Picture:
        """Return what its window shows now."""
        return self.desk.shot(self.window, self.size)

    def processor_seconds(self) -> float:
        """Return how long it has used a processor so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def load(self, seconds: float) -> float:
        """Return how much of one core it uses in the next seconds, in percent."""
        before, start = self.processor_seconds(), time.monotonic()
        time.sleep(seconds)
        return 100 * (self.processor_seconds() - before) / (time.monotonic() - start)

    # What it has written

    def _works(self) -> list[Path]:
        return sorted(self.data.glob("work/*/work.json"))

    def kept_file(self) -> Path:
        """Return the file with the kept work; there is one while one window runs."""
        works = self._works()
        assert len(works) == 1, f"not one kept work but {len(works)}"
        return works[0]

    def kept(self) -> dict[str, object]:
        """Return the kept work's keys and values, as a stranger to the program would read them."""
        found = json.loads(self.kept_file().read_text(encoding="utf-8"))
        assert isinstance(found, dict)
        return found

    def grid(self, name: str) -> list[list[float]]:
        """Return the kept image or kernel."""
        rows = self.kept()[name]
        assert isinstance(rows, list)
        return rows

    @property
    def position(self) -> float:
        """The kept position; it is only up to date while the walk stands still, and up to a second late."""
        position = self.kept().get("position", -1.0)
        assert isinstance(position, (int, float))
        return float(position)

    def comes_to(self, position: float, slack: float = 1e-6) -> None:
        """Wait until the kept position is this one."""
        eventually(lambda: abs(self.position - position) <= slack, f"the walk stands at {position}")

    @property
    def settings(self) -> Settings:
        """The kept settings."""
        return read_settings(self.data)[0]

    # Where things are in its window

    @property
    def theme(self) -> Theme:
        """The theme that it shows."""
        return THEMES[self.settings.theme]

    def map(self) -> Window:
        """Return the window as the program itself lays it out for the kept work, standing still."""
        return Builder().window(self._frame(), Offers())

    def widget(self, name: str) -> Widget:
        """Return where a control is."""
        found = self.map().named(name)
        assert found is not None, f"there is no {name}"
        return found

    @property
    def stage(self) -> Rect:
        """Where the grids, or the layers, have their place."""
        return self._frame().layout.stage

    def expected(self) -> tuple[Picture, list[Rect]]:
        """Return what the window should show now, drawn anew, and the parts of it that the kept work determines not.

        These are the bar, whose buttons depend on the history, and what image and kernel are called: that an image
        was random before it was edited is known only until the program ends. Nobody may point at anything.
        """
        frame, window = self._frame(), self.map()
        surface = pygame.Surface(frame.layout.size)
        Compositor().draw(Canvas(surface, self.theme, frame.type, SurfaceCache()), window.widgets)
        pixels = np.ascontiguousarray(pygame.surfarray.array3d(surface).swapaxes(0, 1))
        folded = [one.rect for one in window.widgets if isinstance(one, Head) and not one.opened]  # they say it too
        names = [one.rect for one in window.widgets if one.name in ("image", "kernel")]
        return pixels, [frame.layout.top, *names, *folded]

    def shows_what_it_should(self) -> None:
        """Assert that the window shows its kept work, as if it had been drawn from nothing just now."""
        end = time.monotonic() + 6.0
        while (difference := self._difference()) and time.monotonic() < end:
            time.sleep(0.2)
        assert not difference, f"the window does not show what a new drawing of its work shows: {difference}"

    def _difference(self) -> str:
        """Return where the window differs from a new drawing, "" where it does not."""
        expected, apart = self.expected()
        shown = self.shot()
        if shown.shape != expected.shape:
            return f"it has {shown.shape[1]} × {shown.shape[0]} pixels"
        differs = np.abs(shown.astype(int) - expected).max(axis=2) > 4
        for rect in apart:
            differs[rect.y : rect.bottom, rect.x : rect.right] = False
        if not differs.any():
            return ""
        rows, columns = np.nonzero(differs)
        left, top = int(columns.min()), int(rows.min())
        area = Rect(left, top, int(columns.max()) + 1 - left, int(rows.max()) + 1 - top)
        names = [widget.name for widget in self.map().widgets if widget.visible.meets(area)]
        return f"{int(differs.sum())} pixels in {tuple(area)}, where there are {', '.join(names)}"

    def _opened(self) -> OpenedScenario:
        return read_scenario(self.kept_file())

    def _frame(self) -> ShownFrame:
        return frame_of(shown(self.kept_state()), self.size, Typeface())

    def kept_state(self) -> State:
        """Return the state that a start with the kept work has, standing still."""
        opened = self._opened()
        state = new_state(opened.scenario, self.settings, opened.position or 0.0, playing=False)
        return looked_at(state, opened.view, None)


def spot(rect: Rect) -> tuple[int, int]:
    """Return a point (x, y) of a cell that no number covers: near its top left, inside the round corner."""
    return rect.x + rect.w // 7, rect.y + rect.h // 7


def colour_at(picture: Picture, point: tuple[float, float]) -> tuple[int, int, int]:
    """Return the colour of a point (x, y)."""
    red, green, blue = picture[int(point[1]), int(point[0])].tolist()
    return red, green, blue


def alike(first: tuple[int, int, int], second: tuple[int, int, int], tolerance: int = 4) -> bool:
    """Tell whether two colours are the same, but for rounding."""
    return max(abs(a - b) for a, b in zip(first, second, strict=True)) <= tolerance
