"""What must be true after each event, whatever hands have done."""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from game.core.limits import PIXEL
from game.core.operations import maps_of
from game.core.scenario import Scenario
from game.files.settings import SPEED, Settings, _understood
from game.input.intent import Cell, Side
from game.play.playback import BY_MAP
from game.play.score import products_stand
from game.session.allowed import exists
from game.session.history import LIMIT
from game.session.predict import at_question, position_shown, secrecy_of
from game.session.state import own_state
from game.shell.places import SMALLEST

from .run import Run

if TYPE_CHECKING:
    from game.core.result import Result
    from game.session.state import State
    from game.view.window import Window


class Broken(AssertionError):  # noqa: N818 - it says what it is
    """Something that must be true is not; the first word of it tells which check it was."""


def hold(check: str, so: bool, *facts: object) -> None:
    """Raise Broken, with facts, unless it is so."""
    if not so:
        raise Broken(f"{check}: {', '.join(map(str, facts))}")


class Checks:
    """All that is looked at after an event. What has not changed since the last time is not looked at again."""

    def __init__(self) -> None:
        self._known: dict[str, object] = {}
        self._own: State | None = None

    def after(self, program: Run) -> None:
        """Look at everything. Raises Broken."""
        state, window = program.state, program.window
        for one in (state, own_state(state)):
            self._scenario(one)
            hold("working", one.working is None or one.history.present is not None)
            hold("cursor", 0 <= one.history.cursor < len(one.history.entries) <= LIMIT, one.history.cursor)
        if self._is_new("settings", state.settings):
            kept = json.loads(json.dumps({name: getattr(state.settings, name) for name in Settings.names}))
            hold("settings", Settings(**_understood(kept)) == state.settings, state.settings)
        if self._is_new("controller", program.controller):
            self._own = None
        now = own_state(state)
        if self._own is not None and self._own.history is not now.history:
            nothing_dropped(self._own, now)
        self._own = now
        walk(state)
        game(state)
        interface(state)
        if self._is_new("window", window):
            in_window(state, window, program.loop.display.surface.get_size())

    def _is_new(self, what: str, thing: object) -> bool:
        if self._known.get(what) is thing:
            return False
        self._known[what] = thing
        return True

    def _scenario(self, state: State) -> None:
        """Check each scenario by making it again, and its output by computing all of it anew."""
        own, other = "own " if state.tour is None else "", state.compare.result
        hold("sides", (state.work.other is not None) == state.compare.on == (other is not None))
        if self._is_new(own + "work", state.work):
            for side in Side:
                valid(state.work.of(side))
            hold("one image", state.work.scenario.pixel_size == state.work.of(Side.B).pixel_size)
        for name, result, scenario in (("a", state.result, state.scenario), ("b", other, state.work.other)):
            if result is not None and self._is_new(f"{own}result {name}", result):
                hold("result", result.scenario == scenario, name)
                true_output(result)


def valid(scenario: Scenario) -> None:
    """Check a scenario by making it again from its fields."""
    hold("scenario", scenario.changed() == scenario)
    hold("front", (scenario.channel, scenario.filter) == (0, 0), scenario.channel, scenario.filter)
    grids = *scenario.channels, scenario.layer.weights, scenario.layer.bias
    hold("frozen", not any(grid.flags.writeable for grid in grids))


def nothing_dropped(before: State, after: State) -> None:
    """Check that no event takes away what lies before the present one of the history.

    The present one itself may go with a notch of a wheel that joins the last one, and with a stroke that a double click
    takes back.
    """
    old, new = before.history, after.history
    if len(old.entries) == LIMIT or before.compare.on != after.compare.on:
        return  # who ends Compare takes with him what only changed side B
    kept = old.cursor + (before.nudge is None and before.before_gesture is None)
    pairs = zip(old.entries[:kept], new.entries, strict=False)
    same = all(one.scenario is other.scenario and one.other in (None, other.other) for one, other in pairs)
    hold("history", same and len(new.entries) >= kept, old.cursor, len(old.entries), new.cursor, len(new.entries))


def true_output(result: Result) -> None:
    """Compare an output with one that is computed from nothing."""
    scenario, layer = result.scenario, result.scenario.layer
    due, maps = maps_of(scenario.tensor, layer.pooling or layer), np.array(result.maps)
    largest = max(float(np.abs(scenario.tensor).max()), 0.0 if layer.pooling else abs(layer.padding.fill))
    bound = 1e-12 * (1 + np.abs(layer.weights).sum() * largest + np.abs(layer.bias).max())
    hold("shape", maps.shape == due.shape, maps.shape, due.shape)
    hold("front map", result.output is result.maps[scenario.filter])
    off = float(np.abs(maps - due).max())
    hold("output", off <= bound, f"off by {off}", scenario.image_size, scenario.kernel_size)


def walk(state: State) -> None:
    """Check where the walk is."""
    playback, steps = state.playback, state.steps
    hold("position", 0 <= playback.position <= steps, playback.position, steps)
    hold("target", playback.target is None or 0 <= playback.target <= steps, playback.target, steps)
    hold("speed", min(playback.speed, SPEED[1]) == state.settings.speed and playback.speed <= BY_MAP, playback)
    hold("loop", playback.loop == state.settings.loop, playback)
    hold("rest", 0 <= playback.rested < 60 and 0 <= position_shown(state) <= steps, playback.rested)


def game(state: State) -> None:
    """Check the game of predicting: it counts right, waits at its question, and keeps its secret."""
    played, secrecy = state.predict, secrecy_of(state)
    hold("tally", 0 <= played.right <= played.tries and (played.told or not played.answered), played)
    hold("question", not (state.playback.playing and at_question(state)))
    begins = 0.0 if state.tour is None else state.tour.stop.position  # a walk that has gone on would tell
    hold("secret size", not secrecy.size or state.playback.position == begins)
    shown = position_shown(state)
    hold("secret value", not secrecy.value or shown < int(shown) + products_stand(state.lanes), shown)
    hold("tour", state.tour is None or (not played.on and state.tour.own.tour is None))


def interface(state: State) -> None:
    """Check that what is open, pointed at and said makes sense."""
    face = state.interface
    hold("toasts", len(face.toasts) <= 3, len(face.toasts))
    hold("clock", math.isfinite(face.now))
    hold("brush", PIXEL.holds(state.brush), state.brush)
    for name in ("hover", "cursor", "popup_cell"):
        cell = getattr(face, name)
        hold(name, not isinstance(cell, Cell) or exists(state.work.of(cell.side), cell), cell)
    entry = face.entry
    hold("caret", entry is None or 0 <= entry.caret <= len(entry.text), entry)
    hold("scroll", all(math.isfinite(offset) and offset >= 0 for _, offset in face.scroll), face.scroll)


def in_window(state: State, window: Window, size: tuple[int, int]) -> None:
    """Check that widgets have names of their own and places, and that what has the keys can be seen."""
    names = [widget.name for widget in window.widgets]
    if len(set(names)) != len(names):
        hold("names", False, [name for name, count in Counter(names).items() if count > 1])
    if size[0] < SMALLEST[0] or size[1] < SMALLEST[1]:
        return  # a system that lets a window be so small: enough that nothing breaks
    for widget in window.widgets:
        rect = widget.rect
        hold("place", rect.w >= 0 and rect.h >= 0 and type(rect.x) is int and type(rect.h) is int, widget.name, rect)
    face = state.interface
    if face.blank:
        return
    if face.cursor is not None and not window.modal_from:
        hold("cursor seen", bool(window.place_of(face.cursor).pitch) and "cell cursor" in names, face.cursor)
        rect = window.cell_rect(face.cursor)
        hold("cursor inside", rect.right > 0 and rect.bottom > 0 and rect.x < size[0] and rect.y < size[1], rect, size)
    if face.focus is not None and not window.modal_from:
        found = window.named(face.focus)
        hold("focus", found is not None and found.focusable, face.focus)
        if found is not None:
            seen = found.visible
            inside = seen.w > 0 and seen.h > 0 and seen.right > 0 and seen.bottom > 0
            hold("focus seen", inside and seen.x < size[0] and seen.y < size[1], face.focus, seen, size)
    if face.entry is not None and not window.modal_from:
        hold("entry seen", "entry" in names, face.entry)
