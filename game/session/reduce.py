"""One door for all intents: a state and an intent make the next state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.errors import ConvolutionError
from ..input.compare_intents import CopySide, FocusSide, SwapSides, ToggleCompare
from ..input.entry_intents import AcceptEntry, OpenEntry
from ..input.interface_intents import Hover, OpenPopup, OpenSheet, ToggleCoverage
from ..input.predict_intents import ChooseForm, ChooseQuestion, TogglePredict, UseIntegers
from ..input.scenario_intents import (
    BeginGesture,
    ChooseImage,
    ChooseKernel,
    ClearImage,
    KernelAction,
    NewSeed,
    PasteGrid,
    Redo,
    ReplaceScenario,
    Undo,
)
from ..input.tour_intents import (
    AnswerCell,
    FirstTourStop,
    NextBuild,
    NextTourStop,
    PreviousBuild,
    PreviousTourStop,
    TourSeen,
)
from ..input.walk_intents import GoToCell
from ..input.window_intents import Tick
from ..value import replace
from ..words.numbers import NotANumber
from ..words.sentences import sentence_for
from . import (
    compare_intents,
    entry_intents,
    interface_intents,
    predict_intents,
    present_intents,
    scenario_intents,
    stack_intents,
    tour_intents,
    type_ahead,
    walk_intents,
)
from .guide import guided
from .hidden import excluded, refusal
from .predict_walk import by_the_game
from .toasts import input_noted, with_toast

if TYPE_CHECKING:
    from ..input.intent import Intent
    from .scenario_intents import Handler
    from .state import State

HANDLERS: dict[type, Handler] = (
    scenario_intents.HANDLERS
    | walk_intents.HANDLERS
    | interface_intents.HANDLERS
    | entry_intents.HANDLERS
    | stack_intents.HANDLERS
    | present_intents.HANDLERS
    | tour_intents.HANDLERS
    | predict_intents.HANDLERS
    | compare_intents.HANDLERS
    | type_ahead.HANDLERS
)
"""What each class of intents does. Effects have no handler: the shell carries them out."""

NO_INPUT = (Tick, Hover, TourSeen)
"""Intents that come by themselves, or nearly so; a toast does not take them for a sign that it was read."""

ELSEWHERE = (
    BeginGesture,
    OpenEntry,
    OpenPopup,
    OpenSheet,
    ToggleCoverage,
    GoToCell,
    ChooseImage,
    ClearImage,
    ChooseKernel,
    KernelAction,
    NewSeed,
    Undo,
    Redo,
    ReplaceScenario,
    PasteGrid,
    NextTourStop,
    PreviousTourStop,
    NextBuild,
    PreviousBuild,
    AnswerCell,
    FirstTourStop,
    TogglePredict,
    ChooseQuestion,
    ChooseForm,
    UseIntegers,
    ToggleCompare,
    FocusSide,
    SwapSides,
    CopySide,
)
"""The hand has gone elsewhere: an entry that is still open is accepted first."""


def reduce(state: State, intent: Intent) -> State:
    """Return the state after an intent. What is wrong with it becomes a toast and changes nothing else."""
    asked = tour_intents.meant(state, intent)
    met = tour_intents.before(state, asked)
    return tour_intents.followed(met, asked, _answered(met, asked))


def _answered(state: State, intent: Intent) -> State:
    noted = state if isinstance(intent, NO_INPUT) else input_noted(state, intent)
    if isinstance(intent, ELSEWHERE):
        noted = _settled(noted)
    refused = refusal(noted, intent) or tour_intents.tour_refusal(noted, intent) or excluded(noted, intent)
    if refused is not None:
        return with_toast(noted, refused, warning=False)
    handler = HANDLERS.get(type(intent))
    if handler is None:
        return noted
    try:
        return guided(state, by_the_game(noted, intent, on_its_side(handler)), intent)
    except (ConvolutionError, NotANumber) as problem:
        return _told(noted, problem)


def on_its_side(handler: Handler) -> Handler:
    """Return a handler that acts on the side of Compare to which an intent belongs."""
    return lambda state, intent: compare_intents.carried_out(state, intent, handler)


def _settled(state: State) -> State:
    """Accept the open entry; one with a number that cannot be taken closes, and a toast says why."""
    if state.interface.entry is None:
        return state
    try:
        return compare_intents.carried_out(state, AcceptEntry(), entry_intents.accept)
    except (ConvolutionError, NotANumber) as problem:
        return _told(replace(state, interface=replace(state.interface, entry=None)), problem)


def _told(state: State, problem: ConvolutionError | NotANumber) -> State:
    return with_toast(state, sentence_for(problem), warning=True)
