"""Trials of the guided tour: taken to its end by pointer and keys, left, and killed; the person's own work stays."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.core.scenario import startup
from game.files.tour_file import read_tour
from game.input.intent import Cell, GridName
from game.input.walk_intents import NextStop, PreviousStop
from game.input.window_intents import Tick
from game.session.reduce import reduce
from game.session.shown import shown
from game.session.state import State
from game.session.toasts import SECONDS_AFTER_INPUT
from game.session.tour import at_stop, tour_begun, words_of
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.offers import Offers
from game.ui.typeface import Typeface
from game.ui.widgets.scrubber import Scrubber
from game.ui.widgets.select import PopupList
from game.ui.widgets.slider import Slider
from game.view.builder import Builder
from game.view.compositor import Compositor
from game.view.frame import ShownFrame, frame_of
from game.view.window import Window
from game.words.texts import text

from .desk import Desk, eventually
from .desk import desk as desk_of
from .program import Program
from .touching import STILL, becomes, pixel, with_row

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.ui.themes import Theme

TOUR = read_tour()
LEAVE = ("Escape", "Tab", "Tab", "Return")
"""Escape asks first; the answer that leaves is the last of three."""
OUTLINE, GAUSSIAN = "outline", "gaussian"


WALL = (1024, 768)
"""What many a projector has."""


def picture_of(frame: ShownFrame, made: Window, theme: Theme, typeface: Typeface) -> NDArray[np.uint8]:
    """Return what a window looks like."""
    surface = pygame.Surface(frame.layout.size)
    Compositor().draw(Canvas(surface, theme, typeface, SurfaceCache()), made.widgets)
    return np.ascontiguousarray(pygame.surfarray.array3d(surface).swapaxes(0, 1))


class Guided:
    """What the window of a program should show at the stops of the tour, and where a hand finds things in it."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.type = Typeface()
        self.finished: frozenset[int] = frozenset()

    def state(self, number: int, done: bool = False, **interface: Any) -> State:
        """Return the state of a stop, counted from 0, as it begins or with its task done."""
        kept = self.program.kept_state()
        at = at_stop(tour_begun(kept, TOUR), number)
        assert at.tour is not None
        met = (True,) * len(at.tour.met) if done else at.tour.met
        run = at.tour.changed(met=met, finished=self.finished | {number} if done else self.finished)
        return at.changed(tour=run, interface=at.interface.changed(**interface))

    def map(self, number: int, **interface: Any) -> Window:
        """Return where everything is at a stop."""
        return self._made(self.state(number, **interface))[1]

    def _made(self, state: State) -> tuple[ShownFrame, Window]:
        frame = frame_of(shown(state), self.program.size, self.type)
        return frame, Builder().window(frame, Offers())

    def shows(self, number: int, done: bool = False) -> None:
        """Wait until the panel shows a stop, before or after its task."""
        name = f"stop {number + 1}, {TOUR.stops[number].title}, {'done' if done else 'open'}"
        self.program.desk.park()
        eventually(lambda: self._agrees(number, done), f"the panel shows {name}")
        if done:
            self.finished |= {number}

    def _agrees(self, number: int, done: bool) -> bool:
        frame, made = self._made(self.state(number, done))
        due = picture_of(frame, made, self.program.theme, self.type)
        x, y, w, h = frame.layout.tour
        differs = np.abs(self.program.shot().astype(int) - due).max(axis=2) > 4
        buttons = min(widget.rect.x for widget in made.widgets if widget.name in ("tour back", "tour next"))
        differs[y : made.named("tour next").rect.bottom, buttons:] = False  # type: ignore[union-attr]  # the last hand was there
        return not differs[y : y + h, x : x + w].any()

    def clicks(self, number: int, name: str, **interface: Any) -> None:
        """Click on a control of a stop."""
        widget = self.map(number, **interface).named(name)
        assert widget is not None, f"there is no {name} at stop {number + 1}"
        self.program.desk.click(self.program.window, widget.visible.centre)

    def cell(self, number: int, grid: GridName, row: int, column: int) -> tuple[float, float]:
        """Return the middle of a cell at a stop."""
        return self.map(number).cell_rect(Cell(grid, row, column)).centre

    def slides(self, number: int, name: str, value: int) -> None:
        """Drag the knob of a slider to a value."""
        slider = self.map(number).named(name)
        assert isinstance(slider, Slider)
        y = slider.track.centre[1]
        start = slider.place(slider.value), y
        self.program.desk.drag(self.program.window, start, (slider.place(value), y))

    def by_remote(self, state: State) -> State:
        """Press Page Down, wait until the program has come to rest, and return how it should stand then."""
        self.program.desk.keys("Next")
        state = reduce(state, NextStop())
        while state.playback.playing:
            state = reduce(state, Tick(0.5))
            time.sleep(0.5)  # a walk that is still under way may look like its end already
        self.rests(state)
        return state

    def rests(self, state: State) -> None:
        """Wait until the whole window is as a state has it."""
        assert state.tour is not None
        stop = state.tour.stop
        words = f"stop {state.tour.index + 1}, {stop.title}, at {state.playback.position:g}: {words_of(state.tour)}"
        self.program.desk.park()
        eventually(lambda: self._is(state), words)

    def _is(self, state: State) -> bool:
        due = picture_of(*self._made(state), self.program.theme, self.type)
        differs = np.abs(self.program.shot().astype(int) - due).max(axis=2) > 4
        return bool(differs.mean() < 0.002)

    def does_the_task(self, number: int) -> None:
        """Do what a stop asks for, with the pointer or with keys."""
        desk, window = self.program.desk, self.program.window
        title = TOUR.stops[number].title
        if title in ("A picture is numbers", "Patch and products"):
            desk.click(window, self.cell(number, GridName.IMAGE, 0, 0))
        elif title == "The kernel and its weights":
            x, y = self.cell(number, GridName.KERNEL, 0, 1)
            desk.drag(window, (x, y), (x, y - 40))
        elif title in ("The sum: a dot product", "Compute a cell"):
            desk.keys("space")
        elif title == "More than 1?":
            desk.click(window, self.cell(number, GridName.OUTPUT, 0, 0))
        elif title == "The whole walk":
            desk.keys("space")
            line = self.map(number).named("scrubber")
            assert isinstance(line, Scrubber)
            track = line.track
            desk.drag(window, (track.x + track.w / 2, track.centre[1]), (track.right + 8, track.centre[1]))
        elif title == "Stride":
            self.slides(number, "stride", 2)
            desk.keys("space")
        elif title == "Padding":
            self.slides(number, "padding", 1)
        elif title == "What is left over":
            self.slides(number, "stride", 3)
        elif title in ("Finding edges", "Softening"):
            self.chooses_a_kernel(number, OUTLINE if title == "Finding edges" else GAUSSIAN)
        else:
            desk.click(window, self.cell(number, GridName.IMAGE, 0, 0))  # a black one: on a white one nothing changes

    def chooses_a_kernel(self, number: int, name: str) -> None:
        """Open the list of kernels and click on one."""
        self.clicks(number, "kernel")
        time.sleep(0.3)
        opened = self.map(number, popup="kernel").named("kernel list")
        assert isinstance(opened, PopupList)
        row = [item.words for item in opened.items].index(text(f"kernel.{name}"))
        y = (
            next(y for y in range(opened.rect.y, opened.rect.bottom) if opened.index_at(y) == row)
            + opened.row_height / 2
        )
        self.program.desk.click(self.program.window, (opened.rect.centre[0], y))


def begins(desk: Desk, program: Program) -> None:
    """Begin the first tour: the first row of the menu opens the sheet of all, in which it is the first one."""
    desk.click(program.window, program.widget("menu").visible.centre)
    time.sleep(0.3)
    desk.keys("Return")
    time.sleep(0.5)
    desk.keys("Tab", "Return")


def takes_the_tour(desk: Desk, folder: Path) -> None:
    """From the menu to Finish: every task is noticed, Back and Next lead on; own work is as it was before."""
    with Program(desk, folder, *STILL) as program:
        desk.click(program.window, pixel(program, 2, 2))
        desk.keys("Right", "Right")
        program.comes_to(1.0)
        before = program.kept()
        begins(desk, program)
        guided = Guided(program)
        for number in range(len(TOUR.stops)):
            guided.shows(number)
            guided.does_the_task(number)
            guided.shows(number, done=True)
            if number == 4:
                guided.clicks(number, "tour back")
                guided.shows(number - 1)
                desk.keys("shift+Next")
                guided.shows(number)
                desk.keys("shift+Prior")
                guided.shows(number - 1)
                desk.keys("shift+Next")
                guided.shows(number)
            assert program.kept() == before, f"stop {number + 1} has changed the kept work"
            guided.clicks(number, "tour next")
        desk.park()
        eventually(lambda: program.kept() == before, "the kept work is as it was before the tour")
        desk.keys("Up", "Down")  # an input, after which the words about the end have some seconds left
        time.sleep(SECONDS_AFTER_INPUT)
        program.shows_what_it_should()
        assert program.kept() == before, "the tour has changed the kept work"


def leaves_the_tour_by_esc_and_by_the_cross(desk: Desk, folder: Path) -> None:
    """Esc and the cross bring back the own work, in the middle of a stop with things changed."""
    with Program(desk, folder, *STILL) as program:
        desk.click(program.window, pixel(program, 2, 2))
        becomes(program, "image", with_row(startup().image.tolist(), 2, range(2, 3), 1.0))
        before = program.kept()
        for way in ("Escape", "tour leave"):
            guided = Guided(program)  # a tour that is begun again knows nothing of what was done in the one before
            begins(desk, program)
            guided.shows(0)
            guided.does_the_task(0)
            guided.shows(0, done=True)
            if way == "Escape":
                desk.keys(*LEAVE)
            else:
                guided.clicks(0, way)
            desk.park()
            program.shows_what_it_should()
            assert program.kept() == before


def survives_being_killed_in_the_tour(desk: Desk, folder: Path) -> None:
    """Killed in the middle of the tour, it comes back with the own work, and the tour goes on where it was."""
    painted = with_row(startup().image.tolist(), 3, range(2, 6), 1.0)
    with Program(desk, folder, *STILL) as program:
        desk.drag(program.window, pixel(program, 3, 2), pixel(program, 3, 5))
        becomes(program, "image", painted)
        desk.park()
        begins(desk, program)
        guided = Guided(program)
        for number in range(2):
            guided.shows(number)
            guided.does_the_task(number)
            guided.clicks(number, "tour next")
        guided.shows(2)
        guided.does_the_task(2)
        time.sleep(1.5)
        program.kill()
    with Program(desk, folder, "--paused") as program:
        assert program.grid("image") == painted, "the own work is lost"
        desk.park()
        program.shows_what_it_should()
        begins(desk, program)
        Guided(program).shows(2)
        desk.keys(*LEAVE)
        desk.park()
        program.shows_what_it_should()
        assert program.grid("image") == painted


def is_taught_from_the_front(desk: Desk, folder: Path) -> None:
    """In Present at 1024 × 768 the whole tour goes by Page Down alone: each stop shows its walk and its task."""
    with desk_of(desk.home, WALL) as wall, Program(wall, folder, "--tour", *STILL) as program:
        wall.keys("F5")
        eventually(lambda: program.size == WALL, "Present fills the wall", 5.0)
        guided = Guided(program)
        state, passed = guided.state(0, presenting=True), set()
        guided.rests(state)
        for _ in range(100):
            before, state = state, guided.by_remote(state)
            run = state.tour
            if run is None or before.tour is None:
                raise AssertionError("a remote has left the tour")
            if run.done or run.shown:
                passed.add(run.index)
            if run is before.tour and state.playback == before.playback:
                break
        assert passed == set(range(len(TOUR.stops)))
        wall.keys("Prior")
        guided.rests(reduce(state, PreviousStop()))
