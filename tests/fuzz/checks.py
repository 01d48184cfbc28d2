"""What must be true after each event, whatever hands have done."""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from game.core.chain import Source
from game.core.chain_results import chain_results
from game.core.chained import focus_of, focused, layers_of, of_layers, source_of
from game.core.grid import frozen
from game.core.limits import PIXEL
from game.core.operations import maps_of
from game.core.result import result_of
from game.core.scenario import Scenario
from game.core.shares import whole
from game.files.settings import SPEED, Settings, _understood
from game.input.intent import Cell, Side
from game.learning.history import MOST_BYTES
from game.play.playback import BY_MAP
from game.play.score import products_stand
from game.session.allowed import exists
from game.session.facts.trace import trace_facts
from game.session.history import LIMIT
from game.session.interface import DIGITS
from game.session.predict import at_question, keeps_secret, position_shown, secrecy_of
from game.session.shown import shown as shown_of
from game.session.state import own_state
from game.shell.gallery import ICONS
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


def _traced(state: State) -> None:
    """Hold the cell whose field is lit to be one that there is, of a network about which nothing is asked."""
    trace, chain = state.interface.trace, state.scenario.chain
    if trace is None:
        return
    hold("trace", chain is not None and not state.predict.on and not state.compare.on, trace)
    hold("trace", chain is not None and 0 <= trace.lit <= trace.level <= chain.focus + 1, trace)
    shape = trace_facts(state.result, trace).levels[-1].shape
    hold("trace", all(0 <= place < size for place, size in zip(trace.cell, shape, strict=True)), trace, shape)


class Checks:
    """All that is looked at after an event. What has not changed since the last time is not looked at again."""

    def __init__(self) -> None:
        self._known: dict[str, object] = {}
        self._own: State | None = None

    def after(self, program: Run) -> None:
        """Look at everything. Raises Broken."""
        state, window = program.state, program.window
        _traced(state)
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
        puzzle(state)
        interface(state)
        if state.learn.on and self._is_new("learn", state.learn):
            learns(state)
        if self._is_new("train", state.train):
            trains(state)
        if state.interface.sheet == DIGITS and self._is_new("digits", window):
            reads(state)
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

    The present one itself may go with a notch of a wheel that joins the last one, with a stroke that a double click
    takes back, and where one goes back and forth over updates. It may be the same network with another layer in focus.
    """
    old, new = before.history, after.history
    if len(old.entries) == LIMIT or before.compare.on != after.compare.on:
        return  # who ends Compare takes with him what only changed side B
    joins = before.nudge is not None or before.before_gesture is not None or before.learn.entry is not None
    joins = joins or before.train.entry is not None
    kept = old.cursor + (not joins)
    pairs = zip(old.entries[:kept], new.entries, strict=False)
    same = all(same_network(one.scenario, other.scenario) and one.other in (None, other.other) for one, other in pairs)
    hold("history", same and len(new.entries) >= kept, old.cursor, len(old.entries), new.cursor, len(new.entries))


def same_network(one: Scenario, other: Scenario) -> bool:
    """Tell whether two scenarios are one object, or one network in which another layer is in focus."""
    return one is other or (one.chain is not None and focused(one, focus_of(other)) == other)


def true_output(result: Result) -> None:
    """Compare an output with one that is computed from nothing."""
    scenario, layer = result.scenario, result.scenario.layer
    hold("front map", result.output is result.maps[scenario.filter])
    result = whole(result)
    due, maps = maps_of(scenario.tensor, layer.pooling or layer), np.array(result.maps)
    largest = max(float(np.abs(scenario.tensor).max()), 0.0 if layer.pooling else abs(layer.padding.fill))
    bound = 1e-12 * (1 + np.abs(layer.weights).sum() * largest + np.abs(layer.bias).max())
    hold("shape", maps.shape == due.shape, maps.shape, due.shape)
    off = float(np.abs(maps - due).max())
    hold("output", off <= bound, f"off by {off}", scenario.image_size, scenario.kernel_size)
    if scenario.chain is not None:
        true_network(result)


def true_network(result: Result) -> None:
    """Compare the maps of all layers with those that are computed from the source image alone."""
    scenario, found = result.scenario, chain_results(result)
    anew = of_layers(scenario, layers_of(scenario), focus_of(scenario), source_of(scenario))
    hold("over", all(map(np.array_equal, anew.channels, scenario.channels)), "the maps before the layer in focus")
    for number, (one, other) in enumerate(zip(found.results, chain_results(result_of(anew)).results, strict=True), 1):
        hold("layer", np.array_equal(one.sums, other.sums), number)


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
    voting = state.interface.vote is not None  # which may come anywhere in the walk
    hold("vote", not (voting and (state.playback.playing or not state.interface.presenting)))
    shown, begins = position_shown(state), 0.0 if state.tour is None else state.tour.stop.position
    still = state.playback.position == begins  # a walk that has gone on would tell
    still = (played.question.of_a_step or shown == 0) if played.on else still
    hold("secret size", not secrecy.size or voting or still, shown)
    hold("secret value", not secrecy.value or shown < int(shown) + products_stand(state.lanes), shown)
    run = state.tour
    hold("tour", run is None or ((run.tour.is_lesson or not played.on) and run.own.tour is None))


def learns(state: State) -> None:
    """Check that what is learned is that of the scenario on screen, and that a run is a gesture."""
    learn = state.learn
    if state.aside is not None:
        hold("walk of a gradient", learn.trace is None and state.aside.aside is None)
        return
    trace, layer = learn.trace, state.scenario.layer
    hold("run", not learn.running or state.working is not None)
    hold("learned alone", not (state.compare.on or state.predict.on or state.interface.stacked))
    hold("trace", trace is not None and trace.scenario is state.scenario)
    if trace is not None:
        hold("update", 0 <= trace.number <= trace.last, trace.number, trace.last)
        same = np.array_equal(trace.now.weights, layer.weights) and np.array_equal(trace.now.bias, layer.bias)
        hold("learned weights", same)
        hold("target", trace.goal.learning == state.scenario.learning)


def trains(state: State) -> None:
    """Check a network that learns: a run is an open gesture, and what is shown has the weights that were learned."""
    train = state.train
    hold("run", not train.running or (train.live and state.working is not None), train.live)
    if train.course is not None:
        hold("kept states", train.course.history.bytes <= MOST_BYTES, train.course.history.bytes)
        hold("weights", not train.live or layers_of(state.scenario) == train.course.layers, train.course.updates)


def reads(state: State) -> None:
    """Check the sheet of the held-back digits: it tells nothing while it would tell too much, and else what is so."""
    seldom, scenario = shown_of(state).still.seldom, state.scenario
    facts = None if seldom is None else seldom.opened.sheet.digits
    hold("digits", facts is not None and (facts.why is None or not facts.digits))
    hold("digits in secret", facts is None or facts.why is not None or not keeps_secret(state))
    for digit in () if facts is None else facts.digits[:1]:
        white = Source((frozen(digit.pixels),), 1.0)
        layers = layers_of(scenario)
        shares = np.ravel(result_of(of_layers(scenario, layers, len(layers) - 1, white)).maps)
        told = int(shares.argmax()) == digit.read and abs(shares[digit.read] - digit.share) < 1e-9
        hold("digit read", told, digit.number, digit.read, digit.share)


def puzzle(state: State) -> None:
    """Check a puzzle: nothing helps while it is open, its goal stays, and what agrees is counted right."""
    run, facts = state.tour, shown_of(state).still.goal if state.tour else None
    hold("goal", (facts is not None) is (run is not None and run.stop.goal is not None))
    if run is None or facts is None or run.stop.goal is None:
        return
    hold("alone", run.solved is not None or not (state.compare.on or state.predict.on))
    hold("hints", 0 <= run.hints <= len(run.stop.hints), run.hints)
    maps, goal = np.array(state.result.maps), run.stop.goal
    alike = maps.shape == goal.shape and int(np.isclose(maps, goal, rtol=1e-6, atol=1e-6).sum())
    hold("agree", facts.count == int(alike), facts.count, alike)
    hold("met", run.solved is not None or state.working is not None or facts.count < facts.total, facts.count)


def interface(state: State) -> None:
    """Check that what is open, pointed at and said makes sense."""
    face = state.interface
    hold("toasts", len(face.toasts) <= 3, len(face.toasts))
    hold("clock", math.isfinite(face.now))
    hold("brush", PIXEL.holds(state.brush), state.brush)
    for name in ("hover", "cursor", "popup_cell"):
        cell = getattr(face, name)
        hold(name, not isinstance(cell, Cell) or exists(state.work.of(cell.side), cell), cell)
    hold("shelf", face.shelf in ICONS, face.shelf)
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
