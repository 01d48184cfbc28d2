"""Whatever hands try in a puzzle, in any order: what agrees is counted right, locks hold, and solved is solved."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.input.intent import Cell, GridName, Intent
from game.input.layer_intents import SetBias, SetFilters, SetPaddingSide
from game.input.mode_intents import ToggleCompare, TogglePredict
from game.input.scenario_intents import (
    BeginGesture,
    ChooseKernel,
    EndGesture,
    KernelAction,
    NewSeed,
    Paint,
    Redo,
    SetCell,
    SetQuantity,
    Undo,
)
from game.input.tour_intents import NextHint, NextTourStop, PreviousTourStop
from game.input.walk_intents import NextStop, PreviousStop, TogglePlay
from game.session.modes.tour.conditions import breaks_a_lock
from game.session.shown import shown
from game.session.state import State, own_state
from tests.puzzling import STOPS, begun

from .hands import after

SMALL, WEIGHT = st.integers(0, 2), st.integers(-3, 3).map(float)
QUANTITIES = st.sampled_from(["stride", "padding", "dilation", "kernel size"])
KERNELS = st.sampled_from(["ones", "outline", "gaussian", "sobel bottom", "emboss", "box blur"])
DEEDS: st.SearchStrategy[Intent] = st.one_of(
    st.builds(SetCell, st.builds(Cell, st.just(GridName.KERNEL), SMALL, SMALL), WEIGHT),
    st.builds(Paint, st.tuples(st.tuples(SMALL, SMALL)), st.just(2.0)),
    st.builds(SetQuantity, QUANTITIES, st.sampled_from([0, 1, None]), st.integers(0, 4)),
    st.builds(ChooseKernel, KERNELS),
    st.sampled_from(
        [
            *(Undo(), Redo(), NextHint(), NextStop(), PreviousStop(), NextTourStop(), PreviousTourStop()),
            *(ToggleCompare(), TogglePredict(), TogglePlay(), NewSeed(), KernelAction("turn"), SetFilters(2)),
            *(SetBias(1.0), SetPaddingSide("top", 1), BeginGesture(), EndGesture()),
        ]
    ),
)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(STOPS)), st.lists(DEEDS, max_size=12))
def test_what_is_said_of_a_puzzle_is_so(name: str, deeds: list[Intent]) -> None:
    state = begun(name)
    own = own_state(state).work
    for deed in deeds:
        before, state = state, after(state, deed)
        check(before, state)
        assert own_state(state).work is own


def check(before: State, state: State) -> None:
    """Hold what is shown of a puzzle against its maps."""
    run, facts = state.tour, shown(state).still.goal
    assert run is not None
    assert facts is not None
    goal, maps = run.stop.goal, np.array(state.result.maps)
    assert goal is not None
    alike = np.isclose(maps, goal, rtol=0, atol=1e-6) if maps.shape == goal.shape else np.zeros(1, dtype=bool)
    assert facts.count == alike.sum()
    assert (facts.agree is None) is (maps.shape != goal.shape)
    assert breaks_a_lock(run.stop, state.scenario) is None
    if run.solved is None:
        assert not state.compare.on
        assert not state.predict.on
        assert facts.count < facts.total or state.working is not None
    elif before.tour is not None and before.tour.index == run.index and before.tour.solved is not None:
        assert run.solved == before.tour.solved
