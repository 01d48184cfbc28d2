"""A guided tour or a lesson: stops, or scenes, with a scenario of their own, and what is asked. Data, read-only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..core.scenario import Pair, Scenario
from ..core.tensors import Tensor
from ..value import Single, Value

if TYPE_CHECKING:
    from .worksheet_plan import Plan

SWITCHES = ("ceil_mode", "count_include_pad")
"""The kinds of conditions on what a pooling does or does not."""
OF_THE_SETTING = ("image", "kernel", "operation", *SWITCHES, "nothing_left_over", "channels", "filters", "groups")
"""The kinds of conditions that hold as long as the setting is so, besides those on a pair."""


GOAL = "goal"
"""The kind of the condition that the maps become those of the stop's goal."""


class Point(Value):
    """What a stop points at: a grid, one of its cells, or a control by name; nothing when all is empty."""

    grid: str = ""
    cell: Pair | None = None
    control: str = ""


class Condition(Value):
    """One thing that a person does in a stop; `kind` is a name of `tour_conditions.KINDS`.

    cell: which pixel, weight or output cell; None for any. value: the number or position that is asked for; of a switch
    1 for on, 0 for off. pair: the (rows, columns) that a quantity of `core.quantities`, or the output padding, has to
    get; its key is the kind. front: the channel and the filter that a pixel or a weight is of, from 0.
    """

    kind: str
    cell: Pair | None = None
    value: float | None = None
    pair: Pair | None = None
    name: str = ""
    front: Pair = (0, 0)

    @property
    def is_of_the_setting(self) -> bool:
        """Whether it holds as long as the setting is so; all others were done once, and stay done."""
        return self.pair is not None or self.kind in OF_THE_SETTING

    @property
    def wanted(self) -> Pair | str | float | None:
        """What the setting has to be that the kind names."""
        return self.pair or self.name or self.value

    @property
    def says_how(self) -> bool:
        """Whether it says what is to be done, and not only how to tell that something was."""
        if self.kind in ("pixel", "weight"):
            return self.cell is not None and self.value is not None
        if self.kind == "output":
            return self.cell is not None
        return self.kind not in ("nothing_left_over", "changed", GOAL)


class Build(Value):
    """A part of the walk that one press of a remote plays: from a position to another, in so many seconds."""

    start: float
    end: float
    seconds: float

    @property
    def traces(self) -> bool:
        """Whether it moves nothing, and shows where a cell of a network comes from."""
        return self.start == self.end


class Question(Value):
    """What a class is asked in a scene.

    kind: "value" of the cell that is being made, "size" of the output, how many "weights" the layer has, or a "choice":
    then it has the words of the question, and two to four answers, of which the right one has this index.
    """

    kind: str
    words: str = ""
    answers: tuple[str, ...] = ()
    right: int = 0


class Stop(Single):
    """One stop of a tour, or one scene of a lesson.

    task, reply: what is asked, and what is said once it is done; "" for nothing. conditions: all have to come true.
    speed: the index of a speed in `play.phases.SPEEDS`, None for 1×. decimals: of the grids, None as ever. coverage: it
    is shown in the place of the pixels. stacked: in the Stack view. hidden: controls. locked: values that cannot be
    changed. builds: what a remote plays of the walk, None for what follows from it. shown: how the task is shown done,
    where its conditions do not say it. secret: the output's size, until the walk goes on. alone: only the source image.
    stamps: of a transposed convolution are shown in the Flat view; positions count them then.

    A scene of a lesson may have no text. note: for the teacher alone. question: what the class is asked. other: side B,
    when two settings are compared; it has the same image. view: how the scene is looked at, as scenario files say it;
    empty where nothing is said. found: the fields as they stand in the file, from which it is written again.

    goal: the maps that are to be made, shape (maps, rows, columns), read-only; then it is a puzzle. Nobody knows how,
    also the file does not. hints: what helps, one after the other. name: a puzzle that comes with the program has one.
    """

    title: str
    text: str
    scenario: Scenario
    task: str = ""
    reply: str = ""
    position: float = 0.0
    playing: bool = False
    speed: int | None = None
    point: Point = Point()
    conditions: tuple[Condition, ...] = ()
    decimals: int | None = None
    coverage: bool = False
    stacked: bool = False
    hidden: frozenset[str] = frozenset()
    locked: frozenset[str] = frozenset()
    builds: tuple[Build, ...] | None = None
    shown: tuple[Condition, ...] = ()
    secret: bool = False
    alone: bool = False
    stamps: bool = False
    note: str = ""
    question: Question | None = None
    other: Scenario | None = None
    view: Mapping[str, object] = MappingProxyType({})
    found: Mapping[str, object] = MappingProxyType({})
    goal: Tensor | None = None
    hints: tuple[str, ...] = ()
    name: str = ""

    @property
    def keeps_size(self) -> bool:
        """Whether the output's size is kept back as the stop begins: it is a secret, or the class is asked for it.

        Nothing is kept back of what compares, counts patches or stamps: all of that tells sizes by itself.
        """
        asked = self.question is not None and self.question.kind == "size"
        return self.secret or (asked and self.other is None and not (self.coverage or self.stamps))

    @property
    def shows(self) -> tuple[Condition, ...]:
        """What the program does to show the task done: what the stop says, else those conditions that say how."""
        return self.shown or tuple(condition for condition in self.conditions if condition.says_how)


class Tour(Single):
    """A tour: its name, and its stops in their order.

    A lesson is one whose stops are scenes: a teacher leads it, so that it neither asks for tasks only nor forbids to
    compare and to predict. worksheet: what it hands out, None for nothing.
    Puzzles that come with the program are stops beside each other, of which each can be begun.
    """

    name: str
    stops: tuple[Stop, ...]
    is_lesson: bool = False
    worksheet: Plan | None = None
    is_puzzles: bool = False

    @property
    def kind(self) -> str:
        """What the words call it: "puzzle", "lesson" or "tour"."""
        return "puzzle" if self.is_puzzles else "lesson" if self.is_lesson else "tour"
