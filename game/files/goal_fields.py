"""What makes a scene of a lesson, or of a shelf, a puzzle: the maps that are to be made, and hints."""

from __future__ import annotations

from ..core.errors import NotATensor
from ..core.goal import is_met, maps_made
from ..core.limits import FILTERS
from ..core.tensors import Tensor, dimensions_of
from ..words.texts import text
from .fields import Unfit, grid_of
from .layer_fields import tensor_of
from .tour import GOAL, Condition, Stop
from .tour_fields import StopFields

OF_A_PUZZLE = ("goal", "hints")
APART = ("compare", "alone", "secret", "when", "shown", "question")
"""What a puzzle cannot be besides: it would hide the goal, or tell that something else is asked for."""
MOST_HINTS, LONGEST_HINT = 3, 160
LARGEST = 64
"""Rows, and columns, that a goal may have."""
GRID, MAPS = 2, 3
"""How deep the lists of one map are nested, and those of several."""


def with_goal(fields: StopFields, scene: Stop) -> Stop:
    """Return a scene with its goal and its hints, where it has any. Raises FileProblem, which names scene and field."""
    if "goal" not in fields:
        if "hints" in fields:
            raise fields.missing("goal")
        return scene
    for key in APART:
        if key in fields:
            raise fields.problem("puzzle_apart", key)
    goal = fields.made("goal", lambda: _maps(fields.found["goal"]))
    if is_met(tuple(maps_made(scene.scenario)), goal):
        raise fields.problem("tour_done_already", "goal")
    task = scene.task or text("puzzle.task")
    return scene.changed(goal=goal, hints=_hints(fields), task=task, conditions=(Condition(GOAL),))


def _maps(value: object) -> Tensor:
    """Return the maps that are wanted: the rows of one, or a list of several. Raises NotAGrid and NotATensor."""
    if dimensions_of(value) != MAPS:
        rows = grid_of(value, "goal").tolist()
        value = [rows]
    goal = tensor_of(value, "goal", MAPS)
    if max(goal.shape[1:]) > LARGEST or len(goal) > FILTERS.high:
        raise NotATensor("goal", "too large", f"{goal.size}")
    return goal


def _hints(fields: StopFields) -> tuple[str, ...]:
    found: list[object] = fields.take("hints", _sentences, [])
    hints = fields.inner("hints", {f"{place}": hint for place, hint in enumerate(found, 1)})
    return tuple(hints.line(key, LONGEST_HINT, needed=True) for key in hints.found)


def _sentences(value: object) -> list[object]:
    if not isinstance(value, list) or len(value) > MOST_HINTS:
        raise Unfit(f"list of at most {MOST_HINTS} hints")
    return value
