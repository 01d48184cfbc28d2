"""What is shown beside the walk, or in its place, in a mode or while something is open; most of it is seldom there.

Its facts are imported when they are there for the first time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.result import Result
from ..input.mode_intents import Question
from ..value import Kept
from .facts.shown import Marked
from .predict import Secrecy, cell_of
from .state import StillState

if TYPE_CHECKING:
    from ..play.trace import Trace
    from .facts.goal import GoalFacts
    from .facts.learn import LearnFacts
    from .facts.predict import PredictFacts
    from .facts.seldom import SeldomFacts
    from .facts.strip import StripFacts
    from .facts.trace import TraceFacts
    from .facts.train import TrainRail
    from .facts.train_wall import TrainWall


def wall(state: StillState, secrecy: Secrecy, train: TrainRail | None, keep: Kept) -> TrainWall | None:
    """Return the facts of the wall of a network that learns, where there is one."""
    from .facts.train_wall import wall_facts  # few networks learn

    return None if train is None else wall_facts(state, secrecy, train, keep)


def learn(state: StillState, keep: Kept) -> LearnFacts | None:
    """Return the facts of what is learned, while that is shown."""
    from .facts.learn import learn_facts  # most kernels learn nothing

    return learn_facts(state, keep)


def strip(state: StillState, secrecy: Secrecy, keep: Kept) -> StripFacts:
    """Return the facts of the layers of a network; which channel is in front is nothing to them."""
    from .late import strip_in  # most scenarios have one layer

    return strip_in(state, secrecy, keep)


def trace(result: Result, trace: Trace) -> TraceFacts:
    """Return the facts of where a cell comes from."""
    from .facts.trace import trace_facts  # few ask where a cell comes from

    return trace_facts(result, trace)


def goal(state: StillState) -> GoalFacts | None:
    """Return the facts of the map that a puzzle wants."""
    from .facts.goal import goal_facts  # few stops are puzzles

    return goal_facts(state)


def marked(state: StillState, secrecy: Secrecy) -> Marked | None:
    """Return the marks of the open question, and of the one that was told, until the next is asked."""
    game = state.predict
    if game.question is not Question.PATCH or not game.marked:
        return None
    from .answers import patch_at  # only while pixels are marked

    covered = patch_at(state.scenario, cell_of(secrecy, state.scenario))
    return Marked(tuple(sorted(game.marked)), game.marked - covered if game.told else frozenset())


def question(state: StillState, secrecy: Secrecy) -> PredictFacts:
    """Return the facts of what Predict asks."""
    from .facts.predict import predict_facts  # most starts play no game

    return predict_facts(state, secrecy)


def seldom(state: StillState, secrecy: Secrecy) -> SeldomFacts:
    """Return the facts of the layers of the Stack view, of a tour, and of what is open."""
    from .facts.seldom import seldom_facts  # only while one of them is there

    return seldom_facts(state, secrecy)
