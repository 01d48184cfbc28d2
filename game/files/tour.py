"""A guided tour: stops with a text, a scenario of their own, and what the person is asked to do. Data, read-only."""

from __future__ import annotations

from ..core.scenario import Pair, Scenario
from ..value import Single, Value


class Point(Value):
    """What a stop points at: a grid, one of its cells, or a control by name; nothing when all is empty."""

    grid: str = ""
    cell: Pair | None = None
    control: str = ""


class Condition(Value):
    """One thing that a person does in a stop; `kind` is a name of `tour_conditions.KINDS`.

    cell: which pixel, weight or output cell; None for any. value: the number, name or position that is asked for.
    pair: the (rows, columns) that a size, the stride or the padding has to get.
    """

    kind: str
    cell: Pair | None = None
    value: float | None = None
    pair: Pair | None = None
    name: str = ""


class Stop(Single):
    """One stop of a tour.

    task, reply: what is asked, and what is said once it is done; "" for nothing. conditions: all have to come true.
    speed: the index of a speed in `play.phases.SPEEDS`, None for 1×. decimals: of the grids, None as ever. coverage: it
    is shown in the place of the pixels. stacked: in the Stack view. hidden: controls. locked: values that cannot be
    changed.
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


class Tour(Single):
    """A tour: its name, and its stops in their order."""

    name: str
    stops: tuple[Stop, ...]
