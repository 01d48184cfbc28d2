"""What is looked at every hundredth event, and at the end: undo to the beginning, redo to the end, and the picture."""

from __future__ import annotations

import numpy as np
import pygame

from game.input.scenario_intents import EndGesture, Redo, Undo
from game.session.history import Work
from game.session.modes.learn.walks import walk_left
from game.session.reduce import reduce
from game.session.state import State, own_state
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.themes import theme_of
from game.view.builder import Builder
from game.view.compositor import paint
from tests.picture import typeface

from .checks import hold, true_output, valid, walk
from .program import Program


def look(program: Program, compare: bool) -> None:
    """Look at everything; compare the picture with one that is drawn whole, if asked for. Raises checks.Broken."""
    there_and_back(program.state)
    if program.state.tour is not None:
        there_and_back(own_state(program.state))
    program.loop.draw()
    if compare:
        same_picture(program)


def there_and_back(state: State) -> None:
    """Undo to the beginning and redo to the end, on a copy: the states are the same on both ways."""
    state = reduce(walk_left(state), EndGesture())  # an undo leaves the walk of a gradient, which has its own history
    for _ in range(len(state.history.entries)):
        state = reduce(state, Redo())
    last, entries = state.work, state.history.entries
    backward = [state.work]
    for _ in range(len(entries) - 1):
        state = _checked(reduce(state, Undo()), backward[-1])
        backward.append(state.work)
    first = state.work.scenario is entries[0].scenario  # an undo may give it a side B, while two are compared
    hold("undo", first and not state.history.can_undo, len(entries), state.history.cursor)
    forward = [state.work]
    for _ in range(len(entries) - 1):
        state = _checked(reduce(state, Redo()), forward[-1])
        forward.append(state.work)
    hold("redo", not state.history.can_redo and state.work is last, len(entries), state.history.cursor)
    same = all(one is other for one, other in zip(forward, reversed(backward), strict=True))
    kept = all(one.scenario is other.scenario for one, other in zip(state.history.entries, entries, strict=True))
    hold("there and back", same and kept, len(entries))
    true_output(state.result)


def _checked(state: State, before: Work) -> State:
    """Check one step of undo or redo: it does something, and what it leads to is a walk over a valid scenario."""
    walk(state)
    hold("another", state.work is not before, "a step of undo or redo changes nothing")
    hold("result", state.result.scenario == state.scenario)
    if state.history.cursor % 16 == 0:
        valid(state.scenario)
        true_output(state.result)
    return state


def same_picture(program: Program) -> None:
    """Compare the window, which was built and drawn by what had changed, with one that is made anew."""
    surface, settings = program.loop.display.surface, program.state.settings
    if surface.get_width() * surface.get_height() > 2_200_000:
        return
    whole = pygame.Surface(surface.get_size(), depth=surface.get_bitsize(), masks=surface.get_masks())
    canvas = Canvas(whole, theme_of(settings.theme, settings.palette), typeface(), SurfaceCache())
    widgets = Builder().window(program.controller.frame(), program.controller._documents.offers).widgets
    paint(canvas, widgets, [Rect(0, 0, *surface.get_size())])
    if _colours(whole) == _colours(surface):
        return
    wrong = np.argwhere(pygame.surfarray.array2d(whole) != pygame.surfarray.array2d(surface))
    (left, top), (right, bottom) = wrong.min(axis=0).tolist(), wrong.max(axis=0).tolist()
    area = Rect(left, top, right - left + 1, bottom - top + 1)
    near = [widget.name for widget in widgets if widget.visible.meets(area)]
    hold("picture", not len(wrong), f"{len(wrong)} pixels in {tuple(area)}, near {near}")


def _colours(surface: pygame.Surface) -> bytes:
    return bytes(surface.get_buffer().raw)
