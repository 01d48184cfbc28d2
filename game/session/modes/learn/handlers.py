"""What the intents about learning do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ....core.descent import Stopped
from ....core.grid import frozen
from ....core.learning import LEARNING_RATE, MEAN, SUM
from ....core.learning_targets import hidden_weights, painted_target, with_target
from ....core.limits import WEIGHT, Range
from ....core.losses import factor_of
from ....core.named import weights_called
from ....input import learn_intents as intents
from ....input.intent import Intent
from ....play.choices import LEARNING_PACES
from ....words.numbers import full, number
from ....words.texts import text
from ...changes import changed, edited, gesture_ended
from ...learning import (
    MOMENTUM,
    PARTS,
    Trace,
    at_update,
    learning_of,
    stepped,
    why_no_walk,
    why_not_learning,
)
from ...naming import named
from ...remembered import NOT_LEARNING
from ...state import Handler, State, within
from ...toasts import with_toast
from .questions import answer, ask, choose_weight
from .shown import GRADIENTS, begun, run_begun, run_ended, with_learn, with_learning, with_trace
from .targets import HIDDEN, PAINTED, called, hidden_name, recognised, remembered, target_of
from .walks import says, walk_begun, walk_left, walk_of

NUDGE_DIGITS = 10
"""Decimals that are kept of a weight that is nudged."""


def _toggle(state: State, _: object) -> State:
    """Begin to learn, or show the walk again; from the walk of a gradient, go back to what learns."""
    if state.aside is not None:
        return walk_left(state)
    if state.scenario.chain is not None:
        from ..train.handlers import toggled  # here networks and single kernels part

        return toggled(state)
    return left(state) if state.learn.on else opened(gesture_ended(state))


def opened(state: State) -> State:
    """Show what the kernel learns; where there is no target, it is the map of a kernel that nobody is told."""
    reason = why_not_learning(state.scenario)
    if reason is not None:
        return with_toast(state, text(reason))
    after = _with_target(state) if learning_of(state.scenario) is None else state
    rows, columns = after.scenario.kernel_size
    closed = dict.fromkeys(("stacked", "coverage", "mixed"), False) | {
        "popup": None,
        "popup_cell": None,
        "cursor": None,
    }
    after = within(after, "interface", rise=0.0, **closed).changed(playback=after.playback.pause())
    after = with_learn(after, targets=recognised(after))
    return begun(with_learn(after, on=True, weight=((rows - 1) // 2, columns - 1), pace=state.settings.learning_pace))


def as_learned(state: State) -> State:
    """Show what the scenario is to learn, where it has anything that is shown so: what was opened is about that."""
    others = state.compare.on or state.predict.on or state.learn.on
    return state if others or learning_of(state.scenario) is None else opened(state)


def _with_target(state: State) -> State:
    """Return the state in which there is something to learn: the map of a hidden kernel."""
    rolled = state.learn.rolled + 1
    name = hidden_name(state.scenario, rolled)
    target = target_of(state.scenario, name)
    after = changed(state, with_target(state.scenario, target))
    return with_learn(after, rolled=rolled, targets=remembered(state, target, name, told=False))


def left(state: State) -> State:
    """Show the walk again; what was learned stays, and what is to be learned."""
    learn = run_ended(state).learn
    kept = NOT_LEARNING.changed(targets=learn.targets, rolled=learn.rolled, sections=learn.sections)
    return run_ended(state).changed(learn=kept)


def made(state: State, trace: Trace, count: int = 1) -> State:
    """Make so many updates, of which the last is shown; where learning stops, a sentence says why."""
    after, reason = stepped(trace, count)
    shown = with_trace(state, after, part=GRADIENTS) if after is not trace else state
    return with_toast(run_ended(shown), stopped_words(after, reason), warning=True) if reason else shown


def stopped_words(trace: Trace, reason: Stopped) -> str:
    """Return why the next update of a trace is not made; where the loss would have grown too much, to what."""
    if reason != "grew":
        return text(f"learn.stopped.{reason}")
    return text("learn.stopped.next", loss=number(trace.goal.at(trace.next.parameters).loss, 0))


def _one(state: State, trace: Trace, _: object) -> State:
    if trace.number < trace.last:
        return _to(state, trace, intents.GoToUpdate(trace.number + 1))
    return made(state, trace)


def _to(state: State, trace: Trace, intent: intents.GoToUpdate) -> State:
    there = at_update(trace, intent.number)
    return state if there is trace else with_trace(state, there, joins=True, part=GRADIENTS)


def _back(state: State, trace: Trace, _: object) -> State:
    return _to(state, trace, intents.GoToUpdate(trace.number - 1))


def _toggle_run(state: State, _: Trace, __: object) -> State:
    return run_ended(state) if state.learn.running else run_begun(state)


def _next_part(state: State, trace: Trace, _: object) -> State:
    """Show the next part; after the step comes the next update, of which the new kernel is seen first."""
    index = PARTS.index(state.learn.part) + 1
    if index < len(PARTS):
        return with_learn(state, part=PARTS[index])
    after = _one(state, trace, None)
    return after if after.learn.trace is trace or after.learn.asks else with_learn(after, part=PARTS[0])


def _previous_part(state: State, trace: Trace, _: object) -> State:
    index = PARTS.index(state.learn.part) - 1
    if index >= 0:
        return with_learn(state, part=PARTS[index])
    if not trace.number:
        return state
    after = _back(state, trace, None)
    return after if after.learn.asks else with_learn(after, part=PARTS[-1])


def _again(state: State, trace: Trace, _: object) -> State:
    """Take random weights, others each time."""
    scenario, rolled = state.scenario, state.learn.rolled + 1
    layer = scenario.layer
    seed = (scenario.seed + rolled) % 2**32
    weights = weights_called("random signed", layer.weights.shape[:2], layer.kernel_size, seed)
    bias = np.zeros_like(layer.bias) if trace.goal.learning.bias else layer.bias
    after = changed(state, scenario.changed(kernel=frozen(weights), bias=bias, kernel_name=""))
    return begun(with_learn(after, rolled=rolled, entry=None))


def _choose_target(state: State, trace: Trace, intent: intents.ChooseTarget) -> State:
    """Choose a target; a hidden kernel is another one each time."""
    rolled, name = state.learn.rolled, intent.name
    if name == HIDDEN:
        rolled += 1
        name = hidden_name(state.scenario, rolled)
    learning = trace.goal.learning.changed(target=target_of(state.scenario, name))
    known = remembered(state, learning.target, name, told=intent.name != HIDDEN)
    return with_learning(with_learn(state, rolled=rolled, targets=known, entry=None), learning)


def _reveal(state: State, trace: Trace, _: object) -> State:
    """Tell of which kernel the target is the map."""
    target = trace.goal.learning.target
    known = called(state, target)
    if known is None or known[1]:
        return state
    told = with_learn(state, targets=remembered(state, target, known[0], told=True))
    if known[0] == HIDDEN:
        rows = hidden_weights(state.scenario)[state.result.scenario.filter, 0].tolist()
        said = " / ".join(" ".join(full(weight) for weight in row) for row in rows)
        return with_toast(told, text("learn.revealed.nameless", weights=said))
    return with_toast(told, text("learn.revealed", name=named("kernel", known[0])))


def _paint(state: State, trace: Trace, intent: intents.PaintTarget) -> State:
    """Paint cells of the target, as pixels are painted."""
    painted = painted_target(trace.goal.learning, state.result.scenario.filter, intent.cells, state.stroke)
    if painted is None:
        return state
    known = remembered(state, painted.target, PAINTED, told=True)
    return with_learning(with_learn(state, targets=known), painted)


def _set_loss(state: State, trace: Trace, intent: intents.SetLoss) -> State:
    """Choose the loss; the rate follows, so that a step is as long as it was."""
    learning = trace.goal.learning
    if intent.name not in (MEAN, SUM) or intent.name == learning.loss:
        return state
    other = learning.changed(loss=intent.name)
    rate = learning.learning_rate * factor_of(learning) / factor_of(other)
    return with_learning(state, other.changed(learning_rate=LEARNING_RATE.nearest(round(rate, 6))))


def _number(name: str, allowed: Range) -> Callable[[State, Trace, Any], State]:
    """Return what an intent does that sets a number of how it is learned; several in a row are one undo entry."""

    def does(state: State, trace: Trace, intent: Any) -> State:
        learning = trace.goal.learning
        after = learning.changed(**{name: allowed.nearest(intent.value)})
        if after == learning:
            return state
        return with_learning(state if _was_set(state, name) else with_learn(state, entry=None), after, joins=True)

    return does


def _was_set(state: State, name: str) -> bool:
    """Tell whether the last entry of the history is a change of this number alone, so that a further one joins it."""
    history = state.history
    if not history.can_undo:
        return True
    before, now = history.entries[history.cursor - 1].scenario.learning, history.present.scenario.learning
    if before is None or now is None:
        return False
    return before != now and before.changed(**{name: getattr(now, name)}) == now


def _toggle_bias(state: State, trace: Trace, _: object) -> State:
    return with_learning(state, trace.goal.learning.changed(bias=not trace.goal.learning.bias))


def _nudge(state: State, _: Trace, intent: intents.NudgeWeight) -> State:
    """Turn the weight that is looked at a little: what becomes of the loss is its gradient, nearly."""
    front, (row, column) = state.result.scenario, state.learn.weight
    value = round(float(front.kernel[row, column]) + intent.by, NUDGE_DIGITS)
    return edited(state, front.weighed(row, column, WEIGHT.nearest(value)))


def _walk(state: State, trace: Trace, intent: intents.WalkThrough) -> State:
    """Open the gradient as a walk."""
    reason = why_no_walk(state.result.scenario, intent.of)
    if reason is not None:
        return with_toast(state, text(reason))
    walk = walk_of(trace, state.result.scenario.filter, intent.of)
    if walk is None:
        return with_toast(state, text("learn.no_walk"))
    return with_toast(walk_begun(state, walk), says(trace))


def _pace(state: State, _: Trace, intent: intents.SetPace) -> State:
    pace = min(max(state.learn.pace + intent.by, 0), len(LEARNING_PACES) - 1)
    return within(with_learn(state, pace=pace), "settings", learning_pace=pace)


def _learning(does: Callable[[State, Trace, Any], State]) -> Handler:
    """Return what an intent does while something is learned; else it does nothing."""
    return lambda state, intent: state if state.learn.trace is None else does(state, state.learn.trace, intent)


_WHILE_ON: dict[type[Intent], Callable[[State, Trace, Any], State]] = {
    intents.ToggleRun: _toggle_run,
    intents.OneUpdate: _one,
    intents.OneBack: _back,
    intents.GoToUpdate: _to,
    intents.NextPart: _next_part,
    intents.PreviousPart: _previous_part,
    intents.StartAgain: _again,
    intents.ChooseTarget: _choose_target,
    intents.RevealTarget: _reveal,
    intents.PaintTarget: _paint,
    intents.SetLoss: _set_loss,
    intents.SetRate: _number("learning_rate", LEARNING_RATE),
    intents.SetMomentum: _number("momentum", MOMENTUM),
    intents.ToggleBias: _toggle_bias,
    intents.ChooseWeight: choose_weight,
    intents.NudgeWeight: _nudge,
    intents.SetPace: _pace,
    intents.WalkThrough: _walk,
    intents.AskDirection: ask,
    intents.AnswerDirection: answer,
}

HANDLERS: dict[type[Intent], Handler] = {
    intents.ToggleLearn: _toggle,
    **{kind: _learning(does) for kind, does in _WHILE_ON.items()},
}
