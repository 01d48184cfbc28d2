"""A screen of its own with a window manager, and the mouse, keys and clipboard on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TOOLS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "xprop": "x11-utils",
    "xclip": "xclip",
}
"""The commands that the trial needs, and the Debian package of each."""

SCREEN = (1920, 1080)
PATIENCE = 15.0
"""Seconds after which something that was to happen counts as not happening; a busy machine is slow."""

Picture = NDArray[np.uint8]
"""Pixels as (rows, columns, red-green-blue), 0 … 255."""


def say(line: str) -> None:
    """Print a line at once, so that it is read while the trial goes on."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def eventually(happens: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Wait until it happens; raise AssertionError when it has not happened within `patience` seconds."""
    end = time.monotonic() + patience
    while not happens():
        assert time.monotonic() < end, f"after {patience:.0f} s still not so: {what}"
        time.sleep(0.04)


def missing_packages() -> list[str]:
    """Return the Debian packages of the tools that are not here."""
    return sorted({package for tool, package in TOOLS.items() if shutil.which(tool) is None})


@dataclass(frozen=True)
class Desk:
    """A running screen. Coordinates of the pointer are pixels of a window's own area, from its top left."""

    display: str
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a program is started with: this screen, an empty home, and no wish for another video driver."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("SDL_", "XDG_", "WAYLAND_", "KERNELSCOPE_"))
        }
        return {**kept, "DISPLAY": self.display, "HOME": str(self.home), "LC_ALL": "C.UTF-8"}

    def do(self, *words: object) -> str:
        """Carry out one xdotool command and return what it prints; "" where it found nothing."""
        command = ["xdotool", *map(str, words)]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=30).stdout.strip()

    def keys(self, *names: str) -> None:
        """Press keys one after the other, by their X names: space, Right, ctrl+z."""
        for name in names:
            self.do("key", name)
            time.sleep(0.05)

    def type(self, text: str) -> None:
        """Type characters."""
        self.do("type", "--delay", 40, "--", text)
        time.sleep(0.05)

    def move(self, window: str, point: tuple[float, float]) -> None:
        """Move the pointer to a point of a window."""
        self.do("mousemove", "--window", window, round(point[0]), round(point[1]))
        time.sleep(0.03)

    def park(self) -> None:
        """Move the pointer to a corner of the screen, where it points at nothing."""
        self.do("mousemove", 1, SCREEN[1] - 2)
        time.sleep(0.25)

    def click(self, window: str, point: tuple[float, float], button: int = 1, times: int = 1) -> None:
        """Click at a point: button 1 is the left one, 3 the right one, 4 and 5 are the wheel up and down."""
        self.move(window, point)
        self.do("click", "--repeat", times, "--delay", 80, button)
        time.sleep(0.05)

    def press(self, button: int = 1) -> None:
        """Press a button where the pointer is."""
        self.do("mousedown", button)
        time.sleep(0.05)

    def release(self, button: int = 1) -> None:
        """Let a button go."""
        self.do("mouseup", button)
        time.sleep(0.05)

    def drag(self, window: str, start: tuple[float, float], end: tuple[float, float], moves: int = 12) -> None:
        """Drag with the left button, in so many moves."""
        self.move(window, start)
        self.press()
        for number in range(1, moves + 1):
            share = number / moves
            self.move(window, tuple(a + (b - a) * share for a, b in zip(start, end, strict=True)))  # type: ignore[arg-type]
        self.release()

    def shot(self, window: str, size: tuple[int, int]) -> Picture:
        """Return what a window of that size shows on the screen now."""
        command = ["import", "-silent", "-window", window, "-depth", "8", "rgb:-"]
        data = subprocess.run(command, env=self.environment, capture_output=True, timeout=30, check=True).stdout
        assert len(data) == size[0] * size[1] * 3, "the window is not as large as it says, or not all on the screen"
        return np.frombuffer(data, np.uint8).reshape(size[1], size[0], 3)

    def picture(self, path: Path) -> None:
        """Write a picture of the whole screen."""
        subprocess.run(["import", "-silent", "-window", "root", str(path)], env=self.environment, timeout=30)

    def property(self, window: str, name: str) -> str:
        """Return a property that the window manager gave to a window."""
        command = ["xprop", "-id", window, name]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=30).stdout

    def clipboard(self) -> str:
        """Return the clipboard's text."""
        command = ["xclip", "-selection", "clipboard", "-out"]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=30).stdout

    def set_clipboard(self, text: str) -> None:
        """Put a text on the clipboard; xclip stays behind to serve it until something else is copied."""
        command = ["xclip", "-selection", "clipboard", "-in"]
        # Its outputs go nowhere: it keeps them open as long as it serves, and nobody should wait for that.
        silent = subprocess.DEVNULL
        subprocess.run(command, env=self.environment, input=text.encode(), stdout=silent, stderr=silent, timeout=30)


PROGRAM = "KERNELSCOPE_TRIED"
"""The environment variable that names the program to try, in the place of the sources."""


def program_command() -> list[str]:
    """Return what the program is started with: `main.py`, or the built program that is to be tried."""
    built = os.environ.get(PROGRAM)
    return [sys.executable, "main.py"] if built is None else [built]


@contextmanager
def desk(home: Path, size: tuple[int, int] = SCREEN, memory: Path | None = None) -> Iterator[Desk]:
    """Start a screen with a window manager, and end both afterwards; its pixels are in a file of `memory`, if given."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{size[0]}x{size[1]}x24",
            "-nolisten",
            "tcp",
            "-noreset",
            *(["-fbdir", str(memory)] if memory else []),
        ],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        display = ":" + pipe.readline().strip()
    found = Desk(display, home)
    manager = subprocess.Popen(["openbox"], env=found.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        eventually(lambda: "window id" in found_root(found), "the window manager runs")
        # With the first key the server takes on the keyboard that xdotool plays, and the window manager asks for its
        # own keys anew: one of them that comes just then, such as Alt+F4, would be lost.
        found.keys("Shift_L")
        yield found
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)


def found_root(screen: Desk) -> str:
    """Return what the root window says about a window manager; it names a window once there is one."""
    command = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
    return subprocess.run(command, env=screen.environment, capture_output=True, text=True, timeout=30).stdout
