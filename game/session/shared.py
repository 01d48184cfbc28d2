"""Softmax in the window: the sums are walked, and the shares come as one beat in the last step."""

from __future__ import annotations

from ..core.result import Result
from ..core.shares import before_shares, whole
from ..play.phases import SUMMED, TOLERANCE
from .predict import position_shown
from .state import State


def shared(state: State) -> State:
    """Return the state with the results whose maps stand at its position: sums, or shares once all sums stand."""
    stand = stands(position_shown(state), state.steps)
    result, other = _at(state.result, stand), state.compare.result and _at(state.compare.result, stand)
    if result is not state.result:
        state = state.changed(result=result)
    if other is not state.compare.result:
        state = state.changed(compare=state.compare.changed(result=other))
    return state


def stands(position: float, steps: int) -> bool:
    """Tell whether the last sum of a walk of so many steps stands, and so all shares."""
    return position >= steps - 1 + SUMMED - TOLERANCE


def _at(result: Result, stand: bool) -> Result:
    return whole(result) if stand else before_shares(result)
