"""The shell: events → intents → new state → picture. The only place with a loop, and the only one that sleeps."""

from __future__ import annotations

import gc
import io
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from .core.scenario import Scenario, startup
from .files.atomic import write_whole
from .files.folders import data_folder
from .files.kept_work import KeptWork
from .files.scenario_file import OpenedScenario
from .files.settings import Settings, read_settings
from .input.events import Circumstances, DisplayChanged, Exposed, normalise
from .play.clock import SystemClock
from .request import Request
from .session.guide import Guide
from .session.state import State, new_state
from .session.tour import begun
from .shell.display import Display, first_size, prepare, prepare_without_screen
from .shell.painter import Painter
from .ui.cache import SurfaceCache
from .ui.canvas import Canvas
from .ui.frame import Frame
from .ui.palettes import theme_of
from .ui.panels.sheets import Offers
from .ui.panels.tour import divided
from .ui.typeface import Typeface
from .value import replace
from .view.builder import Builder
from .view.compositor import Compositor
from .words.sentences import sentence

if TYPE_CHECKING:
    from .shell.controller import Controller
    from .shell.keeping import Keeper

MAC = sys.platform == "darwin"
FRAME = 1 / 60  # seconds a picture stands while something moves
LOOK = 1 / 30  # seconds between two looks for events while nothing does


def run(request: Request) -> int:
    """Open the window and play until it is closed; return the exit status. Raises FileProblem "no_screen"."""
    prepare()
    folder = data_folder()
    settings, settings_problem = read_settings(folder)
    settings = asked_for(settings, request)
    with KeptWork(folder) as kept:
        opened, work_problem = kept.start(fresh=request.new or request.scenario is not None)
        state = first_state(request, settings, opened)
        display = Display(request.window, settings.window, request.display, request.full_screen)
        painter = Painter(display, mac=MAC)
        painter.draw(state, painter.window(painter.frame(state), Offers()))
        # Hands come after the first picture: what they need takes a tenth of the start to import.
        from .shell.controller import Controller
        from .shell.documents import Documents
        from .shell.keeping import Keeper

        documents = Documents(kept)
        controller = Controller(state, display, painter, documents, mac=MAC)
        for problem in (settings_problem, work_problem):
            if problem is not None:
                controller.complain(sentence(problem.key, **problem.values()))
        keeper = Keeper(kept, folder, settings)
        try:
            _Loop(controller, display, painter, keeper).run()
        finally:
            keeper.finish(controller.state, display.place())
            documents.close()
            display.close()
    return 0


def asked_for(settings: Settings, request: Request) -> Settings:
    """Return the settings with what the command line asks for on top."""
    if request.theme is not None:
        settings = replace(settings, theme=request.theme)
    return settings if request.scale is None else replace(settings, scale=request.scale)


def first_state(request: Request, settings: Settings, opened: OpenedScenario | None) -> State:
    """Return the state to begin with: what was asked for, else the kept work, else the start-up scenario."""
    scenario: Scenario
    position: float | None = None
    if request.scenario is not None:
        scenario = request.scenario
    elif opened is not None:
        scenario, position = opened.scenario, opened.position
    else:
        scenario = startup()
    if request.position is not None:
        position = request.position
    state = new_state(scenario, settings, position or 0.0, playing=not request.paused)
    guide = Guide(not_before=float("inf")) if request.paused else Guide()
    interface = replace(state.interface, full_screen=request.full_screen, guide=guide)
    state = replace(state, path=request.path, interface=interface)
    return state if request.tour is None else begun(state, request.tour)


class _Loop:
    """The loop's own parts: the clock, and the circumstances of events."""

    def __init__(self, controller: Controller, display: Display, painter: Painter, keeper: Keeper) -> None:
        self.controller = controller
        self.display = display
        self.painter = painter
        self.keeper = keeper
        self.clock = SystemClock(time.perf_counter)
        self.circumstances = Circumstances()
        self.waiting = 0.0  # seconds that have passed and were not yet given to the state
        pygame.key.set_repeat(400, 45)

    def run(self) -> None:
        """Turn until the window is closed."""
        self.draw()
        gc.freeze()
        gc.enable()
        while not self.controller.ended:
            began = time.perf_counter()
            active = self.turn(began)
            rest = (FRAME if active else LOOK) - (time.perf_counter() - began)
            time.sleep(max(0.001, rest))

    def turn(self, now: float) -> bool:
        """Do one turn; return whether anything moves. While nothing does, only events are looked for."""
        passed = self.clock.tick()
        self.waiting += passed
        events = pygame.event.get()
        alive = self.controller.alive
        if events or alive:
            self.controller.pass_time(self.waiting, now)
            self.waiting = 0.0
            self._handle(events, now)
            self.draw()
        problem = self.keeper.tick(self.controller.state, passed, self.display.place)
        if problem is not None:
            self.controller.complain(sentence(problem.key, **problem.values()))
            self.draw()
        return alive or bool(events)

    def _handle(self, events: list[pygame.Event], now: float) -> None:
        for raw in events:
            self.circumstances = self.circumstances.at(now)
            event = normalise(raw, self.controller.mac, self.circumstances)
            self.circumstances = self.circumstances.after(raw)
            if isinstance(event, Exposed):
                self.painter.forget()
            elif isinstance(event, DisplayChanged):
                self.display.brought_back()
            elif event is not None:
                self.controller.handle(event)
                self.controller.built()

    def draw(self) -> None:
        """Bring the window up to date: draw and present what has changed, if anything has."""
        self.painter.draw(self.controller.state, self.controller.built())


def screenshot(request: Request, path: Path) -> int:
    """Draw one frame, without a screen, and write it as a PNG. Raises FileProblem when it cannot be written."""
    prepare_without_screen()
    size = request.window or first_size((1920, 1080))
    surface = pygame.display.set_mode(size)
    settings = asked_for(Settings(), request)
    state = first_state(request, settings, None)
    typeface = Typeface()
    frame = Frame(state, divided(state, typeface, size), typeface, mac=sys.platform == "darwin")
    window = Builder().window(frame, Offers())
    theme = theme_of(settings.theme, settings.palette)
    Compositor().draw(Canvas(surface, theme, typeface, SurfaceCache()), window.widgets)
    data = io.BytesIO()
    pygame.image.save(surface, data, "picture.png")
    write_whole(path, data.getvalue())
    return 0
