"""While a kernel learns: what the keys of the walk mean, what ends a run, and how what is learned follows all else."""

from __future__ import annotations

from typing import Any, TypeGuard

import numpy as np

from ....core.errors import ConvolutionError
from ....core.grid import checked_real
from ....core.learning import LEARNING_RATE
from ....core.limits import Range
from ....input import learn_intents as intents
from ....input import walk_intents as walk
from ....input.intent import Cell, Control, Intent
from ....input.interface_intents import AcceptEntry, OpenEntry
from ....input.mode_intents import TogglePredict
from ....input.scenario_intents import (
    BeginGesture,
    CancelGesture,
    EndGesture,
    PasteGrid,
    Redo,
    ReplaceScenario,
    ScenarioIntent,
    Undo,
)
from ....input.stack_intents import SetView, ShowStack, ToggleStack
from ....input.tour_intents import TourIntent
from ....input.window_intents import Tick, ToggleSection
from ....play.choices import LEARNING_PACES, SECTIONS
from ....words.numbers import full
from ....words.texts import text
from ...changes import with_work
from ...entry_intents import LONGEST, accept
from ...interface import Entry
from ...learning import MOMENTUM, Trace, followed, learning_of, turned_weight, why_not_learning
from ...mode import Mode
from ...remembered import Turned
from ...state import Handler, State, within
from ...toasts import with_toast
from .handlers import HANDLERS, left, made
from .questions import told
from .shown import begun, run_ended, with_learn
from .targets import PAINTED, at_good_rate, called, following, recognised, remembered, target_of
from .walks import walk_left

NOTHING = Intent()
TYPED: dict[str, tuple[str, Range, type[intents.SetRate | intents.SetMomentum]]] = {
    "learning rate": ("learning_rate", LEARNING_RATE, intents.SetRate),
    "momentum": ("momentum", MOMENTUM, intents.SetMomentum),
}
"""The controls of the rail in which a number is typed: what of `Learning` it is, what may be, what sets it."""
MOST_AT_ONCE = 8
"""Updates between two pictures at most."""
STILL = 1e-9
"""Where no weight moves by more than this part of the largest, nothing more is learned."""

_MEANT: dict[type[Intent], Intent] = {
    walk.TogglePlay: intents.ToggleRun(),
    walk.Play: intents.ToggleRun(),
    walk.StepForward: intents.OneUpdate(),
    walk.StepBack: intents.OneBack(),
    walk.PhaseForward: intents.NextPart(),
    walk.PhaseBack: intents.PreviousPart(),
    walk.NextStop: intents.NextPart(),
    walk.PreviousStop: intents.PreviousPart(),
    walk.ToStart: intents.GoToUpdate(0),
    walk.Faster: intents.SetPace(1),
    walk.Slower: intents.SetPace(-1),
}
"""What the keys of the walk mean while something is learned."""
_KEPT = (walk.GoToFilter, walk.BringChannel, walk.BringColour)
"""What goes on to mean what it did: what is in front."""
_RUNS_ON = (
    *(intents.ToggleRun, intents.SetRate, intents.SetMomentum, intents.ChooseWeight),
    *(intents.SetPace, intents.RevealTarget),
)
"""What does not end a run."""

_BRING = (Undo, Redo, ReplaceScenario, CancelGesture)
"""What brings a work as it was: its target stays."""

_TELL = (
    *(intents.ToggleRun, intents.OneUpdate, intents.NextPart, intents.PreviousPart),
    *(intents.NudgeWeight, intents.WalkThrough, intents.GoToUpdate),
)
"""What would tell an open question, and so only tells it."""


def meant(state: State, intent: Intent) -> tuple[State, Intent]:
    """Return what an intent means while something is learned; a hand that changes the work ends the run."""
    if state.aside is not None:
        opens = isinstance(intent, ReplaceScenario | TourIntent | Undo | Redo) or intent.begins not in ("", "learn")
        opens = opens or (isinstance(intent, PasteGrid) and bool(intent.source))
        return (walk_left(state) if opens else state), intent
    intent = _meaning(state, intent)
    if state.learn.keeps_direction and isinstance(intent, _TELL):
        return told(state), NOTHING  # what goes on from an open question tells its answer first
    changes = isinstance(intent, ScenarioIntent | TourIntent) or intent.begins
    learns = isinstance(intent, intents.LearnIntent) and not isinstance(intent, _RUNS_ON)
    return (run_ended(state) if state.learn.running and (changes or learns) else state), intent


def _meaning(state: State, intent: Intent) -> Intent:
    trace = state.learn.trace
    if isinstance(intent, TogglePredict):
        return intents.AskDirection()
    if trace is None or not isinstance(intent, walk.WalkIntent) or isinstance(intent, _KEPT):
        return intent
    if isinstance(intent, walk.ToEnd):
        return intents.GoToUpdate(trace.last)
    if isinstance(intent, walk.Scrub):
        return intents.GoToUpdate(round(intent.position))
    if isinstance(intent, walk.Pause):
        return intents.ToggleRun() if state.learn.running else NOTHING
    return _MEANT.get(type(intent), NOTHING)


def refuses(state: State, intent: Intent) -> str | None:
    """Refuse the Stack view, and while the walk of a gradient is shown what would change its numbers."""
    if state.aside is not None:
        gesture = isinstance(intent, BeginGesture | EndGesture | CancelGesture)
        return "learn.walk.fixed" if isinstance(intent, ScenarioIntent) and not gesture else None
    return "learn.no_stack" if isinstance(intent, ToggleStack | ShowStack | SetView) else None


def carries(handler: Handler) -> Handler:
    """Return the handler that folds sections of the rail for as long as it is on, and lets the rate be typed."""
    return lambda state, intent: _carried(state, intent, handler)


def _carried(state: State, intent: Any, handler: Handler) -> State:
    entry, trace = state.interface.entry, state.learn.trace
    if trace is None:
        return handler(state, intent)
    if isinstance(intent, ToggleSection):
        return _folded(state, intent)
    if isinstance(intent, OpenEntry) and _is_typed(intent.target):
        words = intent.text[:LONGEST] or full(getattr(trace.goal.learning, TYPED[intent.target.name][0]))
        opened = Entry(intent.target, words, len(words), fresh=not intent.text, by_touch=intent.by_touch)
        return within(state, "interface", entry=opened, popup=None, popup_cell=None)
    if isinstance(intent, AcceptEntry) and entry is not None and _is_typed(entry.target):
        return accept(state, take=_take)
    return handler(state, intent)


def _is_typed(target: Cell | Control | None) -> TypeGuard[Control]:
    return isinstance(target, Control) and target.name in TYPED


def _take(state: State, target: Control, value: float) -> State:
    _, allowed, sets = TYPED[target.name]
    return HANDLERS[sets](state, sets(checked_real(value, target.name, allowed)))


def _folded(state: State, intent: ToggleSection) -> State:
    opened = {*state.learn.sections} ^ {intent.name}
    return with_learn(state, sections=tuple(name for name in SECTIONS if name in opened))


def after(_: State, state: State, intent: Intent) -> State:
    """Return the state in which what is learned belongs to what is shown, and in a run the updates that are due."""
    if state.aside is not None or not state.learn.on:
        return state
    state = _follows(state, intent)
    return _due(state) if state.learn.running and isinstance(intent, Tick) else state


def _follows(state: State, intent: Intent) -> State:
    trace = state.learn.trace
    if trace is not None and trace.scenario is state.scenario:
        return state
    if why_not_learning(state.scenario) is not None:
        return with_toast(left(state), text(why_not_learning(state.scenario) or ""))
    if learning_of(state.scenario) is None:
        gone = trace is None or isinstance(intent, _BRING)
        return left(state) if gone else _with_target_again(state, trace)
    same = None if trace is None else followed(trace, state.scenario)
    if same is not None:
        return with_learn(state, trace=same)
    state = with_learn(state, targets=recognised(state))
    learning, taught = state.scenario.learning, None if isinstance(intent, _BRING) else following(state)
    if taught is not None and taught.learning is not None and learning is not None:
        name, told = called(state, learning.target) or (PAINTED, True)
        known = remembered(state, taught.learning.target, name, told)
        state = with_learn(_amended(state, taught), targets=known)
    return _begun(state, trace)


def _begun(state: State, trace: Trace | None) -> State:
    """Begin anew; what a hand has turned is remembered, with the loss and the gradient that there were before."""
    anew = begun(state)
    found = (
        None if trace is None or anew.learn.trace is None else turned_weight(trace.scenario, anew.learn.trace.scenario)
    )
    if found is None or trace is None or anew.learn.trace is None:
        return anew
    weight, by = found
    front = state.result.scenario
    gradient = float(trace.slopes.weights[front.filter, front.place, weight[0], weight[1]])
    turned = Turned(weight, by, trace.slopes.loss, gradient, anew.learn.trace.slopes.loss)
    return with_learn(anew, turned=turned, weight=weight)


def _with_target_again(state: State, trace: Trace | None) -> State:
    """Return the state with a target for another output: of the same kernel, where it was one, else cut or filled."""
    if trace is None:
        return left(state)
    scenario, learning = state.scenario, trace.goal.learning
    known = called(state, learning.target)
    name, told = (PAINTED, True) if known is None else known
    try:
        target = target_of(scenario, name)
    except ConvolutionError:
        name, target = PAINTED, target_of(scenario, PAINTED)
    if name == PAINTED:
        target = _fitted(np.asarray(learning.target), target)
    taught = at_good_rate(scenario.changed(learning=learning.changed(target=target))).at(0, 0)
    targets = remembered(state, target if taught.learning is None else taught.learning.target, name, told)
    return begun(with_learn(_amended(state, taught), targets=targets), taught)


def _fitted(
    painted: np.ndarray[tuple[int, ...], np.dtype[np.float64]], empty: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return what was painted in the size of an empty target: what is beyond is cut off, what is new is 0."""
    found = empty.copy()
    maps, rows, columns = (min(one, other) for one, other in zip(painted.shape, empty.shape, strict=True))
    found[:maps, :rows, :columns] = painted[:maps, :rows, :columns]
    return found


def _amended(state: State, scenario: object) -> State:
    """Show another scenario as part of the change that has just been made: as one undo entry with it."""
    work = state.work.changed(scenario=scenario)
    if state.working is not None:
        return with_work(state, work)
    shown = with_work(state.changed(working=state.work), work)
    return shown.changed(working=None, history=state.history.amended(work))


def _due(state: State) -> State:
    """Make the updates that are due; the run ends where nothing moves any more."""
    trace, now, due, count = state.learn.trace, state.interface.now, state.learn.due, 0
    while now >= due and count < MOST_AT_ONCE:
        due, count = due + 1.0 / LEARNING_PACES[state.learn.pace], count + 1
    if trace is None or not count:
        return state
    if _stands(trace):
        return with_toast(run_ended(state), text("learn.learned", count=trace.number))
    return with_learn(made(state, trace, count), due=max(due, now) if count == MOST_AT_ONCE else due)


def _stands(trace: Trace) -> bool:
    """Tell whether the next update would hardly move anything."""
    moves = zip(trace.next.parameters, trace.now.parameters, strict=True)
    return all(np.abs(after - before).max() <= STILL * max(1.0, np.abs(before).max()) for after, before in moves)


MODE = Mode(meant=meant, refuses=refuses, carries=carries, after=after, handlers=HANDLERS)
