"""Whatever hands do, in any order: the scenario is valid, the walk inside it, the output true, and undo complete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, get_args

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core import channels, filters, kernels
from game.core.chained import layers_of
from game.core.kept_picture import KeptPicture
from game.core.learning import LOSSES
from game.core.limits import PIXEL
from game.core.operation_change import OPERATIONS
from game.core.operations import maps_of
from game.core.padding import MODES, SIDES, Padding
from game.core.quantities import SLIDER_ENDINGS, sliding
from game.core.resolution import with_kept_picture
from game.core.scenario import Scenario, startup
from game.core.shares import whole
from game.files.scenario_parts import CAMERA
from game.files.tour_file import read_tour
from game.input.effects import OpenPath, OpenTour
from game.input.intent import Cell, Control, GridName, Intent, Side
from game.input.interface_intents import (
    CancelEntry,
    ChooseShare,
    EntryIntent,
    EntryKey,
    EntryKeyName,
    OpenSheet,
    PlaceCursor,
    ShowDigits,
)
from game.input.layer_intents import (
    MoveLayer,
    ReadDigit,
    SetActivation,
    SetChannels,
    SetFilters,
    SetGroups,
    SetOperation,
    SetPaddingSide,
    SetResolution,
    ToggleTrace,
)
from game.input.learn_intents import (
    ChooseTarget,
    NudgeWeight,
    SetLoss,
    SetPace,
    SetTrainingRate,
    ToggleLearn,
    TrainIntent,
)
from game.input.lesson_intents import LessonWritten, MoveScene
from game.input.mode_intents import (
    ChooseForm,
    ChooseQuestion,
    CopySide,
    FocusSide,
    Question,
    SwapSides,
    ToggleCompare,
    TogglePredict,
)
from game.input.scenario_intents import (
    BeginGesture,
    ChooseImage,
    ChooseKernel,
    EndGesture,
    KernelAction,
    NudgeCell,
    Paint,
    PaintCursor,
    PasteGrid,
    Redo,
    ScenarioIntent,
    SetCell,
    SetQuantity,
    Undo,
)
from game.input.stack_intents import Zoom
from game.input.tour_intents import BeginTour
from game.input.train_intents import GoByMoments, GoToMoment, SetTrainingPace
from game.input.vote_intents import CountHands, StepAnswer
from game.input.walk_intents import BringColour, GoToCell, Scrub
from game.input.window_intents import (
    Saved,
    SetBrushColour,
    SetDecimals,
    SetPalette,
    SetStops,
    ShareGoesOn,
    Tick,
)
from game.play.choices import MAP_LOOKS, PALETTES, REMOTE_STOPS, THEMES
from game.play.playback import BY_ROW
from game.play.score import products_stand
from game.session.allowed import exists
from game.session.compare import position_of_b
from game.session.entry_intents import OTHER_NUMBERS
from game.session.facts.trace import trace_facts
from game.session.predict import at_question, position_shown, secrecy_of
from tests.input.kinds import kinds
from tests.training import reader

from .hands import after, entries, fresh

if TYPE_CHECKING:
    from game.core.result import Result
    from game.session.state import State

SMALL = st.integers(-2, 20)
PLACE = st.integers(-2, 9)
VALUE = st.floats(0, 1) | st.sampled_from([0.0, 1.0, -0.5, 3.0, 1e6, float("nan"), float("inf")])
SIDE = st.sampled_from(Side)
CELL = st.builds(Cell, st.sampled_from(GridName), PLACE, PLACE, SIDE)
SLIDERS = [each.name + ending for each in sliding() for ending in SLIDER_ENDINGS.values()]
CONTROL = st.builds(Control, st.sampled_from([*SLIDERS, *OTHER_NUMBERS, "play"]))
POINT = st.tuples(st.floats(-20, 90), st.floats(-20, 90))
GRID = st.tuples(st.integers(1, 17), st.integers(1, 17), st.floats(-1, 4)).map(lambda n: np.full(n[:2], n[2]))
OTHER = st.tuples(st.integers(1, 9), st.integers(1, 9)).map(lambda size: Scenario(np.ones(size), np.ones((1, 1))))
PICTURES = st.builds(
    lambda rows, columns, channels: KeptPicture(np.full((rows, columns, channels), 7, np.uint8)),
    *(st.integers(3, 40), st.integers(3, 40), st.sampled_from([1, 3])),
)
PICTURED = PICTURES.map(lambda picture: with_kept_picture(Scenario(np.ones((3, 3)), np.ones((2, 2))), picture))
REAL = st.floats(-1e3, 1e3) | st.floats()
AMOUNT = st.integers(0, 9)
PADDING = st.builds(Padding, AMOUNT, AMOUNT, AMOUNT, AMOUNT, st.sampled_from(MODES), st.floats(-9, 9))
TEXT = st.text("0123456789.,-/ex", max_size=4)

PARTS: dict[str, st.SearchStrategy[object]] = {
    "quantity": st.sampled_from([each.name for each in sliding()]),
    "axis": st.sampled_from([None, 0, 1]),
    "value": VALUE,
    "typed": st.booleans(),
    "cells": st.lists(st.tuples(PLACE, PLACE), max_size=4).map(tuple),
    "cell": CELL,
    "amount": st.floats(-2, 2),
    "seed": st.integers(-1, 2**32),
    "scenario": OTHER | PICTURED,
    "grid": GRID,
    "onto": st.sampled_from(GridName),
    "position": st.none() | st.floats(-5, 90),
    "path": st.none() | st.just("a.json"),
    "corner": POINT,
    "index": st.integers(-3, 9),
    "target": CELL | CONTROL,
    "pointer": st.none() | POINT,
    "visible": st.booleans(),
    "rows": SMALL,
    "columns": SMALL,
    "percent": st.integers(0, 400),
    "steps": st.integers(-3, 3),
    "offset": st.floats(-9, 99),
    "sentence": st.sampled_from("abcd"),
    "number": st.integers(0, 9),
    "on": st.booleans(),
    "dt": st.floats(0, 3),
    "text": TEXT,
    "by_touch": st.booleans(),
    "decimals": st.none() | st.integers(-2, 9),
    "x": st.floats(-9, 99),
    "y": st.floats(-9, 99),
    "colour": st.sampled_from(["black", "white"]),
    "question": st.sampled_from(Question),
    "pixel": st.tuples(PLACE, PLACE),
    "padding": PADDING,
    "channel": st.integers(-2, 17),
    "filter": st.integers(-2, 17),
    "by": st.none() | st.integers(-3, 3),
    "side": SIDE,
    "turn": REAL,
    "tilt": REAL,
    "ratio": REAL,
    "across": REAL,
    "down": REAL,
    "stacked": st.booleans(),
    "turning": st.booleans(),
    "spread": st.booleans(),
    "map_look": st.none() | st.sampled_from(MAP_LOOKS),
    "told": st.booleans(),
    "stamp": st.none() | st.floats(0, 99),
    "weight": st.tuples(PLACE, PLACE),
    "of": st.sampled_from(["kernel", "image"]),
    "camera": st.fixed_dictionaries({}, optional={name: st.floats(*allowed) for name, allowed in CAMERA.items()}).map(
        lambda camera: tuple(camera.items())
    ),
}

COLOURS = st.tuples(VALUE, VALUE, VALUE)

SPECIAL: dict[tuple[type, str], st.SearchStrategy[object]] = {
    (SetQuantity, "value"): SMALL,
    **{(kind, "by"): st.integers(-3, 99) for kind in (StepAnswer, CountHands)},
    **{(kind, "by"): st.integers(-9, 9) for kind in (SetPace, SetTrainingPace, GoByMoments)},
    (GoToMoment, "updates"): st.integers(-9, 99),
    (SetTrainingRate, "value"): REAL,
    (MoveLayer, "by"): st.integers(-3, 3),
    (NudgeWeight, "by"): VALUE,
    (ChooseTarget, "name"): st.sampled_from(["hidden", "painted", "mauve", *filters.NAMES]),
    (SetLoss, "name"): st.sampled_from([*LOSSES, "mauve"]),
    (ChooseForm, "typed"): st.booleans(),
    (Paint, "colour"): COLOURS | st.just(()),
    (SetBrushColour, "colour"): COLOURS,
    (BringColour, "on"): st.none() | st.booleans(),
    (ChooseImage, "name"): st.sampled_from(channels.NAMES),
    (ChooseKernel, "name"): st.sampled_from(filters.NAMES),
    **{(kind, "value"): st.integers(-1, 17) for kind in (SetChannels, SetFilters, SetGroups)},
    (PasteGrid, "picture"): st.none() | PICTURES,
    (SetResolution, "value"): st.integers(-1, 40),
    (SetPaddingSide, "side"): st.sampled_from([*SIDES, "middle"]),
    (SetPaddingSide, "value"): st.integers(-1, 20),
    (SetActivation, "name"): st.sampled_from(["none", "relu", "tanh", "softmax", "mauve"]),
    (SetOperation, "name"): st.sampled_from([*OPERATIONS, *OPERATIONS, "min pooling"]),
    (KernelAction, "name"): st.sampled_from(kernels.ACTIONS),
    (EntryKey, "name"): st.sampled_from(get_args(EntryKeyName)),
    (SetPalette, "name"): st.sampled_from(["standard", "colour-blind", "mauve"]),
    (SetStops, "name"): st.sampled_from(["phases", "cells", "never"]),
    (SetDecimals, "decimals"): st.none() | st.integers(-2, 9),
    (GoToCell, "cell"): st.tuples(PLACE, PLACE),
    (Scrub, "position"): st.floats(-5, 90),
    (Zoom, "x"): REAL,
    (Zoom, "y"): REAL,
    (PlaceCursor, "cell"): st.none() | CELL,
    (ToggleTrace, "cell"): st.none() | CELL,
    (ToggleTrace, "at"): st.none() | st.tuples(st.integers(-1, 4), st.tuples(PLACE, PLACE, PLACE)),
    (Saved, "path"): st.just("a.json"),
    (LessonWritten, "path"): st.just("a.json"),
    (MoveScene, "to"): st.integers(-2, 9),
    (OpenPath, "path"): st.just("a.json"),
    (OpenTour, "path"): st.just("a.json"),
    (BeginTour, "tour"): st.sampled_from([read_tour(), None]),
    (ChooseShare, "steps"): st.integers(-2, 40) | st.none(),
    (ChooseShare, "versions"): st.integers(-2, 9) | st.none(),
    (ChooseShare, "paper"): st.sampled_from(["a4", "letter", "a5", None]),
    (OpenSheet, "name"): st.sampled_from(["help", "rail", "digits", "digits"]),
    (ShowDigits, "confusion"): st.booleans(),
    (ShowDigits, "pair"): st.none() | st.tuples(st.integers(-1, 10), st.integers(-1, 10)),
    (ShowDigits, "page"): st.integers(-1, 40),
    (ReadDigit, "number"): st.integers(-1, 360),
    (ShareGoesOn, "share"): st.floats(-1, 2) | st.none(),
}


def intent_of(kind: type[Intent]) -> st.SearchStrategy[Intent]:
    """Return a strategy for the intents of one class, from what its fields may be."""
    parts = {}
    for name in kind.names:
        other = st.sampled_from(["stride", "help", "rail"])
        parts[name] = SPECIAL.get((kind, name), PARTS.get(name, other))
    return st.builds(cast(Any, kind), **parts)


def intents_of(family: type[Intent]) -> st.SearchStrategy[Intent]:
    """Return a strategy for the intents of a family."""
    return st.one_of([intent_of(kind) for kind in kinds(family)])


SCENARIO_INTENT = intents_of(ScenarioIntent)
ANY_INTENT = intents_of(Intent)
STROKE_INTENT = st.one_of([intent_of(kind) for kind in (Paint, SetCell, NudgeCell, PaintCursor)])
START = st.tuples(st.floats(0, 16), st.booleans()).map(lambda start: fresh(None, *start))


def check_maps(result: Result, scenario: Scenario) -> None:
    """Hold a result to be that of a scenario, and its maps to what working all out anew gives."""
    assert result.scenario == scenario
    layer, pooling = scenario.layer, scenario.layer.pooling
    largest = max(scenario.white, float(np.abs(scenario.tensor).max()))
    largest = max(largest, abs(layer.padding.fill) if pooling is None else 0.0)
    bound = 1e-12 * (1 + np.abs(layer.weights).sum() * largest)
    assert np.abs(np.array(whole(result).maps) - maps_of(scenario.tensor, pooling or layer)).max() <= bound


def check(state: State) -> None:
    """Hold a state to what must always be true."""
    scenario = state.scenario
    assert scenario == scenario.changed()
    assert 0 <= state.playback.position <= state.steps
    assert 0 <= state.position_in_cells <= scenario.steps
    assert (min(state.playback.speed, BY_ROW - 1), state.playback.loop) == (state.settings.speed, state.settings.loop)
    check_maps(state.result, scenario)
    interface = state.interface
    assert len(interface.toasts) <= 3
    assert interface.entry is None or 0 <= interface.entry.caret <= len(interface.entry.text)
    assert all(allowed.holds(getattr(interface.camera, name)) for name, allowed in CAMERA.items())
    assert 0 <= interface.rise <= 1
    assert PIXEL.holds(state.brush)
    assert 75 <= state.settings.scale <= 300
    assert state.settings.theme in THEMES
    assert state.settings.palette in PALETTES
    assert state.settings.stops in REMOTE_STOPS
    assert state.settings.decimals in (None, 0, 1, 2, 3, 4)
    check_trace(state)
    check_sides(state)


def check_trace(state: State) -> None:
    """Hold what is shown of a cell's field to be that of a cell that there is, while nothing is asked."""
    trace, chain = state.interface.trace, state.scenario.chain
    if trace is None:
        return
    assert chain is not None
    assert not state.predict.on
    assert 0 <= trace.lit <= trace.level <= chain.focus + 1
    facts = trace_facts(state.result, trace)
    assert all(0 <= place < size for place, size in zip(trace.cell, facts.levels[-1].shape, strict=True))


def check_sides(state: State) -> None:
    """Hold the two sides of Compare to what must always be true of them."""
    compare, work, interface = state.compare, state.work, state.interface
    if not compare.on:
        assert compare.result is None
        assert all(entry.other is None for entry in state.history.entries)
        return
    assert not state.predict.on
    assert not interface.coverage
    assert state.tour is None or state.tour.tour.is_lesson
    first, second = work.scenario, work.other
    assert second is not None
    assert compare.result is not None
    check_maps(compare.result, second)
    assert np.array_equal(first.pixel_tensor, second.pixel_tensor)
    assert all(getattr(first, name) == getattr(second, name) for name in ("white", "seed", "image_name", "name"))
    assert 0 <= position_of_b(state) <= second.steps
    assert interface.cursor is None or exists(work.of(interface.cursor.side), interface.cursor)


@settings(max_examples=100, deadline=None)
@given(START, st.lists(ANY_INTENT, min_size=15, max_size=40))
def test_whatever_hands_do_the_state_stays_true(state: State, done: list[Intent]) -> None:
    for intent in done:
        state = after(state, intent)
        check(state)


@settings(max_examples=100, deadline=None)
@given(START, st.sampled_from(Question), st.lists(ANY_INTENT, min_size=15, max_size=40))
def test_whatever_hands_do_predict_keeps_its_secrets(state: State, question: Question, done: list[Intent]) -> None:
    state = after(state, TogglePredict(), ChooseQuestion(question))
    for intent in done:
        state = after(state, intent)
        check(state)
        game, secrecy = state.predict, secrecy_of(state)
        assert 0 <= game.right <= game.tries
        assert not (state.playback.playing and at_question(state))
        begins = None if state.tour is None else state.tour.stop.position  # a walk that has gone on would tell
        assert not secrecy.size or position_shown(state) == 0 or state.playback.position == begins
        assert not game.answered or game.told
        if secrecy.value:
            assert position_shown(state) < int(position_shown(state)) + products_stand(state.lanes)


EDIT_OF_SIDES = (
    SCENARIO_INTENT
    | st.one_of([intent_of(kind) for kind in (FocusSide, SwapSides, CopySide)])
    | intents_of(EntryIntent)
)


@settings(max_examples=100, deadline=None)
@given(START, st.lists(ANY_INTENT | EDIT_OF_SIDES, min_size=15, max_size=40))
def test_whatever_hands_do_both_sides_of_compare_stay_true(state: State, done: list[Intent]) -> None:
    state = after(state, ToggleCompare())
    for intent in done:
        state = after(state, intent)
        check(state)


@settings(max_examples=60, deadline=None)
@given(st.lists(EDIT_OF_SIDES, min_size=8, max_size=20))
def test_undo_brings_back_both_sides_one_entry_after_the_other(done: list[Intent]) -> None:
    state = after(fresh(), ToggleCompare())
    first, works = state.work, []
    state = after(state, *done, CancelEntry(), EndGesture())
    while state.history.can_redo:
        state = after(state, Redo())
    last = state.work
    while state.history.can_undo:
        works.append(state.work)
        state = after(state, Undo())
        check(state)
        assert state.work != works[-1], "an undo that does nothing"
    assert state.work == first
    for work in reversed(works):
        state = after(state, Redo())
        assert state.work == work
    assert state.work == last


@settings(max_examples=60, deadline=None)
@given(st.lists(EDIT_OF_SIDES, min_size=8, max_size=20))
def test_after_compare_every_undo_changes_side_a(done: list[Intent]) -> None:
    state = after(fresh(), ToggleCompare(), *done, CancelEntry())
    shown = after(state, EndGesture()).scenario
    state = after(state, ToggleCompare())
    assert state.scenario == shown
    while state.history.can_undo:
        before = state.scenario
        state = after(state, Undo())
        check(state)
        assert state.scenario != before
    assert state.scenario == startup()


@settings(max_examples=60, deadline=None)
@given(st.lists(SCENARIO_INTENT | intent_of(Tick), min_size=8, max_size=20))
def test_undo_to_the_start_and_redo_to_the_end_give_the_same(done: list[Intent]) -> None:
    state = after(fresh(), *done, EndGesture())
    while state.history.can_redo:
        state = after(state, Redo())
    last = state.scenario
    for _ in range(entries(state)):
        state = after(state, Undo())
        check(state)
    assert state.scenario == startup()
    for _ in range(entries(state)):
        state = after(state, Redo())
        check(state)
    assert state.scenario == last


@settings(max_examples=60, deadline=None)
@given(st.lists(STROKE_INTENT, max_size=12))
def test_one_gesture_is_undone_by_one_step(stroke: list[Intent]) -> None:
    state = after(fresh(), BeginGesture(), *stroke, EndGesture())
    assert entries(state) <= 2
    assert after(state, Undo()).scenario == startup()


NETWORK = st.builds(reader, st.integers(0, 2)).map(fresh)
AT_A_NETWORK = st.one_of([ANY_INTENT, SCENARIO_INTENT, *[intents_of(TrainIntent), intent_of(Tick)] * 2])


@settings(max_examples=40, deadline=None)
@given(NETWORK, st.lists(AT_A_NETWORK, min_size=10, max_size=25))
def test_whatever_hands_do_a_network_learns_what_is_shown(state: State, done: list[Intent]) -> None:
    state = after(state, ToggleLearn())
    for intent in done:
        state = after(state, intent)
        check(state)
        train = state.train
        assert not train.running or (train.live and state.working is not None)
        if train.live and train.course is not None:
            assert layers_of(state.scenario) == train.course.layers
