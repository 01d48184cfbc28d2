"""Predict: what is asked now, and what of the walk is kept secret until it is told.

All of it follows from the state. Whatever is drawn, explained or copied is what `shown` gathers, and so nothing leaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.scenario import Pair, Scenario
from ..input.intent import Intent
from ..input.interface_intents import OpenPopup
from ..input.layer_intents import UseOutput
from ..input.mode_intents import Question
from ..play.phases import TOLERANCE
from ..play.playback import JUST_BEFORE, shown_position
from ..play.score import products_stand
from ..play.walk import place_of
from ..value import Value
from .state import State

if TYPE_CHECKING:
    from .predict_scale import Scale


class Secrecy(Value):
    """What must not be shown now.

    size: the output's size, and all that tells it. count: how many maps a layer makes. weights: how many it has.
    patch: where the kernel stands. value: the value of the cell that is being made. cell: the output cell that the
    question is about. stamp: the step of the stamp that is shown, N at the end, where it is asked about stamps.
    scale: the output's fixed scale, None without Predict.
    known: how many output cells may be told, in row order; None: all.
    steps, walk: what follows: how many steps the walk has; where the kernel stands on its way, what it covers and what
        it leaves out. See `secret`.
    """

    size: bool = False
    count: bool = False
    weights: bool = False
    patch: bool = False
    value: bool = False
    cell: tuple[int, int] | None = None
    stamp: int | None = None
    scale: Scale | None = None
    known: int | None = None
    steps: bool = False
    walk: bool = False


def secret(**fields: Any) -> Secrecy:
    """Return what must not be shown, with what follows from it."""
    found = Secrecy(**fields)
    return found.changed(steps=found.size or found.count, walk=found.size or found.patch)


COUNTED_IN = "kernel map"
"""The panel in which maps and weights can be counted."""

OPEN = Secrecy()
"""Nothing is secret."""

OF_THE_SIZE = secret(size=True, known=0)
"""What a stop of a tour keeps back that asks how large the output is."""


OF_A_VOTE = secret(size=True, count=True, weights=True, value=True, known=0)
"""What is kept back while a class votes, whatever it is asked: the lesson's author may ask about all of it."""


def secrecy_of(state: State) -> Secrecy:
    """Return what must not be shown in a state."""
    game, tour = state.predict, state.tour
    if state.interface.votes_in_secret:
        return OF_A_VOTE
    if not game.on:
        return OPEN if tour is None or not tour.keeps_size else OF_THE_SIZE
    from .predict_scale import scale_of  # here and below: at most starts nothing is asked

    step, hidden = asked_step(state), is_hidden(state)
    question = game.question
    told = question is Question.VALUE and not hidden
    cell, known = _told_up_to(state, step)
    return secret(
        size=hidden and question is Question.SIZE,
        count=hidden and question is Question.MAPS,
        weights=hidden and question.counts,
        patch=hidden and question is Question.PATCH,
        value=hidden and question is Question.VALUE,
        cell=cell,
        stamp=step_shown(state) if state.stamped else None,
        scale=scale_of(state.result.scenario, running=state.stamped),
        known=known + (told and cell is not None and not state.stamped) if question.of_a_step or not hidden else 0,
    )


def keeps_secret(state: State) -> bool:
    """Tell whether numbers, written out, would tell what is asked now, or will be."""
    return not tells_all(secrecy_of(state), state.scenario)


def tells_all(secrecy: Secrecy, scenario: Scenario) -> bool:
    """Tell whether all numbers of a scenario may be told."""
    asked = secrecy.size or secrecy.count or secrecy.weights or secrecy.patch or secrecy.value
    return not asked and (secrecy.known is None or secrecy.known >= scenario.map_steps)


def _told_up_to(state: State, step: int | None) -> tuple[Pair | None, int]:
    """Return the cell that is asked about, and how many cells are told; beside stamps none, until all stand."""
    if state.stamped:
        ended = step_shown(state) >= state.steps
        return (None if step is None else answer_cell(state)), state.scenario.map_steps if ended else 0
    _, local = place_of(state.scenario, state.steps if step is None else step)
    return (None if step is None else divmod(int(local), state.scenario.output_size[1])), int(local)


def coverage_shown(state: State) -> bool:
    """Tell whether the coverage stands in the place of the pixels: not while it would answer the open question."""
    return state.interface.coverage and not secrecy_of(state).walk


def keeps_back(state: State, intent: Intent) -> str | None:
    """Refuse to show the coverage, the map of kernels, or the output as image, where it would tell too much."""
    if isinstance(intent, OpenPopup) and intent.name == COUNTED_IN and secrecy_of(state).weights:
        return "predict.no_kernel_map"
    if isinstance(intent, UseOutput):
        return "predict.no_use"
    asks = intent.begins == "coverage" and not state.interface.coverage and secrecy_of(state).walk
    return "predict.no_coverage" if asks else None


def asked_step(state: State) -> int | None:
    """Return the step (from 0) that the question is about; None at the end, where nothing is left to ask."""
    step = step_shown(state)
    if step >= state.steps:
        return None
    if state.stamped:
        from .stamp_asked import asked_cell  # here and below: few layers have stamps

        return None if asked_cell(state.result, step) is None else step
    return step


def step_shown(state: State) -> int:
    """Return the step that is shown, N at the end; while it is asked where the kernel goes, the one it comes to."""
    walks_in = state.predict.question is Question.PATCH
    position = state.playback.position if walks_in else shown_position(state.playback, state.steps, state.part)
    return int(position + TOLERANCE)


def asked_about(state: State) -> object:
    """Return what the open question depends on: when it becomes another, it is asked anew. None: nothing is asked."""
    scenario, walk, step = state.scenario, state.scenario.walk, asked_step(state)
    if state.stamped and step is None and step_shown(state) < state.steps:
        step = step_shown(state)  # what was told of one stamp does not stay over one of which nothing is kept
    if state.predict.question is Question.SIZE:
        return walk
    if state.predict.question.counts:
        return scenario.layer.weights.shape
    if step is None:
        return None
    return (step, walk) if state.predict.question is Question.PATCH else (step, scenario)


def is_hidden(state: State) -> bool:
    """Tell whether a question waits for its answer."""
    game = state.predict
    return game.on and not game.told and (not game.question.of_a_step or asked_step(state) is not None)


def offered(scenario: Scenario) -> tuple[Question, ...]:
    """Return what can be asked: how many maps and weights there are only where one would not be the answer.

    Nor is it asked how many weights a pooling has.
    """
    counted = not scenario.is_single
    weighs = counted and scenario.layer.pooling is None
    kept = {Question.MAPS: counted, Question.WEIGHTS: weighs}
    return tuple(one for one in Question if kept.get(one, True))


def at_question(state: State) -> bool:
    """Tell whether the walk has come to the question, and may not go on before it is answered or told."""
    if not is_hidden(state):
        return False
    if state.predict.question is not Question.VALUE:
        return True
    step = asked_step(state)
    return step is not None and state.playback.position >= step + products_stand(state.lanes) - TOLERANCE


def position_shown(state: State) -> float:
    """Return the position whose picture is shown: while a question is open, never one that would answer it."""
    if state.interface.votes_in_secret:
        return 0.0
    shown = shown_position(state.playback, state.steps, state.part)
    if not is_hidden(state):
        return shown
    step = asked_step(state)
    if step is None or not state.predict.question.of_a_step:
        return 0.0
    if state.predict.question is Question.PATCH:
        return float(step)
    return min(shown, step + products_stand(state.lanes) - JUST_BEFORE)


def next_question(state: State) -> float | None:
    """Return the position at which the walk has to halt next on its way forward; None when nowhere before the end."""
    if not state.predict.question.of_a_step:
        return 0.0 if is_hidden(state) else None
    hidden, step = is_hidden(state), step_shown(state)
    ahead = question_from(state, step if hidden else step + 1)
    return ahead if ahead is not None and ahead < state.steps else None


def question_from(state: State, step: int) -> float | None:
    """Return the position of the first question about this step or a later one; beside stamps not all have one."""
    ahead: int | None = step
    if state.stamped:
        from .stamp_asked import next_asked

        ahead = next_asked(state.result, step)
    if ahead is None:
        return None
    return ahead + (products_stand(state.lanes) if state.predict.question is Question.VALUE else 0.0)


def last_asked(state: State) -> int:
    """Return the step of the stamp after which it is asked, or was asked last."""
    return min(step_shown(state), state.steps - 1)


def answer_cell(state: State) -> Pair:
    """Return the output cell that is asked about, or that was the last one."""
    if state.stamped:
        from .stamp_asked import asked_after

        return asked_after(state.result, last_asked(state))
    step = asked_step(state)
    _, local = place_of(state.scenario, state.steps - 1 if step is None else step)
    return divmod(int(local), state.scenario.output_size[1])


def cell_of(secrecy: Secrecy, scenario: Scenario) -> Pair:
    """Return the same of what is secret in a game: the output cell that is asked about, or the last one."""
    return secrecy.cell or divmod(scenario.map_steps - 1, scenario.output_size[1])
