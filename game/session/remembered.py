"""What the modes remember in the state: the game of predicting, the two settings that are compared, what is learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.result import Result
from ..core.scenario import Pair, Scenario
from ..input.intent import Cell, Side
from ..input.mode_intents import Question
from ..play.choices import TRAINING_PACES
from ..value import Single, Value

if TYPE_CHECKING:
    from ..core.tensors import Tensor
    from .history import Work
    from .learning import Trace
    from .training import Course

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


class Nudge(Value):
    """The last notch of a wheel over a cell: which cell, and when, in seconds of the interface's clock."""

    cell: Cell
    at: float


class Turned(Value):
    """A weight that a hand has turned: by how much, the loss and the gradient of this weight before, the loss after."""

    weight: Pair
    by: float
    loss: float
    gradient: float
    after: float


class Learn(Single):
    """A kernel that learns.

    trace: what it has learned since it began; there is one while it is on. running: updates are made by themselves;
    pace: how many a second, as an index; due: when the next is made, in seconds of the interface's clock.
    part: how much of the present update is shown. weight: the one that is looked at.
    turned: what a hand has turned last, until the next update.
    targets: what targets are the maps of, by the targets themselves: kernels by name, and whether the name is told.
    asks: it is asked whether the weight that is looked at goes up or down; answered: "up", "down", "told" without an
    answer, "" while the question is open. tries, right: the tally. told: the weights of which it could be read where
    they go in the next update, since the last one.
    rolled: how many hidden kernels, and random beginnings, there were. sections: of the rail, that are open meanwhile.
    entry: the work that going back and forth has made an undo entry of, while that is the last one.
    """

    on: bool = False
    trace: Trace | None = None
    running: bool = False
    pace: int = 2
    due: float = 0.0
    part: str = "gradients"
    weight: Pair = (0, 0)
    turned: Turned | None = None
    targets: tuple[tuple[Tensor, str, bool], ...] = ()
    rolled: int = 0
    sections: tuple[str, ...] = ("learn",)
    entry: Work | None = None
    asks: bool = False
    answered: str = ""
    tries: int = 0
    right: int = 0
    told: tuple[Pair, ...] = ()

    @property
    def keeps_direction(self) -> bool:
        """Whether a question about the direction is open: then nothing may tell it."""
        return self.asks and not self.answered


NOT_LEARNING = Learn()


FULL = len(TRAINING_PACES) - 1
"""The pace at which a network makes as many updates as the window has time for, as an index of all."""


class Late(Single):
    """What the rail and the strip tell of in a picture of a run in which the stage shows new weights.

    They show these in the next picture: so none takes as long as all of it at once.
    """

    course: Course
    result: Result


class Train(Single):
    """A network that learns from digits.

    on: the section of the rail about it is open; sections: those that are, meanwhile.
    course: what it has learned since it began. live: the weights that are shown are of the course; seen: which scenario
    was last held against it.
    running: updates are made by themselves, up to `until` if that is a number.
    rate: how far weights move. rolled: how many random beginnings there were.
    faced: Present shows how it learns, for nobody has walked since a hand was last at learning.
    entry: the work that going back and forth has made an undo entry of, while that is the last one.
    late: what the rail and the strip tell of in this picture of a run, where that is not yet what the stage shows.
    """

    on: bool = False
    sections: tuple[str, ...] = ("learn",)
    course: Course | None = None
    live: bool = False
    seen: Scenario | None = None
    running: bool = False
    until: int | None = None
    rate: float = 0.1
    faced: bool = True
    rolled: int = 0
    entry: Work | None = None
    late: Late | None = None


NOT_TRAINING = Train()


class Ahead(Single):
    """How far a run has come that is not shown yet: pictures of the window take longer than updates.

    course: None while all is shown. Times are of the interface's clock, in seconds: due: when the next update is made;
    ticked: when the last ones were; drawn: when the window last showed what was learned; draws: that was at the last
    tick. share: how many updates are made between two pictures at full pace.
    """

    course: Course | None = None
    due: float = 0.0
    ticked: float = 0.0
    drawn: float = 0.0
    draws: bool = False
    share: int = 12


NOT_AHEAD = Ahead()
