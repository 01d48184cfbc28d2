"""The start of a window: settings, kept work, the first picture; then the loop. And pictures without a window."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from .files.atomic import write_whole
from .files.errors import FileProblem
from .files.folders import data_folder
from .files.kept_work import KeptWork
from .files.scenario_file import OpenedScenario
from .files.settings import Settings, read_settings
from .request import Request, first_scene
from .session.interface import Guide
from .session.naming import with_path
from .session.shown import shown
from .session.state import State, new_state
from .shell.display import MAC, Display, prepare, prepare_without_screen
from .shell.painter import Painter
from .shell.places import first_scale, first_size, place_of
from .shell.system import density
from .ui.cache import SurfaceCache
from .ui.canvas import Canvas
from .ui.offers import Offers
from .ui.themes import theme_of
from .ui.typeface import Typeface
from .view.builder import Builder
from .view.compositor import Compositor
from .view.frame import frame_of

if TYPE_CHECKING:
    from .core.scenario import Scenario
    from .export_flags import ExportAsked
    from .files.shelf import Scene


def run(request: Request) -> int:
    """Open the window and play until it is closed; return the exit status. Raises FileProblem "no_screen"."""
    prepare()
    folder = data_folder()
    settings, settings_problem = read_settings(folder)
    settings = asked_for(settings, request)
    with KeptWork(folder) as kept:
        opened, work_problem = work_of_before(kept, request)
        display = Display(request.window, place_of(settings), request.display, request.full_screen)
        settings = readable(settings, request, display.surface.get_size())
        state = first_state(request, settings, opened)
        painter = Painter(display, mac=MAC)
        display.present(painter.draw(state, painter.window(painter.frame(state), Offers())))
        # Hands come after the first picture: what they need takes a tenth of the start to import.
        from .loop import Loop
        from .shell.controller import Controller
        from .shell.documents import Documents
        from .shell.keeping import WorkKeeper
        from .words.sentences import sentence

        documents = Documents(kept)
        controller = Controller(state, display, painter, documents, mac=MAC)
        for problem in (settings_problem, work_problem):
            if problem is not None:
                controller.complain(sentence(problem.key, **problem.values()))
        keeper = WorkKeeper(kept, folder, settings)
        loop = Loop(controller, display, painter, keeper)
        try:
            loop.run()
        finally:
            keeper.finish(controller.state, display.place())
            documents.close()
            loop.close()
            display.close()
        if request.stats:
            from .printing import say
            from .stats import report

            say(report(loop.work))
    return 0


def work_of_before(kept: KeptWork, request: Request) -> tuple[OpenedScenario | None, FileProblem | None]:
    """Return the kept work, and what is wrong with it; where the start has its own, that is set aside, and none.

    The scene of a first start is nobody's work as long as it is as it was.
    """
    fresh = request.new or request.scenario is not None
    return kept.start(fresh=fresh, untouched=first_scene() if fresh else None)


def asked_for(settings: Settings, request: Request) -> Settings:
    """Return the settings with what the command line asks for on top."""
    if request.theme is not None:
        settings = settings.changed(theme=request.theme)
    return settings if request.scale is None else settings.changed(scale=request.scale)


def readable(settings: Settings, request: Request, size: tuple[int, int]) -> Settings:
    """Return the settings with text that can be read on a display of dense pixels, at a first start."""
    if settings.window is not None or request.scale is not None:
        return settings
    return settings.changed(scale=max(settings.scale, first_scale(size, density())))


def first_state(request: Request, settings: Settings, opened: OpenedScenario | None) -> State:
    """Return the state to begin with: what was asked for, else the kept work, else the scene of a first start.

    Beside that scene the tour is offered, until that or the scene was touched once.
    """
    if request.scenario is not None:
        begun = OpenedScenario(request.scenario, None, dict(request.view), other=request.other)
    else:
        begun = opened or OpenedScenario(first_scene(), None, {})
    position = begun.position if request.position is None else request.position
    state = new_state(begun.scenario, settings, position or 0.0, playing=not request.paused)
    guide = Guide(offer=not settings.offered and begun.scenario == first_scene())
    guide = guide.changed(not_before=float("inf")) if request.paused else guide
    interface = state.interface.changed(
        full_screen=request.full_screen, guide=guide, mixed=request.mixed, notes=request.notes
    )
    state = with_path(state.changed(interface=interface), request.path)
    if begun.view or request.stacked is not None:
        from .session.stack_intents import looked_at  # a first start has no view to go back to

        state = looked_at(state, begun.view, request.stacked)
    state = state if begun.other is None else _compared(state, begun.other)
    state = _counting(state)
    if len(state.scenario.channels) > 1 or state.scenario.layer.filters > 1:
        from .session.front import fronted  # a first start has one of each

        state = fronted(state)  # those that the walk is at, or its stamp
    if request.scene is not None:
        state = _of_scene(state, request.scene)
    if request.scenario is not None and state.scenario.learning is not None:
        from .session.modes.learn.handlers import as_learned  # few files are about that

        state = as_learned(state)
    if request.tour is None:
        return state
    from .session.tour import tour_begun  # most starts begin no tour

    return tour_begun(state, request.tour, request.stop)


def _of_scene(state: State, scene: Scene) -> State:
    """Return the state with a scene's builds, and compared with its side B where it has one."""
    from .session.scene import with_scene  # few starts open one

    state = with_scene(state, scene)
    return state if scene.other is None else _counting(_compared(state, scene.other))


def _counting(state: State) -> State:
    """Return the state with a walk that counts what is shown: of a transposed convolution stamps, or cells."""
    if not state.scenario.layer.is_transposed:
        return state
    from .session.stamped import counting  # most starts show a convolution

    return counting(state)


def _compared(state: State, other: Scenario) -> State:
    """Return the state compared with another setting, side B."""
    from .session.compare import compare_begun  # few starts compare

    return compare_begun(state.changed(compare=state.compare.changed(last=other)))


def show_box(sentence: str) -> None:
    """Show a sentence in a window of its own, where a program without a console could say it nowhere else."""
    from .words.texts import text  # most starts have nothing to complain of

    pygame.display.message_box(text("title"), sentence, "error")


def export(request: Request, asked: ExportAsked) -> int:
    """Write what is shown as pictures into a file, without a screen. Raises FileProblem and errors of `core`."""
    prepare_without_screen()
    pygame.display.set_mode((1, 1))  # pieces are made in the format of a display
    from .export.asked import SHAPE, USUAL_WIDTH, Picture, Steps  # few starts export
    from .export.exporting import steps_of_export

    state = first_state(request, asked_for(Settings(), request), None)
    picture = Picture(asked.what, asked.width or USUAL_WIDTH, request.window or SHAPE)
    steps = None if asked.steps is None else Steps(*asked.steps)
    for _ in steps_of_export(state, asked.path, picture, steps):
        pass
    return 0


def hand_out() -> int:
    """Be the process that writes a file for the window, without a screen."""
    prepare_without_screen()
    pygame.display.set_mode((1, 1))  # pieces are made in the format of a display
    from .shell.apart import do_what_is_told  # a window has no use for it before it hands out

    do_what_is_told(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def screenshot(request: Request, path: Path) -> int:
    """Draw one frame, without a screen, and write it as a PNG. Raises FileProblem when it cannot be written."""
    prepare_without_screen()
    size = request.window or first_size((1920, 1080))
    surface = pygame.display.set_mode(size)
    settings = asked_for(Settings(), request)
    state = first_state(request, settings, None)
    typeface = Typeface()
    if request.notes:
        _draw_notes(surface, state, typeface)
        _write_surface(surface, path)
        return 0
    window = Builder().window(frame_of(shown(state), size, typeface, mac=MAC), Offers())
    theme = theme_of(settings.theme, settings.palette)
    Compositor().draw(Canvas(surface, theme, typeface, SurfaceCache()), window.widgets)
    _write_surface(surface, path)
    return 0


def _write_surface(surface: pygame.Surface, path: Path) -> None:
    """Write a surface as a PNG. Raises FileProblem when it cannot be written."""
    data = io.BytesIO()
    pygame.image.save(surface, data, "picture.png")
    write_whole(path, data.getvalue())


def _draw_notes(surface: pygame.Surface, state: State, typeface: Typeface) -> None:
    """Draw the teacher's notes, of a lesson that has just begun."""
    import time  # few want the notes

    from .session.facts.notes import Times
    from .shell.notes_picture import NotesPicture

    now = time.localtime()
    NotesPicture(typeface).draw(surface, state, Times(now.tm_hour, now.tm_min, 0))
