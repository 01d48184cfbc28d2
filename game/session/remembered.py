"""What the modes remember in the state: the game of predicting, and the two settings that are compared."""

from __future__ import annotations

from ..core.result import Result
from ..core.scenario import Scenario
from ..input.intent import Side
from ..input.mode_intents import Question
from ..value import Single, Value

Given = tuple[float, ...]


class Predict(Value):
    """The game: whether it is played, what it asks, and how the one open question stands.

    typed: the value is typed, not picked from four shades. told: the open question's answer is no secret any more.
    shade: the picked shade's index. given: numbers typed so far: a value, or rows and columns (NaN: not yet).
    marked: pixels marked as covered next. tries, right: the tally.
    """

    on: bool = False
    question: Question = Question.VALUE
    typed: bool = False
    told: bool = False
    shade: int | None = None
    given: Given = ()
    marked: frozenset[tuple[int, int]] = frozenset()
    answered: bool = False
    was_right: bool = False
    tries: int = 0
    right: int = 0


NOT_PREDICTING = Predict()


class Compare(Single):
    """Two settings side by side on one image.

    focus: the side that has the rail, and the edits of all but the image.
    shared: both outputs have one scale of intensity, not each its own.
    last: side B as it was the last time in this run.
    result: that of side B.
    """

    on: bool = False
    focus: Side = Side.A
    shared: bool = True
    last: Scenario | None = None
    result: Result | None = None


ALONE = Compare()
