"""A trial of Compare: begun, changed and left by hand, in a window and in Present."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.core.scenario import startup
from game.input.intent import Cell, GridName, Intent, Side
from game.input.mode_intents import ToggleCompare
from game.input.scenario_intents import SetQuantity
from game.input.walk_intents import GoToCell
from game.session.compare import position_of_b
from game.session.reduce import reduce
from game.session.shown import shown
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.offers import Offers
from game.ui.typeface import Typeface
from game.view.builder import Builder
from game.view.compositor import Compositor
from game.view.frame import ShownFrame, frame_of

from .desk import SCREEN, Desk, eventually
from .program import Program

if TYPE_CHECKING:
    from pathlib import Path

    from game.session.state import State
    from game.view.window import Window

STRIDE_1 = SetQuantity("stride", None, 1)


def _compared(program: Program, *done: Intent) -> State:
    """Return the state of the program's kept work with Compare on, after intents."""
    state = program.kept_state()
    for intent in (ToggleCompare(), *done):
        state = reduce(state, intent)
    return state


def _drawn(program: Program, state: State) -> tuple[ShownFrame, Window]:
    frame = frame_of(shown(state), program.size, Typeface())
    return frame, Builder().window(frame, Offers())


def _shows(program: Program, state: State) -> bool:
    """Tell whether the stage of the window is what a drawing of the state gives; the bar depends on the history."""
    frame, window = _drawn(program, state)
    surface = pygame.Surface(frame.layout.size)
    Compositor().draw(Canvas(surface, program.theme, frame.type, SurfaceCache()), window.widgets)
    expected = pygame.surfarray.array3d(surface).swapaxes(0, 1).astype(int)
    shown, stage = program.shot().astype(int), frame.layout.stage
    apart = np.abs(shown - expected)[stage.y : stage.bottom, stage.x : stage.right]
    return bool(apart.max() <= 4)


def compares_two_settings(desk: Desk, folder: Path) -> None:
    """D shows two sides; the rail changes side B; an output cell of B leads there; Esc leads out; A alone is kept."""
    with Program(desk, folder, "--image", "noise", "--paused", "--at", "5.6") as program:
        desk.park()
        program.comes_to(5.6)
        desk.keys("d")
        eventually(lambda: _shows(program, _compared(program)), "both sides are shown", 6.0)
        state = _compared(program)
        track = _drawn(program, state)[1].named("stride")
        assert track is not None
        desk.click(program.window, (track.rect.x + track.rect.h // 8 + 2, track.track.centre[1]))  # type: ignore[attr-defined]
        desk.park()
        eventually(lambda: _shows(program, _compared(program, STRIDE_1)), "side B has stride 1", 6.0)
        assert program.grid("image") == startup().image.tolist()
        cell = Cell(GridName.OUTPUT, 6, 2, Side.B)
        changed = _compared(program, STRIDE_1)
        desk.click(program.window, _drawn(program, changed)[1].cell_rect(cell).centre)
        desk.park()
        gone = reduce(changed, GoToCell((6, 2), Side.B))
        assert int(position_of_b(gone)) == 6 * 8 + 2
        program.comes_to(gone.playback.position)
        size = program.size
        desk.keys("F5")
        eventually(lambda: program.size == SCREEN, "Present fills the screen", 5.0)
        desk.keys("Escape", "Escape")
        eventually(lambda: program.size == size, "Esc leads out of Present, then of Compare", 5.0)
        program.shows_what_it_should()
