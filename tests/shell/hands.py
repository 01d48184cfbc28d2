"""A person at the window: a controller with a display in memory, and hands that press, drag, type and wait."""

from __future__ import annotations

import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pygame

from game.core.scenario import startup
from game.files.kept_work import KeptWork
from game.files.settings import Settings
from game.input.event_types import KeyDown, PointerDown, PointerMove, PointerUp, TextTyped, Wheel
from game.input.intent import Cell, GridName
from game.play.choices import SECTIONS
from game.session.state import State, new_state
from game.shell.controller import Controller
from game.shell.documents import Documents
from game.shell.painter import Painter
from game.shell.places import Place
from tests.picture import ensure_screen

if TYPE_CHECKING:
    from game.core.scenario import Scenario
    from game.input.event_types import Event
    from game.shell.display import Display
    from game.ui.geometry import Rect
    from game.ui.widgets.base import Widget
    from game.view.window import Window

Point = tuple[float, float]
NOWHERE = Path("/nonexistent/kernelscope")  # nothing here keeps work


class MemoryDisplay:
    """A window that is not on any screen."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.surface = pygame.Surface(size)
        self.full_screen = False
        self.title = ""

    def resize(self, size: tuple[int, int]) -> None:
        """Take another size; the surface of one size stays as it is."""
        if size != self.surface.get_size():
            self.surface = pygame.Surface(size)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back."""
        self.full_screen = not self.full_screen

    def entitle(self, words: str) -> None:
        """Note what the title bar says."""
        self.title = words

    def present(self, rects: list[Rect]) -> None:
        """Show nothing to nobody."""

    def place(self) -> Place:
        """Return where the window stands."""
        return Place((0, 0, *self.surface.get_size()))

    def displays_changed(self) -> None:
        """Stay: what is on no screen is on none that goes."""


class Person:
    """Hands at a window, all of its rail open.

    Time passes only when something takes time; every deed ends with a new picture.
    """

    def __init__(
        self,
        scenario: Scenario | None = None,
        size: tuple[int, int] = (1366, 768),
        position: float = 0.0,
        playing: bool = False,
        settings: Settings | None = None,
    ) -> None:
        ensure_screen()
        self.display = MemoryDisplay(size)
        state = new_state(scenario or startup(), settings or Settings(sections=SECTIONS), position, playing)
        display = cast("Display", self.display)
        painter = Painter(display, mac=False)
        self.controller = Controller(state, display, painter, Documents(KeptWork(NOWHERE)), mac=False)
        self.now = 100.0

    @property
    def state(self) -> State:
        """The state now."""
        return self.controller.state

    @property
    def window(self) -> Window:
        """The window now."""
        return self.controller.window

    def set(self, **interface: object) -> None:
        """Put the interface into a state."""
        state = self.controller.state
        changed = state.interface.changed(**interface)
        self.controller.state = state.changed(interface=changed)
        self.controller.built()

    def happens(self, *events: Event) -> None:
        """Let events happen, each followed by a picture."""
        for event in events:
            self.controller.handle(event)
            self.controller.built()
            self.sees_what_opens()

    def waits(self, seconds: float) -> None:
        """Let time pass, as the loop does: in frames."""
        for _ in range(max(1, math.ceil(seconds * 20))):
            part = seconds / max(1, math.ceil(seconds * 20))
            self.now += part
            self.controller.pass_time(part, self.now)
            self.controller.built()
            self.sees_what_opens()

    def sees_what_opens(self) -> None:
        """Wait until the picture that is being opened is there, if there is one."""
        while self.controller._documents.pictures.reading is not None:
            time.sleep(0.005)
            self.controller.pass_time(0.005, self.now)
            self.controller.built()

    def resizes(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        self.display.resize(size)
        self.controller.built()

    def widget(self, name: str) -> Widget:
        """Return a widget by its name."""
        found = self.window.named(name)
        assert found is not None, f"there is no {name}"
        return found

    def names(self) -> list[str]:
        """Return the names of all widgets."""
        return [widget.name for widget in self.window.widgets]

    def middle(self, what: str | Cell) -> Point:
        """Return the middle of a control or a cell."""
        return (self.window.cell_rect(what) if isinstance(what, Cell) else self.widget(what).visible).centre

    def place(self, what: str | Cell | Point) -> Point:
        """Return where a hand goes for something."""
        return what if isinstance(what, tuple) else self.middle(what)

    def presses(self, what: str | Cell | Point, button: int = 1, shift: bool = False, touch: bool = False) -> None:
        """Put a button, or a finger, down."""
        x, y = self.place(what)
        if not touch:
            self.happens(PointerMove(x, y, shift=shift, time=self.now))
        self.happens(PointerDown(x, y, button, shift=shift, touch=touch, time=self.now))

    def moves(self, *ways: str | Cell | Point, shift: bool = False, touch: bool = False) -> None:
        """Move to one place after another."""
        for what in ways:
            x, y = self.place(what)
            self.now += 0.02
            self.happens(PointerMove(x, y, shift=shift, touch=touch, time=self.now))

    def rests(self, what: str | Cell | Point, seconds: float = 0.5) -> None:
        """Come to something from nearby, as a hand does, and rest there."""
        x, y = self.place(what)
        self.moves((x - 9.0, y - 5.0), (x, y))
        self.waits(seconds)

    def releases(self, what: str | Cell | Point, button: int = 1, touch: bool = False) -> None:
        """Let the button go."""
        x, y = self.place(what)
        self.now += 0.02
        self.happens(PointerUp(x, y, button, touch=touch, time=self.now))

    def clicks(self, what: str | Cell | Point, button: int = 1, shift: bool = False, touch: bool = False) -> None:
        """Press and release on one place."""
        point = self.place(what)
        self.presses(point, button, shift, touch)
        self.releases(point, button, touch)

    def drags(self, *ways: str | Cell | Point, button: int = 1, touch: bool = False) -> None:
        """Press at the first place, move through the others, and release at the last."""
        points = [self.place(what) for what in ways]
        self.presses(points[0], button, touch=touch)
        self.moves(*points[1:], touch=touch)
        self.releases(points[-1], button, touch=touch)

    def turns(self, what: str | Cell | Point, notches: float, shift: bool = False) -> None:
        """Turn the wheel over something."""
        x, y = self.place(what)
        self.happens(Wheel(x, y, notches, shift=shift, time=self.now))

    def keys(self, *names: str) -> None:
        """Strike keys, written as in the table: "Shift+Right", "Ctrl+Z"."""
        for name in names:
            parts = name.split("+") if not name.endswith("++") else [*name[:-2].split("+"), "+"]
            self.happens(KeyDown(parts[-1], shift="Shift" in parts[:-1], control="Ctrl" in parts[:-1]))

    def types(self, text: str) -> None:
        """Type characters."""
        for character in text:
            self.happens(TextTyped(character))

    def focuses(self, name: str) -> None:
        """Go to a control by Tab."""
        for _ in range(200):
            self.keys("Tab")
            if self.state.interface.focus == name:
                return
        raise AssertionError(f"Tab does not reach {name}")


def pixel(row: int, column: int) -> Cell:
    """Return a pixel of the image."""
    return Cell(GridName.IMAGE, row, column)


def weight(row: int, column: int) -> Cell:
    """Return a weight of the kernel."""
    return Cell(GridName.KERNEL, row, column)


def output(row: int, column: int) -> Cell:
    """Return an output cell."""
    return Cell(GridName.OUTPUT, row, column)
